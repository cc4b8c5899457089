import { rankOf, romanValue, westernDigits, wordValue } from "./numbering.ts";
import { sourceSpan } from "./sourceMap.ts";
import type { InternalReference, Provision, Unit } from "./types.ts";

const STEP = "\\s?\\([^()\\s]{1,5}\\)";
const NUMBER_WORDS =
  "(?:(?:one hundred(?: and)? )?(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one hundred(?: and [a-z]+)?|(?:thir|four|fif|six|seven|eigh|nine)teen|eleven|twelve|one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z])";
const NUMBER = `(?:[0-9٠-٩۰-۹]{1,3}(?:\\.\\d{1,3})*(?:-?[A-Z]{1,2}(?![A-Za-z])|bis|ter|[a-z](?![A-Za-z]))?|[IVXLC]{1,6}(?![A-Za-z])|[A-Z](?![A-Za-z])|${NUMBER_WORDS})`;
const NAMED = `(?:[Ss]ections?|SECTIONS?|[Ss]ecs?\\.|[Aa]rticles?|ARTICLES?|[Aa]rts?\\.|[Rr]egulations?|[Rr]ules?|[Cc]lauses?|§+|[Aa]rtículos?|[Aa]rtigos?|[Aa]rtikel|[Pp]asal|المادة)`;
const OUTER = "(?:Parts?|Chapters?|Titles?|Books?|Rules?|Chapitres?|Capítulos?|Titres?)";
const SCHEDULE =
  '(?:(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\\s+(?:Schedule|Annex|Appendix))|(?:Schedules?|Annexe?s?|Appendix|Anexos?|Anhang|Anlage|Lampiran)\\s+["“]?(?:\\d{1,2}|[IVX]{1,5}|[A-Z])(?![A-Za-z])["”]?|the Schedule(?=\\W))';
const REFERENCE = new RegExp(
  [
    `(?<named>${NAMED})\\s*(?<number>${NUMBER})(?<steps>(?:${STEP})*)`,
    `(?<schedule>${SCHEDULE})`,
    `(?<outer>${OUTER})\\s+(?<outerNumber>\\d{1,3}|[IVXLC]{1,6}|[A-Z])(?![A-Za-z])`,
    `(?<relative>[Ss]ub-?\\s?(?:section|regulation|rule|article|paragraph)s?|[Pp]aragraphs?|[Ss]ub-?paragraphs?|[Ii]tems?)\\s*(?<path>(?:\\(?\\d{1,2}(?:\\.\\d{1,2})?[A-Z]?\\)?|\\([a-z]{1,4}\\))(?:${STEP})*)`,
  ].join("|"),
  "gu",
);
const ELSEWHERE =
  /^\s*(?:,\s*)?(?:(?:and|or|to)\s+[\d()A-Za-z]{1,6}\s+)?(?:of|under|in|du|de la|del|da|des|من)\s+(?:the\s+)?(?!this|these|said\b|present)(?:\p{Lu}|principal\b|Act\b|R\.?A|P\.?D|\d|that\b|its\b|Convention|Constitution)/u;
const OUTER_WORDS = /^(?:Part|Chapter|Title|Book|Chapitre|Capítulo|Titre)/;

/** References to other places of the same draft in the own words of each provision, with the unit they mean. */
export function findReferences(provisions: readonly Provision[], units: readonly Unit[]): InternalReference[] {
  const index = new UnitIndex(units);
  const found: InternalReference[] = [];
  for (const provision of provisions) {
    if (provision.role === "heading" || provision.role === "note") continue;
    const own = provision.text.slice(provision.own.start, provision.own.end);
    for (const match of own.matchAll(REFERENCE)) {
      const after = own.slice(match.index + match[0].length, match.index + match[0].length + 60);
      if (
        ELSEWHERE.test(after) &&
        !/^\s*of\s+(?:the\s+)?(?:First|Second|Third|Fourth|Schedule|Annex|Part|Chapter|Article|[Ss]ection)\b/.test(after)
      )
        continue;
      const at = provision.own.start + match.index;
      const span = sourceSpan({ text: provision.text, map: provision.map }, at, at + match[0].length);
      if (!span) continue;
      found.push({ text: match[0], span, target: index.resolve(match.groups ?? {}, provision) });
    }
  }
  return found;
}

/** The children of a unit: the first of each number, and those without one. */
interface Children {
  readonly numbered: ReadonlyMap<string, number>;
  readonly others: readonly number[];
}

class UnitIndex {
  readonly #units: readonly Unit[];
  readonly #byKind = new Map<string, number[]>();
  readonly #children = new Map<number, Children>();

  constructor(units: readonly Unit[]) {
    this.#units = units;
    for (const unit of units) {
      if (unit.number === undefined) {
        if (unit.kind === "schedule") this.#add("schedule:", unit.index);
        continue;
      }
      const key = unit.kind === "schedule" ? "schedule" : isContainer(unit) ? "outer" : isBasic(unit) ? "basic" : null;
      if (key) this.#add(`${key}:${valueOf(unit.number)}`, unit.index);
      if (/\./.test(unit.number)) this.#add(`basic:${unit.number}`, unit.index);
    }
  }

  resolve(groups: Readonly<Record<string, string | undefined>>, provision: Provision): number | null {
    if (groups["named"] !== undefined) return this.#basic(groups["number"] ?? "", groups["steps"] ?? "", provision);
    if (groups["schedule"] !== undefined) return this.#schedule(groups["schedule"]);
    if (groups["outer"] !== undefined) return this.#first(`outer:${valueOf(groups["outerNumber"] ?? "")}`, provision);
    return this.#relative(groups["path"] ?? "", provision);
  }

  #basic(number: string, steps: string, provision: Provision): number | null {
    const key = number.includes(".") ? number : String(valueOf(number));
    const target = this.#first(`basic:${key}`, provision) ?? this.#first(`outer:${key}`, provision);
    return target === null ? null : this.#descend(target, stepsOf(steps));
  }

  #schedule(text: string): number | null {
    const word = /\b(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b/.exec(text)?.[1];
    const number = word ?? /[\dIVXA-Z]+(?=["”]?$)/.exec(text)?.[0] ?? "";
    if (number === "" || /^the Schedule/.test(text)) {
      const all = [...this.#byKind.entries()].filter(([key]) => key.startsWith("schedule:")).flatMap(([, list]) => list);
      return all.length === 1 ? (all[0] ?? null) : null;
    }
    return this.#byKind.get(`schedule:${valueOf(number)}`)?.[0] ?? null;
  }

  /** "subsection (2)" and "paragraph (a)": the nearest unit around the provision that has such a child. */
  #relative(path: string, provision: Provision): number | null {
    const steps = stepsOf(path);
    for (
      let up: Unit | undefined = this.#units[provision.unit];
      up && up.kind !== "draft";
      up = up.parent === null ? undefined : this.#units[up.parent]
    ) {
      const target = this.#descend(up.index, steps);
      if (target !== null) return target;
      if (up.index === provision.article) return null;
    }
    return null;
  }

  #descend(from: number, steps: readonly string[]): number | null {
    let at = from;
    for (const step of steps) {
      const child = this.#child(at, step, 3);
      if (child === null) return null;
      at = child;
    }
    return at;
  }

  #child(from: number, number: string, depth: number): number | null {
    const { numbered, others } = this.#childrenOf(from);
    const own = numbered.get(number.toLowerCase());
    if (own !== undefined) return own;
    if (depth === 0) return null;
    for (const child of others) {
      const found = this.#child(child, number, depth - 1);
      if (found !== null) return found;
    }
    return null;
  }

  #childrenOf(from: number): Children {
    let known = this.#children.get(from);
    if (!known) {
      const numbered = new Map<string, number>();
      const others: number[] = [];
      for (const child of this.#units[from]?.children ?? []) {
        const number = this.#units[child]?.number?.toLowerCase();
        if (number === undefined) others.push(child);
        else if (!numbered.has(number)) numbered.set(number, child);
      }
      known = { numbered, others };
      this.#children.set(from, known);
    }
    return known;
  }

  /** The unit with this number; inside a schedule its own units come first, elsewhere those of the law itself. */
  #first(key: string, provision: Provision): number | null {
    const list = this.#byKind.get(key) ?? [];
    if (list.length <= 1) return list[0] ?? null;
    const home = this.#scheduleOf(provision.unit);
    return list.find((index) => this.#scheduleOf(index) === home) ?? list[0] ?? null;
  }

  #scheduleOf(index: number): number | null {
    for (let unit = this.#units[index]; unit; unit = unit.parent === null ? undefined : this.#units[unit.parent]) {
      if (unit.kind === "schedule") return unit.index;
    }
    return null;
  }

  #add(key: string, index: number): void {
    const list = this.#byKind.get(key);
    if (list) list.push(index);
    else this.#byKind.set(key, [index]);
  }
}

function isContainer(unit: Unit): boolean {
  return unit.kind === "part" || unit.kind === "chapter" || unit.kind === "title";
}

function isBasic(unit: Unit): boolean {
  return unit.kind === "article" || unit.kind === "section";
}

function stepsOf(path: string): string[] {
  return path.match(/[\p{L}\d]+(?:\.\d+)?/gu) ?? [];
}

function valueOf(number: string): number | string {
  const plain = westernDigits(number).replace("-", "");
  if (OUTER_WORDS.test(plain)) return plain;
  if (/^\d/.test(plain)) return rankOf(plain);
  return romanValue(plain) ?? wordValue(plain) ?? plain;
}

import type { Entry } from "./entries.ts";
import type { Mark } from "./marks.ts";
import { follows, type Enumerator, type Form } from "./numbering.ts";
import type { Place } from "./tree.ts";
import { announces } from "./words.ts";

type NumberMark = Extract<Mark, { kind: "number" }>;

/** Where an enumerator belongs: a child of `stack[parent]`, read as `form`. */
export interface Decision {
  readonly parent: number;
  readonly form: Form;
}

export interface Situation {
  /** Open units, the draft first. */
  readonly stack: readonly Place[];
  /** Index in `stack` of the innermost unit that is no list item. */
  readonly base: number;
  /** The words right before the mark, in the block or in the unit that is open. */
  readonly before: string;
  readonly text: string;
  /** Whether a later mark with this number, in a list of the same style, stands ahead before the next head. */
  readonly ahead: (wanted: string, style: string) => boolean;
}

const MAX_DEPTH = 40;
const LARGEST_JUMP = 6;

/** Decides whether a number or letter in the text opens an item, and of which list; null when it is running text. */
export function placeEnumerator(mark: NumberMark, situation: Situation): Decision | null {
  const { enumerator, evidence } = mark;
  const decimal = /^(?:\d+\.)+\d+$/.test(enumerator.number);
  if (decimal) return placeDecimal(enumerator, evidence === "start", situation);
  if (/\.1\)$/.test(enumerator.forms[0]?.style ?? "")) return placeDotted(enumerator, situation);
  const continuing = findContinuing(mark, situation);
  if (continuing) return continuing;
  const starting = findStart(mark, situation);
  if (starting) return starting;
  return evidence === "start" ? findJump(enumerator, situation) : null;
}

/** The innermost open list that the enumerator goes on with. */
function findContinuing(mark: NumberMark, situation: Situation): Decision | null {
  const { stack, base } = situation;
  for (let i = stack.length - 1; i > base; i--) {
    const open = stack[i];
    const form = mark.enumerator.forms.find((other) => other.style === open?.style);
    if (!open || !form || !follows(open.value, form.value)) continue;
    if (startsRoman(mark, form, situation)) continue;
    if (mark.evidence === "loose" && !/^\(/.test(form.style)) continue;
    return { parent: i - 1, form };
  }
  return mark.evidence === "start" ? findInterrupted(mark, situation) : null;
}

/** A list that other words interrupted: "b." goes on with "a." although the unit around them has had the word since. */
function findInterrupted(mark: NumberMark, situation: Situation): Decision | null {
  const { stack, base } = situation;
  for (let i = stack.length - 1; i >= base; i--) {
    const last = stack[i]?.lastItem;
    const form = mark.enumerator.forms.find((other) => other.style === last?.style);
    if (last && form && last !== stack[i + 1] && follows(last.value, form.value)) return { parent: i, form };
  }
  return null;
}

/** "(i)" after "(h)" begins a roman list when "(ii)" comes before "(j)", or when (h) waits for a list. */
function startsRoman(mark: NumberMark, form: Form, situation: Situation): boolean {
  const roman = mark.enumerator.forms.find((other) => other !== form && other.value === 1);
  if (!roman) return false;
  const second = mark.enumerator.number === "I" ? "II" : "ii";
  const next = mark.enumerator.number === "I" ? "J" : "j";
  if (situation.ahead(second, roman.style))
    return !situation.ahead(next, form.style) || announces(situation.before) || nearer(situation, second, next);
  return announces(situation.before) && !situation.ahead(next, form.style);
}

function nearer(situation: Situation, second: string, next: string): boolean {
  return situation.ahead(`${second}<${next}`, "");
}

function findStart(mark: NumberMark, situation: Situation): Decision | null {
  const { stack, base, before, text } = situation;
  if (stack.length > MAX_DEPTH) return null;
  const top = stack.length - 1;
  const forms = mark.enumerator.forms.filter((form) => form.value === 1 || (form.value < 1.5 && form.value > 1));
  const form = forms.find((other) => !stack.some((open, i) => i > base && open.style === other.style)) ?? forms[0];
  if (!form) return null;
  const waiting = announces(before);
  if (mark.evidence !== "start") {
    const paren = form.style.startsWith("(");
    if (/^[aiAI]\.$/.test(form.style) && !waiting) return null;
    const second = secondOf(form.style);
    const sibling = situation.ahead(second, form.style);
    if (mark.evidence === "loose") {
      if (form.style === "(1)") {
        const open = stack[top];
        if (!open?.basic || open.children.length > 0 || text.slice(0, mark.at).length > 160) return null;
      } else if (!paren || !new RegExp(`\\(${second}\\)`).test(text.slice(mark.end))) return null;
    } else if (!waiting && !sibling) return null;
    else if (waiting && !sibling && !paren) return null;
  }
  const restart = stack.findIndex((open, i) => i > base && open.style === form.style);
  if (restart > 0 && !waiting) {
    if (mark.evidence !== "start") return null;
    return { parent: restart - 1, form };
  }
  return { parent: top, form };
}

function secondOf(style: string): string {
  if (style.includes("1")) return "2";
  if (style.includes("a")) return "b";
  if (style.includes("A")) return "B";
  return style.includes("I") ? "II" : "ii";
}

/** A number at the start of a block that leaves a gap in its list, or whose list has lost its beginning. */
function findJump(enumerator: Enumerator, situation: Situation): Decision | null {
  const { stack, base } = situation;
  for (let i = stack.length - 1; i > base; i--) {
    const open = stack[i];
    const form = enumerator.forms.find((other) => other.style === open?.style);
    if (open && form && (/^\(/.test(form.style) || (form.value > open.value && form.value - open.value <= LARGEST_JUMP))) {
      return { parent: i - 1, form };
    }
  }
  const form = enumerator.forms.find((other) => /^\(|\)$|º$/.test(other.style));
  if (form && stack.length <= MAX_DEPTH)
    return { parent: announces(situation.before) ? stack.length - 1 : lostParent(situation, form), form };
  const bare = enumerator.forms.find((other) => other.style === "1.");
  if (bare && bare.value <= LARGEST_JUMP && situation.stack.length <= MAX_DEPTH) return { parent: base, form: bare };
  return null;
}

/** A list without beginning: numbers hang on the basic unit, letters on the last numbered paragraph. */
function lostParent(situation: Situation, form: Form): number {
  if (form.style.includes("1")) return situation.base;
  const { stack, base } = situation;
  const next = stack[base + 1];
  return next && next.style.includes("1") ? base + 1 : base;
}

/** "2.3" hangs on "2", or follows "2.2". */
function placeDecimal(enumerator: Enumerator, atStart: boolean, situation: Situation): Decision | null {
  const { stack, base } = situation;
  const form = enumerator.forms[0];
  if (!form || stack.length > MAX_DEPTH) return null;
  const prefix = enumerator.number.slice(0, enumerator.number.lastIndexOf("."));
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i];
    if (!open) continue;
    const siblings = open.style === form.style && open.number.slice(0, open.number.lastIndexOf(".")) === prefix;
    if (siblings && i > base && follows(open.value, form.value)) return { parent: i - 1, form };
    if (siblings && i > base && atStart) return { parent: i - 1, form };
    if (open.number === prefix && atStart) return { parent: i, form };
  }
  if (!atStart) return null;
  const sibling = stack.findIndex((open, i) => i > base && open.style === form.style);
  if (sibling > 0) return { parent: sibling - 1, form };
  return form.value <= 3 || stack[base]?.number === "" ? { parent: base, form } : null;
}

/** "(c.1)" hangs on "(c)", or follows another of its kind. */
function placeDotted(enumerator: Enumerator, situation: Situation): Decision | null {
  const { stack, base } = situation;
  const form = enumerator.forms[0];
  const letter = enumerator.number[0];
  if (!form) return null;
  for (let i = stack.length - 1; i > base; i--) {
    const open = stack[i];
    if (open?.style === form.style) return { parent: i - 1, form };
    if (open?.number === letter) return { parent: i, form };
  }
  return { parent: base, form };
}

/** Whether `wanted` stands among the marks ahead; "a<b" asks whether `a` comes before `b`. */
export function looksAhead(entries: readonly Entry[], entry: number, mark: number, wanted: string, style: string): boolean {
  const [first, second] = wanted.split("<");
  let seen = 0;
  for (let i = entry; i < entries.length && i < entry + 80; i++) {
    const here = entries[i];
    if (!here || here.furniture !== null) continue;
    if (i > entry && here.head) return false;
    for (let j = i === entry ? mark + 1 : 0; j < here.marks.length; j++) {
      const other = here.marks[j];
      if (other?.kind !== "number") continue;
      if (++seen > 60) return false;
      if (second !== undefined) {
        if (other.enumerator.number === first) return true;
        if (other.enumerator.number === second) return false;
      } else if (other.enumerator.number === first && other.enumerator.forms.some((form) => form.style === style)) return true;
    }
  }
  return false;
}

import { definedTerm, furtherTerms } from "./definitions.ts";
import { isDefinitionHeading, QUOTED_TERM } from "./definitionWords.ts";
import { markEmphasis } from "./marked.ts";
import { passingTerms } from "./passing.ts";
import { sliceText, sourceSpan } from "./sourceMap.ts";
import type { DefinedTerm, Provision } from "./types.ts";

const ALIAS = new RegExp(`^\\s*(?:,|or|and|ou|y|o)\\s*(?:(?:an?|the) )?${QUOTED_TERM}`, "iu");
const TERM_ROW =
  /^(?:\p{L}+ )?(?:terms?|expressions?|words?|names?|notions?|abbreviations?)(?: \p{L}+)?:\s*(.{1,80}?);\s*(?:[^:;]{0,30}\b)?(?:meanings?|means?|definitions?|sense|signification|explanation|interpretation|description)\b[^:;]{0,20}:\s*(?=\S)/iu;
const PLAIN_ROW = /^(?:[^:;]{1,40}:\s*)?([^:;]{2,60});\s*(?:[^:;]{1,40}:\s*)?(?=\S.{11})/u;
const PARTY =
  /(?:^|[\s,(])((?:first|second|third|fourth|1st|2nd|3rd) party|party (?:of the (?:first|second|third) part|[A-D]|one|two|no\.? ?\d))(?:[,:]?\s*[_.…[\]]{3,}[^()\p{L}]{0,8})?\s*(?:\(([^()]{3,120})\)|:\s*(?=\p{L})([^;.]{3,120}))/giu;

const PARTY_NAME = /^(?:the )?((?:first|second|third|fourth|1st|2nd|3rd) party|party (?:[A-D]|one|two))$/i;

/** The terms that the draft defines, in definitions of their own or in passing ("hereinafter the ‘Agency’"); `source` is the whole draft. */
export function findTerms(provisions: readonly Provision[], source: string): DefinedTerm[] {
  return new TermFinder(source).find(provisions);
}

class TermFinder {
  readonly #found: DefinedTerm[] = [];
  readonly #leads = new Set<number>();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  find(provisions: readonly Provision[]): DefinedTerm[] {
    for (const provision of provisions) {
      if (provision.role === "note" || provision.role === "heading" || provision.role === "repealed") continue;
      this.#readLead(provision);
      if (provision.role === "table" && this.#readRow(provision)) continue;
      this.#readStretch(provision, provision.own.start, provision.own.end, provision.term);
    }
    return this.#found;
  }

  /** A definition whose items are provisions of their own: "A bureau is a person that does any of these things: – …". */
  #readLead(provision: Provision): void {
    const end = provision.own.start - 1;
    const at = sourceSpan({ text: provision.text, map: provision.map }, 0, end)?.start;
    if (provision.role === "table" || end <= 0 || at === undefined || this.#leads.has(at)) return;
    this.#leads.add(at);
    const whole = sliceText({ text: provision.text, map: provision.map }, 0, end);
    const first = definedTerm(markEmphasis(whole, this.#source), false);
    if (first) this.#add(provision, first.term, first.termAt, [], provision.text);
  }

  #readStretch(provision: Provision, from: number, to: number, term: string | undefined): void {
    const own = sliceText({ text: provision.text, map: provision.map }, from, to);
    const sentence = markEmphasis(own, this.#source);
    const passing = passingTerms(sentence);
    const first = term === undefined ? definedTerm(sentence, false) : { term, termAt: Math.max(0, own.text.indexOf(term)) };
    if (first) {
      const others = furtherTerms(sentence, first.termAt + first.term.length);
      const end = others[0]?.at ?? own.text.length;
      const within = passing.filter(({ at, last }) => last && at < end && at > first.termAt).map((other) => other.term);
      const aliases = [...findAliases(own.text, first.termAt + first.term.length), ...within];
      this.#add(provision, first.term, from + first.termAt, aliases, own.text.slice(0, end));
      others.forEach((other, n) => {
        const until = others[n + 1]?.at ?? own.text.length;
        const more = findAliases(own.text, other.termAt + other.term.length);
        this.#add(provision, other.term, from + other.termAt, more, own.text.slice(other.at, until).trim());
      });
    }
    const apart = first ? passing.filter(({ at, last }) => !last && at > first.termAt + first.term.length) : passing;
    for (const { term: name, at, named } of apart) {
      const party = PARTY_NAME.exec(named)?.[1];
      this.#addOnce(provision, name, from + at, party === undefined ? [] : [party], `${name}: ${named}`);
    }
    for (const party of own.text.matchAll(PARTY)) {
      const name = party[1] ?? "";
      const at = from + party.index + party[0].indexOf(name);
      this.#addOnce(provision, name, at, [], `${name}: ${party[2] ?? party[3] ?? ""}`);
    }
  }

  #readRow(provision: Provision): boolean {
    const { text } = provision;
    const row =
      TERM_ROW.exec(text.slice(provision.own.start)) ??
      (this.#isDefinitions(provision) ? PLAIN_ROW.exec(text.slice(provision.own.start)) : null);
    const term = row?.[1]?.replace(/^["“‘«\s]+|["”’»\s]+$/g, "") ?? "";
    if (row === null || !/\p{L}/u.test(term)) return false;
    const meaning = text.slice(provision.own.start + row[0].length, provision.own.end);
    this.#add(provision, term, text.indexOf(term, provision.own.start), [], `${term}: ${meaning}`);
    return true;
  }

  #isDefinitions(provision: Provision): boolean {
    return provision.headings.slice(-2).some(isDefinitionHeading);
  }

  #addOnce(provision: Provision, term: string, at: number, aliases: readonly string[], definition: string): void {
    if (!this.#found.some((other) => other.term === term)) this.#add(provision, term, at, aliases, definition);
  }

  #add(provision: Provision, term: string, at: number, aliases: readonly string[], definition: string): void {
    const span = sourceSpan({ text: provision.text, map: provision.map }, at, at + term.length);
    const others = [...new Set(aliases)].filter((alias) => alias !== term);
    if (span) this.#found.push({ term, aliases: others, definition, span, provision: provision.index });
  }
}

/** Further names right behind the first: “agency” or “bureau” means … */
function findAliases(text: string, from: number): string[] {
  const aliases: string[] = [];
  let rest = text.slice(from).replace(/^\s?[”"»’']/, "");
  for (let match = ALIAS.exec(rest); match; match = ALIAS.exec(rest)) {
    const alias = (match[1] ?? match[2] ?? match[3] ?? "").trim();
    if (alias !== "") aliases.push(alias);
    rest = rest.slice(match[0].length);
  }
  return aliases;
}

import { ASIDE, MORE_TERMS, QUOTED_TERM, SET_APART, VERBS, WEAK_VERBS } from "./definitionWords.ts";
import { MARKS, type MarkedText } from "./marked.ts";
import { hasVerb, saysDuty } from "./words.ts";

/** A quoted or marked term with the word that defines it, as found in running text. */
export interface TermMark {
  readonly at: number;
  readonly term: string;
  /** Offset of the term itself, without its quotation mark. */
  readonly termAt: number;
}

export type FoundTerm = Pick<TermMark, "term" | "termAt">;

const BEHIND = `${MORE_TERMS}${ASIDE}`;
const QUALIFIED = "\\[\\s?definition\\b|,\\s(?:in relation to|with respect to|when used)\\b";
const EVERY_DEFINITION = new RegExp(`${QUOTED_TERM}${BEHIND}\\s*(?:(?:${VERBS})(?![\\p{L}])|${QUALIFIED})`, "giu");
const FIRST_DEFINITION = new RegExp(`${SET_APART}${BEHIND},?\\s*(?:(?:${VERBS}|${WEAK_VERBS})(?![\\p{L}])|${QUALIFIED})`, "iu");
const VERB_NEXT = new RegExp(`^${ASIDE},?\\s*(?:${VERBS})(?![\\p{L}])`, "iu");
const STRONG_END = new RegExp(`(?:${VERBS}|${QUALIFIED})$`, "iu");
const QUOTED_COLON = new RegExp(`^${QUOTED_TERM}${MORE_TERMS}\\s*(?::|[—–]|-\\s)`, "iu");
const LISTED_COLON = new RegExp(`^${SET_APART}${BEHIND}\\s*(?::|\\.?\\s*[—–]|\\.?\\s?-\\s|\\.\\s(?=\\p{L}))`, "iu");
const BARE_VERB = new RegExp(`^([\\p{L}(][^.;:“”"]{0,80}?)\\.?\\s*(?:[—–-]\\s*)?(?:${VERBS}|${WEAK_VERBS})(?![\\p{L}])`, "iu");
const BARE_COLON = /^([\p{L}(][^;:“”"—–]{0,100}?)\s*(?::\s|\.?\s*[—–]\s?|\.?\s-\s|-\s)(?=\S)/u;
/** "Household worker means a person …": a definition even where neither marks nor headings say so. */
const PLAIN =
  /^((?:[\p{L}’'()/-]+\s){1,6}?)(?:means?|signif(?:y|ies)|denotes?|shall (?:mean|be understood (?:as|to mean)|be taken to mean)|is understood to mean)(?=\s(?:an?|the|any|every|each|all|one|someone|anyone|anybody|somebody|whoever|such|those|persons?)(?!\p{L}))/iu;
const NO_TERM =
  /^(?:in|for|unless|where|when|if|the following|any|no|this|that|these|those|it|which|what|by|nothing|nor|provided|explanation|to|reference|references|he|she|they|and|or|but|[\p{L}\s]*\bthe (?:act|expression|term|word))\b/iu;
const LEADS = /(?:^|[;:.,—–―⸺\]”’"]|[;,]\s*(?:and|or|et|ou|y|o))\s*[‘'“"]?\s*$/i;
const LEAD =
  /^[\s"“‘'[(]*(?:(?:by|(?:(?:in|for the purposes? of|under|(?:where|when|wherever|as|whenever) used in|within the meaning of|throughout) (?:this|these|the)\b[^“"‘;:\uE000]{0,90}|in relation to [^,“"‘;:\uE000]{1,60},))[,—–:-]*\s*)?(?:(?:there (?:is|are) (?:understood|meant|designated) by|by)\s)?(?:(?:any |a )?references? to )?(?:(?<!["“„«‘'\uE000])(?:the|an?) )?(?:(?:term|expression|word|phrase)s? )?/i;
const BARE_LEAD =
  /^\s*(?:(?:in|for the purposes? of|under|throughout) (?:this|these|the)\b[^,;:]{0,80}[,:]\s*(?:(?:unless|except|save|where)\b[^,;:]{0,90}[,:]\s*)?[—–-]*\s*)?(?:(?:the|an?) )?(?:(?:term|expression|word|phrase) )?/i;
/** What may part the definitions of one sentence, with the next term. */
const FURTHER = new RegExp(
  `[;.,]\\s*(?:(?:and|or)\\s+)?(?:(?:the|an?)\\s+)?(?:(?:term|expression|word)\\s+)?${SET_APART}${BEHIND},?\\s*(?:(?:${VERBS}|${WEAK_VERBS})(?![\\p{L}])|(?=(?:an?|the|any|every|each|all|one|someone|anyone|such|those)\\s))`,
  "giu",
);
const FURTHER_BARE =
  /;\s*(?:and\s+)?(?:an?\s+|the\s+)?(\p{L}[\p{L} -]{1,40}?)\s(?:means?|signif(?:y|ies)|denotes?|shall mean)(?!\p{L})/giu;

/**
 * Terms in a block of plain text that stand, with a verb that defines them, where a definition may begin: quoted ones anywhere, the words
 * of the emphasis that opens the block (`emphasis` characters long, 0 for none) at its start.
 */
export function findTermMarks(text: string, emphasis = 0): TermMark[] {
  const marks: TermMark[] = [];
  if (/["“„«‘']/.test(text)) {
    for (const match of text.matchAll(EVERY_DEFINITION)) {
      const before = text.slice(Math.max(0, match.index - 12), match.index);
      if (!LEADS.test(before) && match.index > 3) continue;
      const term = readTerm(match);
      if (term !== null) marks.push({ at: match.index, ...term });
    }
    const first = QUOTED_COLON.exec(text);
    if (first && !marks.some((mark) => mark.at < first[0].length)) {
      const term = readTerm(first);
      if (term !== null) marks.unshift({ at: 0, ...term });
    }
  }
  const led = emphasis > 0 && marks[0]?.at !== 0 ? emphasisedTerm(text, emphasis) : null;
  return led === null ? marks : [{ at: 0, ...led }, ...marks];
}

/** "**agency worker** means …" at the start of a block. */
function emphasisedTerm(text: string, emphasis: number): FoundTerm | null {
  const term = text.slice(0, emphasis).trim();
  const fits = /^[\p{L}(][^.;:,“”"]*$/u.test(term) && isShort(term) && !hasVerb(term);
  return fits && VERB_NEXT.test(text.slice(emphasis)) ? { term, termAt: 0 } : null;
}

function isShort(term: string): boolean {
  return term.split(/\s+/).length <= 12;
}

function readTerm(match: RegExpMatchArray, shift = 0): FoundTerm | null {
  const written = match.slice(1, 5).find((group) => group !== undefined) ?? "";
  const term = written.replace(MARKS, "").trim();
  if (!/\p{L}/u.test(term)) return null;
  return { term, termAt: shift + (match.index ?? 0) + match[0].indexOf(written.trim()) };
}

/**
 * The term defined by a sentence: quoted or emphasised near its start ("In this section, “fee” means …"), or plain before "means"; before
 * weaker signs ("Act – refers to …", "forced labour: work …") only when `listed` says that it stands in a list of definitions.
 */
export function definedTerm(sentence: MarkedText, listed: boolean): FoundTerm | null {
  const found = findFirst(sentence.text, listed);
  return found === null ? null : { term: found.term, termAt: sentence.plainAt(found.termAt) };
}

function findFirst(text: string, listed: boolean): FoundTerm | null {
  const skipped = LEAD.exec(text)?.[0].replace(/["“‘'\s[(]+$/, "").length ?? 0;
  const rest = text.slice(skipped);
  const quoted = FIRST_DEFINITION.exec(rest);
  if (quoted && /^[\s"“‘'[(,—–:-]*$/.test(rest.slice(0, quoted.index))) {
    const weak = !STRONG_END.test(quoted[0]) && saysDuty(rest.slice(quoted.index + quoted[0].length).split(/[;.]/)[0] ?? "");
    const term = weak ? null : readTerm(quoted, skipped);
    if (term) return term;
  }
  const trimmed = text.length - text.replace(/^[\s‘']+/, "").length;
  const colon = (listed ? LISTED_COLON : QUOTED_COLON).exec(text.slice(trimmed));
  const named = colon ? readTerm(colon, trimmed) : null;
  if (named) return named;
  const lead = BARE_LEAD.exec(text)?.[0].length ?? 0;
  return bareTerm(text, PLAIN, lead) ?? (listed ? (bareTerm(text, BARE_VERB, lead) ?? bareTerm(text, BARE_COLON, 0)) : null);
}

function bareTerm(text: string, pattern: RegExp, from: number): FoundTerm | null {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const written = pattern.exec(text.slice(start))?.[1]?.replace(/[.\s]+$/, "") ?? "";
  const term = written.replace(MARKS, "").trim();
  if (!/\p{L}/u.test(term) || !isShort(term) || NO_TERM.test(term)) return null;
  return { term, termAt: text.indexOf(written, start) };
}

/** A further definition in the same sentence; offsets are those of the plain text. */
export interface FurtherTerm extends FoundTerm {
  /** Where the definition begins, behind the words before it. */
  readonly at: number;
}

/** The terms that a sentence defines after its first one, which ends at offset `from` of the plain text. */
export function furtherTerms(sentence: MarkedText, from: number): FurtherTerm[] {
  const found: FurtherTerm[] = [];
  for (const pattern of [FURTHER, FURTHER_BARE]) {
    for (const match of sentence.text.matchAll(pattern)) {
      const term = readTerm(match);
      const at = sentence.plainAt(match.index) + 1;
      if (term === null || at <= from || NO_TERM.test(term.term)) continue;
      const termAt = sentence.plainAt(term.termAt);
      if (!found.some((other) => other.termAt === termAt)) found.push({ term: term.term, termAt, at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const BEFORE_MEANING = new RegExp(
  `^["”“»’'\\s\\])]*${MORE_TERMS}${ASIDE}[\\s,]*(?:[:—–.-]\\s*)*(?:(?:${VERBS}|${WEAK_VERBS})(?![\\p{L}]))?[\\s,:—–-]*`,
  "iu",
);
const QUALIFICATION =
  /^(?:in relation to|with respect to|in respect of|in the case of|for the purposes? of|when used|where used|unless|except)\s[^;:]{1,140}?(?:,|[—–:-])\s*/i;

/** What `definition` says of `term`: the words behind the term and the verb that defines it; all of it when the term stands elsewhere. */
export function meaningOf(definition: string, term: string): string {
  const at = definition.toLowerCase().indexOf(term.toLowerCase());
  if (at < 0 || at > 120) return definition;
  const rest = definition.slice(at + term.length);
  return rest.slice(BEFORE_MEANING.exec(rest)?.[0].length ?? 0).replace(QUALIFICATION, "");
}

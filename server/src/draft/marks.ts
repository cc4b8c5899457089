import { findTermMarks, type TermMark } from "./definitions.ts";
import { readHead, type Head } from "./heads.ts";
import { readEnumerator, type Enumerator } from "./numbering.ts";

/** How much speaks for an enumerator before its list is known: at the start of a block, after punctuation, or in mid-sentence. */
export type Evidence = "start" | "stop" | "loose";

export type Mark =
  | {
      readonly kind: "number";
      readonly at: number;
      readonly end: number;
      readonly enumerator: Enumerator;
      readonly evidence: Evidence;
    }
  | { readonly kind: "term"; readonly at: number; readonly end: number; readonly term: TermMark }
  | { readonly kind: "head"; readonly at: number; readonly end: number; readonly head: Head }
  | { readonly kind: "closing"; readonly at: number; readonly end: number };

const OPENERS = /(?:\d{1,2}\s?(?=\[))?[\s“"„«‘'[]*/y;
const CANDIDATE =
  /(?<=[\s“"‘«[—–―⸺:;])(?:\((?=\s?[^\s()]{1,6}\s?\))|[\d٠-٩۰-۹]{1,3}(?=\s?[.)º°]|[A-Za-z]{1,2}[.)]|\.\d)|[A-Za-z]{1,2}(?=[.)]\s)|[ivxlcIVXLC]{3,7}(?=[.)]\s))/gu;
const REFERENCE =
  /(?:^|[^\p{L}])(?:(?:sub-?\s?)?(?:sections?|paragraphs?|clauses?|articles?|regulations?|rules?|items?|points?|heads?|parts?|schedules?|chapters?|annex(?:es)?|forms?|tables?|columns?|categor(?:y|ies)|class|number|alinéas?|paragraphes?|párrafos?|apartados?|incisos?|alíneas?|parágrafos?|absatz|nummer|ayat|huruf|الفقرة|المادة|البند)|(?:ss?|secs?|arts?|paras?|cl|regs?|rr?|nos?|pp?|cap|ch|vol|rs|pt|abs|nr|al|núm|n)\s?\.|n°|§+)\s*(?:\d+[A-Za-z]{0,2}|[ivxlcIVXLC]+(?!\p{L})|\([^()\s]{1,6}\)|,|–|-|\s|(?:and|or|to|et|ou|à|y|o|e|a|und|bis|oder|dan|atau)(?!\p{L}))*$/iu;
/** What follows a reference ("(c), (e) or (f)"), never an item. */
const RUNS_ON = /^\s*(?:[,;)\]]|\.(?:\s|$)|(?:and|or|to|et|ou|y|o|e|and\/or)\s+\()/i;
const RUNS_ON_INLINE = /^\s*(?:of|above|below|hereof)\s/i;
const CONNECTIVE = /[;,.:—–”’\])]\s*(?:and\s?\/\s?or|and|or|but|et|ou|y|o|e|und|oder|dan|atau|أو|و)$/i;
const AFTER_STOP = /[:;—–―⸺.\]”’»؛]$/;
const NUMBER_WORD =
  /(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|thousand|million|[$€£])$/i;
const CLOSING =
  /[.,;]\s*(?:(?:and|or)\s)?(?=(?:commits an offence|is guilty of an offence|(?:shall|is|are) (?:be )?(?:guilty|liable|punish\w+)|shall,? (?:upon|on) conviction|est (?:coupable|puni)|sera puni|será (?:sancionad|castigad)[oa]|comete )\b)/gi;
/** "Article 9: Protection …" right behind the end of a sentence: a heading that lost its line. */
const RUN_IN_HEAD =
  /(?<=[.;:”’"\])]\s)(?:Article|Art\.|Section|Sec\.|Regulation|Rule|ARTICLE|SECTION|SEC\.)\s+\d{1,3}[A-Za-z]{0,2}\s*[.:–—-]+\s*(?=["“]?\p{Lu})/gu;
const SCAN_LIMIT = 4_000_000;

/** Everything in a block of plain text that may open a unit, in order; `emphasis` is the length of the emphasis it begins with. Which of them do is for the outline to say. */
export function findMarks(text: string, emphasis = 0): Mark[] {
  const numbers: Mark[] = [];
  let at = skipOpeners(text, 0);
  for (;;) {
    const enumerator = readEnumerator(text, at);
    if (
      !enumerator ||
      (RUNS_ON.test(text.slice(enumerator.end, enumerator.end + 16)) && text.slice(enumerator.end).trim() !== ".")
    )
      break;
    numbers.push({ kind: "number", at, end: enumerator.end, enumerator, evidence: "start" });
    at = skipOpeners(text, enumerator.end);
  }
  if (text.length > SCAN_LIMIT) return numbers;
  CANDIDATE.lastIndex = at;
  for (let hit = CANDIDATE.exec(text); hit; hit = CANDIDATE.exec(text)) {
    const enumerator = readEnumerator(text, hit.index);
    if (!enumerator) continue;
    const evidence = inlineEvidence(text, enumerator);
    if (evidence === null) continue;
    numbers.push({ kind: "number", at: hit.index, end: enumerator.end, enumerator, evidence });
    CANDIDATE.lastIndex = Math.max(enumerator.end - 1, hit.index + 1);
  }
  const terms: Mark[] = findTermMarks(text, emphasis).map((term) => ({ kind: "term", at: term.at, end: term.at, term }));
  const others: Mark[] = [];
  for (const hit of text.matchAll(CLOSING)) others.push({ kind: "closing", at: hit.index + 1, end: hit.index + 1 });
  for (const hit of text.matchAll(RUN_IN_HEAD)) {
    const head = readHead(hit[0]);
    if (head) others.push({ kind: "head", at: hit.index, end: hit.index + hit[0].length, head });
  }
  if (terms.length === 0 && others.length === 0) return numbers;
  return [...numbers, ...terms, ...others].sort((a, b) => a.at - b.at);
}

function skipOpeners(text: string, at: number): number {
  OPENERS.lastIndex = at;
  return at + (OPENERS.exec(text)?.[0].length ?? 0);
}

function inlineEvidence(text: string, enumerator: Enumerator): Evidence | null {
  const after = text.slice(enumerator.end, enumerator.end + 16);
  if (RUNS_ON.test(after) || RUNS_ON_INLINE.test(after) || enumerator.end >= text.length) return null;
  const before = text.slice(Math.max(0, enumerator.at - 90), enumerator.at).replace(/(?:\s\d{1,2}\s?(?=\[))?[\s“"‘«[]+$/, "");
  if (REFERENCE.test(before)) return null;
  const style = enumerator.forms[0]?.style ?? "";
  const paren = style.startsWith("(");
  if (AFTER_STOP.test(before) || CONNECTIVE.test(before)) return "stop";
  const numeric = /1/.test(style);
  if (!paren || NUMBER_WORD.test(before)) return null;
  if (numeric && !/^\s*[\p{Lu}“"]/u.test(text.slice(enumerator.end))) return null;
  return "loose";
}

/** The fixed words of messages, one record per language; the law's own words come from the rulebook. */
import type { FindingKind, Limit } from "../analysis/types.ts";

export interface Phrases {
  /** What a limited provision does, following its quotation: "“…” gives a power, not a duty". */
  readonly limits: Readonly<Record<Limit, string>>;
  /** What is said of a quoted provision when no limit says it better. */
  readonly verbs: Readonly<Record<Exclude<FindingKind, "gap">, string>>;
  readonly nothing: string;
  readonly nothingFor: string;
  readonly partly: string;
  readonly absent: string;
  readonly notEnough: string;
  readonly here: string;
  readonly standard: string;
  readonly todo: string;
  readonly openQuote: string;
  readonly closeQuote: string;
}

const ENGLISH: Phrases = {
  limits: {
    "weak-modality": "uses words that do not bind, such as “may”, “should” or “endeavour”",
    "power-only": "gives a power to act, not a duty",
    "consent-exception": "can be set aside by the worker's consent or waiver",
    exception: "is undone in part by an exception",
    cap: "sets a limit where the standard asks for a ban",
    "statement-only": "states an aim or a fact, not a duty",
    "definition-only": "is only a definition; no rule makes it bind",
  },
  verbs: {
    contradiction: "contradicts the standard",
    "weak-duty": "does not bind",
    "over-broad-exception": "leaves too wide an exception",
    "hollow-right": "has no sanction, authority or remedy behind it",
    drafting: "is unclear",
  },
  nothing: "nothing here provides for this",
  nothingFor: "No provision of this draft provides for this.",
  partly: "Only in part",
  absent: "not there",
  notEnough: "does not go far enough",
  here: "This provision",
  standard: "The standard",
  todo: "What to do",
  openQuote: "“",
  closeQuote: "”",
};

const PHRASES: Readonly<Record<string, Phrases>> = { en: ENGLISH };

/** The fixed words for a language (BCP 47, lower case); English where a language has none yet. */
export function phrasesFor(language: string): Phrases {
  return PHRASES[language] ?? PHRASES[language.split("-")[0] ?? ""] ?? ENGLISH;
}

/** The rulebook as loaded: requirements, instruments, lexicon. The YAML under rules/ has the same shape. */
import type { DraftKind } from "../draft/types.ts";
import type { RawLexicon } from "../language/lexicon.ts";
import type { RuleMatch } from "./match.ts";

export type Severity = "error" | "warning" | "information" | "hint";
export type Force = "binding" | "recommendation" | "principle" | "guideline" | "definition";
export type Stakeholder = "government" | "agency" | "employer" | "worker" | "organisations" | "inspectorate";
export type Verified = "text" | "secondary" | "recollection";

/** One provision of an instrument: the single source of every citation. */
export interface InstrumentProvision {
  /** Instrument code: "C181", "R188", "GP", "OG", "DEF", "FEES", "C095". */
  readonly instrument: string;
  /** "7(1)", "13", "6.2", "III", "labour recruiter". */
  readonly number: string;
  /** Own-words summary, one or two sentences. */
  readonly summary: string;
  /** At most twelve words of the official text. */
  readonly keyPhrase?: string;
  readonly verified: Verified;
}

export interface Instrument {
  readonly code: string;
  readonly title: string;
  /** "Convention No. 181", "GP&OG, general principle". */
  readonly shortTitle: string;
  readonly year: number;
  readonly force: Force;
  /** Page of the official text. */
  readonly url: string;
  readonly provisions: readonly InstrumentProvision[];
}

/** A reference of a rule to the database: "C181 7(1)". */
export interface Cite {
  readonly text: string;
  readonly instrument: string;
  readonly number: string;
}

export interface ClauseBlank {
  readonly name: string;
  /** What stands there before the drafter fills it. */
  readonly example: string;
}

export interface Clause {
  readonly id: string;
  readonly for: DraftKind;
  /** One line: what choosing this variant means. */
  readonly label: string;
  /** Heading of the provision, without a number. */
  readonly heading: string;
  /** Body in legislative style with typed blanks `${name:example}`; items as lines starting "(a) ". */
  readonly text: string;
}

export type ExampleReading = "satisfies" | "partial" | "conflicts" | "nothing";

export interface Example {
  readonly reading: ExampleReading;
  readonly text: string;
  readonly on: DraftKind;
  readonly note?: string;
  /** "near-miss": same words, opposite polarity; "irrelevant": same words, other subject. */
  readonly role?: "near-miss" | "irrelevant";
}

/** The texts of a requirement in one language. */
export interface RequirementTexts {
  readonly title: string;
  readonly explanation: { readonly what: string; readonly why: string; readonly do: string };
  /** Names of the elements of `match.elements`, for messages. */
  readonly elements: Readonly<Record<string, string>>;
  readonly clauses: readonly Clause[];
  readonly examples: readonly Example[];
}

export interface Requirement {
  readonly id: string;
  readonly group: string;
  readonly cites: readonly Cite[];
  readonly on: readonly DraftKind[];
  readonly severity: { readonly conflict: Severity; readonly missing: Severity; readonly partial: Severity };
  readonly stakeholder: readonly Stakeholder[];
  readonly theme: string;
  /** Status when nothing is there and no other condition decides. */
  readonly absent: "missing" | "na";
  /** Concepts that name the chapter where a clause on this belongs. */
  readonly belongs: readonly string[];
  readonly match: RuleMatch;
  readonly texts: Readonly<Record<string, RequirementTexts>>;
}

export interface Group {
  readonly id: string;
  readonly title: string;
}

export interface Rulebook {
  readonly version: string;
  readonly groups: readonly Group[];
  readonly requirements: readonly Requirement[];
  readonly instruments: readonly Instrument[];
  readonly lexicons: Readonly<Record<string, RawLexicon>>;
}

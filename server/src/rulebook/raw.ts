/** The YAML files of a rulebook as they stand after validation against rules/schema/. */
import type { Phrase, RawLexicon } from "../language/lexicon.ts";
import type { RuleMatch } from "./match.ts";
import type { Clause, Example, Force, Group, Requirement, Severity, Stakeholder, Verified } from "./types.ts";

export interface RawGroups {
  readonly version: string;
  readonly groups: readonly Group[];
}

export interface RawInstrument {
  readonly code: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly year: number;
  readonly force: Force;
  readonly url: string;
  readonly provisions: readonly {
    readonly number: string;
    readonly summary: string;
    readonly keyPhrase?: string;
    readonly verified: Verified;
  }[];
}

export interface RawRule {
  readonly id: string;
  readonly group: string;
  readonly cites: readonly string[];
  readonly on: Requirement["on"];
  readonly severity?: { readonly conflict?: Severity; readonly missing?: Severity; readonly partial?: Severity };
  readonly stakeholder: readonly Stakeholder[];
  readonly theme: string;
  readonly absent?: "missing" | "na";
  readonly belongs?: readonly string[];
  readonly match: RuleMatch;
}

export interface RawTexts {
  readonly title: string;
  readonly explanation: { readonly what: string; readonly why: string; readonly do: string };
  readonly elements?: Readonly<Record<string, string>>;
  readonly clauses: readonly Clause[];
  readonly examples: readonly Example[];
}

/** One file of a lexicon; the files of one language are merged. */
export interface RawLexiconFile {
  readonly language: string;
  readonly irregular?: RawLexicon["irregular"];
  readonly concepts?: Readonly<Record<string, readonly Phrase[]>>;
  readonly modality?: Partial<RawLexicon["modality"]>;
  readonly roles?: RawLexicon["roles"];
}

/** The match language of rule.yaml: concepts and modalities only, so that a new language needs a lexicon and no new rule. */
import type { ProvisionRole } from "../draft/types.ts";

/**
 * How the act is governed in the sentence.
 * "duty": required, stated as a fact of law, or an entitlement of somebody; "ban": forbidden, penalised or void;
 * "leave": allowed, exempted or presupposed; "not-ban": anything but a ban; "any": whatever governs it.
 */
export type Governing = "duty" | "ban" | "leave" | "not-ban" | "any";

export interface Pattern {
  /** Name shown by `fairdraft explain`; unique in the rule. */
  readonly id: string;
  /** Concepts, "a|b": the words whose modality is tested. */
  readonly act?: string;
  /** Default "any". */
  readonly is?: Governing;
  /** Concepts, "a|b": who does it (subject of the governing modal, or "by …"). */
  readonly by?: string;
  /** Each entry "a|b" must stand in the provision; "^a|b": or in its headings or the draft's title; "~a|b": or elsewhere in its article as well. */
  readonly with?: readonly string[];
  /** None of these may stand in the provision; "^a" and "~a" widen the look in the same way. */
  readonly without?: readonly string[];
  /** Largest distance in tokens between the act and each entry of `with` that stands without "~" or "^". */
  readonly near?: number;
  /** Where the provision may stand; default operative, schedule and table. */
  readonly in?: readonly ProvisionRole[];
  /** Each entry "a|b" must stand somewhere in the draft; not asked of a text of a few sentences. */
  readonly draft?: readonly string[];
  /** "power": a public power or a plain "may" counts in full, "should" does not. "any": words that do not bind count as well. Default: they make a `satisfied` pattern count as partial. */
  readonly force?: "any" | "power";
  /** What an exception in the sentence does to a `satisfied` pattern; default "consent-degrades". */
  readonly exception?: "ignore" | "degrade" | "reject" | "consent-degrades";
}

/** Requirements that ask for several things at once: how many elements are there. */
export interface ElementCount {
  /** Concepts that show each element, "a|b". */
  readonly of: Readonly<Record<string, string>>;
  /** Elements are counted together over one provision, one article, or all provisions of the draft that pass `where`. */
  readonly within: "provision" | "article" | "draft";
  /** Which provisions are looked at; default every operative, schedule, table and definition provision. */
  readonly where?: readonly Pattern[];
  /** Elements needed for each status. */
  readonly met: number;
  readonly partial: number;
}

export interface RuleMatch {
  readonly satisfied?: readonly Pattern[];
  readonly partial?: readonly Pattern[];
  readonly conflict?: readonly Pattern[];
  /** When nothing else is found: "missing" if one of these is found, else "na". */
  readonly opened?: readonly Pattern[];
  readonly elements?: ElementCount;
}

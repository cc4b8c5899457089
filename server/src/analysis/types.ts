/** Readings and findings: typed values, worded last (report/, lsp/). Offsets are UTF-16 in the source, 0-based. */
import type { Span } from "../draft/types.ts";
import type { Severity } from "../rulebook/types.ts";

export type Status = "met" | "partial" | "missing" | "conflict" | "na";
export type ReadingKind = "satisfies" | "partial" | "conflicts";

export interface Evidence {
  /** Index in `Draft.provisions`. */
  readonly provision: number;
  readonly unit: number;
  readonly unitLabel: string;
  readonly span: Span;
  readonly reading: ReadingKind;
  /** Why it only counts in part: words that do not bind, an exception, a narrower scope. */
  readonly limits: readonly Limit[];
  /** Id of the pattern in the rule that read it. */
  readonly pattern: string;
  /** Source ranges of the words that decided, in order. */
  readonly words: readonly Span[];
}

export type Limit =
  "weak-modality" | "power-only" | "consent-exception" | "exception" | "cap" | "statement-only" | "definition-only";

export interface RequirementReading {
  readonly id: string;
  readonly status: Status;
  /** The deciding provisions, most telling first. */
  readonly evidence: readonly Evidence[];
  /** Elements of the requirement found and absent, for requirements that count (stages, grounds, safeguards). */
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

export type FindingKind = "contradiction" | "gap" | "weak-duty" | "over-broad-exception" | "hollow-right" | "drafting";

interface FindingBase {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Where it is shown. */
  readonly span: Span;
  /** Stable under moves and renumbering: rule, kind, normalised words of the provision, occurrence. */
  readonly fingerprint: string;
  readonly cites: readonly string[];
}

/** A provision contradicts, weakens or undoes what the requirement asks. */
export interface ProvisionFinding extends FindingBase {
  readonly kind: Exclude<FindingKind, "gap">;
  readonly evidence: Evidence;
}

/** Nothing, or not enough, is there: shown where the clause would belong. */
export interface GapFinding extends FindingBase {
  readonly kind: "gap";
  readonly group: string;
  /** "missing": nothing there. "partial": something there; see the evidence. */
  readonly status: "missing" | "partial";
  readonly evidence: readonly Evidence[];
  readonly absent: readonly string[];
  /** Unit that the clause would follow or stand in; null for the end of the draft. */
  readonly anchorUnit: number | null;
}

export type Finding = ProvisionFinding | GapFinding;

export interface Analysis {
  /** False when the draft's language has no lexicon: nothing was read. */
  readonly read: boolean;
  readonly requirements: readonly RequirementReading[];
  readonly findings: readonly Finding[];
}

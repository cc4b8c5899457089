/** One draft as read, ready to be reported. */
import type { Analysis, Finding, Status } from "../analysis/types.ts";
import type { Suppressed } from "../config/suppressions.ts";
import type { Draft } from "../draft/types.ts";

export interface CheckedFile {
  /** As printed: forward slashes, relative to the working folder when it lies below. */
  readonly path: string;
  readonly draft: Draft;
  /** Statuses of the draft as it reads; its findings are those of `suppressed.findings` and the ones set aside. */
  readonly analysis: Analysis;
  /** What comments in the draft set aside. */
  readonly suppressed: Suppressed;
}

export type ReadStatus = { readonly status: "read" } | { readonly status: "not read"; readonly reason: string };

/** Whether a draft was read, and if not, why; a draft that was not read has no findings and no statuses. */
export function readStatus(file: CheckedFile): ReadStatus {
  return file.analysis.read ? { status: "read" } : { status: "not read", reason: `language ${file.draft.language}` };
}

/** The findings that stand, in the order of the text; those at one place by rule. */
export function orderedFindings(file: CheckedFile): readonly Finding[] {
  return [...file.suppressed.findings].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      compare(a.rule, b.rule) ||
      compare(a.kind, b.kind) ||
      compare(a.fingerprint, b.fingerprint),
  );
}

export type Coverage = Readonly<Record<Status, number>>;

/** How many requirements stand at each status. */
export function coverageOf(analysis: Analysis): Coverage {
  const counts = { met: 0, partial: 0, missing: 0, conflict: 0, na: 0 };
  for (const requirement of analysis.requirements) counts[requirement.status] += 1;
  return counts;
}

/** Order of strings by code unit, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is wrong in the files of a rulebook, precise enough to jump to. */
import { distance } from "fastest-levenshtein";

export type ProblemKind =
  | "syntax"
  | "forbidden"
  | "schema"
  | "unknown-key"
  | "unknown-file"
  | "unknown-concept"
  | "unknown-cite"
  | "unknown-group"
  | "unknown-element"
  | "duplicate"
  | "misplaced"
  | "missing-texts"
  | "missing-rule"
  | "blank"
  | "phrase"
  | "key-phrase"
  | "pattern";

export interface Problem {
  readonly kind: ProblemKind;
  /** Path relative to the rules folder, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, UTF-16. */
  readonly column: number;
  /** Where in the file: "match.satisfied[0].act"; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  /** The nearest known name, when one is near. */
  readonly suggestion?: string;
}

/** The known name that `name` most likely was meant to be, or undefined when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const steps = candidate === name ? bestDistance : distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** One line for people: "file:line:column path: message (did you mean “x”?)". */
export function formatProblem(problem: Problem): string {
  const path = problem.path === "" ? "" : ` ${problem.path}:`;
  const hint = problem.suggestion === undefined ? "" : ` (did you mean “${problem.suggestion}”?)`;
  return `${problem.file}:${problem.line}:${problem.column}:${path} ${problem.message}${hint}`;
}

/** Orders problems by file, then place, so that the same files give the same list. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

/** Code-unit order, which does not depend on the machine's locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

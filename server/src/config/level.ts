/** Severities in order, and the level from which findings count. */
import type { Severity } from "../rulebook/types.ts";

/** All severities, gravest first. */
export const LEVELS: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Whether a finding of `severity` counts when everything from `level` upwards does. */
export function atOrAbove(severity: Severity, level: Severity): boolean {
  return LEVELS.indexOf(severity) <= LEVELS.indexOf(level);
}

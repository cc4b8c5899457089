/** Patterns that can never match, or that say something without effect. */
import { conceptNames, patternsOf } from "./concepts.ts";
import type { Pattern } from "./match.ts";
import type { KeyPath, ParsedFile } from "./parse.ts";
import { problemAt } from "./parse.ts";
import type { Problem } from "./problems.ts";
import type { RawRule } from "./raw.ts";

/** Problems of the match part of a rule that no schema can see. */
export function patternProblems(parsed: ParsedFile, rule: RawRule): Problem[] {
  const problem = (path: KeyPath, message: string): Problem => problemAt(parsed, path, { kind: "pattern", message });
  const problems: Problem[] = [];
  const { match } = rule;
  if (!match.satisfied && !match.partial && !match.conflict && !match.elements) {
    problems.push(
      problem(["match"], "the rule can never find anything: satisfied, partial, conflict and elements are all missing"),
    );
  }
  const seen = new Set<string>();
  for (const { pattern, path } of patternsOf(match)) {
    if (seen.has(pattern.id)) {
      const message = `the pattern id “${pattern.id}” stands twice in this rule`;
      problems.push(problemAt(parsed, [...path, "id"], { kind: "duplicate", message }));
    }
    seen.add(pattern.id);
    const flaw = flawOf(pattern);
    if (flaw !== undefined) problems.push(problem(flaw.key === "" ? path : [...path, flaw.key], flaw.message));
  }
  const { elements } = match;
  if (elements) {
    const count = Object.keys(elements.of).length;
    if (elements.met > count)
      problems.push(problem(["match", "elements", "met"], `asks for ${elements.met} elements, but there are ${count}`));
    if (elements.partial > elements.met)
      problems.push(problem(["match", "elements", "partial"], "asks for more elements than met"));
  }
  return problems;
}

function flawOf(pattern: Pattern): { readonly key: string; readonly message: string } | undefined {
  const { act, by, is, near } = pattern;
  if (act === undefined && pattern.with === undefined)
    return { key: "", message: "can never match: it has neither act nor with" };
  if (act === undefined) {
    if (is !== undefined && is !== "any") return { key: "is", message: "has no effect without act" };
    if (by !== undefined) return { key: "by", message: "has no effect without act" };
    if (near !== undefined) return { key: "near", message: "has no effect without act" };
  }
  if (near !== undefined && !(pattern.with ?? []).some((list) => !/^[~^]/u.test(list))) {
    return { key: "near", message: "has no effect without an entry of with that must stand in the provision" };
  }
  const barred = new Set((pattern.without ?? []).flatMap(conceptNames));
  for (const list of [act, ...(pattern.with ?? [])]) {
    if (list !== undefined && !/^[~^]/u.test(list) && conceptNames(list).every((name) => barred.has(name))) {
      return { key: "without", message: `can never match: it bars “${list}”, which the pattern asks for` };
    }
  }
  return undefined;
}

/** Concepts: which ones the lexicons know, and which ones a rule asks for. */
import type { KeyPath, ParsedFile } from "./parse.ts";
import { problemAt } from "./parse.ts";
import type { Problem } from "./problems.ts";
import { nearest } from "./problems.ts";
import type { Pattern, RuleMatch } from "./match.ts";
import type { Phrase, RawLexicon } from "../language/lexicon.ts";
import { parsePhrase } from "../language/phrases.ts";
import type { RawRule } from "./raw.ts";

/** The concepts that at least one of the lexicons has words for. */
export function knownConcepts(lexicons: Iterable<RawLexicon>): ReadonlySet<string> {
  const known = new Set<string>();
  for (const lexicon of lexicons)
    for (const name of [...Object.keys(lexicon.concepts), ...Object.keys(lexicon.roles)]) known.add(name);
  return known;
}

/** The concepts that a phrase of a lexicon refers to, also those it excludes; throws `PhraseError` on a malformed phrase. */
export function conceptsIn(phrase: Phrase): readonly string[] {
  return parsePhrase(phrase, (form) => form).elements.flatMap((e) => (e.kind === "gap" ? e.notConcepts : e.concepts));
}

/** The names in "a|b", "~a|b" or "^a|b". */
export function conceptNames(list: string): string[] {
  return list.replace(/^[~^]/u, "").split("|");
}

/** The patterns of a rule with the place of each. */
export function patternsOf(match: RuleMatch): { readonly pattern: Pattern; readonly path: KeyPath }[] {
  const lists: [KeyPath, readonly Pattern[] | undefined][] = [
    [["match", "satisfied"], match.satisfied],
    [["match", "partial"], match.partial],
    [["match", "conflict"], match.conflict],
    [["match", "opened"], match.opened],
    [["match", "elements", "where"], match.elements?.where],
  ];
  return lists.flatMap(([path, patterns]) => (patterns ?? []).map((pattern, index) => ({ pattern, path: [...path, index] })));
}

/** One problem for each concept in `rule` that no lexicon knows. */
export function conceptProblems(parsed: ParsedFile, rule: RawRule, known: ReadonlySet<string>): Problem[] {
  return conceptLists(rule).flatMap(({ list, path }) =>
    conceptNames(list)
      .filter((name) => !known.has(name))
      .map((name) => {
        const message = `no lexicon has the concept “${name}”`;
        return problemAt(parsed, path, { kind: "unknown-concept", message, suggestion: nearest(name, known) }, { text: name });
      }),
  );
}

function conceptLists(rule: RawRule): { readonly list: string; readonly path: KeyPath }[] {
  const lists: { list: string; path: KeyPath }[] = (rule.belongs ?? []).map((list, index) => ({
    list,
    path: ["belongs", index],
  }));
  for (const { pattern, path } of patternsOf(rule.match)) {
    for (const key of ["act", "by"] as const) {
      const list = pattern[key];
      if (list !== undefined) lists.push({ list, path: [...path, key] });
    }
    for (const key of ["with", "without", "draft"] as const) {
      for (const [index, list] of (pattern[key] ?? []).entries()) lists.push({ list, path: [...path, key, index] });
    }
  }
  for (const [name, list] of Object.entries(rule.match.elements?.of ?? {}))
    lists.push({ list, path: ["match", "elements", "of", name] });
  return lists;
}

/** One requirement from the files of its folder. */
import { clauseBlanks } from "./blanks.ts";
import { knownCites, parseCite, resolveCite } from "./cites.ts";
import { conceptProblems } from "./concepts.ts";
import type { ParsedFile } from "./parse.ts";
import { parseFile, problemAt } from "./parse.ts";
import { patternProblems } from "./patterns.ts";
import type { Problem } from "./problems.ts";
import { nearest } from "./problems.ts";
import type { RawRule, RawTexts } from "./raw.ts";
import type { Group, Instrument, Requirement, RequirementTexts } from "./types.ts";
import { validateFile } from "./validate.ts";

/** The language whose texts every requirement must have. */
const referenceLanguage = "en";

export interface RequirementFolder {
  /** "requirements/fees/no-worker-fees". */
  readonly path: string;
  readonly group: string;
  readonly id: string;
  /** File name to text. */
  readonly files: ReadonlyMap<string, string>;
}

/** What a rule may refer to. */
export interface Known {
  readonly groups: readonly Group[];
  readonly instruments: readonly Instrument[];
  readonly concepts: ReadonlySet<string>;
}

/** Reads one folder; the requirement is absent when its rule or its English texts have a problem, a broken translation alone is left out. */
export function readRequirement(
  folder: RequirementFolder,
  known: Known,
): { readonly requirement?: Requirement; readonly problems: readonly Problem[] } {
  const ruleText = folder.files.get("rule.yaml");
  const parsed = ruleText === undefined ? undefined : parseFile(`${folder.path}/rule.yaml`, ruleText);
  const checked = parsed && validateFile("requirement", parsed);
  const rule = checked?.value;
  const ruleProblems = [...(checked?.problems ?? []), ...(parsed && rule ? ruleFlaws(folder, parsed, rule, known) : [])];

  const texts: Record<string, RequirementTexts> = {};
  const problems = [...folderProblems(folder), ...ruleProblems];
  for (const [name, text] of folder.files) {
    const language = languageOf(name);
    if (language === undefined) continue;
    const read = readTexts(parseFile(`${folder.path}/${name}`, text), rule);
    problems.push(...read.problems);
    if (read.texts) texts[language] = read.texts;
  }
  if (parsed && !folder.files.has(`${referenceLanguage}.yaml`)) {
    const message = `the texts are missing: there is no ${referenceLanguage}.yaml beside this file`;
    problems.push(problemAt(parsed, [], { kind: "missing-texts", message }));
  }
  if (rule === undefined || ruleProblems.length > 0 || texts[referenceLanguage] === undefined) return { problems };
  return { requirement: build(rule, texts), problems };
}

function build(rule: RawRule, texts: Readonly<Record<string, RequirementTexts>>): Requirement {
  const { id, group, on, stakeholder, theme, match } = rule;
  return {
    id,
    group,
    cites: rule.cites.map(parseCite),
    on,
    severity: { conflict: "error", missing: "warning", partial: "information", ...rule.severity },
    stakeholder,
    theme,
    absent: rule.absent ?? "missing",
    belongs: rule.belongs ?? [],
    match,
    texts,
  };
}

function ruleFlaws(folder: RequirementFolder, parsed: ParsedFile, rule: RawRule, known: Known): Problem[] {
  const problems: Problem[] = [];
  if (rule.id !== folder.id) {
    const message = `the id must be the name of the folder, “${folder.id}”`;
    problems.push(problemAt(parsed, ["id"], { kind: "misplaced", message, suggestion: folder.id }));
  }
  const groups = known.groups.map((group) => group.id);
  if (!groups.includes(rule.group)) {
    const message = `there is no group “${rule.group}” in groups.yaml`;
    problems.push(problemAt(parsed, ["group"], { kind: "unknown-group", message, suggestion: nearest(rule.group, groups) }));
  } else if (rule.group !== folder.group) {
    const message = `the rule lies in the folder of the group “${folder.group}”`;
    problems.push(problemAt(parsed, ["group"], { kind: "misplaced", message, suggestion: folder.group }));
  }
  for (const [index, cite] of rule.cites.entries()) {
    if (resolveCite(known, cite)) continue;
    const message = `no instrument has the provision “${cite}”`;
    problems.push(
      problemAt(parsed, ["cites", index], {
        kind: "unknown-cite",
        message,
        suggestion: nearest(cite, knownCites(known.instruments)),
      }),
    );
  }
  return [...problems, ...conceptProblems(parsed, rule, known.concepts), ...patternProblems(parsed, rule)];
}

function readTexts(
  parsed: ParsedFile,
  rule: RawRule | undefined,
): { readonly texts?: RequirementTexts; readonly problems: readonly Problem[] } {
  const { value: raw, problems } = validateFile("texts", parsed);
  if (raw === undefined) return { problems };
  const found = [...clauseFlaws(parsed, raw), ...(rule ? elementFlaws(parsed, raw, rule) : [])];
  if (found.length > 0) return { problems: found };
  const { what, why, do: act } = raw.explanation;
  const texts: RequirementTexts = {
    title: raw.title.trim(),
    explanation: { what: what.trim(), why: why.trim(), do: act.trim() },
    elements: raw.elements ?? {},
    clauses: raw.clauses.map((clause) => ({ ...clause, text: clause.text.trim() })),
    examples: raw.examples.map((example) => ({ ...example, text: example.text.trim() })),
  };
  return { texts, problems: [] };
}

function clauseFlaws(parsed: ParsedFile, raw: RawTexts): Problem[] {
  const seen = new Set<string>();
  return raw.clauses.flatMap((clause, index) => {
    const problems = clauseBlanks(clause.text).malformed.map((snippet) => {
      const message = `“${snippet}” is not a blank: write \${name} or \${name:example}`;
      return problemAt(parsed, ["clauses", index, "text"], { kind: "blank", message }, { text: snippet });
    });
    if (seen.has(clause.id)) {
      problems.push(
        problemAt(parsed, ["clauses", index, "id"], { kind: "duplicate", message: `the clause id “${clause.id}” stands twice` }),
      );
    }
    seen.add(clause.id);
    return problems;
  });
}

function elementFlaws(parsed: ParsedFile, raw: RawTexts, rule: RawRule): Problem[] {
  const known = Object.keys(rule.match.elements?.of ?? {});
  const unknown = Object.keys(raw.elements ?? {}).filter((name) => !known.includes(name));
  return unknown.map((name) => {
    const message = `rule.yaml has no element “${name}”`;
    return problemAt(parsed, ["elements", name], { kind: "unknown-element", message, suggestion: nearest(name, known) }, "key");
  });
}

function folderProblems(folder: RequirementFolder): Problem[] {
  const names = [...folder.files.keys()];
  const at = { line: 1, column: 1, path: "" };
  const problems: Problem[] = names
    .filter((name) => name !== "rule.yaml" && languageOf(name) === undefined)
    .map((name) => {
      const suggestion = nearest(name, ["rule.yaml", `${referenceLanguage}.yaml`]);
      const file = `${folder.path}/${name}`;
      return {
        kind: "unknown-file",
        file,
        ...at,
        message: "is neither rule.yaml nor named after a language",
        ...(suggestion ? { suggestion } : {}),
      };
    });
  if (!names.includes("rule.yaml")) {
    const message = "the rule is missing: there is no rule.yaml beside this file";
    problems.push({ kind: "missing-rule", file: `${folder.path}/${names[0] ?? ""}`, ...at, message });
  }
  return problems;
}

function languageOf(name: string): string | undefined {
  return /^([a-z]{2,3}(?:-[a-z0-9]+)*)\.yaml$/u.exec(name)?.[1];
}

/** From the files under rules/ to the rulebook, with everything that is wrong in them. */
import { cyclicConcepts } from "./cycles.ts";
import { compare, nearest, sortProblems } from "./problems.ts";
import type { Problem } from "./problems.ts";
import { readInstrument } from "./instruments.ts";
import { mergeLexicons } from "./lexicons.ts";
import type { LexiconFile } from "./lexicons.ts";
import { declaredKeys, parseFile, problemAt } from "./parse.ts";
import { readRequirement } from "./requirements.ts";
import type { RequirementFolder } from "./requirements.ts";
import type { Group, Instrument, Requirement, Rulebook } from "./types.ts";
import { validateFile } from "./validate.ts";

export interface LoadedRulebook {
  readonly rulebook: Rulebook;
  /** In order of file and place. */
  readonly problems: readonly Problem[];
}

const emptyRulebook: Rulebook = { version: "0.0.0", groups: [], requirements: [], instruments: [], lexicons: {} };
/** Data of other readers that lies in the same folder. */
const foreignFolders = ["drafting/", "profiles/", "schema/"];
const ownPlaces = ["groups.yaml", "instruments", "lexicon", "requirements"];

/**
 * Loads a rulebook from `files` (path relative to the rules folder, with forward slashes, to text), on top of `base` if given.
 * Never throws: what is broken is reported and left out, the rest works. Nothing of `base` can be replaced.
 */
export function loadRulebook(files: ReadonlyMap<string, string>, base: Rulebook = emptyRulebook): LoadedRulebook {
  const problems: Problem[] = [];
  const sorted = [...files]
    .filter(([path]) => !foreignFolders.some((folder) => path.startsWith(folder)))
    .sort(([a], [b]) => compare(a, b));
  const inFolder = (folder: string): [string, string][] => sorted.filter(([path]) => path.startsWith(`${folder}/`));

  const { version, groups } = loadGroups(files.get("groups.yaml"), base, problems);
  const instruments = loadInstruments(inFolder("instruments"), base, problems);
  const { lexicons, concepts } = loadLexicons(inFolder("lexicon"), base, problems);
  const known = { groups, instruments, concepts };

  const requirements = new Map<string, Requirement>(base.requirements.map((requirement) => [requirement.id, requirement]));
  const firstAt = new Map<string, string>(base.requirements.map(({ id }) => [id, "the rules that come with the program"]));
  for (const folder of requirementFolders(inFolder("requirements"), problems)) {
    const read = readRequirement(folder, known);
    problems.push(...read.problems);
    const first = firstAt.get(folder.id);
    if (first !== undefined) problems.push(duplicateRule(folder, first));
    else if (read.requirement) requirements.set(folder.id, read.requirement);
    firstAt.set(folder.id, first ?? folder.path);
  }
  for (const [path] of sorted) {
    const top = path.split("/")[0] ?? path;
    if (!ownPlaces.includes(top)) problems.push(unknownFile(path, top));
  }
  const order = new Map(groups.map((group, index) => [group.id, index]));
  const inOrder = [...requirements.values()].sort(
    (a, b) => (order.get(a.group) ?? groups.length) - (order.get(b.group) ?? groups.length) || compare(a.id, b.id),
  );
  return { rulebook: { version, groups, requirements: inOrder, instruments, lexicons }, problems: sortProblems(problems) };
}

function loadGroups(text: string | undefined, base: Rulebook, problems: Problem[]): Pick<Rulebook, "version" | "groups"> {
  if (text === undefined) return base;
  const parsed = parseFile("groups.yaml", text);
  const checked = validateFile("groups", parsed);
  problems.push(...checked.problems);
  if (checked.value === undefined) return base;
  const groups: Group[] = [...base.groups];
  for (const [index, group] of checked.value.groups.entries()) {
    if (groups.some(({ id }) => id === group.id)) {
      const message = `the group “${group.id}” stands there twice`;
      problems.push(problemAt(parsed, ["groups", index, "id"], { kind: "duplicate", message }));
    } else groups.push(group);
  }
  return { version: base === emptyRulebook ? checked.value.version : base.version, groups };
}

function loadInstruments(files: readonly [string, string][], base: Rulebook, problems: Problem[]): readonly Instrument[] {
  const instruments: Instrument[] = [...base.instruments];
  for (const [path, text] of files) {
    const parsed = parseFile(path, text);
    const checked = validateFile("instrument", parsed);
    problems.push(...checked.problems);
    if (checked.value === undefined) continue;
    const { code } = checked.value;
    if (instruments.some((instrument) => instrument.code === code)) {
      problems.push(
        problemAt(parsed, ["code"], { kind: "duplicate", message: `the instrument “${code}” stands in another file as well` }),
      );
      continue;
    }
    const read = readInstrument(parsed, checked.value);
    problems.push(...read.problems);
    instruments.push(read.instrument);
  }
  return instruments;
}

function loadLexicons(
  files: readonly [string, string][],
  base: Rulebook,
  problems: Problem[],
): { readonly lexicons: Rulebook["lexicons"]; readonly concepts: ReadonlySet<string> } {
  const usable: LexiconFile[] = [];
  const declared: string[] = [];
  for (const [path, text] of files) {
    const parsed = parseFile(path, text);
    const { value: raw, problems: found } = validateFile("lexicon", parsed);
    problems.push(...found);
    if (raw) usable.push({ parsed, raw });
    else declared.push(...declaredKeys(parsed, "concepts"), ...declaredKeys(parsed, "roles"));
  }
  const merged = mergeLexicons(usable, base.lexicons, declared);
  const { lexicons, problems: cycles } = cyclicConcepts(usable, merged.lexicons);
  problems.push(...merged.problems, ...cycles);
  return { lexicons, concepts: merged.concepts };
}

function requirementFolders(files: readonly [string, string][], problems: Problem[]): Iterable<RequirementFolder> {
  const folders = new Map<string, RequirementFolder & { readonly files: Map<string, string> }>();
  for (const [path, text] of files) {
    const [, group, id, name, ...rest] = path.split("/");
    if (group === undefined || id === undefined || name === undefined || rest.length > 0) {
      problems.push({ ...unknownFile(path, path), message: "does not lie in requirements/<group>/<id>/" });
      continue;
    }
    const folderPath = `requirements/${group}/${id}`;
    const folder = folders.get(folderPath) ?? { path: folderPath, group, id, files: new Map<string, string>() };
    folder.files.set(name, text);
    folders.set(folderPath, folder);
  }
  return folders.values();
}

function duplicateRule(folder: RequirementFolder, first: string): Problem {
  const text = folder.files.get("rule.yaml") ?? "";
  const message = `the id “${folder.id}” is taken by ${first}`;
  return problemAt(parseFile(`${folder.path}/rule.yaml`, text), ["id"], { kind: "duplicate", message });
}

function unknownFile(path: string, top: string): Problem {
  const suggestion = nearest(top, [...ownPlaces, ...foreignFolders.map((folder) => folder.slice(0, -1))]);
  const message = "is no part of a rulebook";
  return { kind: "unknown-file", file: path, line: 1, column: 1, path: "", message, ...(suggestion ? { suggestion } : {}) };
}

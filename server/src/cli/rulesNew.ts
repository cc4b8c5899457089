/** `fairdraft rules new`: a rule to start from, which loads and whose examples are read as they say. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { existingFiles, writeNewFiles } from "../workspace/writeNew.ts";
import { EXIT, type ExitCode, UsageError } from "./exit.ts";
import { loadPack } from "./rulePack.ts";
import type { RulesPorts } from "./rulesTest.ts";
import { groupsFile, lexiconFile, ruleFile, textsFile } from "./ruleTemplate.ts";

export interface RulesNewOptions {
  readonly id: string;
  readonly group: string;
  readonly dir: string;
}

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** Writes the files of the rule `id` into the pack in `dir` and tells what comes next; throws UsageError when something is in the way. */
export async function rulesNew({ id, group, dir }: RulesNewOptions, ports: RulesPorts): Promise<ExitCode> {
  for (const name of [id, group])
    if (!SLUG.test(name)) throw new UsageError(`“${name}” cannot be a name: write lower-case words joined by hyphens.`);
  const folder = resolve(ports.cwd, dir);
  const pack = existsSync(folder)
    ? await loadPack(dir, ports.cwd, ports.shipped)
    : { rulebook: ports.shipped, files: new Map<string, string>() };
  if (pack.rulebook.requirements.some((requirement) => requirement.id === id))
    throw new UsageError(`There is a rule “${id}” already. Take another id.`);
  const groupKnown = pack.rulebook.groups.some((known) => known.id === group);
  if (!groupKnown && pack.files.has("groups.yaml"))
    throw new UsageError(`There is no group “${group}”. Add it to ${dir}/groups.yaml, or name another with --group.`);
  const place = `requirements/${group}/${id}`;
  const files = new Map([
    ...(groupKnown ? [] : [["groups.yaml", groupsFile(group)] as const]),
    [`lexicon/en/${id}.yaml`, lexiconFile(id)],
    [`${place}/rule.yaml`, ruleFile(id, group)],
    [`${place}/en.yaml`, textsFile()],
  ]);
  const [inTheWay] = existingFiles(folder, files.keys());
  if (inTheWay !== undefined) throw new UsageError(`${dir}/${inTheWay} exists already; nothing was written.`);
  writeNewFiles(folder, files);
  const made = [...files.keys()].map((path) => `  ${dir}/${path}\n`).join("");
  ports.terminal.out(`Made\n${made}\nPut your words in, then run: fairdraft rules test ${dir}\n`);
  return EXIT.clean;
}

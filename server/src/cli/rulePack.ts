/** A folder with rules of the user's own, loaded on top of the rules that come with the program. */
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { LoadedRulebook } from "../rulebook/load.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { readRulesFolder } from "../workspace/rulesFolder.ts";
import { UsageError } from "./exit.ts";

export interface RulePack extends LoadedRulebook {
  /** Path in the pack to text. */
  readonly files: ReadonlyMap<string, string>;
}

/** Loads the pack in `dir` onto `base`, or for itself when `base` is undefined; throws UsageError when there is no such folder. */
export async function loadPack(dir: string, cwd: string, base: Rulebook | undefined): Promise<RulePack> {
  const folder = resolve(cwd, dir);
  if (!existsSync(folder)) throw new UsageError(`${dir} does not exist. Name the folder of a rule pack.`);
  if (!statSync(folder).isDirectory()) throw new UsageError(`${dir} is a file. Name the folder of a rule pack.`);
  const files = readRulesFolder(folder);
  // Loaded when needed: the schema checker would slow the start of every other command.
  const { loadRulebook } = await import("../rulebook/load.ts");
  return { ...loadRulebook(files, base), files };
}

/** The rules of this repository, loaded once for all tests. */
import { join } from "node:path";
import { loadRulebook } from "../../server/src/rulebook/load.ts";
import type { LoadedRulebook } from "../../server/src/rulebook/load.ts";
import type { Rulebook } from "../../server/src/rulebook/types.ts";
import { readRulesFolder } from "../../server/src/workspace/rulesFolder.ts";

export const rulesFolder = join(import.meta.dirname, "../../rules");

let loaded: LoadedRulebook | undefined;

/** The rulebook under rules/ with the problems found in it. */
export function loadedRules(): LoadedRulebook {
  loaded ??= loadRulebook(readRulesFolder(rulesFolder));
  return loaded;
}

/** The rulebook under rules/. */
export function shippedRulebook(): Rulebook {
  return loadedRules().rulebook;
}

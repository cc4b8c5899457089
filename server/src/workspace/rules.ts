/** The rulebook that ships with the program: prepared at build time, so that starting costs one JSON.parse. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rulebook } from "../rulebook/types.ts";

/** Loads `rules.json` from the folder of the running bundle; throws when the installation is incomplete. */
export function loadShippedRules(folder: string = __dirname): Rulebook {
  const path = join(folder, "rules.json");
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Rulebook;
  } catch (error) {
    throw new Error(`The rules cannot be loaded from ${path}; install Fairdraft again. ${String(error)}`);
  }
}

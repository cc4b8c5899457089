/** The YAML files of a rules folder, as `loadRulebook` takes them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Reads every YAML file under `dir`, keyed by its path relative to `dir` with forward slashes, sorted; links are not followed; throws what fs throws. */
export function readRulesFolder(dir: string): Map<string, string> {
  return new Map(yamlFiles(dir, "").map((path) => [path, readFileSync(join(dir, path), "utf8")]));
}

function yamlFiles(dir: string, prefix: string): string[] {
  const entries = readdirSync(join(dir, prefix), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return yamlFiles(dir, `${path}/`);
    return entry.isFile() && /\.ya?ml$/u.test(entry.name) ? [path] : [];
  });
}

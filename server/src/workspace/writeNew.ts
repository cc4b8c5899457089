/** Writes files that must not be there yet. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The paths of `files` (relative to `dir`, with forward slashes) that exist already. */
export function existingFiles(dir: string, files: Iterable<string>): string[] {
  return [...files].filter((path) => existsSync(join(dir, path)));
}

/** Writes each text to its path below `dir` and makes the folders it needs; throws what fs throws, also when a file exists. */
export function writeNewFiles(dir: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const target = join(dir, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: "wx" });
  }
}

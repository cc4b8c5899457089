/** Runs the built command line as a process in a folder of its own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const CLI = resolve("dist/cli.js");

export interface CliRun {
  /** Files by name (folders with "/"), written before the run. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Runs `fairdraft ARGS` in a new temporary folder holding `files`; the folder is gone afterwards. */
export function runCli(args: readonly string[], run: CliRun = {}): CliResult {
  return inFolder(run.files ?? {}, (folder) => runCliIn(folder, args, run));
}

/** Runs `fairdraft ARGS` in an existing folder. */
export function runCliIn(folder: string, args: readonly string[], run: Omit<CliRun, "files"> = {}): CliResult {
  const inherited = { ...process.env };
  delete inherited["NO_COLOR"];
  delete inherited["FORCE_COLOR"];
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input: run.stdin ?? "",
    encoding: "utf8",
    env: { ...inherited, ...run.env },
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  return { stdout, stderr, status };
}

/** Calls `use` with a temporary folder that holds `files`, and removes the folder. */
export function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "fairdraft-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Splits a command as a scenario writes it: blanks, double and single quotes, no other shell syntax. */
export function splitCommand(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

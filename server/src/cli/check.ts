/** `fairdraft check`: reads drafts and reports, one file after the other. */
import { resolve } from "node:path";
import type { Reader } from "../analysis/reader.ts";
import { atOrAbove } from "../config/level.ts";
import { applySuppressions } from "../config/suppressions.ts";
import { readDraft } from "../draft/readDraft.ts";
import type { CheckedFile } from "../report/checked.ts";
import type { Rulebook, Severity } from "../rulebook/types.ts";
import { findDrafts, shownPath } from "../workspace/findDrafts.ts";
import { readStandardInput, readTextFile, type TextReading } from "../workspace/readText.ts";
import { EXIT, type ExitCode, UsageError } from "./exit.ts";
import { draftNotes, unusedNotes } from "./notes.ts";
import { Tally } from "./tally.ts";
import type { Terminal } from "./terminal.ts";

export interface CheckOptions {
  readonly format: "text" | "json";
  /** Findings at or above it decide the exit code, and are what the text shows. */
  readonly level: Severity;
  readonly quiet: boolean;
  readonly stdinFilename?: string;
}

export interface CheckPorts {
  readonly terminal: Terminal;
  readonly cwd: string;
  readonly version: string;
  readonly rulebook: Rulebook;
  readonly reader: Reader;
}

interface Source {
  readonly path: string;
  /** Read whatever it is; other sources only if they say that they are drafts. */
  readonly named: boolean;
  read(): TextReading;
}

interface Sources {
  readonly sources: readonly Source[];
  readonly problems: readonly string[];
}

const PROGRESS_AFTER_MS = 1000;

/** Checks the files that `args` mean and prints the report; files that cannot be read are told and make the exit code 2. */
export function check(args: readonly string[], options: CheckOptions, ports: CheckPorts): ExitCode {
  const { terminal, version, rulebook } = ports;
  const { sources, problems } = sourcesOf(args, options, ports.cwd);
  for (const problem of problems) terminal.tell(problem);
  const { format, quiet } = options;
  const shows = (severity: Severity): boolean => atOrAbove(severity, options.level);
  const tally = new Tally({ format, version, terminal, rulebook, shows, width: terminal.width, paint: terminal.paint, quiet });
  const outcomes = sources.map((source, index) => {
    if (performance.now() > PROGRESS_AFTER_MS) terminal.progress(`Reading ${index + 1} of ${sources.length}: ${source.path}`);
    const checked = checkSource(source, options, ports);
    if (typeof checked === "string") return checked;
    tally.add(checked);
    return "read";
  });
  terminal.progress("");
  tally.finish();
  const passedOver = outcomes.filter((outcome) => outcome === "passed over").length;
  if (passedOver > 0 && !quiet) terminal.tell(passedOverNote(passedOver));
  const nothing = sources.length > 0 && passedOver === sources.length;
  if (nothing)
    terminal.tell("No draft found. Add front matter with “kind: law” or “kind: bla” to the drafts, or name them one by one.");
  if (nothing || problems.length > 0 || outcomes.includes("failed")) return EXIT.usage;
  return tally.counted > 0 ? EXIT.findings : EXIT.clean;
}

/** Reads one source and tells what is odd about it; "passed over" when it was found by searching and is no draft. */
function checkSource(
  source: Source,
  { quiet }: CheckOptions,
  { terminal, reader }: CheckPorts,
): CheckedFile | "failed" | "passed over" {
  const { path, named } = source;
  const reading = source.read();
  if (reading.text === null) {
    if (reading.empty && !named) return "passed over";
    terminal.tell(`${path}: ${reading.what}`);
    return "failed";
  }
  if (!named && !mayBeDraft(reading.text)) return "passed over";
  const draft = readDraft(reading.text);
  if (!named && !draft.kindStated && draft.frontMatter.error === undefined) return "passed over";
  const analysis = reader.read(draft);
  const suppressed = applySuppressions(analysis.findings, draft);
  const notes = [...reading.notes, ...draftNotes(draft), ...(analysis.read ? unusedNotes(draft, suppressed) : [])];
  if (!quiet) for (const note of notes) terminal.tell(path + note);
  return { path, draft, analysis, suppressed };
}

function sourcesOf(args: readonly string[], { stdinFilename }: CheckOptions, cwd: string): Sources {
  if (args.length === 0) {
    throw new UsageError("Name a draft, a folder or a pattern; “-” reads standard input. “fairdraft check --help” shows more.");
  }
  if (stdinFilename !== undefined && !args.includes("-")) {
    throw new UsageError("--stdin-filename names what comes from standard input; give “-” as well.");
  }
  const paths = args.filter((arg) => arg !== "-");
  const { files, problems } = findDrafts(paths, cwd);
  const sources: Source[] = files.map(({ path, named, absolute }) => ({ path, named, read: () => readTextFile(absolute) }));
  if (paths.length < args.length) {
    const path = stdinFilename === undefined ? "<stdin>" : shownPath(resolve(cwd, stdinFilename), cwd);
    sources.push({ path, named: true, read: readStandardInput });
  }
  return { sources, problems };
}

/** Cheap look at the front matter: files in a searched folder that do not speak of a kind are not parsed at all. */
function mayBeDraft(text: string): boolean {
  const block = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---/u.exec(text);
  return block !== null && /(?:^|[{,\s])["']?kind["']?\s*:/u.test(block[1] ?? "");
}

function passedOverNote(count: number): string {
  const files = count === 1 ? "1 Markdown file was" : `${count} Markdown files were`;
  return `${files} passed over: no “kind: law” or “kind: bla” in the front matter.`;
}

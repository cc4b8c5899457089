/** `fairdraft check`: reads drafts and reports, one file after the other. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Reader } from "../analysis/reader.ts";
import type { FindingKind, Status } from "../analysis/types.ts";
import { atOrAbove } from "../config/level.ts";
import { applySuppressions, type Suppressed } from "../config/suppressions.ts";
import { readDraft } from "../draft/readDraft.ts";
import type { Draft } from "../draft/types.ts";
import { type CheckedFile, coverageOf } from "../report/checked.ts";
import { type FileAnswer, fileAnswer, jsonReport } from "../report/json.ts";
import { rangeOf } from "../report/position.ts";
import { fileText, type TextOptions, totalText } from "../report/text.ts";
import type { Rulebook, Severity } from "../rulebook/types.ts";
import { findDrafts, shownPath } from "../workspace/findDrafts.ts";
import { decode, readTextFile, type TextReading } from "../workspace/readText.ts";
import { EXIT, type ExitCode, UsageError } from "./exit.ts";
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
  readonly named: boolean;
  read(): TextReading;
}

const PROGRESS_AFTER_MS = 1000;

/** Checks the files that `args` mean and prints the report; files that cannot be read are told and make the exit code 2. */
export function check(args: readonly string[], options: CheckOptions, ports: CheckPorts): ExitCode {
  const { terminal } = ports;
  const { sources, problems } = sourcesOf(args, options, ports.cwd);
  for (const problem of problems) terminal.tell(problem);
  const tally = new Tally(options, ports);
  let failed = problems.length > 0;
  let passedOver = 0;
  const started = performance.now();
  sources.forEach((source, index) => {
    if (performance.now() - started > PROGRESS_AFTER_MS)
      terminal.progress(`Reading ${index + 1} of ${sources.length}: ${source.path}`);
    const reading = source.read();
    if (reading.text === null) {
      // A file that was only found by searching and holds nothing is no draft either.
      if (!source.named) passedOver += 1;
      else {
        failed = true;
        terminal.tell(`${source.path}: ${reading.what}`);
      }
      return;
    }
    if (!source.named && !mayBeDraft(reading.text)) {
      passedOver += 1;
      return;
    }
    const draft = readDraft(reading.text);
    if (!source.named && !draft.kindStated && draft.frontMatter.error === undefined) {
      passedOver += 1;
      return;
    }
    if (!options.quiet) for (const note of [...reading.notes, ...draftNotes(draft)]) terminal.tell(source.path + note);
    const analysis = ports.reader.read(draft);
    const suppressed = applySuppressions(analysis.findings, draft);
    if (!options.quiet && analysis.read) for (const note of unusedNotes(draft, suppressed)) terminal.tell(source.path + note);
    tally.add({ path: source.path, draft, analysis, suppressed });
  });
  terminal.progress("");
  if (passedOver > 0 && !options.quiet) terminal.tell(passedOverNote(passedOver));
  if (tally.files === 0 && sources.length > 0 && !failed) {
    terminal.tell("No draft found. Add front matter with “kind: law” or “kind: bla” to the drafts, or name them one by one.");
    failed = true;
  }
  if (tally.files > 0 || options.format === "json") tally.finish();
  return failed ? EXIT.usage : tally.counted > 0 ? EXIT.findings : EXIT.clean;
}

function sourcesOf(
  args: readonly string[],
  options: CheckOptions,
  cwd: string,
): { readonly sources: readonly Source[]; readonly problems: readonly string[] } {
  if (args.length === 0)
    throw new UsageError("Name a draft, a folder or a pattern; “-” reads standard input. “fairdraft check --help” shows more.");
  const { files, problems } = findDrafts(
    args.filter((arg) => arg !== "-"),
    cwd,
  );
  const sources: Source[] = files.map((file) => ({
    path: file.path,
    named: file.named,
    read: () => readTextFile(file.absolute),
  }));
  if (args.includes("-")) {
    const path = options.stdinFilename === undefined ? "<stdin>" : shownPath(resolve(cwd, options.stdinFilename), cwd);
    sources.push({ path, named: true, read: () => decode(readFileSync(0)) });
  } else if (options.stdinFilename !== undefined) {
    throw new UsageError("--stdin-filename names what comes from standard input; give “-” as well.");
  }
  return { sources, problems };
}

/** Cheap look at the front matter: files in a searched folder that do not speak of a kind are not parsed at all. */
function mayBeDraft(text: string): boolean {
  const block = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---/u.exec(text);
  return block !== null && /(?:^|[{,\s])["']?kind["']?\s*:/u.test(block[1] ?? "");
}

/** What a reader should know about a file that was read all the same; each starts with the line, ":12: …". */
function draftNotes(draft: Draft): readonly string[] {
  const notes: string[] = [];
  const { error, values } = draft.frontMatter;
  if (error !== undefined) {
    notes.push(
      `:${error.line + 1}: the front matter cannot be read: ${error.message} It was left out; the rest was read. Mend it at this line.`,
    );
  }
  if (error === undefined && values["kind"] !== undefined && !draft.kindStated) {
    notes.push(`: “kind: ${String(values["kind"])}” is neither “law” nor “bla”; read as ${draft.kind}. Write one of the two.`);
  }
  return notes;
}

/** Comments that set nothing aside: left standing they would hide a later finding without anybody's decision. */
function unusedNotes(draft: Draft, suppressed: Suppressed): readonly string[] {
  return suppressed.unused.map(({ rules, reason, span }) => {
    const { startLine } = rangeOf(draft, span);
    const why =
      reason === "" ? "it gives no reason. Write one after a colon" : "there is no such finding there. Take the comment out";
    return `:${startLine}: the comment “fairdraft-disable-next ${rules.join(", ")}” sets nothing aside: ${why}.`;
  });
}

function passedOverNote(count: number): string {
  const files = count === 1 ? "1 Markdown file was" : `${count} Markdown files were`;
  return `${files} passed over: no “kind: law” or “kind: bla” in the front matter.`;
}

/** Counts as files go by, and prints each at once (text) or all at the end (json). */
class Tally {
  files = 0;
  /** Findings at or above the level. */
  counted = 0;
  #notRead = 0;
  readonly #answers: FileAnswer[] = [];
  readonly #counts: Partial<Record<FindingKind, number>> = {};
  readonly #coverage: Record<Status, number> = { met: 0, partial: 0, missing: 0, conflict: 0, na: 0 };
  readonly #textOptions: TextOptions;
  readonly #options: CheckOptions;
  readonly #ports: CheckPorts;

  constructor(options: CheckOptions, ports: CheckPorts) {
    const { width, paint } = ports.terminal;
    const shows = (severity: Severity): boolean => atOrAbove(severity, options.level);
    this.#options = options;
    this.#ports = ports;
    this.#textOptions = { rulebook: ports.rulebook, shows, width, paint, quiet: options.quiet };
  }

  add(file: CheckedFile): void {
    this.files += 1;
    if (!file.analysis.read) this.#notRead += 1;
    for (const finding of file.suppressed.findings) {
      if (!this.#textOptions.shows(finding.severity)) continue;
      this.counted += 1;
      this.#counts[finding.kind] = (this.#counts[finding.kind] ?? 0) + 1;
    }
    const coverage = coverageOf(file.analysis);
    for (const status of ["met", "partial", "missing", "conflict", "na"] as const) this.#coverage[status] += coverage[status];
    if (this.#options.format === "json") this.#answers.push(fileAnswer(file, this.#ports.rulebook));
    else this.#ports.terminal.out(fileText(file, this.#textOptions));
  }

  finish(): void {
    const { terminal, version, rulebook } = this.#ports;
    if (this.#options.format === "json")
      terminal.out(jsonReport({ name: "fairdraft", version, rules: rulebook.version }, this.#answers));
    else if (!this.#options.quiet) {
      terminal.out(
        totalText(
          { files: this.files, notRead: this.#notRead, counts: this.#counts, coverage: this.#coverage },
          this.#textOptions,
        ),
      );
    }
  }
}

/** What a run of `fairdraft check` adds up to. */
import type { FindingKind, Status } from "../analysis/types.ts";
import { type CheckedFile, compare, coverageOf } from "../report/checked.ts";
import { type FileAnswer, fileAnswer, jsonReport } from "../report/json.ts";
import { fileText, type TextOptions, totalText } from "../report/text.ts";
import type { Terminal } from "./terminal.ts";

export interface TallyOptions extends TextOptions {
  readonly format: "text" | "json";
  /** Version of the program. */
  readonly version: string;
  readonly terminal: Terminal;
}

/** Counts as files go by, and prints each at once (text) or all at the end (json). */
export class Tally {
  files = 0;
  /** Findings at or above the level. */
  counted = 0;
  #notRead = 0;
  readonly #answers: FileAnswer[] = [];
  readonly #counts: Partial<Record<FindingKind, number>> = {};
  readonly #coverage: Record<Status, number> = { met: 0, partial: 0, missing: 0, conflict: 0, na: 0 };
  readonly #options: TallyOptions;

  constructor(options: TallyOptions) {
    this.#options = options;
  }

  /** Counts one draft and, in text, prints its report. */
  add(file: CheckedFile): void {
    this.files += 1;
    if (!file.analysis.read) this.#notRead += 1;
    for (const finding of file.suppressed.findings) {
      if (!this.#options.shows(finding.severity)) continue;
      this.counted += 1;
      this.#counts[finding.kind] = (this.#counts[finding.kind] ?? 0) + 1;
    }
    const coverage = coverageOf(file.analysis);
    for (const status of ["met", "partial", "missing", "conflict", "na"] as const) this.#coverage[status] += coverage[status];
    if (this.#options.format === "json") this.#answers.push(fileAnswer(file, this.#options.rulebook));
    else this.#options.terminal.out(fileText(file, this.#options));
  }

  /** Prints what comes once: the whole answer (json), or the totals (text) if anything was read. */
  finish(): void {
    const { format, terminal, version, rulebook, quiet } = this.#options;
    if (format === "json") {
      const tool = { name: "fairdraft", version, rules: rulebook.version };
      const files = this.#answers.sort((a, b) => compare(a.path, b.path));
      terminal.out(jsonReport(tool, files));
    } else if (!quiet && this.files > 0) {
      const total = { files: this.files, notRead: this.#notRead, counts: this.#counts, coverage: this.#coverage };
      terminal.out(totalText(total, this.#options));
    }
  }
}

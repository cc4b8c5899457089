/** `fairdraft explain`: the page of a rule, or how a clause is read. */
import { resolve } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import type { Reader } from "../analysis/reader.ts";
import { readDraft } from "../draft/readDraft.ts";
import type { Draft, Provision } from "../draft/types.ts";
import { clauseReading } from "../report/clauseReading.ts";
import { rulePage } from "../report/rulePage.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { readTextFile } from "../workspace/readText.ts";
import { EXIT, type ExitCode, UsageError } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

export interface ExplainOptions {
  readonly rule?: string | undefined;
  readonly text?: string;
  /** The line is 1-based. */
  readonly at?: { readonly file: string; readonly line: number };
  /** What the clause of `text` stands in. */
  readonly kind: "law" | "bla";
}

export interface ExplainPorts {
  readonly terminal: Terminal;
  readonly rulebook: Rulebook;
  /** Built only when a clause is read: a rule page needs no reader. */
  readonly reader: () => Reader;
}

const FURTHEST_TYPO = 6;

/** Prints the page of `rule`, or the reading of the clause in `text` or at `at`; throws UsageError when it is not exactly one of them. */
export function explain(options: ExplainOptions, ports: ExplainPorts): ExitCode {
  const asked = [options.rule, options.text, options.at].filter((part) => part !== undefined);
  if (asked.length !== 1)
    throw new UsageError("Name one rule, or give --text “a clause”, or --at draft.md:12. “fairdraft explain --help” shows more.");
  if (options.rule !== undefined) explainRule(options.rule, ports);
  else if (options.text !== undefined) explainText(options.text, options.kind, ports);
  else if (options.at !== undefined) explainLine(options.at.file, options.at.line, ports);
  return EXIT.clean;
}

function explainRule(id: string, { rulebook, terminal }: ExplainPorts): void {
  const requirement = rulebook.requirements.find((candidate) => candidate.id === id.trim().toLowerCase());
  if (requirement === undefined) throw new UsageError(`There is no rule “${id}”.${nearest(id, rulebook)}`);
  terminal.out(rulePage(requirement, { rulebook, width: terminal.width, paint: terminal.paint }));
}

function explainText(text: string, kind: "law" | "bla", ports: ExplainPorts): void {
  if (text.trim() === "") throw new UsageError("--text is empty: give the words of a clause.");
  const draft = readDraft(text, { kind, language: "en" });
  explainProvisions(draft, draft.provisions, "The clause holds no sentence to read.", ports);
}

function explainLine(file: string, line: number, ports: ExplainPorts): void {
  const reading = readTextFile(resolve(file));
  if (reading.text === null) throw new UsageError(`${file}: ${reading.what}`);
  const draft = readDraft(reading.text);
  if (line > draft.lineStarts.length)
    throw new UsageError(`${file} has ${draft.lineStarts.length} lines; there is no line ${line}.`);
  const start = draft.lineStarts[line - 1] ?? 0;
  const end = draft.lineStarts[line] ?? draft.source.length;
  const there = draft.provisions.filter((provision) => provision.span.start < end && provision.span.end > start);
  explainProvisions(draft, there, `${file}:${line} holds no sentence to read. Name a line with words of a clause.`, ports);
}

function explainProvisions(draft: Draft, provisions: readonly Provision[], none: string, ports: ExplainPorts): void {
  if (provisions.length === 0) throw new UsageError(none);
  const reader = ports.reader();
  const { terminal, rulebook } = ports;
  const pages = provisions.map((provision) => {
    const explanation = reader.explain(draft, provision.index);
    if (explanation === null)
      throw new UsageError(`Not read: language ${draft.language}. Fairdraft reads ${reader.languages.join(", ")}.`);
    return clauseReading(explanation, { rulebook, width: terminal.width, paint: terminal.paint });
  });
  terminal.out(pages.join("\n"));
}

function nearest(id: string, rulebook: Rulebook): string {
  const ids = rulebook.requirements.map((requirement) => requirement.id);
  if (ids.length === 0) return "";
  const guess = closest(id, ids);
  return distance(id, guess) <= FURTHEST_TYPO
    ? ` Did you mean “${guess}”?`
    : " Findings show the id of their rule in square brackets.";
}

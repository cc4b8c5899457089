/** `fairdraft rules test`: reads the examples of a rule pack and tells which are read otherwise than they say. */
import { type ExampleOutcome, readExamples } from "../analysis/examples.ts";
import { createReader, type Reader } from "../analysis/reader.ts";
import { neutral } from "../report/neutral.ts";
import { phrasesFor } from "../report/phrases.ts";
import { wrap } from "../report/wrap.ts";
import type { Requirement, Rulebook } from "../rulebook/types.ts";
import { EXIT, type ExitCode, UsageError } from "./exit.ts";
import { loadPack, type RulePack } from "./rulePack.ts";
import type { Terminal } from "./terminal.ts";

export interface RulesPorts {
  readonly terminal: Terminal;
  readonly cwd: string;
  /** The rules that come with the program. */
  readonly shipped: Rulebook;
}

export interface RulesTestOptions {
  /** The pack; the rules that come with the program when undefined. */
  readonly dir?: string | undefined;
  /** The pack is a whole rulebook and does not stand on the rules that come with the program. */
  readonly alone: boolean;
}

/** Prints how many examples of each rule are read as they say, with every miss, and what is wrong with the pack on standard error. */
export async function rulesTest({ dir, alone }: RulesTestOptions, ports: RulesPorts): Promise<ExitCode> {
  const { terminal, shipped } = ports;
  if (dir === undefined) {
    if (alone) throw new UsageError("--alone speaks of a pack; name its folder as well.");
    return report(createReader(shipped), shipped.requirements, terminal);
  }
  const pack = await loadPack(dir, ports.cwd, alone ? undefined : shipped);
  await tellProblems(dir, pack, terminal);
  const foreign = new Set(alone ? [] : shipped.requirements.map(({ id }) => id));
  const own = pack.rulebook.requirements.filter(({ id }) => !foreign.has(id));
  if (own.length === 0) {
    terminal.tell(`${dir}: no rule to test. A rule is a folder requirements/<group>/<id>/ with rule.yaml and en.yaml.`);
    return EXIT.usage;
  }
  const exit = report(createReader({ ...pack.rulebook, requirements: own }), own, terminal);
  return pack.problems.length > 0 ? EXIT.usage : exit;
}

async function tellProblems(dir: string, { problems, files }: RulePack, terminal: Terminal): Promise<void> {
  if (files.size === 0) terminal.tell(`${dir}: holds no YAML file (*.yaml).`);
  if (problems.length === 0) return;
  const { formatProblem } = await import("../rulebook/problems.ts");
  const folder = dir.replace(/[/\\]+$/u, "");
  for (const problem of problems) terminal.tell(`${folder}/${formatProblem(problem)}`);
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  terminal.tell(`${count} in ${dir}: what they concern is left out; everything else works. Mend them and test again.`);
}

function report(reader: Reader, requirements: readonly Requirement[], terminal: Terminal): ExitCode {
  let read = 0;
  let passed = 0;
  for (const requirement of requirements) {
    const outcomes = reader.languages.flatMap((language) => readExamples(reader, requirement, language));
    const wrong = outcomes.filter((outcome) => !outcome.passed);
    read += outcomes.length;
    passed += outcomes.length - wrong.length;
    const count = `${outcomes.length - wrong.length} of ${outcomes.length}`;
    const { red, green } = terminal.paint;
    terminal.out(`${requirement.id}: ${wrong.length === 0 ? green(count) : red(count)}\n`);
    for (const outcome of wrong) terminal.out(missText(outcome, terminal));
  }
  const rules = requirements.length === 1 ? "1 rule" : `${requirements.length} rules`;
  terminal.out(`\n${rules}: ${passed} of ${read} examples are read as they say.\n`);
  return passed === read ? EXIT.clean : EXIT.findings;
}

function missText({ index, example, got, reading, language }: ExampleOutcome, { width, paint }: Terminal): string {
  const role = example.role === undefined ? "" : `, ${example.role}`;
  const lines = [
    `  ${paint.bold(`example ${index + 1}`)} (${language}, ${example.on}${role}): says ${example.reading}, read ${got}`,
  ];
  for (const line of example.text.split("\n"))
    lines.push(line.trim() === "" ? "" : wrap(neutral(line), width, "    | ", "    | "));
  const evidence = reading?.evidence ?? [];
  for (const { pattern, reading: kind, limits } of evidence) {
    const why = limits.map((limit) => phrasesFor("en").limits[limit]).join("; ");
    lines.push(`    read as ${kind} by the pattern ${pattern}${why === "" ? "" : `: ${why}`}`);
  }
  if (evidence.length === 0) {
    const absent = reading?.absent ?? [];
    lines.push(absent.length === 0 ? "    no pattern matches" : `    no pattern matches; not found: ${absent.join(", ")}`);
  }
  return `${lines.join("\n")}\n`;
}

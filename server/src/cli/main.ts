/** The command line: wires commander to the subcommands and turns faults into messages and exit codes. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../../package.json";
import { createReader } from "../analysis/reader.ts";
import { LEVELS } from "../config/level.ts";
import type { Severity } from "../rulebook/types.ts";
import { loadShippedRules } from "../workspace/rules.ts";
import { check } from "./check.ts";
import { EXIT, type ExitCode, UsageError } from "./exit.ts";
import { explain } from "./explain.ts";
import { rulesNew } from "./rulesNew.ts";
import { rulesTest } from "./rulesTest.ts";
import { leaveWhenPipeCloses, processTerminal } from "./terminal.ts";

interface CheckFlags {
  readonly format: "text" | "json";
  readonly level: Severity;
  readonly quiet?: true;
  readonly stdinFilename?: string;
}

interface ExplainFlags {
  readonly text?: string;
  readonly at?: { readonly file: string; readonly line: number };
  readonly kind: "law" | "bla";
}

interface GlobalFlags {
  readonly color?: boolean;
}

/** Runs one command line (without node and script) and answers with its exit code. */
async function run(args: readonly string[]): Promise<ExitCode> {
  let exit: ExitCode = EXIT.clean;
  const program = new Command("fairdraft");
  const colour = (command: Command): boolean | undefined => command.optsWithGlobals<GlobalFlags>().color;
  const withColour = (command: Command): Command =>
    command.option("--color", "use colours even when the output is no terminal").option("--no-color", "use no colours");
  program
    .description(
      "Reads draft recruitment laws and bilateral labour agreements against ILO Convention No. 181 and the ILO fair recruitment principles, offline.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing found at or above the level, 1 findings, 2 usage or configuration, 3 internal error.",
    )
    .exitOverride();

  withColour(program.command("check"))
    .description("check drafts: files as named; folders and patterns for files with “kind: law” or “kind: bla”")
    .argument("[paths...]", "files, folders, patterns (quoted), or - for standard input")
    .addOption(new Option("--format <format>", "how to answer").choices(["text", "json"]).default("text"))
    .addOption(
      new Option("--level <level>", "findings at or above it count and are shown").choices([...LEVELS]).default("warning"),
    )
    .option("-q, --quiet", "print findings only")
    .option("--stdin-filename <path>", "the name to show for standard input")
    .action((paths: readonly string[], flags: CheckFlags, command: Command) => {
      const rulebook = loadShippedRules();
      const options = {
        format: flags.format,
        level: flags.level,
        quiet: flags.quiet === true,
        ...(flags.stdinFilename === undefined ? {} : { stdinFilename: flags.stdinFilename }),
      };
      const terminal = processTerminal(colour(command));
      exit = check(paths, options, { terminal, cwd: process.cwd(), version, rulebook, reader: createReader(rulebook) });
    });

  withColour(program.command("explain"))
    .description("explain a rule, or how a clause is read")
    .argument("[rule]", "the id of a rule, as findings show it")
    .option("--text <clause>", "read this clause and say how")
    .option("--at <file:line>", "read the clause at this line of a draft and say how", fileAndLine)
    .addOption(new Option("--kind <kind>", "what the clause of --text stands in").choices(["law", "bla"]).default("law"))
    .action((rule: string | undefined, flags: ExplainFlags, command: Command) => {
      const rulebook = loadShippedRules();
      const terminal = processTerminal(colour(command));
      exit = explain({ rule, ...flags }, { terminal, rulebook, reader: () => createReader(rulebook) });
    });

  const rules = program.command("rules").description("test rules of your own, or start a new one").helpCommand(false);
  const rulesPorts = (command: Command) => ({
    terminal: processTerminal(colour(command)),
    cwd: process.cwd(),
    shipped: loadShippedRules(),
  });
  withColour(rules.command("test"))
    .description("read the examples of a rule pack on top of the rules of the program; without a folder those of the program")
    .argument("[dir]", "the folder of the pack")
    .option("--alone", "the pack is a whole rulebook: leave the rules of the program out")
    .addHelpText("after", "\nExit codes: 0 all read as they say, 1 some are not, 2 the pack or the command line is wrong.")
    .action(async (dir: string | undefined, flags: { readonly alone?: true }, command: Command) => {
      exit = await rulesTest({ dir, alone: flags.alone === true }, rulesPorts(command));
    });
  withColour(rules.command("new"))
    .description("start a rule: files that load and whose examples are read as they say")
    .argument("<id>", "the id of the rule: lower-case words joined by hyphens")
    .option("--group <group>", "the group it stands in; a new one is made in a new pack", "own")
    .option("--dir <dir>", "the folder of the pack", "fairdraft-rules")
    .action(async (id: string, flags: { readonly group: string; readonly dir: string }, command: Command) => {
      exit = await rulesNew({ id, ...flags }, rulesPorts(command));
    });

  if (args.length === 0) {
    program.outputHelp({ error: true });
    return EXIT.usage;
  }
  await program.parseAsync(args, { from: "user" });
  return exit;
}

function fileAndLine(value: string): { readonly file: string; readonly line: number } {
  const match = /^(.+?):(\d+)(?::\d+)?$/u.exec(value);
  const line = Number(match?.[2]);
  if (match?.[1] === undefined || line < 1)
    throw new InvalidArgumentError("Write the file, a colon and the line, as in draft.md:12.");
  return { file: match[1], line };
}

function exitFor(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`fairdraft: ${error.message}\n`);
    return EXIT.usage;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`fairdraft: internal error; please report it with the draft's clause that causes it.\n${told}\n`);
  return EXIT.internal;
}

leaveWhenPipeCloses();
run(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  (error: unknown) => {
    process.exitCode = exitFor(error);
  },
);

/** Runs every scenarios/*.scenario; README.md beside them says how they are written. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCli, splitCommand } from "../kit/cli.ts";

const FOLDER = "test/cli/scenarios";

interface Scenario {
  readonly test: string;
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
  readonly stdin: string | undefined;
  readonly expected: Readonly<Partial<Record<"stdout" | "stderr", string>>>;
  readonly status: number;
}

function parseScenario(source: string): Scenario {
  const files: Record<string, string> = {};
  const sections: Record<string, string> = {};
  const parts = source.split(/^====(.+)====\n/mu);
  assert.equal(parts[0], "", "a scenario starts with ====test====");
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] ?? "";
    const body = parts[i + 1] ?? "";
    if (name.startsWith("file ")) files[name.slice("file ".length)] = body;
    else {
      assert.ok(["test", "command", "stdin", "stdout", "stderr", "status"].includes(name), `no such section: ${name}`);
      assert.ok(!(name in sections), `section ${name} stands twice`);
      sections[name] = body;
    }
  }
  const { test, command, stdin, stdout, stderr, status } = sections;
  assert.ok(test !== undefined && command !== undefined && status !== undefined, "test, command and status are needed");
  assert.match(command, /^fairdraft( |\n)/u, "the command starts with fairdraft");
  assert.match(status, /^[0-3]\n$/u);
  assert.ok(stdout !== undefined || stderr !== undefined, "a scenario says what is printed");
  return {
    test: test.trim(),
    files,
    command: command.trim(),
    stdin,
    expected: { ...(stdout === undefined ? {} : { stdout }), ...(stderr === undefined ? {} : { stderr }) },
    status: Number(status),
  };
}

/** "contains:" and "lacks:" lines are looked for one by one; any other text is the whole output. */
function assertOutput(actual: string, expected: string, stream: string): void {
  const lines = expected.split("\n").filter((line) => line !== "");
  if (lines.length === 0 || !lines.every((line) => /^(?:contains|lacks): /u.test(line))) {
    assert.equal(actual, expected, stream);
    return;
  }
  for (const line of lines) {
    const words = line.slice(line.indexOf(": ") + 2);
    assert.equal(actual.includes(words), line.startsWith("contains"), `${stream} ${line}\n--- ${stream} ---\n${actual}`);
  }
}

describe("cli scenarios", () => {
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith(".scenario"))
    .sort()) {
    const scenario = parseScenario(readFileSync(join(FOLDER, file), "utf8"));
    it(`${file}: ${scenario.test}`, () => {
      const [, ...args] = splitCommand(scenario.command);
      const result = runCli(args, { files: scenario.files, ...(scenario.stdin === undefined ? {} : { stdin: scenario.stdin }) });
      for (const stream of ["stdout", "stderr"] as const) {
        const expected = scenario.expected[stream];
        if (expected !== undefined) assertOutput(result[stream], expected, stream);
      }
      assert.equal(result.status, scenario.status, `exit code\n${result.stdout}\n${result.stderr}`);
    });
  }
});

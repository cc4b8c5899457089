import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { inFolder, runCli, runCliIn } from "../kit/cli.ts";

const LAW = `---
kind: law
---
# Recruitment Act

1. An agency may charge a worker a placement fee.

2. The Minister may exempt any agency from this Act.

3. An employer should give the worker a written contract.
`;

const AGREEMENT = `---
kind: bla
language: en
---
# Agreement on the Employment of Workers

## Article 1

The employer shall keep the passport of the worker until the end of the contract.

## Article 2

The employer shall bear all costs of recruitment; no fee shall be charged to the worker.
`;

interface Answer {
  readonly files: readonly {
    readonly path: string;
    readonly kind: string;
    readonly read: { readonly status: string; readonly reason?: string };
    readonly requirements: readonly {
      readonly id: string;
      readonly status: string;
      readonly evidence: readonly { readonly startLine: number }[];
    }[];
    readonly findings: readonly {
      readonly rule: string;
      readonly kind: string;
      readonly severity: string;
      readonly startLine: number;
    }[];
  }[];
}

function answerOf(stdout: string): Answer {
  const schema: object = JSON.parse(readFileSync("rules/schema/check-output.schema.json", "utf8"));
  const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
  const answer: unknown = JSON.parse(stdout);
  assert.ok(validate(answer), JSON.stringify(validate.errors, null, 2));
  return answer as Answer;
}

describe("fairdraft check --format json", () => {
  it("answers by the published schema, files sorted by path", () => {
    const run = runCli(["check", "--format", "json", "b.md", "a.md"], { files: { "b.md": LAW, "a.md": AGREEMENT } });
    const answer = answerOf(run.stdout);
    assert.deepEqual(
      answer.files.map((file) => [file.path, file.kind, file.read.status]),
      [
        ["a.md", "bla", "read"],
        ["b.md", "law", "read"],
      ],
    );
    assert.equal(run.stderr, "");
    assert.equal(run.status, 1);
  });

  it("places findings and evidence by lines from 1", () => {
    const [law] = answerOf(runCli(["check", "--format", "json", "act.md"], { files: { "act.md": LAW } }).stdout).files;
    const fees = law?.requirements.find((requirement) => requirement.id === "no-worker-fees");
    assert.equal(fees?.status, "conflict");
    assert.equal(fees?.evidence[0]?.startLine, 6);
    const finding = law?.findings.find((candidate) => candidate.rule === "no-worker-fees");
    assert.deepEqual([finding?.kind, finding?.startLine], ["contradiction", 6]);
  });

  it("gives the same bytes again, in whatever order the files are named", () => {
    const files = { "b.md": LAW, "a.md": AGREEMENT };
    const once = runCli(["check", "--format", "json", "b.md", "a.md"], { files });
    const again = runCli(["check", "--format", "json", "a.md", "b.md", "./a.md"], { files });
    assert.equal(once.stdout, again.stdout);
  });

  it("says of a language without lexicon that it was not read, and finds nothing", () => {
    const french =
      "---\nkind: law\nlanguage: fr\n---\n# Loi\n\nArticle 1. L’agence peut percevoir des frais auprès du travailleur.\n";
    const run = runCli(["check", "--format", "json", "loi.md"], { files: { "loi.md": french } });
    const [file] = answerOf(run.stdout).files;
    assert.deepEqual(file?.read, { status: "not read", reason: "language fr" });
    assert.deepEqual([file?.requirements, file?.findings], [[], []]);
    assert.equal(run.status, 0);
  });

  it("lists all findings whatever the level, which decides the exit code", () => {
    const files = {
      "act.md": "---\nkind: law\n---\n# Act\n\n1. No agency shall charge a worker any fee or cost of recruitment.\n",
    };
    const levels = ["error", "warning", "information", "hint"];
    const runs = levels.map((level) => runCli(["check", "--format", "json", "--level", level, "act.md"], { files }));
    assert.equal(new Set(runs.map((run) => run.stdout)).size, 1);
    const severities =
      answerOf(runs[0]?.stdout ?? "").files[0]?.findings.map((finding) => levels.indexOf(finding.severity)) ?? [];
    assert.ok(severities.length > 0);
    assert.deepEqual(
      runs.map((run) => run.status),
      levels.map((_, level) => (severities.some((severity) => severity <= level) ? 1 : 0)),
    );
  });

  it("prints no control or direction-turning character, whatever the draft holds", () => {
    const hostile = `---\nkind: law\n---\n# Act \u202e\u001b[2J\u009b\n\n1. An agency may charge \u2066a worker\u2069 a \u001b]0;title\u0007placement fee.\n`;
    for (const format of ["json", "text"]) {
      const { stdout } = runCli(["check", "--format", format, "act.md"], { files: { "act.md": hostile } });
      assert.match(stdout, /placement/u);
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});

describe("fairdraft check, odd files", () => {
  it("refuses binary data", () => {
    const run = runCli(["check", "act.md"], { files: { "act.md": Buffer.from("PK\u0003\u0004\u0000\u0000") } });
    assert.equal(run.stderr, "act.md: is not text (it holds NUL bytes). Convert the document to Markdown and check that file.\n");
    assert.deepEqual([run.stdout, run.status], ["", 2]);
  });

  it("reads broken UTF-8 and says where it is", () => {
    const latin = Buffer.from(LAW.replace("Minister", "Ministère"), "latin1");
    const run = runCli(["check", "act.md"], { files: { "act.md": latin } });
    assert.match(run.stderr, /^act\.md:8: is not valid UTF-8 from this line on; .* Save the file as UTF-8\.\n$/u);
    assert.match(run.stdout, /no-worker-fees/u);
    assert.equal(run.status, 1);
  });

  it("reads a megabyte and refuses more than twenty", function () {
    this.timeout(120_000);
    const clause = "\n\nThe Minister shall, not later than the end of March, lay a report before the Assembly.";
    const megabyte = LAW + clause.repeat(Math.ceil((1024 * 1024) / clause.length));
    const read = runCli(["check", "act.md"], { files: { "act.md": megabyte } });
    assert.match(read.stdout, /no-worker-fees/u);
    assert.equal(read.status, 1);
    const refused = runCli(["check", "act.md"], { files: { "act.md": megabyte.repeat(21) } });
    assert.match(refused.stderr, /^act\.md: is too large \(21\.\d MB; at most 20 MB are read\)\. Split it, one law a file\.\n$/u);
    assert.equal(refused.status, 2);
  });

  it("reads text without heading or number, from one line to nothing but blanks between words", () => {
    for (const text of [
      "An agency may charge a worker a placement fee.",
      "an agency may charge a worker a placement fee",
      "\ufeffAn agency may charge a worker a placement fee.\r\n",
    ]) {
      const run = runCli(["check", "note.md"], { files: { "note.md": text } });
      assert.match(run.stdout, /no-worker-fees/u, text);
      assert.equal(run.status, 1, run.stderr);
    }
  });
});

describe("fairdraft check, streams", () => {
  it("reads standard input under the name given", () => {
    const run = runCli(["check", "-", "--stdin-filename", "laws/act.md", "--format", "json"], { stdin: LAW });
    assert.equal(answerOf(run.stdout).files[0]?.path, "laws/act.md");
    assert.equal(answerOf(runCli(["check", "-", "--format", "json"], { stdin: LAW }).stdout).files[0]?.path, "<stdin>");
  });

  it("uses colours only when told to, as its output is no terminal here", () => {
    const files = { "act.md": LAW };
    assert.doesNotMatch(runCli(["check", "act.md"], { files }).stdout, /\u001b/u);
    assert.match(runCli(["check", "--color", "act.md"], { files }).stdout, /\u001b\[31merror\u001b\[39m/u);
    assert.doesNotMatch(runCli(["check", "--no-color", "act.md"], { files }).stdout, /\u001b/u);
  });

  it("ends quietly when the reader of its output goes away", () => {
    inFolder({ "act.md": LAW.repeat(400) }, (folder) => {
      const command = `"${process.execPath}" "${resolve("dist/cli.js")}" check --format json act.md | head -c 10`;
      const run = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
      assert.deepEqual([run.stderr, run.stdout], ["", '{\n  "versi']);
    });
  });

  it("shows files inside and outside the working folder", () => {
    inFolder({ "act.md": LAW, "work/other.md": LAW }, (folder) => {
      const run = runCliIn(join(folder, "work"), ["check", "--format", "json", "../act.md", join(folder, "work/other.md")]);
      const shown = answerOf(run.stdout).files.map((file) => file.path);
      assert.equal(shown[1], "other.md");
      assert.ok(shown[0]?.endsWith("/act.md") && !shown[0].startsWith(".."), shown[0]);
    });
  });
});

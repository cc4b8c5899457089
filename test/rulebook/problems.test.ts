import assert from "node:assert/strict";
import { loadRulebook } from "../../server/src/rulebook/load.ts";
import { formatProblem, nearest } from "../../server/src/rulebook/problems.ts";
import type { Problem } from "../../server/src/rulebook/problems.ts";
import { edited, rulePath, rulesFiles, textsPath } from "../kit/rulesFiles.ts";

/** The only problem of `files`, with its place checked against the text that stands there. */
function only(files: Map<string, string>, at: string): Problem {
  const { problems } = loadRulebook(files);
  assert.equal(problems.length, 1, problems.map(formatProblem).join("\n"));
  const [problem] = problems as readonly [Problem];
  const line = files.get(problem.file)?.split("\n")[problem.line - 1] ?? "";
  assert.equal(
    line.slice(problem.column - 1).startsWith(at),
    true,
    `${formatProblem(problem)} points at “${line.slice(problem.column - 1)}”`,
  );
  return problem;
}

interface Expected {
  readonly title: string;
  readonly files: Map<string, string>;
  /** What stands at the place of the problem. */
  readonly at: string;
  readonly kind: Problem["kind"];
  readonly path: string;
  readonly message?: RegExp;
  readonly suggestion?: string;
}

const lexicon = "lexicon/en.yaml";
const instrument = "instruments/c181.yaml";
const rule = rulesFiles().get(rulePath) ?? "";
const texts = rulesFiles().get(textsPath) ?? "";

const cases: readonly Expected[] = [
  {
    title: "an unknown key",
    files: edited(rulePath, "cites:", "cite:"),
    at: "cite:",
    kind: "unknown-key",
    path: "cite",
    suggestion: "cites",
  },
  {
    title: "an unknown key deep in a pattern",
    files: edited(rulePath, "with:", "wiht:"),
    at: "wiht",
    kind: "unknown-key",
    path: "match.satisfied[0].wiht",
    suggestion: "with",
  },
  {
    title: "a value that is not in the list",
    files: edited(rulePath, "is: ban", "is: bann"),
    at: "bann",
    kind: "schema",
    path: "match.satisfied[0].is",
    suggestion: "ban",
  },
  {
    title: "a value of the wrong type",
    files: edited(rulePath, "on: [law]", "on: law"),
    at: "law",
    kind: "schema",
    path: "on",
    message: /must be a list/u,
  },
  {
    title: "a missing key",
    files: edited(rulePath, "theme: fees\n", ""),
    at: "id:",
    kind: "schema",
    path: "",
    message: /“theme” is missing/u,
  },
  {
    title: "an empty list",
    files: edited(rulePath, "on: [law]", "on: []"),
    at: "[]",
    kind: "schema",
    path: "on",
    message: /empty/u,
  },
  {
    title: "a value twice in a list",
    files: edited(rulePath, "on: [law]", "on: [law, law]"),
    at: "law",
    kind: "duplicate",
    path: "on[1]",
  },
  {
    title: "a concept list with blanks",
    files: edited(rulePath, "act: charge", "act: charge | fee"),
    at: "charge | fee",
    kind: "schema",
    path: "match.satisfied[0].act",
    message: /joined by \|/u,
  },
  {
    title: "an unknown concept in a pattern",
    files: edited(rulePath, 'with: [fee, "~worker"]', 'with: [fee, "~fee|wroker"]'),
    at: "wroker",
    kind: "unknown-concept",
    path: "match.satisfied[0].with[1]",
    suggestion: "worker",
  },
  {
    title: "an unknown concept in belongs",
    files: edited(rulePath, "belongs: [fee]", "belongs: [feee]"),
    at: "feee",
    kind: "unknown-concept",
    path: "belongs[0]",
    suggestion: "fee",
  },
  {
    title: "a concept that is like no other",
    files: edited(rulePath, "belongs: [fee]", "belongs: [spaceship]"),
    at: "spaceship",
    kind: "unknown-concept",
    path: "belongs[0]",
  },
  {
    title: "an unresolved cite",
    files: edited(rulePath, "[C181 7(1)]", "[C181 7(9)]"),
    at: "C181 7(9)",
    kind: "unknown-cite",
    path: "cites[0]",
    suggestion: "C181 7(1)",
  },
  {
    title: "a cite of an unknown instrument",
    files: edited(rulePath, "[C181 7(1)]", "[C999]"),
    at: "C999",
    kind: "unknown-cite",
    path: "cites[0]",
  },
  {
    title: "an unknown group",
    files: edited(rulePath, "group: fees", "group: fes"),
    at: "fes",
    kind: "unknown-group",
    path: "group",
    suggestion: "fees",
  },
  {
    title: "a rule in the folder of another group",
    files: edited(rulePath, "group: fees", "group: rights"),
    at: "rights",
    kind: "misplaced",
    path: "group",
    suggestion: "fees",
  },
  {
    title: "an id that is not the folder's name",
    files: edited(rulePath, "id: no-fees", "id: free"),
    at: "free",
    kind: "misplaced",
    path: "id",
    suggestion: "no-fees",
  },
  {
    title: "two rules with one id",
    files: rulesFiles({
      "requirements/rights/no-fees/rule.yaml": rule.replace("group: fees", "group: rights"),
      "requirements/rights/no-fees/en.yaml": texts,
    }),
    at: "no-fees",
    kind: "duplicate",
    path: "id",
    message: /taken by requirements\/fees\/no-fees/u,
  },
  { title: "a rule without English texts", files: rulesFiles({ [textsPath]: null }), at: "id:", kind: "missing-texts", path: "" },
  { title: "texts without a rule", files: rulesFiles({ [rulePath]: null }), at: "title:", kind: "missing-rule", path: "" },
  {
    title: "a misnamed file in a rule's folder",
    files: rulesFiles({ "requirements/fees/no-fees/rules.yaml": "a: 1" }),
    at: "a: 1",
    kind: "unknown-file",
    path: "",
    suggestion: "rule.yaml",
  },
  {
    title: "a misnamed folder",
    files: rulesFiles({ "requirement/x/rule.yaml": "a: 1" }),
    at: "a: 1",
    kind: "unknown-file",
    path: "",
    suggestion: "requirements",
  },
  {
    title: "a file at the wrong depth",
    files: rulesFiles({ "requirements/fees/rule.yaml": "a: 1" }),
    at: "a: 1",
    kind: "unknown-file",
    path: "",
    message: /<group>\/<id>/u,
  },
  {
    title: "an unclosed blank",
    files: edited(textsPath, "${days:14} days", "${days:14 days"),
    at: "${days:14 days",
    kind: "blank",
    path: "clauses[0].text",
  },
  {
    title: "a blank without a name",
    files: edited(textsPath, "${days:14}", "${}"),
    at: "${}",
    kind: "blank",
    path: "clauses[0].text",
  },
  {
    title: "a blank with an empty example",
    files: edited(textsPath, "${days:14}", "${days:}"),
    at: "${days:}",
    kind: "blank",
    path: "clauses[0].text",
  },
  {
    title: "names of elements that the rule has not",
    files: edited(textsPath, "clauses:\n", "elements: { wage: wages }\nclauses:\n"),
    at: "wage:",
    kind: "unknown-element",
    path: "elements.wage",
  },
  {
    title: "two clauses with one id",
    files: edited(textsPath, "examples:", "  - { id: ban, for: law, label: L, heading: H, text: T }\nexamples:"),
    at: "ban",
    kind: "duplicate",
    path: "clauses[1].id",
  },
  {
    title: "a phrase with an unknown concept",
    files: edited(lexicon, "<fee> ..3", "<fees> ..3"),
    at: "fees> ..3",
    kind: "unknown-concept",
    path: "concepts.charge[1]",
    suggestion: "fee",
  },
  {
    title: "a phrase with an unknown concept behind a gap",
    files: edited(lexicon, "..3 payable", "..3!<wroker> payable"),
    at: "wroker",
    kind: "unknown-concept",
    path: "concepts.charge[1]",
    suggestion: "worker",
  },
  {
    title: "a phrase that ends with a gap",
    files: edited(lexicon, "<fee> ..3 payable", "<fee> ..3"),
    at: '"<fee> ..3"',
    kind: "phrase",
    path: "concepts.charge[1]",
    message: /gap/u,
  },
  {
    title: "a duplicated phrase",
    files: edited(lexicon, "[worker, jobseeker]", "[worker, jobseeker, Worker]"),
    at: "Worker",
    kind: "duplicate",
    path: "concepts.worker[2]",
  },
  {
    title: "a phrase duplicated in another file",
    files: rulesFiles({ "lexicon/en/more.yaml": "language: en\nconcepts:\n  fee:\n    - fee\n" }),
    at: "fee",
    kind: "duplicate",
    path: "concepts.fee[0]",
  },
  {
    title: "concepts that depend on each other in a circle",
    files: edited(lexicon, '[fee, "recruitment cost"]', '[fee, "<charge> money"]'),
    at: '"<',
    kind: "phrase",
    path: "concepts.charge[1]",
    message: /circle: fee → charge → fee/u,
  },
  {
    title: "a concept with an impossible name",
    files: edited(lexicon, "  fee:", "  Fee_1: [x]\n  fee:"),
    at: "Fee_1",
    kind: "schema",
    path: "concepts.Fee_1",
  },
  {
    title: "a key phrase of more than twelve words",
    files: edited(instrument, "in whole or in part", "one two three four five six seven eight nine ten eleven twelve thirteen"),
    at: "one two",
    kind: "key-phrase",
    path: "provisions[1].keyPhrase",
    message: /13 words/u,
  },
  {
    title: "a provision that stands twice",
    files: edited(instrument, '  - number: ""', '  - { number: "", summary: Once., verified: text }\n  - number: ""'),
    at: '""',
    kind: "duplicate",
    path: "provisions[1].number",
  },
  {
    title: "an instrument that stands twice",
    files: rulesFiles({ "instruments/other.yaml": rulesFiles().get(instrument) ?? "" }),
    at: "C181",
    kind: "duplicate",
    path: "code",
  },
  {
    title: "a group that stands twice",
    files: edited("groups.yaml", "id: rights", "id: fees"),
    at: "fees",
    kind: "duplicate",
    path: "groups[1].id",
  },
  {
    title: "an empty pattern",
    files: edited(rulePath, '\n      act: charge\n      is: ban\n      with: [fee, "~worker"]', ""),
    at: "id: ban",
    kind: "pattern",
    path: "match.satisfied[0]",
    message: /never match/u,
  },
  {
    title: "a modality without an act",
    files: edited(rulePath, "      act: charge\n", ""),
    at: "ban",
    kind: "pattern",
    path: "match.satisfied[0].is",
    message: /without act/u,
  },
  {
    title: "a pattern that bars what it asks for",
    files: edited(rulePath, "is: ban", "without: [charge]"),
    at: "[charge]",
    kind: "pattern",
    path: "match.satisfied[0].without",
    message: /never match/u,
  },
  {
    title: "a distance with nothing to measure",
    files: edited(rulePath, 'with: [fee, "~worker"]', 'near: 4\n      with: ["~fee"]'),
    at: "4",
    kind: "pattern",
    path: "match.satisfied[0].near",
  },
  {
    title: "two patterns with one id",
    files: edited(rulePath, "    - id: ban", "    - { id: ban, act: fee }\n    - id: ban"),
    at: "ban",
    kind: "duplicate",
    path: "match.satisfied[1].id",
  },
  {
    title: "a match that finds nothing",
    files: edited(rulePath, "satisfied:", "opened:"),
    at: "opened",
    kind: "pattern",
    path: "match",
    message: /never find/u,
  },
  {
    title: "more elements asked for than there are",
    files: edited(rulePath, "match:", "match:\n  elements: { of: { pay: fee }, within: draft, met: 2, partial: 1 }"),
    at: "2",
    kind: "pattern",
    path: "match.elements.met",
  },
];

describe("a problem in the rules says where it is and what was meant", () => {
  for (const { title, files, at, kind, path, message, suggestion } of cases) {
    it(title, () => {
      const problem = only(files, at);
      assert.deepEqual(
        { kind: problem.kind, path: problem.path, suggestion: problem.suggestion },
        { kind, path, suggestion },
        formatProblem(problem),
      );
      if (message) assert.match(problem.message, message);
    });
  }

  it("reports several problems in order of file and place", () => {
    const files = edited(rulePath, "belongs: [fee]", "belongs: [feee, workr]");
    files.set("groups.yaml", `${files.get("groups.yaml") ?? ""}extra: 1\n`);
    const places = loadRulebook(files).problems.map(({ file, line, column }) => `${file}:${line}:${column}`);
    assert.equal(places[0], "groups.yaml:5:1");
    assert.deepEqual(places.slice(-2), [`${rulePath}:7:11`, `${rulePath}:7:17`]);
  });

  it("prints one line with the place and the hint", () => {
    const [problem] = loadRulebook(edited(rulePath, "act: charge", "act: chrage")).problems;
    assert.equal(
      problem && formatProblem(problem),
      `${rulePath}:11:12: match.satisfied[0].act: no lexicon has the concept “chrage” (did you mean “charge”?)`,
    );
  });
});

describe("hostile YAML is refused", () => {
  const refused = (text: string): Problem => {
    const [problem] = loadRulebook(rulesFiles({ "lexicon/en/pack.yaml": text })).problems;
    assert.ok(problem, "a problem was expected");
    return problem;
  };

  it("alias bombs", () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array<string>(9).fill(`*l${n}`).join(", ")}]`);
    const problem = refused(`l0: &l0 [x, x]\n${levels.join("\n")}\n`);
    assert.deepEqual(
      { kind: problem.kind, line: problem.line, column: problem.column },
      { kind: "forbidden", line: 2, column: 10 },
    );
  });

  it("custom tags", () => {
    const problem = refused("language: !js/function en\n");
    assert.deepEqual(
      { kind: problem.kind, line: problem.line, column: problem.column },
      { kind: "forbidden", line: 1, column: 11 },
    );
  });

  for (const key of ["__proto__", "constructor", "prototype"]) {
    it(`the key ${key}`, () => {
      const problem = refused(`language: en\nconcepts:\n  ${key}: [x]\n`);
      assert.deepEqual(
        { kind: problem.kind, line: problem.line, column: problem.column },
        { kind: "forbidden", line: 3, column: 3 },
      );
      assert.equal(({} as Record<string, unknown>)["0"], undefined);
    });
  }

  it("syntax errors, with their place", () => {
    const problem = refused("language: en\nconcepts:\n  fee: [open\n");
    assert.equal(problem.kind, "syntax");
    assert.equal(problem.line >= 3, true);
  });

  it("duplicated keys", () => {
    const problem = refused("language: en\nlanguage: fr\n");
    assert.deepEqual(
      { kind: problem.kind, line: problem.line, column: problem.column },
      { kind: "duplicate", line: 2, column: 1 },
    );
  });

  for (const [title, opening] of Object.entries({
    "flow lists": "[",
    "flow maps": "{ a: ",
    "block lists": "- ",
    "explicit keys": "? ",
  })) {
    it(`${title} nested so deep that the parser would exhaust the stack`, () => {
      const problem = refused(`# pack\n${opening.repeat(50_000)}`);
      assert.deepEqual({ kind: problem.kind, line: problem.line }, { kind: "forbidden", line: 2 });
      assert.match(problem.message, /nested too deeply/u);
    });
  }

  it("but not brackets in a text", () => {
    const text = `language: en\nirregular:\n  a:\n    - "${"[".repeat(100)}"\n    - |\n      ${"{ - ".repeat(100)}\n`;
    assert.deepEqual(loadRulebook(rulesFiles({ "lexicon/en/pack.yaml": text })).problems, []);
  });

  it("in time that grows with the size of the file, not its square", () => {
    const text = (keys: number): string =>
      `language: en\nirregular:\n${Array.from({ length: keys }, (_, n) => `  k${n}: [x]\n`).join("")}`;
    const time = (keys: number): number => {
      const start = performance.now();
      loadRulebook(new Map([["lexicon/en.yaml", text(keys)]]));
      return performance.now() - start;
    };
    time(1_000);
    assert.equal(time(20_000) / Math.max(time(2_000), 5) < 40, true);
  });

  it("files of more than a million characters", () => {
    assert.equal(refused(`language: en\n#${"x".repeat(1_000_000)}\n`).kind, "forbidden");
  });

  it("while a few aliases are welcome", () => {
    const text = "language: en\nconcepts:\n  visa: &v [visa]\n  permit: [permit]\n  papers: *v\n";
    const { rulebook, problems } = loadRulebook(rulesFiles({ "lexicon/en/pack.yaml": text }));
    assert.deepEqual(problems, []);
    assert.deepEqual(rulebook.lexicons["en"]?.concepts["papers"], ["visa"]);
  });
});

describe("the nearest known name", () => {
  it("is found over a slip of the pen", () => assert.equal(nearest("emploier", ["employee", "employer", "worker"]), "employer"));
  it("is not a far one", () => assert.equal(nearest("visa", ["employer", "worker"]), undefined));
  it("is not the name itself", () => assert.equal(nearest("fee", ["fee"]), undefined));
});

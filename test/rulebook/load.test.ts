import assert from "node:assert/strict";
import { loadRulebook } from "../../server/src/rulebook/load.ts";
import { edited, rulePath, rulesFiles, textsPath } from "../kit/rulesFiles.ts";

const otherRule = rulesFiles().get(rulePath)?.replace("id: no-fees", "id: other") ?? "";
const texts = rulesFiles().get(textsPath) ?? "";
const ids = (files: Map<string, string>): string[] => loadRulebook(files).rulebook.requirements.map(({ id }) => id);

describe("loading a rulebook", () => {
  it("gives the rule with its defaults, cites and texts", () => {
    const { rulebook, problems } = loadRulebook(rulesFiles());
    assert.deepEqual(problems, []);
    assert.equal(rulebook.version, "1.0.0");
    const [rule] = rulebook.requirements;
    assert.equal(rule?.id, "no-fees");
    assert.deepEqual(rule.cites, [{ text: "C181 7(1)", instrument: "C181", number: "7(1)" }]);
    assert.deepEqual(rule.severity, { conflict: "error", missing: "warning", partial: "information" });
    assert.equal(rule.absent, "missing");
    assert.deepEqual(rule.texts["en"]?.elements, {});
    assert.equal(rule.texts["en"]?.clauses[0]?.text.endsWith("${authority}."), true, "no line break after the clause");
    assert.equal(rulebook.instruments[0]?.provisions[1]?.instrument, "C181");
  });

  it("is the same after a trip through JSON", () => {
    const { rulebook } = loadRulebook(rulesFiles());
    assert.deepEqual(JSON.parse(JSON.stringify(rulebook)), rulebook);
  });

  it("does not depend on the order of the files", () => {
    const files = rulesFiles({ "lexicon/en/more.yaml": "language: en\nconcepts: { fee: [commission] }\n" });
    assert.deepEqual(loadRulebook(new Map([...files].reverse())), loadRulebook(files));
  });

  it("keeps a severity that the rule states and the defaults for the others", () => {
    const files = edited(rulePath, "on: [law]", "on: [law]\nseverity: { missing: hint }\nabsent: na");
    const [rule] = loadRulebook(files).rulebook.requirements;
    assert.deepEqual(rule?.severity, { conflict: "error", missing: "hint", partial: "information" });
    assert.equal(rule.absent, "na");
  });

  it("merges the lexicon files of a language", () => {
    const more = "language: en\nconcepts: { fee: [commission], visa: [visa] }\nmodality: { negators: [not] }\n";
    const { rulebook, problems } = loadRulebook(rulesFiles({ "lexicon/en/more.yaml": more }));
    assert.deepEqual(problems, []);
    assert.deepEqual(rulebook.lexicons["en"]?.concepts["fee"], ["fee", "recruitment cost", "commission"]);
    assert.deepEqual(rulebook.lexicons["en"].concepts["visa"], ["visa"]);
    assert.deepEqual(rulebook.lexicons["en"].modality.negators, ["not"]);
  });

  it("orders rules by the groups of groups.yaml, then by id", () => {
    const files = rulesFiles({
      "requirements/rights/a-right/rule.yaml": otherRule
        .replace("id: other", "id: a-right")
        .replace("group: fees", "group: rights"),
      "requirements/rights/a-right/en.yaml": texts,
      "requirements/fees/other/rule.yaml": otherRule,
      "requirements/fees/other/en.yaml": texts,
    });
    assert.deepEqual(ids(files), ["no-fees", "other", "a-right"]);
  });

  it("leaves a broken rule out and keeps the others", () => {
    const files = rulesFiles({
      "requirements/fees/other/rule.yaml": otherRule.replace("act: charge", "act: chrage"),
      "requirements/fees/other/en.yaml": texts,
    });
    const { rulebook, problems } = loadRulebook(files);
    assert.deepEqual(
      rulebook.requirements.map(({ id }) => id),
      ["no-fees"],
    );
    assert.deepEqual(
      problems.map(({ file }) => file),
      ["requirements/fees/other/rule.yaml"],
    );
  });

  it("leaves only the translation out when a translation is broken", () => {
    const { rulebook, problems } = loadRulebook(rulesFiles({ "requirements/fees/no-fees/fr.yaml": "title: Pas de frais\n" }));
    assert.deepEqual(Object.keys(rulebook.requirements[0]?.texts ?? {}), ["en"]);
    assert.equal(problems.length > 0 && problems.every(({ file }) => file.endsWith("fr.yaml")), true);
  });

  it("checks texts whose rule is still missing", () => {
    const files = edited(textsPath, "reading: satisfies", "reading: satisfied");
    files.delete(rulePath);
    const { problems } = loadRulebook(files);
    assert.deepEqual(
      problems.map(({ kind, path }) => ({ kind, path })),
      [
        { kind: "missing-rule", path: "" },
        { kind: "schema", path: "examples[0].reading" },
      ],
    );
  });

  it("reports a lexicon file that cannot be read once, not again in every rule", () => {
    const { rulebook, problems } = loadRulebook(edited("lexicon/en.yaml", "charge/levy", "<charge"));
    assert.equal(problems.length, 1);
    const broken = loadRulebook(edited("lexicon/en.yaml", "- charge/levy", "- @levy"));
    assert.deepEqual(
      broken.problems.map(({ kind, line, column }) => ({ kind, line, column })),
      [{ kind: "syntax", line: 6, column: 7 }],
    );
    assert.equal(rulebook.requirements.length, 1);
    assert.equal(broken.rulebook.requirements.length, 1);
  });

  it("leaves a broken phrase out and keeps the concept", () => {
    const { rulebook } = loadRulebook(edited("lexicon/en.yaml", "<fee> ..3", "<fees> ..3"));
    assert.deepEqual(rulebook.lexicons["en"]?.concepts["charge"], ["charge/levy"]);
    assert.equal(rulebook.requirements.length, 1);
  });

  it("does not read the folders of other readers", () => {
    const files = rulesFiles({ "profiles/strict.yaml": "a: 1", "drafting/shall.yaml": "b: 2", "schema/x.yaml": "c: 3" });
    assert.deepEqual(loadRulebook(files).problems, []);
  });

  it("gives an empty rulebook for no files", () => {
    const { rulebook, problems } = loadRulebook(new Map());
    assert.deepEqual(problems, []);
    assert.deepEqual(rulebook.requirements, []);
  });
});

describe("a pack of rules on top of another rulebook", () => {
  const base = loadRulebook(rulesFiles()).rulebook;
  const pack = new Map([
    ["requirements/fees/other/rule.yaml", otherRule],
    ["requirements/fees/other/en.yaml", texts],
  ]);

  it("may use the concepts, groups and citations of the base", () => {
    const { rulebook, problems } = loadRulebook(pack, base);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rulebook.requirements.map(({ id }) => id),
      ["no-fees", "other"],
    );
    assert.equal(rulebook.version, base.version);
  });

  it("cannot replace a rule of the base", () => {
    const changed = rulesFiles().get(rulePath)?.replace("theme: fees", "theme: stolen") ?? "";
    const { rulebook, problems } = loadRulebook(
      new Map([
        [rulePath, changed],
        [textsPath, texts],
      ]),
      base,
    );
    assert.equal(rulebook.requirements[0]?.theme, "fees");
    assert.deepEqual(
      problems.map(({ kind, line, message }) => ({ kind, line, message })),
      [{ kind: "duplicate", line: 1, message: "the id “no-fees” is taken by the rules that come with the program" }],
    );
  });

  it("leaves the base untouched", () => {
    const before = JSON.stringify(base);
    loadRulebook(new Map([...pack, ["lexicon/en.yaml", "language: en\nconcepts: { fee: [toll] }\n"]]), base);
    assert.equal(JSON.stringify(base), before);
  });
});

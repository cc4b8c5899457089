import assert from "node:assert/strict";
import { citationText, parseCite, requirementById, resolveCite } from "../../server/src/rulebook/cites.ts";
import { loadRulebook } from "../../server/src/rulebook/load.ts";
import { shippedRulebook } from "../kit/rulebook.ts";
import { rulesFiles } from "../kit/rulesFiles.ts";

describe("citations", () => {
  const rulebook = shippedRulebook();

  const words: Readonly<Record<string, string>> = {
    "C181 7(1)": "Convention No. 181, Article 7(1)",
    "C181 preamble": "Convention No. 181, Preamble",
    "GP 7": "GP&OG, general principle 7",
    "OG 6.2": "GP&OG, operational guideline 6.2",
    "DEF labour recruiter": "GP&OG, definition of “labour recruiter”",
    "FEES II": "Definition of recruitment fees, Part II",
    "FEES III travel": "Definition of recruitment fees, Part III (travel)",
    "R188 6": "Recommendation No. 188, Paragraph 6",
    "R188 part II": "Recommendation No. 188, Part II",
    "R086 annex": "Recommendation No. 86, Annex",
    "P029 2(d)": "Protocol of 2014 to Convention No. 29, Article 2(d)",
    C095: "Convention No. 95",
  };
  for (const [cite, expected] of Object.entries(words)) {
    it(`${cite} is ${expected} and resolves`, () => {
      assert.equal(citationText(cite, rulebook), expected);
      assert.ok(resolveCite(rulebook, cite)?.provision.summary);
    });
  }

  it("resolve to the provision and its instrument", () => {
    const resolved = resolveCite(rulebook, "C181 7(1)");
    assert.equal(resolved?.instrument.force, "binding");
    assert.equal(resolved.provision.keyPhrase, "shall not charge directly or indirectly, in whole or in part");
    assert.deepEqual(resolved.cite, { text: "C181 7(1)", instrument: "C181", number: "7(1)" });
  });

  it("do not resolve when the place does not exist", () => {
    for (const cite of ["C181 25", "C181 7(9)", "GP 14", "OG 32", "C999", "", "nonsense"]) {
      assert.equal(resolveCite(rulebook, cite), undefined, cite);
    }
  });

  it("of an unknown instrument stay as they are written", () => {
    assert.equal(citationText("C999 4", rulebook), "C999 4");
  });

  it("are split at the first blank", () => {
    assert.deepEqual(parseCite(" FEES  III illegitimate costs "), {
      text: "FEES  III illegitimate costs",
      instrument: "FEES",
      number: "III illegitimate costs",
    });
  });
});

describe("a requirement by its id", () => {
  const { rulebook } = loadRulebook(rulesFiles());
  it("is found", () => assert.equal(requirementById(rulebook, "no-fees")?.group, "fees"));
  it("is undefined when there is none", () => assert.equal(requirementById(rulebook, "no-fee"), undefined));
});

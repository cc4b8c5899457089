import assert from "node:assert/strict";
import { citation, citationsInWords } from "../../server/src/report/citation.ts";
import type { Instrument, Rulebook } from "../../server/src/rulebook/types.ts";

function instrument(code: string, shortTitle: string, numbers: readonly string[] = []): Instrument {
  const provisions = numbers.map((number) => ({
    instrument: code,
    number,
    summary: `About ${number}.`,
    verified: "text" as const,
  }));
  return { code, title: shortTitle, shortTitle, year: 1997, force: "binding", url: "https://example.org/", provisions };
}

const rulebook: Rulebook = {
  version: "1",
  groups: [],
  requirements: [],
  lexicons: {},
  instruments: [
    instrument("C181", "Convention No. 181", ["7(1)"]),
    instrument("R188", "Recommendation No. 188"),
    instrument("GP", "GP&OG, general principle"),
    instrument("FEES", "Definition of fees"),
    instrument("DEF", "GP&OG, definition of"),
  ],
};

describe("citations in words", () => {
  it("names articles of Conventions, paragraphs of Recommendations and numbers of principles", () => {
    assert.equal(
      citationsInWords(["C181 7(1)", "R188 6", "R188 part II", "GP 7", "FEES III illegitimate costs", "C181"], rulebook),
      "Convention No. 181, Article 7(1); Recommendation No. 188, Paragraph 6; Recommendation No. 188, part II; " +
        "GP&OG, general principle 7; Definition of fees, III illegitimate costs; Convention No. 181",
    );
  });

  it("tells neighbours of one instrument together", () => {
    assert.equal(
      citationsInWords(
        ["C181 3(1)", "C181 8(1)", "C181 10", "GP 5", "GP 7", "R188 6", "C181 14(3)", "DEF labour recruiter", "DEF employer"],
        rulebook,
      ),
      "Convention No. 181, Articles 3(1), 8(1) and 10; GP&OG, general principles 5 and 7; Recommendation No. 188, Paragraph 6; " +
        "Convention No. 181, Article 14(3); GP&OG, definition of labour recruiter; GP&OG, definition of employer",
    );
  });

  it("finds the provision in the database", () => {
    assert.equal(citation("C181 7(1)", rulebook).provision?.summary, "About 7(1).");
    assert.equal(citation("C181 99", rulebook).provision, undefined);
  });

  it("gives an instrument that it does not know back as written", () => {
    assert.equal(citation("X001 3", rulebook).inWords, "X001 3");
  });
});

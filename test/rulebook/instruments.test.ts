import assert from "node:assert/strict";
import { shippedRulebook } from "../kit/rulebook.ts";

const { instruments } = shippedRulebook();
const numbers = (code: string): Set<string> =>
  new Set(instruments.find((instrument) => instrument.code === code)?.provisions.map(({ number }) => number));
const upTo = (last: number): string[] => Array.from({ length: last }, (_, index) => String(index + 1));
const letters = (article: string, last: string): string[] =>
  Array.from({ length: last.charCodeAt(0) - 96 }, (_, index) => `${article}(${String.fromCharCode(97 + index)})`);

function assertHas(code: string, expected: readonly string[]): void {
  const known = numbers(code);
  assert.deepEqual(
    expected.filter((number) => !known.has(number)),
    [],
    `${code} lacks provisions`,
  );
}

describe("the citation database is complete", () => {
  it("has every article, paragraph and letter of Convention No. 181", () => {
    // Number of paragraphs of each article that has some.
    const paragraphs = { 1: 3, 2: 5, 3: 2, 5: 2, 7: 3, 8: 2, 13: 4, 14: 3, 18: 3, 19: 2, 20: 2, 23: 2 };
    const numbered = Object.entries(paragraphs).flatMap(([article, last]) =>
      upTo(last).map((paragraph) => `${article}(${paragraph})`),
    );
    const lettered = [
      ...letters("1(1)", "c"),
      ...letters("2(4)", "b"),
      ...letters("6", "b"),
      ...letters("11", "j"),
      ...letters("12", "i"),
      ...letters("13(2)", "b"),
      ...letters("13(3)", "b"),
      ...letters("23(1)", "b"),
    ];
    const all = ["", "preamble", ...upTo(24), ...numbered, ...lettered];
    assertHas("C181", all);
    assert.equal(numbers("C181").size, all.length, "and nothing that the Convention does not have");
  });

  it("has Recommendation No. 188 with its three parts and 17 paragraphs", () => {
    assertHas("R188", ["", "part I", "part II", "part III", ...upTo(17), ...letters("8", "b")]);
  });

  it("has general principles 1 to 13 and no other", () => {
    assert.deepEqual([...numbers("GP")], upTo(13));
  });

  it("has operational guidelines 1 to 31 and no other", () => {
    const whole = [...numbers("OG")].filter((number) => !number.includes("."));
    assert.deepEqual(whole, upTo(31));
    assertHas("OG", [
      "1.3",
      "2.1",
      "3.1",
      "4.1",
      "4.2",
      "4.3",
      "4.4",
      "5.1",
      "5.2",
      "6.1",
      "6.2",
      "7.1",
      "8.1",
      "13.1",
      "13.2",
      "17.1",
      "17.3",
    ]);
  });

  it("has the three parts of the definition of fees and each kind of cost", () => {
    const costs = [
      "medical",
      "insurance",
      "skills tests",
      "training",
      "equipment",
      "travel",
      "administrative",
      "illegitimate costs",
    ];
    assertHas("FEES", ["I", "II", "III", ...costs.map((cost) => `III ${cost}`)]);
  });

  it("has what the other instruments say on recruitment", () => {
    assertHas("C029", ["", "1(1)", "2(1)", "25"]);
    assertHas("P029", ["", "1(1)", "2(d)", "2(e)", "4(1)"]);
    assertHas("C095", ["", "8(1)", "9", "12(1)"]);
    assertHas("C097", ["", ...upTo(11), "annex I article 3(3)(b)", "annex I article 5(1)", "annex II article 4(2)", "annex III"]);
    assertHas("C111", ["", "1(1)(a)", "1(2)", "1(3)", "2", ...letters("3", "e"), "5(2)"]);
    assertHas("C138", ["", "1", "2(1)", "2(3)", "3(1)", "9(1)"]);
    assertHas("C143", ["", "1", "9(1)", "10"]);
    assertHas("C182", ["", "1", "2", ...letters("3", "d"), "7(1)"]);
    assertHas("C189", ["", "8(1)", ...letters("9", "c"), ...letters("15(1)", "e"), "15(2)"]);
    assertHas("R086", ["", ...upTo(29).map((article) => `annex article ${article}`)]);
    assertHas("R203", ["", "1", "4", ...letters("8", "e")]);
  });

  it("has the terms that the guidelines define", () => {
    assertHas("DEF", [
      "due diligence",
      "employer",
      "enterprise",
      "labour recruiter",
      "migrant worker",
      "recruitment",
      "recruitment fees or related costs",
    ]);
  });
});

describe("each provision of the citation database", () => {
  for (const { code, provisions, url, force } of instruments) {
    it(`of ${code} quotes at most twelve words and explains itself in one or two sentences`, () => {
      for (const { number, keyPhrase, summary } of provisions) {
        assert.equal((keyPhrase ?? "").split(/\s+/u).length <= 12, true, `${code} ${number} quotes too much`);
        assert.match(summary, /^[A-Z].*\.$/su, `${code} ${number} is no sentence`);
        assert.equal(
          (summary.match(/[.!?](?=\s|$)/gu) ?? []).length <= 2,
          true,
          `${code} ${number} is longer than two sentences`,
        );
      }
    });
    it(`of ${code} has the official page and its force`, () => {
      assert.equal(new URL(url).hostname.endsWith("ilo.org"), true);
      const expected = /^[CP]\d/u.test(code)
        ? "binding"
        : /^R\d/u.test(code)
          ? "recommendation"
          : { GP: "principle", OG: "guideline" }[code];
      assert.equal(force, expected ?? "definition");
    });
  }
});

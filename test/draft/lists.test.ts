import assert from "node:assert/strict";
import { readDraft } from "../../server/src/draft/readDraft.ts";

/** The label and the words of every provision but the headings, paragraphs given one by one. */
function read(...paragraphs: readonly string[]): string[] {
  const draft = readDraft(paragraphs.join("\n\n"));
  return draft.provisions.filter((p) => p.role !== "heading").map((p) => `${draft.units[p.unit]?.label} | ${p.text}`);
}

function words(...paragraphs: readonly string[]): string[] {
  return read(...paragraphs).map((line) => line.replace(/^.* \| /, ""));
}

const LEAD = "The following categories shall not be subject to this Law:";
const JOINED = [`${LEAD} Household workers.`, `${LEAD} Agricultural workers.`];

describe("a lead-in paragraph and the list behind it", () => {
  for (const [first, second] of [
    ["1. Household workers.", "2. Agricultural workers."],
    ["1) Household workers.", "2) Agricultural workers."],
    ["1 - Household workers.", "2 - Agricultural workers."],
    ["(1) Household workers.", "(2) Agricultural workers."],
    ["a. Household workers.", "b. Agricultural workers."],
    ["(a) Household workers.", "(b) Agricultural workers."],
    ["i. Household workers.", "ii. Agricultural workers."],
    ["- Household workers.", "- Agricultural workers."],
  ] as const) {
    it(`are joined when the items begin like "${first.slice(0, 3)}"`, () => {
      for (const before of [[], ["# Labour Law"], ["## Scope"], ["### Article 4. Scope"], ["**7.** Workers are persons."]])
        assert.deepEqual(words(...before, LEAD, first, second).slice(-2), JOINED, before[0]);
    });
  }

  for (const lead of [
    "A licence shall be refused if",
    "The contract shall state that",
    "No agency shall charge a worker for —",
    "This Law applies to the following:",
    "An agency shall not do any of the following",
  ]) {
    it(`are joined behind "${lead}"`, () => {
      for (const before of [[], ["# Labour Law", "## Part I"]])
        assert.deepEqual(words(...before, lead, "1. Placement is bought.", "2. Papers are sold."), [
          `${lead} Placement is bought.`,
          `${lead} Papers are sold.`,
        ]);
    });
  }

  it("are joined when the list is written with one number for all items", () => {
    assert.deepEqual(read("### Article 4", LEAD, "1. Household workers.\n1. Agricultural workers."), [
      `Article 4(1) | ${JOINED[0]}`,
      `Article 4(2) | ${JOINED[1]}`,
    ]);
  });

  it("leave the sections behind the list alone", () => {
    const list = [LEAD, "1. Household workers.", "2. Agricultural workers."];
    const sections = (from: number): string[] => [`${from}. An agency shall keep books.`, `${from + 1}. An agency shall pay.`];
    const expected = (from: number, label: string): string[] => [
      `section ${label}(1) | ${JOINED[0]}`,
      `section ${label}(2) | ${JOINED[1]}`,
      `section ${from} | An agency shall keep books.`,
      `section ${from + 1} | An agency shall pay.`,
    ];
    const title = "1. This Law is the Labour Law.";
    assert.deepEqual(read(`1. ${list[0]}`, ...list.slice(1), ...sections(2)), expected(2, "1"));
    assert.deepEqual(read(title, `2. ${list[0]}`, ...list.slice(1), ...sections(3)).slice(1), expected(3, "2"));
    assert.deepEqual(
      read(title, "2. Fees are void.", `3. ${list[0]}`, ...list.slice(1), ...sections(4)).slice(2),
      expected(4, "3"),
    );
  });

  it("go on when a number comes again later", () => {
    assert.deepEqual(
      read(
        "1. Fees are void.",
        "2. An agency shall observe the following:",
        "1. It keeps books.",
        "2. It is insured.",
        "3. It is registered.",
        "3. A licence lapses.",
      ).map((line) => line.split(" | ")[0]),
      ["section 1", "section 2(1)", "section 2(2)", "section 2(3)", "section 3"],
    );
  });

  it("are joined in each part where the numbers begin anew", () => {
    assert.deepEqual(
      words(
        "## Scope",
        LEAD,
        "1. Household workers.",
        "2. Agricultural workers.",
        "## Fees",
        "Agencies shall not charge workers for:",
        "1. Placement.",
        "2. Documents.",
      ),
      [...JOINED, "Agencies shall not charge workers for: Placement.", "Agencies shall not charge workers for: Documents."],
    );
  });

  it("stay apart when the numbers are those of the law itself", () => {
    assert.deepEqual(
      read(
        "## Scope",
        "These are the rules on recruitment:",
        "1. Household workers are covered.",
        "2. Agricultural workers are covered.",
        "## Fees",
        "3. Agencies shall not charge workers.",
      ).slice(-3),
      [
        "section 1 | Household workers are covered.",
        "section 2 | Agricultural workers are covered.",
        "section 3 | Agencies shall not charge workers.",
      ],
    );
    for (const formula of [
      "The Minister makes the following Order:",
      "The two Governments have agreed as follows:",
      "The Parties are agreed on the following:",
      "BE IT ENACTED as follows—",
      "The following duties bind all agencies:",
    ])
      assert.deepEqual(
        read("# Draft", formula, "1. An agency shall keep books.", "2. An agency shall return all papers.").slice(-2),
        ["section 1 | An agency shall keep books.", "section 2 | An agency shall return all papers."].map((line) =>
          /agreed as/.test(formula) ? line.replace("section", "clause") : line,
        ),
        formula,
      );
  });
});

describe("words before definitions", () => {
  for (const lead of [
    "In this Act—",
    "In this Act:",
    "2. In this Act—",
    "2.—(1) In this Act, unless the context otherwise requires—",
  ]) {
    it(`give no unit without words: "${lead}"`, () => {
      const { units, provisions } = readDraft(
        ["### Section 2. Interpretation", lead, "“agency” means a person who finds work;", "“fee” means any charge."].join(
          "\n\n",
        ),
      );
      assert.deepEqual(
        units.filter((unit) => unit.kind !== "draft" && unit.own.length === 0).map((unit) => unit.label),
        [],
      );
      assert.deepEqual(
        provisions.filter((p) => p.role === "definition").map((p) => p.term),
        ["agency", "fee"],
      );
    });
  }

  it("leave the quotation mark of an inserted definition with it", () => {
    const source = "1. The Act is amended in section 2 by inserting the following definition:\n\n‘ “fee” means any charge.’.";
    const { units } = readDraft(source);
    const definition = units.find((unit) => unit.kind === "definition");
    assert.equal(source.slice(definition?.span.start, definition?.span.end), "‘ “fee” means any charge.’.");
  });
});

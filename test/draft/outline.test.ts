import assert from "node:assert/strict";
import { readDraft } from "../../server/src/draft/readDraft.ts";

/** The label of every provision with its words, own words in full. */
function read(lines: readonly string[]): string[] {
  const draft = readDraft(lines.join("\n"));
  return draft.provisions.map((p) => `${draft.units[p.unit]?.label} | ${p.text}`);
}

function labels(lines: readonly string[]): string[] {
  const draft = readDraft(lines.join("\n"));
  return draft.provisions
    .filter((p) => p.role !== "heading" && p.role !== "preamble")
    .map((p) => draft.units[p.unit]?.label ?? "");
}

describe("the outline", () => {
  for (const [how, lines, expected] of [
    [
      "Markdown headings",
      ["## Article 7", "", "Fees are void.", "", "## Article 8", "", "No fee shall be charged."],
      ["Article 7", "Article 8"],
    ],
    [
      "headings with a title",
      ["### Section 4. Fees", "", "(1) No fee shall be charged.", "", "(2) A fee shall be returned."],
      ["section 4(1)", "section 4(2)"],
    ],
    [
      "bold numbers",
      ["**7.** (1) No fee shall be charged.", "", "(2) A fee shall be returned."],
      ["section 7(1)", "section 7(2)"],
    ],
    [
      "numbers with a dash",
      ["1.—(1) No fee shall be charged.", "", "(2) A fee shall be returned."],
      ["section 1(1)", "section 1(2)"],
    ],
    ["roman articles", ["#### ARTICLE VII", "", "No fee shall be charged."], ["Article VII"]],
    ["abbreviated articles", ["Art. 7bis. No fee shall be charged."], ["Article 7bis"]],
    ["section signs", ["§ 12. No fee shall be charged."], ["section 12"]],
    ["abbreviated sections", ["**Sec. 3. Fees.** – No fee shall be charged."], ["section 3"]],
    ["regulations", ["### Regulation 3. Fees", "", "(2) No fee shall be charged."], ["regulation 3(2)"]],
    [
      "decimals",
      ["## 2 Fees", "", "2.1 No fee shall be charged.", "", "2.2 A fee shall be returned."],
      ["paragraph 2.1", "paragraph 2.2"],
    ],
    ["Arabic digits", ["المادة ٧", "", "يحظر تقاضي أي رسوم من العامل."], ["article 7"]],
    [
      "degree signs",
      ["### Article 2", "", "This Law applies to: 1 º an apprentice; 2 º an intern."],
      ["Article 2(1)", "Article 2(2)"],
    ],
  ] as const) {
    it(`reads ${how}`, () =>
      assert.deepEqual(
        labels(lines).map((l) => l.replace("المادة", "article")),
        expected,
      ));
  }

  it("names rules with sections, schedules with paragraphs", () => {
    const rules = labels([
      "## RULE I",
      "",
      "### Section 1. Fees",
      "",
      "No fee shall be charged.",
      "",
      "## RULE II",
      "",
      "### Section 1. Deposits",
      "",
      "(a) No deposit shall be taken.",
      "",
      "(b) A deposit shall be returned.",
    ]);
    assert.deepEqual(rules, ["rule I, section 1", "rule II, section 1(a)", "rule II, section 1(b)"]);
    const schedules = labels([
      "1. No fee shall be charged.",
      "",
      "## FIRST SCHEDULE",
      "",
      "### PART II",
      "",
      "4. The sums shall be paid by the employer.",
    ]);
    assert.deepEqual(schedules, ["section 1", "First Schedule, Part II, paragraph 4"]);
  });

  it("reads (i) after (h) as a letter when (j) follows, as a roman number when (ii) follows", () => {
    const letters = "(g) one; (h) two; (i) three; (j) four.";
    assert.deepEqual(
      labels([`### Section 1. Duties`, "", `An agency shall: (a) a; (b) b; (c) c; (d) d; (e) e; (f) f; ${letters}`]).slice(-3),
      ["section 1(h)", "section 1(i)", "section 1(j)"],
    );
    const roman = [
      "### Section 1. Duties",
      "",
      "An agency shall:",
      ...["a", "b", "c", "d", "e", "f", "g"].map((l) => `\n(${l}) keep ${l};`),
      "\n(h) keep—",
      "\n(i) a book;",
      "\n(ii) a list.",
    ];
    assert.deepEqual(labels(roman).slice(-2), ["section 1(h)(i)", "section 1(h)(ii)"]);
  });

  it("takes no reference, sum or number in words for an item", () => {
    assert.deepEqual(
      labels([
        "### Section 9. Appeals",
        "",
        "A person aggrieved under section 3(1) or subsection (2) may, within thirty (30) days, pay Rs. (5) and appeal under paragraphs (a), (c) and (e) of section 101 (9).",
      ]),
      ["section 9"],
    );
  });

  it("reads page numbers and running headers as notes that interrupt nothing", () => {
    const source = [
      "**1.** An agency shall—",
      "",
      "_(a)_ keep a register;",
      "",
      "-----",
      "",
      "2 _Bill_",
      "",
      "_(b)_ publish its",
      "",
      "-----",
      "",
      "_Fees_ 3",
      "",
      "-----",
      "",
      "4 _Bill_",
      "",
      "accounts.",
      "",
      "-----",
      "",
      "_Fees_ 5",
    ];
    assert.deepEqual(
      read(source).filter((line) => !line.includes("note")),
      ["section 1(a) | An agency shall— keep a register;", "section 1(b) | An agency shall— publish its accounts."],
    );
  });

  it("leaves the list of contents and the explanatory statement aside", () => {
    const draft = readDraft(
      [
        "ARRANGEMENT OF CLAUSES",
        "",
        "1. Short title",
        "",
        "2. Fees",
        "",
        "A BILL",
        "",
        "BE IT ENACTED as follows:",
        "",
        "**Fees**",
        "",
        "**1.** No fee shall be charged.",
        "",
        "EXPLANATORY STATEMENT",
        "",
        "1. Clause 1 provides that no fee shall be charged.",
      ].join("\n"),
    );
    assert.deepEqual(
      draft.provisions.filter((p) => p.role === "operative").map((p) => p.text),
      ["No fee shall be charged."],
    );
  });

  it("reads quoted text to be inserted as sections of their own", () => {
    const lines = [
      "**8.** The principal Act is amended by substituting for section 7 the following section:",
      "",
      "“Requirement for licence",
      "",
      "**7.** (1) No person shall recruit without a licence.",
      "",
      "(2) A person who recruits without a licence commits an offence.”.",
      "",
      "**9.** The principal Act is amended by deleting section 9.",
    ];
    assert.deepEqual(read(lines), [
      "section 8 | The principal Act is amended by substituting for section 7 the following section:",
      "section 8, new section 7 | “Requirement for licence",
      "section 8, new section 7(1) | No person shall recruit without a licence.",
      "section 8, new section 7(2) | A person who recruits without a licence commits an offence.”.",
      "section 9 | The principal Act is amended by deleting section 9.",
    ]);
  });

  it("takes a short line before a number for its marginal note, and a line over several for their heading", () => {
    const draft = readDraft(
      [
        "# Draft law",
        "",
        "**Fees**",
        "",
        "1. No fee shall be charged.",
        "",
        "**Duties**",
        "",
        "2. An agency shall keep books.",
        "",
        "3. An agency shall publish them.",
      ].join("\n"),
    );
    assert.deepEqual(
      draft.provisions.filter((p) => p.role !== "heading").map((p) => p.headings),
      [["Fees"], ["Duties"], ["Duties"]],
    );
  });

  it("counts the numbers of a list whose markers are all alike", () => {
    assert.deepEqual(labels(["1. No fee shall be charged.", "1. No deposit shall be taken.", "1. Books shall be kept."]), [
      "section 1",
      "section 2",
      "section 3",
    ]);
  });
});

import assert from "node:assert/strict";
import { readDraft } from "../../server/src/draft/readDraft.ts";

function roles(lines: readonly string[]): string[] {
  return readDraft(lines.join("\n")).provisions.map((p) => `${p.role}: ${p.text}`);
}

describe("the provisions", () => {
  it("join lead-in, item and closing words through all levels", () => {
    assert.deepEqual(
      roles([
        "### Section 21. Offences",
        "",
        "(1) A person who, in recruiting—",
        "(a) holds out a post which does not exist;",
        "(b) keeps—",
        "",
        "(i) a passport; or",
        "",
        "(ii) a deposit,",
        "",
        "commits an offence.",
      ]),
      [
        "heading: Offences",
        "operative: A person who, in recruiting— holds out a post which does not exist; commits an offence.",
        "operative: A person who, in recruiting— keeps— a passport; or commits an offence.",
        "operative: A person who, in recruiting— keeps— a deposit, commits an offence.",
      ],
    );
  });

  it("find closing words that stand in the paragraph of the last item", () => {
    assert.deepEqual(
      roles(["### Section 1. Offences", "", "A person who (a) lies; or (b) cheats, commits an offence."]).slice(1),
      ["operative: A person who lies; or commits an offence.", "operative: A person who cheats, commits an offence."],
    );
  });

  it("give a lead-in without items, and items without numbers, as sentences", () => {
    assert.deepEqual(roles(["An agency shall:"]), ["operative: An agency shall:"]);
    assert.deepEqual(
      roles([
        "### Article 1",
        "",
        "A permit may be refused on these grounds:",
        "",
        "misrepresentation of facts;",
        "",
        "grave misconduct.",
      ]),
      [
        "operative: A permit may be refused on these grounds: misrepresentation of facts;",
        "operative: A permit may be refused on these grounds: grave misconduct.",
      ],
    );
  });

  it("mark off the words of the item from those it shares", () => {
    const source = "An agency shall not: (a) charge a fee; (b) keep a passport.";
    const second = readDraft(source).provisions[1];
    assert.ok(second);
    assert.equal(second.text.slice(second.own.start, second.own.end), "keep a passport.");
    assert.equal(source.slice(second.span.start, second.span.end), "keep a passport.");
    assert.equal(second.joined, true);
  });

  it("read together what lies in one article", () => {
    const { provisions, units } = readDraft(
      "## Article 7\n\n1. No fee shall be charged.\n\n2. A fee shall be returned.\n\n## Article 8\n\nBooks shall be kept.",
    );
    assert.deepEqual(
      provisions.map((p) => units[p.article]?.label),
      ["Article 7", "Article 7", "Article 8"],
    );
  });

  it("keep a definition whole, one provision each", () => {
    const draft = readDraft(
      "### Section 2. Interpretation\n\n2. In this Act, unless the context otherwise requires — “agency” means a person who —\n\n(a) finds work; or\n\n(b) finds workers; “fee” means any charge; and “Minister” [definition repealed by section 3 of Act 17 of 2002 ]",
    );
    const lead = "In this Act, unless the context otherwise requires —";
    assert.deepEqual(
      draft.provisions.filter((p) => p.role === "definition").map((p) => [p.term, p.text]),
      [
        ["agency", `${lead} “agency” means a person who — finds work; or finds workers;`],
        ["fee", `${lead} “fee” means any charge; and`],
      ],
    );
    assert.deepEqual(
      draft.provisions.filter((p) => p.role === "definition").map((p) => draft.units[p.unit]?.label),
      ["section 2, definition of “agency”", "section 2, definition of “fee”"],
    );
  });

  for (const [how, lines, term] of [
    [
      "a colon",
      [
        "### Article 3 - Definitions",
        "",
        "The following terms have these meanings: 1 º strike: interruption of work; 2 º lockout: closing of the works.",
      ],
      "strike",
    ],
    [
      "a dash",
      ["### Section 1. Definitions", "", "(a) Authority – refers to a document issued by the Secretary.", "", "(b) BI – Bureau"],
      "Authority",
    ],
    ["strong letters", ["## Definitions", "", "**Agency** — a person who finds work for others."], "Agency"],
    [
      "a subsection of its own",
      ["### Section 4. Fees", "", "(4) In this section, “employer” means a person who engages another."],
      "employer",
    ],
  ] as const) {
    it(`find the term of a definition with ${how}`, () => {
      assert.equal(readDraft(lines.join("\n")).provisions.find((p) => p.role === "definition")?.term, term);
    });
  }

  it("keep a duty that follows a definition apart", () => {
    assert.deepEqual(
      roles([
        "### 1. Definitions",
        "",
        "1.1 “Liability” means the liability of the principal. The directors shall be liable as well.",
      ]).slice(1),
      ["definition: “Liability” means the liability of the principal.", "operative: The directors shall be liable as well."],
    );
  });

  it("read each row of a table with its headers and the sentence before it", () => {
    assert.deepEqual(
      roles([
        "1. The sums in the second column may be charged.",
        "",
        "| Person | Sum |",
        "|---|---|",
        "| Manager | 10 |",
        "| Dancer | 5 |",
      ]).slice(1),
      [
        "heading: Person; Sum",
        "table: The sums in the second column may be charged. Person: Manager; Sum: 10",
        "table: The sums in the second column may be charged. Person: Dancer; Sum: 5",
      ],
    );
  });

  it("tell preamble, note, heading, schedule and repealed text from the law", () => {
    assert.deepEqual(
      roles([
        "# Recruitment Bill",
        "",
        "WHEREAS workers are charged fees;",
        "",
        "BE IT ENACTED as follows:",
        "",
        "## PART I",
        "",
        "### PRELIMINARY",
        "",
        "1. No fee shall be charged.",
        "",
        "> *Drafting note.* The fee was 10.",
        ">",
        "> It was dropped.",
        "",
        "2. [Repealed by Act 4 of 2001.]",
        "",
        "3. ~~An agency may charge a fee.~~",
        "",
        "## SCHEDULE",
        "",
        "1. The employer pays.",
      ]),
      [
        "heading: Recruitment Bill",
        "preamble: WHEREAS workers are charged fees;",
        "preamble: BE IT ENACTED as follows:",
        "heading: PRELIMINARY",
        "operative: No fee shall be charged.",
        "note: Drafting note. The fee was 10.",
        "note: It was dropped.",
        "repealed: [Repealed by Act 4 of 2001.]",
        "repealed: An agency may charge a fee.",
        "schedule: The employer pays.",
      ],
    );
  });

  it("take amendment notes and struck words out of the sentence", () => {
    assert.deepEqual(roles(["1. An agency ~~may~~ shall keep books. [section amended by section 4 of Act 7 of 2005 ]"]), [
      "operative: An agency shall keep books.",
      "repealed: may",
      "note: [section amended by section 4 of Act 7 of 2005 ]",
    ]);
  });

  it("end sentences at full stops only, not at abbreviations or numbers", () => {
    assert.deepEqual(
      roles([
        "The employer shall pay Rs. 500 under art. 4 of Ord. No. XI and sec. 2.1 to Acme Ltd. within 3.5 days, i.e. at once. It shall not deduct it.",
      ]),
      [
        "operative: The employer shall pay Rs. 500 under art. 4 of Ord. No. XI and sec. 2.1 to Acme Ltd. within 3.5 days, i.e. at once.",
        "operative: It shall not deduct it.",
      ],
    );
  });

  it("split a proviso off, in the same paragraph or the next", () => {
    const split = ["operative: No fee shall be charged:", "operative: Provided that a court may allow one."];
    assert.deepEqual(roles(["No fee shall be charged: Provided that a court may allow one."]), split);
    assert.deepEqual(roles(["No fee shall be charged:", "", "Provided that a court may allow one."]), split);
  });

  it("show plain text, without marks, entities or comments", () => {
    assert.deepEqual(
      roles([
        "**An** _agency_ shall [keep](x.md) books &amp; `lists`<!-- why? --> for <b>each</b> worker\\*[^1].",
        "",
        "[^1]: See the Act.",
      ]),
      ["operative: An agency shall keep books & lists for each worker.", "note: See the Act."],
    );
  });

  it("are the same whatever was read before", () => {
    const source =
      "## Definitions\n\n“Agency” means a person who finds work. “Fee” means a charge.\n\n1. No fee shall be charged.";
    const first = JSON.stringify(readDraft(source));
    readDraft("In this Part, “employer” means a person; “worker” means another person.");
    assert.equal(JSON.stringify(readDraft(source)), first);
  });
});

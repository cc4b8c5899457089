import assert from "node:assert/strict";
import { readDraft } from "../../server/src/draft/readDraft.ts";

const BEFORE = ["# Bill", "1. No fee shall be charged."];
const AFTER = "2. An agency shall keep books.";

/** Role and words of every provision, paragraphs given one by one. */
function read(...paragraphs: readonly string[]): string[] {
  return readDraft(paragraphs.join("\n\n")).provisions.map((p) => `${p.role}: ${p.text}`);
}

function operative(...paragraphs: readonly string[]): string[] {
  return readDraft(paragraphs.join("\n\n"))
    .provisions.filter((p) => p.role !== "note" && p.role !== "heading")
    .map((p) => `${p.role}: ${p.text}`);
}

const LAW = ["operative: No fee shall be charged.", "operative: An agency shall keep books."];

describe("notes", () => {
  for (const note of [
    "> *Drafting note — to be deleted*\n>\n> Agencies may charge.\n>\n> 2. Agencies shall charge.",
    "> *Drafting note — to be deleted.* Agencies may charge.\n>\n> - Ask the ministry\n> - Agencies shall charge.",
    "> **Note to drafters:** Agencies may charge.\n>\n> Agencies shall charge.",
    "> **Note for the Ministry.** Agencies may charge.\n>\n> | Fee | Sum |\n> |---|---|\n> | Agencies may charge | 10 |\n>\n> ### Agencies may charge",
    "> [Drafting note: agencies may charge.]\n>\n> Agencies shall charge.",
    "> [!NOTE]\n> Agencies may charge.\n>\n> Agencies shall charge.",
    "> Explanatory memorandum (not part of the Bill).\n>\n> Agencies may charge.",
    "> Drafter’s comment: agencies may charge.\n>\n> Agencies shall charge.",
    "[Drafting note: agencies may charge.]",
    "(*Note to reviewers: agencies may charge.*)",
    "*Translator's note.* Agencies may charge.",
  ]) {
    it(`are no law: "${note.split("\n")[0]}"`, () => assert.deepEqual(operative(...BEFORE, note, AFTER), LAW));
  }

  it("leave the next block quote alone", () => {
    assert.deepEqual(
      operative(...BEFORE, "> Drafting note: agencies may charge.", "Words between are void.", "> An agency shall pay."),
      [LAW[0], "operative: Words between are void.", "operative: An agency shall pay."],
    );
  });

  it("in one block quote are one unit", () => {
    const draft = readDraft([...BEFORE, "> *Drafting note.*\n>\n> Agencies may charge.\n>\n> Ask.", AFTER].join("\n\n"));
    assert.deepEqual(draft.units.filter((unit) => unit.kind === "note").length, 1);
  });

  for (const memorandum of [
    ["*Explanatory memorandum (not part of the Bill).*", "The Bill bans fees. Agencies may charge.", "It was needed."],
    ["*Explanatory memorandum (not part of the Bill).* The Bill bans fees.", "Agencies may charge.", "It was needed."],
    ["---", "**EXPLANATORY MEMORANDUM**", "1. Clause 1 bans fees.", "2. Agencies may charge."],
    ["*Explanatory memorandum to the Recruitment Bill, 2025.*", "1. Clause 1 bans fees.", "2. Agencies may charge."],
    ["Statement of objects and reasons.", "Agencies may charge."],
    ["Exposé des motifs", "Agencies may charge."],
  ]) {
    it(`run to the end: "${memorandum.find((line) => line !== "---")}"`, () =>
      assert.deepEqual(operative(...BEFORE, AFTER, ...memorandum), LAW));
  }

  it("end where the law goes on", () => {
    const memorandum = ["*Explanatory memorandum.* The Bill bans fees.", "Agencies may charge."];
    assert.deepEqual(operative(...BEFORE, ...memorandum, AFTER), LAW);
    assert.deepEqual(
      operative("## Article 1", "No fee shall be charged.", ...memorandum, "## Article 2", "An agency shall keep books."),
      LAW,
    );
    assert.deepEqual(
      operative(
        "## Article 1",
        "No fee shall be charged.",
        "### Drafting note",
        "Agencies may charge.",
        "### Books",
        "An agency shall keep books.",
      ),
      LAW,
    );
  });

  it("are not told by a word of the law", () => {
    assert.deepEqual(
      read("1. Notes of inspection shall be kept.", "2. A note shall be signed.", "3. Comments of workers shall be heard."),
      [
        "operative: Notes of inspection shall be kept.",
        "operative: A note shall be signed.",
        "operative: Comments of workers shall be heard.",
      ],
    );
  });
});

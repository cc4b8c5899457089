import assert from "node:assert/strict";
import { meaningOf } from "../../server/src/draft/definitions.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";

/** Terms with what the draft says of them. */
function meanings(...lines: readonly string[]): [string, string][] {
  return readDraft(lines.join("\n\n"), { kind: "law", language: "en" }).terms.map((t) => [
    t.term,
    meaningOf(t.definition, t.term),
  ]);
}

function terms(...lines: readonly string[]): string[] {
  return meanings(...lines).map(([term]) => term);
}

describe("definitions", () => {
  it("are found behind emphasis without quotation marks", () => {
    assert.deepEqual(
      meanings(
        "## 2 What the main words mean",
        "**hand** means someone whom a crewing house has signed on.",
        "*crewing house* means a business that finds hands for ships.",
        "<b>skipper</b> means the person a hand works for.",
      ),
      [
        ["hand", "someone whom a crewing house has signed on."],
        ["crewing house", "a business that finds hands for ships."],
        ["skipper", "the person a hand works for."],
      ],
    );
  });

  it("open a unit of their own, with their items, when the term is emphasised", () => {
    const draft = readDraft(
      "## 2 Meanings\n\n**crewing house** means a business that does any of these things:\n\n- finds hands for ships;\n- finds berths for hands.\n\n**berth** means a place on a ship.",
    );
    assert.deepEqual(
      draft.provisions.filter((p) => p.role === "definition").map((p) => [p.term, draft.units[p.unit]?.kind, p.text]),
      [
        [
          "crewing house",
          "definition",
          "crewing house means a business that does any of these things: finds hands for ships; finds berths for hands.",
        ],
        ["berth", "definition", "berth means a place on a ship."],
      ],
    );
  });

  it("are found in lettered items with a colon or a dash under a heading of definitions", () => {
    assert.deepEqual(
      meanings(
        "### Article 4. Definitions",
        "For the purposes of this Law there is understood by:",
        "a) *Placer*: the natural or legal person who selects candidates on behalf of others; as long as he has no seat in the country, he cannot be registered;",
        "b) _Escort_ – the person sent by a placer to the villages;",
        "c) Lodge: a house in which candidates wait.",
      ).map(([term]) => term),
      ["Placer", "Escort", "Lodge"],
    );
  });

  it("are found several in a sentence", () => {
    assert.deepEqual(
      meanings(
        "### Article 4",
        "A **Picker** is a person who seeks work in the orchards; a **Grower** is the owner of an orchard; and a **Ganger** is a body that brings the two together.",
      ),
      [
        ["Picker", "a person who seeks work in the orchards;"],
        ["Grower", "the owner of an orchard;"],
        ["Ganger", "a body that brings the two together."],
      ],
    );
    assert.deepEqual(
      meanings(
        "### 3",
        '3.1 "Barracks" means the building named in the annex, "Warden" the person in charge of it, and "Season" the months of harvest.',
      ),
      [
        ["Barracks", "the building named in the annex,"],
        ["Warden", "the person in charge of it,"],
        ["Season", "the months of harvest."],
      ],
    );
    assert.deepEqual(
      terms(
        "### 2. Interpretation",
        "In this Act, unless the context otherwise requires, placer means a person who finds work; dues means a sum asked by a placer.",
      ),
      ["placer", "dues"],
    );
  });

  for (const [how, sentence] of [
    ["signifies", "“crimp” signifies a person who lures seamen."],
    ["denotes", "In this Part the expression “crimp” denotes a person who lures seamen."],
    ["designates", "“crimp” designates a person who lures seamen."],
    ["is understood by", "By “crimp” is understood a person who lures seamen."],
    ["shall be taken to mean", "“crimp” shall be taken to mean a person who lures seamen."],
    ["shall be understood as", "The term “crimp” shall be understood as a person who lures seamen."],
    ["stands for", "“crimp” stands for a person who lures seamen."],
    ["takes in", "**crimp** takes in a person who lures seamen."],
    ["covers", "**crimp** covers a person who lures seamen."],
    ["is", "A _crimp_ is a person who lures seamen."],
    ["an aside and means", "“crimp”, in relation to a ship, means a person who lures seamen."],
    ["when used in this Act", "When used in this Act, “crimp” means a person who lures seamen."],
    ["means, without any mark", "A crimp means a person who lures seamen."],
  ] as const) {
    it(`are told by "${how}"`, () => {
      assert.deepEqual(meanings("### Article 9", sentence), [["crimp", "a person who lures seamen."]]);
    });
  }

  it("are not made of emphasis that opens a clause, a note or a duty", () => {
    assert.deepEqual(
      terms(
        "### Article 9",
        "**Note:** no sum is due. **The Agency** is a party to the contract and shall sign it.",
        "*Without prejudice* to Article 3, the agency includes the sum in its books.",
        "This means that a worker pays nothing.",
        "**Fees.** The employer pays them.",
      ),
      [],
    );
  });
});

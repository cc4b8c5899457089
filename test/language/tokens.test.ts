import assert from "node:assert/strict";
import fc from "fast-check";
import { englishStemmer } from "../../server/src/language/stems.ts";
import { tokenise } from "../../server/src/language/tokens.ts";

const stem = englishStemmer({ pay: ["paid"], take: ["took", "taken"] });
const forms = (text: string): string[] => tokenise(text, stem).map((t) => t.form);

describe("tokens", () => {
  it("splits hyphens, so that three spellings of a compound read alike", () => {
    assert.deepEqual(forms("sub-agent"), ["sub", "agent"]);
    assert.deepEqual(forms("sub‑agent"), ["sub", "agent"]);
    assert.deepEqual(forms("sub agent"), ["sub", "agent"]);
  });

  it("drops possessives and the plural option", () => {
    assert.deepEqual(forms("the worker's, the workers’ and the worker’s passport(s)"), [
      "the",
      "worker",
      ",",
      "the",
      "workers",
      "and",
      "the",
      "worker",
      "passport",
    ]);
  });

  it("keeps a point inside a sentence from ending it", () => {
    assert.ok(!forms("under section 4. of Act No. 5 of 2010, cl. 3.2").includes("."));
    assert.ok(forms("He shall pay. The agency shall refund.").includes("."));
  });

  it("gives offsets that cut the words out of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let last = 0;
        for (const t of tokenise(text, stem)) {
          assert.ok(t.start >= last && t.end > t.start && t.end <= text.length);
          last = t.end;
        }
      }),
    );
  });
});

describe("stems", () => {
  const families = [
    ["charge", "charges", "charged", "charging"],
    ["agency", "agencies"],
    ["fee", "fees"],
    ["employ", "employed", "employs", "employing"],
    ["cancel", "cancelled", "cancelling", "canceled", "cancels"],
    ["process", "processes", "processed", "processing"],
    ["pay", "paid", "pays", "paying"],
    ["notify", "notifies", "notified", "notifying"],
    ["hire", "hired", "hires", "hiring"],
  ];
  for (const family of families) it(`one stem for ${family.join(", ")}`, () => assert.equal(new Set(family.map(stem)).size, 1));

  it("keeps different words apart", () => {
    for (const [a, b] of [
      ["employer", "employee"],
      ["recruiter", "recruitment"],
      ["fee", "feed"],
      ["agent", "agency"],
      ["place", "placement"],
    ] as const)
      assert.notEqual(stem(a), stem(b), `${a}, ${b}`);
  });
});

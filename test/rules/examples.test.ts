import assert from "node:assert/strict";
import { readExamples } from "../../server/src/analysis/examples.ts";
import { shippedReader } from "../kit/read.ts";

/** Of a hundred examples, how many must be read as they say. The rest are named in the failure, to be worked on, never to be bent. */
const REQUIRED = 0.97;

describe("the examples of the rules", () => {
  const reader = shippedReader();
  const outcomes = reader.rulebook.requirements.flatMap((r) => readExamples(reader, r, "en"));
  const wrong = outcomes.filter((o) => !o.passed);
  const name = (o: (typeof wrong)[number]): string => `${o.requirement} #${o.index}: says ${o.example.reading}, read ${o.got}`;

  it(`are read as they say (${outcomes.length - wrong.length} of ${outcomes.length})`, () => {
    assert.ok(1 - wrong.length / outcomes.length >= REQUIRED, wrong.map(name).join("\n"));
  });

  it("never make a contradiction of a clause that satisfies", () => {
    const turned = wrong.filter((o) => o.example.reading === "satisfies" && o.got === "conflicts");
    assert.deepEqual(turned.map(name), []);
  });

  it("never make a clause that contradicts satisfy", () => {
    const missed = wrong.filter((o) => o.example.reading === "conflicts" && o.got === "satisfies");
    assert.deepEqual(missed.map(name), []);
  });

  for (const requirement of reader.rulebook.requirements)
    it(`${requirement.id}: there are examples of every kind`, () => {
      const examples = requirement.texts["en"]?.examples ?? [];
      const count = (reading: string): number => examples.filter((e) => e.reading === reading).length;
      assert.ok(count("satisfies") >= 2, "two that satisfy");
      assert.ok(count("partial") + count("conflicts") + count("nothing") >= 2, "two that fall short or conflict");
      assert.ok(
        examples.some((e) => e.role === "near-miss"),
        "a near miss",
      );
      assert.ok(
        examples.some((e) => e.role === "irrelevant"),
        "an irrelevant one",
      );
    });
});

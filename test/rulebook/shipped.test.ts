import assert from "node:assert/strict";
import { resolveCite } from "../../server/src/rulebook/cites.ts";
import { formatProblem } from "../../server/src/rulebook/problems.ts";
import { loadedRules } from "../kit/rulebook.ts";

describe("the shipped rules", () => {
  const { rulebook, problems } = loadedRules();

  it("load without problems", () => {
    assert.deepEqual(problems.map(formatProblem), []);
  });

  it("have the groups in the order of the catalogue", () => {
    assert.deepEqual(
      rulebook.groups.map(({ id }) => id),
      [
        "scope",
        "licensing",
        "rights",
        "fees",
        "contract",
        "information",
        "movement",
        "complaints",
        "enforcement",
        "agency-work",
        "dialogue",
        "cross-border",
        "agreements",
      ],
    );
  });

  it("stand each in a group that is named", () => {
    const known = new Set(rulebook.groups.map(({ id }) => id));
    assert.deepEqual(
      rulebook.requirements.filter(({ group }) => !known.has(group)),
      [],
    );
    assert.ok(rulebook.requirements.length >= 33);
  });

  it("cite only places that exist", () => {
    const dead = rulebook.requirements.flatMap(({ id, cites }) =>
      cites.filter(({ text }) => !resolveCite(rulebook, text)).map(({ text }) => `${id}: ${text}`),
    );
    assert.deepEqual(dead, []);
  });

  it("have at least one clause for each kind of draft they apply to", () => {
    const without = rulebook.requirements.flatMap(({ id, on, texts }) =>
      on.filter((kind) => !texts["en"]?.clauses.some((clause) => clause.for === kind)).map((kind) => `${id}: ${kind}`),
    );
    assert.deepEqual(without, []);
  });
});

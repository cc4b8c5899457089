import assert from "node:assert/strict";
import type { Clause } from "../../server/src/rulebook/types.ts";
import { read, shippedReader } from "../kit/read.ts";

/** The clause as a drafter who keeps every example value would have it. */
function clauseText(clause: Clause): string {
  return clause.text.replace(/\$\{[^:}]+:([^}]+)\}/gu, "$1").replace(/\n(?=\()/gu, "\n\n");
}

/** Statuses that a clause read alone may give to its own requirement. */
const GOOD = new Set(["met", "na"]);

describe("the clauses that are offered", () => {
  for (const requirement of shippedReader().rulebook.requirements)
    for (const clause of requirement.texts["en"]?.clauses ?? [])
      it(`${requirement.id}, ${clause.id}: gives effect to its requirement and contradicts nothing`, () => {
        const { reading, analysis } = read(`## ${clause.heading}\n\n${clauseText(clause)}\n`, clause.for);
        assert.ok(GOOD.has(reading(requirement.id).status), `reads as ${reading(requirement.id).status}`);
        const against = analysis.requirements.filter((r) => r.status === "conflict").map((r) => r.id);
        assert.deepEqual(against, []);
      });
});

import assert from "node:assert/strict";
import { createReader } from "../../server/src/analysis/reader.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import { applyEdit } from "../../server/src/fixes/edit.ts";
import { strengthen } from "../../server/src/fixes/strengthen.ts";
import { shippedRulebook } from "../kit/rulebook.ts";

const reader = createReader(shippedRulebook());

/** The body of a draft with its first weak duty made binding, or null when there is no such edit. */
function strengthened(body: string, kind = "law"): string | null {
  const head = `---\nkind: ${kind}\nlanguage: en\n---\n# Draft\n\n## 1. Contract\n\n`;
  const draft = readDraft(head + body);
  for (const finding of reader.read(draft).findings) {
    if (finding.kind === "gap") continue;
    const change = strengthen(finding, draft);
    if (change !== null) return applyEdit(draft.source, change.edit).slice(head.length);
  }
  return null;
}

describe("making a duty binding", () => {
  const cases: readonly (readonly [string, string | null])[] = [
    [
      "The employer should give the worker a written contract of employment.",
      "The employer shall give the worker a written contract of employment.",
    ],
    [
      "The employer SHOULD give the worker a written contract of employment.",
      "The employer SHALL give the worker a written contract of employment.",
    ],
    [
      "The employer **should** give\nthe worker a written contract of employment.",
      "The employer **shall** give\nthe worker a written contract of employment.",
    ],
    ["The employer shall give the worker a written contract of employment.", null],
    ["The employer shall endeavour to give the worker a written contract of employment.", null],
  ];
  for (const [weak, binding] of cases) it(weak, () => assert.equal(strengthened(weak), binding));

  it("takes “will” where an agreement binds with it", () => {
    const rest = "\n\nThe Participants will meet each year.";
    assert.equal(
      strengthened(`The employer should give the worker a written contract of employment.${rest}`, "bla"),
      `The employer will give the worker a written contract of employment.${rest}`,
    );
  });
});

import assert from "node:assert/strict";
import { createReader } from "../../server/src/analysis/reader.ts";
import type { Finding } from "../../server/src/analysis/types.ts";
import { applySuppressions } from "../../server/src/config/suppressions.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import { applyEdit } from "../../server/src/fixes/edit.ts";
import { suppress } from "../../server/src/fixes/suppress.ts";
import { shippedRulebook } from "../kit/rulebook.ts";

const reader = createReader(shippedRulebook());
const HEAD = "---\nkind: law\nlanguage: en\n---\n# Bill\n\n";
const COMMENT = "<!-- fairdraft-disable-next no-worker-fees: reason -->";

function contradictions(source: string): readonly Finding[] {
  const draft = readDraft(source);
  const { findings } = applySuppressions(reader.read(draft).findings, draft);
  return findings.filter(({ rule, kind }) => rule === "no-worker-fees" && kind === "contradiction");
}

describe("the comment that sets a finding aside", () => {
  /** Where the comment goes (⟦⟧), in each way that a provision may stand in Markdown. */
  const places: Readonly<Record<string, string>> = {
    "a paragraph": "## 1. Fees\n\n⟦C\n⟧An agency may charge a worker a placement fee.\n",
    "a numbered paragraph": "## 1. Fees\n\n⟦C\n⟧(1) An agency may charge a worker a placement fee.\n\n(2) Other.\n",
    "a line under a heading": "## 1. Fees\n⟦C\n⟧An agency may charge a worker a placement fee.\n",
    "the second sentence of a paragraph": "## 1. Fees\n\nThis is a rule. ⟦C ⟧An agency may charge a worker a placement fee.\n",
    "a wrapped line": "## 1. Fees\n\nThis is a rule.⟦ C⟧\nAn agency may charge a worker a placement fee.\n",
    "a list item": "## 1. Fees\n\n- ⟦C\n  ⟧An agency may charge a worker a placement fee.\n- An agency shall be honest.\n",
    "a quotation": "## 1. Fees\n\n> ⟦C\n> ⟧An agency may charge a worker a placement fee.\n",
    "a run-in number": "**1.** ⟦C ⟧An agency may charge a worker a placement fee.\n",
    "an item of a sentence":
      "## 1. Fees\n\n(1) An agency may:\n\n(a) keep records; and\n\n⟦C\n⟧(b) charge a worker a placement fee.\n",
  };
  for (const [place, marked] of Object.entries(places)) {
    it(`stands before ${place} and leaves its words alone`, () => {
      const source = HEAD + marked.replace(/⟦[^⟧]*⟧/u, "");
      const finding = contradictions(source).at(-1);
      assert.ok(finding, "nothing to set aside");
      const text = applyEdit(source, suppress(finding, readDraft(source)));
      assert.equal(text, HEAD + marked.replace("⟦", "").replace("⟧", "").replace("C", COMMENT));
      assert.equal(contradictions(text).length, contradictions(source).length - 1);
      const words = (of: string): string[] => readDraft(of).provisions.map((provision) => provision.text);
      assert.deepEqual(words(text), words(source));
    });
  }

  it("keeps the line ends of the draft", () => {
    const source = `${HEAD}## 1. Fees\n\nAn agency may charge a worker a placement fee.\n`.replaceAll("\n", "\r\n");
    const finding = contradictions(source)[0];
    assert.ok(finding);
    assert.ok(applyEdit(source, suppress(finding, readDraft(source))).includes(`\r\n\r\n${COMMENT}\r\nAn agency`));
  });
});

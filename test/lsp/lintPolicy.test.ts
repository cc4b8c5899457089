import assert from "node:assert/strict";
import { LintPolicy, saysItIsADraft } from "../../server/src/lsp/lintPolicy.ts";

describe("which documents are drafts", () => {
  const drafts = [
    "---\nkind: law\n---\n# A Bill\n",
    "\uFEFF---\r\ntitle: x\r\nkind: bla\r\n---\r\n",
    '---\nkind: "law" # a bill\n---',
    "---\nkind: law\ntitle: [broken\n---\n",
  ];
  for (const text of drafts) it(`${JSON.stringify(text)} says it is one`, () => assert.equal(saysItIsADraft(text), true));

  const others = [
    "# Readme\n\nkind: law\n",
    "---\nkind: memo\n---\n",
    "---\ntitle: kind: law\n---\n",
    "text\n---\nkind: law\n---\n",
    "",
    "---\nkind: law\n",
  ];
  for (const text of others) it(`${JSON.stringify(text)} does not`, () => assert.equal(saysItIsADraft(text), false));

  it("reads what was asked for, until it is forgotten", () => {
    const policy = new LintPolicy();
    policy.ask("file:///a.md");
    assert.equal(policy.isDraft("file:///a.md", "# A", []), true);
    assert.equal(policy.isDraft("file:///b.md", "# B", []), false);
    policy.forget("file:///a.md");
    assert.equal(policy.isDraft("file:///a.md", "# A", []), false);
    assert.equal(policy.isDraft("file:///laws/b.md", "# B", ["laws/*.md"]), true);
  });
});

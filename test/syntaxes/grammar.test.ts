import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** The marks of a snapshot (test/syntaxes/run.mjs keeps them true): each source word that carries a scope of Fairdraft, with that scope. */
function marks(sample: string): [string, string][] {
  const found: [string, string][] = [];
  let line = "";
  for (const row of readFileSync(`test/syntaxes/samples/${sample}.snap`, "utf8").split("\n")) {
    if (row.startsWith(">")) line = row.slice(1);
    const scope = /\s([\w.-]+)\.fairdraft$/.exec(row)?.[1];
    const caret = row.indexOf("^");
    if (scope && !scope.startsWith("meta.")) found.push([line.slice(caret - 1, row.lastIndexOf("^")), scope]);
  }
  return found;
}

describe("The grammar", () => {
  it("marks nothing in Markdown that is no draft", () => {
    assert.deepEqual(marks("readme.md"), []);
    assert.deepEqual(marks("blog-post.md"), []);
  });

  it("tells duty, permission, prohibition and weak duty apart", () => {
    const said = (scope: string): string[] =>
      marks("law.md").flatMap(([text, mark]) => (mark.startsWith(scope) ? [text] : []));
    assert.deepEqual(said("keyword.other.obligation"), ["shall", "must"]);
    assert.deepEqual(said("keyword.other.permission"), ["may"]);
    assert.deepEqual(said("keyword.control.prohibition"), ["shall not", "may not", "is prohibited"]);
    assert.deepEqual(said("support.function.weak-duty"), ["shall endeavour", "where practicable"]);
  });
});

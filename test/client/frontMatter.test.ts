import assert from "node:assert/strict";
import { readStatedKind } from "../../client/src/frontMatter.ts";

describe("readStatedKind", () => {
  const stated = (kind: "law" | "bla") => ({ state: "stated", kind });
  const absent = { state: "absent" };

  it("reads the kind wherever it stands in the front matter", () => {
    assert.deepEqual(readStatedKind(["---", "kind: law", "---"]), stated("law"));
    assert.deepEqual(readStatedKind(["---", "title: An Act", "", "kind: bla", "language: fr", "..."]), stated("bla"));
  });

  it("takes quotation marks, comments, blanks and a byte order mark as YAML does", () => {
    assert.deepEqual(readStatedKind(["\uFEFF---  ", "kind :  'law'  # a bill", "---"]), stated("law"));
    assert.deepEqual(readStatedKind(["---", 'kind: "BLA"', "---"]), stated("bla"));
  });

  it("names a kind that is not known", () => {
    assert.deepEqual(readStatedKind(["---", "kind: Bill", "---"]), { state: "unknown", value: "Bill" });
    assert.deepEqual(readStatedKind(["---", "kind: treaty # soon", "---"]), { state: "unknown", value: "treaty" });
  });

  it("reads nothing outside the front matter", () => {
    assert.deepEqual(readStatedKind([]), absent);
    assert.deepEqual(readStatedKind(["# Kinds", "kind: law"]), absent);
    assert.deepEqual(readStatedKind(["", "---", "kind: law", "---"]), absent);
    assert.deepEqual(readStatedKind(["---", "title: x", "---", "kind: law"]), absent);
    assert.deepEqual(readStatedKind(["---", "  kind: law", "mankind: law", "---"]), absent);
  });
});

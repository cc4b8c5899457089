import assert from "node:assert/strict";
import { applyEdit, parseBlanks, plainText, snippetText, withLineEnds } from "../../server/src/fixes/edit.ts";

describe("edits with blanks", () => {
  const parts = parseBlanks("Within ${days:14} days ${authority:the Ministry} pays, and ${authority:the Ministry} costs $5 {x}.");

  it("show the examples as plain text", () => {
    assert.equal(plainText(parts), "Within 14 days the Ministry pays, and the Ministry costs $5 {x}.");
  });

  it("are snippet stops, the same for the same blank, with text escaped", () => {
    assert.equal(snippetText(parts), "Within ${1:14} days ${2:the Ministry} pays, and ${2:the Ministry} costs \\$5 {x\\}.$0");
    assert.equal(snippetText(["a\\b", { name: "n", example: "}$" }]), "a\\\\b${1:\\}\\$}$0");
  });

  it("keep what is no blank", () => assert.equal(plainText(parseBlanks("${ open ${days} ${x:")), "${ open days ${x:"));

  it("are applied to the source", () => {
    assert.equal(applyEdit("one two", { span: { start: 4, end: 7 }, parts: ["2"] }), "one 2");
  });

  it("take the line ends of the draft", () => assert.equal(plainText(withLineEnds(["a\n\nb"], "\r\n")), "a\r\n\r\nb"));
});

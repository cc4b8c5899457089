import assert from "node:assert/strict";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { markdownLink, markdownText } from "../../server/src/lsp/markdownText.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The kinds of nodes that Markdown gives, and the text in it. */
function read(markdown: string): { readonly types: readonly string[]; readonly text: string } {
  const types = new Set<string>();
  const walk = (node: Node): string => {
    types.add(node.type);
    return node.value ?? (node.children ?? []).map(walk).join("");
  };
  const text = walk(fromMarkdown(markdown));
  return { types: [...types].sort(), text };
}

describe("draft text in Markdown", () => {
  const hostile = [
    "[click](command:workbench.action.terminal.new)",
    "<img src=x onerror=alert(1)>",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "`code` **bold** _it_ ~~no~~ | a | # h",
    "1. one",
    "- item",
    "+ item",
    "> quote",
    "&lt;b&gt; &amp;",
    "$(alert) icon",
    "line one\n\n# line two",
  ];
  for (const text of hostile) {
    it(`shows ${JSON.stringify(text)} as text`, () => {
      assert.deepEqual(read(markdownText(text)), { types: ["paragraph", "root", "text"], text: text.replace(/\s+/gu, " ") });
    });
  }

  it("shows any text as text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1. \\`*_[]()<>#!&|~:/@-+=>\n\t\"'") }), (text) => {
        const plain = text.replace(/\s+/gu, " ").trim();
        fc.pre(plain !== "");
        assert.deepEqual(read(markdownText(text)), { types: ["paragraph", "root", "text"], text: plain });
      }),
    );
  });

  it("leaves no bare address that an editor makes a link of", () => {
    const written = markdownText("see https://example.org, www.example.org, command:x, me@example.org");
    assert.doesNotMatch(written, /https:\/\/|www\.|command:|\w@\w/u);
  });

  it("links to https addresses only", () => {
    assert.equal(markdownLink("C181", "https://www.ilo.org/x(1)?a=b"), "[C181](https://www.ilo.org/x%281%29?a=b)");
    for (const url of ["command:x", "javascript:alert(1)", "http://example.org", "https:evil", "file:///etc/passwd", ""]) {
      assert.equal(markdownLink("C181", url), "C181");
    }
  });
});

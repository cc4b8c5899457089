import assert from "node:assert/strict";
import { clauseBlocks } from "../../server/src/fixes/clauseText.ts";

describe("clause text as blocks", () => {
  it("reads subsections, items, sub-items and closing words", () => {
    const text = "(1) No agency shall:\n(a) charge; or\n(i) keep,\n(b) hold\nits papers,\nany fee.\n\n(2) A fee\nis repaid.\n";
    assert.deepEqual(
      clauseBlocks(text).map((block) => `${block.kind} ${block.marker ?? "-"} ${block.text}`),
      [
        "subsection 1 No agency shall:",
        "item a charge; or",
        "subitem i keep,",
        "item b hold its papers,",
        "paragraph - any fee.",
        "subsection 2 A fee is repaid.",
      ],
    );
  });

  it("takes (i) after (h) for an item", () => {
    const kinds = clauseBlocks("(g) x;\n(h) y;\n(i) z.").map((block) => block.kind);
    assert.deepEqual(kinds, ["item", "item", "item"]);
  });
});

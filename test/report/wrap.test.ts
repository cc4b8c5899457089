import assert from "node:assert/strict";
import fc from "fast-check";
import { cells, wrap } from "../../server/src/report/wrap.ts";

describe("wrap", () => {
  it("breaks at blanks and hangs the following lines", () => {
    assert.equal(wrap("No agency shall charge a worker", 16, "1: ", "   "), "1: No agency\n   shall charge\n   a worker");
  });

  it("breaks a word that is longer than a line", () => {
    assert.equal(wrap("see https://example.org/a", 12, "  ", "  "), "  see\n  https://ex\n  ample.org/\n  a");
  });

  it("counts wide characters as two cells and combining marks as none", () => {
    assert.equal(cells("労働"), 4);
    assert.equal(cells("e\u0301te\u0301"), 3);
  });

  it("keeps every word and never passes the width", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 })),
        fc.integer({ min: 10, max: 60 }),
        (words, width) => {
          const text = words.join(" ");
          const lines = wrap(text, width, "- ", "  ").split("\n");
          for (const line of lines) assert.ok(cells(line) <= width, line);
          assert.equal(
            lines
              .map((line) => line.slice(2))
              .join("")
              .replace(/\s/gu, ""),
            text.replace(/\s/gu, ""),
          );
        },
      ),
    );
  });
});

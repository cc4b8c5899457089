import assert from "node:assert/strict";
import fc from "fast-check";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import { quoteProvision } from "../../server/src/report/quote.ts";

const SENTENCE =
  "It is lawful for a **licensee**, directly or indirectly and in the manner that the Minister lays down by notice in the Gazette, to charge any person who seeks work through it a reasonable sum.";
const SOURCE = `# Act\n\n${SENTENCE}\n`;
const draft = readDraft(SOURCE, { kind: "law", language: "en" });
const index = draft.provisions.findIndex((provision) => provision.text.startsWith("It is lawful"));

function at(words: string): { readonly start: number; readonly end: number } {
  const start = SOURCE.indexOf(words);
  assert.ok(start >= 0);
  return { start, end: start + words.length };
}

describe("quoteProvision", () => {
  it("quotes a short stretch with the words around it", () => {
    const quote = quoteProvision(draft, index, [at("charge"), at("person")]);
    assert.match(quote, /^….*to charge any person who.*…$/u);
    assert.ok(quote.length <= 82, quote);
  });

  it("keeps every deciding word when they lie far apart", () => {
    const quote = quoteProvision(draft, index, [at("licensee"), at("charge"), at("sum")]);
    assert.match(quote, /licensee.* … .*charge.* … .*sum$/u);
    assert.ok(quote.length <= 90, quote);
  });

  it("quotes from the beginning when nothing in particular decided", () => {
    assert.equal(
      quoteProvision(draft, index, []),
      "It is lawful for a licensee, directly or indirectly and in the manner that the…",
    );
  });

  it("is short and made of the provision's words whatever decided", () => {
    const offset = fc.integer({ min: 0, max: SOURCE.length });
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset), { maxLength: 5 }), (pairs) => {
        const words = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const quote = quoteProvision(draft, index, words);
        assert.ok(quote.length <= 120, quote);
        for (const part of quote.split("…")) assert.ok(draft.provisions[index]?.text.includes(part.trim()), part);
      }),
    );
  });
});

import assert from "node:assert/strict";
import { Automaton, Hits } from "../../server/src/language/automaton.ts";
import { PhraseError, parsePhrase } from "../../server/src/language/phrases.ts";
import { englishStemmer } from "../../server/src/language/stems.ts";
import { tokenise } from "../../server/src/language/tokens.ts";

const stem = englishStemmer({});

/** The words found for each concept in `text`. */
function find(concepts: Record<string, string[]>, text: string): Record<string, string[]> {
  const tokens = tokenise(text, stem);
  const hits = new Hits();
  const automaton = new Automaton(concepts, stem);
  automaton.scanPlain(tokens, hits);
  automaton.scanComposites(tokens, hits);
  return Object.fromEntries(
    hits.concepts().map((c) => [c, hits.of(c).map((h) => text.slice(tokens[h.from]?.start, tokens[h.to - 1]?.end))]),
  );
}

describe("phrases", () => {
  it("match on stems, with alternatives and optional words", () => {
    assert.deepEqual(find({ fee: ["(recruitment) fee/charge"] }, "Recruitment fees or charges"), {
      fee: ["Recruitment fees", "fees", "charges"],
    });
  });

  it("bridge a gap of so many words and no more", () => {
    const lexicon = { keep: ["retain ..2 passport"] };
    assert.deepEqual(find(lexicon, "retaining the worker's passport"), { keep: ["retaining the worker's passport"] });
    assert.deepEqual(find(lexicon, "retaining one of the many passports"), {});
  });

  it("bridge no semicolon and no sentence end", () => {
    assert.deepEqual(find({ keep: ["retain ..9 passport"] }, "shall retain books; a passport"), {});
  });

  it("stop at what a gap excludes", () => {
    const lexicon = { employer: ["employer"], worker: ["worker"], pays: ["charge ..6!<employer>!not <worker>"] };
    assert.ok("pays" in find(lexicon, "charge any such worker"));
    assert.ok(!("pays" in find(lexicon, "charge the employer of the worker")));
    assert.ok(!("pays" in find(lexicon, "charge but not the worker")));
  });

  it("build on other concepts, whatever the order they are written in", () => {
    const lexicon = { c: ["<b> now"], b: ["<a> soon"], a: ["very"] };
    assert.deepEqual(find(lexicon, "very soon now").c, ["very soon now"]);
  });

  it("tell a form from its stem, and a number from a word", () => {
    assert.deepEqual(find({ x: ["=left"] }, "left leaves"), { x: ["left"] });
    assert.deepEqual(find({ x: ["within 0 days"] }, "within 14 days"), { x: ["within 14 days"] });
  });

  it("keep off what a guard names right before them", () => {
    const lexicon = { worker: ["worker"], pays: ["~recruit/employ <worker> ..2 pay"] };
    assert.ok("pays" in find(lexicon, "the worker shall pay"));
    assert.ok(!("pays" in find(lexicon, "the agency that recruited the worker shall pay")));
  });

  it("carry the modality on the anchored word", () => {
    const tokens = tokenise("the worker shall pay a fee", stem);
    const hits = new Hits();
    const automaton = new Automaton({ worker: ["worker"], pays: ["<worker> ..3 ^pay"] }, stem);
    automaton.scanPlain(tokens, hits);
    automaton.scanComposites(tokens, hits);
    assert.deepEqual(
      hits.of("pays").map((h) => [h.from, h.at, h.to]),
      [[1, 3, 4]],
    );
  });

  for (const [phrase, message] of [
    ["", "empty"],
    ["..3 fee", "gap"],
    ["fee ..3", "gap"],
    ["(fee)", "must stand"],
    ["fee//charge", "alternative"],
    ["fee&", "not a word"],
    ["(the) ..4 fee", "optional"],
  ] as const)
    it(`refuse "${phrase}"`, () =>
      assert.throws(
        () => parsePhrase(phrase, stem),
        (e) => e instanceof PhraseError && e.message.includes(message),
      ));

  it("refuse concepts that depend on each other in a circle", () => {
    assert.throws(() => new Automaton({ a: ["<b> x"], b: ["<a> y"] }, stem), /circle/);
  });
});

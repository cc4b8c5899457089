import assert from "node:assert/strict";
import { Language } from "../../server/src/language/language.ts";
import { shippedRulebook } from "../kit/rulebook.ts";

const raw = shippedRulebook().lexicons["en"];
assert.ok(raw);
const english = new Language(raw);

/** The actors read in `text`, with their words. */
function actors(text: string): string[] {
  const { tokens, hits } = english.scan(text);
  return ["agency", "employer", "worker"].flatMap((c) => [
    ...new Set(hits.of(c).map((h) => `${c}: ${text.slice(tokens[h.from]?.start, tokens[h.to - 1]?.end)}`)),
  ]);
}

describe("a language", () => {
  it("reads a name that holds another as one name", () => {
    assert.ok(!actors("the household worker").some((a) => a.startsWith("employer")));
    assert.ok(actors("the household worker").includes("worker: household worker"));
    assert.ok(!actors("the domestic worker agency").some((a) => a.startsWith("worker")));
  });

  it("reads two names side by side as two", () => {
    assert.deepEqual(
      actors("the employer and the worker").map((a) => a.split(":")[0]),
      ["employer", "worker"],
    );
  });

  it("takes the words that close a list into the sentence of the item", () => {
    const text = "A person who charges a fee; commits an offence";
    assert.equal(english.scan(text).tokens.filter((t) => t.kind === "hard").length, 1);
    assert.equal(english.scan(text, undefined, 27).tokens.filter((t) => t.kind === "hard").length, 0);
  });
});

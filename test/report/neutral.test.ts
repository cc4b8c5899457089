import assert from "node:assert/strict";
import fc from "fast-check";
import { neutral, neutralJson } from "../../server/src/report/neutral.ts";

describe("neutral", () => {
  it("shows what would move the cursor or colour the terminal", () => {
    assert.equal(neutral("a\u001b[31mred\u0007\u009b"), "a\\u001b[31mred\\u0007\\u009b");
  });

  it("shows what would turn the reading direction, and drops bare marks", () => {
    assert.equal(neutral("fee\u202eeef\u2066x\u2069\u200f"), "fee\\u202eeef\\u2066x\\u2069");
  });

  it("leaves letters of every script, joiners, tabs and line feeds alone", () => {
    const text = "رسوم الاستقدام\tمی\u200cخواهم\nfrais d’embauche 👩\u200d⚖️";
    assert.equal(neutral(text), text);
  });

  it("shows half a surrogate pair", () => {
    assert.equal(neutral("a\ud83d"), "a\\ud83d");
  });
});

describe("neutralJson", () => {
  it("gives the same value with nothing dangerous in the bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = neutralJson(JSON.stringify({ text }));
        assert.deepEqual(JSON.parse(json), { text });
        assert.doesNotMatch(json, /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

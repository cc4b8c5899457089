import assert from "node:assert/strict";
import { clauseBlanks } from "../../server/src/rulebook/blanks.ts";

describe("the blanks of a clause", () => {
  it("are read with their examples, in order", () => {
    assert.deepEqual(clauseBlanks("within ${days:14} days by ${authority:the Ministry of Labour}, again ${days:14}"), {
      blanks: [
        { name: "days", example: "14" },
        { name: "authority", example: "the Ministry of Labour" },
        { name: "days", example: "14" },
      ],
      malformed: [],
    });
  });

  it("have their name as example when none is given", () => {
    assert.deepEqual(clauseBlanks("${authority}").blanks, [{ name: "authority", example: "authority" }]);
  });

  it("are not every dollar sign", () => {
    assert.deepEqual(clauseBlanks("a fine of $100 or {x}"), { blanks: [], malformed: [] });
  });

  it("are malformed without a name, an end or with braces inside", () => {
    assert.deepEqual(clauseBlanks("${} ${:x} ${Days:1} ${a:${b:2}} ${open").malformed, [
      "${}",
      "${:x}",
      "${Days:1}",
      "${a:${b:2}",
      "${open",
    ]);
  });
});

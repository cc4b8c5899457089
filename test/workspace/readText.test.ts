import assert from "node:assert/strict";
import { join } from "node:path";
import { decode, LARGEST_BYTES, readTextFile, type TextReading } from "../../server/src/workspace/readText.ts";
import { inFolder } from "../kit/cli.ts";

function refused(reading: TextReading): string {
  assert.equal(reading.text, null);
  return reading.text === null ? reading.what : "";
}

describe("readTextFile", () => {
  it("reads a file without its byte order mark", () => {
    inFolder({ "act.md": "\ufeff# Act\n" }, (folder) => {
      assert.deepEqual(readTextFile(join(folder, "act.md")), { text: "# Act\n", notes: [] });
    });
  });

  it("says that a file does not exist, and that a folder is none", () => {
    inFolder({ "laws/act.md": "# Act" }, (folder) => {
      assert.match(refused(readTextFile(join(folder, "no.md"))), /^does not exist\. Check the name/u);
      assert.match(refused(readTextFile(join(folder, "laws"))), /is a folder/u);
    });
  });
});

describe("decode", () => {
  it("reads UTF-16 that says so", () => {
    assert.deepEqual(decode(Buffer.from("\ufeff# Ley de émigración", "utf16le")), { text: "# Ley de émigración", notes: [] });
  });

  it("refuses binary data and says what to do", () => {
    assert.equal(
      refused(decode(Buffer.from("PK\u0003\u0004\u0000\u0000", "latin1"))),
      "is not text (it holds NUL bytes). Convert the document to Markdown and check that file.",
    );
  });

  it("reads broken UTF-8 and names the first line that is broken", () => {
    const reading = decode(Buffer.from("# Act\n\nThe \xe9migr\xe9 may leave.", "latin1"));
    assert.equal(reading.text, "# Act\n\nThe \ufffdmigr\ufffd may leave.");
    assert.match("notes" in reading ? (reading.notes[0] ?? "") : "", /^:3: is not valid UTF-8 from this line on/u);
  });

  it("takes a replacement character that stands in the text for what it is", () => {
    assert.deepEqual(decode(Buffer.from("a \ufffd b")), { text: "a \ufffd b", notes: [] });
  });

  it("refuses what is above the limit", () => {
    assert.match(refused(decode(Buffer.alloc(LARGEST_BYTES + 1, "a"))), /^is too large \(20\.0 MB; at most 20 MB are read\)/u);
  });
});

import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { findDrafts } from "../../server/src/workspace/findDrafts.ts";
import { inFolder } from "../kit/cli.ts";

const FILES = { "b.md": "b", "a.md": "a", "deep/c.markdown": "c", "deep/d.txt": "d", "node_modules/e.md": "e", ".git/f.md": "f" };

function paths(args: readonly string[], folder: string): readonly string[] {
  return findDrafts(args, folder).files.map((file) => (file.named ? `${file.path} (named)` : file.path));
}

describe("findDrafts", () => {
  it("searches a folder for Markdown, sorted, without node_modules and dot folders", () => {
    inFolder(FILES, (folder) => assert.deepEqual(paths(["."], folder), ["a.md", "b.md", "deep/c.markdown"]));
  });

  it("takes each file once, however it is named, and remembers that it was named", () => {
    inFolder(FILES, (folder) => {
      symlinkSync(join(folder, "a.md"), join(folder, "link.md"));
      assert.deepEqual(paths([".", "a.md", "./deep/../a.md", join(folder, "a.md")], folder), [
        "a.md (named)",
        "b.md",
        "deep/c.markdown",
      ]);
    });
  });

  it("takes a named file whatever its name, but a pattern finds Markdown only", () => {
    inFolder(FILES, (folder) => {
      assert.deepEqual(paths(["deep/d.txt"], folder), ["deep/d.txt (named)"]);
      assert.deepEqual(paths(["deep/*"], folder), ["deep/c.markdown"]);
    });
  });

  it("takes a file whose name looks like a pattern", () => {
    inFolder({ "act [2024].md": "a" }, (folder) => assert.deepEqual(paths(["act [2024].md"], folder), ["act [2024].md (named)"]));
  });

  it("shows a file outside the working folder by its whole path", () => {
    inFolder(FILES, (folder) => {
      const inside = join(folder, "deep");
      assert.deepEqual(paths(["../a.md"], inside), [`${join(folder, "a.md")} (named)`]);
    });
  });
});

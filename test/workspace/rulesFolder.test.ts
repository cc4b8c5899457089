import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRulesFolder } from "../../server/src/workspace/rulesFolder.ts";

describe("reading a rules folder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "fairdraft-rules-"));
    mkdirSync(join(folder, "requirements/fees"), { recursive: true });
    writeFileSync(join(folder, "requirements/fees/rule.yaml"), "id: é\n");
    writeFileSync(join(folder, "groups.yaml"), "groups: []\n");
    writeFileSync(join(folder, "README.md"), "# Rules\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives the YAML files with forward slashes, sorted, and nothing else", () => {
    assert.deepEqual(
      [...readRulesFolder(folder)],
      [
        ["groups.yaml", "groups: []\n"],
        ["requirements/fees/rule.yaml", "id: é\n"],
      ],
    );
  });

  it("also gives .yml files, so that the loader can tell their right name", () => {
    writeFileSync(join(folder, "requirements/fees/en.yml"), "title: x\n");
    assert.equal(readRulesFolder(folder).has("requirements/fees/en.yml"), true);
  });

  it("does not follow links", () => {
    symlinkSync(folder, join(folder, "loop"), "dir");
    symlinkSync(join(folder, "groups.yaml"), join(folder, "copy.yaml"));
    assert.deepEqual([...readRulesFolder(folder).keys()], ["groups.yaml", "requirements/fees/rule.yaml"]);
  });

  it("throws when the folder does not exist", () => {
    assert.throws(() => readRulesFolder(join(folder, "none")), /ENOENT/u);
  });
});

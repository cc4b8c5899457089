import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder, runCliIn } from "../kit/cli.ts";

describe("a rule made by “rules new”", () => {
  it("passes “rules test” as it stands, and fails it once an example says otherwise", () => {
    inFolder({}, (folder) => {
      assert.equal(runCliIn(folder, ["rules", "new", "keep-register"]).status, 0);
      const good = runCliIn(folder, ["rules", "test", "fairdraft-rules"]);
      assert.equal(good.status, 0, good.stdout + good.stderr);
      assert.match(good.stdout, /^keep-register: 5 of 5$/mu);

      const texts = join(folder, "fairdraft-rules/requirements/own/keep-register/en.yaml");
      writeFileSync(texts, readFileSync(texts, "utf8").replace("reading: partial", "reading: satisfies"));
      const bad = runCliIn(folder, ["rules", "test", "fairdraft-rules"]);
      assert.equal(bad.status, 1);
      assert.match(bad.stdout, /example 3 .*says satisfies, read partial/u);
    });
  });

  it("joins a pack and a group that are there", () => {
    inFolder({}, (folder) => {
      assert.equal(runCliIn(folder, ["rules", "new", "one"]).status, 0);
      const second = runCliIn(folder, ["rules", "new", "two", "--group", "fees"]);
      assert.equal(second.status, 0, second.stderr);
      assert.doesNotMatch(second.stdout, /groups\.yaml/u);
      assert.match(runCliIn(folder, ["rules", "test", "fairdraft-rules"]).stdout, /2 rules: 10 of 10/u);
    });
  });
});

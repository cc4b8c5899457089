import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import manifest from "../../package.json" with { type: "json" };
import texts from "../../package.nls.json" with { type: "json" };

describe("The extension manifest", () => {
  it("takes each text from package.nls.json, and each text there is used", () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it("names files that exist", () => {
    const files = [manifest.icon, ...manifest.contributes.grammars.map(({ path }) => path)];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it("wakes up for Markdown only, and says what it does with less trust", () => {
    assert.deepEqual(manifest.activationEvents, ["onLanguage:markdown"]);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, "limited");
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, "limited");
  });
});

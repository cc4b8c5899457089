// Compares how the grammars mark the samples with the snapshots beside them; --update writes the snapshots anew.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const tool = createRequire(import.meta.url).resolve("vscode-tmgrammar-test/dist/snapshot.js");
const grammars = ["markdown", "yaml"].flatMap((name) => ["--grammar", `test/syntaxes/stubs/${name}.json`]);
const update = process.argv.includes("--update") ? ["--updateSnapshot"] : [];
const { status } = spawnSync(process.execPath, [tool, "--scope", "text.html.markdown", ...grammars, ...update, "test/syntaxes/samples/*.md"], {
  cwd: path.resolve(here, "../.."),
  stdio: "inherit",
});
process.exit(status ?? 1);

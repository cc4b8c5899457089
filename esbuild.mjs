// Builds dist/: the client, server and command-line bundles and the prepared rulebook. `--watch` rebuilds the bundles on change.
import * as esbuild from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { tsImport } from "tsx/esm/api";

const { readRulesFolder } = await tsImport("./server/src/workspace/rulesFolder.ts", import.meta.url);
const { loadRulebook } = await tsImport("./server/src/rulebook/load.ts", import.meta.url);

mkdirSync("dist", { recursive: true });
const { rulebook, problems } = loadRulebook(readRulesFolder("rules"));
for (const p of problems)
  console.error(`rules/${p.file}:${p.line}:${p.column}: ${p.message}${p.suggestion ? ` (${p.suggestion})` : ""}`);
if (problems.length > 0 && !process.argv.includes("--keep-going")) process.exit(1);
writeFileSync("dist/rules.json", JSON.stringify(rulebook));

const node = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: true,
  sourcemap: process.argv.includes("--watch"),
  legalComments: "none",
  mainFields: ["module", "main"],
  logLevel: "warning",
};
const bundles = [
  { ...node, entryPoints: ["client/src/extension.ts"], outfile: "dist/client.js", external: ["vscode"] },
  { ...node, entryPoints: ["server/src/lsp/main.ts"], outfile: "dist/server.js" },
  { ...node, entryPoints: ["server/src/cli/main.ts"], outfile: "dist/cli.js", banner: { js: "#!/usr/bin/env node" } },
];
if (process.argv.includes("--watch")) for (const b of bundles) await (await esbuild.context(b)).watch();
else await Promise.all(bundles.map((b) => esbuild.build(b)));

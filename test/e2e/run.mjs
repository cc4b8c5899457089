// Packages the extension, installs it in a real VS Code and runs the tests there. Desktop VS Code where it can be had, else VS Code's
// server in a browser. Options: --host=electron|code-server, --only=suite|ui, --grep=TITLE.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVSIX } from "@vscode/vsce";
import * as esbuild from "esbuild";
import { openCodeServer, runSuite } from "./codeServerHost.mjs";
import { runInElectron, whyNoElectron } from "./electronHost.mjs";
import { runUi } from "./ui.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const out = path.join(root, ".cache", "e2e");
const screenshots = path.join(root, "test", "e2e", "screenshots");
const { values: options } = parseArgs({
  options: { host: { type: "string" }, only: { type: "string" }, grep: { type: "string", default: "" } },
});

const started = Date.now();
rmSync(out, { recursive: true, force: true });
rmSync(screenshots, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
mkdirSync(screenshots, { recursive: true });
const vsix = await packageExtension();
const suite = await bundleSuite();
const driver = writeDriver();
const results = path.join(out, "results.json");
const log = path.join(out, "window.log");
const env = { FAIRDRAFT_E2E_RESULTS: results, FAIRDRAFT_E2E_GREP: options.grep };
const host = await chooseHost();
const total = { passes: 0, failures: 0 };
if (host === "electron") {
  add(await inWorkspace((workspace) => report(() => runInElectron({ vsix, driver, suite, workspace, env }))));
  console.log("The user-interface part needs the code-server host (--host=code-server): left out.");
} else {
  const open = await openCodeServer(vsix, env);
  try {
    if (options.only !== "ui") {
      add(await inWorkspace((workspace) => report(() => runSuite(open, { driver, suite, workspace, screenshots, log }))));
    }
    if (options.only !== "suite") add(await inWorkspace((workspace) => runUi(open, { workspace, screenshots })));
  } finally {
    await open.close();
  }
}
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`End-to-end tests on ${host}: ${total.passes} passed, ${total.failures} failed, ${seconds} s.`);
if (process.env.FAIRDRAFT_TEST_REPORT) writeFileSync(process.env.FAIRDRAFT_TEST_REPORT, JSON.stringify(total));
process.exit(total.failures === 0 ? 0 : 1);

function add({ passes, failures }) {
  total.passes += passes;
  total.failures += failures;
}

async function chooseHost() {
  if (options.host) return options.host;
  const reason = await whyNoElectron();
  console.log(
    reason === undefined
      ? "Host: desktop VS Code."
      : `Host: VS Code's server in a browser; desktop VS Code is left aside: ${reason}.`,
  );
  return reason === undefined ? "electron" : "code-server";
}

async function packageExtension() {
  for (const file of ["client.js", "server.js", "rules.json"]) {
    if (!existsSync(path.join(root, "dist", file))) throw new Error(`dist/${file} is not there: run "npm run build" first.`);
  }
  const packagePath = path.join(out, "fairdraft.vsix");
  await createVSIX({ cwd: root, packagePath, dependencies: false });
  return packagePath;
}

async function bundleSuite() {
  const outfile = path.join(out, "suite.js");
  await esbuild.build({
    entryPoints: [path.join(root, "test/e2e/suite/index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
  return outfile;
}

/** The host wants an extension under development: an empty one, so that the packaged extension is what is tested. */
function writeDriver() {
  const driver = path.join(out, "driver");
  mkdirSync(driver);
  const manifest = { name: "fairdraft-e2e-driver", publisher: "fairdraft", version: "0.0.1", engines: { vscode: "^1.91.0" } };
  writeFileSync(path.join(driver, "package.json"), JSON.stringify(manifest));
  return driver;
}

async function inWorkspace(action) {
  const parent = realpathSync(mkdtempSync(path.join(tmpdir(), "fairdraft-workspace-")));
  const workspace = path.join(parent, "veldora");
  cpSync(path.join(root, "test/e2e/workspace"), workspace, { recursive: true });
  cpSync(path.join(root, "test/samples/recruitment-bill-weak.md"), path.join(workspace, "bill.md"));
  try {
    return await action(workspace);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Runs the suite in the extension host and tells what it left; a run without results is a failure. */
async function report(action) {
  const code = await action().catch((error) => {
    console.error(String(error));
    return 1;
  });
  if (!existsSync(results)) {
    console.error(`The suite left no results (exit code ${code}).`);
    return { passes: 0, failures: 1 };
  }
  const { passed, failed } = JSON.parse(readFileSync(results, "utf8"));
  console.log("\n  The extension host");
  for (const title of passed) console.log(`    ok      ${title}`);
  for (const { title, error } of failed) console.log(`    NOT OK  ${title}\n${error}`);
  if (failed.length > 0 && existsSync(log)) console.log(`  The log of the window: ${path.relative(root, log)}`);
  return { passes: passed.length, failures: failed.length + (code !== 0 && failed.length === 0 ? 1 : 0) };
}

// Runs every check and suite one after the other and ends with "N passed, N failed". `--no-e2e` leaves the real VS Code out; names of suites run only those.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

const args = process.argv.slice(2);
const wanted = args.filter((a) => !a.startsWith("--"));
/** Checks count as one test each; suites report their own numbers through mocha's json file. */
const steps = [
  { name: "types", command: ["npx", "tsc", "--noEmit"] },
  { name: "lint", command: ["npx", "eslint", ".", "--max-warnings", "0"] },
  { name: "style", command: ["npx", "prettier", "--check", "."] },
  { name: "unit", mocha: true, command: ["npx", "mocha", "test/**/*.test.ts"] },
  { name: "grammar", command: ["node", "test/syntaxes/run.mjs"] },
  ...(args.includes("--no-e2e") ? [] : [{ name: "e2e", mocha: true, command: ["node", "test/e2e/run.mjs"] }]),
].filter((s) => wanted.length === 0 || wanted.includes(s.name));

mkdirSync(".cache", { recursive: true });
let passed = 0;
let failed = 0;
for (const step of steps) {
  const report = `.cache/${step.name}-report.json`;
  rmSync(report, { force: true });
  console.log(`\n== ${step.name}: ${step.command.join(" ")}`);
  const run = spawnSync(step.command[0], step.command.slice(1), {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, FAIRDRAFT_TEST_REPORT: step.mocha ? report : "" },
  });
  const stats = step.mocha ? readStats(report) : null;
  passed += stats?.passes ?? (run.status === 0 ? 1 : 0);
  failed += stats?.failures ?? (run.status === 0 ? 0 : 1);
  if (stats && run.status !== 0 && stats.failures === 0) failed++;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Mocha's figures as test/kit/reporter.cjs left them, or null when the suite never reported. */
function readStats(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

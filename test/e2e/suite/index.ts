import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** Entry for `extensionTestsPath`: runs the suite in the extension host; its results go, test by test, to FAIRDRAFT_E2E_RESULTS. */
export async function run(): Promise<void> {
  const grep = process.env["FAIRDRAFT_E2E_GREP"] ?? "";
  const mocha = new Mocha({ ui: "bdd", timeout: 40_000, color: false, grep });
  mocha.suite.emit("pre-require", globalThis, null, mocha);
  await import("./extension.test.ts");
  const passed: string[] = [];
  const failed: { readonly title: string; readonly error: string }[] = [];
  const keep = (): void => {
    const file = process.env["FAIRDRAFT_E2E_RESULTS"];
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
  };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("pass", (test) => passed.push(`${test.fullTitle()} (${test.duration} ms)`));
    runner.on("fail", (test, error: Error) => failed.push({ title: test.fullTitle(), error: error.stack ?? String(error) }));
    runner.on("test end", keep);
  });
  keep();
  if (failed.length > 0) throw new Error(`${failed.length} test(s) failed`);
}

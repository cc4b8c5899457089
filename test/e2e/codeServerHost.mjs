// Runs the suite in the extension host of VS Code's server, in a browser that closes with it.
import { appendFileSync } from "node:fs";
import { format } from "node:util";
import { remoteUri, startBrowser, startServer, workbenchUrl } from "./workbench.mjs";
import { installWorkbench } from "./install.mjs";

const LIMIT = 240_000; // ms

/** Starts what the suite and the user-interface part share: a VS Code server with the extension, and a browser. */
export async function openCodeServer(vsix, env) {
  const installed = installWorkbench();
  const server = await startServer(installed, vsix, env);
  const browser = await startBrowser(installed.chromium);
  return {
    server,
    browser,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Runs the bundled suite with a workspace open; answers its exit code. What the window logs goes to the file `log`. */
export async function runSuite({ server, browser }, { driver, suite, workspace, screenshots, log }) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error("[page]", String(error)));
  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  await page.exposeFunction("codeAutomationLog", (type, args) => appendFileSync(log, `[${type}] ${format(...args)}\n`));
  await page.exposeFunction("codeAutomationExit", (code) => finish(code));
  const timer = setTimeout(() => {
    console.error(`The suite took longer than ${LIMIT} ms.`);
    void page.screenshot({ path: `${screenshots}/timeout.png` }).finally(() => finish(124));
  }, LIMIT);
  await page.goto(
    workbenchUrl(server, workspace, [
      ["extensionDevelopmentPath", remoteUri(server, driver)],
      ["extensionTestsPath", remoteUri(server, suite)],
    ]),
  );
  const code = await finished;
  clearTimeout(timer);
  await page.close();
  return code;
}

// What a drafter sees and does in the window, with pictures.
import assert from "node:assert/strict";
import Mocha from "mocha";
import { WorkbenchPage } from "./page.mjs";

const FILE = "bill.md";

/** Drives the window on a workspace; answers how many steps passed and failed. */
export async function runUi(open, { workspace, screenshots }) {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, bail: true });
  mocha.suite.emit("pre-require", globalThis, null, mocha);
  describe("The window", () => {
    let page;
    before(async () => {
      page = await WorkbenchPage.open(open, { workspace, file: FILE, screenshots });
    });
    afterEach(async function () {
      if (this.currentTest.state === "failed") await page.screenshot("failure");
    });
    after(() => page?.close());
    describeSteps(() => page);
  });
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passes: runner.stats.passes, failures: runner.stats.failures }));
  });
}

function describeSteps(page) {
  it("underlines what contradicts, and counts it in the status bar", async () => {
    await page().goToLine(FILE, 88);
    await page().squiggles(FILE, "error").first().waitFor();
    await page()
      .statusItem.filter({ hasText: /Fairdraft: \d+/ })
      .waitFor();
    await page().screenshot("1-findings");
  });

  it("colours the words of the law in a draft", async () => {
    const plain = await page().colour(FILE, "The licensee");
    assert.notEqual(await page().colour(FILE, "shall issue"), plain);
    assert.equal(await page().colour(FILE, "for each payment"), plain);
  });

  it("cites the Convention on hover", async () => {
    await page().hoverText(FILE, "may charge a worker");
    await page()
      .hover.filter({ hasText: /Convention No\. 181/ })
      .waitFor();
    await page().leave();
  });

  it("lists among the problems as many findings as the status bar counts", async () => {
    await page().keyboard.press("Control+Shift+M");
    await page().problems("may charge").first().waitFor();
    const [counted] = /\d+/.exec(await page().statusItem.innerText());
    await page().problems("bill.md").filter({ hasText: counted }).first().waitFor();
    await page().screenshot("2-problems");
  });

  it("offers a menu in the status bar", async () => {
    await page().statusItem.click();
    await page().quickInput.locator(".monaco-list-row", { hasText: "Restart Server" }).waitFor();
    await page().screenshot("3-menu");
    await page().keyboard.press("Escape");
  });

  it("says next to the provision what is wrong, what the standard asks and what to do", async () => {
    await page().keyboard.press("Control+B");
    await page().goToLine(FILE, 128);
    await page().hoverText(FILE, "passport of the worker");
    await page().hover.filter({ hasText: "What to do" }).waitFor();
    await page().screenshot("4-hover");
    await page().leave();
  });

  it("inserts a clause for what is missing, and the finding is gone", async () => {
    const title = "Machinery to investigate complaints";
    await page().filterProblems(title);
    const row = page().problems(title).first();
    await row.dblclick();
    await page().focused(FILE).waitFor();
    await page().keyboard.press("Control+.");
    await page()
      .quickFixes.locator(".monaco-list-row", { hasText: `Insert clause: ${title}` })
      .first()
      .waitFor();
    await page().screenshot("5-quick-fix");
    await page().pickQuickFix(`Insert clause: ${title}`);
    await row.waitFor({ state: "hidden" });
    await page().screenshot("6-inserted");
    await page().filterProblems("");
  });

  it("leaves a README alone, until it is asked", async () => {
    await page().openFile("README.md");
    await page().statusItem.waitFor({ state: "hidden" });
    assert.equal(await page().squiggles("README.md", "error").count(), 0);
    assert.equal(await page().colour("README.md", "may charge"), await page().colour("README.md", "An agency"));
    await page().screenshot("7-readme");
    await page().command("Fairdraft: Check This Document");
    await page().squiggles("README.md", "error").first().waitFor();
    await page().screenshot("8-readme-asked");
  });
}

// What a person does in the workbench, and what they see there.
import { remoteUri, workbenchUrl } from "./workbench.mjs";

const PATIENCE = 20_000; // ms

/** The workbench in a browser page, with one file open. */
export class WorkbenchPage {
  #page;
  #screenshots;

  static async open({ server, browser }, { workspace, file, screenshots }) {
    const page = await browser.newPage({ viewport: { width: 1360, height: 960 } });
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => console.error("[page]", String(error)));
    await page.goto(workbenchUrl(server, workspace, [["openFile", remoteUri(server, `${workspace}/${file}`)]]));
    const workbench = new WorkbenchPage(page, screenshots);
    await workbench.editor(file).waitFor();
    return workbench;
  }

  constructor(page, screenshots) {
    this.#page = page;
    this.#screenshots = screenshots;
  }

  get keyboard() {
    return this.#page.keyboard;
  }

  /** The text editor of a file. */
  editor(file) {
    return this.#page.locator(`.editor-instance .monaco-editor[data-uri$="/${file}"]`);
  }

  /** The same, once it has the keyboard. */
  focused(file) {
    return this.#page.locator(`.editor-instance .monaco-editor.focused[data-uri$="/${file}"]`);
  }

  /** The squiggles of one severity in the editor of a file. */
  squiggles(file, severity) {
    return this.editor(file).locator(`.squiggly-${severity}`);
  }

  /** The item of the extension in the status bar. */
  get statusItem() {
    return this.#page.locator(".statusbar-item", { hasText: "Fairdraft" });
  }

  /** Rows of the Problems view that hold a text. */
  problems(text) {
    return this.#page.locator(".markers-panel .monaco-list-row", { hasText: text });
  }

  get quickInput() {
    return this.#page.locator(".quick-input-widget");
  }

  get hover() {
    return this.#page.locator(".monaco-editor .monaco-hover:not(.hidden)");
  }

  get quickFixes() {
    return this.#page.locator(".action-widget");
  }

  /** Goes down the open list of quick fixes to the one whose title begins so, and takes it. */
  async pickQuickFix(title) {
    const wanted = this.quickFixes.locator(`.monaco-list-row.focused[aria-label^="${title}"]`);
    for (let step = 0; step < 50 && (await wanted.count()) === 0; step++) await this.keyboard.press("ArrowDown");
    await wanted.waitFor();
    await this.keyboard.press("Enter");
  }

  /** Opens another file by name. */
  async openFile(file) {
    await this.keyboard.press("Control+P");
    await this.quickInput.locator("input").first().fill(file);
    await this.quickInput.locator(".monaco-list-row", { hasText: file }).first().waitFor();
    await this.keyboard.press("Enter");
    await this.editor(file).waitFor();
  }

  /** Runs a command by its title. */
  async command(title) {
    await this.keyboard.press("F1");
    await this.quickInput.locator("input").first().fill(`>${title}`);
    await this.quickInput.locator(".monaco-list-row", { hasText: title }).first().waitFor();
    await this.keyboard.press("Enter");
  }

  /** Scrolls the file to a 1-based line and puts the cursor there. */
  async goToLine(file, line) {
    await this.keyboard.press("Control+1");
    await this.focused(file).waitFor();
    await this.keyboard.press("Control+G");
    await this.quickInput.locator("input").first().fill(`:${line}`);
    await this.keyboard.press("Enter");
    await this.quickInput.waitFor({ state: "hidden" });
  }

  /** Rests the mouse on a text of the editor until a hover shows. */
  async hoverText(file, text) {
    const { x, y } = await this.#middle(file, text);
    await this.#page.mouse.move(x - 40, y);
    await this.#page.mouse.move(x, y, { steps: 5 });
    await this.hover.waitFor();
  }

  /** Moves the mouse out of the way, and the hover goes. */
  async leave() {
    await this.#page.mouse.move(500, 12);
    await this.hover.waitFor({ state: "hidden" });
  }

  /** Shows of the problems only those that hold a text; "" shows all. */
  async filterProblems(text) {
    await this.#page.getByPlaceholder(/^Filter/).fill(text);
  }

  /** Clicks on a text of the editor. */
  async clickText(file, text) {
    const { x, y } = await this.#middle(file, text);
    await this.#page.mouse.click(x, y);
  }

  /** The colour in which a text of the editor is written. */
  async colour(file, text) {
    return (await this.#place(file, text)).colour;
  }

  /** Saves a picture of the window. */
  async screenshot(name) {
    await this.#page.waitForTimeout(250);
    await this.#page.screenshot({ path: `${this.#screenshots}/${name}.png` });
  }

  async close() {
    await this.#page.close();
  }

  async #middle(file, text) {
    const { x, y, width, height } = await this.#place(file, text);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Where a text stands on the screen and its colour; a text may run over several spans, and blanks are no-break spaces there. */
  async #place(file, text) {
    const find = ([uri, wanted]) => {
      for (const line of document.querySelectorAll(`.editor-instance .monaco-editor[data-uri$="${uri}"] .view-line`)) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const at = nodes
          .map((node) => node.data)
          .join("")
          .replaceAll("\u00a0", " ")
          .indexOf(wanted);
        if (at < 0) continue;
        const locate = (offset) => {
          let rest = offset;
          for (const node of nodes) {
            if (rest < node.data.length) return [node, rest];
            rest -= node.data.length;
          }
          return undefined;
        };
        const range = document.createRange();
        const [first, start] = locate(at);
        const [last, end] = locate(at + wanted.length - 1);
        range.setStart(first, start);
        range.setEnd(last, end + 1);
        const { x, y, width, height } = range.getClientRects()[0];
        return { x, y, width, height, colour: getComputedStyle(first.parentElement).color };
      }
      return undefined;
    };
    const handle = await this.#page.waitForFunction(find, [`/${file}`, text]);
    return handle.jsonValue();
  }
}

import assert from "node:assert/strict";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { PLAIN_EDITOR, startServer, type TestServer } from "../kit/server.ts";
import { BILL, billWith } from "./drafts.ts";

describe("quick fixes", () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  async function action(name: string, where: string, title: RegExp): Promise<CodeAction> {
    const actions = await server.codeActions(name, where);
    const found = actions.find((one) => title.test(one.title));
    assert.ok(found, `no ${title} among:\n${actions.map((one) => one.title).join("\n")}`);
    return found;
  }

  async function codes(name: string): Promise<readonly unknown[]> {
    const found = await server.diagnostics(name);
    return found.flatMap(({ code, relatedInformation }) => [code, ...(relatedInformation ?? []).map(({ message }) => message)]);
  }

  it("make a weak duty binding by one word", async () => {
    server.open("weak.md", BILL);
    assert.ok((await codes("weak.md")).includes("written-contract"));
    const strengthen = await action(
      "weak.md",
      "The bureau should give",
      /^Change “should” to “shall”: A written contract is provided$/u,
    );
    assert.equal(strengthen.kind, "quickfix");
    assert.equal(await server.apply("weak.md", strengthen), billWith("The bureau should give", "The bureau shall give"));
    assert.ok(!(await codes("weak.md")).includes("written-contract"));
  });

  it("insert a clause after the section on its subject, as a snippet with stops, and the gap is closed", async () => {
    server.open("insert.md", BILL);
    const insert = await action("insert.md", "### Section 2. Fees", /^Insert clause: Fees taken unlawfully are paid back/u);
    assert.equal(insert.edit, undefined);
    const edit = await server.editOf(insert);
    const change = edit.documentChanges?.[0] as TextDocumentEdit;
    assert.deepEqual(change.textDocument, { uri: server.uri("insert.md"), version: 1 });
    assert.match(JSON.stringify(change.edits), /"kind":"snippet".*\$\{1:/u);
    const text = await server.apply("insert.md", insert);
    const inserted = text.indexOf("### Section 2A. ");
    assert.ok(inserted > text.indexOf("### Section 2. Fees") && inserted < text.indexOf("## Part II"));
    assert.equal(text.slice(0, inserted) + text.slice(text.indexOf("## Part II")), BILL);
    assert.match(text.slice(inserted), /\b[Bb]ureau\b/u);
    assert.ok(!(await codes("insert.md")).includes("Fees taken unlawfully are paid back"));
  });

  it("offer every clause variant for the kind of the draft, with what choosing it means", async () => {
    server.open("variants.md", BILL.replace("(1) A bureau may charge a worker a placement fee.", "(1) The register is public."));
    const actions = await server.codeActions("variants.md", "### Section 2. Fees");
    const titles = actions
      .map(({ title }) => title)
      .filter((title) => title.includes("No recruitment fees or costs are charged"));
    assert.deepEqual(titles, [
      "Insert clause: No recruitment fees or costs are charged to workers (Strict ban - no fee or cost may be charged to any worker, without exception)",
      "Insert clause: No recruitment fees or costs are charged to workers (Ban with an exception power that carries every safeguard of Article 7(2) and (3) of Convention No. 181)",
      "Set aside with a reason: No recruitment fees or costs are charged to workers",
    ]);
  });

  it("set a finding aside with a comment that holds for its provision only", async () => {
    const second = "(2) A bureau may charge a worker a visa fee.\n\n(2) This section has";
    server.open("aside.md", billWith("(2) This section has", second));
    const aside = await action("aside.md", "placement fee", /^Set aside with a reason: No recruitment fees/u);
    assert.equal(
      await server.apply("aside.md", aside),
      billWith("(2) This section has", second).replace(
        "(1) A bureau may charge",
        "<!-- fairdraft-disable-next no-worker-fees: reason -->\n(1) A bureau may charge",
      ),
    );
    const left = (await server.diagnostics("aside.md")).filter(({ code }) => code === "no-worker-fees");
    assert.deepEqual(
      left.map(({ range }) => server.textAt("aside.md", range)),
      ["A bureau may charge a worker a visa fee."],
    );
  });

  it("set a gap aside for the whole draft", async () => {
    server.open("gap.md", BILL);
    const aside = await action("gap.md", "### Section 2. Fees", /^Set aside with a reason: Fees taken unlawfully/u);
    assert.ok((await codes("gap.md")).includes("Fees taken unlawfully are paid back"));
    assert.match(
      await server.apply("gap.md", aside),
      /^<!-- fairdraft-disable-next refund-fees: reason -->\n### Section 2\. Fees$/mu,
    );
    assert.ok(!(await codes("gap.md")).includes("Fees taken unlawfully are paid back"));
  });

  it("are tied to the diagnostic the editor asks about, and to no other", async () => {
    server.open("asked.md", BILL);
    const all = await server.diagnostics("asked.md");
    const passport = all.find(({ code }) => code === "no-document-retention");
    assert.ok(passport);
    const actions = await server.codeActions("asked.md", passport.range, [passport]);
    assert.ok(actions.length > 0);
    for (const one of actions) assert.deepEqual(one.diagnostics, [passport]);
    assert.deepEqual(await server.codeActions("asked.md", "Form of licence"), []);
  });

  it("fail openly when the text has moved on, and apply to the present text when the finding is still there", async () => {
    server.open("stale.md", BILL);
    const strengthen = await action("stale.md", "The bureau should give", /^Change “should”/u);
    server.change("stale.md", "# Recruitment Bill", "# Recruitment of Workers Bill");
    assert.equal((await server.apply("stale.md", strengthen)).includes("The bureau shall give"), true);
    await assert.rejects(server.editOf(strengthen), /The draft has changed/u);
  });

  it("are plain text with the examples, and ready at once, for an editor without snippets", async () => {
    const plain = await startServer({ capabilities: PLAIN_EDITOR, files: { "bill.md": BILL } });
    const actions = await plain.codeActions("bill.md", "### Section 2. Fees");
    const insert = actions.find(({ title }) => title.startsWith("Insert clause: Fees taken unlawfully"));
    assert.ok(insert?.edit?.changes);
    const text = await plain.apply("bill.md", insert);
    await plain.stop();
    assert.match(text, /^### Section 2A\. /mu);
    assert.doesNotMatch(text, /\$\{|\$0/u);
  });

  it("are not offered to an editor that asks for other kinds only", async () => {
    server.open("kinds.md", BILL);
    const params = { textDocument: { uri: server.uri("kinds.md") }, range: server.range("kinds.md", "placement fee") };
    const ask = (only: string[]): Promise<CodeAction[]> =>
      server.connection.sendRequest("textDocument/codeAction", { ...params, context: { diagnostics: [], only } });
    assert.deepEqual(await ask(["source.fixAll"]), []);
    assert.deepEqual(await ask(["refactor"]), []);
    assert.notDeepEqual(await ask(["quickfix"]), []);
  });
});

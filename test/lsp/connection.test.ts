import assert from "node:assert/strict";
import fc from "fast-check";
import type { DocumentStatus } from "../../server/src/lsp/customMessages.ts";
import { EDITOR, startServer, until } from "../kit/server.ts";
import { BILL } from "./drafts.ts";

describe("the server process", () => {
  for (const transport of ["stdio", "ipc"] as const) {
    it(`starts over ${transport}, says who it is, and ends cleanly`, async () => {
      const server = await startServer({ transport, files: { "bill.md": BILL } });
      assert.equal(server.initialized.serverInfo?.name, "Fairdraft");
      assert.match(server.initialized.serverInfo.version ?? "", /^\d+\.\d+\.\d+/u);
      assert.equal(server.initialized.capabilities.positionEncoding, "utf-16");
      assert.notDeepEqual(await server.diagnostics("bill.md"), []);
      assert.equal(await server.stop(), 0);
    });
  }

  it("announces its command unless the client offers it", async () => {
    const alone = await startServer();
    const owned = await startServer({ settings: { clientCommands: true } });
    assert.deepEqual(alone.initialized.capabilities.executeCommandProvider, { commands: ["fairdraft.check"] });
    assert.equal(owned.initialized.capabilities.executeCommandProvider, undefined);
    await Promise.all([alone.stop(), owned.stop()]);
  });

  it("sends the status of each document once, with counts", async () => {
    const server = await startServer({ files: { "bill.md": BILL, "readme.md": "# Readme\n" } });
    const bill = await server.status("bill.md");
    assert.equal(bill.state, "read");
    assert.deepEqual([bill.kind, bill.language, bill.reason], ["law", "en", undefined]);
    assert.ok(bill.counts.error >= 2);
    const readme = await server.status("readme.md");
    assert.equal(readme.state, "not-a-draft");
    assert.match(readme.reason ?? "", /“kind: law”/u);
    await server.diagnostics("bill.md");
    await server.diagnostics("bill.md");
    assert.equal(server.statuses.filter(({ uri }) => uri.endsWith("bill.md")).length, 1);
    await server.stop();
  });

  it("reads any open document when asked to, until it is closed", async () => {
    const server = await startServer({ files: { "notes.md": BILL.replace("kind: law\n", "") } });
    assert.deepEqual(await server.diagnostics("notes.md"), []);
    assert.equal((await server.check("notes.md")).state, "read");
    await until(() => (server.refreshes > 0 ? true : undefined));
    assert.notDeepEqual(await server.diagnostics("notes.md"), []);
    server.close("notes.md");
    server.open("notes.md", BILL.replace("kind: law\n", ""));
    assert.deepEqual(await server.diagnostics("notes.md"), []);
    assert.deepEqual(await server.check("elsewhere.md"), {
      uri: server.uri("elsewhere.md"),
      state: "not-read",
      reason: "The document is not open.",
      counts: { error: 0, warning: 0, information: 0, hint: 0 },
    });
    await server.stop();
  });

  it("reads it by the command as well, and refuses other commands", async () => {
    const server = await startServer({ files: { "notes.md": BILL.replace("kind: law\n", "") } });
    const run = (command: string, ...args: unknown[]): Promise<DocumentStatus> =>
      server.connection.sendRequest("workspace/executeCommand", { command, arguments: args });
    assert.equal((await run("fairdraft.check", server.uri("notes.md"))).state, "read");
    await assert.rejects(run("fairdraft.check"), /only command/u);
    await assert.rejects(run("rm", "-rf"), /only command/u);
    await server.stop();
  });

  it("takes the globs of the configuration, and takes them again when they change", async () => {
    let include: unknown = [];
    const server = await startServer({ capabilities: { ...EDITOR, workspace: { ...EDITOR.workspace, configuration: true } } });
    server.connection.onRequest("workspace/configuration", () => [{ include }]);
    server.open("laws/bill.md", BILL.replace("kind: law\n", ""));
    assert.deepEqual(await server.diagnostics("laws/bill.md"), []);
    include = ["laws/*.md", 7];
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await until(() => (server.refreshes > 0 ? true : undefined));
    assert.notDeepEqual(await server.diagnostics("laws/bill.md"), []);
    await server.stop();
  });

  it("shows what the draft does with each requirement", async () => {
    const server = await startServer({ files: { "bill.md": BILL } });
    const coverage = await server.coverage("bill.md");
    assert.ok(coverage);
    assert.deepEqual([coverage.title, coverage.kind, coverage.version], ["Recruitment Bill", "law", 1]);
    const fees = coverage.groups.find(({ id }) => id === "fees");
    const ban = fees?.requirements.find(({ id }) => id === "no-worker-fees");
    assert.equal(ban?.status, "conflict");
    assert.ok(ban.citations.includes("Convention No. 181, Article 7(1)"));
    const [evidence] = ban.evidence;
    assert.ok(evidence);
    assert.deepEqual([evidence.unit, evidence.reading], ["section 2(1)", "conflicts"]);
    assert.equal(server.textAt("bill.md", evidence.range), "A bureau may charge a worker a placement fee.");
    assert.equal(await server.coverage("other.md"), null);
    await server.stop();
  });

  it("answers a cancelled request as cancelled, and the next one as usual", async () => {
    const server = await startServer({ files: { "bill.md": BILL } });
    const ids = await server.cancelled("textDocument/hover", "bill.md", "placement fee");
    assert.equal(ids, -32800);
    assert.match((await server.hover("bill.md", "placement fee")) ?? "", /contradicts/u);
    await server.stop();
  });

  it("survives requests for what is not there and parameters that make no sense", async () => {
    const server = await startServer({ files: { "bill.md": BILL } });
    const textDocument = { uri: "file:///nowhere.md" };
    const far = { line: 9_999_999, character: 9_999_999 };
    const ask = (method: string, params: unknown): Promise<unknown> => server.connection.sendRequest(method, params);
    assert.equal(await ask("textDocument/hover", { textDocument, position: far }), null);
    assert.deepEqual(
      await ask("textDocument/codeAction", { textDocument, range: { start: far, end: far }, context: { diagnostics: [] } }),
      [],
    );
    assert.deepEqual(await ask("textDocument/documentSymbol", { textDocument }), []);
    assert.deepEqual(await ask("textDocument/foldingRange", { textDocument }), []);
    assert.deepEqual(await ask("textDocument/diagnostic", { textDocument }), { kind: "full", items: [] });
    assert.equal(await ask("textDocument/hover", { textDocument: { uri: server.uri("bill.md") }, position: far }), null);
    assert.deepEqual(await ask("codeAction/resolve", { title: "x", data: { uri: 1 } }), { title: "x", data: { uri: 1 } });
    await assert.rejects(
      ask("codeAction/resolve", { title: "x", data: { uri: "file:///nowhere.md", fingerprint: "x", fix: "insert" } }),
      /changed/u,
    );
    assert.equal(await ask("textDocument/hover", {}), null);
    assert.ok(server.log.some((line) => line.startsWith("textDocument/hover failed: ")));
    assert.match((await server.hover("bill.md", "placement fee")) ?? "", /contradicts/u);
    await server.stop();
  });

  it("is not taken down by any text", async () => {
    const server = await startServer();
    const scraps = [
      "---\nkind: law\n---\n",
      "# ",
      "## Article ",
      "(a) ",
      "- ",
      "| a | b |\n|--|--|\n",
      "```\n",
      "<!-- ",
      " -->",
      "[^1]: ",
      "\n\n",
      "shall ",
      "may charge a worker a fee. ",
      "**",
      "\u0000",
      "\uD83D",
      "\u202E",
      "\r",
      "\t",
      '"x" means ',
      "> ",
      "§ ",
      "Schedule\n",
      "1.1 ",
    ];
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...scraps), { maxLength: 60 }), async (parts) => {
        const name = `fuzz${n++}.md`;
        server.open(name, `---\nkind: law\nlanguage: en\n---\n${parts.join("")}`);
        const found = await server.diagnostics(name);
        await server.symbols(name);
        await server.foldingRanges(name);
        for (const one of found.slice(0, 2)) {
          const [first] = await server.codeActions(name, one.range, [one]);
          if (first !== undefined) await server.editOf(first);
        }
        server.close(name);
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(server.log, []);
    assert.equal(await server.stop(), 0);
  });
});

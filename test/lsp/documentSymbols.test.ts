import assert from "node:assert/strict";
import type { DocumentSymbol } from "vscode-languageserver-protocol";
import { PLAIN_EDITOR, startServer, type TestServer } from "../kit/server.ts";
import { BILL } from "./drafts.ts";

describe("outline", () => {
  let server: TestServer;
  before(async () => (server = await startServer({ files: { "bill.md": BILL } })));
  after(() => server.stop());

  const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
    symbols.flatMap((symbol) => [`${"  ".repeat(depth)}${symbol.name}`, ...outline(symbol.children ?? [], depth + 1)]);

  it("is the tree of parts, sections, paragraphs and schedules", async () => {
    assert.deepEqual(outline(await server.symbols("bill.md")), [
      "Part I: Preliminary",
      "  Section 1: Interpretation",
      "    “bureau”",
      "    “Commissioner”",
      "  Section 2: Fees",
      "    (1) A bureau may charge a worker a placement fee.",
      "    (2) This section has regard to Convention No. 181,…",
      "Part II: Employment",
      "  Section 3: Contract of employment",
      "  Section 4: Passports",
      "  Section 5: Commissioner",
      "First Schedule",
      "  (1) Form of licence.",
    ]);
  });

  it("has each heading inside its range", async () => {
    const check = (symbol: DocumentSymbol): void => {
      const { range, selectionRange } = symbol;
      assert.ok(selectionRange.start.line >= range.start.line && selectionRange.end.line <= range.end.line, symbol.name);
      assert.ok(server.textAt("bill.md", range).startsWith(server.textAt("bill.md", selectionRange)));
      symbol.children?.forEach(check);
    };
    (await server.symbols("bill.md")).forEach(check);
  });

  it("is flat for an editor without trees, and empty for what is no draft", async () => {
    const plain = await startServer({ capabilities: PLAIN_EDITOR, files: { "bill.md": BILL, "readme.md": "# Readme\n" } });
    const symbols = await plain.symbols("bill.md");
    const fees = symbols.find(({ name }) => name === "Section 2: Fees");
    assert.equal((fees as unknown as { containerName: string }).containerName, "Part I: Preliminary");
    assert.deepEqual(await plain.symbols("readme.md"), []);
    await plain.stop();
  });
});

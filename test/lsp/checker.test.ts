import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createReader, Reader } from "../../server/src/analysis/reader.ts";
import type { Draft } from "../../server/src/draft/types.ts";
import { Checker } from "../../server/src/lsp/checker.ts";
import { clientFeatures } from "../../server/src/lsp/clientFeatures.ts";
import { DiagnosticsProvider } from "../../server/src/lsp/diagnostics.ts";
import { LintPolicy } from "../../server/src/lsp/lintPolicy.ts";
import { DocumentSettings } from "../../server/src/lsp/settings.ts";
import { statusOf } from "../../server/src/lsp/status.ts";
import { shippedRulebook } from "../kit/rulebook.ts";
import { BILL } from "./drafts.ts";

const URI = "file:///bill.md";

class FaultyReader extends Reader {
  override read(_draft: Draft): never {
    throw new Error("planted");
  }
}

function checkerOf(documents: Map<string, TextDocument>, reader: Reader, log: string[]): Checker {
  return new Checker(
    documents,
    reader,
    new LintPolicy(),
    new DocumentSettings({}, undefined),
    (message) => void log.push(message),
  );
}

describe("checking a document", () => {
  const rulebook = shippedRulebook();

  it("reads each version once", async () => {
    const documents = new Map([[URI, TextDocument.create(URI, "markdown", 1, BILL)]]);
    const checker = checkerOf(documents, createReader(rulebook), []);
    const first = await checker.check(URI);
    assert.equal(first?.state, "read");
    assert.equal(await checker.check(URI), first);
    documents.set(URI, TextDocument.create(URI, "markdown", 2, BILL));
    assert.notEqual(await checker.check(URI), first);
    documents.clear();
    assert.equal(await checker.check(URI), null);
  });

  it("says so once when the reading breaks down, and shows it instead of silence", async () => {
    const log: string[] = [];
    const documents = new Map([[URI, TextDocument.create(URI, "markdown", 1, BILL)]]);
    const checker = checkerOf(documents, new FaultyReader(rulebook), log);
    const checked = await checker.check(URI);
    await checker.check(URI);
    assert.equal(log.length, 1);
    assert.match(log[0] ?? "", /^reading file:\/\/\/bill\.md failed: Error: planted/u);
    assert.equal(statusOf(URI, checked, ["en"]).state, "not-read");
    const shown = new DiagnosticsProvider(rulebook, clientFeatures({})).provideDiagnostics(checked);
    assert.deepEqual(
      shown.map(({ code }) => code),
      ["failed"],
    );
  });
});

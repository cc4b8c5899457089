import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { commands, ConfigurationTarget, DiagnosticSeverity, extensions, Range, Uri, window, workspace } from "vscode";
import type { CodeAction, DocumentSymbol, Hover, MarkdownString, TextDocument } from "vscode";
import { closeAll, eventually, findings, open, rule } from "./editor.ts";

const quickFixesResolved = 20;

describe("The extension in VS Code", () => {
  afterEach(closeAll);

  it("leaves a README alone", async () => {
    const readme = await open("README.md");
    await eventually("activation", () => extensions.getExtension("fairdraft.fairdraft")?.isActive);
    await sleep(1000);
    assert.deepEqual(findings(readme), []);
  });

  it("finds what contradicts the Convention, where it stands and in words that name it", async () => {
    const bill = await open("bill.md");
    const fee = await findingOn(bill, "no-worker-fees");
    assert.match(bill.lineAt(fee.range.start.line).text, /may charge a worker a placement fee/);
    assert.equal(fee.severity, DiagnosticSeverity.Error);
    assert.match(fee.message, /fee/i);
    const passport = await findingOn(bill, "no-document-retention");
    assert.match(bill.lineAt(passport.range.start.line).text, /shall keep the passport/);
  });

  it("still leaves the README alone once the server runs", async () => {
    await findingOn(await open("bill.md"), "no-worker-fees");
    const readme = await open("README.md");
    await sleep(1000);
    assert.deepEqual(findings(readme), []);
    assert.deepEqual(await hoverTexts(readme, readme.lineAt(4).range), []);
  });

  it("cites the provision on hover", async () => {
    const bill = await open("bill.md");
    const { range } = await findingOn(bill, "no-worker-fees");
    const [text] = await hoverTexts(bill, range);
    assert.match(text ?? "", /Convention No\. 181/);
    assert.match(text ?? "", /7\(1\)/);
  });

  it("inserts a clause, and the finding is gone", async () => {
    const bill = await open("bill.md");
    const title = "Machinery to investigate complaints";
    const gap = await eventually("the gap", () => findings(bill).find(({ message }) => message.includes(title)));
    const actions = await quickFixes(bill, gap.range);
    const insert = actions.find((action) => action.title.startsWith(`Insert clause: ${title}`));
    assert.ok(insert?.edit, `no such quick fix among: ${actions.map((action) => action.title).join(" | ")}`);
    const before = bill.getText();
    assert.ok(await workspace.applyEdit(insert.edit));
    await eventually("the end of the finding", () => !findings(bill).some(({ message }) => message.includes(title)));
    assert.ok(bill.getText().length > before.length + 100);
  });

  it("outlines the draft", async () => {
    const bill = await open("bill.md");
    await findingOn(bill, "no-worker-fees");
    const symbols = await commands.executeCommand<DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", bill.uri);
    const names = (list: DocumentSymbol[]): string[] => list.flatMap(({ name, children }) => [name, ...names(children)]);
    const outline = names(symbols);
    for (const name of ["Section 16: Passports", "“licensee”"])
      assert.ok(outline.includes(name), `${name} in ${outline.join(" | ")}`);
  });

  it("checks a document from the moment its front matter says that it is a draft", async () => {
    const content = "\n\n# Placement Act\n\n1. An agency may charge a worker a placement fee not exceeding one month's wages.\n";
    const document = await workspace.openTextDocument({ language: "markdown", content });
    const editor = await window.showTextDocument(document);
    await sleep(500);
    assert.deepEqual(findings(document), []);
    await editor.edit((edit) => edit.insert(document.positionAt(0), "---\nkind: law\nlanguage: en\n---"));
    await findingOn(document, "no-worker-fees");
    await editor.edit((edit) => edit.delete(new Range(1, 0, 2, 0)));
    await eventually("the end of the findings", () => findings(document).length === 0);
  });

  it("checks any Markdown on demand", async () => {
    const notes = await open("notes.md");
    await commands.executeCommand("fairdraft.checkDocument");
    await findingOn(notes, "no-worker-fees");
  });

  it("checks the files that the setting names", async () => {
    const configuration = workspace.getConfiguration("fairdraft");
    const readme = await open("README.md");
    await configuration.update("include", ["docs/*.md", "READ*.md"], ConfigurationTarget.Workspace);
    try {
      await findingOn(readme, "no-worker-fees");
    } finally {
      await configuration.update("include", undefined, ConfigurationTarget.Workspace);
    }
    await eventually("the end of the findings", () => findings(readme).length === 0);
  });

  it("shows no more than the level asks for", async () => {
    const configuration = workspace.getConfiguration("fairdraft");
    const bill = await open("bill.md");
    await findingOn(bill, "no-worker-fees");
    const all = findings(bill).length;
    await configuration.update("level", "error", ConfigurationTarget.Workspace);
    try {
      const errors = await eventually("fewer findings", () => findings(bill).length < all && findings(bill));
      assert.ok(errors.length > 0);
      assert.ok(errors.every(({ severity }) => severity === DiagnosticSeverity.Error));
    } finally {
      await configuration.update("level", undefined, ConfigurationTarget.Workspace);
    }
    await eventually("all findings again", () => findings(bill).length === all);
  });

  it("goes on with a fresh server after a restart", async () => {
    const bill = await open("bill.md");
    await findingOn(bill, "no-worker-fees");
    const before = findings(bill).length;
    await commands.executeCommand("fairdraft.restartServer");
    await eventually("all findings again", () => findings(bill).length === before);
    const { range } = await findingOn(bill, "no-document-retention");
    const editor = await window.showTextDocument(bill);
    await editor.edit((edit) => edit.delete(bill.lineAt(range.start.line).rangeIncludingLineBreak));
    await eventually(
      "the end of the finding",
      () => !findings(bill).some((finding) => rule(finding) === "no-document-retention"),
    );
    assert.ok(findings(bill).some((finding) => rule(finding) === "no-worker-fees"));
  });
});

function findingOn(document: TextDocument, id: string) {
  return eventually(`${id} on ${Uri.parse(document.uri.toString()).path}`, () =>
    findings(document).find((finding) => rule(finding) === id),
  );
}

async function hoverTexts(document: TextDocument, range: Range): Promise<string[]> {
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, range.start);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value.replaceAll("\\", "")));
}

async function quickFixes(document: TextDocument, range: Range): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    "quickfix",
    quickFixesResolved,
  );
}

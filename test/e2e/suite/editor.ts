import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { commands, languages, Uri, window, workspace, type Diagnostic, type TextDocument } from "vscode";

/** Opens a file of the workspace in the editor. */
export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "the suite needs a workspace folder");
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

/** The findings of Fairdraft on a document, in the order of the text. */
export function findings(document: TextDocument): Diagnostic[] {
  const own = languages.getDiagnostics(document.uri).filter(({ source }) => source === "Fairdraft");
  return own.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The id of the rule of a finding. */
export function rule({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until `ask` answers something truthy, and answers that; fails with `what` after 15 seconds. */
export async function eventually<T>(what: string, ask: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    assert.ok(Date.now() < end, `not seen in time: ${what}`);
    await sleep(50);
  }
}

/** Throws away all edits and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** Source edits as workspace edits that the client understands: snippets where it can, else plain text with the examples. */
import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { plainText, snippetText, type SourceEdit } from "../fixes/edit.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { rangeOf } from "./diagnostics.ts";

/** One edit of one document, for this version of it where the client takes versions. */
export function workspaceEdit(document: TextDocument, edit: SourceEdit, client: ClientFeatures): WorkspaceEdit {
  const range = rangeOf(document, edit.span);
  const blanks = edit.parts.some((part) => typeof part !== "string");
  const plain: TextEdit = { range, newText: plainText(edit.parts) };
  if (!client.documentChanges) return { changes: { [document.uri]: [plain] } };
  const snippet: SnippetTextEdit = { range, snippet: { kind: "snippet", value: snippetText(edit.parts) } };
  const edits = client.snippetEdits && blanks ? [snippet] : [plain];
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}

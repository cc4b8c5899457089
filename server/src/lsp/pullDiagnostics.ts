/** Diagnostics on request (textDocument/diagnostic), with a result id over text, rules and whether the document is read. */
import { createHash } from "node:crypto";
import { DocumentDiagnosticReportKind, type DocumentDiagnosticReport } from "vscode-languageserver";
import type { CheckedDocument } from "./checker.ts";
import type { DiagnosticsProvider } from "./diagnostics.ts";

/** The report for a checked document; "unchanged" when the client holds the same result already. */
export function pullReport(
  checked: CheckedDocument | null,
  previousResultId: string | undefined,
  rulesVersion: string,
  diagnostics: DiagnosticsProvider,
): DocumentDiagnosticReport {
  if (checked === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const resultId = resultIdOf(checked, rulesVersion);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics.provideDiagnostics(checked) };
}

function resultIdOf(checked: CheckedDocument, rulesVersion: string): string {
  if (checked.state === "not-a-draft" || checked.state === "too-large") return checked.state;
  return createHash("sha1").update(`${rulesVersion}\n${checked.document.getText()}`).digest("base64url");
}

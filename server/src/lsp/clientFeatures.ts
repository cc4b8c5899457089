/** What the client can do, as far as the server cares. */
import { MarkupKind, type ClientCapabilities } from "vscode-languageserver";

export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly resolveCodeActionEdit: boolean;
  readonly markdownHover: boolean;
  readonly symbolTree: boolean;
}

/** Reads the capabilities sent with `initialize`; a feature that is not announced is absent. */
export function clientFeatures(capabilities: ClientCapabilities): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const codeAction = textDocument?.codeAction;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic?.relatedInformation === true,
    codeDescription:
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true ||
      textDocument?.diagnostic?.codeDescriptionSupport === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    resolveCodeActionEdit: codeAction?.dataSupport === true && (codeAction.resolveSupport?.properties.includes("edit") ?? false),
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

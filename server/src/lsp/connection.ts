/** Wires the features to a connection; decides nothing itself. */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type InitializeResult,
} from "vscode-languageserver";
import type { Rulebook } from "../rulebook/types.ts";
import { clientFeatures, type ClientFeatures } from "./clientFeatures.ts";
import { CodeActionsProvider } from "./codeActions.ts";
import { coverageOf } from "./coverage.ts";
import {
  checkMethod,
  coverageMethod,
  type CheckParams,
  type ClientSettings,
  type Coverage,
  type CoverageParams,
  type DocumentStatus,
} from "./customMessages.ts";
import { documentSymbols, flatSymbols } from "./documentSymbols.ts";
import { foldingRanges } from "./foldingRanges.ts";
import { guarded } from "./guard.ts";
import { HoverProvider } from "./hover.ts";
import { pullReport } from "./pullDiagnostics.ts";
import { Session } from "./session.ts";
import { parseSettings } from "./settings.ts";

const CHECK_COMMAND = "fairdraft.check";

export interface ServerOptions {
  readonly rulebook: Rulebook;
  readonly name: string;
  readonly version: string;
}

/** Serves the connection until it ends. Call once, before anything is read from the connection. */
export function serve(connection: Connection, options: ServerOptions): void {
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    const client = clientFeatures(capabilities);
    const settings = parseSettings(initializationOptions);
    const log = (message: string): void => connection.console.error(message);
    const session = new Session(connection, options.rulebook, client, settings, log);
    session.listen();
    wireLifecycle(connection, session, client);
    wireDiagnostics(connection, session, options.rulebook, log);
    wireFeatures(connection, session, client, options.rulebook, log);
    wireCustom(connection, session, options.rulebook, log);
    return initializeResult(client, settings, options);
  });
}

type Log = (message: string) => void;

function initializeResult(client: ClientFeatures, settings: ClientSettings, options: ServerOptions): InitializeResult {
  return {
    serverInfo: { name: options.name, version: options.version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pullDiagnostics
        ? { diagnosticProvider: { identifier: "fairdraft", interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: client.resolveCodeActionEdit },
      documentSymbolProvider: { label: options.name },
      foldingRangeProvider: true,
      ...(settings.clientCommands === true ? {} : { executeCommandProvider: { commands: [CHECK_COMMAND] } }),
    },
  };
}

function wireLifecycle(connection: Connection, session: Session, client: ClientFeatures): void {
  connection.onInitialized(() => {
    if (client.watchConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: "fairdraft" });
  });
  connection.onDidChangeConfiguration(() => session.settingsChanged());
  connection.onShutdown(() => session.dispose());
}

function wireDiagnostics(connection: Connection, session: Session, rulebook: Rulebook, log: Log): void {
  const nothing: DocumentDiagnosticReport = { kind: "full", items: [] };
  connection.languages.diagnostics.on(
    guarded(
      "textDocument/diagnostic",
      nothing,
      log,
      async ({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams) => {
        await session.report(uri);
        const checked = await session.checker.check(uri);
        return pullReport(checked, previousResultId, rulebook.version, session.diagnostics);
      },
    ),
  );
}

function wireFeatures(connection: Connection, session: Session, client: ClientFeatures, rulebook: Rulebook, log: Log): void {
  const { checker, diagnostics } = session;
  const hovers = new HoverProvider(rulebook, diagnostics, client);
  const codeActions = new CodeActionsProvider(session.reader, checker, diagnostics, client);
  connection.onHover(
    guarded("textDocument/hover", null, log, async ({ textDocument, position }) => {
      const read = await checker.read(textDocument.uri);
      return read === null ? null : hovers.provideHover(read, position);
    }),
  );
  connection.onCodeAction(
    guarded("textDocument/codeAction", [], log, async (params) => {
      const read = await checker.read(params.textDocument.uri);
      return read === null ? [] : codeActions.provideCodeActions(read, params);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    guarded("codeAction/resolve", action, log, () => codeActions.resolve(action))(action, token),
  );
  connection.onDocumentSymbol(
    guarded("textDocument/documentSymbol", [], log, async ({ textDocument: { uri } }) => {
      const read = await checker.read(uri);
      const symbols = read === null ? [] : documentSymbols(read.draft, read.document);
      return client.symbolTree ? symbols : flatSymbols(symbols, uri);
    }),
  );
  connection.onFoldingRanges(
    guarded("textDocument/foldingRange", [], log, async ({ textDocument }) => {
      const read = await checker.read(textDocument.uri);
      return read === null ? [] : foldingRanges(read.draft, read.document);
    }),
  );
}

function wireCustom(connection: Connection, session: Session, rulebook: Rulebook, log: Log): void {
  connection.onExecuteCommand(
    guarded("workspace/executeCommand", null, log, ({ command, arguments: args }) => {
      const uri: unknown = args?.[0];
      if (command === CHECK_COMMAND && typeof uri === "string") return session.readAnyway(uri);
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        `The only command is ${CHECK_COMMAND}, with the URI of an open document.`,
      );
    }),
  );
  connection.onRequest(
    checkMethod,
    guarded<CheckParams, DocumentStatus | null>("fairdraft/check", null, log, ({ uri }) => session.readAnyway(uri)),
  );
  connection.onRequest(
    coverageMethod,
    guarded<CoverageParams, Coverage | null>("fairdraft/coverage", null, log, async ({ uri }) => {
      const read = await session.checker.read(uri);
      return read === null ? null : coverageOf(read, rulebook);
    }),
  );
}

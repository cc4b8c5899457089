/** The built language server as a process, spoken to over JSON-RPC as an editor would. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  CancellationTokenSource,
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  checkMethod,
  coverageMethod,
  statusMethod,
  type ClientSettings,
  type Coverage,
  type DocumentStatus,
} from "../../server/src/lsp/customMessages.ts";

const SERVER = resolve("dist/server.js");
const PATIENCE = 20_000;

/** What VS Code announces, as far as it matters here. */
export const EDITOR: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    synchronization: { didSave: true },
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true }, diagnostics: { refreshSupport: true } },
};

/** An editor that is told its diagnostics and knows plain text edits only. */
export const PLAIN_EDITOR: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};

export interface PlainDiagnostic extends Diagnostic {
  message: string;
}

export interface ServerStart {
  /** Documents opened at once, by name ("bill.md"). */
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: ClientSettings;
  readonly transport?: "stdio" | "ipc";
}

/** Starts the server, shakes hands and opens `files`. Stop it with {@link TestServer.stop}. */
export async function startServer(start: ServerStart = {}): Promise<TestServer> {
  if (!existsSync(SERVER)) throw new Error("dist/server.js is not built: run `npm run build`.");
  const ipc = start.transport === "ipc";
  const child = spawn(process.execPath, [SERVER, ipc ? "--node-ipc" : "--stdio"], {
    stdio: ipc ? ["ignore", "inherit", "inherit", "ipc"] : ["pipe", "pipe", "inherit"],
  });
  const server = new TestServer(child, ipc);
  await server.initialize(start.capabilities ?? EDITOR, start.settings);
  for (const [name, text] of Object.entries(start.files ?? {})) server.open(name, text);
  return server;
}

const running = new Set<ChildProcess>();

// A test that fails before it stops its server must not keep the run alive.
if (typeof after === "function") after(() => running.forEach((child) => child.kill()));

export class TestServer {
  readonly connection: ProtocolConnection;
  readonly exitCode: Promise<number | null>;
  /** All that was pushed, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** All status notifications, in order. */
  readonly statuses: DocumentStatus[] = [];
  /** What the server logged. */
  readonly log: string[] = [];
  refreshes = 0;
  initialized: InitializeResult = { capabilities: {} };
  readonly #documents = new Map<string, TextDocument>();
  #pull = true;

  constructor(child: ChildProcess, ipc: boolean) {
    this.exitCode = new Promise((done) => child.once("exit", (code) => done(code)));
    running.add(child);
    child.once("exit", () => running.delete(child));
    if (!ipc && (child.stdout === null || child.stdin === null)) throw new Error("no streams");
    this.connection =
      ipc || child.stdout === null || child.stdin === null
        ? createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
        : createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.connection.onNotification(
      "textDocument/publishDiagnostics",
      (params: PublishDiagnosticsParams) => void this.published.push(params),
    );
    this.connection.onNotification(statusMethod, (status: DocumentStatus) => void this.statuses.push(status));
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.log.push(message));
    this.connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      return null;
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities, initializationOptions?: ClientSettings): Promise<void> {
    this.#pull = capabilities.textDocument?.diagnostic !== undefined;
    this.initialized = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    await this.connection.sendNotification("initialized", {});
  }

  uri(name: string): string {
    return name.includes(":") ? name : `file:///drafts/${name}`;
  }

  open(name: string, text: string): void {
    const document = TextDocument.create(this.uri(name), "markdown", 1, text);
    this.#documents.set(document.uri, document);
    const textDocument = { uri: document.uri, languageId: "markdown", version: 1, text };
    void this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Types: puts `text` in place of the first occurrence of `words`, as an incremental change. */
  change(name: string, words: string, text: string): void {
    this.edit(name, [{ range: this.range(name, words), newText: text }]);
  }

  edit(name: string, edits: readonly TextEdit[]): void {
    const before = this.#document(name);
    const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
    const version = before.version + 1;
    this.#documents.set(
      before.uri,
      TextDocument.create(before.uri, "markdown", version, TextDocument.applyEdits(before, [...edits])),
    );
    void this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: before.uri, version },
      contentChanges,
    });
  }

  close(name: string): void {
    const uri = this.uri(name);
    this.#documents.delete(uri);
    void this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  text(name: string): string {
    return this.#document(name).getText();
  }

  /** The range of the first occurrence of `words` in the document. */
  range(name: string, words: string): Range {
    const document = this.#document(name);
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not in ${name}`);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  textAt(name: string, range: Range): string {
    return this.#document(name).getText(range);
  }

  /** The diagnostics of the present version, asked for or waited for as the client does. */
  async diagnostics(name: string): Promise<readonly PlainDiagnostic[]> {
    const found = this.#pull ? await this.#pulled(name) : await this.#pushed(name);
    return found.map((one) => {
      if (typeof one.message !== "string") throw new Error("a message is not plain text");
      return { ...one, message: one.message };
    });
  }

  async #pulled(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(name);
    return report.kind === "full" ? report.items : [];
  }

  async #pushed(name: string): Promise<readonly Diagnostic[]> {
    const { uri, version } = this.#document(name);
    return (await until(() => this.published.findLast((one) => one.uri === uri && one.version === version))).diagnostics;
  }

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri: this.uri(name) }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.connection.sendRequest("textDocument/diagnostic", params);
  }

  /** The hover text over the middle of the first occurrence of `words`; null when there is none. */
  async hover(name: string, words: string): Promise<string | null> {
    const { start, end } = this.range(name, words);
    const character = start.line === end.line ? Math.floor((start.character + end.character) / 2) : start.character;
    const params = { textDocument: { uri: this.uri(name) }, position: { line: start.line, character } };
    const hover: Hover | null = await this.connection.sendRequest("textDocument/hover", params);
    if (hover === null) return null;
    if (typeof hover.contents !== "object" || !("value" in hover.contents)) throw new Error("not markup");
    return hover.contents.value;
  }

  async codeActions(
    name: string,
    where: Range | string,
    diagnostics: readonly Diagnostic[] = [],
  ): Promise<readonly CodeAction[]> {
    const range = typeof where === "string" ? this.range(name, where) : where;
    const params = { textDocument: { uri: this.uri(name) }, range, context: { diagnostics, only: ["quickfix"] } };
    return (await this.connection.sendRequest<CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
  }

  /** The edit of an action, resolved if it was left open. */
  async editOf(action: CodeAction): Promise<WorkspaceEdit> {
    const { edit } =
      action.edit === undefined ? await this.connection.sendRequest<CodeAction>("codeAction/resolve", action) : action;
    if (edit === undefined) throw new Error(`“${action.title}” has no edit`);
    return edit;
  }

  /** Picks an action: the document as it stands afterwards, the example in every blank. */
  async apply(name: string, action: CodeAction): Promise<string> {
    const edit = await this.editOf(action);
    const uri = this.uri(name);
    const changes = edit.documentChanges?.flatMap((change) =>
      "edits" in change ? (change.edits as (TextEdit | SnippetTextEdit)[]) : [],
    );
    this.edit(
      name,
      (changes ?? edit.changes?.[uri] ?? []).map((one) =>
        "snippet" in one ? { range: one.range, newText: expandSnippet(one.snippet.value) } : one,
      ),
    );
    return this.text(name);
  }

  check(name: string): Promise<DocumentStatus> {
    return this.connection.sendRequest(checkMethod, { uri: this.uri(name) });
  }

  /** The next status of a document, or the one that is known. */
  status(name: string): Promise<DocumentStatus> {
    return until(() => this.statuses.findLast((status) => status.uri === this.uri(name)));
  }

  coverage(name: string): Promise<Coverage | null> {
    return this.connection.sendRequest(coverageMethod, { uri: this.uri(name) });
  }

  /** Sends a request with a position and cancels it at once: the error code of the answer, or null when it was answered all the same. */
  async cancelled(method: string, name: string, words: string): Promise<number | null> {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: this.uri(name) }, position: this.range(name, words).start };
    const answer = this.connection.sendRequest(method, params, source.token);
    source.cancel();
    return answer.then(
      () => null,
      (error: { readonly code: number }) => error.code,
    );
  }

  symbols(name: string): Promise<readonly DocumentSymbol[]> {
    return this.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri: this.uri(name) } });
  }

  foldingRanges(name: string): Promise<readonly FoldingRange[]> {
    return this.connection.sendRequest("textDocument/foldingRange", { textDocument: { uri: this.uri(name) } });
  }

  /** Ends the server as an editor does; the exit code of the process. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    const code = await this.exitCode;
    this.connection.dispose();
    return code;
  }

  #document(name: string): TextDocument {
    const document = this.#documents.get(this.uri(name));
    if (document === undefined) throw new Error(`${name} is not open`);
    return document;
  }
}

/** A snippet as it stands when every stop is left as it is. */
export function expandSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/gu, "$1")
    .replace(/\$\{?\d+\}?/gu, "")
    .replace(/\\([\\$}])/gu, "$1");
}

/** Waits until `find` gives something. */
export async function until<T>(find: () => T | undefined): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((done) => setTimeout(done, 10));
  }
}

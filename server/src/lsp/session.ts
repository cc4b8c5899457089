/** The documents of one client: checked as they change, their status and findings sent, forgotten when they close. */
import { TextDocuments, type Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createReader, type Reader } from "../analysis/reader.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { Checker } from "./checker.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { statusMethod, type ClientSettings, type DocumentStatus } from "./customMessages.ts";
import { Debouncer } from "./debouncer.ts";
import { DiagnosticsProvider } from "./diagnostics.ts";
import { describe, type LogError } from "./guard.ts";
import { LintPolicy } from "./lintPolicy.ts";
import { DocumentSettings } from "./settings.ts";
import { StatusReporter, statusOf } from "./status.ts";

const DELAY = 150;

export class Session {
  readonly checker: Checker;
  readonly diagnostics: DiagnosticsProvider;
  readonly reader: Reader;
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  readonly #log: LogError;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #policy = new LintPolicy();
  readonly #debouncer = new Debouncer(DELAY);
  readonly #settings: DocumentSettings;
  readonly #statuses: StatusReporter;

  constructor(connection: Connection, rulebook: Rulebook, client: ClientFeatures, initial: ClientSettings, log: LogError) {
    this.#connection = connection;
    this.#client = client;
    this.#log = log;
    const fetch = (uri: string): Promise<unknown> =>
      connection.workspace.getConfiguration({ section: "fairdraft", scopeUri: uri });
    this.#settings = new DocumentSettings(initial, client.configuration ? fetch : undefined);
    this.#statuses = new StatusReporter((status) => void connection.sendNotification(statusMethod, status));
    this.reader = createReader(rulebook);
    this.checker = new Checker(this.#documents, this.reader, this.#policy, this.#settings, log);
    this.diagnostics = new DiagnosticsProvider(rulebook, client);
  }

  /** Starts to follow the documents of the connection. */
  listen(): void {
    this.#documents.onDidChangeContent(({ document }) => this.#reportLater(document.uri));
    this.#documents.onDidClose(({ document }) => this.#forget(document.uri));
    this.#documents.listen(this.#connection);
  }

  /** Checks a document, sends its status if that is new, and its findings to a client that does not ask for them. */
  async report(uri: string): Promise<DocumentStatus> {
    const checked = await this.checker.check(uri);
    const status = statusOf(uri, checked, this.reader.languages);
    if (checked === null) return status;
    this.#statuses.report(status);
    if (!this.#client.pullDiagnostics) {
      const { version } = checked.document;
      await this.#connection.sendDiagnostics({ uri, version, diagnostics: this.diagnostics.provideDiagnostics(checked) });
    }
    return status;
  }

  /** Treats an open document as a draft until it is closed. */
  async readAnyway(uri: string): Promise<DocumentStatus> {
    if (this.#documents.get(uri) !== undefined) this.#policy.ask(uri);
    const status = await this.report(uri);
    this.#refresh();
    return status;
  }

  /** Checks all documents again under new settings. */
  settingsChanged(): void {
    this.#settings.forgetAll();
    for (const uri of this.#documents.keys()) this.#reportLater(uri);
    this.#refresh();
  }

  dispose(): void {
    this.#debouncer.cancelAll();
  }

  #refresh(): void {
    if (this.#client.refreshDiagnostics) this.#connection.languages.diagnostics.refresh();
  }

  #reportLater(uri: string): void {
    this.#debouncer.run(uri, () => {
      this.report(uri).catch((error: unknown) => {
        this.#log(`checking ${uri} failed: ${describe(error)}`);
        this.#clear(uri);
      });
    });
  }

  #forget(uri: string): void {
    this.#debouncer.cancel(uri);
    for (const holder of [this.checker, this.#policy, this.#settings, this.#statuses]) holder.forget(uri);
    this.#clear(uri);
  }

  #clear(uri: string): void {
    if (!this.#client.pullDiagnostics) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

import { DiagnosticSeverity, type LogOutputChannel, type Uri } from "vscode";
import {
  DocumentDiagnosticRequest,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClientOptions,
  type Middleware,
  type ServerOptions,
} from "vscode-languageclient/node";
import type * as messages from "../../server/src/lsp/customMessages.ts";
import type { CheckParams, ClientSettings, DocumentStatus } from "../../server/src/lsp/customMessages.ts";
import { documentSelector } from "./drafts.ts";
import { section, shownLevel } from "./settings.ts";

export type ServerState = "stopped" | "starting" | "running" | "failed";

export interface ServerEvents {
  /** Each change of the process, a crash included. */
  onState(state: ServerState): void;
  /** What the server says about one open document. */
  onStatus(status: DocumentStatus): void;
}

// The client takes nothing but types from the server: the compiler keeps these names equal to its own.
const statusMethod: typeof messages.statusMethod = "fairdraft/status";
const checkMethod: typeof messages.checkMethod = "fairdraft/check";

/** The language client with one server process. */
export class DraftServer {
  readonly #client: LanguageClient;
  /** Documents that the server has been told of, and those asked about before that. */
  readonly #told = new Set<string>();
  readonly #askedEarly = new Set<string>();

  /** `module` is the path of the bundled server. */
  constructor(module: string, output: LogOutputChannel, events: ServerEvents) {
    const run = { module, transport: TransportKind.ipc };
    const serverOptions: ServerOptions = { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6019"] } } };
    const settings: ClientSettings = { clientCommands: true };
    const clientOptions: LanguageClientOptions = {
      documentSelector: [...documentSelector],
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: settings,
      synchronize: { configurationSection: section },
      middleware: this.#middleware(),
    };
    this.#client = new LanguageClient(section, "Fairdraft", serverOptions, clientOptions);
    this.#client.onNotification(statusMethod, (status: DocumentStatus) => events.onStatus(status));
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.#told.clear();
      events.onState(newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped");
    });
  }

  /** Starts the process; rejects when it does not come up. */
  start(): Promise<void> {
    return this.#client.start();
  }

  /** Ends the process and starts a new one. */
  restart(): Promise<void> {
    return this.#client.restart();
  }

  /** Ends the process and takes its findings away. */
  dispose(): Promise<void> {
    return this.#client.dispose();
  }

  /** Has an open document read as a draft until it is closed. */
  check(uri: Uri): Promise<DocumentStatus> {
    const params: CheckParams = { uri: this.#client.code2ProtocolConverter.asUri(uri) };
    return this.#client.sendRequest<DocumentStatus>(checkMethod, params);
  }

  /** Asks for the findings of all visible documents again. */
  pullAgain(): void {
    this.#client.getFeature(DocumentDiagnosticRequest.method).refresh();
  }

  #middleware(): Middleware {
    return {
      didOpen: async (document, next) => {
        const uri = document.uri.toString();
        await next(document);
        this.#told.add(uri);
        // A pull can overtake the message that opens its document, and would stand as "nothing found".
        if (this.#askedEarly.delete(uri)) this.pullAgain();
      },
      didClose: async (document, next) => {
        this.#told.delete(document.uri.toString());
        await next(document);
      },
      provideDiagnostics: async (document, _previousResultId, token, next) => {
        const uri = "uri" in document ? document.uri : document;
        if (!this.#told.has(uri.toString())) this.#askedEarly.add(uri.toString());
        // Without the previous result id: an answer "unchanged" would keep what was left out under another level.
        const report = await next(document, undefined, token);
        if (!report || !("items" in report)) return report;
        const level = shownLevel(uri);
        return { ...report, items: report.items.filter(({ severity }) => severity <= DiagnosticSeverity[level]) };
      },
    };
  }
}

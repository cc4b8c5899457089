import { EventEmitter, l10n, Uri, window, type LogOutputChannel } from "vscode";
import type { DocumentStatus } from "../../server/src/lsp/customMessages.ts";
import type { DraftServer, ServerState } from "./draftServer.ts";

/** Keeps the server away until it is wanted: before that, not even the client library is loaded. */
export class ServerHost {
  readonly #module: string;
  readonly #output: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #statuses = new Map<string, DocumentStatus>();
  #server: Promise<DraftServer> | undefined;
  #state: ServerState = "stopped";

  /** Fires when the process or what it says about a document changes. */
  readonly onDidChange = this.#changed.event;

  /** `module` is the path of the bundled server. */
  constructor(module: string, output: LogOutputChannel) {
    this.#module = module;
    this.#output = output;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** What the running server last said about an open document. */
  status(uri: Uri): DocumentStatus | undefined {
    return this.#statuses.get(uri.toString());
  }

  /** Forgets what was said about a document that is closed. */
  forget(uri: Uri): void {
    this.#statuses.delete(uri.toString());
  }

  /** Starts the server unless that was done before; failures are shown to the user, not thrown. */
  async start(): Promise<void> {
    if (this.#server) await this.#server;
    else {
      this.#server = this.#create();
      await this.#attempt((server) => server.start());
    }
  }

  /** Starts the server anew, or for the first time. */
  async restart(): Promise<void> {
    if (this.#server && this.#state !== "failed") await this.#attempt((server) => server.restart());
    else {
      this.#server = undefined;
      await this.start();
    }
  }

  /** Has an open document read as a draft until it is closed, starting the server first. */
  async check(uri: Uri): Promise<void> {
    await this.start();
    await this.#attempt(async (server) => {
      await server.start();
      this.#note(uri.toString(), await server.check(uri));
    });
  }

  /** Shows the findings again, after a change of what is to be shown. */
  async pullAgain(): Promise<void> {
    if (this.#state === "running") (await this.#server)?.pullAgain();
  }

  /** Ends the server process. */
  async dispose(): Promise<void> {
    const server = await this.#server;
    this.#server = undefined;
    await server?.dispose();
    this.#changed.dispose();
  }

  async #create(): Promise<DraftServer> {
    this.#become("starting");
    const { DraftServer } = await import("./draftServer.ts");
    return new DraftServer(this.#module, this.#output, {
      onState: (state) => this.#become(state),
      onStatus: (status) => this.#note(Uri.parse(status.uri).toString(), status),
    });
  }

  async #attempt(action: (server: DraftServer) => Promise<void>): Promise<void> {
    try {
      const server = await this.#server;
      if (server) await action(server);
    } catch (error) {
      this.#output.error(error instanceof Error ? error : String(error));
      if (this.#state === "running") return;
      this.#become("failed");
      const show = l10n.t("Show Output");
      const choice = window.showErrorMessage(l10n.t("The Fairdraft server could not be started."), show);
      void choice.then((chosen) => chosen && this.#output.show());
    }
  }

  #note(key: string, status: DocumentStatus): void {
    this.#statuses.set(key, status);
    this.#changed.fire();
  }

  #become(state: ServerState): void {
    if (state === this.#state) return;
    if (state !== "running") this.#statuses.clear();
    this.#state = state;
    this.#changed.fire();
  }
}

import { languages, window, workspace, type ExtensionContext, type TextDocument } from "vscode";
import { registerCommands } from "./commands.ts";
import { judge } from "./drafts.ts";
import { ServerHost } from "./serverHost.ts";
import { section } from "./settings.ts";
import { StatusBar } from "./statusBar.ts";

let running: ServerHost | undefined;

/** Entry of the extension: watches for drafts; the server starts with the first one. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel("Fairdraft", { log: true });
  const server = new ServerHost(context.asAbsolutePath("dist/server.js"), output);
  const statusBar = new StatusBar(server);
  running = server;

  let wanted = false;
  const startForDraft = (document: TextDocument): void => {
    if (wanted || !judge(document).draft) return;
    wanted = true;
    void server.start();
  };
  context.subscriptions.push(
    output,
    statusBar,
    ...registerCommands(server, output),
    server.onDidChange(() => statusBar.update()),
    workspace.onDidOpenTextDocument(startForDraft),
    workspace.onDidChangeTextDocument(({ document }) => startForDraft(document)),
    workspace.onDidCloseTextDocument((document) => server.forget(document.uri)),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(section)) return;
      workspace.textDocuments.forEach(startForDraft);
      void server.pullAgain();
      statusBar.update();
    }),
    window.onDidChangeActiveTextEditor(() => statusBar.update()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const front = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === front)) statusBar.update();
    }),
  );
  workspace.textDocuments.forEach(startForDraft);
  statusBar.update();
}

/** Ends the server with the extension. */
export async function deactivate(): Promise<void> {
  await running?.dispose();
}

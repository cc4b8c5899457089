import { commands, l10n, window, type Disposable, type LogOutputChannel, type QuickPickItem, type TextDocument } from "vscode";
import { isReadable, judge, type Verdict } from "./drafts.ts";
import type { ServerHost } from "./serverHost.ts";
import { section } from "./settings.ts";

/** Registers the commands of the extension. */
export function registerCommands(server: ServerHost, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("fairdraft.checkDocument", () => withDocument((document) => checkDocument(document, server))),
    commands.registerCommand("fairdraft.explainDocument", () => withDocument((document) => explainDocument(document, server))),
    commands.registerCommand("fairdraft.restartServer", () => server.restart()),
    commands.registerCommand("fairdraft.showOutput", () => output.show()),
    commands.registerCommand("fairdraft.showMenu", showMenu),
  ];
}

async function withDocument(action: (document: TextDocument) => Promise<void>): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await action(document);
  else void window.showInformationMessage(l10n.t("Open the draft first: there is no document in front."));
}

async function checkDocument(document: TextDocument, server: ServerHost): Promise<void> {
  if (!isReadable(document)) {
    void window.showWarningMessage(explain(judge(document)));
    return;
  }
  await server.check(document.uri);
  const status = server.status(document.uri);
  if (status?.state === "read") await commands.executeCommand("workbench.actions.view.problems");
  else if (status?.reason) void window.showWarningMessage(status.reason);
}

async function explainDocument(document: TextDocument, server: ServerHost): Promise<void> {
  const verdict = judge(document);
  const status = server.status(document.uri);
  const actions: (QuickPickItem & { readonly command: string })[] = [];
  let text = explain(verdict);
  if (verdict.draft && server.state !== "running") {
    text = l10n.t("This document would be checked, but the Fairdraft server is not running.");
    actions.push({ label: l10n.t("Restart Server"), command: "fairdraft.restartServer" });
  } else if (status?.state === "read") {
    if (!verdict.draft) text = l10n.t("This document is checked, because you asked for it or the configuration names it.");
  } else if (status?.reason) {
    text = status.reason;
  }
  if (status?.state !== "read" && !verdict.draft && isReadable(document)) {
    actions.push({ label: l10n.t("Check This Document"), command: "fairdraft.checkDocument" });
  }
  const chosen = await window.showInformationMessage(text, ...actions.map(({ label }) => label));
  const action = actions.find(({ label }) => label === chosen);
  if (action) await commands.executeCommand(action.command);
}

function explain(verdict: Verdict): string {
  switch (verdict.because) {
    case "front-matter":
      return l10n.t("This document is checked: its front matter says what kind of draft it is.");
    case "include-setting":
      return l10n.t("This document is checked: it matches the setting {0}.", `${section}.include`);
    case "not-markdown":
      return l10n.t("This document is not checked: Fairdraft reads Markdown only.");
    case "scheme":
      return l10n.t("This document is not checked: it is a view of another document, or lies where Fairdraft does not read.");
    case "unknown-kind":
      return l10n.t(
        'This document is not checked: its front matter says "kind: {0}". Write "kind: law" or "kind: bla".',
        verdict.value,
      );
    case "no-kind":
      return l10n.t(
        'This document is not checked: its front matter does not say "kind: law" or "kind: bla", and it does not match the setting {0}.',
        `${section}.include`,
      );
  }
}

async function showMenu(): Promise<void> {
  const entries: (QuickPickItem & { readonly command: string })[] = [
    { label: `$(warning) ${l10n.t("Show Findings")}`, command: "workbench.actions.view.problems" },
    { label: `$(question) ${l10n.t("Why Is This Document (Not) Checked?")}`, command: "fairdraft.explainDocument" },
    { label: `$(output) ${l10n.t("Show Output")}`, command: "fairdraft.showOutput" },
    { label: `$(debug-restart) ${l10n.t("Restart Server")}`, command: "fairdraft.restartServer" },
  ];
  const choice = await window.showQuickPick(entries, { title: "Fairdraft" });
  if (choice) await commands.executeCommand(choice.command);
}

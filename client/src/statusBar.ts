import { DiagnosticSeverity, l10n, languages, StatusBarAlignment, ThemeColor, window } from "vscode";
import type { Disposable, StatusBarItem, TextDocument, Uri } from "vscode";
import type { DocumentStatus } from "../../server/src/lsp/customMessages.ts";
import { judge } from "./drafts.ts";
import type { ServerHost } from "./serverHost.ts";

interface Face {
  readonly text: string;
  readonly tooltip: string;
  readonly alarm?: "error" | "warning";
}

/** Shows, while a draft is in front, how the server is and how much it found; hidden for every other document. */
export class StatusBar implements Disposable {
  readonly #server: ServerHost;
  readonly #item: StatusBarItem;

  constructor(server: ServerHost) {
    this.#server = server;
    this.#item = window.createStatusBarItem("fairdraft.status", StatusBarAlignment.Right, 100);
    this.#item.name = "Fairdraft";
    this.#item.command = "fairdraft.showMenu";
  }

  /** Brings the item up to date with the editor in front, the server and its findings. */
  update(): void {
    const document = window.activeTextEditor?.document;
    const face = document && this.#face(document);
    if (!face) return this.#item.hide();
    this.#item.text = face.text;
    this.#item.tooltip = face.tooltip;
    this.#item.backgroundColor = face.alarm && new ThemeColor(`statusBarItem.${face.alarm}Background`);
    this.#item.accessibilityInformation = { label: `Fairdraft: ${face.tooltip}` };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }

  #face(document: TextDocument): Face | undefined {
    const status = this.#server.status(document.uri);
    if (status) return faceOf(status, document.uri);
    if (!judge(document).draft) return undefined;
    switch (this.#server.state) {
      case "starting":
      case "running":
        return { text: "$(loading~spin) Fairdraft", tooltip: l10n.t("Fairdraft is reading the draft.") };
      case "stopped":
        return { text: "$(circle-slash) Fairdraft", tooltip: l10n.t("The Fairdraft server is stopped."), alarm: "warning" };
      case "failed":
        return { text: "$(error) Fairdraft", tooltip: l10n.t("The Fairdraft server could not be started."), alarm: "error" };
    }
  }
}

function faceOf(status: DocumentStatus, uri: Uri): Face | undefined {
  switch (status.state) {
    case "not-a-draft":
      return undefined;
    case "not-read":
    case "too-large":
      return { text: l10n.t("$(warning) Fairdraft: not read"), tooltip: status.reason ?? "", alarm: "warning" };
    case "read": {
      const { all, errors, warnings } = shownCounts(uri);
      if (all === 0) return { text: "$(law) Fairdraft: 0", tooltip: l10n.t("Nothing to show in this draft.") };
      return {
        text: `$(law) Fairdraft: ${all}`,
        tooltip: l10n.t(
          "Problems in this draft: {0} errors, {1} warnings, {2} others.",
          errors,
          warnings,
          all - errors - warnings,
        ),
      };
    }
  }
}

/** What the Problems view lists: no hints, and what is missing on one subject counts once there. */
function shownCounts(uri: Uri) {
  const own = languages.getDiagnostics(uri).filter(({ source }) => source === "Fairdraft");
  const count = (wanted: DiagnosticSeverity): number => own.filter(({ severity }) => severity === wanted).length;
  const errors = count(DiagnosticSeverity.Error);
  const warnings = count(DiagnosticSeverity.Warning);
  return { all: errors + warnings + count(DiagnosticSeverity.Information), errors, warnings };
}

import { l10n, StatusBarAlignment, ThemeColor, window, type Disposable, type StatusBarItem, type TextDocument } from "vscode";
import type { DocumentStatus, FindingCounts } from "../../server/src/lsp/customMessages.ts";
import { judge } from "./drafts.ts";
import type { ServerHost } from "./serverHost.ts";
import { shownLevel, type Level } from "./settings.ts";

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
    if (status) return faceOf(status, shownLevel(document.uri));
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

function faceOf(status: DocumentStatus, level: Level): Face | undefined {
  switch (status.state) {
    case "not-a-draft":
      return undefined;
    case "not-read":
    case "too-large":
      return { text: l10n.t("$(warning) Fairdraft: not read"), tooltip: status.reason ?? "", alarm: "warning" };
    case "read": {
      const { error, warning, others } = shownCounts(status.counts, level);
      const total = error + warning + others;
      if (total === 0) return { text: "$(law) Fairdraft: 0", tooltip: l10n.t("No findings in this draft.") };
      return {
        text: `$(law) Fairdraft: ${total}`,
        tooltip: l10n.t("Findings in this draft: {0} errors, {1} warnings, {2} others.", error, warning, others),
      };
    }
  }
}

function shownCounts({ error, warning, information, hint }: FindingCounts, level: Level) {
  return {
    error,
    warning: level === "Error" ? 0 : warning,
    others: (level === "Hint" ? hint : 0) + (level === "Hint" || level === "Information" ? information : 0),
  };
}

import { workspace, type Uri } from "vscode";

/** The section of all settings of the extension. */
export const section = "fairdraft";

const levels = ["Error", "Warning", "Information", "Hint"] as const;
export type Level = (typeof levels)[number];

/** The globs of `fairdraft.include` that hold for a document; anything that is not a non-empty string is left out. */
export function includeGlobs(uri: Uri): string[] {
  const value = workspace.getConfiguration(section, uri).get<unknown>("include");
  return Array.isArray(value) ? value.filter((glob): glob is string => typeof glob === "string" && glob !== "") : [];
}

/** The lowest severity that is shown for a document, as `fairdraft.level` says; everything when it says nothing known. */
export function shownLevel(uri: Uri): Level {
  const value = workspace.getConfiguration(section, uri).get<unknown>("level");
  return levels.find((level) => level.toLowerCase() === value) ?? "Hint";
}

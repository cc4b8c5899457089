import { languages, type DocumentFilter, type TextDocument } from "vscode";
import { frontMatterLimit, readStatedKind } from "./frontMatter.ts";
import { includeGlobs } from "./settings.ts";

/** Why the server is, or is not, started for a document. */
export type Verdict =
  | { readonly draft: true; readonly because: "front-matter" | "include-setting" }
  | { readonly draft: false; readonly because: "not-markdown" | "scheme" | "no-kind" }
  | { readonly draft: false; readonly because: "unknown-kind"; readonly value: string };

/** The documents that Fairdraft may read at all. */
export const documentSelector: readonly { readonly language: string; readonly scheme: string }[] = [
  { language: "markdown", scheme: "file" },
  { language: "markdown", scheme: "untitled" },
  { language: "markdown", scheme: "vscode-vfs" },
];

/** Whether Fairdraft may read the document, draft or not. */
export function isReadable(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0;
}

/** Says, from its first lines and the settings alone, whether a document is a draft. Cheap: runs on every key stroke. */
export function judge(document: TextDocument): Verdict {
  if (document.languageId !== "markdown") return { draft: false, because: "not-markdown" };
  if (!isReadable(document)) return { draft: false, because: "scheme" };
  const stated = readStatedKind(firstLines(document));
  if (stated.state === "stated") return { draft: true, because: "front-matter" };
  if (languages.match(includeFilters(document), document) > 0) return { draft: true, because: "include-setting" };
  if (stated.state === "unknown") return { draft: false, because: "unknown-kind", value: stated.value };
  return { draft: false, because: "no-kind" };
}

function firstLines(document: TextDocument): string[] {
  const lines: string[] = [];
  const count = Math.min(document.lineCount, frontMatterLimit);
  for (let line = 0; line < count; line++) {
    const { text } = document.lineAt(line);
    lines.push(text);
    if (line === 0 && !text.includes("---")) break;
  }
  return lines;
}

function includeFilters(document: TextDocument): DocumentFilter[] {
  return includeGlobs(document.uri).map((glob) => ({ pattern: glob.startsWith("/") ? glob : `**/${glob}` }));
}

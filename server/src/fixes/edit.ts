/** What a fix does to the source: text with blanks, put in place of a range. */
import type { Span } from "../draft/types.ts";

/** A blank that a drafter fills; equal names are filled together. */
export interface Blank {
  readonly name: string;
  readonly example: string;
}

export type Part = string | Blank;

export interface SourceEdit {
  /** UTF-16 range that is replaced; empty for an insertion. */
  readonly span: Span;
  readonly parts: readonly Part[];
}

/** The parts as plain text: the example stands in each blank. */
export function plainText(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.example)).join("");
}

/** The parts in LSP snippet syntax: a numbered stop per blank name, in the order of appearance, and the final stop at the end. */
export function snippetText(parts: readonly Part[]): string {
  const stops = new Map<string, number>();
  const written = parts.map((part) => {
    if (typeof part === "string") return escapeSnippet(part);
    const stop = stops.get(part.name) ?? stops.size + 1;
    stops.set(part.name, stop);
    return part.example === "" ? `\${${stop}}` : `\${${stop}:${escapeSnippet(part.example)}}`;
  });
  return `${written.join("")}$0`;
}

/** The source after the edit, with the example in each blank. */
export function applyEdit(source: string, edit: SourceEdit): string {
  return source.slice(0, edit.span.start) + plainText(edit.parts) + source.slice(edit.span.end);
}

/** Splits clause text at its typed blanks `${name:example}`; an unclosed blank stays as text. */
export function parseBlanks(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(/\$\{([\w-]+)(?::([^}]*))?\}/gu)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    const name = match[1] ?? "";
    parts.push({ name, example: match[2] ?? name });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** The parts with every line feed of their text written as `eol`. */
export function withLineEnds(parts: readonly Part[], eol: string): Part[] {
  return parts.map((part) => (typeof part === "string" ? part.replaceAll("\n", eol) : part));
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, "\\$&");
}

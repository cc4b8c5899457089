/** Offsets of a draft as people count: lines and columns from 1, columns in UTF-16 units. */
import type { Draft, Span } from "../draft/types.ts";

export interface Range {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The 1-based lines and columns of a span; its end column is the one after the last character. */
export function rangeOf(draft: Draft, span: Span): Range {
  const start = position(draft, span.start);
  const end = position(draft, Math.max(span.start, span.end));
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function position(draft: Draft, offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = draft.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((draft.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (draft.lineStarts[low] ?? 0) + 1 };
}

/** What can be folded in a draft: front matter, parts, articles, schedules, notes. */
import { FoldingRangeKind, type FoldingRange } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Draft, Span, UnitKind } from "../draft/types.ts";

const FOLDED: ReadonlySet<UnitKind> = new Set(["part", "title", "chapter", "article", "section", "schedule", "preamble", "note"]);

/** Folding ranges of at least two lines, by whole lines, blank lines at the end left out. */
export function foldingRanges(draft: Draft, document: TextDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (span: Span, kind?: FoldingRangeKind): void => {
    const text = draft.source.slice(span.start, span.end).trimEnd();
    const startLine = document.positionAt(span.start).line;
    const endLine = document.positionAt(span.start + text.length).line;
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  };
  if (draft.frontMatter.span !== null) add(draft.frontMatter.span, FoldingRangeKind.Region);
  for (const unit of draft.units) {
    if (FOLDED.has(unit.kind)) add(unit.span, unit.kind === "note" ? FoldingRangeKind.Comment : undefined);
  }
  return ranges;
}

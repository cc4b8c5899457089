/** The comment that sets a finding aside, put where Markdown keeps it a comment and the provision stays as it is. */
import type { Finding } from "../analysis/types.ts";
import type { Draft } from "../draft/types.ts";
import { withLineEnds, type Part, type SourceEdit } from "./edit.ts";

/** The insertion of a suppressing comment with a blank for the reason; it holds for the provision (or the gap) of `finding`. */
export function suppress(finding: Finding, draft: Draft): SourceEdit {
  const comment: Part[] = [`<!-- fairdraft-disable-next ${finding.rule}: `, { name: "reason", example: "reason" }, " -->"];
  const eol = draft.source.includes("\r\n") ? "\r\n" : "\n";
  const { at, before, after } = spot(
    draft,
    finding.kind === "gap" ? gapOffset(finding.anchorUnit, draft) : provisionOffset(finding.evidence.provision, draft),
  );
  return { span: { start: at, end: at }, parts: withLineEnds([before, ...comment, after], eol) };
}

function gapOffset(anchorUnit: number | null, draft: Draft): number {
  const anchor = anchorUnit === null ? undefined : draft.units[anchorUnit];
  return anchor?.span.start ?? draft.titleSpan.start;
}

function provisionOffset(index: number, draft: Draft): number {
  const provision = draft.provisions[index];
  if (provision === undefined) return 0;
  const own = provision.map.find((segment) => segment.at + segment.length > provision.own.start);
  return own === undefined ? provision.span.start : own.source + Math.max(0, provision.own.start - own.at);
}

interface Spot {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/**
 * A line that begins with a comment is a block of HTML up to its end, so the comment gets a line of its own where a block begins, and
 * otherwise follows the words before it.
 */
function spot(draft: Draft, offset: number): Spot {
  const { source } = draft;
  const lineStart = source.lastIndexOf("\n", offset - 1) + 1;
  const lead = source.slice(lineStart, offset);
  const previous = source.slice(0, lineStart).trimEnd();
  const gap = source.slice(previous.length, lineStart);
  const startsBlock =
    lineStart === 0 ||
    gap.split("\n").length > 2 ||
    endsFrontMatter(draft, previous.length) ||
    /(?:^|\n) {0,3}#{1,6}[^\n]*$/u.test(previous);
  if (startsBlock && /^(?:[ \t]*|\(\w{1,5}\)[ \t]+)$/u.test(lead))
    return { at: lineStart, before: /^[ \t]*/u.exec(lead)?.[0] ?? "", after: "\n" };
  if (/^[ \t]*$/u.test(lead)) return { at: previous.length, before: " ", after: "" };
  if (/^[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)+$/u.test(lead))
    return { at: offset, before: "", after: `\n${lead.replace(/[^>\s]/gu, " ")}` };
  return { at: offset, before: "", after: " " };
}

function endsFrontMatter(draft: Draft, offset: number): boolean {
  const { span } = draft.frontMatter;
  return span !== null && Math.abs(offset - span.end) <= 1;
}

/** Short quotations of the draft: plain words, never more than about `limit` characters. */
import type { Draft, Provision, Span } from "../draft/types.ts";

const QUOTE_LIMIT = 80;
const GAP = " … ";
const LONGEST_WORD = 30;

/**
 * The words of a provision that decided, as plain text of at most about `limit` characters with "…" where words are left out.
 * `words` are source ranges (UTF-16); when none of them lies in the provision its own words are quoted from their beginning.
 */
export function quoteProvision(
  draft: Draft,
  provisionIndex: number,
  words: readonly Span[],
  limit: number = QUOTE_LIMIT,
): string {
  const provision = draft.provisions[provisionIndex];
  if (provision === undefined) return "";
  const { text } = provision;
  const decided = decidingRanges(provision, words);
  const first = decided[0];
  const last = decided.at(-1);
  if (first === undefined || last === undefined) return quoted(text, [clip(text, provision.own, limit)]);
  const whole = { start: first.start, end: last.end };
  if (whole.end - whole.start <= limit) return quoted(text, [widened(text, whole, limit)]);
  const spare = limit - decided.reduce((sum, range) => sum + range.end - range.start + GAP.length, 0);
  if (spare < 0) return quoted(text, merged([clip(text, first, limit / 2), clip(text, last, limit / 2)]));
  const context = Math.floor(spare / decided.length);
  return quoted(text, merged(decided.map((range) => widened(text, range, range.end - range.start + context))));
}

/** Offset in the provision's text of a source offset, or null when the provision has no such place. */
function textOffset(provision: Provision, source: number): number | null {
  for (const segment of provision.map) {
    if (source >= segment.source && source <= segment.source + segment.length) return segment.at + source - segment.source;
  }
  return null;
}

function decidingRanges(provision: Provision, words: readonly Span[]): readonly Span[] {
  const ranges = words.flatMap((word) => {
    const start = textOffset(provision, word.start);
    const end = textOffset(provision, word.end);
    return start === null || end === null || end <= start ? [] : [{ start, end }];
  });
  return merged(ranges);
}

/** Ranges in order, those that touch or are parted by a few characters only joined. */
function merged(ranges: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && range.start - last.end <= GAP.length) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}

/** Widens a range to whole words on both sides until it is about `length` long. */
function widened(text: string, range: Span, length: number): Span {
  const spare = Math.max(0, length - (range.end - range.start));
  const after = Math.min(text.length - range.end, spare - Math.min(range.start, Math.floor(spare / 2)));
  const before = Math.min(range.start, spare - after);
  const start = Math.min(range.start, wordStartAfter(text, range.start - before));
  const end = Math.max(range.end, wordEndBefore(text, range.end + after));
  return { start, end };
}

function clip(text: string, range: Span, length: number): Span {
  return range.end - range.start <= length
    ? range
    : { start: range.start, end: wordEndBefore(text, range.start + Math.floor(length)) };
}

function quoted(text: string, ranges: readonly Span[]): string {
  const words = ranges
    .map((range) =>
      text
        .slice(range.start, range.end)
        .replace(/[\s,;:]+$/u, "")
        .trim(),
    )
    .join(GAP);
  const open = text.slice(0, ranges[0]?.start).trim() === "" ? "" : "…";
  const close = /^[\s.;:,]*$/u.test(text.slice(ranges.at(-1)?.end)) ? "" : "…";
  return open + words.replace(/[\s.;:,]+$/u, "") + close;
}

function wordStartAfter(text: string, at: number): number {
  if (at <= 0 || text[at - 1] === " ") return Math.max(at, 0);
  const blank = text.indexOf(" ", at);
  return blank < 0 || blank - at > LONGEST_WORD ? at : blank + 1;
}

function wordEndBefore(text: string, at: number): number {
  if (at >= text.length || text[at] === " ") return Math.min(at, text.length);
  const blank = text.lastIndexOf(" ", at);
  return blank < 0 || at - blank > LONGEST_WORD ? at : blank;
}

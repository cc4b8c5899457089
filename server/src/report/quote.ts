/** Short quotations of the draft: plain words, never more than about `limit` characters. */
import type { Draft, Provision, Span } from "../draft/types.ts";

const QUOTE_LIMIT = 80;
const GAP = " … ";

/**
 * The words of a provision that decided, as plain text of at most `limit` characters with "…" where words are left out.
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
  const decided = decidingRange(provision, words);
  if (decided === null) return clip(provision.text, provision.own.start, provision.own.end, limit);
  if (decided.end - decided.start <= limit) return window(provision.text, decided, limit);
  const half = Math.floor((limit - GAP.length) / 2);
  const head = provision.text.slice(decided.start, wordEndBefore(provision.text, decided.start + half));
  const tail = provision.text.slice(wordStartAfter(provision.text, decided.end - half), decided.end);
  return edges(provision.text, decided, head.trimEnd() + GAP + tail.trimStart());
}

/** Offset in the provision's text of a source offset, or null when the provision has no such place. */
export function textOffset(provision: Provision, source: number): number | null {
  for (const segment of provision.map) {
    if (source >= segment.source && source <= segment.source + segment.length) return segment.at + source - segment.source;
  }
  return null;
}

function decidingRange(provision: Provision, words: readonly Span[]): Span | null {
  let start = Infinity;
  let end = -1;
  for (const word of words) {
    const from = textOffset(provision, word.start);
    const to = textOffset(provision, word.end);
    if (from === null || to === null) continue;
    start = Math.min(start, from);
    end = Math.max(end, to);
  }
  return end > start ? { start, end } : null;
}

/** Widens a short range to whole words on both sides until the quotation is about `limit` long. */
function window(text: string, range: Span, limit: number): string {
  const spare = limit - (range.end - range.start);
  const before = Math.min(range.start, Math.floor(spare / 2));
  const after = Math.min(text.length - range.end, spare - before);
  const from = range.start - Math.min(range.start, spare - after);
  const start = from === 0 ? 0 : Math.min(range.start, wordStartAfter(text, from));
  const end = range.end + after >= text.length ? text.length : Math.max(range.end, wordEndBefore(text, range.end + after));
  return edges(text, { start, end }, text.slice(start, end));
}

function clip(text: string, start: number, end: number, limit: number): string {
  const stop = end - start <= limit ? end : wordEndBefore(text, start + limit);
  return edges(text, { start, end: stop }, text.slice(start, stop));
}

function edges(text: string, range: Span, quoted: string): string {
  const words = quoted.trim().replace(/[\s.;:,]+$/u, "");
  const open = text.slice(0, range.start).trim() === "" ? "" : "…";
  const close = /^[\s.;:,]*$/u.test(text.slice(range.end)) ? "" : "…";
  return open + words + close;
}

function wordStartAfter(text: string, at: number): number {
  const blank = text.indexOf(" ", at);
  return at === 0 || text[at - 1] === " " ? at : blank < 0 || blank - at > 30 ? at : blank + 1;
}

function wordEndBefore(text: string, at: number): number {
  if (at >= text.length || text[at] === " ") return Math.min(at, text.length);
  const blank = text.lastIndexOf(" ", at);
  return blank < 0 || at - blank > 30 ? at : blank;
}

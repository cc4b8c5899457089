import type { MapSegment, Span } from "./types.ts";

/** Plain text that remembers where each stretch of it stands in the source. Blanks put in by joining have no segment. */
export interface MappedText {
  readonly text: string;
  readonly map: readonly MapSegment[];
}

export const EMPTY_TEXT: MappedText = { text: "", map: [] };

const IRREGULAR = /\s\s|[^\S ]|[\u00ad\u200b\u2060\ufeff]/;
const PIECES = /[^\s\u00ad\u200b\u2060\ufeff]+|\s+/g;

interface OpenSegment {
  at: number;
  source: number;
  length: number;
}

/** Collects plain text: runs of white space become one blank, invisible characters are left out. */
export class TextBuilder {
  #text = "";
  #blankEnd = true;
  readonly #map: OpenSegment[] = [];

  get length(): number {
    return this.#text.length;
  }

  /** Adds a stretch that stands, character for character, at `source`. */
  add(value: string, source: number): void {
    if (!IRREGULAR.test(value)) {
      this.#run(value, source);
      return;
    }
    for (const match of value.matchAll(PIECES)) {
      const piece = match[0];
      if (piece === " ") this.#run(piece, source + match.index);
      else if (piece.trim() === "") this.blank();
      else this.#run(piece, source + match.index);
    }
  }

  /** Adds characters that do not stand in the source as they are (a decoded entity). */
  addUnmapped(value: string): void {
    for (const char of value) {
      if (/\s/.test(char)) this.blank();
      else {
        this.#text += char;
        this.#blankEnd = false;
      }
    }
  }

  blank(): void {
    if (this.#blankEnd) return;
    this.#text += " ";
    this.#blankEnd = true;
  }

  finish(): MappedText {
    const length = this.#text.endsWith(" ") ? this.#text.length - 1 : this.#text.length;
    const text = this.#text.slice(0, length);
    const last = this.#map.at(-1);
    if (last && last.at + last.length > length) {
      last.length = length - last.at;
      if (last.length === 0) this.#map.pop();
    }
    return { text, map: this.#map };
  }

  #run(value: string, source: number): void {
    let from = source;
    let run = value;
    if (this.#blankEnd && run.startsWith(" ")) {
      run = run.slice(1);
      from += 1;
    }
    if (run === "") return;
    const last = this.#map.at(-1);
    if (last && last.source + last.length === from && last.at + last.length === this.#text.length) last.length += run.length;
    else this.#map.push({ at: this.#text.length, source: from, length: run.length });
    this.#text += run;
    this.#blankEnd = run.endsWith(" ");
  }
}

function firstSegment(map: readonly MapSegment[], offset: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = map[middle];
    if (segment && segment.at + segment.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of `whole` between two offsets of its text, without blanks at either end. */
export function sliceText(whole: MappedText, start: number, end: number): MappedText {
  let from = Math.max(0, start);
  let to = Math.min(whole.text.length, end);
  while (from < to && whole.text[from] === " ") from++;
  while (to > from && whole.text[to - 1] === " ") to--;
  if (from >= to) return EMPTY_TEXT;
  if (from === 0 && to === whole.text.length) return whole;
  const map: MapSegment[] = [];
  for (let i = firstSegment(whole.map, from); i < whole.map.length; i++) {
    const segment = whole.map[i];
    if (!segment || segment.at >= to) break;
    const head = Math.max(segment.at, from);
    const tail = Math.min(segment.at + segment.length, to);
    map.push({ at: head - from, source: segment.source + head - segment.at, length: tail - head });
  }
  return { text: whole.text.slice(from, to), map };
}

/** The texts in a row, empty ones left out, with `separator` (which has no source) between them. */
export function joinTexts(parts: readonly MappedText[], separator = " "): MappedText {
  const full = parts.filter((part) => part.text !== "");
  if (full.length === 0) return EMPTY_TEXT;
  if (full.length === 1) return full[0] ?? EMPTY_TEXT;
  const map: MapSegment[] = [];
  let at = 0;
  for (const part of full) {
    for (const segment of part.map) map.push({ at: segment.at + at, source: segment.source, length: segment.length });
    at += part.text.length + separator.length;
  }
  return { text: full.map((part) => part.text).join(separator), map };
}

/** `whole` without the given ranges of its text (ascending, not overlapping). */
export function withoutRanges(whole: MappedText, ranges: readonly Span[]): MappedText {
  if (ranges.length === 0) return whole;
  const parts: MappedText[] = [];
  let at = 0;
  for (const range of ranges) {
    parts.push(sliceText(whole, at, range.start));
    at = range.end;
  }
  parts.push(sliceText(whole, at, whole.text.length));
  return joinTexts(parts);
}

/** Source range from the first to the last mapped character between two offsets of the text; null if none is mapped. */
export function sourceSpan(whole: MappedText, start = 0, end = whole.text.length): Span | null {
  let span: { start: number; end: number } | null = null;
  for (let i = firstSegment(whole.map, start); i < whole.map.length; i++) {
    const segment = whole.map[i];
    if (!segment || segment.at >= end) break;
    const head = Math.max(segment.at, start);
    const tail = Math.min(segment.at + segment.length, end);
    if (tail <= head) continue;
    const from = segment.source + head - segment.at;
    const to = segment.source + tail - segment.at;
    span = span ? { start: Math.min(span.start, from), end: Math.max(span.end, to) } : { start: from, end: to };
  }
  return span;
}

/** The same text when its source stands `by` characters further on. */
export function shiftText(whole: MappedText, by: number): MappedText {
  if (by === 0 || whole.map.length === 0) return whole;
  return { text: whole.text, map: whole.map.map((segment) => ({ ...segment, source: segment.source + by })) };
}

/** Offset of the first character of each line; lines end in LF, CRLF or a lone CR. */
export function readLineStarts(source: string): number[] {
  const starts = [0];
  const breaks = /\r\n|\r|\n/g;
  while (breaks.exec(source)) starts.push(breaks.lastIndex);
  return starts;
}

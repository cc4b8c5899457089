/** A stretch of a long chunk that can be parsed as Markdown by itself. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  /** Nesting of the lists that its first list lies in. */
  readonly depth: number;
  /** Where the block quote around it begins; -1 outside quotes. */
  readonly quote: number;
  /** For a part of a list, items of the list before it if all its markers show the same number, and -1 if they differ. */
  readonly before?: number;
}

/** Chunks up to this length are parsed as a whole: only beyond does the time of the parser grow faster than the text. */
const LONG = 12_000;
/** Beyond this length chunks are cut even within the items of a list, or within a block quote. */
const TOO_LONG = 60_000;
const SLICE = 4000;
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
const ITEM = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/;
const RULE = /^([-*])[ \t]*(?:\1[ \t]*){2,}$/;
const LAZY = /^(?![>#<|=+]|`{3}|~{3}|[-*_]{2,}(?![\p{L}\p{N}])|\[)/u;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/;
const ANY_ITEM = /^([ \t]*(?:>[ \t>]*)?)(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/;

interface Line {
  readonly at: number;
  readonly text: string;
}

/** Cuts a chunk whose length would make the parser slow; one slice for all others. Offsets are those of `text`. */
export function sliceChunk(text: string): Slice[] {
  const whole = { start: 0, end: text.length, depth: 0, quote: -1 };
  if (text.length <= LONG) return [whole];
  const items = topItems(text);
  const slices = items === null ? [whole] : sliceItems(text, items);
  return slices.flatMap((slice) => (slice.end - slice.start > TOO_LONG ? sliceAnywhere(text, slice) : [slice]));
}

/** The lines that begin an item of a list in column 0, when the chunk is nothing else but that list, behind a paragraph at most. */
function topItems(text: string): Line[] | null {
  const items: Line[] = [];
  let blank = true;
  for (const match of text.matchAll(LINE)) {
    const line = match[0].trimEnd();
    if (line === "") {
      blank = true;
      continue;
    }
    const marker = ITEM.exec(line)?.[0];
    if (marker !== undefined && !RULE.test(line)) {
      if (items.length === 0 && !blank && !/^(?:1[.)]|[-+*])[ \t]/.test(line)) return null;
      items.push({ at: match.index, text: marker });
    } else if (!/^[ \t]/.test(line) && ((blank && items.length > 0) || !LAZY.test(line))) return null;
    blank = false;
  }
  return items.length > 1 ? items : null;
}

/** An item in column 0 always begins a new item of the list before it, whatever stands between; no slice holds two lists. */
function sliceItems(text: string, items: readonly Line[]): Slice[] {
  const slices: Slice[] = [];
  for (let first = 0; first < items.length;) {
    let end = first + 1;
    while (end < items.length && items[end]?.text.at(-1) === items[first]?.text.at(-1)) end++;
    const list = items.slice(first, end);
    const counts = list.length > 1 && list.every((item) => item.text === list[0]?.text);
    const ends = items[end]?.at ?? text.length;
    let from = 0;
    list.forEach((_, index) => {
      const next = list[index + 1]?.at ?? ends;
      const start = first === 0 && from === 0 ? 0 : (list[from]?.at ?? 0);
      if (next < ends && next - start < SLICE) return;
      slices.push({ start, end: next, depth: 0, quote: -1, before: counts ? from : -1 });
      from = index + 1;
    });
    first = end;
  }
  return slices;
}

/** Cuts at items of any depth, and at blank lines where there is no list, outside fences; no slice holds an item further out than its first. */
function sliceAnywhere(text: string, whole: Slice): Slice[] {
  const slices: Slice[] = [];
  const indents: number[] = [];
  let start = whole.start;
  let depth = 0;
  let outermost = 0;
  let fenced = false;
  let blank = false;
  let quote = -1;
  let quoteAtStart = -1;
  for (const match of text.slice(whole.start, whole.end).matchAll(LINE)) {
    const at = whole.start + match.index;
    const line = match[0];
    if (!/^[ \t]*>/.test(line)) quote = -1;
    else if (quote < 0) quote = at;
    const indent = ANY_ITEM.exec(line)?.[1]?.length;
    const far = at - start >= SLICE && (indent !== undefined || (blank && indents.length === 0));
    if (!fenced && at > start && (far || (indent !== undefined && indent < outermost))) {
      slices.push({ start, end: at, depth, quote: quoteAtStart });
      start = at;
      outermost = indent ?? 0;
      depth = indent === undefined ? 0 : indents.filter((open) => open < indent).length;
    }
    if (at === start) quoteAtStart = quote;
    if (indent !== undefined) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
      indents.push(indent);
    }
    if (FENCE.test(line)) fenced = !fenced;
    blank = /^[ \t>]*$/.test(line.trimEnd());
  }
  slices.push({ start, end: whole.end, depth, quote: quoteAtStart });
  return slices;
}

import { InlineReader } from "./inline.ts";
import type { Block } from "./markdown.ts";
import type { Span } from "./types.ts";

export interface Stretch {
  readonly text: string;
  readonly at: number;
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
/** Anything that could be a mark of Markdown, but for numbers at the start of a line. */
const OTHER_MARKS = /[\\`*_[\]<>&|~]|\r(?!\n)|^[ \t]*(?:\d{1,9}[.)][ \t]+)?[-+=>#:]/m;
const ITEM = /^(\d{1,9}[.)])( {1,4})(?=\S)(?!\d{1,9}[.)](?:[ \t]|$))/;
const MARKER = /^[ \t]*\d{1,9}[.)](?:[ \t]|$)/;

/** A block of the given kind with the text that `reader` has gathered. */
export function makeBlock(kind: Block["kind"], reader: InlineReader | null, span: Span, more: Partial<Block> = {}): Block {
  const inline = reader?.finish() ?? { text: { text: "", map: [] }, strong: 0, emphasis: 0, struck: [] };
  return { kind, span, depth: 0, footnote: false, quote: -1, bullet: 0, rows: [], ...inline, ...more };
}

/** The paragraphs of a text that is no Markdown, as they stand. */
export function readPlain(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of paragraphs(text)) {
    const reader = new InlineReader(text);
    reader.addText(part.text, part.at);
    blocks.push(makeBlock("text", reader, { start: part.at, end: part.at + part.text.length }));
  }
  return blocks;
}

/** The stretches between blank lines, without blanks at either end. */
export function paragraphs(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = -1;
  let to = 0;
  const close = (): void => {
    if (from >= 0) found.push({ text: text.slice(from, to), at: from });
    from = -1;
  };
  for (const line of text.matchAll(LINE)) {
    const words = line[0].trim();
    if (words === "") {
      close();
      continue;
    }
    const at = line.index + line[0].indexOf(words);
    if (from < 0) from = at;
    to = at + words.length;
  }
  close();
  return found;
}

interface PlainItem {
  readonly marker: string;
  readonly at: number;
  readonly from: number;
  to: number;
  /** Column in which the words of the item begin. */
  readonly column: number;
}

/**
 * Paragraphs and the items of numbered lists in a text that has no other mark of Markdown; null when it has. `before` as in `Slice`:
 * what the parser would give, without its cost.
 */
export function readPlainList(text: string, before: number | undefined): Block[] | null {
  if (OTHER_MARKS.test(text)) return null;
  const items = plainItems(text);
  if (items === null) return null;
  const blocks: Block[] = [];
  for (let i = 0; i < items.length;) {
    let end = i + 1;
    while (end < items.length && sameList(items[i], items[end])) end++;
    const list = items.slice(i, end);
    const markers = list.filter((item) => item.marker !== "");
    const alike = before === undefined ? markers.length > 1 : before >= 0;
    const counts = alike && markers.length > 0 && markers.every((item) => item.marker === markers[0]?.marker);
    let index = Number.parseInt(markers[0]?.marker ?? "0", 10) + Math.max(0, before ?? 0);
    for (const item of list) {
      const reader = new InlineReader(text);
      if (item.marker !== "") reader.addText(`${item.marker} `, item.at);
      reader.addText(text.slice(item.from, item.to), item.from);
      blocks.push(
        makeBlock("text", reader, { start: item.at, end: item.to }, counts && item.marker !== "" ? { counted: index++ } : {}),
      );
    }
    i = end;
  }
  return blocks;
}

/** Paragraphs within an item belong to its list; a paragraph of its own (column 0) ends it, as does another sign behind the number. */
function sameList(first: PlainItem | undefined, other: PlainItem | undefined): boolean {
  if (!first || !other || first.column === 0 || other.column === 0) return false;
  return other.marker === "" || other.marker.at(-1) === first.marker.at(-1);
}

function plainItems(text: string): PlainItem[] | null {
  const items: PlainItem[] = [];
  let open: PlainItem | null = null;
  let column = 0;
  for (const match of text.matchAll(LINE)) {
    const line = match[0].replace(/[\r\n]+$/, "");
    const end = match.index + line.length;
    if (line.trim() === "") {
      open = null;
      continue;
    }
    const item = ITEM.exec(line);
    if (item && !(open?.column === 0 && !/^1[.)]/.test(line))) {
      column = item[0].length;
      open = { marker: item[1] ?? "", at: match.index, from: match.index + column, to: end, column };
      items.push(open);
      continue;
    }
    if (MARKER.test(line) && !item) return null;
    if (open) {
      open.to = end;
      continue;
    }
    const indent = line.length - line.trimStart().length;
    if (line.slice(0, indent).includes("\t") || (indent > 0 && (column === 0 || indent < column))) return null;
    if (indent === 0) column = 0;
    open = { marker: "", at: match.index + indent, from: match.index + indent, to: end, column };
    items.push(open);
  }
  return items;
}

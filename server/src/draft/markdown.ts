import type { Definition, Nodes, Root, RootContent, Table } from "mdast";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified, type Data, type Processor } from "unified";
import { cutChunks } from "./chunks.ts";
import { InlineReader } from "./inline.ts";
import { makeBlock, paragraphs, readPlain, readPlainList, type Stretch } from "./plain.ts";
import { sliceChunk, type Slice } from "./slices.ts";
import { shiftText, type MappedText } from "./sourceMap.ts";
import type { Span } from "./types.ts";

/** A paragraph, heading, table or rule of the Markdown, flattened: quotes and lists leave only a trace. */
export interface Block {
  readonly kind: "heading" | "text" | "table" | "break";
  readonly text: MappedText;
  /** Source range with its Markdown marks. */
  readonly span: Span;
  /** 1 to 6 for headings, else 0. */
  readonly depth: number;
  /** Length of the strong stretch that the text begins with. */
  readonly strong: number;
  /** Length of the emphasised or strong stretch that the text begins with. */
  readonly emphasis: number;
  /** Ranges of the text that are struck out. */
  readonly struck: readonly Span[];
  readonly footnote: boolean;
  /** Where the outermost block quote around it begins in the source; -1 outside quotes. */
  readonly quote: number;
  /** Nesting of the unordered list whose marker it carries, else 0. */
  readonly bullet: number;
  /** Its number in a list whose markers all show the same number ("1. 1. 1."). */
  readonly counted?: number;
  readonly rows: readonly (readonly MappedText[])[];
}

interface Place {
  readonly listDepth: number;
  readonly footnote: boolean;
  readonly quote: number;
}

interface Marker {
  readonly bullet: number;
  readonly text: string;
  readonly at: number;
  readonly counted?: number;
}

function flavour(this: Processor): void {
  const data: Data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmTable(),
    gfmFootnote(),
    { disable: { null: ["codeIndented"] } },
  ];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()];
}

const processor = unified().use(remarkParse).use(flavour).freeze();

/** Anything that could be a mark of Markdown: where none stands, paragraphs are cut at blank lines without a parser. */
const MARKS = /[\\`*_[\]<>&|~]|\r(?!\n)|^[ \t]*(?:[-+=>#:]|\d{1,9}[.)])/m;
const FOOTNOTE_STUB = /^ {0,3}\[\^[^\]\s]{1,100}\]:/gm;
const LINK_STUB =
  /^ {0,3}\[(?!\^)[^\]\r\n]{1,100}\]:[ \t]{0,9}\S{0,300}[/.#]\S{0,300}[ \t]{0,9}(?:(?:"[^"\r\n]*"|'[^'\r\n]*')[ \t]*)?$/gm;
const NESTED_CONTAINERS =
  /^(?:[ \t]{0,300}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){50}|^[ \t]{300}[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/m;
const DELIMITER_RUNS = /[*_]+|\[/g;
const LINE_OF_ITS_OWN = /\r?\n(?=[ \t]{0,300}(?:\r?\n|[-+>|]|\*[ \t]|\d{1,9}[.)]))/;
const MOST_DELIMITERS = 1500;
const STUB_LIMIT = 20_000;
const CACHE_LIMIT = 8_000_000;

/** Blocks of chunks read before, offsets from the start of the chunk, so that editing a long draft parses only what changed. */
const cache = new Map<string, readonly Block[]>();
let cachedCharacters = 0;

/** The blocks of the Markdown from offset `from` on, in source order; offsets are those of `source`. Never throws on any text. */
export function readBlocks(source: string, from: number): Block[] {
  const stubs = readStubs(source);
  const start = from === 0 && source.startsWith("\ufeff") ? 1 : from;
  const blocks: Block[] = [];
  for (const chunk of cutChunks(source, start)) {
    const text = source.slice(chunk.start, chunk.end);
    for (const slice of sliceChunk(text)) {
      const quote = slice.quote < 0 ? -1 : chunk.start + slice.quote;
      for (const block of readSlice(text.slice(slice.start, slice.end), slice, stubs))
        blocks.push(shiftBlock(block, chunk.start + slice.start, quote));
    }
  }
  return blocks;
}

/** Definitions of links and footnotes, which any chunk may call. */
function readStubs(source: string): string {
  const links = source.match(LINK_STUB) ?? [];
  const footnotes = (source.match(FOOTNOTE_STUB) ?? []).map((label) => `${label} -`);
  const stubs = [...links, ...footnotes].join("\n\n");
  return stubs.length > STUB_LIMIT ? "" : stubs;
}

function readSlice(text: string, slice: Slice, stubs: string): readonly Block[] {
  if (!MARKS.test(text) || isTooDeep(text)) return readPlain(text);
  const plain = readPlainList(text, slice.before);
  if (plain) return plain;
  const withStubs = stubs !== "" && text.includes("[") ? `${text.trimEnd()}\n\n${stubs}` : text;
  const key = `${slice.depth} ${slice.before ?? ""} ${withStubs}`;
  const known = cache.get(key);
  if (known) return known;
  const blocks = parseSlice(withStubs, text, slice);
  if (cachedCharacters + key.length > CACHE_LIMIT) {
    cache.clear();
    cachedCharacters = 0;
  }
  cache.set(key, blocks);
  cachedCharacters += key.length;
  return blocks;
}

function parseSlice(withStubs: string, text: string, slice: Slice): Block[] {
  try {
    return readTree(processor.parse(withStubs), withStubs, slice).filter((block) => block.span.start < text.length);
  } catch (error) {
    // The parser and the walk over its tree recurse; whatever exhausts the stack is read as it stands.
    if (error instanceof RangeError) return readPlain(text);
    throw error;
  }
}

/** Nesting beyond any honest draft, on which the parser takes more than linear time. */
function isTooDeep(text: string): boolean {
  if (NESTED_CONTAINERS.test(text)) return true;
  const runs = text.match(DELIMITER_RUNS)?.length ?? 0;
  if (runs <= MOST_DELIMITERS) return false;
  return text.split(LINE_OF_ITS_OWN).some((part) => (part.match(DELIMITER_RUNS)?.length ?? 0) > MOST_DELIMITERS);
}

function readTree(root: Root, source: string, slice: Slice): Block[] {
  const blocks: Block[] = [];
  const visit = (node: RootContent, place: Place, marker: Marker | null): void => {
    const span = nodeSpan(node);
    const more = {
      footnote: place.footnote,
      quote: place.quote,
      bullet: marker?.bullet ?? 0,
      ...(marker?.counted === undefined ? {} : { counted: marker.counted }),
    };
    const reader = new InlineReader(source);
    if (marker && marker.text !== "") reader.addText(`${marker.text} `, marker.at);
    const put = (kind: Block["kind"], extra: Partial<Block> = {}): void => {
      const from = marker ? marker.at : span.start;
      const block = makeBlock(kind, reader, { start: from, end: span.end }, { ...more, ...extra });
      if (block.text.text !== "" || kind !== "text") blocks.push(block);
    };
    switch (node.type) {
      case "paragraph":
      case "heading":
        for (const child of node.children) reader.addNode(child);
        put(node.type === "heading" ? "heading" : "text", node.type === "heading" ? { depth: node.depth } : {});
        break;
      case "blockquote":
        if (marker && marker.text !== "") put("text");
        node.children.forEach((child, index) => {
          visit(
            child,
            { ...place, quote: place.quote < 0 ? span.start : place.quote },
            index === 0 && marker?.text === "" ? marker : null,
          );
        });
        break;
      case "footnoteDefinition":
        for (const child of node.children) visit(child, { ...place, footnote: true }, null);
        break;
      case "list": {
        if (marker && marker.text !== "") put("text");
        const markers = node.children.map((item) => readMarker(source, nodeSpan(item), place.listDepth + 1));
        const sliced = place.listDepth === slice.depth ? slice.before : undefined;
        const alike = sliced === undefined ? markers.length > 1 : sliced >= 0;
        const same = node.ordered && alike && markers.every((other) => other.text === markers[0]?.text);
        node.children.forEach((item, index) => {
          const own = markers[index];
          if (!own) return;
          const counted = same ? { ...own, counted: (node.start ?? 1) + (sliced ?? 0) + index } : own;
          const inner = { ...place, listDepth: place.listDepth + 1 };
          if (item.children.length === 0) {
            const bare = new InlineReader(source);
            bare.addText(own.text, own.at);
            if (own.text !== "") blocks.push(makeBlock("text", bare, nodeSpan(item), { footnote: place.footnote }));
          }
          item.children.forEach((child, position) => visit(child, inner, position === 0 ? counted : null));
        });
        break;
      }
      case "thematicBreak":
        put("break");
        break;
      case "code":
      case "html":
        for (const part of splitRaw(source, node, span)) {
          const raw = new InlineReader(source);
          if (node.type === "html") raw.addHtml(part.text, part.at);
          else raw.addText(part.text, part.at);
          const block = makeBlock("text", raw, { start: part.at, end: part.at + part.text.length }, more);
          if (block.text.text !== "") blocks.push(block);
        }
        break;
      case "table":
        put("table", { rows: readRows(node, source) });
        break;
      case "definition":
        if (!isLink(node)) {
          reader.addText(source.slice(span.start, span.end), span.start);
          put("text");
        }
        break;
      default:
        reader.addNode(node);
        put("text");
    }
  };
  for (const node of root.children) visit(node, { listDepth: slice.depth, footnote: false, quote: -1 }, null);
  return blocks;
}

function readRows(table: Table, source: string): MappedText[][] {
  return table.children.map((row) =>
    row.children.map((cell) => {
      const reader = new InlineReader(source);
      for (const child of cell.children) reader.addNode(child);
      return reader.finish().text;
    }),
  );
}

function readMarker(source: string, item: Span, listDepth: number): Marker {
  const text = /^(?:\d{1,9}[.)]|[-+*])/.exec(source.slice(item.start, item.start + 12))?.[0] ?? "";
  const bullet = /^[-+*]?$/.test(text);
  return { text: bullet ? "" : text, at: item.start, bullet: bullet ? listDepth : 0 };
}

/** A fenced or HTML block as paragraphs, where they stand in the source. */
function splitRaw(source: string, node: Nodes, span: Span): Stretch[] {
  let from = span.start;
  let to = span.end;
  if (node.type === "code") {
    const raw = source.slice(from, to);
    const fence = /^(`{3,}|~{3,})[^\r\n]*(?:\r\n|\r|\n|$)/.exec(raw)?.[0] ?? "";
    const closing = /(?:\r\n|\r|\n)[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(raw)?.[0] ?? "";
    from += fence.length;
    to = Math.max(from, to - closing.length);
  }
  return paragraphs(source.slice(from, to)).map((part) => ({ text: part.text, at: part.at + from }));
}

/** `[Authority]: Ministry` is a form to be filled in, no link. */
function isLink(node: Definition): boolean {
  return /[/.#]|^$/.test(node.url);
}

function nodeSpan(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The block when its source stands `by` characters further on; its quote begins at `quote` when that is no negative number. */
function shiftBlock(block: Block, by: number, quote: number): Block {
  if (by === 0) return block;
  return {
    ...block,
    text: shiftText(block.text, by),
    span: { start: block.span.start + by, end: block.span.end + by },
    quote: block.quote < 0 ? -1 : quote < 0 ? block.quote + by : quote,
    rows: block.rows.map((row) => row.map((cell) => shiftText(cell, by))),
  };
}

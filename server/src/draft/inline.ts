import type { Nodes } from "mdast";
import { TextBuilder, type MappedText } from "./sourceMap.ts";
import type { Span } from "./types.ts";

export interface InlineText {
  readonly text: MappedText;
  readonly strong: number;
  readonly emphasis: number;
  readonly struck: readonly Span[];
}

const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const TAG = /<!--[^]*?(?:-->|$)|<\/?([A-Za-z][A-Za-z0-9-]*)[^<>]*>/g;
const HTML_NAMES = new Set(
  (
    "a abbr article aside b blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em figure font footer h1 h2 h3 " +
    "h4 h5 h6 head header hr html i img ins kbd li link main mark meta nav ol p pre q s script section small span strike strong style sub " +
    "summary sup table tbody td tfoot th thead title tr tt u ul wbr"
  ).split(" "),
);
const STRIKES = new Set(["del", "s", "strike"]);
const INLINE_NAMES = new Set(
  "a abbr b cite code del dfn em font i ins kbd mark q s small span strike strong sub sup tt u wbr".split(" "),
);
/** Marks left in the text: strikethrough, calls of footnotes that stand elsewhere, asterisks that clasp no emphasis. */
const LEFT_MARKS = /~~|\[\^[^\]\s]{1,100}\]|(?<![\s*])\*{1,3}(?![*])|\*{1,3}(?=[\p{L}\p{N}(“"])/gu;

/** Turns the inline content of one block into plain text with its source map. */
export class InlineReader {
  readonly #source: string;
  readonly #builder = new TextBuilder();
  readonly #struck: Span[] = [];
  #struckFrom = -1;
  #strong = -1;
  #emphasis = -1;

  constructor(source: string) {
    this.#source = source;
  }

  addNode(node: Nodes): void {
    switch (node.type) {
      case "text":
        this.#addValue(node.value, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
        break;
      case "inlineCode": {
        const start = node.position?.start.offset ?? 0;
        const at = this.#source.indexOf(node.value, start);
        if (at >= 0 && at < (node.position?.end.offset ?? 0)) this.addText(node.value, at);
        else this.#addValue(node.value, start + 1, node.position?.end.offset ?? 0);
        break;
      }
      case "break":
        this.#builder.blank();
        break;
      case "html":
        this.addHtml(node.value, node.position?.start.offset ?? 0);
        break;
      case "image":
      case "imageReference": {
        const start = (node.position?.start.offset ?? 0) + 2;
        if (node.alt) this.#addValue(node.alt, start, node.position?.end.offset ?? start);
        break;
      }
      case "footnoteReference":
        break;
      default:
        if ("children" in node) this.#addParent(node);
    }
  }

  /** Adds a stretch that stands at `at` in the source as it is, marks of strikethrough and footnotes apart. */
  addText(value: string, at: number): void {
    if (!/~~|\[\^|\*/.test(value)) {
      this.#builder.add(value, at);
      return;
    }
    let from = 0;
    for (const mark of value.matchAll(LEFT_MARKS)) {
      this.#builder.add(value.slice(from, mark.index), at + from);
      if (mark[0] === "~~") this.#toggleStrike();
      from = mark.index + mark[0].length;
    }
    this.#builder.add(value.slice(from), at + from);
  }

  /** Adds HTML as it stands at `at`: known tags and comments are marks, `<name of agency>` is text. */
  addHtml(value: string, at: number): void {
    let from = 0;
    for (const tag of value.matchAll(TAG)) {
      const name = tag[1]?.toLowerCase();
      if (name !== undefined && !HTML_NAMES.has(name)) continue;
      this.addText(value.slice(from, tag.index), at + from);
      if (name !== undefined && STRIKES.has(name)) this.#toggleStrike();
      else if (name !== undefined && !INLINE_NAMES.has(name)) this.#builder.blank();
      from = tag.index + tag[0].length;
    }
    this.addText(value.slice(from), at + from);
  }

  finish(): InlineText {
    if (this.#struckFrom >= 0) this.#struckFrom = -1;
    const text = this.#builder.finish();
    const limit = (length: number): number => Math.max(0, Math.min(length, text.text.length));
    return { text, strong: limit(this.#strong), emphasis: limit(Math.max(this.#strong, this.#emphasis)), struck: this.#struck };
  }

  #addParent(node: Extract<Nodes, { children: unknown }>): void {
    const leads =
      this.#builder.length === 0 || (node.type === "strong" ? this.#strong : this.#emphasis) >= this.#builder.length - 1;
    for (const child of node.children) this.addNode(child);
    if (node.type === "strong" && leads) this.#strong = this.#builder.length;
    if (node.type === "emphasis" && leads) this.#emphasis = this.#builder.length;
  }

  #toggleStrike(): void {
    if (this.#struckFrom < 0) {
      this.#struckFrom = this.#builder.length;
      return;
    }
    if (this.#builder.length > this.#struckFrom) this.#struck.push({ start: this.#struckFrom, end: this.#builder.length });
    this.#struckFrom = -1;
  }

  #addValue(value: string, start: number, end: number): void {
    const source = this.#source;
    if (end - start === value.length && source.startsWith(value, start)) {
      this.addText(value, start);
      return;
    }
    let run = 0;
    let at = start;
    const flush = (to: number): void => {
      if (to > run) this.addText(value.slice(run, to), at - (to - run));
    };
    for (let i = 0; i < value.length;) {
      const char = value[i];
      if (char === "\n" || char === "\r") {
        flush(i);
        this.#builder.blank();
        at = skipLineBreak(source, at);
        i += char === "\r" && value[i + 1] === "\n" ? 2 : 1;
        run = i;
        continue;
      }
      const entity = source[at] === "&" ? entityAt(source, at) : null;
      if (entity !== null && !value.startsWith(entity, i)) {
        flush(i);
        const decoded = String.fromCodePoint(value.codePointAt(i) ?? 0xfffd);
        this.#builder.addUnmapped(decoded);
        at += entity.length;
        i += decoded.length;
        run = i;
        continue;
      }
      if (source[at] === "\\" && source[at + 1] === char) {
        flush(i);
        run = i;
        at++;
      }
      if (source[at] !== char) {
        flush(i);
        const found = at < end ? source.indexOf(char ?? "", at) : -1;
        if (found < 0 || found >= end) {
          this.#builder.addUnmapped(value.slice(i));
          return;
        }
        at = found;
        run = i;
      }
      at++;
      i++;
    }
    flush(value.length);
  }
}

function entityAt(source: string, at: number): string | null {
  ENTITY.lastIndex = at;
  return ENTITY.exec(source)?.[0] ?? null;
}

/** From trailing blanks over the line end and the indent or quote marks of the next line. */
function skipLineBreak(source: string, from: number): number {
  let at = from;
  while (source[at] === " " || source[at] === "\t") at++;
  if (source[at] === "\r") at++;
  if (source[at] === "\n") at++;
  while (source[at] === " " || source[at] === "\t" || source[at] === ">") at++;
  return at;
}

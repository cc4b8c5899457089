/** A stretch of the source that can be parsed as Markdown by itself. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
/** A line that may belong to the block before the blank line: indented, a list item, or the body of a footnote. */
const CONTINUES = /^(?:[ \t]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/;
const HTML_OPENINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
];

/**
 * Cuts `source` from offset `from` into chunks that give the same Markdown blocks parsed one by one as parsed whole: at ATX headings in
 * column 0, and after a blank line before an unindented line that is no list item, outside fences and HTML blocks that span blank lines.
 */
export function cutChunks(source: string, from: number): Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  let blankBefore = true;
  let fence: string | null = null;
  let htmlEnd: RegExp | null = null;
  const cut = (at: number): void => {
    if (at > start) chunks.push({ start, end: at });
    start = at;
  };
  for (let at = from; at < source.length;) {
    const next = lineEnd(source, at);
    const line = source.slice(at, next).replace(/[\r\n]+$/, "");
    const blank = line.trim() === "";
    if (fence !== null) {
      if (closesFence(line, fence)) fence = null;
    } else if (htmlEnd) {
      if (htmlEnd.test(line)) htmlEnd = null;
    } else if (HEADING.test(line)) {
      cut(at);
      cut(next);
      blankBefore = true;
      at = next;
      continue;
    } else {
      if (!blank && blankBefore && !CONTINUES.test(line)) cut(at);
      fence = FENCE.exec(line)?.[1] ?? null;
      if (fence === null) htmlEnd = openedHtml(line);
    }
    blankBefore = blank && fence === null && htmlEnd === null;
    at = next;
  }
  cut(source.length);
  return chunks;
}

function lineEnd(source: string, at: number): number {
  for (let i = at; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return source.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return source.length;
}

function closesFence(line: string, fence: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return closing !== undefined && closing[0] === fence[0] && closing.length >= fence.length;
}

function openedHtml(line: string): RegExp | null {
  for (const [opening, closing] of HTML_OPENINGS) {
    const match = opening.exec(line);
    if (match) return closing.test(line.slice(match[0].length)) ? null : closing;
  }
  return null;
}

import type { MappedText } from "./sourceMap.ts";

/** Plain text with a sign wherever a short emphasised stretch begins and ends, so that **term** can be read like “term”. */
export interface MarkedText {
  readonly text: string;
  /** The plain text that it was made of. */
  readonly plain: string;
  /** Offset in the plain text for an offset in `text`. */
  plainAt(offset: number): number;
}

/** Signs of the private use area: no draft contains them. */
export const MARK_OPEN = "\uE000";
export const MARK_CLOSE = "\uE001";
export const MARKS = /[\uE000\uE001]/g;

const LONGEST = 70;
const TAG_OPEN = /<(?:b|i|em|strong|dfn|u)>$/i;
const TAG_CLOSE = /^<\/(?:b|i|em|strong|dfn|u)>/i;
/** A word that begins, with the character before it. */
const STARTS = /^(?:[\s([/—–-]|^)[\p{L}\p{N}(]/u;
const QUOTE = /["“”„«»]/;

/** Marks the emphasised terms of `whole`, whose map leads into `source`; quoted stretches are left as they are. */
export function markEmphasis(whole: MappedText, source: string): MarkedText {
  const signs: { readonly at: number; readonly sign: string }[] = [];
  let open = -1;
  for (const segment of whole.map) {
    if (STARTS.test(whole.text.slice(Math.max(0, segment.at - 1), segment.at + 1)) && opens(source, segment.source))
      open = segment.at;
    const end = segment.at + segment.length;
    if (open < 0 || whole.text[end - 1] === " " || !closes(source, segment.source + segment.length)) continue;
    const words = whole.text.slice(open, end).replace(/[\s:.,;—–-]+$/, "");
    const around = whole.text.slice(Math.max(0, open - 1), end + 1);
    if (words.length <= LONGEST && /\p{L}/u.test(words) && !QUOTE.test(around) && !/[.;:]\s/.test(words)) {
      signs.push({ at: open, sign: MARK_OPEN }, { at: open + words.length, sign: MARK_CLOSE });
    }
    open = -1;
  }
  let text = "";
  let from = 0;
  for (const { at, sign } of signs) {
    text += whole.text.slice(from, at) + sign;
    from = at;
  }
  text += whole.text.slice(from);
  const plainAt = (offset: number): number => offset - signs.filter(({ at }, n) => at + n < offset).length;
  return { text, plain: whole.text, plainAt };
}

function opens(source: string, at: number): boolean {
  const before = source[at - 1];
  return before === "*" || before === "_" || (before === ">" && TAG_OPEN.test(source.slice(Math.max(0, at - 8), at)));
}

function closes(source: string, at: number): boolean {
  const after = source[at];
  return after === "*" || after === "_" || (after === "<" && TAG_CLOSE.test(source.slice(at, at + 9)));
}

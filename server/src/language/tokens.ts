/** Words of a provision, ready for matching. */

export interface Token {
  /** Lower case, typographic variants levelled, possessive removed. */
  readonly form: string;
  readonly stem: string;
  /** UTF-16 offsets in the text that was tokenised. */
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "soft" | "hard";
}

/** Words are split at hyphens, so that "sub-agent", "sub agent" and "sub‑agent" read alike. */
const TOKEN = /(\p{L}[\p{L}\p{M}]*(?:['’](?!s\b)\p{L}+)?)|(\p{N}[\p{N}.,]*\p{N}|\p{N})|([;.!?]|[؛؟])|([,:()—–،])/gu;
const POSSESSIVE = /^['’](?:s\b)?/u;
const PLURAL_OPTION = /^\(e?s\)/iu;

/** Splits `text` into words, numbers and punctuation, in order; `stemOf` gives the stem of a lower-case word. */
export function tokenise(text: string, stemOf: (form: string) => string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(text); m !== null; m = TOKEN.exec(text)) {
    const start = m.index;
    const raw = m[0];
    let end = start + raw.length;
    if (m[1] !== undefined) {
      const rest = text.slice(end, end + 4);
      const skip = PLURAL_OPTION.exec(rest) ?? POSSESSIVE.exec(rest);
      if (skip) TOKEN.lastIndex = end + skip[0].length;
      const form = raw.toLowerCase().replace("’", "'");
      tokens.push({ form, stem: stemOf(form), start, end, kind: "word" });
    } else if (m[2] !== undefined) {
      tokens.push({ form: raw, stem: "#", start, end, kind: "number" });
    } else if (m[3] !== undefined) {
      if (raw === "." && isAbbreviationPoint(text, start)) continue;
      end = start + 1;
      tokens.push({ form: raw, stem: ";", start, end, kind: "hard" });
    } else {
      tokens.push({ form: raw, stem: raw === "،" ? "," : raw, start, end, kind: "soft" });
    }
  }
  return tokens;
}

/** A point inside a sentence: after a number mark or a short abbreviation, or followed by a small letter. */
function isAbbreviationPoint(text: string, at: number): boolean {
  const after = /^\.\s*(\S)/u.exec(text.slice(at, at + 8))?.[1];
  if (after === undefined) return false;
  return (
    /[\p{Ll}\p{N},;:–—-]/u.test(after) ||
    /\b(?:no|nos|art|arts|sec|secs|cap|reg|para|rs|s|ss|p|v|mr|mrs|dr)$/iu.test(text.slice(Math.max(0, at - 6), at))
  );
}

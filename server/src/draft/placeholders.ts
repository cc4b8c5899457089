import type { Placeholder } from "./types.ts";

/** Brackets with a dot, a blank or a capitalised phrase; runs of underscores or dots; "TBD", "XX". */
const PATTERN =
  /\[\s*(?:[●•…_.\s]{0,40}|(?:to be |insert |name of |date of |\.{3}|…)[^[\]\r\n]{0,120}|\p{Lu}[^[\]\r\n]{0,80}|(?:XX+|TBD|TBC)[^[\]\r\n]{0,40})\s*\](?!\()|_{4,}|\.{6,}|…{3,}|(?<![\p{L}\d])(?:TBD|TBC|X{2,4})(?![\p{L}\d])|\{\{?[A-Za-z_][\w .-]{0,60}\}?\}|<(?:insert|name|date|number|title|amount)\b[^<>\r\n]{0,80}>/gu;
/** Citations and amendment notes that also stand in square brackets. */
const CITATION =
  /^\[\s*(?:Act|Acts|Cap|Chapter|Ch|Sections?|Ss?|Articles?|Regulations?|Rules?|Schedules?|Paragraphs?|Omitted|Repealed|Deleted|Reserved|Inserted|Substituted|Amended|Ins|Subs|Am|Rep|Date|PN|PR|P\.?U|L\.?N|G\.?N|S\.?I|Note|Sic|Sarawak|Sabah|Ord|Ordinance|Law|Decree|Order|No|Form|Part|R\.?A|P\.?D|E\.?O|Art|Loi|Ley|Lei|Gesetz|Editorial|Commencement|Assent(?:ed)?|Gazette)\b/;
const MARKS = /[●•…_.\s]/;

/** Places that the drafter has still to fill in, with their source range. */
export function findPlaceholders(source: string, from: number): Placeholder[] {
  const found: Placeholder[] = [];
  PATTERN.lastIndex = from;
  for (let match = PATTERN.exec(source); match; match = PATTERN.exec(source)) {
    const text = match[0];
    if (isPlaceholder(source, text, match.index))
      found.push({ text, span: { start: match.index, end: match.index + text.length } });
  }
  return found;
}

function isPlaceholder(source: string, text: string, at: number): boolean {
  if (!text.startsWith("["))
    return (
      !/^X{2,4}$/.test(text) ||
      !/\b(?:part|chapter|title|article|section|rule|annex|schedule|book)\s+$/i.test(source.slice(Math.max(0, at - 12), at))
    );
  const inner = text.slice(1, -1).trim();
  if (CITATION.test(text) || source[at - 1] === "!" || source[at + text.length] === "[" || source[at + text.length] === ":")
    return false;
  if (inner === "") return /\s/.test(text) && text.length > 3;
  if ([...inner].every((char) => MARKS.test(char))) return true;
  if (/\d{4}|[.;:]\s|\bby\b/.test(inner) && /\b(?:Act|Law|Ordinance|wef|inserted|amended|substituted)\b/.test(inner))
    return false;
  if (/^\p{Lu}[\p{L}'’-]*$/u.test(inner) && /^[\p{Ll}\d]/u.test(source[at + text.length] ?? "")) return false;
  const words = inner.split(/\s+/);
  return words.length <= 8 && !/[.;]$/.test(inner) && !/\b(?:shall|must|may|is|are|was)\b/.test(inner);
}

import type { Span } from "./types.ts";

export interface Insert extends Span {
  readonly role: "note" | "repealed";
}

const BRACKET = /\[[^[\]]{0,400}\]/g;
const STARS = /^\[[\s*.…_]*\*[\s*.…_]*\]$/;
const REPEALED =
  /^[\W\d]*(?:(?:sub-?)?(?:sections?|paragraphs?|articles?|definitions?|regulations?|clauses?|rules?|items?|provisos?|schedules?|part|chapter)\W[^.]{0,60})?\b(?:omitted|repealed|deleted|revoked|rep|spent|vacant|reserved|abrogée?s?|supprimée?s?|derogad[oa]s?|suprimid[oa]s?|revogad[oa]s?|aufgehoben|weggefallen|dihapus|dicabut|ملغاة|ملغى)\b/i;
/** Some word of `REPEALED`, wherever it stands. */
const GONE =
  /omitted|repealed|deleted|revoked|rep|spent|vacant|reserved|abrog|supprim|derogad|suprimid|revogad|aufgehoben|weggefallen|dihapus|dicabut|ملغ/i;
const EDITORIAL =
  /^\W*(?:\d{1,2}\s+(?:Subs|Ins|Omitted|Inserted|Substituted|Added|Rep|Repealed|Amended|Deleted|The words?|For Statement|See|i\.e)\b|.{0,120}\b(?:inserted|substituted|amended|added|renumbered|repealed|deleted|replaced|corrected)\b.{0,12}\bby\b|(?:am|ins|subs|rep)\.?\s|.{0,60}\bwef\b|(?:S|L\.N|G\.N)\.?\s?\d+\/\d+)/i;

/** Bracketed amendment notes ("[definition inserted by section 2 of Act 17]") and omission marks ("[* * *]") within running text. */
export function findInserts(text: string): Insert[] {
  if (!text.includes("[")) return [];
  const inserts: Insert[] = [];
  for (const match of text.matchAll(BRACKET)) {
    const inner = match[0];
    const span = { start: match.index, end: match.index + inner.length };
    if (STARS.test(inner)) inserts.push({ ...span, role: "repealed" });
    else if (isNoteText(inner)) inserts.push({ ...span, role: isRepealedText(inner) ? "repealed" : "note" });
  }
  return inserts;
}

/** Whether a whole sentence is an amendment note of the editors. */
export function isNoteText(text: string): boolean {
  if (!/^\s*\[|^\W*\d/.test(text)) return false;
  if (/^\W*\[?\d{1,3}[A-Z]{0,2}\]?$/.test(text)) return text.startsWith("[");
  return (
    text.length < 600 &&
    (/^\W*\d{1,2}\s/.test(text) || /^\s*\[/.test(text)) &&
    EDITORIAL.test(text) &&
    !/\b(?:shall|must)\b/i.test(text)
  );
}

/** Whether the text only says that what stood here has no effect: "[Omitted …]", "Repealed", "* * *". */
export function isRepealedText(text: string): boolean {
  if (/^[\s*.[\]()_…-]*\*[\s*.[\]()_…-]*$/.test(text)) return true;
  if (
    text.length > 300 ||
    !GONE.test(text) ||
    /\b(?:shall|must|may|are repealed|is repealed|is amended|are amended)\b/i.test(text)
  )
    return false;
  const bracketed = /^[\W\d]*\[/.test(text);
  return (
    (bracketed || text.split(/\s+/).length <= 4 || /\b(?:omitted|repealed|deleted|rep\.?)\s+by\b/i.test(text)) &&
    REPEALED.test(text)
  );
}

/** Words by which the outline tells a clause from a title, a lead-in from a sentence, whatever the language of the draft. */

const MODALS =
  /(?:^|[^\p{L}])(?:shall|must|may|will|cannot|is|are|was|were|has|have|means|includes|applies|apply|commits?|contravenes|doit|doivent|peut|peuvent|est|sont|sera|seront|deberá|deberán|podrá|podrán|debe|deben|es|son|está|queda|quedan|deverá|deverão|poderá|poderão|é|são|fica|muss|müssen|darf|dürfen|kann|können|ist|sind|wajib|dilarang|harus|dapat|adalah|يجب|يجوز|يحظر|تلتزم|يلتزم|يكون)(?![\p{L}])/iu;
const DUTIES =
  /(?:^|[^\p{L}])(?:shall|must|may|will|cannot|prohibited|forbidden|unlawful|commits?|entitled|liable|doit|doivent|peut|peuvent|interdit|interdite|deberá|deberán|podrá|podrán|debe|deben|prohíbe|prohibido|deverá|deverão|poderá|proibido|vedado|muss|müssen|darf|dürfen|verboten|wajib|dilarang|harus|dapat|يجب|يجوز|يحظر|تلتزم|يلتزم)(?![\p{L}])/iu;
const ASKS = /^(?:who|what|when|where|how|whether|which|persons? who|things? that|sums? which)\b/i;

/** Whether the text has a finite verb of law, so that it is a clause and no title. */
export function hasVerb(text: string): boolean {
  return MODALS.test(text) && !ASKS.test(text);
}

/** Whether the text lays down a duty, ban, leave or right. */
export function saysDuty(text: string): boolean {
  return DUTIES.test(text);
}

/** Whether the text could be a title: short, no clause, no unfinished list. */
export function looksLikeTitle(text: string): boolean {
  return text.length <= 140 && countWords(text) <= 16 && !/[;:,—–-]$/.test(text) && !hasVerb(text) && /\p{L}/u.test(text);
}

/** Whether every letter is a capital, of a script that has them. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Whether the text waits for what follows: a lead-in, or a sentence broken off by a page. */
export function isOpen(text: string): boolean {
  return !/[.?!؟。;][”’"»')\]]*$/.test(text);
}

/** Whether the text announces a list: it ends in a colon or a dash. */
export function announces(text: string): boolean {
  return /(?:[:—–―⸺]|[:,]\s?-{1,2}|\s-)[”’"»]?$/.test(text);
}

export function startsLower(text: string): boolean {
  return /^[\s"“”'‘’([]*\p{Ll}/u.test(text);
}

/** Draft text made safe to print: it must not move the cursor, colour the terminal or turn the reading direction. */

// Direction marks have no picture and no use in a terminal line; Arabic drafts are full of them.
const MARKS = /[\u061c\u200b\u200e\u200f\ufeff]/gu;
// C0 and C1 controls except tab and line feed; bidirectional embeddings, overrides and isolates; invisible operators.
const DANGEROUS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2060-\u206f]/gu;
const UNPAIRED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with control and direction-turning characters shown as "\u001b"-like escapes and bare direction marks dropped. */
export function neutral(text: string): string {
  return text.replace(MARKS, "").replace(DANGEROUS, escaped).replace(UNPAIRED, escaped);
}

/** JSON that is safe to print: the same value, with every such character written as an escape. */
export function neutralJson(json: string): string {
  return json.replace(MARKS, escaped).replace(/[\u007f-\u009f\u2028-\u202e\u2060-\u206f]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

import { isDefinitionHeading, isDefinitionLead } from "./definitionWords.ts";
import { definedTerm } from "./definitions.ts";
import { markEmphasis } from "./marked.ts";
import { isRecital } from "./regions.ts";
import { splitRun } from "./runs.ts";
import { EMPTY_TEXT, type MappedText } from "./sourceMap.ts";
import type { Piece, Place } from "./tree.ts";
import type { ProvisionRole } from "./types.ts";
import { announces, countWords, hasVerb, isCapitals, saysDuty } from "./words.ts";

export function tableLead(table: Place): MappedText {
  const content = table.parent?.content ?? [];
  const before = content[content.indexOf(table) - 1];
  if (before?.type !== "text" || before.role !== "prose") return EMPTY_TEXT;
  const sentence = splitRun([before]).findLast((other) => other.role === "prose");
  if (!sentence) return EMPTY_TEXT;
  return announces(sentence.text.text) ||
    /\b(?:table|columns?|following|below|schedule|as follows|tableau|colonnes?|suivant\w*|cuadro|columnas?|siguientes?)\b/i.test(
      sentence.text.text,
    )
    ? sentence.text
    : EMPTY_TEXT;
}

function ancestors(place: Place): Place[] {
  const chain: Place[] = [];
  for (let up: Place | null = place; up; up = up.parent) chain.push(up);
  return chain;
}

export function isRepealed(place: Place): boolean {
  return ancestors(place).some((up) => up.repealed);
}

export function isWithinNote(place: Place): boolean {
  return ancestors(place).some((up) => up.kind === "note");
}

/** Whether the unit stands in a list of definitions, by its headings or by the words that open the list. */
export function isListedDefinition(place: Place): boolean {
  for (let up: Place | null = place.parent; up; up = up.parent) {
    if (up.headings.some((heading) => isDefinitionHeading(heading.text))) return true;
    if (leadProse(up).some(isDefinitionLead)) return true;
    if (up.basic) return false;
  }
  return false;
}

/** What stands in the unit before its first child. */
function leadProse(place: Place): string[] {
  const end = place.content.findIndex((item) => item.type === "unit" && !item.aside);
  return place.content
    .slice(0, end < 0 ? 1 : end)
    .flatMap((item) => (item.type === "text" && item.role === "prose" ? [item.text.text] : []));
}

export function readRole(
  place: Place,
  own: MappedText,
  role: Piece["role"],
  source: string,
): { readonly role: ProvisionRole; readonly term?: string } {
  const chain = ancestors(place);
  if (role === "repealed" || chain.some((up) => up.repealed)) return { role: "repealed" };
  if (role === "note" || chain.some((up) => up.kind === "note")) return { role: "note" };
  if (role === "heading" || (own.text.length <= 80 && isCapitals(own.text) && countWords(own.text) <= 8 && !hasVerb(own.text)))
    return { role: "heading" };
  if (chain.some((up) => up.kind === "preamble")) return { role: "preamble" };
  const listed =
    place.basic && place.headings.length > 0
      ? isListedDefinition(place)
      : place.kind === "definition" || isListedDefinition(place);
  const marked = markEmphasis(own, source);
  const quoted = definedTerm(marked, false);
  if (
    place.kind === "definition" &&
    place.term !== null &&
    quoted === null &&
    own.text.includes(place.term) &&
    !saysDuty(own.text.slice(0, 200).split(". ")[0] ?? "")
  ) {
    return { role: "definition", term: place.term };
  }
  const found = quoted ?? definedTerm(marked, listed && !saysDuty(own.text.slice(0, 60)) && place.rank >= 59);
  if (found) return { role: "definition", term: found.term };
  if (chain.some((up) => up.kind === "schedule")) return { role: "schedule" };
  if (isRecital(own.text) && place.rank <= 60 && place.number === "") return { role: "preamble" };
  return { role: "operative" };
}

export function articleOf(place: Place): Place {
  const chain = ancestors(place);
  const basic = chain.find((up) => up.basic);
  if (basic) return basic;
  return chain.find((up) => up.rank < 100 && up.kind !== "draft") ?? chain.at(-1) ?? place;
}

export function headingsOf(place: Place): string[] {
  return ancestors(place)
    .reverse()
    .filter((up) => up.kind !== "draft" && up.headings.length > 0)
    .map((up) => up.heading);
}

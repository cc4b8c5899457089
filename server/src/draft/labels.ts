import type { Place } from "./tree.ts";
import type { DraftKind } from "./types.ts";

const WORDS: Readonly<Record<string, string>> = {
  art: "article",
  sec: "section",
  sect: "section",
  reg: "regulation",
  "§": "section",
};
const CAPITAL = new Set(["article", "artículo", "articulo", "artigo", "artikel"]);

/** How a lawyer would name the unit: "section 12(3)(a)", "Article 7", "First Schedule, paragraph 4", "section 2, definition of “agency”". */
export function labelOf(place: Place, kind: DraftKind): string {
  if (place.kind === "draft") return "the draft";
  const parent = place.parent;
  const own = ownName(place, kind);
  if (!parent || parent.kind === "draft") return own;
  if (place.kind === "definition" && place.style === "term") return `${labelOf(parent, kind)}, ${own}`;
  if (place.kind === "table" || (place.kind === "note" && place.aside)) return `${labelOf(parent, kind)}, ${own}`;
  if (place.basic || place.rank < 60) return withOuter(place, own, kind);
  if (/^(?:1\.)+1$/.test(place.style)) return outerSchedule(place, kind, own);
  if (place.number === "") return place.heading === "" ? `${labelOf(parent, kind)}, ${own}` : `${labelOf(parent, kind)}, ${own}`;
  if (isNamed(parent)) return `${labelOf(parent, kind)}(${place.number})`;
  return withOuter(place, `paragraph ${parenthesised(place)}`, kind);
}

/** Whether items of the unit are named by their number in brackets behind its own name. */
function isNamed(place: Place): boolean {
  if (place.kind === "definition" && place.style === "term") return true;
  return place.number !== "" && (place.rank >= 60 || place.basic);
}

function parenthesised(place: Place): string {
  return /^\(/.test(place.style) ? `(${place.number})` : place.number;
}

/** Containers that a reader needs to find the place: schedules with their parts, and rules or articles above sections. */
function withOuter(place: Place, own: string, kind: DraftKind): string {
  const outer: string[] = [];
  for (let up = place.parent; up && up.kind !== "draft"; up = up.parent) {
    const inSchedule = hasScheduleAbove(up);
    if (up.kind === "schedule") outer.unshift(ownName(up, kind));
    else if (!inSchedule && up.rank < 59 && up.number !== "" && outer.length === 0 && restarts(up))
      outer.unshift(ownName(up, kind));
    else if (inSchedule && up.rank < 48 && up.number !== "") outer.unshift(ownName(up, kind));
    else if (up.basic && place.basic && place.proposed && !up.proposed) outer.unshift(ownName(up, kind));
  }
  return [...outer, own].join(", ");
}

/** Whether the law numbers its basic units anew in each container, so that the container belongs to their name. */
function restarts(place: Place): boolean {
  let root = place;
  while (root.parent) root = root.parent;
  return root.restarts;
}

function outerSchedule(place: Place, kind: DraftKind, own: string): string {
  return hasScheduleAbove(place) ? withOuter(place, own, kind) : own;
}

function hasScheduleAbove(place: Place): boolean {
  for (let up = place.parent; up; up = up.parent) if (up.kind === "schedule") return true;
  return false;
}

function ownName(place: Place, kind: DraftKind): string {
  if (place.kind === "definition" && (place.style === "term" || place.number === ""))
    return `definition of “${place.term ?? place.number}”`;
  if (place.kind === "schedule") return scheduleName(place);
  if (place.kind === "preamble") return "preamble";
  if (place.kind === "note") return place.heading === "" ? "note" : place.heading;
  if (place.kind === "table") return "table";
  if (place.number === "") return place.heading === "" ? blockName(place) : `“${place.heading}”`;
  if (place.proposed && place.basic) return `new ${basicName(place, kind)} ${place.number}`;
  if (/^(?:1\.)+1$/.test(place.style)) return `paragraph ${place.number}`;
  return `${basicName(place, kind)} ${place.number}`;
}

function basicName(place: Place, kind: DraftKind): string {
  const word = WORDS[place.word] ?? place.word;
  if (word === "")
    return place.kind === "paragraph" ? "paragraph" : place.rank < 59 ? "part" : kind === "bla" ? "clause" : "section";
  if (/^(?:part|chapter|title|book)$/.test(word) || CAPITAL.has(word)) return word[0]?.toUpperCase() + word.slice(1);
  return word;
}

function scheduleName(place: Place): string {
  const word = place.word === "" ? "schedule" : place.word;
  const capital = word[0]?.toUpperCase() + word.slice(1);
  if (place.number === "") return capital;
  if (/^\p{L}{4,}$/u.test(place.number) && !/^[IVXLC]+$/.test(place.number)) {
    return `${place.number[0]?.toUpperCase() ?? ""}${place.number.slice(1).toLowerCase()} ${capital}`;
  }
  return `${capital} ${place.number}`;
}

function blockName(place: Place): string {
  return `paragraph ${place.ordinal}`;
}

import { definedTerm } from "./definitions.ts";
import { labelOf } from "./labels.ts";
import { markEmphasis } from "./marked.ts";

import { isRepealedText } from "./repeals.ts";
import { isListedDefinition } from "./roles.ts";
import type { Place } from "./tree.ts";
import type { DraftKind, Span, Unit } from "./types.ts";
import { hasVerb } from "./words.ts";

/** Settles what the outline leaves open: which items are definitions, what is repealed, and the index of each unit in document order. */
export function settlePlaces(root: Place, source: string): Place[] {
  const places: Place[] = [];
  const open = [root];
  for (let place = open.pop(); place; place = open.pop()) {
    place.index = places.length;
    places.push(place);
    settleDefinition(place, source);
    place.repealed = isRepealedPlace(place);
    const children = place.children;
    let ordinal = 0;
    for (const child of children) if (child.number === "" && !child.aside) child.ordinal = ++ordinal;
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child) open.push(child);
    }
  }
  root.restarts = numbersRestart(places);
  return places;
}

function numbersRestart(places: readonly Place[]): boolean {
  const seen = new Set<string>();
  let count = 0;
  let repeated = 0;
  let schedule: Place | null = null;
  for (const place of places) {
    if (place.kind === "schedule") schedule = place;
    else if (place.rank <= 5) schedule = null;
    if (!place.basic || place.number === "" || place.proposed || (schedule && isWithin(place, schedule))) continue;
    count++;
    if (seen.has(place.number)) repeated++;
    seen.add(place.number);
  }
  return repeated > 0 && repeated * 10 > count;
}

function isWithin(place: Place, outer: Place): boolean {
  for (let up: Place | null = place; up; up = up.parent) if (up === outer) return true;
  return false;
}

const TERM_LEAD = /^\W*(?:(?:the |a |an )?(?:terms?|expressions?|words?|phrase) )?\W*$/i;

function settleDefinition(place: Place, source: string): void {
  if (place.style === "term" || place.rank < 100 || (place.kind !== "item" && place.kind !== "paragraph")) return;
  const text = place.content.find((item) => item.type === "text" && item.role === "prose");
  if (text?.type !== "text") return;
  const listed = isListedDefinition(place);
  const found = definedTerm(markEmphasis(text.text, source), listed);
  if (!found || !TERM_LEAD.test(text.text.text.slice(0, found.termAt)) || place.children.some((child) => child.style === "term"))
    return;
  if (listed && (hasVerb(found.term) || found.term.length > 90)) return;
  place.kind = "definition";
  place.term = found.term;
}

function isRepealedPlace(place: Place): boolean {
  if (place.kind === "draft") return false;
  if (place.headings.some((heading) => isRepealedText(heading.text))) return true;
  const prose = place.content.filter((item) => item.type !== "text" || item.role !== "heading");
  return (
    prose.length > 0 &&
    prose.every((item) => item.type === "text" && (item.role === "repealed" || isRepealedText(item.text.text)))
  );
}

/** The units of the draft, parents before children. */
export function readUnits(places: readonly Place[], kind: DraftKind, whole: Span): Unit[] {
  const spans = readSpans(places, whole);
  return places.map((place, index) => ({
    index,
    parent: place.parent?.index ?? null,
    children: place.children.map((child) => child.index),
    kind: place.kind,
    ...(place.number === "" ? {} : { number: place.number }),
    ...(place.headings.length === 0 ? {} : { heading: place.heading }),
    label: labelOf(place, kind),
    span: spans[index] ?? whole,
    own: place.own,
    repealed: place.repealed,
  }));
}

function readSpans(places: readonly Place[], whole: Span): Span[] {
  const starts = places.map((place) => place.own[0]?.start ?? Number.POSITIVE_INFINITY);
  const ends = places.map((place) => place.own.at(-1)?.end ?? Number.NEGATIVE_INFINITY);
  for (let i = places.length - 1; i > 0; i--) {
    const parent = places[i]?.parent?.index;
    if (parent === undefined) continue;
    starts[parent] = Math.min(starts[parent] ?? Number.POSITIVE_INFINITY, starts[i] ?? Number.POSITIVE_INFINITY);
    ends[parent] = Math.max(ends[parent] ?? Number.NEGATIVE_INFINITY, ends[i] ?? Number.NEGATIVE_INFINITY);
  }
  const spans: Span[] = [];
  places.forEach((place, index) => {
    const start = starts[index] ?? Number.POSITIVE_INFINITY;
    const end = ends[index] ?? Number.NEGATIVE_INFINITY;
    const around = spans[place.parent?.index ?? -1] ?? whole;
    if (index === 0) spans.push(whole);
    else spans.push(start <= end ? { start, end } : { start: around.start, end: around.start });
  });
  return spans;
}

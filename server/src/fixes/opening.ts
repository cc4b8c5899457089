/** How a draft opens its provisions: number, heading and the marks around them, learnt from one of its own. */
import type { Draft, Unit } from "../draft/types.ts";

interface Hole {
  readonly at: number;
  readonly length: number;
  readonly name: "number" | "heading";
}

/**
 * The opening of a provision as written with another number and heading; null when it cannot be learnt from this unit
 * (its heading is broken up by marks). A unit without number or heading gives an opening without it.
 */
export function openLike(draft: Draft, unit: Unit, number: string | null, heading: string): string | null {
  const written = draft.source.slice(unit.span.start, bodyStart(draft, unit)).replaceAll("\r\n", "\n");
  const holes = findHoles(written, unit);
  if (holes === null || (unit.number !== undefined && number === null)) return null;
  let opening = "";
  let marks = "";
  let at = 0;
  for (const hole of holes) {
    const filling = hole.name === "number" ? (number ?? "") : headingLike(heading, unit.heading ?? "");
    opening += written.slice(at, hole.at) + filling;
    marks += `${written.slice(at, hole.at)}\n`;
    at = hole.at + hole.length;
  }
  const rest = cutAtWords(written.slice(at));
  return isPlain(marks, rest) ? separated(opening + rest) : null;
}

/** Words behind the heading (a heading said twice) are no part of the opening: it ends with the line before them. */
function cutAtWords(rest: string): string {
  const lineEnd = rest.indexOf("\n\n");
  return (lineEnd < 0 || !/[\p{L}\p{N}]/u.test(rest) ? rest : rest.slice(0, lineEnd + 2)).replace(/\n[ \t]+$/u, "\n");
}

/** Whether the marks around number and heading are only marks: one word such as "Article", and emphasis that is closed again. */
function isPlain(marks: string, rest: string): boolean {
  const words = marks.match(/[\p{L}\p{N}]+/gu) ?? [];
  const paired = (mark: string): boolean => (marks + rest).split(mark).length % 2 === 1;
  return words.length <= 2 && !/[\p{L}\p{N}"“]/u.test(rest) && !/["“]/u.test(marks) && ["**", "__", "*", "_"].every(paired);
}

/** A Markdown heading ends with its line, whatever stood on it before the words. */
function separated(opening: string): string {
  const lastLine = opening.slice(opening.trimEnd().lastIndexOf("\n") + 1);
  if (!/^ {0,3}#{1,6}[ \t]/u.test(lastLine) || /\n\s*$/u.test(opening)) return opening;
  return `${opening.replace(/[\s.]*[-—–―⸺]*\s*$/u, "")}\n\n`;
}

/** UTF-16 offset where the words of a provision begin, after its number and heading. */
export function bodyStart(draft: Draft, unit: Unit): number {
  const child = unit.children.map((index) => draft.units[index]).find((candidate) => candidate !== undefined);
  let start = Math.min(unit.span.end, child?.span.start ?? Infinity);
  for (const provision of draft.provisions) {
    const first = provision.map[0]?.source;
    if (first === undefined || provision.role === "heading" || first < unit.span.start || first >= start) continue;
    start = first;
  }
  return start;
}

function findHoles(written: string, unit: Unit): readonly Hole[] | null {
  const holes: Hole[] = [];
  const headingAt = unit.heading === undefined ? -1 : written.indexOf(unit.heading);
  if (unit.heading !== undefined) {
    if (headingAt < 0) return null;
    holes.push({ at: headingAt, length: unit.heading.length, name: "heading" });
  }
  if (unit.number !== undefined) {
    const numberAt = numberOutside(written, unit.number, headingAt, unit.heading?.length ?? 0);
    if (numberAt < 0) return null;
    holes.push({ at: numberAt, length: unit.number.length, name: "number" });
  }
  return holes.sort((a, b) => a.at - b.at);
}

function numberOutside(written: string, number: string, headingAt: number, headingLength: number): number {
  for (let at = written.indexOf(number); at >= 0; at = written.indexOf(number, at + 1)) {
    const inside = headingAt >= 0 && at >= headingAt && at < headingAt + headingLength;
    const alone = !/[\p{L}\d]/u.test(written[at - 1] ?? " ") && !/[\p{L}\d]/u.test(written[at + number.length] ?? " ");
    if (!inside && alone) return at;
  }
  return -1;
}

function headingLike(heading: string, model: string): string {
  const bare = heading.replace(/[.:]$/u, "");
  const cased = model !== model.toLowerCase() && model === model.toUpperCase() ? bare.toUpperCase() : bare;
  return /[.:]$/u.test(model) ? cased + model.slice(-1) : cased;
}

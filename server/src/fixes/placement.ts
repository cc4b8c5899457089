/** Where a new provision goes in a draft, and which of its provisions it is written like. */
import type { Draft, Unit } from "../draft/types.ts";

export interface Place {
  /** UTF-16 offset in the source, at the end of a text block. */
  readonly at: number;
  /** The provision it comes after and looks like; null in a draft without provisions. */
  readonly after: Unit | null;
  /** True when it comes after a provision on its subject, false when it is put at the end for want of one. */
  readonly anchored: boolean;
  /** All provisions of the operative text, in document order. */
  readonly row: readonly Unit[];
}

const CLOSING =
  /^(?:[*_>\s]*)(?:done (?:at|in|this)|in witness whereof|in faith whereof|signed (?:at|in|on|this|by)|for the government|for and on behalf|fait à|en foi de quoi|hecho en|en fe de lo cual|made at|passed by|assented to)/iu;
const RULE_OR_NOTE = /^(?:(?:[-*_]\s*){3,}$|\[\^[^\]]+\]:|<!--)/u;

/** Finds the place for a clause that belongs with `anchorUnit`, or at the end of the operative text when that is null. */
export function placeClause(draft: Draft, anchorUnit: number | null): Place {
  const row = operativeUnits(draft);
  const anchor = anchorUnit === null ? null : unitFor(draft, row, anchorUnit);
  const after = anchor ?? row.at(-1) ?? null;
  if (after === null) return { at: endOfText(draft.source, 0, draft.source.length), after, anchored: false, row };
  return { at: endOfText(draft.source, after.span.start, after.span.end), after, anchored: anchor !== null, row };
}

/** The units that hold the operative provisions (articles or sections), in document order, without schedules and notes. */
export function operativeUnits(draft: Draft): readonly Unit[] {
  const indexes = new Set<number>();
  for (const provision of draft.provisions) {
    if (provision.role === "operative" || provision.role === "definition") indexes.add(provision.article);
  }
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => draft.units[index])
    .filter((unit) => unit !== undefined)
    .filter((unit) => unit.kind !== "draft" && unit.kind !== "block" && !aboveOrSelf(draft, unit).some((up) => isApart(up)));
}

/** A unit and the units it lies in, innermost first. */
export function aboveOrSelf(draft: Draft, unit: Unit): readonly Unit[] {
  const chain: Unit[] = [];
  for (let at: Unit | undefined = unit; at !== undefined; at = at.parent === null ? undefined : draft.units[at.parent])
    chain.push(at);
  return chain;
}

function isApart(unit: Unit): boolean {
  return unit.kind === "schedule" || unit.kind === "note" || unit.kind === "preamble" || unit.kind === "table";
}

/** The provision of the row that a unit lies in, or the last one that lies in it; null when there is none. */
function unitFor(draft: Draft, row: readonly Unit[], index: number): Unit | null {
  const anchor = draft.units[index];
  if (anchor === undefined || anchor.kind === "draft") return null;
  const holder = aboveOrSelf(draft, anchor).find((unit) => row.includes(unit));
  return holder ?? row.findLast((unit) => unit.span.start >= anchor.span.start && unit.span.end <= anchor.span.end) ?? null;
}

/** The end of the text between two offsets, before signatures, rules, footnotes and comments that close it. */
function endOfText(source: string, from: number, to: number): number {
  const text = source.slice(from, to);
  const starts = [0, ...[...text.matchAll(/\n[ \t]*\r?\n\s*/gu)].map((gap) => gap.index + gap[0].length)];
  const blocks = starts.map((start, i) => ({ start, text: text.slice(start, starts[i + 1] ?? text.length) }));
  const closing = blocks.findIndex((block, i) => i > 0 && CLOSING.test(block.text));
  let kept = closing < 0 ? blocks : blocks.slice(0, closing);
  while (kept.length > 1 && RULE_OR_NOTE.test(kept.at(-1)?.text.trim() ?? "")) kept = kept.slice(0, -1);
  const last = kept.at(-1);
  return last === undefined ? from : from + last.start + last.text.trimEnd().length;
}

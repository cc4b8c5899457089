/** How a draft marks the subsections and items of its provisions, learnt from those it has. */
import type { Draft, Unit } from "../draft/types.ts";

export interface BodyStyle {
  /** The mark in front of subsection `n` (from 1), with its blank: "(1) ", or "4.1 " where `decimal` numbers it. */
  readonly subsection: (n: number, decimal: ((n: number) => string) | null) => string;
  /** The mark in front of an item, with indentation: "(a) ", "- (a) ". */
  readonly item: (letter: string) => string;
  /** What stands between items: a line feed or a blank line. */
  readonly betweenItems: string;
  /** True when provisions are numbered by paragraph: "4.1", "4.2". */
  readonly decimal: boolean;
}

interface Mark {
  readonly before: string;
  readonly number: string;
  readonly after: string;
  readonly unit: Unit;
}

/** The style of a draft as seen in its provisions, those nearest to `near` first; "(1)" and "(a)" where it shows none. */
export function bodyStyle(draft: Draft, row: readonly Unit[], near: Unit | null): BodyStyle {
  const ordered = near === null ? row : [...row].sort((a, b) => Math.abs(a.index - near.index) - Math.abs(b.index - near.index));
  const subsection = firstMark(draft, ordered, (unit) => unit.kind !== "definition" && /^[\d.]+$/u.test(unit.number ?? ""));
  const item = firstMark(
    draft,
    ordered.flatMap((unit) => [unit, ...childrenOf(draft, unit)]),
    (unit) => /^[a-z]$/u.test(unit.number ?? ""),
  );
  const decimal = subsection !== null && subsection.number.includes(".");
  return {
    decimal,
    subsection: (n, numberOf) =>
      subsection === null ? `(${n}) ` : `${subsection.before}${numberOf === null ? n : numberOf(n)}${subsection.after}`,
    item: (letter) => (item === null ? `(${letter}) ` : `${item.before}${letter}${item.after}`),
    betweenItems: item !== null && isTight(draft, item.unit) ? "\n" : "\n\n",
  };
}

function firstMark(draft: Draft, units: readonly Unit[], fits: (unit: Unit) => boolean): Mark | null {
  for (const unit of units) {
    for (const child of childrenOf(draft, unit)) {
      const mark = fits(child) ? markOf(draft, child) : null;
      if (mark !== null) return mark;
    }
  }
  return null;
}

function markOf(draft: Draft, unit: Unit): Mark | null {
  const lineStart = draft.source.lastIndexOf("\n", unit.span.start - 1) + 1;
  const lead = draft.source.slice(lineStart, unit.span.start);
  const indent = /^[ \t]*(?:[-*+][ \t]+)?$/u.test(lead) ? lead : "";
  const number = unit.number ?? "";
  const at = draft.source.indexOf(number, unit.span.start);
  const before = draft.source.slice(unit.span.start, at);
  const after = /^[^\p{L}\p{N}\s]*[ \t]+/u.exec(draft.source.slice(at + number.length, at + number.length + 12))?.[0];
  if (after === undefined || !/^[^\p{L}\p{N}"“#]{0,6}$/u.test(before)) return null;
  const paired = ["*", "_"].every((mark) => (before.replace(/^[-*+][ \t]+/u, "") + after).split(mark).length % 2 === 1);
  return paired ? { before: indent + before, number, after: `${after.trimEnd()} `, unit } : null;
}

function isTight(draft: Draft, item: Unit): boolean {
  const parent = item.parent === null ? undefined : draft.units[item.parent];
  const next = parent?.children.map((index) => draft.units[index]).find((unit) => unit !== undefined && unit.index > item.index);
  if (next === undefined) return false;
  return !/\n[ \t]*\r?\n[^\n]*$/u.test(draft.source.slice(item.span.start, next.span.start));
}

function childrenOf(draft: Draft, unit: Unit): readonly Unit[] {
  return unit.children.map((index) => draft.units[index]).filter((child) => child !== undefined);
}

/** Findings set aside by a comment in the draft: `<!-- fairdraft-disable-next RULE: reason -->`. */
import type { Finding } from "../analysis/types.ts";
import type { Draft, Provision, Span, Unit } from "../draft/types.ts";

export interface Suppression {
  /** Ids of the rules, as written; several are separated by commas. */
  readonly rules: readonly string[];
  /** Why; empty when none is given, and then nothing is set aside. */
  readonly reason: string;
  /** Source range of the comment. */
  readonly span: Span;
}

export interface Suppressed {
  /** The findings that stand, in their order. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly suppression: Suppression }[];
  /** Comments that set nothing aside: no reason, a rule that was not found there, an unknown rule. */
  readonly unused: readonly Suppression[];
}

const DIRECTIVE = /^fairdraft-disable-next\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::|$)/u;

/**
 * Takes out the findings that comments of the draft set aside. A comment holds for the provision that follows it, for the whole article when
 * a heading follows, and for a gap wherever it stands. Comments in code are text.
 */
export function applySuppressions(findings: readonly Finding[], draft: Draft): Suppressed {
  const suppressions = readSuppressions(draft.source);
  if (suppressions.length === 0) return { findings, suppressed: [], unused: [] };
  const bound = suppressions.map((suppression) => ({ suppression, provisions: boundProvisions(draft, suppression.span.end) }));
  const used = new Set<Suppression>();
  const suppressed: { finding: Finding; suppression: Suppression }[] = [];
  const kept = findings.filter((finding) => {
    const by = bound.filter(({ suppression, provisions }) => holds(suppression, provisions, finding)).map((b) => b.suppression);
    const first = by[0];
    if (first === undefined) return true;
    by.forEach((suppression) => used.add(suppression));
    suppressed.push({ finding, suppression: first });
    return false;
  });
  return { findings: kept, suppressed, unused: suppressions.filter((suppression) => !used.has(suppression)) };
}

/** The suppressing comments of a source in order, those without a reason included. */
export function readSuppressions(source: string): readonly Suppression[] {
  if (!source.includes("fairdraft-disable-next")) return [];
  const readable = withoutCode(source);
  const found: Suppression[] = [];
  for (let start = readable.indexOf("<!--"); start >= 0;) {
    const close = readable.indexOf("-->", start + 4);
    if (close < 0) break;
    const text = readable.slice(start + 4, close).trim();
    const directive = DIRECTIVE.exec(text);
    if (directive !== null) {
      const rules = (directive[1] ?? "").split(",").map((rule) => rule.trim());
      const reason = text.slice(directive[0].length).trim().replace(/\s+/gu, " ");
      found.push({ rules, reason, span: { start, end: close + 3 } });
    }
    start = readable.indexOf("<!--", close + 3);
  }
  return found;
}

function holds(suppression: Suppression, provisions: ReadonlySet<number>, finding: Finding): boolean {
  if (suppression.reason === "" || !suppression.rules.includes(finding.rule)) return false;
  return finding.kind === "gap" || provisions.has(finding.evidence.provision);
}

/** The provisions that start at the first words after `offset`, or all of the unit whose heading these are. */
function boundProvisions(draft: Draft, offset: number): ReadonlySet<number> {
  const next = nextStart(draft.provisions, offset);
  const unit = nextUnit(draft.units, offset);
  if (unit !== null && unit.heading !== undefined && unit.span.start <= next) return provisionsIn(draft, unit.span);
  const starting = draft.provisions.filter((provision) => provision.map.some((segment) => segment.source === next));
  const headed = starting.find((provision) => provision.role === "heading");
  const headedUnit = headed === undefined ? undefined : draft.units[headed.unit];
  if (headedUnit !== undefined && headedUnit.kind !== "draft") return provisionsIn(draft, headedUnit.span);
  return new Set(starting.map((provision) => provision.index));
}

function nextStart(provisions: readonly Provision[], offset: number): number {
  let next = Infinity;
  for (const provision of provisions) {
    for (const { source } of provision.map) if (source >= offset && source < next) next = source;
  }
  return next;
}

function nextUnit(units: readonly Unit[], offset: number): Unit | null {
  let next: Unit | null = null;
  for (const unit of units) {
    if (unit.span.start >= offset && (next === null || unit.span.start < next.span.start)) next = unit;
  }
  return next;
}

function provisionsIn(draft: Draft, span: Span): ReadonlySet<number> {
  const inside = draft.provisions.filter((provision) => provision.span.start >= span.start && provision.span.end <= span.end);
  return new Set(inside.map((provision) => provision.index));
}

/** The source with fenced code and code spans blanked out, all offsets kept. */
function withoutCode(source: string): string {
  let fence: string | null = null;
  const lines = source.split(/(?<=\n)/u).map((line) => {
    const mark = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence === null) {
      if (mark === undefined) return line;
      fence = mark;
      return blanked(line);
    }
    if (mark !== undefined && mark.startsWith(fence) && /^[ \t>]*[`~]+\s*$/u.test(line)) fence = null;
    return blanked(line);
  });
  return lines
    .join("")
    .split(/(\n[ \t]*\r?\n)/u)
    .map(withoutCodeSpans)
    .join("");
}

/** One paragraph with its code spans blanked out: a run of backticks up to the next run of the same length. */
function withoutCodeSpans(paragraph: string): string {
  if (!paragraph.includes("`")) return paragraph;
  const runs = [...paragraph.matchAll(/`+/gu)].map((run) => ({ at: run.index, length: run[0].length }));
  const later = new Map<number, number[]>();
  for (const run of [...runs].reverse()) {
    const ends = later.get(run.length);
    if (ends === undefined) later.set(run.length, [run.at]);
    else ends.push(run.at);
  }
  let written = "";
  let at = 0;
  for (const run of runs) {
    const ends = later.get(run.length) ?? [];
    while (ends.length > 0 && (ends.at(-1) ?? 0) <= run.at) ends.pop();
    const close = ends.at(-1);
    if (run.at < at || close === undefined) continue;
    written += paragraph.slice(at, run.at) + blanked(paragraph.slice(run.at, close + run.length));
    at = close + run.length;
  }
  return written + paragraph.slice(at);
}

function blanked(text: string): string {
  return text.replace(/[^\n]/gu, " ");
}

/** From matches to one status with evidence per requirement. */
import type { Hit } from "../language/automaton.ts";
import type { Requirement } from "../rulebook/types.ts";
import type { ElementCount, Pattern } from "../rulebook/match.ts";
import { compilePattern, matchPattern, type CompiledPattern, type PatternMatch } from "./patterns.ts";
import { sourceSpan } from "./spans.ts";
import type { ScannedDraft, Sentence } from "./sentences.ts";
import type { Evidence, Limit, ReadingKind, RequirementReading, Status } from "./types.ts";

interface CompiledElements {
  readonly source: ElementCount;
  readonly where: readonly CompiledPattern[];
  readonly of: readonly { readonly name: string; readonly any: readonly string[] }[];
}

export interface CompiledRequirement {
  readonly requirement: Requirement;
  readonly satisfied: readonly CompiledPattern[];
  readonly partial: readonly CompiledPattern[];
  readonly conflict: readonly CompiledPattern[];
  readonly opened: readonly CompiledPattern[];
  readonly elements: CompiledElements | null;
}

/** Compiles the match part of a requirement. */
export function compileRequirement(requirement: Requirement): CompiledRequirement {
  const { match } = requirement;
  const all = (patterns: readonly Pattern[] | undefined): CompiledPattern[] => (patterns ?? []).map(compilePattern);
  return {
    requirement,
    satisfied: all(match.satisfied),
    partial: all(match.partial),
    conflict: all(match.conflict),
    opened: all(match.opened),
    elements: match.elements
      ? {
          source: match.elements,
          where: all(match.elements.where),
          of: Object.entries(match.elements.of).map(([name, any]) => ({ name, any: any.split("|").map((s) => s.trim()) })),
        }
      : null,
  };
}

const MOST_EVIDENCE = 6;

interface Ranked {
  readonly evidence: Evidence;
  readonly rank: number;
}

/** Reads one requirement on a scanned draft. */
export function readRequirement(compiled: CompiledRequirement, scanned: ScannedDraft): RequirementReading {
  const found: Ranked[] = [];
  const seen = new Set<string>();
  const note = (match: PatternMatch, sentence: Sentence, reading: ReadingKind, order: number): void => {
    const evidence = toEvidence(match, sentence, reading, scanned);
    const key = `${reading}|${evidence.words.map((w) => `${w.start}-${w.end}`).join(",")}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push({ evidence, rank: order });
  };
  for (const sentence of scanned.sentences) {
    each(compiled.conflict, sentence, scanned, (m, order) => note(m, sentence, "conflicts", order));
    each(compiled.satisfied, sentence, scanned, (m, order) =>
      note(m, sentence, m.limits.length > 0 ? "partial" : "satisfies", order),
    );
    each(compiled.partial, sentence, scanned, (m, order) => note(m, sentence, "partial", 100 + order));
  }
  const counted = compiled.elements ? countElements(compiled.elements, scanned) : null;
  if (counted) for (const e of counted.evidence) found.push({ evidence: e, rank: 50 });
  const evidence = rank(found);
  const status = statusOf(evidence) ?? absentStatus(compiled, scanned);
  return { id: compiled.requirement.id, status, evidence, present: counted?.present ?? [], absent: counted?.absent ?? [] };
}

function each(
  patterns: readonly CompiledPattern[],
  sentence: Sentence,
  scanned: ScannedDraft,
  use: (m: PatternMatch, order: number) => void,
): void {
  patterns.forEach((p, order) => {
    const m = matchPattern(p, sentence, scanned);
    if (typeof m !== "string") use(m, order);
  });
}

function toEvidence(match: PatternMatch, sentence: Sentence, reading: ReadingKind, scanned: ScannedDraft): Evidence {
  const words = match.words.map((h) => wordsSpan(h, sentence)).filter((s) => s !== null);
  const { provision } = sentence;
  const start = Math.min(provision.span.start, ...words.map((w) => w.start));
  const end = Math.max(provision.span.end, ...words.map((w) => w.end));
  return {
    provision: provision.index,
    unit: provision.unit,
    unitLabel: scanned.draft.units[provision.unit]?.label ?? "",
    span: { start, end },
    reading,
    limits: match.limits,
    pattern: match.pattern.source.id,
    words: words.sort((a, b) => a.start - b.start),
  };
}

function wordsSpan(hit: Hit, sentence: Sentence): { start: number; end: number } | null {
  const from = sentence.scan.tokens[hit.from];
  const to = sentence.scan.tokens[hit.to - 1];
  return from && to ? sourceSpan(sentence.provision, from.start, to.end) : null;
}

const WEIGHT: Record<ReadingKind, number> = { conflicts: 0, satisfies: 1, partial: 2 };

function rank(found: readonly Ranked[]): Evidence[] {
  const sorted = [...found].sort(
    (a, b) =>
      WEIGHT[a.evidence.reading] - WEIGHT[b.evidence.reading] || a.rank - b.rank || a.evidence.span.start - b.evidence.span.start,
  );
  const kept: Evidence[] = [];
  for (const { evidence } of sorted) {
    if (kept.some((k) => k.provision === evidence.provision && k.reading === evidence.reading)) continue;
    if (kept.filter((k) => k.reading === evidence.reading).length < MOST_EVIDENCE) kept.push(evidence);
  }
  return kept;
}

function statusOf(evidence: readonly Evidence[]): Status | null {
  if (evidence.some((e) => e.reading === "conflicts")) return "conflict";
  if (evidence.some((e) => e.reading === "satisfies")) return "met";
  return evidence.length > 0 ? "partial" : null;
}

function absentStatus(compiled: CompiledRequirement, scanned: ScannedDraft): Status {
  if (compiled.requirement.absent === "missing") return "missing";
  const opened = scanned.sentences.some((s) => compiled.opened.some((p) => typeof matchPattern(p, s, scanned) !== "string"));
  return opened ? "missing" : "na";
}

/** The elements found together, by name. */
type Bundle = Map<string, { readonly sentence: Sentence; readonly hit: Hit; readonly limits: readonly Limit[] }>;

interface Counted {
  readonly evidence: readonly Evidence[];
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

function countElements(compiled: CompiledElements, scanned: ScannedDraft): Counted {
  const bundles = new Map<number, Bundle>();
  for (const sentence of scanned.sentences) {
    const { role } = sentence.provision;
    if (compiled.where.length === 0 && !["operative", "schedule", "table", "definition"].includes(role)) continue;
    const wheres = compiled.where.map((p) => matchPattern(p, sentence, scanned)).filter((m) => typeof m !== "string");
    if (compiled.where.length > 0 && wheres.length === 0) continue;
    const limits = wheres.find((m) => m.limits.length === 0)?.limits ?? wheres[0]?.limits ?? [];
    const key =
      compiled.source.within === "draft"
        ? 0
        : compiled.source.within === "article"
          ? sentence.provision.article
          : sentence.provision.index;
    let bundle = bundles.get(key);
    if (!bundle) bundles.set(key, (bundle = new Map()));
    for (const element of compiled.of) {
      if ((bundle.get(element.name)?.limits.length ?? 1) === 0) continue;
      const hit = element.any.flatMap((c) => sentence.scan.hits.of(c))[0];
      if (hit && (limits.length === 0 || !bundle.has(element.name))) bundle.set(element.name, { sentence, hit, limits });
    }
  }
  let best: Bundle = new Map();
  for (const bundle of bundles.values()) if (bundle.size > best.size) best = bundle;
  const present = [...best.keys()].sort();
  const absent = compiled.of
    .map((e) => e.name)
    .filter((n) => !best.has(n))
    .sort();
  const binding = [...best.values()].filter((b) => b.limits.length === 0).length;
  const reading: ReadingKind | null =
    binding >= compiled.source.met ? "satisfies" : best.size >= compiled.source.partial ? "partial" : null;
  if (!reading) return { evidence: [], present, absent };
  const evidence = new Map<number, Evidence>();
  for (const { sentence, hit, limits } of best.values()) {
    const words = wordsSpan(hit, sentence);
    const at = sentence.provision;
    if (!evidence.has(at.index))
      evidence.set(at.index, {
        provision: at.index,
        unit: at.unit,
        unitLabel: scanned.draft.units[at.unit]?.label ?? "",
        span: at.span,
        reading,
        limits,
        pattern: "elements",
        words: words ? [words] : [],
      });
  }
  return { evidence: [...evidence.values()], present, absent };
}

/** Patterns of rule.yaml, compiled and matched on one sentence. */
import type { ProvisionRole } from "../draft/types.ts";
import type { Hit } from "../language/automaton.ts";
import type { Modality } from "../language/modality.ts";
import type { Governing, Pattern } from "../rulebook/match.ts";
import type { ScannedDraft, Sentence } from "./sentences.ts";
import type { Limit } from "./types.ts";

interface Need {
  readonly any: readonly string[];
  /** How far to look: the provision; its headings and the title; the article as well. */
  readonly reach: "provision" | "headings" | "article";
}

export interface CompiledPattern {
  readonly source: Pattern;
  readonly act: readonly string[];
  readonly by: readonly string[];
  readonly needs: readonly Need[];
  readonly bars: readonly Need[];
  readonly roles: ReadonlySet<ProvisionRole>;
  readonly draft: readonly (readonly string[])[];
}

export interface PatternMatch {
  readonly pattern: CompiledPattern;
  /** Words that decided, as token ranges. */
  readonly words: readonly Hit[];
  readonly modality: Modality | null;
  readonly limits: readonly Limit[];
}

/** Why a pattern does not match although its act stands there: for `explain`. */
export interface NearMiss {
  readonly pattern: CompiledPattern;
  readonly reason: string;
}

const DEFAULT_ROLES: readonly ProvisionRole[] = ["operative", "schedule", "table"];

/** Compiles one pattern; it is assumed valid (the rulebook's loader checks it). */
export function compilePattern(source: Pattern): CompiledPattern {
  return {
    source,
    act: alternatives(source.act),
    by: alternatives(source.by),
    needs: (source.with ?? []).map(need),
    bars: (source.without ?? []).map(need),
    roles: new Set(source.in ?? DEFAULT_ROLES),
    draft: (source.draft ?? []).map((d) => alternatives(d)),
  };
}

function alternatives(text: string | undefined): string[] {
  return text ? text.split("|").map((s) => s.trim()) : [];
}

function need(text: string): Need {
  if (text.startsWith("~")) return { any: alternatives(text.slice(1)), reach: "article" };
  if (text.startsWith("^")) return { any: alternatives(text.slice(1)), reach: "headings" };
  return { any: alternatives(text), reach: "provision" };
}

/** Whether one of the concepts stands within reach, outside the provision itself. */
function standsAround(n: Need, sentence: Sentence): string | undefined {
  if (n.reach === "provision") return undefined;
  return n.any.find((c) => sentence.above.has(c) || (n.reach === "article" && sentence.around.has(c)));
}

/** Matches `pattern` on one sentence of the draft; a string says why it does not match. */
export function matchPattern(pattern: CompiledPattern, sentence: Sentence, scanned: ScannedDraft): PatternMatch | string {
  if (!pattern.roles.has(sentence.provision.role)) return `stands in ${sentence.provision.role} text`;
  const { hits } = sentence.scan;
  const acts = pattern.act.flatMap((c) => hits.of(c));
  if (pattern.act.length > 0 && acts.length === 0) return `no ${pattern.act.join(" or ")}`;
  if (scanned.whole)
    for (const d of pattern.draft)
      if (!d.some((c) => scanned.concepts.has(c) || scanned.title.has(c))) return `the draft has no ${d.join(" or ")}`;
  for (const bar of pattern.bars) {
    const there = bar.any.find((c) => hits.has(c)) ?? standsAround(bar, sentence);
    if (there) return `${there} stands there`;
  }
  const supplied: Hit[][] = [];
  for (const n of pattern.needs) {
    const here = n.any.flatMap((c) => hits.of(c));
    if (here.length === 0 && standsAround(n, sentence) === undefined) return `no ${n.any.join(" or ")}`;
    supplied.push(here);
  }
  if (acts.length === 0) return pattern.needs.length === 0 ? "nothing to match" : finish(pattern, null, null, supplied);
  let reason = "";
  let limited: PatternMatch | null = null;
  for (const act of acts) {
    const modality = sentence.governance.of(act);
    const refused = refuse(pattern, act, modality, sentence, supplied);
    if (refused !== null) {
      reason ||= refused;
      continue;
    }
    const match = finish(pattern, act, modality, supplied);
    if (match.limits.length === 0) return match;
    limited ??= match;
  }
  return limited ?? reason;
}

function refuse(
  pattern: CompiledPattern,
  act: Hit,
  modality: Modality,
  sentence: Sentence,
  supplied: readonly Hit[][],
): string | null {
  const { source } = pattern;
  if (!governs(source.is ?? "any", modality)) return `${act.concept} is ${modality.polarity}, not ${source.is}`;
  if (source.exception === "reject" && modality.exception !== "none") return "an exception stands in the sentence";
  if (pattern.by.length > 0 && !pattern.by.some((c) => sentence.governance.isDoneBy(act, c, modality)))
    return `not done by ${pattern.by.join(" or ")}`;
  if (source.near !== undefined) {
    const limit = source.near;
    for (let i = 0; i < pattern.needs.length; i++) {
      const n = pattern.needs[i] as Need;
      if (n.reach === "provision" && !supplied[i]?.some((h) => distance(h, act) <= limit))
        return `${n.any.join(" or ")} is too far off`;
    }
  }
  return null;
}

function distance(a: Hit, b: Hit): number {
  return Math.max(0, a.from >= b.to ? a.from - b.to : b.from - a.to);
}

function governs(is: Governing, m: Modality): boolean {
  switch (is) {
    case "any":
      return true;
    case "ban":
      return m.polarity === "forbidden";
    case "not-ban":
      return m.polarity !== "forbidden";
    case "leave":
      return m.polarity === "allowed" || m.polarity === "exempt" || m.polarity === "presupposed";
    case "duty":
      return m.polarity === "required" || m.polarity === "stated" || m.polarity === "entitled" || m.polarity === "allowed";
  }
}

function finish(pattern: CompiledPattern, act: Hit | null, modality: Modality | null, supplied: readonly Hit[][]): PatternMatch {
  const words = [...(act ? [act] : []), ...supplied.flatMap((s) => nearest(s, act))];
  return { pattern, words, modality, limits: modality ? limitsOf(pattern, modality) : [] };
}

function nearest(hits: readonly Hit[], act: Hit | null): Hit[] {
  if (hits.length === 0) return [];
  const best = act ? hits.reduce((a, b) => (distance(b, act) < distance(a, act) ? b : a)) : hits[0];
  return best ? [best] : [];
}

function limitsOf(pattern: CompiledPattern, m: Modality): Limit[] {
  const limits: Limit[] = [];
  const { force } = pattern.source;
  if (force !== "any" && m.force === "weak") limits.push("weak-modality");
  else if (force === undefined && m.force === "power") limits.push("power-only");
  else if (force === undefined && m.polarity === "allowed" && pattern.source.is === "duty") limits.push("weak-modality");
  const rule = pattern.source.exception ?? "consent-degrades";
  if (rule !== "ignore" && m.exception === "consent") limits.push("consent-exception");
  if (rule === "degrade" && m.exception === "exception") limits.push("exception");
  return limits;
}

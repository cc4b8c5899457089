/** Where a missing clause would belong. */
import type { Draft, Span, Unit } from "../draft/types.ts";
import type { Requirement } from "../rulebook/types.ts";
import type { ScannedDraft } from "./sentences.ts";

/** Index of the article or chapter that deals with the requirement's subject, or null when none does. */
export function anchorFor(requirement: Requirement, scanned: ScannedDraft): number | null {
  const scores = new Map<number, number>();
  for (const s of scanned.sentences) {
    const { provision } = s;
    if (provision.role !== "operative" && provision.role !== "heading") continue;
    let score = 0;
    requirement.belongs.forEach((concept, i) => {
      const weight = requirement.belongs.length - i;
      if (s.scan.hits.has(concept)) score += weight * (provision.role === "heading" ? 4 : 1);
    });
    if (score > 0) scores.set(provision.article, (scores.get(provision.article) ?? 0) + score);
  }
  let best: number | null = null;
  let most = 0;
  for (const [unit, score] of [...scores].sort((a, b) => a[0] - b[0])) {
    if (score > most && scanned.draft.units[unit]?.kind !== "draft") {
      best = unit;
      most = score;
    }
  }
  return best;
}

/** Source range to show a gap at: the first line of the anchor unit, else the title. */
export function anchorSpan(draft: Draft, unit: number | null): Span {
  const at: Unit | undefined = unit === null ? undefined : draft.units[unit];
  if (!at) return draft.titleSpan;
  const lineEnd = draft.source.indexOf("\n", at.span.start);
  return { start: at.span.start, end: lineEnd < 0 ? at.span.end : Math.min(at.span.end, lineEnd) };
}

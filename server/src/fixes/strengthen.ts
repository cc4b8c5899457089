/** The one-word edit that makes a weak duty binding: "may" or "should" to "shall" (or "will", where the agreement speaks so). */
import type { ProvisionFinding } from "../analysis/types.ts";
import type { Draft, Provision } from "../draft/types.ts";
import type { SourceEdit } from "./edit.ts";
import { bindsWithWill } from "./ownWords.ts";

export interface Strengthening {
  readonly from: string;
  readonly to: string;
  readonly edit: SourceEdit;
}

const WEAK = /\b(may|should)\b(?!\s+not\b)/giu;

/** The edit for a weak-duty finding; null when its weakness is not a "may" or "should" that stands whole in the source. */
export function strengthen(finding: ProvisionFinding, draft: Draft): Strengthening | null {
  const provision = draft.provisions[finding.evidence.provision];
  if (finding.kind !== "weak-duty" || provision === undefined) return null;
  const candidates = [...provision.text.matchAll(WEAK)].flatMap((match) => {
    const start = sourceOffset(provision, match.index, match[0].length);
    return start === null ? [] : [{ start, end: start + match[0].length, word: match[0] }];
  });
  const deciding = candidates.find(({ start, end }) =>
    finding.evidence.words.some((word) => word.start < end && start < word.end),
  );
  const first = Math.min(...finding.evidence.words.map((word) => word.start));
  const nearest = [...candidates].sort((a, b) => Math.abs(a.start - first) - Math.abs(b.start - first))[0];
  const modal = deciding ?? nearest;
  if (modal === undefined) return null;
  const to = sameCapital(bindsWithWill(draft) ? "will" : "shall", modal.word);
  return { from: modal.word, to, edit: { span: { start: modal.start, end: modal.end }, parts: [to] } };
}

function sourceOffset(provision: Provision, at: number, length: number): number | null {
  const segment = provision.map.find((one) => at >= one.at && at + length <= one.at + one.length);
  return segment === undefined ? null : segment.source + at - segment.at;
}

function sameCapital(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}

/** How one provision is read, step by step: the debugging tool of rule authors. */
import type { ProvisionRole, Span } from "../draft/types.ts";
import type { ModalForce, Modality, Polarity } from "../language/modality.ts";
import { matchPattern } from "./patterns.ts";
import type { ScannedDraft, Sentence } from "./sentences.ts";
import { sourceSpan } from "./spans.ts";
import type { CompiledRequirement } from "./statuses.ts";
import type { Limit, ReadingKind } from "./types.ts";

export interface ConceptExplanation {
  readonly concept: string;
  /** The words, as they stand in the provision. */
  readonly words: string;
  readonly span: Span;
}

/** An act with what governs it. */
export interface NormExplanation {
  readonly act: string;
  readonly words: string;
  readonly polarity: Polarity;
  readonly force: ModalForce;
  /** The governing words, or "" when the act is simply stated. */
  readonly cue: string;
  readonly exception: Modality["exception"];
}

export interface TouchExplanation {
  readonly requirement: string;
  readonly pattern: string;
  readonly reading: ReadingKind | "opens";
  readonly matched: boolean;
  readonly limits: readonly Limit[];
  /** The words that decided, or why the pattern does not match. */
  readonly why: string;
}

export interface ProvisionExplanation {
  readonly unitLabel: string;
  readonly role: ProvisionRole;
  readonly headings: readonly string[];
  readonly text: string;
  readonly tokens: readonly { readonly form: string; readonly stem: string }[];
  readonly concepts: readonly ConceptExplanation[];
  readonly norms: readonly NormExplanation[];
  readonly touched: readonly TouchExplanation[];
}

/** Explains provision `index` of a scanned draft against `requirements`; patterns that share no act with it are left out. */
export function explainProvision(
  scanned: ScannedDraft,
  index: number,
  requirements: readonly CompiledRequirement[],
): ProvisionExplanation {
  const sentence = scanned.sentences[index] as Sentence;
  const { provision, scan } = sentence;
  const shown = scan.hits.concepts().filter((c) => !c.startsWith("%"));
  const acts = new Set(requirements.flatMap((r) => [...r.satisfied, ...r.partial, ...r.conflict].flatMap((p) => p.act)));
  const words = (from: number, to: number): string =>
    scan.text.slice(scan.tokens[from]?.start ?? 0, scan.tokens[to - 1]?.end ?? 0);
  return {
    unitLabel: scanned.draft.units[provision.unit]?.label ?? "",
    role: provision.role,
    headings: provision.headings,
    text: provision.text,
    tokens: scan.tokens.map(({ form, stem }) => ({ form, stem })),
    concepts: shown.flatMap((concept) =>
      scan.hits.of(concept).map((h) => ({
        concept,
        words: words(h.from, h.to),
        span: sourceSpan(provision, scan.tokens[h.from]?.start ?? 0, scan.tokens[h.to - 1]?.end ?? 0),
      })),
    ),
    norms: shown
      .filter((c) => acts.has(c))
      .flatMap((act) =>
        scan.hits.of(act).map((h): NormExplanation => {
          const m = sentence.governance.of(h);
          return {
            act,
            words: words(h.from, h.to),
            polarity: m.polarity,
            force: m.force,
            cue: m.cue ? words(m.cue.from, m.cue.to) : "",
            exception: m.exception,
          };
        }),
      ),
    touched: requirements.flatMap((r) => touchesOf(r, sentence, scanned, words)),
  };
}

function touchesOf(
  compiled: CompiledRequirement,
  sentence: Sentence,
  scanned: ScannedDraft,
  words: (from: number, to: number) => string,
): TouchExplanation[] {
  const { hits } = sentence.scan;
  const kinds = [
    ["conflicts", compiled.conflict],
    ["satisfies", compiled.satisfied],
    ["partial", compiled.partial],
    ["opens", compiled.opened],
  ] as const;
  return kinds.flatMap(([kind, patterns]) =>
    patterns.flatMap((pattern): TouchExplanation[] => {
      const match = matchPattern(pattern, sentence, scanned);
      const base = { requirement: compiled.requirement.id, pattern: pattern.source.id };
      if (typeof match !== "string") {
        const reading = kind === "satisfies" && match.limits.length > 0 ? "partial" : kind;
        return [
          { ...base, reading, matched: true, limits: match.limits, why: match.words.map((w) => words(w.from, w.to)).join(" … ") },
        ];
      }
      const close =
        pattern.act.some((a) => hits.has(a)) ||
        (pattern.act.length === 0 && pattern.needs.some((n) => n.any.some((c) => hits.has(c))));
      return close ? [{ ...base, reading: kind, matched: false, limits: [], why: match }] : [];
    }),
  );
}

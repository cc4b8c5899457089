/** The provisions of a draft, scanned, with the context that a reader takes from headings and neighbours. */
import type { Draft, Provision } from "../draft/types.ts";
import type { Automaton } from "../language/automaton.ts";
import { MARK, type Language, type Scan } from "../language/language.ts";
import { Governance } from "../language/modality.ts";

export interface Sentence {
  readonly provision: Provision;
  readonly scan: Scan;
  readonly governance: Governance;
  /** Concepts in its headings and title. */
  readonly above: ReadonlySet<string>;
  /** Concepts anywhere in the same article. */
  readonly around: ReadonlySet<string>;
}

export interface ScannedDraft {
  readonly draft: Draft;
  readonly language: Language;
  readonly terms: Automaton;
  readonly sentences: readonly Sentence[];
  /** Concepts that stand anywhere in text that can bind. */
  readonly concepts: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
  /** False for a text of a few sentences, such as a clause tried alone: its subject cannot be told, so rules do not ask for it. */
  readonly whole: boolean;
}

const FEW_PROVISIONS = 12;

const BINDS = new Set<Provision["role"]>(["operative", "definition", "schedule", "table"]);

/** Scans every provision of `draft`; `terms` is the draft's own vocabulary. */
export function scanDraft(draft: Draft, language: Language, terms: Automaton): ScannedDraft {
  const headingScans = new Map<string, { concepts: readonly string[]; prohibited: boolean }>();
  const heading = (text: string): { concepts: readonly string[]; prohibited: boolean } => {
    let found = headingScans.get(text);
    if (!found) {
      const { hits } = language.scan(text, terms);
      found = { concepts: hits.concepts(), prohibited: hits.has(MARK.prohibitedHeading) };
      headingScans.set(text, found);
    }
    return found;
  };
  const titleConcepts = heading(draft.title).concepts;
  const scans = draft.provisions.map((p) =>
    language.scan(p.text, terms, p.joined && p.own.end < p.text.length ? p.own.end : undefined),
  );
  const articles = new Map<number, Set<string>>();
  const all = new Set<string>();
  draft.provisions.forEach((p, i) => {
    let around = articles.get(p.article);
    if (!around) articles.set(p.article, (around = new Set()));
    if (!BINDS.has(p.role) && p.role !== "heading") return;
    for (const c of scans[i]?.hits.concepts() ?? []) {
      around.add(c);
      if (BINDS.has(p.role)) all.add(c);
    }
  });
  const whole = draft.provisions.filter((p) => BINDS.has(p.role)).length >= FEW_PROVISIONS;
  const sentences = draft.provisions.map((provision, i): Sentence => {
    const heads = provision.headings.map(heading);
    const scan = scans[i] as Scan;
    return {
      provision,
      scan,
      governance: new Governance(scan, language, heads.at(-1)?.prohibited ?? false),
      above: new Set([...heads.flatMap((h) => h.concepts), ...titleConcepts]),
      around: articles.get(provision.article) ?? new Set(),
    };
  });
  return { draft, language, terms, sentences, concepts: all, title: new Set(titleConcepts), whole };
}

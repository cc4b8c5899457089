/** All phrases of a lexicon in one automaton: plain phrases in a trie over stems, composite ones (gaps, other concepts) behind it in order of dependence. */
import { parsePhrase, type Element, type ParsedPhrase } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** A concept found in a provision: tokens `from` (inclusive) to `to` (exclusive). */
export interface Hit {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
  /** The token whose modality counts: the anchor of the phrase, else `from`. */
  readonly at: number;
}

/** Where a match ends, and where its anchor stood (-1: none marked). */
interface Match {
  readonly to: number;
  readonly at: number;
}

interface TrieNode {
  next: Map<string, TrieNode> | null;
  concepts: string[] | null;
}

type OneOf = Exclude<Element, { kind: "gap" }>;

interface Composite {
  readonly concept: string;
  readonly guard: ParsedPhrase["guard"];
  readonly elements: readonly Element[];
  /** Concepts that must be present for this phrase to match: each group needs one. */
  readonly needs: readonly (readonly string[])[];
}

const node = (): TrieNode => ({ next: null, concepts: null });

const NO_HITS: readonly Hit[] = [];

/** The concepts found in one provision. */
export class Hits {
  readonly #byConcept = new Map<string, Hit[]>();
  readonly #ends = new Map<string, Map<number, Hit[]>>();

  /** Adds a hit, unless the same words were found for the concept before. */
  add(concept: string, from: number, to: number, at = from): void {
    let starts = this.#ends.get(concept);
    if (!starts) this.#ends.set(concept, (starts = new Map()));
    const there = starts.get(from);
    if (there?.some((h) => h.to === to)) return;
    const hit: Hit = { concept, from, to, at };
    if (there) there.push(hit);
    else starts.set(from, [hit]);
    const list = this.#byConcept.get(concept);
    if (list) list.push(hit);
    else this.#byConcept.set(concept, [hit]);
  }

  has(concept: string): boolean {
    return this.#byConcept.has(concept);
  }

  of(concept: string): readonly Hit[] {
    return this.#byConcept.get(concept) ?? NO_HITS;
  }

  startingAt(concept: string, from: number): readonly Hit[] {
    return this.#ends.get(concept)?.get(from) ?? NO_HITS;
  }

  /** Takes out the hits of `concepts` that lie within a longer hit of another of them: in "household worker" there is no household. */
  dropContained(concepts: readonly string[]): void {
    const all = concepts.flatMap((c) => this.of(c));
    const inner = new Set(
      all.filter((h) =>
        all.some((o) => o.concept !== h.concept && o.from <= h.from && h.to <= o.to && o.to - o.from > h.to - h.from),
      ),
    );
    for (const h of inner) {
      const rest = this.of(h.concept).filter((o) => !inner.has(o));
      if (rest.length > 0) this.#byConcept.set(h.concept, rest);
      else this.#byConcept.delete(h.concept);
      const starts = this.#ends.get(h.concept);
      starts?.set(
        h.from,
        (starts.get(h.from) ?? []).filter((o) => o !== h),
      );
    }
  }

  covers(concept: string, at: number): boolean {
    return this.of(concept).some((h) => h.from <= at && at < h.to);
  }

  names(): IterableIterator<string> {
    return this.#byConcept.keys();
  }

  concepts(): string[] {
    return [...this.#byConcept.keys()].sort();
  }
}

export class Automaton {
  readonly #root = node();
  readonly #composites: Composite[] = [];
  /** Composites by what their first word may be (a stem, or "=" and a form) or by a concept that may stand first. */
  readonly #byFirstWord = new Map<string, number[]>();
  readonly #byFirstConcept = new Map<string, number[]>();

  /** Compiles `concepts` (concept to phrases); throws `PhraseError` on a malformed phrase and `Error` when concepts depend on each other in a circle. */
  constructor(concepts: Readonly<Record<string, readonly string[]>>, stemOf: (form: string) => string) {
    const composites = new Map<string, ParsedPhrase[]>();
    for (const [concept, phrases] of Object.entries(concepts)) {
      for (const phrase of phrases) {
        const parsed = parsePhrase(phrase, stemOf);
        if (parsed.plain) this.#insert(concept, parsed.elements);
        else composites.set(concept, [...(composites.get(concept) ?? []), parsed]);
      }
    }
    for (const concept of dependenceOrder(composites)) {
      for (const p of composites.get(concept) ?? [])
        this.#addComposite({ concept, guard: p.guard, elements: p.elements, needs: needsOf(p.elements) });
    }
  }

  #addComposite(composite: Composite): void {
    const n = this.#composites.push(composite) - 1;
    const index = (map: Map<string, number[]>, key: string): void => {
      const list = map.get(key);
      if (list) list.push(n);
      else map.set(key, [n]);
    };
    for (const first of openings(composite.elements)) {
      for (const s of first.stems) index(this.#byFirstWord, s);
      for (const f of first.forms) index(this.#byFirstWord, `=${f}`);
      for (const c of first.concepts) index(this.#byFirstConcept, c);
    }
  }

  /** Adds plain phrases, for the terms that a draft defines itself. */
  static ofTerms(
    terms: readonly { readonly concept: string; readonly term: string }[],
    stemOf: (form: string) => string,
  ): Automaton {
    const automaton = new Automaton({}, stemOf);
    for (const { concept, term } of terms) {
      const stems =
        term
          .toLowerCase()
          .replace(/['’]s\b/gu, "")
          .match(/\p{L}+/gu)
          ?.map(stemOf) ?? [];
      automaton.#insertStems(concept, stems);
    }
    return automaton;
  }

  #insert(concept: string, elements: readonly Element[]): void {
    let rows: string[][] = [[]];
    for (const e of elements) {
      if (e.kind === "gap") continue;
      const longer = [...e.stems].flatMap((s) => rows.map((r) => [...r, s]));
      rows = e.optional ? [...rows, ...longer] : longer;
    }
    for (const row of rows) this.#insertStems(concept, row);
  }

  #insertStems(concept: string, stems: readonly string[]): void {
    if (stems.length === 0) return;
    let at = this.#root;
    for (const s of stems) {
      at.next ??= new Map();
      let next = at.next.get(s);
      if (!next) at.next.set(s, (next = node()));
      at = next;
    }
    at.concepts ??= [];
    if (!at.concepts.includes(concept)) at.concepts.push(concept);
  }

  /** Finds the plain phrases; call before `scanComposites`. */
  scanPlain(tokens: readonly Token[], hits: Hits): void {
    for (let i = 0; i < tokens.length; i++) {
      let at: TrieNode | undefined = this.#root;
      for (let j = i; j < tokens.length; j++) {
        at = at.next?.get((tokens[j] as Token).stem);
        if (!at) break;
        if (at.concepts) for (const c of at.concepts) hits.add(c, i, j + 1);
      }
    }
  }

  /** Finds the composite phrases, in order of dependence; only those are tried whose first word or concept stands in the text. */
  scanComposites(tokens: readonly Token[], hits: Hits): void {
    const due = new Due(this.#composites.length);
    const places = new Map<number, number[]>();
    tokens.forEach((t, i) => {
      for (const key of [t.stem, `=${t.form}`])
        for (const n of this.#byFirstWord.get(key) ?? []) {
          const at = places.get(n);
          if (!at) places.set(n, [i]);
          else if (at.at(-1) !== i) at.push(i);
          due.add(n);
        }
    });
    for (const concept of hits.names()) for (const n of this.#byFirstConcept.get(concept) ?? []) due.add(n);
    for (let n = due.next(); n >= 0; n = due.next()) {
      const c = this.#composites[n] as Composite;
      if (!c.needs.every((group) => group.some((name) => hits.has(name)))) continue;
      const fresh = !hits.has(c.concept);
      for (const i of places.get(n) ?? []) this.#tryAt(c, i, tokens, hits);
      for (const first of openings(c.elements))
        for (const name of first.concepts) for (const h of [...hits.of(name)]) this.#tryAt(c, h.from, tokens, hits);
      if (fresh && hits.has(c.concept)) for (const later of this.#byFirstConcept.get(c.concept) ?? []) due.add(later);
    }
  }

  #tryAt(c: Composite, from: number, tokens: readonly Token[], hits: Hits): void {
    if (c.guard && standsBefore(c.guard, from, tokens, hits)) return;
    const match = matchFrom(c.elements, 0, from, tokens, hits);
    if (match) hits.add(c.concept, from, match.to, match.at < 0 ? from : match.at);
  }
}

/** Numbers to be dealt with in rising order, while more are added. */
class Due {
  readonly #bits: Uint32Array;
  #word = 0;

  constructor(size: number) {
    this.#bits = new Uint32Array(Math.ceil(size / 32));
  }

  add(n: number): void {
    this.#bits[n >> 5] = (this.#bits[n >> 5] ?? 0) | (1 << (n & 31));
  }

  /** The smallest number due, taken out; -1 when none is left. */
  next(): number {
    for (; this.#word < this.#bits.length; this.#word++) {
      const bits = this.#bits[this.#word] ?? 0;
      if (bits === 0) continue;
      const lowest = 31 - Math.clz32(bits & -bits);
      this.#bits[this.#word] = bits & (bits - 1);
      return (this.#word << 5) + lowest;
    }
    return -1;
  }
}

/** Whether a word or concept of the guard stands within the three words before `from`. */
function standsBefore(guard: NonNullable<ParsedPhrase["guard"]>, from: number, tokens: readonly Token[], hits: Hits): boolean {
  for (let i = from - 1; i >= 0 && i >= from - 3; i--) {
    const token = tokens[i];
    if (!token || token.kind === "hard") return false;
    if (guard.stems.has(token.stem) || guard.concepts.some((c) => hits.covers(c, i))) return true;
  }
  return false;
}

/** The elements that may stand first: optional ones and the first that must stand there. */
function openings(elements: readonly Element[]): OneOf[] {
  const first: OneOf[] = [];
  for (const e of elements) {
    if (e.kind === "gap") break;
    first.push(e);
    if (!e.optional) break;
  }
  return first;
}

/** The first match of `elements` from element `e` at token `at`, or null. */
function matchFrom(elements: readonly Element[], e: number, at: number, tokens: readonly Token[], hits: Hits): Match | null {
  if (e === elements.length) return { to: at, at: -1 };
  const element = elements[e] as Element;
  if (element.kind === "gap") return matchGap(element, elements, e, at, tokens, hits);
  for (const end of endsOf(element, at, tokens, hits)) {
    const rest = matchFrom(elements, e + 1, end.to, tokens, hits);
    if (rest) return element.anchor ? { to: rest.to, at: end.at } : rest;
  }
  return element.optional ? matchFrom(elements, e + 1, at, tokens, hits) : null;
}

function matchGap(
  gap: Extract<Element, { kind: "gap" }>,
  elements: readonly Element[],
  e: number,
  at: number,
  tokens: readonly Token[],
  hits: Hits,
): Match | null {
  let words = 0;
  for (let i = at; ; i++) {
    const rest = matchFrom(elements, e + 1, i, tokens, hits);
    if (rest) return rest;
    const token = tokens[i];
    if (!token || token.kind === "hard") return null;
    if (token.kind !== "soft" && ++words > gap.max) return null;
    if (gap.notWords.includes(token.stem)) return null;
    if (gap.notConcepts.length > 0 && gap.notConcepts.some((c) => hits.covers(c, i))) return null;
  }
}

const NONE: readonly Match[] = [];

function endsOf(element: OneOf, at: number, tokens: readonly Token[], hits: Hits): readonly Match[] {
  const token = tokens[at];
  if (!token) return NONE;
  const word = element.stems.has(token.stem) || element.forms.has(token.form) ? [{ to: at + 1, at }] : NONE;
  if (element.concepts.length === 0) return word;
  if (element.concepts.length === 1 && word === NONE) return longestFirst(hits.startingAt(element.concepts[0] as string, at));
  return longestFirst([...word, ...element.concepts.flatMap((n) => hits.startingAt(n, at))]);
}

function longestFirst(found: readonly Match[]): readonly Match[] {
  return found.length < 2 ? found : [...found].sort((a, b) => b.to - a.to);
}

function needsOf(elements: readonly Element[]): string[][] {
  return elements.flatMap((e) =>
    e.kind === "one-of" && !e.optional && e.stems.size === 0 && e.forms.size === 0 ? [[...e.concepts]] : [],
  );
}

/** Concepts with composite phrases, each after those it refers to. */
function dependenceOrder(composites: ReadonlyMap<string, readonly ParsedPhrase[]>): string[] {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (concept: string, path: readonly string[]): void => {
    if (state.get(concept) === "done" || !composites.has(concept)) return;
    if (state.get(concept) === "open")
      throw new Error(`concepts depend on each other in a circle: ${[...path, concept].join(" -> ")}`);
    state.set(concept, "open");
    for (const p of composites.get(concept) ?? []) {
      for (const c of p.guard?.concepts ?? []) visit(c, [...path, concept]);
      for (const e of p.elements) {
        for (const n of e.kind === "gap" ? e.notConcepts : e.concepts) visit(n, [...path, concept]);
      }
    }
    state.set(concept, "done");
    order.push(concept);
  };
  for (const concept of [...composites.keys()].sort()) visit(concept, []);
  return order;
}

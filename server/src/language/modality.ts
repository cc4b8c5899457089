/** How an act is governed in its sentence: required, forbidden, allowed …, with what force and under which exception. */
import type { Hit } from "./automaton.ts";
import { MARK, type Language, type Scan } from "./language.ts";
import type { ModalCue } from "./lexicon.ts";

export type Polarity = "required" | "forbidden" | "allowed" | "entitled" | "exempt" | "stated" | "presupposed";
/** "power": a public authority may do it, or make rules on it. */
export type ModalForce = "binding" | "weak" | "power";

export interface Modality {
  readonly polarity: Polarity;
  readonly force: ModalForce;
  /** Words that govern the act, as token range; null when it is simply stated. */
  readonly cue: { readonly from: number; readonly to: number } | null;
  /** An exception stands in the sentence, or the act stands within one. */
  readonly exception: "none" | "exception" | "consent";
}

export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly polarity: ModalCue["polarity"];
  readonly force: "binding" | "weak";
  readonly governs: "forward" | "back" | "both";
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The modality cues of one sentence, prepared once and asked for every act. */
export class Governance {
  readonly #scan: Scan;
  readonly #language: Language;
  readonly cues: readonly Cue[];
  readonly #negators: readonly Stretch[];
  readonly #objectNegators: readonly Stretch[];
  readonly #breaks: readonly Stretch[];
  readonly #prohibitors: readonly Stretch[];
  readonly #exceptions: readonly (Stretch & { readonly reach: number })[];
  readonly #consents: readonly Stretch[];
  readonly #conditions: readonly Stretch[];
  readonly #weakeners: readonly Stretch[];
  readonly #underProhibitedHeading: boolean;

  constructor(scan: Scan, language: Language, underProhibitedHeading: boolean) {
    this.#scan = scan;
    this.#language = language;
    this.#underProhibitedHeading = underProhibitedHeading;
    const all = language.cues.flatMap((c, n) =>
      scan.hits.of(MARK.cue(n)).map(({ from, to }) => ({
        from,
        to,
        polarity: c.polarity,
        force: c.force ?? "binding",
        governs: c.governs ?? "forward",
      })),
    );
    const neutral = scan.hits.of(MARK.neutral);
    const counted = all.filter((c) => !neutral.some((n) => n.from <= c.from && c.to <= n.to));
    this.cues = [
      ...leftmostLongest(counted.filter((c) => c.governs !== "back")),
      ...leftmostLongest(counted.filter((c) => c.governs === "back")),
    ].sort((a, b) => a.from - b.from);
    const free = (marks: readonly Hit[]): Stretch[] =>
      longestOnly(
        marks.filter(
          (m) =>
            !neutral.some((n) => n.from <= m.from && m.from < n.to) && !this.cues.some((c) => c.from <= m.from && m.to <= c.to),
        ),
      );
    this.#negators = free(scan.hits.of(MARK.negator));
    this.#objectNegators = free(scan.hits.of(MARK.objectNegator));
    this.#breaks = scan.hits.of(MARK.break);
    this.#prohibitors = free(scan.hits.of(MARK.prohibitor));
    this.#exceptions = [
      ...longestOnly(scan.hits.of(MARK.exception)).map((x) => ({ ...x, reach: scan.tokens.length })),
      ...scan.hits.of(MARK.narrowException).map((x) => ({ ...x, reach: this.#phraseEnd(x.to) })),
    ];
    this.#consents = scan.hits.of(MARK.consent);
    this.#weakeners = scan.hits.of(MARK.weakener);
    const taken = (c: Stretch): boolean => [...this.cues, ...this.#weakeners].some((x) => x.from <= c.from && c.to <= x.to);
    this.#conditions = longestOnly(scan.hits.of(MARK.condition))
      .filter((c) => !taken(c))
      .map((c) => ({ from: c.from, to: this.#conditionEnd(c) }));
  }

  /** A condition in commas ends with them; any other runs to the subject of the next modal, or to the end of the sentence. */
  #conditionEnd(condition: Stretch): number {
    const { tokens } = this.#scan;
    const after = condition.to;
    if (tokens[condition.from - 1]?.stem === "," && this.cues.some((c) => c.to < condition.from)) {
      const close = tokens.findIndex((t, i) => i > after && (t.stem === "," || t.kind === "hard"));
      if (close >= 0) return close;
    }
    const next = this.#mainCueAfter(after);
    const limit = next?.from ?? tokens.length;
    for (let i = limit - 1; i > after; i--) if (tokens[i]?.kind === "hard" || (tokens[i]?.stem === "," && next)) return i;
    return next ? after : limit;
  }

  /** Token index where the phrase that begins at `from` ends: at a comma, "and" or "or". */
  #phraseEnd(from: number): number {
    const { tokens } = this.#scan;
    const end = tokens.findIndex(
      (t, i) => i > from && (t.kind === "hard" || t.stem === "," || this.#language.conjunctions.includes(t.form)),
    );
    return end < 0 ? tokens.length : end;
  }

  /** The first modal after `after` that a comma parts from the words of the condition (whose own modal it is not), else the first at all. */
  #mainCueAfter(after: number): Cue | undefined {
    const later = this.cues.filter((c) => c.from >= after && c.governs !== "back");
    const comma = (from: number, to: number): boolean => this.#scan.tokens.slice(from, to).some((t) => t.stem === ",");
    return later.find((c, i) => comma(later[i - 1]?.to ?? after, c.from)) ?? later[0];
  }

  /** Token index of the last hard stop before `at`, exclusive start of its sentence part. */
  #sentenceStart(at: number): number {
    for (let i = at - 1; i >= 0; i--) if (this.#scan.tokens[i]?.kind === "hard") return i + 1;
    return 0;
  }

  #unbroken(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.#scan.tokens[i]?.kind === "hard") return false;
    return true;
  }

  /** The modality of the act found at `act`. */
  of(act: Hit): Modality {
    const forward = this.#coveringCue(act) ?? this.#forwardCue(act);
    const back = this.#backCue(act);
    const condition = this.#conditions.find((c) => c.from <= act.at && act.at < c.to);
    const cue = back && (!forward || condition || this.#isRelative(forward)) ? back : forward;
    if (!cue || (condition && cue !== back)) return this.#uncued(act, condition !== undefined);
    const between = cue.to <= act.at ? { from: cue.to, to: act.at } : { from: this.#sentenceStart(act.at), to: act.at };
    const exceptionBefore = this.#exceptions.some(
      (x) => x.from >= between.from && x.to <= act.at && act.at < x.reach && cue.to <= x.from && !this.#isParenthesis(x, act),
    );
    let polarity = this.#flip(cue.polarity, act, between);
    let force: ModalForce = this.#isWeak(cue) ? "weak" : "binding";
    if (cue.polarity === "allowed") {
      const holder = this.#subject(cue);
      if (holder !== null && this.#language.powerHolders.includes(holder)) force = "power";
      else if ((holder === "worker" || holder === "jobseeker") && polarity === "allowed" && !this.#isPassive(cue))
        polarity = "entitled";
    }
    const prohibitor = this.#prohibitors.some((p) => p.from >= between.from && p.to <= act.at);
    if (prohibitor && cue !== back) {
      if (polarity === "forbidden") polarity = "allowed";
      else {
        if (polarity === "allowed" && force === "binding") force = "weak";
        polarity = "forbidden";
      }
    }
    if (exceptionBefore) polarity = polarity === "forbidden" ? "allowed" : polarity === "required" ? "exempt" : polarity;
    return { polarity, force, cue: { from: cue.from, to: cue.to }, exception: this.#exceptionFor(act) };
  }

  #uncued(act: Hit, conditional: boolean): Modality {
    const start = this.#sentenceStart(act.at);
    const near = { from: Math.max(start, act.at - 15), to: act.at };
    const prohibitor = this.#prohibitors.find((p) => p.from >= near.from && p.to <= act.at);
    const namesRight = (c: Cue): boolean => c.polarity === "entitled" && c.to - c.from === 2;
    const later = this.cues.find(
      (c) =>
        c.from > act.at &&
        !namesRight(c) &&
        c.governs !== "back" &&
        this.#unbroken(act.at, c.from) &&
        !this.#inLaterClause(act, c),
    );
    const exception = this.#exceptionFor(act);
    const force: ModalForce = this.#weakeners.length > 0 ? "weak" : "binding";
    const infinitive = this.#language.infinitives.includes(this.#scan.tokens[start]?.form ?? "");
    if (conditional || (later && !prohibitor) || (infinitive && !this.#underProhibitedHeading))
      return { polarity: "presupposed", force, cue: null, exception };
    if (this.#underProhibitedHeading) return { polarity: this.#flip("forbidden", act, near), force, cue: null, exception };
    const base: Polarity = prohibitor ? "forbidden" : this.#flip("stated", act, near);
    return { polarity: base, force, cue: null, exception };
  }

  /** "The list is published in the Journal, where any person can consult it": the modal belongs to a clause added after a comma. */
  #inLaterClause(act: Hit, cue: Cue): boolean {
    const { tokens } = this.#scan;
    for (let i = act.at + 1; i < cue.from - 1; i++)
      if (tokens[i]?.stem === "," && this.#language.relatives.includes(tokens[i + 1]?.form ?? "") && i > act.at + 1) return true;
    return false;
  }

  #flip(polarity: Polarity, act: Hit, between: Stretch): Polarity {
    const reaches = (x: Stretch): boolean =>
      x.from >= between.from &&
      x.to <= act.at &&
      !this.#isParenthesis(x, act) &&
      !this.#breaks.some((b) => b.from >= x.to && b.to <= act.at);
    let n = this.#negators.filter(reaches).length;
    if (this.#objectNegated(act)) n++;
    if (n % 2 === 0) return polarity;
    switch (polarity) {
      case "required":
      case "stated":
      case "entitled":
        return "forbidden";
      case "forbidden":
        return "required";
      case "allowed":
        return "exempt";
      default:
        return polarity;
    }
  }

  /** Words in commas between the modal and its verb: "shall not, save as provided in this Part, charge". */
  #isParenthesis(words: Stretch, act: Hit): boolean {
    const { tokens } = this.#scan;
    if (tokens[words.from - 1]?.stem !== ",") return false;
    return tokens.slice(words.to, act.at).some((t) => t.stem === ",");
  }

  /** "shall charge no fee", "collects from the worker neither fees nor costs": the object carries the negation. */
  #objectNegated(act: Hit): boolean {
    return this.#objectNegators.some((x) => {
      const between = this.#scan.tokens.slice(act.at + 1, x.from);
      if (this.#language.conjunctions.includes(between.at(-1)?.form ?? "")) return false;
      return x.from > act.at && between.filter((t) => t.kind === "word").length <= 5 && between.every((t) => t.kind !== "hard");
    });
  }

  #forwardCue(act: Hit): Cue | null {
    let best: Cue | null = null;
    for (const c of this.cues) {
      if (c.from > act.at) break;
      if (c.to <= act.at && c.governs !== "back" && this.#unbroken(c.to, act.at)) best = c;
    }
    return best;
  }

  /** "No substitution of contracts shall be permitted": the act is the noun that the negation takes, unless it only describes somebody ("no recruited worker shall"). */
  #coveringCue(act: Hit): Cue | null {
    const negations = this.#scan.hits.of(MARK.negator);
    const opensWithNo = (c: Cue): boolean => negations.some((n) => n.from === c.from);
    const cue = this.cues.find(
      (c) => c.polarity === "forbidden" && c.from < act.at && act.at < c.to && act.at - c.from <= 4 && opensWithNo(c),
    );
    if (!cue) return null;
    const describes = this.#language.actors.some((a) =>
      this.#scan.hits.of(a).some((h) => h.from === act.at + 1 || (h.from > cue.from && h.from < act.at)),
    );
    return describes ? null : cue;
  }

  #backCue(act: Hit): Cue | null {
    const spared = (c: Cue): boolean =>
      this.cues.some((o) => o !== c && o.polarity === "forbidden" && o.governs !== "back" && o.from < c.from && o.to >= c.from);
    return (
      this.cues.find((c) => c.from > act.at && c.governs !== "forward" && this.#unbroken(act.at, c.from) && !spared(c)) ?? null
    );
  }

  #isRelative(cue: Cue): boolean {
    const start = Math.max(this.#sentenceStart(cue.from), cue.from - 6);
    return this.#scan.tokens.slice(start, cue.from).some((t) => this.#language.relatives.includes(t.form));
  }

  #isWeak(cue: Cue): boolean {
    return (
      cue.force === "weak" || this.#weakeners.some((w) => this.#unbroken(Math.min(w.from, cue.from), Math.max(w.to, cue.to)))
    );
  }

  #isPassive(cue: Cue): boolean {
    return this.#scan.tokens[cue.to]?.form === "be";
  }

  #exceptionFor(act: Hit): Modality["exception"] {
    const near = (s: Stretch): boolean => this.#unbroken(Math.min(s.from, act.from), Math.max(s.to, act.to));
    if (this.#consents.some(near)) return "consent";
    return this.#exceptions.some(near) ? "exception" : "none";
  }

  /** The actor in front of a cue: the concept of the nearest one, or null. */
  #subject(cue: Cue): string | null {
    const start = this.#sentenceStart(cue.from);
    let best: { concept: string; to: number } | null = null;
    for (const concept of this.#language.actors)
      for (const h of this.#scan.hits.of(concept))
        if (h.from >= start && h.to <= cue.from && cue.from - h.to <= 12 && (!best || h.to > best.to))
          best = { concept, to: h.to };
    return best?.concept ?? null;
  }

  /** Whether a hit of `concept` is the doer of `act`: subject of the governing cue, or named after "by". */
  isDoneBy(act: Hit, concept: string, modality: Modality): boolean {
    const { tokens, hits } = this.#scan;
    const start = this.#sentenceStart(act.from);
    const limit = modality.cue && modality.cue.to <= act.from ? modality.cue.to : act.from;
    return hits.of(concept).some((h) => {
      if (h.from >= start && h.to <= limit) return true;
      if (h.from < act.to || h.from - act.to > 10 || !this.#unbroken(act.to, h.from)) return false;
      for (let i = act.to; i < h.from; i++) if (tokens[i]?.form === "by" && h.from - i <= 6) return true;
      return false;
    });
  }
}

/** Cues that do not overlap: the leftmost first, of those the longest. */
function leftmostLongest(cues: readonly Cue[]): Cue[] {
  const kept: Cue[] = [];
  for (const c of [...cues].sort((a, b) => a.from - b.from || b.to - a.to)) if (c.from >= (kept.at(-1)?.to ?? 0)) kept.push(c);
  return kept;
}

function longestOnly<T extends Stretch>(marks: readonly T[]): T[] {
  return marks.filter((m) => !marks.some((o) => o !== m && o.from <= m.from && m.to <= o.to && o.to - o.from > m.to - m.from));
}

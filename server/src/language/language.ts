/** A compiled language: from the text of a provision to tokens, concepts and modality cues. */
import { Automaton, Hits } from "./automaton.ts";
import type { ModalCue, RawLexicon } from "./lexicon.ts";
import { englishStemmer, type Stemmer } from "./stems.ts";
import { tokenise, type Token } from "./tokens.ts";

/** Pseudo-concepts under which the modality phrases travel through the automaton. */
export const MARK = {
  cue: (n: number) => `%cue${n}`,
  negator: "%negator",
  neutral: "%neutral",
  break: "%break",
  objectNegator: "%object-negator",
  prohibitor: "%prohibitor",
  exception: "%exception",
  narrowException: "%narrow-exception",
  consent: "%consent",
  condition: "%condition",
  weakener: "%weakener",
  prohibitedHeading: "%prohibited-heading",
  role: (name: string) => `%role:${name}`,
} as const;

/** The words of one text with everything found in them. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly hits: Hits;
}

export interface TermConcept {
  readonly concept: string;
  readonly term: string;
}

export class Language {
  readonly code: string;
  readonly cues: readonly ModalCue[];
  readonly roles: readonly string[];
  readonly powerHolders: readonly string[];
  /** Concepts of somebody who acts: the worker's side, the recruiting side, the authorities. */
  readonly actors: readonly string[];
  readonly relatives: readonly string[];
  readonly infinitives: readonly string[];
  readonly conjunctions: readonly string[];
  readonly #stemmer: Stemmer;
  readonly #automaton: Automaton;

  /** Compiles a validated lexicon; throws what `Automaton` throws. */
  constructor(raw: RawLexicon) {
    this.code = raw.language;
    this.#stemmer = englishStemmer(raw.irregular);
    this.cues = raw.modality.cues;
    this.roles = Object.keys(raw.roles);
    this.powerHolders = raw.modality.powerHolders;
    this.actors = ["worker", "jobseeker", "agency", "subagent", "employer", ...raw.modality.powerHolders];
    this.conjunctions = raw.modality.conjunctions;
    this.infinitives = raw.modality.infinitives;
    this.relatives = raw.modality.relatives;
    const m = raw.modality;
    this.#automaton = new Automaton(
      {
        ...raw.concepts,
        ...Object.fromEntries(m.cues.map((c, n) => [MARK.cue(n), c.phrases])),
        [MARK.negator]: m.negators,
        [MARK.neutral]: m.neutral,
        [MARK.break]: m.breaks,
        [MARK.objectNegator]: m.objectNegators,
        [MARK.prohibitor]: m.prohibitors,
        [MARK.exception]: m.exceptions,
        [MARK.narrowException]: m.narrowExceptions,
        [MARK.consent]: m.consents,
        [MARK.condition]: m.conditions,
        [MARK.weakener]: m.weakeners,
        [MARK.prohibitedHeading]: m.prohibitedHeadings,
        ...Object.fromEntries(Object.entries(raw.roles).map(([role, phrases]) => [MARK.role(role), phrases])),
      },
      this.#stemmer,
    );
  }

  /** Terms that a draft defines, ready to be handed to `scan`. */
  terms(terms: readonly TermConcept[]): Automaton {
    return Automaton.ofTerms(terms, this.#stemmer);
  }

  /**
   * Reads `text`; `terms` adds the draft's own vocabulary. `seam` is the offset where the closing words of a list were joined to an item:
   * the stop that ends the item there does not end the sentence. Linear in the number of tokens for plain phrases.
   */
  scan(text: string, terms?: Automaton, seam?: number): Scan {
    const raw = tokenise(text, this.#stemmer);
    const tokens =
      seam === undefined ? raw : raw.map((t) => (isAtSeam(t, seam) ? { ...t, kind: "soft" as const, stem: "," } : t));
    const hits = new Hits();
    this.#automaton.scanPlain(tokens, hits);
    terms?.scanPlain(tokens, hits);
    hits.dropContained(NAMED_ACTORS);
    this.#automaton.scanComposites(tokens, hits);
    return { text, tokens, hits };
  }
}

/** Actors whose names may hold another's: "household worker", "domestic worker agency". */
const NAMED_ACTORS = ["worker", "agency", "employer"];

/** Room for "; and" between the words of an item and the closing words. */
const SEAM_WIDTH = 6;

function isAtSeam(token: Token, seam: number): boolean {
  return token.kind === "hard" && token.start < seam && token.start >= seam - SEAM_WIDTH;
}

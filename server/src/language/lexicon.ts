/** The lexicon of one language as written in rules/lexicon/<language>.yaml. */

/**
 * A phrase is a sequence of words in their base form, matched on stems:
 *   `recruitment fee`        words in a row            `charge/levy/<take>`     one of these
 *   `(the) worker`           optional word             `..4`                   up to four words between
 *   `..6!<employer>`        … none of which is (in) a hit of that concept     `..4!not`  … nor this word
 *   `<fee>`                  a hit of another concept  `=left`                 this very form, not its stem
 *   `<worker> ..6 ^pay`      the word whose modality counts, where it is not the first
 *   `~recruit/<agency> <worker> …`  not where one of these stands right before   `0`   any number, `=16` this one
 * No gap crosses the end of a sentence or a semicolon.
 */
export type Phrase = string;

/** A modality cue: what it does to the acts it governs. */
export interface ModalCue {
  readonly polarity: "required" | "forbidden" | "allowed" | "entitled" | "exempt";
  readonly force?: "binding" | "weak";
  /** Which side of the cue it governs; default "forward". */
  readonly governs?: "forward" | "back" | "both";
  readonly phrases: readonly Phrase[];
}

export interface RawLexicon {
  readonly language: string;
  /** Irregular forms: base form to its other forms. */
  readonly irregular: Readonly<Record<string, readonly string[]>>;
  /** Concept to phrases. Keys are concept names used in rules; several files may add to one concept. */
  readonly concepts: Readonly<Record<string, readonly Phrase[]>>;
  readonly modality: {
    readonly cues: readonly ModalCue[];
    /** Turn the act they precede into its opposite: "fail to", "refuse to", "refrain from", "without", "not". */
    readonly negators: readonly Phrase[];
    /** Phrases that hold a negator without negating: "not later than", "no less than", "not only". */
    readonly neutral: readonly Phrase[];
    /** Where the reach of a negator ends: "and that", "but". */
    readonly breaks: readonly Phrase[];
    /** Negations carried by the object: "shall charge no fee", "collects neither fees nor costs". */
    readonly objectNegators: readonly Phrase[];
    /** Words that open an infinitive, lower case: an item that begins with one names an act and does not state it. */
    readonly infinitives: readonly string[];
    /** Forbid what follows even under a power: "prohibit", "prevent", "ban". */
    readonly prohibitors: readonly Phrase[];
    readonly exceptions: readonly Phrase[];
    /** Exceptions to one word, not to the sentence: they reach to the next comma, "and" or "or". */
    readonly narrowExceptions: readonly Phrase[];
    /** Words that join equals ("and", "or"), lower case. */
    readonly conjunctions: readonly string[];
    /** Exceptions that hang on the worker's consent or waiver. */
    readonly consents: readonly Phrase[];
    readonly conditions: readonly Phrase[];
    /** "as far as possible", "where practicable": words that take the force out of a duty. */
    readonly weakeners: readonly Phrase[];
    /** Concepts whose "may" is a public power, not a leave. */
    readonly powerHolders: readonly string[];
    /** Words that open a clause within the subject ("who", "which"), lower case. */
    readonly relatives: readonly string[];
    /** Headings that make the items under them forbidden: "prohibited practices". */
    readonly prohibitedHeadings: readonly Phrase[];
  };
  /** Concept to phrases that show, in a definition, that the defined term is such a thing. First match wins, in order. */
  readonly roles: Readonly<Record<string, readonly Phrase[]>>;
}

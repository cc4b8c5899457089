/** Phrases of the lexicon, parsed: see `Phrase` in lexicon.ts for the notation. */

export type Element =
  | {
      readonly kind: "one-of";
      readonly stems: ReadonlySet<string>;
      readonly forms: ReadonlySet<string>;
      readonly concepts: readonly string[];
      readonly optional: boolean;
      readonly anchor: boolean;
    }
  | { readonly kind: "gap"; readonly max: number; readonly notWords: readonly string[]; readonly notConcepts: readonly string[] };

export interface ParsedPhrase {
  /** Words or concepts that must not stand right before it (within three words). */
  readonly guard: { readonly stems: ReadonlySet<string>; readonly concepts: readonly string[] } | null;
  readonly elements: readonly Element[];
  /** True when it is a plain row of words: goes into the trie. */
  readonly plain: boolean;
}

const CONCEPT = /^<[a-z-]+>$/u;

/** The key under which the automaton knows a word of a phrase; "0" stands for any number. */
function stemKey(word: string, stemOf: (form: string) => string): string {
  if (word === "0") return "#";
  return /^[,:()]$/u.test(word) ? word : stemOf(word);
}

export class PhraseError extends Error {}

/** Parses one phrase; throws `PhraseError` with a plain message when the notation is wrong. */
export function parsePhrase(phrase: string, stemOf: (form: string) => string): ParsedPhrase {
  const parts = phrase.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) throw new PhraseError("the phrase is empty");
  const guarded = (parts[0] ?? "").startsWith("~");
  const guard = guarded ? parseGuard(parts.shift() ?? "", stemOf) : null;
  const elements = parts.flatMap((part) => parseElement(part, stemOf));
  if (elements.every((e) => e.kind === "gap" || e.optional))
    throw new PhraseError(`"${phrase}" has no word or concept that must stand there`);
  const ends = [elements[0], elements.at(-1)];
  if (ends.some((e) => e?.kind === "gap")) throw new PhraseError(`"${phrase}" begins or ends with a gap`);
  const [first, second] = elements;
  if (first && first.kind !== "gap" && first.optional && second?.kind === "gap")
    throw new PhraseError(`"${phrase}" begins with an optional word and a gap`);
  const plain =
    guard === null && elements.every((e) => e.kind === "one-of" && e.forms.size === 0 && e.concepts.length === 0 && !e.anchor);
  return { guard, elements, plain };
}

function parseGuard(part: string, stemOf: (form: string) => string): NonNullable<ParsedPhrase["guard"]> {
  const element = oneOf(part.slice(1).split("/"), false, false, stemOf);
  if (element.kind === "gap" || element.forms.size > 0) throw new PhraseError(`"${part}" is not a guard`);
  return { stems: element.stems, concepts: element.concepts };
}

function parseElement(part: string, stemOf: (form: string) => string): Element[] {
  const gap = /^\.\.(\d{1,2})((?:!(?:<[a-z-]+>|[\p{L}\p{M}0,:]+))*)$/u.exec(part);
  if (gap) {
    const not = (gap[2] ?? "").split("!").filter(Boolean);
    return [
      {
        kind: "gap",
        max: Number(gap[1]),
        notWords: not.filter((n) => !n.startsWith("<")).map((n) => stemKey(n, stemOf)),
        notConcepts: not.filter((n) => n.startsWith("<")).map((n) => n.slice(1, -1)),
      },
    ];
  }
  const anchor = part.startsWith("^");
  const bare = anchor ? part.slice(1) : part;
  const optional = bare.startsWith("(") && bare.endsWith(")");
  const body = optional ? bare.slice(1, -1) : bare;
  const choices = body.split("/");
  if (choices.some((c) => c === "")) throw new PhraseError(`"${part}" has an empty alternative`);
  if (choices.length === 1 && !optional && body.includes("-") && !body.startsWith("=") && !body.startsWith("<")) {
    return body
      .split("-")
      .filter(Boolean)
      .map((w) => oneOf([w], false, anchor, stemOf));
  }
  return [oneOf(choices, optional, anchor, stemOf)];
}

function oneOf(choices: readonly string[], optional: boolean, anchor: boolean, stemOf: (form: string) => string): Element {
  for (const c of choices)
    if (!CONCEPT.test(c) && !/^(?:=?[\p{L}\p{M}']+|=\d+|0|[,:()])$/u.test(c)) throw new PhraseError(`"${c}" is not a word`);
  const words = choices.filter((c) => !CONCEPT.test(c));
  return {
    kind: "one-of",
    stems: new Set(words.filter((c) => !c.startsWith("=")).map((c) => stemKey(c, stemOf))),
    forms: new Set(words.filter((c) => c.startsWith("=")).map((c) => c.slice(1))),
    concepts: choices.filter((c) => CONCEPT.test(c)).map((c) => c.slice(1, -1)),
    optional,
    anchor,
  };
}

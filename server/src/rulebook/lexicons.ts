/** The files of each language merged into one lexicon, and the problems of their phrases. */
import type { Phrase, RawLexicon } from "../language/lexicon.ts";
import { PhraseError } from "../language/phrases.ts";
import { conceptsIn, knownConcepts } from "./concepts.ts";
import type { KeyPath, ParsedFile } from "./parse.ts";
import { problemAt } from "./parse.ts";
import type { Problem } from "./problems.ts";
import { nearest } from "./problems.ts";
import type { RawLexiconFile } from "./raw.ts";

export interface LexiconFile {
  readonly parsed: ParsedFile;
  readonly raw: RawLexiconFile;
}

interface PhrasePlace {
  readonly phrase: Phrase;
  readonly path: KeyPath;
  /** What the phrase belongs to: the same phrase may not stand in one list twice. */
  readonly list: string;
}

const phraseLists = [
  "negators",
  "neutral",
  "narrowExceptions",
  "breaks",
  "objectNegators",
  "prohibitors",
  "exceptions",
  "consents",
  "conditions",
  "weakeners",
  "prohibitedHeadings",
] as const satisfies readonly (keyof RawLexicon["modality"])[];

const emptyLexicon = (language: string): RawLexicon => ({
  language,
  irregular: {},
  concepts: {},
  modality: {
    cues: [],
    negators: [],
    neutral: [],
    prohibitors: [],
    exceptions: [],
    consents: [],
    conditions: [],
    weakeners: [],
    powerHolders: [],
    narrowExceptions: [],
    conjunctions: [],
    breaks: [],
    objectNegators: [],
    infinitives: [],
    relatives: [],
    prohibitedHeadings: [],
  },
  roles: {},
});

/**
 * Merges the files by language, in the order given, onto `base`; phrases that cannot be used are reported and left out.
 * `declared` are concepts of files that cannot be used: they count as known, so that one broken file is reported once.
 */
export function mergeLexicons(
  files: readonly LexiconFile[],
  base: Readonly<Record<string, RawLexicon>>,
  declared: readonly string[],
): {
  readonly lexicons: Readonly<Record<string, RawLexicon>>;
  readonly concepts: ReadonlySet<string>;
  readonly problems: readonly Problem[];
} {
  const merged = new Map(Object.entries(base));
  for (const { raw } of files) merged.set(raw.language, merge(merged.get(raw.language) ?? emptyLexicon(raw.language), raw));
  const known = new Set([...knownConcepts(merged.values()), ...declared]);

  const problems: Problem[] = [];
  const usable = new Map(Object.entries(base));
  const seen = new Set(
    Object.values(base).flatMap((lexicon) => phrasesOf(lexicon).map((place) => phraseKey(lexicon.language, place))),
  );
  for (const { parsed, raw } of files) {
    const refused = new Set<string>();
    for (const place of phrasesOf(raw)) {
      const found = phraseProblems(parsed, place, known);
      if (found.length > 0) refused.add(place.path.join("/"));
      const key = phraseKey(raw.language, place);
      if (seen.has(key)) {
        const message = `the phrase “${place.phrase}” stands in ${place.list} twice`;
        found.push(problemAt(parsed, place.path, { kind: "duplicate", message }));
      }
      seen.add(key);
      problems.push(...found);
    }
    for (const [index, name] of (raw.modality?.powerHolders ?? []).entries()) {
      if (!known.has(name)) problems.push(unknownConcept(parsed, ["modality", "powerHolders", index], name, known));
    }
    usable.set(raw.language, merge(usable.get(raw.language) ?? emptyLexicon(raw.language), withoutPhrases(raw, refused)));
  }
  return { lexicons: Object.fromEntries(usable), concepts: known, problems };
}

function phraseProblems(parsed: ParsedFile, { phrase, path }: PhrasePlace, known: ReadonlySet<string>): Problem[] {
  try {
    const names = conceptsIn(phrase);
    return names.filter((name) => !known.has(name)).map((name) => unknownConcept(parsed, path, name, known));
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return [problemAt(parsed, path, { kind: "phrase", message: error.message })];
  }
}

function unknownConcept(parsed: ParsedFile, path: KeyPath, name: string, known: ReadonlySet<string>): Problem {
  const message = `no lexicon has the concept “${name}”`;
  return problemAt(parsed, path, { kind: "unknown-concept", message, suggestion: nearest(name, known) }, { text: name });
}

function phraseKey(language: string, { phrase, list }: PhrasePlace): string {
  return `${language}\n${list}\n${phrase.trim().toLowerCase().split(/\s+/u).join(" ")}`;
}

function phrasesOf(raw: RawLexiconFile): PhrasePlace[] {
  const places = (phrases: readonly Phrase[] | undefined, path: KeyPath, list: string): PhrasePlace[] =>
    (phrases ?? []).map((phrase, index) => ({ phrase, path: [...path, index], list }));
  return [
    ...Object.entries(raw.concepts ?? {}).flatMap(([name, phrases]) =>
      places(phrases, ["concepts", name], `the concept “${name}”`),
    ),
    ...Object.entries(raw.roles ?? {}).flatMap(([name, phrases]) => places(phrases, ["roles", name], `the role “${name}”`)),
    ...phraseLists.flatMap((key) => places(raw.modality?.[key], ["modality", key], key)),
    ...(raw.modality?.cues ?? []).flatMap((cue, index) =>
      places(cue.phrases, ["modality", "cues", index, "phrases"], "the cues"),
    ),
  ];
}

function withoutPhrases(raw: RawLexiconFile, refused: ReadonlySet<string>): RawLexiconFile {
  if (refused.size === 0) return raw;
  const keep = (phrases: readonly Phrase[], ...path: KeyPath): Phrase[] =>
    phrases.filter((_, index) => !refused.has([...path, index].join("/")));
  const keepAll = (lists: Readonly<Record<string, readonly Phrase[]>>, key: string): Record<string, Phrase[]> =>
    Object.fromEntries(Object.entries(lists).map(([name, phrases]) => [name, keep(phrases, key, name)]));
  const modality = raw.modality && {
    ...raw.modality,
    ...Object.fromEntries(
      phraseLists.flatMap((key) => (raw.modality?.[key] ? [[key, keep(raw.modality[key], "modality", key)]] : [])),
    ),
    ...(raw.modality.cues && {
      cues: raw.modality.cues.map((cue, index) => ({ ...cue, phrases: keep(cue.phrases, "modality", "cues", index, "phrases") })),
    }),
  };
  return {
    ...raw,
    ...(raw.concepts && { concepts: keepAll(raw.concepts, "concepts") }),
    ...(raw.roles && { roles: keepAll(raw.roles, "roles") }),
    ...(modality && { modality }),
  };
}

function merge(into: RawLexicon, more: RawLexiconFile): RawLexicon {
  const modality = more.modality ?? {};
  return {
    language: into.language,
    irregular: mergeLists(into.irregular, more.irregular),
    concepts: mergeLists(into.concepts, more.concepts),
    modality: {
      cues: [...into.modality.cues, ...(modality.cues ?? [])],
      negators: [...into.modality.negators, ...(modality.negators ?? [])],
      neutral: [...into.modality.neutral, ...(modality.neutral ?? [])],
      prohibitors: [...into.modality.prohibitors, ...(modality.prohibitors ?? [])],
      exceptions: [...into.modality.exceptions, ...(modality.exceptions ?? [])],
      consents: [...into.modality.consents, ...(modality.consents ?? [])],
      conditions: [...into.modality.conditions, ...(modality.conditions ?? [])],
      weakeners: [...into.modality.weakeners, ...(modality.weakeners ?? [])],
      powerHolders: [...new Set([...into.modality.powerHolders, ...(modality.powerHolders ?? [])])],
      narrowExceptions: [...into.modality.narrowExceptions, ...(modality.narrowExceptions ?? [])],
      conjunctions: [...new Set([...into.modality.conjunctions, ...(modality.conjunctions ?? [])])],
      breaks: [...into.modality.breaks, ...(modality.breaks ?? [])],
      objectNegators: [...into.modality.objectNegators, ...(modality.objectNegators ?? [])],
      infinitives: [...new Set([...into.modality.infinitives, ...(modality.infinitives ?? [])])],
      relatives: [...new Set([...into.modality.relatives, ...(modality.relatives ?? [])])],
      prohibitedHeadings: [...into.modality.prohibitedHeadings, ...(modality.prohibitedHeadings ?? [])],
    },
    roles: mergeLists(into.roles, more.roles),
  };
}

type Lists = Readonly<Record<string, readonly string[]>>;

function mergeLists(into: Lists, more: Lists | undefined): Lists {
  const merged = new Map(Object.entries(into));
  for (const [name, list] of Object.entries(more ?? {})) merged.set(name, [...new Set([...(merged.get(name) ?? []), ...list])]);
  return Object.fromEntries(merged);
}

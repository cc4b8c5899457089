/** What the draft's own definitions mean: "licensee" becomes the concept that its definition shows. */
import { meaningOf } from "../draft/definitions.ts";
import type { DefinedTerm, Draft } from "../draft/types.ts";
import type { Automaton } from "../language/automaton.ts";
import { MARK, type Language, type Scan, type TermConcept } from "../language/language.ts";

/** Words too general to be taken as a name even where a draft defines them. */
const GENERAL =
  /^(?:to|explanation|act|law|licence|license|person|persons|government|state|country|republic|prescribed|regulations?|rules?|court|form|year|month|day|business|company)$/iu;

/** A party to a contract named by its place alone: what the draft says of it is heard beside the lexicon. */
const PARTY = /^(?:the )?(?:(?:first|second|third|fourth|other|1st|2nd|3rd) part(?:y|ies)|party (?:[a-d]|one|two))$/iu;

/** Words between the beginning of the meaning and the noun that shows it: "any natural or legal, national or foreign". */
const REACH = 8;
/** Behind one of these no noun says what the term is: "a house in which persons …". */
const INNER = new Set(
  "of by from to in at on for with under over about between who which that whose whom where when holding having bearing containing issued".split(
    " ",
  ),
);
const CHOICE = new Set("any one each all either some".split(" "));
/** A definition may rest on another, and that on a third. */
const ROUNDS = 3;

/** Index behind the last token at which the first noun of the meaning may stand. */
function reachOf({ tokens }: Scan): number {
  const inner = tokens.findIndex(
    (t, n) => n > 0 && (t.kind === "hard" || (INNER.has(t.form) && !CHOICE.has(tokens[n - 1]?.form ?? ""))),
  );
  return Math.min(inner < 0 ? tokens.length : inner, REACH + 1);
}

/** What is not a person although a word for persons stands before it. */
const ADJUNCT =
  /^\s(?:committee|council|organi[sz]ation|union|association|federation|fund|representative|camp|quarters|housing|permit|contract|protection|fee|charge)s?\b/iu;

/** Whether the phrase ends within a larger name: "employees’ parents", "Overseas Workers Welfare Administration", "workers committee". */
function isCutShort({ text, tokens }: Scan, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const last = tokens[to - 1];
  if (!last) return false;
  const rest = text.slice(last.end, last.end + 40);
  return /^s?['’]/u.test(rest) || (from === 0 && !INNER.has(last.form) && (/^\s\p{Lu}/u.test(rest) || ADJUNCT.test(rest)));
}

/** The concept that the meaning of `term` shows; it is led by a verb so that phrases of the lexicon can tell its first noun from the others. */
function roleShown(term: DefinedTerm, language: Language, known: Automaton): string | undefined {
  const scan = language.scan(`means ${meaningOf(term.definition, term.term)}`, known);
  const reach = reachOf(scan);
  return language.roles.find((r) => scan.hits.of(MARK.role(r)).some((h) => h.from < reach && !isCutShort(scan, h)));
}

/** The actor that the lexicon itself reads in the whole of `term`: then it keeps that meaning. */
function actorNamed(term: string, language: Language): string | undefined {
  const { tokens, hits } = language.scan(term.replace(/^the\s/iu, ""));
  return language.actors.find((a) => hits.of(a).some((h) => h.from === 0 && h.to === tokens.length));
}

/** The concept of each name that `term` gives, as far as the lexicon does not know it. */
function conceptsOf(term: DefinedTerm, language: Language, known: Automaton): TermConcept[] {
  const names = [term.term, ...term.aliases].filter((name) => !GENERAL.test(name));
  const named = actorNamed(names.find((name) => !PARTY.test(name)) ?? "", language);
  const open = names.filter((name) => PARTY.test(name) || actorNamed(name, language) === undefined);
  if (open.length === 0 || GENERAL.test(term.term)) return [];
  const concept = named ?? roleShown(term, language, known);
  return concept === undefined ? [] : open.map((name) => ({ concept, term: name }));
}

/** What the draft calls somebody: concept to the first term defined as such, by its definition or because the lexicon knows it. */
export function namesByRole(draft: Draft, language: Language): Readonly<Record<string, string>> {
  const shown = new Map(vocabularyOf(draft, language).map(({ term, concept }) => [term, concept]));
  const names: Record<string, string> = {};
  for (const { term } of draft.terms) {
    const concept = shown.get(term) ?? actorNamed(term, language);
    if (concept !== undefined) names[concept] ??= term;
  }
  return names;
}

/** The defined terms of `draft` with the concept that each definition shows, in document order; terms that show none are left out. */
export function vocabularyOf(draft: Draft, language: Language): TermConcept[] {
  let found: TermConcept[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const known = language.terms(found);
    const next: TermConcept[] = [];
    for (const term of draft.terms) {
      for (const shown of conceptsOf(term, language, known))
        if (!next.some((other) => other.term === shown.term)) next.push(shown);
    }
    if (JSON.stringify(next) === JSON.stringify(found)) break;
    found = next;
  }
  return found;
}

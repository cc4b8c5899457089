/** What the draft's own definitions mean: "licensee" becomes the concept that its definition shows. */
import type { DefinedTerm, Draft } from "../draft/types.ts";
import { MARK, type Language, type Scan, type TermConcept } from "../language/language.ts";

/** Words too general to be taken as a name even where a draft defines them. */
const GENERAL =
  /^(?:to|explanation|act|law|licence|license|person|persons|government|state|country|republic|prescribed|regulations?|rules?|court|form|year|month|day|business|company)$/iu;

/** Words between the term and the beginning of what it means: "means", "refers to any", "– in this Act, means a". */
const REACH = 7;

/** Token index after the term itself. */
function definiensStart(term: DefinedTerm, scan: Scan): number {
  const at = term.definition.toLowerCase().indexOf(term.term.toLowerCase());
  const end = at < 0 || at > 80 ? 0 : at + term.term.length;
  const first = scan.tokens.findIndex((t) => t.start >= end);
  return first < 0 ? scan.tokens.length : first;
}

/** The actor that the lexicon itself reads in the whole of `term`: then it keeps that meaning. */
function actorNamed(term: string, language: Language): string | undefined {
  const { tokens, hits } = language.scan(term);
  return language.actors.find((a) => hits.of(a).some((h) => h.from === 0 && h.to === tokens.length));
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
  const found: TermConcept[] = [];
  for (let round = 0; round < 2; round++) {
    const known = language.terms(found);
    for (const term of draft.terms) {
      if (GENERAL.test(term.term) || found.some((f) => f.term === term.term) || actorNamed(term.term, language) !== undefined)
        continue;
      const scan = language.scan(term.definition, round === 0 ? undefined : known);
      const start = definiensStart(term, scan);
      const role = language.roles.find((r) => scan.hits.of(MARK.role(r)).some((h) => h.from >= start && h.from <= start + REACH));
      if (role) for (const name of [term.term, ...term.aliases]) found.push({ concept: role, term: name });
    }
  }
  return found;
}

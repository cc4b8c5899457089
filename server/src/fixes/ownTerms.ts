/** A clause in the draft's own terms: "licensee" where the draft calls an agency so. English clauses only; others are left as written. */

/** The roles that clauses speak of in general words, and those words. */
const GENERIC: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  agency: { one: "private employment agency", many: "private employment agencies" },
  worker: { one: "worker", many: "workers" },
  jobseeker: { one: "jobseeker", many: "jobseekers" },
  employer: { one: "employer", many: "employers" },
};
/** A worker of a certain sort, and the social partners, are not the draft's "worker" and "employer". */
const KEPT_BEFORE =
  /(?:migrant|domestic|temporary|agency|child|seasonal|posted|public|health|fellow|other|employers['’]? and|employers['’]? or|workers['’]? and|workers['’]? or|representative|trade)\s+$/iu;
const KEPT_AFTER =
  /^['’]?s?['’]?\s+(?:and (?:of )?(?:employers|workers)['’]?(?:\s|$)|or (?:of )?(?:employers|workers)['’]?(?:\s|$)|organi[sz]ation|representative|union|association)/iu;
const KEPT_OF = /organi[sz]ations? of (?:employers and (?:of )?|workers and (?:of )?|)$/iu;

/**
 * Puts the draft's terms in place of the general words of a clause; `terms` maps a role ("agency", "worker", "employer",
 * "authority") to the term. Articles, plurals, possessives and capitals follow.
 */
export function inOwnTerms(text: string, terms: Readonly<Record<string, string>>): string {
  let fitted = text;
  for (const [role, words] of Object.entries(GENERIC)) {
    const term = terms[role];
    if (term === undefined || term.toLowerCase() === words.one) continue;
    fitted = replaceWord(fitted, words.many, pluralOf(term));
    fitted = replaceWord(fitted, words.one, term);
  }
  const authority = terms["authority"];
  if (authority !== undefined) fitted = replaceAuthority(fitted, authority);
  return fitted;
}

/** The authority of a draft as it stands in a sentence: "the Commissioner". */
export function authorityPhrase(term: string): string {
  return /^(?:the|each|either|both)\s/iu.test(term) ? term : `the ${term}`;
}

function replaceWord(text: string, word: string, term: string): string {
  // Capitals inside, as in the name of a Convention, are no general words.
  const general = `[${word.slice(0, 1)}${word.slice(0, 1).toUpperCase()}]${word.slice(1)}`;
  const pattern = new RegExp(`(\\b([Aa]n?)\\s+)?\\b${general}\\b`, "gu");
  return text.replace(pattern, (found: string, lead: string | undefined, article: string | undefined, at: number) => {
    const before = text.slice(0, at);
    const after = text.slice(at + found.length);
    if (KEPT_BEFORE.test(before) || KEPT_AFTER.test(after) || KEPT_OF.test(before)) return found;
    const bare = found.slice(lead?.length ?? 0);
    const capital = /^\p{Lu}/u.test(bare) && (lead === undefined || !/^\p{Lu}/u.test(lead));
    const written = capital ? capitalised(term) : term;
    if (article === undefined) return written;
    const fitting = /^[aeiou]/iu.test(term) && !/^(?:uni|use|eu|one)/iu.test(term) ? "an" : "a";
    return `${/^\p{Lu}/u.test(article) ? capitalised(fitting) : fitting} ${written}`;
  });
}

function replaceAuthority(text: string, authority: string): string {
  const phrase = authorityPhrase(authority);
  return text.replace(/\bthe competent authority\b/giu, (found) => (/^\p{Lu}/u.test(found) ? capitalised(phrase) : phrase));
}

function pluralOf(term: string): string {
  if (/[^aeiou]y$/iu.test(term)) return `${term.slice(0, -1)}ies`;
  if (/(?:[sxz]|ch|sh)$/iu.test(term)) return `${term}es`;
  if (/(?:bureau|eau)$/iu.test(term)) return `${term}x`;
  return `${term}s`;
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

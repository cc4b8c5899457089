import { EMPHASISED, QUOTED_TERM, SET_APART } from "./definitionWords.ts";
import { MARKS, type MarkedText } from "./marked.ts";

/** A term named in passing, with the words that it names; offsets are those of the plain text. */
export interface PassingTerm {
  readonly term: string;
  readonly at: number;
  /** "an officer in charge of recruiting", for "an officer in charge of recruiting (the Superintendent)". */
  readonly named: string;
  /** Whether it ends the sentence, so that it may name what the whole sentence speaks of. */
  readonly last: boolean;
}

const NAMED =
  "(?:(?:jointly |collectively |individually |each |both )*(?:called|named|styled|termed|denominated|designated|described|referred to|known|denoted)(?: (?:jointly|collectively|individually|respectively|simply|only))?(?: (?:as|by))?,? )";
const HEREAFTER =
  "(?:(?<!\\p{L})here(?:in(?:after|below)?|after|below|under)|in what follows|from now on|ci-après|en adelante|en lo sucesivo|doravante|nachfolgend|selanjutnya)";
const ARTICLES = "(?:each|collectively|together|jointly|the|a|an|le|la|les|el|los|o|as|also|both|der|die|das)\\s+";
const QUOTED_NAME = new RegExp(
  `(?:${HEREAFTER}|below|\\(in (?:this|these) \\p{L}+|in (?:this|these) \\p{L}+(?: \\p{L}+)?,? ${NAMED})[^"“„«‘';\uE000]{0,60}${SET_APART}` +
    `|\\(\\s*(?:${ARTICLES}){0,3}${QUOTED_TERM}\\s*\\)|\\(\\s*(?:${ARTICLES}){1,3}${EMPHASISED}\\s*\\)` +
    `|(?:in what follows|to be known as|referred to as|known as|called|dénommés?|denominad[oa]s?)\\s+(?:the\\s+|an?\\s+)?${SET_APART}`,
  "giu",
);
const CAPITALS = "(\\p{Lu}[\\p{L}’'-]*(?: (?:of |and |for )?\\p{Lu}[\\p{L}’'-]*){0,4})";
const BARE_NAME = new RegExp(
  `(?:${HEREAFTER}|[Ii]n this \\p{L}+),? ${NAMED}(?:the |an? )?([\\p{L}][\\p{L} ’'-]{1,40}?)(?=[).,;:]|$)` +
    `|${HEREAFTER},? (?:${NAMED})?(?:the |an? )?${CAPITALS}(?=[).,;:]|$|\\s\\p{Ll})` +
    `|\\((?:together |jointly |collectively )?(?:the|each an?|an?) ${CAPITALS}\\)`,
  "gu",
);
/** Where the words that a name stands for cannot reach back over. */
const BOUNDARY =
  /(?:[;:()]|(?:^|\s)(?:shall|must|may|will|is|are|was|were|by|with|to|from|at|upon|into|against|before|between|through|than)(?=\s))/giu;
const DETERMINER = /(?:^|[\s,])((?:an?|the|any|every|each|all|both|two|such|his|her|its|their)\s)/iu;

/** Terms named in passing: “hereinafter the ‘Agency’”, “(the Superintendent)”, “in this Act called an ‘emigrant’”. */
export function passingTerms(sentence: MarkedText): PassingTerm[] {
  const { text } = sentence;
  if (!/["“„«‘'\uE000(]|here(?:in|after|below|under)|in this|called|known as|referred to as/i.test(text)) return [];
  const found: PassingTerm[] = [];
  for (const pattern of [QUOTED_NAME, BARE_NAME]) {
    for (const match of text.matchAll(pattern)) {
      const written = match.slice(1).find((group) => group !== undefined) ?? "";
      const term = written.replace(MARKS, "").trim();
      if (!/\p{L}/u.test(term) || term.split(/\s+/).length > 8 || /(?:^|\s)['’‘]/.test(term)) continue;
      const at = sentence.plainAt(match.index + match[0].lastIndexOf(written.trim()));
      if (!found.some((other) => other.at === at || other.term === term)) {
        const named = namedWords(text.slice(0, match.index).replace(MARKS, ""));
        found.push({ term, at, named, last: !/\p{L}/u.test(text.slice(match.index + match[0].length)) });
      }
    }
  }
  return found;
}

/** The noun phrase at the end of `before`. */
function namedWords(before: string): string {
  const words = before.replace(/[\s,(—–-]+$/, "").slice(-400);
  const apposition = /,\s*((?:an?|the)\s[^,]+)$/i.exec(words)?.[1];
  const start = [...words.matchAll(BOUNDARY)].at(-1);
  const phrase = (start ? words.slice(start.index + start[0].length) : words).replace(/^[\s,]*(?:and |or )?/i, "").trim();
  if (apposition !== undefined && apposition.length < phrase.length) return apposition;
  const determiner = DETERMINER.exec(phrase);
  return determiner ? phrase.slice(determiner.index).trim() : phrase;
}

/** The words and signs by which drafts define a term, as parts of regular expressions. */
import { countWords } from "./words.ts";

const UNDERSTOOD =
  "(?:meant|understood|taken|read|construed|deemed|held|used|defined)(?: (?:as|by|for|to (?:mean|be|include|refer to|denote|describe)))?";

/** Verbs that define wherever they follow a quoted term. */
export const VERBS =
  "means?|includes?|shall (?:also )?(?:mean|include|have|denote|designate|signify|refer to)" +
  `|(?:is|are|shall be|will be)(?: to be)? (?:here(?:by|in) )?${UNDERSTOOD}` +
  "|(?:has|have|bears?|carr(?:y|ies)) the (?:same )?(?:respective )?(?:meanings?|sense)(?: (?:given|assigned|ascribed|attributed)(?: to (?:it|them))?)?" +
  "|(?:shall )?refers? to|is (?:defined|deemed)|denotes?|signif(?:y|ies)|designates?|connotes?" +
  "|signifient?|désignent?|comprend|s['’]entend|significan?|se entiende|designa|entende-se|bedeutet|bezeichnet|berarti|adalah|يقصد|تعني|يعني";

/** Verbs that define only a term set apart by quotation marks, by emphasis or by standing in a list of definitions. */
export const WEAK_VERBS =
  "(?:is|are)(?= (?:an?|the|any|all|every|each|one|those|such|persons?|anyone|anybody|someone|somebody|whoever|what)(?![\\p{L}]))" +
  "|covers?|takes? in|stands? for|extends? to|comprises?|describes?|is (?:the|our|a) (?:name|word|term) (?:for|we use for)";

const QUOTED = `(?:[“„«”]\\s?([^“”„»"]{1,90}?)\\s?[”“»]|"\\s?([^"“”]{1,90}?)\\s?"|[‘']\\s?([^‘’'"“”]{1,60}?)\\s?[’']`;
/** A quoted term, in groups 1 to 3. */
export const QUOTED_TERM = `${QUOTED})`;
/** A quoted or emphasised term, in groups 1 to 4. */
export const SET_APART = `${QUOTED}|\uE000([^\uE000\uE001]{1,90})\uE001)`;
/** An emphasised term, in group 1. */
export const EMPHASISED = "\uE000([^\uE000\uE001]{1,90})\uE001";
export const MORE_TERMS = `(?:\\s?(?:,|or|and|ou|et|o|y)\\s?(?:(?:an?|the) )?(?:[“„«"‘][^“”„»"]{1,90}[”“»"’]|\uE000[^\uE000\uE001]{1,90}\uE001))*`;
export const ASIDE = `(?:\\s*(?:\\([^()]{1,80}\\)|,[^;:“"”]{1,160}?,))?`;

const DEFINITION_HEADING =
  /\b(?:definitions?|interpretation|glossary|dictionary|meanings?|expressions?|words and|(?:terms|words) used|(?:key|main|important|defined) (?:words?|terms?|concepts|expressions?)|what\b.{0,40}\bmeans?|terminology|définitions?|interprétation|definiciones|definição|definições|begriffsbestimmung\w*|ketentuan umum|definisi)\b|تعريف|تعاريف|التعريفات/i;
const DEFINITION_LEAD =
  /(?:unless (?:the context|there is anything|it appears)|(?:following|these|terms?|words?|expressions?)\b[^.;]{0,80}\b(?:mean|defin|understood|ascribed|assigned)|(?:is|are|shall be) (?:understood|meant|designated)(?: (?:by|as|under))?\W*$|^\W*in (?:this|these|the)\b[^.;:]{0,60}(?:,\s*-?|[:—–-])$|for (?:the )?purposes? of (?:this|these|the)\b[^.;:]{0,80}[:,—–-]*$|on entend par|s'entend|se entiende por|a los efectos|para (?:os )?(?:efeitos|fins)|im sinne dies|يقصد)/i;

/** Whether the heading announces definitions. */
export function isDefinitionHeading(text: string): boolean {
  return DEFINITION_HEADING.test(text) && countWords(text) <= 12;
}

/** Whether the sentence opens a list of definitions. */
export function isDefinitionLead(text: string): boolean {
  return DEFINITION_LEAD.test(text.slice(-300));
}

/** A quoted or marked term with the word that defines it, as found in running text. */
export interface TermMark {
  readonly at: number;
  readonly term: string;
  /** Offset of the term itself, without its quotation mark. */
  readonly termAt: number;
}

const VERBS =
  "means?|includes?|shall (?:also )?(?:mean|include|have)|(?:has|have|bears?) the (?:same )?(?:respective )?meanings?|(?:shall )?refers? to|is (?:defined|deemed)|denotes|signifient?|désignent?|comprend|s['’]entend|significan?|se entiende|designa|entende-se|bedeutet|bezeichnet|berarti|adalah|يقصد|تعني|يعني";
const QUOTED = `(?:[“„«”]\\s?([^“”„»"]{1,90}?)\\s?[”“»]|"\\s?([^"“”]{1,90}?)\\s?"|[‘']\\s?([^‘’'"“”]{1,60}?)\\s?[’'])`;
const MORE_TERMS = `(?:\\s?(?:,|or|and|ou|et|o|y)\\s?(?:[“„«"‘][^“”„»"]{1,90}[”“»"’]))*`;
const ASIDE = `(?:\\s*(?:\\([^()]{1,80}\\)|,[^;:“"”]{1,160}?,))?`;
const DEFINES = `${QUOTED}${MORE_TERMS}${ASIDE}\\s*(?:(?:${VERBS})(?![\\p{L}])|\\[\\s?definition\\b|,\\s(?:in relation to|with respect to|when used)\\b)`;
const EVERY_DEFINITION = new RegExp(DEFINES, "giu");
const FIRST_DEFINITION = new RegExp(DEFINES, "iu");
const WITH_COLON = new RegExp(`^${QUOTED}${MORE_TERMS}\\s*(?::|[—–]|-\\s)`, "iu");
const BARE_VERB = new RegExp(`^([\\p{L}(][^.;:“”"]{0,80}?)\\.?\\s*(?:[—–-]\\s*)?(?:${VERBS}|covers)(?![\\p{L}])`, "iu");
const BARE_COLON = /^([\p{L}(][^;:“”"—–]{0,100}?)\s*(?::\s|\.?\s*[—–]\s?|\.?\s-\s|-\s)(?=\S)/u;
const LEADS = /(?:^|[;:.,—–―⸺\]”’"]|[;,]\s*(?:and|or|et|ou|y|o))\s*[‘'“"]?\s*$/i;

/** Quoted terms followed by "means" and its like that stand where a definition may begin. */
export function findTermMarks(text: string): TermMark[] {
  if (!/["“„«‘']/.test(text)) return [];
  const marks: TermMark[] = [];
  for (const match of text.matchAll(EVERY_DEFINITION)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (!LEADS.test(before) && match.index > 3) continue;
    const term = readTerm(match);
    if (term !== null) marks.push({ at: match.index, ...term });
  }
  const first = WITH_COLON.exec(text);
  if (first && !marks.some((mark) => mark.at < first[0].length)) {
    const term = readTerm(first);
    if (term !== null) marks.unshift({ at: 0, ...term });
  }
  return marks;
}

function readTerm(match: RegExpMatchArray): Pick<TermMark, "term" | "termAt"> | null {
  const term = (match[1] ?? match[2] ?? match[3] ?? "").trim();
  if (!/\p{L}/u.test(term)) return null;
  return { term, termAt: (match.index ?? 0) + match[0].indexOf(term) };
}

/**
 * The term defined by a sentence: quoted anywhere near its start ("In this section, “fee” means …"); without quotation marks only when
 * `listed` says that it stands in a list of definitions ("Act – refers to …", "forced labour: work …").
 */
export function definedTerm(sentence: string, listed: boolean): Pick<TermMark, "term" | "termAt"> | null {
  const lead =
    /^[\s"“‘'[(]*(?:(?:in|for the purposes? of|under|where used in) (?:this|these|the)\b[^“"‘;:]{0,90}[,—–:-]*\s*)?(?:(?:the|a|an) (?:term|expression|word)s? )?/i.exec(
      sentence,
    );
  const skipped = lead?.[0].replace(/["“‘'\s[(]+$/, "").length ?? 0;
  const rest = sentence.slice(skipped);
  const quoted = FIRST_DEFINITION.exec(rest);
  if (quoted && /^[\s"“‘'[(,—–:-]*$/.test(rest.slice(0, quoted.index))) {
    const term = readTerm(quoted);
    if (term) return { term: term.term, termAt: term.termAt + skipped };
  }
  const trimmed = sentence.length - sentence.replace(/^[\s‘']+/, "").length;
  const colon = WITH_COLON.exec(sentence.slice(trimmed));
  if (colon) {
    const term = readTerm(colon);
    if (term) return { term: term.term, termAt: term.termAt + trimmed };
  }
  if (!listed) return null;
  const bare = BARE_VERB.exec(sentence) ?? BARE_COLON.exec(sentence);
  const term = bare?.[1]?.replace(/\.$/, "").trim() ?? "";
  if (term === "" || term.split(/\s+/).length > 12 || /^(?:in|for|unless|where|the following|any|no)\b/i.test(term)) return null;
  return { term, termAt: sentence.indexOf(term) };
}

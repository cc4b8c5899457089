import { readsAs } from "./clauses.ts";
import { countWords, hasVerb, looksLikeTitle } from "./words.ts";

const DASH_STOP = /^(.{2,120}?[.:])\s*[—–―⸺-]+\s*(?=\S)/;
const DASH = /^([^.;:]{2,80}?)\s*(?:[—–―⸺]+|\s-)\s*(?=[(“"\p{Lu}])/u;
const RESTART =
  /^((?:[^\s.;:]+\s){1,14}?)(?<=\p{Ll}\s)(?=(?:The|A|An|It|This|These|Any|Every|Each|No|In|If|Where|When|However|Subject|Employers?|Employees?|Workers?)\s\p{Ll})/u;
const SENTENCE = /^(.{2,90}?\.)\s+(?=["“(]?\p{Lu})/u;

const LONGEST_TITLE = 8;
/** Words of contracts that promise something without a verb. */
const GRANTS = /\d|\b(?:free|paid|full|least|without|not|all|equal|per)\b/i;

export interface TitleContext {
  /** A Markdown heading. */
  readonly heading: boolean;
  /** The number follows a word such as "Article". */
  readonly named: boolean;
  /** Length of the strong or emphasised stretch that the text begins with, behind the number. */
  readonly marked: number;
}

export interface Title {
  /** Length of the title with the punctuation and blanks behind it. */
  readonly length: number;
  /** Whether the words may be law themselves, and have to be read as law too. */
  readonly binds: boolean;
}

/** The title at the beginning of the text that follows a number; null when the text begins with the clause itself. */
export function readTitle(text: string, context: TitleContext): Title | null {
  if (text === "") return null;
  const stopped = DASH_STOP.exec(text);
  if (stopped && isTitle(stopped[1])) return title(stopped[0].length);
  if (context.heading) return title(headingTitle(text));
  if (context.marked > 0) {
    const marked = text.slice(0, context.marked).trim();
    if (looksLikeTitle(marked.replace(/[:—–―⸺-]+$/, ""))) return title(extendOverDash(text, context.marked));
  }
  if (context.named) {
    const restart = restartLength(text);
    if (restart > 0 && readsAs(text.slice(0, restart)) === "title") return title(restart);
    const dash = DASH.exec(text);
    if (dash && isTitle(dash[1])) return title(dash[0].length);
  }
  const sentence = SENTENCE.exec(text);
  if (sentence?.[1] !== undefined) return sentenceTitle(sentence[1], sentence[0].length, text, context.named);
  if (/[.;:]$/.test(text) || countWords(text) > 10 || !/^["“(]?[\p{Lu}\p{Lo}]/u.test(text) || !looksLikeTitle(text)) return null;
  return readsAs(text) === "clause" ? null : title(text.length);
}

function title(length: number, binds = false): Title | null {
  return length > 0 ? { length, binds } : null;
}

/** "Fees. The employer pays them.": short words without a verb are a title; behind a bare number only when a sentence follows. */
function sentenceTitle(words: string, length: number, text: string, named: boolean): Title | null {
  const looks = readsAs(words.slice(0, -1));
  if (looks === "clause" || !isTitle(words) || countWords(words) > LONGEST_TITLE) return null;
  const rest = text.slice(length);
  const binds = looks === "unsure" || (!named && (GRANTS.test(words) || !hasVerb(rest)));
  return title(length, binds);
}

function headingTitle(text: string): number {
  const sentence = SENTENCE.exec(text);
  if (sentence && isTitle(sentence[1]) && countWords(text.slice(sentence[0].length)) >= 4) return sentence[0].length;
  return hasVerb(text) && countWords(text) > 12 ? 0 : text.length;
}

function isTitle(text: string | undefined): boolean {
  return (
    text !== undefined &&
    looksLikeTitle(text.replace(/[.:]$/, "")) &&
    !/^(?:in this|for the purpose|subject to|where|if|any|no|every)\b/i.test(text)
  );
}

function extendOverDash(text: string, from: number): number {
  return from + (/^\s*[.:]?\s*[—–―⸺-]*\s*/.exec(text.slice(from))?.[0].length ?? 0);
}

/**
 * Length of the words at the start of a block that belong to a heading broken off before it: up to the first full stop, or to where a
 * sentence begins ("the child It is prohibited …"); 0 when the block does not look like that.
 */
export function brokenTitleLength(heading: string, text: string): number {
  if (!/^[\p{Ll}]/u.test(text) || /[.?!]$/.test(heading)) return 0;
  const restart = restartLength(text);
  if (restart > 0) return restart;
  const stop = /^(.{2,90}?\.)(?:\s*[—–―⸺-]+\s*|\s)/.exec(text);
  return stop?.[1] !== undefined && !hasVerb(stop[1]) ? stop[0].length : 0;
}

/** Length of a title that runs, without a stop, into a sentence: "Conducive working environment The employer …". */
function restartLength(text: string): number {
  const match = RESTART.exec(text);
  return match?.[1] !== undefined && !hasVerb(match[1]) ? match[0].length : 0;
}

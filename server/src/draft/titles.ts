import { countWords, hasVerb, looksLikeTitle } from "./words.ts";

const DASH_STOP = /^(.{2,120}?[.:])\s*[—–―⸺-]+\s*(?=\S)/;
const DASH = /^([^.;:]{2,80}?)\s*(?:[—–―⸺]+|\s-)\s*(?=[(“"\p{Lu}])/u;
const RESTART =
  /^((?:[^\s.;:]+\s){1,14}?)(?<=\p{Ll}\s)(?=(?:The|A|An|It|This|These|Any|Every|Each|No|In|If|Where|When|However|Subject|Employers?|Employees?|Workers?)\s\p{Ll})/u;
const SENTENCE = /^(.{2,90}?\.)\s+(?=["“(]?\p{Lu})/u;

export interface TitleContext {
  /** A Markdown heading. */
  readonly heading: boolean;
  /** The number follows a word such as "Article". */
  readonly named: boolean;
  /** Length of the strong or emphasised stretch that the text begins with, behind the number. */
  readonly marked: number;
}

/** Length of the title at the beginning of the text that follows a number; 0 when the text begins with the clause itself. */
export function titleLength(text: string, context: TitleContext): number {
  if (text === "") return 0;
  const stopped = DASH_STOP.exec(text);
  if (stopped && isTitle(stopped[1])) return stopped[0].length;
  if (context.heading) return headingTitle(text);
  if (context.marked > 0) {
    const marked = text.slice(0, context.marked).trim();
    if (looksLikeTitle(marked.replace(/[:—–―⸺-]+$/, ""))) return extendOverDash(text, context.marked);
  }
  if (context.named) {
    const restart = restartLength(text);
    if (restart > 0) return restart;
    const dash = DASH.exec(text);
    if (dash && isTitle(dash[1])) return dash[0].length;
    const sentence = SENTENCE.exec(text);
    if (sentence && isTitle(sentence[1]) && countWords(sentence[1] ?? "") <= 8) return sentence[0].length;
  }
  return !/[.;:]$/.test(text) && countWords(text) <= 10 && /^["“(]?[\p{Lu}\p{Lo}]/u.test(text) && looksLikeTitle(text)
    ? text.length
    : 0;
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

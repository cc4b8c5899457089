import { findFurniture, type Furniture } from "./furniture.ts";
import { CLASSES, readHead, type Head, type HeadClass } from "./heads.ts";
import type { Block } from "./markdown.ts";
import { findMarks, type Mark } from "./marks.ts";
import { countWords, hasVerb, isCapitals, looksLikeTitle } from "./words.ts";

/** A block with everything that can be seen in it before its place in the outline is known. */
export interface Entry {
  readonly block: Block;
  readonly text: string;
  readonly furniture: Furniture | null;
  /** Offset of the head behind quotation marks and brackets. */
  readonly headAt: number;
  readonly head: Head | null;
  /** Stands as a title: a Markdown heading, or a short line that is strong, emphasised or in capitals throughout. */
  readonly title: boolean;
  readonly marks: readonly Mark[];
}

/** How the basic units of a draft are written. */
export interface Layout {
  /** The word that names them, when they are named. */
  readonly basicClass: HeadClass | null;
  /** True when they are headings that begin with a number ("## 2 Candidates"). */
  readonly numberedHeadings: boolean;
  /** Style of their enumerator, when they are bare numbers at the start of a paragraph. */
  readonly bareStyle: string | null;
}

const OPENERS = /^(?:\d{1,2}\s?(?=\[))?[\s“"„«‘'[]*/;
const BARE_STYLES = new Set(["1.", "1)", "1-", "1º"]);
/** "## 2 Candidates", "### 4.2. Fees", "## IV. Duties", "## A. Scope". */
const NUMBERED_HEADING =
  /^((?:\d{1,3}(?:\.\d{1,3})*[A-Za-z]?)(?=[.):\s–—-])|(?:[IVXLC]{1,7}|[A-Z])(?=[.):]))\s*(?:[.):–—-]|-\s)*\s*/;

/** A sentence begins right behind the number: "Art. 12 The worker may …". */
const SENTENCE_START =
  /^(?:The|An?|Any|Every|Each|No|All|If|In|Where|When|This|These|Neither|Nothing|Subject to|Employers?|Workers?|Les?|La|L['’]|Il|Tout|Toute|Nul|Aucune?|El|Los|Las|Todo|Toda|Ningún|Queda)[\s\p{L}]/u;

export function readEntries(blocks: readonly Block[]): Entry[] {
  const furniture = findFurniture(blocks);
  return blocks.map((block, index) => {
    const text = block.text.text;
    const kind = furniture[index] ?? null;
    const headAt = OPENERS.exec(text)?.[0].length ?? 0;
    const head = kind === null && block.kind !== "table" ? acceptHead(block, text, headAt) : null;
    const title = kind === null && isTitleLine(block, text);
    const marks = kind === null && block.kind !== "table" ? findMarks(text, block.emphasis) : [];
    return { block, text, furniture: kind, headAt, head, title, marks };
  });
}

function isTitleLine(block: Block, text: string): boolean {
  if (text === "" || block.bullet > 0) return false;
  if (block.kind === "heading") return !(hasVerb(text) && countWords(text) > 14) && text.length <= 300;
  if (!looksLikeTitle(text)) return false;
  if (block.strong >= text.length) return true;
  if (/[.]$/.test(text)) return false;
  return (block.emphasis >= text.length && !/^\(/.test(text)) || (isCapitals(text) && countWords(text) <= 14);
}

function acceptHead(block: Block, text: string, at: number): Head | null {
  const head = readHead(at === 0 ? text : text.slice(at, at + 140));
  if (!head) return null;
  const rest = text.slice(at + head.end);
  const marked = block.kind === "heading" || (block.strong > 0 && block.strong >= at + head.end - 2);
  const runsOn = !head.stopped && /^(?:\p{Ll}|,|من\s)/u.test(rest);
  if (head.number === "") {
    if (head.class === "schedule")
      return rest === "" && (marked || isCapitals(text) || /^the\s|^\p{Lu}/iu.test(text)) ? head : null;
    return marked && (rest === "" || rest.startsWith("[")) ? head : null;
  }
  if (runsOn && !(rest === "" || /^[a-z]?\s*[.:—–-]/.test(rest))) return null;
  if (marked) return head;
  if (!/^[\p{Lu}\p{Lo}§]/u.test(text.slice(at))) return null;
  if (rest === "" || head.stopped) return /^(?:of|and|or|to|shall|is|are|may)\b/.test(rest) ? null : head;
  if (/^\((?:1|a|i|A)\)\s*["“]?\p{Lu}/u.test(rest)) return head;
  if (/^[\u0600-\u06ff]/.test(text.slice(at)) || SENTENCE_START.test(rest)) return head;
  return looksLikeTitle(rest) && countWords(rest) <= 12 && !/[.;]$/.test(rest) && /^["“(]?\p{Lu}/u.test(rest) ? head : null;
}

/** The number that a Markdown heading begins with, and the offset of its title; null when it begins with words. */
export function headingNumber(entry: Entry): { readonly number: string; readonly end: number } | null {
  if (entry.block.kind !== "heading" && !(entry.title && entry.block.strong > 0)) return null;
  const match = NUMBERED_HEADING.exec(entry.text);
  const number = match?.[1];
  if (!match || number === undefined || /^(?:1[89]|20)\d\d$/.test(number)) return null;
  return { number, end: match[0].length };
}

/** Of the words that name places, the most frequent names the basic units; when two are level, the one that stands within the other. */
export function readLayout(entries: readonly Entry[]): Layout {
  const named = new Map<HeadClass, { count: number; readonly first: number; readonly values: Set<number>; repeats: number }>();
  let numbered = 0;
  let bareStyle: string | null = null;
  let inSchedule = false;
  entries.forEach((entry, index) => {
    const head = entry.head;
    if (head?.class === "schedule") inSchedule = true;
    if (head && CLASSES[head.class].rank === 60) {
      const seen = named.get(head.class) ?? { count: 0, first: index, values: new Set<number>(), repeats: 0 };
      if (seen.values.has(head.value)) seen.repeats++;
      seen.values.add(head.value);
      seen.count += inSchedule ? 0.2 : 1;
      named.set(head.class, seen);
    }
    if (head || entry.furniture) return;
    if (entry.block.kind === "heading" && /^\d/.test(headingNumber(entry)?.number ?? "")) numbered++;
    const mark = entry.marks[0];
    if (bareStyle === null && mark?.kind === "number" && mark.evidence === "start") {
      bareStyle = mark.enumerator.forms.find((form) => BARE_STYLES.has(form.style) && form.value < 200)?.style ?? null;
    }
  });
  const ranked = [...named.entries()].sort(([, a], [, b]) => b.count - a.count || b.repeats - a.repeats || b.first - a.first);
  const basicClass = ranked[0]?.[0] ?? null;
  const numberedHeadings = basicClass === null && numbered > 0;
  return { basicClass, numberedHeadings, bareStyle: basicClass === null && !numberedHeadings ? bareStyle : null };
}

import type { Block } from "./markdown.ts";
import { readHead } from "./heads.ts";
import { countWords } from "./words.ts";

/** What stands between the words of a draft without being part of them. */
export type Furniture = "page" | "contents" | "note";

const PAGE = /^[\W_]*(?:(?:page|pagina|página|seite|halaman)\s*)?\d{1,4}(?:\s*(?:of|\/|de|sur|von)\s*\d{1,4})?[\W_]*$/i;
const CONTENTS =
  /^(?:arrangement of (?:clauses|sections|regulations|articles|provisions|rules)|(?:table of )?contents|table des matières|sommaire|índice|inhaltsverzeichnis|daftar isi|الفهرس|المحتويات)\W*$/i;
const CONTENTS_END = /^(?:an?\s+(?:bill|act|ordinance|law)\b|be it enacted|enacted by|preamble|whereas|loi\b|ley\b)/i;
const NAMED_PLACE = /(?:section|article|clause|regulation|rule|part|chapter|schedule)s?\s+\d/i;
const MEMORANDUM =
  "explanatory (?:statement|memorandum|notes?|report)|statement of objects and reasons|memorandum of objects|exposé des motifs|note explicative|exposición de motivos|exposição de motivos|begründung|penjelasan|مذكرة إيضاحية";
const READERS =
  "(?:draft|drafters?|editors?|readers?|reviewers?|translators?|legislators?|lawmakers?|lawyers?|users?|ministry|committee|parliament|cabinet|department|team)";
const AUTHORS =
  "(?:draft(?:ing|er(?:['’]?s['’]?)?)|(?:editor|author|reviewer|translator)(?:ial|['’]?s['’]?)?|editorial|legal|this)";
const NOTE = new RegExp(
  `^[\\s_*>([“"'—–-]*(?:(?:${MEMORANDUM})(?!\\p{L})|${AUTHORS} (?:notes?|comments?|remarks?|instructions?)(?:\\s*[:.—–(\\])-]|$|\\s(?:to|for|on|by)\\s)` +
    `|notes?(?: (?:to|for) (?:the )?${READERS})?\\s*[:.—–-]|notes? (?:to|for) (?:the )?${READERS}\\W|(?:drafting|drafters?['’]?) notes?(?!\\p{L})|comment(?:ary|aire)?s?\\s*[:—–]` +
    `|\\[!(?:note|tip|important|warning|caution)\\])`,
  "iu",
);
const WHOLE_MEMORANDUM = new RegExp(`^[\\s_*([]*(?:${MEMORANDUM})(?!\\p{L})`, "iu");

export function isNote(text: string): boolean {
  return NOTE.test(text);
}

/** Whether a memorandum begins here that runs over the paragraphs behind it. */
export function opensMemorandum(text: string): boolean {
  return WHOLE_MEMORANDUM.test(text);
}

/** For each block, what furniture it is; null for the words of the draft. */
export function findFurniture(blocks: readonly Block[]): (Furniture | null)[] {
  const found: (Furniture | null)[] = blocks.map(() => null);
  const runningHeads = countRunningHeads(blocks);
  let contents: Set<string> | null = null;
  blocks.forEach((block, index) => {
    const text = block.text.text;
    if (block.kind === "table" || block.kind === "break") return;
    if (block.footnote) found[index] = "note";
    else if (isPageMark(blocks, index, runningHeads)) found[index] = "page";
    else if (CONTENTS.test(text)) {
      contents = new Set();
      found[index] = "contents";
    } else if (contents) {
      if (endsContents(text, contents)) contents = null;
      else found[index] = "contents";
    }
  });
  return found;
}

/** The list ends at the enacting words, at a clause, or where its first entry comes again. */
function endsContents(text: string, seen: Set<string>): boolean {
  if (CONTENTS_END.test(text) || countWords(text) > 40) return true;
  const head = readHead(text);
  const key = head && head.number !== "" ? `${head.word} ${head.number}`.toLowerCase() : /^\d{1,3}(?=\.)/.exec(text)?.[0];
  if (key === undefined) return false;
  if (seen.has(key) && (head === null || head.class !== "part" || [...seen].length > 3)) return true;
  seen.add(key);
  return false;
}

function runningKey(text: string): string {
  return text.replace(/\d+/g, "#").toLowerCase();
}

function countRunningHeads(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    if (!isByBreak(blocks, index) || !isShortWithNumber(block.text.text)) continue;
    const key = runningKey(block.text.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function isShortWithNumber(text: string): boolean {
  return (
    text.length <= 90 &&
    /\d/.test(text) &&
    /(?:^[\W_]*\d{1,4}\s+[\p{L}_(]|\p{L}[\p{L}\s().,_-]*\s\d{1,4}[\W_]*$)/u.test(text) &&
    !/[.;:]$/.test(text) &&
    !NAMED_PLACE.test(text)
  );
}

function isPageMark(blocks: readonly Block[], index: number, runningHeads: ReadonlyMap<string, number>): boolean {
  const text = blocks[index]?.text.text ?? "";
  if (text === "") return false;
  if (PAGE.test(text)) return isByBreak(blocks, index) || !/[.)]$/.test(text);
  return runningHeads.size > 0 && isShortWithNumber(text) && (runningHeads.get(runningKey(text)) ?? 0) >= 2 && !readHead(text);
}

function isByBreak(blocks: readonly Block[], index: number): boolean {
  return blocks[index - 1]?.kind === "break" || blocks[index + 1]?.kind === "break";
}

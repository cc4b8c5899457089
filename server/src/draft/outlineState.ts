import type { Entry, Layout } from "./entries.ts";
import type { Form } from "./numbering.ts";
import { isRecital, readOpening, type Opening } from "./regions.ts";
import { sliceText, sourceSpan } from "./sourceMap.ts";
import { OwnRanges, Place, type PieceRole } from "./tree.ts";
import { announces, countWords, hasVerb, isOpen, saysDuty, startsLower } from "./words.ts";

/** Rank of the basic units: articles and sections. */
export const BASIC = 60;
/** Ranks from here on are those of list items. */
export const ITEM = 100;
export const ITEM_END = /[;,]\s*(?:and|or|and\/or)?$/;
const INSERTION_HOST =
  /(?:following|follows|substitut|insert|read|namely|new|suivant|siguiente|seguinte)[^.;]{0,120}[:—–-]\s?[“"‘']?$/i;

/** What the readers of an outline share: the units that are open, to whom text belongs, and quoted text to be inserted. */
export abstract class OutlineState {
  protected readonly entries: readonly Entry[];
  protected readonly layout: Layout;
  protected readonly opening: Opening;
  protected readonly root: Place;
  protected readonly ranges: OwnRanges;
  protected stack: Place[];
  /** Titles seen that may belong to the numbered unit after them. */
  protected pending: number | null = null;
  /** Unit whose title may stand in the next block. */
  protected untitled: Place | null = null;
  /** Furniture between such a title and the number it belongs to. */
  protected queued: Entry[] = [];
  /** Length of the stack at the unit that hosts quoted text to be inserted; 0 when there is none. */
  protected host = 0;
  /** The quotation mark that opened it. */
  protected quote = "";
  protected preamble: Place | null = null;
  protected lastBasic = Number.NaN;
  /** Last bare number that went on with the numbers of the law itself. */
  protected mainValue = Number.NaN;

  constructor(source: string, entries: readonly Entry[], layout: Layout, from: number) {
    this.entries = entries;
    this.layout = layout;
    this.opening = readOpening(entries, layout);
    this.root = new Place("draft", null, 0);
    this.stack = [this.root];
    this.ranges = new OwnRanges(source, this.root, from);
  }

  protected get top(): Place {
    return this.stack.at(-1) ?? this.root;
  }

  protected inSchedule(): boolean {
    return this.stack.some((open) => open.kind === "schedule");
  }

  protected insertionHosts(): boolean {
    return INSERTION_HOST.test(this.top.lastProse);
  }

  protected insertionStarts(entry: Entry): boolean {
    return this.insertionHosts() && /^[“"‘«„']/.test(entry.text);
  }

  protected openInsertion(entry: Entry): void {
    this.host = this.stack.length;
    this.quote = entry.text[0] ?? "";
  }

  protected closeInsertion(): void {
    this.popTo(this.host);
    this.host = 0;
  }

  protected push(place: Place): Place {
    place.inserted = this.host > 0 && this.stack.length === this.host;
    this.stack.push(place);
    return place;
  }

  protected popTo(length: number): void {
    this.stack.length = Math.max(1, Math.min(length, this.stack.length));
  }

  /** Closes the open units of this rank or further in, and those under a Markdown heading of this depth or deeper. */
  protected popBelow(rank: number, depth: number): void {
    const floor = Math.max(1, this.host);
    let length = this.stack.length;
    while (length > floor && (this.stack[length - 1]?.rank ?? 0) >= rank) length--;
    const sameDepth =
      depth === 0
        ? -1
        : this.stack.findIndex(
            (open, i) => i >= floor && open.headingDepth >= depth && (open.rank > 5 || depth <= open.headingDepth),
          );
    this.popTo(sameDepth > 0 ? Math.min(length, sameDepth) : length);
  }

  protected baseIndex(): number {
    const base = this.stack.findLastIndex((open) => open.rank < ITEM);
    return Math.max(base, this.host - 1);
  }

  protected offset(entry: Entry, at: number): number {
    return sourceSpan(entry.block.text, at, at + 1)?.start ?? sourceSpan(entry.block.text, at)?.start ?? entry.block.span.end;
  }

  protected write(place: Place, entry: Entry, from: number, role: PieceRole): void {
    this.ranges.claim(place, from === 0 ? entry.block.span.start : this.offset(entry, from));
    this.put(place, entry, from, entry.text.length, role);
  }

  /** Gives a stretch of the block to a unit; what is struck out in it stands apart. */
  protected put(place: Place, entry: Entry, start: number, end: number, role: PieceRole): void {
    let from = start;
    for (const struck of role === "prose" ? entry.block.struck : []) {
      if (struck.end <= from || struck.start >= end) continue;
      this.putPiece(place, entry, from, Math.max(from, struck.start), role);
      this.putPiece(place, entry, Math.max(from, struck.start), Math.min(struck.end, end), "repealed");
      from = Math.min(struck.end, end);
    }
    this.putPiece(place, entry, from, end, role);
  }

  protected putPiece(place: Place, entry: Entry, start: number, end: number, role: PieceRole): void {
    const text = sliceText(entry.block.text, start, end);
    if (text.text === "") return;
    this.ranges.claim(place, start === 0 ? entry.block.span.start : this.offset(entry, start));
    const inner = start > 0 && place.content.at(-1)?.type === "text" && entry.block.struck.length > 0;
    place.add({
      type: "text",
      text,
      role,
      joins: role === "prose" && (inner || (start === 0 && goesOn(place.lastProse, text.text))),
    });
  }

  /** The outermost open unit within the basic one whose words announce the list that is open. */
  protected listOwner(): Place | null {
    const base = this.baseIndex();
    for (let i = base; i < this.stack.length - 1; i++) {
      const place = this.stack[i];
      const child = this.stack[i + 1];
      if (!place || !child) continue;
      if (place.kind === "definition") return null;
      const before = child.lead;
      if (before !== "" && (announces(before) || isOpen(before))) return place;
    }
    return null;
  }

  protected closingOwner(): Place | null {
    const owner = this.listOwner();
    if (!owner) return null;
    const child = this.stack[this.stack.indexOf(owner) + 1];
    return child && !saysDuty(child.lead) ? owner : null;
  }

  protected textOwner(entry: Entry, from: number): Place {
    const top = this.top;
    if (top !== this.root || entry.text.slice(from).trim() === "") return top;
    const recital = isRecital(entry.text);
    const last = this.root.content.at(-1);
    if (last?.type === "unit" && last.kind === "block" && !recital && from > 0) return last;
    const place = this.push(new Place(recital ? "preamble" : "block", this.root, BASIC));
    place.basic = !recital;
    this.ranges.claim(place, from === 0 ? entry.block.span.start : this.offset(entry, from));
    return place;
  }

  /** To whom a block without number at its start belongs: the open item, or the unit whose list it closes. */
  protected ownerOf(entry: Entry, from: number): Place {
    const top = this.top;
    const text = entry.text.slice(from);
    if (from > 0 || top.rank <= BASIC || top.lastProse === "") return this.textOwner(entry, from);
    if (/^(?:and|or)\W*$/i.test(text)) return top;
    const last = top.lastProse;
    const lead = this.listOwner();
    const ends = ITEM_END.test(last);
    const closing = closesList(text);
    if (!closing && (isOpen(last) ? !ends || /,$/.test(last) : false)) return top;
    if (!lead) return top;
    this.popTo(this.stack.indexOf(lead) + 1);
    return lead;
  }

  protected nextEntry(index: number): Entry | null {
    for (let i = index + 1; i < this.entries.length && i < index + 12; i++) {
      const entry = this.entries[i];
      if (entry && entry.furniture === null && entry.block.kind !== "break") return entry;
    }
    return null;
  }

  /** The bare number that opens a basic unit at the start of the entry, or null. */
  protected opensBare(entry: Entry): Form | null {
    if (entry.head || entry.block.kind !== "text") return null;
    const mark = entry.marks[0];
    if (mark?.kind !== "number" || mark.evidence !== "start") return null;
    const style = this.layout.bareStyle ?? "1.";
    const form = mark.enumerator.forms.find((other) => other.style === style) ?? null;
    if (form === null) return null;
    if (
      this.stack.some(
        (open, i) => i >= this.host && open.basic && open.style === "" && (open.word !== "" || this.layout.numberedHeadings),
      )
    )
      return null;
    return this.layout.bareStyle !== null || this.host > 0 || this.insertionHosts() || this.inSchedule() ? form : null;
  }
}

/** Whether a new block goes on with an unfinished sentence: a page break or a hard wrap stands between. */
function goesOn(before: string, after: string): boolean {
  if (before === "" || !isOpen(before) || announces(before)) return false;
  if (startsLower(after) || after.startsWith("[")) return true;
  if (/\p{Ll}$/u.test(before) && hasVerb(before) && countWords(before) > 4) return true;
  return /(?:[,]|\s(?:of|the|and|or|to|by|for|in|a|an|with|under|on|at|de|du|des|la|le|les|et|ou|el|los|las|y|o|da|do|e|der|die|das|und))$/.test(
    before,
  );
}

/** Whether a block behind a list begins like the words that close it. */
export function closesList(text: string): boolean {
  return (
    /^(?:shall|is|are|commits?|must|be|may)\b/.test(text) ||
    (/^(?:and|or|then|if|unless|except|provided)\b/.test(text) && hasVerb(text))
  );
}

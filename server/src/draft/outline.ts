import { headingNumber, readEntries, readLayout, type Entry } from "./entries.ts";
import { isNote, opensMemorandum } from "./furniture.ts";
import { follows } from "./numbering.ts";
import type { Block } from "./markdown.ts";
import { BASIC } from "./outlineState.ts";
import { isRecital } from "./regions.ts";
import { TitleReader } from "./titleReader.ts";
import { Place } from "./tree.ts";
import { countWords, looksLikeTitle } from "./words.ts";

/** Reads blocks into a tree of units; the source from `from` on is dealt out to them without gap. */
export function readOutline(source: string, blocks: readonly Block[], from: number): Place {
  const entries = readEntries(blocks);
  const layout = readLayout(entries);
  return new OutlineReader(source, entries, layout, from).read();
}

class OutlineReader extends TitleReader {
  /** Where the block quote begins that is a note, and the note. */
  private noteQuote = Number.NaN;
  private quoted: Place | null = null;

  read(): Place {
    for (let i = 0; i < this.entries.length; i++) this.readEntry(i);
    this.flushPending();
    this.ranges.finish();
    return this.root;
  }

  protected readEntry(index: number): void {
    const entry = this.entries[index];
    if (!entry || entry.block.kind === "break") return;
    if (entry.furniture !== null) this.addAside(entry);
    else if (entry.block.kind === "table") this.addTable(entry);
    else if (index < this.opening.start) this.addOpening(entry, index);
    else if (this.quoted && entry.block.quote === this.noteQuote) this.write(this.quoted, entry, 0, "note");
    else if (isNote(entry.text)) this.addNote(entry);
    else if (this.top.kind === "note" && !this.top.aside && !this.endsNote(entry)) this.write(this.top, entry, 0, "prose");
    else {
      if (this.top.style === "running") this.popTo(this.stack.length - 1);
      this.readClause(entry, index);
    }
  }

  protected readClause(entry: Entry, index: number): void {
    if (entry.head) {
      this.openHead(entry, entry.head, index);
      return;
    }
    if (this.takesTitle(entry, index)) return;
    const number = headingNumber(entry);
    if (number && (entry.block.kind === "heading" || this.layout.numberedHeadings)) {
      this.openNumberedHeading(entry, number, index);
      return;
    }
    if (entry.title && entry.marks[0]?.at !== 0 && this.isPlainTitle(entry)) {
      this.openTitle(entry, index);
      return;
    }
    if (this.isMargin(entry, index)) {
      this.flushPending();
      if (this.insertionStarts(entry)) this.openInsertion(entry);
      this.pending = index;
      return;
    }
    this.readText(entry, index, 0);
  }

  protected addAside(entry: Entry): void {
    if (this.pending !== null) {
      this.queued.push(entry);
      return;
    }
    const last = this.top.content.at(-1);
    const kept = entry.furniture === "contents" && last?.type === "unit" && last.aside && last.style === "contents" ? last : null;
    const place = kept ?? new Place("note", this.top, 900);
    place.setAside();
    place.style = entry.furniture ?? "";
    this.write(place, entry, 0, "note");
  }

  protected addNote(entry: Entry): void {
    this.flushPending();
    const { quote } = entry.block;
    const title = entry.title || (countWords(entry.text) <= 14 && isOneTitle(entry.text.replace(/\([^()]*\)|[.\s]+$/g, "")));
    const memorandum = opensMemorandum(entry.text);
    const region = quote < 0 && (memorandum || entry.title || (countWords(entry.text) <= 6 && title));
    if (!region) {
      const place = new Place("note", this.top, 900);
      place.setAside();
      this.noteQuote = quote;
      this.quoted = quote < 0 ? null : place;
      this.write(place, entry, 0, "note");
      return;
    }
    this.popTo(Math.max(1, this.host));
    this.host = 0;
    this.popTo(memorandum && title ? 1 : this.stack.findLastIndex((open) => open.rank < BASIC) + 1);
    const place = this.push(new Place("note", this.top, 5));
    place.headingDepth = entry.block.depth;
    if (title) place.headings.push(entry.block.text);
    if (!title || !memorandum) place.style = "running";
    this.write(place, entry, 0, title ? "heading" : "note");
  }

  protected endsNote(entry: Entry): boolean {
    const { kind, depth } = entry.block;
    if (entry.head)
      return kind === "heading" || entry.title || entry.block.strong > 0 || entry.head.end >= entry.text.length - entry.headAt;
    if (kind === "heading") return depth <= Math.max(2, this.top.headingDepth);
    const mark = entry.marks[0];
    if (this.top.style === "running" && mark?.kind === "number" && mark.evidence === "start")
      return mark.enumerator.forms.some((form) => form.style === this.layout.bareStyle && follows(this.mainValue, form.value));
    return /^\W*(?:an?\s+(?:bill|act|ordinance)\b|be it enacted)/i.test(entry.text);
  }

  protected addTable(entry: Entry): void {
    this.flushPending();
    const place = new Place("table", entry.block.quote === this.noteQuote ? (this.quoted ?? this.top) : this.top, 900);
    this.ranges.claim(place, entry.block.span.start);
    place.add({ type: "rows", rows: entry.block.rows });
  }

  protected addOpening(entry: Entry, index: number): void {
    if (index === this.opening.title) {
      this.root.headings.push(entry.block.text);
      this.write(this.root, entry, 0, "heading");
      return;
    }
    if (this.preamble === null) this.preamble = new Place("preamble", this.root, BASIC);
    this.write(this.preamble, entry, 0, entry.title && !isRecital(entry.text) ? "heading" : "prose");
  }
}

function isOneTitle(text: string): boolean {
  return looksLikeTitle(text) && !/[.:]\s/.test(text);
}

import { headingNumber, readEntries, readLayout, type Entry } from "./entries.ts";
import { isNote } from "./furniture.ts";
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
  /** Where the block quote begins that is a note. */
  private noteQuote = Number.NaN;

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
    else if (isNote(entry.text) || this.inNoteQuote(entry)) this.addNote(entry);
    else if (this.top.kind === "note" && !this.top.aside && !this.endsNote(entry)) this.write(this.top, entry, 0, "prose");
    else this.readClause(entry, index);
  }

  /** Later paragraphs of a block quote that began as a note. */
  private inNoteQuote(entry: Entry): boolean {
    return entry.block.quote === this.noteQuote;
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
    place.aside = true;
    place.style = entry.furniture ?? "";
    this.write(place, entry, 0, "note");
  }

  protected addNote(entry: Entry): void {
    this.flushPending();
    if (isNote(entry.text)) this.noteQuote = entry.block.quote >= 0 ? entry.block.quote : Number.NaN;
    const region = entry.block.quote < 0 && (entry.title || (countWords(entry.text) <= 6 && looksLikeTitle(entry.text)));
    if (!region) {
      const place = new Place("note", this.top, 900);
      place.aside = true;
      this.write(place, entry, 0, "note");
      return;
    }
    this.popTo(Math.max(1, this.host));
    this.host = 0;
    this.popTo(1);
    const place = this.push(new Place("note", this.root, 5));
    place.headings.push(entry.block.text);
    this.write(place, entry, 0, "heading");
  }

  protected endsNote(entry: Entry): boolean {
    if (entry.head)
      return (
        entry.block.kind === "heading" ||
        entry.title ||
        entry.block.strong > 0 ||
        entry.head.end >= entry.text.length - entry.headAt
      );
    return (
      /^\W*(?:an?\s+(?:bill|act|ordinance)\b|be it enacted)/i.test(entry.text) ||
      (entry.block.kind === "heading" && entry.block.depth <= 2)
    );
  }

  protected addTable(entry: Entry): void {
    this.flushPending();
    const place = new Place("table", this.top, 900);
    this.ranges.claim(place, entry.block.span.start);
    place.content.push({ type: "rows", rows: entry.block.rows });
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

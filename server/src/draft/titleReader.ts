import { headingNumber, type Entry } from "./entries.ts";
import { CLASSES, readHead, type Head } from "./heads.ts";
import { follows, rankOf, romanValue } from "./numbering.ts";
import { BASIC } from "./outlineState.ts";
import { isRecital } from "./regions.ts";
import { sliceText } from "./sourceMap.ts";
import { TextReader } from "./textReader.ts";
import { brokenTitleLength, readTitle } from "./titles.ts";
import { Place } from "./tree.ts";
import { announces, countWords, isOpen, looksLikeTitle, startsLower } from "./words.ts";

const PREAMBLE_HEADING = /^\W*(?:preamble|recitals?|whereas|préambule|preámbulo|preâmbulo|präambel|pembukaan|الديباجة)\W*$/i;

/** Reads heads and titles: "Article 7", "## 2 Candidates", marginal notes, group headings. */
export abstract class TitleReader extends TextReader {
  /** Puts a page mark or a footnote where it stands. */
  protected abstract addAside(entry: Entry): void;

  protected openHead(entry: Entry, head: Head, index: number): void {
    const inserted = this.insertionStarts(entry);
    if (inserted) this.openInsertion(entry);
    const outer = this.stack[this.host - 1];
    if (this.host > 0 && !inserted && outer && entry.block.kind === "heading") this.closeInsertion();
    const { kind, rank } = this.headRank(head);
    this.leaveSchedule(head, rank);
    this.flushPending(rank === BASIC ? index : undefined);
    const start = this.takePendingStart(entry);
    this.popBelow(rank, 0);
    const place = this.pushHead(head, kind, rank);
    place.headingDepth = entry.block.kind === "heading" ? entry.block.depth : 0;
    this.ranges.claim(place, start);
    this.attachPending(place, entry);
    this.readAfterNumber(place, entry, index, entry.headAt + head.end, true);
  }

  protected pushHead(head: Head, kind: Place["kind"], rank: number): Place {
    const place = this.push(new Place(kind, this.top, rank));
    place.number = head.number;
    place.value = head.value;
    place.word = head.word;
    place.basic = rank === BASIC;
    place.proposed = this.host > 0;
    if (place.basic && this.host === 0 && !this.inSchedule()) this.lastBasic = head.value;
    return place;
  }

  protected headRank(head: Head): { readonly kind: Place["kind"]; readonly rank: number } {
    const reading = CLASSES[head.class];
    if (reading.rank !== BASIC) return reading;
    if (this.layout.basicClass === head.class || this.inSchedule()) return reading;
    return { kind: "chapter", rank: 48 };
  }

  /** An article that goes on with the numbers of the law itself ends the schedules. */
  protected leaveSchedule(head: Head, rank: number): void {
    if (rank !== BASIC || this.host > 0 || !this.inSchedule() || head.class !== this.layout.basicClass) return;
    const own = this.stack.find((open) => open.basic);
    if (follows(this.lastBasic, head.value) && head.value !== 1 && !(own && follows(own.value, head.value))) this.popTo(1);
  }

  /** The text behind a number: first a title, if there is one, then the clause. */
  protected readAfterNumber(place: Place, entry: Entry, index: number, at: number, named: boolean): void {
    const text = entry.text;
    let from = at;
    const again = readHead(text.slice(from));
    if (again && again.value === place.value && again.word === place.word) from += again.end;
    const rest = text.slice(from);
    if (place.headings.length === 0 || named) {
      const marked = Math.max(entry.block.strong, entry.block.emphasis >= text.length ? 0 : entry.block.emphasis) - from;
      const title = readTitle(rest, { heading: entry.block.kind === "heading", named, marked });
      if (title) {
        place.headings.push(sliceText(entry.block.text, from, from + trimTitle(rest.slice(0, title.length)).length));
        if (!title.binds) {
          this.put(place, entry, from, from + title.length, "heading");
          from += title.length;
        }
      }
    }
    if (text.slice(from).trim() === "") this.untitled = place;
    else this.readText(entry, index, from);
  }

  /** A block right after a number or a heading that was broken off may be its title, or the rest of it. */
  protected takesTitle(entry: Entry, index: number): boolean {
    const place = this.untitled;
    this.untitled = null;
    if (!place || place !== this.top || place.content.some((item) => item.type === "text" && item.role === "prose")) return false;
    if (place.headings.length > 0) {
      if (place.headingDepth === 0) return false;
      const length = brokenTitleLength(place.heading, entry.text);
      if (length === 0) return false;
      this.ranges.claim(place, entry.block.span.start);
      place.headings.push(sliceText(entry.block.text, 0, length));
      this.put(place, entry, 0, length, "heading");
      if (length < entry.text.length) this.readText(entry, index, length);
      return true;
    }
    const heading = entry.block.kind === "heading" && entry.title && headingNumber(entry) === null && place.rank < BASIC;
    if (!heading && (entry.marks[0]?.at === 0 || !looksLikeTitle(entry.text) || isRecital(entry.text))) return false;
    if (!entry.title && (countWords(entry.text) > 10 || /[.]$/.test(entry.text) || startsLower(entry.text))) return false;
    place.headings.push(entry.block.text);
    this.write(place, entry, 0, "heading");
    return true;
  }

  protected openNumberedHeading(entry: Entry, number: { readonly number: string; readonly end: number }, index: number): void {
    this.flushPending();
    const digits = /^\d/.test(number.number);
    const steps = number.number.split(".").length;
    const bare = digits && (this.layout.numberedHeadings || this.layout.bareStyle !== null);
    const basic = bare && steps === 1;
    const echoes = this.top.basic && this.top.number === number.number && this.top.lastProse === "";
    const rank = basic ? BASIC : bare ? BASIC + steps : digits ? 61 + entry.block.depth / 100 : 47 + entry.block.depth / 100;
    if (echoes) {
      this.readAfterNumber(this.top, entry, index, number.end, false);
      return;
    }
    this.popBelow(rank, digits ? 0 : entry.block.depth);
    const kind = basic ? "section" : bare || digits ? "paragraph" : "chapter";
    const place = this.push(new Place(kind, this.top, rank));
    place.number = number.number;
    place.value = digits
      ? rankOf(number.number.split(".").at(-1) ?? "")
      : (romanValue(number.number) ?? number.number.charCodeAt(0) - 64);
    place.basic = basic;
    place.headingDepth = entry.block.depth;
    place.style = bare && steps > 1 ? `${"1.".repeat(steps - 1)}1` : "";
    if (basic) this.lastBasic = place.value;
    this.ranges.claim(place, entry.block.span.start);
    this.readAfterNumber(place, entry, index, number.end, false);
  }

  protected isPlainTitle(entry: Entry): boolean {
    return entry.block.kind === "heading" || !(announces(this.top.lastProse) && this.host > 0);
  }

  /** A short line right before a numbered paragraph is its marginal note. */
  protected isMargin(entry: Entry, index: number): boolean {
    const text = entry.text;
    if (entry.marks.length > 0 || countWords(text) > 14 || /[.;:,—]$/.test(text) || !looksLikeTitle(text) || startsLower(text))
      return false;
    const next = this.nextEntry(index);
    return (
      next !== null &&
      this.opensBare(next) !== null &&
      (this.insertionStarts(entry) || !isOpen(this.top.lastProse) || this.top.lastProse === "")
    );
  }

  protected openTitle(entry: Entry, index: number): void {
    const depth = entry.block.depth || 7;
    this.flushPending();
    const next = this.nextEntry(index);
    const inserted = this.insertionStarts(entry);
    if (inserted) this.openInsertion(entry);
    if (next !== null && this.opensBare(next) !== null && this.countBareUntilTitle(index, depth) === 1) {
      this.pending = index;
      return;
    }
    const head = next?.head ?? null;
    const groups =
      (head !== null && head.class !== "schedule") ||
      (next !== null && this.opensBare(next) !== null) ||
      (next !== null && headingNumber(next) !== null);
    const outer = this.stack.findLast((open, i) => open.basic && i < this.host);
    const form = next === null ? null : this.opensBare(next);
    if (this.host > 0 && !inserted && (entry.block.kind === "heading" || (form && outer && follows(outer.value, form.value))))
      this.closeInsertion();
    this.pushTitle(entry, groups ? 48 + depth / 100 : this.proseRank(depth), depth);
  }

  /** Headings inside an article stay in it; elsewhere a heading over plain text is a basic unit itself. */
  protected proseRank(depth: number): number {
    const basic = this.stack.find((open) => open.basic && open.number !== "");
    if (basic && (basic.headingDepth === 0 ? this.layout.basicClass !== null && depth === 7 : basic.headingDepth < depth))
      return BASIC + 1 + depth / 100;
    return 59 + depth / 100;
  }

  protected pushTitle(entry: Entry, rank: number, depth: number): Place {
    this.popBelow(rank, depth);
    const group = rank < 59;
    const place = this.push(
      new Place(PREAMBLE_HEADING.test(entry.text) ? "preamble" : group ? "title" : "section", this.top, rank),
    );
    place.basic = !group && rank < BASIC;
    place.headingDepth = depth;
    place.headings.push(entry.block.text);
    this.write(place, entry, 0, "heading");
    return place;
  }

  protected countBareUntilTitle(index: number, depth: number): number {
    let count = 0;
    let last = Number.NaN;
    for (let i = index + 1; i < this.entries.length && i < index + 200; i++) {
      const entry = this.entries[i];
      if (!entry || entry.furniture !== null) continue;
      if (entry.head || (entry.title && (entry.block.depth || 7) <= depth)) break;
      const form = this.opensBare(entry);
      if (form && (count === 0 || follows(last, form.value))) {
        count++;
        last = form.value;
      }
    }
    return count;
  }

  protected flushPending(keepFor?: number): void {
    const index = this.pending;
    if (index === null || keepFor !== undefined) return;
    this.pending = null;
    const entry = this.entries[index];
    if (!entry) return;
    if (entry.title && this.host === 0) this.pushTitle(entry, this.proseRank(entry.block.depth || 7), entry.block.depth || 7);
    else this.readText(entry, index, 0);
    this.drainQueue();
  }

  protected drainQueue(): void {
    const queued = this.queued;
    this.queued = [];
    for (const entry of queued) this.addAside(entry);
  }

  protected takePendingStart(entry: Entry): number {
    const pending = this.pending === null ? undefined : this.entries[this.pending];
    return pending?.block.span.start ?? entry.block.span.start;
  }

  protected attachPending(place: Place, entry: Entry): void {
    const pending = this.pending === null ? undefined : this.entries[this.pending];
    this.pending = null;
    if (!pending) return;
    place.headings.push(sliceText(pending.block.text, 0, trimTitle(pending.text).length));
    this.put(place, pending, 0, pending.text.length, "heading");
    if (this.queued.length > 0) {
      this.drainQueue();
      this.ranges.claim(place, entry.block.span.start);
    }
  }
}

function trimTitle(text: string): string {
  return text.replace(/[\s.:—–―⸺-]+$/, "");
}

import { headingNumber, readEntries, readLayout, type Entry, type Layout } from "./entries.ts";
import { isNote } from "./furniture.ts";
import { CLASSES, readHead, type Head } from "./heads.ts";
import type { Block } from "./markdown.ts";
import type { Mark } from "./marks.ts";
import { follows, rankOf, romanValue, type Form } from "./numbering.ts";
import { looksAhead, placeEnumerator } from "./placing.ts";
import { isRecital, readOpening, type Opening } from "./regions.ts";
import { sliceText, sourceSpan } from "./sourceMap.ts";
import { brokenTitleLength, titleLength } from "./titles.ts";
import { OwnRanges, Place, type PieceRole } from "./tree.ts";
import { announces, countWords, hasVerb, isOpen, looksLikeTitle, saysDuty, startsLower } from "./words.ts";

const BASIC = 60;
const ITEM = 100;
const PREAMBLE_HEADING = /^\W*(?:preamble|recitals?|whereas|préambule|preámbulo|preâmbulo|präambel|pembukaan|الديباجة)\W*$/i;
const INSERTION_HOST = /(?:following|follows|substitut|insert|read|namely|new|suivant|siguiente|seguinte)[^.;]{0,120}[:—–-]\s?[“"‘']?$/i;
const QUOTES: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'" };

/** Reads blocks into a tree of units; the source from `from` on is dealt out to them without gap. */
export function readOutline(source: string, blocks: readonly Block[], from: number): Place {
  const entries = readEntries(blocks);
  const layout = readLayout(entries);
  return new OutlineReader(source, entries, layout, from).read();
}

class OutlineReader {
  readonly #entries: readonly Entry[];
  readonly #layout: Layout;
  readonly #opening: Opening;
  readonly #root: Place;
  readonly #ranges: OwnRanges;
  #stack: Place[];
  /** Titles seen that may belong to the numbered unit after them. */
  #pending: number | null = null;
  /** Unit whose title may stand in the next block. */
  #untitled: Place | null = null;
  /** Furniture between such a title and the number it belongs to. */
  #queued: Entry[] = [];
  /** Length of the stack at the unit that hosts quoted text to be inserted; 0 when there is none. */
  #host = 0;
  /** The quotation mark that opened it. */
  #quote = "";
  #preamble: Place | null = null;
  #lastBasic = Number.NaN;
  /** Last bare number that went on with the numbers of the law itself. */
  #mainValue = Number.NaN;

  constructor(source: string, entries: readonly Entry[], layout: Layout, from: number) {
    this.#entries = entries;
    this.#layout = layout;
    this.#opening = readOpening(entries, layout);
    this.#root = new Place("draft", null, 0);
    this.#stack = [this.#root];
    this.#ranges = new OwnRanges(source, this.#root, from);
  }

  read(): Place {
    for (let i = 0; i < this.#entries.length; i++) this.#readEntry(i);
    this.#flushPending();
    this.#ranges.finish();
    return this.#root;
  }

  get #top(): Place {
    return this.#stack.at(-1) ?? this.#root;
  }

  #readEntry(index: number): void {
    const entry = this.#entries[index];
    if (!entry || entry.block.kind === "break") return;
    if (entry.furniture !== null) this.#addAside(entry);
    else if (entry.block.kind === "table") this.#addTable(entry);
    else if (index < this.#opening.start) this.#addOpening(entry, index);
    else if (isNote(entry.text)) this.#addNote(entry);
    else if (this.#top.kind === "note" && !this.#top.aside && !this.#endsNote(entry)) this.#write(this.#top, entry, 0, "prose");
    else this.#readClause(entry, index);
  }

  #readClause(entry: Entry, index: number): void {
    if (entry.head) {
      this.#openHead(entry, entry.head, index);
      return;
    }
    if (this.#takesTitle(entry, index)) return;
    const number = headingNumber(entry);
    if (number && (entry.block.kind === "heading" || this.#layout.numberedHeadings)) {
      this.#openNumberedHeading(entry, number, index);
      return;
    }
    if (entry.title && entry.marks[0]?.at !== 0 && this.#isPlainTitle(entry)) {
      this.#openTitle(entry, index);
      return;
    }
    if (this.#isMargin(entry, index)) {
      this.#flushPending();
      if (this.#insertionStarts(entry)) this.#openInsertion(entry);
      this.#pending = index;
      return;
    }
    this.#readText(entry, index, 0);
  }

  #addAside(entry: Entry): void {
    if (this.#pending !== null) {
      this.#queued.push(entry);
      return;
    }
    const last = this.#top.content.at(-1);
    const kept = entry.furniture === "contents" && last?.type === "unit" && last.aside && last.style === "contents" ? last : null;
    const place = kept ?? new Place("note", this.#top, 900);
    place.aside = true;
    place.style = entry.furniture ?? "";
    this.#write(place, entry, 0, "note");
  }

  #addNote(entry: Entry): void {
    this.#flushPending();
    const region = entry.title || (countWords(entry.text) <= 6 && looksLikeTitle(entry.text));
    if (!region) {
      const place = new Place("note", this.#top, 900);
      place.aside = true;
      this.#write(place, entry, 0, "note");
      return;
    }
    this.#popTo(Math.max(1, this.#host));
    this.#host = 0;
    this.#popTo(1);
    const place = this.#push(new Place("note", this.#root, 5));
    place.headings.push(entry.block.text);
    this.#write(place, entry, 0, "heading");
  }

  #endsNote(entry: Entry): boolean {
    if (entry.head) return entry.block.kind === "heading" || entry.title || entry.block.strong > 0 || entry.head.end >= entry.text.length - entry.headAt;
    return /^\W*(?:an?\s+(?:bill|act|ordinance)\b|be it enacted)/i.test(entry.text) || (entry.block.kind === "heading" && entry.block.depth <= 2);
  }

  #addTable(entry: Entry): void {
    this.#flushPending();
    const place = new Place("table", this.#top, 900);
    this.#ranges.claim(place, entry.block.span.start);
    place.content.push({ type: "rows", rows: entry.block.rows });
  }

  #addOpening(entry: Entry, index: number): void {
    if (index === this.#opening.title) {
      this.#root.headings.push(entry.block.text);
      this.#write(this.#root, entry, 0, "heading");
      return;
    }
    if (this.#preamble === null) this.#preamble = new Place("preamble", this.#root, BASIC);
    this.#write(this.#preamble, entry, 0, entry.title && !isRecital(entry.text) ? "heading" : "prose");
  }

  // --- heads ---

  #openHead(entry: Entry, head: Head, index: number): void {
    const inserted = this.#insertionStarts(entry);
    if (inserted) this.#openInsertion(entry);
    const outer = this.#stack[this.#host - 1];
    if (this.#host > 0 && !inserted && outer && entry.block.kind === "heading") this.#closeInsertion();
    const { kind, rank } = this.#headRank(head);
    this.#leaveSchedule(head, rank);
    this.#flushPending(rank === BASIC ? index : undefined);
    const start = this.#takePendingStart(entry);
    this.#popBelow(rank, 0);
    const place = this.#pushHead(head, kind, rank);
    place.headingDepth = entry.block.kind === "heading" ? entry.block.depth : 0;
    this.#ranges.claim(place, start);
    this.#attachPending(place, entry);
    this.#readAfterNumber(place, entry, index, entry.headAt + head.end, true);
  }

  #pushHead(head: Head, kind: Place["kind"], rank: number): Place {
    const place = this.#push(new Place(kind, this.#top, rank));
    place.number = head.number;
    place.value = head.value;
    place.word = head.word;
    place.basic = rank === BASIC;
    place.proposed = this.#host > 0;
    if (place.basic && this.#host === 0 && !this.#inSchedule()) this.#lastBasic = head.value;
    return place;
  }

  #headRank(head: Head): { readonly kind: Place["kind"]; readonly rank: number } {
    const reading = CLASSES[head.class];
    if (reading.rank !== BASIC) return reading;
    if (this.#layout.basicClass === head.class || this.#inSchedule()) return reading;
    return { kind: "chapter", rank: 48 };
  }

  #inSchedule(): boolean {
    return this.#stack.some((open) => open.kind === "schedule");
  }

  /** An article that goes on with the numbers of the law itself ends the schedules. */
  #leaveSchedule(head: Head, rank: number): void {
    if (rank !== BASIC || this.#host > 0 || !this.#inSchedule() || head.class !== this.#layout.basicClass) return;
    const own = this.#stack.find((open) => open.basic);
    if (follows(this.#lastBasic, head.value) && head.value !== 1 && !(own && follows(own.value, head.value))) this.#popTo(1);
  }

  /** The text behind a number: first a title, if there is one, then the clause. */
  #readAfterNumber(place: Place, entry: Entry, index: number, at: number, named: boolean): void {
    const text = entry.text;
    let from = at;
    const again = readHead(text.slice(from));
    if (again && again.value === place.value && again.word === place.word) from += again.end;
    const rest = text.slice(from);
    if (place.headings.length === 0 || named) {
      const marked = Math.max(entry.block.strong, entry.block.emphasis >= text.length ? 0 : entry.block.emphasis) - from;
      const length = titleLength(rest, { heading: entry.block.kind === "heading", named, marked });
      if (length > 0) {
        const title = sliceText(entry.block.text, from, from + trimTitle(rest.slice(0, length)).length);
        place.headings.push(title);
        this.#put(place, entry, from, from + length, "heading");
        from += length;
      }
    }
    if (text.slice(from).trim() === "") this.#untitled = place;
    else this.#readText(entry, index, from);
  }

  /** A block right after a number or a heading that was broken off may be its title, or the rest of it. */
  #takesTitle(entry: Entry, index: number): boolean {
    const place = this.#untitled;
    this.#untitled = null;
    if (!place || place !== this.#top || place.content.some((item) => item.type === "text" && item.role === "prose")) return false;
    if (place.headings.length > 0) {
      if (place.headingDepth === 0) return false;
      const length = brokenTitleLength(place.heading, entry.text);
      if (length === 0) return false;
      this.#ranges.claim(place, entry.block.span.start);
      place.headings.push(sliceText(entry.block.text, 0, length));
      this.#put(place, entry, 0, length, "heading");
      if (length < entry.text.length) this.#readText(entry, index, length);
      return true;
    }
    const heading = entry.block.kind === "heading" && entry.title && headingNumber(entry) === null && place.rank < BASIC;
    if (!heading && (entry.marks[0]?.at === 0 || !looksLikeTitle(entry.text) || isRecital(entry.text))) return false;
    if (!entry.title && (countWords(entry.text) > 10 || /[.]$/.test(entry.text) || startsLower(entry.text))) return false;
    place.headings.push(entry.block.text);
    this.#write(place, entry, 0, "heading");
    return true;
  }

  #openNumberedHeading(entry: Entry, number: { readonly number: string; readonly end: number }, index: number): void {
    this.#flushPending();
    const digits = /^\d/.test(number.number);
    const steps = number.number.split(".").length;
    const bare = digits && (this.#layout.numberedHeadings || this.#layout.bareStyle !== null);
    const basic = bare && steps === 1;
    const echoes = this.#top.basic && this.#top.number === number.number && this.#top.lastProse === "";
    const rank = basic ? BASIC : bare ? BASIC + steps : digits ? 61 + entry.block.depth / 100 : 47 + entry.block.depth / 100;
    if (echoes) {
      this.#readAfterNumber(this.#top, entry, index, number.end, false);
      return;
    }
    this.#popBelow(rank, digits ? 0 : entry.block.depth);
    const kind = basic ? "section" : bare || digits ? "paragraph" : "chapter";
    const place = this.#push(new Place(kind, this.#top, rank));
    place.number = number.number;
    place.value = digits ? rankOf(number.number.split(".").at(-1) ?? "") : (romanValue(number.number) ?? number.number.charCodeAt(0) - 64);
    place.basic = basic;
    place.headingDepth = entry.block.depth;
    place.style = bare && steps > 1 ? `${"1.".repeat(steps - 1)}1` : "";
    if (basic) this.#lastBasic = place.value;
    this.#ranges.claim(place, entry.block.span.start);
    this.#readAfterNumber(place, entry, index, number.end, false);
  }

  // --- titles without number ---

  #isPlainTitle(entry: Entry): boolean {
    return entry.block.kind === "heading" || !(announces(this.#top.lastProse) && this.#host > 0);
  }

  /** A short line right before a numbered paragraph is its marginal note. */
  #isMargin(entry: Entry, index: number): boolean {
    const text = entry.text;
    if (entry.marks.length > 0 || countWords(text) > 14 || /[.;:,—]$/.test(text) || !looksLikeTitle(text) || startsLower(text)) return false;
    const next = this.#nextEntry(index);
    return next !== null && this.#opensBare(next) !== null && (this.#insertionStarts(entry) || !isOpen(this.#top.lastProse) || this.#top.lastProse === "");
  }

  #openTitle(entry: Entry, index: number): void {
    const depth = entry.block.depth || 7;
    this.#flushPending();
    const next = this.#nextEntry(index);
    const inserted = this.#insertionStarts(entry);
    if (inserted) this.#openInsertion(entry);
    if (next !== null && this.#opensBare(next) !== null && this.#countBareUntilTitle(index, depth) === 1) {
      this.#pending = index;
      return;
    }
    const head = next?.head ?? null;
    const groups = (head !== null && head.class !== "schedule") || (next !== null && this.#opensBare(next) !== null) || (next !== null && headingNumber(next) !== null);
    const outer = this.#stack.findLast((open, i) => open.basic && i < this.#host);
    const form = next === null ? null : this.#opensBare(next);
    if (this.#host > 0 && !inserted && (entry.block.kind === "heading" || (form && outer && follows(outer.value, form.value)))) this.#closeInsertion();
    this.#pushTitle(entry, groups ? 48 + depth / 100 : this.#proseRank(depth), depth);
  }

  /** Headings inside an article stay in it; elsewhere a heading over plain text is a basic unit itself. */
  #proseRank(depth: number): number {
    const basic = this.#stack.find((open) => open.basic && open.number !== "");
    if (basic && (basic.headingDepth === 0 ? this.#layout.basicClass !== null && depth === 7 : basic.headingDepth < depth)) return BASIC + 1 + depth / 100;
    return 59 + depth / 100;
  }

  #pushTitle(entry: Entry, rank: number, depth: number): Place {
    this.#popBelow(rank, depth);
    const group = rank < 59;
    const place = this.#push(new Place(PREAMBLE_HEADING.test(entry.text) ? "preamble" : group ? "title" : "section", this.#top, rank));
    place.basic = !group && rank < BASIC;
    place.headingDepth = depth;
    place.headings.push(entry.block.text);
    this.#write(place, entry, 0, "heading");
    return place;
  }

  #nextEntry(index: number): Entry | null {
    for (let i = index + 1; i < this.#entries.length && i < index + 12; i++) {
      const entry = this.#entries[i];
      if (entry && entry.furniture === null && entry.block.kind !== "break") return entry;
    }
    return null;
  }

  /** The bare number that opens a basic unit at the start of the entry, or null. */
  #opensBare(entry: Entry): Form | null {
    if (entry.head || entry.block.kind !== "text") return null;
    const mark = entry.marks[0];
    if (mark?.kind !== "number" || mark.evidence !== "start") return null;
    const style = this.#layout.bareStyle ?? "1.";
    const form = mark.enumerator.forms.find((other) => other.style === style) ?? null;
    if (form === null) return null;
    if (this.#stack.some((open, i) => i >= this.#host && open.basic && open.style === "" && (open.word !== "" || this.#layout.numberedHeadings))) return null;
    return this.#layout.bareStyle !== null || this.#host > 0 || this.#insertionHosts() || this.#inSchedule() ? form : null;
  }

  #countBareUntilTitle(index: number, depth: number): number {
    let count = 0;
    let last = Number.NaN;
    for (let i = index + 1; i < this.#entries.length && i < index + 200; i++) {
      const entry = this.#entries[i];
      if (!entry || entry.furniture !== null) continue;
      if (entry.head || (entry.title && (entry.block.depth || 7) <= depth)) break;
      const form = this.#opensBare(entry);
      if (form && (count === 0 || follows(last, form.value))) {
        count++;
        last = form.value;
      }
    }
    return count;
  }

  #flushPending(keepFor?: number): void {
    const index = this.#pending;
    if (index === null || keepFor !== undefined) return;
    this.#pending = null;
    const entry = this.#entries[index];
    if (!entry) return;
    if (entry.title && this.#host === 0) this.#pushTitle(entry, this.#proseRank(entry.block.depth || 7), entry.block.depth || 7);
    else this.#readText(entry, index, 0);
    this.#drainQueue();
  }

  #drainQueue(): void {
    const queued = this.#queued;
    this.#queued = [];
    for (const entry of queued) this.#addAside(entry);
  }

  #takePendingStart(entry: Entry): number {
    const pending = this.#pending === null ? undefined : this.#entries[this.#pending];
    return pending?.block.span.start ?? entry.block.span.start;
  }

  #attachPending(place: Place, entry: Entry): void {
    const pending = this.#pending === null ? undefined : this.#entries[this.#pending];
    this.#pending = null;
    if (!pending) return;
    place.headings.push(sliceText(pending.block.text, 0, trimTitle(pending.text).length));
    this.#put(place, pending, 0, pending.text.length, "heading");
    if (this.#queued.length > 0) {
      this.#drainQueue();
      this.#ranges.claim(place, entry.block.span.start);
    }
  }

  // --- text ---

  #readText(entry: Entry, index: number, from: number): void {
    const text = entry.text;
    const leading = entry.marks[0];
    if (from === 0 && this.#pending !== null && !(leading?.kind === "number" && this.#bareForm(leading, entry, 0))) this.#flushPending();
    const opens = from === 0 && this.#insertionStarts(entry);
    if (opens) this.#openInsertion(entry);
    let cursor = from;
    let owner: Place | null = null;
    entry.marks.forEach((mark, position) => {
      if (mark.at < cursor || (mark.kind === "number" && mark.end > text.length)) return;
      const between = text.slice(cursor, mark.at);
      const atStart = /^(?:\d{1,2}\s?(?=\[))?[\s“"„«‘'[]*$/.test(between);
      if (!atStart && owner === null) owner = this.#ownerOf(entry, from);
      const opened = this.#readMark(mark, entry, index, position, cursor, atStart && cursor === from && from === 0, atStart);
      if (opened !== null) {
        owner = this.#top;
        cursor = opened;
      }
    });
    const rest = text.slice(cursor);
    if (rest.trim() !== "") {
      if (owner === null && cursor === from) owner = this.#ownerOf(entry, from);
      this.#put(owner ?? this.#top, entry, cursor, text.length, "prose");
    }
    if (this.#host > 0 && endsQuotation(text, this.#quote, opens)) this.#closeInsertion();
  }

  /** Opens what the mark opens, after giving the text before it to its owner; returns the offset behind it, or null for running text. */
  #readMark(mark: Mark, entry: Entry, index: number, position: number, cursor: number, first: boolean, atStart: boolean): number | null {
    const text = entry.text;
    const give = (): void => {
      const before = text.slice(cursor, mark.at);
      const length = before.replace(/(?:\s\d{1,2}\s?(?=\[))?[\s“"„«‘[]+$/, "").length;
      if (length > 0) this.#put(this.#textOwner(entry, cursor), entry, cursor, cursor + length, "prose");
    };
    if (mark.kind === "closing") {
      const owner = this.#closingOwner();
      if (!owner) return null;
      give();
      this.#popTo(this.#stack.indexOf(owner) + 1);
      this.#ranges.claim(owner, this.#offset(entry, mark.at));
      return mark.at;
    }
    if (mark.kind === "head") {
      const basic = this.#stack.findLast((open) => open.basic);
      if (!basic || basic.word !== mark.head.word || !follows(basic.value, mark.head.value)) return null;
      give();
      this.#popBelow(BASIC, 0);
      const place = this.#pushHead(mark.head, basic.kind, BASIC);
      this.#ranges.claim(place, this.#offset(entry, mark.at));
      this.#readAfterNumber(place, entry, index, mark.end, true);
      return text.length;
    }
    if (mark.kind === "term") return this.#openTerm(mark, entry, index, position, give, atStart);
    const bare = first ? this.#bareForm(mark, entry, position) : null;
    if (bare) {
      this.#openBare(mark, bare, entry, index);
      return text.length;
    }
    const added = this.#addedSection(mark, cursor === 0 ? text.slice(0, mark.at) : text.slice(cursor, mark.at));
    if (added) {
      give();
      this.#openBare(mark, added, entry, index);
      return text.length;
    }
    if (first && this.#echoes(mark, index, position)) return this.#afterEcho(mark.end, entry);
    const base = this.#baseIndex();
    const evidence = atStart && (first || cursor > 0) ? "start" : mark.evidence;
    const before = atStart ? this.#top.lastProse : text.slice(cursor, mark.at).trimEnd();
    const decision = placeEnumerator(
      { ...mark, evidence: evidence === "start" && !first && mark.evidence !== "start" ? "start" : evidence },
      { stack: this.#stack, base, before, text, ahead: (wanted, style) => looksAhead(this.#entries, index, position, wanted, style) },
    );
    if (!decision) return null;
    give();
    this.#popTo(decision.parent + 1);
    const paragraph = decision.form.style.includes("1") && (this.#top.rank <= BASIC || /^1\./.test(decision.form.style));
    const place = this.#push(new Place(paragraph ? "paragraph" : "item", this.#top, ITEM + this.#stack.length));
    place.number = mark.enumerator.number;
    place.value = decision.form.value;
    place.style = decision.form.style;
    this.#ranges.claim(place, first ? entry.block.span.start : this.#offset(entry, mark.at));
    return mark.end;
  }

  #bareForm(mark: Extract<Mark, { kind: "number" }>, entry: Entry, position: number): Form | null {
    const form = this.#opensBare(entry);
    if (!form || entry.marks[position] !== mark) return null;
    const value = entry.block.counted ?? form.value;
    const current = this.#stack.find((open, i) => open.basic && open.style === form.style && i >= this.#host);
    const inner = this.#stack.slice(this.#stack.indexOf(current ?? this.#top) + 1).findLast((open) => open.style === form.style);
    const marked = this.#pending !== null || entry.block.strong > 0;
    if (this.#host > 0) {
      const outer = this.#stack.find((open, i) => open.basic && i < this.#host);
      if (outer && outer.style === form.style && marked && follows(outer.value, value) && !(current && follows(current.value, value))) {
        this.#closeInsertion();
        return { ...form, value };
      }
      return current || this.#stack.length === this.#host ? { ...form, value } : null;
    }
    if (!current) return this.#top.rank < ITEM || marked ? { ...form, value } : null;
    if (marked && follows(this.#mainValue, value) && !follows(current.value, value)) return { ...form, value };
    if (inner && follows(inner.value, value) && !(marked && follows(current.value, value))) return null;
    if (follows(current.value, value)) return { ...form, value };
    const next = entry.marks[position + 1];
    const nested = next?.kind === "number" && next.evidence === "start";
    if (value > current.value && value - current.value <= 5 && (marked || nested)) return { ...form, value };
    return this.#pending !== null && this.#inSchedule() ? { ...form, value } : null;
  }

  /** "[4A. Functions …" behind section 4: a section added in brackets. */
  #addedSection(mark: Extract<Mark, { kind: "number" }>, before: string): Form | null {
    const form = mark.enumerator.forms.find((other) => other.style === "1." && !Number.isInteger(other.value));
    const basic = this.#stack.findLast((open) => open.basic && open.number !== "");
    if (!form || !basic || !follows(basic.value, form.value) || Math.floor(basic.value) !== Math.floor(form.value)) return null;
    return /\[\s*["“]?$/.test(before) ? form : null;
  }

  #openBare(mark: Extract<Mark, { kind: "number" }>, form: Form, entry: Entry, index: number): void {
    const schedule = this.#inSchedule();
    const start = this.#pending === null && mark.at > 8 ? this.#offset(entry, mark.at) : this.#takePendingStart(entry);
    const word = this.#stack.findLast((open) => open.basic)?.word ?? "";
    this.#popBelow(BASIC, 0);
    const place = this.#push(new Place(schedule && this.#host === 0 ? "paragraph" : "section", this.#top, BASIC));
    if (this.#host === 0 && !schedule && (Number.isNaN(this.#mainValue) || follows(this.#mainValue, form.value) || form.value === 1)) {
      this.#mainValue = form.value;
    }
    place.number = entry.block.counted === undefined ? mark.enumerator.number : String(entry.block.counted);
    place.value = form.value;
    place.style = form.style;
    place.word = word;
    place.basic = true;
    place.proposed = this.#host > 0;
    this.#ranges.claim(place, start);
    this.#attachPending(place, entry);
    this.#readAfterNumber(place, entry, index, mark.end, false);
  }

  /** "5. Nothing in this Act" under the heading "Section 5" repeats the number. */
  #echoes(mark: Extract<Mark, { kind: "number" }>, index: number, position: number): boolean {
    const place = this.#top;
    const next = String(Math.floor(place.value) + 1);
    if (looksAhead(this.#entries, index, position, next, mark.enumerator.forms[0]?.style ?? "")) return false;
    return place.basic && place.number === mark.enumerator.number && place.style === "" && place.lastProse === "" && place.children.every((child) => child.aside);
  }

  #afterEcho(at: number, entry: Entry): number {
    const heading = this.#top.heading;
    const rest = entry.text.slice(at);
    const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    if (heading === "" || !plain(rest).startsWith(plain(heading))) return at;
    const length = Math.min(rest.length, heading.length + 2);
    const end = at + (/^[\s.:—–-]*/.exec(rest.slice(length - 2))?.[0].length ?? 0) + length - 2;
    this.#put(this.#top, entry, at, end, "heading");
    return end;
  }

  #openTerm(mark: Extract<Mark, { kind: "term" }>, entry: Entry, index: number, position: number, give: () => void, atStart: boolean): number | null {
    const open = this.#stack.findLastIndex((place, i) => place.kind === "definition" && place.style === "term" && i >= this.#host);
    const top = this.#top;
    const fresh = top.lastProse === "" && top.rank > BASIC && atStart && top.style !== "term";
    if (fresh && !this.#termFollows(index, position)) return null;
    const before = entry.text.slice(0, mark.at).trimEnd();
    if (open < 0 && !atStart && !/[:;—–―⸺\]-]$/.test(before.replace(/\s*(?:and|or)$/, ""))) return null;
    if (open >= 0 && !atStart && /,$/.test(before)) return null;
    give();
    if (open >= 0) this.#popTo(open);
    else if (!announces(this.#top.lastProse)) this.#popTo(Math.max(this.#termParent() + 1, this.#host));
    const place = this.#push(new Place("definition", this.#top, ITEM + this.#stack.length));
    place.style = "term";
    place.term = mark.term.term;
    this.#ranges.claim(place, mark.at === 0 ? entry.block.span.start : this.#offset(entry, mark.at));
    return mark.at;
  }

  /** Whether another definition stands beside this one, so that both hang on the unit around them. */
  #termFollows(index: number, position: number): boolean {
    const entry = this.#entries[index];
    const next = entry?.marks[position + 1];
    if (next) return next.kind === "term" && /;\s*(?:and|or)?\s*$/.test(entry.text.slice(0, next.at));
    const following = this.#nextEntry(index);
    return following?.marks[0]?.kind === "term" && following.marks[0].at <= 3;
  }

  #termParent(): number {
    const base = this.#baseIndex();
    const paragraph = this.#stack[base + 1];
    return paragraph?.kind === "paragraph" ? base + 1 : base;
  }

  /** To whom a block without number at its start belongs: the open item, or the unit whose list it closes. */
  #ownerOf(entry: Entry, from: number): Place {
    const top = this.#top;
    const text = entry.text.slice(from);
    if (from > 0 || top.rank <= BASIC || top.lastProse === "") return this.#textOwner(entry, from);
    const last = top.lastProse;
    const lead = this.#listOwner();
    const ends = /[;,]\s*(?:and|or)?$/.test(last);
    const closing = /^(?:shall|is|are|commits?|must|be|may|and the|or the)\b/.test(text);
    if (isOpen(last) && !ends && !closing) return top;
    if (ends && !startsLower(text) && /,$/.test(last)) return top;
    if (!lead) return top;
    this.#popTo(this.#stack.indexOf(lead) + 1);
    return lead;
  }

  #textOwner(entry: Entry, from: number): Place {
    const top = this.#top;
    if (top !== this.#root || entry.text.slice(from).trim() === "") return top;
    const recital = isRecital(entry.text);
    const last = this.#root.content.at(-1);
    if (last?.type === "unit" && last.kind === "block" && !recital && from > 0) return last;
    const place = this.#push(new Place(recital ? "preamble" : "block", this.#root, BASIC));
    place.basic = !recital;
    this.#ranges.claim(place, from === 0 ? entry.block.span.start : this.#offset(entry, from));
    return place;
  }

  /** The outermost open unit within the basic one whose words announce the list that is open. */
  #listOwner(): Place | null {
    const base = this.#baseIndex();
    for (let i = base; i < this.#stack.length - 1; i++) {
      const place = this.#stack[i];
      const child = this.#stack[i + 1];
      if (!place || !child) continue;
      if (place.kind === "definition") return null;
      const before = leadOf(place, child);
      if (before !== "" && (announces(before) || isOpen(before))) return place;
    }
    return null;
  }

  #closingOwner(): Place | null {
    const owner = this.#listOwner();
    if (!owner) return null;
    const child = this.#stack[this.#stack.indexOf(owner) + 1];
    return child && !saysDuty(leadOf(owner, child)) ? owner : null;
  }

  // --- insertions ---

  #insertionHosts(): boolean {
    return INSERTION_HOST.test(this.#top.lastProse);
  }

  #insertionStarts(entry: Entry): boolean {
    return this.#insertionHosts() && /^[“"‘«„']/.test(entry.text);
  }

  #openInsertion(entry: Entry): void {
    this.#host = this.#stack.length;
    this.#quote = entry.text[0] ?? "";
  }

  #closeInsertion(): void {
    this.#popTo(this.#host);
    this.#host = 0;
  }

  // --- stack ---

  #push(place: Place): Place {
    place.inserted = this.#host > 0 && this.#stack.length === this.#host;
    this.#stack.push(place);
    return place;
  }

  #popTo(length: number): void {
    this.#stack.length = Math.max(1, Math.min(length, this.#stack.length));
  }

  /** Closes the open units of this rank or further in, and those under a Markdown heading of this depth or deeper. */
  #popBelow(rank: number, depth: number): void {
    const floor = Math.max(1, this.#host);
    let length = this.#stack.length;
    while (length > floor && (this.#stack[length - 1]?.rank ?? 0) >= rank) length--;
    const sameDepth = depth === 0 ? -1 : this.#stack.findIndex((open, i) => i >= floor && open.headingDepth >= depth && (open.rank > 5 || depth <= open.headingDepth));
    this.#popTo(sameDepth > 0 ? Math.min(length, sameDepth) : length);
  }

  #baseIndex(): number {
    const base = this.#stack.findLastIndex((open) => open.rank < ITEM);
    return Math.max(base, this.#host - 1);
  }

  // --- writing ---

  #offset(entry: Entry, at: number): number {
    return sourceSpan(entry.block.text, at, at + 1)?.start ?? sourceSpan(entry.block.text, at)?.start ?? entry.block.span.end;
  }

  #write(place: Place, entry: Entry, from: number, role: PieceRole): void {
    this.#ranges.claim(place, from === 0 ? entry.block.span.start : this.#offset(entry, from));
    this.#put(place, entry, from, entry.text.length, role);
  }

  #put(place: Place, entry: Entry, start: number, end: number, role: PieceRole): void {
    const text = sliceText(entry.block.text, start, end);
    if (text.text === "") return;
    this.#ranges.claim(place, start === 0 ? entry.block.span.start : this.#offset(entry, start));
    place.content.push({ type: "text", text, role, joins: role === "prose" && start === 0 && goesOn(place.lastProse, text.text) });
  }
}

/** Whether the block ends the quotation; `opens` says that it also began it. */
function endsQuotation(text: string, quote: string, opens: boolean): boolean {
  const closer = QUOTES[quote] ?? "";
  const end = /([”’"»“'])[.;,]*\s*(?:and|or)?$/.exec(text)?.[1];
  if (closer === "" || end !== closer) return false;
  if (opens || quote === "‘") return true;
  const count = (sign: string): number => text.split(sign).length - 1;
  return quote === closer ? count(quote) % 2 === 1 : count(closer) > count(quote);
}

/** The words of `place` right before `child`. */
function leadOf(place: Place, child: Place): string {
  let lead = "";
  for (const item of place.content) {
    if (item === child) return lead;
    if (item.type === "text" && item.role === "prose") lead = item.text.text;
  }
  return lead;
}

function trimTitle(text: string): string {
  return text.replace(/[\s.:—–―⸺-]+$/, "");
}

/** Whether a new block goes on with an unfinished sentence: a page break or a hard wrap stands between. */
function goesOn(before: string, after: string): boolean {
  if (before === "" || !isOpen(before) || announces(before)) return false;
  if (startsLower(after) || after.startsWith("[")) return true;
  if (/\p{Ll}$/u.test(before) && hasVerb(before) && countWords(before) > 4) return true;
  return /(?:[,]|\s(?:of|the|and|or|to|by|for|in|a|an|with|under|on|at|de|du|des|la|le|les|et|ou|el|los|las|y|o|da|do|e|der|die|das|und))$/.test(before);
}

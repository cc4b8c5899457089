import type { Entry } from "./entries.ts";
import type { Mark } from "./marks.ts";
import { follows, readEnumerator, type Form } from "./numbering.ts";
import { BASIC, closesList, ITEM, ITEM_END, OutlineState } from "./outlineState.ts";
import { looksAhead, placeEnumerator } from "./placing.ts";
import { Place } from "./tree.ts";
import { announces, startsLower } from "./words.ts";

type NumberMark = Extract<Mark, { kind: "number" }>;
type TermMark = Extract<Mark, { kind: "term" }>;

const QUOTES: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'" };

/** Reads the words of a paragraph: the items, definitions and added sections that open within it. */
export abstract class TextReader extends OutlineState {
  /** Reads the title and the clause behind the number of a unit. */
  protected abstract readAfterNumber(place: Place, entry: Entry, index: number, at: number, named: boolean): void;
  protected abstract pushHead(head: Extract<Mark, { kind: "head" }>["head"], kind: Place["kind"], rank: number): Place;
  /** Gives up the title that waits for a number. */
  protected abstract flushPending(): void;
  protected abstract takePendingStart(entry: Entry): number;
  protected abstract attachPending(place: Place, entry: Entry): void;

  protected readText(entry: Entry, index: number, from: number): void {
    const text = entry.text;
    const leading = entry.marks[0];
    if (from === 0 && this.pending !== null && !(leading?.kind === "number" && this.bareForm(leading, entry, 0)))
      this.flushPending();
    const opens = from === 0 && this.insertionStarts(entry);
    if (opens) this.openInsertion(entry);
    if (from === 0) this.openLine(entry);
    let cursor = from;
    let owner: Place | null = null;
    entry.marks.forEach((mark, position) => {
      if (mark.at < cursor || (mark.kind === "number" && mark.end > text.length)) return;
      const between = text.slice(cursor, mark.at);
      const atStart = /^(?:\d{1,2}\s?(?=\[))?[\s“"„«‘'[]*$/.test(between);
      if (!atStart && owner === null) owner = this.ownerOf(entry, from);
      let opened = this.readMark(mark, entry, index, position, cursor, atStart && cursor === from && from === 0, atStart);
      if (opened === null) return;
      const hidden = mark.kind === "number" && entry.marks[position + 1]?.at !== opened ? readEnumerator(text, opened) : null;
      if (hidden && this.top.lastProse === "" && this.top.basic) {
        const next = { kind: "number", at: hidden.at, end: hidden.end, enumerator: hidden, evidence: "start" } as const;
        opened = this.readMark(next, entry, index, position, opened, false, true) ?? opened;
      }
      owner = this.top;
      cursor = opened;
    });
    const rest = text.slice(cursor);
    if (rest.trim() !== "") {
      if (owner === null && cursor === from) owner = this.ownerOf(entry, from);
      this.put(owner ?? this.top, entry, cursor, text.length, "prose");
    }
    if (this.host > 0 && endsQuotation(text, this.quote, opens)) this.closeInsertion();
  }

  /** A paragraph without number that is one of a list: it ends in a semicolon, and the words before it announce a list. */
  protected openLine(entry: Entry): void {
    const text = entry.text;
    const first = entry.marks[0];
    if (!startsLower(text) || (first?.kind === "number" && first.evidence === "start") || this.stack.length > 40) return;
    const top = this.top;
    const last = top.lastProse;
    const begins = top !== this.root && announces(last) && ITEM_END.test(text);
    const goes = top.style === "line" && ITEM_END.test(last) && !closesList(text);
    if (!begins && !goes) return;
    if (goes) this.popTo(this.stack.length - 1);
    const place = this.push(new Place("item", this.top, ITEM + this.stack.length));
    place.style = "line";
    this.ranges.claim(place, entry.block.span.start);
  }

  /** Opens what the mark opens, after giving the text before it to its owner; returns the offset behind it, or null for running text. */
  protected readMark(
    mark: Mark,
    entry: Entry,
    index: number,
    position: number,
    cursor: number,
    first: boolean,
    atStart: boolean,
  ): number | null {
    const text = entry.text;
    const give = (): void => {
      const before = text.slice(cursor, mark.at);
      const length = before.replace(/(?:\s\d{1,2}\s?(?=\[))?[\s“"„«‘[]+$/, "").length;
      if (length > 0) this.put(this.textOwner(entry, cursor), entry, cursor, cursor + length, "prose");
    };
    if (mark.kind === "closing") {
      const owner = this.closingOwner();
      if (!owner) return null;
      give();
      this.popTo(this.stack.indexOf(owner) + 1);
      this.ranges.claim(owner, this.offset(entry, mark.at));
      return mark.at;
    }
    if (mark.kind === "head") {
      const basic = this.stack.findLast((open) => open.basic);
      if (!basic || basic.word !== mark.head.word || !follows(basic.value, mark.head.value)) return null;
      give();
      this.popBelow(BASIC, 0);
      const place = this.pushHead(mark.head, basic.kind, BASIC);
      this.ranges.claim(place, this.offset(entry, mark.at));
      this.readAfterNumber(place, entry, index, mark.end, true);
      return text.length;
    }
    if (mark.kind === "term") return this.openTerm(mark, entry, index, position, give, atStart);
    const bare = first ? this.bareForm(mark, entry, position) : null;
    if (bare) {
      this.openBare(mark, bare, entry, index);
      return text.length;
    }
    const added = this.addedSection(mark, cursor === 0 ? text.slice(0, mark.at) : text.slice(cursor, mark.at));
    if (added) {
      give();
      this.openBare(mark, added, entry, index);
      return text.length;
    }
    if (first && this.echoes(mark, index, position)) return this.afterEcho(mark.end, entry);
    const base = this.baseIndex();
    const evidence = atStart && (first || cursor > 0) ? "start" : mark.evidence;
    const before = atStart ? this.top.lastProse : text.slice(cursor, mark.at).trimEnd();
    const decision = placeEnumerator(
      { ...mark, evidence: evidence === "start" && !first && mark.evidence !== "start" ? "start" : evidence },
      {
        stack: this.stack,
        base,
        before,
        text,
        ahead: (wanted, style) => looksAhead(this.entries, index, position, wanted, style),
      },
    );
    if (!decision) return null;
    give();
    this.popTo(decision.parent + 1);
    const paragraph = decision.form.style.includes("1") && (this.top.rank <= BASIC || /^1\./.test(decision.form.style));
    const place = this.push(new Place(paragraph ? "paragraph" : "item", this.top, ITEM + this.stack.length));
    place.number = mark.enumerator.number;
    place.value = decision.form.value;
    place.style = decision.form.style;
    this.ranges.claim(place, first ? entry.block.span.start : this.offset(entry, mark.at));
    return mark.end;
  }

  protected bareForm(mark: NumberMark, entry: Entry, position: number): Form | null {
    const form = this.opensBare(entry);
    if (!form || entry.marks[position] !== mark) return null;
    const value = entry.block.counted ?? form.value;
    const current = this.stack.find((open, i) => open.basic && open.style === form.style && i >= this.host);
    const inner = this.stack.slice(this.stack.indexOf(current ?? this.top) + 1).findLast((open) => open.style === form.style);
    const marked = this.pending !== null || entry.block.strong > 0;
    if (this.host > 0) {
      const outer = this.stack.find((open, i) => open.basic && i < this.host);
      if (
        outer &&
        outer.style === form.style &&
        marked &&
        follows(outer.value, value) &&
        !(current && follows(current.value, value))
      ) {
        this.closeInsertion();
        return { ...form, value };
      }
      return current || this.stack.length === this.host ? { ...form, value } : null;
    }
    if (!current) return this.top.rank < ITEM || marked ? { ...form, value } : null;
    if (marked && follows(this.mainValue, value) && !follows(current.value, value)) return { ...form, value };
    if (inner && follows(inner.value, value) && !(marked && follows(current.value, value))) return null;
    if (follows(current.value, value)) return { ...form, value };
    const next = entry.marks[position + 1];
    const nested = next?.kind === "number" && next.evidence === "start";
    if (value > current.value && value - current.value <= 5 && (marked || nested)) return { ...form, value };
    return this.pending !== null && this.inSchedule() ? { ...form, value } : null;
  }

  /** "[4A. Functions …" behind section 4: a section added in brackets. */
  protected addedSection(mark: NumberMark, before: string): Form | null {
    const form = mark.enumerator.forms.find((other) => other.style === "1." && !Number.isInteger(other.value));
    const basic = this.stack.findLast((open) => open.basic && open.number !== "");
    if (!form || !basic || !follows(basic.value, form.value) || Math.floor(basic.value) !== Math.floor(form.value)) return null;
    return /\[\s*["“]?$/.test(before) ? form : null;
  }

  protected openBare(mark: NumberMark, form: Form, entry: Entry, index: number): void {
    const schedule = this.inSchedule();
    const start = this.pending === null && mark.at > 8 ? this.offset(entry, mark.at) : this.takePendingStart(entry);
    const word = this.stack.findLast((open) => open.basic)?.word ?? "";
    this.popBelow(BASIC, 0);
    const place = this.push(new Place(schedule && this.host === 0 ? "paragraph" : "section", this.top, BASIC));
    if (
      this.host === 0 &&
      !schedule &&
      (Number.isNaN(this.mainValue) || follows(this.mainValue, form.value) || form.value === 1)
    ) {
      this.mainValue = form.value;
    }
    place.number = entry.block.counted === undefined ? mark.enumerator.number : String(entry.block.counted);
    place.value = form.value;
    place.style = form.style;
    place.word = word;
    place.basic = true;
    place.proposed = this.host > 0;
    this.ranges.claim(place, start);
    this.attachPending(place, entry);
    this.readAfterNumber(place, entry, index, mark.end, false);
  }

  /** "5. Nothing in this Act" under the heading "Section 5" repeats the number. */
  protected echoes(mark: NumberMark, index: number, position: number): boolean {
    const place = this.top;
    const next = String(Math.floor(place.value) + 1);
    if (looksAhead(this.entries, index, position, next, mark.enumerator.forms[0]?.style ?? "")) return false;
    return (
      place.basic &&
      place.number === mark.enumerator.number &&
      place.style === "" &&
      place.lastProse === "" &&
      place.children.every((child) => child.aside)
    );
  }

  protected afterEcho(at: number, entry: Entry): number {
    const heading = this.top.heading;
    const rest = entry.text.slice(at);
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
    if (heading === "" || !plain(rest).startsWith(plain(heading))) return at;
    const length = Math.min(rest.length, heading.length + 2);
    const end = at + (/^[\s.:—–-]*/.exec(rest.slice(length - 2))?.[0].length ?? 0) + length - 2;
    this.put(this.top, entry, at, end, "heading");
    return end;
  }

  protected openTerm(
    mark: TermMark,
    entry: Entry,
    index: number,
    position: number,
    give: () => void,
    atStart: boolean,
  ): number | null {
    const open = this.stack.findLastIndex((place, i) => place.kind === "definition" && place.style === "term" && i >= this.host);
    const top = this.top;
    const fresh = top.lastProse === "" && top.rank > BASIC && atStart && top.style !== "term";
    if (fresh && !this.termFollows(index, position)) return null;
    const before = entry.text.slice(0, mark.at).trimEnd();
    if (open < 0 && !atStart && !/[:;—–―⸺\]-]$/.test(before.replace(/\s*(?:and|or)$/, ""))) return null;
    if (open >= 0 && !atStart && /,$/.test(before)) return null;
    give();
    if (open >= 0) this.popTo(open);
    else if (!announces(this.top.lastProse)) this.popTo(Math.max(this.termParent() + 1, this.host));
    const place = this.push(new Place("definition", this.top, ITEM + this.stack.length));
    place.style = "term";
    place.term = mark.term.term;
    this.ranges.claim(place, mark.at === 0 ? entry.block.span.start : this.offset(entry, mark.at));
    return mark.at;
  }

  /** Whether another definition stands beside this one, so that both hang on the unit around them. */
  protected termFollows(index: number, position: number): boolean {
    const entry = this.entries[index];
    const next = entry?.marks[position + 1];
    if (next) return next.kind === "term" && /;\s*(?:and|or)?\s*$/.test(entry.text.slice(0, next.at));
    const following = this.nextEntry(index);
    return following?.marks[0]?.kind === "term" && following.marks[0].at <= 3;
  }

  protected termParent(): number {
    const base = this.baseIndex();
    const paragraph = this.stack[base + 1];
    return paragraph?.kind === "paragraph" ? base + 1 : base;
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

import type { Entry } from "./entries.ts";
import type { Mark } from "./marks.ts";
import { follows, readEnumerator } from "./numbering.ts";
import { NumberReader } from "./numberReader.ts";
import { BASIC, closesList, ITEM, ITEM_END } from "./outlineState.ts";
import { looksAhead, placeEnumerator } from "./placing.ts";
import { waitsForList } from "./restarts.ts";
import { Place } from "./tree.ts";
import { announces, startsLower } from "./words.ts";

type TermMark = Extract<Mark, { kind: "term" }>;

const QUOTES: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'" };

/** Reads the words of a paragraph: the items, definitions and added sections that open within it. */
export abstract class TextReader extends NumberReader {
  protected abstract pushHead(head: Extract<Mark, { kind: "head" }>["head"], kind: Place["kind"], rank: number): Place;
  /** Gives up the title that waits for a number. */
  protected abstract flushPending(): void;

  protected readText(entry: Entry, index: number, from: number): void {
    const text = entry.text;
    const leading = entry.marks[0];
    if (from === 0 && this.pending !== null && !(leading?.kind === "number" && this.bareForm(leading, entry, index, 0)))
      this.flushPending();
    const opens = from === 0 && this.insertionStarts(entry);
    if (opens) this.openInsertion(entry);
    if (from === 0) this.openLine(entry);
    let cursor = from;
    let owner: Place | null = null;
    entry.marks.forEach((written, position) => {
      const mark = position === 0 ? countedMark(written, entry.block.counted) : written;
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

  /** A paragraph without number that is one of a list: a bullet, or a line that ends in a semicolon, behind words that announce a list. */
  protected openLine(entry: Entry): void {
    const text = entry.text;
    const first = entry.marks[0];
    if ((first?.kind === "number" && first.evidence === "start") || (first?.kind === "term" && first.at <= 3)) return;
    if (this.stack.length > 40) return;
    const top = this.top;
    const last = top.lastProse;
    const { bullet } = entry.block;
    const style = bullet > 0 ? `bullet${bullet}` : "line";
    const beside = bullet > 0 ? this.stack.findLastIndex((open, i) => i > this.baseIndex() && open.style === style) : -1;
    const line = bullet === 0 && startsLower(text);
    const begins = top !== this.root && (bullet > 0 ? waitsForList(last) : line && announces(last) && ITEM_END.test(text));
    const goes = bullet > 0 ? beside > 0 : line && top.style === style && ITEM_END.test(last) && !closesList(text);
    if (!begins && !goes) return;
    if (beside > 0) this.popTo(beside);
    else if (goes) this.popTo(this.stack.length - 1);
    const place = this.push(new Place("item", this.top, ITEM + this.stack.length));
    place.style = style;
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
      const length = before.replace(/(?:\s\d{1,2}\s?(?=\[))?(?:[\s“"„«‘[]+|^\s*'\s*)$/, "").length;
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
    const bare = first ? this.bareForm(mark, entry, index, position) : null;
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
    this.ranges.claim(place, atStart && mark.at <= 3 ? entry.block.span.start : this.offset(entry, mark.at));
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

/** The mark of an item whose number the list counts, whatever is written. */
function countedMark(mark: Mark, counted: number | undefined): Mark {
  if (counted === undefined || mark.kind !== "number") return mark;
  const forms = mark.enumerator.forms.map((form) => ({ ...form, value: counted }));
  return { ...mark, enumerator: { ...mark.enumerator, number: String(counted), forms } };
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

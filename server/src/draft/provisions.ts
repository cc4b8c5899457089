import { definedTerm } from "./definitions.ts";
import { markEmphasis } from "./marked.ts";
import { isNoteText, isRepealedText } from "./repeals.ts";
import { articleOf, headingsOf, isRepealed, isWithinNote, readRole, tableLead } from "./roles.ts";
import { listAhead, listEnd, resumedList, splitRun, takeRun, type Sentence } from "./runs.ts";
import { EMPTY_TEXT, joinTexts, sliceText, sourceSpan, type MappedText } from "./sourceMap.ts";
import type { Content, Piece, Place } from "./tree.ts";
import type { Provision } from "./types.ts";
import { announces, isOpen, saysDuty, startsLower } from "./words.ts";

/** Lead-ins and closing words that a list item is read with. */
interface Frame {
  readonly lead: MappedText;
  readonly closing: MappedText;
}

/** A term whose definition is gone. */
const BARE_TERM = /^["“‘][^"“”]{1,100}["”’]\W*$/;
const BARE: Frame = { lead: EMPTY_TEXT, closing: EMPTY_TEXT };
/** Repeated words may not make the draft more than this many times longer; beyond, lead-ins are cut to their end. */
const REPEAT_FACTOR = 6;
const LEAD_LIMIT = 3000;
const SHORT_LEAD = 120;

/** The provisions of an outline in source order; units must be numbered already (`Place.index`). */
export function readProvisions(root: Place, source: string): Provision[] {
  return new ProvisionReader(source).read(root);
}

class ProvisionReader {
  readonly #found: Omit<Provision, "index">[] = [];
  readonly #source: string;
  #budget: number;

  constructor(source: string) {
    this.#source = source;
    this.#budget = source.length * REPEAT_FACTOR + 100_000;
  }

  read(root: Place): Provision[] {
    this.#readPlace(root, BARE);
    return this.#found.sort((a, b) => a.span.start - b.span.start).map((provision, index) => ({ index, ...provision }));
  }

  #readPlace(place: Place, frame: Frame): void {
    if (place.kind === "definition") {
      this.#readDefinition(place, frame);
      return;
    }
    let open: Frame | null = frame;
    const content = place.content;
    for (let i = 0; i < content.length;) {
      const item = content[i];
      if (item?.type === "text" && item.role === "prose") {
        const run = takeRun(content, i);
        const group = listAhead(content, run.end);
        let sentences = splitRun(run.pieces);
        const last = sentences.at(-1);
        const leads = group.length > 0 && last?.role === "prose" && (announces(last.text.text) || isOpen(last.text.text));
        if (leads && last) sentences = sentences.slice(0, -1);
        for (const sentence of sentences) {
          this.#emit(place, sentence.text, sentence.role, open && sentence.role === "prose" ? open : BARE);
          if (sentence.role === "prose") open = null;
        }
        for (const aside of run.asides) this.#readPlace(aside, BARE);
        i = run.end;
        if (leads && last) {
          i = this.#readList(place, content, i, group, last.text, open ?? BARE);
          open = null;
        } else if (group.length > 0) open = null;
        continue;
      }
      if (item?.type === "text") this.#emit(place, item.text, item.role, BARE);
      else if (item?.type === "rows") this.#readRows(place, item.rows);
      else if (item?.type === "unit")
        this.#readPlace(item, open && item.rank >= 100 && !item.aside && !item.inserted && item.kind !== "table" ? open : BARE);
      i++;
    }
  }

  /** Reads the units that a lead-in opens; returns the position behind them and the words that close the list. */
  #readList(
    place: Place,
    content: readonly Content[],
    at: number,
    group: readonly Place[],
    lead: MappedText,
    outer: Frame,
  ): number {
    let end = listEnd(content, at);
    const members = content.slice(at, end);
    const listed = new Set<Content>(group);
    for (let more = resumedList(content, end); more; more = resumedList(content, end)) {
      for (const item of content.slice(end, more.end)) members.push(item);
      more.items.forEach((item) => listed.add(item));
      end = more.end;
    }
    const next = content[end];
    let closing = EMPTY_TEXT;
    let rest: readonly Sentence[] = [];
    if (next?.type === "text" && next.role === "prose" && startsLower(next.text.text)) {
      const run = takeRun(content, end);
      const sentences = splitRun(run.pieces);
      const first = sentences[0];
      const follows = listAhead(content, run.end).length > 0 && sentences.length === 1;
      if (first?.role === "prose" && !follows) {
        closing = first.text;
        rest = sentences.slice(1);
        end = run.end;
        for (const aside of run.asides) this.#readPlace(aside, BARE);
      }
    }
    const frame = { lead: joinTexts([outer.lead, lead]), closing: joinTexts([closing, outer.closing]) };
    for (const item of members) {
      if (item.type === "unit") this.#readPlace(item, listed.has(item) ? frame : BARE);
      else if (item.type === "text")
        for (const sentence of splitRun([item])) this.#emit(place, sentence.text, sentence.role, BARE);
      else this.#readRows(place, item.rows);
    }
    for (const sentence of rest) this.#emit(place, sentence.text, sentence.role, BARE);
    return end;
  }

  #readDefinition(place: Place, frame: Frame): void {
    const parts: MappedText[] = [];
    let repealed = false;
    const gather = (from: Place, outermost: boolean): void => {
      for (let i = 0; i < from.content.length;) {
        const item = from.content[i];
        if (item?.type === "text" && item.role === "prose") {
          const run = takeRun(from.content, i);
          splitRun(run.pieces).forEach((sentence, index) => {
            repealed ||= sentence.role === "repealed";
            const other =
              outermost &&
              index > 0 &&
              parts.length > 0 &&
              (saysDuty(sentence.text.text) || definedTerm(markEmphasis(sentence.text, this.#source), false) !== null);
            const apart = sentence.role !== "prose" || other;
            if (apart) this.#emit(from, sentence.text, sentence.role, BARE);
            else parts.push(sentence.text);
          });
          for (const aside of run.asides) this.#readPlace(aside, BARE);
          i = run.end;
          continue;
        }
        if (item?.type === "text") this.#emit(from, item.text, item.role, BARE);
        else if (item?.type === "rows") this.#readRows(from, item.rows);
        else if (item?.type === "unit" && (item.aside || item.kind === "table" || item.style === "term"))
          this.#readPlace(item, BARE);
        else if (item?.type === "unit") gather(item, false);
        i++;
      }
    };
    gather(place, true);
    const whole = joinTexts(parts);
    if (whole.text !== "") this.#emit(place, whole, repealed && BARE_TERM.test(whole.text) ? "repealed" : "prose", frame);
  }

  #readRows(place: Place, rows: readonly (readonly MappedText[])[]): void {
    const [header = [], ...body] = rows;
    const heading = joinTexts(header, "; ");
    if (heading.text !== "") this.#emit(place, heading, "heading", BARE);
    const lead = tableLead(place);
    let group = EMPTY_TEXT;
    for (const row of body) {
      const cells = row
        .map((cell, column) => ({ cell, name: header[column] ?? EMPTY_TEXT }))
        .filter(({ cell }) => cell.text !== "");
      if (cells.length === 0) continue;
      const named = cells.map(({ cell, name }) =>
        name.text === "" ? cell : joinTexts([{ text: `${name.text}:`, map: name.map }, cell]),
      );
      const own = joinTexts(
        cells.map(({ cell }) => cell),
        "; ",
      );
      const text = joinTexts(named, "; ");
      this.#emitRow(place, joinTexts([lead, group]), text, own);
      if (cells.length === 1 && row.length > 1 && row[0]?.text !== "") group = text;
    }
  }

  #emitRow(place: Place, lead: MappedText, row: MappedText, own: MappedText): void {
    const text = joinTexts([lead, row]);
    const span = sourceSpan(own) ?? { start: 0, end: 0 };
    const start = lead.text === "" ? 0 : lead.text.length + 1;
    this.#found.push({
      ...this.#common(place),
      text: text.text,
      map: text.map,
      role: isRepealed(place) ? "repealed" : isWithinNote(place) ? "note" : "table",
      span,
      joined: lead.text !== "",
      own: { start, end: text.text.length },
    });
  }

  #emit(place: Place, own: MappedText, role: Piece["role"], frame: Frame): void {
    if (own.text === "") return;
    const repeal = role === "prose" && isRepealedText(own.text);
    const joins = role === "prose" && !repeal && !isNoteText(own.text);
    const lead = joins ? this.#cut(frame.lead) : EMPTY_TEXT;
    const closing = joins ? this.#cut(frame.closing) : EMPTY_TEXT;
    const text = joinTexts([lead, own, closing]);
    const start = lead.text === "" ? 0 : lead.text.length + 1;
    const reading = repeal ? { role: "repealed" as const } : readRole(place, own, role, this.#source);
    this.#found.push({
      ...this.#common(place),
      text: text.text,
      map: text.map,
      ...reading,
      span: sourceSpan(own) ?? { start: place.own[0]?.start ?? 0, end: place.own[0]?.end ?? 0 },
      joined: lead.text !== "" || closing.text !== "",
      own: { start, end: start + own.text.length },
    });
  }

  #common(place: Place): Pick<Provision, "unit" | "article" | "headings"> {
    return { unit: place.index, article: articleOf(place).index, headings: headingsOf(place) };
  }

  #cut(text: MappedText): MappedText {
    const limit = this.#budget > text.text.length ? LEAD_LIMIT : SHORT_LEAD;
    this.#budget -= Math.min(limit, text.text.length);
    if (text.text.length <= limit) return text;
    const from = text.text.indexOf(" ", text.text.length - limit);
    return sliceText(text, from < 0 ? text.text.length - limit : from, text.text.length);
  }
}

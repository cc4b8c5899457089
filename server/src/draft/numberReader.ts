import type { Entry } from "./entries.ts";
import { follows, type Form } from "./numbering.ts";
import { BASIC, ITEM, OutlineState } from "./outlineState.ts";
import { looksAhead } from "./placing.ts";
import { beginsList, leavesList } from "./restarts.ts";
import { Place } from "./tree.ts";
import type { Mark } from "./marks.ts";

export type NumberMark = Extract<Mark, { kind: "number" }>;

/** Reads bare numbers: whether they open a section of the law, and the sections they open. */
export abstract class NumberReader extends OutlineState {
  /** Reads the title and the clause behind the number of a unit. */
  protected abstract readAfterNumber(place: Place, entry: Entry, index: number, at: number, named: boolean): void;
  protected abstract takePendingStart(entry: Entry): number;
  protected abstract attachPending(place: Place, entry: Entry): void;

  protected bareForm(mark: NumberMark, entry: Entry, index: number, position: number): Form | null {
    const form = this.opensBare(entry);
    if (!form || entry.marks[position]?.at !== mark.at) return null;
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
    if (!current) {
      const lists = !marked && value === 1 && beginsList(this.entries, index, form.style, this.top.lastProse, this.mainValue);
      return (this.top.rank < ITEM && !lists) || marked ? { ...form, value } : null;
    }
    if (marked && follows(this.mainValue, value) && !follows(current.value, value)) return { ...form, value };
    if (inner && follows(inner.value, value) && !(follows(current.value, value) && (marked || this.endsList(inner, form, index))))
      return null;
    if (follows(current.value, value)) return { ...form, value };
    const next = entry.marks[position + 1];
    const nested = next?.kind === "number" && next.evidence === "start";
    if (value > current.value && value - current.value <= 5 && (marked || nested)) return { ...form, value };
    return this.pending !== null && this.inSchedule() ? { ...form, value } : null;
  }

  /** Whether a number that goes on with the list of `last` and with the section around it is the next section. */
  protected endsList(last: Place, form: Form, index: number): boolean {
    const around = last.parent;
    if (!around) return false;
    const items = around.children.filter((child) => child.style === last.style);
    return leavesList(
      this.entries,
      index,
      form.style,
      items.map((item) => item.lastProse),
      items[0]?.lead ?? last.lead,
    );
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
    if (!place.basic || place.number !== mark.enumerator.number || place.style !== "" || place.lastProse !== "") return false;
    if (place.lastItem !== null) return false;
    const next = String(Math.floor(place.value) + 1);
    return !looksAhead(this.entries, index, position, next, mark.enumerator.forms[0]?.style ?? "");
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
}

import type { MappedText } from "./sourceMap.ts";
import type { Span, UnitKind } from "./types.ts";

export type PieceRole = "prose" | "heading" | "note" | "repealed";

export interface Piece {
  readonly type: "text";
  readonly text: MappedText;
  readonly role: PieceRole;
  /** True when it goes on with the sentence before it although a new block begins. */
  readonly joins: boolean;
}

export interface Rows {
  readonly type: "rows";
  readonly rows: readonly (readonly MappedText[])[];
}

export type Content = Piece | Rows | Place;

/** A unit while the outline is being read. */
export class Place {
  readonly type = "unit";
  kind: UnitKind;
  readonly parent: Place | null;
  /** How far out it lies: a unit closes all open units of the same or a higher rank. */
  readonly rank: number;
  number = "";
  value = Number.NaN;
  /** Style of its enumerator; "" for headed and unnumbered units. */
  style = "";
  /** The word in front of its number, lower case: "article", "rule", "annex". */
  word = "";
  /** Depth of the Markdown heading that opened it, else 0. */
  headingDepth = 0;
  /** Article or section level: provisions in it are read together. */
  basic = false;
  /** Inserted by an amending law. */
  proposed = false;
  /** The outermost unit of quoted text to be inserted: no item of the amending words before it. */
  inserted = false;
  /** The words of the parent right before it. */
  readonly lead: string;
  term: string | null = null;
  repealed = false;
  readonly headings: MappedText[] = [];
  readonly content: Content[] = [];
  readonly own: Span[] = [];
  /** On the draft: whether its basic units are numbered anew in each container. */
  restarts = false;
  index = -1;
  /** Rank among the unnumbered units of the same parent. */
  ordinal = 0;
  #aside = false;
  #lead = "";
  #last: Place | null = null;
  readonly #before: Place | null;

  constructor(kind: UnitKind, parent: Place | null, rank: number) {
    this.kind = kind;
    this.parent = parent;
    this.rank = rank;
    this.lead = parent ? parent.#lead : "";
    this.#before = parent ? parent.#last : null;
    if (!parent) return;
    parent.content.push(this);
    parent.#last = this;
  }

  /** Page furniture, footnotes: stands in the text without interrupting it. */
  get aside(): boolean {
    return this.#aside;
  }

  /** Makes furniture of a unit just opened. */
  setAside(): void {
    this.#aside = true;
    if (this.parent && this.parent.#last === this) this.parent.#last = this.#before;
  }

  /** Adds words or rows behind everything else in the unit. */
  add(piece: Piece | Rows): void {
    this.content.push(piece);
    if (piece.type === "text" && piece.role === "prose") this.#lead = piece.text.text;
  }

  get heading(): string {
    return this.headings.map((part) => part.text).join(" ");
  }

  /** The words last written into this unit itself; "" when a child or nothing stands there. */
  get lastProse(): string {
    let words = "";
    for (let i = this.content.length - 1; i >= 0 && words.length < 400; i--) {
      const item = this.content[i];
      if (item?.type === "text" && item.role === "prose") {
        words = words === "" ? item.text.text : `${item.text.text} ${words}`;
        if (!item.joins) break;
      } else if (item?.type === "unit" && !item.aside) break;
    }
    return words;
  }

  /** The child that came last, furniture apart. */
  get lastItem(): Place | null {
    return this.#last;
  }

  get children(): Place[] {
    return this.content.filter((item): item is Place => item.type === "unit");
  }
}

/** Deals out the source, without gap or overlap, to the units that own it. */
export class OwnRanges {
  readonly #source: string;
  #owner: Place;
  #from: number;

  constructor(source: string, root: Place, from: number) {
    this.#source = source;
    this.#owner = root;
    this.#from = from;
  }

  /** From `at` on the source belongs to `owner`, until the next claim. */
  claim(owner: Place, at: number): void {
    if (owner === this.#owner) return;
    this.#close(Math.max(at, this.#from));
    this.#owner = owner;
  }

  finish(): void {
    this.#close(this.#source.length);
  }

  #close(at: number): void {
    let start = this.#from;
    let end = at;
    while (end > start && isBlank(this.#source.charCodeAt(end - 1))) end--;
    while (start < end && isBlank(this.#source.charCodeAt(start))) start++;
    if (end > start) this.#owner.own.push({ start, end });
    this.#from = at;
  }
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff;
}

/** The outline of a draft: what `readDraft` promises to everybody downstream. All offsets are UTF-16 and 0-based; lines are 0-based. */

export type DraftKind = "law" | "bla";

export interface Span {
  /** First UTF-16 offset, inclusive. */
  readonly start: number;
  /** Last UTF-16 offset, exclusive. */
  readonly end: number;
}

export type UnitKind =
  | "draft"
  | "part"
  | "chapter"
  | "title"
  | "article"
  | "section"
  | "paragraph"
  | "item"
  | "definition"
  | "schedule"
  | "preamble"
  | "note"
  | "table"
  | "block";

/**
 * One numbered or titled place of the draft. Units form a tree; `span` covers the unit with its children,
 * `own` lists the source ranges that belong to this unit and to none of its children.
 */
export interface Unit {
  /** Position in `Draft.units` (document order, parents before children). */
  readonly index: number;
  readonly parent: number | null;
  readonly children: readonly number[];
  readonly kind: UnitKind;
  /** The number as written, without punctuation: "7", "VII", "a", "12bis", "4.2"; absent if unnumbered. */
  readonly number?: string;
  /** The heading or marginal note, as plain text. */
  readonly heading?: string;
  /** How a lawyer would name it: "section 12(3)(a)", "Article 7", "First Schedule, paragraph 4", "definition of “agency”". */
  readonly label: string;
  readonly span: Span;
  readonly own: readonly Span[];
  /** Omitted or repealed text: stands in the draft, has no effect. */
  readonly repealed: boolean;
}

/** What a provision is for the reader: only `operative` and `definition`, `schedule` and `table` text can bind. */
export type ProvisionRole = "operative" | "definition" | "schedule" | "table" | "preamble" | "heading" | "note" | "repealed";

/** A stretch of `Provision.text` that stands unbroken in the source. */
export interface MapSegment {
  /** Offset in `Provision.text`. */
  readonly at: number;
  /** Offset in the source. */
  readonly source: number;
  readonly length: number;
}

/**
 * One complete sentence: a plain sentence, or a lead-in joined to one of its items (and to the words that close the list).
 * `text` is plain (no Markdown marks, single blanks, straight line) and is what the language layer reads.
 */
export interface Provision {
  readonly index: number;
  readonly text: string;
  readonly map: readonly MapSegment[];
  /** The deepest unit that owns the words special to this provision (the item, not the lead-in). */
  readonly unit: number;
  /** The article or section (or schedule paragraph) that the unit lies in: provisions of one `article` are read together. */
  readonly article: number;
  readonly role: ProvisionRole;
  /** Headings above it, outermost first, ending with the heading of its own unit. */
  readonly headings: readonly string[];
  /** The term defined here, when `role` is "definition". */
  readonly term?: string;
  /** Source range of the words special to this provision (without the lead-in it shares with its siblings). */
  readonly span: Span;
  /** True when `text` starts with a lead-in shared with sibling items. */
  readonly joined: boolean;
  /** Offset in `text` where the item's own words begin and end; whole text when not joined. */
  readonly own: Span;
}

export interface DefinedTerm {
  /** The term as written, without quotation marks. */
  readonly term: string;
  /** Other names given in the same definition ("hereinafter the Agency"). */
  readonly aliases: readonly string[];
  readonly definition: string;
  /** Source range of the term where it is defined. */
  readonly span: Span;
  readonly provision: number;
}

export interface InternalReference {
  /** As written: "section 12(3)", "Article 7", "the First Schedule". */
  readonly text: string;
  readonly span: Span;
  /** Unit it resolves to, or null when the draft has no such place. */
  readonly target: number | null;
}

export interface ExternalReference {
  /** As written: "Convention No. 181, Article 7". */
  readonly text: string;
  readonly span: Span;
  /** Instrument code ("C181", "R188") when it is recognisable, else null (another statute). */
  readonly instrument: string | null;
  /** "7", "7(2)"; absent when the whole instrument is cited. */
  readonly provision?: string;
}

export interface Placeholder {
  /** As written: "[●]", "[Authority]", "______", "TBD". */
  readonly text: string;
  readonly span: Span;
}

export interface FrontMatter {
  /** Parsed keys, or {} when absent or broken. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Source range of the whole block with its fences, or null when absent. */
  readonly span: Span | null;
  /** What is wrong with it, when it cannot be parsed. */
  readonly error?: { readonly message: string; readonly line: number };
}

/** Everything that is read from the text alone, before any law is known. */
export interface Draft {
  readonly source: string;
  /** Offset of the first character of each line; index = 0-based line. */
  readonly lineStarts: readonly number[];
  readonly frontMatter: FrontMatter;
  /** From the front matter, else inferred from the text. */
  readonly kind: DraftKind;
  /** True when `kind` stands in the front matter. */
  readonly kindStated: boolean;
  /** BCP 47, lower case: "en", "fr", "es", "ar", "und" when it cannot be told. */
  readonly language: string;
  readonly country?: string;
  readonly title: string;
  /** Source range of the title, or of the first line. */
  readonly titleSpan: Span;
  readonly units: readonly Unit[];
  readonly provisions: readonly Provision[];
  readonly terms: readonly DefinedTerm[];
  readonly references: readonly InternalReference[];
  readonly citations: readonly ExternalReference[];
  readonly placeholders: readonly Placeholder[];
}

/** A document as the server sees it: whether it is a draft, and what was found in it. Computed once per version. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Reader } from "../analysis/reader.ts";
import type { Analysis, Finding } from "../analysis/types.ts";
import { applySuppressions, type Suppression } from "../config/suppressions.ts";
import { readDraft } from "../draft/readDraft.ts";
import type { Draft } from "../draft/types.ts";
import { describe, type LogError } from "./guard.ts";
import type { LintPolicy } from "./lintPolicy.ts";
import type { DocumentSettings } from "./settings.ts";

/** Longer documents (UTF-16 units) are not read: no single law is so long, and the editor must stay quick. */
export const MAX_LENGTH = 5_000_000;

export interface ReadDocument {
  readonly state: "read";
  readonly document: TextDocument;
  readonly draft: Draft;
  readonly analysis: Analysis;
  /** Findings after suppressions, in document order. */
  readonly findings: readonly Finding[];
  /** Comments of the draft that set nothing aside. */
  readonly unused: readonly Suppression[];
}

export type CheckedDocument =
  | ReadDocument
  | { readonly state: "not-a-draft"; readonly document: TextDocument }
  | { readonly state: "not-read"; readonly document: TextDocument; readonly draft: Draft }
  | { readonly state: "too-large"; readonly document: TextDocument }
  /** The reading broke down, which it never should. */
  | { readonly state: "failed"; readonly document: TextDocument };

/** The open documents, by URI. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
}

interface Cached {
  readonly key: string;
  readonly checked: CheckedDocument;
}

export class Checker {
  readonly #documents: OpenDocuments;
  readonly #reader: Reader;
  readonly #policy: LintPolicy;
  readonly #settings: DocumentSettings;
  readonly #log: LogError;
  readonly #cache = new Map<string, Cached>();

  constructor(documents: OpenDocuments, reader: Reader, policy: LintPolicy, settings: DocumentSettings, log: LogError) {
    this.#documents = documents;
    this.#reader = reader;
    this.#policy = policy;
    this.#settings = settings;
    this.#log = log;
  }

  /** The present version of an open document as checked; null when it is not open. */
  async check(uri: string): Promise<CheckedDocument | null> {
    const include = await this.#settings.include(uri);
    const document = this.#documents.get(uri);
    if (document === undefined) return null;
    const draftlike = this.#policy.isDraft(uri, document.getText(), include);
    const key = `${document.version} ${draftlike}`;
    const cached = this.#cache.get(uri);
    if (cached?.key === key && cached.checked.document === document) return cached.checked;
    const checked: CheckedDocument = draftlike ? this.#read(document) : { state: "not-a-draft", document };
    this.#cache.set(uri, { key, checked });
    return checked;
  }

  /** {@link check}, for features that need findings: null unless the document was read. */
  async read(uri: string): Promise<ReadDocument | null> {
    const checked = await this.check(uri);
    return checked?.state === "read" ? checked : null;
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }

  #read(document: TextDocument): CheckedDocument {
    const source = document.getText();
    if (source.length > MAX_LENGTH) return { state: "too-large", document };
    try {
      const draft = readDraft(source);
      const analysis = this.#reader.read(draft);
      if (!analysis.read) return { state: "not-read", document, draft };
      const { findings, unused } = applySuppressions(analysis.findings, draft);
      return { state: "read", document, draft, analysis, findings, unused };
    } catch (error) {
      this.#log(`reading ${document.uri} failed: ${describe(error)}`);
      return { state: "failed", document };
    }
  }
}

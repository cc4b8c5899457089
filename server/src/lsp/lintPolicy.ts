/** Which documents are drafts: those that say so, those the settings name, those somebody asked to have checked. */
import { matchesGlobs } from "./globs.ts";

const PEEK = 16_384;
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$))/u;
const KIND = /^kind[ \t]*:[ \t]*["']?(?:law|bla)["']?[ \t]*(?:#.*)?$/imu;

/** True when the front matter has `kind: law` or `kind: bla`, even if the rest of it cannot be parsed. */
export function saysItIsADraft(source: string): boolean {
  const block = FRONT_MATTER.exec(source.slice(0, PEEK))?.[1];
  return block !== undefined && KIND.test(block);
}

export class LintPolicy {
  readonly #asked = new Set<string>();

  /** Treats the document as a draft until {@link forget}. */
  ask(uri: string): void {
    this.#asked.add(uri);
  }

  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  /** Whether the document is read, given its text and the globs that hold for it. */
  isDraft(uri: string, source: string, include: readonly string[]): boolean {
    return this.#asked.has(uri) || saysItIsADraft(source) || matchesGlobs(uri, include);
  }
}

/** The typed blanks of clause texts: `${days:14}`. */
import type { ClauseBlank } from "./types.ts";

const wellFormed = /^\$\{([a-z][a-zA-Z0-9-]*)(?::([^{}\n]+))?\}/u;

export interface ClauseBlanks {
  /** In order of appearance; a blank without an example has its name as the example. */
  readonly blanks: readonly ClauseBlank[];
  /** Beginnings of blanks that are not closed, have no name or hold braces, as written, at most 30 characters. */
  readonly malformed: readonly string[];
}

/** Reads the blanks of one clause text. */
export function clauseBlanks(text: string): ClauseBlanks {
  const blanks: ClauseBlank[] = [];
  const malformed: string[] = [];
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
    const rest = text.slice(at);
    const [, name, example] = wellFormed.exec(rest) ?? [];
    if (name === undefined) malformed.push(/^\$\{[^}\n]{0,27}\}?/u.exec(rest)?.[0] ?? "${");
    else blanks.push({ name, example: example ?? name });
  }
  return { blanks, malformed };
}

/** The citation database: one file for each instrument. */
import type { ParsedFile } from "./parse.ts";
import { problemAt } from "./parse.ts";
import type { Problem } from "./problems.ts";
import type { RawInstrument } from "./raw.ts";
import type { Instrument, InstrumentProvision } from "./types.ts";

/** Longest quotation of an official text that the product shows. */
export const keyPhraseWords = 12;

/** Builds one instrument; a provision numbered twice is left out, a key phrase that is too long is dropped, and both are reported. */
export function readInstrument(
  parsed: ParsedFile,
  raw: RawInstrument,
): { readonly instrument: Instrument; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const provisions = new Map<string, InstrumentProvision>();
  for (const [index, { keyPhrase, ...rest }] of raw.provisions.entries()) {
    if (provisions.has(rest.number)) {
      const message = `the provision “${rest.number}” stands in this instrument twice`;
      problems.push(problemAt(parsed, ["provisions", index, "number"], { kind: "duplicate", message }));
      continue;
    }
    const words = keyPhrase?.split(/\s+/u).filter(Boolean).length ?? 0;
    if (words > keyPhraseWords) {
      const message = `the key phrase has ${words} words; at most ${keyPhraseWords} may be quoted`;
      problems.push(problemAt(parsed, ["provisions", index, "keyPhrase"], { kind: "key-phrase", message }));
    }
    const quoted = keyPhrase === undefined || words > keyPhraseWords ? {} : { keyPhrase };
    provisions.set(rest.number, { instrument: raw.code, ...rest, ...quoted });
  }
  return { instrument: { ...raw, provisions: [...provisions.values()] }, problems };
}

/** Citations in words: "C181 7(1)" as "Convention No. 181, Article 7(1)". */
import type { Instrument, InstrumentProvision, Rulebook } from "../rulebook/types.ts";

/** A cited provision as looked up in the citation database; `provision` is absent when the whole instrument is cited. */
export interface Citation {
  readonly text: string;
  readonly instrument?: Instrument;
  readonly provision?: InstrumentProvision;
  readonly inWords: string;
}

/** Looks up a cite as rules write it ("C181 7(1)", "GP 7", "C095"); an unknown one is given back as its own words. */
export function citation(text: string, rulebook: Rulebook): Citation {
  const blank = text.indexOf(" ");
  const code = blank < 0 ? text : text.slice(0, blank);
  const number = blank < 0 ? "" : text.slice(blank + 1).trim();
  const instrument = rulebook.instruments.find((candidate) => candidate.code === code);
  if (instrument === undefined) return { text, inWords: text };
  const provision = instrument.provisions.find((candidate) => candidate.number === number);
  const inWords = number === "" ? instrument.shortTitle : `${instrument.shortTitle}${separator(code, number)}${number}`;
  return { text, instrument, ...(provision === undefined ? {} : { provision }), inWords };
}

/** Several cites in words, in the order given. */
export function citationsInWords(cites: readonly string[], rulebook: Rulebook): string {
  return cites.map((cite) => citation(cite, rulebook).inWords).join("; ");
}

function separator(code: string, number: string): string {
  if (!/^\d/u.test(number)) return ", ";
  if (/^[CP]\d/u.test(code)) return ", Article ";
  return /^R\d/u.test(code) ? ", Paragraph " : " ";
}

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
  const { code, number } = parts(text);
  const instrument = rulebook.instruments.find((candidate) => candidate.code === code);
  const provision = instrument?.provisions.find((candidate) => candidate.number === number);
  return {
    text,
    ...(instrument === undefined ? {} : { instrument }),
    ...(provision === undefined ? {} : { provision }),
    inWords: citationsInWords([text], rulebook),
  };
}

/** Several cites in words, in the order given; neighbours of one instrument are told together: "Articles 8(1) and 10". */
export function citationsInWords(cites: readonly string[], rulebook: Rulebook): string {
  const runs: { readonly lead: Lead; readonly numbers: string[] }[] = [];
  for (const cite of cites) {
    const { code, number } = parts(cite);
    const lead = leadOf(code, number, rulebook);
    const last = runs.at(-1);
    if (last !== undefined && number !== "" && last.lead.many !== null && last.lead.many === lead.many) last.numbers.push(number);
    else runs.push({ lead, numbers: number === "" ? [] : [number] });
  }
  return runs.map(({ lead, numbers }) => (numbers.length > 1 ? lead.many : lead.one) + listed(numbers)).join("; ");
}

/** What stands before one number of an instrument, and before several; null where several have no common name. */
interface Lead {
  readonly one: string;
  readonly many: string | null;
}

function leadOf(code: string, number: string, rulebook: Rulebook): Lead {
  const title = rulebook.instruments.find((candidate) => candidate.code === code)?.shortTitle;
  if (title === undefined) return { one: number === "" ? code : `${code} `, many: null };
  if (number === "") return { one: title, many: null };
  if (/ of$/u.test(title)) return { one: `${title} `, many: null };
  if (!/^\d/u.test(number)) return { one: `${title}, `, many: `${title}, ` };
  if (/^[CP]\d/u.test(code)) return { one: `${title}, Article `, many: `${title}, Articles ` };
  if (/^R\d/u.test(code)) return { one: `${title}, Paragraph `, many: `${title}, Paragraphs ` };
  return { one: `${title} `, many: `${title}s ` };
}

function listed(numbers: readonly string[]): string {
  return numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1) ?? ""}`;
}

function parts(cite: string): { readonly code: string; readonly number: string } {
  const blank = cite.indexOf(" ");
  return blank < 0 ? { code: cite, number: "" } : { code: cite.slice(0, blank), number: cite.slice(blank + 1).trim() };
}

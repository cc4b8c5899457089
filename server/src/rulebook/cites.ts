/** Citations: "C181 7(1)" to the provision it names and to words for people. */
import type { Cite, Force, Instrument, InstrumentProvision, Requirement, Rulebook } from "./types.ts";

export interface ResolvedCite {
  readonly cite: Cite;
  readonly instrument: Instrument;
  readonly provision: InstrumentProvision;
}

/** Splits "C181 7(1)" into instrument and number; the number of a whole instrument is "". */
export function parseCite(text: string): Cite {
  const [, instrument = "", number = ""] = /^(\S*)\s*(.*)$/su.exec(text.trim()) ?? [];
  return { text: text.trim(), instrument, number: number.trim() };
}

/** The provision a cite names, or undefined when the citation database has no such place. */
export function resolveCite(rulebook: Pick<Rulebook, "instruments">, cite: string): ResolvedCite | undefined {
  const parsed = parseCite(cite);
  const instrument = rulebook.instruments.find((candidate) => candidate.code === parsed.instrument);
  const provision = instrument?.provisions.find((candidate) => candidate.number === parsed.number);
  return instrument && provision ? { cite: parsed, instrument, provision } : undefined;
}

/** The cite in words: "Convention No. 181, Article 7(1)"; a cite of an unknown instrument comes back as written. */
export function citationText(cite: string, rulebook: Pick<Rulebook, "instruments">): string {
  const { text, instrument: code, number } = parseCite(cite);
  const instrument = rulebook.instruments.find((candidate) => candidate.code === code);
  if (instrument === undefined) return text;
  return number === "" ? instrument.shortTitle : `${instrument.shortTitle}${place(instrument.force, number)}`;
}

/** Every cite that resolves, as rules write it: "C181 7(1)". */
export function knownCites(instruments: readonly Instrument[]): string[] {
  return instruments.flatMap(({ code, provisions }) =>
    provisions.map(({ number }) => (number === "" ? code : `${code} ${number}`)),
  );
}

/** The requirement with this id, or undefined. */
export function requirementById(rulebook: Pick<Rulebook, "requirements">, id: string): Requirement | undefined {
  return rulebook.requirements.find((requirement) => requirement.id === id);
}

function place(force: Force, number: string): string {
  if (/^\d/u.test(number)) {
    if (force === "binding") return `, Article ${number}`;
    return force === "recommendation" ? `, Paragraph ${number}` : ` ${number}`;
  }
  const part = /^([IVX]+)(?: (.+))?$/u.exec(number);
  if (part) return `, Part ${part[1]}${part[2] === undefined ? "" : ` (${part[2]})`}`;
  if (force === "definition") return ` “${number}”`;
  return `, ${number.charAt(0).toUpperCase()}${number.slice(1)}`;
}

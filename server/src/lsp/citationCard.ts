/** A cited provision as a card: instrument, provision, force, summary, key phrase, link. */
import { citationText, resolveCite } from "../rulebook/cites.ts";
import type { Force, Instrument, InstrumentProvision, Rulebook } from "../rulebook/types.ts";
import { markdownLink, markdownText } from "./markdownText.ts";

const FORCES: Readonly<Record<Force, string>> = {
  binding: "binding on States that ratified it",
  recommendation: "Recommendation, guidance",
  principle: "general principle, guidance",
  guideline: "operational guideline, guidance",
  definition: "definition, guidance",
};
const PREVAILS = "The official text prevails over this summary.";
const UNCHECKED = "The summary has not been compared with the official text.";

/** The card of one cite ("C181 7(1)") in Markdown; null when the citation database does not know it. */
export function citationCard(cite: string, rulebook: Rulebook): string | null {
  const found = resolveCite(rulebook, cite);
  if (found === undefined) return null;
  return card(citationText(cite, rulebook), found.instrument, found.provision);
}

/** The cards for a citation found in a draft: the provision, else its paragraphs, else what it lies in, else the instrument. */
export function cardsFor(code: string, number: string | undefined, rulebook: Rulebook): readonly string[] {
  const instrument = rulebook.instruments.find((candidate) => candidate.code === code);
  if (instrument === undefined) return [];
  const named = number === undefined ? [] : provisionsNamed(instrument, number);
  if (named.length === 0) return [instrumentCard(instrument)];
  return named.map((provision) => card(citationText(`${code} ${provision.number}`, rulebook), instrument, provision));
}

function provisionsNamed(instrument: Instrument, number: string): readonly InstrumentProvision[] {
  const exact = instrument.provisions.filter((provision) => provision.number === number);
  if (exact.length > 0) return exact;
  const below = instrument.provisions.filter(
    (provision) => /^[(.]/u.test(provision.number.slice(number.length)) && provision.number.startsWith(number),
  );
  if (below.length > 0) return below;
  const above = number.replace(/(?:\([^()]*\)|\.\d+)$/u, "");
  return above === number || above === "" ? [] : provisionsNamed(instrument, above);
}

function card(name: string, instrument: Instrument, provision: InstrumentProvision): string {
  const lines = [`**${markdownText(name)}** · ${FORCES[instrument.force]}`, markdownText(provision.summary)];
  if (provision.keyPhrase !== undefined) lines.push(`Key phrase: “${markdownText(provision.keyPhrase)}”`);
  const doubt = provision.verified === "text" ? "" : ` ${UNCHECKED}`;
  lines.push(`${markdownLink(instrument.title, instrument.url)}. ${PREVAILS}${doubt}`);
  return lines.join("\n\n");
}

function instrumentCard(instrument: Instrument): string {
  return [
    `**${markdownText(instrument.shortTitle)}** · ${FORCES[instrument.force]}`,
    `${markdownLink(instrument.title, instrument.url)} (${instrument.year})`,
  ].join("\n\n");
}

/** Findings in words: what is wrong here, what the standard asks, what to do. One function for every face. */
import type { Evidence, Finding, GapFinding, Limit, ProvisionFinding } from "../analysis/types.ts";
import type { Draft } from "../draft/types.ts";
import type { Requirement, RequirementTexts, Rulebook } from "../rulebook/types.ts";
import { phrasesFor, type Phrases } from "./phrases.ts";
import { quoteProvision } from "./quote.ts";

export interface FindingMessage {
  /** One line, for a list of problems. */
  readonly title: string;
  /** What is wrong here, what the standard asks, what to do: one paragraph a line. */
  readonly detail: string;
}

/** A finding in plain words of `language` (English where the rulebook or the messages have no such language). */
export function findingMessage(finding: Finding, draft: Draft, rulebook: Rulebook, language: string = "en"): FindingMessage {
  const phrases = phrasesFor(language);
  const requirement = rulebook.requirements.find((candidate) => candidate.id === finding.rule);
  const texts = requirement === undefined ? undefined : requirementTexts(requirement, language);
  const name = texts?.title ?? finding.rule;
  const told =
    finding.kind === "gap" ? gapMessage(finding, draft, name, texts, phrases) : provisionMessage(finding, draft, name, phrases);
  const lines = [told.here];
  if (texts !== undefined) {
    lines.push(`${phrases.standard}: ${oneLine(texts.explanation.what)}`, `${phrases.todo}: ${oneLine(texts.explanation.do)}`);
  }
  return { title: told.title, detail: lines.join("\n") };
}

/** The texts of a requirement in a language, in English where it has none, in any language as a last resort. */
export function requirementTexts(requirement: Requirement, language: string): RequirementTexts | undefined {
  return requirement.texts[language] ?? requirement.texts["en"] ?? Object.values(requirement.texts)[0];
}

interface Told {
  readonly title: string;
  readonly here: string;
}

/** The name of the unit that evidence stands in, or "" for text outside every numbered or titled place. */
export function placeOf(evidence: Evidence, draft: Draft): string {
  return draft.units[evidence.unit]?.kind === "draft" ? "" : evidence.unitLabel;
}

function gapMessage(
  finding: GapFinding,
  draft: Draft,
  name: string,
  texts: RequirementTexts | undefined,
  phrases: Phrases,
): Told {
  if (finding.status === "missing") return { title: `${name}: ${phrases.nothing}`, here: phrases.nothingFor };
  const absent = finding.absent.map((element) => texts?.elements[element] ?? element.replaceAll("-", " "));
  const reasons = absent.length > 0 ? [`${phrases.absent}: ${absent.join(", ")}`] : [];
  for (const evidence of finding.evidence.slice(0, 2)) {
    reasons.push(`${placeOf(evidence, draft)} ${shortfall(evidence, phrases)}`.trim());
  }
  const why = [...new Set(reasons)].join("; ");
  return {
    title: why === "" ? `${name}: ${phrases.partly.toLowerCase()}` : `${name}: ${phrases.partly.toLowerCase()} (${why})`,
    here: `${phrases.partly}: ${why === "" ? phrases.notEnough : why}.`,
  };
}

/** Which limits say best what is wrong in a finding of a kind, most telling first. */
const LIMITS_OF: Readonly<Record<ProvisionFinding["kind"], readonly Limit[]>> = {
  contradiction: [],
  "weak-duty": ["weak-modality", "power-only", "statement-only", "definition-only"],
  "over-broad-exception": ["consent-exception", "exception", "cap"],
  "hollow-right": [],
  drafting: [],
};

function shortfall(evidence: Evidence, phrases: Phrases): string {
  const limit = evidence.limits[0];
  return limit === undefined ? phrases.notEnough : phrases.limits[limit];
}

function provisionMessage(finding: ProvisionFinding, draft: Draft, name: string, phrases: Phrases): Told {
  const { evidence } = finding;
  const place = placeOf(evidence, draft);
  const quoted = `${phrases.openQuote}${quoteProvision(draft, evidence.provision, evidence.words)}${phrases.closeQuote}`;
  const limit = LIMITS_OF[finding.kind].find((candidate) => evidence.limits.includes(candidate));
  const says = limit === undefined ? phrases.verbs[finding.kind] : phrases.limits[limit];
  return {
    title: `${name}: ${quoted} ${says}`,
    here: `${place === "" ? phrases.here : capitalised(place)} ${says}.`,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

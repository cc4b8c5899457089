import { sourceSpan } from "./sourceMap.ts";
import type { ExternalReference, Provision } from "./types.ts";

const CODES = new Set("C181 R188 C029 P029 C095 C097 C111 C138 C143 C182 C189 R086 R203".split(" "));
const PROVISION =
  "(?:\\s*,?\\s*(?:Art(?:icle|s|igo|ículo|ikel)?s?\\.?|Paragraph|Para\\.?)\\s*(\\d{1,2}(?:\\s?\\(\\d{1,2}\\))*(?:\\s?\\([a-z]\\))?))?";
const OF_PROVISION =
  "(?:(?:Art(?:icle|ículo|igo|ikel)?s?\\.?|Paragraph)\\s*(\\d{1,2}(?:\\s?\\(\\d{1,2}\\))*(?:\\s?\\([a-z]\\))?)\\s*(?:,|of|de la|du|da)?\\s*(?:the\\s+)?(?:ILO\\s+|OIT\\s+)?)?";
const BY_NUMBER = new RegExp(
  `${OF_PROVISION}(?:\\b(Convention|Recommendation|Protocol|Convenio|Convenção|Recomendación|Recommandation|Übereinkommen)(?:\\s*\\([^()]{1,40}\\))?\\s*(?:\\(?(?:No|Nr|núm|n)\\.?|n°|nº|of)?\\s*(\\d{1,3})\\b(?!\\s*(?:\\(|of the Const))\\)?|\\b([CRP])\\s?(\\d{2,3})\\b)${PROVISION}`,
  "gi",
);
const BY_NAME: readonly (readonly [string, string])[] = [
  [
    "C181",
    "Private Employment Agencies Convention|convention sur les agences d['’]emploi privées|convenio sobre las agencias de empleo privadas",
  ],
  ["R188", "Private Employment Agencies Recommendation"],
  ["P029", "Protocol of 2014 to the Forced Labour Convention|Forced Labour Protocol|Protocol to the Forced Labour Convention"],
  ["C029", "Forced Labour Convention|convention sur le travail forcé"],
  ["C095", "Protection of Wages Convention"],
  ["C097", "Migration for Employment Convention(?: \\(Revised\\))?"],
  ["R086", "Migration for Employment Recommendation(?: \\(Revised\\))?"],
  ["C111", "Discrimination \\(Employment and Occupation\\) Convention"],
  ["C138", "Minimum Age Convention"],
  ["C143", "Migrant Workers \\(Supplementary Provisions\\) Convention"],
  ["C182", "Worst Forms of Child Labour Convention"],
  ["C189", "Domestic Workers Convention"],
  ["R203", "Forced Labour \\(Supplementary Measures\\) Recommendation"],
];
const NAMED = new RegExp(
  `${OF_PROVISION}(?:the\\s+)?(?:ILO\\s+)?(${BY_NAME.map(([, name]) => `(?:${name})`).join("|")})(?:,?\\s*(?:of\\s+)?\\d{4})?(?:\\s*\\(No\\.?\\s*\\d{1,3}\\))?${PROVISION}`,
  "gi",
);
const GUIDANCE =
  /\b(General Principles?|Operational Guidelines?)\s*(?:No\.?\s*)?(\d{1,2}(?:\.\d{1,2})?)\b|\b(GP|OG)\s?(\d{1,2}(?:\.\d{1,2})?)\b|General Principles and Operational Guidelines(?: for Fair Recruitment)?/gi;
const STATUTE =
  /(?:(?:[Ss]ections?|[Aa]rticles?|[Rr]egulations?|[Pp]aragraphs?|[Rr]ules?|s\.)\s*(\d+[A-Za-z]{0,2}(?:\s?\([^()\s]{1,4}\))*)\s+of\s+)?(?:[Tt]he\s+)?((?:\p{Lu}[\p{L}'’-]*|\((?:\p{Lu}[^()]{0,60})\))(?:,?\s+(?:\p{Lu}[\p{L}'’-]*|of|and|the|for|in|on|to|\(\p{Lu}[^()]{0,60}\))){0,14}\s+(?:Act|Ordinance|Code|Law|Decree|Regulations?|Constitution)(?:,?\s+(?:of\s+)?\d{4})|Republic Act No\.?\s*\d+|Presidential Decree No\.?\s*\d+|Act\s+(?:No\.?\s*)?\d+\s+of\s+\d{4})/gu;

/** What no citation of a statute goes without: a year behind its name, or its number. */
const DATED = /(?:Act|Ordinance|Code|Law|Decree|Regulations?|Constitution),?\s+(?:of\s+|No\.?\s*)?\d/;
const BY_WHOLE_NAME = BY_NAME.map(([code, pattern]) => ({ code, pattern: new RegExp(`^(?:${pattern})$`, "i") }));

/** Citations of other instruments in the own words of each provision, in source order. */
export function findCitations(provisions: readonly Provision[]): ExternalReference[] {
  const found: ExternalReference[] = [];
  for (const provision of provisions) {
    const own = provision.text.slice(provision.own.start, provision.own.end);
    const here: ExternalReference[] = [];
    const add = (index: number, text: string, instrument: string | null, place: string | undefined): void => {
      const at = provision.own.start + index;
      const span = sourceSpan({ text: provision.text, map: provision.map }, at, at + text.length);
      if (!span || here.some((other) => other.span.start < span.end && span.start < other.span.end)) return;
      here.push({ text, span, instrument, ...(place === undefined ? {} : { provision: place.replace(/\s+/g, "") }) });
    };
    if (/convention|convenio|convenção|bereinkommen|recommend|protocol|\b[CRP]\s?\d{2,3}\b/i.test(own)) {
      for (const match of own.matchAll(NAMED))
        add(match.index, match[0].trim(), codeByName(match[2] ?? ""), match[1] ?? match[3]);
      for (const match of own.matchAll(BY_NUMBER)) {
        const code = codeByNumber(match[2], match[3], match[4], match[5]);
        if (code) add(match.index, match[0].trim(), code, match[1] ?? match[6]);
      }
    }
    if (/General Principle|Operational Guideline|\b[GO][PG]\s?\d/i.test(own)) {
      for (const match of own.matchAll(GUIDANCE)) {
        const operational = /^(?:operational|og)/i.test(match[1] ?? match[3] ?? "");
        add(match.index, match[0], operational ? "OG" : "GP", match[2] ?? match[4]);
      }
    }
    if (DATED.test(own)) {
      for (const match of own.matchAll(STATUTE)) add(match.index, match[0], null, match[1]);
    }
    found.push(...here.sort((a, b) => a.span.start - b.span.start));
  }
  return found;
}

function codeByName(name: string): string | null {
  return BY_WHOLE_NAME.find(({ pattern }) => pattern.test(name))?.code ?? null;
}

function codeByNumber(
  word: string | undefined,
  number: string | undefined,
  letter: string | undefined,
  digits: string | undefined,
): string | null {
  const value = Number(number ?? digits);
  const padded = String(value).padStart(3, "0");
  if (letter !== undefined) {
    const code = `${letter.toUpperCase()}${padded}`;
    return CODES.has(code) ? code : null;
  }
  const kind = /^rec/i.test(word ?? "") ? "R" : /^prot/i.test(word ?? "") ? "P" : "C";
  const code = `${kind}${padded}`;
  return CODES.has(code) ? code : null;
}

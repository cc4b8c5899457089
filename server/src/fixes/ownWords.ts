/** The framework words of a clause as the draft has them: "this Law" for "this Act", "the Participants" for "the Parties", "will" for "shall". */
import type { Draft } from "../draft/types.ts";
import { capitalised } from "./ownTerms.ts";

const LAWS = "Act|Law|Code|Ordinance|Decree|Proclamation|Order|Statute|Regulations?|Rules";
const AGREEMENTS = "Agreement|Memorandum of Understanding|Memorandum|MoU|Arrangement|Protocol|Convention|Contract";
const PARTIES = ["Party", "Participant", "Side", "State", "Signatory", "Government"];

/** Gives an English clause the draft's own name for itself, its parties, its binding word and its subdivisions. */
export function inOwnWords(text: string, draft: Draft, subdivision: Subdivision): string {
  const self = ownName(draft);
  let fitted =
    self === null ? text : text.replace(new RegExp(`\\b([Tt])his (?:${LAWS}|${AGREEMENTS})\\b`, "gu"), `$1his ${self}`);
  if (draft.kind === "bla") fitted = likeTheParties(fitted, draft);
  return inSubdivisions(fitted, subdivision);
}

/** What the draft calls an article and its parts. */
export interface Subdivision {
  /** "section", "Article", "regulation". */
  readonly article: string;
  /** "subsection", "paragraph". */
  readonly part: string;
  /** How part `n` is referred to: "(1)", "1", "4.7". */
  readonly number: (n: number) => string;
}

const REFERENCE = /\b(sub-?section|paragraph)(s?) (\(?\d+\)?(?:(?:, | and | or | to )\(?\d+\)?)*)(?![\d.]*\d)/giu;

function inSubdivisions(text: string, { article, part, number }: Subdivision): string {
  return text
    .replace(REFERENCE, (_, word: string, many: string, numbers: string) => {
      const named = /^\p{Lu}/u.test(word) ? capitalised(part) : part;
      return `${named}${many} ${numbers.replace(/\(?(\d+)\)?/gu, (__, n: string) => number(Number(n)))}`;
    })
    .replace(/\b([Tt])his (?:[Ss]ection|[Aa]rticle|[Cc]lause)\b/gu, `$1his ${article}`);
}

function ownName(draft: Draft): string | null {
  const names = draft.kind === "law" ? LAWS : AGREEMENTS;
  return mostFrequent(draft, new RegExp(`\\b[Tt]his (${names})\\b`, "gu"));
}

function likeTheParties(text: string, draft: Draft): string {
  const party = mostFrequent(
    draft,
    new RegExp(
      `\\b(?:[Ee]ach|[Ee]ither|[Bb]oth|[Tt]he|[Tt]wo) (?:Contracting )?(${PARTIES.flatMap((one) => [one, plural(one)]).join("|")})\\b`,
      "gu",
    ),
  );
  const one = party === null ? undefined : PARTIES.find((name) => name === party || plural(name) === party);
  const named =
    one === undefined || one === "Party" ? text : text.replace(/\bParties\b/gu, plural(one)).replace(/\bParty\b/gu, one);
  return bindsWithWill(draft) ? named.replace(/\bshall\b/gu, "will") : named;
}

/** Whether the draft is an agreement that never says "shall" and says "will" instead. */
export function bindsWithWill(draft: Draft): boolean {
  const says = (word: RegExp): boolean => draft.provisions.some((provision) => word.test(provision.text));
  return draft.kind === "bla" && !says(/\bshall\b/iu) && says(/\bwill\b/iu);
}

function plural(word: string): string {
  return /y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function mostFrequent(draft: Draft, pattern: RegExp): string | null {
  const counts = new Map<string, number>();
  for (const { text } of draft.provisions) {
    for (const match of text.matchAll(pattern)) counts.set(match[1] ?? "", (counts.get(match[1] ?? "") ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [word, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = word;
  return best;
}

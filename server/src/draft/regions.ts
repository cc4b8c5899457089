import type { Entry, Layout } from "./entries.ts";
import { announces, hasVerb, saysDuty } from "./words.ts";

const FORMULA =
  /(?:\b(?:be it (?:therefore )?enacted|enacted by|hereby enact|as follows|the following (?:articles|provisions|convention|rules|understanding|terms|implementing)|hereby (?:promulgated|agreed?|issued|decrees?)|have (?:come to|reached) the following|following terms and conditions|(?:have|has) agreed|(?:sont|ont) convenue?s?|décrète|promulgu|convienen|han convenido|acuerdan|decreta|acordam|beschlossen|memutuskan|menetapkan)\b|اتفقا|قررنا|ما يلي|ما يأتي)/i;
/** "The Minister makes the following Order:", "The Parties are agreed on the following:". */
const MAKES =
  /\b(?:(?:makes?|issues?|enacts?|adopts?|decides?|resolves?|orders?|publishes) (?:upon |on |to )?(?:the following|these|this)\b[^.;]{0,60}|(?:agreed?|decided|resolved|understood|ordered)\b[^.;]{0,60}(?:following|below)|(?:these|the following) are the (?:rules|provisions|regulations|terms|articles|clauses)\b[^.;]{0,60})\W*$/i;
const RECITAL =
  /^\W*(?:whereas|having regard|considering|recalling|recogni[sz]ing|desiring|desirous|mindful|noting|convinced|acknowledging|an act (?:to|amending|regulating)|(?:a bill )?(?:for )?an act\b|a bill$|be it enacted|in exercise of the powers?|pursuant to the authority|vu (?:la|le|les|l')|considérant|désireux|constatant|considerando|reconociendo|deseos[oa]s|tendo em conta|in der erwägung|menimbang|mengingat|إذ\s)/i;

/** Whether a paragraph is a recital, a long title or an enacting formula, wherever it stands. */
export function isRecital(text: string): boolean {
  return RECITAL.test(text);
}

/** Whether a paragraph ends in the words that enact or agree the articles behind it. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text.slice(-400)) || isRecital(text) || MAKES.test(text.slice(-200));
}

/** Which entries, from the first on, come before the law itself: `[title, start)` is preamble. */
export interface Opening {
  /** Index of the entry that is the title of the draft, or -1. */
  readonly title: number;
  /** Index of the first entry of the law itself. */
  readonly start: number;
}

/** Finds the title and the preamble: everything up to the enacting words, or up to the first numbered place if it lays down no duty. */
export function readOpening(entries: readonly Entry[], layout: Layout): Opening {
  const first = entries.findIndex((entry) => entry.furniture === null && entry.block.kind !== "break");
  const numbered = entries.findIndex((entry) => isNumbered(entry, layout));
  const limit = numbered < 0 ? entries.length : numbered;
  const firstEntry = entries[first];
  let title = -1;
  if (firstEntry && first < limit && (firstEntry.title || titleAhead(entries, first, limit))) title = first;
  let formula = -1;
  for (let i = 0; i < limit && i < 400; i++) {
    const entry = entries[i];
    if (entry && entry.furniture === null && i !== title && (FORMULA.test(entry.text.slice(-400)) || isRecital(entry.text)))
      formula = i;
  }
  if (formula >= 0)
    return { title, start: numbered < 0 ? formula + 1 : Math.max(formula + 1, firstClause(entries, formula + 1, limit)) };
  return { title, start: firstClause(entries, Math.max(title + 1, 0), numbered < 0 ? Math.min(title + 1, limit) : limit) };
}

function isNumbered(entry: Entry, layout: Layout): boolean {
  if (entry.furniture !== null) return false;
  if (entry.head && entry.head.class !== "schedule") return true;
  if (layout.numberedHeadings && entry.block.kind === "heading" && /^\d/.test(entry.text)) return true;
  const mark = entry.marks[0];
  return mark?.kind === "number" && mark.evidence === "start" && mark.enumerator.forms.some((form) => form.style.includes("1"));
}

/** A short first line that is followed by a preamble or numbered places is the title even when nothing marks it. */
function titleAhead(entries: readonly Entry[], first: number, limit: number): boolean {
  const text = entries[first]?.text ?? "";
  return (
    limit < entries.length && first < limit && text.length <= 160 && !/[.;:,]$/.test(text) && !saysDuty(text) && !isRecital(text)
  );
}

/** The first entry from `from` on that is a clause, or a heading that stands over one. */
function firstClause(entries: readonly Entry[], from: number, limit: number): number {
  let heading = -1;
  for (let i = from; i < limit; i++) {
    const entry = entries[i];
    if (!entry || entry.furniture !== null || entry.block.kind === "break") continue;
    if (entry.title) {
      if (heading < 0) heading = i;
      continue;
    }
    const leads = announces(entry.text) && hasVerb(entry.text) && !isFormula(entry.text);
    if ((saysDuty(entry.text) || leads) && !isRecital(entry.text)) return heading >= 0 ? heading : i;
    heading = -1;
  }
  return heading >= 0 ? heading : limit;
}

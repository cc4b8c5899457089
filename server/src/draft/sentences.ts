import type { Span } from "./types.ts";

const ABBREVIATIONS = new Set(
  (
    "no nos art arts sec secs s ss cap ch chs cl cls reg regs r rr para paras par pars sch scheds pt pts vol vols p pp ed eds fig ord rs ltd inc co corp " +
    "dept gov govt gen hon mr mrs ms dr prof sr jr st rev messrs i.e e.g viz cf vs v al seq etc approx est ext gaz ins subs rep ibid op cit pd ra " +
    "jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n d.c a.d m.s n.b abs nr bzw z.b vgl d.h usw ff num núm sra sres dna ud uds exc exmo exma " +
    "n.º n° nº alin inc lit mme mlle mm j.o jo r.a p.d e.o s.o lt col capt const comm resp tel ext sdn bhd pte"
  ).split(" "),
);
/** A full stop with what closes the sentence, the blank, and what begins the next one. */
const STOP = /([.?!؟。]|[:;](?=\s*(?:Provided|PROVIDED)\b))([”’"»')\]]*\d{0,2}[”’"»')\]]*)\s+(?=(\S{1,24}))/g;
const STARTS = /^[“"‘'«([]*(?:[\p{Lu}\p{Lo}\d§]|\[)/u;
const FOOTNOTE_START = /^\d{1,2}$/;
/** Where a footnote of the editors begins in running text: "… depart ; or 1 Subs. by Act No. VIII of 2025, s. 2." */
const FOOTNOTE =
  /(?<=[.;:,)\]]|\bor|\band|\p{L}\])\s+(?=\d{1,2}\s+(?:Subs|Ins|Omitted|Added|Rep|Inserted|Substituted|Amended|Deleted)\.?,?\s+(?:by|and|ibid|Ord|the|vide))/gu;
const EDITORIAL =
  /^\d{1,2}\s+(?:Subs|Ins|Omitted|Inserted|Substituted|Added|Rep|Repealed|Amended|The words?|For|See|i\.e|Deleted)\b/;

/** Sentences of plain text as ranges, without the blanks between them; legal abbreviations and numbers do not end one. */
export function splitSentences(text: string): Span[] {
  const cuts: Span[] = [];
  for (const match of text.matchAll(STOP)) {
    const stopAt = match.index;
    const end = stopAt + (match[1]?.length ?? 0) + (match[2]?.length ?? 0);
    const nextAt = match.index + match[0].length;
    if (isBoundary(text, stopAt, end, nextAt, match[3] ?? "")) cuts.push({ start: end, end: nextAt });
  }
  for (const match of /\d\s+[SIORAD]/.test(text) ? text.matchAll(FOOTNOTE) : []) {
    const cut = { start: match.index, end: match.index + match[0].length };
    if (!cuts.some((other) => other.end === cut.end)) cuts.push(cut);
  }
  cuts.sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (cut.start > start) spans.push({ start, end: cut.start });
    start = cut.end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

function isBoundary(text: string, stopAt: number, end: number, nextAt: number, next: string): boolean {
  if (text[stopAt] !== ".") return STARTS.test(next) || text[stopAt] === ":" || text[stopAt] === ";";
  if (!STARTS.test(next)) return false;
  if (end > stopAt + 1) return !FOOTNOTE_START.test(next) || EDITORIAL.test(text.slice(nextAt, nextAt + 24));
  const before = /[^\s([“"‘'—–]*$/.exec(text.slice(Math.max(0, stopAt - 30), stopAt))?.[0] ?? "";
  if (/^\p{Lu}$/u.test(before)) return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return /^(?:The|A|An|This|These|Any|Every|No|In|If)$/.test(next);
  if (ABBREVIATIONS.has(before.toLowerCase())) {
    if (/^(?:etc|ltd|inc|co|corp|bhd|al)$/i.test(before))
      return /^(?:The|A|An|This|These|Any|Every|No|In|If|Where|When|Each|It)$/.test(next);
    return false;
  }
  if (/^N(?:os?|r|°|º)\.?$/.test(next)) return false;
  if (FOOTNOTE_START.test(next)) return EDITORIAL.test(text.slice(nextAt, nextAt + 24));
  return true;
}

/** A clause of the rulebook fitted into a draft: its place, its number, its looks and the draft's own terms. */
import type { GapFinding } from "../analysis/types.ts";
import type { Draft, Unit } from "../draft/types.ts";
import type { Clause } from "../rulebook/types.ts";
import { bodyStyle, type BodyStyle } from "./bodyStyle.ts";
import { clauseBlocks, type ClauseBlock } from "./clauseText.ts";
import { parseBlanks, withLineEnds, type Part, type SourceEdit } from "./edit.ts";
import { numberAfterLast, numberBetween, rank } from "./numbers.ts";
import { openLike } from "./opening.ts";
import { authorityPhrase, capitalised, inOwnTerms } from "./ownTerms.ts";
import { inOwnWords, type Subdivision } from "./ownWords.ts";
import { placeClause, type Place } from "./placement.ts";

/**
 * The insertion that closes a gap with `clause`. `terms` maps roles ("agency", "worker", "employer", "authority") to what the draft
 * calls them. The edit inserts only; its line ends are those of the draft.
 */
export function fitClause(
  clause: Clause,
  draft: Draft,
  finding: Pick<GapFinding, "anchorUnit">,
  terms: Readonly<Record<string, string>> = {},
): SourceEdit {
  const place = placeClause(draft, finding.anchorUnit);
  const own = ownTermsOnly(terms, draft);
  const written = writeProvision(clause, draft, place, own);
  const parts = fillAuthority(parseBlanks(`${place.at === 0 ? "" : "\n\n"}${written}`), own["authority"]);
  return { span: { start: place.at, end: place.at }, parts: withLineEnds(parts, draft.source.includes("\r\n") ? "\r\n" : "\n") };
}

function writeProvision(clause: Clause, draft: Draft, place: Place, terms: Readonly<Record<string, string>>): string {
  const style = bodyStyle(draft, place.row, place.after);
  const subdivided = clauseBlocks(clause.text).some((block) => block.kind === "subsection");
  const paragraph = place.anchored ? lastDecimalParagraph(draft, place.after) : null;
  const model = paragraph ?? (place.after === null ? null : modelFor(draft, place, subdivided));
  const number = paragraph === null ? nextNumber(place) : (numberAfterLast([paragraph.number ?? ""]) ?? "");
  const decimal =
    paragraph !== null
      ? (n: number) => countOn(number ?? "", n - 1)
      : style.decimal && number !== null
        ? (n: number) => `${number}.${n}`
        : null;
  const counted = (n: number): string => (style.subsection(n, null).includes("(") ? `(${n})` : `${n}`);
  const words = (text: string): string => inWordsOf(draft, text, terms, subdivisionOf(draft, model, decimal ?? counted));
  const blocks = clauseBlocks(words(clause.text));
  if (paragraph !== null && decimal !== null) return writeParagraphs(draft, paragraph, blocks, style, decimal);
  const heading = words(clause.heading);
  const opening = (model === null ? null : openLike(draft, model, number, heading)) ?? `**${heading}**\n\n`;
  return `${subdivided || style.decimal ? opening : opening.replace(/[.—–-]*[—–](\*{0,2})$/u, ".$1 ")}${writeBody(blocks, style, decimal)}`;
}

/** The nearest provision whose opening can be learnt, first among those that are subdivided as the clause is. */
function modelFor(draft: Draft, place: Place, subdivided: boolean): Unit | null {
  const from = place.after;
  if (from === null) return null;
  const alike = place.row.filter((unit) => unit.kind === from.kind && unit.parent === from.parent);
  const others = place.row.filter((unit) => unit.kind === from.kind && unit.parent !== from.parent);
  const learnable = (unit: Unit): boolean =>
    openLike(draft, unit, "1", "X") !== null && (unit.number !== undefined) === (from.number !== undefined);
  const near = [...alike, ...others]
    .filter(learnable)
    .sort((a, b) => Math.abs(a.index - from.index) - Math.abs(b.index - from.index));
  const headed = near.filter((unit) => (unit.heading !== undefined) === (from.heading !== undefined));
  const divided = (unit: Unit): boolean => unit.children.length > 0 === subdivided;
  return headed.find(divided) ?? headed[0] ?? near.find(divided) ?? near[0] ?? null;
}

/** The last paragraph of a chapter whose paragraphs are numbered 4.1, 4.2 … */
function lastDecimalParagraph(draft: Draft, chapter: Unit | null): Unit | null {
  const children = (chapter?.children ?? []).map((index) => draft.units[index]).filter((unit) => unit !== undefined);
  const last = children.findLast((unit) => /^\d+(?:\.\d+)+$/u.test(unit.number ?? ""));
  return last !== undefined && openLike(draft, last, "1.1", "") !== null ? last : null;
}

/** In drafts numbered 4.1, 4.2 … each subsection of the clause is a paragraph of its own. */
function writeParagraphs(
  draft: Draft,
  model: Unit,
  blocks: readonly ClauseBlock[],
  style: BodyStyle,
  decimal: (n: number) => string,
): string {
  return subsections(blocks)
    .map((group, i) => `${openLike(draft, model, decimal(i + 1), "") ?? ""}${writeBody(group, style, null)}`)
    .join("\n\n");
}

function countOn(number: string, steps: number): string {
  return number.replace(/\d+$/u, (digits) => String(Number(digits) + steps));
}

function subsections(blocks: readonly ClauseBlock[]): readonly (readonly ClauseBlock[])[] {
  const groups: ClauseBlock[][] = [];
  for (const block of blocks) {
    const bare: ClauseBlock = block.kind === "subsection" ? { kind: "paragraph", text: block.text } : block;
    const last = groups.at(-1);
    if (last === undefined || block.kind === "subsection") groups.push([bare]);
    else last.push(bare);
  }
  return groups;
}

function writeBody(blocks: readonly ClauseBlock[], style: BodyStyle, decimal: ((n: number) => string) | null): string {
  let body = "";
  let previous: ClauseBlock | null = null;
  let counted = 0;
  for (const block of blocks) {
    const listed = block.kind === "item" || block.kind === "subitem";
    if (previous !== null) body += listed ? style.betweenItems : "\n\n";
    const numbered = block.kind === "subsection" || (decimal !== null && block.kind === "paragraph" && previous === null);
    if (numbered) body += style.subsection(++counted, decimal);
    else if (block.kind === "item") body += style.item(block.marker ?? "");
    else if (block.kind === "subitem") body += `(${block.marker ?? ""}) `;
    body += block.text;
    previous = block;
  }
  return body;
}

function nextNumber(place: Place): string | null {
  const after = place.after;
  if (after?.number === undefined) return null;
  const row = place.row.filter((unit) => unit.kind === after.kind && unit.number !== undefined);
  const numbers = row.map((unit) => unit.number ?? "");
  const siblings = row.filter((unit) => unit.index <= after.index).map((unit) => unit.number ?? "");
  const here = rank(after.number);
  const next = row.find((unit) => unit.index > after.index);
  const ahead = next?.number === undefined ? null : rank(next.number);
  const continues = ahead !== null && here !== null && ahead >= here && next?.number !== "1";
  if (continues) return numberBetween(after.number, numbers) ?? numberAfterLast(siblings);
  return numberAfterLast(siblings);
}

/** What the draft calls an article and its parts, as the unit shows that the clause is written like. */
function subdivisionOf(draft: Draft, model: Unit | null, number: (n: number) => string): Subdivision {
  const article = /(\p{L}+)\s+\S+$/u.exec(model?.label ?? "")?.[1] ?? "section";
  if (draft.kind === "bla" || model?.kind === "article") return { article, part: "paragraph", number };
  return { article, part: article === "regulation" || article === "rule" ? `sub${article}` : "subsection", number };
}

/** A text of the clause in the words and terms of the draft, its blanks kept; other languages than English stay as written. */
function inWordsOf(draft: Draft, text: string, terms: Readonly<Record<string, string>>, subdivision: Subdivision): string {
  if (!draft.language.startsWith("en")) return text;
  const fit = (words: string): string => inOwnTerms(inOwnWords(words, draft, subdivision), terms);
  return parseBlanks(text)
    .map((part) => (typeof part === "string" ? fit(part) : `\${${part.name}:${fit(part.example)}}`))
    .join("");
}

/** A role whose general word the draft defines itself keeps that word. */
function ownTermsOnly(terms: Readonly<Record<string, string>>, draft: Draft): Readonly<Record<string, string>> {
  const defined = new Set(draft.terms.map(({ term }) => term.toLowerCase()));
  return Object.fromEntries(Object.entries(terms).filter(([role]) => !defined.has(role)));
}

/** The draft's authority in the place of blanks for it, with "the" and a capital where they belong. */
function fillAuthority(parts: readonly Part[], term: string | undefined): Part[] {
  if (term === undefined) return [...parts];
  return parts.map((part, i) => {
    if (typeof part === "string" || part.name !== "authority") return part;
    const before = parts[i - 1];
    const phrase = authorityPhrase(term);
    if (typeof before === "string" && /\bthe $/iu.test(before)) return phrase.replace(/^the /iu, "");
    return /^\p{Lu}/u.test(part.example) ? capitalised(phrase) : phrase;
  });
}

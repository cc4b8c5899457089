import { follows } from "./numbering.ts";
import { findInserts, isNoteText } from "./repeals.ts";
import { splitSentences } from "./sentences.ts";
import { joinTexts, sliceText, type MappedText } from "./sourceMap.ts";
import type { Content, Piece, Place } from "./tree.ts";
import { announces } from "./words.ts";

export interface Sentence {
  readonly text: MappedText;
  readonly role: "prose" | "note" | "repealed";
}

/** Prose from `at` on up to the next unit that is no aside; asides within are handed back apart. */
export function takeRun(
  content: readonly Content[],
  at: number,
): { readonly pieces: Piece[]; readonly asides: Place[]; readonly end: number } {
  const pieces: Piece[] = [];
  const asides: Place[] = [];
  let pending: Place[] = [];
  let end = at;
  for (let i = at; i < content.length; i++) {
    const item = content[i];
    if (item?.type === "text" && (item.role === "prose" || item.role === "repealed")) {
      pieces.push(item);
      asides.push(...pending);
      pending = [];
      end = i + 1;
    } else if (item?.type === "unit" && item.aside) pending.push(item);
    else break;
  }
  return { pieces, asides, end };
}

/** The list items right behind, asides skipped. */
export function listAhead(content: readonly Content[], at: number): Place[] {
  const group: Place[] = [];
  for (let i = at; i < content.length; i++) {
    const item = content[i];
    if (item?.type !== "unit") break;
    if (item.aside) continue;
    if (item.rank < 100 || item.kind === "table" || item.inserted) break;
    group.push(item);
  }
  return group;
}

export function listEnd(content: readonly Content[], at: number): number {
  let end = at;
  while (content[end]?.type === "unit") end++;
  return end;
}

/** The items behind words that only interrupted the list that ends at `at`; null when the list is over. */
export function resumedList(
  content: readonly Content[],
  at: number,
): { readonly items: readonly Place[]; readonly end: number } | null {
  const before = lastPlace(content, at);
  const next = content[at];
  if (!before || Number.isNaN(before.value) || next?.type !== "text" || next.role !== "prose" || announces(next.text.text))
    return null;
  const run = takeRun(content, at);
  const items = listAhead(content, run.end);
  const first = items[0];
  if (!first || first.style !== before.style || !follows(before.value, first.value)) return null;
  return { items, end: listEnd(content, run.end) };
}

function lastPlace(content: readonly Content[], before: number): Place | null {
  for (let i = before - 1; i >= 0; i--) {
    const item = content[i];
    if (item?.type === "unit" && !item.aside) return item;
  }
  return null;
}

export function splitRun(pieces: readonly Piece[]): Sentence[] {
  const sentences: Sentence[] = [];
  let open: MappedText[] = [];
  const close = (): void => {
    const whole = joinTexts(open);
    open = [];
    if (whole.text === "") return;
    for (const part of carve(whole)) {
      if (part.role !== "prose") sentences.push(part);
      else
        for (const span of splitSentences(part.text.text))
          sentences.push({ text: sliceText(part.text, span.start, span.end), role: "prose" });
    }
  };
  for (const piece of pieces) {
    if (piece.role === "repealed") {
      sentences.push({ text: piece.text, role: "repealed" });
      continue;
    }
    if (!piece.joins) close();
    open.push(piece.text);
  }
  close();
  return sentences.map((sentence) =>
    sentence.role === "prose" && isNoteText(sentence.text.text) ? { ...sentence, role: "note" } : sentence,
  );
}

/** Takes amendment notes and omission marks out of the running text. */
function carve(whole: MappedText): Sentence[] {
  const inserts = findInserts(whole.text);
  if (inserts.length === 0) return [{ text: whole, role: "prose" }];
  const parts: Sentence[] = [];
  const kept: MappedText[] = [];
  let at = 0;
  for (const insert of inserts) {
    kept.push(sliceText(whole, at, insert.start));
    parts.push({ text: sliceText(whole, insert.start, insert.end), role: insert.role });
    at = insert.end;
  }
  kept.push(sliceText(whole, at, whole.text.length));
  const prose: Sentence = { text: joinTexts(kept), role: "prose" };
  return prose.text.text === "" ? parts : [prose, ...parts];
}

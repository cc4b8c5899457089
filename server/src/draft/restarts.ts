import type { Entry } from "./entries.ts";
import { follows } from "./numbering.ts";
import { isFormula } from "./regions.ts";
import { announces, hasVerb, saysDuty } from "./words.ts";

/** A number of the same style that begins a later paragraph. */
interface Ahead {
  readonly value: number;
  /** Whether a title stands between it and the number before. */
  readonly titled: boolean;
  readonly words: string;
}

const FAR = 300;
/** Words that a sentence cannot end in: what follows is part of it. */
const WAITS =
  /[\p{L}\]]\s(?:if|that|unless|where|when|who|to|of|for|by|from|with|following|follows|including|includes?|shall|must|may|not|are|is|que|si|suivante?s?|siguientes?)$/iu;
const TAKES_SENTENCES = /\b(?:if|that|unless|where|when|que|si)\W*$/i;
const RELATIVE = /\b(?:who|whose|whom|which|that|where|as|if|when)\b/i;
/** Ahead of the end of the draft, this many sentences are the law going on rather than a list. */
const MANY = 3;

/** Whether a paragraph can only be read with the list behind it. */
export function waitsForList(text: string): boolean {
  return announces(text) || WAITS.test(text);
}

/**
 * Whether "1." in the entry at `index` begins a list that the words `lead` announce, and not the sections of the law. `main` is the last
 * number of the law itself, NaN when there is none.
 */
export function beginsList(entries: readonly Entry[], index: number, style: string, lead: string, main: number): boolean {
  if (!waitsForList(lead) || isFormula(lead)) return false;
  let last = 0;
  let count = 0;
  let duties = 0;
  for (const next of numbersAhead(entries, index, style)) {
    if (last === 0 && next.value !== 1) return false;
    if (last > 0 && follows(main, next.value) && next.value !== last + 1) return true;
    if (!follows(last, next.value)) return next.value === 1;
    if (next.titled) return false;
    last = next.value;
    count++;
    if (saysDuty(next.words)) duties++;
  }
  return TAKES_SENTENCES.test(lead) || duties * 2 <= count;
}

/**
 * Whether the number of the entry at `index`, which goes on both with the section around a list and with the list (`items`, `lead`), is
 * the next section.
 */
export function leavesList(
  entries: readonly Entry[],
  index: number,
  style: string,
  items: readonly string[],
  lead: string,
): boolean {
  if (items.length < 2) return false;
  const [here, ...ahead] = [...numbersAhead(entries, index, style)];
  if (!here) return false;
  let titled = false;
  for (const next of ahead) {
    if (next.value === 1) break;
    if (next.value === here.value) return false;
    titled ||= next.titled;
  }
  if (titled) return true;
  const last = items.at(-1) ?? "";
  if (/[;,]\s*(?:and|or|and\/or)?$/.test(last)) return false;
  if (items.slice(0, -1).some((item) => item.endsWith(";"))) return true;
  if (!isSentence(here.words)) return false;
  const sentences = items.filter(isSentence).length;
  return sentences === 0 || (ahead.length >= MANY && !TAKES_SENTENCES.test(lead));
}

/** The numbers of this style from the entry at `index` on that begin a paragraph, up to the next schedule. */
function* numbersAhead(entries: readonly Entry[], index: number, style: string): Generator<Ahead> {
  let titled = false;
  for (let i = index; i < entries.length && i < index + FAR; i++) {
    const entry = entries[i];
    if (!entry || entry.furniture !== null) continue;
    if (entry.head?.class === "schedule") break;
    if (entry.head || entry.title) titled = true;
    const mark = entry.marks[0];
    if (entry.head || mark?.kind !== "number" || mark.evidence !== "start") continue;
    const form = mark.enumerator.forms.find((other) => other.style === style);
    if (!form) continue;
    yield { value: entry.block.counted ?? form.value, titled: titled && i > index, words: entry.text.slice(mark.end) };
    titled = false;
  }
}

/** Whether the words have a finite verb outside relative clauses. */
function isSentence(text: string): boolean {
  return hasVerb(text.split(RELATIVE)[0] ?? "");
}

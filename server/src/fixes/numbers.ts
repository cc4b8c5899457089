/** Numbers of provisions as drafts write them: "7", "12A", "7bis", "VII", "c", "4.2". */
import { rankOf, romanValue } from "../draft/numbering.ts";

const LATIN = ["bis", "ter", "quater", "quinquies"];
const ALPHABET = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const SUFFIXED = /^(.*\d)(?:\s?-?\p{Lu}|bis|ter|quater|quinquies)$/u;
const SUFFIXED_ROMAN = /^([IVXLC]+)(?:-[A-Z]|[ABD-HJKM-UWYZ])$/u;
const SIGNS: readonly (readonly [string, number])[] = [
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/**
 * The number that follows the last of `siblings`; "12A" and "12bis" are followed by "13", "4.6" by "4.7".
 * Null when that number cannot be counted on ("First").
 */
export function numberAfterLast(siblings: readonly string[]): string | null {
  const last = siblings.at(-1);
  if (last === undefined) return null;
  const counted = /^(.*?)(\d+)(?:\s?-?\p{L}+)?$/u.exec(last);
  if (counted !== null) return `${counted[1] ?? ""}${Number(counted[2]) + 1}`;
  const roman = romanOf(last);
  if (roman !== null && siblings.every((sibling) => romanOf(sibling) !== null)) {
    const next = toRoman(roman + 1);
    return last === last.toLowerCase() ? next.toLowerCase() : next;
  }
  return /^[a-y]$/iu.test(last) ? String.fromCharCode(last.charCodeAt(0) + 1) : null;
}

/** A number for between `before` and what follows it, free in `taken`: "12A", "VII-A", or "12bis" where the draft counts so; null if none is. */
export function numberBetween(before: string, taken: readonly string[]): string | null {
  const used = new Set(taken.map((number) => number.toLowerCase()));
  const roman = romanOf(before) !== null;
  const base = (roman ? SUFFIXED_ROMAN : SUFFIXED).exec(before)?.[1] ?? before;
  if (!roman && !/\d$/u.test(base)) return null;
  const latin = !roman && taken.some((number) => LATIN.some((suffix) => number.endsWith(suffix)));
  const candidates = latin
    ? LATIN.map((suffix) => base + suffix)
    : ALPHABET.map((letter) => `${base}${roman ? "-" : ""}${letter}`);
  const passed = candidates.findIndex((candidate) => candidate.toLowerCase() === before.toLowerCase());
  return candidates.slice(passed + 1).find((candidate) => !used.has(candidate.toLowerCase())) ?? null;
}

/** How far a number is in its row, for comparing neighbours: 12 for "12", 6 for "4.6", 7 for "VII", 3 for "c"; null for words. */
export function rank(number: string): number | null {
  const value = rankOf(number.replace(/^.*\.(?=\d)/u, "").replace("-", ""));
  if (!Number.isNaN(value)) return value;
  return /^[a-hj-uwyz]$/iu.test(number) ? number.toLowerCase().charCodeAt(0) - 96 : romanOf(number);
}

function romanOf(number: string): number | null {
  return romanValue(SUFFIXED_ROMAN.exec(number)?.[1] ?? number);
}

function toRoman(value: number): string {
  let left = value;
  let numeral = "";
  for (const [sign, worth] of SIGNS) {
    while (left >= worth) {
      numeral += sign;
      left -= worth;
    }
  }
  return numeral;
}

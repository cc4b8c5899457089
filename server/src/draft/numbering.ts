/** One way to read an enumerator: "(i)" is the first of a roman list or the ninth of a letter list. */
export interface Form {
  /** Shape and alphabet: "(1)", "(a)", "(i)", "(A)", "(I)", "1.", "a)", "1º", "1.1", … */
  readonly style: string;
  /** Rank in its list; an inserted number ("12A") lies between its neighbours. */
  readonly value: number;
}

export interface Enumerator {
  readonly at: number;
  /** Offset behind the enumerator and its punctuation. */
  readonly end: number;
  /** As written, without punctuation, Western digits. */
  readonly number: string;
  readonly forms: readonly Form[];
}

const DIGITS = "0-9٠-٩۰-۹";
const SUFFIX = "(?:\\s?(?:[A-Z]{1,2}|bis|ter|quater|quinquies)(?![A-Za-z])|[a-z](?![A-Za-z]))";
const NUMBER = `[${DIGITS}]{1,3}${SUFFIX}?`;
const LETTERS = "[A-Za-z]{1,2}|[ivxlc]{3,7}|[IVXLC]{3,7}|[\\u0621-\\u064a]";
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ["()", new RegExp(`\\(\\s?(${NUMBER}|${LETTERS}|[a-z]\\.\\d{1,2})\\s?\\)(?:\\s?[.—–―⸺-]+(?=\\s))?`, "y")],
  [".", /(\d{1,3}(?:\.\d{1,3}){1,3})(?:\.|\))?(?=\s|$)/y],
  [".", new RegExp(`(${NUMBER}|\\d{1,3}\\s?[a-z]{2})\\s?\\.(?=\\s|$|\\(|[—–―⸺-])`, "y")],
  [")", new RegExp(`(${NUMBER}|${LETTERS})\\)(?=\\s|\\p{L}|$)`, "uy")],
  ["º", /(\d{1,3})\s?[º°](?:\s?[.)-])?(?=\s|\p{L}|$)/uy],
  [".", /([A-Za-z]{1,2}|[ivxlc]{3,7}|[IVXLC]{3,7})\.(?=\s|$|[—–―⸺-])/y],
  ["-", new RegExp(`([${DIGITS}]{1,3}|[\\u0621-\\u064a])\\s?[-–](?=\\s)`, "y")],
];

/** Gaps between an enumerator and its words that are punctuation only: "7.—", "(1) –". */
const TRAIL = /\s*(?:[—–―⸺-]+\s*(?=[("“‘[\p{L}]))?/uy;

/** The enumerator that stands exactly at `at`, or null. */
export function readEnumerator(text: string, at: number): Enumerator | null {
  for (const [shape, pattern] of SHAPES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const written = match?.[1];
    if (!match || written === undefined) continue;
    const number = westernDigits(written).replace(/\s+/g, "");
    const forms = readForms(number, shape);
    if (forms.length === 0) continue;
    TRAIL.lastIndex = at + match[0].length;
    const trail = TRAIL.exec(text)?.[0].length ?? 0;
    return { at, end: at + match[0].length + trail, number, forms };
  }
  return null;
}

/** Digits of the Arabic and Persian scripts as 0-9. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

function readForms(number: string, shape: string): Form[] {
  const style = (sign: string): string => (shape === "()" ? `(${sign})` : `${sign}${shape}`);
  if (/^\d+(?:\.\d+)+$/.test(number)) {
    const steps = number.split(".");
    return [{ style: `${"1.".repeat(steps.length - 1)}1`, value: Number(steps.at(-1)) }];
  }
  if (/^[a-z]\.\d+$/.test(number)) return [{ style: `(${number[0] ?? ""}.1)`, value: Number(number.slice(2)) }];
  if (/^\d/.test(number)) return [{ style: style("1"), value: rankOf(number) }];
  const arabic = ABJAD[number];
  if (arabic !== undefined) return [{ style: style("ا"), value: arabic }];
  const forms: Form[] = [];
  const upper = number === number.toUpperCase();
  if (!upper && number !== number.toLowerCase()) return [];
  const letters = letterRank(number);
  if (letters !== null) forms.push({ style: style(upper ? "A" : "a"), value: letters });
  const roman = romanValue(number);
  if (roman !== null) forms.push({ style: style(upper ? "I" : "i"), value: roman });
  return forms;
}

const ABJAD: Readonly<Record<string, number>> = Object.fromEntries(
  [...["أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن"].entries()].map(([index, letter]) => [
    letter,
    index + 1,
  ]),
);

/** "12" is 12, "12A" and "12bis" are 12.001, "12B" and "12ter" are 12.002. */
export function rankOf(number: string): number {
  const match = /^(\d+)(.*)$/.exec(number);
  if (!match) return Number.NaN;
  const suffix = (match[2] ?? "").toLowerCase();
  const latin = ["bis", "ter", "quater", "quinquies"].indexOf(suffix);
  const step = latin >= 0 ? latin + 1 : suffix === "" ? 0 : (letterRank(suffix.slice(0, 2)) ?? 0);
  return Number(match[1]) + step / 1000;
}

/** a = 1 … z = 26, aa = 27; "bb" after "aa" is 28, as is "ab". Null for anything longer or mixed. */
function letterRank(letters: string): number | null {
  const lower = letters.toLowerCase();
  if (!/^[a-z]{1,2}$/.test(lower)) return null;
  const first = lower.charCodeAt(0) - 96;
  if (lower.length === 1) return first;
  if (lower[0] === lower[1]) return 26 + first;
  return first * 26 + lower.charCodeAt(1) - 96;
}

const ROMAN = /^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Value of a roman number up to 399, either case; null when it is none. */
export function romanValue(text: string): number | null {
  const lower = text.toLowerCase();
  if (!ROMAN.test(lower)) return null;
  let total = 0;
  for (let i = 0; i < lower.length; i++) {
    const digit = ROMAN_DIGITS[lower[i] ?? ""] ?? 0;
    const next = ROMAN_DIGITS[lower[i + 1] ?? ""] ?? 0;
    total += digit < next ? -digit : digit;
  }
  return total;
}

/** Whether a list goes on from `before` to `after`: 7 to 8, 7 to 7A, 7A to 7B, 7A to 8. */
export function follows(before: number, after: number): boolean {
  const base = Math.floor(before);
  return Math.floor(after) === base + 1 || (Math.floor(after) === base && after > before);
}

const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  premier: 1,
  première: 1,
  deuxième: 2,
  troisième: 3,
  quatrième: 4,
  cinquième: 5,
  unique: 1,
  primero: 1,
  primera: 1,
  segundo: 2,
  segunda: 2,
  tercero: 3,
  tercera: 3,
  único: 1,
  primeiro: 1,
  primeira: 1,
  terceiro: 3,
  terceira: 3,
  erste: 1,
  erster: 1,
  zweite: 2,
  zweiter: 2,
  الأول: 1,
  الأولى: 1,
  الثاني: 2,
  الثانية: 2,
  الثالث: 3,
  الثالثة: 3,
  الرابع: 4,
  الرابعة: 4,
  الخامس: 5,
  الخامسة: 5,
  السادس: 6,
  السادسة: 6,
  السابع: 7,
  السابعة: 7,
  الثامن: 8,
  الثامنة: 8,
  التاسع: 9,
  التاسعة: 9,
  العاشر: 10,
  العاشرة: 10,
};

/** Value of a number written as a word: "twelve", "forty-one", "one hundred and fifteen", "second", "premier"; null when it is none. */
export function wordValue(text: string): number | null {
  const lower = text.toLowerCase();
  const ordinal = ORDINALS[lower];
  if (ordinal !== undefined) return ordinal;
  let total = 0;
  for (const word of lower.split(/[\s-]+/)) {
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (word === "hundred") total = Math.max(1, total) * 100;
    else if (unit >= 0) total += unit + 1;
    else if (ten >= 0) total += (ten + 2) * 10;
    else if (word !== "and") return null;
  }
  return total > 0 ? total : null;
}

import { rankOf, romanValue, westernDigits, wordValue } from "./numbering.ts";
import type { UnitKind } from "./types.ts";

/** The word that names a place of a law: what it is called, whatever the language. */
export type HeadClass =
  "book" | "part" | "title" | "chapter" | "division" | "rule" | "article" | "section" | "regulation" | "clause" | "schedule";

export interface Head {
  readonly class: HeadClass;
  /** The word as written, in lower case: "article", "annex", "§". */
  readonly word: string;
  /** As written, Western digits; "" when there is none. */
  readonly number: string;
  readonly value: number;
  /** Offset behind the word, the number and the punctuation. */
  readonly end: number;
  /** Whether punctuation stands between the number and what follows. */
  readonly stopped: boolean;
}

interface ClassReading {
  readonly kind: UnitKind;
  /** Lower lies further out; classes that may be the basic unit of a law have the same rank. */
  readonly rank: number;
}

export const CLASSES: Readonly<Record<HeadClass, ClassReading>> = {
  schedule: { kind: "schedule", rank: 5 },
  book: { kind: "part", rank: 10 },
  part: { kind: "part", rank: 20 },
  title: { kind: "title", rank: 30 },
  chapter: { kind: "chapter", rank: 40 },
  division: { kind: "chapter", rank: 45 },
  rule: { kind: "section", rank: 60 },
  article: { kind: "article", rank: 60 },
  section: { kind: "section", rank: 60 },
  regulation: { kind: "section", rank: 60 },
  clause: { kind: "section", rank: 60 },
};

const WORDS: readonly (readonly [HeadClass, string])[] = [
  ["book", "book|livre|libro|livro|buch|buku"],
  ["part", "part|partie|parte|teil|القسم|الجزء"],
  ["title", "title|titre|título|titulo|titel"],
  ["chapter", "chapter|chapitre|capítulo|capitulo|kapitel|hoofdstuk|bab|الباب|الفصل"],
  ["division", "division|sub-?part|subdivision|bagian|unterabschnitt"],
  ["rule", "rule"],
  ["article", "articles?|art\\.?|artículo|articulo|artigo|artikel|pasal|المادة|مادة"],
  ["section", "section|sect?\\.?|sección|seccion|seção|secção|secao|abschnitt|§"],
  ["regulation", "regulation|reg\\."],
  ["clause", "clause|cláusula|klausel|البند"],
  ["schedule", "schedule|annexe?|appendix|anexo|anhang|anlage|lampiran|الملحق|ملحق|الجدول"],
];
const WHOLE_WORDS = WORDS.map(([name, words]) => ({ name, words: new RegExp(`^(?:${words})$`, "iu") }));
const WORD_PATTERN = WORDS.map(([, words]) => words).join("|");
const ORDINAL =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,2}(?:st|nd|rd|th)|premier|première|deuxième|troisième|quatrième|cinquième";
const NUMBER_WORD =
  "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const DIGIT_NUMBER =
  "[0-9٠-٩۰-۹]{1,4}(?:\\.\\d{1,3})*(?:\\s?[-–]?\\s?(?:[A-Z]{1,2}|bis|ter|quater)(?![A-Za-z])|[a-z](?![A-Za-z]))?[ºo°]?";
const STOP = "\\s*(?:[.:—–―⸺]|-(?!\\p{L}))*\\s*";
const WORD = new RegExp(`^(${WORD_PATTERN})(?!\\p{L})\\s*(?:n[o°º]\\.?\\s*)?["“(]?`, "iu");
const SIGNS = new RegExp(
  `(?:${DIGIT_NUMBER}|[IVXLC]{1,7}(?:-?[A-Z])?(?![A-Za-z])|[ivxlc]{1,7}(?![A-Za-z])|[A-Z](?![A-Za-z]))`,
  "uy",
);
const NAMES = new RegExp(`(?:${ORDINAL}|${NUMBER_WORD}|unique|único|primero|primeiro|ال\\p{L}+)(?!\\p{L})`, "iuy");
const TAIL = new RegExp(`[)"”]?(${STOP})`, "uy");
const BEFORE = new RegExp(`^(?:the\\s+)?(${ORDINAL})\\s+(${WORD_PATTERN})(?!\\p{L})(${STOP})`, "iu");
const ALONE = /^(?:the\s+)?(schedules?|annexe?s?|appendix|appendices|anexo|anhang|lampiran)(\s*[.:—–-]*\s*)$/i;

/** The named head that `text` begins with ("Article 7 –", "FIRST SCHEDULE", "§ 12", "الفصل الأول"), or null. Case is left to the caller. */
export function readHead(text: string): Head | null {
  const start = text.slice(0, 120);
  const alone = ALONE.exec(start);
  if (alone) return makeHead(alone[1] ?? "", "", alone[0].length, alone[2] ?? "");
  const before = BEFORE.exec(start);
  if (before) return makeHead(before[2] ?? "", before[1] ?? "", before[0].length, before[3] ?? "");
  const word = WORD.exec(start);
  if (!word) return null;
  const number = matchAt(SIGNS, start, word[0].length) ?? matchAt(NAMES, start, word[0].length) ?? "";
  const tail = number === "" ? (word[1]?.length ?? 0) : word[0].length + number.length;
  TAIL.lastIndex = tail;
  const stop = TAIL.exec(start);
  return makeHead(word[1] ?? "", number, tail + (stop?.[0].length ?? 0), stop?.[1] ?? "");
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function makeHead(word: string, written: string, end: number, stop: string): Head | null {
  const lower = word.toLowerCase();
  const singular = lower.replace(/^(schedule|annexe?|anexo)s$/, "$1");
  const name = WHOLE_WORDS.find(({ words }) => words.test(singular))?.name ?? (/^append/.test(lower) ? "schedule" : undefined);
  if (name === undefined) return null;
  const number = westernDigits(written)
    .replace(/[º°o]$/, "")
    .replace(/\s+/g, "");
  return { class: name, word: lower.replace(/\.$/, ""), number, value: headValue(number), end, stopped: /\S/.test(stop) };
}

function headValue(number: string): number {
  const digits = /^\d+/.exec(number)?.[0];
  if (digits !== undefined)
    return rankOf(
      number
        .replace(/(?:st|nd|rd|th)$/i, "")
        .replace(/[-–]/g, "")
        .replace(/\.\d+/g, ""),
    );
  return romanValue(number) ?? wordValue(number) ?? (/^[A-Z]$/.test(number) ? number.charCodeAt(0) - 64 : Number.NaN);
}

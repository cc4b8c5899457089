const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to shall any in a or be by is for that may under this with an not on such person as",
  fr: "le la les de des du et à un une est dans par pour ou aux sur que doit peut l'article au ne pas ce cette",
  es: "el la los las de del y en que por para una un se con o al su no deberá podrá será sin como",
  pt: "o a os as de do da dos das e em que por para uma um se com ou ao não deverá poderá será sem pelo no na",
  de: "der die das und des dem den von zu in im ist für mit auf nicht eine ein einer oder nach durch werden sind",
  it: "il lo la i gli le di del della dei e in che per una un si con o al non dal nel sono essere",
  id: "yang dan di dengan untuk dari pada dalam atau ini tidak oleh sebagaimana kerja pekerja adalah setiap ke tenaga",
  ms: "yang dan di dengan untuk dari pada dalam atau ini tidak oleh hendaklah boleh suatu seseorang di bawah akta",
  nl: "de het van en een in te dat op is voor met niet zijn door aan of bij wordt worden",
  tl: "ang ng mga sa na ay at para nang ito kung hindi may upang alinsunod dapat",
  sw: "ya wa na kwa katika ni la za kuwa au cha hii sheria mwajiri yoyote mtu",
  vi: "của và các người lao động được trong cho theo với không này quy định có là",
  tr: "ve bir bu ile için veya olarak da de iş işçi madde göre tarafından",
};
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ar", /[\u0621-\u064a]/g],
  ["ru", /[\u0430-\u044f]/gi],
  ["ja", /[\u3040-\u30ff]/g],
  ["ko", /[\uac00-\ud7af]/g],
  ["zh", /[\u4e00-\u9fff]/g],
  ["th", /[\u0e01-\u0e5b]/g],
  ["km", /[\u1780-\u17ff]/g],
  ["my", /[\u1000-\u109f]/g],
  ["hi", /[\u0900-\u097f]/g],
  ["bn", /[\u0980-\u09ff]/g],
  ["ne", /[\u0966-\u096f]{4,}/g],
  ["si", /[\u0d80-\u0dff]/g],
  ["ta", /[\u0b80-\u0bff]/g],
  ["am", /[\u1200-\u137f]/g],
];
const PROFILES = Object.entries(WORDS).map(([language, words]) => ({ language, words: new Set(words.split(" ")) }));
const SAMPLE = 20_000;
const FEWEST_WORDS = 4;

/** BCP 47 tag of the draft, lower case: as stated, else the hint, else told from script and common words; "und" when unclear. */
export function readLanguage(stated: unknown, hint: string | undefined, text: string): string {
  const written = typeof stated === "string" && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(stated.trim()) ? stated.trim() : hint;
  return written === undefined ? guessLanguage(text.slice(0, SAMPLE)) : written.toLowerCase();
}

function guessLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0;
    if (count >= 8 && count * 2 > letters)
      return language === "ar" && /[پچژگک]/.test(text) ? (/[ٹڈڑے]/.test(text) ? "ur" : "fa") : language;
  }
  const words = text.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return "und";
  const scores = PROFILES.map(({ language, words: known }) => ({
    language,
    score: words.filter((word) => known.has(word)).length / words.length,
  }));
  scores.sort((a, b) => b.score - a.score || a.language.localeCompare(b.language));
  const [best, second] = scores;
  if (!best || best.score < 0.12 || (second && best.score - second.score < 0.02)) return "und";
  return best.language;
}

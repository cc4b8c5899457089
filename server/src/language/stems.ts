/** Stems: one key for all inflected forms of a word. Inflection only; "recruiter" and "recruitment" stay apart. */

export type Stemmer = (form: string) => string;

/** English inflection: plural, third person, -ed, -ing, doubled consonants, silent e; `irregular` maps a base form to its other forms. */
export function englishStemmer(irregular: Readonly<Record<string, readonly string[]>>): Stemmer {
  const known = new Map<string, string>();
  for (const [base, forms] of Object.entries(irregular)) {
    const key = regular(base);
    for (const form of forms) known.set(form, key);
  }
  return (form) => {
    let stem = known.get(form);
    if (stem === undefined) {
      stem = regular(form);
      if (known.size < 50_000) known.set(form, stem);
    }
    return stem;
  };
}

function regular(word: string): string {
  if (word.length <= 3) return word;
  let w = word;
  if (w.endsWith("ies") && w.length > 4) w = w.slice(0, -3) + "y";
  else if (w.endsWith("sses")) w = w.slice(0, -2);
  else if (/[^sui]s$/u.test(w)) w = w.slice(0, -1);
  if (w.endsWith("ied") && w.length > 4) w = w.slice(0, -3) + "y";
  else if (w.endsWith("ed") && !w.endsWith("eed") && w.length > 4 && /[aeiouy]/u.test(w.slice(0, -2))) w = w.slice(0, -2);
  else if (w.endsWith("ing") && w.length > 5 && /[aeiouy]/u.test(w.slice(0, -3))) w = w.slice(0, -3);
  if (w.length > 3 && w.endsWith("e") && !w.endsWith("ee")) w = w.slice(0, -1);
  const n = w.length;
  if (n > 3 && w[n - 1] === w[n - 2] && !/[aeiou]/u.test(w[n - 1] ?? "")) w = w.slice(0, -1);
  return w;
}

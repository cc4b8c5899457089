import { sourceSpan } from "./sourceMap.ts";
import type { DefinedTerm, Provision } from "./types.ts";

const QUOTED = `(?:"([^"“”]{1,70})"|[“„«]\\s?([^“”„»"]{1,70}?)\\s?[”“»]|[‘']([^‘’'"]{1,60})[’'])`;
const INLINE = new RegExp(
  `(?:(?:herein(?:after)?|hereunder|in (?:this|these) \\p{L}+(?: \\p{L}+)?|below|ci-après|en adelante|en lo sucesivo|doravante|nachfolgend|selanjutnya)[^"“„«‘']{0,60}${QUOTED}` +
    `|\\(\\s*(?:(?:each|collectively|together|the|a|an|le|la|les|el|los|o|as|also|both|der|die|das)\\s+){0,3}${QUOTED}\\s*\\)|(?:in what follows|to be known as|referred to as|known as|dénommés?|denominad[oa]s?)\\s+(?:the\\s+)?${QUOTED})`,
  "giu",
);
const ALIAS = new RegExp(`^\\s*(?:,|or|and|ou|y|o)\\s*${QUOTED}`, "iu");
const BARE_REFERENCE =
  /(?:hereinafter|herein|in this \p{L}+) (?:called|referred to as|known as) (?:as )?the ([\p{L}][\p{L} -]{1,40}?)(?=\)|,|;)/giu;

/** The terms that the draft defines, in definitions of their own or in passing ("hereinafter the ‘Agency’"). */
export function findTerms(provisions: readonly Provision[]): DefinedTerm[] {
  const found: DefinedTerm[] = [];
  for (const provision of provisions) {
    if (provision.role === "note" || provision.role === "heading" || provision.role === "repealed") continue;
    const own = provision.text.slice(provision.own.start, provision.own.end);
    const inline = findInline(own);
    if (provision.term !== undefined) {
      const at = own.indexOf(provision.term);
      const aliases = [...findAliases(own, at + provision.term.length), ...inline.map(({ term }) => term)].filter(
        (alias) => alias !== provision.term,
      );
      const term = makeTerm(provision, provision.term, at, [...new Set(aliases)], own);
      if (term) found.push(term);
      continue;
    }
    for (const { term, at } of inline) {
      if (found.some((other) => other.term === term)) continue;
      const made = makeTerm(provision, term, at, [], own.slice(0, at).trim());
      if (made) found.push(made);
    }
  }
  return found;
}

function makeTerm(
  provision: Provision,
  term: string,
  at: number,
  aliases: readonly string[],
  definition: string,
): DefinedTerm | null {
  const from = provision.own.start + Math.max(0, at);
  const span = sourceSpan({ text: provision.text, map: provision.map }, from, from + term.length);
  return span ? { term, aliases, definition, span, provision: provision.index } : null;
}

function findInline(text: string): { readonly term: string; readonly at: number }[] {
  if (!/["“„«‘']|hereinafter|referred to as/i.test(text)) return [];
  const found: { term: string; at: number }[] = [];
  for (const match of text.matchAll(INLINE)) {
    const term = match
      .slice(1)
      .find((group) => group !== undefined)
      ?.trim();
    if (term !== undefined && /\p{L}/u.test(term) && term.split(/\s+/).length <= 8)
      found.push({ term, at: match.index + match[0].lastIndexOf(term) });
  }
  for (const match of text.matchAll(BARE_REFERENCE)) {
    const term = match[1];
    if (term !== undefined && !found.some((other) => other.term === term))
      found.push({ term, at: match.index + match[0].lastIndexOf(term) });
  }
  return found;
}

/** Further names right behind the first: “agency” or “bureau” means … */
function findAliases(text: string, from: number): string[] {
  const aliases: string[] = [];
  let rest = text.slice(from).replace(/^\s?[”"»’']/, "");
  for (let match = ALIAS.exec(rest); match; match = ALIAS.exec(rest)) {
    const alias = (match[1] ?? match[2] ?? match[3] ?? "").trim();
    if (alias !== "") aliases.push(alias);
    rest = rest.slice(match[0].length);
  }
  return aliases;
}

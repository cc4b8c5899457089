/** Names for findings that survive moving and renumbering. */

/** 64 bits of FNV-1a over the UTF-16 units of `text`, as 16 hexadecimal digits; no secrecy is meant. */
export function fingerprint(text: string): string {
  return fnv(text, 0x811c9dc5) + fnv(text, 0x050c5d1f);
}

function fnv(text: string, seed: number): string {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, "0");
}

/** The words of a provision without case, numbers and punctuation. */
export function normalised(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.join(" ") ?? ""
  );
}

/** Numbers repeated keys in order: the first keeps its name, later ones get "#2", "#3". */
export class Occurrences {
  readonly #seen = new Map<string, number>();

  next(key: string): string {
    const n = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, n);
    return fingerprint(n === 1 ? key : `${key}#${n}`);
  }
}

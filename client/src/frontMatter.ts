export type StatedKind =
  | { readonly state: "absent" }
  | { readonly state: "stated"; readonly kind: "law" | "bla" }
  | { readonly state: "unknown"; readonly value: string };

const fence = /^---[ \t]*$/;
const closingFence = /^(?:---|\.\.\.)[ \t]*$/;
const kindLine = /^kind[ \t]*:[ \t]*(["']?)([^"'#]*?)\1[ \t]*(?:#.*)?$/;

/** How many lines of a document are looked at for its front matter. */
export const frontMatterLimit = 60;

/**
 * Reads the `kind` key of the front matter from the first lines of a document (without their line ends).
 * "absent": no front matter or no such key; "unknown": a value other than law or bla.
 */
export function readStatedKind(lines: readonly string[]): StatedKind {
  if (!fence.test((lines[0] ?? "").replace(/^\uFEFF/, ""))) return { state: "absent" };
  for (const line of lines.slice(1, frontMatterLimit)) {
    if (closingFence.test(line)) break;
    const value = kindLine.exec(line)?.[2];
    if (value === undefined) continue;
    const kind = value.toLowerCase();
    return kind === "law" || kind === "bla" ? { state: "stated", kind } : { state: "unknown", value };
  }
  return { state: "absent" };
}

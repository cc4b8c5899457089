/** Clause text of the rulebook as blocks: subsections "(1) …", items "(a) …", and words that close a list. */

export interface ClauseBlock {
  readonly kind: "paragraph" | "subsection" | "item" | "subitem";
  /** "1", "a", "ii"; absent for a paragraph. */
  readonly marker?: string;
  /** Without its marker, on one line. */
  readonly text: string;
}

/** Reads the blocks of a clause text in order; wrapped lines are joined, blank lines dropped. */
export function clauseBlocks(text: string): ClauseBlock[] {
  const blocks: { kind: ClauseBlock["kind"]; marker?: string; text: string }[] = [];
  let fresh = true;
  for (const line of text.split(/\r?\n/u).map((raw) => raw.trim())) {
    if (line === "") {
      fresh = true;
      continue;
    }
    const marked = /^\((\d+|[a-z]{1,5})\)\s+(.*)$/u.exec(line);
    const last = blocks.at(-1);
    if (marked !== null) {
      const marker = marked[1] ?? "";
      blocks.push({ kind: kindOf(marker, last), marker, text: marked[2] ?? "" });
    } else if (last === undefined || fresh || closesList(last)) {
      blocks.push({ kind: "paragraph", text: line });
    } else {
      last.text += ` ${line}`;
    }
    fresh = false;
  }
  return blocks;
}

function kindOf(
  marker: string,
  last: { readonly kind: ClauseBlock["kind"]; readonly marker?: string } | undefined,
): ClauseBlock["kind"] {
  if (/^\d/u.test(marker)) return "subsection";
  const follows = last?.kind === "item" && last.marker?.length === 1 && marker.charCodeAt(0) === last.marker.charCodeAt(0) + 1;
  if (marker.length === 1 && (!/[ivx]/u.test(marker) || follows)) return "item";
  return last?.kind === "item" || last?.kind === "subitem" ? "subitem" : "item";
}

function closesList(block: { readonly kind: ClauseBlock["kind"]; readonly text: string }): boolean {
  return (block.kind === "item" || block.kind === "subitem") && /(?:[.,;:—–]|\b(?:and|or|et|ou|y|o))$/u.test(block.text);
}

import { findCitations } from "./citations.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { readKind } from "./kind.ts";
import { readLanguage } from "./language.ts";
import { readBlocks, type Block } from "./markdown.ts";
import { readOutline } from "./outline.ts";
import { findPlaceholders } from "./placeholders.ts";
import { readProvisions } from "./provisions.ts";
import { findReferences } from "./references.ts";
import { readLineStarts } from "./sourceMap.ts";
import { findTerms } from "./terms.ts";
import type { Draft, DraftKind, Span } from "./types.ts";
import { readUnits, settlePlaces } from "./units.ts";

export interface DraftHints {
  readonly kind?: DraftKind;
  readonly language?: string;
}

const OPENING_BLOCKS = 30;

/**
 * Reads the Markdown of a draft law or agreement: its outline, complete sentences, terms and references. Offsets are UTF-16 and 0-based.
 * The front matter goes before `hints`, hints before inference. It never throws and drops no text.
 */
export function readDraft(source: string, hints: DraftHints = {}): Draft {
  const frontMatter = readFrontMatter(source);
  const from = frontMatter.span?.end ?? 0;
  const blocks = readBlocks(source, from);
  const { title, titleSpan } = readTitle(blocks, frontMatter.values["title"], from);
  const opening = blocks.slice(0, OPENING_BLOCKS).map((block) => block.text.text);
  const kind = readKind(frontMatter.values["kind"], hints.kind, title, opening.join("\n").slice(0, 3000));
  const root = readOutline(source, blocks, from);
  const places = settlePlaces(root, source);
  const units = readUnits(places, kind.kind, { start: from, end: source.length });
  const provisions = readProvisions(root, source);
  const country = frontMatter.values["country"];
  return {
    source,
    lineStarts: readLineStarts(source),
    frontMatter,
    kind: kind.kind,
    kindStated: kind.stated,
    language: readLanguage(
      frontMatter.values["language"],
      hints.language,
      blocks
        .slice(0, 200)
        .map((block) => block.text.text)
        .join("\n"),
    ),
    ...(typeof country === "string" && country.trim() !== "" ? { country: country.trim() } : {}),
    title,
    titleSpan,
    units,
    provisions,
    terms: findTerms(provisions, source),
    references: findReferences(provisions, units),
    citations: findCitations(provisions),
    placeholders: findPlaceholders(source, from),
  };
}

function readTitle(
  blocks: readonly Block[],
  stated: unknown,
  from: number,
): { readonly title: string; readonly titleSpan: Span } {
  const written =
    blocks.find((block) => block.kind === "heading" && block.text.text !== "") ?? blocks.find((block) => block.text.text !== "");
  const titleSpan = written?.span ?? { start: from, end: from };
  if (typeof stated === "string" && stated.trim() !== "") return { title: stated.trim(), titleSpan };
  return { title: written?.text.text.slice(0, 300) ?? "", titleSpan };
}

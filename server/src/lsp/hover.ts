/** Hover: what a finding is about and what it rests on; what a citation written in the draft says. */
import { MarkupKind, type Hover, type Position } from "vscode-languageserver";
import type { ExternalReference } from "../draft/types.ts";
import { findingMessage } from "../report/messages.ts";
import { citationText } from "../rulebook/cites.ts";
import type { Rulebook } from "../rulebook/types.ts";
import type { ReadDocument } from "./checker.ts";
import { cardsFor, citationCard } from "./citationCard.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { rangeOf, type DiagnosticsProvider, type ShownFinding } from "./diagnostics.ts";
import { markdownText } from "./markdownText.ts";
import { requirementTitle } from "./requirementTitle.ts";

const MAX_FINDINGS = 3;
const MAX_CARDS = 6;
const LINE = "\n\n---\n\n";

export class HoverProvider {
  readonly #rulebook: Rulebook;
  readonly #diagnostics: DiagnosticsProvider;
  readonly #client: ClientFeatures;

  constructor(rulebook: Rulebook, diagnostics: DiagnosticsProvider, client: ClientFeatures) {
    this.#rulebook = rulebook;
    this.#diagnostics = diagnostics;
    this.#client = client;
  }

  /** The hover at a position of a read draft: a citation written there comes first, then the findings; null where there is neither. */
  provideHover(read: ReadDocument, position: Position): Hover | null {
    const offset = read.document.offsetAt(position);
    const citation = read.draft.citations.find(({ span }) => span.start <= offset && offset <= span.end);
    const cited = this.#cited(citation);
    const shown = this.#shownAt(read, offset);
    const rest = shown.length - MAX_FINDINGS;
    const sections = [
      ...cited,
      ...shown.slice(0, MAX_FINDINGS).map((one) => this.#describe(one, read)),
      ...(rest > 0 ? [`${rest} more ${rest === 1 ? "finding" : "findings"} here; see the list of problems.`] : []),
      ...this.#cards(shown.slice(0, MAX_FINDINGS)).filter((card) => !cited.includes(card)),
    ];
    if (sections.length === 0) return null;
    const range = cited.length > 0 && citation !== undefined ? rangeOf(read.document, citation.span) : shown[0]?.diagnostic.range;
    const value = sections.join(LINE);
    const contents = this.#client.markdownHover
      ? { kind: MarkupKind.Markdown, value }
      : { kind: MarkupKind.PlainText, value: plain(value) };
    return { contents, ...(range === undefined ? {} : { range }) };
  }

  #cited(citation: ExternalReference | undefined): readonly string[] {
    if (citation === undefined || citation.instrument === null) return [];
    return cardsFor(citation.instrument, citation.provision, this.#rulebook).slice(0, MAX_CARDS);
  }

  /** The findings shown at an offset, gravest first, one of each rule. */
  #shownAt(read: ReadDocument, offset: number): readonly ShownFinding[] {
    const here = this.#diagnostics.shownFindings(read).filter(({ diagnostic: { range } }) => {
      return read.document.offsetAt(range.start) <= offset && offset <= read.document.offsetAt(range.end);
    });
    const byGravity = here.sort((a, b) => (a.diagnostic.severity ?? 1) - (b.diagnostic.severity ?? 1));
    return byGravity.filter((one, i) => byGravity.findIndex((other) => other.diagnostic.code === one.diagnostic.code) === i);
  }

  #describe({ findings }: ShownFinding, read: ReadDocument): string {
    const only = findings.length === 1 ? findings[0] : undefined;
    if (only !== undefined) {
      const message = findingMessage(only, read.draft, this.#rulebook);
      const names = only.cites.map((cite) => markdownText(citationText(cite, this.#rulebook))).join("; ");
      const heading = `**${markdownText(requirementTitle(this.#rulebook, only.rule))}**${names === "" ? "" : ` (${names})`}`;
      return [heading, ...message.detail.split("\n").map(markdownText)].join("\n\n");
    }
    const lines = findings.map((finding) => {
      const names = finding.cites.map((cite) => markdownText(citationText(cite, this.#rulebook))).join("; ");
      return `- ${markdownText(requirementTitle(this.#rulebook, finding.rule))}${names === "" ? "" : ` (${names})`}`;
    });
    return ["**No provision of this draft provides for:**", lines.join("\n"), "The quick fix inserts a clause for each."].join(
      "\n\n",
    );
  }

  /** The cards of what single findings rest on, each once. */
  #cards(shown: readonly ShownFinding[]): readonly string[] {
    const cites = shown.flatMap(({ findings }) => (findings.length === 1 ? (findings[0]?.cites ?? []) : []));
    const cards = [...new Set(cites)].map((cite) => citationCard(cite, this.#rulebook)).filter((card) => card !== null);
    return cards.slice(0, MAX_CARDS);
  }
}

/** Markdown of this file as plain text, for editors that show no Markdown. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)/gu, "$1 <$2>")
    .replace(/\*\*/gu, "")
    .replace(/\\([^\w\s])/gu, "$1");
}

/** Hover: what a finding is about and what it rests on; what a citation written in the draft says. */
import { MarkupKind, type Hover, type Position } from "vscode-languageserver";
import type { Finding } from "../analysis/types.ts";
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
    const cards = citation?.instrument == null ? [] : cardsFor(citation.instrument, citation.provision, this.#rulebook).slice(0, MAX_CARDS);
    const shown = this.#diagnostics.shownFindings(read).filter(({ diagnostic }) => {
      const { start, end } = diagnostic.range;
      return read.document.offsetAt(start) <= offset && offset <= read.document.offsetAt(end);
    });
    const sections = [...cards, ...shown.slice(0, MAX_FINDINGS).map((one) => this.#describe(one, read))];
    if (sections.length === 0) return null;
    if (shown.length > MAX_FINDINGS) sections.push(`${shown.length - MAX_FINDINGS} more findings here; see the list of problems.`);
    const range = cards.length > 0 && citation !== undefined ? rangeOf(read.document, citation.span) : shown[0]?.diagnostic.range;
    const value = sections.join(LINE);
    const contents = this.#client.markdownHover ? { kind: MarkupKind.Markdown, value } : { kind: MarkupKind.PlainText, value: plain(value) };
    return { contents, ...(range === undefined ? {} : { range }) };
  }

  #describe(shown: ShownFinding, read: ReadDocument): string {
    const only = shown.findings.length === 1 ? shown.findings[0] : undefined;
    return only === undefined ? this.#describeGroup(shown.findings) : this.#describeFinding(only, read);
  }

  #describeFinding(finding: Finding, read: ReadDocument): string {
    const message = findingMessage(finding, read.draft, this.#rulebook);
    const paragraphs = [`**${markdownText(message.title)}**`, ...message.detail.split("\n").map(markdownText)];
    const cards = finding.cites.map((cite) => citationCard(cite, this.#rulebook)).filter((card) => card !== null);
    return [paragraphs.join("\n\n"), ...cards.slice(0, MAX_CARDS)].join(LINE);
  }

  #describeGroup(findings: readonly Finding[]): string {
    const lines = findings.map((finding) => {
      const names = finding.cites.map((cite) => markdownText(citationText(cite, this.#rulebook))).join("; ");
      return `- ${markdownText(requirementTitle(this.#rulebook, finding.rule))}${names === "" ? "" : ` (${names})`}`;
    });
    return ["**No provision of this draft provides for:**", lines.join("\n"), "The quick fix inserts a clause for each."].join("\n\n");
  }
}

/** Markdown of this file as plain text, for editors that show no Markdown. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)/gu, "$1 <$2>")
    .replace(/\*\*/gu, "")
    .replace(/\\([^\w\s])/gu, "$1");
}

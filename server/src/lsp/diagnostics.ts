/** Findings as diagnostics. The gaps of one group are one diagnostic, so that a silent draft does not drown in squiggles. */
import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Evidence, Finding, GapFinding, ProvisionFinding } from "../analysis/types.ts";
import { LEVELS } from "../config/level.ts";
import type { Span } from "../draft/types.ts";
import { findingMessage } from "../report/messages.ts";
import { resolveCite } from "../rulebook/cites.ts";
import type { Rulebook, Severity } from "../rulebook/types.ts";
import type { CheckedDocument, ReadDocument } from "./checker.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { requirementTitle } from "./requirementTitle.ts";
import { FAILED, noLexicon, TOO_LARGE } from "./status.ts";

export const SOURCE = "Fairdraft";
const MAX_RELATED = 3;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A diagnostic and the findings it stands for: one, or the gaps of a group. */
export interface ShownFinding {
  readonly diagnostic: Diagnostic;
  readonly findings: readonly Finding[];
}

export class DiagnosticsProvider {
  readonly #rulebook: Rulebook;
  readonly #client: ClientFeatures;

  constructor(rulebook: Rulebook, client: ClientFeatures) {
    this.#rulebook = rulebook;
    this.#client = client;
  }

  /** All diagnostics of a document, in document order; none for a document that is no draft. */
  provideDiagnostics(checked: CheckedDocument | null): Diagnostic[] {
    if (checked === null || checked.state === "not-a-draft") return [];
    if (checked.state === "too-large") return [notice(checked.document, TOO_LARGE, "too-large", 0)];
    if (checked.state === "failed") return [notice(checked.document, FAILED, "failed", 0)];
    const frontMatter = frontMatterProblem(checked);
    if (checked.state === "read") {
      return [...frontMatter, ...this.shownFindings(checked).map((shown) => shown.diagnostic), ...unusedComments(checked)];
    }
    const reason = noLexicon(checked.draft.language, Object.keys(this.#rulebook.lexicons).sort());
    return [...frontMatter, notice(checked.document, reason, "language", 0)];
  }

  /** The diagnostics of a read draft with their findings, in document order. */
  shownFindings(read: ReadDocument): ShownFinding[] {
    const groups = new Map<string, GapFinding[]>();
    const shown: ShownFinding[] = [];
    for (const finding of read.findings) {
      if (finding.kind !== "gap" || finding.status === "partial") shown.push(this.#single(finding, read));
      else groups.set(finding.group, [...(groups.get(finding.group) ?? []), finding]);
    }
    for (const [group, gaps] of groups) shown.push(this.#group(group, gaps, read));
    return shown.sort((a, b) => compareRanges(a.diagnostic.range, b.diagnostic.range));
  }

  #single(finding: Finding, read: ReadDocument): ShownFinding {
    const message = findingMessage(finding, read.draft, this.#rulebook).title;
    const related = finding.kind === "gap" ? [] : this.#opposing(finding, read);
    return {
      diagnostic: this.#diagnostic(read, finding.span, finding.severity, finding.rule, message, [finding], related),
      findings: [finding],
    };
  }

  #group(group: string, gaps: readonly GapFinding[], read: ReadDocument): ShownFinding {
    const title = this.#rulebook.groups.find((candidate) => candidate.id === group)?.title ?? group;
    const names = gaps.map((gap) => requirementTitle(this.#rulebook, gap.rule));
    const counted = gaps.length === 1 ? "1 requirement has no provision" : `${gaps.length} requirements have no provision`;
    const severity = LEVELS.find((level) => gaps.some((gap) => gap.severity === level)) ?? "information";
    const code = gaps.length === 1 ? (gaps[0]?.rule ?? group) : group;
    const related = gaps.map((gap, i) => this.#related(read.document, gap.span, names[i] ?? gap.rule));
    const span = gapSpan(gaps) ?? read.draft.titleSpan;
    const message = `${title}: ${counted}: ${names.join("; ")}`;
    return { diagnostic: this.#diagnostic(read, span, severity, code, message, gaps, related), findings: gaps };
  }

  #diagnostic(
    read: ReadDocument,
    span: Span,
    severity: Severity,
    code: string,
    message: string,
    findings: readonly Finding[],
    related: readonly DiagnosticRelatedInformation[],
  ): Diagnostic {
    const page = this.#client.codeDescription ? this.#page(findings[0]) : undefined;
    return {
      range: rangeOf(read.document, span),
      severity: SEVERITIES[severity],
      code,
      source: SOURCE,
      message,
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      ...(this.#client.relatedInformation && related.length > 0 ? { relatedInformation: [...related] } : {}),
      data: { fingerprints: findings.map((finding) => finding.fingerprint) },
    };
  }

  /** Places of the draft that say what this provision contradicts. */
  #opposing(finding: ProvisionFinding, read: ReadDocument): DiagnosticRelatedInformation[] {
    if (finding.kind !== "contradiction") return [];
    const reading = read.analysis.requirements.find((requirement) => requirement.id === finding.rule);
    const fulfilling = (reading?.evidence ?? []).filter((evidence: Evidence) => evidence.reading === "satisfies");
    return fulfilling
      .slice(0, MAX_RELATED)
      .map((evidence) => this.#related(read.document, evidence.span, `${evidence.unitLabel} gives effect to this requirement`));
  }

  #related(document: TextDocument, span: Span, message: string): DiagnosticRelatedInformation {
    return { location: { uri: document.uri, range: rangeOf(document, span) }, message };
  }

  #page(finding: Finding | undefined): string | undefined {
    return finding?.cites.map((cite) => resolveCite(this.#rulebook, cite)?.instrument.url).find((url) => url !== undefined);
  }
}

/** A source range (UTF-16 offsets) as a range of the document. */
export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Where most of the gaps would be closed, the first such place; null when there is none. */
function gapSpan(gaps: readonly GapFinding[]): Span | null {
  let best: GapFinding | null = null;
  let most = 0;
  for (const gap of gaps) {
    const votes = gaps.filter((other) => other.anchorUnit === gap.anchorUnit).length;
    if (gap.anchorUnit !== null && votes > most) {
      best = gap;
      most = votes;
    }
  }
  return best?.span ?? null;
}

function frontMatterProblem(checked: Extract<CheckedDocument, { readonly draft: unknown }>): Diagnostic[] {
  const { error } = checked.draft.frontMatter;
  if (error === undefined) return [];
  const problem = notice(checked.document, `The front matter cannot be read: ${error.message}`, "front-matter", error.line);
  return [{ ...problem, severity: DiagnosticSeverity.Warning }];
}

function unusedComments({ document, unused }: ReadDocument): Diagnostic[] {
  return unused.map(({ rules, reason, span }) => ({
    range: rangeOf(document, span),
    severity: DiagnosticSeverity.Information,
    code: "unused-comment",
    source: SOURCE,
    message:
      reason === ""
        ? "This comment sets nothing aside, because it gives no reason. Write the reason after a colon."
        : `This comment sets nothing aside: nothing is found here for ${rules.join(", ")}. Take it out.`,
  }));
}

function notice(document: TextDocument, message: string, code: string, line: number): Diagnostic {
  const start = { line, character: 0 };
  const end = document.positionAt(document.offsetAt({ line: line + 1, character: 0 }));
  const range = { start, end: end.line > line ? { line, character: lineLength(document, line) } : end };
  return { range, severity: DiagnosticSeverity.Information, code, source: SOURCE, message };
}

function lineLength(document: TextDocument, line: number): number {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/[\r\n]+$/u, "").length;
}

function compareRanges(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}

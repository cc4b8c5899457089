/** The answer for people: findings by kind, what to do, and how much of the standard the draft covers. */
import type { Finding, FindingKind } from "../analysis/types.ts";
import type { Rulebook, Severity } from "../rulebook/types.ts";
import { type CheckedFile, type Coverage, coverageOf, orderedFindings, readStatus } from "./checked.ts";
import { citationsInWords } from "./citation.ts";
import { findingMessage, placeOf, requirementTexts } from "./messages.ts";
import { neutral } from "./neutral.ts";
import { type Paint, paintLines } from "./paint.ts";
import { rangeOf } from "./position.ts";
import { wrap } from "./wrap.ts";

export interface TextOptions {
  readonly rulebook: Rulebook;
  /** Which findings are shown; the others are only counted. */
  readonly shows: (severity: Severity) => boolean;
  /** Width to wrap at, in terminal cells. */
  readonly width: number;
  readonly paint: Paint;
  /** Findings alone: no advice, no coverage, no summary. */
  readonly quiet: boolean;
}

const KINDS: readonly (readonly [FindingKind, string, string, string])[] = [
  ["contradiction", "Contradictions", "contradiction", "contradictions"],
  ["weak-duty", "Words that do not bind", "weak duty", "weak duties"],
  ["over-broad-exception", "Exceptions that are too wide", "too wide exception", "too wide exceptions"],
  ["hollow-right", "Rights with nothing behind them", "hollow right", "hollow rights"],
  ["drafting", "Drafting", "drafting point", "drafting points"],
  ["gap", "Gaps", "gap", "gaps"],
];

const NARROW = 60;

/** The report on one draft, with a final line feed; empty when `quiet` and there is nothing to show. */
export function fileText(file: CheckedFile, options: TextOptions): string {
  const { paint, width } = options;
  const read = readStatus(file);
  const findings = orderedFindings(file);
  const shown = findings.filter((finding) => options.shows(finding.severity));
  if (options.quiet && shown.length === 0) return "";
  const lines = [paintLines(wrap(`${neutral(file.path)}: ${neutral(file.draft.title)}`, width, "", "  "), paint.bold)];
  if (read.status === "not read") {
    const languages = Object.keys(options.rulebook.lexicons).sort().join(", ");
    const advice = `Nothing is said about this draft. Fairdraft reads ${languages}; if the draft is in one of these, say so in its front matter (“language: …”).`;
    lines.push(wrap(`Not read: ${neutral(read.reason)}. ${advice}`, width, "  ", "  "));
    return `${lines.join("\n")}\n\n`;
  }
  if (!options.quiet)
    lines.push(wrap(`${kindName(file)}; ${counts(shown)}${unshown(findings.length - shown.length)}`, width, "  ", "  "));
  // One rule's advice is the same at each of its findings, so it is given once.
  const advised = new Set<string>();
  for (const [heading, group] of grouped(shown, options.rulebook)) {
    lines.push("", paintLines(wrap(heading, width, "  ", "  "), paint.bold));
    for (const finding of group) {
      lines.push(findingText(finding, file, options));
      if (advised.has(finding.rule) || finding.kind === "gap") continue;
      advised.add(finding.rule);
      lines.push(...adviceLines(finding, options));
    }
  }
  if (!options.quiet)
    lines.push(...setAside(file, options), "", wrap(`Coverage: ${coverageText(coverageOf(file.analysis))}`, width, "  ", "    "));
  return `${lines.join("\n")}\n\n`;
}

function setAside(file: CheckedFile, { width, paint }: TextOptions): readonly string[] {
  const { suppressed } = file.suppressed;
  if (suppressed.length === 0) return [];
  const lines = suppressed.map(({ finding, suppression }) => {
    const { startLine } = rangeOf(file.draft, suppression.span);
    return wrap(neutral(`${finding.rule}, by the comment in line ${startLine}: ${suppression.reason}`), width, "    ", "      ");
  });
  return ["", paint.bold("  Set aside in the draft"), ...lines];
}

export interface Total {
  readonly files: number;
  readonly notRead: number;
  readonly counts: Readonly<Partial<Record<FindingKind, number>>>;
  readonly coverage: Coverage;
}

/** The closing lines of a report: totals, and what the reading does not say. */
export function totalText(total: Total, options: TextOptions): string {
  const { width } = options;
  const drafts = `${plural(total.files, "draft", "drafts")}${total.notRead > 0 ? ` (${total.notRead} not read)` : ""}`;
  const found = KINDS.map(([kind, , one, many]) => [total.counts[kind] ?? 0, one, many] as const).filter(([n]) => n > 0);
  const words = found.length === 0 ? "nothing found" : found.map(([n, one, many]) => plural(n, one, many)).join(", ");
  const lines = [paintLines(wrap(`Total: ${drafts}, ${words}.`, width, "", "  "), options.paint.bold)];
  if (total.files > 1) lines.push(wrap(`Coverage: ${coverageText(total.coverage)}`, width, "", "  "));
  if (found.length > 0)
    lines.push(wrap("“fairdraft explain RULE” shows what the standard asks and a clause to start from.", width, "", ""));
  lines.push(wrap("Reads the text only, not practice; not legal advice.", width, "", ""));
  return `${lines.join("\n")}\n`;
}

function grouped(findings: readonly Finding[], rulebook: Rulebook): readonly (readonly [string, readonly Finding[]])[] {
  const groups: [string, readonly Finding[]][] = [];
  for (const [kind, heading] of KINDS) {
    const ofKind = findings.filter((finding) => finding.kind === kind);
    if (kind !== "gap") groups.push([heading, ofKind]);
    else {
      for (const [title, gaps] of gapsByGroup(ofKind, rulebook)) groups.push([`${heading}: ${title}`, gaps]);
    }
  }
  return groups.filter(([, group]) => group.length > 0);
}

function gapsByGroup(findings: readonly Finding[], rulebook: Rulebook): readonly (readonly [string, readonly Finding[]])[] {
  const order = new Map(rulebook.requirements.map((requirement, index) => [requirement.id, index]));
  const named = rulebook.groups.map((group) => [group.id, group.title] as const);
  const groupOf = (finding: Finding): string => (finding.kind === "gap" ? finding.group : "");
  const unnamed = [...new Set(findings.map(groupOf))].filter((id) => !named.some(([known]) => known === id)).sort();
  return [...named, ...unnamed.map((id) => [id, id] as const)].map(([id, title]) => [
    title,
    findings.filter((finding) => groupOf(finding) === id).sort((a, b) => (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0)),
  ]);
}

function findingText(finding: Finding, file: CheckedFile, options: TextOptions): string {
  const { width, paint, rulebook } = options;
  const { startLine, startColumn } = rangeOf(file.draft, finding.span);
  const place = `${startLine}:${startColumn}`;
  const lead = `${place.padEnd(7)} ${finding.severity}`;
  const indent = indentFor(width);
  const told = findingMessage(finding, file.draft, rulebook).title;
  const unit = finding.kind === "gap" ? "" : placeOf(finding.evidence, file.draft);
  const title = wrap(neutral(unit === "" ? told : `${unit}: ${told}`), width, `    ${lead}  `, indent);
  const lines = [
    title.replace(lead, `${paint.dim(place.padEnd(7))} ${severityColour(finding.severity, paint)(finding.severity)}`),
  ];
  const source = citationsInWords(finding.cites, rulebook);
  lines.push(paintLines(wrap(`${neutral(source)} [${finding.rule}]`, width, indent, indent), paint.dim));
  return lines.join("\n");
}

function adviceLines(finding: Finding, { rulebook, width, quiet }: TextOptions): readonly string[] {
  const requirement = rulebook.requirements.find((candidate) => candidate.id === finding.rule);
  const advice = requirement === undefined || quiet ? undefined : requirementTexts(requirement, "en")?.explanation.do;
  const indent = indentFor(width);
  return advice === undefined ? [] : [wrap(`What to do: ${advice}`, width, indent, indent)];
}

function indentFor(width: number): string {
  return " ".repeat(width < NARROW ? 6 : 12);
}

function severityColour(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === "error") return paint.red;
  return severity === "warning" ? paint.yellow : paint.cyan;
}

function kindName(file: CheckedFile): string {
  const kind = file.draft.kind === "law" ? "Law" : "Bilateral agreement";
  return `${kind}${file.draft.kindStated ? "" : " (as it reads; the draft does not say)"}`;
}

function counts(findings: readonly Finding[]): string {
  const found = KINDS.map(
    ([kind, , one, many]) => [findings.filter((finding) => finding.kind === kind).length, one, many] as const,
  );
  const some = found.filter(([n]) => n > 0);
  return some.length === 0 ? "nothing found" : some.map(([n, one, many]) => plural(n, one, many)).join(", ");
}

function unshown(count: number): string {
  return count === 0 ? "" : `; ${count} below the chosen level not shown`;
}

function coverageText(coverage: Coverage): string {
  const all = coverage.met + coverage.partial + coverage.missing + coverage.conflict + coverage.na;
  return (
    `${plural(all, "requirement", "requirements")}: ${coverage.met} met, ${coverage.partial} in part, ` +
    `${coverage.missing} missing, ${coverage.conflict} in conflict, ${coverage.na} not applicable.`
  );
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

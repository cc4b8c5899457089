/** The answer for machines: version 1 of the public contract (rules/schema/check-output.schema.json). */
import type { Evidence, FindingKind, ReadingKind, Status } from "../analysis/types.ts";
import type { DraftKind } from "../draft/types.ts";
import type { Rulebook, Severity } from "../rulebook/types.ts";
import { type CheckedFile, orderedFindings, type ReadStatus, readStatus } from "./checked.ts";
import { findingMessage, requirementTexts } from "./messages.ts";
import { neutralJson } from "./neutral.ts";
import { type Range, rangeOf } from "./position.ts";

export interface EvidenceAnswer {
  readonly startLine: number;
  readonly endLine: number;
  readonly unit: string;
  readonly reading: ReadingKind;
}

export interface RequirementAnswer {
  readonly id: string;
  readonly status: Status;
  readonly cites: readonly string[];
  readonly evidence: readonly EvidenceAnswer[];
}

/** A clause that the editor can insert. */
export interface FixAnswer {
  readonly clause: string;
  readonly label: string;
}

export interface FindingAnswer extends Range {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly message: string;
  readonly fingerprint: string;
  readonly cites: readonly string[];
  readonly fixes: readonly FixAnswer[];
}

export interface FileAnswer {
  readonly path: string;
  readonly kind: DraftKind;
  readonly language: string;
  readonly title: string;
  readonly read: ReadStatus;
  readonly requirements: readonly RequirementAnswer[];
  readonly findings: readonly FindingAnswer[];
}

export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly rules: string;
}

/** One file of the answer; lines and columns are 1-based, columns in UTF-16 units. */
export function fileAnswer(file: CheckedFile, rulebook: Rulebook): FileAnswer {
  const { draft, analysis } = file;
  const requirements = new Map(rulebook.requirements.map((requirement) => [requirement.id, requirement]));
  return {
    path: file.path,
    kind: draft.kind,
    language: draft.language,
    title: draft.title,
    read: readStatus(file),
    requirements: analysis.requirements.map((reading) => ({
      id: reading.id,
      status: reading.status,
      cites: (requirements.get(reading.id)?.cites ?? []).map((cite) => cite.text),
      evidence: reading.evidence.map((evidence) => evidenceAnswer(file, evidence)),
    })),
    findings: orderedFindings(file).map((finding) => {
      const requirement = requirements.get(finding.rule);
      const texts = requirement === undefined ? undefined : requirementTexts(requirement, draft.language);
      const clauses = (texts?.clauses ?? []).filter((clause) => clause.for === draft.kind);
      return {
        rule: finding.rule,
        kind: finding.kind,
        severity: finding.severity,
        message: findingMessage(finding, draft, rulebook).title,
        fingerprint: finding.fingerprint,
        ...rangeOf(draft, finding.span),
        cites: finding.cites,
        fixes: clauses.map((clause) => ({ clause: clause.id, label: clause.label })),
      };
    }),
  };
}

/** The whole answer as JSON text with a final line feed; the same files give the same bytes. */
export function jsonReport(tool: Tool, files: readonly FileAnswer[]): string {
  return neutralJson(JSON.stringify({ version: 1, tool, files }, null, 2)) + "\n";
}

function evidenceAnswer(file: CheckedFile, evidence: Evidence): EvidenceAnswer {
  const { startLine, endLine } = rangeOf(file.draft, evidence.span);
  return { startLine, endLine, unit: evidence.unitLabel, reading: evidence.reading };
}

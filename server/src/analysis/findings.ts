/** From statuses to typed findings. */
import type { Requirement, Severity } from "../rulebook/types.ts";
import { anchorFor, anchorSpan } from "./anchors.ts";
import { normalised, Occurrences } from "./fingerprint.ts";
import type { ScannedDraft } from "./sentences.ts";
import type { Evidence, Finding, FindingKind, GapFinding, ProvisionFinding, RequirementReading } from "./types.ts";

/** The findings that the readings of one draft amount to, in document order. */
export function findingsOf(
  readings: readonly { requirement: Requirement; reading: RequirementReading }[],
  scanned: ScannedDraft,
): Finding[] {
  const occurrences = new Occurrences();
  const findings = readings.flatMap(({ requirement, reading }) => findingsFor(requirement, reading, scanned, occurrences));
  return findings.sort((a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function findingsFor(
  requirement: Requirement,
  reading: RequirementReading,
  scanned: ScannedDraft,
  occurrences: Occurrences,
): Finding[] {
  const at = (kind: ProvisionFinding["kind"], severity: Severity, evidence: Evidence): ProvisionFinding => ({
    rule: requirement.id,
    kind,
    severity,
    span: evidence.span,
    fingerprint: occurrences.next(`${requirement.id}|${kind}|${normalised(ownText(evidence, scanned))}`),
    cites: requirement.cites.map((c) => c.text),
    evidence,
  });
  const findings: Finding[] = reading.evidence
    .filter((e) => e.reading === "conflicts")
    .map((e) => at("contradiction", requirement.severity.conflict, e));
  if (reading.status === "missing") return [...findings, gap("missing")];
  if (reading.status !== "partial") return findings;
  const limited = reading.evidence.flatMap((e): ProvisionFinding[] => {
    const kind = kindOf(e);
    return kind ? [at(kind, requirement.severity.partial, e)] : [];
  });
  return limited.length > 0 ? [...findings, ...limited] : [...findings, gap("partial")];

  function gap(status: GapFinding["status"]): GapFinding {
    const first = reading.evidence[0];
    const anchorUnit = first ? (scanned.draft.provisions[first.provision]?.article ?? null) : anchorFor(requirement, scanned);
    return {
      rule: requirement.id,
      kind: "gap",
      severity: status === "missing" ? requirement.severity.missing : requirement.severity.partial,
      span: first ? first.span : anchorSpan(scanned.draft, anchorUnit),
      fingerprint: occurrences.next(`${requirement.id}|gap|${status}`),
      cites: requirement.cites.map((c) => c.text),
      group: requirement.group,
      status,
      evidence: reading.evidence,
      absent: reading.absent,
      anchorUnit,
    };
  }
}

function kindOf(e: Evidence): Exclude<FindingKind, "gap" | "contradiction"> | null {
  if (e.limits.includes("consent-exception") || e.limits.includes("exception")) return "over-broad-exception";
  return e.limits.includes("weak-modality") ? "weak-duty" : null;
}

function ownText(e: Evidence, scanned: ScannedDraft): string {
  const p = scanned.draft.provisions[e.provision];
  return p ? p.text.slice(p.own.start, p.own.end) : "";
}

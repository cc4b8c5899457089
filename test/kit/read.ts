/** Reads a draft given as lines against the shipped rules. */
import { createReader, type Reader } from "../../server/src/analysis/reader.ts";
import type { Analysis, Finding, RequirementReading } from "../../server/src/analysis/types.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import type { Draft, DraftKind } from "../../server/src/draft/types.ts";
import { shippedRulebook } from "./rulebook.ts";

let reader: Reader | undefined;

export interface Read {
  readonly draft: Draft;
  readonly analysis: Analysis;
  reading(id: string): RequirementReading;
  findings(id: string): readonly Finding[];
}

/** The shipped rules' reader, compiled once for all tests. */
export function shippedReader(): Reader {
  reader ??= createReader(shippedRulebook());
  return reader;
}

/** Reads `lines` as an English draft. */
export function read(lines: readonly string[] | string, kind: DraftKind = "law"): Read {
  const draft = readDraft(typeof lines === "string" ? lines : lines.join("\n"), { kind, language: "en" });
  const analysis = shippedReader().read(draft);
  return {
    draft,
    analysis,
    reading: (id) => {
      const found = analysis.requirements.find((r) => r.id === id);
      if (!found) throw new Error(`the rules have no requirement ${id} for ${kind}`);
      return found;
    },
    findings: (id) => analysis.findings.filter((f) => f.rule === id),
  };
}

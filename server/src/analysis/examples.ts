/** The examples of a rule, read as tiny drafts: they are its tests. */
import { readDraft } from "../draft/readDraft.ts";
import type { Example, ExampleReading, Requirement } from "../rulebook/types.ts";
import type { Reader } from "./reader.ts";
import type { RequirementReading } from "./types.ts";

export interface ExampleOutcome {
  readonly requirement: string;
  readonly language: string;
  /** 0-based position in the rule's texts. */
  readonly index: number;
  readonly example: Example;
  readonly got: ExampleReading;
  readonly passed: boolean;
  readonly reading: RequirementReading | null;
}

/** Reads every example of `requirement` in `language` and says what was read; an example without text in that language gives nothing. */
export function readExamples(reader: Reader, requirement: Requirement, language: string): ExampleOutcome[] {
  return (requirement.texts[language]?.examples ?? []).map((example, index) => {
    const analysis = reader.read(readDraft(example.text, { kind: example.on, language }));
    const reading = analysis.requirements.find((r) => r.id === requirement.id) ?? null;
    const got = readingOf(reading);
    return { requirement: requirement.id, language, index, example, got, passed: got === example.reading, reading };
  });
}

function readingOf(reading: RequirementReading | null): ExampleReading {
  const evidence = reading?.evidence ?? [];
  if (evidence.some((e) => e.reading === "conflicts")) return "conflicts";
  if (evidence.some((e) => e.reading === "satisfies")) return "satisfies";
  return evidence.length > 0 ? "partial" : "nothing";
}

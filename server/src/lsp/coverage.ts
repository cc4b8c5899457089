/** What a draft does with every requirement, for the coverage views of a client. */
import { citationText } from "../rulebook/cites.ts";
import type { Rulebook } from "../rulebook/types.ts";
import type { ReadDocument } from "./checker.ts";
import type { Coverage, CoverageRequirement } from "./customMessages.ts";
import { rangeOf } from "./diagnostics.ts";
import { requirementTitle } from "./requirementTitle.ts";

/** The requirements that apply to the draft, by group, in the order of the rulebook; groups without any are left out. */
export function coverageOf(read: ReadDocument, rulebook: Rulebook): Coverage {
  const readings = new Map(read.analysis.requirements.map((reading) => [reading.id, reading]));
  const groups = rulebook.groups.map((group) => {
    const requirements = rulebook.requirements.flatMap((requirement): CoverageRequirement[] => {
      const reading = readings.get(requirement.id);
      if (requirement.group !== group.id || reading === undefined) return [];
      return [
        {
          id: requirement.id,
          title: requirementTitle(rulebook, requirement.id),
          cites: requirement.cites.map((cite) => cite.text),
          citations: requirement.cites.map((cite) => citationText(cite.text, rulebook)),
          status: reading.status,
          evidence: reading.evidence.map((evidence) => ({
            unit: evidence.unitLabel,
            reading: evidence.reading,
            range: rangeOf(read.document, evidence.span),
          })),
        },
      ];
    });
    return { id: group.id, title: group.title, requirements };
  });
  return {
    uri: read.document.uri,
    version: read.document.version,
    title: read.draft.title,
    kind: read.draft.kind,
    groups: groups.filter((group) => group.requirements.length > 0),
  };
}

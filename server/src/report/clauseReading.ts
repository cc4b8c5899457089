/** How one provision is read, for people who write rules or doubt a finding. */
import type { NormExplanation, ProvisionExplanation, TouchExplanation } from "../analysis/explain.ts";
import { requirementTexts } from "./messages.ts";
import { neutral } from "./neutral.ts";
import { phrasesFor } from "./phrases.ts";
import type { PageOptions } from "./rulePage.ts";
import { wrap } from "./wrap.ts";

const READINGS: Readonly<Record<TouchExplanation["reading"], string>> = {
  satisfies: "meets",
  partial: "meets in part",
  conflicts: "contradicts",
  opens: "opens the subject of",
};

/** The reading of a provision as text, wrapped to the width, with a final line feed. */
export function clauseReading(explanation: ProvisionExplanation, options: PageOptions): string {
  const { paint, width } = options;
  const place = explanation.unitLabel === "" ? "" : `${neutral(explanation.unitLabel)} `;
  const lines = [paint.bold(wrap(`${place}(${explanation.role})`, width, "", "  "))];
  if (explanation.headings.length > 0)
    lines.push(wrap(`Under: ${neutral(explanation.headings.join(" > "))}`, width, "  ", "    "));
  lines.push(wrap(`“${neutral(explanation.text)}”`, width, "  ", "  "));
  const section = (heading: string, items: readonly string[], none: string): void => {
    lines.push("", `  ${paint.bold(heading)}`);
    for (const item of items.length > 0 ? items : [none]) lines.push(wrap(neutral(item), width, "    ", "      "));
  };
  const words = explanation.tokens
    .filter(({ form }) => /[\p{L}\p{N}]/u.test(form))
    .map(({ form, stem }) => (form.toLowerCase() === stem ? form : `${form} (${stem})`));
  section("Words, with stems where they differ", [words.join(" ")], "none");
  section("Concepts", conceptLines(explanation), "none: no word of this clause is in the lexicon");
  section("Who must, may or must not", explanation.norms.map(normLine), "nothing that a rule asks about");
  const matched = explanation.touched.filter((touch) => touch.matched);
  const missed = explanation.touched.filter((touch) => !touch.matched);
  section(
    "Requirements",
    matched.map((touch) => touchLine(touch, options)),
    "none is touched",
  );
  if (missed.length > 0)
    section(
      "Looked at, and why not",
      missed.map((touch) => `${touch.requirement}, pattern ${touch.pattern}: ${touch.why}`),
      "",
    );
  return `${lines.join("\n")}\n`;
}

function conceptLines(explanation: ProvisionExplanation): readonly string[] {
  const words = new Map<string, Set<string>>();
  for (const hit of explanation.concepts) {
    const known = words.get(hit.concept) ?? new Set<string>();
    words.set(hit.concept, known.add(`“${hit.words}”`));
  }
  return [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([concept, found]) => `${concept}: ${[...found].join(", ")}`);
}

function normLine(norm: NormExplanation): string {
  const cue = norm.cue === "" ? "" : ` by “${norm.cue}”`;
  const exception = norm.exception === "none" ? "" : `, with an exception (${norm.exception})`;
  return `${norm.act} “${norm.words}”: ${norm.polarity}, ${norm.force}${cue}${exception}`;
}

function touchLine(touch: TouchExplanation, options: PageOptions): string {
  const requirement = options.rulebook.requirements.find((candidate) => candidate.id === touch.requirement);
  const title = requirement === undefined ? "" : ` (${requirementTexts(requirement, "en")?.title ?? requirement.id})`;
  const limits = touch.limits.map((limit) => phrasesFor("en").limits[limit]).join("; it ");
  return `${READINGS[touch.reading]} ${touch.requirement}${title}, pattern ${touch.pattern}: “${touch.why}”${limits === "" ? "" : `; it ${limits}`}`;
}

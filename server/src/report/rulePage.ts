/** The page of one requirement: what it asks and why, where it stands, a clause to start from, how clauses are read. */
import type { ExampleReading, Force, Requirement, RequirementTexts, Rulebook } from "../rulebook/types.ts";
import { citation, type Citation } from "./citation.ts";
import { requirementTexts } from "./messages.ts";
import { type Paint, paintLines } from "./paint.ts";
import { wrap } from "./wrap.ts";

export interface PageOptions {
  readonly rulebook: Rulebook;
  readonly width: number;
  readonly paint: Paint;
}

const FORCES: Readonly<Record<Force, string>> = {
  binding: "binds states that ratified it",
  recommendation: "Recommendation: guidance",
  principle: "general principle: guidance",
  guideline: "operational guideline: guidance",
  definition: "agreed definition: guidance",
};

const READINGS: Readonly<Record<ExampleReading, string>> = {
  satisfies: "Meets it",
  partial: "Meets it in part",
  conflicts: "Contradicts it",
  nothing: "Says nothing on it",
};

const EXAMPLES_PER_READING = 2;

/** The page as text, wrapped to the width, with a final line feed. */
export function rulePage(requirement: Requirement, options: PageOptions): string {
  const texts = requirementTexts(requirement, "en");
  const { paint, width, rulebook } = options;
  const kinds = requirement.on.map((kind) => (kind === "law" ? "laws" : "bilateral agreements")).join(" and ");
  const group = rulebook.groups.find((candidate) => candidate.id === requirement.group)?.title ?? requirement.group;
  const lines = [
    paint.bold(wrap(texts?.title ?? requirement.id, width, "", "")),
    paint.dim(wrap(`${requirement.id}; ${group}; for ${kinds}`, width, "", "")),
  ];
  const section = (heading: string, body: readonly string[]): void => {
    if (body.length > 0) lines.push("", paintLines(wrap(heading, width, "", "  "), paint.bold), ...body);
  };
  if (texts !== undefined) {
    section("What the standard asks", [wrap(texts.explanation.what, width, "  ", "  ")]);
    section("Why it matters", [wrap(texts.explanation.why, width, "  ", "  ")]);
    section("What to do", [wrap(texts.explanation.do, width, "  ", "  ")]);
  }
  const sources = requirement.cites.flatMap((cite) => sourceLines(citation(cite.text, rulebook), options));
  section("Sources (summaries in our own words; the official text prevails)", sources);
  if (texts !== undefined) {
    for (const clause of texts.clauses) {
      const kind = clause.for === "law" ? "a law" : "a bilateral agreement";
      section(`A clause to start from, for ${kind}: ${clause.label}`, [
        `  ${clause.heading}`,
        ...clauseLines(clause.text, width),
      ]);
    }
    section("How clauses are read", exampleLines(texts, width));
  }
  return `${lines.join("\n")}\n`;
}

function sourceLines(cited: Citation, options: PageOptions): readonly string[] {
  const { width } = options;
  const force = cited.instrument === undefined ? "" : ` (${FORCES[cited.instrument.force]})`;
  const lines = [wrap(`${cited.inWords}${force}`, width, "  ", "    ")];
  if (cited.provision !== undefined) {
    const phrase = cited.provision.keyPhrase === undefined ? "" : ` In its words: “${cited.provision.keyPhrase}”.`;
    lines.push(wrap(`${cited.provision.summary}${phrase}`, width, "    ", "    "));
  }
  if (cited.instrument !== undefined) lines.push(`    ${options.paint.dim(cited.instrument.url)}`);
  return lines;
}

/** Blanks `${name:example}` stand as "[example]", as a drafter would leave them. */
function clauseLines(text: string, width: number): readonly string[] {
  const filled = text.replace(
    /\$\{([^:}]+)(?::([^}]*))?\}/gu,
    (_, name: string, example: string | undefined) => `[${example ?? name}]`,
  );
  return filled
    .trimEnd()
    .split("\n")
    .map((line) => {
      const mark = /^\s*(\(\w+\)\s+)?/u.exec(line)?.[1] ?? "";
      const indent = /^\([a-z]/u.test(mark) ? "      " : "  ";
      return wrap(line, width, indent, indent + " ".repeat(mark.length));
    });
}

function exampleLines(texts: RequirementTexts, width: number): readonly string[] {
  const lines: string[] = [];
  for (const reading of ["satisfies", "partial", "conflicts", "nothing"] as const) {
    for (const example of texts.examples.filter((candidate) => candidate.reading === reading).slice(0, EXAMPLES_PER_READING)) {
      lines.push(wrap(`${READINGS[reading]}: ${example.text}`, width, "  ", "    "));
      if (example.note !== undefined) lines.push(wrap(`Note: ${example.note}`, width, "    ", "    "));
    }
  }
  return lines;
}

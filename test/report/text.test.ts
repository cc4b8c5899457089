import assert from "node:assert/strict";
import { createReader } from "../../server/src/analysis/reader.ts";
import { applySuppressions } from "../../server/src/config/suppressions.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import type { CheckedFile } from "../../server/src/report/checked.ts";
import { PLAIN } from "../../server/src/report/paint.ts";
import { fileText, type TextOptions, totalText } from "../../server/src/report/text.ts";
import { cells } from "../../server/src/report/wrap.ts";
import { shippedRulebook } from "../kit/rulebook.ts";

const rulebook = shippedRulebook();
const reader = createReader(rulebook);

function checked(source: string): CheckedFile {
  const draft = readDraft(source);
  const analysis = reader.read(draft);
  return { path: "laws/act.md", draft, analysis, suppressed: applySuppressions(analysis.findings, draft) };
}

function options(width: number): TextOptions {
  return { rulebook, shows: () => true, width, paint: PLAIN, quiet: false };
}

const LAW = `---
kind: law
---
# An Act to regulate the recruitment of workers and matters connected with it

**1.** An agency may charge a worker a placement fee.

**2.** The employer should give the worker a written contract before departure.
`;

describe("the text report", () => {
  for (const width of [40, 80, 120]) {
    it(`keeps to ${width} cells`, () => {
      const text = fileText(checked(LAW), options(width));
      for (const line of text.split("\n")) assert.ok(cells(line) <= width || !line.trim().includes(" "), line);
    });
  }

  it("shows contradictions before everything else and gaps last, by group", () => {
    const headings = fileText(checked(LAW), options(80))
      .split("\n")
      .filter((line, index, lines) => /^ {2}\S/u.test(line) && lines[index - 1] === "" && !line.startsWith("  Coverage"))
      .map((line) => line.trim());
    assert.equal(headings[0], "Contradictions");
    const gaps = headings.filter((heading) => heading.startsWith("Gaps: ")).map((heading) => heading.slice("Gaps: ".length));
    assert.deepEqual(
      headings.slice(-gaps.length),
      gaps.map((title) => `Gaps: ${title}`),
    );
    const order = rulebook.groups.map((group) => group.title);
    assert.deepEqual(
      gaps,
      order.filter((title) => gaps.includes(title)),
    );
  });

  it("counts every requirement for the kind of draft once in its coverage", () => {
    const file = checked(LAW);
    const line = /Coverage: (\d+) requirements: (.*) not applicable/u.exec(fileText(file, options(200)));
    const parts = [...(line?.[2] ?? "").matchAll(/\d+/gu)].map(([n]) => Number(n));
    assert.equal(Number(line?.[1]), rulebook.requirements.filter((requirement) => requirement.on.includes("law")).length);
    assert.equal(
      parts.reduce((sum, n) => sum + n, 0),
      Number(line?.[1]),
    );
  });

  it("says in the total what the reading does not say", () => {
    const coverage = { met: 1, partial: 0, missing: 0, conflict: 0, na: 0 };
    const text = totalText({ files: 1, notRead: 0, counts: {}, coverage }, options(80));
    assert.equal(text, "Total: 1 draft, nothing found.\nReads the text only, not practice; not legal advice.\n");
  });
});

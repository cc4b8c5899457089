import assert from "node:assert/strict";
import { read } from "../kit/read.ts";

const law = (articles: readonly string[]): string[] => [
  "# Private Employment Agencies Bill",
  "",
  ...articles.flatMap((a, i) => [`## Article ${i + 1}`, "", a, ""]),
];
const FEES = "A private employment agency may charge a worker a placement fee.";
const LICENCE = "No person shall operate a private employment agency without a licence granted by the Minister.";

describe("findings", () => {
  it("stand in document order", () => {
    const { analysis } = read(law([LICENCE, FEES]));
    const starts = analysis.findings.map((f) => f.span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it("point at the words of the provision", () => {
    const { draft, findings } = read(law([LICENCE, FEES]));
    const found = findings("no-worker-fees")[0];
    assert.ok(found);
    assert.equal(draft.source.slice(found.span.start, found.span.end), FEES);
  });

  it("keep their fingerprint when the provision is moved and renumbered", () => {
    const before = read(law([LICENCE, FEES])).findings("no-worker-fees")[0];
    const after = read(law([FEES, "This Act shall come into force on a day to be appointed.", LICENCE])).findings(
      "no-worker-fees",
    )[0];
    assert.ok(before && after);
    assert.equal(after.fingerprint, before.fingerprint);
  });

  it("tell two equal provisions apart", () => {
    const found = read(law([FEES, FEES])).findings("no-worker-fees");
    assert.equal(new Set(found.map((f) => f.fingerprint)).size, found.length);
  });

  it("anchor a gap at the article that deals with the subject", () => {
    const { draft, findings } = read(
      law([LICENCE, "The contract of employment shall be signed by both parties.", "The Minister may make regulations."]),
    );
    const gap = findings("contract-language")[0];
    assert.ok(gap && gap.kind === "gap" && gap.anchorUnit !== null);
    assert.equal(draft.units[gap.anchorUnit]?.label, "Article 2");
  });

  it("anchor a gap at the title where no article deals with the subject", () => {
    const { draft, findings } = read(["# Bill on the Keeping of Bees", "", "1. A keeper of bees shall register every hive."]);
    const gap = findings("no-document-retention")[0];
    assert.ok(gap);
    assert.deepEqual(gap.span, draft.titleSpan);
  });
});

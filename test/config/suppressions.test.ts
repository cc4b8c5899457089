import assert from "node:assert/strict";
import { createReader } from "../../server/src/analysis/reader.ts";
import { applySuppressions, readSuppressions } from "../../server/src/config/suppressions.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import { shippedRulebook } from "../kit/rulebook.ts";

const reader = createReader(shippedRulebook());
const ASIDE = "<!-- fairdraft-disable-next no-worker-fees: transitional -->";
const FEE = "An agency may charge a worker a placement fee.";

/** How many contradictions of no-worker-fees stand, how many are set aside, and how many comments are unused. */
function counts(body: string): { readonly stand: number; readonly aside: number; readonly unused: number } {
  const draft = readDraft(`---\nkind: law\nlanguage: en\n---\n# Bill\n\n${body}\n`);
  const { findings, suppressed, unused } = applySuppressions(reader.read(draft).findings, draft);
  const stand = findings.filter(({ rule, kind }) => rule === "no-worker-fees" && kind === "contradiction").length;
  return { stand, aside: suppressed.length, unused: unused.length };
}

describe("suppressing comments", () => {
  it("hold for the next provision only", () => {
    assert.deepEqual(counts(`## 1. Fees\n\n${ASIDE}\n${FEE}\n\n## 2. More\n\n${FEE}`), { stand: 1, aside: 1, unused: 0 });
  });

  it("hold for the whole section before a heading", () => {
    assert.deepEqual(counts(`${ASIDE}\n## 1. Fees\n\n(1) ${FEE}\n\n(2) ${FEE}\n\n## 2. More\n\n${FEE}`), {
      stand: 1,
      aside: 2,
      unused: 0,
    });
  });

  it("hold for all items before a lead-in", () => {
    const list = "An agency may charge a worker:\n\n(a) a placement fee; and\n\n(b) a visa fee.";
    assert.deepEqual(counts(`## 1. Fees\n\n${list}`), { stand: 2, aside: 0, unused: 0 });
    assert.deepEqual(counts(`## 1. Fees\n\n${ASIDE}\n${list}`), { stand: 0, aside: 2, unused: 0 });
  });

  it("hold for a gap wherever they stand", () => {
    const gap = "<!-- fairdraft-disable-next refund-fees: in another Act -->";
    const draft = readDraft(
      `---\nkind: law\nlanguage: en\n---\n# Bill\n\n## 1. Scope\n\nThis Act applies to agencies.\n\n${gap}\n`,
    );
    const found = reader.read(draft).findings;
    assert.ok(found.some(({ rule }) => rule === "refund-fees"));
    const { findings, suppressed } = applySuppressions(found, draft);
    assert.ok(!findings.some(({ rule }) => rule === "refund-fees"));
    assert.equal(suppressed[0]?.suppression.reason, "in another Act");
  });

  it("name one rule or several", () => {
    const both = ASIDE.replace("no-worker-fees", "employer-pays, no-worker-fees ,gate-fee-exceptions");
    assert.equal(counts(`## 1. Fees\n\n${both}\n${FEE}`).stand, 0);
    assert.deepEqual(counts(`## 1. Fees\n\n${ASIDE.replace("no-worker-fees", "penalties")}\n\n${FEE}`).stand, 1);
  });

  it("are unused without a reason, where nothing is found, and for an unknown rule", () => {
    assert.deepEqual(counts(`## 1. Fees\n\n<!-- fairdraft-disable-next no-worker-fees -->\n${FEE}`), {
      stand: 1,
      aside: 0,
      unused: 1,
    });
    assert.deepEqual(counts(`## 1. Fees\n\n<!-- fairdraft-disable-next no-worker-fees:   -->\n${FEE}`), {
      stand: 1,
      aside: 0,
      unused: 1,
    });
    assert.deepEqual(counts(`## 1. Fees\n\n${FEE}\n\n${ASIDE}\nThe Minister shall report.`), { stand: 1, aside: 0, unused: 1 });
    assert.deepEqual(counts(`## 1. Fees\n\n${ASIDE.replace("no-worker", "no-such")}\n${FEE}`), { stand: 1, aside: 0, unused: 1 });
  });

  const notRead = [
    "```\nC\n```\n",
    "~~~~ md\n```\nC\n~~~~\n",
    "text `C` text",
    "`` a ` C ``",
    "> ```\n> C\n> ```\n",
    "<!-- fairdraft-disable-next no-worker-fees: never closed",
    "<!-- see fairdraft-disable-next no-worker-fees: x -->",
    "<!-- fairdraft-disable-nextish no-worker-fees: x -->",
  ];
  for (const text of notRead) {
    it(`are text in ${JSON.stringify(text)}`, () => assert.deepEqual(readSuppressions(text.replace("C", ASIDE)), []));
  }

  const read = [
    "C",
    "  C",
    "- C",
    "`a` C `b`",
    "``` C",
    "a ` C",
    "```\nx\n```\nC",
    "C".replace("C", "<!--\nfairdraft-disable-next\n  no-worker-fees:\n  transitional\n-->"),
  ];
  for (const text of read) {
    it(`are read in ${JSON.stringify(text)}`, () => {
      const source = text.replace("C", ASIDE);
      const [found] = readSuppressions(source);
      if (text.startsWith("```") && !text.includes("\n")) return assert.equal(found, undefined);
      assert.deepEqual([found?.rules, found?.reason], [["no-worker-fees"], "transitional"]);
      assert.match(source.slice(found?.span.start, found?.span.end), /^<!--[\s\S]*-->$/u);
      return undefined;
    });
  }

  it("are found at once in hostile text", () => {
    const started = Date.now();
    readSuppressions(`${"<!-- ".repeat(100_000)}fairdraft-disable-next`);
    readSuppressions(`fairdraft-disable-next${Array.from({ length: 1_500 }, (_, i) => "`".repeat(i + 1)).join(" ")}`);
    readSuppressions(`<!-- fairdraft-disable-next ${" ".repeat(200_000)}x -->`);
    assert.ok(Date.now() - started < 3_000);
  });
});

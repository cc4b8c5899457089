import assert from "node:assert/strict";
import type { Evidence, Finding, FindingKind, Limit } from "../../server/src/analysis/types.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import type { Draft } from "../../server/src/draft/types.ts";
import { findingMessage } from "../../server/src/report/messages.ts";
import type { Requirement, Rulebook } from "../../server/src/rulebook/types.ts";

const requirement: Requirement = {
  id: "refund-fees",
  group: "fees",
  cites: [{ text: "GP 13", instrument: "GP", number: "13" }],
  on: ["law", "bla"],
  severity: { conflict: "error", missing: "warning", partial: "warning" },
  stakeholder: ["agency"],
  theme: "fees",
  absent: "missing",
  belongs: [],
  match: {},
  texts: {
    en: {
      title: "Fees taken unlawfully are paid back",
      explanation: { what: "Fees wrongly charged\n  are refunded.", why: "Debt binds.", do: "Order repayment." },
      elements: { "time-limit": "a time limit" },
      clauses: [],
      examples: [],
    },
  },
};

const rulebook: Rulebook = { version: "1", groups: [], requirements: [requirement], instruments: [], lexicons: {} };

const SOURCE = `---
kind: law
---
# Recruitment Act

**7.** The **agency** should, where it is practicable, refund to the worker any fee that it has taken in contravention of this Act, of the regulations made under it or of the conditions of its licence.
`;
const draft = readDraft(SOURCE);

function evidence(words: readonly string[], limits: readonly Limit[] = []): Evidence {
  const provision = draft.provisions.find((candidate) => candidate.text.includes("refund"));
  assert.ok(provision !== undefined);
  const spans = words.map((word) => ({ start: SOURCE.indexOf(word), end: SOURCE.indexOf(word) + word.length }));
  const unitLabel = draft.units[provision.unit]?.label ?? "";
  return {
    provision: provision.index,
    unit: provision.unit,
    unitLabel,
    span: provision.span,
    reading: "partial",
    limits,
    pattern: "p",
    words: spans,
  };
}

function provisionFinding(kind: Exclude<FindingKind, "gap">, found: Evidence, rule: string = requirement.id): Finding {
  return { rule, kind, severity: "error", span: found.span, fingerprint: "f", cites: ["GP 13"], evidence: found };
}

function gap(status: "missing" | "partial", absent: readonly string[], found: readonly Evidence[]): Finding {
  const span = { start: 0, end: 0 };
  const base = { rule: requirement.id, severity: "warning", span, fingerprint: "f", cites: ["GP 13"], group: "fees" } as const;
  return { ...base, kind: "gap", status, absent, evidence: found, anchorUnit: null };
}

function title(finding: Finding, of: Draft = draft): string {
  return findingMessage(finding, of, rulebook).title;
}

describe("findingMessage", () => {
  it("quotes the deciding words of a contradiction in plain text, at most some eighty characters", () => {
    const message = title(provisionFinding("contradiction", evidence(["refund", "fee"])));
    const quoted = /^Fees taken unlawfully are paid back: “([^”]*)” contradicts the standard$/u.exec(message)?.[1] ?? "";
    assert.match(quoted, /refund to the worker any fee/u);
    assert.ok(quoted.length <= 84, quoted);
    assert.doesNotMatch(quoted, /\*/u);
  });

  it("leaves out the middle when the deciding words lie far apart", () => {
    const message = title(provisionFinding("contradiction", evidence(["should", "conditions of its licence"])));
    assert.match(message, /: “…[^…]*should[^…]* … [^…]*conditions of its licence” contradicts/u);
    assert.ok(message.indexOf("”") - message.indexOf("“") <= 100, message);
  });

  it("says what takes the force out of a duty, and what is wrong with an exception", () => {
    const weak = title(provisionFinding("weak-duty", evidence(["should"], ["weak-modality"])));
    assert.match(
      weak,
      /^Fees taken unlawfully are paid back: “.*” uses words that do not bind, such as “may”, “should” or “endeavour”$/u,
    );
    const both = evidence(["refund"], ["weak-modality", "consent-exception"]);
    assert.match(title(provisionFinding("over-broad-exception", both)), /can be set aside by the worker's consent/u);
  });

  it("says of a gap that nothing is there, or which part is", () => {
    assert.equal(title(gap("missing", [], [])), "Fees taken unlawfully are paid back: nothing here provides for this");
    assert.equal(
      title(gap("partial", ["time-limit", "free-of-charge"], [])),
      "Fees taken unlawfully are paid back: only in part (not there: a time limit, free of charge)",
    );
    assert.equal(
      title(gap("partial", [], [evidence([], ["power-only"])])),
      "Fees taken unlawfully are paid back: only in part (section 7 gives a power to act, not a duty)",
    );
  });

  it("tells in the detail what is wrong here, what the standard asks and what to do", () => {
    const { detail } = findingMessage(provisionFinding("contradiction", evidence(["refund"])), draft, rulebook);
    const [here, ...standard] = detail.split("\n");
    assert.match(here ?? "", /^Section 7 contradicts the standard\.$/u);
    assert.deepEqual(standard, ["The standard: Fees wrongly charged are refunded.", "What to do: Order repayment."]);
  });

  it("falls back to English, and to the id of a rule without a page", () => {
    const finding = gap("missing", [], []);
    assert.deepEqual(findingMessage(finding, draft, rulebook, "fr"), findingMessage(finding, draft, rulebook, "en"));
    assert.match(title(provisionFinding("drafting", evidence(["refund"]), "no-such-rule")), /^no-such-rule: /u);
  });
});

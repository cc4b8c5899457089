import assert from "node:assert/strict";
import { createReader } from "../../server/src/analysis/reader.ts";
import type { GapFinding } from "../../server/src/analysis/types.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import type { Draft } from "../../server/src/draft/types.ts";
import { applyEdit, parseBlanks, plainText } from "../../server/src/fixes/edit.ts";
import { fitClause } from "../../server/src/fixes/fitClause.ts";
import type { Clause } from "../../server/src/rulebook/types.ts";
import { shippedRulebook } from "../kit/rulebook.ts";
import { STYLES } from "./styles.ts";

const CLAUSE: Clause = {
  id: "papers",
  for: "law",
  label: "",
  heading: "Return of papers",
  text: `(1) A private employment agency shall not:
(a) keep the papers of a worker; or
(b) destroy them.
(2) The \${authority:competent authority} shall order the return of papers kept contrary to subsection (1) within \${days:14} days.
`,
};
const SHORT: Clause = { ...CLAUSE, text: "No person shall keep the papers of a worker.\n" };

/** The draft with the clause after the unit that has this label, or at the end. */
function insert(
  source: string,
  after: string | null,
  clause: Clause = CLAUSE,
  terms: Readonly<Record<string, string>> = {},
): string {
  const draft = readDraft(source);
  return applyEdit(source, fitClause(clause, draft, { anchorUnit: unitCalled(draft, after) }, terms));
}

function unitCalled(draft: Draft, label: string | null): number | null {
  if (label === null) return null;
  const unit = draft.units.find((one) => one.label === label);
  assert.ok(unit, `no ${label} among ${draft.units.map((one) => one.label).join(", ")}`);
  return unit.index;
}

describe("a clause fitted into a draft", () => {
  it("numbered headings: between two sections, in the draft's terms, before the next part", () => {
    const text = insert(STYLES.sections, "section 2", CLAUSE, {
      agency: "licensee",
      worker: "work-seeker",
      authority: "Commissioner",
    });
    assert.equal(
      text,
      STYLES.sections.replace(
        "(2) The fee is void.\n",
        `(2) The fee is void.

### Section 2A. Return of papers

(1) A licensee shall not:

(a) keep the papers of a work-seeker; or

(b) destroy them.

(2) The Commissioner shall order the return of papers kept contrary to subsection (1) within 14 days.
`,
      ),
    );
  });

  it("numbered headings: at the end, before the closing words and the schedule", () => {
    const text = insert(STYLES.sections, null, SHORT);
    assert.equal(
      text,
      STYLES.sections.replace(
        "\n\nDone at Geneva",
        "\n\n### Section 4. Return of papers\n\nNo person shall keep the papers of a worker.\n\nDone at Geneva",
      ),
    );
  });

  it("marginal notes with “1.—(1)”: a dash only where subsections follow, items without blank lines as in the draft", () => {
    assert.equal(
      insert(STYLES.marginal, null),
      `${STYLES.marginal.trimEnd()}

**Return of papers.**

4.—(1) A private employment agency shall not:
(a) keep the papers of a worker; or
(b) destroy them.

(2) The competent authority shall order the return of papers kept contrary to subsection (1) within 14 days.
`,
    );
    assert.ok(
      insert(STYLES.marginal, null, SHORT).endsWith(
        "\n\n**Return of papers.**\n\n4. No person shall keep the papers of a worker.\n",
      ),
    );
  });

  it("paragraphs 2.1, 2.2: the next ones in the chapter on the subject, with “will” and no heading", () => {
    assert.equal(
      insert(STYLES.decimals, "clause 2"),
      STYLES.decimals.replace(
        "2.2 A Bureau will pay.\n",
        `2.2 A Bureau will pay.

2.3 A private employment agency will not:

(a) keep the papers of a worker; or

(b) destroy them.

2.4 The competent authority will order the return of papers kept contrary to paragraph 2.3 within 14 days.
`,
      ),
    );
  });

  it("paragraphs 2.1, 2.2: a chapter of its own at the end, before the signatures", () => {
    assert.equal(
      insert(STYLES.decimals, null),
      STYLES.decimals.replace(
        "\n\nSigned at",
        `

## 4 Return of papers

4.1 A private employment agency will not:

(a) keep the papers of a worker; or

(b) destroy them.

4.2 The competent authority will order the return of papers kept contrary to paragraph 4.1 within 14 days.

Signed at`,
      ),
    );
  });

  it("articles with paragraphs 1., 2.: roman numbers, capitals, “paragraph 1” and “this Law”", () => {
    const clause = {
      ...CLAUSE,
      text: "(1) This section applies under this Act.\n(2) Subsection (1) is without prejudice to subsections (1) and (2).\n",
    };
    assert.equal(
      insert(STYLES.roman, null, clause),
      `${STYLES.roman}
#### ARTICLE III

#### RETURN OF PAPERS

1. This Article applies under this Law.

2. Paragraph 1 is without prejudice to paragraphs 1 and 2.
`,
    );
    assert.match(insert(STYLES.roman, "Article I", clause), /\n\n#### ARTICLE I-A\n\n#### RETURN OF PAPERS\n/u);
  });

  it("bold run-in numbers without headings", () => {
    assert.match(
      insert(STYLES.runIn, "Article 2", SHORT),
      /\n\n\*\*Article 2A\.\*\* No person shall keep the papers of a worker\.\n\n\*\*Article 3\.\*\*/u,
    );
  });

  it("plain numbered lines", () => {
    assert.ok(
      insert(STYLES.plain, null, SHORT).endsWith("\n\n4. Return of papers\n\nNo person shall keep the papers of a worker.\n"),
    );
  });

  it("no structure at all: a bold heading at the end", () => {
    const text = insert("---\nkind: law\n---\nNo agency shall charge fees.\n", null, SHORT);
    assert.equal(
      text,
      "---\nkind: law\n---\nNo agency shall charge fees.\n\n**Return of papers**\n\nNo person shall keep the papers of a worker.\n",
    );
  });

  it("an empty draft", () => {
    assert.equal(insert("", null, SHORT), "**Return of papers**\n\nNo person shall keep the papers of a worker.");
    assert.match(insert("---\nkind: law\n---\n", null, SHORT), /^---\nkind: law\n---\n\n\*\*Return of papers\*\*\n\n/u);
  });

  it("keeps the line ends of the draft", () => {
    const text = insert(STYLES.sections.replaceAll("\n", "\r\n"), "section 2");
    assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
    assert.equal(text.replaceAll("\r\n", "\n"), insert(STYLES.sections, "section 2"));
  });

  it("does not number twice: the next free number", () => {
    const once = insert(STYLES.sections, "section 2");
    assert.match(insert(once, "section 2"), /### Section 2B\. Return of papers/u);
    assert.match(insert(once, "section 2A"), /### Section 2B\. Return of papers/u);
  });
});

describe("a clause of the rulebook fitted into a draft", () => {
  const rulebook = shippedRulebook();
  const reader = createReader(rulebook);

  /** Clauses that do not meet their requirement even alone are the concern of the tests of the rules. */
  function meetsAlone(rule: string, clause: Clause): boolean {
    const body = plainText(parseBlanks(clause.text)).replaceAll("\n", "\n\n");
    const draft = readDraft(
      `---\nkind: ${clause.for}\nlanguage: en\n---\n# Draft\n\n## Article 1. ${clause.heading}\n\n${body}\n`,
    );
    return reader.read(draft).requirements.find(({ id }) => id === rule)?.status === "met";
  }

  for (const [style, source] of Object.entries(STYLES)) {
    it(`closes the gap, whatever the gap (${style})`, () => {
      const draft = readDraft(source);
      const gaps = reader.read(draft).findings.filter((finding): finding is GapFinding => finding.kind === "gap");
      assert.ok(gaps.length > 10);
      let closed = 0;
      for (const gap of gaps) {
        const requirement = rulebook.requirements.find(({ id }) => id === gap.rule);
        for (const clause of requirement?.texts["en"]?.clauses ?? []) {
          if (clause.for !== draft.kind || !meetsAlone(gap.rule, clause)) continue;
          const text = applyEdit(source, fitClause(clause, draft, gap, reader.termsByRole(draft)));
          const left = reader.read(readDraft(text)).findings.filter(({ rule }) => rule === gap.rule);
          assert.deepEqual(
            left.map(({ kind }) => kind),
            [],
            `${gap.rule}, clause ${clause.id}:\n${text}`,
          );
          closed++;
        }
      }
      assert.ok(closed > 10, `only ${closed} clauses tried`);
    });
  }
});

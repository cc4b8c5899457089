import assert from "node:assert/strict";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import { readsAs } from "../../server/src/draft/clauses.ts";

/** Role and words of every provision, headings behind the words of the last. */
function read(text: string): { readonly provisions: string[]; readonly headings: readonly string[]; readonly label: string } {
  const { provisions, units } = readDraft(text);
  const last = provisions.at(-1);
  return {
    provisions: provisions.map((p) => `${p.role}: ${p.text}`),
    headings: last?.headings ?? [],
    label: units[last?.unit ?? 0]?.label ?? "",
  };
}

describe("the words behind a number", () => {
  for (const [text, heading] of [
    ["Sec. 6. Cancellation. - The Ministry may cancel a licence.", "Cancellation"],
    ["ARTICLE 13. Definitions. – As used in this Code, a fee is money.", "Definitions"],
    ["12. Duty to report. Every agency shall report.", "Duty to report"],
    ["3. Application. This Act applies to all agencies.", "Application"],
    ["Article 5. Fees\n\nNo fee shall be charged.", "Fees"],
    ["Section 7 Register of agencies\n\nThe Ministry keeps a register.", "Register of agencies"],
    ["Article 10. Recruitment fees. The employer pays them.", "Recruitment fees"],
    ["Article 11. Free movement of workers. Neither agency nor employer hinders it.", "Free movement of workers"],
    ["Article 12. Fees and costs charged abroad. The employer bears them.", "Fees and costs charged abroad"],
    ["Sec. 14. Travel Agencies Prohibited to Recruit. No travel agency shall recruit.", "Travel Agencies Prohibited to Recruit"],
    ["Article 3. Frais de recrutement. L'employeur les supporte.", "Frais de recrutement"],
    ["Article 4. Agences d'emploi privées. Elles tiennent un registre.", "Agences d'emploi privées"],
    ["Artículo 3. Gastos de contratación. Los sufraga el empleador.", "Gastos de contratación"],
  ] as const) {
    it(`are a heading in "${text.split("\n")[0]}"`, () => {
      const { provisions, headings } = read(text);
      assert.deepEqual(headings, [heading]);
      assert.match(provisions[0] ?? "", /^heading: /);
      assert.match(provisions[1] ?? "", /^operative: /);
      assert.equal(provisions.length, 2);
    });
  }

  for (const text of [
    "Article 70. The labour inspectorate monitors private employment offices. It has free access to their premises and records.",
    "Article 9. Employers bear the costs.",
    "Article 9. Employers bear the costs. They pay them in advance.",
    "4. Bureaux come under the supervision of the Ministry. It inspects them.",
    "Art. 12 The worker freely changes employer. Neither the agency nor the first employer hinders the worker.",
    "Art. 12. Workers freely change employer. Neither the agency nor the employer hinders them.",
    "Article 8. An agency answers for the acts of its staff. It insures itself.",
    "Article 8. Workers pay nothing. The employer pays all fees.",
    "Section 8. Placement remains free of charge. The employer pays all fees.",
    "Section 9 Agencies inform Workers of their rights. They use plain words.",
    "Article 10. They share the costs. The State pays the rest.",
    "8. Free food and lodging at the site. The employer provides transport.",
    "Article 3. L'employeur supporte tous les frais. Il les paie.",
    "Artículo 3. Los empleadores sufragan los gastos. Pagan todo.",
    "المادة 3. يتحمل صاحب العمل التكاليف. ولا يجوز خصمها.",
  ]) {
    it(`are law in "${text}"`, () => {
      const { provisions, label } = read(text);
      assert.ok(provisions.length > 0 && provisions.every((p) => p.startsWith("operative: ")), provisions.join("\n"));
      assert.equal(provisions.map((p) => p.slice(11)).join(" "), text.replace(/^\S+\s\d+\.?\s|^\d+\.\s/, ""));
      assert.match(label, /\d+$/);
    });
  }

  it("are law and heading when they may be either", () => {
    for (const words of ["The competent authorities", "Complaints procedure"]) {
      const { provisions, headings } = read(`Article 3. ${words}. The Ministry names them.`);
      assert.deepEqual(provisions, [`operative: ${words}.`, "operative: The Ministry names them."]);
      assert.deepEqual(headings, [words]);
    }
  });

  it("are no head when a law is only cited", () => {
    for (const text of [
      "Article 12 of the Convention applies. It prevails.",
      "Section 4 and section 5 apply to agencies.",
      "Article 12 Convention rights prevail. They bind the State.",
    ]) {
      assert.doesNotMatch(read(text).label, /^(?:Article|section) \d/);
    }
  });
});

describe("readsAs", () => {
  for (const title of [
    "Who may hold a licence",
    "Duties of Employers",
    "Rights and duties",
    "Power to issue licences",
    "Bodies corporate",
    "OFFENCES",
  ])
    it(`takes "${title}" for a title`, () => assert.equal(readsAs(title), "title"));
  for (const clause of [
    "This Act applies",
    "Women enjoy equal pay",
    "A licence lapses after two years",
    "Each agency files its accounts yearly",
  ])
    it(`takes "${clause}" for a clause`, () => assert.equal(readsAs(clause), "clause"));
});

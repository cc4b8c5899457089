import assert from "node:assert/strict";
import { inOwnTerms } from "../../server/src/fixes/ownTerms.ts";

const TERMS = { agency: "licensee", worker: "work-seeker", employer: "hirer", authority: "Commissioner" };

describe("a clause in the draft's own terms", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["No private employment agency shall charge a worker.", "No licensee shall charge a work-seeker."],
    ["Private employment agencies shall inform workers.", "Licensees shall inform work-seekers."],
    ["A private employment agency and an employer answer for it.", "A licensee and a hirer answer for it."],
    ["The worker's passport and workers' wages", "The work-seeker's passport and work-seekers' wages"],
    ["Workers keep their passports.", "Work-seekers keep their passports."],
    ["The competent authority shall consult.", "The Commissioner shall consult."],
    ["reports to the competent authority", "reports to the Commissioner"],
    ["organizations of employers and workers", "organizations of employers and workers"],
    [
      "the most representative employers' and workers' organizations",
      "the most representative employers' and workers' organizations",
    ],
    ["migrant workers and domestic workers", "migrant workers and domestic workers"],
    ["a workers' representative", "a workers' representative"],
    ["the Private Employment Agencies Convention, 1997", "the Private Employment Agencies Convention, 1997"],
    ["coworkers and reworked", "coworkers and reworked"],
  ];
  for (const [general, own] of cases) it(general, () => assert.equal(inOwnTerms(general, TERMS), own));

  it("takes the article and the plural of the term", () => {
    assert.equal(
      inOwnTerms("A worker or a private employment agency", { worker: "employee", agency: "agency" }),
      "An employee or an agency",
    );
    assert.equal(inOwnTerms("private employment agencies", { agency: "Bureau" }), "Bureaux");
    assert.equal(inOwnTerms("Workers rest.", { worker: "Household Worker" }), "Household Workers rest.");
  });

  it("changes nothing without terms", () => assert.equal(inOwnTerms("A worker.", {}), "A worker."));
});

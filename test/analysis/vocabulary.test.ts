import assert from "node:assert/strict";
import { namesByRole, vocabularyOf } from "../../server/src/analysis/vocabulary.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import { Language } from "../../server/src/language/language.ts";
import { shippedRulebook } from "../kit/rulebook.ts";

const lexicon = shippedRulebook().lexicons["en"];
assert.ok(lexicon);
const english = new Language(lexicon);

function vocabulary(...lines: readonly string[]): Record<string, string> {
  const draft = readDraft(["### 2. Interpretation", ...lines].join("\n\n"), { kind: "law", language: "en" });
  return Object.fromEntries(vocabularyOf(draft, english).map(({ term, concept }) => [term, concept]));
}

describe("the vocabulary of a draft", () => {
  const meanings: readonly (readonly [role: string, ...definitions: string[]])[] = [
    [
      "agency",
      "any business that brings employers and those who look for a post together",
      "the natural or legal person, national or foreign, who, habitually or on occasion and by whatever means, puts offers of work in contact with demands",
      "a company or partnership whose business is the recruiting of labourers",
      "a firm which supplies workers to farms",
      "the holder of an authorisation under article 6",
      "a private office holding the approval mentioned in Article 8",
      "any person licensed under this Act to engage in the recruitment of seafarers",
      "an office through which employment is procured for persons seeking it",
    ],
    [
      "subagent",
      "a person who, in the field or elsewhere, acts on behalf of an agency",
      "a person who goes about the villages and brings in labourers on behalf of another",
      "an individual commissioned by a recruitment agency to find workers",
      "the representative of an employment agency in a district",
    ],
    [
      "employer",
      "the person abroad for whom a labourer is recruited",
      "the person, firm or co-operative by which a worker is employed",
      "the operator of a home for the sick",
      "the undertaking to which the workers are sent",
      "a person who runs a household in which a worker serves",
      "anyone who engages a worker",
      "the person an applicant will work for",
    ],
    [
      "jobseeker",
      "someone looking for work",
      "the person in search of a post; as long as the contract has not been signed, nothing is owed",
      "a person trained as a nurse who seeks, or who through this Agreement has found, a post",
      "a person who offers himself for service abroad",
      "any individual who applies to an office for employment",
    ],
    [
      "worker",
      "a person who has entered into a contract for service abroad",
      "the person bound by a contract of employment",
      "someone who works for hire",
      "a person so recruited",
      "any person employed on a farm",
      "a person whom an agency has placed",
    ],
    [
      "fee",
      "every sum, whatever its name, asked for the recruitment of a worker",
      "all moneys asked, spent or charged on account of the engagement",
      "any charge or outlay that arises in bringing a worker to a post",
      "an amount you ask for because you have found someone a job",
    ],
    ["contract", "an agreement by which one person binds himself to work for another for pay"],
    ["identity-document", "a passport or any paper in its place"],
    [
      "authority",
      "the Directorate-General of Manpower",
      "the officer in charge of emigration",
      "the Protector of Labourers",
      "the Commissioner appointed under section 3",
      "the Ministry of Labour",
      "the labour office of each region",
    ],
  ];
  for (const [role, ...definitions] of meanings) {
    it(`knows what is defined as ${role}`, () => {
      for (const definition of definitions)
        assert.deepEqual(vocabulary(`“zorb” means ${definition};`), { zorb: role }, definition);
    });
  }

  it("leaves alone what is no person, fee or paper of recruitment", () => {
    for (const definition of [
      "the sending of a person out of the country by an officer",
      "a house in which labourers are lodged before they are recruited",
      "labour to be rendered for hire at a place out of the country",
      "the recruiting, transporting or harbouring of persons by an agency",
      "the carriage of persons by sea",
      "the Labour Act, chapter 5",
      "the city of that name",
      "a committee of workers",
      "a workers committee or a trade union",
      "the employees’ parents and children",
      "the Seafarers Welfare Fund",
      "a fee payable for the licence of a recruitment agency",
      "the wage paid to a worker under a contract of employment",
      "a foreigner holding a residence permit",
      "a person under the age of eighteen years",
    ])
      assert.deepEqual(vocabulary(`“zorb” means ${definition};`), {}, definition);
  });

  it("follows definitions that rest on each other, in whatever order they stand", () => {
    assert.deepEqual(
      vocabulary(
        "“fetcher” means a person who brings in hands on behalf of a crewing house;",
        "“hand” means a person whom a crewing house has signed on;",
        "“crewing house” means a company whose business is the recruiting of crews;",
        "“skipper” means the person a hand will work for;",
      ),
      { fetcher: "subagent", hand: "worker", "crewing house": "agency", skipper: "employer" },
    );
  });

  it("takes over every other name of somebody the lexicon knows", () => {
    assert.deepEqual(vocabulary("“worker” or “mate” means a person of either sex;"), { mate: "worker" });
  });

  it("knows the parties of a contract by their names and by what the blanks ask for", () => {
    assert.deepEqual(vocabulary("The First Party (the Employer) engages the Second Party (the Worker)."), {
      "First Party": "employer",
      "Second Party": "worker",
    });
    assert.deepEqual(vocabulary("**the SECOND PARTY**, ______ (name and passport number of the domestic worker), agrees."), {
      "SECOND PARTY": "worker",
    });
    assert.deepEqual(vocabulary("“First Party” means the worker; “Second Party” means the employer."), {
      "First Party": "worker",
      "Second Party": "employer",
    });
    assert.deepEqual(vocabulary("The Government of Orland (hereinafter the First Party) and others agree."), {
      "First Party": "authority",
    });
  });

  it("knows whom a plain text calls you", () => {
    assert.deepEqual(vocabulary("In this Part, “you” means a worker who has come from abroad."), { you: "worker" });
  });

  it("is empty where nothing is defined", () => {
    assert.deepEqual(vocabulary("The agency asks no fee of a worker."), {});
  });

  it("gives the draft's own name for each role", () => {
    const draft = readDraft(
      "### 2. Interpretation\n\n“hirer” means a person who engages a hand;\n\n“hand” means a person who works for hire.",
    );
    assert.deepEqual(namesByRole(draft, english), { employer: "hirer", worker: "hand" });
  });
});

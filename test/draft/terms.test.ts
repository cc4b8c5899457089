import assert from "node:assert/strict";
import { meaningOf } from "../../server/src/draft/definitions.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";

function meanings(source: string): [string, string][] {
  return readDraft(source, { kind: "law", language: "en" }).terms.map((t) => [t.term, meaningOf(t.definition, t.term)]);
}

describe("terms", () => {
  it("named in passing stand for the noun before them", () => {
    assert.deepEqual(
      meanings(
        [
          "### 4. Officers",
          "(1) The Governor shall appoint an officer in charge of recruiting (the Superintendent).",
          "(2) A person so recruited (in this Act called an “emigrant”) shall be entered by the Chamber of Seamen, hereinafter the Chamber.",
          "(3) The agency shall lay before the Ministry of Ports (the **Ministry**) each roll of hands (the roll).",
        ].join("\n\n"),
      ),
      [
        ["Superintendent", "an officer in charge of recruiting"],
        ["emigrant", "A person so recruited"],
        ["Chamber", "the Chamber of Seamen"],
        ["Ministry", "the Ministry of Ports"],
      ],
    );
  });

  it("of a contract are its parties, with what the blanks ask for", () => {
    assert.deepEqual(
      meanings(
        "# Contract\n\n**the FIRST PARTY**, __________ (name and address of the householder), and\n\n**the SECOND PARTY**, ________ (name of the domestic worker),\n\nagree as follows.",
      ),
      [
        ["FIRST PARTY", "name and address of the householder"],
        ["SECOND PARTY", "name of the domestic worker"],
      ],
    );
  });

  it("of an agreement are each of the governments that it names", () => {
    assert.deepEqual(
      meanings(
        "# Agreement\n\nThe Government of Orland (hereinafter referred to as the First Party) and the Government of Tessaly (hereinafter referred to as the Second Party) have agreed.",
      ),
      [
        ["First Party", "The Government of Orland"],
        ["Second Party", "the Government of Tessaly"],
      ],
    );
  });

  it("join the place of a party to the name that the contract gives it", () => {
    const [first] = readDraft("# Contract\n\nThe First Party (the Employer) hires the Second Party (the Worker).").terms;
    assert.deepEqual([first?.term, first?.aliases], ["Employer", ["First Party"]]);
  });

  it("stand in the rows of a table", () => {
    const table = (head: string): string =>
      `# Bill\n\n## Glossary\n\n${head}\n|---|---|\n| **Hand** | a person employed on a farm for wages |\n| “Supplier” | a company that supplies hands |`;
    const expected = [
      ["Hand", "a person employed on a farm for wages"],
      ["Supplier", "a company that supplies hands"],
    ];
    assert.deepEqual(meanings(table("| Term | Meaning |")), expected);
    assert.deepEqual(meanings(table("| | |")), expected);
    assert.deepEqual(
      meanings("# Bill\n\n## Charges\n\n| Service | Sum |\n|---|---|\n| Stamp on each contract | two florins, by the agency |"),
      [],
    );
  });

  it("are marked where they stand in the source", () => {
    const source = "## Meanings\n\n**crewing\nhouse** means a business that finds hands (the **Hands**) for ships.\n";
    assert.deepEqual(
      readDraft(source).terms.map((t) => source.slice(t.span.start, t.span.end)),
      ["crewing\nhouse", "Hands"],
    );
  });

  it("named within a definition are no further names of the term that it defines", () => {
    const [first, second] = readDraft(
      "### 2. Definitions\n\n“advance” means a sum lent by one person (hereinafter referred to as the “lender”) to another for his fare;",
    ).terms;
    assert.deepEqual([first?.term, first?.aliases, second?.term], ["advance", [], "lender"]);
  });

  it("are none where a draft defines none", () => {
    assert.deepEqual(
      meanings(
        "# Bill\n\n1. No agency shall charge a fee (in money or in kind).\n\n2. The Ministry, in this year, keeps a register.",
      ),
      [],
    );
  });
});

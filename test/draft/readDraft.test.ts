import assert from "node:assert/strict";
import { readDraft } from "../../server/src/draft/readDraft.ts";

describe("readDraft", () => {
  describe("front matter", () => {
    it("takes kind, language, country and title, and tolerates other keys", () => {
      const draft = readDraft(
        "---\nkind: bla\nlanguage: FR\ncountry: Ghana\ntitle: An accord\nyear: 2020\n---\n\n# Other title\n\nNo fee shall be charged.",
      );
      assert.deepEqual(
        [draft.kind, draft.kindStated, draft.language, draft.country, draft.title],
        ["bla", true, "fr", "Ghana", "An accord"],
      );
      assert.equal(draft.frontMatter.values["year"], 2020);
      assert.equal(draft.provisions.at(-1)?.text, "No fee shall be charged.");
    });

    it("names the line of broken YAML and still reads the rest", () => {
      const draft = readDraft("---\nkind: law\ntitle: [open\n---\n\nNo fee shall be charged.");
      assert.ok(draft.frontMatter.error);
      assert.ok(draft.frontMatter.error.line >= 2 && draft.frontMatter.error.line <= 3);
      assert.deepEqual(
        draft.provisions.map((p) => p.text),
        ["No fee shall be charged."],
      );
    });

    it("says so when the block is never closed", () => {
      assert.equal(readDraft("---\nkind: law\n\n# Title").frontMatter.error?.line, 0);
    });

    it("gives offsets behind CRLF and a byte order mark", () => {
      const source = "\ufeff---\r\nkind: law\r\n---\r\n\r\n# Bill\r\n\r\n1. No fee\r\nshall be charged.\r\n";
      const draft = readDraft(source);
      const last = draft.provisions.at(-1);
      assert.equal(last?.text, "No fee shall be charged.");
      assert.equal(source.slice(last?.span.start, last?.span.end), "No fee\r\nshall be charged.");
      assert.equal(draft.lineStarts.length, 9);
    });
  });

  describe("kind, language and title", () => {
    for (const [title, kind] of [
      ["Memorandum of Understanding between A and B", "bla"],
      ["Agreement between the Government of A and the Government of B on workers", "bla"],
      ["Standard Employment Contract for domestic workers", "bla"],
      ["Private Employment Agencies Bill, 2025", "law"],
      ["Law regulating recruitment", "law"],
    ] as const) {
      it(`takes "${title}" for ${kind}`, () => assert.equal(readDraft(`# ${title}\n\n1. No fee shall be charged.`).kind, kind));
    }

    it("puts the hint before inference and the front matter before the hint", () => {
      assert.equal(readDraft("# Bill", { kind: "bla" }).kind, "bla");
      assert.equal(readDraft("---\nkind: law\n---\n# Memorandum of Understanding", { kind: "bla" }).kind, "law");
      assert.equal(readDraft("Aucun frais", { language: "fr" }).language, "fr");
    });

    for (const [text, language] of [
      ["No agency shall charge any fee to a worker for the services that it provides under this Act.", "en"],
      [
        "Les agences ne doivent pas mettre à la charge des travailleurs les frais de recrutement dans le cadre de la présente loi.",
        "fr",
      ],
      [
        "Las agencias no deberán cobrar a los trabajadores ningún honorario por los servicios que presten en el marco de la ley.",
        "es",
      ],
      [
        "As agências não poderão cobrar aos trabalhadores quaisquer taxas pelos serviços que prestem no âmbito da presente lei.",
        "pt",
      ],
      [
        "Die Vermittler dürfen von den Arbeitnehmern keine Gebühren für die Vermittlung im Sinne des Gesetzes verlangen und nicht einbehalten.",
        "de",
      ],
      [
        "Perusahaan dilarang memungut biaya dari pekerja untuk penempatan yang dilakukan dengan perjanjian kerja dalam undang-undang ini.",
        "id",
      ],
      ["لا يجوز لوكالات التشغيل أن تتقاضى من العمال أي رسوم أو تكاليف.", "ar"],
      ["Gebühr.", "und"],
      ["", "und"],
    ] as const) {
      it(`tells the language ${language}`, () => assert.equal(readDraft(text).language, language));
    }

    it("takes the first heading for the title, else the first line", () => {
      assert.equal(readDraft("REPUBLIC OF X\n\n# Recruitment Bill\n\n1. Fees are void.").title, "Recruitment Bill");
      assert.equal(readDraft("Recruitment Bill\n\n1. No fee shall be charged.").title, "Recruitment Bill");
    });
  });

  describe("terms", () => {
    it("finds defined terms with their other names", () => {
      const [term] = readDraft(
        "### Section 2. Interpretation\n\n“agency” or “bureau” means a person who finds work, hereinafter referred to as the “Agent”;",
      ).terms;
      assert.deepEqual([term?.term, term?.aliases], ["agency", ["bureau", "Agent"]]);
    });

    it("finds terms defined in passing", () => {
      const source =
        'The two Ministries (the "Participants") shall appoint an office, hereinafter referred to as the ‘Desk’, and a body in this Act referred to as “the Board”.';
      assert.deepEqual(
        readDraft(source).terms.map((t) => source.slice(t.span.start, t.span.end)),
        ["Participants", "Desk", "the Board"],
      );
    });
  });

  describe("references", () => {
    const source = [
      "## PART II",
      "",
      "### Section 3. Fees",
      "",
      "(1) No fee shall be charged save under section 4(2)(a) or paragraph (b) of that section.",
      "",
      "### Section 4. Returns",
      "",
      "(2) An agency shall— (a) keep books; (b) obey subsection (2), Part II, the First Schedule and section 99.",
      "",
      "(3) Section 3 of the Companies Act 2016 shall apply.",
      "",
      "## FIRST SCHEDULE",
      "",
      "1. Books are kept for section 3.",
    ].join("\n");
    const draft = readDraft(source);
    const target = (text: string): string | null | undefined => {
      const found = draft.references.find((reference) => reference.text === text);
      return found && (found.target === null ? null : draft.units[found.target]?.label);
    };

    it("resolve to the unit they name", () => {
      assert.equal(target("section 4(2)(a)"), "section 4(2)(a)");
      assert.equal(target("subsection (2)"), "section 4(2)");
      assert.equal(target("Part II"), "Part II");
      assert.equal(target("First Schedule"), "First Schedule");
      assert.equal(target("section 3"), "section 3");
    });

    it("have no target when the draft has no such place", () => assert.equal(target("section 99"), null));

    it("leave sections of other laws to the citations", () => {
      assert.equal(target("Section 3"), undefined);
      assert.deepEqual(
        draft.citations.map((c) => [c.instrument, c.provision]),
        [[null, "3"]],
      );
    });
  });

  describe("citations", () => {
    for (const [text, instrument, provision] of [
      ["Convention No. 181, Article 7(2)", "C181", "7(2)"],
      ["Article 7 of Convention No. 181", "C181", "7"],
      ["the Private Employment Agencies Convention, 1997", "C181", undefined],
      ["C029", "C029", undefined],
      ["C29", "C029", undefined],
      ["R188", "R188", undefined],
      ["P029", "P029", undefined],
      ["the Migration for Employment Convention (Revised), 1949", "C097", undefined],
      ["the Domestic Workers Convention, 2011 (No. 189)", "C189", undefined],
      ["General Principle 7", "GP", "7"],
      ["Operational Guideline 6.2", "OG", "6.2"],
    ] as const) {
      it(`recognise ${text}`, () => {
        const [citation, ...others] = readDraft(`The Minister shall give effect to ${text} in every case.`).citations;
        assert.deepEqual([citation?.instrument, citation?.provision, others.length], [instrument, provision, 0]);
      });
    }
  });

  it("finds placeholders, not citations, links or notes in brackets", () => {
    const source =
      "[Authority] shall within [●] days pay ______ or TBD to [name of fund] under the Act [Act 265], [Omitted], [link](x.md) and Part XX ………………….";
    assert.deepEqual(
      readDraft(source).placeholders.map((p) => p.text),
      ["[Authority]", "[●]", "______", "TBD", "[name of fund]", "…………………"],
    );
  });

  it("reads a long draft in time that grows with its length", () => {
    const section = (n: number): string =>
      `### Section ${n}. Fees\n\n(1) No agency shall charge **any** fee ${n}.\n\n(2) An agency shall: (a) keep books; (b) publish them.\n\n`;
    const text = (sections: number): string => Array.from({ length: sections }, (_, i) => section(i + 1)).join("");
    const time = (source: string): number => {
      const start = performance.now();
      readDraft(source);
      return performance.now() - start;
    };
    time(text(300));
    const short = Math.max(5, time(text(1000)));
    assert.ok(time(text(8000)) < short * 8 * 3);
  });
});

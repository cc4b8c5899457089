import assert from "node:assert/strict";
import { read } from "../kit/read.ts";

const BAN = "No agency shall charge a worker any fee for recruitment.";
const LEAVE = "An agency may charge a worker a placement fee of one month's wages.";

describe("the status of a requirement", () => {
  it("is met by a binding provision", () => {
    assert.equal(read(BAN).reading("no-worker-fees").status, "met");
  });

  it("is conflict where one provision contradicts, even if another gives effect", () => {
    const { reading } = read([`1. ${BAN}`, "", `2. ${LEAVE}`]);
    const { status, evidence } = reading("no-worker-fees");
    assert.equal(status, "conflict");
    for (const r of ["conflicts", "satisfies"])
      assert.ok(
        evidence.some((e) => e.reading === r),
        r,
      );
  });

  it("is partial where the words do not bind", () => {
    assert.equal(
      read("The employer may give the worker a written contract of employment.").reading("written-contract").status,
      "partial",
    );
    assert.equal(
      read("The employer shall give the worker a written contract of employment.").reading("written-contract").status,
      "met",
    );
  });

  it("is missing where nothing is there, and na where the entry says so", () => {
    const { reading } = read("This Act may be cited as the Private Employment Agencies Act.");
    assert.equal(reading("no-worker-fees").status, "missing");
    assert.equal(reading("gate-fee-exceptions").status, "na");
  });

  it("does not count text without effect", () => {
    assert.equal(
      read(["> *Drafting note.* No agency shall charge a worker any fee for recruitment."]).reading("no-worker-fees").status,
      "missing",
    );
  });

  it("reads a list as complete sentences", () => {
    const { reading } = read([
      "A person shall not:",
      "",
      "(a) charge a worker any fee for recruitment;",
      "",
      "(b) retain the passport of a worker.",
    ]);
    assert.equal(reading("no-worker-fees").status, "met");
    assert.equal(reading("no-document-retention").status, "met");
  });

  it("joins the words that close a list to each item", () => {
    const { reading } = read([
      "A person who:",
      "",
      "(a) charges a worker any fee for recruitment;",
      "",
      "(b) retains the passport of a worker; or",
      "",
      "(c) hinders an inspector;",
      "",
      "commits an offence.",
    ]);
    assert.equal(reading("no-worker-fees").status, "met");
    assert.equal(reading("no-document-retention").status, "met");
  });

  it("reads the draft's own names by what it defines them to be", () => {
    const { reading } = read([
      "# Engagement of Hands Act",
      "",
      "2. In this Act,—",
      "",
      "“crimp” means a person who for reward recruits hands for employment by another;",
      "",
      "“hand” means a person who is employed or engaged under a contract of service.",
      "",
      "3. No crimp shall charge a hand any fee.",
    ]);
    assert.equal(reading("no-worker-fees").status, "met");
  });
});

describe("metamorphic readings", () => {
  const law = [
    "# Private Employment Agencies Act",
    "",
    "1. An agency shall not charge any fee or cost to a worker for recruitment.",
    "",
    "2. An employer shall give the worker a written contract of employment before departure.",
  ];

  it("a prohibition turned into a permission is a contradiction", () => {
    const flipped = law.map((l) => l.replace("shall not charge", "may charge"));
    assert.equal(read(law).findings("no-worker-fees").length, 0);
    assert.equal(read(flipped).findings("no-worker-fees")[0]?.kind, "contradiction");
  });

  it("the deciding provision taken out is a gap", () => {
    assert.equal(read(law.slice(0, 3)).findings("written-contract")[0]?.kind, "gap");
  });

  it("shall turned into may is a weak duty", () => {
    const weak = law.map((l) => l.replace("shall give", "may give"));
    assert.equal(read(weak).findings("written-contract")[0]?.kind, "weak-duty");
  });

  it("an exception on the worker's consent is over-broad", () => {
    const loophole = law.map((l) =>
      l.replace("for recruitment.", "for recruitment, except with the written consent of the worker."),
    );
    assert.equal(read(loophole).findings("no-worker-fees")[0]?.kind, "over-broad-exception");
  });

  for (const [name, change] of [
    ["wrapping", (s: string) => s.replaceAll(" ", "\n")],
    ["emphasis", (s: string) => s.replaceAll("shall", "**shall**").replaceAll("worker", "_worker_")],
    ["quoting", (s: string) => `> ${s}`],
    ["listing", (s: string) => `- ${s}`],
  ] as const)
    it(`${name} changes nothing`, () => {
      const clause = "An agency shall not charge any fee to a worker for recruitment.";
      assert.equal(read(change(clause)).reading("no-worker-fees").status, read(clause).reading("no-worker-fees").status);
    });
});

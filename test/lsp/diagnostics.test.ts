import assert from "node:assert/strict";
import { DiagnosticSeverity } from "vscode-languageserver-protocol";
import { PLAIN_EDITOR, startServer, until, type TestServer } from "../kit/server.ts";
import { BILL, billWith } from "./drafts.ts";

describe("diagnostics asked for by the editor", () => {
  let server: TestServer;
  before(async () => (server = await startServer({ settings: { include: ["included/**"] } })));
  after(() => server.stop());

  it("show a contradiction at its words, in plain language, with rule, source and official page", async () => {
    server.open("bill.md", BILL);
    const found = (await server.diagnostics("bill.md")).find(({ code }) => code === "no-worker-fees");
    assert.ok(found);
    assert.equal(server.textAt("bill.md", found.range), "A bureau may charge a worker a placement fee.");
    assert.equal(found.severity, DiagnosticSeverity.Error);
    assert.equal(found.source, "Fairdraft");
    assert.equal(
      found.message,
      "No recruitment fees or costs are charged to workers: “A bureau may charge a worker a placement fee” contradicts the standard",
    );
    assert.match(found.codeDescription?.href ?? "", /^https:\/\//u);
  });

  it("show the gaps of a group as one, where the clauses would belong, each requirement as related information", async () => {
    server.open("gaps.md", BILL);
    const all = await server.diagnostics("gaps.md");
    const fees = all.filter(({ message }) => message.startsWith("Fees and costs: "));
    assert.equal(fees.length, 1);
    const [gap] = fees;
    assert.ok(gap);
    assert.equal(gap.code, "fees");
    assert.equal(server.textAt("gaps.md", gap.range), "### Section 2. Fees");
    const related = gap.relatedInformation ?? [];
    assert.ok(related.some(({ message }) => message === "Fees taken unlawfully are paid back"));
    assert.ok(gap.message.startsWith(`Fees and costs: ${related.length} requirements have no provision: `));
    assert.ok(gap.message.includes("Fees taken unlawfully are paid back"));
    const onTitle = all.filter(({ range }) => range.start.line === 3);
    assert.ok(onTitle.length < 12, `${onTitle.length} diagnostics on the title`);
  });

  it("follow each change, and go when the text is mended", async () => {
    server.open("typing.md", BILL);
    const codes = async (): Promise<unknown[]> => (await server.diagnostics("typing.md")).map(({ code }) => code);
    assert.ok((await codes()).includes("no-worker-fees"));
    server.change(
      "typing.md",
      "A bureau may charge a worker a placement fee.",
      "No bureau shall charge a worker any recruitment fee or cost, directly or indirectly.",
    );
    assert.ok(!(await codes()).includes("no-worker-fees"));
    server.change("typing.md", "No bureau shall charge a worker any", "A bureau may charge a worker a");
    assert.ok((await codes()).includes("no-worker-fees"));
  });

  it("are unchanged while text and rules are, and only then", async () => {
    server.open("same.md", BILL);
    const first = await server.pull("same.md");
    assert.equal(first.kind, "full");
    assert.ok(first.resultId);
    assert.deepEqual(await server.pull("same.md", first.resultId), { kind: "unchanged", resultId: first.resultId });
    server.change("same.md", "First Schedule", "Second Schedule");
    assert.equal((await server.pull("same.md", first.resultId)).kind, "full");
  });

  it("count in UTF-16 units, with CRLF, accents, Arabic, emoji and a byte order mark", async () => {
    const before = "Café 👩‍⚖️ العمل — ";
    server.open("utf16.md", `\uFEFF${billWith("(1) A bureau may", `(1) ${before}. A bureau may`)}`.replaceAll("\n", "\r\n"));
    const found = (await server.diagnostics("utf16.md")).find(({ code }) => code === "no-worker-fees");
    assert.ok(found);
    assert.equal(server.textAt("utf16.md", found.range), "A bureau may charge a worker a placement fee.");
  });

  it("leave alone what says nothing of being a draft", async () => {
    const text = BILL.replace("kind: law\n", "title: A bill\n");
    server.open("readme.md", text);
    assert.deepEqual(await server.diagnostics("readme.md"), []);
    server.open("included/bill.md", text);
    assert.notDeepEqual(await server.diagnostics("included/bill.md"), []);
  });

  it("say what is wrong with the front matter, and still read the draft", async () => {
    server.open("broken.md", BILL.replace("kind: law\n", "kind: law\ntitle: [open\n"));
    const found = await server.diagnostics("broken.md");
    const problem = found.find(({ code }) => code === "front-matter");
    assert.match(problem?.message ?? "", /^The front matter cannot be read: ./u);
    assert.equal(problem?.severity, DiagnosticSeverity.Warning);
    assert.ok(found.some(({ code }) => code === "no-worker-fees"));
  });

  it("say once that a language is not checked, and nothing else", async () => {
    server.open("sw.md", "---\nkind: law\nlanguage: sw\n---\n# Sheria\n\n## 1. Ada\n\nWakala anaweza kutoza mfanyakazi ada.\n");
    const found = await server.diagnostics("sw.md");
    assert.deepEqual(
      found.map(({ code, severity }) => ({ code, severity })),
      [{ code: "language", severity: DiagnosticSeverity.Information }],
    );
    assert.match(found[0]?.message ?? "", /^This draft is in a language that is not checked yet \(sw\); readable: .*\ben\b/u);
  });

  it("say once that a document is too large", async () => {
    server.open("large.md", `---\nkind: law\n---\n${"A bureau may charge a worker a fee.\n\n".repeat(140_000)}`);
    const found = await server.diagnostics("large.md");
    assert.deepEqual(
      found.map(({ code, severity }) => ({ code, severity })),
      [{ code: "too-large", severity: DiagnosticSeverity.Information }],
    );
  });

  it("point to a place of the draft that says the opposite", async () => {
    server.open(
      "both.md",
      billWith(
        "## Part II",
        "(3) No person shall charge a worker any recruitment fee or cost, directly or indirectly.\n\n## Part II",
      ),
    );
    const found = (await server.diagnostics("both.md")).find(({ code }) => code === "no-worker-fees");
    assert.deepEqual(
      found?.relatedInformation?.map(({ message }) => message),
      ["section 2(3) gives effect to this requirement"],
    );
  });

  it("respect a comment that sets a finding aside with a reason, and none without", async () => {
    const aside = (comment: string): string => billWith("(1) A bureau may", `${comment}\n(1) A bureau may`);
    server.open("aside.md", aside("<!-- fairdraft-disable-next no-worker-fees: transitional, see the report -->"));
    server.open("noreason.md", aside("<!-- fairdraft-disable-next no-worker-fees -->"));
    const has = async (name: string): Promise<boolean> =>
      (await server.diagnostics(name)).some(({ code }) => code === "no-worker-fees");
    assert.equal(await has("aside.md"), false);
    assert.equal(await has("noreason.md"), true);
    const comment = (await server.diagnostics("noreason.md")).find(({ code }) => code === "unused-comment");
    assert.match(comment?.message ?? "", /gives no reason/u);
    assert.ok(comment && server.textAt("noreason.md", comment.range).startsWith("<!-- fairdraft-disable-next"));
    assert.ok(!(await server.diagnostics("aside.md")).some(({ code }) => code === "unused-comment"));
  });
});

describe("diagnostics pushed to the editor", () => {
  let server: TestServer;
  before(async () => (server = await startServer({ capabilities: PLAIN_EDITOR })));
  after(() => server.stop());

  it("come for each version, without what the editor does not know, and are cleared when the document closes", async () => {
    server.open("bill.md", BILL);
    const found = (await server.diagnostics("bill.md")).find(({ code }) => code === "no-worker-fees");
    assert.ok(found);
    assert.equal(found.relatedInformation, undefined);
    assert.equal(found.codeDescription, undefined);
    server.change("bill.md", "A bureau may charge a worker a placement fee.", "No fee or cost shall be charged to a worker.");
    assert.ok(!(await server.diagnostics("bill.md")).some(({ code }) => code === "no-worker-fees"));
    server.close("bill.md");
    await until(() => (server.published.at(-1)?.diagnostics.length === 0 ? true : undefined));
  });

  it("come once for a burst of typing, for the last version only", async () => {
    server.open("burst.md", BILL);
    for (let i = 0; i < 10; i++) server.change("burst.md", "Form of licence", `Form of licence ${i}`);
    await server.diagnostics("burst.md");
    const versions = server.published.filter(({ uri }) => uri.endsWith("burst.md")).map(({ version }) => version);
    assert.deepEqual(versions, [11]);
  });

  it("do not come after the document is closed", async () => {
    server.open("gone.md", BILL);
    server.close("gone.md");
    await new Promise((done) => setTimeout(done, 400));
    const published = server.published.filter(({ uri }) => uri.endsWith("gone.md"));
    assert.ok(published.every(({ diagnostics }) => diagnostics.length === 0));
  });
});

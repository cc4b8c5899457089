import assert from "node:assert/strict";
import { EDITOR, startServer, type TestServer } from "../kit/server.ts";
import { BILL, billWith } from "./drafts.ts";

describe("hover", () => {
  let server: TestServer;
  before(async () => (server = await startServer({ files: { "bill.md": BILL } })));
  after(() => server.stop());

  it("explains a finding and shows what it rests on", async () => {
    const text = (await server.hover("bill.md", "keep the passport")) ?? "";
    assert.match(text, /^\*\*Identity documents are not withheld\*\* \(GP\\&OG, general principle 11; /u);
    assert.match(text, /^Section 4 contradicts the standard/mu);
    assert.match(text, /^The standard: ./mu);
    assert.match(text, /^What to do: ./mu);
    assert.match(text, /^\*\*GP\\&OG, general principle 11\*\* · general principle, guidance$/mu);
    assert.match(text, /^\[[^\]]+\]\(https:\/\/[^)]+\)\. The official text prevails over this summary\./mu);
  });

  it("shows the card of a citation written in the draft", async () => {
    const text = (await server.hover("bill.md", "Convention No. 181, Article 7(1)")) ?? "";
    const paragraphs = text.split("\n\n");
    assert.equal(paragraphs[0], "**Convention No. 181, Article 7\\(1\\)** · binding on States that ratified it");
    assert.match(paragraphs[1] ?? "", /^Agencies may not charge workers any fee or cost/u);
    assert.match(paragraphs[2] ?? "", /^Key phrase: “.+”$/u);
    assert.match(paragraphs[3] ?? "", /^\[Private Employment Agencies Convention, 1997 \\\(No\. 181\\\)\]\(https:/u);
  });

  it("shows the instrument where it is cited as a whole", async () => {
    const text = (await server.hover("bill.md", "Convention No. 29")) ?? "";
    assert.match(text, /^\*\*Convention No\. 29\*\* · binding on States that ratified it\n\n\[Forced Labour Convention, 1930/u);
  });

  it("lists the requirements of a gap with their citations", async () => {
    const text = (await server.hover("bill.md", "### Section 2. Fees")) ?? "";
    assert.match(text, /^\*\*No provision of this draft provides for:\*\*$/mu);
    assert.match(text, /^- Fees taken unlawfully are paid back \(Convention No\. 181, Article 14\\\(3\\\); /mu);
  });

  it("says nothing where there is nothing", async () => {
    assert.equal(await server.hover("bill.md", "Form of licence"), null);
    server.open("readme.md", BILL.replace("kind: law\n", ""));
    assert.equal(await server.hover("readme.md", "keep the passport"), null);
  });

  it("shows hostile words of a draft as words", async () => {
    const words = "[click](command:evil) <img src=x> `x` http://evil.example";
    server.open("hostile.md", billWith("keep the passport of the worker", `keep the passport of the worker ${words}`));
    const text = (await server.hover("hostile.md", "keep the passport")) ?? "";
    assert.match(text, /Identity documents are not withheld/u);
    assert.doesNotMatch(text, /(?<!\\)<|\]\(command|command:|http:\/\//u);
    for (const link of text.matchAll(/(?<!\\)\]\(([^)]*)\)/gu)) assert.match(link[1] ?? "", /^https:\/\//u);
  });

  it("is plain text for an editor without Markdown", async () => {
    const plain = await startServer({
      files: { "bill.md": BILL },
      capabilities: { ...EDITOR, textDocument: { ...EDITOR.textDocument, hover: {} } },
    });
    const text = (await plain.hover("bill.md", "Convention No. 181, Article 7(1)")) ?? "";
    await plain.stop();
    assert.match(text, /^Convention No\. 181, Article 7\(1\) · binding on States that ratified it\n/u);
    assert.match(text, /^Private Employment Agencies Convention, 1997 \(No\. 181\) <https:[^>]+>\. The official text prevails/mu);
    assert.doesNotMatch(text, /\*\*|\\/u);
  });
});

import assert from "node:assert/strict";
import { startServer } from "../kit/server.ts";
import { BILL } from "./drafts.ts";

describe("folding", () => {
  it("folds front matter, parts, sections and schedules by whole lines, without the blank lines behind them", async () => {
    const server = await startServer({ files: { "bill.md": BILL, "crlf.md": BILL.replaceAll("\n", "\r\n") } });
    const lines = BILL.split("\n");
    for (const name of ["bill.md", "crlf.md"]) {
      const folded = (await server.foldingRanges(name)).map(
        ({ startLine, endLine }) => `${lines[startLine]} … ${lines[endLine]}`,
      );
      assert.deepEqual(folded, [
        "--- … ---",
        "## Part I: Preliminary … (2) This section has regard to Convention No. 181, Article 7(1), and to Convention No. 29.",
        '### Section 1. Interpretation … "Commissioner" means the Commissioner of Labour appointed under section 5.',
        "### Section 2. Fees … (2) This section has regard to Convention No. 181, Article 7(1), and to Convention No. 29.",
        "## Part II: Employment … The Minister shall appoint a Commissioner of Labour.",
        "### Section 3. Contract of employment … The bureau should give each worker a written contract of employment.",
        "### Section 4. Passports … The employer shall keep the passport of the worker.",
        "### Section 5. Commissioner … The Minister shall appoint a Commissioner of Labour.",
        "## First Schedule … 1. Form of licence.",
      ]);
    }
    await server.stop();
  });
});

/** What is told on standard error about drafts that were read; each note starts with the place in the file: ":12: …". */
import type { Suppressed } from "../config/suppressions.ts";
import type { Draft } from "../draft/types.ts";
import { rangeOf } from "../report/position.ts";

/** What is wrong with the front matter of a draft that was read all the same. */
export function draftNotes(draft: Draft): readonly string[] {
  const notes: string[] = [];
  const { error, values } = draft.frontMatter;
  if (error !== undefined) {
    // The parser counts lines from the fence; the line of the file stands in front already.
    const fault = error.message.replace(/\s+at line \d+, column \d+:?\s*$/u, "").replace(/[.:\s]+$/u, "");
    notes.push(
      `:${error.line + 1}: the front matter cannot be read: ${fault}. It was left out; the rest was read. Mend it at this line.`,
    );
  }
  if (error === undefined && values["kind"] !== undefined && !draft.kindStated) {
    notes.push(`: “kind: ${String(values["kind"])}” is neither “law” nor “bla”; read as ${draft.kind}. Write one of the two.`);
  }
  return notes;
}

/** Comments that set nothing aside: left standing they would hide a later finding without anybody's decision. */
export function unusedNotes(draft: Draft, suppressed: Suppressed): readonly string[] {
  return suppressed.unused.map(({ rules, reason, span }) => {
    const { startLine } = rangeOf(draft, span);
    const why =
      reason === "" ? "it gives no reason. Write one after a colon" : "there is no such finding there. Take the comment out";
    return `:${startLine}: the comment “fairdraft-disable-next ${rules.join(", ")}” sets nothing aside: ${why}.`;
  });
}

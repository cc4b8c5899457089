/** Says how a document stands, in the words of the custom messages. */
import { LEVELS } from "../config/level.ts";
import type { CheckedDocument } from "./checker.ts";
import type { DocumentStatus, FindingCounts } from "./customMessages.ts";

const NONE: FindingCounts = { error: 0, warning: 0, information: 0, hint: 0 };

/** The status of a checked document; of one that is not open when `checked` is null. `languages` are those that can be read. */
export function statusOf(uri: string, checked: CheckedDocument | null, languages: readonly string[]): DocumentStatus {
  if (checked === null) return { uri, state: "not-read", reason: "The document is not open.", counts: NONE };
  if (checked.state === "read") {
    const { draft, findings } = checked;
    const counts = { ...NONE };
    for (const level of LEVELS) counts[level] = findings.filter((finding) => finding.severity === level).length;
    return { uri, state: "read", counts, kind: draft.kind, language: draft.language };
  }
  if (checked.state === "not-read") {
    return {
      uri,
      state: "not-read",
      reason: noLexicon(checked.draft.language, languages),
      counts: NONE,
      language: checked.draft.language,
    };
  }
  if (checked.state === "failed") return { uri, state: "not-read", reason: FAILED, counts: NONE };
  return { uri, state: checked.state, reason: checked.state === "too-large" ? TOO_LARGE : NOT_A_DRAFT, counts: NONE };
}

export const TOO_LARGE = "The document is longer than 5 million characters and was not read. Split it, one law a file.";
export const FAILED =
  "This draft could not be read because of a fault in Fairdraft. The output of Fairdraft says more; please report it.";
const NOT_A_DRAFT =
  "Nothing says that this is a draft: its front matter has no “kind: law” or “kind: bla”, and no setting includes it.";

/** Why a draft in a language was not read. */
export function noLexicon(language: string, languages: readonly string[]): string {
  const readable = languages.join(", ");
  return language === "und"
    ? `The language of this draft cannot be told, so it was not checked. Write “language: …” in the front matter; readable: ${readable}.`
    : `This draft is in a language that is not checked yet (${language}); readable: ${readable}.`;
}

/** Sends each new status of a document once. */
export class StatusReporter {
  readonly #send: (status: DocumentStatus) => void;
  readonly #last = new Map<string, string>();

  constructor(send: (status: DocumentStatus) => void) {
    this.#send = send;
  }

  report(status: DocumentStatus): void {
    const written = JSON.stringify(status);
    if (this.#last.get(status.uri) === written) return;
    this.#last.set(status.uri, written);
    this.#send(status);
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

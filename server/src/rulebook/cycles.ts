/** Concepts whose phrases lead back to themselves: no reading order exists for them. */
import type { RawLexicon } from "../language/lexicon.ts";
import { conceptsIn } from "./concepts.ts";
import type { LexiconFile } from "./lexicons.ts";
import { problemAt } from "./parse.ts";
import type { Problem } from "./problems.ts";

/** Reports each phrase that closes a circle of concepts and leaves it out of the lexicon of its language. */
export function cyclicConcepts(
  files: readonly LexiconFile[],
  lexicons: Readonly<Record<string, RawLexicon>>,
): { readonly lexicons: Readonly<Record<string, RawLexicon>>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const result = Object.entries(lexicons).map(([language, lexicon]): [string, RawLexicon] => {
    const concepts = new Map(Object.entries(lexicon.concepts));
    for (let closing = closingPhrase(concepts); closing !== undefined; closing = closingPhrase(concepts)) {
      const { concept, phrase, circle } = closing;
      concepts.set(
        concept,
        (concepts.get(concept) ?? []).filter((other) => other !== phrase),
      );
      const message = `the phrase “${phrase}” makes concepts depend on each other in a circle: ${circle.join(" → ")}`;
      for (const { parsed, raw } of files) {
        const index = raw.language === language ? (raw.concepts?.[concept]?.indexOf(phrase) ?? -1) : -1;
        if (index >= 0) problems.push(problemAt(parsed, ["concepts", concept, index], { kind: "phrase", message }));
      }
    }
    return [language, { ...lexicon, concepts: Object.fromEntries(concepts) }];
  });
  return { lexicons: Object.fromEntries(result), problems };
}

interface ClosingPhrase {
  readonly concept: string;
  readonly phrase: string;
  readonly circle: readonly string[];
}

function closingPhrase(concepts: ReadonlyMap<string, readonly string[]>): ClosingPhrase | undefined {
  const done = new Set<string>();
  const visit = (concept: string, path: readonly string[]): ClosingPhrase | undefined => {
    if (done.has(concept)) return undefined;
    const here = [...path, concept];
    for (const phrase of concepts.get(concept) ?? []) {
      for (const name of conceptsIn(phrase)) {
        if (here.includes(name)) return { concept, phrase, circle: [...here.slice(here.indexOf(name)), name] };
        const closing = visit(name, here);
        if (closing) return closing;
      }
    }
    done.add(concept);
    return undefined;
  };
  for (const concept of concepts.keys()) {
    const closing = visit(concept, []);
    if (closing) return closing;
  }
  return undefined;
}

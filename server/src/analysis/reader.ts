/** The one function that every face asks: a draft read against the rulebook. */
import type { Draft } from "../draft/types.ts";
import { Language } from "../language/language.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { explainProvision, type ProvisionExplanation } from "./explain.ts";
import { findingsOf } from "./findings.ts";
import { scanDraft, type ScannedDraft } from "./sentences.ts";
import { compileRequirement, readRequirement, type CompiledRequirement } from "./statuses.ts";
import type { Analysis } from "./types.ts";
import { namesByRole, vocabularyOf } from "./vocabulary.ts";

export class Reader {
  readonly rulebook: Rulebook;
  readonly #languages = new Map<string, Language>();
  readonly #requirements: readonly CompiledRequirement[];

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook;
    this.#requirements = rulebook.requirements.map(compileRequirement);
  }

  /** The languages that drafts are read in, sorted. */
  get languages(): readonly string[] {
    return Object.keys(this.rulebook.lexicons).sort();
  }

  /** Reads `draft` against every requirement for its kind; `read` is false when its language has no lexicon. Never throws on a draft. */
  read(draft: Draft): Analysis {
    const language = this.#language(draft.language);
    if (!language) return { read: false, requirements: [], findings: [] };
    const scanned = this.#scan(draft, language);
    const readings = this.#requirements
      .filter((c) => c.requirement.on.includes(draft.kind))
      .map((c) => ({ requirement: c.requirement, reading: readRequirement(c, scanned) }));
    return { read: true, requirements: readings.map((r) => r.reading), findings: findingsOf(readings, scanned) };
  }

  /** How one provision is read; null when the language has no lexicon or there is no such provision. */
  explain(draft: Draft, provision: number): ProvisionExplanation | null {
    const language = this.#language(draft.language);
    if (!language || !draft.provisions[provision]) return null;
    const requirements = this.#requirements.filter((c) => c.requirement.on.includes(draft.kind));
    return explainProvision(this.#scan(draft, language), provision, requirements);
  }

  /** What the draft calls an agency, a worker, an employer …: concept to the first term defined as such. */
  termsByRole(draft: Draft): Readonly<Record<string, string>> {
    const language = this.#language(draft.language);
    return language ? namesByRole(draft, language) : {};
  }

  #scan(draft: Draft, language: Language): ScannedDraft {
    return scanDraft(draft, language, language.terms(vocabularyOf(draft, language)));
  }

  #language(code: string): Language | null {
    const known = this.#languages.get(code);
    if (known) return known;
    const raw = this.rulebook.lexicons[code];
    if (!raw) return null;
    const language = new Language(raw);
    this.#languages.set(code, language);
    return language;
  }
}

/** A reader for `rulebook`; lexicons are compiled when first needed. */
export function createReader(rulebook: Rulebook): Reader {
  return new Reader(rulebook);
}

/** Quick fixes: insert a clause, make a duty binding, set a finding aside. What they change is worked out when one is picked. */
import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from "vscode-languageserver";
import type { Reader } from "../analysis/reader.ts";
import type { Finding } from "../analysis/types.ts";
import type { SourceEdit } from "../fixes/edit.ts";
import { fitClause } from "../fixes/fitClause.ts";
import { strengthen } from "../fixes/strengthen.ts";
import { suppress } from "../fixes/suppress.ts";
import { requirementTexts } from "../report/messages.ts";
import { requirementById } from "../rulebook/cites.ts";
import type { Clause } from "../rulebook/types.ts";
import type { Checker, ReadDocument } from "./checker.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { SOURCE, type DiagnosticsProvider } from "./diagnostics.ts";
import { requirementTitle } from "./requirementTitle.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

/** What a code action carries until it is picked. */
interface FixData {
  readonly uri: string;
  readonly fingerprint: string;
  readonly fix: "insert" | "strengthen" | "suppress";
  readonly clause?: string;
}

interface Offer {
  readonly title: string;
  readonly data: FixData;
  readonly diagnostic: Diagnostic | undefined;
}

export class CodeActionsProvider {
  readonly #reader: Reader;
  readonly #checker: Checker;
  readonly #diagnostics: DiagnosticsProvider;
  readonly #client: ClientFeatures;

  constructor(reader: Reader, checker: Checker, diagnostics: DiagnosticsProvider, client: ClientFeatures) {
    this.#reader = reader;
    this.#checker = checker;
    this.#diagnostics = diagnostics;
    this.#client = client;
  }

  /** The quick fixes for the diagnostics asked about, else for all that touch the range; their edits are left to {@link resolve} when the client resolves them. */
  provideCodeActions(read: ReadDocument, params: CodeActionParams): CodeAction[] {
    const { only } = params.context;
    if (
      only !== undefined &&
      !only.some((kind) => CodeActionKind.QuickFix === kind || CodeActionKind.QuickFix.startsWith(`${kind}.`) || kind === "")
    )
      return [];
    const asked = params.context.diagnostics.filter((one) => one.source === SOURCE);
    const offers = this.#diagnostics.shownFindings(read).flatMap(({ diagnostic, findings }) => {
      const known = asked.find((one) => one.code === diagnostic.code && equalRanges(one.range, diagnostic.range));
      const meant = asked.length > 0 ? known !== undefined : touches(diagnostic.range, params.range);
      return meant ? findings.flatMap((finding) => this.#offers(finding, read, known)) : [];
    });
    const fixes = offers.filter((offer) => offer.data.fix !== "suppress");
    const suppressions = offers.filter((offer) => offer.data.fix === "suppress");
    return [...fixes, ...suppressions].map((offer) => this.#action(offer, read));
  }

  /** The action with its edit, against the present text; fails with ContentModified when the finding is no longer there. */
  async resolve(action: CodeAction): Promise<CodeAction> {
    if (!isFixData(action.data)) return action;
    const read = await this.#checker.read(action.data.uri);
    const edit = read === null ? null : this.#edit(action.data, read);
    if (read === null || edit === null) {
      throw new ResponseError(LSPErrorCodes.ContentModified, "The draft has changed: this finding is no longer there.");
    }
    return { ...action, edit: workspaceEdit(read.document, edit, this.#client) };
  }

  #offers(finding: Finding, read: ReadDocument, diagnostic: Diagnostic | undefined): Offer[] {
    const of = (title: string, data: Omit<FixData, "uri" | "fingerprint">): Offer => ({
      title,
      data: { uri: read.document.uri, fingerprint: finding.fingerprint, ...data },
      diagnostic,
    });
    const offers: Offer[] = [];
    const name = requirementTitle(this.#reader.rulebook, finding.rule);
    if (finding.kind === "gap") {
      const clauses = this.#clauses(finding, read);
      for (const clause of clauses) {
        const variant = clauses.length > 1 ? ` (${clause.label})` : "";
        offers.push(of(`Insert clause: ${name}${variant}`, { fix: "insert", clause: clause.id }));
      }
    } else {
      const change = strengthen(finding, read.draft);
      if (change !== null) offers.push(of(`Change “${change.from}” to “${change.to}”: ${name}`, { fix: "strengthen" }));
    }
    offers.push(of(`Set aside with a reason: ${name}`, { fix: "suppress" }));
    return offers;
  }

  #action(offer: Offer, read: ReadDocument): CodeAction {
    const action: CodeAction = {
      title: offer.title,
      kind: CodeActionKind.QuickFix,
      ...(offer.diagnostic === undefined ? {} : { diagnostics: [offer.diagnostic] }),
    };
    if (this.#client.resolveCodeActionEdit) return { ...action, data: offer.data };
    const edit = this.#edit(offer.data, read);
    return edit === null ? action : { ...action, edit: workspaceEdit(read.document, edit, this.#client) };
  }

  #edit(data: FixData, read: ReadDocument): SourceEdit | null {
    const finding = read.findings.find((candidate) => candidate.fingerprint === data.fingerprint);
    if (finding === undefined) return null;
    if (data.fix === "suppress") return suppress(finding, read.draft);
    if (finding.kind !== "gap") return strengthen(finding, read.draft)?.edit ?? null;
    const clause = this.#clauses(finding, read).find((candidate) => candidate.id === data.clause);
    return clause === undefined ? null : fitClause(clause, read.draft, finding, this.#reader.termsByRole(read.draft));
  }

  /** The clause variants for the kind of the draft, in its language or in English. */
  #clauses(finding: Finding, read: ReadDocument): readonly Clause[] {
    const requirement = requirementById(this.#reader.rulebook, finding.rule);
    const texts = requirement === undefined ? undefined : requirementTexts(requirement, read.draft.language);
    return texts?.clauses.filter((clause) => clause.for === read.draft.kind) ?? [];
  }
}

function isFixData(data: unknown): data is FixData {
  if (typeof data !== "object" || data === null) return false;
  const { uri, fingerprint, fix } = data as Record<string, unknown>;
  return (
    typeof uri === "string" && typeof fingerprint === "string" && (fix === "insert" || fix === "strengthen" || fix === "suppress")
  );
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function equalRanges(a: Range, b: Range): boolean {
  return [a.start, a.end].every((position, i) => {
    const other = i === 0 ? b.start : b.end;
    return position.line === other.line && position.character === other.character;
  });
}

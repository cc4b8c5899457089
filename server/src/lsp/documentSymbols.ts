/** The outline of a draft: its parts, articles, paragraphs and schedules. */
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Draft, Unit, UnitKind } from "../draft/types.ts";
import { rangeOf } from "./diagnostics.ts";

const KINDS: Readonly<Partial<Record<UnitKind, SymbolKind>>> = {
  part: SymbolKind.Namespace,
  title: SymbolKind.Namespace,
  chapter: SymbolKind.Module,
  article: SymbolKind.Class,
  section: SymbolKind.Class,
  paragraph: SymbolKind.Method,
  item: SymbolKind.Field,
  definition: SymbolKind.Constant,
  schedule: SymbolKind.Package,
  preamble: SymbolKind.String,
};

/** The units of a draft as a tree; notes, tables, and paragraphs and items without number or heading are left out. */
export function documentSymbols(draft: Draft, document: TextDocument): DocumentSymbol[] {
  return draft.units.filter((unit) => unit.parent === null).flatMap((unit) => symbolsOf(unit, draft, document));
}

/** The same without nesting, for clients that show no tree. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...flatSymbols(symbol.children ?? [], uri, symbol.name),
  ]);
}

function symbolsOf(unit: Unit, draft: Draft, document: TextDocument): DocumentSymbol[] {
  const children = unit.children
    .map((index) => draft.units[index])
    .flatMap((child) => (child === undefined ? [] : symbolsOf(child, draft, document)));
  const kind = KINDS[unit.kind];
  const nameless = (unit.kind === "paragraph" || unit.kind === "item") && unit.number === undefined && unit.heading === undefined;
  if (kind === undefined || nameless) return children;
  const range = rangeOf(document, unit.span);
  const lineEnd = draft.source.indexOf("\n", unit.span.start);
  const selection = rangeOf(document, {
    start: unit.span.start,
    end: Math.min(unit.span.end, lineEnd < 0 ? unit.span.end : lineEnd),
  });
  const name = nameOf(unit, draft);
  return [{ name, ...(unit.repealed ? { detail: "repealed" } : {}), kind, range, selectionRange: selection, children }];
}

/** "Part II: Fees", "Section 12: Refunds", "(1) A licensee shall…", "4.2 The Participants…", "“licensee”". */
function nameOf(unit: Unit, draft: Draft): string {
  if (unit.kind === "definition") return /“[^”]*”/u.exec(unit.label)?.[0] ?? unit.label;
  const own = unit.own[0];
  const words = unit.heading ?? (own === undefined ? "" : firstWords(draft.source.slice(own.start, own.end)));
  if (unit.kind === "paragraph" || unit.kind === "item") {
    const number = unit.number === undefined || unit.number.includes(".") ? unit.number : `(${unit.number})`;
    return [number, words].filter((part) => part !== undefined && part !== "").join(" ") || unit.label;
  }
  const label = unit.label.slice(0, 1).toUpperCase() + unit.label.slice(1);
  return unit.heading === undefined || unit.number === undefined ? label : `${label}: ${unit.heading}`;
}

function firstWords(text: string): string {
  const plain = text
    .replace(/^[\s>*_#+-]*\(?[\w.]{1,8}[).]?\s+/u, "")
    .replace(/[*_`]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return plain.length <= 50 ? plain : `${plain.slice(0, plain.lastIndexOf(" ", 50)).trimEnd()}…`;
}

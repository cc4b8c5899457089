/** YAML with positions: reads one file of the rulebook and tells where each of its values stands. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Document, Node, Pair, YAMLMap, YAMLParseError } from "yaml";
import { tooDeepAt } from "../draft/yamlNesting.ts";
import type { Problem, ProblemKind } from "./problems.ts";

export type KeyPath = readonly (string | number)[];

export interface ParsedFile {
  readonly file: string;
  readonly text: string;
  /** Plain data; undefined when the file cannot be used. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly document: Document.Parsed | undefined;
  readonly lines: LineCounter;
}

const largestFile = 1_000_000;
const mostAliases = 50;
const refusedKeys = new Set(["__proto__", "constructor", "prototype"]);

/** Parses one YAML file; never throws: syntax errors, custom tags, alias bombs and refused keys become problems and leave `value` undefined. */
export function parseFile(file: string, text: string): ParsedFile {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const refuse = (kind: ProblemKind, offset: number, message: string): void => {
    problems.push({ kind, file, ...position(lines, offset), path: "", message });
  };
  const result = (value: unknown, document?: Document.Parsed): ParsedFile => ({ file, text, value, problems, document, lines });

  if (text.length > largestFile) {
    refuse("forbidden", 0, `the file is larger than ${largestFile} characters`);
    return result(undefined);
  }
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined) {
    countLines(lines, text);
    refuse("forbidden", tooDeep, "the file is nested too deeply");
    return result(undefined);
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
      logLevel: "silent",
    });
    for (const error of document.errors) refuse("syntax", error.pos[0], plainMessage(error));
    for (const warning of document.warnings) refuse("forbidden", warning.pos[0], warning.message);
    let firstAlias = 0;
    visit(document, {
      Map: (_, map) => {
        for (const { key, name } of repeatedKeys(map)) refuse("duplicate", offsetOf(key), `the key “${name}” stands there twice`);
      },
      Alias: (_, alias) => {
        firstAlias ||= alias.range?.[0] ?? 0;
      },
      Pair: (_, pair) => {
        if (refusedKeys.has(keyOf(pair))) refuse("forbidden", offsetOf(pair.key), `the key “${keyOf(pair)}” is not allowed`);
      },
    });
    if (problems.length > 0) return result(undefined, document);
    try {
      return result(document.toJS({ maxAliasCount: mostAliases }), document);
    } catch {
      refuse("forbidden", firstAlias, "the aliases of this file cannot be resolved or expand to too much");
      return result(undefined, document);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse("syntax", 0, "the file is nested too deeply");
    return result(undefined);
  }
}

/** A problem at the value that `path` leads to, or at its key when `at` is "key"; falls back to the nearest place above that exists. */
export function problemAt(
  parsed: ParsedFile,
  path: KeyPath,
  problem: { readonly kind: ProblemKind; readonly message: string; readonly suggestion?: string | undefined },
  at: "key" | "value" | { readonly text: string } = "value",
): Problem {
  const { suggestion, ...rest } = problem;
  return {
    ...rest,
    file: parsed.file,
    ...position(parsed.lines, offsetAt(parsed, path, at)),
    path: pathText(path),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** "match.satisfied[0].act" for people. */
export function pathText(path: KeyPath): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}

/** The keys of the map at the top-level key `name`, also in a file that cannot be used: what its author meant to declare. */
export function declaredKeys(parsed: ParsedFile, name: string): string[] {
  const map = parsed.document?.get(name);
  return isMap(map) ? map.items.map(keyOf).filter((key) => key !== "") : [];
}

function offsetAt(parsed: ParsedFile, path: KeyPath, at: "key" | "value" | { readonly text: string }): number {
  let node: unknown = parsed.document?.contents;
  let key: unknown;
  for (const step of path) {
    if (isAlias(node) && parsed.document) node = node.resolve(parsed.document);
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (pair === undefined) break;
      key = pair.key;
      node = pair.value ?? pair.key;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (item === undefined) break;
      key = item;
      node = item;
    } else break;
  }
  if (at === "key") return offsetOf(key ?? node);
  if (at === "value") return offsetOf(node);
  const [start, end] = rangeOf(node);
  const found = parsed.text.indexOf(at.text, start);
  return found >= 0 && found < end ? found : start;
}

/** Linear, unlike the parser's own check. */
function repeatedKeys(map: YAMLMap): { readonly key: unknown; readonly name: string }[] {
  const seen = new Set<string>();
  return map.items.flatMap((pair) => {
    const name = keyOf(pair);
    const repeated = seen.has(name);
    seen.add(name);
    return repeated ? [{ key: pair.key, name }] : [];
  });
}

function countLines(lines: LineCounter, text: string): void {
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
}

function plainMessage({ code, message }: YAMLParseError): string {
  return code === "BAD_SCALAR_START" ? `${message}: put the value in quotes` : message;
}

function keyOf(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}

function offsetOf(node: unknown): number {
  return rangeOf(node)[0];
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

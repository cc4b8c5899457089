import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { LineCounter, parseDocument } from "yaml";
import type { FrontMatter } from "./types.ts";
import { tooDeepAt } from "./yamlNesting.ts";

const processor = unified().use(remarkParse).use(remarkFrontmatter, ["yaml"]).freeze();
const OPENING = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)/;
const CLOSING = /(?:\r\n|\r|\n)---[ \t]*(?=\r|\n|$)/g;
const LONGEST = 100_000;
const KEY_LINE = /^[A-Za-z_][\w-]*[ \t]*:/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The YAML block at the top of a draft: its keys and its source range (UTF-16, fences included). A broken block gives `{}` and an
 * `error` with the 0-based line of the source; it never throws.
 */
export function readFrontMatter(source: string): FrontMatter {
  const opening = OPENING.exec(source);
  if (!opening) return { values: {}, span: null };
  CLOSING.lastIndex = opening[0].length - (opening[0].endsWith("\r\n") ? 2 : 1);
  const closing = CLOSING.exec(source);
  if (!closing) {
    if (!KEY_LINE.test(source.slice(opening[0].length, opening[0].length + 200))) return { values: {}, span: null };
    return { values: {}, span: null, error: { message: "The front matter has no closing line of three dashes.", line: 0 } };
  }
  const end = closing.index + closing[0].length;
  const node = processor.parse(source.slice(0, end)).children[0];
  if (!node || node.type !== "yaml") return { values: {}, span: null };
  const span = { start: source.startsWith("\ufeff") ? 1 : 0, end };
  return { span, ...parseValues(source.slice(opening[0].length, closing.index)) };
}

function parseValues(text: string): Pick<FrontMatter, "values" | "error"> {
  const lineCounter = new LineCounter();
  const deep = text.length > LONGEST ? LONGEST : tooDeepAt(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split("\n").length;
    return { values: {}, error: { message: "The front matter is nested too deeply or too long to be read.", line } };
  }
  try {
    const document = parseDocument(text, { lineCounter, logLevel: "silent", uniqueKeys: true });
    const problem = document.errors[0];
    if (problem) {
      const line = lineCounter.linePos(problem.pos[0]).line;
      return { values: {}, error: { message: problem.message.split("\n")[0] ?? "Broken YAML.", line } };
    }
    const values: unknown = document.toJS({ maxAliasCount: 50 }) ?? {};
    if (isRecord(values)) return { values };
    return { values: {}, error: { message: "The front matter is not a list of keys with values.", line: 1 } };
  } catch (error) {
    return { values: {}, error: { message: error instanceof Error ? error.message : "Broken YAML.", line: 1 } };
  }
}

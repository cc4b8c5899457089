/** A guard before the YAML parser, which recurses: nesting deep enough to exhaust the stack can end the whole process. */
import { Lexer } from "yaml";

const deepest = 64;
const widestIndent = 256;
/** The lexer puts this before the text of a scalar. */
const scalarMark = "\u001f";

/** The 0-based offset at which `text` nests deeper than any honest file, or undefined. */
export function tooDeepAt(text: string): number | undefined {
  let offset = 0;
  let flow = 0;
  let onLine = 0;
  let lineStart = true;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (inScalar) inScalar = false;
    else if (token === scalarMark) inScalar = true;
    else if (token === "[" || token === "{") flow++;
    else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
    else if (token === "-" || token === "?") onLine++;
    else if (token === "\n" || token === "\r\n") onLine = 0;
    else if (lineStart && token.startsWith(" ") && token.length > widestIndent) return offset;
    lineStart = token.endsWith("\n");
    if (flow + onLine > deepest) return offset;
    if (!isMark(token)) offset += token.length;
  }
  return undefined;
}

/** Marks of the lexer stand for no character of the text. */
function isMark(token: string): boolean {
  return token === scalarMark || token === "\u0002" || token === "\u0018";
}

/** Reads the bytes of a draft as text, and says in plain words why it cannot. */
import { readFileSync, statSync } from "node:fs";

/** Larger files are refused: no law is that long, and a generated one would hold the machine for minutes. */
export const LARGEST_BYTES = 20 * 1024 * 1024;

export type TextReading =
  | { readonly text: string; readonly notes: readonly string[] }
  /** `what` continues a sentence that starts with the name of the file; it ends with what to do. */
  | { readonly text: null; readonly what: string; readonly empty: boolean };

/** Reads a file as text without byte order mark; never throws for a bad file. */
export function readTextFile(path: string): TextReading {
  try {
    const { size } = statSync(path);
    return size > LARGEST_BYTES ? tooLarge(size) : decode(readFileSync(path));
  } catch (error) {
    return refused(unreadable(error));
  }
}

/** Reads standard input to its end, as a file is read. */
export function readStandardInput(): TextReading {
  try {
    return decode(readFileSync(0));
  } catch (error) {
    return refused(unreadable(error));
  }
}

/** Bytes as text: UTF-8, or UTF-16 when a byte order mark says so. */
export function decode(bytes: Uint8Array): TextReading {
  if (bytes.length > LARGEST_BYTES) return tooLarge(bytes.length);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (utf16 !== null) return unlessEmpty(new TextDecoder(utf16).decode(bytes), []);
  if (bytes.includes(0)) {
    return refused("is not text (it holds NUL bytes). Convert the document to Markdown and check that file.");
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  return unlessEmpty(text, brokenUtf8(bytes, text));
}

function unlessEmpty(text: string, notes: readonly string[]): TextReading {
  if (text.trim() !== "") return { text, notes };
  return { text: null, what: "is empty: there is nothing to read. Name a file with the text of the draft.", empty: true };
}

function refused(what: string): TextReading {
  return { text: null, what, empty: false };
}

function brokenUtf8(bytes: Uint8Array, text: string): readonly string[] {
  const at = text.indexOf("\ufffd");
  if (at < 0) return [];
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return [];
  } catch {
    const line = text.slice(0, at).split("\n").length;
    return [
      `:${line}: is not valid UTF-8 from this line on; the characters that cannot be read were replaced. Save the file as UTF-8.`,
    ];
  }
}

function tooLarge(size: number): TextReading {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
  return refused(
    `is too large (${megabytes(size)} MB; at most ${megabytes(LARGEST_BYTES)} MB are read). Split it, one law a file.`,
  );
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "does not exist. Check the name and the folder you are in.";
  if (code === "EACCES" || code === "EPERM") return "may not be read: you lack the permission.";
  if (code === "EISDIR") return "is a folder, not a file.";
  return `cannot be read (${code === "" ? String(error) : code}).`;
}

/** Which files a command line means: files as named, folders and patterns searched for Markdown. */
import { realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

export interface FoundFile {
  readonly absolute: string;
  /** For people: forward slashes, relative to the working folder when it lies below it. */
  readonly path: string;
  /** Named itself, and so read whatever it is; else found by searching, and read only if it says that it is a draft. */
  readonly named: boolean;
}

export interface Found {
  /** Sorted by path, each file once. */
  readonly files: readonly FoundFile[];
  /** Arguments that lead nowhere: what, where, what to do. */
  readonly problems: readonly string[];
}

const MARKDOWN = "**/*.{md,markdown}";
const PASSED_BY = ["**/node_modules/**"];

/** Resolves arguments against `cwd`; standard input ("-") is not among them. */
export function findDrafts(args: readonly string[], cwd: string): Found {
  const found = new Map<string, FoundFile>();
  const problems: string[] = [];
  const add = (absolute: string, named: boolean): void => {
    const key = identity(absolute);
    const known = found.get(key);
    if (known === undefined) found.set(key, { absolute, path: shownPath(absolute, cwd), named });
    else if (named && !known.named) found.set(key, { ...known, named });
  };
  for (const arg of args) {
    const kind = kindOf(resolve(cwd, arg));
    if (kind === "file") {
      add(resolve(cwd, arg), true);
      continue;
    }
    const pattern = arg.replaceAll("\\", "/");
    if (kind === null && !tinyglobby().isDynamicPattern(pattern)) {
      problems.push(`${arg}: does not exist. Check the name and the folder you are in.`);
      continue;
    }
    const matches = kind === "folder" ? search(MARKDOWN, resolve(cwd, arg)) : search(pattern, cwd).filter(isMarkdown);
    if (matches.length === 0) problems.push(nothingIn(arg, kind === "folder"));
    for (const match of matches) add(match, false);
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, problems };
}

/** A path as it is printed: forward slashes, relative to `cwd` when it lies below it. */
export function shownPath(absolute: string, cwd: string): string {
  const below = relative(cwd, absolute);
  const path = below === "" || below.startsWith("..") || isAbsolute(below) ? absolute : below;
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

function search(pattern: string, cwd: string): readonly string[] {
  return tinyglobby().globSync(pattern, { cwd, absolute: true, dot: false, ignore: PASSED_BY, expandDirectories: false });
}

/** Required when needed: files named one by one do without it, and its ES build asks for an import.meta.url that a CommonJS bundle lacks. */
function tinyglobby(): typeof import("tinyglobby") {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("tinyglobby") as typeof import("tinyglobby");
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/iu.test(path);
}

function nothingIn(arg: string, folder: boolean): string {
  return folder
    ? `${arg}: holds no Markdown file (*.md, *.markdown). Name the folder where the drafts lie.`
    : `${arg}: no Markdown file matches this pattern. Check the pattern and the folder you are in.`;
}

function kindOf(path: string): "file" | "folder" | null {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

/** One key for one file, however it is reached. */
function identity(absolute: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    return absolute;
  }
}

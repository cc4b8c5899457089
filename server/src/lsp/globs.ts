/** Globs on document paths, matched in time linear in pattern times path: `*`, `**`, `?`, `{a,b}`. */

const MAX_ALTERNATIVES = 64;

/** True when the path of `uri` matches one of `globs`; a glob without a leading slash may match from any folder on. */
export function matchesGlobs(uri: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  const path = pathOf(uri);
  return globs.some((glob) => braces(glob.replaceAll("\\", "/")).some((pattern) => matchesPath(path, pattern)));
}

function pathOf(uri: string): readonly string[] {
  const withoutScheme = uri.replace(/^[a-z][\w+.-]*:(?:\/\/[^/]*)?/iu, "").replace(/[?#].*$/u, "");
  return withoutScheme
    .split("/")
    .filter((segment) => segment !== "")
    .map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function braces(glob: string): readonly string[] {
  let patterns = [glob];
  for (;;) {
    const next = patterns.flatMap((pattern) => {
      const open = /\{([^{}]*)\}/u.exec(pattern);
      if (open === null) return [pattern];
      const head = pattern.slice(0, open.index);
      const tail = pattern.slice(open.index + open[0].length);
      return (open[1] ?? "").split(",").map((choice) => head + choice + tail);
    });
    if (next.length > MAX_ALTERNATIVES) return patterns;
    if (next.length === patterns.length && next.every((pattern, i) => pattern === patterns[i])) return next;
    patterns = next;
  }
}

function matchesPath(path: readonly string[], pattern: string): boolean {
  const rooted = pattern.startsWith("/");
  const parts = pattern
    .replace(/^\.\//u, "")
    .split("/")
    .filter((part) => part !== "");
  if (parts.length === 0) return false;
  const wanted = rooted ? parts : ["**", ...parts];
  return matchesRow(
    path,
    wanted,
    (segment, part) => part === "**" || matchesRow([...segment], [...part], matchesCharacter, "*"),
    "**",
  );
}

function matchesCharacter(character: string, part: string): boolean {
  return part === "?" || part === "*" || part === character;
}

/** Row against pattern row, where `many` stands for any number of entries. */
function matchesRow<T>(
  row: readonly T[],
  pattern: readonly string[],
  one: (entry: T, part: string) => boolean,
  many: string,
): boolean {
  let at = 0;
  let step = 0;
  let star = -1;
  let retry = 0;
  while (at < row.length) {
    const part = pattern[step];
    if (part === many) {
      star = step++;
      retry = at;
    } else if (part !== undefined && one(row[at] as T, part)) {
      at++;
      step++;
    } else if (star >= 0) {
      step = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  while (pattern[step] === many) step++;
  return step === pattern.length;
}

/** Plain text inside Markdown: whatever stands in a draft, it shows as text, never as a link, an image or HTML. */

/** Escapes `text` for one line of Markdown: no mark-up, no HTML, no bare address that an editor would make a link. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>()#|~!&$]/gu, "\\$&")
    .replace(/^([+-]|\d+(?=[.]))/u, (mark) => (/\d/u.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d+)\./u, "$1\\.")
    .replace(/:(?=\/\/|\\|[a-z])/giu, "\\:")
    .replace(/@(?=\w)/gu, "\\@")
    .replace(/\bwww\./giu, (www) => `${www.slice(0, 3)}\\.`);
}

/** A link to an https address; other addresses give the label alone. */
export function markdownLink(label: string, url: string): string {
  if (!/^https:\/\/[\w.-]+(?:[/?#]|$)/iu.test(url)) return markdownText(label);
  return `[${markdownText(label)}](${encodeURI(decodeSafely(url)).replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

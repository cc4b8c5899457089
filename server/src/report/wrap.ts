/** Text set to a width, counted in terminal cells. */

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Number of terminal cells a text takes, without line breaks. */
export function cells(text: string): number {
  if (/^[\u0020-\u007e]*$/u.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/**
 * Breaks a text at blanks into lines of at most `width` cells; the first line starts with `first`, the others with `rest`
 * (both counted). A word longer than a line is broken.
 */
export function wrap(text: string, width: number, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let used = cells(first);
  let empty = true;
  const turn = (): void => {
    lines.push(line.trimEnd());
    line = rest;
    used = cells(rest);
    empty = true;
  };
  for (const word of text.split(/\s+/u).filter((part) => part !== "")) {
    let left = word;
    if (!empty && used + 1 + cells(left) > width) turn();
    if (!empty) {
      line += " ";
      used += 1;
    }
    while (used + cells(left) > width && cells(left) > 1 && used < width) {
      const fitting = head(left, width - used);
      line += fitting;
      left = left.slice(fitting.length);
      turn();
    }
    line += left;
    used += cells(left);
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines.join("\n");
}

function head(word: string, width: number): string {
  let end = 0;
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    used += cells(segment);
    if (used > width && end > 0) break;
    end += segment.length;
  }
  return word.slice(0, end);
}

/** How a report colours its words; the caller decides whether there are colours. */

type Colour = (text: string) => string;

export interface Paint {
  readonly bold: Colour;
  readonly dim: Colour;
  readonly red: Colour;
  readonly yellow: Colour;
  readonly green: Colour;
  readonly cyan: Colour;
}

const same: Colour = (text) => text;

/** No colours at all. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

/** Colours a text line by line, indentation left out: a colour that runs over a line break is lost in some pagers. */
export function paintLines(text: string, colour: (text: string) => string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\S.*$/u, colour))
    .join("\n");
}

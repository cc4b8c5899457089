/** From the text of a provision back to the source. */
import type { Provision, Span } from "../draft/types.ts";

/** Source range of `text[from, to)` of a provision (UTF-16); its own span when the map does not reach it. */
export function sourceSpan(provision: Provision, from: number, to: number): Span {
  const start = sourceOffset(provision, from);
  const last = sourceOffset(provision, to - 1);
  if (start === null || last === null || last < start) return provision.span;
  return { start, end: last + 1 };
}

function sourceOffset(provision: Provision, at: number): number | null {
  const { map } = provision;
  let low = 0;
  let high = map.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const segment = map[mid];
    if (!segment) return null;
    if (at < segment.at) high = mid - 1;
    else if (at >= segment.at + segment.length) low = mid + 1;
    else return segment.source + (at - segment.at);
  }
  return null;
}

import assert from "node:assert/strict";
import fc from "fast-check";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import type { Draft } from "../../server/src/draft/types.ts";

const subjects = ["No agency", "An agency", "The Minister", "A recruiter", "Every employer", "The licensee"];
const verbs = ["shall charge", "shall keep", "must not retain", "may publish", "shall return"];
const objects = ["any fee", "a register of workers", "the passport of a worker", "its accounts", "the deposit"];
const tails = ["", " to a worker", " within thirty days", " at its own cost", " directly or indirectly", " under section 4"];
const clause = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...verbs), fc.constantFrom(...objects), fc.constantFrom(...tails))
  .map((parts) => `${parts[0]} ${parts[1]} ${parts[2]}${parts[3]}.`);
const items = fc.array(fc.constantFrom("charge any fee", "retain a passport", "publish a false notice", "keep wages back"), {
  minLength: 2,
  maxLength: 4,
});
const list = fc.tuple(fc.constantFrom(...subjects), items).map(([subject, parts]) => {
  const lettered = parts.map((part, index) => `(${String.fromCharCode(97 + index)}) ${part}`);
  return `${subject} shall not: ${lettered.join("; ")}.`;
});
const numbered = fc
  .array(fc.oneof(clause, list), { minLength: 1, maxLength: 5 })
  .map((clauses) => clauses.map((text, index) => `${index + 1}. ${text}`));

/** Marks of Markdown and law in any mixture. */
const fragment = fc.constantFrom(
  ..."# |## Article 7|**7.** |(1) |(a) |(i) |(2A) |1º |“fee” means |; |: |— |shall |may |\n|\n\n|\r\n|> |- |1. |1.1 || a | b |\n|---|---|\n|[●]|[* * *]|~~|**|_|`|<b>|</b>|<!--|-->|[^1]|[^1]: x|\\*|&amp;|&nbsp;|FIRST SCHEDULE|Section 4. |PART I|the fee |No agency |\ufeff|é|\u00a0|المادة 5|§ 12 |Repealed|Note: |---|title: x|‘ |’;|”.".split(
    /(?<!\|)\|(?!\|)/,
  ),
);
const soup = fc
  .array(fc.oneof({ weight: 8, arbitrary: fragment }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) }), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

function reading(draft: Draft): string[] {
  return draft.provisions.map((provision) => `${provision.role}: ${provision.text}`);
}

/** A new line at some of the blanks, none where a line would begin with what Markdown takes for a mark. */
function wrapped(text: string, where: readonly boolean[]): string {
  let index = 0;
  return text.replace(/(?<=\w|[,;.:]) (?=[A-Za-z(])(?!\(?\w+[.)] )/g, (blank) => (where[index++ % where.length] ? "\n" : blank));
}

describe("readDraft, whatever the text", () => {
  it("never throws, and gives spans within the source", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 300 })), (source) => {
        const draft = readDraft(source);
        for (const { span } of [
          ...draft.units,
          ...draft.provisions,
          ...draft.terms,
          ...draft.references,
          ...draft.citations,
          ...draft.placeholders,
        ]) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= source.length);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("reads nesting that no parser bears", () => {
    const deep = [
      ">".repeat(20_000),
      "- ".repeat(3000),
      "1. ".repeat(3000),
      "*a **b ".repeat(3000),
      "[".repeat(2000),
      "> - ".repeat(2000),
    ];
    for (const marks of deep)
      assert.ok(readDraft(`${marks}\nNo fee\n\nshall be charged.`).provisions.some((p) => p.text.endsWith("shall be charged.")));
  });

  it("gives every character outside the front matter to exactly one unit", () => {
    fc.assert(
      fc.property(soup, (source) => {
        const draft = readDraft(source);
        const owners = new Array<number>(source.length).fill(0);
        for (const unit of draft.units)
          for (const range of unit.own) for (let i = range.start; i < range.end; i++) owners[i] = (owners[i] ?? 0) + 1;
        for (let i = draft.frontMatter.span?.end ?? 0; i < source.length; i++) {
          if (/[\p{L}\p{N}]/u.test(source[i] ?? "")) assert.equal(owners[i], 1, `character ${i} "${source[i]}"`);
          else assert.ok((owners[i] ?? 0) <= 1);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("maps every stretch of a provision to the same characters of the source", () => {
    fc.assert(
      fc.property(soup, (source) => {
        for (const { text, map, own } of readDraft(source).provisions) {
          assert.ok(own.start >= 0 && own.start <= own.end && own.end <= text.length);
          let end = 0;
          for (const segment of map) {
            assert.ok(segment.at >= end && segment.length > 0);
            end = segment.at + segment.length;
            assert.equal(source.slice(segment.source, segment.source + segment.length), text.slice(segment.at, end));
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it("puts children within their parents, and provisions on units that exist", () => {
    fc.assert(
      fc.property(soup, (source) => {
        const draft = readDraft(source);
        draft.units.forEach((unit, index) => {
          assert.equal(unit.index, index);
          const parent = unit.parent === null ? null : draft.units[unit.parent];
          if (!parent) return assert.equal(index, 0);
          assert.ok(parent.index < index && parent.children.includes(index));
          assert.ok(
            parent.span.start <= unit.span.start && unit.span.end <= parent.span.end,
            `${parent.label} holds ${unit.label}`,
          );
        });
        draft.provisions.forEach((provision, index) => {
          assert.equal(provision.index, index);
          assert.ok(draft.units[provision.unit] && draft.units[provision.article]);
        });
      }),
      { numRuns: 600 },
    );
  });

  it("reads each word in the own part of at most one provision", () => {
    fc.assert(
      fc.property(numbered, (clauses) => {
        const source = clauses.join("\n\n");
        const seen = new Set<number>();
        for (const { map, own, role } of readDraft(source).provisions) {
          if (role === "table") continue;
          for (const segment of map) {
            for (let i = 0; i < segment.length; i++) {
              const at = segment.at + i;
              if (at < own.start || at >= own.end) continue;
              assert.ok(!seen.has(segment.source + i));
              seen.add(segment.source + i);
            }
          }
        }
        const words = [...source].flatMap((char, index) => (/[A-Z]/.test(char) ? [index] : []));
        const leads = readDraft(source).provisions.flatMap((provision) =>
          provision.map.map((segment) => [segment.source, segment.source + segment.length] as const),
        );
        for (const word of words)
          assert.ok(
            leads.some(([start, end]) => start <= word && word < end),
            `capital at ${word} is read`,
          );
      }),
      { numRuns: 200 },
    );
  });
});

describe("readDraft, however the clause is set", () => {
  it("reads the same when lines are wrapped", () => {
    fc.assert(
      fc.property(numbered, fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (clauses, where) => {
        const plain = clauses.join("\n\n");
        assert.deepEqual(reading(readDraft(wrapped(plain, where))), reading(readDraft(plain)));
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same when words are emphasised", () => {
    fc.assert(
      fc.property(
        numbered,
        fc.constantFrom("**", "_", "*", "***"),
        fc.constantFrom("shall", "any fee", "agency", "worker", "shall not", "Minister"),
        (clauses, mark, word) => {
          const plain = clauses.join("\n\n");
          const emphasised = plain.replaceAll(new RegExp(`\\b${word}\\b`, "g"), `${mark}${word}${mark}`);
          assert.deepEqual(reading(readDraft(emphasised)), reading(readDraft(plain)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("reads the same when a clause is emphasised as a whole", () => {
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 2, maxLength: 4 }),
        fc.nat(),
        fc.constantFrom("**", "_", "***"),
        (clauses, which, mark) => {
          const set = clauses.map((text, index) => (index === which % clauses.length ? `${mark}${text}${mark}` : text));
          assert.deepEqual(reading(readDraft(set.join("\n\n"))), reading(readDraft(clauses.join("\n\n"))));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("reads the same in a block quote", () => {
    fc.assert(
      fc.property(numbered, fc.nat(), (clauses, which) => {
        const set = clauses.map((text, index) => (index === which % clauses.length ? text.replace(/^/gm, "> ") : text));
        assert.deepEqual(reading(readDraft(set.join("\n\n"))), reading(readDraft(clauses.join("\n\n"))));
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same as a bullet", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(clause, list), { minLength: 1, maxLength: 4 }), fc.nat(), (clauses, which) => {
        const set = clauses.map((text, index) => (index === which % clauses.length ? `- ${text}` : text));
        assert.deepEqual(reading(readDraft(set.join("\n\n"))), reading(readDraft(clauses.join("\n\n"))));
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same when items stand in one paragraph, in paragraphs of their own, or in a Markdown list", () => {
    fc.assert(
      fc.property(list, (text) => {
        const running = reading(readDraft(`Preliminary words are here.\n\n${text}`));
        const apart = reading(readDraft(`Preliminary words are here.\n\n${text.replace(/ (?=\([a-d]\))/g, "\n\n")}`));
        const bullets = reading(readDraft(`Preliminary words are here.\n\n${text.replace(/ (?=\([a-d]\))/g, "\n- ")}`));
        assert.deepEqual(apart, running);
        assert.deepEqual(bullets, running);
      }),
      { numRuns: 200 },
    );
  });

  it("reads the same with CRLF line ends and a byte order mark", () => {
    fc.assert(
      fc.property(numbered, (clauses) => {
        const plain = clauses.join("\n\n");
        assert.deepEqual(reading(readDraft(`\ufeff${plain.replace(/\n/g, "\r\n")}`)), reading(readDraft(plain)));
      }),
      { numRuns: 100 },
    );
  });
});

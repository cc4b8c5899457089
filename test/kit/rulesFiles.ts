/** A small complete rulebook as files, for tests of the loader. */

const groups = `version: 1.0.0
groups:
  - { id: fees, title: Fees }
  - { id: rights, title: Rights }
`;

const instrument = `code: C181
title: Private Employment Agencies Convention, 1997 (No. 181)
shortTitle: Convention No. 181
year: 1997
force: binding
url: https://normlex.ilo.org/
provisions:
  - number: ""
    summary: The whole.
    verified: text
  - number: "7(1)"
    summary: No fees.
    keyPhrase: in whole or in part
    verified: text
`;

const lexicon = `language: en
concepts:
  worker: [worker, jobseeker]
  fee: [fee, "recruitment cost"]
  charge:
    - charge/levy
    - "<fee> ..3 payable"
`;

const rule = `id: no-fees
group: fees
cites: [C181 7(1)]
on: [law]
stakeholder: [agency]
theme: fees
belongs: [fee]
match:
  satisfied:
    - id: ban
      act: charge
      is: ban
      with: [fee, "~worker"]
`;

const texts = `title: No fees
explanation:
  what: What.
  why: Why.
  do: Do.
clauses:
  - id: ban
    for: law
    label: A ban
    heading: Fees
    text: |
      (1) No agency shall charge a fee.
      (2) A refund is due in \${days:14} days from \${authority}.
examples:
  - reading: satisfies
    on: law
    text: No agency shall charge a fee to a worker.
`;

const files: Readonly<Record<string, string>> = {
  "groups.yaml": groups,
  "instruments/c181.yaml": instrument,
  "lexicon/en.yaml": lexicon,
  "requirements/fees/no-fees/rule.yaml": rule,
  "requirements/fees/no-fees/en.yaml": texts,
};

export const rulePath = "requirements/fees/no-fees/rule.yaml";
export const textsPath = "requirements/fees/no-fees/en.yaml";

/** The files of a rulebook without problems; `changes` replaces, adds or (null) removes whole files. */
export function rulesFiles(changes: Readonly<Record<string, string | null>> = {}): Map<string, string> {
  const all = new Map<string, string | null>([...Object.entries(files), ...Object.entries(changes)]);
  return new Map([...all].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
}

/** The same files with `from` replaced by `to` in one of them; fails when `from` does not stand there. */
export function edited(path: string, from: string, to: string): Map<string, string> {
  const text = files[path];
  if (text === undefined || !text.includes(from)) throw new Error(`“${from}” does not stand in ${path}`);
  return rulesFiles({ [path]: text.replace(from, () => to) });
}

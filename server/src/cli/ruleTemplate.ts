/** The files of a new rule: a working one on the register of placements, to be rewritten. */

/** groups.yaml of a pack that brings the group `id`. */
export function groupsFile(id: string): string {
  return `version: 0.1.0
groups:
  - { id: ${id}, title: ${title(id)} }
`;
}

/** The words of the rule `id`. */
export function lexiconFile(id: string): string {
  return `# Words of the rule ${id}. Phrases are matched on stems: write base forms.
language: en
concepts:
  ${id}-act:
    - ^keep/maintain ..4 register ..4 placement/placed
`;
}

/** rule.yaml of the rule `id`. */
export function ruleFile(id: string, group: string): string {
  return `id: ${id}
group: ${group}
cites: [C181 13(3)] # provisions of the citation database
on: [law] # law, bla or both
stakeholder: [agency] # government, agency, employer, worker, organisations, inspectorate
theme: ${group}
belongs: [${id}-act] # concepts that name the chapter where the clause belongs
match:
  satisfied:
    - { id: kept, act: ${id}-act, is: duty }
  conflict:
    - { id: not-kept, act: ${id}-act, is: ban }
`;
}

/** en.yaml of a new rule. */
export function textsFile(): string {
  return `title: Agencies keep a register of placements
explanation:
  what: The draft obliges agencies to keep a register of the workers they place.
  why: Without a register the inspectorate cannot see whom an agency has placed, and where.
  do: Oblige every agency to keep the register, and say for how long.
clauses:
  - id: register
    for: law
    label: A register that inspectors can see
    heading: Register of placements
    text: |
      (1) A private employment agency shall keep a register of the placements it makes.
      (2) The agency shall show the register to a labour inspector on request and keep each entry for \${years:three} years.
examples:
  - reading: satisfies
    on: law
    text: A private employment agency shall keep a register of every worker placed.
  - reading: satisfies
    on: law
    text: Licensees must maintain a register of placements.
  - reading: partial
    on: law
    text: A private employment agency should keep a register of placements.
    note: words that do not bind
  - reading: conflicts
    role: near-miss
    on: law
    text: A private employment agency shall not keep a register of placements.
  - reading: nothing
    role: irrelevant
    on: law
    text: The Minister shall keep a register of births.
`;
}

function title(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

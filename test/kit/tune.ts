// For rule authors: `npx tsx test/kit/tune.ts [REQUIREMENT…] [--all]` reads the examples and prints those that are read otherwise than they say.
import { readExamples } from "../../server/src/analysis/examples.ts";
import { createReader } from "../../server/src/analysis/reader.ts";
import { readDraft } from "../../server/src/draft/readDraft.ts";
import { shippedRulebook } from "./rulebook.ts";

const args = process.argv.slice(2);
const ids = args.filter((a) => !a.startsWith("--"));
const rulebook = shippedRulebook();
const reader = createReader(rulebook);
let passed = 0;
let failed = 0;
for (const requirement of rulebook.requirements) {
  if (ids.length > 0 && !ids.includes(requirement.id) && !ids.includes(requirement.group)) continue;
  const outcomes = readExamples(reader, requirement, "en");
  const wrong = outcomes.filter((o) => !o.passed);
  passed += outcomes.length - wrong.length;
  failed += wrong.length;
  console.log(`${requirement.id}: ${outcomes.length - wrong.length} of ${outcomes.length}`);
  for (const o of wrong) {
    console.log(`  #${o.index} says ${o.example.reading}${o.example.role ? ` (${o.example.role})` : ""}, read ${o.got}`);
    console.log(`    ${o.example.text.trim().replace(/\n/g, "\n    ")}`);
    for (const e of o.reading?.evidence ?? []) console.log(`    -> ${e.reading} by ${e.pattern} ${e.limits.join(",")}`);
    if (!args.includes("--why")) continue;
    const draft = readDraft(o.example.text, { kind: o.example.on, language: "en" });
    draft.provisions.forEach((p) => {
      const x = reader.explain(draft, p.index);
      for (const t of x?.touched ?? [])
        if (t.requirement === requirement.id) console.log(`    [${p.role}] ${t.pattern} ${t.matched ? "MATCH" : "no"}: ${t.why}`);
      for (const n of x?.norms ?? [])
        console.log(`       norm ${n.act} "${n.words}" ${n.polarity}/${n.force} by "${n.cue}" ${n.exception}`);
    });
  }
}
console.log(`${passed} passed, ${failed} failed`);

import assert from "node:assert/strict";
import { Language } from "../../server/src/language/language.ts";
import { Governance, type Modality } from "../../server/src/language/modality.ts";
import { shippedRulebook } from "../kit/rulebook.ts";

const english = (): Language => {
  const raw = shippedRulebook().lexicons["en"];
  assert.ok(raw, "the English lexicon is shipped");
  return new Language({ ...raw, concepts: { ...raw.concepts, act: ["charge", "give", "terminate", "refund"] } });
};

let language: Language | undefined;
function read(sentence: string): Modality {
  language ??= english();
  const scan = language.scan(sentence);
  const act = scan.hits.of("act")[0];
  assert.ok(act, `no act in "${sentence}"`);
  return new Governance(scan, language, false).of(act);
}

/** Sentence, polarity of the first act in it, force (default binding), exception (default none). */
const table: readonly (readonly [string, Modality["polarity"], Modality["force"]?, Modality["exception"]?])[] = [
  ["An agency shall not charge a worker any fee.", "forbidden"],
  ["No agency shall charge a worker any fee.", "forbidden"],
  ["No person who holds a licence under this Part may, directly or indirectly, charge a worker any fee.", "forbidden"],
  ["A recruiter must never charge a worker.", "forbidden"],
  ["The agency may not charge workers.", "forbidden"],
  ["Agencies are prohibited from charging workers.", "forbidden"],
  ["The charging of fees to workers is prohibited.", "forbidden"],
  ["Charging fees to workers shall be strictly prohibited.", "forbidden"],
  ["It is unlawful for an agency to charge a worker.", "forbidden"],
  ["It shall not be lawful for an agency to charge a worker.", "forbidden"],
  ["It is not permitted for an agency to charge a worker.", "forbidden"],
  ["Under no circumstance may you charge a worker.", "forbidden"],
  ["Agencies are not allowed to charge a worker.", "forbidden"],
  ["An agency cannot, under any pretext, charge the worker.", "forbidden"],
  ["It shall be an offence to charge a worker.", "forbidden"],
  ["Any person who charges a worker commits an offence.", "forbidden"],
  ["A person who charges a worker shall be liable on conviction to a fine.", "forbidden"],
  ["Whoever charges a worker shall be punished with imprisonment.", "forbidden"],
  ["Any term by which the agency may charge the worker shall be void.", "forbidden"],
  ["The agency shall refrain from charging workers.", "forbidden"],
  ["The agency shall ensure that workers are not charged.", "forbidden"],
  ["The employer shall ensure that no worker is charged a fee.", "forbidden"],
  ["The agency shall charge no fee to the worker.", "forbidden"],
  ["Under no circumstances shall the agency charge the worker.", "forbidden"],
  ["In no case may the agency charge the worker.", "forbidden"],
  ["The agency neither charges nor accepts any sum from the worker.", "forbidden"],
  ["The agency does not charge the worker.", "forbidden"],
  ["The parties shall prevent the charging of fees to workers.", "forbidden"],
  ["The parties undertake to eliminate the charging of fees to workers.", "forbidden"],
  ["The Minister may by regulations prohibit the charging of fees.", "forbidden", "power"],
  ["Agencies should not charge workers.", "forbidden", "weak"],
  ["The agency shall endeavour not to charge workers.", "forbidden", "weak"],
  ["The licence may be revoked if the agency charges a worker.", "forbidden"],
  ["Agencies should refrain from charging workers.", "forbidden", "weak"],
  ["No one is permitted to charge a worker.", "forbidden"],
  ["No agency is entitled to charge a worker.", "forbidden"],
  ["Nothing in this Act permits an agency to charge a worker.", "forbidden"],
  ["Illegal recruitment shall include the following acts: to charge a worker a fee.", "forbidden"],
  ["The Minister shall have full discretion to charge a fee.", "allowed", "power"],
  ["No charge on the worker shall be made.", "forbidden"],
  ["No refund of the fee shall be permitted.", "forbidden"],
  ["No charged worker shall be dismissed.", "stated"],
  [
    "An employee shall not, without reasonable excuse and without the permission of the Controller, terminate his employment.",
    "forbidden",
  ],
  ["It shall be considered an offence if an agent charges a worker.", "forbidden"],
  ["An employer who charges a worker commits an administrative contravention.", "forbidden"],
  ["Any recruiter who charges a worker shall be guilty of a felony.", "forbidden"],
  ["An officer who charges a worker shall be dismissed and prosecuted.", "forbidden"],
  [
    "No part of the cost of recruiting the worker or of bringing the worker to the country of employment shall be charged to the worker.",
    "forbidden",
  ],
  ["The agency charges the worker, directly or indirectly, neither fees nor costs.", "forbidden"],
  ["The charge of recruitment fees on workers is a ground for cancellation of the licence.", "forbidden"],
  ["It shall be an unfair labour practice for an employer to charge a worker.", "forbidden"],
  ["It shall not be permitted for an agency to charge a worker.", "forbidden"],
  ["The Commissioner may suspend or revoke a licence if the licensee charges a worker.", "forbidden"],
  ["The Minister shall ensure that workers are not cheated and that employers refund them.", "required"],
  ["To charge a worker a fee.", "presupposed"],
  [
    "The Parties undertake to ensure that workers harmed by abusive recruitment have access to remedies, and give compensation.",
    "required",
  ],
  ["If a licensee charges a worker, the Department shall impose a fine.", "forbidden"],
  ["Where an agency has charged workers, the Minister shall cancel its licence.", "forbidden"],
  ["None of these costs may be charged to the employee.", "forbidden"],
  ["No natural person or legal entity is allowed to charge a worker.", "forbidden"],
  [
    "The licensee shall not demand a fee other than that stated in the contract or charge the worker.",
    "forbidden",
    "binding",
    "exception",
  ],
  ["The agency gives the worker a contract, which the worker may keep.", "stated"],
  ["The charge of fees to workers is not permitted.", "forbidden"],
  ["A licence holder who charges workers shall be liable to imprisonment.", "forbidden"],
  ["The household may not seek to charge the worker.", "forbidden"],
  ["No agency shall attempt to charge the worker.", "forbidden"],
  ["To charge a worker shall be an administrative offence.", "forbidden"],
  ["An agency is not precluded from charging the employer.", "allowed"],
  ["Nothing in this Agreement shall be construed as giving the agency such a right.", "forbidden"],
  ["An agency may charge a worker a fee.", "allowed"],
  ["An agency is permitted to charge a worker a fee.", "allowed"],
  ["It shall be lawful for an agency to charge a worker a fee.", "allowed"],
  ["Nothing in this Act shall prevent an agency from charging a worker.", "allowed"],
  ["Nothing in this section prohibits an agency from charging a worker.", "allowed"],
  ["An agency is entitled to charge a worker a fee.", "entitled"],
  ["An agency shall charge the worker one month's wages.", "required"],
  ["Where an agency charges a worker a fee, the agency shall issue a receipt.", "presupposed"],
  ["An agency which charges a worker a fee shall issue a receipt.", "presupposed"],
  ["Where a contract is to be given to the worker on arrival, the agency shall inform him before departure.", "presupposed"],
  ["If the agency may not charge the worker, the employer shall pay.", "presupposed"],
  ["Nothing in this Act requires the employer to give the worker a contract.", "exempt"],
  ["The agency shall give the worker a contract.", "required"],
  ["The agency gives the worker a contract.", "stated"],
  ["The agency gives effect to the right to bargain collectively.", "stated"],
  ["The agency does not charge the worker and no other person is paid.", "forbidden"],
  ["The agency will give the worker a contract.", "required"],
  ["Every employer must, before departure, give the worker a contract.", "required"],
  ["An employer who fails to give the worker a contract commits an offence.", "required"],
  ["No worker shall be deployed without being given a contract.", "required"],
  ["The employer is required to give the worker a contract.", "required"],
  ["It shall be the duty of the employer to give the worker a contract.", "required"],
  ["A worker may be sent abroad only after the agency gives him a contract.", "required"],
  ["The agency may only charge the employer.", "required"],
  ["The employer should give the worker a contract.", "required", "weak"],
  ["The employer shall, where practicable, give the worker a contract.", "required", "weak"],
  ["The employer shall endeavour to give the worker a contract.", "required", "weak"],
  ["The employer may give the worker a contract.", "allowed"],
  ["The employer need not give the worker a contract.", "exempt"],
  ["The employer is not required to give the worker a contract.", "exempt"],
  ["A worker may terminate the contract.", "entitled"],
  ["The worker has the right to terminate the contract.", "entitled"],
  ["The worker is free to terminate the contract.", "entitled"],
  ["The worker shall not terminate the contract.", "forbidden"],
  ["The Minister may give directions.", "allowed", "power"],
  ["No fee shall be charged, not later than the day of departure or at any time.", "forbidden"],
  ["The agency shall refund the fee not later than thirty days after demand.", "required"],
  ["No agency shall charge a worker a fee except with the written consent of the worker.", "forbidden", "binding", "consent"],
  ["No agency shall, save as hereinafter provided, charge a worker a fee.", "forbidden", "binding", "exception"],
  ["The agency shall not, without the worker's consent, charge the worker.", "forbidden", "binding", "consent"],
  ["The agency shall charge nobody except that it may charge the employer.", "forbidden", "binding", "exception"],
  ["No agency shall charge a worker a fee unless the Minister so authorises.", "forbidden", "binding", "exception"],
];

describe("modality of an act", () => {
  for (const [sentence, polarity, force, exception] of table)
    it(sentence, () => {
      const m = read(sentence);
      assert.deepEqual(
        { polarity: m.polarity, force: m.force, exception: m.exception },
        { polarity, force: force ?? "binding", exception: exception ?? "none" },
      );
    });
});

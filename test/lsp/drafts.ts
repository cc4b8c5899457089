/** A small bill with planted faults, for the tests of the server. */
export const BILL = `---
kind: law
---
# Recruitment Bill

## Part I: Preliminary

### Section 1. Interpretation

In this Act—

"bureau" means a person who recruits workers for employers;

"Commissioner" means the Commissioner of Labour appointed under section 5.

### Section 2. Fees

(1) A bureau may charge a worker a placement fee.

(2) This section has regard to Convention No. 181, Article 7(1), and to Convention No. 29.

## Part II: Employment

### Section 3. Contract of employment

The bureau should give each worker a written contract of employment.

### Section 4. Passports

The employer shall keep the passport of the worker.

### Section 5. Commissioner

The Minister shall appoint a Commissioner of Labour.

## First Schedule

1. Form of licence.
`;

/** The bill with other words in one place. */
export function billWith(words: string, others: string): string {
  if (!BILL.includes(words)) throw new Error(`“${words}” is not in the bill`);
  return BILL.replace(words, others);
}

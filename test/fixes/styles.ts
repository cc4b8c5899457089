/** The same small law in the ways that drafts are written. */
export const STYLES = {
  sections: `---
kind: law
language: en
---
# Recruitment Bill

## Part I: Preliminary

### Section 1. Interpretation

In this Act—

"licensee" means a person who holds a licence to recruit workers for employment.

### Section 2. Fees

(1) No person shall charge a work-seeker:

(a) a placement fee; or

(b) a visa fee.

(2) The fee is void.

## Part II: Final

### Section 3. Regulations

The Commissioner may make regulations under this Act.

Done at Geneva, 1 May.

## First Schedule

1. Forms.
`,
  marginal: `---
kind: law
---
**A BILL**

**Short title.**

1.—(1) This Act may be cited as the Recruitment Bureaux Act.

(2) It comes into force tomorrow.

**Interpretation.**

2. In this Act "bureau" means a person who recruits workers.

**Fees.**

3.—(1) A bureau shall not—
(a) charge a worker any fee; or
(b) keep money of a worker.

(2) The fee is void.
`,
  decimals: `---
kind: bla
---
# Memorandum of Understanding on the Recruitment of Household Workers

## 1 Words

1.1 "Household Worker" means a person who works for wages in a household.

1.2 In this Memorandum "will" binds.

## 2 Money

2.1 The Participants will forbid fees.

2.2 A Bureau will pay.

## 3 End

3.1 The Memorandum ends.

Signed at X on 1 May.
`,
  roman: `---
kind: law
language: en
---
# Labour Law

#### ARTICLE I

#### GENERAL

1. This Law applies to workers.

2. It applies to agencies.

#### ARTICLE II

#### FEES

1. No agency shall charge a worker a fee under this Law.

2. The fee is void.
`,
  runIn: `---
kind: law
language: en
---
# Law on Agencies

**Article 1.** This Law applies to workers.

**Article 2.** The agency shall not charge a worker fees.

**Article 3.** This Law enters into force tomorrow.
`,
  plain: `---
kind: law
language: en
---
# Law on Agencies

1. Scope

This Law applies to all workers.

2. Fees

An agency shall not charge a worker fees.

3. Commencement

This Law enters into force tomorrow.
`,
} as const;

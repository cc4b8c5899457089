/** The title of a requirement for lists and titles. */
import { requirementTexts } from "../report/messages.ts";
import { requirementById } from "../rulebook/cites.ts";
import type { Rulebook } from "../rulebook/types.ts";

/** The English title of a requirement, or its id when the rulebook does not know it. */
export function requirementTitle(rulebook: Rulebook, id: string): string {
  const requirement = requirementById(rulebook, id);
  return (requirement === undefined ? undefined : requirementTexts(requirement, "en")?.title) ?? id;
}

import type { DraftKind } from "./types.ts";

const AGREEMENT_TITLE =
  /\b(?:memorandum of (?:understanding|agreement|cooperation)|mou|moa|bilateral|(?:labour|labor|employment|recruitment) agreement|agreement (?:between|on|concerning|for)|protocol between|(?:standard|model) (?:employment )?contract|employment contract|contract of employment|convention concerning|accord|protocole d['’]accord|acuerdo|memorando|convenio entre|acordo|abkommen|vereinbarung|nota kesepahaman|perjanjian)\b|مذكرة تفاهم|اتفاقية|اتفاق/i;
const AGREEMENT_TEXT =
  /\b(?:between the government of|memorandum of understanding|(?:hereinafter|in what follows)[^.]{0,60}\b(?:the )?["“]?(?:participants|parties|contracting parties|signatories)|the two (?:governments|ministries|participants|parties)|(?:participants|parties) (?:have )?(?:agree|reached|come to)|high contracting|entre le gouvernement|entre el gobierno|entre o governo|zwischen der regierung|pemerintah republik)\b|بين حكومة/i;
const LAW_TITLE =
  /\b(?:act|bill|law|ordinance|code|regulations?|decree|order|rules|loi|décret|ley|decreto|lei|gesetz|verordnung|undang-undang|peraturan)\b|قانون|نظام|مرسوم/i;

/** Whether the draft is a law or a bilateral agreement or model contract: as stated, else from its title and first lines. */
export function readKind(
  stated: unknown,
  hint: DraftKind | undefined,
  title: string,
  opening: string,
): { readonly kind: DraftKind; readonly stated: boolean } {
  const written = typeof stated === "string" ? stated.trim().toLowerCase() : "";
  if (written === "law" || written === "bla") return { kind: written, stated: true };
  if (hint !== undefined) return { kind: hint, stated: false };
  if (LAW_TITLE.test(title) && !AGREEMENT_TITLE.test(title)) return { kind: "law", stated: false };
  if (AGREEMENT_TITLE.test(title) && !/\b(?:act|bill|law|ordinance)\b/i.test(title)) return { kind: "bla", stated: false };
  return { kind: AGREEMENT_TEXT.test(opening) ? "bla" : "law", stated: false };
}

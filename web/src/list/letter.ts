/**
 * What one writes to an institution: which of its steps lead to one's money, and what it should change. It names no
 * person, no account and no number.
 */
import type { AuditAnswer } from "../../../src/questions/index.ts";
import { type Lang, marks, sayInstitution, wordsIn } from "../../../src/report/index.ts";
import type { CaseData } from "../engine/case-data.ts";
import type { Asking } from "./listed.ts";
import { letterWords } from "./words.ts";

/** The language an institution reads: Chinese where it works in China only, English elsewhere, else the reader's. */
export function tongueOf({ catalog }: CaseData, institution: string | undefined, lang: Lang): Lang {
  const regions = catalog.institutions.get(institution ?? "")?.regions ?? [];
  if (regions.length === 0) return lang;
  return regions.includes("cn") ? "zh" : "en";
}

export const readerOf = ({ who }: Asking): string | undefined =>
  who.kind === "institution" ? who.institution : undefined;

interface LetterOf {
  readonly data: CaseData;
  readonly asking: Asking;
  readonly losses: AuditAnswer["losses"];
  readonly lang: Lang;
}

export function letterOf({ data, asking, losses, lang }: LetterOf): string {
  const words = wordsIn(letterWords, lang);
  const institution = readerOf(asking);
  const asked = new Set(asking.items.map(({ step }) => step.measure));
  const steps = losses
    .flatMap(({ way }) => way?.steps ?? [])
    .filter(
      (step) =>
        (institution === undefined || step.institution === institution) &&
        step.measures.some((measure) => asked.has(measure)),
    )
    .map(({ title, institutionName }) =>
      institution === undefined ? `${institutionName[lang]}${marks[lang].colon}${title[lang]}` : title[lang],
    );
  const wishes = asking.items.map(({ deed: { measure } }) =>
    [measure.title[lang], ...(measure.how === undefined ? [] : [measure.how[lang]])].join(
      marks[lang].sentence,
    ),
  );
  return [
    institution === undefined ? words.toAll : words.greeting(sayInstitution(data, institution, lang)),
    "",
    [...(institution === undefined ? [] : [words.customer]), words.found].join(marks[lang].gap),
    ...(steps.length === 0 ? [] : ["", words.steps, ...new Set(steps.map((step) => `- ${step}`))]),
    "",
    words.ask,
    ...wishes.map((wish) => `- ${wish}`),
    "",
    words.reply,
    words.thanks,
  ].join("\n");
}

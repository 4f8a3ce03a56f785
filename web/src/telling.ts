/** What every part of the page speaks with: the language, its words, and the names of this person's things. */
import { createContext, useContext } from "react";
import { splitCapability } from "../../src/model/index.ts";
import type { AuditAnswer, Loss, MeasureAnswer } from "../../src/questions/index.ts";
import type { ToldStep } from "../../src/reach/index.ts";
import {
  capitalised,
  type Lang,
  marks,
  sayCapabilityName,
  sayDuration,
  sayMoney,
  sayShortDuration,
  sayThing,
} from "../../src/report/index.ts";
import type { CaseData } from "./engine/case-data.ts";
import { channelWords, shortWords, type Words } from "./words.ts";

export interface Telling {
  readonly lang: Lang;
  readonly words: Words;
  readonly data: CaseData;
  /** The answer at the beginning, with nothing switched on: names of measures and the currency stand in it. */
  readonly base: AuditAnswer;
  /** A person of the reader's own; else the founding case. */
  readonly isOwn: boolean;
}

const TellingContext = createContext<Telling | undefined>(undefined);
export const TellingProvider = TellingContext.Provider;

export function useTelling(): Telling {
  const telling = useContext(TellingContext);
  if (telling === undefined) throw new Error("nothing to tell with");
  return telling;
}

/** What somebody has had to steal or learn by hand is named so; the rest by the institution. */
export const whereOf = (
  { institution, institutionName }: Pick<ToldStep, "institution" | "institutionName">,
  lang: Lang,
): string => (institution === "things" ? channelWords.hands[lang] : institutionName[lang]);

export const money = ({ base, lang }: Telling, amount: number): string =>
  sayMoney(amount, base.currency, lang);
/** `32 min`, `32 分钟`: Chinese needs no shorter form. */
export const duration = ({ lang }: Pick<Telling, "lang">, minutes: number): string =>
  lang === "zh" ? sayDuration(minutes, lang) : sayShortDuration(minutes, lang);

/** A capability in a word or two; for what is known, the secret itself. */
export function sayShort({ data, lang }: Telling, capability: string): string {
  const split = splitCapability(capability);
  const subject = split?.subjects[0] ?? "";
  if (split?.kind === "possess") return bare(sayThing(data, subject, lang));
  if (split?.kind === "know") {
    const parts = subject.split(".");
    const secret = data.catalog.vocabulary.secrets.get(parts[0] as "person")?.get(parts.at(-1) ?? ""); // A kind of thing, or no secret is found.
    if (secret !== undefined) return bare(secret[lang]);
  }
  return shortWords[split?.kind ?? ""]?.[lang] ?? sayCapabilityName(data, capability, lang);
}

const bare = (text: string) => text.replace(/^the /, "");

/** A measure's title; with the thing it speaks of where it is a helper's, or several have the same title. */
export function sayMeasure({ base, data, lang }: Telling, id: string): string {
  const measure = measureOf(base, id);
  if (measure === undefined) return id;
  const things = thingsIn(id);
  const isHelpers = (each: readonly string[]) =>
    each.some((thing) => data.person.things.get(thing)?.of !== undefined);
  const isAlike = base.catalogue.some(
    (other) =>
      other.id !== id &&
      other.title[lang] === measure.title[lang] &&
      isHelpers(thingsIn(other.id)) === isHelpers(things),
  );
  if (things.length === 0 || (!isAlike && !isHelpers(things))) return measure.title[lang];
  const said = things.map((thing) => sayThing(data, thing, lang)).join(marks[lang].list);
  return measure.title[lang] + marks[lang].colon + said;
}

const thingsIn = (measure: string): readonly string[] => /\((.*)\)$/.exec(measure)?.[1]?.split(", ") ?? [];

export const measureOf = (answer: AuditAnswer, id: string): MeasureAnswer | undefined =>
  answer.catalogue.find((measure) => measure.id === id);

export function sayFlow({ data, lang }: Telling, institution: string, flow: string): string {
  return data.catalog.institutions.get(institution)?.flows.find(({ id }) => id === flow)?.title[lang] ?? flow;
}

/** The title of a loss: the person file's own, or the vocabulary's. */
export function sayLoss({ data, lang }: Telling, { goal, title }: Pick<Loss, "goal" | "title">): string {
  return title?.[lang] ?? sayCapabilityName(data, goal, lang);
}

/** `name: text`, with the colon each language wants. */
export const named = ({ lang }: Pick<Telling, "lang">, name: string): string => name + marks[lang].colon;

export { capitalised };

/** The card in one language, as the texts that are printed; nothing stands on it that is not in here. */
import {
  type Lang,
  sayDuration,
  sayHours,
  sayInstitution,
  sayThing,
  type WordsOf,
  wordsIn,
} from "../../../src/report/index.ts";
import { sayAsks } from "../cut/asks.ts";
import { hoursOf, isOpenAlways } from "../cut/deeds.ts";
import { wordsOfCut } from "../cut/saying.ts";
import type { CaseData } from "../engine/case-data.ts";
import { channelWords } from "../words.ts";
import { tongueOf } from "./letter.ts";
import type { Call, Holds, RedCard, Stop } from "./red-card.ts";
import { redCardWords } from "./red-card-words.ts";

type Words = WordsOf<typeof redCardWords>;

/** A number of the catalogue, with its hours where they are known. */
export interface ToldNumber {
  readonly text: string;
  readonly note: string;
}

export interface ToldStop {
  readonly thing: string;
  readonly asked: string;
  /** Another channel than the telephone, where it is done by one. */
  readonly by: string;
  readonly holds: string;
}

export interface ToldCall {
  readonly key: string;
  readonly name: string;
  /** Empty: there is no number, and a line to write one on. */
  readonly numbers: readonly ToldNumber[];
  readonly pages: readonly string[];
  readonly notes: readonly string[];
  /** Empty: there is nobody to say it to, it is done on a page. */
  readonly say: string;
  /** The same in the language they speak there, where the reader's is another. */
  readonly sayThere: { readonly lang: Lang; readonly text: string } | undefined;
  readonly stops: readonly ToldStop[];
}

export interface ToldCard {
  readonly lang: Lang;
  readonly calls: readonly ToldCall[];
  readonly police: { readonly name: string; readonly numbers: readonly ToldNumber[] };
  readonly helpers: readonly string[];
  /** The calls for which nobody has a number yet, by name. */
  readonly missing: readonly string[];
}

export function tellRedCard({
  data: whole,
  card,
  lang,
}: {
  data: CaseData;
  card: RedCard;
  lang: Lang;
}): ToldCard {
  const data = { ...whole, person: card.person };
  const words = wordsIn(redCardWords, lang);
  const calls = card.calls.map((call) => tellCall(data, call, lang));
  return {
    lang,
    calls,
    police: {
      name: card.police?.name[lang] ?? words.police,
      numbers: card.police === undefined ? [] : numbersOf(card.police, lang),
    },
    helpers: card.helpers.map((id) => card.person.helpers.get(id)?.[lang] ?? ""),
    missing: calls.filter(({ numbers, say }) => numbers.length === 0 && say !== "").map(({ name }) => name),
  };
}

function tellCall(data: CaseData, call: Call, lang: Lang): ToldCall {
  const words = wordsIn(redCardWords, lang);
  const tongue = tongueOf(data, call.institution?.id, lang);
  const isByPage =
    call.contacts.every(({ tel }) => tel === undefined) &&
    call.contacts.some(({ url }) => url !== undefined) &&
    call.stops.every(({ flow }) => flow !== undefined && flow.channel !== "phone");
  return {
    key: call.key,
    name:
      call.thing === undefined
        ? sayInstitution(data, call.institution?.id ?? "", lang)
        : nameOf(data, call.thing, lang, words),
    numbers: numbersOf(call, lang),
    pages: call.contacts.flatMap(({ url }) => (url === undefined ? [] : [url.replace(/^https:\/\//, "")])),
    notes: call.contacts.flatMap(({ tel, note }) =>
      note === undefined || tel !== undefined ? [] : [note[lang]],
    ),
    say: isByPage ? "" : sayAloud(data, call, lang),
    sayThere: isByPage || tongue === lang ? undefined : { lang: tongue, text: sayAloud(data, call, tongue) },
    stops: call.stops.map((stop) => tellStop(data, stop, lang, words)),
  };
}

/** By its thing, where nobody has said who runs it. */
function nameOf(data: CaseData, thing: string, lang: Lang, words: Words): string {
  const { kind, institution } = data.person.things.get(thing) ?? {};
  if (kind === "line" && institution !== undefined) return words.myCarrier;
  const said = sayThing(data, thing, lang);
  return kind === "card" ? words.bankOf(said) : words.whoever(said);
}

const numbersOf = ({ contacts }: Pick<Call, "contacts">, lang: Lang): readonly ToldNumber[] =>
  contacts.flatMap((contact): readonly ToldNumber[] => {
    const { tel, note } = contact;
    if (tel === undefined) return [];
    const windows = hoursOf(contact);
    const hours = isOpenAlways(contact)
      ? wordsOfCut(lang).atAnyHour
      : windows === undefined
        ? ""
        : sayHours(windows, lang);
    return [
      {
        text: tel,
        note: [hours, note?.[lang] ?? ""].filter((each) => each !== "").join(lang === "zh" ? "；" : "; "),
      },
    ];
  });

/** One breath: what happened, what is wanted, and the number to note. */
function sayAloud(data: CaseData, { stops }: Call, lang: Lang): string {
  const words = wordsIn(redCardWords, lang);
  const kinds = [...new Set(stops.map(({ condition }) => condition))];
  const wishes = kinds.map((kind) => {
    const things = stops
      .filter(({ condition }) => condition === kind)
      .map(({ thing }) => own(sayThing(data, thing, lang), lang))
      .join(lang === "zh" ? "、" : ", ");
    return wishOf(words, kind)(things);
  });
  return [words.stolen, ...wishes, words.giveNumber].join(lang === "zh" ? "" : " ");
}

function wishOf(words: Words, kind: string | undefined): (things: string) => string {
  switch (kind) {
    case "suspended":
    case "blocked":
    case "frozen":
    case "lost-mode":
    case "pay-locked":
    case "loans-closed":
    case "sms-off":
      return words[kind];
    default:
      return words.anything;
  }
}

/** `the CCB debit card` → `my CCB debit card`; 建设银行储蓄卡 → 我的建设银行储蓄卡. */
const own = (thing: string, lang: Lang): string =>
  lang === "zh"
    ? thing.startsWith("我")
      ? thing
      : `我的${thing}`
    : thing.replace(/^(the|her|his|their) /i, "my ");

function tellStop(data: CaseData, { thing, flow, holds }: Stop, lang: Lang, words: Words): ToldStop {
  const asked = flow === undefined ? "" : sayAsks(flow.asks, data.catalog.vocabulary, lang);
  const isCall = flow === undefined || flow.channel === "phone" || flow.channel === undefined;
  return {
    thing: sayThing(data, thing, lang),
    asked: asked === "" ? words.askedUnknown : asked,
    by: isCall ? "" : `${flow.title[lang]}${lang === "zh" ? "，" : ", "}${channelWords[flow.channel][lang]}`,
    holds: holds === undefined ? words.holdsUnknown : sayHolds(data, holds, lang, words),
  };
}

function sayHolds(
  data: CaseData,
  { atOnceMinutes, laterMinutes, liftedBy }: Holds,
  lang: Lang,
  words: Words,
): string {
  if (laterMinutes === null || liftedBy === undefined) return words.holdsOn;
  if (liftedBy === "lapses") return words.lapses(sayDuration(laterMinutes, lang));
  const title = data.catalog.institutions
    .get(liftedBy.institution)
    ?.flows.find(({ id }) => id === liftedBy.flow)?.title[lang];
  const by = title ?? liftedBy.flow;
  // Set before they have anything it stands so much longer that calling at once is another thing than calling late.
  return atOnceMinutes === null || atOnceMinutes > 10 * laterMinutes
    ? words.early({ duration: sayDuration(laterMinutes, lang), by })
    : words.lifted({ duration: sayDuration(laterMinutes, lang), by });
}

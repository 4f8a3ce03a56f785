/** The card in one language, as the texts that are printed; nothing stands on it that is not in here. */

import type { Asks, CapabilityPattern, Flow, ThingKind } from "../../../src/model/index.ts";
import type { Thing } from "../../../src/person/index.ts";
import {
  both,
  type Lang,
  listed,
  marks,
  sayDuration,
  sayHours,
  sayInstitution,
  sayThing,
  spaced,
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
  /** Empty: there is nothing to have ready. */
  readonly asked: string;
  readonly askedHead: string;
  /** How it is done, where not by saying so on the telephone. */
  readonly by: string;
  /** Empty: it is no block. */
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
  /** What stands before it: to whom it is said. */
  readonly sayHead: string;
  readonly stops: readonly ToldStop[];
}

export interface ToldCard {
  readonly lang: Lang;
  readonly calls: readonly ToldCall[];
  readonly police: { readonly name: string; readonly numbers: readonly ToldNumber[]; readonly say: string };
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
      say: words.policeSay(whatHappened(data, words) + marks[lang].gap),
    },
    helpers: card.helpers.map((id) => card.person.helpers.get(id)?.[lang] ?? ""),
    missing: [
      ...new Set(
        calls.filter(({ numbers, say }) => numbers.length === 0 && say !== "").map(({ name }) => name),
      ),
    ],
  };
}

function tellCall(data: CaseData, call: Call, lang: Lang): ToldCall {
  const words = wordsIn(redCardWords, lang);
  const tongue = tongueOf(data, call.institution?.id, lang);
  const isSpoken = call.stops.some((stop) => isCalled(call, stop));
  const isKeyed = call.stops.some(({ flow }) => flow !== undefined && isKeyedIn(flow));
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
    say: isSpoken ? sayAloud(data, call, lang) : "",
    sayHead: isKeyed ? words.sayIfAsked : words.say,
    sayThere: !isSpoken || tongue === lang ? undefined : { lang: tongue, text: sayAloud(data, call, tongue) },
    stops: call.stops.map((stop) => tellStop(data, call, stop, lang)),
  };
}

/** Whoever holds money or a number has people who answer; a mailbox or a password manager has none. */
const answering: ReadonlySet<string> = new Set(["carrier", "bank", "wallet", "lender", "exchange"]);

/** Is it stopped by saying so on the telephone? */
function isCalled({ institution, contacts }: Call, { flow }: Stop): boolean {
  if (flow !== undefined) return flow.channel === "phone" || flow.channel === undefined;
  return (
    institution === undefined ||
    answering.has(institution.kind) ||
    contacts.some(({ tel }) => tel !== undefined)
  );
}

/** A password that is keyed in when a voice asks for it; nobody must learn to say it aloud. */
const keyedIn: ReadonlySet<string> = new Set([
  "account.payment-password",
  "card.pin",
  "card.online-password",
]);
const isKeyedIn = ({ channel, asks }: Flow): boolean =>
  channel === "phone" &&
  everyAsk(asks).some(({ kind, subjects: [subject] }) =>
    kind === "know" && subject?.secret !== undefined
      ? keyedIn.has(`${subject.kind}.${subject.secret}`)
      : false,
  );

const everyAsk = (asks: Asks): readonly CapabilityPattern[] =>
  asks.kind === "capability" ? [asks.pattern] : asks.parts.flatMap(everyAsk);

/** By its thing, where nobody has said who runs it. */
function nameOf(data: CaseData, thing: string, lang: Lang, words: Words): string {
  const { kind, of } = data.person.things.get(thing) ?? {};
  const said = sayThing(data, thing, lang);
  if (kind === "line") {
    const lines = [...data.person.things.values()].filter((each) => each.kind === "line" && each.of === of);
    return lines.length > 1 ? words.carrierOf(said) : words.myCarrier;
  }
  return kind === "card" ? words.bankOf(said) : words.supportOf(said);
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
        note: [hours, note?.[lang] ?? ""].filter((each) => each !== "").join(marks[lang].semicolon),
      },
    ];
  });

/** One breath: what happened, what is wanted, and the number to note. */
function sayAloud(data: CaseData, call: Call, lang: Lang): string {
  const words = wordsIn(redCardWords, lang);
  const stops = call.stops.filter((stop) => isCalled(call, stop));
  const wish = ({ condition, thing }: Stop) => condition ?? usualWish(data.person.things.get(thing)?.kind);
  const kinds = [...new Set(stops.map(wish))];
  const wishes = kinds.map((kind) =>
    wishOf(
      words,
      kind,
    )(
      listed(
        stops
          .filter((stop) => wish(stop) === kind)
          .map(({ thing }) => own(sayThing(data, thing, lang), lang)),
        lang,
      ),
    ),
  );
  return [whatHappened(data, words), ...wishes, words.giveNumber].join(marks[lang].gap);
}

/** What there is to be lost, as one says it to whoever answers: nobody without a phone had one stolen. */
function whatHappened({ person }: CaseData, words: Words): string {
  const has = (...kinds: readonly ThingKind[]) =>
    [...person.things.values()].some(
      ({ of, isNew, kind }) => of === undefined && isNew !== true && kinds.includes(kind),
    );
  if (has("line") || [...person.things.values()].some(isOwnPhone)) return words.stolen;
  return has("card", "document") ? words.walletStolen : words.brokenInto;
}

const isOwnPhone = ({ kind, of, attributes }: Thing): boolean =>
  kind === "device" && of === undefined && (attributes.get("kind") ?? "phone") === "phone";

/** What one asks for where no flow says how: every carrier suspends, every bank blocks, every account can be frozen. */
const usualWish = (kind: string | undefined): string =>
  kind === "line" ? "suspended" : kind === "card" ? "blocked" : "frozen";

function wishOf(words: Words, kind: string): (things: string) => string {
  switch (kind) {
    case "suspended":
    case "blocked":
    case "lost-mode":
    case "pay-locked":
    case "loans-closed":
    case "sms-off":
      return words[kind];
    default:
      return words.frozen;
  }
}

const ownWords = both(
  (thing: string) => thing.replace(/^(the|her|his|their) /i, "my "),
  (thing) => (thing.startsWith("我") ? thing : spaced("我的", thing)),
);
/** `the CCB debit card` → `my CCB debit card`; 建设银行储蓄卡 → 我的建设银行储蓄卡. */
const own = (thing: string, lang: Lang): string => ownWords[lang](thing);

function tellStop(data: CaseData, call: Call, stop: Stop, lang: Lang): ToldStop {
  const words = wordsIn(redCardWords, lang);
  const { thing, flow, holds } = stop;
  const asked = flow === undefined ? "" : sayAsks(flow.asks, data.catalog.vocabulary, lang);
  const isCall = isCalled(call, stop);
  const isKeyed = flow !== undefined && isKeyedIn(flow);
  return {
    thing: sayThing(data, thing, lang),
    asked: isKeyed || (!isCall && asked === "") ? "" : asked === "" ? words.askedUnknown : asked,
    askedHead: isCall ? words.asked : words.needed,
    by: isKeyed
      ? words.keyIn(asked)
      : isCall
        ? ""
        : flow === undefined
          ? words.changeElsewhere
          : sayDoing(flow, lang),
    holds:
      flow === undefined && !isCall
        ? ""
        : holds === undefined
          ? words.holdsUnknown
          : sayHolds(data, stop, holds, lang),
  };
}

/** `A friend freezes the account, in the app`; the channel is not said where the title says it. */
function sayDoing({ title, channel }: Flow, lang: Lang): string {
  const said = title[lang];
  if (channel === undefined) return said;
  const by = channelWords[channel][lang];
  return said.toLowerCase().includes(by.toLowerCase()) || /[a-z0-9]\.[a-z]{2,}/i.test(said)
    ? said
    : `${said}${marks[lang].comma}${by}`;
}

function sayHolds(
  data: CaseData,
  { thing, condition }: Stop,
  { atOnceMinutes, laterMinutes, liftedBy }: Holds,
  lang: Lang,
): string {
  const words = wordsIn(redCardWords, lang);
  if (laterMinutes === null || liftedBy === undefined) return words.holdsOn;
  const duration = sayDuration(laterMinutes, lang);
  if (liftedBy === "lapses")
    return condition === "blocked" ? words.lapsesCard(duration) : words.lapses(duration);
  // Set before they have anything it stands so much longer that calling at once is another thing than calling late.
  if (atOnceMinutes === null || atOnceMinutes > 10 * laterMinutes) return words.early(duration);
  return data.person.things.get(thing)?.kind === "line"
    ? words.liftedNumber(duration)
    : words.lifted(duration);
}

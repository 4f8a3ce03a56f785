/** A night's steps, blocks and turning points in the reader's language. */
import {
  inBrackets,
  type Lang,
  marks,
  sayCapabilityName,
  sayCondition,
  sayConditionEnded,
  sayConditionName,
  sayInstitution,
  sayMoment,
  sayOffset,
  sayShortDuration,
  sayThing,
  type WordsOf,
} from "../../../src/report/index.ts";
import { capitalised, duration, money, type Telling } from "../telling.ts";
import { channelWords } from "../words.ts";
import {
  type Entry,
  headingOf,
  type Lack,
  type NightTold,
  type StepTold,
  type TraceTold,
  type Turn,
} from "./night-told.ts";
import type { MeasureOfNight } from "./night-world.ts";
import type { nightWords } from "./words.ts";

export type NightWords = WordsOf<typeof nightWords>;

/** What everything in a night is said with. */
export interface Speech {
  readonly telling: Telling;
  readonly words: NightWords;
}

/** `Fri 20:51`; without a clock the time since the beginning. */
export const sayClock = (startsAt: number | undefined, minute: number, lang: Lang): string =>
  startsAt === undefined ? sayOffset(minute, lang) : sayMoment(startsAt + minute, lang);

/** `20:51`, where the day is known from what stands around it. */
export const sayHour = (startsAt: number | undefined, minute: number, lang: Lang): string =>
  startsAt === undefined
    ? `+${sayShortDuration(Math.round(minute), lang)}`
    : (sayMoment(startsAt + minute, lang)
        .split(" ")
        .at(-1) ?? "");

export function sayWhere({ telling, words }: Speech, institution: string): string {
  if (institution === "things" || institution === "") return words.byHand;
  return telling.data.catalog.institutions.has(institution)
    ? sayInstitution(telling.data, institution, telling.lang)
    : words.byHand;
}

/** `Alipay: open an account`. */
export function sayStep(
  speech: Speech,
  { institution, title }: Pick<StepTold, "institution" | "title">,
): string {
  const { lang } = speech.telling;
  return institution === "things"
    ? title[lang]
    : `${sayWhere(speech, institution)}${marks[lang].colon}${title[lang]}`;
}

/** `institution/flow`, as the world names a flow. */
export function sayStepName(speech: Speech, name: string): string {
  const [institution = "", flow = ""] = name.split("/");
  const found = speech.telling.data.catalog.institutions
    .get(institution)
    ?.flows.find(({ id }) => id === flow);
  return found === undefined ? name : sayStep(speech, { institution, title: found.title });
}

/** Where, by which channel, and with which of several things. */
export function sayStepNotes(speech: Speech, { institution, channel, things }: StepTold): string {
  const { data, lang } = speech.telling;
  const isByHand = institution === "things";
  // At an institution the account goes without saying; which card it is does not.
  const told = things.filter(
    (thing) => thing.startsWith("card.") || (isByHand && !thing.startsWith("person")),
  );
  return [
    sayWhere(speech, institution),
    ...(channel === undefined || channel === "hands" ? [] : [channelWords[channel][lang]]),
    ...told.map((thing) => sayThing(data, thing, lang)),
  ].join(" · ");
}

export const sayBlock = ({ telling }: Speech, condition: string): string =>
  sayCondition(telling.data, condition, telling.lang);

/** That a block is over. */
const sayEnded = ({ telling }: Speech, condition: string): string =>
  sayConditionEnded(telling.data, condition, telling.lang);

export const sayHaving = ({ telling }: Speech, what: string): string =>
  capitalised(sayCapabilityName(telling.data, what, telling.lang));

const sayLacks = (speech: Speech, lacks: readonly Lack[]): string =>
  lacks.map((lack) => sayLack(speech, lack)).join(marks[speech.telling.lang].semicolon);

function sayLack(speech: Speech, lack: Lack): string {
  const { telling, words } = speech;
  switch (lack.kind) {
    case "missing":
      return words.lackMissing(sayCapabilityName(telling.data, lack.what, telling.lang));
    case "block":
      return sayBlock(speech, lack.what);
    case "agent":
      return words.lack_agent;
    case "too-often":
      return words.lack_often;
    case "unsaid":
      return words.lack_unsaid;
  }
}

/** What came of a step beside what it gave. */
export function sayOutcome(speech: Speech, step: StepTold): readonly string[] {
  const { words, telling } = speech;
  const { outcome, waitsFrom, sets, ends, gone, lacks } = step;
  return [
    ...(outcome === "failed"
      ? [`${words.didNotWork}${marks[telling.lang].colon}${sayLacks(speech, lacks)}`]
      : []),
    ...(outcome === "cancelled" ? [words.cancelled] : []),
    ...(outcome === "unfinished" ? [words.unfinished] : []),
    ...(waitsFrom === undefined || outcome !== "done" ? [] : [words.waiting]),
    ...sets.map((each) => words.nowSet(sayBlock(speech, each))),
    ...ends.map((each) => words.nowEnded(sayEnded(speech, each))),
    ...(gone > 0 ? [words.gone(money(telling, gone))] : []),
    ...(step.isUnsized ? [words.tookUnsized] : []),
  ];
}

/** What is gone, of known size and of unknown; absent: nothing is. */
export function sayGone({ words, telling }: Speech, gone: number, unsized: number): string | undefined {
  const amount = gone > 0 ? money(telling, gone) : undefined;
  if (unsized > 0) return words.goneUnsized({ amount, count: unsized });
  return amount === undefined ? undefined : words.gone(amount);
}

export function sayEntry(speech: Speech, entry: Entry): string {
  const { words, telling } = speech;
  switch (entry.kind) {
    case "step":
      return sayStep(speech, entry);
    case "look":
      return words.looks(entry.isSet ? sayBlock(speech, entry.condition) : sayEnded(speech, entry.condition));
    case "lapse":
      return words.lapses(sayEnded(speech, entry.condition));
    case "seen":
      return headingOf(entry.note)?.[telling.lang] ?? words.seen;
  }
}

export function sayTrace(speech: Speech, { kind, sender, institution, title }: TraceTold): string {
  const { words, telling } = speech;
  const { lang } = telling;
  const keys: Readonly<Record<string, string>> = {
    sms: words.trace_sms,
    call: words.trace_call,
    mail: words.trace_mail,
    notice: words.trace_notice,
    row: words.trace_row,
    "kick-off": words["trace_kick-off"],
    record: words.trace_record,
    letter: words.trace_letter,
  };
  const from = sender === undefined || !/^\d+$/.test(sender) ? "" : inBrackets(sender, lang);
  return `${capitalised(keys[kind] ?? words.trace_told)}${from}${marks[lang].colon}${sayStep(speech, { institution, title })}`;
}

export const sayTurnName = ({ words }: Speech, { kind }: Turn): string =>
  ({
    takeover: words.turn_takeover,
    "key-step": words.turn_key_step,
    "first-block": words.turn_first_block,
    "first-lift": words.turn_first_lift,
    contest: words.turn_contest,
    "first-loss": words.turn_first_loss,
    "last-block": words.turn_last_block,
    "cut-off": words.turn_cut_off,
    end: words.turn_end,
  })[kind];

export function sayTurn(speech: Speech, night: NightTold, turn: Turn): string {
  const { telling, words } = speech;
  const step = (id: number) => {
    const found = night.steps[id];
    return found === undefined ? "" : sayStep(speech, found);
  };
  switch (turn.kind) {
    case "takeover":
      return words.takenOver(sayCapabilityName(telling.data, turn.what, telling.lang));
    case "key-step":
      return words.keyStep({ step: step(turn.step), count: turn.count });
    case "first-block":
      return words.firstBlock(sayBlock(speech, turn.condition));
    case "first-lift":
      return words.firstLift({
        ended: capitalised(sayEnded(speech, turn.condition)),
        duration: duration(telling, turn.minutes),
      });
    case "contest":
      return words.contest({
        block: capitalised(sayConditionName(telling.data, turn.condition, telling.lang)),
        times: turn.times,
      });
    case "first-loss":
      return words.firstLoss({
        amount: turn.amount > 0 ? money(telling, turn.amount) : telling.words.unknownAmount,
        step: step(turn.step),
      });
    case "last-block":
      return capitalised(
        (turn.hasStopped ? words.lastBlock : words.lastBlockIdle)(sayBlock(speech, turn.condition)),
      );
    case "cut-off":
      return words.cutOff(turn.events);
    case "end":
      return [
        turn.unsized > 0
          ? words.endUnsized({
              amount: turn.loss > 0 ? money(telling, turn.loss) : undefined,
              count: turn.unsized,
            })
          : turn.loss > 0
            ? words.endGone(money(telling, turn.loss))
            : words.endNothing,
        ...(turn.isFoughtBack ? [] : [words.endUnfought]),
      ].join(marks[telling.lang].gap);
  }
}

/** A measure's title, with its thing where another has the same. */
export function sayMeasureOf(
  { telling: { data, lang } }: Speech,
  measure: MeasureOfNight,
  all: readonly MeasureOfNight[],
): string {
  const isHelpers = (each: MeasureOfNight) =>
    each.things.some((thing) => data.person.things.get(thing)?.of !== undefined);
  const isTheirs = isHelpers(measure);
  // The owner's own stands for itself; a helper's is always named.
  const isAlike = all.some(
    (each) =>
      each.id !== measure.id && each.title[lang] === measure.title[lang] && isHelpers(each) === isTheirs,
  );
  if ((!isAlike && !isTheirs) || measure.things.length === 0) return measure.title[lang];
  return `${measure.title[lang]}${marks[lang].colon}${measure.things.map((thing) => sayThing(data, thing, lang)).join(marks[lang].comma)}`;
}

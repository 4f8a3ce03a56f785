/** A response as an answer for machines and for whoever shows it: ids and words beside each other. */
import { at, nameOfUnread } from "../model/index.ts";
import { type Incident, momentText, type Response, type ToDo } from "../respond/index.ts";
import type { ActionTold } from "./action-told.ts";
import { channelWords } from "./basis-words.ts";
import { sayProof } from "./block-words.ts";
import { withCounsel } from "./counsel-told.ts";
import { counselWords } from "./counsel-words.ts";
import { listed, marks } from "./marks.ts";
import { contactsOf } from "./respond-contacts.ts";
import { joined, sayWhatHappened } from "./respond-happened.ts";
import { sayNotReached, saySign, sayTaken } from "./respond-places.ts";
import { respondWords } from "./respond-words.ts";
import { capitalised, sayCapability, sayCapabilityName, sayConditionAct, sayThing } from "./say.ts";
import { sayDuration } from "./say-amounts.ts";
import { sayPlace } from "./say-place.ts";
import type { Lang } from "./words.ts";

export interface ResponseAnswer {
  readonly incident: string;
  readonly at: string;
  /** What goes before any call, as sentences; empty: nothing does. */
  readonly before: readonly string[];
  readonly next: readonly ActionTold[];
  readonly then: readonly ActionTold[];
  /** Whole sentences, and what each was taken for. */
  readonly taken: readonly {
    readonly list: string;
    readonly index: number;
    readonly text: string;
    readonly gone: readonly string[];
    readonly isSteered: boolean;
    readonly isOpen: boolean;
    readonly signs: readonly { readonly sign: string; readonly on: string; readonly from?: string }[];
    readonly says: string;
  }[];
  /** Sentences in which nothing known was found; no act rests on them. */
  readonly notUnderstood: readonly {
    readonly list: string;
    readonly index: number;
    readonly text: string;
    /** Nothing in it speaks of money, a phone or an account: it asks for no answer. */
    readonly isEveryday?: true;
    /** Words of a sentence of which the rest was understood. */
    readonly isPart?: true;
    readonly says: string;
  }[];
  /** What nobody said and what comes first hangs on: whether the phone was open, whether anything is in other hands. */
  readonly asked: readonly { readonly what: "gone" | "lock"; readonly says: string }[];
  readonly beliefs: readonly {
    readonly capability: string;
    readonly says: string;
    readonly probability: number;
    readonly because: readonly string[];
  }[];
  readonly contradictions: readonly {
    readonly list: string;
    readonly index: number;
    readonly share: number;
    readonly says: string;
  }[];
  readonly race: {
    readonly ours: ShareTold;
    readonly checklist: ShareTold;
    readonly nothing: ShareTold;
    readonly lostAlready: number;
  };
  readonly coverage: Response["coverage"];
  readonly label: "estimate";
}

interface ShareTold {
  readonly meanLoss: number;
  readonly avoidable: number;
  readonly ci95: readonly [number, number];
}

/** A lock of which nobody said anything is weighed both ways; whoever knows it sharpens the answer most. */
const askedOf = ({ isGoneUnsaid, gone, lock }: Incident): ResponseAnswer["asked"][number]["what"][] => [
  ...(isGoneUnsaid === true ? ["gone" as const] : []),
  ...(lock === "unknown" &&
  gone.some((thing) => thing === "device.phone" || thing === "possess(device.phone)")
    ? ["lock" as const]
    : []),
];

export function tellResponse(response: Response, incident: Incident, lang: Lang): ResponseAnswer {
  const action = (each: ToDo, place: number) => tellAction(response, incident, { each, place, lang });
  const { world } = response;
  const answer: ResponseAnswer = {
    incident: incident.id,
    at: momentText(incident.at.to, incident.offset),
    before: [
      ...(response.isToBeCutOff ? [respondWords(lang).cutOff] : []),
      ...(incident.signs.some(({ sign }) => sign === "call") ? [respondWords(lang).hangUp] : []),
    ],
    ...withCounsel(
      response,
      incident,
      {
        // What comes after a counsel is nobody's first act.
        next: response.next.map((each) => action(each, response.counsel.first.length === 0 ? 0 : 1)),
        later: response.after.map((each, i) => action(each, i + 1)),
      },
      lang,
    ),
    taken: incident.taken.map((each) => ({
      list: each.list,
      index: each.index,
      text: each.text,
      gone: each.gone,
      isSteered: each.isSteered,
      isOpen: each.isOpen,
      signs: each.signs.map(({ sign, on, from }) => ({ sign, on, ...(from === undefined ? {} : { from }) })),
      says: sayTaken(world, incident, each, lang),
    })),
    notUnderstood: incident.notJudged.map((each) => ({
      ...each,
      says:
        each.isEveryday === true
          ? respondWords(lang).noteKept(each.text)
          : each.isPart === true
            ? respondWords(lang).partNotUsed(each.text)
            : each.list === "notes" || incident.signs.some(({ index }) => index === each.index)
              ? respondWords(lang).noteNotUnderstood(each.text)
              : respondWords(lang).notUnderstood(each.text),
    })),
    asked: askedOf(incident).map((what) => ({
      what,
      says: what === "gone" ? respondWords(lang).askGone : respondWords(lang).askLock,
    })),
    beliefs: response.beliefs.map(({ atom, probability, because }) => {
      const { text } = at(world.atoms, atom);
      return {
        capability: text,
        says: sayCapability(world, text, lang),
        probability: rounded(probability),
        because: [...new Set(because)].map((index) => saySign(world, incident, index, lang)),
      };
    }),
    contradictions: oncePerPlace(response.contradictions).map(({ list, index, share, isMore }) => ({
      list,
      index,
      share: rounded(share),
      says: isMore
        ? respondWords(lang).showsMore(saySign(world, incident, index, lang))
        : list === "signs"
          ? respondWords(lang).contradictsSign(saySign(world, incident, index, lang))
          : respondWords(lang).contradictsDeed(
              incident.done.find((each) => each.index === index)?.action ?? "",
            ),
    })),
    race: response.race,
    coverage: response.coverage,
    label: "estimate",
  };
  return answer;
}

/** One sentence may tell of several things that do not fit; it is named once. */
const oncePerPlace = (all: Response["contradictions"]): Response["contradictions"] =>
  all.filter(
    (each, i) => all.findIndex(({ list, index }) => list === each.list && index === each.index) === i,
  );

const moneyShutBy = (
  { steps, atoms, catalog }: Response["world"],
  sets: ToDo["candidate"]["sets"],
): ReadonlySet<string> =>
  new Set(
    steps.flatMap(({ needsClear, gives }) =>
      needsClear.some((each) => sets.includes(each))
        ? gives.flatMap(({ atom }) => {
            const { kind, text } = at(atoms, atom);
            return catalog.vocabulary.capabilities.get(kind)?.harm === "money" ? [text] : [];
          })
        : [],
    ),
  );

const rounded = (share: number): number => Math.round(share * 100) / 100;

function tellAction(
  { world, counsel, putOff, next }: Response,
  incident: Incident,
  { each, place, lang }: { readonly each: ToDo; readonly place: number; readonly lang: Lang },
): ActionTold {
  const { candidate, way, hold, theyAsk, doubtful, helper, ties, rule, minutes } = each;
  const words = respondWords(lang);
  const steps = way.map((step) => at(world.steps, step));
  const last = at(steps, steps.length - 1);
  const isHeld = rule === "paid";
  // What takes a form is told as it is done; somebody who picks up is told what to say.
  const isAnswered =
    isHeld &&
    last.flow.channel === "phone" &&
    contactsOf(world, last, incident, lang).some(({ tel }) => tel !== undefined);
  const title = isAnswered
    ? words.holdPaid(sayPlace(world, last.institution, lang))
    : titleOf(each, world, lang);
  const stopped = [
    ...new Set(
      world.atoms.flatMap(({ text }, atom) =>
        at(world.stopsOf, atom).some((condition) => candidate.sets.includes(condition)) ? [text] : [],
      ),
    ),
  ];
  // Where it keeps nothing from anybody by itself: the money of ways that wait for it to be clear.
  const stops = stopped.length > 0 ? stopped : [...moneyShutBy(world, candidate.sets)];
  const { isElsewhere } = hold;
  const unread = last.lent !== undefined || isElsewhere;
  const weakest = hold.by === undefined ? undefined : sayProof(hold.by, lang);
  const holding =
    weakest === undefined
      ? words.undoneUnread
      : isElsewhere
        ? words.undoneElsewhere(weakest)
        : words.undone(weakest);
  const lasting = hold.minutes === undefined ? undefined : sayDuration(hold.minutes, lang);
  return {
    helper,
    action: candidate.id,
    title,
    kind: candidate.kind,
    effects: [
      ...candidate.sets.map((condition) => at(world.conditions, condition).id),
      ...candidate.gains.map((atom) => at(world.atoms, atom).text),
    ],
    institution: nameOfUnread(last.institution),
    institutionName: sayPlace(world, last.institution, lang),
    ...(last.flow.channel === undefined ? {} : { channel: last.flow.channel }),
    contact: contactsOf(world, last, incident, lang),
    flows: steps.map(({ institution, flow }) => `${institution}/${flow.id}`),
    say: isAnswered
      ? counselWords(lang).callBackSay({ more: "" })
      : isSaid(each, last.flow.channel)
        ? words.sayText({
            act: blockOf(each, world, lang),
            what: sayWhatHappened(incident, lang, counsel),
            isAll: each.isMoneySeen && isOnlyCard(each, world),
          })
        : title,
    theyAsk: theyAsk.map((atom) => at(world.atoms, atom).text),
    insteadOf: [...doubtful].map(([atom, share]) => ({
      capability: at(world.atoms, atom).text,
      stillWorks: rounded(share),
    })),
    minutes,
    stops,
    holdsMinutes: hold.minutes ?? null,
    isReadThere: !unread,
    // What is usual for a kind is said of no place as if it were so there.
    holdsBy: isElsewhere ? null : (hold.by ?? null),
    undoneBy: isElsewhere ? [] : hold.undoneBy,
    basis: last.flow.basis.status,
    ties: ties.map(({ id }) => id),
    because: reasonsOr(words.weighed, [
      ...(isHeld ? [] : onlyIf(counsel, last.institution, lang)),
      ...(isWiping(each, world) ? [words.wipes] : []),
      ...(unread ? [words.unreadAct(sayPlace(world, last.institution, lang))] : []),
      ...(candidate.kind === "block" && !isHeld ? [holding] : []),
      ...(lasting === undefined ? [] : [isElsewhere ? words.holdsElsewhere(lasting) : words.holds(lasting)]),
      ...(rule === undefined
        ? []
        : [ruleSaid(isHeld && !isAnswered ? "money-gone" : rule, { counsel, next }, lang)]),
      ...triedBefore(
        each,
        steps.map(({ institution, flow }) => `${institution}/${flow.id}`),
        { world, incident, lang },
      ),
      ...(last.flow.channel === "phone" ? sayNotReached(incident, putOff.at(last.institution), lang) : []),
      ...(candidate.kind === "throw-out" ? [words.throwsOut] : []),
      ...(place === 0 && ties.length > 0 ? [words.tie] : []),
    ]).join(marks[lang].gap),
  };
}

/** What was asked for already and not got is asked for otherwise. */
function triedBefore(
  { candidate }: ToDo,
  flows: readonly string[],
  {
    world,
    incident,
    lang,
  }: { readonly world: Response["world"]; readonly incident: Incident; readonly lang: Lang },
): readonly string[] {
  const asked = new Set([...candidate.sets.map((each) => at(world.conditions, each).id as string), ...flows]);
  const deed = incident.done.findLast(({ action, result }) => result !== "done" && asked.has(action));
  if (deed === undefined) return [];
  const time = momentText(deed.at.to, incident.offset).slice(11, 16);
  const words = respondWords(lang);
  return [deed.result === "refused" ? words.wasRefused(time) : words.wasNotAnswered(time)];
}

/** No act stands there for no reason. */
const reasonsOr = (weighed: string, reasons: readonly string[]): readonly string[] =>
  reasons.length === 0 ? [weighed] : reasons;

/** What only looks like an attack so far is not answered by locking oneself out: when the act is due after all. */
function onlyIf(
  { first, isOnlyTried, isOnlyPaid, onlyThere, unexplained }: Response["counsel"],
  institution: string,
  lang: Lang,
): readonly string[] {
  const words = respondWords(lang);
  if (isOnlyPaid) return [words.onlyIfLetIn];
  if (onlyThere.size > 0) return onlyThere.has(institution) ? [] : [words.onlyIfSpread];
  if (unexplained.size > 0) return [words.onlyIfTaken];
  if (!isOnlyTried) return [];
  return [first.some(({ kind }) => kind === "stop-the-move") ? words.onlyIfMoved : words.onlyIfSeen];
}

function ruleSaid(
  rule: NonNullable<ToDo["rule"]>,
  { counsel: { first }, next }: Pick<Response, "counsel" | "next">,
  lang: Lang,
): string {
  const words = respondWords(lang);
  const isFirst = first.length === 0 && next[0]?.rule !== "its-way";
  return {
    number: words.numberFirst,
    "its-way": words.itsWay,
    "seen-there": isFirst ? words.seenFirst : words.seenEarly,
    "card-gone": words.cardFirst,
    "card-too": words.cardToo,
    "money-gone": words.moneyFirst,
    paid: words.paidFirst,
  }[rule];
}

/** It destroys what it protects. */
const isWiping = ({ candidate }: ToDo, { conditions, catalog }: Response["world"]): boolean =>
  candidate.sets.some(
    (each) =>
      catalog.vocabulary.conditions.get(at(conditions, each).capability.kind)?.roles.includes("wipes") ===
      true,
  );

/** Words are for somebody who listens. */
const isSaid = ({ candidate }: ToDo, channel: string | undefined): boolean =>
  candidate.kind === "block" && (channel === undefined || channel === "phone" || channel === "counter");

/** Money that is seen to go from a bank goes through the app as well as by the card. */
const isOnlyCard = ({ candidate }: ToDo, { conditions, catalog }: Response["world"]): boolean =>
  catalog.institutions.get(candidate.institution)?.kind === "bank" &&
  candidate.sets.every(
    (each) =>
      catalog.vocabulary.conditions.get(at(conditions, each).capability.kind)?.roles.includes("blocks") ===
      true,
  );

const blockOf = ({ candidate }: ToDo, world: Response["world"], lang: Lang): string =>
  joined(
    candidate.sets.map((condition) => sayConditionAct(world, at(world.conditions, condition).id, lang)),
    respondWords(lang).andAct,
    lang,
  );

function titleOf(each: ToDo, world: Response["world"], lang: Lang): string {
  const { candidate } = each;
  const words = respondWords(lang);
  if (candidate.kind === "block") return capitalised(blockOf(each, world, lang));
  if (candidate.kind === "call-off")
    return capitalised(at(world.steps, each.way.at(-1) ?? 0).flow.title[lang]);
  if (candidate.kind === "throw-out") {
    const ended = candidate.id.replace(/^not /, "");
    const last = at(world.steps, at(each.way, each.way.length - 1));
    if (last.gives.some(({ atom }) => at(world.atoms, atom).text === ended))
      return words.throwOutAgain(sayPlace(world, last.institution, lang));
    return words.throwOut(sayCapabilityName(world, ended, lang));
  }
  const gained = listed(
    candidate.gains.map((atom) => {
      const { things, text } = at(world.atoms, atom);
      const flow = at(world.steps, each.way.at(-1) ?? 0).flow.title[lang];
      if (candidate.kind === "rescue" && things.length > 0) return flow;
      return candidate.kind === "replace"
        ? listed(
            things.map((thing) => sayThing(world, thing, lang)),
            lang,
          )
        : sayCapabilityName(world, text, lang);
    }),
    lang,
  );
  return candidate.kind === "rescue" ? words.rescue(gained) : words.replace(gained);
}

/** Where to do it: `by phone`, `in the app`. */
export const sayChannel = ({ channel }: ActionTold, lang: Lang): string =>
  channel === undefined ? "" : (channelWords[channel as keyof typeof channelWords]?.[lang] ?? "");

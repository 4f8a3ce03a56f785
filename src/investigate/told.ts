/**
 * What somebody tells: when, who says so, and what. It is evidence of its own trust: a flow somebody says they ran
 * is theirs, a thing that was gone was gone from then, a sign that came on a screen is an observation. What none of this
 * world's words are in is complained of and kept as words.
 */
import { z } from "zod";
import { type Meaning, minuteOf, type Observation, type Place, sumsIn } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { type AtomId, heldOrDenied, minutesPerDay, type TraceKind, traceKinds } from "../model/index.ts";
import { ownInstitutions } from "./strange.ts";
import { givenIn, givenUpIn, sharedIn, takenIn, typedIn } from "./told-facts.ts";
import {
  isDenial,
  isDeniedCode,
  isDeniedMoney,
  isLinkOpened,
  isOwnVoice,
  namedIn,
  namedShortly,
} from "./told-voices.ts";

export const toldShape = z
  .array(
    z.strictObject({
      at: z.string().max(40).describe("ISO 8601 with offset, or a day."),
      by: z.string().max(100).describe("owner, helper:<id>, or who it was."),
      says: z
        .string()
        .max(500)
        .describe(
          "`institution/flow` for what one did oneself; `not possess(device.phone)` for what was gone; `notice alipay new-sign-in` for what came; or plain words.",
        ),
    }),
  )
  .max(10_000)
  .describe("What the owner's side tells.");
export type ToldText = z.infer<typeof toldShape>;

export interface ToldRead {
  /** Signs that came, as observations; their ids follow those of the files. */
  readonly observations: readonly Observation[];
  /** What the owner's side had no more, and since when. */
  readonly gone: ReadonlyMap<AtomId, number>;
  /** What they say they told somebody, and when: an intruder had it from then on, and they have it still. */
  readonly given: ReadonlyMap<AtomId, number>;
  /** The first of what was gone. */
  readonly goneSince?: { readonly at: number; readonly place: Place };
  readonly acts: readonly ToldAct[];
  /** What they say they did not do or ask for. */
  readonly denied: readonly ToldAct[];
  /** When a line was dead in their hands. */
  readonly lineDead?: { readonly at: number; readonly place: Place };
  /** They say that what is theirs never left them. */
  readonly isKept: boolean;
  readonly anchors: readonly number[];
  /** When they say they opened a link. */
  readonly linksOpened: readonly number[];
  /** Entries none of whose words are known here. */
  readonly notUnderstood: readonly number[];
}

/** What somebody of the owner's side says they did themselves: a flow, or what it would be a sign of. */
export interface ToldAct {
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly flow?: string;
  readonly sign?: string;
  /** It is money that went out. */
  readonly isMoney?: boolean;
  /** It is a message of that moment, whatever it says. */
  readonly isMessage?: boolean;
  readonly institutions: readonly string[];
  /** Sums that are named; empty: none is. */
  readonly sums: readonly number[];
  readonly place: Place;
}

/** Minutes between when something was done and when somebody remembers it. */
const remembered = 30;

/** Is this observation what somebody says they did? */
export const isToldAct = (
  { from, to, sign, institutions }: Observation,
  act: ToldAct,
  flows: ReadonlySet<string>,
): boolean =>
  from <= act.to + remembered &&
  to >= act.from - remembered &&
  (act.flow === undefined
    ? sign !== undefined &&
      sign === act.sign &&
      (act.institutions.length === 0 || institutions.some((each) => act.institutions.includes(each)))
    : flows.has(act.flow));

/** Somebody denies what came days before, or what is said of them later. */
const deniedWithin = 3 * minutesPerDay;

/** Is this observation of what somebody says they did not do? */
export const isDenied = (
  { from, to, sign, institutions, named, kind, direction }: Observation,
  act: ToldAct,
): boolean => {
  const within = act.isMessage === true ? remembered : deniedWithin;
  const isMeant =
    act.isMessage === true
      ? kind === "sms" || kind === "mail"
      : // Nobody tells a purchase from a transfer by the words of a statement.
        act.isMoney === true
        ? kind === "row" && direction === "out"
        : sign !== undefined && sign === act.sign;
  return (
    isMeant &&
    from <= act.to + within &&
    to >= act.from - within &&
    (institutions.length === 0 ||
      act.institutions.length === 0 ||
      [...institutions, ...named].some((each) => act.institutions.includes(each)))
  );
};

/** What else a sentence says beside what only the owner's side can tell: `the phone never left me, and 500 dollars are gone`. */
const besideIn = (says: string, meaning: Meaning): string =>
  says
    .split(/[,.](?!\d)|[，。；;!！]|\band\b/u)
    .filter((clause) => meaning.signToldIn(clause)?.told === undefined)
    .join("，");

export interface ToldQuestion {
  readonly told: ToldText;
  readonly world: Grounded;
  readonly meaning: Meaning;
  readonly firstId: number;
  readonly file: string;
  readonly zoneMinutes: number;
}

export function readTold({ told, world, meaning, firstId, file, zoneMinutes }: ToldQuestion): ToldRead {
  const observations: Observation[] = [];
  const gone = new Map<AtomId, number>();
  const given = new Map<AtomId, number>();
  let goneSince: ToldRead["goneSince"];
  const acts: ToldAct[] = [];
  const denied: ToldAct[] = [];
  let lineDead: ToldRead["lineDead"];
  let isKept = false;
  let isInHand = false;
  const anchors: number[] = [];
  const linksOpened: number[] = [];
  const notUnderstood: number[] = [];
  const own = ownInstitutions(world);
  for (const [i, { at: when, by, says }] of told.entries()) {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(when);
    const minute = minuteOf(isDay ? `${when}T00:00:00Z` : when);
    if (minute === undefined) {
      notUnderstood.push(i);
      continue;
    }
    const from = isDay ? minute - zoneMinutes : minute;
    const to = isDay ? from + minutesPerDay : from;
    const place = { file, row: i + 1 };
    const { of: bare, isHeld } = heldOrDenied(says);
    const atom = world.atomOf.get(bare);
    const isGone = (those: readonly AtomId[]) => {
      if (goneSince === undefined || from < goneSince.at) goneSince = { at: from, place };
      for (const each of those) gone.set(each, Math.min(from, gone.get(each) ?? Number.POSITIVE_INFINITY));
      anchors.push(from);
    };
    if (!isHeld && atom !== undefined) {
      isGone([atom]);
      continue;
    }
    if (world.steps.some((step) => `${step.institution}/${step.flow.id}` === says)) {
      acts.push({ from, to, by, flow: says, institutions: [], sums: [], place });
      anchors.push(from);
      continue;
    }
    const [kind = "", institution = "", about = ""] = says.split(" ");
    const isTrace = (traceKinds as readonly string[]).includes(kind);
    const sign = isTrace ? meaning.signAbout(about) : meaning.signToldIn(says);
    const inWords = namedIn(says, { meaning, own, world });
    const named =
      isTrace && world.catalog.institutions.has(institution)
        ? [institution]
        : inWords.length > 0
          ? inWords
          : namedShortly(says, meaning, own);
    const denyMoney = (text: string) =>
      denied.push({ from, to, by, institutions: named, sums: sumsIn(text), place, isMoney: true });
    const beside = sign?.told === undefined ? "" : besideIn(says, meaning);
    if (isDeniedMoney(beside) && sumsIn(beside).length > 0) denyMoney(beside);
    if (sign?.told === "taken" && !isDenial(says)) {
      const those = takenIn(says, world);
      if (those.length > 0) isGone(those);
      else notUnderstood.push(i);
      continue;
    }
    if (sign?.told === "given-up") {
      const those = givenUpIn(named, world);
      // Since when somebody else has it nobody says.
      for (const each of those) given.set(each, Number.NEGATIVE_INFINITY);
      if (those.length === 0) notUnderstood.push(i);
      else anchors.push(from);
      continue;
    }
    anchors.push(from);
    if ((sign?.told === "given" || sign?.told === "shared") && !isDenial(says)) {
      const those = [
        ...givenIn(says, named, world),
        ...(sign.told === "shared" ? [...sharedIn(world), ...typedIn(world)] : []),
      ];
      for (const each of those) given.set(each, Math.min(from, given.get(each) ?? Number.POSITIVE_INFINITY));
      if (isLinkOpened(says)) linksOpened.push(from);
      // A link that was opened says when it began, and not what was told.
      if (by === "owner") isInHand = true;
      continue;
    }
    const isOfAnything = isTrace || sign?.told !== undefined;
    if (!isOfAnything && isDeniedMoney(says)) {
      denyMoney(says);
      continue;
    }
    if (!isOfAnything && named.length > 0 && isDeniedCode(says)) {
      denied.push({ from, to, by, institutions: named, sums: [], place, isMessage: true });
      continue;
    }
    // Whoever is only named did nothing that is told.
    if (sign === undefined && !(isTrace && named.length > 0)) {
      notUnderstood.push(i);
      continue;
    }
    if (sign?.told === "kept") {
      isKept = true;
      continue;
    }
    // Whoever sees that it has no signal has it in the hand.
    if (sign?.told === "line-gone" && by === "owner") isInHand = true;
    if (sign?.told === "line-gone" && (lineDead === undefined || from < lineDead.at))
      lineDead = { at: from, place };
    if (!isTrace && sign !== undefined && sign.told === undefined && isDenial(says)) {
      denied.push({
        ...{ from, to, by, sign: sign.id, institutions: named, sums: sumsIn(says), place },
        isMoney: sign.direction === "out",
      });
      continue;
    }
    if (!isTrace && sign !== undefined && sign.told === undefined && isOwnVoice(says)) {
      acts.push({ from, to, by, sign: sign.id, institutions: named, sums: [], place });
      continue;
    }
    observations.push({
      id: firstId + observations.length,
      place,
      // The word is one of the list just looked in.
      kind: isTrace ? (kind as TraceKind) : "notice",
      from,
      to,
      institutions: named,
      named: [],
      things: [],
      ...(sign === undefined ? {} : { sign: sign.id }),
      counterparty: "",
      text: says,
      trust: "told",
      by,
    });
  }
  return {
    observations,
    gone,
    given,
    acts,
    denied,
    isKept: isKept || (isInHand && gone.size === 0),
    anchors,
    linksOpened,
    notUnderstood,
    ...(goneSince === undefined ? {} : { goneSince }),
    ...(lineDead === undefined ? {} : { lineDead }),
  };
}

/**
 * What somebody tells: when, who says so, and what. It is evidence of its own trust: a flow somebody says they ran
 * is theirs, a thing that was gone was gone from then, a sign that came on a screen is an observation. What none of this
 * world's words are in is complained of and kept as words.
 */
import { z } from "zod";
import { type Meaning, minuteOf, type Observation, type Place } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { type AtomId, heldOrDenied, minutesPerDay, type TraceKind, traceKinds } from "../model/index.ts";
import { givenIn, sharedIn, takenIn } from "./told-facts.ts";

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
  readonly institutions: readonly string[];
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

/** What somebody says was not their doing is theirs least of all, whatever the sign it names. */
const isDenial = (says: string): boolean =>
  /\b(not|never|no one|nobody|didn't|didn’t|hadn't|hadn’t|haven't|wasn't|don't recognise|don't recognize|without my|não|nunca|nie|nicht|keine?[nmrs]?|pas|jamais|mai|no (?:hice|autoric[eé]|ped[ií]|reconozco|fui)|bukan|tidak)\b|(?<!\p{L})non (?:ho|sono)\b/iu.test(
    says,
  ) ||
  /(没有|没|未|从未|并未|沒有|從未)[^，。]{0,6}(申请|申請|办理|辦理|办|要求|操作|授权|授權|同意|点|做|登录|登入|借|买)|不是(我|本人)|非本人|不认识的|不知道的|莫名/.test(
    says,
  ) ||
  /知らない|身に覚え|覚えのない|覚えがな|心当たり|していません|していない|모르는|하지 않|한 적 없|한 적이 없|안 했|본인이 아/.test(
    says,
  );

/** Somebody denies what came days before, or what is said of them later. */
const deniedWithin = 3 * minutesPerDay;

/** Is this observation of what somebody says they did not do? */
export const isDenied = (
  { from, to, sign, institutions, kind, direction }: Observation,
  act: ToldAct,
): boolean =>
  // Nobody tells a purchase from a transfer by the words of a statement.
  (act.isMoney === true ? kind === "row" && direction === "out" : sign !== undefined && sign === act.sign) &&
  from <= act.to + deniedWithin &&
  to >= act.from - deniedWithin &&
  (institutions.length === 0 ||
    act.institutions.length === 0 ||
    institutions.some((each) => act.institutions.includes(each)));

/** Who speaks of what they did themselves. */
const ownVoice =
  /^(i|we|he|she|my \w+|ich|wir|j'ai|nous|ho|abbiamo|hice|hicimos|llamé|fui|saya|kami)\b|^(我|我们|我們|她|他|家人|丈夫|妻子|老公|老婆|私|제가|저는|내가|아내가|남편이)/i;

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
  const notUnderstood: number[] = [];
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
      acts.push({ from, to, by, flow: says, institutions: [], place });
      anchors.push(from);
      continue;
    }
    const [kind = "", institution = "", about = ""] = says.split(" ");
    const isTrace = (traceKinds as readonly string[]).includes(kind);
    const sign = isTrace ? meaning.signAbout(about) : meaning.signToldIn(says);
    const named =
      isTrace && world.catalog.institutions.has(institution) ? [institution] : meaning.institutionsIn(says);
    if (sign?.told === "taken" && !isDenial(says)) {
      const those = takenIn(says, world);
      if (those.length > 0) isGone(those);
      else notUnderstood.push(i);
      continue;
    }
    anchors.push(from);
    if ((sign?.told === "given" || sign?.told === "shared") && !isDenial(says)) {
      const those = [...givenIn(says, named, world), ...(sign.told === "shared" ? sharedIn(world) : [])];
      for (const each of those) given.set(each, Math.min(from, given.get(each) ?? Number.POSITIVE_INFINITY));
      // A link that was opened says when it began, and not what was told.
      if (by === "owner") isInHand = true;
      continue;
    }
    if (sign === undefined && named.length === 0) {
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
        ...{ from, to, by, sign: sign.id, institutions: named, place },
        isMoney: sign.direction === "out",
      });
      continue;
    }
    if (!isTrace && sign?.told === undefined && ownVoice.test(says.trim())) {
      // What they did themselves and we have no word for is no message that came.
      if (sign === undefined) notUnderstood.push(i);
      else acts.push({ from, to, by, sign: sign.id, institutions: named, place });
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
    notUnderstood,
    ...(goneSince === undefined ? {} : { goneSince }),
    ...(lineDead === undefined ? {} : { lineDead }),
  };
}

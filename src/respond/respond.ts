/**
 * It is happening now: what to do next, by whom, how long that holds, and what the other side probably has by now.
 *
 * One model for all of it: the night is played in the world from the moment the things were gone, with what was done and
 * seen; nights that do not fit count for little; from now on every act is tried in the same nights. Works for somebody
 * who described nothing: then every sum and setting is assumed, and said to be.
 *
 * What to know to trust it: kinds of intruder and their pace are guesses, the same for everybody. Sums rank acts and
 * forecast nothing. Cost: some hundred nights, counted in nights and not in time.
 */
import {
  at,
  minuteOfWeek,
  minutesPerDay,
  type ProofClass,
  proofClasses,
  type StepId,
} from "../model/index.ts";
import { meanOf } from "../world/index.ts";
import { type Candidate, candidatesOf, waitFor } from "./acts.ts";
import { type Belief, believe, standIns, type Told } from "./belief.ts";
import { planOf } from "./best-order.ts";
import { counselOf } from "./counsel.ts";
import { isOfCounsel } from "./counsel-kinds.ts";
import { dangerIn, lockingOut } from "./danger.ts";
import { readDeedIn } from "./deed-steps.ts";
import { beliefsOf, contradictionsOf } from "./findings.ts";
import { callingBack, firstByRule } from "./first-by-rule.ts";
import { groundedFor } from "./grounded-for.ts";
import { owner, shared } from "./hands.ts";
import { canDo } from "./helper-can.ts";
import { holdOf } from "./hold.ts";
import { type Incident, moneyGoes } from "./incident.ts";
import { placesMeant } from "./meant.ts";
import { checklistOf, isStandingNow, isTooSoon, isUnseen, isWiping, orderedFor } from "./order.ts";
import { isOfNoPayment, ownPaymentsIn } from "./own-payment.ts";
import { deadIn, ownerHasIn } from "./owner-has.ts";
import { placesNamed } from "./places-named.ts";
import { lossesUnder, mean, type PlanQuestion, standing } from "./plan.ts";
import { putOffIn } from "./put-off.ts";
import type { RespondEffort, RespondQuestion, Response, Share, ToDo } from "./response.ts";
import { aheadMinutes, openRooms } from "./rooms.ts";
import { isEmpty } from "./sign-meaning.ts";
import { readSignIn } from "./signs.ts";
import { heldAtStart, lostWith } from "./start.ts";
import { askedOfAll, byBestWay, type Errand, inOneCall, minutesOf } from "./ways.ts";
import { ordersByWorth } from "./worth.ts";

const respondEffort: RespondEffort = { beliefNights: 360, planNights: 36, judgedNights: 60 };

/** So many nights are drawn for each that is weighed; see `telling-nights.ts`. */
const drawnForEach = 4;
/**
 * Of a place of which somebody has read a little, what is usual elsewhere is a way into it in every other night: nobody has
 * read whether it is there, and one half is the one share that says neither. Were it one in all of them, the least read wallet
 * would be the way the money goes. Where nobody is described nearly all is usual for its kind, and is taken for so.
 */
const lentPrior = 0.5;
/** Nobody said since when: an hour ago. */
const sinceUsually = 60;
/** Who has been at it for longer than this has what they can get; playing every day of a year says nothing more. */
const playedDaysMax = 14;

export function respond(question: RespondQuestion): Response {
  const { catalog, incident, today, isUndescribed, seed = 1, effort = respondEffort } = question;
  const { world, ...weighed } = groundedFor(catalog, question.person, today);
  const beginning = beginningOf(incident);
  const began = Math.max(beginning, incident.at.from - playedDaysMax * minutesPerDay);
  const now = Math.max(1, incident.at.to - began);
  const start = heldAtStart(world, incident);
  const horizonMinutes = now + aheadMinutes;
  const { rooms, orders } = openRooms({
    world,
    incident,
    ...start,
    held: [...start.held, ...start.steered, ...start.diverted],
    startsAt: minuteOfWeek(began, incident.offset),
    // Whole days, so that a minute later the same rooms do.
    horizonMinutes: Math.ceil(horizonMinutes / minutesPerDay) * minutesPerDay,
    hands: 1 + incident.helpers.filter((helper) => canDo(helper, "phone")).length,
    lentPrior: isUndescribed ? 1 : lentPrior,
  });
  const told: Told = {
    world,
    now,
    signs: incident.signs.map((sign) => readSignIn(world, sign, { zero: began, now, held: start.held })),
    deeds: incident.done.map((deed) => readDeedIn(world, deed, began, now)),
    lostWith: lostWith(world, start.held),
  };
  const belief = believe({ told, rooms, seed, nights: effort.beliefNights });
  const plan: PlanQuestion = { told, orders, seed, horizonMinutes, harm: { assumed: weighed.assumed } };
  const stood = standing(plan, standIns(halfOf(belief, "earlier"), drawnForEach * effort.planNights));
  const isStep = (step: StepId) => rooms[0]?.prepared.stage.isStep[step] === 1;
  const ownerHas = ownerHasIn(world, belief, incident);
  const isInDanger = dangerIn(world, belief);
  const isPhoneGone = start.held.some((text) => text.includes("(device."));
  const minute = minuteOfWeek(incident.at.to, incident.offset);
  const payments = ownPaymentsIn(world, told.signs);
  const putOff = putOffIn({ world, incident, deeds: told.deeds });
  // What is weighed is what is advised: by the same way.
  const candidates = candidatesOf({
    world,
    ownerHas,
    isStep,
    isInDanger,
    lostWith: [...told.lostWith, ...deadIn(world, incident)],
    statedBalance: (thing) => Number(question.person.things.get(thing)?.attributes.get("balance") ?? 0) || 0,
    minute,
  })
    .filter(
      (candidate) =>
        !isStandingNow(candidate, stood.length === 0 ? undefined : belief) &&
        !isTooSoon(world, candidate, {
          belief,
          isAnythingLost: payments.length > 0 || stood.some(({ lost }) => lost > 0),
        }) &&
        !(isUndescribed && isUnseen(world, candidate, told.signs)),
    )
    .map((candidate) => byBestWay({ world, belief, minute, isPhoneGone }, putOff.withoutCalls(candidate)));
  const holds = new Map(candidates.map((candidate) => [candidate.id, holdOf(world, candidate)]));
  // Money that is gone to safety is not brought back by anybody.
  const rank = (candidate: Candidate) =>
    candidate.kind === "rescue" ? 0 : rankOf(holds.get(candidate.id)?.by);
  const locksOut = lockingOut(world, belief, { isSteered: incident.isSteered });
  const planned = planOf(plan, stood, {
    candidates,
    holding: rank,
    waits: locksOut,
    seeds: [checklistOf(world, candidates), ...ordersByWorth({ world, candidates, isInDanger })],
  });
  const namesNotRead = !isUndescribed
    ? []
    : placesNamed(catalog, incident.uses, incident.region, incident.kinds).filter(
        ({ institution }) => institution === undefined,
      );
  const { byPhone, byForm } = callingBack(told, candidates, payments);
  const calledBack = [...byPhone, ...byForm];
  const isMoneySeen = told.signs.some(({ sign }) => moneyGoes.has(sign.sign));
  const counsel = counselOf({
    world,
    incident,
    putOff,
    belief,
    signs: told.signs,
    held: start.held,
    candidates,
    planned: planned.order,
    payments,
    isHeldByPhone: byPhone.length > 0,
    unread: namesNotRead.flatMap(({ name, kind }) => (kind === undefined ? [name] : [])),
  });
  const { unexplained, isOnlyTried, isOnlyPaid } = counsel;
  // Where somebody tries and has not got in, nothing is stopped by rule.
  const ruled =
    isUndescribed && !isOnlyTried && !isOnlyPaid
      ? firstByRule({
          told,
          held: start.held,
          candidates: candidates.filter((each) => !putOff.isOf(each)),
          locksOut,
          // Whoever steers the phone has every way there is through it.
          likelyWays: incident.isSteered ? [] : likelyWaysIn(belief),
          unexplained,
        })
      : [];
  const leading = [
    ...calledBack.map((candidate) => ({ candidate, rule: "paid" as const })),
    ...ruled.filter(({ candidate }) => !calledBack.includes(candidate)),
  ];
  const led = leading.map(({ candidate }) => candidate);
  const usual = checklistOf(world, candidates);
  const wayOf = ({ ways }: Candidate) => at(ways, 0);
  // What has to wait until an office opens is begun after what can be done now, however well it holds.
  const isClosed = (each: Candidate) => wayOf(each).some((id) => waitFor(at(world.steps, id), minute) > 0);
  const soonest = [
    ...planned.order.filter((each) => !isClosed(each)),
    ...planned.order.filter((each) => isClosed(each)),
  ];
  const ordered = isUndescribed
    ? orderedFor({ world, led, planned: soonest, usual, locksOut, isDeviceGone: isPhoneGone })
    : [...new Set([...led, ...soonest])];
  // Nobody is there to be called: what is done elsewhere goes first.
  const calls = [...ordered.filter((each) => !putOff.isOf(each)), ...ordered.filter(putOff.isOf)];
  const reached = [
    ...calls.filter((each) => !isWiping(world, each)),
    ...calls.filter((each) => isWiping(world, each)),
  ];
  const isLed = incident.signs.some(({ sign }) => sign === "led");
  const order = reached.filter((each) => {
    const { isRescue, keepsNoMoney } = isOfNoPayment(world, each);
    const isVain = isRescue && payments.length > 0 && !isMoneySeen && !calledBack.includes(each);
    // Whoever is talked into sending money away is not told to send it away.
    const isAsLed = isLed && each.kind === "rescue";
    return !isVain && !isAsLed && !(isOnlyPaid && keepsNoMoney);
  });
  const judged = standing(plan, standIns(halfOf(belief, "later"), effort.judgedNights));
  const lostBy = (acts: readonly Candidate[]) => lossesUnder(plan, judged, acts).map(({ last }) => last);
  const lostAlready = mean(judged.map(({ lost }) => lost));
  const shareOf = (losses: readonly number[]): Share => {
    const { mean: meanLoss, ci95 } = meanOf(losses.map((loss) => [loss, 1] as const));
    return { meanLoss, avoidable: Math.max(0, meanLoss - lostAlready), ci95 };
  };
  const toDo = ({ candidate, ways }: Errand, helper: string): ToDo => {
    const theyAsk = askedOfAll(world, ways);
    const isFirst = order[0] !== undefined && ways[0] === wayOf(order[0]);
    const rule = leading.find((each) => ways.includes(wayOf(each.candidate)))?.rule;
    const isPlanned = order[0] === planned.order[0];
    return {
      helper,
      candidate,
      way: [...new Set(ways.flat())],
      minutes: minutesOf(world, ways),
      hold: holdOf(world, { ...candidate, ways }),
      theyAsk,
      doubtful: new Map(
        theyAsk.flatMap((atom) => {
          const share = belief.ownerHolds.get(atom) ?? 0;
          return share < 0.8 ? [[atom, share] as const] : [];
        }),
      ),
      ties: isFirst && isPlanned && rule !== "paid" ? planned.ties : [],
      isMoneySeen: moneySeenAt(told).has(candidate.institution),
      ...(rule === undefined || (isFirst && isPlanned && rule !== "paid") ? {} : { rule }),
    };
  };
  // While the owner does what is counselled, the first of the calls is a helper's, where one can make it.
  const isBusy = counsel.first.length > 0 && !isOnlyTried && unexplained.size === 0;
  // What may only have to be done is nobody's task yet.
  const others = isOnlyPaid ? [] : incident.helpers;
  const people = isBusy && others.length > 0 ? [...others, owner] : [owner, ...others];
  const { first, rest } = shared(world, inOneCall({ world, order, wayOf, locksOut }), people);
  return {
    world,
    isToBeCutOff: incident.isSteered,
    putOff,
    counsel,
    next: first.map(({ errand, helper }) => toDo(errand, helper)),
    after: rest.map((errand) => toDo(errand, "owner")),
    order,
    beliefs: beliefsOf(world, belief, start.held),
    contradictions: contradictionsOf(belief, { isUndescribed }),
    race: {
      ours: shareOf(lostBy(order)),
      checklist: shareOf(lostBy(usual)),
      nothing: shareOf(lostBy([])),
      lostAlready,
    },
    coverage: {
      person: isUndescribed ? "nobody described" : "described",
      judged: world.coverage.judged,
      notJudged: world.coverage.notJudged,
      assumedSums: weighed.unknown,
      assumedSum: weighed.assumed,
      assumedBeginning: incident.since === undefined,
      isCutShort: began > beginning,
      unknownWords: [
        ...start.unknown.map((index) => ({ list: "gone" as const, index })),
        ...start.unknownLeaks.map((index) => ({ list: "leaked" as const, index })),
        ...told.signs.flatMap(({ sign, means, causes }) =>
          // Anybody may ring in anybody's name, and no flow of the place need leave a call.
          sign.sign !== "call" && means.kind !== "nothing" && causes.length === 0 && isEmpty(means)
            ? [{ list: "signs" as const, index: sign.index, sign: { sign: sign.sign, on: sign.on } }]
            : [],
        ),
        ...told.deeds.flatMap(({ deed, steps }) =>
          steps.length === 0 && deed.isCall !== true && deed.isSeen !== true && !isOfCounsel(deed.action)
            ? [{ list: "done" as const, index: deed.index }]
            : [],
        ),
      ],
      namesNotRead: namesNotRead.map(({ name }) => name),
      actsWithoutEffect: candidates.filter((candidate) => !order.includes(candidate)).map(({ id }) => id),
      nights: belief.nights,
      effective: belief.effective,
    },
  };
}

/**
 * Orders are found in one half of the nights and told by what they leave in the other, so that what is told is no boast.
 * Halves are the earlier and the later nights of each room: both are spread evenly over the latents.
 */
function halfOf({ particles }: Belief, half: "earlier" | "later"): Pick<Belief, "particles"> {
  const runs = Math.max(...particles.map(({ run }) => run)) + 1;
  const found = particles.filter(({ run }) => 2 * run < runs === (half === "earlier"));
  return { particles: found.length > 0 ? found : particles };
}

/**
 * The likeliest way of each payment that was seen, where it is likelier than all others together. Where somebody watched for
 * a code and none came, only ways that somebody has read are held against it: what is lent at its weakest needs no code of
 * anybody, and would explain every such payment.
 *
 * Why a rule and not the race: a sum nobody stated is played as taken at once, so that once it is seen to go every order leaves
 * the same. Of two acts that take about as long, the one that stops more goes first; `more than half` says that of a way against
 * all the rest, whatever stops those.
 */
function likelyWaysIn({ signs }: Belief): readonly StepId[] {
  const isWatched = signs.some(({ read: { means } }) => means.kind === "quiet");
  return signs.flatMap(({ read, by, byFirst, byFirstOfRead }) =>
    moneyGoes.has(read.sign.sign) && (isWatched ? byFirstOfRead : byFirst) > half ? by.slice(0, 1) : [],
  );
}
const half = 0.5;

/** Places that keep what was seen to go. */
const moneySeenAt = ({ world, signs }: Told): ReadonlySet<string> =>
  new Set(signs.flatMap(({ sign }) => (moneyGoes.has(sign.sign) ? [...placesMeant(world, sign.on)] : [])));

/** Nothing happened before the first thing somebody told of. */
function beginningOf({ at: now, since, signs, done }: Incident): number {
  const first = Math.min(
    now.from,
    ...signs.map(({ at: { from } }) => from),
    ...done.map(({ at: { from } }) => from),
  );
  return Math.min(since?.from ?? now.from - sinceUsually, first);
}

/** The harder the proof that undoes it, the smaller. What nobody has read is believed to hold least of all. */
const rankOf = (proof: ProofClass | undefined): number =>
  proof === undefined ? proofClasses.length : proofClasses.indexOf(proof);

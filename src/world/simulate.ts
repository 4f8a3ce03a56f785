/**
 * One night, played and written down. One seed, one night, to the byte.
 *
 * `prepare` does once what every night of a world shares; `simulate` is one night of it with all its events told;
 * `openNight` is one that can be stopped, copied and continued.
 */
import { atomsOf, flowName, heldApart, heldIn, ownerStart } from "../ground/index.ts";
import {
  type ActorId,
  type ActorName,
  actorId,
  at,
  type GoalId,
  minutesPerDay,
  type StepId,
} from "../model/index.ts";
import { type ActorStart, type Arena, arenaOf } from "./arena.ts";
import { countedLoss, stillLost } from "./money.ts";
import type { ActorAsked, Chance, Night, NightQuestion, Thinker, View } from "./night.ts";
import { advance, start } from "./play.ts";
import { blank, recordOf, type Written } from "./record.ts";
import { handyFrom, type Stage, stageOf, stepAt } from "./stage.ts";
import { type Playing, tableOf } from "./table.ts";
import { viewsOf } from "./view.ts";
import { wayBehind } from "./way-behind.ts";

/** A night of a week with a race a minute has fewer; a policy that never stops is cut off here. */
const eventsMaxUsually = 20_000;

/** A year: who waits longer asks a question about populations. */
const horizonMax = 366 * minutesPerDay;

export type PrepareQuestion = Omit<NightQuestion, "seed" | "run" | "latents">;

export interface PrepareOptions {
  /** Policies may tell how long their steps take; a replay's do. */
  readonly isScripted?: boolean;
}

/** A world ready to be played, and the memory to do it in. */
export interface Prepared {
  readonly stage: Stage;
  readonly arena: Arena;
  readonly playing: Playing;
  readonly views: readonly View[];
}

export function prepare(question: PrepareQuestion, { isScripted = false }: PrepareOptions = {}): Prepared {
  const { world, inForce, unstatedChance } = question;
  if (!(question.horizonMinutes >= 0 && question.horizonMinutes <= horizonMax))
    throw new RangeError("the horizon is a number of minutes, from zero to a year");
  const stage = stageOf({ world, inForce, unstatedChance });
  const cast = castOf(question, stage);
  const arena = arenaOf(stage, cast);
  const hands = cast.map((each) => each.hands);
  const most = Math.max(...hands);
  const names = cast.map(({ name }) => name);
  const seated: Omit<Playing, "thinkers"> = {
    arena,
    names,
    hands,
    forced: (question.forced ?? []).map((act) => ({ ...act, who: actorNamed(names, act.actor) })),
    startsAt: question.startsAt,
    horizon: question.horizonMinutes,
    eventsMax: question.eventsMax ?? eventsMaxUsually,
    isScripted,
    listener: undefined,
    table: tableOf(stage, {
      actorCount: cast.length,
      slotsMax: Math.max(slotsUsually, 4 * most + (question.forced?.length ?? 0)),
    }),
  };
  const views = viewsOf(seated);
  const thinkers = cast.map(({ policy }, actor): Thinker => {
    if ("open" in policy) return policy.open(at(views, actor));
    return { next: (view) => policy.next(view), save: () => undefined, restore: () => undefined };
  });
  return { stage, arena, playing: { ...seated, thinkers }, views };
}

/** More at once than hands, notices and lapses of any night; beyond it the night is cut off. */
const slotsUsually = 1_024;

export function actorNamed(names: readonly ActorName[], name: ActorName): ActorId {
  const found = names.indexOf(name);
  if (found < 0) throw new RangeError(`nobody called \`${name}\` acts in this night`);
  return actorId(found);
}

interface Cast extends ActorStart {
  readonly name: ActorName;
  readonly hands: number;
  readonly policy: ActorAsked["policy"];
}

/** Everybody who acts: the intruder, the owner, and whoever else is asked for. */
function castOf(question: PrepareQuestion, stage: Stage): readonly Cast[] {
  const { world, intruder, owner, others = [] } = question;
  const holds = heldApart(
    world,
    heldIn(world, question.held),
    (question.inForce ?? []).flatMap((choice) => world.choices[choice] ?? []),
  );
  const stolen = atomsOf(world, holds);
  const seat = (
    name: ActorName,
    side: ActorAsked["side"],
    { policy, hands, held }: Pick<Cast, "policy" | "held" | "hands">,
  ): Cast => ({
    name,
    side,
    policy,
    hands,
    held,
    share: policy.share,
    given: side === "owner" ? handyFrom(stage, held, stolen) : [],
  });
  return [
    seat("intruder", "intruder", {
      policy: intruder,
      hands: question.hands?.intruder ?? intruder.hands ?? 1,
      held: stolen,
    }),
    seat("owner", "owner", {
      policy: owner,
      hands: question.hands?.owner ?? owner.hands ?? 1 + world.person.helpers.size,
      held: ownerStart(world, holds),
    }),
    ...others.map(({ name, side, policy, hands, held }) =>
      seat(name, side, {
        policy,
        hands: hands ?? policy.hands ?? 1,
        held: atomsOf(world, heldIn(world, held)),
      }),
    ),
  ];
}

export function simulate(question: NightQuestion): Night {
  return simulatePrepared(prepare(question), question);
}

/** As `simulate`, for one who plays several nights of the same world. */
export function simulatePrepared(prepared: Prepared, chance: Chance): Night {
  const { playing, views, arena } = prepared;
  const { written, recorder, listener } = recordOf(playing, blank(playing));
  arena.recorder = recorder;
  const heard = { ...playing, listener };
  start(heard, views, chance);
  advance(heard, views, { until: playing.horizon });
  arena.recorder = undefined;
  return nightOf(prepared, written);
}

/** What has come of a night so far. */
export function nightOf(prepared: Prepared, { events, spans }: Written): Night {
  const { arena, playing, stage } = prepared;
  const { world } = stage;
  const lossByGoal = new Map<string, number>();
  const returned = new Map<string, number>();
  const ways: string[] = [];
  const behind = wayBehind(prepared);
  const flowsOf = (goal: GoalId, last: StepId, actor: ActorId) => [
    ...new Set(behind({ goal, last, actor }).map((step) => flowName(stepAt(world, step)))),
  ];
  let loss = 0;
  for (const goal of stage.goals) {
    const last = stage.steps[arena.lossStep[goal]!];
    if (last === undefined) continue;
    const { id } = at(world.goals, goal);
    lossByGoal.set(id, stillLost(arena, goal) / 100);
    if (arena.backOf[goal]! > 0) returned.set(id, arena.backOf[goal]! / 100);
    loss += countedLoss(arena, goal);
    ways.push(flowsOf(goal, last, actorId(arena.lossActor[goal]!)).join(" > "));
  }
  return {
    events,
    loss: loss / 100,
    lossByGoal,
    returned,
    firstTakeoverMinutes: arena.firstTakeover < 0 ? null : arena.firstTakeover,
    firstLossMinutes: arena.firstLoss < 0 ? null : arena.firstLoss,
    ways: [...new Set(ways)].sort(),
    conditions: spans,
    money: events.filter((event) => event.kind === "money"),
    truncated: playing.table.isTruncated,
  };
}

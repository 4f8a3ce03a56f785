/**
 * A night that can be stopped between two moments, copied, and continued: to force something in the middle of it, to
 * look at what comes of it either way, to hand it on. Continued, it is to the byte the night it would have been.
 */

import type { ActorName, AtomId, ConditionId, GoalId, NightEvent, StepId } from "../model/index.ts";
import { deprive, endow, reset, revokeFromOthers } from "./arena.ts";
import { lacks } from "./lacks.ts";
import { countedLoss } from "./money.ts";
import type { Chance, ForcedAct, Night } from "./night.ts";
import { advance, start } from "./play.ts";
import { blank, copied, recordOf, type Written } from "./record.ts";
import { actorNamed, nightOf, type Prepared } from "./simulate.ts";
import { begin } from "./step.ts";
import type { Table } from "./table.ts";

export interface OpenNight {
  /** Goes on up to this minute, all that happens at it included. */
  advance(options: { readonly until: number }): void;
  /** Begins a step now, whatever its actor means to do; false where it cannot even be tried. */
  force(act: Omit<ForcedAct, "at">): boolean;
  /** Gives an actor something from outside the night: what is seen shows that they have it, and nothing played says how. */
  endow(actor: ActorName, atom: AtomId): void;
  /** Takes something from an actor again that was given to them from outside. */
  deprive(actor: ActorName, atom: AtomId): void;
  /** Takes something from everybody else, as a step that revokes it would: it was taken before the night began. */
  seize(actor: ActorName, atom: AtomId): void;
  /** What has happened so far, in order; grows while the night goes on. */
  readonly events: readonly NightEvent[];
  has(actor: ActorName, atom: AtomId): boolean;
  isSet(condition: ConditionId): boolean;
  /** Whether the actor has all that the step asks, and nothing is set that stops it. */
  couldRun(actor: ActorName, step: StepId): boolean;
  /** What the intruders have got so far of this loss, in the person's currency; nothing stated is 0. */
  lossOf(goal: GoalId): number;
  /** Whether the intruders have had this loss, whatever it came to. */
  isLost(goal: GoalId): boolean;
  /** A copy of everything, from which the night goes on the same whatever is played in between. */
  snapshot(): NightSnapshot;
  /** What has come of it so far. */
  tell(): Night;
}

/** Plain data, good for every world prepared by the same question. */
export interface NightSnapshot {
  readonly arena: State;
  readonly table: State;
  readonly waiting: readonly number[];
  readonly minds: readonly unknown[];
  readonly written: Written;
}

/** Typed arrays and numbers by their names. */
type State = Readonly<Record<string, unknown>>;

export function openNight(prepared: Prepared, chance: Chance): OpenNight {
  const opened = opening(prepared, blank(prepared.playing));
  opened.listening(({ playing, views }) => start(playing, views, chance));
  return opened.night;
}

/** The night goes on in this world from where the snapshot was taken; what was played in it is forgotten. */
export function resumeNight(prepared: Prepared, snapshot: NightSnapshot): OpenNight {
  putBackNight(prepared, snapshot);
  return opening(prepared, copied(snapshot.written)).night;
}

/** What can be asked of a night that nobody writes down. */
export type UntoldNight = Pick<OpenNight, "advance" | "lossOf" | "isLost">;

/** The same night as `resumeNight` goes on with, and none of it written down: for the many that are only weighed. */
export function resumeUntold(prepared: Prepared, snapshot: NightSnapshot): UntoldNight {
  putBackNight(prepared, snapshot);
  const { arena, playing, views } = prepared;
  return {
    advance: ({ until }) => advance(playing, views, { until }),
    lossOf: (goal) => countedLoss(arena, goal) / 100,
    isLost: (goal) => arena.lossStep[goal]! >= 0,
  };
}

function putBackNight({ arena, playing, views }: Prepared, snapshot: NightSnapshot): void {
  // Minds are put back at dawn, where those that were never asked for are made.
  reset(arena);
  for (const [actor, thinker] of playing.thinkers.entries())
    thinker.restore(views[actor]!, snapshot.minds[actor]);
  putBack(arena, snapshot.arena);
  putBack(playing.table, snapshot.table);
  const { queue } = playing.table;
  queue.data = [...snapshot.waiting];
  queue.length = snapshot.waiting.length;
}

function opening(prepared: Prepared, written: Written) {
  const { arena, playing, views } = prepared;
  const { recorder, listener } = recordOf(playing, written);
  const heard: Prepared = { ...prepared, playing: { ...playing, listener } };
  const listening = (act: (prepared: Prepared) => void) => {
    arena.recorder = recorder;
    act(heard);
    arena.recorder = undefined;
  };
  const { atomCount } = arena.stage;
  const night: OpenNight = {
    advance: ({ until }) => listening(() => advance(heard.playing, views, { until })),
    force(act) {
      let isBegun = false;
      listening(() => {
        const who = actorNamed(playing.names, act.actor);
        isBegun = begin(heard.playing, who, act.step, { told: act.minutes });
      });
      return isBegun;
    },
    endow(actor, atom) {
      listening(() => endow(arena, actorNamed(playing.names, actor), atom));
    },
    deprive(actor, atom) {
      listening(() => deprive(arena, actorNamed(playing.names, actor), atom));
    },
    seize(actor, atom) {
      listening(() => revokeFromOthers(arena, actorNamed(playing.names, actor), atom));
    },
    events: written.events,
    has: (actor, atom) => arena.has[actorNamed(playing.names, actor) * atomCount + atom] === 1,
    isSet: (condition) => arena.isSet[condition] === 1,
    couldRun: (actor, step) =>
      arena.stage.isStep[step] === 1 && !lacks(arena, actorNamed(playing.names, actor), step),
    lossOf: (goal) => countedLoss(arena, goal) / 100,
    isLost: (goal) => arena.lossStep[goal]! >= 0,
    snapshot: () => ({
      arena: stateOf(arena, arenaConstants),
      table: stateOf(playing.table, tableConstants),
      waiting: waitingIn(playing.table),
      minds: playing.thinkers.map((thinker, actor) => thinker.save(views[actor]!)),
      written: copied(written),
    }),
    tell: () => nightOf(prepared, copied(written)),
  };
  return { night, listening };
}

const waitingIn = ({ queue }: Table): readonly number[] => queue.data.slice(0, queue.length);

/** What no night changes, and what is put back by itself. */
const arenaConstants: ReadonlySet<string> = new Set([
  "stage",
  "actors",
  "isIntruder",
  "start",
  "recorder",
  "queue",
]);
/** Nothing is told of the money of a night that can be stopped. */
const tableConstants: ReadonlySet<string> = new Set(["queue", "toldSums"]);

const stateOf = (of: object, constants: ReadonlySet<string>): State =>
  Object.fromEntries(
    Object.entries(of)
      .filter(([name]) => !constants.has(name))
      .map(([name, value]) => [name, name === "news" ? newsSoFar(value as NewsList) : copyOf(value)]),
  );

/** A night's state is typed arrays, lists, plain objects and what is no object; the general copy takes ten times as long. */
function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as Int32Array).slice();
  if (Array.isArray(value)) return value.map(copyOf);
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each)]));
}

/** Arrays are filled in place, because views and others hold on to them. */
function putBack(into: object, state: State): void {
  for (const [name, value] of Object.entries(state)) {
    // The state was made of an object of the same shape.
    const now = (into as Record<string, unknown>)[name];
    if (ArrayBuffer.isView(now)) (now as Int32Array).set(value as Int32Array);
    else if (name === "news") putBackNews(now as NewsList, value as NewsList);
    else if (typeof value !== "object") (into as Record<string, unknown>)[name] = value;
    // A snapshot may be put back again.
    else (into as Record<string, unknown>)[name] = copyOf(value);
  }
}

type NewsList = Prepared["arena"]["news"];

/** Of news not yet full, what has come so far: the rest of the room for it is nobody's. */
const newsSoFar = (news: NewsList): NewsList =>
  news.map(({ entries, count, isFull, ...rest }) => ({
    ...rest,
    count,
    isFull,
    entries: isFull ? entries.slice() : entries.slice(0, count),
  }));

/** The number of the night stays: by it a mind tells this night's news from last night's. */
function putBackNews(now: NewsList, saved: NewsList): void {
  for (const [actor, news] of now.entries()) {
    const { entries, count, isFull } = saved[actor]!;
    news.entries.set(entries);
    Object.assign(news, { count, isFull });
  }
}

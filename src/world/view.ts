/** What one actor knows, read off the arena and the table: its beliefs, its own doings, the traces that reached it. */
import { waitFor } from "../graph/index.ts";
import { type ActorId, at } from "../model/index.ts";
import type { View } from "./night.ts";
import { knownBarOf } from "./step.ts";
import type { Playing } from "./table.ts";

/** One view an actor, made once and read at any moment of any night. */
export const viewsOf = (playing: Omit<Playing, "thinkers">): readonly View[] =>
  playing.arena.actors.map((actor) => viewOf(playing, actor));

function viewOf(playing: Omit<Playing, "thinkers">, actor: ActorId): View {
  const { arena, table } = playing;
  const { stage } = arena;
  const { atomCount, stepCount, conditionCount, gives, giver } = stage;
  const atoms = actor * atomCount;
  const steps = actor * stepCount;
  const conditions = actor * conditionCount;
  const goals = actor * stage.goals.length;
  return {
    stage,
    actor: at(playing.names, actor),
    side: arena.isIntruder[actor] === 1 ? "intruder" : "owner",
    startsAt: playing.startsAt,
    get now() {
      return arena.now;
    },
    get freeHands() {
      return table.hands[actor]! - table.busy[actor]!;
    },
    get latents() {
      return table.latents;
    },
    has: (atom) => arena.believes[atoms + atom] === 1,
    isFromStart: (atom) => arena.believesStart[atoms + atom] === 1,
    isSet: (condition) => arena.believesSet[conditions + condition] === 1,
    isRunning: (step) => table.running[steps + step] !== 0,
    isLooking: (condition) => table.looking[conditions + condition] === 1,
    timesDone: (step) => table.timesDone[steps + step]!,
    timesRefused: (step) => table.refused[steps + step]!,
    timesFailed: (step) => table.failed[steps + step]!,
    isDone: (step) => {
      const first = gives.from[step]!;
      const end = gives.from[step + 1]!;
      if (first === end) return table.timesDone[steps + step]! > 0;
      for (let entry = first; entry < end; entry++)
        if (arena.given[actor * giver.length + entry] !== 1) return false;
      return true;
    },
    isInVain: (step) => {
      if (table.failed[steps + step] === 0) return false;
      if (stage.isSameSecret[step] === 1) return true;
      for (let entry = gives.from[step]!; entry < gives.from[step + 1]!; entry++)
        if (arena.isDead[actor * giver.length + entry] === 1) return true;
      return false;
    },
    lastDoneAt: (step) => table.lastDone[steps + step]!,
    lastLookAt: (condition) => table.lastLook[conditions + condition]!,
    seenAt: (step) => table.seenAt[steps + step]!,
    opensIn: (step) =>
      playing.startsAt === undefined ? 0 : waitFor(stage.hours, step, playing.startsAt + arena.now),
    barredUntil: (step) => knownBarOf(table, stage, actor, step),
    news: arena.news[actor]!,
    lies: (pot) => arena.pots[pot]! > 0,
    isTaken: (goal) => arena.taken[goals + goal] === 1,
  };
}

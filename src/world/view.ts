/** What one actor knows, read off the arena and the table: its beliefs, its own doings, the traces that reached it. */
import { waitFor } from "../graph/index.ts";
import { type Arena, actorNames } from "./arena.ts";
import type { View } from "./night.ts";
import type { Playing, Table } from "./table.ts";

/** One view an actor, made once and read at any moment of any night. */
export function viewsOf(playing: Playing): readonly View[] {
  return actorNames.map((_, actor) => viewOf(playing, actor));
}

function viewOf(playing: Playing, actor: number): View {
  const arena: Arena = playing.arena;
  const table: Table = playing.table;
  const { stage } = arena;
  const { atomCount, ruleCount, conditionCount, gives, giver } = stage;
  const atoms = actor * atomCount;
  const rules = actor * ruleCount;
  const conditions = actor * conditionCount;
  const goals = actor * stage.world.goals.length;
  return {
    stage,
    actor: actorNames[actor] ?? "owner",
    startsAt: playing.startsAt,
    get now() {
      return arena.now;
    },
    get freeHands() {
      return playing.hands[actor]! - table.busy[actor]!;
    },
    has: (atom) => arena.believes[atoms + atom] === 1,
    isFromStart: (atom) => arena.believesStart[atoms + atom] === 1,
    isSet: (condition) => arena.believesSet[conditions + condition] === 1,
    isRunning: (rule) => table.running[rules + rule] !== 0,
    isLooking: (condition) => table.looking[conditions + condition] === 1,
    timesDone: (rule) => table.timesDone[rules + rule]!,
    timesRefused: (rule) => table.refused[rules + rule]!,
    timesFailed: (rule) => table.failed[rules + rule]!,
    isDone: (rule) => {
      const first = gives.from[rule]!;
      const end = gives.from[rule + 1]!;
      if (first === end) return table.timesDone[rules + rule]! > 0;
      for (let entry = first; entry < end; entry++)
        if (arena.given[actor * giver.length + entry] !== 1) return false;
      return true;
    },
    isInVain: (rule) => {
      if (table.failed[rules + rule] === 0) return false;
      if (stage.isSameSecret[rule] === 1) return true;
      for (let entry = gives.from[rule]!; entry < gives.from[rule + 1]!; entry++)
        if (arena.isDead[actor * giver.length + entry] === 1) return true;
      return false;
    },
    lastDoneAt: (rule) => table.lastDone[rules + rule]!,
    lastLookAt: (condition) => table.lastLook[conditions + condition]!,
    seenAt: (rule) => table.seenAt[rules + rule]!,
    opensIn: (rule) =>
      playing.startsAt === undefined ? 0 : waitFor(stage.rules, rule, playing.startsAt + arena.now),
    barredUntil: (rule) => {
      const group = stage.mostGroup[rule]!;
      return group < 0 ? 0 : table.knownBar[actor * stage.mostGroups + group]!;
    },
    news: arena.news[actor]!,
    isTaken: (goal) => arena.taken[goals + goal] === 1,
  };
}

/**
 * How far and how soon, by the notation: whatever can be run is run until nothing comes sooner.
 *
 * "Could ever" ignores what is taken away and opening hours, except that a flow which is never open is never run; with
 * `startsAt` a flow waits for the next opening.
 *
 * "A condition that is set on the way is heard on the way": what waits for it to be clear comes by a way on which no step
 * sets it, or when it has lapsed or been lifted after one did. A step that only sets it is on nobody's way.
 */
import type { Windows } from "../../src/model/index.ts";
import { byHand, type PlainStep, plainSteps } from "./plain-steps.ts";
import { type PlainQuestion, type PlainWorld, plainWorld, stillHeld } from "./plain-world.ts";

/** Everything that can be reached, what was held included, with the earliest minute. */
export function plainReach(question: PlainQuestion): ReadonlyMap<string, number> {
  return found(question).times;
}

/** When each condition set at the start is so no longer; `Infinity` where for good. */
export function plainFreed(question: PlainQuestion): ReadonlyMap<string, number> {
  return found(question).free;
}

interface Found {
  /** By capability: the earliest minute it is had. */
  readonly times: Map<string, number>;
  /** By condition set at the start: the earliest minute it is so no longer. */
  readonly free: Map<string, number>;
}

function found(question: PlainQuestion): Found {
  const world = plainWorld(question);
  const gives = question.isOwner === true ? question.held : stillHeld(world, question.held);
  const held: PlainStep = { ...nothingAsked, flow: "held", gives };
  const ofFlows = [held, ...plainSteps(question)];
  const steps = [...ofFlows, ...takenWhereItWent(question, ofFlows)];
  const canBeSet = new Set([
    ...world.set.keys(),
    ...steps.flatMap(({ sets }) => sets.map(({ condition }) => condition)),
  ]);
  const scene: Scene = { world, steps, startsAt: question.startsAt, canBeSet };
  const onTheWay = new Map<string, readonly PlainStep[]>();
  for (const { condition } of steps.flatMap(({ sets }) => sets)) {
    const setting = steps.filter(
      ({ gives, clears, sets }) =>
        gives.length + clears.length > 0 && sets.some((each) => each.condition === condition),
    );
    if (setting.length > 0) onTheWay.set(condition, setting);
  }
  const without = new Map(
    [...onTheWay].map(([condition, setting]) => [
      condition,
      run({ ...scene, steps: steps.filter((step) => !setting.includes(step)) }, new Map()),
    ]),
  );
  return run(
    scene,
    new Map(
      [...onTheWay].map(([condition, setting]) => [condition, { setting, without: without.get(condition)! }]),
    ),
  );
}

/** "Who takes what lies in the second takes what was moved there. It stays a loss of the place it came from." */
function takenWhereItWent(
  { catalog, person }: PlainQuestion,
  steps: readonly PlainStep[],
): readonly PlainStep[] {
  const words = catalog.vocabulary.capabilities;
  const isMove = (text: string) =>
    words.get(text.slice(0, text.indexOf("(")))?.roles.includes("moves") === true;
  const lossOf = (id: string): string => {
    const kind = id.startsWith("account.new-") ? "account" : person.things.get(id)?.kind;
    return `${kind === "card" ? "charge" : "drain"}(${id})`;
  };
  return [...new Set(steps.flatMap(({ gives }) => gives).filter(isMove))].flatMap((moved) => {
    const [from = "", to = ""] = moved.slice(moved.indexOf("(") + 1, -1).split(", ");
    const step = {
      ...nothingAsked,
      flow: "taken where it went",
      asks: [moved, lossOf(to)],
      gives: [lossOf(from)],
    };
    return from === to ? [] : [step];
  });
}

const nothingAsked: Omit<PlainStep, "flow" | "gives"> = {
  ...byHand,
  asks: [],
  takes: { min: 0, likely: 0, max: 0 },
};

interface Scene {
  readonly world: PlainWorld;
  readonly steps: readonly PlainStep[];
  readonly startsAt: number | undefined;
  /** What is set at the start, or by any step of this world, whoever runs it: what runs only meanwhile may run. */
  readonly canBeSet: ReadonlySet<string>;
}

/** A condition set on the way: by which steps, and what there is without them. */
interface OnTheWay {
  readonly setting: readonly PlainStep[];
  readonly without: Found;
}

/** Runs whatever can be run until no time gets earlier. */
function run({ world, steps, startsAt, canBeSet }: Scene, onTheWay: ReadonlyMap<string, OnTheWay>): Found {
  const times = new Map<string, number>();
  const free = new Map<string, number>(world.set);
  /** By condition: since when it has been set on the way, lapsed after that, been lifted by somebody. */
  const set = new Map<string, number>();
  const lapsed = new Map<string, number>();
  const lifted = new Map<string, number>();
  let isMoving = true;
  const sooner = (map: Map<string, number>, key: string, minute: number, otherwise = Infinity) => {
    if (!(minute < (map.get(key) ?? otherwise))) return;
    map.set(key, minute);
    isMoving = true;
  };
  const over = (condition: string) =>
    Math.min(
      lapsed.get(condition) ?? Infinity,
      Math.max(set.get(condition) ?? Infinity, lifted.get(condition) ?? Infinity),
    );
  /** When the condition is clear for what is there at this minute on a way that does not set it. */
  const clearFor = (condition: string, minuteWithout: number) => {
    const once = free.get(condition) ?? 0;
    return onTheWay.has(condition) ? Math.min(minuteWithout, Math.max(once, over(condition))) : once;
  };
  while (isMoving) {
    isMoving = false;
    for (const step of steps) {
      const ready = Math.max(
        0,
        ...step.asks.map((asked) => times.get(asked) ?? Infinity),
        ...step.while.map((condition) => (canBeSet.has(condition) ? 0 : Infinity)),
        ...step.unless.map((condition) =>
          clearFor(condition, readyIn(step, onTheWay.get(condition)?.without)),
        ),
      );
      const end = endOf(step, ready, startsAt);
      if (end === Infinity) continue;
      for (const condition of step.clears) {
        if (free.has(condition)) sooner(free, condition, end);
        sooner(lifted, condition, end);
      }
      for (const [condition, { setting }] of onTheWay) {
        if (!setting.includes(step)) continue;
        sooner(set, condition, end);
        const expires = step.sets
          .filter((each) => each.condition === condition)
          .map((each) => each.expires ?? Infinity);
        sooner(lapsed, condition, end + Math.max(...expires));
      }
      for (const given of step.gives) {
        const stopping = stoppers(world, given, steps);
        const comes = Math.max(
          end,
          ...stopping.map((condition) => {
            const own = onTheWay.get(condition);
            const endWithout =
              own === undefined || own.setting.includes(step)
                ? Infinity
                : Math.max(
                    endOf(step, readyIn(step, own.without), startsAt),
                    ...stopping.map((each) => own.without.free.get(each) ?? 0),
                  );
            return clearFor(condition, endWithout);
          }),
        );
        sooner(times, given, comes);
      }
    }
  }
  return { times, free };
}

/** When a step can begin where only this is there. */
function readyIn({ asks, unless }: PlainStep, there: Found | undefined): number {
  if (there === undefined) return Infinity;
  return Math.max(
    0,
    ...asks.map((asked) => there.times.get(asked) ?? Infinity),
    ...unless.map((condition) => there.free.get(condition) ?? 0),
  );
}

function endOf({ takes, delay, hours }: PlainStep, ready: number, startsAt: number | undefined): number {
  return ready + waitFor(hours, startsAt, ready) + takes.min + (delay?.takes.min ?? 0);
}

/** "A condition stops capabilities with the same subject while it is set"; `know` is stopped by nothing. */
function stoppers(world: PlainWorld, capability: string, steps: readonly PlainStep[]): readonly string[] {
  const open = capability.indexOf("(");
  const kind = capability.slice(0, open);
  const subjects = capability.slice(open + 1, -1).split(", ");
  const conditions = new Set([
    ...world.set.keys(),
    ...steps.flatMap(({ sets }) => sets.map(({ condition }) => condition)),
  ]);
  return [...conditions].filter((condition) => {
    const at = condition.indexOf("(");
    const stops = world.catalog.vocabulary.conditions.get(condition.slice(0, at))?.stops ?? [];
    return stops.includes(kind) && subjects.includes(condition.slice(at + 1, -1));
  });
}

function waitFor(hours: Windows | undefined, startsAt: number | undefined, ready: number): number {
  if (hours === undefined) return 0;
  if (hours.length === 0) return Infinity;
  if (startsAt === undefined || ready === Infinity) return 0;
  const week = 7 * 24 * 60;
  const now = (startsAt + ready) % week;
  if (hours.some(([from, to]) => from <= now && now < to)) return 0;
  return Math.min(...hours.map(([from]) => (from - now + week) % week));
}

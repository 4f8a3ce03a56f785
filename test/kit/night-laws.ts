/**
 * One night held against the laws of time, from its events alone: what the loop keeps in typed arrays is kept here once
 * more in plain sets, slowly. Each fault is a sentence with the law's id in front.
 */

import { earliest } from "../../src/graph/index.ts";
import { opensOf } from "../../src/ground/index.ts";
import { type AtomId, minutesPerWeek, type NightEvent, potText, type StepId } from "../../src/model/index.ts";
import { activeWith, openReach, startNodesOf } from "../../src/reach/index.ts";
import { type Night, type Prepared, stepAt } from "../../src/world/index.ts";

const actors = ["intruder", "owner"] as const;
/** Times are sums of fractions: they differ in the last place when summed in another order. */
const tolerance = 1e-6;

export interface NightChecked {
  readonly faults: readonly string[];
  readonly counts: {
    readonly gains: number;
    readonly steps: number;
    readonly moves: number;
    readonly lapses: number;
  };
}

export function checkNight(
  prepared: Prepared,
  night: Night,
  {
    startsAt,
    horizonMinutes,
    hands,
  }: {
    readonly startsAt: number | undefined;
    readonly horizonMinutes: number;
    readonly hands: readonly number[];
  },
): NightChecked {
  const { stage, arena } = prepared;
  const { world } = stage;
  const faults: string[] = [];
  const counts = { gains: 0, steps: 0, moves: 0, lapses: 0 };
  const fault = (law: string, event: NightEvent, text: string) =>
    faults.push(`${law}: minute ${event.at}, ${JSON.stringify(event)}: ${text}`);
  const reach = actors.map((_, actor) => soonest(prepared, night, actor, startsAt));
  const has = actors.map(
    (_, actor) =>
      new Set(stage.atoms.filter((atom) => arena.start.has[actor * stage.atomCount + atom] === 1)),
  );
  const isSet = new Set(stage.conditions.filter((index) => stage.isSetAtStart[index] === 1));
  const lapseAt = new Map(
    [...isSet].map((condition) => [condition, stage.lapsesAt[condition] ?? Infinity] as const),
  );
  const begunRight = new Map<string, boolean>();
  const busy = [0, 0];
  const ran = new Map<number, number[]>();
  const pots = stage.ledger.pots.map(({ start }) => start);
  const total = pots.reduce((sum, pot) => sum + pot, 0);
  const potNamed = new Map(stage.ledger.pots.map(({ id }, index) => [id, index] as const));
  let before = 0;
  const isRun = reallyRun(night);

  const isAllThere = (actor: number, rule: StepId) => {
    const { asks, needsClear, needsSet } = stepAt(world, rule);
    return (
      asks.every((atom) => has[actor]!.has(atom)) &&
      !needsClear.some((condition) => isSet.has(condition)) &&
      needsSet.every((condition) => isSet.has(condition))
    );
  };
  /** Set twice, it lasts as long as the longer; what the same step lifts first begins anew. */
  const setBy = (rule: StepId, at: number) => {
    const { sets, clears } = stepAt(world, rule);
    const already = new Set([...isSet].filter((condition) => !clears.some((each) => each === condition)));
    for (const { condition, expires } of sets) {
      lapseAt.set(
        condition,
        Math.max(
          already.has(condition) ? (lapseAt.get(condition) ?? Infinity) : -Infinity,
          at + (expires ?? Infinity),
        ),
      );
      already.add(condition);
    }
  };

  for (const event of night.events) {
    const { at } = event;
    const actor = "actor" in event ? actors.indexOf(event.actor as "owner") : -1;
    if (!(at >= before && at >= 0 && at <= horizonMinutes)) fault("W6", event, `after minute ${before}`);
    before = at;
    switch (event.kind) {
      case "looks":
        if (++busy[actor]! > hands[actor]!) fault("W3", event, "more steps than hands");
        break;
      case "looked":
        busy[actor]!--;
        break;
      case "begins": {
        const { step } = event;
        if (++busy[actor]! > hands[actor]!) fault("W3", event, "more steps than hands");
        const isRight = isAllThere(actor, step);
        begunRight.set(`${actor} ${step}`, isRight);
        if (!isOpen(opensOf(stepAt(world, step)), startsAt, at)) fault("W3", event, "the office is closed");
        const limits = stage.runLimits[step]!;
        const group = stage.mostGroup[step]!;
        if (limits.length > 0 && isRight && isRun.has(event)) {
          const times = ran.get(group) ?? [];
          times.push(at);
          ran.set(group, times);
          const isOver = ({ times: most, perMinutes }: (typeof limits)[number]) =>
            times.filter((time) => time + perMinutes > at + tolerance).length > most;
          if (limits.some(isOver)) fault("W3", event, "more often than it may be");
        }
        break;
      }
      case "ends":
      case "fails": {
        const { step } = event;
        if (stage.hasDelay[step] !== 1 || event.kind === "fails") busy[actor]!--;
        if (event.kind === "fails") {
          if (event.why.length === 0) fault("W3", event, "it failed for no reason");
          break;
        }
        counts.steps++;
        if (stage.hasDelay[step] === 0 && !isAllThere(actor, step))
          fault("W3", event, "something it asks is not there at its end");
        if (begunRight.get(`${actor} ${step}`) !== true)
          fault("W3", event, "something it asks was not there at its beginning");
        if (reach[actor]!.ends(step)! > at + tolerance)
          fault("W1", event, `reach allows it from minute ${reach[actor]!.ends(step)}`);
        setBy(step, at);
        break;
      }
      case "waits":
        busy[actor]!--;
        break;
      case "gains":
        counts.gains++;
        if (has[actor]!.has(event.atom)) fault("W3", event, "it was there already");
        has[actor]!.add(event.atom);
        if (reach[actor]!.time(event.atom)! > at + tolerance)
          fault("W1", event, `reach allows it from minute ${reach[actor]!.time(event.atom)}`);
        break;
      case "loses":
        if (!has[actor]!.delete(event.atom)) fault("W3", event, "it was not there");
        break;
      case "sets":
        isSet.add(event.condition);
        break;
      case "clears":
        isSet.delete(event.condition);
        break;
      case "lapses": {
        const { condition } = event;
        counts.lapses++;
        if (!isSet.delete(condition)) fault("W5", event, "it was not set");
        if (Math.abs((lapseAt.get(condition) ?? Infinity) - at) > tolerance)
          fault("W5", event, `it said minute ${lapseAt.get(condition)}`);
        break;
      }
      case "money":
      case "returns":
      case "trace":
      case "cancels":
        break;
    }
  }
  for (const condition of isSet) {
    const lapse = lapseAt.get(condition) ?? Infinity;
    if (!night.truncated && lapse < horizonMinutes - tolerance)
      faults.push(
        `W5: ${world.conditions[condition]?.id} is set at the end, and said it would lapse at minute ${lapse}`,
      );
  }

  let gone = 0;
  for (const { at, from, counterparty, amount } of night.money) {
    counts.moves++;
    const hundredths = Math.round(amount * 100);
    const [source, target] = [potNamed.get(potText(from)) ?? -1, potNamed.get(potText(counterparty)) ?? -1];
    if (!(hundredths > 0 && pots[source]! >= hundredths))
      faults.push(`W4: minute ${at}: ${amount} from ${potText(from)}, which has ${pots[source]! / 100}`);
    pots[source]! -= hundredths;
    pots[target]! += hundredths;
    if (target === stage.ledger.gone) gone += hundredths;
  }
  if (pots.reduce((sum, pot) => sum + pot, 0) !== total)
    faults.push("W4: the pots do not add up to what there was");
  if (pots.some((pot, index) => pot !== arena.pots[index]))
    faults.push("W4: the moves told are not the moves made");
  if (Math.round(night.loss * 100) !== gone)
    faults.push(`W4: a loss of ${night.loss}, but ${gone / 100} is gone`);
  return { faults, counts };
}

/** The beginnings of steps that were really run: refusals for haste count against no limit, and of what the end of the night cut off nobody knows. */
function reallyRun({ events }: Night): ReadonlySet<NightEvent> {
  const begun = new Map<number, NightEvent>();
  const run = new Set<NightEvent>();
  for (const event of events) {
    if (event.kind === "begins") begun.set(event.run, event);
    const isOver =
      event.kind === "ends" ||
      event.kind === "waits" ||
      (event.kind === "fails" && !event.why.some(({ kind }) => kind === "barred"));
    const first = isOver ? begun.get(event.run) : undefined;
    if (first !== undefined) run.add(first);
  }
  return run;
}

/**
 * The earliest times for one actor: from what it had at minute 0, and with what the other lifted counted as lifted from
 * the start, for that is not its own doing.
 */
function soonest({ stage, arena }: Prepared, night: Night, actor: number, startsAt: number | undefined) {
  const { world } = stage;
  const reach = openReach(world);
  const held = stage.atoms.filter(
    (atom) =>
      arena.start.has[actor * stage.atomCount + atom] === 1 ||
      arena.start.hasFromStart[actor * stage.atomCount + atom] === 1,
  );
  for (let entry = 0; entry < stage.giver.length; entry++)
    if (arena.start.given[actor * stage.giver.length + entry] === 1) held.push(stage.gives.values[entry]!);
  const start = [...startNodesOf(reach, held)];
  for (const event of night.events)
    if (event.kind === "clears" && event.actor !== actors[actor]) {
      const node = reach.clearNodes[event.condition]!;
      const own = reach.ownSettings.get(event.condition);
      start.push(node, ...(own === undefined ? [] : [own.lifted]));
      for (const { shadows } of reach.ownSettings.values()) start.push(...[shadows.get(node) ?? []].flat());
    }
  const { time, ends } = earliest(reach.rules, start, {
    active: activeWith(reach, stage.inForce),
    startsAt,
  });
  return {
    /** Of an atom; `undefined` where only quiet steps speak of it. */
    time: (atom: AtomId) => time[reach.nodeOfAtom.get(atom) ?? -1],
    /** Of a step; `undefined` for a quiet one. */
    ends: (step: number) => ends[reach.ruleOfStep[step]!],
  };
}

function isOpen(
  opens: readonly (readonly [number, number])[] | undefined,
  startsAt: number | undefined,
  at: number,
): boolean {
  if (opens === undefined || startsAt === undefined) return true;
  const minute = (startsAt + at + tolerance) % minutesPerWeek;
  return opens.some(([from, to]) => from <= minute && minute < to + tolerance);
}

/**
 * A night as it was simulated, read as acts and as the changes it tells. The only place of the plain reading that knows
 * the events of the world; what it reads of a step is which flow it was, for which things, and when.
 */

import { flowName } from "../../src/ground/index.ts";
import { at as itemAt, type NightEvent, type Pot, type StepId } from "../../src/model/index.ts";
import { type Night, type Stage, stepAt } from "../../src/world/index.ts";
import type { Act } from "./plain-night.ts";
import { type Change, plainActors } from "./plain-state.ts";

export type ToldKind = "done" | "refused" | "too-often" | "agent" | "called-off" | "open";
export interface ToldOutcome {
  readonly kind: ToldKind;
  readonly at: number;
}

export interface NightRead {
  readonly acts: readonly Act[];
  readonly outcomes: ReadonlyMap<Act, ToldOutcome>;
  readonly changes: readonly Change[];
  /** The night tells everything before this minute. */
  readonly until: number;
}

type Open = { -readonly [Key in keyof Act]: Act[Key] };

export function actsOf({ world }: Stage, night: Night, horizonMinutes: number): NightRead {
  const acts: Open[] = [];
  const running = new Map<number, Open>();
  const outcomes = new Map<Act, ToldOutcome>();
  for (const [order, event] of night.events.entries()) {
    if (!("run" in event)) continue;
    const { at, run, step } = event;
    const actor = plainActors.find((each) => each === event.actor);
    if (actor === undefined) continue;
    const act = running.get(run);
    const moment = { at, order };
    if (event.kind === "begins") {
      const begun: Open = { actor, ...ranFor(world, step), begins: moment, agentGivesWay: true };
      acts.push(begun);
      running.set(run, begun);
      outcomes.set(begun, { kind: "open", at });
    } else if (act === undefined) throw new Error(`run ${run} goes on that never began`);
    else if (event.kind === "waits") act.over = moment;
    else if (event.kind === "fails") {
      // What failed when it fell due was over before.
      if (act.over === undefined) act.over = moment;
      else act.due = moment;
      act.agentGivesWay = !event.why.some(({ kind }) => kind === "agent-refuses");
      const isBarred = event.why.some(({ kind }) => kind === "barred");
      outcomes.set(act, {
        kind: act.agentGivesWay ? (isBarred ? "too-often" : "refused") : "agent",
        at,
      });
    } else if (event.kind === "ends") {
      if (act.over === undefined) act.over = moment;
      else act.due = moment;
      outcomes.set(act, { kind: "done", at });
    } else outcomes.set(act, { kind: "called-off", at });
  }
  const last = night.events.at(-1)?.at ?? 0;
  return {
    acts,
    outcomes,
    changes: night.events.flatMap(changesOf),
    until: night.truncated ? last : horizonMinutes,
  };
}

function ranFor(world: Stage["world"], id: StepId): Pick<Act, "flow" | "things" | "asks" | "unless"> {
  const step = stepAt(world, id);
  return {
    flow: flowName(step),
    things: step.things,
    asks: [...new Set(step.asks.map((atom) => itemAt(world.atoms, atom).text))],
    unless: [...new Set(step.needsClear.map((condition) => itemAt(world.conditions, condition).id))],
  };
}

function changesOf(event: NightEvent): readonly Change[] {
  const { at, kind } = event;
  switch (kind) {
    case "gains":
    case "loses": {
      const actor = plainActors.find((each) => each === event.actor);
      return actor === undefined ? [] : [{ at, kind, actor, what: event.capability.text }];
    }
    case "sets":
    case "clears":
    case "lapses":
      return [{ at, kind, what: event.capability.text }];
    case "money": {
      const { counterparty, amount, from } = event;
      const isOut = counterparty.kind === "gone" || counterparty.kind === "safe";
      return isOut ? [{ at, kind, what: `${amount} from ${potName(from)} to ${counterparty.kind}` }] : [];
    }
    default:
      return [];
  }
}

/** What only the loss is worth is called by it; a loan offered and a loan paid out are one pot. */
function potName(pot: Pot): string {
  switch (pot.kind) {
    case "worth":
      return pot.capability.text;
    case "attribute":
      return `${pot.thing}.${pot.attribute}`;
    case "loan":
    case "lender":
      return `${pot.thing}.loan-offer`;
    case "moved":
      return `${pot.from}.balance`;
    case "gone":
    case "safe":
      return pot.kind;
  }
}

/**
 * A night as it was simulated, read as acts and as the changes it tells. The only place of the plain reading that knows
 * the events of the world; what it reads of a step is which flow it was, for which things, and when.
 */
import { flowName, type Night, ruleAt, type Stage } from "../../src/world/index.ts";
import type { Act } from "./plain-night.ts";
import { type Change, type ChangeKind, plainActors } from "./plain-state.ts";

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
  const running = new Map<string, Open>();
  const outcomes = new Map<Act, ToldOutcome>();
  const changes: Change[] = [];
  const conditionOf = new Map(world.conditions.map(({ cleared, id }) => [cleared, id] as const));
  for (const [order, { at, actor: name, kind, rule, what }] of night.events.entries()) {
    const actor = plainActors.find((each) => each === name);
    const key = `${name} ${rule}`;
    const moment = { at, order };
    if (kind === "gains" || kind === "loses") {
      if (actor !== undefined) changes.push({ at, kind, actor, what });
    } else if (kind === "sets" || kind === "clears" || kind === "lapses") changes.push({ at, kind, what });
    if (rule === undefined || actor === undefined) continue;
    const act = running.get(key);
    if (kind === "begins") {
      const { asks, things } = ruleAt(world, rule);
      const begun: Open = {
        actor,
        flow: flowName(ruleAt(world, rule)),
        things,
        asks: asks.flatMap((atom) => (conditionOf.has(atom) ? [] : [textOf(world, atom)])),
        unless: asks.flatMap((atom) => conditionOf.get(atom) ?? []),
        begins: moment,
        agentGivesWay: true,
      };
      acts.push(begun);
      running.set(key, begun);
      outcomes.set(begun, { kind: "open", at });
    } else if (kind === "waits" && act !== undefined) act.over = moment;
    else if (kind === "fails" && act !== undefined) {
      act.over = moment;
      const isAgent = what.endsWith("the agent does not give way");
      act.agentGivesWay = !isAgent;
      outcomes.set(act, {
        kind: isAgent ? "agent" : what.endsWith("too often") ? "too-often" : "refused",
        at,
      });
    } else if (kind === "ends" && act !== undefined) {
      if (act.over === undefined) act.over = moment;
      else act.due = moment;
      outcomes.set(act, { kind: "done", at });
    } else if (kind === "cancels")
      for (const other of plainActors) {
        const called = running.get(`${other} ${rule}`);
        if (called !== undefined && called.over !== undefined && outcomes.get(called)?.kind === "open")
          outcomes.set(called, { kind: "called-off", at });
      }
  }
  for (const { at, from, to, amount } of night.money)
    if (to === "gone" || to === "safe")
      changes.push({
        at,
        kind: "money" satisfies ChangeKind,
        what: `${amount} from ${potOf(from)} to ${to}`,
      });
  const last = night.events.at(-1)?.at ?? 0;
  return { acts, outcomes, changes, until: night.truncated ? last : horizonMinutes };
}

const textOf = (world: Stage["world"], atom: number) =>
  world.atoms[atom] ?? world.quiet.atoms[atom - world.atoms.length] ?? "";

/** `balance card.a` is `card.a.balance`; a loan offered and a loan paid out are one pot; `worth x` is `x`. */
function potOf(pot: string): string {
  const space = pot.indexOf(" ");
  const [word, of] = [pot.slice(0, space), pot.slice(space + 1)];
  if (word === "worth") return of;
  return `${of}.${word === "loan" || word === "lender" ? "loan-offer" : word}`;
}

/** A small night written down: who runs what when, played by the arena and judged by the plain reading. */
import { flowName, ground } from "../../src/ground/index.ts";
import type { StepId } from "../../src/model/index.ts";
import {
  type Intention,
  type Policy,
  type Prepared,
  prepare,
  simulatePrepared,
  stepAt,
} from "../../src/world/index.ts";
import { catalogOf, personOf } from "../kit/small-world.ts";
import { type Judging, judgeNight } from "./judge-night.ts";
import type { PlainActor } from "./plain-state.ts";

export interface ToldNight extends Judging {
  readonly institutions: readonly string[];
  readonly person: string;
  readonly held: readonly string[];
  readonly conditions?: readonly string[];
  /** Each takes a minute. */
  readonly script: readonly ToldLine[];
  readonly horizonMinutes?: number;
}

/** `[5, "owner", "bank/stop card.a"]`: what stands after the flow are the things it is run for. */
export type ToldLine = readonly [at: number, actor: PlainActor, what: string];

/** Where arena and words differ, as sentences. */
export const faultsOf = (told: ToldNight): readonly string[] => played(told).faults;

/** Whether the intruder and the owner have it at the end; where arena and words differ nobody is said to. */
export function haveAtEnd(told: ToldNight, capability: string): readonly (boolean | string)[] {
  const { prepared, faults } = played(told);
  if (faults.length > 0) return faults;
  const { stage, arena } = prepared;
  const atom = stage.world.atomOf.get(capability);
  return [0, 1].map((actor) => atom !== undefined && arena.has[actor * stage.atomCount + atom] === 1);
}

function played(told: ToldNight): { readonly prepared: Prepared; readonly faults: readonly string[] } {
  const { held, conditions = [], script, horizonMinutes = 2 * 1440 } = told;
  const catalog = catalogOf(...told.institutions);
  const world = ground({ catalog, person: personOf(told.person, catalog), conditions });
  let prepared: Prepared | undefined;
  const policy = (actor: PlainActor): Policy => ({
    id: "as-told",
    next: (view) =>
      script
        .filter(([, who]) => who === actor)
        .flatMap(([at, , what]): readonly Intention[] => {
          if (at > view.now) return [{ kind: "wait", until: at }];
          if (at < view.now || prepared === undefined) return [];
          return [{ kind: "told", step: stepNamed(prepared, what), minutes: 1 }];
        }),
  });
  const raced = { world, held, conditions, inForce: [], startsAt: undefined, horizonMinutes };
  prepared = prepare(
    { ...raced, intruder: policy("intruder"), owner: policy("owner"), hands: { intruder: 9, owner: 9 } },
    { isScripted: true },
  );
  const { faults } = judgeNight(prepared, simulatePrepared(prepared, { seed: 1 }), raced, told);
  return { prepared, faults };
}

function stepNamed({ stage }: Prepared, what: string): StepId {
  const [flow, ...things] = what.split(" ");
  const named = stage.steps.find((step) => {
    const found = stepAt(stage.world, step);
    return (
      stage.isStep[step] === 1 &&
      flowName(found) === flow &&
      things.every((thing) => [...found.things.values()].includes(thing))
    );
  });
  if (named === undefined) throw new Error(`the arena knows no step ${what}`);
  return named;
}

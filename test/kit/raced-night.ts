/** A night of one of the small worlds, made from a number: three of four of wild actors, the fourth of planning ones. */
import { stepId } from "../../src/model/index.ts";
import { uniform } from "../../src/world/chance.ts";
import {
  defend,
  type Intention,
  intruderPolicies,
  ownerPolicies,
  type Policy,
  type Prepared,
  prepare,
} from "../../src/world/index.ts";
import { isBelievedReady } from "../../src/world/planner.ts";
import { anyDefence } from "./any-defence.ts";
import { type RacedWorld, racedWorld } from "./raced-world.ts";

/** Random actors do something every few minutes for hours; this much of it is enough for any law. */
const eventsMax = 100;

/** Begins anything: now and then even what it knows it cannot do. */
export const wild = (salt: number): Policy => ({
  id: "wild",
  next(view) {
    const { stage } = view;
    const intentions: Intention[] = [{ kind: "wait", until: view.now + 7.5 }];
    for (let i = 0; i < 4; i++) {
      const first = Math.floor(uniform(salt, Math.round(view.now * 1_000), i, 9) * stage.stepCount);
      for (let later = 0; later < stage.stepCount; later++) {
        const step = stepId((first + later) % stage.stepCount);
        if (stage.isStep[step] !== 1 || view.isRunning(step) || (i < 3 && !isBelievedReady(view, step)))
          continue;
        intentions.push({ kind: "begin", step });
        break;
      }
    }
    return intentions;
  },
});

/** What leaflets say, or anything an owner may set out to do. */
const planned = ({ world }: RacedWorld, seed: number): Policy =>
  seed % 8 === 0
    ? ownerPolicies.get("checklist")!({ noticedMinutes: 5 })
    : defend("any", anyDefence(world, seed));

export function racedNight(seed: number) {
  const raced: RacedWorld = racedWorld(seed);
  const isPlanned = seed % 4 === 0;
  const hands = [1 + (seed % 3), 1 + (seed % 2)] as const;
  const question = {
    ...raced,
    eventsMax,
    hands: { intruder: hands[0], owner: hands[1] },
    intruder: isPlanned ? intruderPolicies.get("gang")!() : wild(seed),
    owner: isPlanned ? planned(raced, seed) : wild(seed + 1),
    unstatedChance: 0.5,
  };
  const prepared: Prepared = prepare(question);
  return { raced, question, hands, prepared };
}

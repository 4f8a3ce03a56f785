/**
 * What no night of a race came to and an audit of the same beginning does not rule out: a race that says "in none of the
 * nights" and nothing more would sound safe where it has not looked.
 *
 * The law: whatever an audit names, or leaves open because nobody has read it, is lost in some night, was lost at the
 * start, or stands here with the reason. Pure; the cost is an audit without its cuts for the world and each variant.
 */
import type { Grounded } from "../ground/index.ts";
import { audit, type Loss } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import type { BeyondNights, RaceTold } from "../report/index.ts";
import type { RaceQuestion, RaceTally } from "../world/index.ts";

export interface BeyondAsked {
  /** The world as it is, then each variant: what was raced, and what came of it. */
  readonly questions: readonly RaceQuestion[];
  readonly tallies: readonly RaceTally[];
  /** The nights in which everybody agreed of whom nobody has stated a chance; of the world as it is. */
  readonly ifAgree: RaceTally | undefined;
  /** The same world with what archetypes lend where nobody has read. */
  readonly lent: Grounded;
}

/** What an audit of what was raced tells beside the nights. */
export interface Audited {
  readonly beyond: readonly BeyondNights[];
  /** Sums known between two alone, as limits and the measures in force leave them. */
  readonly ranges: RaceTold["ranges"];
}

/** For the world as it is and each variant. */
export function beyondNights(asked: BeyondAsked): readonly Audited[] {
  const { questions, tallies, ifAgree } = asked;
  const [first] = questions;
  if (first === undefined) return [];
  const reach = openReach(first.world);
  const lent = openReach(asked.lent);
  const lossesOf = ({ held, inForce = [], startsAt }: RaceQuestion) =>
    audit({ reach, lent, held, inForce, startsAt, sides: [], wantsCheapest: false, wantsFront: false })
      .losses;
  return questions.map((question, variant) => {
    const { held, horizonMinutes } = question;
    const isLost = (tally: RaceTally | undefined, goal: string) => (tally?.goals.get(goal)?.runs ?? 0) > 0;
    const losses = lossesOf(question);
    const ranges = losses.flatMap(({ goal, amount, atLeast }) =>
      amount === undefined || atLeast === undefined ? [] : [{ goal, from: atLeast, to: amount }],
    );
    const beyond = losses.flatMap((loss) => {
      const { goal } = loss;
      if (held.includes(goal) || isLost(tallies[variant], goal)) return [];
      const isAgreed = variant === 0 && isLost(ifAgree, goal);
      const why = whyBeyond(loss, { horizonMinutes, isAgreed });
      return why === undefined ? [] : [{ goal, ...why }];
    });
    return { beyond, ranges };
  });
}

interface Nights {
  readonly horizonMinutes: number;
  readonly isAgreed: boolean;
}

function whyBeyond(
  { reachable, verdict, earliestMinutes, ifSoMinutes }: Loss,
  { horizonMinutes, isAgreed }: Nights,
): Omit<BeyondNights, "goal"> | undefined {
  if (reachable) {
    if (isAgreed) return { why: "agreed", minutes: earliestMinutes };
    return {
      why: (earliestMinutes ?? 0) > horizonMinutes ? "later" : "not-played",
      minutes: earliestMinutes,
    };
  }
  return verdict === "not-ruled-out" ? { why: "not-read", minutes: ifSoMinutes } : undefined;
}

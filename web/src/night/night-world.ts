/**
 * The world of one night, opened once: told nights are replayed in it, others played, many of them raced. Without a
 * worker around it, so that a test can ask it too.
 */
import { type Grounded, ground } from "../../../src/ground/index.ts";
import type { Bilingual } from "../../../src/model/index.ts";
import {
  type Defence,
  type NightQuestion,
  prepare,
  replay,
  simulatePrepared,
  unstatedFlows,
} from "../../../src/world/index.ts";
import type { CaseData } from "../engine/case-data.ts";
import { startOf, tellNight } from "./night-model.ts";
import type { NightTold } from "./night-told.ts";
import { type OwnersWay, ownerOf, type ThievesWay, thievesOf } from "./sides.ts";
import type { ToldNight } from "./told-night.ts";

/** Whose night, beginning with what and when. */
export interface NightSetup extends Pick<CaseData, "catalog" | "person"> {
  readonly held: readonly string[];
  readonly startsAt?: number;
  readonly horizonMinutes: number;
  readonly thievesFrom: number;
  readonly noticedAt: number;
  /** What a family that fights back does; absent: the usual list, and ringing the number. */
  readonly defence?: Defence | undefined;
}

/** How a night is played, chance apart. */
export interface Manner {
  readonly thieves: ThievesWay;
  readonly owner: OwnersWay;
  /** Measures in force, by id; what this world does not know is left out. */
  readonly measures: readonly string[];
}

/** A question all but its chance. */
export type NightFrame = Omit<NightQuestion, "seed" | "run">;

export interface Chance {
  readonly seed: number;
  /** Which night of the seed. */
  readonly run: number;
}

export interface MeasureOfNight {
  readonly id: string;
  readonly title: Bilingual;
  readonly by: "person" | "institution";
  readonly things: readonly string[];
}

export interface NightWorld {
  readonly world: Grounded;
  readonly measures: readonly MeasureOfNight[];
  /** `institution/flow` with an agent of whom nobody has said how often they give way: here they never do. */
  readonly neverGiveWay: readonly string[];
  question(manner: Manner): NightFrame;
  tell(told: ToldNight): NightTold;
  play(manner: Manner, chance: Chance): NightTold;
}

export function openNight(setup: NightSetup): NightWorld {
  const { catalog, person, held, startsAt, horizonMinutes } = setup;
  const world = ground({ catalog, person });
  const question = ({ thieves, owner, measures }: Manner): NightFrame => ({
    world,
    held,
    inForce: world.choices.filter(({ id }) => measures.includes(id)).map(({ index }) => index),
    startsAt,
    horizonMinutes,
    intruder: thievesOf(thieves, setup),
    owner: ownerOf(owner, setup),
  });
  return {
    world,
    measures: world.choices.map(({ id, title, by, things }) => ({
      id,
      title,
      by,
      things: [...things.values()],
    })),
    neverGiveWay: unstatedFlows(world),
    question,
    tell: (told) => tellTold(world, told),
    play(manner, chance) {
      const prepared = prepare(question(manner));
      const night = simulatePrepared(prepared, chance);
      const { stage, arena } = prepared;
      return tellNight({
        night,
        stage,
        start: startOf(stage, arena.start.has),
        startsAt,
        horizon: horizonMinutes,
      });
    },
  };
}

function tellTold(world: Grounded, { lines, losses, held, startsAt, endsAt }: ToldNight): NightTold {
  const question = { world, held, startsAt, horizonMinutes: endsAt };
  const replayed = replay(lines, question);
  // The same beginning once more, for what everybody had in it.
  const { stage, arena } = prepare({
    ...question,
    intruder: thievesOf("alone", { thievesFrom: 0 }),
    owner: ownerOf("asleep", { noticedAt: 0 }),
    unstatedChance: 1,
  });
  return tellNight({
    night: replayed.night,
    stage,
    start: startOf(stage, arena.start.has),
    startsAt,
    horizon: endsAt,
    saidOfLosses: Object.fromEntries(
      losses.flatMap(({ goal, told }) => (told === undefined ? [] : [[goal, told]])),
    ),
    told: replayed.lines.map((result) => ({ line: lines[result.line]!, result })),
  });
}

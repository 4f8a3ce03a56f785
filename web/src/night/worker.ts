/**
 * Plays nights beside the page, in a worker of their own: a long race never keeps the switches waiting. It takes breath
 * between stretches, so that it hears when it is told to stop.
 */
import { expose } from "comlink";
import type { CaseData } from "../engine/case-data.ts";
import { unpack } from "../engine/packed.ts";
import { holdForLife } from "../engine/worker-life.ts";
import type { NightTold } from "./night-told.ts";
import {
  type Chance,
  type Manner,
  type MeasureOfNight,
  type NightSetup,
  type NightWorld,
  openNight,
} from "./night-world.ts";
import { type RaceSum, raceOf } from "./racing.ts";
import type { ToldNight } from "./told-night.ts";

export interface NightOpened {
  readonly measures: readonly MeasureOfNight[];
  readonly neverGiveWay: readonly string[];
}

/** A night somebody told, replayed, and the model opened at the same beginning. */
export interface ToldOpened extends NightOpened {
  readonly told: ToldNight;
  readonly night: NightTold;
}

export interface ManyNights {
  readonly manner: Manner;
  /** Beside the manner's; absent: nothing is compared. */
  readonly more?: readonly string[];
  readonly runs: number;
  readonly seed: number;
}

/** Short enough that stopping feels at once. */
const stretchMillis = 40;
/** A picture that changes oftener is not seen. */
const sumMillis = 150;

let world: NightWorld | undefined;
/** Counts what was asked to be opened: a night that is fetched must not take the place of one opened after it. */
let openings = 0;
let race = 0;

function opened(setup: NightSetup): NightOpened {
  openings += 1;
  world = openNight(setup);
  const { measures, neverGiveWay } = world;
  return { measures, neverGiveWay };
}

function open(): NightWorld {
  if (world === undefined) throw new Error("no night is open");
  return world;
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const nightWorker = {
  /** Holds the lock of this name as long as the worker lives. */
  live: holdForLife,
  open: opened,
  /** `address` is where the told night lies; the case is the founding one. */
  async openTold({ catalog }: Pick<CaseData, "catalog">, address: string): Promise<ToldOpened> {
    openings += 1;
    const mine = openings;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the night cannot be fetched: ${response.status}`);
    const told = unpack<ToldNight>(await response.text());
    if (mine !== openings) throw new Error("another night was opened meanwhile");
    const { person, held, startsAt, endsAt, thievesFrom, noticedAt } = told;
    const setup = { catalog, person, held, startsAt, horizonMinutes: endsAt, thievesFrom, noticedAt };
    const came = opened(setup);
    return { ...came, told, night: open().tell(told) };
  },
  play: (manner: Manner, chance: Chance): NightTold => open().play(manner, chance),
  /** Resolves with what was played when all is, or when it is told to stop; another race ends this one. */
  async race({ manner, more, runs, seed }: ManyNights, said: (sum: RaceSum) => void): Promise<RaceSum> {
    race += 1;
    const mine = race;
    const { question } = open();
    const racing = raceOf({
      without: question(manner),
      ...(more === undefined
        ? {}
        : { with: question({ ...manner, measures: [...manner.measures, ...more] }) }),
      runs,
      seed,
    });
    let last = performance.now();
    while (racing.played < runs && mine === race) {
      const until = performance.now() + stretchMillis;
      racing.play(() => performance.now() >= until);
      if (performance.now() - last >= sumMillis) {
        last = performance.now();
        said(racing.sum());
      }
      await breath();
    }
    return racing.sum();
  },
  stop(): void {
    race += 1;
  },
};
export type NightWorker = typeof nightWorker;

expose(nightWorker);

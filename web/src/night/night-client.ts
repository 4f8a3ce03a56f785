/** The page's end of the night's worker: begun when a night is first looked at, and one for the page's life. */
import { proxy } from "comlink";
import { parseMoment } from "../../../src/model/index.ts";
import { addressOf } from "../engine/case-client.ts";
import type { CaseData } from "../engine/case-data.ts";
import { askOnDemand } from "../engine/worker-life.ts";
import type { NightTold } from "./night-told.ts";
import type { Chance, Manner } from "./night-world.ts";
import type { RaceSum } from "./racing.ts";
import type { ManyNights, NightOpened, NightWorker, ToldOpened } from "./worker.ts";

const ask = askOnDemand<NightWorker>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

export const openTold = ({ catalog }: CaseData): Promise<ToldOpened> =>
  ask((worker) => worker.openTold({ catalog }, addressOf("night")));

/** Nights of a person of one's own begin when what was stolen is in the thieves' hands. */
const ownThievesFrom = 0;
export const ownNoticedAt = 30;
/** As the command line has it where nobody says: the founding night was over by then. */
const ownHorizonMinutes = 14 * 60;

export function openOwnNight({ catalog, person, question }: CaseData): Promise<NightOpened> {
  const startsAt = question.at === undefined ? undefined : parseMoment(question.at);
  const setup = {
    catalog,
    person,
    held: question.held,
    ...(startsAt === undefined ? {} : { startsAt }),
    horizonMinutes: ownHorizonMinutes,
    thievesFrom: ownThievesFrom,
    noticedAt: ownNoticedAt,
  };
  return ask((worker) => worker.open(setup));
}

export const raceNights = (wanted: ManyNights, said: (sum: RaceSum) => void): Promise<RaceSum> =>
  ask((worker) => worker.race(wanted, proxy(said)));

/** Ends the race that is under way, if one is. */
export function stopRace(): void {
  ask((worker) => worker.stop()).catch(() => {}); // Then it has ended with its worker.
}

export const playNight = (manner: Manner, chance: Chance): Promise<NightTold> =>
  ask((worker) => worker.play(manner, chance));

/** The page's end of the night's worker: begun when a night is first looked at, and one for the page's life. */
import { proxy, type Remote, wrap } from "comlink";
import { parseMoment } from "../../../src/model/index.ts";
import { addressOf } from "../engine/case-client.ts";
import type { CaseData } from "../engine/case-data.ts";
import type { RaceSum } from "./racing.ts";
import type { ManyNights, NightOpened, NightWorker, ToldOpened } from "./worker.ts";

let worker: Remote<NightWorker> | undefined;

export function nightWorker(): Remote<NightWorker> {
  worker ??= wrap<NightWorker>(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));
  return worker;
}

export const openTold = ({ catalog }: CaseData): Promise<ToldOpened> =>
  nightWorker().openTold({ catalog }, addressOf("night"));

/** Nights of a person of one's own begin when what was stolen is in the thieves' hands. */
const ownThievesFrom = 0;
export const ownNoticedAt = 30;
/** As the command line has it where nobody says: the founding night was over by then. */
const ownHorizonMinutes = 14 * 60;

export function openOwnNight({ catalog, person, question }: CaseData): Promise<NightOpened> {
  const startsAt = question.at === undefined ? undefined : parseMoment(question.at);
  return nightWorker().open({
    catalog,
    person,
    held: question.held,
    ...(startsAt === undefined ? {} : { startsAt }),
    horizonMinutes: ownHorizonMinutes,
    thievesFrom: ownThievesFrom,
    noticedAt: ownNoticedAt,
  });
}

export const raceNights = (wanted: ManyNights, said: (sum: RaceSum) => void): Promise<RaceSum> =>
  nightWorker().race(wanted, proxy(said));

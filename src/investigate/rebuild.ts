/** The stretch that is out of the ordinary, explained: the runs that could have left what was seen, and the cheapest of them. */
import type { Observation, TraceIndex } from "../evidence/index.ts";
import type { InvestigateQuestion } from "./gather.ts";
import type { Incident } from "./incident.ts";
import type { ModelQuestion } from "./making.ts";
import { orderOf } from "./order.ts";
import type { Orphan } from "./orphans.ts";
import type { Powers } from "./powers.ts";
import { type Reconstruction, reconstruct } from "./reconstruct.ts";
import { liarsCall } from "./rows-beside.ts";
import { seenRunsOf } from "./runs.ts";
import { barredOf, isBeforeDeadLine, isOfDeadLine, toldActs, waysBackOf } from "./told-acts.ts";
import type { ToldRead } from "./told-text.ts";
import type { IsOfEveryWeek } from "./usual-payees.ts";

export interface RebuildQuestion {
  readonly question: InvestigateQuestion;
  readonly incident: Incident;
  readonly powers: Powers;
  readonly index: TraceIndex;
  readonly said: ToldRead;
  readonly orphans: ReadonlyMap<number, Orphan>;
  readonly zoneMinutes: number;
  readonly isSaidNotTheirs: (observation: Observation) => boolean;
  readonly isOfEveryWeek: IsOfEveryWeek;
}

export function rebuild(asked: RebuildQuestion): Reconstruction {
  const { solve, storiesMax = 2 } = asked.question;
  return reconstruct({ ...modelQuestionOf(asked), solve, storiesMax });
}

/** What the program is made of. */
export function modelQuestionOf({
  question,
  incident,
  powers,
  index,
  said,
  orphans,
  zoneMinutes,
  isSaidNotTheirs,
  isOfEveryWeek,
}: RebuildQuestion): ModelQuestion {
  const { world } = question;
  const order = orderOf(world);
  const toldOwn = toldActs(incident, index, said);
  const toldIds = new Map([...toldOwn].map(([o, { flow }]) => [incident.within[o]!.observation.id, flow]));
  const waysBack = waysBackOf(incident, { world, index, said });
  const { runs: seen, cutAt } = seenRunsOf({
    world,
    index,
    powers,
    order,
    within: incident.within,
    isCovered: () => false,
    orphans,
    isToldOwn: ({ id }, { institution, flow }) => {
      const named = toldIds.get(id);
      return toldIds.has(id) && (named === undefined || named === `${institution}/${flow.id}`);
    },
    isDeniedOwn: (observation) =>
      isOfDeadLine(world, observation) ||
      isBeforeDeadLine(observation, { world, index, said }) ||
      isSaidNotTheirs(observation),
    isUsual: (observation) => !isSaidNotTheirs(observation) && isOfEveryWeek(observation, incident),
    isWayBack: ({ id }) => waysBack.has(id),
    isLiarsCall: liarsCall(said.lies),
    anchors: said.anchors,
    zoneMinutes,
  });
  const strange = new Set(
    incident.within.flatMap(({ observation }, o) =>
      (observation.kind === "sms" || observation.kind === "mail") &&
      !seen.some(({ covers, side }) => side === "intruder" && covers.includes(o))
        ? [o]
        : [],
    ),
  );
  return {
    world,
    powers,
    order,
    incident,
    seen,
    cutAt,
    toldHeld: new Map([...said.gone, ...said.given]),
    isMet: said.metSince !== undefined,
    heard: said.heard,
    shared: new Set([...said.given.keys(), ...said.heard.keys()]),
    barred: barredOf(incident, { index, powers, said }),
    denied: new Set(
      incident.within.flatMap(({ observation }, o) => (isSaidNotTheirs(observation) ? [o] : [])),
    ),
    strange,
  };
}

/** What was asked, made ready: the rows as observations, what is told, and the stretch that is out of the ordinary. */
import {
  type Meaning,
  meaningOf,
  momentOf,
  type Observation,
  observe,
  type RecordFile,
  type Row,
  type RowRepeated,
  type TraceIndex,
  traceIndexOf,
} from "../evidence/index.ts";
import type { MinimumProgram } from "../graph/index.ts";
import type { Grounded } from "../ground/index.ts";
import { deniedAfterAll, deniedOf, flowsOf, settledBy } from "./act-meant.ts";
import { billsOf } from "./bills.ts";
import { type Incident, incidentOf } from "./incident.ts";
import { inOwnOrder } from "./order.ts";
import { type Orphan, orphansOf } from "./orphans.ts";
import { type Powers, powersOf } from "./powers.ts";
import { setUpAgain } from "./set-up-again.ts";
import { isStrange } from "./strange.ts";
import { readTold } from "./told.ts";
import type { ToldRead, ToldText } from "./told-text.ts";
import { type IsOfEveryWeek, usualPayees } from "./usual-payees.ts";
import { zonesOf } from "./zones-of-rows.ts";

export interface InvestigateQuestion {
  readonly world: Grounded;
  readonly rows: readonly Row[];
  /** Rows left out of `rows` for they stand there already: each is told as the one that counts. */
  readonly repeats?: readonly RowRepeated[];
  readonly files: readonly RecordFile[];
  readonly told?: ToldText;
  readonly toldFile?: string;
  readonly noneAt?: ReadonlySet<string>;
  readonly solve: MinimumProgram;
  /** Minutes east of UTC where no row says; absent: nobody knows the person's country. */
  readonly zoneMinutes?: number | undefined;
  readonly wantsRows?: boolean;
  readonly storiesMax?: number;
}

export interface Gathered {
  /** Where the rows stood as they were given, in an order of our own. */
  readonly places: readonly number[];
  readonly toldFile: string;
  readonly meaning: Meaning;
  readonly zoneMinutes: number;
  readonly moment: (minute: number) => string;
  readonly fromFiles: readonly Observation[];
  readonly said: ToldRead;
  /** Those of the files, then what is told. */
  readonly observations: readonly Observation[];
  readonly index: TraceIndex;
  readonly powers: Powers;
  readonly orphans: ReadonlyMap<number, Orphan>;
  /** Does somebody of the owner's side say it was not theirs? */
  readonly isSaidNotTheirs: (observation: Observation) => boolean;
  readonly isOfEveryWeek: IsOfEveryWeek;
  /** Absent: nothing is out of the ordinary. */
  readonly incident: Incident | undefined;
}

export function gather(question: InvestigateQuestion): Gathered {
  const { world, files, told = [], toldFile = "told", noneAt = new Set<string>() } = question;
  const places = inOwnOrder(question.rows);
  const rows = places.map((place) => question.rows[place]!);
  const meaning = meaningOf(world.catalog);
  const { zoneMinutes, zoneAt } = zonesOf(rows, {
    told: told.map(({ at: when }) => when),
    otherwise: question.zoneMinutes,
  });
  const fromFiles = observe({ world, meaning, rows, zoneMinutes, zoneAt });
  const read = readTold({ told, world, meaning, firstId: rows.length, file: toldFile, zoneMinutes });
  const said = {
    ...read,
    acts: settledBy(fromFiles, read.acts),
    denied: deniedAfterAll(fromFiles, read),
  };
  const observations = [...fromFiles, ...said.observations];
  const index = traceIndexOf(world, meaning);
  const bills = billsOf(fromFiles, files, world, meaning);
  const orphans = orphansOf({ world, observations: fromFiles, bills, noneAt });
  // Who says that some were not theirs has looked at the others; where nobody has, a thief may shop where she does.
  const isOfEveryWeek = said.denied.some(({ isMoney }) => isMoney) ? usualPayees(fromFiles) : () => false;
  const denied = deniedOf(observations, {
    ...said,
    isOfEveryWeek,
    flowsOf: (each) => flowsOf(each, index),
  });
  const isSaidNotTheirs = ({ id }: Observation) => denied.has(id);
  const incident = incidentOf({
    catalog: world.catalog,
    meaning,
    observations,
    isSign: signsBy(index, { world, anchors: said.anchors }),
    anchors: said.anchors,
    goneAt: new Set(said.gone.values()),
    unheardAt: said.unheardAt,
    zoneMinutes,
    orphans,
    isDenied: isSaidNotTheirs,
    setUpAgain: setUpAgain({ world, index, said, fromFiles, files, orphans, isSaidNotTheirs }),
  });
  return {
    places,
    toldFile,
    meaning,
    zoneMinutes,
    moment: (minute) => momentOf(minute, zoneAt(minute)),
    fromFiles,
    said,
    observations,
    index,
    powers: powersOf(world, { ...said, given: said.given.keys(), heard: said.heard.keys() }),
    orphans,
    isSaidNotTheirs,
    isOfEveryWeek,
    incident,
  };
}

/** Could any step have left it, or is it out of the ordinary without one? Asked many times of each. */
function signsBy(
  index: TraceIndex,
  where: { readonly world: Grounded; readonly anchors: readonly number[] },
): (observation: Observation) => boolean {
  const known = new Map<Observation, boolean>();
  return (observation) => {
    const before = known.get(observation);
    if (before !== undefined) return before;
    const isOne = index.candidates(observation).length > 0 || isStrange(observation, where);
    known.set(observation, isOne);
    return isOne;
  };
}

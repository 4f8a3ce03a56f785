/** What somebody of the owner's side says they did, lost or had no more, held against what was seen. */
import type { Observation, TraceIndex } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import { at, minutesPerDay } from "../model/index.ts";
import { flowsOf, isToldAct } from "./act-meant.ts";
import { hardlyEverAMonth } from "./habits.ts";
import type { Incident } from "./incident.ts";
import type { Powers } from "./powers.ts";
import type { ToldRead } from "./told-text.ts";

interface ActFound {
  readonly side: "owner" | "helper";
  readonly flow?: string;
  /** They were lied to: what they paid is lost. */
  readonly isDeceived: boolean;
}

/** Observations that are what somebody of the owner's side says they did. */
export function toldActs(
  { within }: Incident,
  index: TraceIndex,
  { acts }: ToldRead,
): ReadonlyMap<number, ActFound> {
  const found = new Map<number, ActFound>();
  if (acts.length === 0) return found;
  for (const [o, { observation }] of within.entries()) {
    const flows = flowsOf(observation, index);
    const act = acts.find((each) => isToldAct(observation, each, flows));
    if (act === undefined) continue;
    const side = act.by.startsWith("helper") ? "helper" : "owner";
    const isDeceived = act.isDeceived === true;
    found.set(o, { side, isDeceived, ...(act.flow === undefined ? {} : { flow: act.flow }) });
  }
  return found;
}

/** Nobody kills their own line; whoever does it by a new SIM has the line again, and says so. */
export const isOfDeadLine = ({ catalog }: Grounded, { sign, trust }: Observation): boolean =>
  trust === "told" && catalog.signs.get(sign ?? "")?.told === "line-gone";

/** Who has a new SIM made for herself is not without a line afterwards: what moved it before it was dead was not her doing. */
export function isBeforeDeadLine(
  observation: Observation,
  { world, index, said }: { readonly world: Grounded; readonly index: TraceIndex; readonly said: ToldRead },
): boolean {
  const dead = said.lineDead?.at;
  const { from, sign } = observation;
  if (dead === undefined || from > dead || from < dead - deadWithin) return false;
  if ((world.catalog.signs.get(sign ?? "")?.aMonth ?? 1) > hardlyEverAMonth) return false;
  return movesLine(observation, { world, index });
}

/**
 * Words of a line that was moved once it had been lost: whoever lost it has it brought back, in ways nobody may have read.
 */
export function waysBackOf(
  { within }: Incident,
  { world, index, said }: { readonly world: Grounded; readonly index: TraceIndex; readonly said: ToldRead },
): ReadonlySet<number> {
  const rare = within.filter(
    ({ observation: { sign } }) => (world.catalog.signs.get(sign ?? "")?.aMonth ?? 1) <= hardlyEverAMonth,
  );
  const moves = new Set(
    rare.flatMap(({ observation }) => (movesLine(observation, { world, index }) ? [observation] : [])),
  );
  const lost = [
    ...[...moves].map(({ from }) => from),
    ...(said.lineDead === undefined ? [] : [said.lineDead.at]),
    ...(said.goneSince === undefined ? [] : [said.goneSince.at]),
  ];
  return new Set(
    within.flatMap(({ observation }) =>
      moves.has(observation) && lost.some((at) => at < observation.from - backAfter) ? [observation.id] : [],
    ),
  );
}

/** Who lost a line notices first, and is not back within minutes. */
export const backAfter = 60;

/** Could it be a word of a number being put elsewhere? */
function movesLine(
  observation: Observation,
  { world, index }: { readonly world: Grounded; readonly index: TraceIndex },
): boolean {
  const { capabilities } = world.catalog.vocabulary;
  return index.candidates(observation).some(({ step }) =>
    step.gives.some(({ atom }) => {
      const { kind, things } = at(world.atoms, atom);
      const word = capabilities.get(kind);
      const isLines = things.some((thing) => world.wiring.things.get(thing)?.kind === "line");
      return isLines && ((word?.while.length ?? 0) > 0 || word?.roles.includes("own-line") === true);
    }),
  );
}

/** From what was asked for to what was done lie days, at most. */
const deadWithin = 3 * minutesPerDay;

/** Payments every own way to which rests on something that was gone by then. */
export function barredOf(
  { within }: Incident,
  { index, powers, said }: { readonly index: TraceIndex; readonly powers: Powers; readonly said: ToldRead },
): ReadonlySet<number> {
  const barred = new Set<number>();
  if (said.gone.size === 0) return barred;
  for (const [o, { observation }] of within.entries()) {
    const { kind, direction, from } = observation;
    if (kind !== "row" || direction === "in") continue;
    const gone = new Set([...said.gone].flatMap(([atom, since]) => (since <= from ? [atom] : [])));
    const ways = index.candidates(observation).filter(({ step }) => powers.owner.has(step.id));
    const isBarred = ({ step }: (typeof ways)[number]) =>
      step.asks.some(
        (atom) => gone.has(atom) || (powers.ownerHangsOn.get(atom) ?? []).some((each) => gone.has(each)),
      );
    if (ways.length > 0 && ways.every(isBarred)) barred.add(o);
  }
  return barred;
}

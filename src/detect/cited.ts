/**
 * Which of the odd acts a decision is told with: those that explain the event, and that are likelier the intruder's than
 * the owner's. An owner pays rent to a new landlord, and twelve days later the line is taken: the rent is in the memory
 * of odd acts, and in no chain.
 *
 * Two acts hang together where one hand did both (the same device, but an old one only within the day, for its owner
 * uses it too; no device named, and within the day), or where the earlier opened what the later asked. Whatever hangs
 * together with the event, over however many acts between, is its chain. How near a loss is, and what has become
 * possible, is told of these acts alone.
 */
import { intrudersOf, type Odds } from "./belief.ts";
import { type Chained, madePossible } from "./chained.ts";
import type { DetectEvent } from "./event.ts";
import type { Looked } from "./features.ts";
import { minutesTo } from "./grow.ts";
import type { Row } from "./habits.ts";
import { type Shape, type Stage, stageOf } from "./shape.ts";
import { type Act, heldBy, union } from "./trail.ts";

const minutesPerDay = 1_440;
const none: readonly never[] = [];

/** What a decision says of the chain it rests on. */
export interface Cited {
  /** The acts before this event. */
  readonly acts: readonly Act[];
  /** The events, the earliest first, this one last where it is odd. */
  readonly ids: readonly string[];
  readonly groups: readonly string[];
  /** Those of them that gave what this event asked, the earliest first. */
  readonly openedBy: readonly string[];
  readonly before: Stage | undefined;
  readonly after: Stage | undefined;
  readonly madePossible: readonly string[];
}

export function citedOf(
  chained: Chained,
  {
    event,
    looked,
    row,
    odds,
  }: { readonly event: DetectEvent; readonly looked: Looked; readonly row: Row; readonly odds: Odds },
): Cited {
  const { shape, trail, nodes, given } = chained;
  const all = trail?.acts ?? none;
  const { at, id, group, institution } = event;
  const { device, deviceClass, isOdd } = looked;
  const deed = { at, institution, device, deviceClass, nodes, given, odds };
  const acts =
    shape === undefined || all.length === 0
      ? none
      : hangingTogether(shape, { deed, isOdd }, likelierTheirs(all, deed, intrudersOf(row)));
  const isAll = acts.length === all.length;
  const ids = isAll ? (trail?.ids ?? none) : acts.map((act) => act.event);
  const groups = isAll ? (trail?.groups ?? none) : acts.map((act) => act.group);
  const told = {
    acts,
    ids: isOdd ? [...ids, id] : ids,
    groups: isOdd ? [...groups, group] : groups,
    openedBy: shape === undefined || !isOdd || acts.length === 0 ? none : openersOf(shape, deed, acts),
  };
  if (shape === undefined || isAll) return { ...told, ...stagesOf(chained) };
  const held = heldBy(acts);
  const from = shape.closures.of(held);
  const to = shape.closures.of(union(held, nodes));
  return {
    ...told,
    before: held.length === 0 ? undefined : stageOf(shape, from),
    after: held.length === 0 && !isOdd ? undefined : stageOf(shape, to),
    madePossible: to === from ? none : madePossible(shape, held.length > 0 ? from : undefined, to),
  };
}

function openersOf(shape: Shape, deed: Deed, acts: readonly Act[]): readonly string[] {
  const opened = whatOpened(shape, deed, acts);
  return acts.flatMap((act) => (opened.includes(act) ? [act.event] : []));
}

const stagesOf = ({ before, after, madePossible: possible }: Chained) => ({
  before,
  after,
  madePossible: possible,
});

type Deed = Pick<Act, "at" | "institution" | "device" | "deviceClass" | "nodes" | "given" | "odds">;

/**
 * The acts likelier the intruder's than the owner's, by the stories of an intruder as they are believed now. What one
 * device did is judged together, and what was done in one call: a sign-in is anybody's, and its owner's no longer once that device empties the account.
 * What was given to the device that acts now, when it was not yet an old one, whoever acts now has.
 */
function likelierTheirs(acts: readonly Act[], event: Deed, [other, own]: Odds): readonly Act[] {
  return acts.filter((act) => {
    if (act.given.length > 0 && act.device !== 0 && act.device === event.device && act.deviceClass !== old)
      return true;
    let ofOther = other * act.odds[0];
    let ofOwn = own * act.odds[1];
    const together = (deed: Deed) => {
      if (deed === act || !(isOneDevice(act, deed) || isOneCall(act, deed))) return;
      ofOther *= deed.odds[0];
      ofOwn *= deed.odds[1];
    };
    for (const deed of acts) together(deed);
    together(event);
    return ofOther + ofOwn > 1;
  });
}

/**
 * The acts that hang together with this event, in their order. What is like any other act and hangs together with none
 * is told with the latest of them.
 */
function hangingTogether(
  shape: Shape,
  { deed: event, isOdd }: { readonly deed: Deed; readonly isOdd: boolean },
  acts: readonly Act[],
): readonly Act[] {
  // Most odd acts are their owner's: then there is nothing to tie.
  if (acts.length === 0) return acts;
  const openers = new Map<Deed, readonly Deed[]>();
  const openersOf = (deed: Deed): readonly Deed[] => {
    const known = openers.get(deed) ?? whatOpened(shape, deed, acts);
    openers.set(deed, known);
    return known;
  };
  const isTied = (a: Deed, b: Deed) =>
    isOneHand(a, b) || openersOf(a).includes(b) || openersOf(b).includes(a);
  const found = new Set<Deed>([event]);
  if (!isOdd && !acts.some((act) => isTied(event, act))) {
    const last = acts.at(-1);
    if (last !== undefined) found.add(last);
  }
  for (const deed of found) for (const act of acts) if (!found.has(act) && isTied(deed, act)) found.add(act);
  return found.size > acts.length ? acts : acts.filter((act) => found.has(act));
}

/** An old device. Its owner uses it too, so it is one hand for a day and no longer. */
const old = 1;

function isOneHand(a: Deed, b: Deed): boolean {
  const isSoon = Math.abs(a.at - b.at) <= minutesPerDay;
  if (a.device === 0 || b.device === 0) return isSoon;
  return a.device === b.device && (isSoon || (a.deviceClass !== old && b.deviceClass !== old));
}

const isOneDevice = (a: Deed, b: Deed): boolean => a.device !== 0 && b.device !== 0 && isOneHand(a, b);

/** No device was named, and both were done at one institution within the hour: one call to it, one visit. */
const isOneCall = (a: Deed, b: Deed): boolean =>
  a.device === 0 && b.device === 0 && a.institution === b.institution && Math.abs(a.at - b.at) <= callMinutes;

const callMinutes = 60;

/** Until institutions have told of one another's acts their clocks may differ by so much. */
const clockMinutes = 60;

/**
 * The earlier acts that opened what this one asked and nobody has by himself: those that gave it; else those from which
 * it could be come by in the time between.
 */
function whatOpened(shape: Shape, { at, nodes, given }: Deed, acts: readonly Act[]): readonly Act[] {
  const earlier = acts.filter((act) => act.given.length > 0 && act.at <= at + clockMinutes);
  if (earlier.length === 0 || nodes.length === 0) return none;
  const found = new Set<Act>();
  for (const node of nodes) {
    if (given.includes(node) || shape.base.minutes[node]! < Infinity) continue;
    const direct = earlier.filter((act) => act.given.includes(node));
    const leading =
      direct.length > 0
        ? direct
        : earlier.filter(
            (act) => minutesTo(shape.closures.of(act.given), node) <= at - act.at + clockMinutes,
          );
    for (const act of leading) found.add(act);
  }
  return [...found];
}

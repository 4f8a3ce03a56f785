/**
 * Which switches stand where: grouped by who has to act, those that do most first; what by itself changes nothing stands
 * apart. With hundreds of accounts there are hundreds of switches, so only the first groups are open.
 */
import type { Alone, AuditAnswer, MeasureAnswer } from "../../../src/questions/index.ts";
import { type Deed, keyOf, type Who } from "./deeds.ts";
import { firstLossOf, openIn } from "./saying.ts";

export interface Group {
  readonly key: string;
  readonly who: Who;
  readonly deeds: readonly Deed[];
}

export interface Grouped {
  readonly mine: readonly Group[];
  readonly theirs: readonly Group[];
  /** What changes nothing by itself. */
  readonly idle: readonly Deed[];
}

interface GroupsOf {
  readonly deeds: readonly Deed[];
  readonly base: AuditAnswer;
  readonly alone: ReadonlyMap<string, Alone>;
}

export function groupsOf({ deeds, base, alone }: GroupsOf): Grouped {
  const isIdle = idlers(base, alone);
  const useful = deeds.filter(({ measure }) => !isIdle(measure));
  const left = ({ id }: MeasureAnswer) =>
    base.alone.includes(id) ? -1 : (alone.get(id)?.remainingAmount ?? base.reachableAmount);
  const sorted = [...useful].sort(
    (a, b) => left(a.measure) - left(b.measure) || a.measure.effort - b.measure.effort,
  );
  // A map keeps the order in which its keys came: the group with the most useful measure is first.
  const groups = new Map<string, Deed[]>();
  for (const deed of sorted) {
    const key = keyOf(deed.who);
    groups.set(key, [...(groups.get(key) ?? []), deed]);
  }
  const all = [...groups].flatMap(([key, of]) =>
    of[0] === undefined ? [] : [{ key, who: of[0].who, deeds: of }],
  );
  return {
    mine: all.filter(({ deeds: of }) => of[0]?.measure.by === "person"),
    theirs: all.filter(({ deeds: of }) => of[0]?.measure.by === "institution"),
    idle: deeds.filter(({ measure }) => isIdle(measure)),
  };
}

function idlers(base: AuditAnswer, alone: ReadonlyMap<string, Alone>): (measure: MeasureAnswer) => boolean {
  const { remaining } = openIn(base);
  const first = firstLossOf(base);
  return ({ id, matters }) => {
    const does = alone.get(id);
    return (
      !matters ||
      (does !== undefined &&
        !does.lockedOut &&
        does.remainingAmount === base.reachableAmount &&
        does.remaining.length === remaining.length &&
        does.firstLossMinutes === first)
    );
  };
}

/** More switches than these in one column, and the groups after them are folded. */
const openMax = 14;

/** How many of the groups stand open at first: at least one, and as many as a reader can look through. */
export function openGroups(groups: readonly Group[]): ReadonlySet<string> {
  const open = new Set<string>();
  let count = 0;
  for (const { key, deeds } of groups) {
    count += deeds.length;
    if (open.size > 0 && count > openMax) break;
    open.add(key);
  }
  return open;
}

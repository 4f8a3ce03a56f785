/**
 * One night of the arena, judged by the plain reading: the same acts, played in sets, must change the same things at
 * the same minutes, and must come to the same end.
 */
import type { Night, Prepared } from "../../src/world/index.ts";
import type { RacedWorld } from "../kit/raced-world.ts";
import { actsOf, type ToldKind, type ToldOutcome } from "./acts-of-night.ts";
import { type Outcome, plainNight } from "./plain-night.ts";
import type { Change, Readings } from "./plain-state.ts";

export interface Judged {
  readonly faults: readonly string[];
  readonly compared: {
    readonly acts: number;
    readonly changes: number;
    readonly hanging: number;
    readonly stopped: number;
    readonly money: number;
  };
}

export interface Judging {
  readonly readings?: Readings;
}

export function judgeNight(
  { stage }: Prepared,
  night: Night,
  raced: RacedWorld,
  { readings }: Judging = {},
): Judged {
  const { world, held, conditions, inForce, startsAt, horizonMinutes } = raced;
  const read = actsOf(stage, night, horizonMinutes);
  const plain = plainNight({
    catalog: world.catalog,
    person: world.person,
    held,
    conditions,
    measures: inForce.flatMap((index) => world.choices[index]?.id ?? []),
    startsAt,
    acts: read.acts,
    horizonMinutes,
    ...(readings === undefined ? {} : { readings }),
  });
  const { until } = read;
  const told = byMinute(read.changes, until, plain.speaksOf);
  const found = byMinute(plain.changes, until, plain.speaksOf);
  const faults: string[] = [];
  for (const minute of [...new Set([...told.keys(), ...found.keys()])].sort((a, b) => a - b)) {
    const [arena, words] = [told.get(minute) ?? [], found.get(minute) ?? []];
    const only = (some: readonly string[], others: readonly string[]) =>
      some.filter((each) => !others.includes(each));
    const [more, less] = [only(arena, words), only(words, arena)];
    if (more.length + less.length > 0)
      faults.push(`minute ${minute}: told [${more.join("; ")}], by the words [${less.join("; ")}]`);
  }
  let acts = 0;
  for (const act of read.acts) {
    const [end, outcome] = [act.over, plain.outcomes.get(act)];
    if (end === undefined || end.at >= until) continue;
    acts++;
    const said = kindBy(read.outcomes.get(act), until);
    // A step that cannot begin is told as refused when it is over.
    const meant = kindBy(
      outcome === undefined ? undefined : { kind: kindOf(outcome), at: outcome.at },
      until,
    );
    if (said !== meant)
      faults.push(
        `minute ${end.at}: ${act.actor} ${act.flow} of ${[...act.things.values()].join()} is told as ${said}, by the words ${meant}`,
      );
  }
  const all = [...found.values()].flat();
  const lostBy = (why: Change["why"]) =>
    plain.changes.filter((change) => change.at < until && change.why === why).length;
  return {
    faults,
    compared: {
      acts,
      changes: all.length,
      hanging: lostBy("hangs"),
      stopped: lostBy("stopped"),
      money: all.filter((each) => each.startsWith("money")).length,
    },
  };
}

const kindBy = (outcome: ToldOutcome | undefined, until: number): ToldKind =>
  outcome === undefined || outcome.at >= until ? "open" : outcome.kind;

function kindOf(outcome: Outcome): ToldKind {
  if (outcome.kind !== "refused") return outcome.kind;
  return outcome.why.kind === "agent" || outcome.why.kind === "too-often" ? outcome.why.kind : "refused";
}

/** What is so after the minute and was not before it, as sentences; money summed by pot. */
function byMinute(
  changes: readonly Change[],
  until: number,
  speaksOf: ReadonlySet<string>,
): ReadonlyMap<number, readonly string[]> {
  const net = new Map<number, Map<string, number>>();
  for (const { at, kind, actor, what } of changes) {
    if (at >= until || (actor !== undefined && !speaksOf.has(what))) continue;
    // Sums of fractions differ in the last place when summed in another order.
    const minute = Math.round(at * 1e6) / 1e6;
    const sums = net.get(minute) ?? new Map<string, number>();
    net.set(minute, sums);
    const add = (key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);
    if (kind === "gains" || kind === "loses") add(`${actor} ? ${what}`, kind === "gains" ? 1 : -1);
    else if (kind === "money") {
      const [amount = "", ...path] = what.split(" ");
      add(`money ${path.join(" ")}`, Number(amount));
    } else add(`? ${what}`, kind === "sets" ? 1 : -1);
  }
  const told = new Map<number, readonly string[]>();
  for (const [minute, sums] of net) {
    const lines = [...sums].flatMap(([key, sum]) =>
      sum === 0
        ? []
        : key.startsWith("money")
          ? [`${key}: ${sum}`]
          : [
              key.startsWith("?")
                ? key.replace("?", sum > 0 ? "sets" : "ends")
                : key.replace("?", sum > 0 ? "gains" : "loses"),
            ],
    );
    if (lines.length > 0) told.set(minute, lines.sort());
  }
  return told;
}

/**
 * How well the two stories tell an owner from somebody in the owner's name, on streams never used for making the
 * likelihoods, and with shapes, starts and lives left out of the making. One author wrote life and features: all
 * figures are upper bounds, good for choosing between designs.
 */
import { createHash } from "node:crypto";
import { readWholeFolder } from "../src/catalog/index.ts";
import {
  type Decision,
  type DetectEvent,
  decisions,
  features,
  keepShapes,
  type Likelihoods,
  logsOf,
  madeLikelihoods,
  noState,
  readEvent,
  type State,
  step,
  storyNames,
  type Version,
  withUnread,
} from "../src/detect/index.ts";
import {
  Answers,
  lineOf,
  type Somebody,
  type Stream,
  type StreamAsked,
  type StreamEvent,
  starts,
  streamOf,
} from "../src/streams/index.ts";

const read = readWholeFolder({ folder: "catalog", from: "", stories: false });
export const catalog = withUnread(read.catalog);

/** Far behind every stream: nothing in it is the future. */
const until = Date.UTC(2027, 0, 1) / 60_000;
const today = "2025-01-01";

export const openVersion = (likelihoods: Likelihoods, more: Partial<Version> = {}): Version => ({
  catalog,
  logs: logsOf(likelihoods),
  likelihoods: likelihoods.id,
  shapeOf: keepShapes({ catalog, people: new Map(), today }),
  until,
  ...more,
});

export const eventsOf = (stream: Stream): readonly DetectEvent[] => stream.events.map(eventOf);

function eventOf(event: StreamEvent, number: number): DetectEvent {
  const { event: made } = readEvent(lineOf(event, number, 480), { catalog, place: { file: "stream" } });
  if (made === undefined) throw new Error("a made event cannot be read");
  return made;
}

export interface CountAsked extends Omit<StreamAsked, "catalog" | "seed"> {
  readonly id: string;
  readonly seeds: readonly number[];
}

/**
 * Where the owner is talked to, one payment is most of the chain, and by the features it is like any large payment: learnt
 * from, it asks more owners and finds no more of them. So it is measured, and nothing is made of it.
 */
const startsCounted = starts.filter((start) => start !== "told");

export const likelihoodsAsked: CountAsked = {
  id: "chain-1",
  seeds: [11, 12],
  people: 800,
  days: 80,
  attacks: 1_100,
  starts: startsCounted,
};

/** A making so short that a test remakes it: whatever changes what is counted changes this too. */
const shortAsked: CountAsked = {
  ...{ id: "short", seeds: [3], people: 40, days: 25, attacks: 40 },
  starts: startsCounted,
};

/** A few letters that stand for all counts of the short making. */
export const shortOf = (): string =>
  createHash("sha256")
    .update(JSON.stringify(countLikelihoods(shortAsked)))
    .digest("hex")
    .slice(0, 16);

type Counts = Record<(typeof storyNames)[number], Record<string, number[]>>;

const noCounts = (): Counts =>
  Object.fromEntries(
    storyNames.map((story) => [
      story,
      Object.fromEntries(
        features.map(({ name, contexts, cells }) => [name, Array<number>(contexts * cells).fill(0)]),
      ),
    ]),
  ) as Counts; // Every story is among the names.

/** Counts cells by what is true of each act. */
export const countLikelihoods = (asked: CountAsked): Likelihoods => countOnce(asked).all;

/**
 * The same with what each group of people or chains brought kept apart: counts add up, so what is left when a group is
 * taken out is found without making anything again.
 */
export function countWithout(asked: CountAsked, groups: readonly string[]): ReadonlyMap<string, Likelihoods> {
  const { all, byGroup } = countOnce(asked);
  return new Map(
    groups.map((group) => {
      const theirs = byGroup.get(group) ?? noCounts();
      const counts = Object.fromEntries(
        storyNames.map((story) => [
          story,
          Object.fromEntries(
            features.map(({ name }) => [
              name,
              (all.counts[story][name] ?? []).map(
                (count, cell) => count - (theirs[story][name]?.[cell] ?? 0),
              ),
            ]),
          ),
        ]),
      ) as Counts; // Every story is among the names.
      return [group, { ...all, id: `${all.id} without ${group}`, counts }];
    }),
  );
}

/** Groups an event belongs to: `start:sim`, `life:night`, `region:cn`. */
function groupsOf({ of }: StreamEvent, { life, region }: Somebody): readonly string[] {
  const start = of === undefined ? [] : [`start:${of.split("/", 1)[0]}`];
  return [...start, `life:${life.kind}`, `region:${region}`];
}

function countOnce({ id, seeds, ...asked }: CountAsked): {
  readonly all: Likelihoods;
  readonly byGroup: ReadonlyMap<string, Counts>;
} {
  const counts = noCounts();
  const byGroup = new Map<string, Counts>();
  let events = 0;
  let chains = 0;
  for (const seed of seeds) {
    const stream = streamOf({ ...asked, seed, catalog });
    chains += stream.attacks;
    const people = new Map(stream.people.map((who) => [who.id, who]));
    const told = new Map(stream.events.map((event, i) => [`e${String(i).padStart(8, "0")}`, event]));
    const state = noState();
    const version = openVersion(madeLikelihoods, {
      // Nothing is asked: what is counted hangs on the events alone, never on what was counted before.
      costs: { stepUp: Infinity, hold: Infinity, block: Infinity },
      onCells: (cells, { id: event }) => {
        const made = told.get(event);
        const who = made === undefined ? undefined : people.get(made.person);
        if (made === undefined || who === undefined) throw new Error("an event of no stream");
        events++;
        add(counts, made.truth, cells);
        for (const group of groupsOf(made, who)) {
          const theirs = byGroup.get(group) ?? noCounts();
          byGroup.set(group, theirs);
          add(theirs, made.truth, cells);
        }
      },
    });
    for (const event of eventsOf(stream)) step(state, event, version);
  }
  const made = {
    by: "simulation: src/streams",
    seeds: seeds.join(", "),
    people: asked.people,
    days: asked.days,
    chains,
    events,
    smoothing: 0.5,
  };
  return { all: { id, made, counts }, byGroup };
}

function add(counts: Counts, truth: StreamEvent["truth"], cells: Int16Array): void {
  features.forEach(({ name }, feature) => {
    const cell = cells[feature]!;
    if (cell >= 0) counts[truth][name]![cell]!++;
  });
}

export interface Quality {
  readonly name: string;
  readonly chains: number;
  /** Stepped up or stronger on an intruder's act strictly before the first loss; on it at the latest. */
  readonly before: number;
  readonly withIt: number;
  /** Chains with an act of the intruder before the first loss at all: more cannot be seen. */
  readonly ceiling: number;
  /** Of all events of people not attacked so far, from the first day. */
  readonly touched: number;
  readonly held: number;
  readonly byStart: Readonly<Record<string, string>>;
  readonly byLife: Readonly<Record<string, string>>;
  readonly why: readonly string[];
}

export interface QualityAsked {
  readonly stream: Stream;
  readonly version: Version;
  /** Each institution judges its own events and knows of no others. */
  readonly isAlone?: boolean;
  /** Decides instead of the belief: whether this event is asked about. Then nobody is asked for anything, and nobody answers. */
  readonly asks?: (event: DetectEvent, decision: Decision) => boolean;
}

const isTouched = ({ decision }: Decision): boolean => decision !== "allow";

/** Plays a stream and counts; owners answer what they are asked for, and whoever answered is not asked at the next act. */
export function qualityOf(name: string, { stream, version, isAlone = false, asks }: QualityAsked): Quality {
  const states = new Map<string, State>();
  const stateAt = (institution: string): State => {
    const key = isAlone ? institution : "";
    const state = states.get(key) ?? noState();
    states.set(key, state);
    return state;
  };
  const life = new Map(stream.people.map(({ id, life: { kind } }) => [id, kind]));
  const attacked = new Set<string>();
  const chains = new Map<
    number,
    { before: boolean; withIt: boolean; lost: boolean; acted: boolean; of: string }
  >();
  let [good, touched, held] = [0, 0, 0];
  const byLife = new Map<string, [number, number]>();
  const why = new Map<string, number>();
  const events = eventsOf(stream);
  const answers = new Answers();
  let number = events.length;
  for (const [i, event] of events.entries()) {
    const told = stream.events[i]!;
    for (const answer of answers.until(told.at)) {
      const made = eventOf(answer, number++);
      step(stateAt(made.institution), made, version);
    }
    const decision = step(stateAt(event.institution), event, version);
    const touchedNow = asks === undefined ? isTouched(decision) : asks(event, decision);
    if (told.attack !== undefined) {
      attacked.add(told.person);
      const chain = chains.get(told.attack) ?? {
        before: false,
        withIt: false,
        lost: false,
        acted: false,
        of: told.of ?? "",
      };
      chains.set(told.attack, chain);
      if (chain.lost) continue;
      if (touchedNow) {
        if (told.isLoss !== true) chain.before = true;
        chain.withIt = true;
      }
      if (told.isLoss === true) chain.lost = true;
      else if (event.kind?.isSign !== true && event.group !== "probe") chain.acted = true;
      continue;
    }
    answers.note(told);
    if (attacked.has(told.person)) continue;
    good++;
    const lived = byLife.get(life.get(told.person) ?? "") ?? [0, 0];
    byLife.set(life.get(told.person) ?? "", lived);
    lived[1]++;
    if (!touchedNow) continue;
    touched++;
    lived[0]++;
    if (asks === undefined && decision.stepUp !== undefined) answers.ask(told, decision.stepUp.proof);
    if (decisions.indexOf(decision.decision) >= 2) held++;
    const reason = `${decision.decision} ${told.truth} ${event.word} ${decision.because.join("+")}`;
    why.set(reason, (why.get(reason) ?? 0) + 1);
  }
  const all = [...chains.values()];
  const byStart = new Map<string, [number, number]>();
  for (const { of, before } of all) {
    const start = of.split("/", 1)[0] ?? "";
    const [caught, of_] = byStart.get(start) ?? [0, 0];
    byStart.set(start, [caught + (before ? 1 : 0), of_ + 1]);
  }
  const share = ([some, of]: readonly [number, number]) => `${((100 * some) / of).toFixed(1)} % of ${of}`;
  return {
    name,
    chains: all.length,
    before: all.filter(({ before }) => before).length / all.length,
    withIt: all.filter(({ withIt }) => withIt).length / all.length,
    ceiling: all.filter(({ acted }) => acted).length / all.length,
    touched: touched / good,
    held: held / good,
    byStart: Object.fromEntries([...byStart].sort().map(([key, pair]) => [key, share(pair)])),
    byLife: Object.fromEntries(
      [...byLife].sort().map(([key, [some, of]]) => [key, `${((100 * some) / of).toFixed(3)} % of ${of}`]),
    ),
    why: [...why]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 25)
      .map(([reason, count]) => `${count} ${reason}`),
  };
}

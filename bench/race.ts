/**
 * Races: full nights a second on one core, how that grows with accounts and hands, whether memory stays flat over many
 * nights, and the same race in SimPy.
 *
 * The peer wants a game that both can play: the ground rules as they stand, and for each side a list of steps instead of
 * a plan (what a loner and an owner with the checklist did in one night of ours, in that order). Both engines play the
 * lists; the share of nights with a loss must agree within the intervals before any time is told.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readCatalog, readTexts } from "../src/catalog/index.ts";
import { readShipped } from "../src/cli/shipped.ts";
import { type Grounded, ground } from "../src/ground/index.ts";
import { parseMoment, type StepId } from "../src/model/index.ts";
import { readPerson } from "../src/person/index.ts";
import { foundingQuestion } from "../src/questions/index.ts";
import { defencesIn } from "../src/testing/index.ts";
import {
  defend,
  type Intention,
  intruderPolicies,
  mergeTallies,
  ownerPolicies,
  type Policy,
  prepare,
  type RaceQuestion,
  racePrepared,
  rowOf,
  type Stage,
  simulatePrepared,
  stepAt,
  summarise,
} from "../src/world/index.ts";
import { madeUp } from "./audit.ts";
import type { ChartPoint } from "./chart.ts";
import { median, ran, say, timings } from "./measure.ts";
import type { Scene } from "./scene.ts";

/** What the husband of the founding case did, as his night tells it. */
const defences = defencesIn(readShipped(process.cwd(), { stories: true }).others);

const ownerBy = (id: string): Policy => {
  const told = defences.get(id);
  return told === undefined ? ownerPolicies.get(id)!() : defend(id, told);
};

const catalogFolder = new URL("../catalog/", import.meta.url).pathname;
const nightMinutes = 14 * 60;
const nightsTimed = 1_000;
const runsTimed = 5;
/** The largest worlds take a second to think a night through for the first time. */
const growthSecondsMax = 4;

export const raceScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      snapshot: { type: "boolean" },
      long: { type: "boolean" },
      accounts: { type: "string", default: "10,30,100,300,1000" },
    },
  });
  const { catalog, others } = readCatalog(readTexts([catalogFolder]).texts);
  const file = others.find(
    ({ file: name, kind }) => kind === "person" && name.endsWith(`/${foundingQuestion.person}.yaml`),
  );
  const person = file === undefined ? undefined : readPerson(file.yaml, catalog).person;
  if (person === undefined) {
    say("the founding person cannot be read: nothing was measured");
    return 1;
  }
  const world = ground({ catalog, person });

  for (const owner of ["nothing", "checklist", "founding"])
    for (const intruder of ["gang", "loner"])
      tell({ scene: "founding night", owner, intruder, ...speedOf(nightOf(world, { owner, intruder })) });

  const points: ChartPoint[] = [];
  for (const hands of [1, 2, 4, 8]) {
    const { racesPerSecond } = speedOf(nightOf(world, { hands }));
    points.push({ series: "hands (founding night)", x: hands, y: racesPerSecond });
    tell({ scene: "hands", hands, racesPerSecond });
  }
  for (const accounts of values.accounts.split(",").map(Number)) {
    const large = ground({ catalog, person: madeUp(catalog, accounts) });
    const speed = speedOf(nightOf(large, {}), growthSecondsMax);
    points.push({ series: "accounts (made-up person)", x: accounts, y: speed.racesPerSecond });
    tell({ scene: "accounts", accounts, rules: large.steps.length, ...speed });
  }
  const { lineChart } = await import("./chart.ts");
  const folder = new URL(values.snapshot === true ? "../docs/bench/" : "./out/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const title = "Full nights a second on one core: checklist against gang";
  writeFileSync(
    new URL("race.svg", folder),
    lineChart({ title, x: "hands, or accounts", y: "nights a second", points }),
  );
  say(`growth drawn to ${fileURLToPath(new URL("race.svg", folder))}`);

  memory(world, values.long === true ? 1_000_000 : 100_000);
  return against(world);
};

interface NightWanted {
  readonly owner?: string;
  readonly intruder?: string;
  readonly hands?: number;
}

function nightOf(
  world: Grounded,
  { owner = "checklist", intruder = "gang", hands }: NightWanted,
): RaceQuestion {
  return {
    world,
    held: foundingQuestion.held,
    startsAt: parseMoment(foundingQuestion.at),
    horizonMinutes: nightMinutes,
    owner: ownerBy(owner),
    intruder: intruderPolicies.get(intruder)!(),
    hands: { intruder: hands },
    seed: 1,
    runs: nightsTimed,
  };
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
  say(
    Object.entries(line)
      .map(([key, value]) => `${key} ${value}`)
      .join(", "),
  );
}

/** Warm: every situation of these nights has been met once. `coldPerSecond` is the first time. */
function speedOf(question: RaceQuestion, secondsMax = Infinity) {
  const prepared = prepare(question);
  const start = performance.now();
  const isSpent = () => performance.now() - start > secondsMax * 1000;
  const { played } = racePrepared(prepared, question, { isSpent });
  const coldPerSecond = Math.round((1000 * played) / (performance.now() - start));
  const millis = median(timings(runsTimed, () => void racePrepared(prepared, question, { to: played })));
  return { nights: played, coldPerSecond, racesPerSecond: Math.round((1000 * played) / millis) };
}

/** What is held after collecting garbage, at the beginning and after so many nights. */
function memory(world: Grounded, nights: number): void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const heldMegabytes = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return Math.round((heapUsed + arrayBuffers) / 2 ** 18) / 4;
  };
  // The night with the most situations to be remembered.
  const question = { ...nightOf(world, { owner: "founding" }), runs: nights };
  const prepared = prepare(question);
  const stretch = 10_000;
  let tally = racePrepared(prepared, question, { from: 0, to: stretch });
  const before = heldMegabytes();
  for (let from = stretch; from < nights; from += stretch) {
    tally = mergeTallies(
      tally,
      racePrepared(prepared, question, { from, to: Math.min(nights, from + stretch) }),
    );
  }
  tell({
    scene: "memory",
    nights: tally.played,
    megabytesAfterTenThousand: before,
    megabytesAtTheEnd: heldMegabytes(),
  });
}

// --- the same race in SimPy ------------------------------------------------------------------------------------------------

/** A step that failed so often is given up. */
const triesMax = 5;
/** When the owner of the lists begins; late enough that the race is open. */
const ownerFrom = 90;
const peerHands = 1;
const peerNights = 2_000;

/** A step of a list, and the steps of it that must be done before. */
type Listed = readonly (readonly [step: StepId, forerunners: readonly StepId[]])[];

function against(world: Grounded): number {
  const plain = { ...nightOf(world, { intruder: "loner" }), startsAt: undefined };
  const { stage } = prepare(plain);
  const lists = {
    intruder: listOf(world, "intruder", "nothing"),
    owner: listOf(world, "owner", "checklist"),
  };
  const odd = [...lists.intruder, ...lists.owner].filter(
    ([rule]) => stage.hasDelay[rule] === 1 || stage.isSameSecret[rule] === 1,
  );
  if (odd.length > 0) {
    say(
      `the peer knows no delays and no equal secrets, and ${odd.length} steps of the lists have them: not compared`,
    );
    return 1;
  }
  const question: RaceQuestion = {
    ...plain,
    intruder: listed("listed", lists.intruder, 0),
    owner: listed("listed", lists.owner, ownerFrom),
    hands: { intruder: peerHands, owner: 1 },
    runs: peerNights,
  };
  const prepared = prepare(question);
  const ours = summarise(racePrepared(prepared, question), question);
  const millis = median(timings(runsTimed, () => void racePrepared(prepared, question)));

  const game = join(tmpdir(), `chainbreak-race-${process.pid}.json`);
  writeFileSync(game, JSON.stringify(gameOf(prepared, lists)));
  const peer = fileURLToPath(new URL("peers/simpy_race.py", import.meta.url));
  const python = ["/usr/bin/python3", "python3"].find(
    (each) => ran(each, ["-c", "import SimPy; print(1)"])?.stdout.trim() === "1",
  );
  if (python === undefined) {
    say("no SimPy (apt-get install python3-simpy): nothing was compared");
    return 0;
  }
  const answer: { nights: number; lost: number; hundredths: number; seconds: number } = JSON.parse(
    ran(python, [peer, game, String(peerNights)])?.stdout ?? "",
  );
  const theirs = answer.lost / answer.nights;
  const [low, high] = ours.pLoss.ci95;
  // Two independent samples of one share differ by less than this in all but one of ten thousand comparisons.
  const most =
    3.9 * Math.sqrt((ours.pLoss.value * (1 - ours.pLoss.value) + theirs * (1 - theirs)) / peerNights);
  const line = {
    scene: "against SimPy",
    steps: lists.intruder.length + lists.owner.length,
    oursLoss: ours.pLoss.value,
    ours95: `${low.toFixed(3)}–${high.toFixed(3)}`,
    simpyLoss: theirs,
    oursMean: ours.loss.mean,
    simpyMean: answer.hundredths / 100 / answer.nights,
    oursPerSecond: Math.round((1000 * peerNights) / millis),
    simpyPerSecond: Math.round(answer.nights / answer.seconds),
    ratio: Math.round((answer.seconds / answer.nights) * (1000 * (peerNights / millis))),
  };
  if (Math.abs(theirs - ours.pLoss.value) > most) {
    say(`answers differ: ${JSON.stringify(line)}`);
    return 1;
  }
  tell(line);
  return 0;
}

/** What one side did in a night of ours, each step once, in the order in which it was first done. */
function listOf(world: Grounded, actor: "intruder" | "owner", owner: string): Listed {
  const prepared = prepare({ ...nightOf(world, { intruder: "loner", owner }), startsAt: undefined });
  const { events } = simulatePrepared(prepared, { seed: 1 });
  const rules = [
    ...new Set(
      events.flatMap((event) => (event.kind === "ends" && event.actor === actor ? [event.step] : [])),
    ),
  ];
  return rules.map(
    (rule, i) => [rule, rules.slice(0, i).filter((before) => leadsTo(prepared.stage, before, rule))] as const,
  );
}

/** Something it gives is asked by the other. */
const leadsTo = ({ gives, asks }: Stage, before: StepId, after: StepId): boolean =>
  rowOf(gives, before).some((atom) => rowOf(asks, after).includes(atom));

/** The list as a policy: whatever of it can be begun and has not failed too often, in its order. */
function listed(id: string, list: Listed, fromMinute: number): Policy {
  const steps = list.map(([step, forerunners]) => ({ begin: { kind: "begin", step } as const, forerunners }));
  const notYet: readonly Intention[] = [{ kind: "wait", until: fromMinute }];
  const intentions: Intention[] = [];
  return {
    id,
    next: (view) => {
      if (view.now < fromMinute) return notYet;
      intentions.length = 0;
      for (const { begin, forerunners } of steps) {
        const { step } = begin;
        if (view.timesDone(step) > 0 || view.isRunning(step) || view.timesFailed(step) >= triesMax) continue;
        if (view.barredUntil(step) > view.now || forerunners.some((before) => view.timesDone(before) === 0))
          continue;
        intentions.push(begin);
      }
      return intentions;
    },
  };
}

/** The game as the peer reads it: only the rules on the lists, and what they need. */
function gameOf(
  { stage, arena }: ReturnType<typeof prepare>,
  lists: { readonly intruder: Listed; readonly owner: Listed },
) {
  const { world, atomCount, conditionCount, giver, ledger } = stage;
  const row = ({ from, values }: { readonly from: Int32Array; readonly values: Int32Array }, at: number) => [
    ...values.subarray(from[at], from[at + 1]),
  ];
  const finite = (value: number) => (value === Infinity ? null : value);
  const used = [...new Set([...lists.intruder, ...lists.owner].map(([rule]) => rule))];
  const entriesOf = (rule: StepId) =>
    row(stage.gives, rule).map((atom, i) => ({ atom, entry: (stage.gives.from[rule] ?? 0) + i }));
  const rules = used.map((rule) => {
    const { flow } = stepAt(world, rule);
    const group = stage.mostGroup[rule] ?? -1;
    // The other library knows one limit a rule.
    const limit = stage.runLimits[rule]?.[0];
    return [
      rule,
      {
        asks: row(stage.asks, rule),
        clear: row(stage.needsClear, rule),
        gives: entriesOf(rule).map(({ atom, entry }) => ({
          atom,
          anchors: row(stage.anchors, entry),
          exclusive: stage.isExclusive[atom] === 1,
        })),
        takes: [...row(stage.revokes, rule), ...row(stage.kicksOff, rule)],
        sets: row(stage.sets, rule).map((condition, i) => [
          condition,
          finite(stage.expires[(stage.sets.from[rule] ?? 0) + i] ?? Infinity),
        ]),
        clears: row(stage.clears, rule),
        minutes: [flow.takes.min, flow.takes.likely, flow.takes.max],
        chance: stage.chance[rule],
        limit: limit === undefined ? null : { group, times: limit.times, per: limit.perMinutes },
        money: (ledger.takings.get(rule) ?? []).map(({ pots, most, goal, to }) => ({
          pots: pots.map(String),
          most: finite(most),
          to: String(to),
          isGoal: goal !== undefined,
          isUnknown: goal !== undefined && ledger.isUnknown[goal] === true,
        })),
      },
    ] as const;
  });
  // What had been given before minute 0 may come from any rule, and what stands may be given by any.
  const givers = new Map<number, (readonly [rule: number, entry: number])[]>();
  const extra = new Map<StepId, unknown>();
  const isUsed = new Set(used);
  for (const entry of giver.keys()) {
    const rule = giver[entry]!;
    const isGiven = arena.start.given[giver.length + entry] === 1 || arena.start.given[entry] === 1;
    if (!isUsed.has(rule) && !isGiven) continue;
    const atom = stage.gives.values[entry]!;
    givers.set(atom, [...(givers.get(atom) ?? []), [rule, entry - (stage.gives.from[rule] ?? 0)]]);
    if (!isUsed.has(rule))
      extra.set(rule, {
        gives: entriesOf(rule).map((each) => ({
          atom: each.atom,
          anchors: row(stage.anchors, each.entry),
          exclusive: false,
        })),
      });
  }
  const start = [0, 1].map((actor) => ({
    atoms: Array.from({ length: atomCount }, (_, atom) => atom).filter(
      (atom) => arena.start.hasFromStart[actor * atomCount + atom] === 1,
    ),
    given: [...giver.entries()].flatMap(([entry, rule]) =>
      arena.start.given[actor * giver.length + entry] === 1
        ? [[rule, entry - (stage.gives.from[rule] ?? 0)]]
        : [],
    ),
  }));
  const conditions = Array.from({ length: conditionCount }, (_, condition) => condition);
  const side = (list: Listed, from: number, hands: number) => ({ list, from, hands });
  return {
    rules: Object.fromEntries([...extra, ...rules]),
    givers: Object.fromEntries(givers),
    stops: Object.fromEntries(
      Array.from({ length: atomCount }, (_, atom) => [atom, row(stage.stops, atom)] as const).filter(
        ([, stopping]) => stopping.length > 0,
      ),
    ),
    start,
    set: conditions.filter((condition) => stage.isSetAtStart[condition] === 1),
    lapses: Object.fromEntries(
      conditions.flatMap((condition) =>
        stage.isSetAtStart[condition] === 1 && stage.lapsesAt[condition]! < Infinity
          ? [[condition, stage.lapsesAt[condition]]]
          : [],
      ),
    ),
    pots: Object.fromEntries(ledger.pots.map((pot, i) => [i, pot.start])),
    gone: String(ledger.gone),
    sides: [side(lists.intruder, 0, peerHands), side(lists.owner, ownerFrom, 1)],
    triesMax,
    horizon: nightMinutes,
  };
}

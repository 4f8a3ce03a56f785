/**
 * Judging streams: CPU an event with windows, habits and chain stage; bytes an identity; and how many chains are seen
 * before the first loss at how many good events touched, on streams never used for making, with a start or a kind of
 * life left out of the making, with mimicry, and with life doubled.
 */
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readYaml } from "../src/catalog/index.ts";
import {
  type Likelihoods,
  madeLikelihoods,
  noState,
  readRules,
  step,
  usualMoves,
  type Version,
} from "../src/detect/index.ts";
import {
  lives,
  type Somebody,
  type Stream,
  type StreamAsked,
  starts,
  streamOf,
} from "../src/streams/index.ts";
import {
  catalog,
  countWithout,
  eventsOf,
  likelihoodsAsked,
  openVersion,
  type Quality,
  qualityOf,
} from "./detect-quality.ts";
import { say } from "./measure.ts";
import type { Scene } from "./scene.ts";
import { scorecard, thresholdFor } from "./scorecard.ts";

export const detectScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      people: { type: "string", default: "1000" },
      days: { type: "string", default: "90" },
      attacks: { type: "string", default: "400" },
      "leave-out": { type: "boolean", default: false },
      curve: { type: "boolean", default: false },
      identities: { type: "string", default: "100000" },
    },
  });
  const asked = {
    catalog,
    people: Number(values.people),
    days: Number(values.days),
    attacks: Number(values.attacks),
    seed: 77,
  } satisfies StreamAsked;
  speed(asked);
  bytes(Number(values.identities));
  const rows: Quality[] = [
    quality("never seen", asked, madeLikelihoods),
    quality("mimicry", { ...asked, mimics: true }, madeLikelihoods),
    quality("life doubled", { ...asked, busy: 2 }, madeLikelihoods),
  ];
  const stream = streamOf(asked);
  const version = openVersion(madeLikelihoods);
  rows.push(qualityOf("each institution alone", { stream, version, isAlone: true }));
  rows.push(
    qualityOf("velocity rules", { stream, version: { ...version, rules: velocity(), costs: never } }),
  );
  rows.push(
    qualityOf("one institution's rules", {
      stream,
      version: { ...version, rules: common(), costs: never },
      isAlone: true,
    }),
  );
  rows.push(scored(asked, stream, version));
  if (values.curve)
    for (const factor of [0.1, 10, 100]) {
      const [renewing, travelling, other, own] = usualMoves.into;
      const moves = { ...usualMoves, into: [renewing, travelling, other * factor, own * factor] as const };
      rows.push(quality(`prior × ${factor}`, asked, madeLikelihoods, { moves }));
    }
  if (values["leave-out"]) rows.push(...leftOut(asked));
  say(table(rows));
  process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
  return 0;
};

/** Good events of the streams the likelihoods were made from set the threshold; the measured ones never do. */
function scored(asked: StreamAsked, stream: Stream, version: Version): Quality {
  const making = streamOf({ ...asked, seed: 11, people: Math.min(300, asked.people) });
  const silent: Version = { ...version, costs: never };
  const card = scorecard();
  const state = noState();
  const scores: number[] = [];
  for (const [i, event] of eventsOf(making).entries()) {
    const score = card.of(event, step(state, event, silent));
    if (making.events[i]?.attack === undefined) scores.push(score);
  }
  const threshold = thresholdFor(scores, 0.001);
  const own = scorecard();
  return qualityOf("scorecard", {
    stream,
    version: silent,
    asks: (event, decision) => own.of(event, decision) >= threshold,
  });
}

const quality = (name: string, asked: StreamAsked, likelihoods: Likelihoods, more: Partial<Version> = {}) =>
  qualityOf(name, { stream: streamOf(asked), version: openVersion(likelihoods, more) });

/** Each start, each kind of life but the plain, and two regions left out of the making and alone in the measure. */
function leftOut(asked: StreamAsked): readonly Quality[] {
  const left: readonly (readonly [string, Partial<StreamAsked>])[] = [
    ...starts.map((start) => [`start:${start}`, { starts: [start] }] as const),
    ...lives
      .filter((kind) => kind !== "plain")
      .map((kind) => [`life:${kind}`, { keeps: ({ life }: Somebody) => life.kind === kind }] as const),
    ...["cn", "br"].map(
      (each) => [`region:${each}`, { keeps: ({ region }: Somebody) => region === each }] as const,
    ),
  ];
  const making = { ...likelihoodsAsked, seeds: [11], people: 400, days: 60, attacks: 550 };
  const without = countWithout(
    making,
    left.map(([group]) => group),
  );
  const measured = { ...asked, people: 200, days: 60, attacks: 80 };
  return left.map(([group, only]) =>
    quality(`left out: ${group}`, { ...measured, ...only }, without.get(group) ?? madeLikelihoods),
  );
}

/** Whoever never asks by belief is left with the rules. */
const never = { stepUp: Infinity, hold: Infinity, block: Infinity };

const rulesOf = (text: string) => readRules(readYaml(text, "bench.yaml")).rules;

/** How often and how much in an hour and a day: what payment systems have had for long. */
const velocity = () =>
  rulesOf(`rules: velocity
version: 1
windows:
  hour: { per: person, over: 1h, where: { group: pay } }
  day: { per: person, over: 24h, where: { group: pay } }
when:
  often: { all: { hour.count: { above: 3 } }, decide: step-up }
  much: { all: { day.distinct: { above: 4 } }, decide: step-up }
`);

/** What one institution can say of its own: a device hardly seen and a reset, a new payee or a large sum. */
const common = () =>
  rulesOf(`rules: common
version: 1
windows:
  resets: { per: person, over: 24h, where: { group: [recover, line, bind] } }
when:
  reset-and-pay: { all: { resets.count: { above: 0 }, group: [pay, credit], device-class: new }, decide: step-up }
  new-device-new-payee: { all: { device-class: new, new-payee: true, group: [pay, credit] }, decide: step-up }
  twice: { all: { resets.count: { above: 1 }, device-class: new }, decide: step-up }
`);

const rules = `rules: bench
version: 1
windows:
  hour: { per: person, over: 1h, where: { group: pay } }
  day: { per: person, over: 24h, where: { group: pay } }
  device: { per: device, over: 24h, distinct: person }
when:
  many: { all: { hour.count: { above: 20 } }, decide: hold }
  much: { all: { day.sum: { above: 1000000 } }, decide: hold }
  shared: { all: { device.distinct: { above: 8 } }, decide: step-up }
`;

function speed(asked: StreamAsked): void {
  const events = eventsOf(streamOf({ ...asked, people: Math.min(400, asked.people) }));
  const { rules: set } = readRules(readYaml(rules, "bench.yaml"));
  const version = openVersion(madeLikelihoods, { rules: set });
  const play = () => {
    const state = noState();
    for (const event of events) step(state, event, version);
  };
  play(); // Shapes are grounded and code is compiled once.
  const before = process.cpuUsage();
  play();
  const { user, system } = process.cpuUsage(before);
  const state = noState();
  const micros = events.map((event) => {
    const start = performance.now();
    step(state, event, version);
    return (performance.now() - start) * 1_000;
  });
  micros.sort((a, b) => a - b);
  const at = (share: number) => (micros[Math.floor(share * micros.length)] ?? 0).toFixed(0);
  say(
    `${events.length} events: ${((user + system) / events.length).toFixed(2)} µs of CPU an event with windows; p99 ${at(0.99)} µs, p99.9 ${at(0.999)} µs`,
  );
}

/** Heap and slabs of so many people with a few events each. */
function bytes(identities: number): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  const used = () => {
    if (typeof collect === "function") collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const state = noState();
  const version = openVersion(madeLikelihoods);
  const [first] = eventsOf(streamOf({ catalog, people: 1, days: 5, attacks: 0, seed: 1 }));
  if (first === undefined) throw new Error("nobody did anything");
  const before = used();
  for (let i = 0; i < identities; i++)
    for (let j = 0; j < 3; j++)
      step(
        state,
        { ...first, id: `e${i}-${j}`, person: `person-${i}`, device: `device-${i}`, at: first.at + j * 500 },
        version,
      );
  const all = used() - before;
  state.seen.clear();
  const quiet = used() - before;
  say(
    `${identities} quiet identities: ${Math.round(quiet / identities)} bytes each, ${Math.round((all - quiet) / identities / 3)} more for each id remembered`,
  );
}

function table(rows: readonly Quality[]): string {
  const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`;
  return [
    "| | chains | before the first loss | could be | with it | good events touched | held |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(
      ({ name, chains, before, ceiling, withIt, touched, held }) =>
        `| ${name} | ${chains} | ${percent(before, 1)} | ${percent(ceiling, 1)} | ${percent(withIt, 1)} | ${percent(touched, 3)} | ${percent(held, 3)} |`,
    ),
  ].join("\n");
}

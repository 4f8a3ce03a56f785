/**
 * The whole audit: proofs, cheapest ways, cuts, front and holding powers of the founding person, warm; then the same
 * for made-up people of 10 to 10,000 accounts, plotted.
 *
 * The made-up people own accounts at every Chinese and worldwide service of the shipped catalogue that was read, in turn, on two
 * lines, eight cards and one phone: every account adds its flows, its measures and its conditions.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  type Catalog,
  catalogueDay,
  readCatalog,
  readingsOn,
  readTexts,
  readYaml,
} from "../src/catalog/index.ts";
import { type Grounded, ground } from "../src/ground/index.ts";
import { type Person, readPerson } from "../src/person/index.ts";
import { type AuditAnswer, audit, effortsFor } from "../src/questions/index.ts";
import { openReach } from "../src/reach/index.ts";
import type { ChartPoint } from "./chart.ts";
import { median, milliseconds, say, timings } from "./measure.ts";
import type { Scene } from "./scene.ts";

const catalogFolder = new URL("../catalog/", import.meta.url).pathname;
const held = ["possess(sim.main)"];
const warmRuns = 15;
/** The largest world is asked once: it takes half a minute, and no warm-up changes that. */
const runsFor = (accounts: number) => (accounts >= 10_000 ? 0 : accounts >= 1000 ? 3 : 7);

export const auditScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { sizes: { type: "string", default: "10,100,1000,10000" }, snapshot: { type: "boolean" } },
  });
  const { catalog, others } = readCatalog(readTexts([catalogFolder]).texts);
  const file = others.find(
    ({ file: name, kind }) => kind === "person" && name.endsWith("/chengdu-2020.yaml"),
  );
  const founding = file === undefined ? undefined : readPerson(file.yaml, catalog).person;
  if (founding === undefined) {
    say("the founding person cannot be read: nothing was measured");
    return 1;
  }
  process.stdout.write(`${JSON.stringify(measured("founding person", catalog, founding, warmRuns))}\n`);
  process.stdout.write(`${JSON.stringify(judged("founding person, with verdicts", catalog, founding))}\n`);
  const points: ChartPoint[] = [];
  for (const accounts of values.sizes.split(",").map(Number)) {
    const line = measured(`${accounts} accounts`, catalog, madeUp(catalog, accounts), runsFor(accounts));
    points.push(
      { series: "audit", x: accounts, y: line.auditMillis },
      { series: "grounding", x: accounts, y: line.groundMillis },
    );
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  const { lineChart } = await import("./chart.ts");
  const folder = new URL(values.snapshot === true ? "../docs/bench/" : "./out/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    new URL("audit.svg", folder),
    lineChart({ title: "The whole audit, warm", x: "accounts", y: "milliseconds", points }),
  );
  say(`growth drawn to ${fileURLToPath(new URL("audit.svg", folder))}`);
  return 0;
};

function measured(name: string, catalog: Catalog, person: Person, runs: number) {
  const begun = performance.now();
  const world = ground({ catalog, person });
  const grounded = performance.now();
  const answer = ask(world);
  const asked = performance.now();
  // With no warm runs the one cold one is the figure.
  const groundMillis =
    runs === 0 ? grounded - begun : median(timings(runs, () => void ground({ catalog, person })));
  const auditMillis = runs === 0 ? asked - grounded : median(timings(runs, () => void ask(world)));
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const reachable = answer.losses.filter(({ reachable: isReachable }) => isReachable).length;
  if (reachable === 0) say(`${name}: nothing is in reach, so that little was measured`);
  say(
    `${name}: audit ${milliseconds(auditMillis)}, grounding ${milliseconds(groundMillis)}, ${world.steps.length} rules, ${reachable} losses in reach, peak ${peakMegabytes} MB`,
  );
  return {
    name,
    auditMillis: rounded(auditMillis),
    groundMillis: rounded(groundMillis),
    rules: world.steps.length,
    measures: world.choices.length,
    losses: answer.losses.length,
    reachable,
    label: answer.label,
    peakMegabytes,
  };
}

function ask(world: Grounded): AuditAnswer {
  return audit({
    reach: openReach(world),
    held,
    // As on the command line before the solver is loaded.
    ...effortsFor("usual"),
  });
}

/** As every door asks it: what nobody has read is lent, judged, and asked about. Processor time tells it beside other work. */
function judged(name: string, catalog: Catalog, person: Person) {
  const reach = openReach(ground({ catalog, person }));
  const lend = readingsOn(catalog, person.asOf ?? catalogueDay(catalog));
  const lent = openReach(ground({ catalog, person, lend }));
  const work = () => audit({ reach, lent, held, ...effortsFor("usual") });
  const answer = work();
  const before = process.cpuUsage();
  const auditMillis = median(timings(warmRuns, () => void work()));
  const { user, system } = process.cpuUsage(before);
  const cpuMillis = (user + system) / 1000 / warmRuns;
  say(
    `${name}: audit ${milliseconds(auditMillis)}, processor ${milliseconds(cpuMillis)}, ${answer.losses.length} losses, ${answer.questions.length} questions`,
  );
  return {
    name,
    auditMillis: rounded(auditMillis),
    cpuMillis: rounded(cpuMillis),
    questions: answer.questions.length,
    losses: answer.losses.length,
  };
}

const rounded = (millis: number) => Math.round(millis * 100) / 100;

export function madeUp(catalog: Catalog, size: number): Person {
  const services = [...catalog.institutions.values()]
    .filter(
      ({ provides, regions, flows }) =>
        flows.length > 0 && provides[0] === "account" && (regions.length === 0 || regions.includes("cn")),
    )
    .map(({ id }) => id);
  const banks = ["ccb", "icbc", "cmb"];
  const cards: Record<string, unknown> = {};
  for (let i = 0; i < 8; i += 1)
    cards[`card-${i}`] = {
      bank: banks[i % banks.length],
      kind: i % 2 === 0 ? "credit" : "debit",
      "reserved-line": "main",
      balance: 100,
      credit: 1000,
    };
  const accounts: Record<string, unknown> = {};
  for (let i = 0; i < size; i += 1) {
    accounts[`account-${i}`] = {
      service: services[i % services.length],
      line: i % 3 === 0 ? "second" : "main",
      cards: [`card-${i % 8}`],
      devices: ["phone"],
      balance: i % 10 === 0 ? 100 : 0,
      ...(i % 7 === 0 ? { mailbox: "post" } : {}),
    };
  }
  const value = {
    person: { id: "made-up", region: "cn", "as-of": "2020-09-04" },
    lines: {
      main: { carrier: "china-telecom-sichuan", sim: { in: "phone", pin: "none", kind: "physical" } },
      second: { carrier: "china-mobile", sim: { in: "phone", pin: "set", kind: "physical" } },
    },
    devices: { phone: { vendor: "huawei", kind: "phone", lock: "passcode" } },
    cards,
    accounts,
    mailboxes: { post: { account: "account-0" } },
  };
  const { person, complaints } = readPerson({ ...readYaml("made-up: true", "made-up"), value }, catalog);
  if (person === undefined) throw new Error(complaints.map(({ message }) => message).join("\n"));
  return person;
}

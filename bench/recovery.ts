/**
 * How much of a planted night is found again: `npm run bench -- recovery [--nights N] [--dropped 0,20,40,60]`.
 *
 * Nights are played by the world (a gang against an owner who follows a checklist), written down as the rows they would have
 * left in the statements, lists and logs the owner's side could have, mixed into a month of ordinary life, and a share of the
 * night's rows is lost. Then it is asked what happened. The weights were read off other nights of the same intruders, so these
 * figures are upper bounds on what holds for people; the seeds were never used for making them.
 */
import { parseArgs } from "node:util";
import { readWholeFolder } from "../src/catalog/index.ts";
import { type Grounded, ground } from "../src/ground/index.ts";
import { type InvestigateAnswer, investigate } from "../src/investigate/index.ts";
import { at } from "../src/model/index.ts";
import { readPerson } from "../src/person/index.ts";
import { effortForRecords } from "../src/questions/index.ts";
import { highsProgram } from "../src/solver/index.ts";
import { type Records, recordsOf, type StepRun } from "../src/testing/index.ts";
import { intruderPolicies, ownerPolicies, simulate } from "../src/world/index.ts";
import type { Scene } from "./scene.ts";

/** Whose nights, and with what in foreign hands they begin. */
const people: readonly (readonly [person: string, held: readonly string[]])[] = [
  ["chengdu-2020-before", ["possess(device.phone)", "possess(sim.main)"]],
  ["abroad", ["possess(device.phone)", "unlock(device.phone)"]],
  ["elder", ["possess(device.phone)"]],
];
const horizonMinutes = 12 * 60;
const zoneMinutes = 480;

export const recoveryScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { nights: { type: "string", default: "2" }, dropped: { type: "string", default: "0,20,40,60" } },
  });
  const solve = await highsProgram({ workMax: effortForRecords });
  const { catalog, others } = readWholeFolder({ folder: "catalog", stories: false });
  const shares = values.dropped.split(",").map((share) => Number(share) / 100);
  const sums = new Map(shares.map((share) => [share, emptySum()] as const));
  for (const [reference, held] of people) {
    const yaml = others.find(({ file }) => file.endsWith(`/people/${reference}.yaml`))?.yaml;
    const person = yaml === undefined ? undefined : readPerson(yaml, catalog).person;
    if (person === undefined) throw new Error(`no person ${reference}`);
    const world = ground({ catalog, person });
    for (let night = 1; night <= Number(values.nights); night++) {
      const runs = playedRuns(world, held, 7_000 + night);
      for (const share of shares) {
        const records = recordsOf({
          world,
          runs,
          beginsAt: "2020-09-04T19:30:00+08:00",
          zoneMinutes,
          seed: night,
          daysBefore: 30,
          daysAfter: 1,
          dropped: share,
        });
        const began = process.cpuUsage();
        const answer = investigate({
          world,
          rows: records.rows.map(({ row }) => row),
          files: records.files,
          solve,
          zoneMinutes,
          wantsRows: true,
          storiesMax: 1,
        });
        const { user, system } = process.cpuUsage(began);
        // Found here: `shares` made this map.
        add(sums.get(share)!, { answer, records, runs, world });
        console.error(
          `${reference} night ${night} dropped ${share}: ${records.rows.length} rows, ${((user + system) / 1e6).toFixed(1)} s of CPU, ${answer.label}`,
        );
      }
    }
  }
  console.log(tableOf(sums));
  return 0;
};

/** What was run to its end, in the order of the ends. */
function playedRuns(world: Grounded, held: readonly string[], seed: number): readonly StepRun[] {
  const { events } = simulate({
    world,
    held,
    horizonMinutes,
    // Friday evening.
    startsAt: 4 * 1440 + 19 * 60 + 30,
    intruder: intruderPolicies.get("gang")!({ startMinute: 30 }),
    owner: ownerPolicies.get("checklist")!({ noticedMinutes: 90 }),
    unstatedChance: 0.5,
    seed,
    run: 0,
  });
  const begun = new Map<number, number>();
  return events.flatMap((event): readonly StepRun[] => {
    if (event.kind === "begins") begun.set(event.run, event.at);
    if (event.kind !== "ends") return [];
    const from = begun.get(event.run) ?? event.at;
    return [{ step: at(world.steps, event.step), actor: event.actor, from, to: event.at }];
  });
}

interface Sum {
  nights: number;
  proved: number;
  /** Rows of the intruder's that were kept; called so; called the owner's. */
  theirs: number;
  found: number;
  givenAway: number;
  /** Rows called the intruder's. */
  accused: number;
  /** Rows of the owner's side; called the intruder's. */
  own: number;
  falsely: number;
  /** Flows of the intruder's with a row left; found; named at all, of those right. */
  flows: number;
  flowsFound: number;
  flowsNamed: number;
  flowsRight: number;
  /** What showed facts about the person, or put the line into other hands; named. */
  links: number;
  linksNamed: number;
  /** Wallets with an account in the owner's name and a payment on an own card left; named as such. */
  rogue: number;
  rogueFound: number;
  rogueNamed: number;
}

const emptySum = (): Sum => ({
  nights: 0,
  proved: 0,
  theirs: 0,
  found: 0,
  givenAway: 0,
  accused: 0,
  own: 0,
  falsely: 0,
  flows: 0,
  flowsFound: 0,
  flowsNamed: 0,
  flowsRight: 0,
  links: 0,
  linksNamed: 0,
  rogue: 0,
  rogueFound: 0,
  rogueNamed: 0,
});

interface Judged {
  readonly answer: InvestigateAnswer;
  readonly records: Records;
  readonly runs: readonly StepRun[];
  readonly world: Grounded;
}

function add(sum: Sum, { answer, records, runs, world }: Judged): void {
  sum.nights += 1;
  sum.proved += answer.label === "exact" ? 1 : 0;
  const truth = new Map(records.rows.map((each) => [`${each.row.file} ${each.row.at.row}`, each]));
  for (const { file, row, actor } of answer.rows ?? []) {
    const isTheirs = truth.get(`${file} ${row}`)?.actor === "intruder";
    sum[isTheirs ? "theirs" : "own"] += 1;
    if (actor === "intruder") sum.accused += 1;
    if (actor === "intruder") sum[isTheirs ? "found" : "falsely"] += 1;
    else if (isTheirs && actor === "owner") sum.givenAway += 1;
  }
  const nameOf = ({ step }: StepRun) => `${step.institution}/${step.flow.id}`;
  const theirs = runs.filter(({ actor }) => actor === "intruder");
  const left = new Set(
    records.rows.flatMap(({ run, actor }) => (actor === "intruder" && run !== undefined ? [run] : [])),
  );
  const flows = new Set([...left].map((run) => nameOf(runs[run]!)));
  const all = new Set(theirs.map(nameOf));
  const steps = (answer.explanations[0]?.steps ?? []).filter(
    ({ actor, unseen }) => actor === "intruder" && !unseen,
  );
  const named = new Set(steps.map(({ flow }) => flow));
  sum.flows += flows.size;
  sum.flowsFound += [...flows].filter((flow) => named.has(flow)).length;
  sum.flowsNamed += named.size;
  sum.flowsRight += [...named].filter((flow) => all.has(flow)).length;
  const told = new Set([
    ...answer.missingLinks.flatMap(({ fits }) => fits),
    ...(answer.explanations[0]?.steps ?? []).flatMap(({ actor, flow }) =>
      actor === "intruder" ? [flow] : [],
    ),
    // What leaves no trace, and nothing that does rests on, is named as what was within their reach.
    ...answer.open.flatMap(({ because: { code, words } }) => (code === "in-reach" ? words : [])),
  ]);
  const turning = new Set(theirs.filter(({ step }) => turns(step, world)).map(nameOf));
  sum.links += turning.size > 0 ? 1 : 0;
  sum.linksNamed += [...turning].some((flow) => told.has(flow)) ? 1 : 0;
  const isNew = (thing: string) => world.wiring.things.get(thing)?.isNew === true;
  const rogue = new Set(
    records.rows.flatMap(({ run, row }) => {
      const step = run === undefined ? undefined : runs[run]?.step;
      const isPaid = row.card !== undefined && step !== undefined && [...step.things.values()].some(isNew);
      return isPaid ? [step.institution] : [];
    }),
  );
  const open = new Set(
    answer.open.flatMap(({ kind, what, because }) =>
      kind === "rogue-wallet" && because.code !== "entered" ? [what] : [],
    ),
  );
  sum.rogue += rogue.size;
  sum.rogueNamed += open.size;
  sum.rogueFound += [...open].filter((institution) => rogue.has(institution)).length;
}

/** Facts about the person from an institution, or the line on a SIM of their own. */
const turns = (step: StepRun["step"], world: Grounded): boolean =>
  step.gives.some(({ atom }) => {
    const { kind, things, secret } = at(world.atoms, atom);
    const word = world.catalog.vocabulary.capabilities.get(kind);
    return (secret !== undefined && things.includes("person")) || word?.roles.includes("own-line") === true;
  });

function tableOf(sums: ReadonlyMap<number, Sum>): string {
  const share = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(2));
  const head = [
    "dropped",
    "nights",
    "proved",
    "rows P / R",
    "theirs called the owner's",
    "owner accused",
    "flows P / R",
    "turning flow",
    "rogue accounts P / R",
  ];
  const rows = [...sums].map(([dropped, sum]) => [
    `${Math.round(dropped * 100)} %`,
    `${sum.nights}`,
    `${sum.proved}`,
    `${share(sum.found, sum.accused)} / ${share(sum.found, sum.theirs)}`,
    `${sum.givenAway} of ${sum.theirs}`,
    `${sum.falsely} of ${sum.own}`,
    `${share(sum.flowsRight, sum.flowsNamed)} / ${share(sum.flowsFound, sum.flows)}`,
    `${sum.linksNamed} of ${sum.links}`,
    `${share(sum.rogueFound, sum.rogueNamed)} / ${share(sum.rogueFound, sum.rogue)} (of ${sum.rogue})`,
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/**
 * The first view of a case and its nights are one truth: whatever is played, by whom and however it is fought, takes
 * nothing, no sum and at no minute that the answer of the same beginning rules out.
 */
import { expect, test } from "vitest";
import { readYaml } from "../../../src/catalog/index.ts";
import { readShipped } from "../../../test/kit/shipped.ts";
import { readFounding, readToldNight, readWhole } from "../../data-plugin.ts";
import type { CaseData } from "../engine/case-data.ts";
import { openEngine } from "../engine/engine.ts";
import { withOtherLeaked } from "../engine/leaked.ts";
import { readOwnCase } from "../engine/own-case.ts";
import type { NightTold } from "./night-told.ts";
import { type NightSetup, openNight } from "./night-world.ts";
import { ownersWays, thievesWays } from "./sides.ts";

const runsOfEach = Number(process.env["NIGHTS"] ?? 1);

/** Money is counted in hundredths. */
const cent = 0.005;

type View = ReturnType<typeof viewOf>;

/** What the first view says, as it is shown. */
function viewOf(data: CaseData) {
  const { audit } = openEngine(data).ask([]);
  return { losses: new Map(audit.losses.map((loss) => [loss.goal, loss])), audit };
}

/** What this night shows and the view rules out. */
function faultsOf({ losses, audit }: View, night: NightTold): readonly string[] {
  const taken = new Map<string, { from: number; amount: number }>();
  for (const { goal, at, amount } of night.money) {
    if (goal === undefined) continue;
    const before = taken.get(goal) ?? { from: at, amount: 0 };
    taken.set(goal, { from: Math.min(before.from, at), amount: before.amount + amount });
  }
  for (const { goal, at } of night.unsized) taken.set(goal, taken.get(goal) ?? { from: at, amount: 0 });
  return [
    ...[...taken].flatMap(([goal, { from, amount }]) => {
      const loss = losses.get(goal);
      // A night plays what was read, so what it takes was not only not ruled out but reached.
      if (loss === undefined || loss.verdict !== "reached")
        return [`${goal} is taken and ${loss?.verdict ?? "not named"}`];
      const early = loss.earliestMinutes ?? Infinity;
      return [
        ...(from < early ? [`${goal} is taken at ${from}, by the view not before ${early}`] : []),
        ...(loss.amount !== undefined && amount > loss.amount + cent
          ? [`${goal}: ${amount} are taken, ${loss.amount} by the view`]
          : []),
      ];
    }),
    ...(night.loss > audit.reachableAmount + cent
      ? [`${night.loss} are taken in all, ${audit.reachableAmount} by the view`]
      : []),
  ];
}

/** Every way of both sides, some nights of each; gives how often something was taken. */
function hold(view: View, setup: NightSetup, name: string): number {
  const opened = openNight(setup);
  let takings = 0;
  const faults: string[] = [];
  for (const thieves of thievesWays)
    for (const owner of ownersWays)
      for (let run = 0; run < runsOfEach; run++) {
        const night = opened.play({ thieves, owner, measures: [] }, { seed: 11, run });
        takings += night.loss > 0 || night.unsized.length > 0 ? 1 : 0;
        faults.push(
          ...faultsOf(view, night).map((fault) => `${name}, ${thieves}, ${owner}, ${run}: ${fault}`),
        );
      }
  expect(faults.slice(0, 5)).toEqual([]);
  return takings;
}

test("W10 the founding night, as it was told and as it could have gone, shows nothing that its first view rules out", () => {
  // It begins with the whole phone, the answer with its SIM card: what is said of the one must do for the other.
  const told = readToldNight();
  const data = readFounding("before");
  const view = viewOf(data);
  const setup = { ...told, catalog: data.catalog, horizonMinutes: told.endsAt };
  expect(faultsOf(view, openNight(setup).tell(told))).toEqual([]);
  expect(hold(view, setup, "founding")).toBeGreaterThan(runsOfEach);
});

test("W10 nor does a night of anybody shipped, whatever was taken, known of them or not", () => {
  const whole = readWhole();
  const { texts, people } = readShipped();
  let takings = 0;
  for (const person of people.values()) {
    const text = texts.find(({ file }) => file.endsWith(`people/${person.id}.yaml`));
    if (text === undefined) throw new Error(`${person.id} has no file`);
    const own = [...person.things.values()].filter(({ of }) => of === undefined);
    const open = own
      .filter(({ kind }) => kind === "device")
      .map(({ id }) => [`possess(${id})`, `unlock(${id})`]);
    const sims = own.filter(({ kind }) => kind === "sim").map(({ id }) => [`possess(${id})`]);
    for (const held of [...open, ...sims]) {
      const { data, faults } = readOwnCase(whole, { document: readYaml(text.text, text.file).value, held });
      if (data === undefined) throw new Error(JSON.stringify(faults));
      for (const each of [data, withOtherLeaked(data) ?? data]) {
        const { catalog, question } = each;
        takings += hold(
          viewOf(each),
          {
            catalog,
            person: each.person,
            held: question.held,
            horizonMinutes: 840,
            thievesFrom: 0,
            noticedAt: 30,
          },
          `${person.id}, ${question.held.join(" ")}`,
        );
      }
    }
  }
  expect(takings).toBeGreaterThan(50 * runsOfEach);
});

/** What the door says of a change is so, person by person and rule by rule. */
import { expect, test } from "vitest";
import { catalogueDay } from "../../../src/catalog/index.ts";
import { leakedOf } from "../../../src/person/index.ts";
import { personOf, shiftsBetween } from "../../../src/population/index.ts";
import { diff } from "../../../src/questions/index.ts";
import { readShipped } from "../../../test/kit/shipped.ts";
import { readInstitutionFilesHere, readPopulationHere, readRulesHere } from "../../data-plugin.ts";
import { effectsOf, rulesBetween, smallestOf } from "./asking.ts";
import { countUnder, held, sayCount, sayMeasures } from "./counting.ts";
import { changedBy, editOf, type FlowEdit } from "./edit.ts";
import { whatIfWords } from "./words.ts";

const { catalog } = readShipped();
const population = readPopulationHere();
const rules = readRulesHere();
const speaking = { catalog, population, files: readInstitutionFilesHere(), lang: "en" } as const;

function editFor(institution: string, id: string): FlowEdit {
  const flow = catalog.institutions.get(institution)?.flows.find((each) => each.id === id);
  if (flow === undefined) throw new RangeError(`no flow ${institution}/${id}`);
  return editOf(institution, flow);
}
const reset = editFor("alipay", "reset-payment-password-by-code-and-card");
const asksLess: FlowEdit = { ...reset, asks: reset.asks.filter((each) => !each.includes("card.number")) };

const before = countUnder({ catalog, measures: [] }, population);
const after = countUnder(changedBy(asksLess, speaking), population);

test("whoever a loss is said to be opened for first has it opened, and the smallest person is made of fewer things", () => {
  const shifts = shiftsBetween(before.whose, after.whose);
  expect(shifts.some(({ opened }) => opened > 0)).toBe(true);
  for (const { goal, firstOpened: index } of shifts) {
    if (index === undefined) continue;
    const person = personOf({ population, seed: 1, index });
    const { effects } = diff({
      old: { catalog, measures: [] },
      now: changedBy(asksLess, speaking),
      people: [{ old: person, now: person, beginnings: [held], leaked: leakedOf({ catalog, person }) }],
      today: catalogueDay(catalog),
      wantsCuts: false,
    });
    expect(effects.filter(({ kind }) => kind === "opened").map((each) => each.goal)).toContain(goal);
  }
  const found = smallestOf(asksLess, shifts, [], speaking);
  if (typeof found === "string") throw new Error(`no smallest person: ${found}`);
  expect(found.openedFor).toBe(shifts[0]?.opened);
  expect(found.way.some(({ isChanged }) => isChanged)).toBe(true);
  expect(found.things.length).toBeLessThan(population.template.things.size - 1);
  expect(found.before).toBeNull();
});

test("a change that opens nothing has no smallest person", () => {
  expect(
    smallestOf(reset, shiftsBetween(before.whose, before.whose), effectsOf(reset, speaking), speaking),
  ).toBe("none");
});

test("what nobody has read is counted beside what was read, and every group of the population has its words", () => {
  const said = sayCount(before, after, speaking);
  for (const side of [said.before, said.after])
    expect(side.possible.share).toBeGreaterThanOrEqual(side.read.share);
  expect(said.groups.length).toBeGreaterThan(0);
  for (const { name } of said.groups) expect(Object.keys(whatIfWords)).toContain(name);
  const opened = Math.max(...said.shifts.map((each) => each.opened));
  expect((said.after.read.share - said.before.read.share) * said.people).toBeLessThanOrEqual(
    said.shifts.reduce((sum, each) => sum + each.opened, 0),
  );
  expect(opened).toBeGreaterThan(0);
});

test("a rule is kept only where it is kept; a sign-in that asks nothing breaks rules that were kept", () => {
  const today = rulesBetween(reset, rules, speaking);
  expect(today.rules.filter(({ isMoved }) => isMoved)).toEqual([]);
  const counted = Object.values(today.counts).reduce((sum, each) => sum + each, 0);
  expect(counted).toBe(rules.length);
  const everybody = rules.filter(({ rule }) => rule?.kind === "never").length;
  expect(today.counts["not-judged"]).toBeGreaterThanOrEqual(everybody);
  const open = { ...editFor("huawei", "sign-in"), asks: [] };
  const moved = rulesBetween(open, rules, speaking).rules.filter(({ isMoved }) => isMoved);
  const broken = moved.find(({ before, after }) => before === "passed" && after === "failed")?.broken ?? [];
  expect(broken.some(({ isNew, why }) => isNew && why !== "")).toBe(true);
});

test("what each measure would do by itself is what it does when it is put in force", () => {
  const names = ["sichuan-12333/mask-the-electronic-card", "real-liveness-check"];
  const said = sayMeasures(
    names.map((name) => ({ name, title: name, isEverywhere: false })),
    speaking,
  );
  for (const { title, exposed } of said)
    expect(exposed).toEqual(countUnder({ catalog, measures: [title] }, population).all);
  expect(said.map(({ title }) => title).sort()).toEqual([...names].sort());
});

test("a measure put in force is weighed for everybody drawn, and marks the services it speaks of and no other", () => {
  const edit: FlowEdit = {
    ...editFor("sichuan-12333", "show-electronic-card"),
    inForce: ["sichuan-12333/mask-the-electronic-card", "real-liveness-check"],
  };
  const masked = countUnder(changedBy(edit, speaking), population);
  expect(masked.all.read.share).toBeLessThan(before.all.read.share);
  const ways = effectsOf(edit, speaking).flatMap(({ way }) => way);
  const marked = new Set(ways.filter(({ isChanged }) => isChanged).map(({ flow }) => flow));
  expect([...marked]).toEqual(["Show the electronic card"]);
});

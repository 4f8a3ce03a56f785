/** What the page asks of things that were lost is what the command line asks: the same words, whoever's things they are. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { openCase, readQuestion } from "../../../src/asking/index.ts";
import { readWhole } from "../../data-plugin.ts";
import { losable, lostAtFirst } from "../locked-out/losable.ts";
import { lockedOutIn } from "./lost.ts";
import { readOwnCase, readOwnPerson } from "./own-case.ts";

const whole = readWhole();
/** One in China and one elsewhere; the world each is cut to is held to the whole one by tests of their own. */
const somebody = ["elder.yaml", "trader.yaml"];

test("what is lost is asked as of the whole catalogue, though the page keeps a part of it", () => {
  let asked = 0;
  for (const file of somebody) {
    const document: unknown = parse(readFileSync(`catalog/people/${file}`, "utf8"));
    const { data } = readOwnCase(whole, { document, held: [] });
    const { person } = readOwnPerson(whole.catalog, document);
    if (data === undefined || person === undefined) throw new Error(`${file} was not read`);
    const things = losable(data);
    expect(things.length, file).toBeGreaterThan(0);
    for (const thing of new Set([...lostAtFirst(things), things.at(-1)?.id ?? ""])) {
      const plain = readQuestion({
        catalog: whole.catalog,
        person,
        text: { lost: [thing] },
        placeOf: () => ({ file: "--lost" }),
      }).asked;
      if (plain === undefined) throw new Error(`${thing} of ${file} cannot be lost`);
      const { world, held, leaked } = plain;
      const expected = openCase({ world, lent: plain.lent(), held: [...held, ...leaked] }).lockedOut([]);
      const told = lockedOutIn(data, { lost: [thing], done: [], isNotLeaked: false });
      expect(told?.lost, `${file}: ${thing}`).toEqual(held);
      expect(told?.answer.keys.map(({ key, state }) => [key, state])).toEqual(
        expected.keys.map(({ key, state }) => [key, state]),
      );
      expect(told?.answer.today).toEqual(expected.today);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(somebody.length);
});

test("what is done is counted, what cannot be lost is not asked, and what nobody knows is not held", () => {
  const document: unknown = parse(readFileSync("catalog/people/elder.yaml", "utf8"));
  const { data } = readOwnCase(whole, { document, held: [] });
  if (data === undefined) throw new Error("the elder was not read");
  const [thing = ""] = lostAtFirst(losable(data));
  const question = { lost: [thing], done: [], isNotLeaked: false };
  expect(lockedOutIn(data, { ...question, done: ["set-sim-pin(sim.main)"] })?.answer.measures).toEqual([
    "set-sim-pin(sim.main)",
  ]);
  expect(lockedOutIn(data, { ...question, lost: ["account.alipay"] })).toBeUndefined();
  const known = lockedOutIn(data, question)?.answer.held ?? [];
  const unknown = lockedOutIn(data, { ...question, isNotLeaked: true })?.answer.held ?? [];
  expect(unknown.length).toBeLessThan(known.length);
});

/** A statement is heard sentence by sentence, each at the clock it names. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { meaningOf, minuteOf } from "../evidence/index.ts";
import { ground } from "../ground/index.ts";
import { readPerson } from "../person/index.ts";
import { readTold } from "./told.ts";
import { clockIn, sentencesIn } from "./told-sentences.ts";

const { catalog } = readShipped();
const file = `person: { id: p, region: us, as-of: 2026-11-20 }
lines: { main: { carrier: t-mobile-us } }
devices: { phone: { kind: phone, lock: passcode } }
cards: { debit: { bank: chase, kind: debit, reserved-line: main } }
accounts: { mail: { service: google, line: main }, coin: { service: coinbase, line: main } }`;
const world = ground({ catalog, person: readPerson(readYaml(file, "person.yaml"), catalog).person! });
const meaning = meaningOf(catalog);
const read = (says: string, at = "2026-11-15T12:00-06:00") =>
  readTold({
    told: [{ at, by: "owner", says }],
    ...{ world, meaning, firstId: 0, file: "told", zoneMinutes: -360 },
  });

test("each sentence says its own thing, and nothing of it is lost in the first", () => {
  const { denied, notUnderstood } = read(
    "I could not get into Gmail, the password was changed. My sister drove me home. I never made that transfer to account 9921.",
  );
  expect(denied.map(({ isShutOut, isMoney }) => [isShutOut === true, isMoney === true])).toEqual([
    [true, false],
    [false, true],
  ]);
  // The end of an account is a word by which a row is known, and no sum; whom it names was named before it, of something else.
  expect(denied[1]).toMatchObject({ words: ["9921"], sums: [], institutions: [] });
  expect(notUnderstood).toEqual([]);
});

test("one of which no sentence is understood is told once; a sentence without a name goes on with the last that was named", () => {
  expect(read("Purple monkeys. Green tigers.").notUnderstood).toEqual([0]);
  const { denied } = read("There is money missing from my Chase account. I did not make these payments.");
  expect(denied.at(-1)?.institutions).toEqual(["chase"]);
});

test("a clock that is named is when it was: the last before the entry, or soon after it", () => {
  const at = (moment: string) => minuteOf(moment);
  const from = (says: string, entry?: string) => read(says, entry).lineDead?.at;
  expect(from("At 7:42 pm my phone had no signal")).toBe(at("2026-11-14T19:42-06:00"));
  expect(from("my phone had no signal at 11:50")).toBe(at("2026-11-15T11:50-06:00"));
  expect(from("my phone had no signal from 19:42", "2026-11-14T19:30-06:00")).toBe(
    at("2026-11-14T19:42-06:00"),
  );
  expect(from("昨晚七点四十手机突然没信号")).toBe(at("2026-11-14T19:40-06:00"));
  expect(from("my phone had no signal", "2026-11-14T19:30-06:00")).toBe(at("2026-11-14T19:30-06:00"));
  expect(from("19:42手机没信号了", "2026-11-14")).toBe(at("2026-11-14T19:42-06:00"));
});

test("what is no clock is none: a sum, a day, a little, several of them", () => {
  for (const says of [
    "they took 20.15 from me",
    "on 2026-11-14 I was there",
    "晚了一点，有点怕",
    "at 7 I slept",
    "from 3 to 5 shops",
    "between us 12:1",
  ])
    expect(clockIn(says), says).toBeUndefined();
  expect(clockIn("at 19:10 and at 20:10 and at 21:10")).toBeUndefined();
  expect(clockIn("between 8pm and 9pm")).toMatchObject({ from: 1200, to: 1260 });
  expect(clockIn("下午三点一刻")).toMatchObject({ from: 915 });
  expect(clockIn("凌晨4点多")).toMatchObject({ from: 240, to: 299 });
  expect(clockIn("十点半左右")).toMatchObject({ from: 630 });
  expect(clockIn("um 20.15 Uhr")).toMatchObject({ from: 1215 });
});

test("a sentence of several clocks is told in the parts that each name one, and nothing is left out", () => {
  const parts = sentencesIn("19:30手机在公交上被偷，20:10建行被转走两万，20:25支付宝又被转走三千");
  expect(parts.map(({ says, clock }) => [says, clock?.from])).toEqual([
    ["19:30手机在公交上被偷", 1170],
    ["20:10建行被转走两万", 1210],
    ["20:25支付宝又被转走三千", 1225],
  ]);
  expect(sentencesIn("Mr. Smith called. He said he was from Barclays.").map(({ says }) => says)).toEqual([
    "Mr. Smith called.",
    "He said he was from Barclays.",
  ]);
  const whole = "I was out, shopping with Mum; then it rang. She said “no”.";
  expect(
    sentencesIn(whole)
      .map(({ says }) => says)
      .join(" "),
  ).toBe(whole);
});

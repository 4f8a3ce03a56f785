/** A statement is heard sentence by sentence, each at the clock it names. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { meaningOf, minuteOf } from "../evidence/index.ts";
import { ground } from "../ground/index.ts";
import { readPerson } from "../person/index.ts";
import { readTold } from "./told.ts";
import { dayOfEntry, momentsIn } from "./told-moments.ts";
import { sentencesIn } from "./told-sentences.ts";

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

const entry = { from: 29912760, to: 29912760, isDay: false, offset: -360 }; // 2026-11-15T12:00-06:00, a Sunday
const plain = { today: dayOfEntry(entry), isMonthFirst: true };
const clockIn = (says: string) => momentsIn(says, plain).map(({ clock }) => clock);

test("what is no moment is none: a sum, a little, an hour alone", () => {
  for (const says of [
    "they took 20.15 from me, and 2,000 by Zelle",
    "晚了一点，有点怕",
    "at 7 I slept",
    "from 3 to 5 shops in May I may buy",
    "account 9921 and 4471",
    "转走了三千一百",
  ])
    expect(momentsIn(says, plain), says).toEqual([]);
});

test("a clock is read in words and figures, a span as one time", () => {
  expect(clockIn("it rang at 19:10, then I slept, and at 20:10 it was gone")).toHaveLength(2);
  expect(clockIn("between 8pm and 9pm")).toEqual([{ from: 1200, to: 1260 }]);
  expect(clockIn("下午三点一刻")[0]).toMatchObject({ from: 915 });
  expect(clockIn("凌晨4点多")).toEqual([{ from: 240, to: 299 }]);
  expect(clockIn("晚上十点半左右")).toEqual([{ from: 1350, to: 1350 }]);
  expect(clockIn("um 20.15 Uhr kam eine SMS")).toEqual([{ from: 1215, to: 1215 }]);
});

const told = (says: string, more: Partial<typeof entry> = {}) =>
  sentencesIn(says, { ...entry, ...more }, { isMonthFirst: false }).map(({ says: part, from, to }) => [
    part,
    new Date((from + entry.offset) * 60_000).toISOString().slice(0, 16),
    to - from,
  ]);

test("a sentence of several clocks is told in the parts that each name one, without it, and nothing else is left out", () => {
  expect(told("19:30手机在公交上被偷，20:10建行被转走两万，20:25支付宝又被转走三千")).toEqual([
    ["手机在公交上被偷", "2026-11-14T19:30", 0],
    ["建行被转走两万", "2026-11-14T20:10", 0],
    ["支付宝又被转走三千", "2026-11-14T20:25", 0],
  ]);
  const parts = (says: string) => told(says).map(([part]) => part);
  expect(parts("Mr. Smith called. He said he was from Barclays.")).toEqual([
    "Mr. Smith called.",
    "He said he was from Barclays.",
  ]);
  const whole = "I was out, shopping with Mum; then it rang. She said “no”.";
  expect(parts(whole).join(" ")).toBe(whole);
});

test("a day that is named is that of what follows, until another is", () => {
  const whole = 24 * 60;
  expect(
    told(
      "On 24 October around 4 pm I got a call. At 5:45 pm my phone had no network. On Monday 26 October I went to the store, they said a SIM was issued on Saturday. The next day I wrote this down.",
      { from: 29912760 - 720, isDay: true, to: 29912760 + 720 },
    ),
  ).toEqual([
    ["I got a call.", "2026-10-24T16:00", 0],
    ["my phone had no network.", "2026-10-24T17:45", 0],
    ["I went to the store", "2026-10-26T00:00", whole],
    // The one beside the day that was named.
    ["they said a SIM was issued on Saturday.", "2026-10-24T00:00", whole],
    ["I wrote this down.", "2026-10-25T00:00", whole],
  ]);
  expect(told("昨晚七点四十没信号。第二天上午10:20去营业厅补了卡")).toEqual([
    ["没信号。", "2026-11-14T19:40", 0],
    ["去营业厅补了卡", "2026-11-15T10:20", 0],
  ]);
  // No day is later than the entry's own, and 3/10 is read as the person's country writes it.
  expect(told("on 20 December it began")[0]?.[1]).toBe("2025-12-20T00:00");
  expect(told("on 3/10/2026 it began")[0]?.[1]).toBe("2026-10-03T00:00");
});

test("of a sentence that denies one thing and tells of another each is heard as what it is", () => {
  const { acts, denied } = read("I got a new SIM and then saw a text of a personal loan I never applied for");
  expect(acts.map(({ sign }) => sign)).toEqual(["sim-changed"]);
  expect(denied.map(({ sign }) => sign)).toEqual(["loan"]);
  // Whoever is handed something at a counter went there for it.
  expect(read("at the store they gave me a replacement SIM").acts.map(({ sign }) => sign)).toEqual([
    "sim-changed",
  ]);
  expect(read("11月14日去营业厅补了卡").acts.map(({ sign }) => sign)).toEqual(["sim-changed"]);
});

test("whoever knows nobody of a name denies what went to that name, and nothing else", () => {
  const { denied } = read("The deposit was closed and I don't know Rakesh Kumar or Shiv Traders");
  expect(denied).toMatchObject([{ words: ["rakesh", "kumar", "shiv", "traders"], isByName: true }]);
  expect(read("I don't know what happened").denied).toEqual([]);
  expect(read("I never applied for it").denied).toEqual([]);
});

/**
 * I1 Folders in which the owner's own hand is among the rows: what they gave up, sent on, paid to whoever lied, had a sister pay, or set
 * up again on a new phone. Nobody is called the author of what somebody else did, and where nothing happened nobody acted.
 */
import { expect, test } from "vitest";
import { askedOf } from "../kit/asked-folder.ts";
import type { StrangersFolder } from "../kit/stranger-files.ts";
import {
  esimByText,
  leftInATaxi,
  oldNumber,
  phoneInTheSea,
  safeAccount,
  stolenInTheBus,
} from "../kit/strangers-again.ts";
import { numberGivenUp } from "../kit/strangers-east.ts";
import { wiresByNight } from "../kit/strangers-far.ts";
import { numberAtAnotherCarrier } from "../kit/strangers-wide.ts";

const patience = 600_000;

async function judged(folder: StrangersFolder) {
  const found = await askedOf(folder);
  expect(found.ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(found.ofTheirs.filter((actor) => actor === "owner")).toEqual([]);
  return {
    ...found,
    accused: found.ofTheirs.filter((actor) => actor === "intruder").length,
    told: found.answer.timeline.filter(({ actor }) => actor === "intruder").map(({ what }) => what),
    gaps: found.answer.coverage.gaps.map(({ kind }) => kind),
  };
}

test("I1 a number that was given up in February: in May it resets the bank, and what is found out after a weekend is of it", {
  timeout: patience,
}, async () => {
  const { asked, accused, told, gaps, answer, ofOwners } = await judged(oldNumber());
  // A denial that names no sum means none of the shops she pays every week, nor what she earns.
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  expect(accused).toBeGreaterThanOrEqual(5);
  expect(told).toContain("td-canada-trust/reset-with-code");
  expect(told.some((what) => what.startsWith("google/recover"))).toBe(true);
  expect(asked("how-much-was-lost")).toMatchObject({ status: "answered", answer: ["5800.00"] });
  // Over whom she pays herself is no stranger to her, though she has no account there.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("service-not-mine");
  expect(gaps).not.toContain("told-not-understood");
});

test("I1 a text sent on to the carrier: the eSIM is the first moment, and nine equal sums are theirs", {
  timeout: patience,
}, async () => {
  const { answer, asked, accused } = await judged(esimByText());
  expect(accused).toBeGreaterThanOrEqual(12);
  expect(asked("which-institution-failed").answer).toEqual(["airtel/convert-to-esim"]);
  expect(answer.losses.map(({ amount }) => amount)).toEqual(Array.from({ length: 9 }, () => 99_000));
  // A mailbox that is named is no service that wrote.
  expect(answer.open.map(({ kind }) => kind)).not.toContain("service-not-mine");
});

test("I1 a safe account: what she sent is her own act and lost, and nobody says she sent the third", {
  timeout: patience,
}, async () => {
  const { answer, asked, told } = await judged(safeAccount());
  expect(asked("how-much-was-lost")).toMatchObject({ status: "answered", answer: ["58900.00"] });
  expect(answer.preparations).toEqual([]);
  expect(answer.timeline.map(({ what }) => what)).toContain("westpac/any-bank:reset-by-text");
  expect(told.length).toBeGreaterThan(0);
  // The text in the bank's thread names the number she then called.
  expect(answer.rows.find(({ why }) => why.code === "names-number")?.file).toBe("sms-20220921.xml");
  // It began when he lied to her.
  expect(asked("first-moment")).toMatchObject({ status: "answered", answer: ["2022-09-19T14:10:00+10:00"] });
});

test("I1 a phone snatched in a bus: what his sister paid with his leave is hers, and nobody opened it the day before", {
  timeout: patience,
}, async () => {
  const { answer, accused, asked } = await judged(stolenInTheBus());
  expect(asked("first-moment")).toMatchObject({ status: "answered", answer: ["2023-03-02T19:20:00+01:00"] });
  expect(accused).toBeGreaterThanOrEqual(4);
  expect(answer.rows.filter(({ actor }) => actor === "helper").length).toBe(1);
  expect(answer.losses.map(({ amount }) => amount)).toEqual([100_000, 100_000, 100_000]);
  expect(answer.timeline.filter(({ at }) => at < "2023-03-02T19:20:00+01:00")).toEqual([]);
  expect(answer.contradictions).toEqual([]);
});

test("I1 a phone that was only lost: a new SIM, a new phone and what is set up on it are nobody's but the owner's", {
  timeout: patience,
}, async () => {
  // Where nothing is told, her own phone goes on receiving; a carrier's mail says that a number is on a new SIM.
  const untold = { ...leftInATaxi(), told: [] };
  const onlyLost = { ...phoneInTheSea(), told: phoneInTheSea().told.slice(0, 1) };
  for (const folder of [leftInATaxi(), leftInATaxi({ told: false }), untold, phoneInTheSea(), onlyLost]) {
    const { answer, ofOwners } = await judged(folder);
    expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
    expect([
      answer.losses,
      answer.open,
      answer.unexplained,
      answer.timeline.filter(({ actor }) => actor === "intruder"),
    ]).toEqual([[], [], [], []]);
  }
});

test("I1 a phone that was snatched: larger sums than he pays on other days are nobody's until somebody says so", {
  timeout: patience,
}, async () => {
  const folder = leftInATaxi();
  const snatched = { at: "2024-03-16T22:30:00+08:00", by: "owner", says: "手机被抢了" };
  const { answer } = await judged({ ...folder, told: [snatched, ...folder.told.slice(1)] });
  const large = answer.rows.filter(({ file, row }) => file.startsWith("alipay") && row === 35);
  expect(large.map(({ actor }) => actor)).toEqual(["unknown"]);
  expect(answer.label).toBe("open");
});

test("I1 two numbers in one phone: what comes on the one says nothing of the other that was moved", {
  timeout: patience,
}, async () => {
  const folder = { ...leftInATaxi(), told: [] };
  const lines = "lines: { other: { carrier: china-unicom, sim: { in: phone, kind: physical } },";
  const two = folder.person.replace("lines: {", lines);
  const { ofOwners } = await judged({ ...folder, person: two });
  expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
  const onOther = await askedOf({ ...folder, person: two.replaceAll("line: main", "line: other") });
  expect(onOther.ofOwners.filter((actor) => actor !== "owner").length).toBeGreaterThan(0);
});

test("I1 thefts of which nothing is told are seen all the same", { timeout: patience }, async () => {
  for (const folder of [numberGivenUp(), numberAtAnotherCarrier(), wiresByNight()]) {
    const { accused, told } = await judged({ ...folder, told: [] });
    expect(accused).toBeGreaterThanOrEqual(5);
    expect(told.length).toBeGreaterThan(0);
  }
});

test("I1 of what nothing points to nothing is told as open, and no step as somebody's", {
  timeout: patience,
}, async () => {
  const { answer } = await judged({ ...phoneInTheSea(), told: [] });
  expect([answer.losses, answer.open, answer.missingLinks]).toEqual([[], [], []]);
  expect(answer.timeline.filter(({ actor }) => actor === "intruder")).toEqual([]);
});

test("I1 the same lost phone with one payment denied is judged again", { timeout: patience }, async () => {
  const folder = leftInATaxi();
  const denied = { at: "2024-03-18T20:00:00+08:00", by: "owner", says: "4299元那笔不是我付的" };
  const { answer } = await askedOf({ ...folder, told: [...folder.told, denied] });
  const rows = answer.rows.filter(({ actor }) => actor !== "owner");
  expect(rows.length).toBeGreaterThanOrEqual(2);
});

/** The same folder with more told. */
const also = (folder: StrangersFolder, at: string, says: string): StrangersFolder => ({
  ...folder,
  told: [...folder.told, { at, by: "owner", says }],
});

test("I1 to be locked out says something only of whom it names, and before; a password she says she reset is her own doing", {
  timeout: patience,
}, async () => {
  for (const folder of [
    also(leftInATaxi(), "2024-03-17T14:00:00+08:00", "手机银行登不进去，我重置了密码"),
    also(leftInATaxi(), "2024-03-17T13:55:00+08:00", "手机银行登不进去了"),
    also(leftInATaxi(), "2024-03-17", "手机银行登不进去了"),
    also(
      leftInATaxi(),
      "2024-03-17T14:00:00+08:00",
      "I could not get into my mobile bank and reset the password",
    ),
    also(phoneInTheSea(), "2024-06-17T14:25:00+01:00", "could not log into PayPal so I reset the password"),
  ]) {
    const { answer, ofOwners, gaps } = await judged(folder);
    expect(ofOwners.filter((actor) => actor !== "owner")).toEqual([]);
    expect([answer.losses, answer.open]).toEqual([[], []]);
    expect(gaps).not.toContain("told-not-understood");
  }
  // What had been done there before is open, at that one alone.
  const { answer, ofOwners } = await judged(also(leftInATaxi(), "2024-03-17T13:00:00+08:00", "微信登不上了"));
  expect(ofOwners.filter((actor) => actor === "intruder")).toEqual([]);
  expect(ofOwners.filter((actor) => actor !== "owner").length).toBeLessThanOrEqual(4);
  expect(answer.label).not.toBe("exact");
});

/** An Alipay bill with more rows: when, to whom, how much. */
function withPaid(
  folder: StrangersFolder,
  paid: readonly (readonly [string, string, number])[],
): { readonly folder: StrangersFolder; readonly places: readonly string[] } {
  const [file, bill] = Object.entries(folder.files).find(([name]) => name.startsWith("alipay"))!;
  const lines = new TextDecoder("gb18030").decode(bill as Uint8Array).split("\r\n");
  const first = lines.findIndex((line) => line.startsWith("交易时间")) + 1;
  const more = paid.map(
    ([at, to, sum], i) =>
      `${at},转账红包,${to},/,转账,支出,${sum.toFixed(2)},工商银行储蓄卡(6604),交易成功,2024099${i}\t,T2${i}\t,,`,
  );
  lines.splice(first, 0, ...more);
  return {
    folder: { ...folder, files: { ...folder.files, [file]: lines.join("\r\n") } },
    places: more.map((_, i) => `${file} ${first + i + 1}`),
  };
}

test("I1 large sums sent to a stranger after a new SIM of which nobody told: whose they were is not said, and nothing is proved", {
  timeout: patience,
}, async () => {
  for (const sums of [[9000], [9000, 9500]]) {
    const { folder, places } = withPaid(
      { ...leftInATaxi(), told: [] },
      sums.map((sum, i) => [`2024-03-17 12:2${i}:00`, "李某某", sum]),
    );
    const { answer } = await judged(folder);
    const sent = answer.rows.filter(({ file, row }) => places.includes(`${file} ${row}`));
    expect(sent.map(({ actor }) => actor)).toEqual(sums.map(() => "unknown"));
    expect(answer.label).not.toBe("exact");
    // The phone that was bought is hers all the same.
    const bought = answer.rows.filter(({ file, row }) => file === "hisdetail.csv" && row === 15);
    expect(bought.map(({ actor }) => actor)).toEqual(["owner"]);
  }
});

test("I1 a payment that is told by a name alone is that row, in two characters or in three letters", {
  timeout: patience,
}, async () => {
  for (const [name, says] of [
    ["小王", "那笔转给小王的钱不是我转的"],
    ["小王", "我没有给小王转过账，手机一直在身边"],
    ["Ben", "the transfer to Ben was not me, my phone never left me"],
  ] as const) {
    const { folder, places } = withPaid(leftInATaxi(), [
      ["2024-03-27 12:20:00", name, 300],
      ["2024-03-27 18:20:00", "老李面馆", 38],
    ]);
    const told = [{ at: "2024-03-28T09:00:00+08:00", by: "owner", says }];
    const { answer } = await judged({ ...folder, told });
    const actors = places.map(
      (place) => answer.rows.find(({ file, row }) => `${file} ${row}` === place)?.actor,
    );
    expect(actors[0]).not.toBe("owner");
    expect(actors[1]).toBe("owner");
  }
  // What somebody says they sent is theirs.
  const { folder, places } = withPaid(leftInATaxi(), [["2024-03-17 12:20:00", "小王", 9000]]);
  const snatched = { at: "2024-03-16T22:30:00+08:00", by: "owner", says: "手机被抢了" };
  const own = { at: "2024-03-17T12:30:00+08:00", by: "owner", says: "转给小王的那笔是我自己转的" };
  const { answer } = await judged({ ...folder, told: [snatched, own] });
  const row = answer.rows.find((each) => `${each.file} ${each.row}` === places[0]);
  expect([row?.actor, row?.why.code]).toEqual(["owner", "owners-act"]);
});

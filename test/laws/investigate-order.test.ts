/**
 * I7 What an investigation says hangs on what its records say, and on nothing else: not on the order of files and rows, nor on
 * what somebody called a file or a thing. And what no record decides is named.
 */
import { expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import type { RecordFile, Row } from "../../src/evidence/index.ts";
import { ground } from "../../src/ground/index.ts";
import {
  type InvestigateAnswer,
  type InvestigateQuestion,
  investigate,
} from "../../src/investigate/index.ts";
import { chanceFrom } from "../../src/model/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { highsProgram } from "../../src/solver/index.ts";
import { toldRecords } from "../kit/told-records.ts";

const solve = await highsProgram({ workMax: 1_800_000_000 });
const patience = 300_000;
const evening = toldRecords({ until: 155 });
const { catalog } = evening.world;

interface Given {
  readonly rows: readonly Row[];
  readonly files: readonly RecordFile[];
}

const ask = ({ rows, files }: Given, more: Partial<InvestigateQuestion> = {}) =>
  investigate({
    world: evening.world,
    rows,
    files,
    solve,
    zoneMinutes: 480,
    wantsRows: true,
    storiesMax: 1,
    ...more,
  });

const given: Given = { rows: evening.records.rows.map(({ row }) => row), files: evening.records.files };

/** Every row elsewhere in its file, every file under another name, and all of them in another order. */
function shuffled({ rows, files }: Given, seed: number): Given {
  const chance = chanceFrom(seed);
  const mixed = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item) => ({ item, key: chance() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  const names = new Map(
    mixed(files).map(({ file }, i) => [file, file.replace(/[^.]*/, `export-${i}`)] as const),
  );
  // What a file is called may say whose it is; these do not, and their sources do.
  const next = new Map<string, number>();
  const moved = mixed(rows).map((row): Row => {
    const at = (next.get(row.file) ?? 1) + 1;
    next.set(row.file, at);
    return { ...row, file: names.get(row.file)!, at: { row: at } };
  });
  return { rows: moved, files: mixed(files).map((file) => ({ ...file, file: names.get(file.file)! })) };
}

/** With every place as what stands there: two rows that say the same are one. */
function said(answer: InvestigateAnswer, { rows }: Given): string {
  const texts = new Map(
    rows.map(({ file, at, ...row }) => [`${file} ${at.row}`, JSON.stringify(row)] as const),
  );
  const tell = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(tell);
    if (typeof value !== "object" || value === null) return value;
    const { file, row, ...rest } = value as { readonly file?: string; readonly row?: number };
    const own = Object.entries(rest).map(([key, each]) => [
      key,
      key === "absentFrom" ? "a bill" : tell(each),
    ]);
    return Object.fromEntries(
      typeof row === "number" ? [["says", texts.get(`${file} ${row}`)], ...own] : [...own],
    );
  };
  const { coverage, rows: actors = [], ...told } = answer;
  const lines = (list: readonly unknown[]) => list.map((each) => JSON.stringify(tell(each))).sort();
  return JSON.stringify([tell(told), coverage.gaps, lines(coverage.files), lines(actors)], undefined, 1);
}

const answer = ask(given);
const things = (step: { readonly things: readonly string[] }) => step.things;

test("I7 the order of files and rows, and what a file is called, change nothing", {
  timeout: patience,
}, () => {
  for (const seed of [1, 2]) {
    const other = shuffled(given, seed);
    expect(other.rows.map(({ at }) => at.row)).not.toEqual(given.rows.map(({ at }) => at.row));
    expect(said(ask(other), other)).toBe(said(answer, given));
  }
});

test("I7 what somebody calls a card or an account changes nothing", { timeout: patience }, () => {
  // Named the other way round, so that an order by name would be another order.
  const person = (card: string, other: string, wallet: string) => `
person: { id: named, region: cn, currency: CNY, as-of: 2020-09-04 }
lines: { main: { carrier: china-telecom-sichuan, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards:
  ${card}: { bank: ccb, kind: debit, last4: "1111", reserved-line: main, balance: 900 }
  ${other}: { bank: ccb, kind: debit, last4: "2222", reserved-line: main, balance: 900 }
accounts:
  ${wallet}: { service: alipay, line: main, cards: [${card}, ${other}], devices: [phone] }
  unionpay: { service: unionpay-app, line: main, cards: [${card}, ${other}], devices: [phone] }
`;
  const night = (...names: readonly [string, string, string]) => {
    const read = readPerson(readYaml(person(...names), "named.yaml"), catalog);
    expect(read.complaints).toEqual([]);
    const at = (clock: string) => `2020-09-05T${clock}:00+08:00`;
    const text = (clock: string, counterparty: string, description: string) =>
      ({ time: at(clock), counterparty, description, direction: "in" }) as const;
    const rows = [
      ...Array.from({ length: 20 }, (_, i) => ({
        time: new Date(Date.UTC(2020, 7, 5 + i, 4, i)).toISOString(),
        counterparty: "13800000000",
        description: "晚上见",
        direction: "in" as const,
      })),
      text("02:01", "10000", "【中国电信】您的服务密码已重置"),
      text("02:10", "95188", "【支付宝】您正在重置登录密码，验证码 111222"),
      text("02:20", "95188", "【支付宝】您正在重置支付密码，校验码 333444"),
      text("02:25", "95516", "【云闪付】您正在重置登录密码，验证码 555666"),
      text("02:31", "95533", "【建设银行】您的储蓄卡刚刚有一次操作"),
    ].map((row, i): Row => ({ ...row, file: "sms.xml", source: "android-sms", at: { row: i + 1 } }));
    const files = [{ file: "sms.xml", source: "android-sms", rows: rows.length, complaints: 0 }];
    const told = [{ at: at("01:30"), by: "owner", says: "not possess(device.phone)" }];
    return JSON.stringify(ask({ rows, files }, { world: ground({ catalog, person: read.person! }), told }));
  };
  const plain = night("first", "second", "own");
  const turned = night("zeta", "alpha", "mine")
    .replaceAll("card.zeta", "card.first")
    .replaceAll("card.alpha", "card.second")
    .replaceAll("account.mine", "account.own");
  expect(JSON.parse(turned)).toEqual(JSON.parse(plain));
  // Either card could have been asked for, and nothing says which.
  expect(JSON.parse(plain).explanations[0].steps.flatMap(things)).toContain("card.first");
});

test("I7 what the records do not decide is named, with what would decide it", { timeout: patience }, () => {
  const steps = answer.explanations[0]?.steps ?? [];
  const tied = steps.filter(({ orElse }) => orElse.length > 0);
  expect(tied.length).toBeGreaterThan(0);
  for (const { flow, things, orElse } of tied)
    for (const other of orElse) expect([other.flow, ...other.things]).not.toEqual([flow, ...things]);
  // A text of the carrier says that the line is suspended, and not by which of its doors.
  const suspended = steps.filter(({ flow }) => flow === "china-telecom-sichuan/suspend-by-phone");
  expect(suspended.flatMap(({ orElse }) => orElse.map(({ flow }) => flow))).toContain(
    "china-telecom-sichuan/suspend-in-web-hall",
  );
});

import { expect, test } from "vitest";
import { readWholeFolder } from "../../src/catalog/index.ts";
import type { Row } from "../../src/evidence/index.ts";
import { ground } from "../../src/ground/index.ts";
import {
  type InvestigateAnswer,
  type InvestigateQuestion,
  investigate,
} from "../../src/investigate/index.ts";
import { at } from "../../src/model/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { investigateAnswerShape } from "../../src/report/index.ts";
import { highsProgram } from "../../src/solver/index.ts";
import { recordsOf } from "../../src/testing/index.ts";
import { intruderPolicies, ownerPolicies, simulate } from "../../src/world/index.ts";
import { toldRecords } from "../kit/told-records.ts";

const solve = await highsProgram({ workMax: 1_800_000_000 });
/** A solver on busy cores: the program is small and the minutes are the machine's. */

type Told = ReturnType<typeof toldRecords>;

const ask = ({ world, records }: Told, more: Partial<InvestigateQuestion> = {}): InvestigateAnswer =>
  investigate({
    world,
    rows: records.rows.map(({ row }) => row),
    files: records.files,
    solve,
    zoneMinutes: 480,
    wantsRows: true,
    storiesMax: 1,
    ...more,
  });

/** Whom the answer names, beside the truth. */
function confusion({ records }: Told, answer: InvestigateAnswer): ReadonlyMap<string, number> {
  const truth = new Map(records.rows.map(({ row, actor }) => [`${row.file} ${row.at.row}`, actor]));
  const counts = new Map<string, number>();
  for (const { file, row, actor } of answer.rows ?? []) {
    const key = `${truth.get(`${file} ${row}`)} → ${actor}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const evening = toldRecords({ until: 155 });
const early = ask(evening);

test("I1 from a list of texts and the carrier's records: the missing link, who reset, who suspended and who lifted", () => {
  expect(early.label).toBe("exact");
  const facts = early.missingLinks.find(({ gives }) => gives.includes("know(person.id-number)"));
  expect(facts?.fits[0]).toBe("sichuan-12333/show-electronic-card");
  expect(facts?.takes).toContain("receive-sms(line.main)");
  expect(facts?.gives).toEqual(expect.arrayContaining(["know(person.id-number)", "know(person.name)"]));
  const seen = early.explanations[0]!.steps.filter(({ unseen }) => !unseen).map(({ flow }) => flow);
  const order = [
    "sichuan-12333/sign-in-by-sms",
    "sichuan-12333/reset-social-security-password",
    "china-telecom-sichuan/reset-service-password",
    "china-telecom-sichuan/lift-by-phone",
    "china-telecom-sichuan/lift-by-phone",
  ];
  expect(seen.filter((flow) => order.includes(flow))).toEqual(order);
  expect(early.questions.find(({ id }) => id === "what-revealed-id-number")).toMatchObject({
    status: "answered",
    answer: ["sichuan-12333/show-electronic-card"],
  });
});

test("I1 the owner's side is accused of none of its own acts, and no act of the intruder's is called hers", () => {
  const counts = confusion(evening, early);
  for (const wrong of ["owner → intruder", "helper → intruder"]) expect(counts.get(wrong) ?? 0).toBe(0);
  expect(counts.get("intruder → owner") ?? 0).toBe(0);
  expect(counts.get("intruder → intruder") ?? 0).toBeGreaterThanOrEqual(6);
});

test("I3 the explanation replays: the world allows every step in its order", () => {
  expect(early.explanations[0]?.replays).toBe(true);
});

test("I4 with a row less nothing true is proved false: nobody else is accused", () => {
  const fewer = toldRecords({ until: 155, dropped: 0.3, seed: 5 });
  const counts = confusion(fewer, ask(fewer));
  for (const wrong of ["owner → intruder", "helper → intruder"]) expect(counts.get(wrong) ?? 0).toBe(0);
});

test("every row is answered for, in its place, and the answer has the published shape", () => {
  expect(early.rows).toHaveLength(evening.records.rows.length);
  expect(investigateAnswerShape.safeParse(JSON.parse(JSON.stringify(early))).error).toBeUndefined();
});

test("a month of ordinary life accuses nobody", () => {
  const quiet = toldRecords({ until: -1 });
  const answer = ask(quiet);
  expect(quiet.records.rows.length).toBeGreaterThan(50);
  expect((answer.rows ?? []).filter(({ actor }) => actor === "intruder")).toEqual([]);
  expect(answer.open).toEqual([]);
});

const bill = (rows: readonly Partial<Row>[]): readonly Row[] =>
  rows.map((row, i) => ({
    file: "card.csv",
    source: "ccb-debit",
    card: "card.ccb-debit",
    at: { row: i + 2 },
    direction: "out",
    ...row,
  }));

test("money over a wallet is another's only where the own bill covers the moment", () => {
  const row = { amount: "88.00", counterparty: "支付宝-商户", time: "2020-09-05T04:20:00+08:00" };
  const { world } = evening;
  const own = (from: string, to: string) => ({
    file: "alipay.csv",
    source: "alipay",
    from,
    to,
    rows: 0,
    complaints: 0,
  });
  const openOf = (files: InvestigateQuestion["files"]) =>
    investigate({ world, rows: bill([row]), files, solve, zoneMinutes: 480 }).open.filter(
      ({ kind }) => kind === "rogue-wallet",
    );
  const card = { file: "card.csv", source: "ccb-debit", rows: 1, complaints: 0 };
  expect(openOf([card])).toEqual([]);
  expect(openOf([card, own("2020-08-01T00:00:00+08:00", "2020-09-04T00:00:00+08:00")])).toEqual([]);
  const covering = own("2020-09-01T00:00:00+08:00", "2020-09-06T00:00:00+08:00");
  // Filtered, cut short, or with rows nobody could read: what it does not show may be in the rest of it.
  expect(openOf([card, { ...covering, complaints: 1 }])).toEqual([]);
  const [found] = openOf([card, covering]);
  expect(found).toMatchObject({ what: "alipay", things: ["card.ccb-debit"] });
  expect(found?.because.rows[0]).toMatchObject({ file: "card.csv", row: 2, absentFrom: "alipay.csv" });
});

test("records of nothing are no explanation, and say so", () => {
  const answer = investigate({ world: evening.world, rows: [], files: [], solve, zoneMinutes: 0 });
  expect(answer).toMatchObject({ explanations: [], timeline: [], missingLinks: [], open: [] });
  expect(answer.coverage.gaps.length).toBeGreaterThan(0);
  expect(answer.questions.every(({ status }) => status === "unanswered")).toBe(true);
});

test("what an open phone holds is named as known, though no record shows whether anybody looked", () => {
  const { catalog } = evening.world;
  const { others } = readWholeFolder({ folder: "catalog", stories: false });
  const yaml = others.find(({ file }) => file.endsWith("people/abroad.yaml"))!.yaml;
  const world = ground({ catalog, person: readPerson(yaml, catalog).person! });
  const { events } = simulate({
    world,
    held: ["possess(device.phone)", "unlock(device.phone)"],
    horizonMinutes: 720,
    intruder: intruderPolicies.get("gang")!({ startMinute: 30 }),
    owner: ownerPolicies.get("checklist")!({ noticedMinutes: 90 }),
    unstatedChance: 0.5,
    seed: 7001,
    run: 0,
  });
  const runs = events.flatMap((event) =>
    event.kind === "ends"
      ? [{ step: at(world.steps, event.step), actor: event.actor, from: event.at - 1, to: event.at }]
      : [],
  );
  const records = recordsOf({
    world,
    runs,
    beginsAt: "2020-09-04T19:30:00+08:00",
    zoneMinutes: 480,
    seed: 1,
    daysBefore: 30,
    daysAfter: 1,
  });
  const looked = runs.filter(({ step }) => step.flow.id === "look-at-document-photos");
  expect(looked.flatMap(({ step }) => step.leaves)).toEqual([]);
  const { open } = ask({ world, runs, records });
  expect(open.find(({ what }) => what === "know(person.id-number)")).toMatchObject({
    kind: "numbers-known",
    because: { code: "in-reach", words: ["things/look-at-document-photos"] },
  });
});

/** Exports held to what the other tools check: columns, times, references; a formula stays a text. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import papaparse from "papaparse";
import { expect, test } from "vitest";
import { toldRecords } from "../../test/kit/told-records.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";
import { attackFlow, wayAsAttackFlow } from "./attack-flow.ts";
import { caseExports, csvOf } from "./case-exports.ts";
import { packLetters } from "./pack-letters.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const { world } = toldRecords({ until: 0 });
const row = {
  file: "sms.csv",
  source: "carrier-sms",
  at: { row: 2 },
  time: "2020-09-04T21:07:00+08:00",
  counterparty: '=cmd|"x"',
} as const;
const step = {
  things: ["line.main"],
  actor: "intruder",
  from: "2020-09-04T21:07:00+08:00",
  to: "2020-09-04T21:10:00+08:00",
  evidence: [{ file: "sms.csv", row: 2 }],
  unseen: false,
  rests: [],
  orElse: [],
} as const;
const steps = [
  { ...step, flow: "china-telecom-sichuan/reset-service-password" },
  { ...step, flow: "china-telecom-sichuan/lift-by-phone", evidence: [], unseen: true },
];
const answer: InvestigateAnswer = {
  label: "exact",
  coverage: { files: [], gaps: [] },
  timeline: steps.map(({ flow, from, to, actor, things, evidence }) => ({
    at: from,
    until: to,
    actor,
    what: flow,
    things,
    rows: evidence,
  })),
  explanations: [{ cost: 1, proved: true, replays: true, steps, assumed: [], toldApartBy: [] }],
  missingLinks: [],
  losses: [],
  preparations: [],
  open: [],
  questions: [],
  rejected: [],
  unexplained: [],
  contradictions: [],
};
const made = caseExports({ answer, world, rows: [row], lang: "en", version: "0" });
const cellsOf = (text: string) =>
  papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

test("Timesketch: message, datetime with its offset and timestamp_desc stand in every event", () => {
  const lines = made.timesketchJsonl
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const events of [cellsOf(made.timesketchCsv), lines]) {
    expect(events.length).toBe(2);
    for (const { message, datetime, timestamp_desc: what } of events) {
      expect(message).not.toBe("");
      expect(datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      expect(what).not.toBe("");
    }
  }
  expect(lines[0].timestamp).toBe(Date.parse("2020-09-04T21:07:00+08:00") * 1000);
  expect(lines[0].tag).toEqual(["intruder", "seen"]);
});

test("DFIR-IRIS: all ten columns, a local time with its zone apart, no asset that must exist already", () => {
  const events = cellsOf(made.irisCsv);
  expect(Object.keys(events[0]!)).toEqual([
    "event_date",
    "event_tz",
    "event_title",
    "event_category",
    "event_content",
    "event_raw",
    "event_source",
    "event_assets",
    "event_iocs",
    "event_tags",
  ]);
  expect(events[0]).toMatchObject({
    event_date: "2020-09-04T21:07:00.000",
    event_tz: "+08:00",
    event_source: "sms.csv:2",
    event_assets: "",
    event_iocs: "",
  });
  for (const { event_title: title } of events) expect(title).not.toBe("");
});

test("OCSF: every finding has what class 2004 requires, and says what was inferred", () => {
  const findings = made.ocsfJsonl
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(findings.length).toBe(2);
  for (const finding of findings) {
    expect(finding).toMatchObject({ class_uid: 2004, category_uid: 2, activity_id: 1, type_uid: 200401 });
    for (const name of ["severity_id", "time", "metadata", "finding_info"])
      expect(finding[name]).toBeDefined();
    expect(finding.type_uid).toBe(finding.class_uid * 100 + finding.activity_id);
  }
  expect(findings.map(({ finding_info: { types } }) => types[0])).toEqual(["recorded", "inferred"]);
});

test("a cell that looks like a formula is a text in a spreadsheet, and comes back whole", () => {
  const text = csvOf([{ a: '=1+"2"', b: "-5", c: "+08:00", d: "a,b\r\nc" }]);
  expect(cellsOf(text)).toEqual([{ a: `'=1+"2"`, b: "'-5", c: "+08:00", d: "a,b\r\nc" }]);
});

test("Attack Flow: every reference leads to an object of the bundle, and one answer makes one bundle", () => {
  const question = { answer, world, madeAt: "2026-11-28T00:00:00Z", hash };
  // The bundle is plain data; what is read of it is checked right here.
  const bundle = attackFlow(question) as { readonly objects: readonly Record<string, unknown>[] };
  const ids = new Set(bundle.objects.map(({ id }) => id));
  const names = ["created_by_ref", "start_refs", "effect_refs", "asset_refs"];
  const refs = bundle.objects.flatMap((each) => names.flatMap((name) => each[name] ?? []));
  expect(refs.length).toBeGreaterThan(6);
  expect(refs.filter((ref) => !ids.has(ref))).toEqual([]);
  for (const id of ids)
    expect(id).toMatch(/^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(bundle).toEqual(attackFlow(question));
  expect(attackFlow({ ...question, answer: { ...answer, explanations: [] } })).toBeUndefined();
});

test("Attack Flow: a way that could be taken is told without a time of day, each step leading to what rests on it", () => {
  const basis = { status: "reported", seen: "2026-11", source: "page", unconfirmed: false } as const;
  const told = (title: string, atMinutes: number, after: readonly number[]) => ({
    flow: title,
    institution: "bank",
    title: { en: title, zh: title },
    institutionName: { en: "Bank", zh: "银行" },
    asks: [],
    gives: [],
    beginsMinutes: 0,
    atMinutes,
    basis,
    after,
    measures: [],
  });
  const way = {
    minutes: 9,
    steps: [told("read a code", 1, []), told("find a name", 2, []), told("send", 9, [0, 1])],
  };
  const question = {
    way,
    loss: "The balance taken",
    techniquesOf: ({ flow }: { readonly flow: string }) => (flow === "send" ? ["T1078"] : []),
    madeAt: "2026-11-28T00:00:00Z",
    hash,
  };
  const bundle = wayAsAttackFlow(question) as { readonly objects: readonly Record<string, unknown>[] };
  const ofType = (type: string) => bundle.objects.filter((each) => each["type"] === type);
  const [code, name, send] = ofType("attack-action");
  expect(ofType("attack-flow")[0]).toMatchObject({
    name: "The balance taken",
    scope: "other",
    start_refs: [code?.["id"], name?.["id"]],
  });
  expect([code?.["effect_refs"], name?.["effect_refs"], send?.["effect_refs"]]).toEqual([
    [send?.["id"]],
    [send?.["id"]],
    undefined,
  ]);
  expect([send?.["name"], send?.["technique_id"], code?.["technique_id"]]).toEqual([
    "Bank: send",
    "T1078",
    undefined,
  ]);
  // Nothing happened, so nothing has a time of day.
  for (const action of [code, name, send]) expect(action).not.toHaveProperty("execution_start");
  expect(bundle).toEqual(wayAsAttackFlow(question));
  expect(wayAsAttackFlow({ ...question, way: { minutes: 0, steps: [] } })).toBeUndefined();
});

test("Attack Flow: valid under its own schema", ({ skip }) => {
  const folder = process.env["CHAINBREAK_FIXTURES"] ?? "../shared/fixtures";
  const file = join(folder, "attack-flow/attack-flow-schema-2.0.0.json");
  if (!existsSync(file)) return skip(`there is no ${file}`);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schema = JSON.parse(readFileSync(file, "utf8"));
  // What STIX itself defines is referred to by address; each part that lies beside is taken.
  ajv.addFormat("date-time", true);
  const validate = ajv.compile(schema);
  const bundle = attackFlow({ answer, world, madeAt: "2026-11-28T00:00:00Z", hash }) as {
    readonly objects: readonly { readonly type: string }[];
  };
  for (const each of bundle.objects.filter(({ type }) => type.startsWith("attack-")))
    expect(validate(each), JSON.stringify(validate.errors)).toBe(true);
});

test("a letter goes to whose flow it was, cites its own rows and no other's", () => {
  const letters = packLetters({ answer, world, rows: [row], lang: "zh" });
  const own = letters.find(({ institution }) => institution === "china-telecom-sichuan");
  expect(own?.html).toContain("sms.csv:2");
  expect(own?.html).toContain("业务办理记录");
  expect(own?.html).not.toContain("<script");
  expect(letters.some(({ institution }) => institution === "alipay")).toBe(false);
  expect(packLetters({ answer: { ...answer, timeline: [] }, world, rows: [row], lang: "en" })).toEqual([]);
});

/** The page asks what the command line asks, and what is answered and logged here is a file the command line reads. */
import { beforeAll, expect, test } from "vitest";
import { readYaml } from "../../../src/catalog/index.ts";
import { readPerson } from "../../../src/person/index.ts";
import { tellResponse } from "../../../src/report/index.ts";
import {
  fewWordsOf,
  type LogLine,
  nobodyDescribed,
  readIncident,
  respond,
} from "../../../src/respond/index.ts";
import { readShipped, type Shipped } from "../../../test/kit/shipped.ts";
import { readWhole } from "../../data-plugin.ts";
import type { WholeCatalogue } from "../engine/case-data.ts";
import { pack, unpack } from "../engine/packed.ts";
import {
  type Answers,
  incidentFile,
  newKept,
  openQuestion,
  queueOf,
  readKeptText,
  wordOf,
} from "./incident.ts";
import { planOf } from "./planning.ts";

const begunAt = Date.UTC(2026, 10, 28, 13, 10) / 60_000;
const answers: Answers = {
  gone: "phone-and-sim",
  lock: "open",
  region: "cn",
  uses: ["china-mobile", "icbc"],
  isCarrierAsked: true,
  sinceMinutes: 60,
  hasHelper: true,
};
const line = (more: Partial<LogLine>): LogLine => ({
  at: "2026-11-28T21:20+08:00",
  by: "owner",
  kind: "done",
  word: "suspended(line.main)",
  title: { en: "Suspend the number", zh: "挂失手机号" },
  before: "",
  mark: "",
  ...more,
});
const kept = { ...newKept(begunAt, "night"), answers, log: [line({})] };

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});

test("R2: the page's plan is the command line's, to the byte, in both languages", () => {
  const file = incidentFile(kept, begunAt + 38, 480);
  const { catalog } = unpack<WholeCatalogue>(pack(readWhole()));
  const plan = planOf(catalog, file);
  if (plan.kind !== "plan") throw new Error(plan.complaints.join());
  // As a file, read as the command line does.
  const { incident, complaints } = readIncident(
    readYaml(JSON.stringify(file), "night.json"),
    shipped.catalog,
  );
  expect(complaints).toEqual([]);
  if (incident === undefined) throw new Error("it is no incident");
  const { person } = readPerson(
    nobodyDescribed(shipped.catalog, incident.region, "night.json", fewWordsOf(incident)),
    shipped.catalog,
  );
  if (person === undefined) throw new Error("somebody could not be read");
  const response = respond({
    catalog: shipped.catalog,
    person,
    isUndescribed: true,
    incident,
    today: "2026-11-28",
  });
  for (const lang of ["en", "zh"] as const)
    expect(JSON.stringify(plan[lang].answer)).toBe(JSON.stringify(tellResponse(response, incident, lang)));
  expect(plan.en.answer.coverage.unknownWords).toEqual([]);
});

test("when it began is told the bank only where somebody has said so", () => {
  const { sinceMinutes: _, ...unsaid } = answers;
  const sayFirst = (told: Answers) => {
    const plan = planOf(shipped.catalog, incidentFile({ ...kept, answers: told }, begunAt + 38, 480));
    if (plan.kind !== "plan") throw new Error(plan.complaints.join());
    return plan.en.answer.next[0]?.say;
  };
  expect(sayFirst(answers)).toContain("at about 20:10");
  expect(sayFirst(unsaid)).toContain("were stolen or lost.");
});

test("three answers are enough, two where no phone is gone", () => {
  expect(openQuestion({ uses: [], hasHelper: false })).toBe("gone");
  expect(openQuestion({ ...answers, gone: "sim", lock: undefined as never })).toBeUndefined();
  expect(openQuestion({ ...answers, gone: "number", lock: undefined as never })).toBeUndefined();
  expect(openQuestion({ ...answers, isCarrierAsked: false })).toBe("where");
});

test("in one's own words is an answer to the first question, and is read as the notes of a file are", () => {
  const told = { ...answers, gone: "told" as const, lock: undefined as never, uses: [] };
  expect(openQuestion(told)).toBeUndefined();
  const note = line({
    kind: "note",
    word: "note",
    title: { en: "手机和卡都被偷了", zh: "手机和卡都被偷了" },
  });
  const file = incidentFile({ ...kept, answers: told, log: [note] }, begunAt + 38, 480);
  expect("gone" in file.incident).toBe(false);
  const plan = planOf(shipped.catalog, file);
  if (plan.kind !== "plan") throw new Error(plan.complaints.join());
  expect(plan.zh.answer.asked.map(({ what }) => what)).toEqual(["lock"]);
  expect(plan.zh.answer.taken).not.toEqual([]);
  // What was written says nothing of what is gone: that is asked, and nothing is taken to be.
  const vague = line({ kind: "note", word: "note", title: { en: "help me", zh: "help me" } });
  const open = planOf(
    shipped.catalog,
    incidentFile({ ...kept, answers: told, log: [vague] }, begunAt + 38, 480),
  );
  if (open.kind !== "plan") throw new Error(open.complaints.join());
  expect(open.en.answer.asked.map(({ what }) => what)).toEqual(["gone"]);
});

test("a number that was moved, or nothing gone at all, is an incident as well, with all of it understood", () => {
  const { catalog } = shipped;
  for (const gone of ["number", "nothing"] as const) {
    const lines = [line({ kind: "sign", word: "money-gone", on: "card.bank" })];
    const { lock: _, ...asked } = answers;
    const plan = planOf(
      catalog,
      incidentFile({ ...kept, answers: { ...asked, gone }, log: lines }, begunAt + 38, 480),
    );
    if (plan.kind !== "plan") throw new Error(plan.complaints.join());
    const { next, coverage } = plan.en.answer;
    expect(coverage.unknownWords).toEqual([]);
    // Money went from the bank's card: it is stopped there first.
    expect(next[0]?.institution).toBe("icbc");
    expect(next[0]?.say).not.toContain("stolen");
  }
});

test("whoever was deceived and paid says so first, and the payment is called back", () => {
  const { lock: _, ...asked } = answers;
  const plan = planOf(
    shipped.catalog,
    incidentFile({ ...kept, answers: { ...asked, gone: "paid" }, log: [] }, begunAt + 38, 480),
  );
  if (plan.kind !== "plan") throw new Error(plan.complaints.join());
  const { next, coverage } = plan.en.answer;
  expect(coverage.unknownWords).toEqual([]);
  expect(next[0]?.institution).toBe("police-cn");
  expect(next[0]?.say).toContain("made a payment myself");
});

test("what was refused waits a quarter of an hour behind the rest, what is done is gone", () => {
  const act = (id: string) => ({ kind: "block", action: id, effects: [id], flows: [] });
  const acts = ["a", "b", "c"].map(act);
  const log = [line({ word: "a" }), line({ word: "b", kind: "refused" })];
  const at = Date.parse(kept.log[0]!.at) / 60_000;
  const ids = (list: readonly { readonly action: string }[]) => list.map(({ action }) => action);
  const soon = queueOf(acts, log, at + 1);
  expect([ids(soon.open), ids(soon.later)]).toEqual([["c"], ["b"]]);
  expect(ids(queueOf(acts, log, at + 20).open)).toEqual(["b", "c"]);
  expect(wordOf({ kind: "throw-out", action: "not enter(x)", effects: [], flows: ["i/a", "i/b"] })).toBe(
    "i/b",
  );
});

test("a night that was saved is read back, and anything else is nothing", () => {
  expect(readKeptText(JSON.stringify(kept))).toEqual(kept);
  const others = [
    "",
    "{",
    "[]",
    "{}",
    JSON.stringify({ ...kept, log: [{}] }),
    JSON.stringify({ ...kept, id: 1 }),
  ];
  for (const text of others) expect(readKeptText(text)).toBeUndefined();
});

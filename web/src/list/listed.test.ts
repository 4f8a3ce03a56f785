/** The list as it is shown: nothing chosen is missing, the owner's own first, one next thing; and who would be locked out. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import type { CaseAnswer, OpenCase } from "../../../src/asking/index.ts";
import { readFounding, readWhole } from "../../data-plugin.ts";
import { deedsOf } from "../cut/deeds.ts";
import type { CaseData } from "../engine/case-data.ts";
import { openEngine } from "../engine/engine.ts";
import { readOwnCase } from "../engine/own-case.ts";
import { letterOf } from "./letter.ts";
import { type Listed, listedOf } from "./listed.ts";

let data: CaseData;
let engine: OpenCase;
let base: CaseAnswer;
let all: readonly string[];
beforeAll(() => {
  data = readFounding();
  engine = openEngine(data);
  base = engine.ask([]);
  all = base.audit.catalogue.map(({ id }) => id);
});

function list(chosen: readonly string[], done: readonly string[]): Listed {
  const isMine = (id: string) => base.audit.catalogue.find((each) => each.id === id)?.by === "person";
  const mine = engine.order(chosen.filter(isMine), []);
  const theirs = engine.order(
    chosen.filter((id) => !isMine(id)),
    chosen.filter(isMine),
  );
  const deeds = deedsOf({ data, measures: base.audit.catalogue, blocks: engine.blocks() });
  return listedOf({
    steps: [...mine.steps, ...theirs.steps],
    deeds,
    done: new Set(done),
    losses: base.audit.losses,
  });
}

test("of the real case: every chosen measure is listed once, and the last one leaves what all of them leave", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), (coins) => {
      const chosen = all.filter(() => coins.next().value === true).slice(0, 12);
      fc.pre(chosen.length > 0);
      const { mine, theirs, count } = list(chosen, []);
      const items = [...mine, ...theirs.flatMap((asking) => asking.items)];
      expect(items.map(({ step }) => step.measure).sort()).toEqual([...chosen].sort());
      expect(count).toBe(chosen.length);
      for (const { deed } of mine) expect(deed.measure.by).toBe("person");
      for (const { items: of } of theirs)
        for (const { deed } of of) expect(deed.measure.by).toBe("institution");
      const amounts = items.map(({ step }) => step.after.remainingAmount);
      expect(Math.min(...amounts)).toBe(engine.left(chosen).remainingAmount);
    }),
    { numRuns: 20 },
  );
});

test("the next thing is the first that is not done, and ticking one moves none", () => {
  const chosen = ["set-sim-pin(sim.main)", "block-card(card.etc-credit)", "block-card(card.ccb-debit)"];
  const order = (listed: Listed) => listed.mine.map(({ step }) => step.measure);
  const fresh = list(chosen, []);
  expect(fresh.next).toBe(order(fresh)[0]);
  const [first = "", second = "", third = ""] = order(fresh);
  const later = list(chosen, [second]);
  expect(order(later)).toEqual([first, second, third]);
  expect([later.next, later.doneCount]).toEqual([first, 1]);
  expect(list(chosen, [first, second]).next).toBe(third);
  expect(list(chosen, chosen).next).toBeUndefined();
});

test("a letter asks for each measure once, names the steps it is about, and nothing of the person", () => {
  const { theirs } = list(["second-proof-at-sign-in", "mask-the-electronic-card", "real-liveness-check"], []);
  expect(theirs).toHaveLength(2);
  for (const asking of theirs)
    for (const lang of ["en", "zh"] as const) {
      const letter = letterOf({ data, asking, losses: base.audit.losses, lang });
      for (const { deed } of asking.items)
        expect(letter.split(`- ${deed.measure.title[lang]}`)).toHaveLength(2);
      for (const { title } of data.person.things.values())
        if (title !== undefined) expect(letter).not.toContain(title[lang]);
      expect(letter).not.toContain(data.person.name[lang]);
    }
  const own = theirs.find(({ who }) => who.kind === "institution");
  if (own === undefined) throw new Error("nothing is asked of one institution");
  expect(letterOf({ data, asking: own, losses: base.audit.losses, lang: "en" })).toContain(
    "- Sign in by text code",
  );
});

test("who is locked out reads which of the measures does it, and no other is blamed", () => {
  const abroad = parse(readFileSync("catalog/people/abroad.yaml", "utf8"));
  const { home } = abroad.lines;
  const title = { en: "Codes from an app", zh: "动态口令" };
  const measure = { title, by: "person", effort: "low", changes: { "account.carrier.second-factor": "app" } };
  const { data: own } = readOwnCase(readWhole(), {
    document: {
      ...abroad,
      // A PIN of the line would be another way into the same account.
      lines: { home: { ...home, settings: { ...home.settings, "service-password": "counter" } } },
      measures: { ...abroad.measures, "codes-from-an-app": measure },
    },
    held: ["possess(device.phone)"],
  });
  if (own === undefined) throw new Error("the person cannot be read");
  const opened = openEngine(own);
  const answer = opened.askQuickly(["turn-on-two-step(account.outlook)", "codes-from-an-app"]);
  expect(answer.lockouts).toEqual([{ goal: "enter(account.carrier)", because: ["codes-from-an-app"] }]);
  expect(opened.askQuickly(["turn-on-two-step(account.outlook)"]).lockouts).toEqual([]);
  expect(opened.order(["codes-from-an-app"], []).steps[0]?.locksOut).toEqual(["enter(account.carrier)"]);
});

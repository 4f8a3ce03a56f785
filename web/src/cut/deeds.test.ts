/** Measures as things to do: every one has somebody who acts, and is told by flows that do it. */
import { beforeAll, expect, test } from "vitest";
import type { CaseAnswer, OpenCase } from "../../../src/asking/index.ts";
import { readFounding, readWhole } from "../../data-plugin.ts";
import type { CaseData } from "../engine/case-data.ts";
import { openEngine } from "../engine/engine.ts";
import { sayAsks } from "./asks.ts";
import { type Deed, deedsOf } from "./deeds.ts";
import { groupsOf, openGroups } from "./groups.ts";
import { stepsOf } from "./how-to.tsx";

let data: CaseData;
let engine: OpenCase;
let base: CaseAnswer;
let deeds: readonly Deed[];
beforeAll(() => {
  data = readFounding();
  engine = openEngine(data);
  base = engine.ask([]);
  deeds = deedsOf({ data, measures: base.audit.catalogue, blocks: engine.blocks() });
});

const deed = (id: string) => deeds.find(({ measure }) => measure.id === id);

test("who has to act: the owner alone, the owner at an institution, one institution, all of them", () => {
  expect(deed("set-sim-pin(sim.main)")?.who).toEqual({ kind: "self" });
  expect(deed("block-card(card.ccb-debit)")?.who).toEqual({ kind: "with", institution: "ccb" });
  expect(deed("change-reserved-number-ccb-debit")?.who).toEqual({ kind: "with", institution: "ccb" });
  expect(deed("block-card(card.other-debit)")?.who).toMatchObject({
    kind: "with",
    thing: "card.other-debit",
  });
  expect(deed("night-hold")?.who).toEqual({ kind: "institution", institution: "china-telecom-sichuan" });
  expect(deed("real-liveness-check")?.who).toEqual({ kind: "all" });
});

test("a measure of the owner is told by the flows that set what it sets, calls first", () => {
  const channels = deed("block-card(card.ccb-debit)")?.flows.map(({ channel }) => channel) ?? [];
  expect(channels.length).toBeGreaterThan(1);
  expect(channels[0]).toBe("phone");
  for (const { measure, flows } of deeds)
    if (measure.by === "institution") expect(flows, measure.id).toEqual([]);
});

test("what a flow asks is said by the names of things, alternatives held apart", () => {
  const { flows } = data.catalog.institutions.get("china-telecom-sichuan") ?? { flows: [] };
  const suspend = flows.find(({ id }) => id === "suspend-by-phone");
  const { vocabulary } = data.catalog;
  if (suspend === undefined) throw new Error("no such flow");
  expect(sayAsks(suspend.asks, vocabulary, "en")).toBe(
    "the carrier's service password; or: your ID number and numbers you called recently",
  );
  expect(sayAsks(suspend.asks, vocabulary, "zh")).toBe("服务密码；或者：身份证号、最近通话的几个号码");
  const turned = { kind: "all", parts: [suspend.asks, { kind: "any", parts: [] }] } as const;
  expect(sayAsks(turned, vocabulary, "en")).toBe(sayAsks(suspend.asks, vocabulary, "en"));
  const name = { kind: "capability", pattern: { kind: "show-face", subjects: [] } } as const;
  expect(sayAsks({ kind: "all", parts: [name, suspend.asks] }, vocabulary, "zh")).toBe(
    "本人刷脸，再加一样：服务密码；或者：身份证号、最近通话的几个号码",
  );
});

test("nothing a flow of the shipped catalogue asks is left unsaid", () => {
  const { catalog } = readWhole();
  expect(catalog.institutions.size).toBeGreaterThan(80);
  for (const { flows } of catalog.institutions.values())
    for (const { id, asks } of flows)
      for (const lang of ["en", "zh"] as const) {
        const said = sayAsks(asks, catalog.vocabulary, lang);
        const isNothing = asks.kind !== "capability" && asks.parts.length === 0;
        expect(said === "", `${id} ${lang}`).toBe(isNothing);
      }
});

test("every measure stands in one group or among those that change nothing by themselves", () => {
  const alone = new Map(engine.alone().map((each) => [each.measure, each]));
  const { mine, theirs, idle } = groupsOf({ deeds, base: base.audit, alone });
  const stood = [...mine, ...theirs].flatMap((group) => group.deeds).concat(idle);
  expect(stood.map(({ measure }) => measure.id).sort()).toEqual(
    deeds.map(({ measure }) => measure.id).sort(),
  );
  expect(mine[0]?.deeds[0]?.measure.id).toBe("set-sim-pin(sim.main)");
  for (const { measure } of idle) expect(base.audit.alone).not.toContain(measure.id);
});

test("the first group is open however long it is, and not all of many are", () => {
  const groups = Array.from({ length: 9 }, (_, i) => ({
    key: String(i),
    who: { kind: "all" } as const,
    deeds: deeds.slice(0, i === 0 ? 40 : 5),
  }));
  expect([...openGroups(groups)]).toEqual(["0"]);
  expect([...openGroups(groups.slice(1))]).toEqual(["1", "2"]);
});

test("a text of several sentences is told in steps, and nothing of it is lost", () => {
  const zh =
    "打银行客服电话，要求办理正式（长期）挂失；临时挂失过几天会自动失效。余额为零的、忘了的卡也要办。";
  expect(stepsOf(zh)).toHaveLength(3);
  expect(stepsOf(zh).join("")).toBe(zh);
  const en = "Settings > Account > Two-step verification. It waits 1.5 days. Then it holds.";
  expect(stepsOf(en)).toEqual([
    "Settings > Account > Two-step verification.",
    "It waits 1.5 days.",
    "Then it holds.",
  ]);
});

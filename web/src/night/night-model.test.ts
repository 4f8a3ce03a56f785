/** What is drawn of a night is what its events say: nothing more, nothing else, at any minute. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { NightEvent } from "../../../src/model/index.ts";
import { type Night, prepare, simulatePrepared } from "../../../src/world/index.ts";
import { readFounding, readToldNight } from "../../data-plugin.ts";
import { atMinute } from "./at-moment.ts";
import { startOf, tellNight } from "./night-model.ts";
import type { NightTold, Side } from "./night-told.ts";
import { type Manner, openNight } from "./night-world.ts";
import { ownersWays, thievesWays } from "./sides.ts";

const told = readToldNight();
const { catalog } = readFounding();
const setup = { ...told, catalog, horizonMinutes: told.endsAt };
const opened = openNight(setup);

/** A night as the world wrote it, and as it is told. */
function played(manner: Manner, run: number, eventsMax?: number) {
  const prepared = prepare({ ...opened.question(manner), ...(eventsMax === undefined ? {} : { eventsMax }) });
  const night = simulatePrepared(prepared, { seed: 7, run });
  const start = startOf(prepared.stage, prepared.arena.start.has);
  return {
    night,
    start,
    tale: tellNight({
      night,
      stage: prepared.stage,
      start,
      startsAt: told.startsAt,
      horizon: told.endsAt,
    }),
  };
}

const asleep: Manner = { thieves: "gang", owner: "asleep", measures: [] };
const fighting: Manner = { thieves: "gang", owner: "fighting", measures: [] };
const withPin: Manner = { ...fighting, measures: ["set-sim-pin(sim.main)"] };

const anyManner = fc.record({
  thieves: fc.constantFrom(...thievesWays),
  owner: fc.constantFrom(...ownersWays),
  measures: fc.constantFrom([], ["set-sim-pin(sim.main)"], ["lift-only-at-counter"], ["night-hold"]),
});

/** What somebody has by the events up to this minute, one after another. */
function hasBy(events: readonly NightEvent[], start: readonly string[], side: Side, minute: number) {
  const has = new Set(start);
  for (const event of events) {
    if (event.kind !== "gains" && event.kind !== "loses") continue;
    if (event.at > minute || event.actor !== side) continue;
    if (event.kind === "gains") has.add(event.capability.text);
    else has.delete(event.capability.text);
  }
  return has;
}

/** The same for conditions, whoever set them. */
function setBy(night: Night, minute: number) {
  const before = night.conditions.length - night.events.filter(({ kind }) => kind === "sets").length;
  const isSet = new Set(night.conditions.slice(0, before).map(({ condition }) => condition));
  for (const event of night.events) {
    if (event.at > minute) continue;
    if (event.kind === "sets") isSet.add(event.capability.text);
    if (event.kind === "clears" || event.kind === "lapses") isSet.delete(event.capability.text);
  }
  return isSet;
}

function holdTo(tale: NightTold, night: Night, start: ReturnType<typeof startOf>, minute: number) {
  const now = atMinute(tale, minute);
  expect(new Set(now.thievesHave)).toEqual(hasBy(night.events, start.intruder, "intruder", minute));
  const owners = hasBy(night.events, start.owner, "owner", minute);
  const everOwners = new Set([
    ...start.owner,
    ...night.events.flatMap((event) =>
      event.kind === "gains" && event.at <= minute && event.actor === "owner" ? [event.capability.text] : [],
    ),
  ]);
  expect(new Set(now.ownerLost)).toEqual(new Set([...everOwners].filter((what) => !owners.has(what))));
  expect(new Set(now.blocked.map(({ condition }) => condition))).toEqual(setBy(night, minute));
  const gone = night.money
    .filter(({ at, counterparty }) => at <= minute && counterparty.kind === "gone")
    .reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  expect(now.gone).toBe(gone / 100);
}

test("at every minute what is told to be so is what a replay of the events gives", () => {
  fc.assert(
    fc.property(
      anyManner,
      fc.nat(50),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }),
      (manner, run, places) => {
        const { night, tale, start } = played(manner, run);
        const minutes = [0, told.endsAt, ...places.map((place) => place * told.endsAt)];
        const [moment] = tale.moments.slice(Math.floor(tale.moments.length / 2));
        for (const minute of [...minutes, moment ?? 0]) holdTo(tale, night, start, minute);
      },
    ),
    { numRuns: 25 },
  );
});

test("the bars of blocks are the conditions of the night, in order, and somebody has set each", () => {
  const { night, tale } = played(fighting, 2);
  expect(tale.blocks.map(({ condition, from, until }) => ({ condition, from, until }))).toEqual(
    night.conditions,
  );
  expect(tale.blocks.every(({ setBy: side }) => side !== undefined)).toBe(true);
  expect(tale.blocks.length).toBeGreaterThan(5);
  for (const { until, ended } of tale.blocks) expect(ended === undefined).toBe(until === told.endsAt);
});

test("the running total ends at the night's loss, and each loss at its own", () => {
  fc.assert(
    fc.property(anyManner, fc.nat(50), (manner, run) => {
      const { night, tale } = played(manner, run);
      expect(tale.money.at(-1)?.total ?? 0).toBe(night.loss);
      for (const [goal, amount] of night.lossByGoal) {
        const moved = tale.money.filter((move) => move.goal === goal);
        expect(moved.reduce((sum, move) => sum + move.amount, 0)).toBe(amount);
      }
      expect(tale.steps.reduce((sum, { gone }) => sum + gone, 0)).toBe(night.loss);
    }),
    { numRuns: 20 },
  );
});

test("what came back is gone no longer, from the minute it came", () => {
  const tale = opened.tell(told);
  const [first, before] = [tale.losses[0]!, tale.money.at(-1)!];
  const at = before.at + 5;
  const back = { at, actor: "owner", returned: { [first.goal]: first.amount }, isConcluded: false };
  const later = opened.tell({ ...told, lines: [...told.lines, back] });
  expect(atMinute(later, before.at).gone).toBe(before.total);
  const after = atMinute(later, at);
  expect(after.gone).toBe(before.total - first.amount);
  expect(after.goneBy.map(({ goal }) => goal)).not.toContain(first.goal);
  expect(after.gone).toBe(later.loss);
});

test("every step that was begun is told once, with how it ended", () => {
  const { night, tale } = played(fighting, 0);
  const begun = night.events.filter(({ kind }) => kind === "begins");
  const count = (kind: string) => night.events.filter((event) => event.kind === kind).length;
  expect(tale.steps.length).toBe(begun.length);
  expect(tale.steps.filter(({ outcome }) => outcome === "done").length).toBe(count("ends"));
  const failed = tale.steps.filter(({ outcome }) => outcome === "failed");
  expect(failed.length).toBe(count("fails"));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.every(({ lacks }) => lacks.length > 0)).toBe(true);
});

test("a failure on a block names the block", () => {
  const { tale } = played({ ...fighting, measures: ["lift-only-at-counter"] }, 0);
  const stopped = tale.steps.filter(({ side, outcome }) => side === "intruder" && outcome === "failed");
  expect(stopped.flatMap(({ lacks }) => lacks)).toContainEqual({
    kind: "block",
    what: "suspended(line.main)",
  });
});

test("the founding night turns where its account says it does", () => {
  const tale = opened.tell(told);
  const turns = tale.turns.map((turn) => `${turn.kind} ${turn.at}`);
  expect(turns).toMatchInlineSnapshot(`
    [
      "first-block 35",
      "takeover 87",
      "key-step 93",
      "first-lift 115",
      "contest 150",
      "first-loss 470",
      "last-block 570",
      "end 990",
    ]
  `);
  const knot = tale.turns.find((turn) => turn.kind === "key-step");
  expect(tale.steps[knot?.step ?? -1]?.flow).toBe("show-electronic-card");
  const last = tale.turns.find((turn) => turn.kind === "last-block");
  expect(last).toMatchObject({ condition: "sms-off(line.main)", hasStopped: true });
  expect(tale.loss).toBe(15_000);
  expect(tale.losses).toEqual(told.losses.map(({ goal, amount }) => ({ goal, amount })));
  // What the account says of each stands where the loss is named.
  expect(tale.saidOfLosses["cash-out(account.meituan)"]?.en).toBe("5,000, repaid by the family");
});

test("every line of the account stands in the founding night, the refused one with what was missing", () => {
  const tale = opened.tell(told);
  const noted = tale.entries.filter(
    (entry) => (entry.kind === "step" || entry.kind === "seen") && entry.note !== undefined,
  );
  expect(noted.length).toBe(told.lines.length);
  const refused = tale.steps.filter(({ outcome }) => outcome === "failed");
  expect(refused.map(({ flow, lacks }) => ({ flow, lacks }))).toEqual([
    { flow: "pay-with-code", lacks: [{ kind: "block", what: "sms-off(line.main)" }] },
  ]);
  expect(tale.steps.some(({ who }) => who === "helper:husband")).toBe(true);
});

const kindsOf = ({ turns }: NightTold) => turns.map(({ kind }) => kind);

test("a night without a loss, one nobody fights in, one nothing happens in and one cut off have their turning points, too", () => {
  expect(kindsOf(played(withPin, 0).tale)).not.toContain("first-loss");
  const unfought = played(asleep, 0).tale;
  expect(kindsOf(unfought)).not.toContain("first-block");
  expect(unfought.turns.at(-1)).toMatchObject({ kind: "end", isFoughtBack: false, loss: 59_000 });

  const idle = openNight({ ...setup, thievesFrom: 10_000 });
  const silent = idle.play(asleep, { seed: 1, run: 0 });
  expect(silent.entries).toEqual([]);
  expect(silent.turns).toEqual([{ kind: "end", at: told.endsAt, loss: 0, unsized: 0, isFoughtBack: false }]);

  const cut = played(fighting, 0, 30).tale;
  expect(cut.isCutOff).toBe(true);
  expect(kindsOf(cut).slice(-2)).toEqual(["cut-off", "end"]);
});

test("the same luck is the same night, another run another", () => {
  const chance = { seed: 5, run: 3 };
  expect(opened.play(fighting, chance)).toEqual(opened.play(fighting, chance));
  expect(opened.play(fighting, chance).moments).not.toEqual(
    opened.play(fighting, { seed: 5, run: 4 }).moments,
  );
});

test("a SIM PIN leaves no loss in the same night", () => {
  for (let run = 0; run < 10; run++) expect(opened.play(withPin, { seed: 20200904, run }).loss).toBe(0);
});

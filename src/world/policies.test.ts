/** How intruders and owners play, in a world of one line, two cards and a wallet. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import type { NightEvent } from "../model/index.ts";
import {
  type Defence,
  defend,
  intruderPolicies,
  type Night,
  ownerPolicies,
  type RaceQuestion,
  race,
  simulate,
  summarise,
} from "./index.ts";

const hands = `
institution: things
flows:
  move-sim: { for: { sim: person.sims, line: sim.line }, asks: possess(sim), gives: [receive-sms(line), receive-call(line)], takes: { min: 2m, likely: 5m, max: 90m } }
  use-own-sim: { for: { line: person.lines }, asks: control(line), gives: [receive-sms(line), receive-call(line)], takes: 5m }
  unlock: { for: { device: person.devices }, asks: [possess(device), know(device.passcode)], gives: [unlock(device)], takes: 1m }
  open-apps: { for: { device: person.devices, account: device.accounts }, asks: unlock(device), gives: [enter(account)], takes: 1m }
`;
const carrier = `
institution: carrier
provides: line
flows:
  suspend: { asks: know(person.id-number), sets: [suspended(line)], takes: { min: 2m, likely: 4m, max: 10m } }
  lift: { asks: know(line.service-password), clears: [suspended(line)], takes: { min: 2m, likely: 4m, max: 10m }, measures: [counter] }
  reset-password: { asks: receive-sms(line), gives: [know(line.service-password)], revokes: [know(line.service-password)], takes: 5m }
  new-sim: { hours: "09:00-18:00", asks: appear-in-person(person), gives: [control(line)], revokes: [receive-sms(line), receive-call(line), possess(sim)], clears: [suspended(line)], takes: 10m }
measures:
  counter: { by: institution, effort: low, asks-more: [appear-in-person(person)] }
`;
const bank = `
institution: bank
provides: card
flows:
  block: { asks: know(person.id-number), sets: [{ condition: blocked(card), expires: 20h }], takes: 5m }
  unblock: { asks: appear-in-person(person), clears: [blocked(card)], takes: 5m }
  pay: { asks: receive-sms(card.reserved-line), gives: [charge(card)], takes: { min: 30m, likely: 60m, max: 90m } }
`;
const wallet = `
institution: wallet
provides: account
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 5m }
  move-money: { asks: enter(account), gives: [drain(account)], takes: 5m, delay: { min: 2h, likely: 3h, max: 4h, tells: [account.devices], cancelled-by: keep } }
  keep: { asks: enter(account), gives: [see-cards(account)], takes: 2m }
`;
const person = `
person: { id: somebody }
lines: { main: { carrier: carrier, sim: { in: phone, pin: none } } }
devices: { phone: { kind: phone, lock: passcode }, tablet: { kind: tablet, lock: passcode } }
cards:
  small: { bank: bank, kind: debit, reserved-line: main, balance: 100, credit: 0 }
  large: { bank: bank, kind: debit, reserved-line: main, balance: 900, credit: 0 }
  drawer: { bank: bank, kind: debit, reserved-line: main, balance: 500, credit: 0, seen-by-owner: false }
accounts: { purse: { service: wallet, line: main, devices: [tablet], balance: 300, credit: 0, loan-offer: 0 } }
`;
const friday = 4 * 1_440;

interface Played {
  readonly institutions?: readonly string[];
  readonly owner?: string;
  readonly intruder?: string;
  readonly noticedMinutes?: number;
  readonly startMinute?: number;
  readonly hours?: number;
  readonly measure?: string;
}

function question({
  institutions = [hands, carrier, bank],
  owner = "nothing",
  intruder = "gang",
  noticedMinutes = 10,
  startMinute = 0,
  hours = 14,
  measure,
}: Played): RaceQuestion {
  const here = institutions.map((text) => text.split("\n")[1]?.split(" ")[1] ?? "");
  const things = person.split("\n").filter((line) => here.includes("wallet") || !line.startsWith("accounts"));
  const world = worldOf(
    institutions,
    things
      .filter((line) => here.includes("bank") || !/^(cards| {2}(small|large|drawer))/.test(line))
      .join("\n"),
  );
  return {
    world,
    held: ["possess(device.phone)", "possess(sim.main)"],
    inForce: world.choices.filter(({ id }) => id === measure).map(({ index }) => index),
    startsAt: friday + 19 * 60,
    horizonMinutes: hours * 60,
    intruder: intruderPolicies.get(intruder)!({ startMinute }),
    owner: ownerPolicies.get(owner)!({ noticedMinutes }),
    seed: 11,
    runs: 40,
  };
}

/** What every one of the first twenty nights must show. */
function inEachNight(played: Played, look: (night: Night) => void): void {
  const asked = question(played);
  for (let run = 0; run < 20; run++) look(simulate({ ...asked, run }));
}

const nameOf = (event: NightEvent): string =>
  "flow" in event ? `${event.institution}/${event.flow}` : "capability" in event ? event.capability.text : "";
const begun = ({ events }: Night, flow: string, actor = "intruder") =>
  events.flatMap((event) =>
    event.kind === "begins" && event.actor === actor && nameOf(event) === flow ? [event.at] : [],
  );
const at = ({ events }: Night, kind: string, what: string) =>
  events.find((event) => event.kind === kind && nameOf(event) === what)?.at ?? Number.NaN;

test("a gang lifts a suspension as soon as the phone shows no service, and not before", () => {
  let lifted = 0;
  inEachNight({ owner: "checklist", noticedMinutes: 60, institutions: [hands, carrier, bank] }, (night) => {
    const silent = at(night, "loses", "receive-sms(line.main)");
    const [lift] = begun(night, "carrier/lift");
    if (lift === undefined) return;
    lifted++;
    // It notices within ten minutes; it may have to wait for a hand, or fail at something first.
    expect(lift).toBeGreaterThan(silent + 0.5);
  });
  expect(lifted).toBeGreaterThan(10);
});

test("who suspends a line does not lift it, though they could", () => {
  // Money on the card can be brought to safety only while the line lives, and the owner knows what lifts it.
  const keeper = `
institution: bank
provides: card
flows:
  move: { asks: receive-sms(card.reserved-line), gives: [operate(card)], takes: 5m }
`;
  const easy = carrier.replace("asks: know(line.service-password)", "asks: know(person.id-number)");
  let suspended = 0;
  inEachNight({ owner: "checklist", institutions: [hands, easy, keeper] }, (night) => {
    suspended += begun(night, "carrier/suspend", "owner").length;
    expect(begun(night, "carrier/lift", "owner")).toEqual([]);
  });
  expect(suspended).toBeGreaterThan(0);
});

test("a gang fetches what lifts a suspension while the line still lives", () => {
  inEachNight({}, (night) =>
    expect(begun(night, "carrier/reset-password")[0]).toBeLessThan(
      night.money.find(({ thing }) => thing === "card.large")?.at ?? Number.NaN,
    ),
  );
});

test("intruders begin when they are said to begin", () => {
  inEachNight({ startMinute: 81 }, (night) =>
    expect(Math.min(...night.events.map((event) => event.at))).toBe(81),
  );
});

test("one hand does one thing after the other, four do four at once", () => {
  const spread = (intruder: string) =>
    Math.max(
      ...Array.from({ length: 10 }, (_, run) => {
        let busy = 0;
        let most = 0;
        for (const event of simulate({ ...question({ intruder }), run }).events) {
          if (event.kind === "begins" && event.actor === "intruder") most = Math.max(most, ++busy);
          if ((event.kind === "ends" || event.kind === "fails") && event.actor === "intruder") busy--;
        }
        return most;
      }),
    );
  expect([spread("loner"), spread("gang")]).toEqual([1, 4]);
});

test("the checklist blocks the fullest card first and does not think of the one in the drawer", () => {
  inEachNight({ owner: "checklist" }, (night) => {
    const blocks = night.events.flatMap((event) =>
      event.kind === "begins" && event.actor === "owner" && nameOf(event) === "bank/block"
        ? [event.things.find((thing) => thing.startsWith("card."))]
        : [],
    );
    expect(blocks).toEqual(["card.large", "card.small"]);
    expect(night.lossByGoal.has("charge(card.drawer)") || night.loss === 0).toBe(true);
  });
});

test("a second wave comes when a block has lapsed, a day later", () => {
  const twoDays = { owner: "checklist", noticedMinutes: 20, hours: 60 };
  const later = Array.from({ length: 10 }, (_, run) => simulate({ ...question(twoDays), inForce: [], run }));
  const taken = later.flatMap(({ money }) =>
    money
      .filter(({ from }) => from.kind === "attribute" && from.thing === "card.large")
      .map((move) => move.at),
  );
  expect(taken.length).toBeGreaterThan(0);
  expect(Math.min(...taken)).toBeGreaterThan(20 * 60);
});

test("an owner who is told of money on its way calls it off; one who rests does not", () => {
  const wallets = { institutions: [hands, carrier, wallet], hours: 8 };
  inEachNight({ ...wallets, owner: "checklist", noticedMinutes: 400 }, (night) => {
    expect(night.events.some(({ kind }) => kind === "cancels")).toBe(true);
    expect(night.loss).toBe(0);
  });
  inEachNight({ ...wallets }, (night) => expect(night.loss).toBe(300));
});

test("an owner who rings the dead number hears it, and stops at the new SIM", () => {
  const rings: Defence = {
    ringsEveryMinutes: 20,
    moves: [
      { fromMinute: 116, wants: "suspend-stolen-lines" },
      { fromMinute: 810, wants: "replace-stolen-sims" },
    ],
  };
  for (let run = 0; run < 20; run++) {
    const night = simulate({ ...question({ hours: 20 }), owner: defend("rings", rings), run });
    const rung = night.events.filter((event) => event.kind === "looks" && event.actor === "owner");
    expect(rung.length).toBeGreaterThan(5);
    const own = at(night, "gains", "control(line.main)");
    expect(own).toBeGreaterThan(810);
    expect(rung.every((ring) => ring.at < own)).toBe(true);
    expect(begun(night, "carrier/suspend", "owner").every((minute) => minute < own)).toBe(true);
  }
});

test("who is slow takes a seventh a day, once a day of each place, and stays under a limit", () => {
  const purse = (limit: string) => `
institution: wallet
provides: account
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 5m }
  send: { asks: enter(account), gives: [drain(account)], takes: 5m${limit} }
  pay: { asks: enter(account), gives: [drain(account)], takes: 9m${limit} }
`;
  const sums = (limit: string, days: number) => {
    const night = simulate({
      ...question({ institutions: [hands, carrier, purse(limit)], intruder: "slow", hours: days * 24 }),
      run: 0,
    });
    expect(night.loss).toBeCloseTo(
      night.money.reduce((sum, { amount }) => sum + amount, 0),
      6,
    );
    return night.money.map(({ at: minute, amount }) => [
      Math.floor((minute - night.money[0]!.at) / 1_440),
      amount,
    ]);
  };
  expect(sums("", 3)).toEqual([
    [0, 42.86],
    [1, 42.86],
    [2, 42.86],
  ]);
  const all = sums("", 9);
  expect(all.map(([day]) => day)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(all.reduce((sum, [, amount]) => sum + amount!, 0)).toBeCloseTo(300, 6);
  const limited = ", at-most: { amount: 20, per: 24h, of: account }";
  expect(sums(limited, 3)).toEqual([
    [0, 20],
    [1, 20],
    [2, 20],
  ]);
});

test("what a night says of its intruder goes before what is said of all", () => {
  const asked = question({ startMinute: 81 });
  const told = simulate({ ...asked, latents: { startMinute: 200, hands: 1, patienceMinutes: 60 } });
  const begins = told.events.filter(({ kind }) => kind === "begins").map((event) => event.at);
  expect(Math.min(...begins)).toBe(200);
  expect(Math.max(...begins)).toBeLessThanOrEqual(260);
});

test("an act that is forced is begun at its minute, whatever its actor means to do", () => {
  const asked = question({});
  const step = asked.world.steps.find(({ flow }) => flow.id === "suspend")!.id;
  const forced = [{ at: 33, actor: "owner" as const, step, minutes: 2 }];
  const night = simulate({ ...asked, forced });
  expect(at(night, "begins", "carrier/suspend")).toBe(33);
  expect(at(night, "sets", "suspended(line.main)")).toBe(35);
});

test("a helper is one more actor, with hands and things of their own", () => {
  const asked = question({});
  const helped = simulate({
    ...asked,
    others: [
      {
        name: "helper:friend",
        side: "owner",
        held: ["know(person.id-number)"],
        policy: ownerPolicies.get("checklist")!({ noticedMinutes: 5 }),
      },
    ],
  });
  const deeds = helped.events.filter((event) => event.kind === "begins" && event.actor === "helper:friend");
  expect(deeds.length).toBeGreaterThan(0);
});

/** Steps are numbered otherwise where a measure makes variants of them. */
const plainly = (event: NightEvent) => ({ ...event, step: undefined });

test("W2 two variants share every draw of what they share: a measure nobody meets leaves a night as it was", () => {
  for (let run = 0; run < 10; run++) {
    const plain = simulate({ ...question({}), run });
    const measured = simulate({ ...question({ measure: "counter" }), run });
    expect(
      JSON.stringify({
        ...measured,
        events: measured.events.map(plainly),
        money: measured.money.map(plainly),
      }),
    ).toBe(
      JSON.stringify({
        ...plain,
        events: plain.events.map(plainly),
        money: plain.money.map(plainly),
      }),
    );
  }
});

test("a race that is stopped says how far it came, and is right about that", () => {
  const asked = { ...question({}), runs: 1_000 };
  let questions = 0;
  const tally = race(asked, { isSpent: () => ++questions > 2 });
  expect([tally.from, tally.to, tally.played]).toEqual([0, 192, 192]);
  const answer = summarise(tally, asked);
  expect([answer.label, answer.runs, answer.runsWanted]).toEqual(["truncated", 192, 1_000]);
  expect(answer.pLoss).toEqual(summarise(race({ ...asked, runs: 192 }), { ...asked, runs: 192 }).pLoss);
});

test("a race answers in shares, means and percentiles that belong together", () => {
  const asked = { ...question({ owner: "checklist", noticedMinutes: 45 }), runs: 400 };
  const answer = summarise(race(asked), asked);
  expect(answer.label).toBe("complete");
  expect(answer.pLoss.value).toBe(answer.firstLossMinutes.share.value);
  expect(answer.ways.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(answer.goals.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(answer.loss.mean, 9);
  expect(
    answer.loss.p50 <= answer.loss.p95 &&
      answer.loss.ci95[0] <= answer.loss.mean &&
      answer.loss.mean <= answer.loss.ci95[1],
  ).toBe(true);
  const { p10, p50, p90 } = answer.firstTakeoverMinutes;
  expect([p10, p50, p90]).toEqual([null, null, null]);
});

/** Owners who sleep, and who begin from what they see: judged by the events of the night alone. */
import { expect, test } from "vitest";
import { traceText } from "../../src/model/index.ts";
import { type Defence, defend, type Night, prepare, simulatePrepared } from "../../src/world/index.ts";
import { anyDefence } from "../kit/any-defence.ts";
import { wild } from "../kit/raced-night.ts";
import { racedWorld } from "../kit/raced-world.ts";
import { worldOf } from "../kit/small-world.ts";
import { worldsTried } from "../kit/worlds-tried.ts";

const worlds = worldsTried(1_000);

/** When traces of the other side's acts reached the owner, with their words. */
const seenBy = ({ events }: Night) =>
  events.flatMap((event) =>
    event.kind === "trace" && event.seenBy === "owner" && event.actor !== "owner"
      ? [{ at: event.at, text: traceText(event.trace) }]
      : [],
  );

/** The stretches in which these hours have the owner asleep and nothing has woken them. */
function sleepIn(
  { asleep }: Defence,
  night: Night,
  startsAt: number | undefined,
): (minute: number) => boolean {
  const wakers = seenBy(night).filter(({ text }) => asleep?.wokenBy.includes(text.split(" ")[0] ?? ""));
  return (minute) =>
    (asleep?.hours ?? []).some((hours) => {
      if (hours.kind === "daily" && startsAt === undefined) return false;
      const of = hours.kind === "daily" ? ((startsAt ?? 0) + minute) % 1_440 : minute;
      const isIn =
        hours.from <= hours.to ? of >= hours.from && of < hours.to : of >= hours.from || of < hours.to;
      if (!isIn) return false;
      const since = hours.kind === "daily" ? (of - hours.from + 1_440) % 1_440 : of - hours.from;
      return !wakers.some(({ at }) => at <= minute && at >= minute - since);
    });
}

test("W13 whoever sleeps begins nothing, and what waits for a sight is not begun before it", () => {
  let asleep = 0;
  let cued = 0;
  for (let seed = 0; seed < worlds; seed++) {
    const raced = racedWorld(seed);
    const defence = anyDefence(raced.world, seed);
    const owner = defend("any", defence);
    const prepared = prepare({ ...raced, eventsMax: 200, intruder: wild(seed), owner });
    const night = simulatePrepared(prepared, { seed });
    const isAsleep = sleepIn(defence, night, raced.startsAt);
    const begun = night.events.flatMap((event) =>
      (event.kind === "begins" || event.kind === "looks") && event.actor === "owner" ? [event.at] : [],
    );
    for (const minute of begun) expect([seed, minute, isAsleep(minute)]).toEqual([seed, minute, false]);
    asleep += defence.asleep !== undefined && begun.length > 0 ? 1 : 0;
    // Nothing by the clock, and nothing called off: the first act comes after the first sight, or a line gone silent.
    if (defence.moves.some(({ cue }) => cue === undefined)) continue;
    const first = night.events.find(
      (event) =>
        (event.kind === "trace" && event.seenBy === "owner" && event.actor !== "owner") ||
        (event.kind === "loses" && event.actor === "owner"),
    );
    for (const minute of begun) expect(minute).toBeGreaterThanOrEqual(first?.at ?? Infinity);
    cued += begun.length;
  }
  expect(asleep).toBeGreaterThan(worlds / 50);
  expect(cued).toBeGreaterThan(worlds / 50);
});

const mail = `
institution: mail
provides: account
flows:
  prompt: { asks: know(account.password), gives: [enter(account)], takes: 1m, consent: { chance: 1 }, leaves: [{ notice: { to: account.devices } }] }
`;
const person = `
person: { id: p }
devices: { phone: { kind: phone } }
accounts: { a: { service: mail, devices: [phone] } }
losses: [{ goal: enter(account.a), en: read, zh: 被看 }]
`;

test("W13 and says yes to nothing until they wake", () => {
  const world = worldOf([mail], person);
  const lostAt = (asleep: Defence["asleep"]) => {
    const prepared = prepare({
      world,
      held: ["know(account.a.password)"],
      startsAt: 23 * 60,
      horizonMinutes: 600,
      intruder: {
        id: "again",
        next: (view) => [
          { kind: "begin", step: world.steps[0]!.id },
          { kind: "wait", until: view.now + 30 },
        ],
      },
      owner: defend("sleeps", {
        moves: [{ fromMinute: 0, wants: "freeze-wallets" }],
        ...(asleep === undefined ? {} : { asleep }),
      }),
    });
    return simulatePrepared(prepared, { seed: 1 }).firstLossMinutes;
  };
  const hours = [{ kind: "daily", from: 22 * 60, to: 7 * 60 }] as const;
  expect(lostAt(undefined)).toBe(1);
  const woken = lostAt({ hours, wokenBy: [] }) ?? Number.NaN;
  expect(woken).toBeGreaterThanOrEqual(8 * 60);
  expect(woken).toBeLessThan(9 * 60);
});

/** What is said of a wrong list of what an owner set out to do, in both languages. */
import { expect, test } from "vitest";
import { catalogOf } from "../../test/kit/small-world.ts";
import { readYaml } from "../catalog/index.ts";
import { parseMoment } from "../model/index.ts";
import { headingsZh, helpZh, isHelpKnown, isSentenceKnown, sentenceZh } from "../report/index.ts";
import { defencesIn, faultsOfDefence } from "./defence.ts";
import { readNight } from "./night.ts";

const catalog = catalogOf(`
institution: telco
provides: line
flows:
  stop: { asks: know(line.service-password), sets: [suspended(line)] }
  go-on: { asks: know(line.service-password), clears: [suspended(line)] }
`);
const night = (defence: string) => `
night: n
title: { en: N, zh: 夜 }
world: { person: { lines: { l: { carrier: telco } } }, held: [], at: "fri 22:00" }
script: [{ at: "22:10", actor: owner, note: { en: Nothing., zh: 无。 } }]
defence: { id: d, ${defence} }
ends: { at: "sat 08:00", losses: [] }
`;

function check(defence: string, ...expected: readonly string[]): void {
  const { complaints } = readNight(readYaml(night(defence), "n.yaml"), "n.yaml", catalog, () => undefined);
  expect(complaints.map(({ sentence, help = "" }) => `${sentence} | ${help}`)).toEqual(expected);
  for (const { code, sentence, help = "" } of complaints) {
    expect([isSentenceKnown(sentence), help === "" || isHelpKnown(help)]).toEqual([true, true]);
    expect(sentenceZh(sentence, headingsZh[code])).toMatch(/[一-鿿]/);
    expect(helpZh(help)).toMatch(/[一-鿿]/);
  }
}

const moves = "moves: [{ after: 5m, get: suspend-stolen-lines }]";

test("moves by the clock, by what is seen, by both, and hours of sleep", () => {
  check(moves);
  check(
    "moves: [{ when-seen: no-signal line.l, get: suspended(line.l) }, { when-seen: [sms, mail], times: 3, within: 10m, after: 2m, get: not suspended(line.l) }]",
  );
  check(
    `asleep: { hours: [{ from: "23:00", to: "07:00" }, { from: 2h, to: 3h }], woken-by: [call, sms alarm] }, ${moves}`,
  );
});

test("a move that is begun by nothing, counts nothing or gets nothing", () => {
  check(
    "moves: [{ get: freeze-wallets }]",
    '`{"get":"freeze-wallets"}` is begun by nothing | write `after`, `when-seen`, or both',
  );
  check(
    "moves: [{ after: 1m, times: 3, get: freeze-wallets }]",
    '`{"after":"1m","times":3,"get":"freeze-wallets"}` is counted and not seen | write under `when-seen` what is counted',
  );
  check(
    "moves: [{ when-seen: sms, within: 3m, get: freeze-wallets }]",
    '`{"when-seen":"sms","within":"3m","get":"freeze-wallets"}` is one thing within a time | write under `times` how many',
  );
  check("moves: [{ after: soon, get: freeze-wallets }]", "`soon` is no length of time | write `95m` or `2h`");
  check(
    "moves: [{ when-seen: a flood, get: freeze-wallets }]",
    "`a flood` is nothing that can be seen | write `anything`, `no-signal`, `told` (of what waits), or words of a trace, its kind first (`sms reset-code`)",
  );
  check(
    "moves: [{ after: 1m, get: panic }]",
    "`panic` is nothing to get done | write one of `suspend-stolen-lines`, `lock-stolen-devices`, `block-seen-cards`, `freeze-wallets`, `rescue-balances`, `switch-texts-off`, `replace-stolen-sims`, or a condition or capability of this person's things",
  );
});

test("hours that are none", () => {
  const asleep = (hours: string) => `asleep: { hours: ${hours} }, ${moves}`;
  check(
    asleep('{ from: midnight, to: "07:00" }'),
    "`midnight` is no hour | write `23:30`, or a length of time from the beginning (`2h`)",
  );
  check(
    asleep('{ from: 1h, to: "07:00" }'),
    '`{"from":"1h","to":"07:00"}` is half by the clock | write both as times of day, or both as lengths of time from the beginning',
  );
  check(
    asleep("{ from: 3h, to: 2h }"),
    '`{"from":"3h","to":"2h"}` is over before it begins | let `to` be later',
  );
});

test("what means nothing for this person", () => {
  check(
    "moves: [{ after: 1m, get: frozen(account.x) }]",
    "nothing in this world is called `frozen(account.x)` | write a condition or a capability of this person's things",
  );
  check(
    "moves: [{ after: 1m, get: not know(line.l.service-password) }]",
    "`know(line.l.service-password)` is no condition that could be lifted | write a condition or a capability of this person's things",
  );
  check(
    "moves: [{ after: 1m, get: not frozen(account.x) }]",
    "nothing in this world is called `frozen(account.x)` | write a condition of this person's things after `not `",
  );
  check(
    "moves: [{ when-seen: no-signal line.k, get: suspended(line.l) }]",
    "no thing `line.k` | did you mean `line.l`?",
  );
});

test("sleep by the clock asks when the night begins; sleep by lengths of time does not", () => {
  const faults = (hours: string, startsAt: number | undefined) => {
    const yaml = readYaml(night(`asleep: { hours: ${hours} }, ${moves}`), "n.yaml");
    const defence = defencesIn([{ file: "n.yaml", kind: "night", yaml }]).get("d");
    const { night: read } = readNight(yaml, "n.yaml", catalog, () => undefined);
    if (defence === undefined || read === undefined) throw new Error("the night was not read");
    return faultsOfDefence(defence, { world: read.world, startsAt }).map(({ message }) => message);
  };
  const clock = '{ from: "23:00", to: "07:00" }';
  expect(faults(clock, undefined)).toEqual([
    "they sleep by the clock, and nobody says when the night begins",
  ]);
  expect(faults(clock, parseMoment("fri 22:00"))).toEqual([]);
  expect(faults("{ from: 1h, to: 7h }", undefined)).toEqual([]);
});

/** What one question hears in a sentence, the other hears too. */
import { expect, test } from "vitest";
import * as kit from "../../test/kit/everyday-sentences.ts";
import { readShipped } from "../../test/kit/shipped.ts";
import { readYaml } from "../catalog/index.ts";
import { meaningOf } from "../evidence/index.ts";
import { ground } from "../ground/index.ts";
import { at } from "../model/index.ts";
import { readPerson } from "../person/index.ts";
import { readTold } from "./told.ts";

const { catalog } = readShipped();
const file = `person: { id: p, region: cn, currency: CNY, as-of: 2026-11-20 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical } } }
devices: { phone: { kind: phone, lock: passcode } }
cards: { one: { bank: icbc, kind: debit, reserved-line: main } }
documents: { id-card: { kind: id-card } }
accounts: { alipay: { service: alipay, line: main } }`;
const world = ground({ catalog, person: readPerson(readYaml(file, "person.yaml"), catalog).person! });
const meaning = meaningOf(catalog);
const read = (says: string) =>
  readTold({
    told: [{ at: "2026-11-19T10:00:00+08:00", by: "owner", says }],
    ...{ world, meaning, firstId: 0, file: "told", zoneMinutes: 480 },
  });
const goneIn = (says: string) => [...read(says).gone.keys()].map((atom) => at(world.atoms, atom).text).sort();

test("what is gone is heard in words that stand in no list of phrases, with all that is gone with it", () => {
  expect(goneIn("手机和钱包都被偷了")).toEqual(["possess(card.one)", "possess(device.phone)"]);
  expect(goneIn("我老公的手机昨晚十点多在地铁上被偷了，锁屏密码可能被看到")).toEqual([
    "possess(device.phone)",
  ]);
  expect(goneIn("two guys on a motorbike ripped the phone out of my hand")).toEqual([
    "possess(device.phone)",
  ]);
  expect(goneIn("手机、身份证、银行卡都丢了")).toEqual([
    ...["possess(card.one)", "possess(device.phone)", "possess(document.id-card)"],
  ]);
  expect(goneIn("my phone was nearly stolen, I held on to it")).toEqual([]);
  expect(goneIn("昨天同事的手机被偷了")).toEqual([]);
});

const { alarms, framed, everyday, unframed } = kit;
const of = (...wanted: readonly string[]) =>
  [...alarms, ...framed].filter(([, sign]) => wanted.includes(sign)).map(([says]) => says);
const unheard = (sentences: readonly string[]) =>
  sentences.filter((says) => read(says).notUnderstood.length > 0);

test("I9 of the sentences the helper in the night takes for money that went, a dead line, what was told, nothing is left unheard", () => {
  const sentences = of(
    "row",
    "money-gone",
    "new-account",
    "no-service",
    "given",
    "steered",
    "paid",
    "paid-in-cash",
  );
  expect(sentences.length).toBeGreaterThan(300);
  expect(unheard(sentences)).toEqual([]);
});

test("I9 of those of things that are gone only what is of none of theirs is left unheard", () => {
  // A passport, a driving licence: this family described none.
  expect(unheard(of("gone")).length).toBeLessThanOrEqual(3);
});

test("I9 nothing that is said on any other day makes anything gone or told to somebody", () => {
  const ordinary = [...everyday, ...unframed];
  expect(ordinary.length).toBeGreaterThan(500);
  const otherwise = ordinary.filter((says) => {
    const { gone, given } = read(says);
    return gone.size + given.size > 0;
  });
  expect(otherwise).toEqual([]);
});

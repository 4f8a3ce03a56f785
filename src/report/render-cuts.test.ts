/** What is told of blocks where no habit stops all of it. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { audit } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { blocksOfTheNight, sayBlockOfTheNight } from "./render-cuts.ts";

const telco = `
institution: telco
name: { en: Telco, zh: 电信 }
provides: line
flows:
  suspend: { asks: know(person.name), sets: [suspended(line)], takes: 4m }
  lift: { asks: know(line.number), clears: [suspended(line)], takes: 5m }
`;
const bank = (measure: string) => `
institution: bank
name: { en: Bank, zh: 银行 }
provides: card
flows:
  report: { asks: know(person.name), sets: [blocked(card)], takes: 4m }
  release: { asks: show-face(person), clears: [blocked(card)], takes: 5m }
  pay: { asks: receive-sms(card.reserved-line), gives: [charge(card)], takes: 2m }
${measure}`;
const person =
  "person: { id: p }\nlines: { l: { carrier: telco } }\ncards: { c: { bank: bank, reserved-line: l, balance: 9 } }";

function told(measure = ""): readonly string[] {
  const world = worldOf([telco, bank(measure)], person);
  const held = ["receive-sms(line.l)", "know(line.l.number)"];
  const answer = audit({ reach: openReach(world), held });
  return blocksOfTheNight(answer).map((power) => sayBlockOfTheNight({ world, lang: "en" }, power));
}

test("where no habit stops it, the blocks of the night are told, what lasts longest first", () => {
  expect(told()).toEqual([
    "Block the Bank debit card: set at once, nothing that was read lets them undo it",
    "Suspend the number: set at once, it lasts 5 minutes at worst",
  ]);
});

test("where one does, it is told instead", () => {
  expect(told("measures: { no-texts: { by: person, effort: low, removes: [pay] } }")).toEqual([]);
});

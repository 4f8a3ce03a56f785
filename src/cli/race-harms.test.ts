/** What a race says of harm that is no sum, and of a debt that somebody fears: never a zero, and never nothing. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { renderRace } from "../report/index.ts";
import { raceAnswer } from "./race-answer.ts";
import { racerOf } from "./race-stretch.ts";

interface Raced {
  readonly institution: string;
  readonly person: string;
  readonly held: readonly string[];
}

function told({ institution, person, held }: Raced, lang: "en" | "zh"): readonly string[] {
  const world = worldOf([institution], person);
  const variants = world.choices.map(({ index }) => [index]);
  const setup = {
    catalog: world.catalog,
    person: world.person,
    conditions: [],
    today: "2026-11-01",
    held,
    inForce: [],
    variants,
    owner: "nothing",
    intruder: "gang",
    startsAt: undefined,
    horizonMinutes: 840,
    hands: undefined,
    seed: 1,
    runs: 20,
  };
  const racer = racerOf(setup, world);
  const raced = racer.race({ from: 0, to: setup.runs }, () => false);
  const answer = raceAnswer({ setup, racer, raced, assumed: [], lent: world });
  return renderRace(answer, world, { lang, colour: false, columns: 400 }).split("\n");
}

const chat: Raced = {
  institution: `
institution: the-messenger
kind: messenger
provides: account
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)], takes: 3m, measures: [second-pin] }
measures:
  second-pin: { title: { en: Set a second PIN, zh: 设第二密码 }, by: person, effort: low, asks-more: [know(account.passcode)] }
`,
  person: `
person: { id: p, currency: ILS }
lines: { main: { carrier: nobody-read } }
accounts: { chat: { service: the-messenger, line: main } }
losses: [{ goal: enter(account.chat), en: friends asked, zh: 冒名 }]
`,
  held: ["receive-sms(line.main)"],
};

test("speaking as the owner has no mean loss, in either language", () => {
  for (const lang of ["en", "zh"] as const) expect(told(chat, lang).join("\n")).not.toMatch(/₪|ILS/);
  expect(told(chat, "en").slice(2, 12)).toMatchInlineSnapshot(`
    [
      "In 100 % (84–100) of 20 nights like this something is lost: speaking as the owner in 100 %; where it is, half of the time within 3 minutes. With “Set a second PIN” it would be 0 %.",
      "",
      "What a measure changes, in the same nights",
      "  race                     loss in  first (median)",
      "  as it is          100 % (84–100)           3 min",
      "  Set a second PIN      0 % (0–16)           never",
      "",
      "How much is lost",
      "  harm not counted in money  100 %  ██████████████████████████████",
      "",
    ]
  `);
});

const lender = (amount: string): Raced => ({
  institution: `
institution: the-lender
kind: lender
provides: account
flows:
  apply: { for: { account: own }, asks: know(account.password), gives: [borrow(account)], takes: 10m }
`,
  person: `
person: { id: p, currency: ILS }
accounts: { loan: { service: the-lender, loan-offer: unknown } }
losses: [{ goal: borrow(account.loan), en: a debt, zh: 债${amount} }]
`,
  held: ["know(account.loan.password)"],
});

test("a debt that is feared is a loss of a race, and of unstated size it is no sum", () => {
  expect([
    told(lender(""), "en")[2],
    told(lender(""), "zh")[2],
    told(lender(", amount: 4000"), "en")[2],
  ]).toMatchInlineSnapshot(`
      [
        "In 100 % (84–100) of 20 nights like this money is lost: a sum nobody has stated; where it is, half of the time within 10 minutes.",
        "这样的 20 夜里，有损失的占 100%（84–100），没填金额；有损失的夜里，一半在 10 分钟之内。",
        "In 100 % (84–100) of 20 nights like this money is lost: ₪4,000 a night on average; where it is, half of the time within 10 minutes.",
      ]
    `);
});

/** Words about one person's things, as somebody types them. */
import { expect, test } from "vitest";
import { catalogOf, personOf, vocabulary } from "../../test/kit/small-world.ts";
import { readGroundCapability, readGroundCondition } from "./ground-words.ts";

const person = personOf(
  `
person: { id: x }
helpers: { aunt: {} }
lines: { main: { carrier: telco } }
devices: { card: {} }
cards: { visa: { bank: bank }, same: { bank: bank } }
accounts: { alipay: { service: wallet }, same: { service: wallet } }
`,
  catalogOf("institution: telco\nprovides: line\n"),
);
const context = {
  person,
  vocabulary,
  place: { file: "here" },
  moreThings: new Map([["account.new-wallet", { kind: "account" as const, name: "new-wallet" }]]),
};

/** The one way to write it, or what is wrong and the way out. */
function told(read: typeof readGroundCapability, text: string): string {
  const found = read(text, context);
  return "word" in found ? found.word.text : `${found.complaint.sentence} | ${found.complaint.help}`;
}

test.each([
  ["possess(sim.main)", "possess(sim.main)"],
  ["possess(main)", "possess(sim.main)"],
  ["enter(alipay)", "enter(account.alipay)"],
  [" enter( account.alipay ) ", "enter(account.alipay)"],
  ["know(alipay.password)", "know(account.alipay.password)"],
  ["know(person.id-number)", "know(person.id-number)"],
  ["know(person.aunt.id-number)", "know(person.aunt.id-number)"],
  ["show-face(person)", "show-face(person)"],
  ["pay-with(alipay, visa)", "pay-with(account.alipay, card.visa)"],
  ["enter(new-wallet)", "enter(account.new-wallet)"],
  ["unlock(card)", "unlock(device.card)"],
  ["charge(same)", "charge(card.same)"],
  ["know(main.number)", "know(line.main.number)"],
  [
    "know(same.number)",
    "`same` may be `card.same` or `account.same` in `know(same.number)` | write its kind in front",
  ],
  ["enter(card.visa)", "it is not said of a card in `enter(card.visa)` | it is said of account"],
  ["enter(aliapy)", "no thing `aliapy` in `enter(aliapy)` | did you mean `alipay`?"],
  ["enter(account.aliapy)", "no account `aliapy` in `enter(account.aliapy)` | did you mean `alipay`?"],
  [
    "enter(alipay.password)",
    "`password` does not belong in `enter(alipay.password)` | a secret follows only `know`",
  ],
  [
    "know(alipay)",
    "it does not say what is known in `know(alipay)` | one of `sign-in-name`, `password`, `passcode`, `number`, `payment-password`, `security-answer`, `recovery-code`, `recent-activity`, `secret-key`, `seed`",
  ],
  [
    "know(visa.password)",
    "a card has no secret `password` in `know(visa.password)` | one of `number`, `last-digits`, `expiry`, `cvv`, `pin`, `online-password`",
  ],
  ["posess(sim.main)", "unknown capability `posess` | did you mean `possess`?"],
  ["pay-with(alipay)", "`pay-with` is said of 2 thing(s), not of 1 | write `pay-with(account, card)`"],
  [
    "nothing at all",
    "`nothing at all` is not a capability | write `kind(thing)`, for example `possess(sim.main)`",
  ],
  [
    "enter(__proto__)",
    "no thing `__proto__` in `enter(__proto__)` | one of `account.alipay`, `alipay`, `account.same`, `same`",
  ],
])("%s is %s", (text, expected) => {
  expect(told(readGroundCapability, text)).toBe(expected);
});

test("a thing that stands in both lists is one thing", () => {
  const found = readGroundCapability("enter(alipay)", { ...context, moreThings: person.things });
  expect("word" in found ? found.word.text : found.complaint.message).toBe("enter(account.alipay)");
});

test.each([
  ["blocked(visa)", "blocked(card.visa)"],
  ["frozen(account.new-wallet)", "frozen(account.new-wallet)"],
  [
    "enter(alipay)",
    "unknown condition `enter` | one of `suspended`, `outgoing-barred`, `sms-off`, `forwarded`, `texts-copied`, `on-2g`, `switched-off`, `near`, `texts-diverted`, `frozen`, `blocked`, `pay-locked`, `biometrics-locked`, `lost-mode`, `loans-closed`, `money-held`, `erased`, `second-step-set`, `recovery-changed`",
  ],
  [
    "blocked(alipay)",
    "no thing `alipay` in `blocked(alipay)` | one of `card.visa`, `visa`, `card.same`, `same`",
  ],
])("as a condition %s is %s", (text, expected) => {
  expect(told(readGroundCondition, text)).toBe(expected);
});

/** Changes as an outside architect writes them, against the shipped catalogue: what each opens or closes, from how little. */
import { expect, test } from "vitest";
import { said } from "../../test/doors/said.ts";
import { readShipped } from "../../test/kit/shipped.ts";
import type { DiffAnswer } from "../questions/index.ts";

/** The only place in this file that knows how the door is called. */
async function check(patch: string, failOn = "opened", more: readonly string[] = []) {
  const { out, err, code } = await said(
    ["design", "diff", "shipped", "patch.yaml", "--format", "json", "--fail-on", failOn, ...more],
    { files: { "patch.yaml": `patch: stranger\n${patch}` } },
  );
  if (out === "") throw new Error(err);
  const { word, effects, changes }: DiffAnswer = JSON.parse(out);
  const kinds = [...new Set(effects.map(({ kind }) => kind))];
  return {
    code,
    word,
    kinds,
    effects: [
      ...new Set(
        effects.map(
          ({ kind, goal, held, from }) =>
            `${kind} ${goal}${from === undefined ? "" : ` by ${held.join(" + ")}`}`,
        ),
      ),
    ],
    silences: changes.map(({ silence }) => silence?.kind),
    undone: changes.flatMap(({ silence }) =>
      silence?.kind === "undone"
        ? [`${silence.would.kind} by ${silence.would.by.map((i) => changes[i]?.id).join()}`]
        : [],
    ),
    tried: changes.flatMap(({ tried = [] }) => tried),
    concernsNothing: changes.flatMap(({ concernsNothing = [] }) => concernsNothing),
    lacks: changes.flatMap(({ lacks = [] }) => lacks.flatMap(({ what }) => what)),
    noLongerGives: changes.flatMap(({ noLongerGives = [] }) => noLongerGives.map(({ what }) => what.length)),
  };
}

test("a password forgotten is had by a card's number and a birth date: open to whoever took the bag", async () => {
  const found = await check(
    "flows: { chase/forgot: { asks: [know(card.number), know(person.birth-date)], gives: [know(account.password), know(account.sign-in-name)], takes: 3m } }\n",
  );
  expect(found).toMatchObject({ code: 4, word: "more" });
  expect(found.effects).toEqual([
    "opened drain(account.chase) by possess(device.phone) + possess(card.chase)",
  ]);
});

test("a reset link by mail opens for whoever reads the mail and has the phone; a build is not stopped by what the flow itself asks", async () => {
  const found = await check(
    "flows: { dbs/by-mail: { asks: [read-mail(mailbox)], gives: [know(account.password)], takes: 3m } }\n",
  );
  expect(found).toMatchObject({ code: 0, word: "more" });
  expect(found.effects).toEqual([
    "opened drain(account.dbs) by read-mail(mailbox.post) + possess(device.phone)",
  ]);
});

test("a page that shows the ID number hides behind what has leaked; without that it opens a reset", async () => {
  const found = await check(
    "flows: { jd/profile: { asks: enter(account), gives: [know(person.id-number), know(person.name)], takes: 1m } }\n",
  );
  expect(found).toMatchObject({ code: 4, word: "more" });
  expect(found.effects).toContain("opened drain(account.jd) by possess(device.phone)");
});

test("a suspension lifted by a text falls to whoever has the SIM card", async () => {
  const found = await check(
    "flows: { china-telecom/lift-by-text: { asks: [send-sms(line)], clears: [suspended(line)], takes: 2m } }\n",
    "more",
  );
  expect(found).toMatchObject({ code: 4, word: "more", effects: ["falls suspended(line.main)"] });
});

test("a limit is no closed door and no change without effect: less can be taken within a day", async () => {
  const found = await check("flows: { nubank/pix-by-day: { each: 500, at-most: { times: 2, per: 24h } } }\n");
  expect(found).toMatchObject({ code: 0, word: "less" });
  expect(found.effects).toHaveLength(1);
  expect(found.effects[0]).toMatch(/^takes-less drain\(account\.nubank\)/);
});

test("codes by text that become the owner's face allow less; what a face opens is told and left out of the word", async () => {
  const found = await check(
    "flows: { dbs/set-up-token-on-new-phone: { asks: [enter(account), show-face(person)] } }\n",
  );
  expect(found).toMatchObject({ code: 0, word: "less", lacks: ["show-face(person)"] });
  expect(found.effects).toEqual([
    "opened drain(account.dbs) by enter(account.dbs) + show-face(person)",
    expect.stringMatching(/^closed drain\(account\.dbs\) by .*receive-sms\(line\.main\)/),
  ]);
});

test("who is told of a wait is not weighed by reach, and that is said instead of no effect", async () => {
  const found = await check(
    "flows: { dbs/set-up-token-on-new-phone: { delay: { min: 12h, tells: [line], cancelled-by: reply-stop } }, dbs/reply-stop: { asks: [receive-sms(line)], gives: [], takes: 1m } }\n",
  );
  expect(found).toMatchObject({ code: 0, word: "equal", silences: ["for-the-owner", "not-counted"] });
});

test("whoever opens an account names the number its text goes to: the owner's, where they get its texts", async () => {
  const found = await check(
    'institutions: { quick-cash: { kind: lender, name: { en: Quick, zh: 快借 }, regions: [cn], provides: account, basis: { status: claimed, seen: 2026-11, source: "https://example.org" }, flows: { open: { for: { account: new }, asks: [know(person.name), receive-sms(line)], gives: [enter(account)], takes: 5m }, lend: { asks: enter(account), gives: [borrow(account), cash-out(account)], amount: 3000, takes: 5m } } } }\n',
  );
  expect(found.concernsNothing).toEqual([]);
  expect(found.effects.some((effect) => effect.startsWith("opened cash-out(account.new-quick-cash)"))).toBe(
    true,
  );
  // That one lender was read rules out no loan at another that nobody has read.
  expect(found.effects.filter((effect) => effect.startsWith("ruled-out"))).toEqual([]);
});

test("a flow that asks less of a card may be for fewer cards: that is said beside its effects", async () => {
  const found = await check("flows: { alipay/quick-bind: { asks: [enter(account)] } }\n");
  expect(found.noLongerGives.length).toBeGreaterThan(0);
});

test("a lock in force and a new way around it: the lock is no change without effect, the way around it undoes it", async () => {
  const found = await check(
    "measures: [t-mobile-us/t-mobile-locks-come-off-after-a-day]\nflows: { t-mobile-us/esim-in-app: { asks: enter(account), gives: [control(line)], takes: 5m } }\n",
  );
  expect(found).toMatchObject({ code: 0, word: "equal" });
  expect(found.undone).toEqual(["later by esim-in-app"]);
});

test("what nobody felt says from which beginnings it was asked again, and from which it was not", async () => {
  const { tried } = await check(
    "flows: { t-mobile-us/esim-in-app: { asks: { any: [enter(account), know(line.account-pin), receive-sms(line), read-mail(mailbox), receive-call(line), send-sms(line), know(line.service-password), unlock(device)] }, gives: [know(line.voicemail-pin)], takes: 5m } }\n",
  );
  expect(tried.length).toBeGreaterThan(0);
  const shipped = [...readShipped().catalog.starts.values()].filter(({ isKnown }) => !isKnown);
  for (const { asked, notAsked, notTheirs } of tried) {
    expect([...asked.starts, ...notAsked.starts, ...notTheirs].sort()).toEqual(
      shipped.map(({ id }) => id).sort(),
    );
    expect(asked.ways.length + notAsked.ways.length).toBe(8);
    expect(notAsked.ways.length).toBeGreaterThan(0);
  }
});

test("an institution known by its name alone is patched like any other; what nobody had read was ruled out by nobody", async () => {
  const found = await check(
    "flows: { nomura-securities/sign-in: { asks: [use-passkey(account)], gives: [enter(account)], takes: 1m }, nomura-securities/pay-out: { asks: [enter(account)], gives: [drain(account)], takes: 5m } }\n",
  );
  expect(found.effects).toEqual([
    "opened drain(account.nomura-securities) by unlock(device.phone)",
    "opened drain(account.nomura-securities) by use-passkey(account.nomura-securities)",
  ]);
});

test("a night's transfer no longer held to small sums allows nobody less; that another flow gives the same at other hours is said", async () => {
  const found = await check("flows: { nubank/pix-at-night: { gives: [drain(account)] } }\n", "more");
  expect(found).toMatchObject({ code: 0, word: "equal", silences: ["no-weaker"] });
});

test("a wallet that wants a face for every card it links closes what a code by text opened, for a customer with a card", async () => {
  const found = await check(
    "flows: { alipay/quick-bind: { asks: [enter(account), authorise-payment(account), receive-sms(card.reserved-line), pass-face(account)] } }\n",
  );
  expect(found).toMatchObject({ code: 0, word: "less", concernsNothing: [] });
  expect(found.effects.some((effect) => effect.startsWith("closed charge(card.bound)"))).toBe(true);
});

test("a mail provider that asks the number alone and waits no more is sooner for whoever has the SIM card", async () => {
  const found = await check(
    "flows: { google/recover-with-second-step: { asks: [receive-sms(line)], delay: null } }\n",
    "more",
  );
  expect(found).toMatchObject({ code: 4, word: "more" });
  expect(found.kinds).toContain("sooner");
});

test("an electronic card that hides the ID number closes ways though the number itself has leaked", async () => {
  const found = await check(
    "flows: { sichuan-12333/show-electronic-card: { gives: [know(person.name)] } }\n",
  );
  expect(found).toMatchObject({ code: 0, word: "less" });
  expect(found.kinds).toContain("closed");
});

test("a law against codes by text allows less to whoever reads them and more to whoever has the authenticator", async () => {
  const found = await check(
    "flows: { sbi/sign-in: { asks: [know(account.sign-in-name), know(account.password), make-code(account)] }, sbi/pay-new-payee: { asks: [enter(account), know(account.payment-password), make-code(account)] } }\n",
  );
  expect(found.word).toBe("incomparable");
  expect(found.lacks).toContain("make-code(account.sbi)");
});

test("what a flow shows to whoever has the open phone is told where that beginning was named, and is nobody's elsewhere", async () => {
  const found = await check(
    "flows: { picpay/show-card: { for: { card: account.cards }, asks: [enter(account)], gives: [know(card.number)], takes: 1m } }\n",
    "more",
    ["--start", "open-phone"],
  );
  expect(found).toMatchObject({ code: 4, word: "more", kinds: ["within-reach"] });
  expect(found.effects).toEqual(["within-reach know(card.bound.number)"]);
});

test("that the owner misses a flow hides not that whoever has the open phone misses it too", async () => {
  const found = await check("flows: { mpesa/new-pin-by-id-and-questions: null }\n");
  expect(found).toMatchObject({ code: 0, word: "less" });
  expect(found.effects).toEqual([
    "closed drain(account.mpesa) by unlock(device.phone)",
    "locked-out authorise-payment(account.mpesa)",
  ]);
});

test("a door that needs the owner's mail, opened while that by the SIM card is shut, is told beside it", async () => {
  const found = await check(
    "flows: { mpesa/new-pin-by-id-and-questions: { asks: [read-mail(mailbox), receive-sms(line)] } }\n",
  );
  expect(found.word).toBe("incomparable");
  expect(found.effects.map((each) => each.replace(/ by .*/, ""))).toEqual(
    expect.arrayContaining(["opened drain(account.mpesa)", "closed drain(account.mpesa)"]),
  );
});

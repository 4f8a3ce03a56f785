/** What a line of a told night says of its money: how much, in how many runs, and what came back. */
import { expect, test } from "vitest";
import { checkNight, faultsOfNight } from "../../test/kit/checked-night.ts";

interface Said {
  /** Of the flow `send`. */
  readonly flow?: string;
  readonly balance?: string;
  readonly lines: readonly string[];
  readonly losses: string;
}

const night = ({ flow = "each: 500", balance = "balance: 900", lines, losses }: Said) => `
night: told-sums
title: { en: Told sums, zh: 说了金额 }
world: { person: { person: { id: p, region: xx, currency: ILS }, accounts: { bank: { service: the-bank, ${balance} } } }, held: [know(account.bank.password)], at: "mon 12:00" }
institutions:
  the-bank:
    kind: bank
    provides: account
    basis: { status: reported, seen: 2026-11, source: example }
    flows:
      sign-in: { asks: know(account.password), gives: [enter(account)], takes: 10m }
      send: { asks: know(account.password), gives: [drain(account)], ${flow}, takes: 3m }
      from-inside: { asks: enter(account), gives: [drain(account)], takes: 3m }
script:
${lines.map((line) => `  - { ${line} }`).join("\n")}
ends: { at: "tue 20:00", losses: [${losses}], conditions: [] }
`;

const send = "actor: intruder, flow: the-bank/send";
const cost = (amount: number) => `{ goal: drain(account.bank), amount: ${amount} }`;

test("a line takes the sum that is told, and no more", () => {
  checkNight(night({ lines: [`at: "12:00", ${send}, amount: 120.5`], losses: cost(120.5) }));
  checkNight(
    night({ lines: [`at: "12:00", ${send}, amount: 120`], losses: cost(500) }),
    "`drain(account.bank)` cost 120, not 500 | mend the script, the amount, or the flow",
  );
});

test("so many runs take their time, and what each takes so many times", () => {
  checkNight(
    night({ balance: "balance: 9000", lines: [`at: "12:00", ${send}, times: 3`], losses: cost(1500) }),
  );
  checkNight(
    night({
      balance: "balance: 9000",
      lines: [`at: "12:00", ${send}, times: 3, amount: 1400`],
      losses: cost(1400),
    }),
  );
  checkNight(
    night({ lines: [`at: "12:00", until: "12:05", ${send}, times: 3`], losses: "" }),
    "`the-bank/send` was not possible: it takes 9m at least, not 5m | move the line, add what it needs before it, or mend the flow",
  );
});

const outOfReach = "move the line, add what it needs before it, or mend the flow";

test("a sum the rules do not allow says what stands against it, in both languages", () => {
  const first = `at: "12:00", ${send}, amount: 300`;
  const said = (of: Said) => faultsOfNight(night(of)).map((fault) => [fault.sentence, fault.inChinese]);
  expect({
    each: said({
      lines: [`at: "12:00", ${send}, times: 2, amount: 1200`],
      losses: "",
      balance: "balance: 9000",
    }),
    limit: said({
      flow: "at-most: { amount: 400, per: 24h }",
      lines: [first, `at: "12:10", ${send}, amount: 200`],
      losses: cost(300),
    }),
    there: said({
      flow: "each: 900",
      lines: [first, `at: "12:10", ${send}, amount: 700`],
      losses: cost(300),
    }),
    often: said({
      flow: "each: 100, at-most: { times: 3, per: 24h }",
      lines: [`at: "12:00", ${send}`, `at: "12:10", ${send}, times: 3`],
      losses: cost(100),
    }),
  }).toMatchInlineSnapshot(`
    {
      "each": [
        [
          "\`the-bank/send\` was not possible: 2 runs take ₪1,000 at most, not ₪1,200",
          "\`the-bank/send\` 在那一刻办不成：2 次最多 ₪1,000，而不是 ₪1,200",
        ],
      ],
      "limit": [
        [
          "\`the-bank/send\` was not possible: its limit lets ₪100 more through, not ₪200",
          "\`the-bank/send\` 在那一刻办不成：限额还剩 ₪100，不够 ₪200",
        ],
      ],
      "often": [
        [
          "\`the-bank/send\` was not possible: its limit lets it be run 2 times more, not 3 times",
          "\`the-bank/send\` 在那一刻办不成：按次数限制还能办 2 次，而不是 3 次",
        ],
      ],
      "there": [
        [
          "\`the-bank/send\` was not possible: only ₪600 was there to be taken, not ₪700",
          "\`the-bank/send\` 在那一刻办不成：那里只有 ₪600，不够 ₪700",
        ],
      ],
    }
  `);
});

test("what was refused for its sum is told by the flow's own words", () => {
  const first = `at: "12:00", ${send}, amount: 300`;
  const limit = "at-most: { amount: 400, per: 24h }";
  checkNight(
    night({
      flow: limit,
      lines: [first, `at: "12:10", ${send}, amount: 200, refused: at-most`],
      losses: cost(300),
    }),
  );
  checkNight(night({ lines: [`at: "12:00", ${send}, amount: 600, refused: at-most`], losses: "" }));
  checkNight(
    night({
      flow: "each: 900",
      lines: [first, `at: "12:10", ${send}, amount: 700, refused: nothing-left`],
      losses: cost(300),
    }),
  );
});

test("where nobody stated what lay there the told sum counts, and without one it is no zero", () => {
  const balance = "balance: unknown";
  checkNight(
    night({ balance, flow: "each: 5000", lines: [`at: "12:00", ${send}, amount: 700`], losses: cost(700) }),
  );
  checkNight(night({ balance, lines: [`at: "12:00", ${send}`], losses: "{ goal: drain(account.bank) }" }));
  checkNight(
    night({ balance, lines: [`at: "12:00", ${send}`], losses: cost(700) }),
    "`drain(account.bank)` was lost, and no line says how much of it | say on the line what it took (`amount`), or leave `amount` out here",
  );
  checkNight(
    night({ balance, lines: [`at: "12:00", ${send}`], losses: "" }),
    "`drain(account.bank)` was lost too | add it, or mend the script or the flow",
  );
});

const back = (amount: number, at = "tue 09:00") =>
  `at: "${at}", actor: "institution:the-bank", returned: { drain(account.bank): ${amount} }, note: { en: The bank reversed it., zh: 银行撤销了这笔。 }`;

test("what came back is taken from the loss, and no more than was lost", () => {
  const taken = `at: "12:00", ${send}, amount: 300`;
  checkNight(night({ lines: [taken, back(200)], losses: cost(100) }));
  checkNight(night({ lines: [taken, back(300)], losses: "" }));
  // It lies there again, and may be taken again.
  checkNight(
    night({
      balance: "balance: 300",
      lines: [taken, back(300, "12:30"), `at: "12:40", ${send}, amount: 300`],
      losses: cost(300),
    }),
  );
  checkNight(night({ balance: "balance: unknown", lines: [taken, back(200)], losses: cost(100) }));
  checkNight(
    night({ lines: [taken, back(400)], losses: cost(300) }),
    "this did not come back: ₪400 of `drain(account.bank)` cannot come back: only ₪300 of it was lost by then | move the line, or say on the lines before it what they took",
  );
  // What cannot come back keeps nothing else from it.
  checkNight(
    night({
      lines: [taken, back(200), back(200)],
      losses: cost(100),
    }),
    "this did not come back: ₪200 of `drain(account.bank)` cannot come back: only ₪100 of it was lost by then | move the line, or say on the lines before it what they took",
  );
  checkNight(
    night({ lines: [back(400, "12:01")], losses: "" }),
    "this did not come back: ₪400 of `drain(account.bank)` cannot come back: nothing of it was lost by then | move the line, or say on the lines before it what they took",
  );
});

test("a line about money that says nothing of it, or of nothing that moves any, is complained of", () => {
  checkNight(
    night({
      lines: [`at: "12:00", actor: intruder, amount: 300, note: { en: it was taken, zh: 拿走了 }`],
      losses: "",
    }),
    "`amount` is told of no flow | name the `flow` that was run; what came back stands under `returned`",
  );
  checkNight(
    night({ lines: [`at: "12:00", actor: owner, returned: { drain(account.bank): 300 }`], losses: "" }),
    "nothing says how the money came back | tell it: `note` or `seen`",
  );
  checkNight(
    night({ lines: [`at: "12:00", actor: intruder, flow: the-bank/sign-in, amount: 300`], losses: "" }),
    "`the-bank/sign-in` moves no money, and a sum is told of it | leave `amount` out, or tell it of the flow that took the money",
  );
  checkNight(
    night({ lines: [`at: "12:00", actor: the-bank, note: { en: It rang., zh: 打来电话。 }`], losses: "" }),
    "unknown actor `the-bank` | did you mean `institution:the-bank`?",
  );
  checkNight(
    night({ lines: [`at: "12:00", actor: "institution:the-bank", flow: the-bank/send`], losses: "" }),
    "`institution:the-bank` runs no flow of a night | name who asked for it: `owner`, `intruder` or a helper; an institution's own line says what it set of its own accord (`sets`), what it gave back or what was so",
  );
});

test("what is missing while the step that gives it is under way says so, by the clock of the file", () => {
  checkNight(
    night({
      lines: [
        'at: "22:00", actor: intruder, flow: the-bank/sign-in',
        'at: "22:05", actor: intruder, flow: the-bank/from-inside',
      ],
      losses: "",
    }),
    `\`the-bank/from-inside\` was not possible: the intruder does not have \`enter(account.bank)\` at 22:05 yet: \`the-bank/sign-in\`, which gives it, is under way until 22:10 | ${outOfReach}`,
  );
  checkNight(
    night({ lines: ['at: "tue 13:00", actor: intruder, flow: the-bank/from-inside'], losses: "" }),
    "`the-bank/from-inside` was not possible: the intruder does not have `enter(account.bank)` at tue 13:00 | add a line before it that gives `enter(account.bank)`, by `the-bank/sign-in`; or move the line, or mend the flow",
  );
});

test("lines of one minute are counted one after the other", () => {
  checkNight(
    night({
      flow: "each: 100, at-most: { times: 3, per: 24h }",
      lines: [
        `at: "12:00", ${send}, times: 2`,
        `at: "12:00", actor: intruder, flow: the-bank/send, times: 2`,
      ],
      losses: cost(200),
    }),
    `\`the-bank/send\` was not possible: its limit lets it be run once more, not 2 times | ${outOfReach}`,
  );
  checkNight(
    night({
      lines: [`at: "12:00", ${send}, amount: 100`, `at: "12:00", ${send}, amount: 100`],
      losses: cost(100),
    }),
    `\`the-bank/send\` was not possible: the same step of the same actor is in progress already | ${outOfReach}`,
  );
});

test("runs of a stretch lie where the limits of all owners let them through", () => {
  const weekly = "each: 100, at-most: [{ times: 2, per: 24h }, { amount: 500, per: 7d, of: account }]";
  const inSixDays = (times: number) =>
    night({
      flow: weekly,
      balance: "balance: 9000",
      lines: [`at: "12:00", until: "6d", ${send}, times: ${times}, amount: ${times * 100}`],
      losses: cost(times * 100),
    }).replace('at: "tue 20:00"', 'at: "6d"');
  // Two a day, and on the third day the week is used up.
  checkNight(inSixDays(5));
  expect(faultsOfNight(inSixDays(6)).map(({ sentence }) => sentence)[0]).toBe(
    "`the-bank/send` was not possible: its limit lets it be run 2 times more, not 6 times; its limit lets ₪500 more through, not ₪600",
  );
});

test("a few large parts lie a day apart where a day lets no more through", () => {
  const inFourDays = (times: number, amount: number) =>
    night({
      flow: "at-most: { amount: 500, per: 24h, of: account }",
      balance: "balance: 9000",
      lines: [`at: "12:00", until: "3d1h", ${send}, times: ${times}, amount: ${amount}`],
      losses: cost(amount),
    }).replace('at: "tue 20:00"', 'at: "4d"');
  checkNight(inFourDays(4, 1550));
  checkNight(inFourDays(4, 2000));
  expect(faultsOfNight(inFourDays(4, 2001)).length).toBeGreaterThan(0);
});

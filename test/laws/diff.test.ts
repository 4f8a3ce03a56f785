/** P3, over random worlds and random changes: the empty change is empty, and the other way round is the mirror. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalog } from "../../src/catalog/index.ts";
import { type DiffAnswer, diff, type Word } from "../../src/questions/index.ts";
import { catalogOf, personOf } from "../kit/small-world.ts";

const head = (id: string, provides: string) =>
  `institution: ${id}\nprovides: ${provides}\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\n`;
const asks = [
  "possess(sim)",
  "receive-sms(line)",
  "know(person.id-number)",
  "[enter(account), receive-sms(line)]",
  "show-face(person)",
];
const gives = [
  "enter(account)",
  "drain(account)",
  "know(person.id-number)",
  "authorise-payment(account)",
  "spend-credit(account)",
];
const flow = fc.record({
  asks: fc.constantFrom(...asks),
  gives: fc.constantFrom(...gives),
  minutes: fc.integer({ min: 1, max: 9 }),
});
type FlowText = { readonly asks: string; readonly gives: string; readonly minutes: number };

const walletText = (flows: readonly FlowText[]) =>
  `${head("wallet", "account")}flows:\n${flows
    .map(
      ({ asks: asked, gives: given, minutes }, i) =>
        `  f${i}: { asks: ${asked.startsWith("[") ? asked : `["${asked}"]`}, gives: ["${given}"], takes: ${minutes}m }\n`,
    )
    .join("")}`;
const telco = `${head("telco", "line")}flows: { move: { asks: possess(sim), gives: [receive-sms(line)], takes: 5m } }\n`;
const measures =
  "measures: { face-too: { by: institution, effort: low, replaces: { wallet/f0: { asks: [show-face(person), know(account.password)] } } } }\n";
const personText = `
person: { id: p, currency: CNY }
lines: { l: { carrier: telco, sim: { in: d, pin: none } } }
devices: { d: {} }
accounts: { a: { service: wallet, line: l, balance: 500, credit: 70 } }
`;

const anyFlows = fc.array(flow, { minLength: 1, maxLength: 5 });
const catalogWith = (flows: readonly FlowText[]): Catalog => catalogOf(telco, walletText(flows), measures);

interface Asked {
  readonly old: Catalog;
  readonly now: Catalog;
  readonly inForce?: { readonly old: readonly string[]; readonly now: readonly string[] };
}
/** The only place in this file that knows how `diff` is called. */
function answerTo({ old, now, inForce = { old: [], now: [] } }: Asked): DiffAnswer {
  const people = [
    { old: personOf(personText, old), now: personOf(personText, now), beginnings: [["possess(sim.l)"]] },
  ];
  return diff({
    old: { catalog: old, measures: inForce.old },
    now: { catalog: now, measures: inForce.now },
    people,
    further: [
      {
        institution: "wallet",
        old: personOf(personText, old),
        now: personOf(personText, now),
        starts: [
          { id: "texts", held: ["receive-sms(line.l)"] },
          { id: "account", held: ["enter(account.a)"] },
        ],
        leaked: [],
      },
    ],
    today: "2026-01-01",
  });
}

const mirrored: Readonly<Record<string, string>> = {
  opened: "closed",
  closed: "opened",
  sooner: "later",
  later: "sooner",
  "not-ruled-out": "ruled-out",
  "ruled-out": "not-ruled-out",
  gained: "no-longer-gained",
  "no-longer-gained": "gained",
  "within-reach": "out-of-reach",
  "out-of-reach": "within-reach",
  "takes-more": "takes-less",
  "takes-less": "takes-more",
  falls: "holds",
  holds: "falls",
  "locked-out": "let-in",
  "let-in": "locked-out",
};
const mirroredWord: Readonly<Record<Word, Word>> = {
  equal: "equal",
  less: "more",
  more: "less",
  incomparable: "incomparable",
};
const told = ({ effects }: DiffAnswer) =>
  effects
    .map(({ kind, goal, beforeMinutes, afterMinutes, causes }) =>
      JSON.stringify([kind, goal, beforeMinutes, afterMinutes, causes.length]),
    )
    .sort();
const toldMirrored = ({ effects }: DiffAnswer) =>
  effects
    .map(({ kind, goal, beforeMinutes, afterMinutes, causes }) =>
      JSON.stringify([mirrored[kind], goal, afterMinutes, beforeMinutes, causes.length]),
    )
    .sort();

test("P3 a diff of equal catalogues is empty", () => {
  fc.assert(
    fc.property(anyFlows, (flows) => {
      const answer = answerTo({ old: catalogWith(flows), now: catalogWith(flows) });
      expect(answer).toMatchObject({ word: "equal", changes: [], effects: [], cuts: [] });
    }),
    { numRuns: 30 },
  );
});

test("P3 asked the other way round the answer is the mirror", () => {
  let effects = 0;
  let fromMeasures = 0;
  fc.assert(
    fc.property(anyFlows, anyFlows, fc.boolean(), (before, after, isInForce) => {
      const [old, now] = [catalogWith(before), catalogWith(after)];
      const forward = answerTo({ old, now, inForce: { old: [], now: isInForce ? ["face-too"] : [] } });
      const back = answerTo({ old: now, now: old, inForce: { old: isInForce ? ["face-too"] : [], now: [] } });
      effects += forward.effects.length;
      const without = isInForce ? answerTo({ old, now }) : forward;
      if (JSON.stringify(told(without)) !== JSON.stringify(told(forward))) fromMeasures++;
      expect(told(back)).toEqual(toldMirrored(forward));
      expect(back.word).toBe(mirroredWord[forward.word]);
      expect(back.verdicts).toEqual(
        forward.verdicts.map((verdict) => ({ ...verdict, word: mirroredWord[verdict.word] })),
      );
      expect(back.changes.length).toBe(forward.changes.length);
      expect(back.cuts.map(({ before: b, after: a }) => [b.kind, a.kind])).toEqual(
        forward.cuts.map(({ before: b, after: a }) => [a.kind, b.kind]),
      );
    }),
    { numRuns: 100 },
  );
  // A law over nothing must not pass, nor one in which what is in force changes nothing.
  expect(effects).toBeGreaterThan(50);
  expect(fromMeasures).toBeGreaterThan(10);
});

test("an effect whose part is put back is not there any more", () => {
  const strict = [{ asks: "show-face(person)", gives: "drain(account)", minutes: 3 }];
  const loose = [{ asks: "receive-sms(line)", gives: "drain(account)", minutes: 3 }];
  const answer = answerTo({ old: catalogWith(strict), now: catalogWith(loose) });
  expect(answer.effects).toMatchObject([
    {
      kind: "opened",
      goal: "drain(account.a)",
      institution: "wallet",
      beforeMinutes: null,
      afterMinutes: 8,
      causes: [0],
      isElsewhere: false,
    },
  ]);
  expect(answer.changes).toMatchObject([{ kind: "flow", id: "f0", keys: ["asks"], effects: [0] }]);
  expect(answer.cuts).toMatchObject([{ before: { kind: "nothing-to-stop" } }]);
});

test("what nobody has read is no reason to call a loss closed: its verdict says so, and a reading rules it out", () => {
  const lender = `${head("any-wallet", "account")}archetype: true\nkind: wallet\nflows: { by-code: { asks: [receive-sms(line)], gives: [drain(account)], takes: 4m } }\n`;
  const aspects =
    "aspects: { by-code: { name: { en: code, zh: 码 }, question: { en: by code?, zh: 凭码？ }, of: [wallet], flows: [{ gives: [drain(account)], asks: [receive-sms(line)] }] } }\n";
  const wallet = (reads: string, asks: string) =>
    `${head("wallet", "account")}kind: wallet\n${reads}flows: { f0: { asks: [${asks}], gives: ["drain(account)"], takes: 3m } }\n`;
  const under = (text: string) => catalogOf(aspects, telco, lender, text);
  const [open, shut, read] = [
    under(wallet("", "receive-sms(line)")),
    under(wallet("", "know(account.password)")),
    under(wallet("reads: { by-code: none }\n", "know(account.password)")),
  ];
  const [closed] = answerTo({ old: open, now: shut }).effects;
  expect(closed).toMatchObject({ kind: "closed", beforeVerdict: "reached", afterVerdict: "not-ruled-out" });
  const settled = answerTo({ old: shut, now: read });
  expect(settled.effects).toMatchObject([
    { kind: "ruled-out", goal: "drain(account.a)", beforeMinutes: null },
  ]);
  expect(settled.word).toBe("less");
  expect(answerTo({ old: read, now: shut }).word).toBe("more");
});

test("what another institution's change opens is said to come from elsewhere, and a change nobody feels is told", () => {
  const wallet = walletText([{ asks: "receive-sms(line)", gives: "drain(account)", minutes: 3 }]);
  const shut = telco.replace("possess(sim)", "show-face(person)");
  const idle = wallet.replace(
    /$/,
    `  idle: { asks: ["show-face(person)"], gives: ["know(person.id-number)"], takes: 1m }\n`,
  );
  const answer = answerTo({ old: catalogOf(shut, wallet), now: catalogOf(telco, idle) });
  expect(answer.effects.map(({ kind, isElsewhere }) => [kind, isElsewhere])).toContainEqual(["opened", true]);
  const told = answer.changes.map(({ id, effects, lacks = [] }) => [
    id,
    [...new Set(effects.map((index) => answer.effects[index]?.from ?? "plain"))],
    lacks.flatMap(({ what }) => what),
  ]);
  // Nobody asked about feels it; whoever has what it asks gets what it gives, and nobody gets that.
  expect(told).toEqual([
    ["move", ["plain"], []],
    ["idle", ["what-it-asks"], ["show-face(person)"]],
  ]);
});

test("what a start by name shows is told with its name, what the flow itself asks without one", () => {
  const flows = (asked: string) => [{ asks: asked, gives: "drain(account)", minutes: 3 }];
  const told = (asked: string) =>
    answerTo({
      old: catalogOf(
        telco.replace("possess(sim)", "show-face(person)"),
        walletText(flows("show-face(person)")),
      ),
      now: catalogOf(telco.replace("possess(sim)", "show-face(person)"), walletText(flows(asked))),
    })
      .effects.filter(({ kind }) => kind === "opened")
      .map(({ from, start }) => [from, start]);
  expect(told("receive-sms(line)")).toEqual([["a-start", "texts"]]);
  expect(told("know(person.id-number)")).toEqual([["what-it-asks", undefined]]);
});

test("P3 a measure that lowers a sum is told as taking less, and one that is given up as taking more", () => {
  const loans = (amount: string) =>
    catalogOf(
      telco,
      `${head("wallet", "account")}flows: { lend: { for: { account: own }, asks: enter(account), gives: [cash-out(account)], amount: 3000, takes: 5m } }\nmeasures: { capped: { by: institution, effort: low, ${amount} } }\n`,
    );
  const catalog = loans("replaces: { lend: { amount: 800 } }");
  const sums = (old: readonly string[], now: readonly string[]) =>
    answerTo({ old: catalog, now: catalog, inForce: { old, now } }).effects.map(
      ({ kind, goal, beforeAmount, afterAmount }) => [kind, goal, beforeAmount, afterAmount],
    );
  expect(sums([], ["capped"])).toEqual([["takes-less", "cash-out(account.a)", 3_000, 800]]);
  expect(sums(["capped"], [])).toEqual([["takes-more", "cash-out(account.a)", 800, 3_000]]);
  expect(sums(["capped"], ["capped"])).toEqual([]);
});

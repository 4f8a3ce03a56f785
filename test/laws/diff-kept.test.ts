/** P12, over random worlds and random changes: what both sides have in common is worked out once, and nothing else is answered. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Catalog,
  emptyCatalog,
  isSameData,
  readCatalog,
  readCatalogBeside,
  type SourceText,
  sharing,
} from "../../src/catalog/index.ts";
import { diff } from "../../src/questions/index.ts";
import { catalogOf, personOf, vocabulary } from "../kit/small-world.ts";

const head = (id: string, kind: string, provides: string, more = "") =>
  `institution: ${id}\nkind: ${kind}\nprovides: ${provides}\n${more}basis: { status: tested, seen: 2020, source: "https://example.org" }\n`;

const aspects = `aspects:
  by-code: { name: { en: code, zh: 码 }, question: { en: by code?, zh: 凭码？ }, of: [wallet, bank], flows: [{ gives: [drain(account)] }, { gives: [charge(card)] }] }
  sign-in: { name: { en: sign in, zh: 登录 }, question: { en: how?, zh: 怎么登录？ }, of: [wallet], flows: [{ gives: [enter(account)] }] }
`;
const anyWallet = (asked: string) =>
  `${head("any-wallet", "wallet", "account", "archetype: true\n")}flows: { by-code: { when: { account.liveness: photo-beatable }, asks: [${asked}], gives: [drain(account)], takes: 4m }, enter: { asks: [know(account.password)], gives: [enter(account)], takes: 2m } }\n`;
const telco = (asked: string) =>
  `${head("telco", "carrier", "line")}flows:
  move: { when: { sim.pin: none }, asks: ${asked}, gives: [receive-sms(line)], takes: 5m }
  stop: { asks: know(person.name), sets: [suspended(line)], takes: 3m }
  lift: { asks: know(person.id-number), clears: [suspended(line)], takes: 3m }
`;
const other = (liveness: string, title: string) =>
  `${head("other", "wallet", "account", `name: { en: "${title}", zh: 别家 }\ndefaults: { account: { liveness: ${liveness} } }\n`)}flows:
  open: { for: { account: new }, asks: [receive-sms(line), pass-face(account)], gives: [enter(account)], takes: 2m }
  take: { for: { account: theirs }, asks: [know(card.number), receive-sms(line)], gives: [charge(card)], takes: 2m }
`;
const measures = (effort: string, asked: string) =>
  `measures: { face-too: { by: institution, effort: ${effort}, asks-more: [${asked}] }, set-pin: { by: person, effort: ${effort}, changes: { sim.pin: set } } }\n`;

const asks = [
  "possess(sim)",
  "receive-sms(line)",
  "know(person.id-number)",
  "enter(account), receive-sms(line)",
  "show-face(person)",
  "know(account.password)",
];
const gives = ["enter(account)", "drain(account)", "know(person.id-number)", "spend-credit(account)"];
const flow = fc.record({
  asks: fc.constantFrom(...asks),
  gives: fc.constantFrom(...gives),
  minutes: fc.integer({ min: 1, max: 4 }),
  unless: fc.constantFrom("", "unless: [suspended(line)], "),
});
interface Texts {
  readonly flows: readonly { asks: string; gives: string; minutes: number; unless: string }[];
  readonly move: string;
  readonly lent: string;
  readonly liveness: string;
  readonly title: string;
  readonly effort: string;
  readonly more: string;
}
const anyTexts: fc.Arbitrary<Texts> = fc.record({
  flows: fc
    .tuple(flow, fc.array(flow, { maxLength: 2 }))
    .map(([first, more]) => [{ ...first, gives: "drain(account)" }, ...more]),
  move: fc.constantFrom("possess(sim)", "show-face(person)"),
  lent: fc.constantFrom(...asks.slice(0, 3)),
  liveness: fc.constantFrom("strong", "photo-beatable"),
  title: fc.constantFrom("Other", "Another"),
  effort: fc.constantFrom("low", "high"),
  more: fc.constantFrom("show-face(person)", "receive-sms(line)"),
});
const textsOf = ({ flows, move, lent, liveness, title, effort, more }: Texts): readonly string[] => [
  aspects,
  telco(move),
  anyWallet(lent),
  other(liveness, title),
  measures(effort, more),
  `${head("third", "wallet", "account")}flows: { look: { asks: [enter(account)], gives: [know(person.id-number)], takes: 1m } }\n`,
  `${head("wallet", "wallet", "account")}flows:\n${flows
    .map(
      (each, i) =>
        `  f${i}: { ${i === 0 ? "measures: [face-too], " : ""}asks: [${each.asks}], ${each.unless}gives: ["${each.gives}"], takes: ${each.minutes}m }\n`,
    )
    .join("")}`,
];
/** A change of some of it: what a key is not named in stays. */
const anyChange = fc.tuple(
  anyTexts,
  fc.subarray(["flows", "move", "lent", "liveness", "title", "effort", "more"] as const),
);
const changed = (texts: Texts, [others, keys]: readonly [Texts, readonly (keyof Texts)[]]): Texts => ({
  ...texts,
  ...Object.fromEntries(keys.map((key) => [key, others[key]])),
});

const personText = `
person: { id: p, currency: CNY }
lines: { l: { carrier: telco, sim: { in: d, pin: none } } }
devices: { d: {} }
cards: { c: { bank: elsewhere, reserved-line: l } }
accounts: { a: { service: wallet, line: l, balance: 500, credit: 70 }, b: { service: other, line: l, balance: 5 }, t: { service: third, line: l, balance: 7 } }
`;

interface Asked {
  readonly old: Catalog;
  readonly now: Catalog;
  readonly inForce: readonly string[];
}
/** The only place in this file that knows how `diff` is called. */
function answerTo({ old, now, inForce }: Asked, keeps: boolean) {
  const person = { old: personOf(personText, old), now: personOf(personText, now) };
  const starts = [
    { id: "texts", held: ["receive-sms(line.l)"] },
    { id: "account", held: ["enter(account.a)"] },
  ];
  return diff({
    old: { catalog: old, measures: [] },
    now: { catalog: now, measures: inForce },
    people: [{ ...person, beginnings: [["possess(sim.l)"], ["possess(device.d)"]] }],
    further: ["wallet", "telco"].map((institution) => ({
      institution,
      ...person,
      starts,
      leaked: ["know(person.id-number)"],
    })),
    today: "2026-01-01",
    keeps,
  });
}

test("P12 what two catalogues have in common is worked out once, and the answer is the same to the byte", () => {
  let effects = 0;
  fc.assert(
    fc.property(anyTexts, anyChange, fc.boolean(), (texts, change, isInForce) => {
      const old = catalogOf(...textsOf(texts));
      const now = catalogOf(...textsOf(changed(texts, change)));
      const asked = { old, now, inForce: isInForce ? ["face-too"] : [] };
      const answer = answerTo(asked, true);
      effects += answer.effects.length;
      expect(JSON.stringify(answer)).toBe(JSON.stringify(answerTo(asked, false)));
    }),
    { numRuns: 60 },
  );
  expect(effects).toBeGreaterThan(50); // A law over nothing must not pass.
});

test("P12 words that differ are asked anew: what one opens under them is not what it opened before", () => {
  const [some] = fc.sample(anyTexts, { numRuns: 1, seed: 7 });
  const drain = { asks: "receive-sms(line)", gives: "drain(account)", minutes: 1, unless: "" };
  const old = catalogOf(...textsOf({ ...some!, flows: [drain], move: "possess(sim)" }));
  const words = new Map(vocabulary.capabilities);
  words.set("drain", { ...words.get("drain")!, isLoss: false });
  const now = { ...old, vocabulary: { ...vocabulary, capabilities: words } };
  const asked = { old, now, inForce: [] };
  const answer = answerTo(asked, true);
  expect(answer.effects.some(({ kind, capability }) => kind === "closed" && capability === "drain")).toBe(
    true,
  );
  expect(JSON.stringify(answer)).toBe(JSON.stringify(answerTo(asked, false)));
});

test("a catalogue that shares with another says what it said, and shares all that is the same", () => {
  let shared = 0;
  fc.assert(
    fc.property(anyTexts, anyChange, (texts, change) => {
      const old = catalogOf(...textsOf(texts));
      const now = catalogOf(...textsOf(changed(texts, change)));
      const made = sharing(now, old);
      expect(made).toEqual(now);
      expect(sharing(made, old)).toBe(made);
      for (const [id, institution] of made.institutions) {
        const theirs = old.institutions.get(id);
        expect(institution === theirs).toBe(isSameData(now.institutions.get(id), theirs));
        for (const each of institution.flows) if (theirs?.flows.includes(each) === true) shared += 1;
      }
    }),
    { numRuns: 50 },
  );
  expect(shared).toBeGreaterThan(100);
});

test("a copy of a catalogue with some texts changed is read as if nobody had read the rest before", () => {
  const files = (texts: readonly string[]): readonly SourceText[] =>
    texts.map((text, i) => ({ file: `${i + 1}.yaml`, text }));
  const words = {
    file: "words.yaml",
    text: 'capabilities: { pass-face: { of: [line], en: "{}", zh: "{}", name: { en: "{}", zh: "{}" } } }\n',
  };
  const names = (title: string) => ({
    file: "names.yaml",
    text: `names:\n  one-bank: { kind: bank, name: { en: ${title}, zh: 一家 } }\n  two-bank: { kind: bank, name: { en: Two, zh: 二家 } }\n`,
  });
  let [isSilent, isWrong] = [0, 0];
  fc.assert(
    fc.property(anyTexts, anyChange, fc.boolean(), fc.boolean(), (texts, change, hasWords, isRenamed) => {
      const before = [...files(textsOf(texts)), names("One")];
      const base = { ...readCatalog(before, { ...emptyCatalog, vocabulary }), texts: before };
      expect(base.complaints.filter(({ severity }) => severity === "error")).toEqual([]);
      isSilent += base.complaints.length === 0 ? 1 : 0;
      const after = [
        ...files(textsOf(changed(texts, change))),
        names(isRenamed ? "First" : "One"),
        ...(hasWords ? [words] : []),
      ];
      const [plain, beside] = [readCatalog(after, base.catalog), readCatalogBeside(after, base)];
      isWrong += plain.complaints.some(({ message }) => message.includes("is not said of")) ? 1 : 0;
      expect(beside.catalog).toEqual(plain.catalog);
      expect(beside.complaints).toEqual(plain.complaints);
      expect(beside.counts).toEqual(plain.counts);
    }),
    { numRuns: 50 },
  );
  expect(isWrong).toBeGreaterThan(10); // Words that no longer fit an institution are heard though its text is as it was.
  expect(isSilent).toBeGreaterThan(10); // With a complaint everything is read again.
});

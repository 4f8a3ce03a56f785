/** Rules against flows: every way counts, and what is not bound, not in force or not read is never kept. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readShipped } from "../../../test/kit/shipped.ts";
import { catalogOf } from "../../../test/kit/small-world.ts";
import { readYaml, withInstitutions } from "../../catalog/index.ts";
import { type Asks, formatPattern } from "../../model/index.ts";
import { everybodyOf } from "./everybody.ts";
import { check, examplesOf } from "./judge.ts";
import { readAssertions } from "./read-assertions.ts";
import { waysOf } from "./ways.ts";

const { catalog: shipped, read } = readShipped();
const packs = read.others.filter(({ kind }) => kind === "pack");

/** Rule and flows as text in, what is said of each as text out. */
function judge(
  rule: string,
  flows: string,
  { day = "2026-11-28", kind = "wallet", regions = "[cn]" } = {},
): readonly string[] {
  const place = readYaml(
    `institution: place\nkind: ${kind}\nregions: ${regions}\nprovides: account\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\nflows:\n${flows}`,
    "place.yaml",
  );
  const { catalog, complaints: wrong } = withInstitutions(shipped, new Map([["place", place]]));
  expect(wrong.map(String)).toEqual([]);
  const { assertions, complaints } = readAssertions(
    readYaml(`assertion: r\ntitle: { en: r, zh: 规则 }\n${rule}`, "r.yaml"),
    catalog,
  );
  if (complaints.length > 0) return complaints.map(({ where, message }) => `${where} ${message}`);
  return check({ catalog, assertions, day, institutions: new Set(["place"]) }).rules.flatMap(
    ({ state, findings, unread }) => [
      state,
      ...findings.map(({ flow, state: each, reason }) =>
        `${flow ?? "-"} ${each} ${reason?.kind ?? ""}`.trim(),
      ),
      ...unread.map((id) => `unread ${id}`),
    ],
  );
}

const back = (asks: string, more = "") =>
  `  back: { asks: ${asks}, gives: [know(account.password)], aspect: recover${more} }\n`;
const onRecover = "on: recover\nevery-way: { never-only: [[line, facts]] }\n";

test("one way of several that breaks it breaks it", () => {
  expect(
    judge(onRecover, back("{ any: [show-face(person), [receive-sms(line), know(person.name)]] }")),
  ).toEqual(["failed", "back failed way"]);
  expect(judge(onRecover, back("[show-face(person), receive-sms(line)]"))).toEqual(["passed", "back passed"]);
});

test("whoever may be talked round asks nothing, whatever they are told to ask", () => {
  expect(judge(onRecover, back("show-face(person)", ", discretion: true"))).toEqual([
    "failed",
    "back failed way",
  ]);
});

test("not bound, not in force, not judged and not read are four things, and none of them is kept", () => {
  const flows = back("show-face(person)");
  expect(judge(`binds: { kinds: [bank] }\n${onRecover}`, flows)).toEqual(["not-bound"]);
  expect(judge(`binds: { regions: [us] }\n${onRecover}`, flows)).toEqual(["not-bound"]);
  expect(judge(`from: 2027-01-01\n${onRecover}`, flows)).toEqual(["not-in-force"]);
  expect(judge(`from: 2027-01-01\n${onRecover}`, flows, { day: "2027-01-01" })).toEqual([
    "passed",
    "back passed",
  ]);
  expect(judge(`force: adopted-not-applicable\n${onRecover}`, flows)).toEqual(["not-in-force"]);
  expect(judge(`judged: judgement\n${onRecover}`, flows)).toEqual(["not-judged"]);
  expect(judge(onRecover, "  other: { asks: show-face(person), gives: [know(person.name)] }\n")).toEqual([
    "not-judged",
    "unread place",
  ]);
});

test("two factors within a session are open, for the second may lie in the sign-in", () => {
  const rule = "on: recover\nevery-way: { two-factors: true }\n";
  expect(judge(rule, back("[know(account.password), receive-sms(line)]"))).toEqual(["passed", "back passed"]);
  expect(judge(rule, back("[enter(account.recovery), receive-sms(line)]"))).toEqual([
    "open",
    "back open way",
  ]);
  expect(judge(rule, back("receive-sms(line)"))).toEqual(["failed", "back failed way"]);
});

test("a notice to the line that was used tells nobody else", () => {
  const rule = "on: recover\nleaves: elsewhere\n";
  const told = (leaves: string) => judge(rule, back("receive-sms(line)", `, leaves: [${leaves}]`));
  expect(told("{ sms: { to: line } }")).toEqual(["failed", "back failed tells-only-the-way"]);
  expect(told("{ sms: { to: line } }, { mail: { to: mailbox } }")).toEqual(["passed", "back passed"]);
  expect(judge(rule, back("receive-sms(line)"))).toEqual(["failed", "back failed leaves-nothing"]);
});

test("words that do not exist leave the rule out, with their places", () => {
  expect(
    judge("on: recovery\nevery-way: { never-only: [[line, lime]] }\n", back("show-face(person)")),
  ).toEqual([expect.stringContaining("r.yaml:4:")]);
  expect(judge("on: recovery\nevery-way: { never-only: [[line]] }\n", back("show-face(person)"))).toEqual([
    "r.yaml:3:5 r.yaml:3:5: unknown kind of flow `recovery`",
  ]);
  expect(judge("on: { gives: [entr(account)] }\n", back("show-face(person)"))).toEqual([
    expect.stringContaining("unknown capability `entr`"),
    expect.stringContaining("asks nothing of these flows"),
  ]);
  expect(judge("on: recover\ngives-none: [know(card.numbr)]\n", back("show-face(person)"))).toEqual([
    expect.stringContaining("numbr"),
  ]);
});

test("a rule that asks nothing would be kept by every flow, so it is none", () => {
  const flows = back("show-face(person)");
  const nothing = "asks nothing of these flows, so each would keep it";
  for (const rule of ["on: recover\n", "on: recover\ndelay: 0m\n", "on: recover\nevery-way: {}\n"])
    expect(judge(rule, flows)).toEqual([expect.stringContaining(nothing)]);
  expect(judge("every-way: { two-factors: true }\n", flows)).toEqual([
    expect.stringContaining("does not say which flows it is about"),
  ]);
  expect(judge("never: { from: [possess(sim)], reach: [possess(sim)] }\n", flows)).toEqual([
    expect.stringContaining("begins with `possess(sim)`, so that is reached"),
  ]);
  expect(judge('never: { from: ["pay-with(account, card)"], reach: [charge(card)] }\n', flows)).toEqual([
    expect.stringContaining("which is no word about one thing"),
  ]);
  expect(judge("never: { from: [possess(sim)], reach: [charge(card)], regions: [zz] }\n", flows)).toEqual([
    expect.stringContaining("unknown region `zz`"),
  ]);
});

test("a fault in one rule of a pack hides none in another", () => {
  const pack = readYaml(
    `pack: p
title: { en: p, zh: 规则 }
assertions:
  a: { title: { en: a, zh: 甲 }, on: recover, every-way: { has-one-of: [presense] } }
  b: { title: { en: b, zh: 乙 }, never: { from: [posses(sim)], reach: [charge(card)] } }
`,
    "p.yaml",
  );
  expect(readAssertions(pack, shipped).complaints.map(String)).toEqual([
    expect.stringContaining("unknown value `presense` for `has-one-of`"),
    expect.stringContaining("unknown capability `posses`"),
  ]);
});

test("what begins with a mailbox is held against somebody who has one, whoever provides it", () => {
  const { catalog } = withInstitutions(
    catalogOf(
      'institution: place\nkind: wallet\nregions: [xx]\nprovides: account\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\nflows: { back: { asks: read-mail(mailbox), gives: [drain(account)], takes: 3m } }\n',
    ),
    new Map(),
  );
  const stateOf = (from: string) => {
    const { assertions, complaints } = readAssertions(
      readYaml(
        `assertion: r\ntitle: { en: r, zh: 规则 }\nforce: own\nnever: { from: [${from}], reach: [drain(account)], regions: [xx] }\n`,
        "r.yaml",
      ),
      catalog,
    );
    expect(complaints.map(String)).toEqual([]);
    return check({ catalog, assertions, day: "2026-11-28" }).rules.map(({ state, findings }) => [
      state,
      findings.map(({ way }) => way?.steps.map(({ flow }) => flow)),
    ]);
  };
  expect(stateOf("read-mail(mailbox)")).toEqual([["failed", [["back"]]]]);
  expect(stateOf("possess(sim)")).toEqual([["passed", [undefined]]]);
  // Nobody there has a card, so nothing is proved of whoever holds one.
  expect(stateOf("possess(card)")).toEqual([["not-judged", []]]);
});

test("every shipped rule that flows can judge has an example that breaks it, and all examples come out", () => {
  let rules = 0;
  for (const { yaml } of packs) {
    const { assertions, complaints } = readAssertions(yaml, shipped);
    expect(complaints.map(String)).toEqual([]);
    for (const assertion of assertions) {
      rules += 1;
      expect([assertion.id, examplesOf(assertion, shipped)]).toEqual([assertion.id, []]);
      expect([assertion.id, assertion.breaks !== undefined]).toEqual([
        assertion.id,
        assertion.rule !== undefined,
      ]);
    }
  }
  expect(rules).toBeGreaterThan(40);
});

/** Slow and plain: all subsets of what is asked anywhere, kept where they meet it and no smaller one does. */
function plainWays(asks: Asks, words: readonly string[]): readonly string[] {
  const isMet = (part: Asks, held: ReadonlySet<string>): boolean =>
    part.kind === "capability"
      ? held.has(formatPattern(part.pattern))
      : part.kind === "all"
        ? part.parts.every((each) => isMet(each, held))
        : part.parts.some((each) => isMet(each, held));
  const sets = Array.from({ length: 2 ** words.length }, (_, bits) =>
    words.filter((_, i) => (bits >> i) % 2 === 1),
  ).filter((held) => isMet(asks, new Set(held)));
  return sets
    .filter(
      (held) => !sets.some((less) => less.length < held.length && less.every((each) => held.includes(each))),
    )
    .map((held) => [...held].sort().join(" + "))
    .sort();
}

test("the ways of a flow are its minimal ways, all of them", () => {
  const words = ["receive-sms(line)", "know(person.name)", "show-face(person)", "enter(account)"];
  const { asks: anyAsks } = fc.letrec<{ asks: string }>((tie) => ({
    asks: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(...words),
      fc.array(tie("asks"), { minLength: 1, maxLength: 3 }).map((parts) => `{ any: [${parts.join(", ")}] }`),
      fc.array(tie("asks"), { minLength: 1, maxLength: 3 }).map((parts) => `{ all: [${parts.join(", ")}] }`),
    ),
  }));
  fc.assert(
    fc.property(anyAsks, (text) => {
      const catalog = catalogOf(
        `institution: place\nprovides: account\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\nflows: { f: { asks: ${text}, gives: [know(person.id-number)] } }\n`,
      );
      const flow = catalog.institutions.get("place")?.flows[0];
      if (flow === undefined) throw new Error("no flow");
      const told = waysOf(flow, catalog.vocabulary)
        .map(({ asks }) => asks.join(" + "))
        .sort();
      expect(told).toEqual(plainWays(flow.asks, words));
    }),
    { numRuns: 100 },
  );
});

test("the example of a rule of reach is tried where it is the only institution there is", () => {
  const head =
    "assertion: r\ntitle: { en: r, zh: 规则 }\nsource: own\nforce: own\njudged: mechanical\nnever: { from: [receive-sms(line)], reach: [drain(account)], regions: [gb] }\n";
  const wrong = (asks: string) => {
    const flows = `{ t: { asks: ${asks}, gives: [drain(account)], takes: 1m } }`;
    const { assertions, complaints } = readAssertions(
      readYaml(`${head}breaks: { kind: bank, provides: account, flows: ${flows} }\n`, "r.yaml"),
      shipped,
    );
    expect(complaints.map(String)).toEqual([]);
    return assertions.flatMap((assertion) => examplesOf(assertion, shipped));
  };
  expect(wrong("receive-sms(line)")).toEqual([]);
  expect(wrong("know(account.password)")).toEqual(["breaks"]);
});

test("of carriers known by name alone one stands for all", () => {
  const all = everybodyOf(shipped, "gb").map(({ carrier }) => shipped.institutions.get(carrier ?? ""));
  expect(all.filter((carrier) => carrier?.flows.length === 0).length).toBe(1);
  expect(all.length).toBeGreaterThan(3);
});

test("of institutions known by name alone and alike in the rest one stands for all, of those that were read each for itself", () => {
  const there = new Set(
    everybodyOf(shipped, "gb").flatMap(({ person }) =>
      [...person.things.values()].flatMap(({ institution }) => institution ?? []),
    ),
  );
  const all = [...there].map((id) => shipped.institutions.get(id));
  const bare = all.filter(
    (each) => each?.flows.length === 0 && each.settings.size + each.defaults.size === 0,
  );
  const likeness = bare.map((each) =>
    JSON.stringify([each?.kind, each?.provides, each?.regions, each?.isListed, each?.noCounter]),
  );
  expect(likeness.length).toBeGreaterThan(3);
  expect(new Set(likeness).size).toBe(likeness.length);
  const keeps = [...shipped.institutions.values()].filter(
    ({ flows, regions, provides }) =>
      flows.length > 0 && regions.join() === "gb" && provides.includes("account"),
  );
  expect(keeps.filter(({ id }) => !there.has(id)).map(({ id }) => id)).toEqual([]);
});

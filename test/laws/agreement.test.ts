/** Audit and world read the same steps: what a night takes, an audit of the same world names, as early and as much. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Catalog, readInstitution, readYaml } from "../../src/catalog/index.ts";
import { flowShape, measureShape } from "../../src/catalog/shapes.ts";
import { ground } from "../../src/ground/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { personShape } from "../../src/person/shapes.ts";
import { audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { defend, intruderPolicies, ownerPolicies, prepare, simulatePrepared } from "../../src/world/index.ts";
import { anyDefence } from "../kit/any-defence.ts";
import { askedWorld } from "../kit/asked-world.ts";
import { anyWorldText, type WorldText } from "../kit/generators.ts";
import { keysOfShape, keysUsed } from "../kit/keys-of-shape.ts";
import { racedNight, wild } from "../kit/raced-night.ts";
import { readShipped } from "../kit/shipped.ts";
import { worldOf } from "../kit/small-world.ts";
import { type Asked, faultsOf, namedIn, takenAlone } from "../kit/taken-and-named.ts";
import { worldsTried } from "../kit/worlds-tried.ts";

/** Every way an intruder plays in turn. */
const anyPolicy = (seed: number) => [...intruderPolicies.values()][seed % intruderPolicies.size]!();

const worlds = worldsTried(1_000);

test("W8 what a night takes, audit names: never more, never sooner", () => {
  const faults: string[] = [];
  let taken = 0;
  for (let seed = 0; seed < worlds; seed++) {
    const { raced, prepared } = racedNight(seed);
    const night = simulatePrepared(prepared, { seed });
    if (night.lossByGoal.size === 0) continue;
    taken += night.lossByGoal.size;
    faults.push(...faultsOf(raced, night).map((fault) => `world ${seed}: ${fault}`));
  }
  expect(faults.slice(0, 5)).toEqual([]);
  // A check that compares nothing must not pass.
  expect(taken).toBeGreaterThan(worlds / 10);
});

/** Keys that say where a flow was read and how a thing is called; no reading of it is another for them. */
const untold = new Set([
  ...[
    "title",
    "how",
    "channel",
    "aspect",
    "f3",
    "attack",
    "basis",
    "en",
    "zh",
    "name",
    "note",
    "last4",
    "os",
  ],
]);

/** Every key of flows, of measures and of persons that a reading hears, all the way down, and which of them some text used. */
const keysHeard = () =>
  ([flowShape, measureShape, personShape] as const).map((shape) => ({
    known: new Set(
      [...keysOfShape(shape)].filter(
        // Nobody runs a document, so none has settings.
        (path) => !path.split(".").some((key) => untold.has(key)) && path !== "documents.settings",
      ),
    ),
    used: new Set<string>(),
  }));

/** Puts down which keys of flows, measures and persons stand in these texts. */
function noteKeys({ institutions, measures, person }: WorldText, heard: ReturnType<typeof keysHeard>): void {
  type Named = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  for (const text of [...institutions, ...(measures === undefined ? [] : [measures])]) {
    const body = parse(text) as Readonly<Record<"flows" | "measures", Named | undefined>>;
    for (const [nth, part] of (["flows", "measures"] as const).entries())
      for (const each of Object.values(body[part] ?? {})) keysUsed(each, heard[nth]!.known, heard[nth]!.used);
  }
  keysUsed(parse(person), heard[2]!.known, heard[2]!.used);
}

/** Every third world has something of whoever runs a flow where the text says only what stands in the file. */
const withTheirs = ({ institutions, ...rest }: WorldText, seed: number): WorldText => ({
  ...rest,
  institutions: institutions.map((text) =>
    seed % 3 === 0 ? text.replaceAll("account: own", "account: theirs") : text,
  ),
});

test("W8 and over worlds written with every key of the notation, whoever acts", () => {
  const heard = keysHeard();
  const whoseSaid = new Set<string>();
  const numRuns = worlds;
  let taken = 0;
  fc.assert(
    fc.property(anyWorldText, fc.nat(1e6), (drawn, seed) => {
      const text = withTheirs(drawn, seed);
      noteKeys(text, heard);
      for (const whose of ["new", "own", "theirs"])
        if (text.institutions.some((each) => each.includes(`account: ${whose}`))) whoseSaid.add(whose);
      const { world, held, startsAt, selections } = askedWorld(text);
      for (const [nth, measures] of selections.entries()) {
        const inForce = world.choices.filter(({ id }) => measures.includes(id)).map(({ index }) => index);
        const asked: Asked = { world, held, inForce, startsAt, horizonMinutes: 60 + (seed % 2_000) };
        const isPlanned = nth === 0;
        const prepared = prepare({
          ...asked,
          eventsMax: 200,
          intruder: isPlanned ? anyPolicy(seed) : wild(seed),
          owner: isPlanned ? defend("any", anyDefence(world, seed)) : wild(seed + 1),
          unstatedChance: 1,
        });
        const night = simulatePrepared(prepared, { seed });
        taken += night.lossByGoal.size;
        expect(faultsOf(asked, night)).toEqual([]);
      }
    }),
    { numRuns },
  );
  // A check that compares nothing must not pass; one that leaves a key out neither.
  expect(taken).toBeGreaterThan(numRuns / 10);
  expect([...whoseSaid].sort()).toEqual(["new", "own", "theirs"]);
  for (const { known, used } of heard) expect([...known].filter((key) => !used.has(key))).toEqual([]);
});

test("W8 and so it is for the people shipped, whoever fights", () => {
  const { catalog, people } = readShipped();
  const faults: string[] = [];
  let taken = 0;
  for (const person of people.values()) {
    const world = ground({ catalog, person });
    const phones = [...person.things.values()].filter(
      ({ kind, of }) => kind === "device" && of === undefined,
    );
    for (const { id } of phones) {
      for (const owner of ["nothing", "checklist"] as const) {
        const asked: Asked = {
          world,
          held: [`possess(${id})`],
          inForce: [],
          startsAt: undefined,
          horizonMinutes: 1_440,
        };
        const prepared = prepare({
          ...asked,
          intruder: intruderPolicies.get("gang")!(),
          owner: ownerPolicies.get(owner)!(),
          unstatedChance: 1,
        });
        const night = simulatePrepared(prepared, { seed: 1 });
        taken += night.lossByGoal.size;
        faults.push(...faultsOf(asked, night).map((fault) => `${person.id}, ${id}, ${owner}: ${fault}`));
      }
    }
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(taken).toBeGreaterThan(20);
});

test("W8 a flow that is never open is run by nobody, with a clock and without", () => {
  const bank = `
institution: bank
provides: account
flows:
  send: { asks: enter(account), gives: [drain(account)], hours: never }
`;
  const world = worldOf([bank], "person: { id: p }\naccounts: { a: { service: bank, balance: 10 } }");
  for (const startsAt of [undefined, 600]) {
    const asked: Asked = {
      world,
      held: ["enter(account.a)"],
      inForce: [],
      startsAt,
      horizonMinutes: 60,
    };
    const prepared = prepare({
      ...asked,
      intruder: intruderPolicies.get("loner")!(),
      owner: ownerPolicies.get("nothing")!(),
    });
    const night = simulatePrepared(prepared, { seed: 1 });
    expect([night.loss, faultsOf(asked, night)]).toEqual([0, []]);
  }
});

test("W8 the owner's yes is given where the owner asks, and by its chance where somebody else does", () => {
  const mail = `
institution: mail
provides: account
flows:
  prompt: { asks: know(account.password), gives: [enter(account)], takes: 1m, consent: { chance: 0.2 } }
`;
  const loss = "losses: [{ goal: enter(account.a), en: read, zh: 被看 }]";
  const world = worldOf([mail], `person: { id: p }\naccounts: { a: { service: mail } }\n${loss}`);
  const runs = Array.from({ length: 60 }, (_, run) => run);
  const failed = (actor: "intruder" | "owner") => {
    const begins = { id: "once", next: () => [{ kind: "begin", step: world.steps[0]!.id } as const] };
    const prepared = prepare({
      world,
      held: ["know(account.a.password)"],
      horizonMinutes: 1.5,
      intruder: actor === "intruder" ? begins : ownerPolicies.get("nothing")!(),
      owner: actor === "owner" ? begins : ownerPolicies.get("nothing")!(),
    });
    return runs.filter((run) =>
      simulatePrepared(prepared, { seed: 1, run }).events.some(({ kind }) => kind === "fails"),
    ).length;
  };
  expect(failed("owner")).toBe(0);
  expect(failed("intruder")).toBeGreaterThan(30);
  expect(failed("intruder")).toBeLessThan(60);
});

function withBank(text: string): Catalog {
  const shipped = readShipped().catalog;
  const read = readInstitution(readYaml(text, "the-bank.yaml"), shipped.vocabulary);
  if (read.institution === undefined) throw new Error(read.complaints.map(String).join("\n"));
  return { ...shipped, institutions: new Map([...shipped.institutions, ["the-bank", read.institution]]) };
}

const shared = `
institution: the-bank
name: { en: The bank, zh: 银行 }
kind: bank
regions: [xx]
provides: [account, card]
basis: { status: reported, seen: 2026-11, source: example }
flows:
  send: { title: { en: Send, zh: 转账 }, asks: enter(account), gives: [drain(account)], at-most: { amount: 2000, per: 24h, of: account }, takes: 5m }
  pay: { title: { en: Pay, zh: 付款 }, for: { card: account.cards }, asks: enter(account), gives: [charge(card)], each: 300, at-most: { amount: 2000, per: 24h, of: account }, takes: 5m }
`;
const sharing = `
person: { id: sharing, region: xx, currency: EUR }
cards: { debit: { bank: the-bank, balance: 9000, credit: 1000 } }
accounts: { bank: { service: the-bank, cards: [debit], balance: 5000 } }
`;

test("W8 and one limit that two flows share is reached, and no more, by audit and night alike", () => {
  const catalog = withBank(shared);
  const { person } = readPerson(readYaml(sharing, "sharing.yaml"), catalog);
  if (person === undefined) throw new Error("the person was not read");
  const world = ground({ catalog, person });
  const lost = (horizonMinutes: number) => {
    const asked: Asked = {
      world,
      held: ["enter(account.bank)"],
      inForce: [],
      startsAt: undefined,
      horizonMinutes,
    };
    const { losses, reachableAmount } = namedIn(asked);
    const night = takenAlone(asked);
    expect(losses.filter(({ reachable }) => reachable)).toHaveLength(2);
    return [night.loss, reachableAmount];
  };
  expect([lost(1_000), lost(2_500), lost(20_000)]).toEqual([
    [2_000, 2_000],
    [4_000, 4_000],
    [15_000, 15_000],
  ]);
});

const raised = `
institution: bank
provides: account
flows:
  send: { asks: enter(account), gives: [drain(account)], at-most: { amount: 5000, per: 24h, of: account }, takes: 3m }
  send-more: { asks: [enter(account), manage(account)], gives: [drain(account)], at-most: { amount: 50000, per: 24h, of: account }, takes: 5m }
  raise: { asks: enter(account), gives: [manage(account)], takes: 10m, delay: 2h }
`;

test("W8 and where the limit that flows share can be raised first, an intruder raises it and takes as much as audit names", () => {
  const direct = raised.replace("[enter(account), manage(account)]", "enter(account)");
  const person = "person: { id: p }\naccounts: { bank: { service: bank, balance: 60000 } }";
  for (const bank of [direct, raised]) {
    const world = worldOf([bank], person);
    for (const [horizonMinutes, most] of [
      [14 * 60, 50_000],
      [3 * 1_440, 60_000],
    ] as const)
      for (const [name, policy] of intruderPolicies) {
        if (name === "slow") continue;
        const asked: Asked = {
          world,
          held: ["enter(account.bank)"],
          inForce: [],
          startsAt: undefined,
          horizonMinutes,
        };
        const prepared = prepare({ ...asked, intruder: policy(), owner: ownerPolicies.get("nothing")!() });
        const night = simulatePrepared(prepared, { seed: 1 });
        expect(faultsOf(asked, night)).toEqual([]);
        expect([name, night.loss]).toEqual([name, most]);
        // Whoever has taken the higher limit knows the lower one to be taken too.
        expect(night.events.filter(({ kind }) => kind === "fails")).toEqual([]);
      }
  }
});

const limited = `
person: { id: limited, region: xx, currency: EUR }
accounts: { bank: { service: the-bank, balance: 9000 } }
`;
const theBank = `
institution: the-bank
name: { en: The bank, zh: 银行 }
kind: bank
regions: [xx]
provides: account
basis: { status: reported, seen: 2026-11, source: example }
flows:
  send: { title: { en: Send, zh: 转账 }, asks: enter(account), gives: [drain(account)], each: 500, at-most: { times: 4, per: 24h }, takes: 5m }
`;

test("W8 and a limit for each run and each day is reached, and no more, by audit and night alike", () => {
  const catalog = withBank(theBank);
  const { person } = readPerson(readYaml(limited, "limited.yaml"), catalog);
  if (person === undefined) throw new Error("the person was not read");
  const world = ground({ catalog, person });
  const lost = (horizonMinutes: number) => {
    const asked: Asked = {
      world,
      held: ["enter(account.bank)"],
      inForce: [],
      startsAt: undefined,
      horizonMinutes,
    };
    const night = takenAlone(asked);
    return night.loss;
  };
  expect([lost(12), lost(1_000), lost(2_500), lost(10_000)]).toEqual([1_000, 2_000, 4_000, 9_000]);
});

test("W8 and what is got while something stops it is lost once it is had, by audit and night alike", () => {
  const carrier = `
institution: carrier
provides: line
flows:
  divert: { asks: know(line.number), gives: [receive-sms(line)], sets: [texts-copied(line)], takes: 5m }
`;
  const lost = (conditions: string) => {
    const world = worldOf(
      [carrier],
      `person: { id: p }\nlines: { main: { carrier: carrier } }\nconditions: [${conditions}]\nlosses: [{ goal: receive-sms(line.main), en: read, zh: 被看 }]`,
    );
    const night = takenAlone({
      world,
      held: ["know(line.main.number)"],
      inForce: [],
      startsAt: undefined,
      horizonMinutes: 120,
    });
    const first = night.events.find((event) => event.kind === "gains" && event.actor === "intruder");
    return [[...night.lossByGoal.keys()], first?.at];
  };
  expect(lost("")).toEqual([["receive-sms(line.main)"], expect.closeTo(5, 0)]);
  expect(lost("suspended(line.main)")).toEqual([[], undefined]);
  expect(lost("{ condition: suspended(line.main), expires: 1h }")).toEqual([["receive-sms(line.main)"], 60]);
});

test("W8 and a new SIM that gets no texts for a day brings them when the day is over, in one flow or in two", () => {
  const wallet = `
institution: wallet
provides: account
flows:
  pay: { asks: receive-sms(line), gives: [drain(account)], takes: 5m }
`;
  const withheld = "sets: [{ condition: sms-off(line), expires: 24h }], takes: 20m";
  const inOne = `new-sim: { asks: know(person.name), gives: [receive-sms(line), control(line)], ${withheld} }`;
  const inTwo = `new-sim: { asks: know(person.name), gives: [control(line)], ${withheld} }
  texts: { asks: control(line), gives: [receive-sms(line)], takes: 5m }`;
  for (const flows of [inOne, inTwo]) {
    const asked: Asked = {
      world: worldOf(
        [`institution: carrier\nprovides: line\nflows:\n  ${flows}\n`, wallet],
        "person: { id: p }\nlines: { main: { carrier: carrier } }\naccounts: { a: { service: wallet, line: main, balance: 300 } }",
      ),
      held: ["know(person.name)"],
      inForce: [],
      startsAt: undefined,
      horizonMinutes: 3 * 1_440,
    };
    const night = takenAlone(asked);
    const paid = night.events.find(({ kind }) => kind === "money")?.at;
    // Somebody notices within minutes that they come, and does not run it again.
    expect([Math.floor((paid ?? 0) / 60), (paid ?? 0) % 60 < 35]).toEqual([24, true]);
    expect(namedIn(asked).losses[0]?.earliestMinutes).toBe(24 * 60 + 25);
  }
});

test("W8 and limits of the card, the account and the flow hold together, by audit and night alike", () => {
  const limits = (said: string) => theBank.replace("each: 500, at-most: { times: 4, per: 24h }", said);
  const three =
    "each: 400, at-most: [{ times: 3, per: 24h }, { amount: 1000, per: 24h }, { amount: 2500, per: 30d, of: account }]";
  const lost = (said: string, horizonMinutes: number) => {
    const catalog = withBank(limits(said));
    const { person } = readPerson(readYaml(limited, "limited.yaml"), catalog);
    if (person === undefined) throw new Error("the person was not read");
    const asked: Asked = {
      world: ground({ catalog, person }),
      held: ["enter(account.bank)"],
      inForce: [],
      startsAt: undefined,
      horizonMinutes,
    };
    return [takenAlone(asked).loss, namedIn(asked).reachableAmount];
  };
  const days = (count: number) => count * 1_440;
  expect([0.5, 1.5, 6, 29, 31.5].map((count) => lost(three, days(count)))).toEqual([
    [1_000, 1_000],
    [2_000, 2_000],
    [2_500, 2_500],
    [2_500, 2_500],
    // The second month begins with the day after the thirtieth, and lets two days through by its second noon.
    [4_500, 4_500],
  ]);
  // In whichever order they are written, and the narrower alone where it says more.
  const turned = "each: 400, at-most: [{ amount: 2500, per: 30d }, { amount: 1000, per: 24h }]";
  expect(lost(turned, days(6))).toEqual([2_500, 2_500]);
  expect(lost("each: 400, at-most: [{ times: 1, per: 24h }, { times: 2, per: ever }]", days(6))).toEqual([
    800, 800,
  ]);
});

test("W8 and what may be run once ever is run once by audit and night alike, without an end to the time too", () => {
  const catalog = withBank(
    theBank.replace("at-most: { times: 4, per: 24h }", "at-most: { times: 1, per: ever }"),
  );
  const { person } = readPerson(readYaml(limited, "limited.yaml"), catalog);
  if (person === undefined) throw new Error("the person was not read");
  const world = ground({ catalog, person });
  const asked: Asked = {
    world,
    held: ["enter(account.bank)"],
    inForce: [],
    startsAt: undefined,
    horizonMinutes: 300 * 1_440,
  };
  const named = (withinMinutes: number | undefined) =>
    audit({ reach: openReach(world), held: asked.held, withinMinutes, sides: [], wantsFront: false })
      .reachableAmount;
  const night = takenAlone(asked);
  expect([night.loss, named(undefined), named(asked.horizonMinutes), named(60)]).toEqual([
    500, 500, 500, 500,
  ]);
});

test("W8 and a debt that is feared is taken and named alike, and with what is taken of the loan it counts once", () => {
  const lender = (amount: string) => `
institution: lender
kind: lender
provides: account
flows:
  apply: { for: { account: own }, asks: know(account.password), gives: [borrow(account)], takes: 10m${amount} }
  spend: { for: { account: own }, asks: borrow(account), gives: [cash-out(account)], takes: 5m${amount} }
`;
  const seen = new Set<number>();
  for (const said of ["", ", amount: 700"])
    for (const offer of ["", ", loan-offer: 500", ", loan-offer: unknown"])
      for (const feared of ["", ", amount: 400", ", amount: 900"]) {
        const world = worldOf(
          [lender(said)],
          `person: { id: p }\naccounts: { a: { service: lender${offer} } }\nlosses: [{ goal: borrow(account.a)${feared} }]`,
        );
        const night = takenAlone({
          world,
          held: ["know(account.a.password)"],
          inForce: [],
          startsAt: undefined,
          horizonMinutes: 600,
        });
        expect(night.lossByGoal.has("borrow(account.a)")).toBe(true);
        const [owed = 0, taken = 0] = ["borrow(account.a)", "cash-out(account.a)"].map((goal) =>
          night.lossByGoal.get(goal),
        );
        expect(night.loss).toBe(Math.max(owed, taken));
        seen.add(night.loss);
      }
  expect([...seen].sort((a, b) => a - b)).toMatchInlineSnapshot(`
    [
      0,
      400,
      500,
      700,
      900,
    ]
  `);
});

test("W8 and a limit known only between two counts by the greater, in an audit that says both and in a night", () => {
  const lost = (said: string, horizonMinutes: number) => {
    const catalog = withBank(theBank.replace("each: 500, at-most: { times: 4, per: 24h }", said));
    const { person } = readPerson(readYaml(limited, "limited.yaml"), catalog);
    if (person === undefined) throw new Error("the person was not read");
    const asked: Asked = {
      world: ground({ catalog, person }),
      held: ["enter(account.bank)"],
      inForce: [],
      startsAt: undefined,
      horizonMinutes,
    };
    const [named] = namedIn(asked).losses;
    return [takenAlone(asked).loss, named?.amount, named?.atLeast];
  };
  expect(lost("each: { from: 400, to: 500 }, at-most: { times: 4, per: 24h }", 600)).toEqual([
    2_000, 2_000, 1_600,
  ]);
  expect(lost("at-most: { amount: { from: 1000, to: 1500 }, per: 24h }", 600)).toEqual([1_500, 1_500, 1_000]);
  expect(lost("at-most: { amount: { from: 1500, to: 1500 }, per: 24h }", 600)).toEqual([
    1_500,
    1_500,
    undefined,
  ]);
});

test("W8 and limits in limits are reached by a night, or what is named is said to be a bound", () => {
  let seed = 7;
  const rand = (count: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >> 8) % count;
  };
  const pick = <T>(list: readonly T[]) => list[rand(list.length)]!;
  let same = 0;
  const faults: string[] = [];
  for (let i = 0; i < 400; i++) {
    const lim = () => {
      const all: string[] = [];
      if (rand(2)) all.push(`{ times: ${1 + rand(4)}, per: ${pick(["6h", "24h", "7d"])} }`);
      if (rand(2)) all.push(`{ amount: ${pick([500, 1000, 1500])}, per: 24h, of: card }`);
      if (rand(2)) all.push(`{ amount: ${pick([2500, 4000])}, per: 30d, of: account }`);
      if (rand(3) === 0) all.push(`{ amount: ${pick([700, 1200])}, per: 24h }`);
      if (all.length === 0) all.push(`{ amount: 900, per: 24h, of: account }`);
      return `[${all.join(", ")}]`;
    };
    const flows = Array.from(
      { length: 1 + rand(2) },
      (_, f) =>
        `  f${f}: { for: { card: account.cards }, asks: [enter(account), possess(card)], gives: [drain(account)], ${rand(2) ? `each: ${pick([200, 400, 500])}, ` : ""}at-most: ${lim()}, takes: 5m }`,
    );
    const bank = `institution: bank\nprovides: [account, card]\nflows:\n${flows.join("\n")}\n`;
    const world = worldOf(
      [bank],
      "person: { id: p }\ncards: { k: { bank: bank, balance: 0 } }\naccounts: { a: { service: bank, cards: [k], balance: 20000 } }",
    );
    const asked: Asked = {
      world,
      held: ["enter(account.a)", "possess(card.k)"],
      inForce: [],
      startsAt: undefined,
      horizonMinutes: pick([600, 2000, 5000, 30000, 50000]),
    };
    const named = namedIn(asked);
    let best = 0;
    for (const id of ["gang", "loner"]) {
      const night = simulatePrepared(
        prepare({ ...asked, intruder: intruderPolicies.get(id)!(), owner: ownerPolicies.get("nothing")!() }),
        { seed: 1 },
      );
      expect(faultsOf(asked, night)).toEqual([]);
      best = Math.max(best, night.loss);
    }
    if (Math.abs(best - named.reachableAmount) < 0.01) same += 1;
    else if (named.label !== "bounded")
      faults.push(
        `${asked.horizonMinutes}: ${best} taken, ${named.reachableAmount} named\n${flows.join("\n")}`,
      );
  }
  expect(faults).toEqual([]);
  // A check that compares nothing must not pass.
  expect(same).toBeGreaterThan(380);
});

/** A bank with many limits, and somebody with cards and accounts there; the same seed, the same bank. */
function manyLimits(seed: number) {
  let state = seed;
  const rand = (count: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % count;
  };
  const pick = <T>(list: readonly T[]) => list[rand(list.length)]!;
  const some = (one: number, said: string) => (rand(one) === 0 ? [said] : []);
  const limits = () => {
    const all = [
      ...some(3, `{ times: ${1 + rand(3)}, per: ${pick(["24h", "7d", "ever"])} }`),
      ...some(2, `{ amount: ${pick([500, 1000, 1500])}, per: 24h, of: card }`),
      ...some(2, `{ amount: ${pick([2500, 1200])}, per: 30d, of: account }`),
      ...some(3, `{ amount: ${pick([700, 1200])}, per: ${pick(["24h", "ever"])} }`),
    ];
    return all.length === 0 ? "" : `, at-most: [${all.join(", ")}]`;
  };
  const gives = ["drain(account)", "charge(card)", "skim(card)", "drain(account), charge(card)"];
  const flow = (nth: number) => {
    const each = rand(2) === 0 ? "" : `each: ${pick([200, 400, 500])}, `;
    return `  f${nth}: { for: { card: account.cards }, asks: [enter(account), possess(card)], gives: [${pick(gives)}], ${each}takes: 5m${limits()} }`;
  };
  const flows = [
    ...Array.from({ length: 1 + rand(3) }, (_, nth) => flow(nth)),
    ...some(
      4,
      '  mv: { for: { card: account.cards }, asks: enter(account), gives: ["move-to(account, card)"], takes: 5m }',
    ),
  ];
  const bank = `institution: bank\nprovides: [account, card]\nflows:\n${flows.join("\n")}\n`;
  const card = (nth: number) =>
    `k${nth}: { bank: bank, kind: debit, balance: ${pick([0, 300, 5000])}, credit: ${pick([0, 800])} }`;
  const account = (nth: number) =>
    `a${nth}: { service: bank, cards: [${pick(["k0", "k0, k1", "k1"])}], balance: ${pick([0, 700, 20000])} }`;
  const person = `person: { id: p }\ncards: { ${card(0)}, ${card(1)} }\naccounts: { ${account(0)}, ${account(1)} }`;
  const asked: Asked = {
    world: worldOf([bank], person),
    held: ["enter(account.a0)", "enter(account.a1)", "possess(card.k0)", "possess(card.k1)"],
    inForce: [],
    startsAt: undefined,
    horizonMinutes: pick([600, 2_000, 5_000, 30_000]),
  };
  return { asked, said: `${bank}${person}` };
}

test("W8 and several losses under limits in limits are named no lower together than they are taken, and exact only where they are", () => {
  const faults: string[] = [];
  let [same, all] = [0, 0];
  for (let seed = 1; seed <= worldsTried(1_500); seed++) {
    const { asked, said } = manyLimits(seed * 7_919);
    const { losses, reachableAmount, label } = namedIn(asked);
    if (losses.some(({ reachable, amount }) => reachable && amount === undefined)) continue;
    // Who does all at once and who does one after the other, each on two nights.
    const taken = [1, 2, 3, 4].map((nth) => {
      const intruder = intruderPolicies.get(nth % 2 === 0 ? "gang" : "loner")!();
      const prepared = prepare({ ...asked, intruder, owner: ownerPolicies.get("nothing")!() });
      const night = simulatePrepared(prepared, { seed: nth });
      faults.push(...faultsOf(asked, night));
      return night.loss;
    });
    const most = Math.max(...taken);
    all += 1;
    if (most > reachableAmount + 0.01) faults.push(`${most} taken, ${reachableAmount} named\n${said}`);
    else if (most > reachableAmount - 0.01) same += 1;
    else if (label !== "bounded")
      faults.push(`${most} taken, ${reachableAmount} named and ${label}\n${said}`);
  }
  expect(faults.slice(0, 3)).toEqual([]);
  // A check that compares nothing must not pass.
  expect([all > worldsTried(1_500) / 2, same > all / 2]).toEqual([true, true]);
});

test("W8 and thousands of runs under many limits are counted in no time that anybody notices", () => {
  const flows = Array.from(
    { length: 30 },
    (_, nth) =>
      `  f${nth}: { asks: enter(account), gives: [drain(account)], each: ${1 + nth}, at-most: [{ times: 1000, per: 24h }, { amount: 4000, per: 24h, of: account }], takes: 1m }`,
  );
  const world = worldOf(
    [`institution: bank\nprovides: account\nflows:\n${flows.join("\n")}\n`],
    "person: { id: p }\naccounts: { a: { service: bank, balance: 2000000 } }",
  );
  const asked: Asked = {
    world,
    held: ["enter(account.a)"],
    inForce: [],
    startsAt: undefined,
    horizonMinutes: 30 * 1_440,
  };
  // What nobody has counted to the end is told as a bound.
  expect([namedIn(asked).reachableAmount, namedIn(asked).label]).toEqual([120_000, "bounded"]);
});

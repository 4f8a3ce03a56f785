/**
 * Small worlds for the laws of time, made from a number: some three milliseconds from the seed to a night played, so
 * that ten thousand fit into a test run. They are built as the readers would build them, without the text in between
 * (the text has laws of its own), and ground as any other.
 */

import { type Catalog, emptyCatalog } from "../../src/catalog/index.ts";
import { type Grounded, ground } from "../../src/ground/index.ts";
import {
  type Asks,
  type CapabilityPattern,
  type ChoiceId,
  capability,
  chanceFrom,
  type Flow,
  type Institution,
  type Measure,
  minutesPerWeek,
  parseSubjectPath,
  type SetCondition,
  type SubjectPath,
  splitCapability,
  type Trace,
} from "../../src/model/index.ts";
import type { Person, Thing } from "../../src/person/index.ts";
import { vocabulary } from "./small-world.ts";

export interface RacedWorld {
  readonly world: Grounded;
  /** Set at the start, beside those of the person file. */
  readonly conditions: readonly string[];
  readonly held: readonly string[];
  readonly inForce: readonly ChoiceId[];
  readonly startsAt: number | undefined;
  readonly horizonMinutes: number;
}

/** Draws from a seed; a generator of a few lines is enough to make test worlds. */
export interface Draws {
  below(count: number): number;
  isOnceIn(count: number): boolean;
  oneOf<T>(items: readonly T[]): T;
  someOf<T>(items: readonly T[], most: number): readonly T[];
}

export function drawsFrom(seed: number): Draws {
  const next = chanceFrom(seed ^ 0x9e3779b9);
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    isOnceIn: (count) => below(count) === 0,
    oneOf: (items) => items[below(items.length)]!,
    someOf: (items, most) => Array.from({ length: below(most + 1) }, () => items[below(items.length)]!),
  };
}

export function racedWorld(seed: number): RacedWorld {
  const draws = drawsFrom(seed);
  const person = anyPerson(draws);
  const institutions = ["carrier", "bank", "wallet", "hands"].map((id) => anyInstitution(draws, id));
  const catalog: Catalog = {
    ...emptyCatalog,
    vocabulary,
    institutions: new Map(institutions.map((institution) => [institution.id, institution])),
  };
  const conditions = draws.isOnceIn(3)
    ? [draws.oneOf(["suspended(line.a)", "blocked(card.b)", "frozen(account.a)"])]
    : [];
  const world = ground({ catalog, person, conditions });
  const held = [
    ...new Set(
      draws.someOf(
        [
          "possess(sim.a)",
          "possess(device.a)",
          "unlock(device.a)",
          "know(person.id-number)",
          "receive-sms(line.b)",
          "enter(account.b)",
          "know(card.a.number)",
        ],
        3,
      ),
    ),
  ];
  return {
    world,
    conditions,
    held,
    inForce: world.choices.map(({ index }) => index).filter(() => draws.isOnceIn(3)),
    startsAt: draws.isOnceIn(2) ? draws.below(minutesPerWeek) : undefined,
    horizonMinutes: 60 + draws.below(900),
  };
}

function anyPerson(draws: Draws): Person {
  const things = new Map<string, Thing>([
    ["person", { id: "person", kind: "person", name: "person", attributes: new Map(), relations: new Map() }],
  ]);
  const add = (kind: Thing["kind"], name: string, rest: Partial<Thing>) =>
    things.set(`${kind}.${name}`, {
      id: `${kind}.${name}`,
      kind,
      name,
      attributes: new Map(),
      relations: new Map(),
      ...rest,
    });
  const amount = () => String(draws.below(4) * 250);
  for (const name of ["a", "b"]) {
    add("line", name, { institution: "carrier" });
    add("device", name, {
      attributes: new Map([["lock", draws.oneOf(["none", "passcode", "unknown"])]]),
      relations: new Map([["account", [`account.${draws.oneOf(["a", "b"])}`]]]),
    });
    add("sim", name, {
      attributes: new Map([["pin", draws.oneOf(["none", "set"])]]),
      relations: new Map([
        ["line", [`line.${name}`]],
        ["device", [`device.${name}`]],
      ]),
    });
    const money = draws.isOnceIn(3)
      ? new Map([["credit", "unknown"]])
      : new Map([
          ["balance", amount()],
          ["credit", amount()],
        ]);
    add("card", name, {
      institution: "bank",
      attributes: money,
      relations: new Map([
        ["reserved-line", draws.isOnceIn(5) ? "unknown" : [`line.${draws.oneOf(["a", "b"])}`]],
      ]),
    });
    add("account", name, {
      institution: "wallet",
      attributes: new Map([
        ["balance", amount()],
        ["credit", amount()],
        ["loan-offer", amount()],
      ]),
      relations: new Map([
        ["line", [`line.${draws.oneOf(["a", "b"])}`]],
        ["cards", draws.someOf(["card.a", "card.b"], 2)],
        ["devices", [`device.${draws.oneOf(["a", "b"])}`]],
      ]),
    });
  }
  return {
    id: "anybody",
    name: { en: "Anybody", zh: "某人" },
    things,
    helpers: new Map(),
    carried: new Map(),
    sameSecret: draws.isOnceIn(2)
      ? [
          ["account.a.password", "account.b.password", "card.a.pin"]
            .slice(0, 2 + draws.below(2))
            .map((path) => {
              const dot = path.lastIndexOf(".");
              return capability({ kind: "know", things: [path.slice(0, dot)], secret: path.slice(dot + 1) });
            }),
        ]
      : [],
    forgotten: draws.isOnceIn(3)
      ? [capability({ kind: "know", things: ["account.a"], secret: "password" })]
      : [],
    conditions: draws.isOnceIn(3)
      ? [
          {
            condition: capability({ kind: "sms-off", things: ["line.b"] }),
            ...(draws.isOnceIn(2) ? { expires: draws.below(300) } : {}),
          },
        ]
      : [],
    losses: draws.isOnceIn(3)
      ? [{ goal: capability({ kind: "enter", things: ["account.b"] }), amount: 50 }]
      : [],
    measures: [],
  };
}

/** What an institution speaks of, as patterns over its variables. */
const words: Readonly<Record<string, readonly string[]>> = {
  carrier: [
    "possess(sim)",
    "know(line.service-password)",
    "know(line.number)",
    "receive-sms(line)",
    "send-sms(line)",
    "receive-call(line)",
    "control(line)",
    "know(person.id-number)",
    "show-face(person)",
  ],
  bank: [
    "know(card.number)",
    "know(card.pin)",
    "operate(card)",
    "receive-sms(card.reserved-line)",
    "charge(card)",
    "know(person.id-number)",
    "skim(card)",
  ],
  wallet: [
    "enter(account)",
    "know(account.password)",
    "authorise-payment(account)",
    "receive-sms(line)",
    "pay-with(account, card)",
    "know(card.number)",
    "drain(account)",
    "borrow(account)",
    "cash-out(account)",
    "spend-credit(account)",
    "unlock(device)",
    "manage(account)",
  ],
  hands: [
    "possess(device)",
    "unlock(device)",
    "possess(sim)",
    "receive-sms(line)",
    "receive-call(line)",
    "send-sms(line)",
    "enter(account)",
  ],
};
const settings: Readonly<Record<string, readonly string[]>> = {
  carrier: [
    "suspended(line)",
    "sms-off(line)",
    "forwarded(line)",
    "texts-copied(line)",
    "texts-diverted(line)",
  ],
  bank: ["blocked(card)", "money-held(card)", "pay-locked(card)"],
  wallet: ["frozen(account)", "loans-closed(account)"],
  hands: ["lost-mode(device)"],
};
const subjects: Readonly<Record<string, readonly string[]>> = {
  carrier: ["line"],
  bank: ["card", "card.reserved-line"],
  wallet: ["account", "line"],
  hands: ["device"],
};

function anyInstitution(draws: Draws, id: string): Institution {
  const flows = Array.from({ length: 2 + draws.below(3) }, (_, i) => anyFlow(draws, id, `flow-${i}`, i));
  const measures: Measure[] = draws.isOnceIn(2) ? [anyMeasure(draws, id, flows)] : [];
  return {
    id: id === "hands" ? "things" : id,
    name: { en: id, zh: id },
    also: [],
    kind: "other",
    isArchetype: false,
    reads: new Map(),
    regions: [],
    contacts: [],
    provides: id === "carrier" ? ["line"] : id === "bank" ? ["card"] : id === "wallet" ? ["account"] : [],
    settings: new Map(),
    defaults: new Map(),
    flows: flows.map((flow) => ({ ...flow, measures: measures.map((measure) => measure.id) })),
    measures,
  };
}

function pattern(text: string): CapabilityPattern {
  const split = splitCapability(text);
  return { kind: split?.kind ?? "", subjects: (split?.subjects ?? []).map(path) };
}

const path = (text: string): SubjectPath => parseSubjectPath(text) as SubjectPath; // Our own words above, all of them paths.

function anyFlow(draws: Draws, institution: string, id: string, before: number): Flow {
  const own = words[institution] ?? [];
  const set = settings[institution] ?? [];
  const min = draws.below(8);
  const likely = min + draws.below(10);
  const takes = { min, likely, max: likely + draws.below(30) };
  const condition = (): SetCondition => ({
    pattern: pattern(draws.oneOf(set)),
    ...(draws.isOnceIn(2) ? { expires: draws.below(200) } : {}),
  });
  const parts = draws.someOf(own, 2).map((word): Asks => ({ kind: "capability", pattern: pattern(word) }));
  const whose = (["agent", "owner", "insider"] as const)[(min + likely) % 3]!;
  const delay = {
    takes: { min: 10, likely: 30 + draws.below(60), max: 120 },
    tells: [path(draws.oneOf(subjects[institution] ?? ["person"]))],
    ...(before > 0 ? { cancelledBy: `flow-${draws.below(before)}` } : {}),
  };
  return {
    id,
    title: { en: id, zh: id },
    when: [],
    ranges: [],
    asks: parts.length > 1 && draws.isOnceIn(3) ? { kind: "any", parts } : { kind: "all", parts },
    unless: draws.isOnceIn(4) ? [pattern(draws.oneOf(set))] : [],
    ...(draws.isOnceIn(8) ? { while: [pattern(draws.oneOf(set))] } : {}),
    gives: draws.someOf(own, 3).map(pattern),
    revokes: draws.isOnceIn(3) ? [pattern(draws.oneOf(own))] : [],
    sets: draws.isOnceIn(3) ? [condition()] : [],
    clears: draws.isOnceIn(3) ? [pattern(draws.oneOf(set))] : [],
    takes,
    ...(draws.isOnceIn(6) ? { delay } : {}),
    ...(draws.isOnceIn(6)
      ? {
          atMost: [
            {
              times: 1 + draws.below(2),
              perMinutes: 60 + draws.below(300),
              // Made of what is drawn already, as below.
              ...(likely % 2 === 0 ? { amount: 100 * (1 + (min % 3)) } : {}),
              ...(likely % 4 === 0
                ? { of: institution === "bank" ? ("card" as const) : ("account" as const) }
                : {}),
            },
            ...(likely % 3 === 0 ? [{ amount: 250, perMinutes: 720 }] : []),
          ],
        }
      : {}),
    ...(draws.isOnceIn(6)
      ? { discretion: { whose, ...(draws.isOnceIn(3) ? {} : { chance: draws.below(10) / 10 }) } }
      : {}),
    ...(draws.isOnceIn(5)
      ? {
          hours: [
            [8 * 60, 20 * 60],
            [2 * 1440, 3 * 1440],
          ] as const,
        }
      : {}),
    ...(draws.isOnceIn(5) ? { amount: 100 * draws.below(5) } : {}),
    // Made of what is drawn already, so that the worlds of a seed are otherwise what they were.
    ...((min + likely) % 4 === 0 ? { each: 50 + 100 * (min % 4) } : {}),
    leaves: draws.isOnceIn(2) ? [anyTrace(draws, institution)] : [],
    measures: [],
    f3: [],
    attack: [],
    valid: {},
    basis: { status: "tested", seen: "2026", source: "a draw" },
  };
}

function anyTrace(draws: Draws, institution: string): Trace {
  switch (institution) {
    case "carrier":
      return {
        kind: draws.oneOf(["sms", "call", "record"] as const),
        subject: path("line"),
        about: "something",
      };
    case "bank":
      return {
        kind: draws.oneOf(["row", "sms"] as const),
        subject: path(draws.isOnceIn(2) ? "card" : "card.reserved-line"),
        about: "something",
      };
    case "wallet":
      return {
        kind: draws.oneOf(["kick-off", "notice", "row"] as const),
        subject: path("account"),
        about: "something",
      };
    default:
      return { kind: "notice", subject: path("device"), about: "something" };
  }
}

function anyMeasure(draws: Draws, institution: string, flows: readonly Flow[]): Measure {
  const base: Measure = {
    id: `measure-${institution}`,
    title: { en: "m", zh: "m" },
    by: "institution",
    effort: 1,
    perWorld: false,
    replaces: new Map(),
    removes: [],
    asksMore: [],
    givesLess: [],
    changes: [],
    sets: [],
    renews: [],
    valid: {},
  };
  switch (draws.below(4)) {
    case 0:
      return { ...base, removes: [draws.oneOf(flows).id] };
    case 1:
      return { ...base, delays: 30 + draws.below(90) };
    case 2:
      return { ...base, onlyHours: [[9 * 60, 18 * 60]] };
    default:
      return { ...base, sets: [{ pattern: pattern(draws.oneOf(settings[institution] ?? [])), expires: 90 }] };
  }
}

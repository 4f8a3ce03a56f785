/**
 * The card for the night the phone is gone: whom to call, in which order, what to say, what they will ask, how long it
 * holds. It lies in a drawer or a wallet, so it says what a finder may read: names of things, last four digits, nothing
 * else of the person's. Numbers to call are the catalogue's alone; where it has none, there is a line to write on.
 *
 * First the call whose blocks, while they stand, put the most out of reach: a line that is suspended stops every code at
 * once, also where it is lifted minutes later (how long it holds stands beside it, and that one calls again). Among
 * those that stop as much, first what holds longest when it is set at once, then the carrier.
 */
import type { Contact, Flow, Institution } from "../../../src/model/index.ts";
import { splitCapability } from "../../../src/model/index.ts";
import type { Person, Thing } from "../../../src/person/index.ts";
import type { AuditAnswer, Block, HoldingPower } from "../../../src/questions/index.ts";
import { isStandIn } from "../../../src/report/index.ts";
import { byHandiness } from "../cut/deeds.ts";
import type { CaseData } from "../engine/case-data.ts";

/** One thing to have stopped. */
export interface Stop {
  readonly thing: string;
  /** Its kind: `suspended`, `blocked`, `frozen`; absent: the catalogue knows no way to stop it. */
  readonly condition: string | undefined;
  /** How the owner has it stopped, without what was stolen. */
  readonly flow: Flow | undefined;
  readonly holds: Holds | undefined;
}

/** How long a block stands; minutes, `null` for never undone by anybody we know of. */
export interface Holds {
  readonly atOnceMinutes: number | null;
  readonly laterMinutes: number | null;
  /** What lifts it, where somebody can: a flow at an institution; `lapses`: it ends by itself. */
  readonly liftedBy: { readonly institution: string; readonly flow: string } | "lapses" | undefined;
}

export interface Call {
  readonly key: string;
  /** Absent: nobody has said who runs it. */
  readonly institution: Institution | undefined;
  /** Nobody has described who runs this thing; the call goes by the thing's name. */
  readonly thing: string | undefined;
  readonly contacts: readonly Contact[];
  readonly stops: readonly Stop[];
}

export interface RedCard {
  /** In the order to call, once `inOrder` has put them so. */
  readonly calls: readonly Call[];
  readonly police: Institution | undefined;
  /** By id; their names stand in the person. */
  readonly helpers: readonly string[];
  /** The person as the card may name them. */
  readonly person: Person;
}

interface RedCardOf {
  readonly data: CaseData;
  /** With nothing switched on. */
  readonly base: AuditAnswer;
  readonly blocks: readonly Block[];
}

export function redCardOf({ data, base, blocks }: RedCardOf): RedCard {
  const { person, catalog } = data;
  const powers = new Map(base.conditions.map((power) => [power.condition, power]));
  const stops = thingsToStop(person, base, powers)
    .map((thing) => stopOf({ data, blocks, powers, thing }))
    // A phone nobody can lock from afar is no call; a card nobody knows how to stop is one all the same.
    .filter(({ thing, stop }) => thing.kind !== "device" || stop.flow !== undefined);
  const calls = new Map<string, Call>();
  for (const { thing, stop, institution: id } of stops) {
    const institution = catalog.institutions.get(id ?? "");
    const isNamed = institution !== undefined && !isStandIn(institution.id);
    const key = isNamed ? institution.id : thing.id;
    const known = calls.get(key);
    calls.set(key, {
      key,
      institution,
      thing: isNamed ? undefined : thing.id,
      contacts: isNamed ? institution.contacts : [],
      stops: [...(known?.stops ?? []), stop],
    });
  }
  return {
    calls: [...calls.values()].map((call) => ({ ...call, stops: [...call.stops].sort(byHolding) })),
    police: [...catalog.institutions.values()].find(
      ({ kind, regions }) => kind === "police" && regions.includes(person.region ?? ""),
    ),
    helpers: [...person.helpers.keys()],
    person: masked(person),
  };
}

/** What a call sets, as conditions. */
export const conditionsOf = ({ stops }: Call): readonly string[] =>
  stops.flatMap(({ thing, condition }) => (condition === undefined ? [] : [`${condition}(${thing})`]));

/** The card in the order to call; `remaining` has for each of its calls the losses still reached while its blocks stand. */
export function inOrder(
  card: RedCard,
  base: AuditAnswer,
  remaining: readonly (readonly string[])[],
): RedCard {
  const left = new Map(card.calls.map((call, i) => [call.key, weightOf(base, remaining[i] ?? [])]));
  const leftOf = ({ key }: Call) => left.get(key) ?? Infinity;
  const held = byHoldingOf(card.person, base);
  return { ...card, calls: [...card.calls].sort((a, b) => leftOf(a) - leftOf(b) || held(a, b)) };
}

/** Money; where of some loss nobody has said how large it is, a sum would hide it, and losses are counted. */
export function weightOf({ losses }: AuditAnswer, goals: readonly string[]): number {
  const isSized = losses.every(({ reachable, amount }) => !reachable || amount !== undefined);
  return losses
    .filter(({ goal }) => goals.includes(goal))
    .reduce((sum, { amount }) => sum + (isSized ? (amount ?? 0) : 1), 0);
}

/** Lines and cards always; accounts where money is or a way leads through; the phones and what else is stolen. */
function thingsToStop(
  person: Person,
  base: AuditAnswer,
  powers: ReadonlyMap<string, HoldingPower>,
): readonly Thing[] {
  const withLoss = new Set(base.losses.flatMap(({ goal }) => splitCapability(goal)?.subjects ?? []));
  const onTheWay = new Set(
    [...powers.values()]
      .filter(({ matters }) => matters)
      .flatMap(({ condition }) => splitCapability(condition)?.subjects ?? []),
  );
  const stolen = new Set(base.held.flatMap((held) => splitCapability(held)?.subjects ?? []));
  return [...person.things.values()].filter(({ id, kind, of, isNew, attributes }) => {
    if (of !== undefined || isNew === true) return false;
    const hasMoney = ["balance", "credit", "loan-offer"].some(
      (name) => Number(attributes.get(name) ?? 0) > 0,
    );
    switch (kind) {
      case "line":
      case "card":
        return true;
      case "account":
        return hasMoney || withLoss.has(id) || onTheWay.has(id);
      case "device":
        return stolen.has(id);
      default:
        return false;
    }
  });
}

/** What stops a thing, the strongest first. That police hold money already gone is another matter. */
const conditionKinds = [
  "suspended",
  "blocked",
  "frozen",
  "lost-mode",
  "pay-locked",
  "loans-closed",
  "sms-off",
];

interface StopOf {
  readonly data: CaseData;
  readonly blocks: readonly Block[];
  readonly powers: ReadonlyMap<string, HoldingPower>;
  readonly thing: Thing;
}

interface StopAt {
  readonly thing: Thing;
  readonly stop: Stop;
  /** Who stops it: mostly who runs it, but a phone is locked by whoever runs its account. */
  readonly institution: string | undefined;
}

function stopOf({ data, blocks, powers, thing }: StopOf): StopAt {
  const nothing: Stop = { thing: thing.id, condition: undefined, flow: undefined, holds: undefined };
  for (const kind of conditionKinds) {
    const condition = `${kind}(${thing.id})`;
    const [first] = blocks
      .filter((block) => block.condition === condition && block.ownerCan)
      .flatMap(({ institution, flow: id }) => {
        const flow = data.catalog.institutions.get(institution)?.flows.find((each) => each.id === id);
        return flow === undefined ? [] : [{ institution, flow }];
      })
      .sort(
        (a, b) =>
          Number(b.institution === thing.institution) - Number(a.institution === thing.institution) ||
          byCalling(a.flow, b.flow, kind),
      );
    if (first === undefined) continue;
    const { flow, institution } = first;
    return {
      thing,
      institution,
      stop: { thing: thing.id, condition: kind, flow, holds: holdsOf(powers.get(condition), flow, kind) },
    };
  }
  return { thing, stop: nothing, institution: thing.institution };
}

const expiryOf = (flow: Flow, kind: string): number =>
  flow.sets.find(({ pattern }) => pattern.kind === kind)?.expires ?? Infinity;

/** A call first; of calls the one that lasts. */
const byCalling = (a: Flow, b: Flow, kind: string): number =>
  Number(b.channel === "phone") - Number(a.channel === "phone") ||
  Number(expiryOf(b, kind) === Infinity) - Number(expiryOf(a, kind) === Infinity) ||
  byHandiness(a, b);

/** The power is told of the quickest flow that sets it; this one may end sooner by itself, or later. */
function holdsOf(power: HoldingPower | undefined, flow: Flow, kind: string): Holds | undefined {
  if (power === undefined) return undefined;
  const expires = expiryOf(flow, kind);
  const isLapse = power.liftedBy === "lapses";
  const lifted = (minutes: number | null) => (isLapse ? Infinity : (minutes ?? Infinity));
  const atOnce = Math.min(lifted(power.heldIfSetAtOnceMinutes), expires);
  const later = Math.min(lifted(power.heldMinutes), expires);
  const orNever = (minutes: number) => (minutes === Infinity ? null : minutes);
  const { liftedBy, liftedByInstitution } = power;
  return {
    atOnceMinutes: orNever(atOnce),
    laterMinutes: orNever(later),
    liftedBy:
      later === Infinity
        ? undefined
        : later === expires || liftedBy === null || liftedByInstitution === null
          ? "lapses"
          : { institution: liftedByInstitution, flow: liftedBy },
  };
}

/** Set at once, then whenever set; a thing nobody knows how to stop comes last. */
export const holdingOf = ({ holds }: Stop): readonly [number, number] =>
  holds === undefined ? [-1, -1] : [holds.atOnceMinutes ?? Infinity, holds.laterMinutes ?? Infinity];

const descending = (a: number, b: number): number => (a === b ? 0 : b > a ? 1 : -1);

function byHolding(a: Stop, b: Stop): number {
  const [[atOnceA, laterA], [atOnceB, laterB]] = [holdingOf(a), holdingOf(b)];
  return descending(atOnceA, atOnceB) || descending(laterA, laterB) || (a.thing < b.thing ? -1 : 1);
}

function byHoldingOf(person: Person, base: AuditAnswer): (a: Call, b: Call) => number {
  const first = ({ stops }: Call) => (stops[0] === undefined ? [-1, -1] : holdingOf(stops[0]));
  const isLine = ({ stops }: Call) => stops.some(({ thing }) => person.things.get(thing)?.kind === "line");
  const amount = ({ stops }: Call) =>
    base.losses
      .filter(({ goal }) => stops.some(({ thing }) => splitCapability(goal)?.subjects.includes(thing)))
      .reduce((sum, each) => sum + (each.amount ?? 0), 0);
  return (a, b) =>
    descending(first(a)[0] ?? -1, first(b)[0] ?? -1) ||
    Number(isLine(b)) - Number(isLine(a)) ||
    descending(first(a)[1] ?? -1, first(b)[1] ?? -1) ||
    amount(b) - amount(a) ||
    (a.key < b.key ? -1 : 1);
}

/** A number somebody wrote into a name, spaced or not, down to its last four digits. */
export const withoutNumbers = (text: string): string =>
  text.replace(/\d(?:[\s\-.]?\d){4,}/g, (number) => `…${number.replaceAll(/\D/g, "").slice(-4)}`);

/** The person with nothing in their own words but names without numbers, and last fours that are four digits. */
function masked(person: Person): Person {
  const things = [...person.things].map(([id, thing]): [string, Thing] => {
    const last4 = thing.attributes.get("last4");
    const { title } = thing;
    return [
      id,
      {
        ...thing,
        name: withoutNumbers(thing.name),
        ...(title === undefined
          ? {}
          : { title: { en: withoutNumbers(title.en), zh: withoutNumbers(title.zh) } }),
        attributes: new Map([
          ...[...thing.attributes].filter(([name]) => name !== "last4"),
          ...(last4 !== undefined && /^\d{4}$/.test(last4) ? [["last4", last4] as const] : []),
        ]),
      },
    ];
  });
  const helpers = [...person.helpers].map(
    ([id, { en, zh }]) => [id, { en: withoutNumbers(en), zh: withoutNumbers(zh) }] as const,
  );
  const { name } = person;
  return {
    ...person,
    name: { en: withoutNumbers(name.en), zh: withoutNumbers(name.zh) },
    things: new Map(things),
    helpers: new Map(helpers),
  };
}

/**
 * One flow of one institution beside the archetype of its kind: from what the flow asks, does the archetype reach what
 * the flow gives, and no later? If this holds flow by flow it holds for every world, for a way is flows one after another.
 *
 * The only file of law C4 that knows how a world is grounded and asked.
 */
import { archetypesOf, type Catalog, readYaml, whatIsRead } from "../../src/catalog/index.ts";
import { earliest } from "../../src/graph/index.ts";
import { type Grounded, ground, leastMinutes, type Step } from "../../src/ground/index.ts";
import { at, type Flow, type Institution } from "../../src/model/index.ts";
import { type Person, readPerson } from "../../src/person/index.ts";
import { activeWith, openReach, type Reach } from "../../src/reach/index.ts";

/** What an archetype does not do that an institution does. */
export interface Undominated {
  readonly flow: string;
  readonly asks: readonly string[];
  readonly gives: string;
  /** Minutes of the flow, and of the archetype; `undefined` where it never gets there. */
  readonly minutes: number;
  readonly archetypeMinutes: number | undefined;
}

export interface Dominance {
  readonly compared: number;
  readonly undominated: readonly Undominated[];
}

/** Everything `institution` gives for which its archetype asks more or takes longer. */
export function dominanceOf(catalog: Catalog, institution: Institution, archetype: Institution): Dominance {
  const there = { ...archetype, id: institution.id, regions: institution.regions };
  const opened = new Map<string, Opened>();
  const instead = (condition: string | undefined): Opened => {
    const known = opened.get(condition ?? "") ?? open(worldWith(catalog, there, undefined, condition));
    opened.set(condition ?? "", known);
    return known;
  };
  const undominated: Undominated[] = [];
  let compared = 0;
  for (const flow of institution.flows) {
    const world = worldWith(catalog, institution, flow);
    for (const step of world.steps) {
      if (step.kind !== "flow" || step.flow.id !== flow.id || step.guard.some((literal) => literal > 0))
        continue;
      const asks = step.asks.map((atom) => at(world.atoms, atom).text);
      const minutes = leastMinutes(step);
      for (const goal of goalsOf(world, step)) {
        compared += 1;
        const archetypeMinutes = minutesTo(instead(goal.lifts), asks, wholesOf(catalog, goal));
        if (archetypeMinutes === undefined || archetypeMinutes > minutes)
          undominated.push({
            flow: `${institution.id}/${flow.id}`,
            asks,
            gives: goal.text,
            minutes,
            archetypeMinutes,
          });
      }
    }
  }
  return { compared, undominated };
}

/** An archetype as it lends: ways to a pot (a loan on offer) come from the archetype of the kind that has such pots. */
export function withPots(catalog: Catalog, archetype: Institution): Institution {
  const { aspectsOf } = whatIsRead(catalog, "9999-12-31");
  const lent = [...catalog.aspects.values()].flatMap(({ id, pots }) =>
    [...new Set(pots.values())]
      .filter((kind) => kind !== archetype.kind)
      .flatMap((kind) => archetypesOf(catalog, kind).filter(({ regions }) => regions.length === 0))
      .flatMap((lender) =>
        lender.flows
          .filter((flow) => aspectsOf(lender, flow).aspects.includes(id))
          .map((flow) => ({ flow: { ...flow, id: `${lender.id}-${flow.id}` }, settings: lender.settings })),
      ),
  );
  return {
    ...archetype,
    isArchetype: false,
    settings: new Map([...lent.flatMap(({ settings }) => [...settings]), ...archetype.settings]),
    flows: [...archetype.flows, ...lent.map(({ flow }) => flow)],
  };
}

/** A capability, or a condition lifted. */
interface Wanted {
  readonly text: string;
  readonly lifts?: string;
}

function goalsOf(world: Grounded, step: Step): readonly Wanted[] {
  return [
    ...step.gives.map(({ atom }) => ({ text: at(world.atoms, atom).text })),
    ...step.clears.map((condition) => {
      const { id } = at(world.conditions, condition);
      return { text: `not ${id}`, lifts: id };
    }),
  ];
}

/** It, and what contains it: whoever can take all of a balance can take a part. */
function wholesOf({ vocabulary }: Catalog, wanted: Wanted): readonly Wanted[] {
  const bracket = wanted.text.indexOf("(");
  const { partOf = [] } = vocabulary.capabilities.get(wanted.text.slice(0, bracket)) ?? {};
  return [wanted, ...partOf.map((whole) => ({ text: `${whole}${wanted.text.slice(bracket)}` }))];
}

interface Opened {
  readonly reach: Reach;
  readonly active: Uint8Array;
}

function open(world: Grounded): Opened {
  const reach = openReach(world);
  return { reach, active: activeWith(reach, []) };
}

/** Earliest minute at which one of these is reached without any measure. */
function minutesTo(
  { reach, active }: Opened,
  held: readonly string[],
  wanted: readonly Wanted[],
): number | undefined {
  const { world } = reach;
  const start = held.flatMap((text) => {
    const atom = world.atomOf.get(text);
    return atom === undefined ? [] : (reach.nodeOfAtom.get(atom) ?? []);
  });
  const { time } = earliest(reach.rules, start, { active });
  const minutes = wanted.map(({ text, lifts }) => {
    if (held.includes(text)) return 0;
    const atom = world.atomOf.get(text);
    const condition = world.conditions.findIndex(({ id }) => id === lifts);
    // A condition nothing can set is not there to be lifted.
    if (lifts !== undefined && condition < 0) return 0;
    const node =
      lifts !== undefined
        ? reach.clearNodes[condition]
        : atom === undefined
          ? undefined
          : reach.nodeOfAtom.get(atom);
    return node === undefined ? Infinity : (time[node] ?? Infinity);
  });
  const least = Math.min(...minutes);
  return least === Infinity ? undefined : least;
}

/** Archetypes that act in this person's world though the person does not use them, or that open an account there. */
export function strayArchetypes(catalog: Catalog, person: Person): readonly string[] {
  const used = new Set([...person.things.values()].map(({ institution }) => institution));
  const { steps, wiring } = ground({ catalog, person });
  const isStray = (id: string | undefined) =>
    id !== undefined && catalog.institutions.get(id)?.isArchetype === true && !used.has(id);
  return [
    ...steps
      .filter(({ institution }) => isStray(institution))
      .map(({ institution, flow }) => `${institution}/${flow.id}`),
    ...[...wiring.things.values()]
      .filter(
        ({ isNew, isTheirs, institution }) =>
          isNew === true && isTheirs !== true && catalog.institutions.get(institution ?? "")?.isArchetype,
      )
      .map(({ id }) => id),
  ];
}

/** The institution alone with what hands can do, and somebody who has one of everything, of which nothing is said. */
function worldWith(catalog: Catalog, institution: Institution, flow?: Flow, condition?: string): Grounded {
  const things = catalog.institutions.get("things");
  if (things === undefined) throw new Error("the catalogue has no institution `things`");
  const alone: Catalog = {
    ...catalog,
    measures: [],
    institutions: new Map([
      [institution.id, { ...institution, ...(flow === undefined ? {} : { flows: [flow] }) }],
      ["things", things],
    ]),
  };
  return ground({
    catalog: alone,
    person: somebodyAt(alone, institution),
    // A flow of the past is held to the archetype as well.
    asOf: flow?.valid.until ?? "9999-12-31",
    conditions: condition === undefined ? [] : [condition],
  });
}

function somebodyAt(catalog: Catalog, { id, provides, regions }: Institution): Person {
  const at = (kind: Institution["provides"][number]) => (provides.includes(kind) ? id : "nobody");
  const region = regions[0] === undefined ? "" : `region: ${regions[0]}, `;
  const text = `
person: { id: somebody, ${region}name: { en: somebody, zh: 某人 } }
lines: { main: { carrier: ${at("line")}, sim: { in: phone, pin: unknown, kind: unknown } } }
devices: { phone: { vendor: ${at("device")}, kind: unknown, os: unknown, lock: unknown, lock-screen: hides-codes, account: ${provides.includes("device") ? "it" : "other"} } }
cards: { card: { bank: ${at("card")}, kind: unknown, reserved-line: main } }
mailboxes: { post: { account: other }, own: { account: it } }
accounts:
  it: { service: ${at("account")}, line: main, mailbox: post, cards: [card], devices: [phone], trusted: [phone], authenticator: phone, passkeys: [phone], recovery: other, via: other, liveness: strong, second-factor: unknown, sign-in-name: unknown }
  other: { service: nobody, line: main, mailbox: post, kept-in: it }
documents: { paper: { kind: unknown, device: phone } }
`;
  const { person, complaints } = readPerson(readYaml(text, "somebody.yaml"), catalog);
  const errors = complaints.filter(({ severity }) => severity === "error");
  if (person === undefined || errors.length > 0)
    throw new Error(errors.map(({ message }) => message).join("\n"));
  return person;
}

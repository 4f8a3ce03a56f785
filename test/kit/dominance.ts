/**
 * One flow of one institution beside the archetype of its kind: from what the flow asks, does the archetype reach what
 * the flow gives, and no later? If this holds flow by flow it holds for every world, for a way is flows one after another.
 *
 * The only file of law C4 that knows how a world is grounded and asked.
 */
import { archetypesOf, type Catalog, readYaml, whatIsRead } from "../../src/catalog/index.ts";
import {
  activeUnder,
  compile,
  earliest,
  type Grounded,
  type GroundRule,
  ground,
  type Rules,
} from "../../src/graph/index.ts";
import type { Flow, Institution } from "../../src/model/index.ts";
import { type Person, readPerson } from "../../src/person/index.ts";

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
  const worlds = new Map<string, Grounded>();
  const instead = (condition: string | undefined): Grounded => {
    const known = worlds.get(condition ?? "") ?? worldWith(catalog, there, undefined, condition);
    worlds.set(condition ?? "", known);
    return known;
  };
  const undominated: Undominated[] = [];
  let compared = 0;
  for (const flow of institution.flows) {
    const world = worldWith(catalog, institution, flow);
    for (const rule of world.rules) {
      if (rule.flow.id !== flow.id || rule.isInternal || rule.guard.some((guard) => guard > 0)) continue;
      const asks = rule.asks.map((atom) => textOf(world, atom)).filter((text) => !text.startsWith("not "));
      const wanted = [
        ...givenBy(world, rule).map((text) => ({ text, condition: undefined })),
        ...rule.clears.map((index) => {
          const id = world.conditions[index]?.id;
          return { text: `not ${id}`, condition: id };
        }),
      ];
      for (const { text, condition } of wanted) {
        compared += 1;
        const archetypeMinutes = leastMinutes(
          [text, ...wholesOf(catalog, text)].map((goal) => minutesTo(instead(condition), asks, goal)),
        );
        if (archetypeMinutes === undefined || archetypeMinutes > rule.minutes)
          undominated.push({
            flow: `${institution.id}/${flow.id}`,
            asks,
            gives: text,
            minutes: rule.minutes,
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

/** What contains this loss: whoever can take all of it can take a part. */
function wholesOf({ vocabulary }: Catalog, text: string): readonly string[] {
  const open = text.indexOf("(");
  const { partOf = [] } = vocabulary.capabilities.get(text.slice(0, open)) ?? {};
  return partOf.map((whole) => `${whole}${text.slice(open)}`);
}

function leastMinutes(times: readonly (number | undefined)[]): number | undefined {
  const reached = times.filter((minutes) => minutes !== undefined);
  return reached.length === 0 ? undefined : Math.min(...reached);
}

const textOf = ({ atoms }: Grounded, atom: number): string => {
  const text = atoms[atom];
  if (text === undefined) throw new Error(`no atom ${atom}`);
  return text;
};

/** What a rule gives, what waits behind a condition included. */
function givenBy(world: Grounded, rule: GroundRule): readonly string[] {
  const direct = rule.gives.map((atom) => ({ atom, text: textOf(world, atom) }));
  return direct.flatMap(({ atom, text }) =>
    text.startsWith("done ")
      ? world.rules
          .filter((relay) => relay.isInternal && relay.asks[0] === atom)
          .flatMap(({ gives }) => gives.map((each) => textOf(world, each)))
      : text.startsWith("not ")
        ? []
        : [text],
  );
}

/** Earliest minute at which `goal` is reached from `held` without any measure. */
function minutesTo(world: Grounded, held: readonly string[], goal: string): number | undefined {
  if (held.includes(goal)) return 0;
  const atom = world.atomOf.get(goal);
  // A condition nothing can set is not there to be lifted.
  if (atom === undefined) return goal.startsWith("not ") ? 0 : undefined;
  const { rules, active } = compiled(world);
  const start = held.flatMap((text) => world.atomOf.get(text) ?? []);
  const minutes = earliest(rules, start, { active }).time[atom] ?? Infinity;
  return minutes === Infinity ? undefined : minutes;
}

const compiledOf = new WeakMap<Grounded, { readonly rules: Rules; readonly active: Uint8Array }>();
function compiled(world: Grounded) {
  const known = compiledOf.get(world);
  if (known !== undefined) return known;
  const rules = compile(world.atoms.length, world.rules);
  const made = { rules, active: activeUnder(rules, new Uint8Array(world.choices.length)) };
  compiledOf.set(world, made);
  return made;
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

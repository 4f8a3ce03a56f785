/**
 * What one flow says that somebody may contest: from these things in hand it gives that. Asked of somebody made for the
 * purpose, who has one of everything at that institution, so that whoever contests it need not write a person.
 *
 * What to know to trust it: of a flow with several ways the one that asks least is told. What something else gives from
 * the same things is left out, for no story of this flow alone can say that it is never reached. A flow that gives
 * nothing (a block, a lift) makes no claim of this shape. Cost: the grounding of one small world, twice.
 */
import { type Catalog, readYaml } from "../../catalog/index.ts";
import { earliest } from "../../graph/index.ts";
import { type Grounded, ground, type Step } from "../../ground/index.ts";
import { at, type Flow, type Institution, isInForce, type ThingKind, thingTypes } from "../../model/index.ts";
import { type Person, readPerson } from "../../person/index.ts";
import { activeWith, openReach, startOf } from "../../reach/index.ts";

export interface ContestQuestion {
  readonly catalog: Catalog;
  readonly institution: Institution;
  readonly flow: Flow;
  /** The day it is contested. */
  readonly day: string;
}

export interface Contested {
  /** A person file, as text: somebody with one of everything there. */
  readonly person: string;
  readonly held: readonly string[];
  readonly conditions: readonly string[];
  /** What nothing else gives from the same things. */
  readonly never: readonly string[];
}

/**
 * Why no story can say it: it is over by that day, it gives nothing, something else gives it all from the same things,
 * or nobody we can make up meets what it wants.
 */
export type NoStory = "over" | "gives-nothing" | "others-give-it" | "no-such-person";

export function contestOf(question: ContestQuestion): Contested | NoStory {
  const { catalog, institution, flow, day } = question;
  if (!isInForce({ ...flow.valid, moment: day })) return "over";
  if (flow.gives.length === 0) return "gives-nothing";
  const text = somebodyAt(question);
  const { person } = readPerson(readYaml(text, "somebody.yaml"), catalog);
  if (person === undefined) return "no-such-person";
  const first = leastOf(ground({ catalog, person, asOf: day }), institution, flow);
  if (first === undefined) return "no-such-person";
  const { world, step } = first;
  // An account that only this flow opens is nobody's without it, and nothing of it can be had beforehand.
  const isOfNew = step.asks.some((atom) =>
    at(world.atoms, atom).things.some((thing) => world.wiring.things.get(thing)?.isNew === true),
  );
  if (isOfNew) return "no-such-person";
  const textsOf = (atoms: readonly Step["asks"][number][]) =>
    [...new Set(atoms.map((atom) => at(world.atoms, atom).text))].sort();
  const held = textsOf(step.asks);
  const conditions = step.needsSet.map((condition) => at(world.conditions, condition).id);
  const gives = textsOf(step.gives.map(({ atom }) => atom)).filter((each) => !held.includes(each));
  if (gives.length === 0) return "gives-nothing";
  const without = new Map(catalog.institutions).set(institution.id, {
    ...institution,
    flows: institution.flows.filter((each) => each !== flow),
  });
  const elsewhere = reachedIn({ ...catalog, institutions: without }, { person, held, conditions, day });
  const never = gives.filter((each) => !elsewhere.has(each));
  return never.length === 0 ? "others-give-it" : { person: text, held, conditions, never };
}

/** The way of the flow that asks least, without any measure. */
function leastOf(world: Grounded, institution: Institution, flow: Flow) {
  const steps = world.steps.filter(
    (step) =>
      step.institution === institution.id &&
      step.flow.id === flow.id &&
      step.lent === undefined &&
      step.guard.every((literal) => literal < 0),
  );
  const step = steps.reduce<Step | undefined>(
    (least, each) => (least === undefined || each.asks.length < least.asks.length ? each : least),
    undefined,
  );
  return step === undefined ? undefined : { world, step };
}

interface Asked {
  readonly person: Person;
  readonly held: readonly string[];
  readonly conditions: readonly string[];
  readonly day: string;
}

function reachedIn(catalog: Catalog, { person, held, conditions, day }: Asked): ReadonlySet<string> {
  const reach = openReach(ground({ catalog, person, asOf: day, conditions }));
  const { time } = earliest(reach.rules, startOf(reach, held), { active: activeWith(reach, []) });
  return new Set(
    [...reach.world.atomOf].flatMap(([text, atom]) => {
      const node = reach.nodeOfAtom.get(atom);
      return node === undefined || (time[node] ?? Infinity) === Infinity ? [] : [text];
    }),
  );
}

/** Who runs what the institution does not. */
const nobody = "nobody";

function somebodyAt({ institution, flow }: ContestQuestion): string {
  const { id, provides, regions } = institution;
  const at = (kind: ThingKind) => (provides.includes(kind) ? id : nobody);
  const said = (kind: ThingKind, usual: string): string => {
    const attributes: string[] = usual === "" ? [] : [usual];
    const settings: string[] = [];
    for (const { subject, attribute, values } of flow.when) {
      if (subject.kind !== kind || subject.relations.length > 0) continue;
      const word = `${attribute}: ${JSON.stringify(values[0] ?? "unknown")}`;
      if (Object.hasOwn(thingTypes[kind].attributes, attribute)) attributes.push(word);
      else settings.push(word);
    }
    const all = [...attributes, ...(settings.length === 0 ? [] : [`settings: { ${settings.join(", ")} }`])];
    return all.length === 0 ? "" : `, ${all.join(", ")}`;
  };
  const region = regions[0] === undefined ? "" : `, region: ${regions[0]}`;
  return `person: { id: somebody${region} }
lines: { main: { carrier: ${at("line")}, sim: { in: phone${said("sim", "")} }${said("line", "")} } }
devices: { phone: { vendor: ${at("device")}, account: ${provides.includes("device") ? "it" : "other"}${said("device", "")} } }
cards: { card: { bank: ${at("card")}, reserved-line: main${said("card", "")} } }
mailboxes: { post: { account: other }, own: { account: it } }
accounts:
  it: { service: ${at("account")}, line: main, mailbox: post, cards: [card], devices: [phone], trusted: [phone], authenticator: phone, passkeys: [phone], recovery: other, via: other${said("account", "")} }
  other: { service: ${nobody}, line: main, mailbox: post, kept-in: it }
documents: { paper: { kind: id-card, device: phone } }
`;
}

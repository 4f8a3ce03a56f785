/**
 * What the owner gets back to whichever value an attribute has that nobody has said: a mailbox that is opened anew with the
 * number where there is no second step, and with the number and a wait where there is one, is not unknown.
 *
 * What to know to trust it: one attribute at a time; what takes two at once stays not known. Whoever has the lost things is
 * taken to do what any of the values lets them. Cost: a way back for each value of each attribute somebody left open.
 */
import type { Grounded, Step } from "../../ground/index.ts";
import { type AtomId, at, isGoodWill, thingTypes } from "../../model/index.ts";
import { type Reach, reachesAtom } from "../../reach/index.ts";
import { type Back, type BackFound, wayBack } from "./way-back.ts";

export interface Whichever {
  /** The attribute nobody has said: `account.mail: second-factor`. */
  readonly unsaid: string;
  /** The way back under each of its values. */
  readonly found: readonly BackFound[];
}

export interface Asked extends Back {
  /** Every rule that was read and counts under the measures in force, with what it takes for possible. */
  readonly read: Uint8Array;
  readonly unsaidOf: (step: Step) => readonly string[];
  /** Only these attributes; all where absent. */
  readonly only?: readonly string[];
}

export function whicheverOf(reach: Reach, { read, unsaidOf, only, ...back }: Asked): readonly Whichever[] {
  const resting = new Map<string, { readonly rule: number; readonly values: ReadonlySet<string> }[]>();
  for (const [rule, origin] of reach.origins.entries()) {
    if (read[rule] !== 1 || back.active[rule] === 1) continue;
    if (origin.kind !== "step" && origin.kind !== "yield") continue;
    const step = at(reach.world.steps, origin.step);
    const [unsaid, ...more] = new Set(unsaidOf(step));
    if (unsaid === undefined || more.length > 0 || isGoodWill(step.flow)) continue;
    if (only !== undefined && !only.includes(unsaid)) continue;
    const values = valuesFor(step, unsaid);
    if (values === undefined) continue;
    resting.set(unsaid, [...(resting.get(unsaid) ?? []), { rule, values }]);
  }
  return [...resting].flatMap(([unsaid, rules]) => {
    const all = valuesOf(reach.world, unsaid);
    // What no flow speaks of is a value like any other.
    if (all.some((value) => rules.every(({ values }) => !values.has(value)))) return [];
    const found = all.map((value) => {
      const active = back.active.slice();
      for (const { rule, values } of rules) if (values.has(value)) active[rule] = 1;
      return wayBack(reach, { ...back, active });
    });
    return found.length === 0 ? [] : [{ unsaid, found }];
  });
}

export const reachesWhichever =
  (reach: Reach, ways: readonly Whichever[]) =>
  (atom: AtomId): boolean =>
    ways.some(({ found }) => found.every(({ reached }) => reachesAtom(reach, reached)(atom)));

/** Which values let the step run; `undefined` where the attribute is not one of a thing the flow names itself. */
function valuesFor({ flow, things }: Step, unsaid: string): ReadonlySet<string> | undefined {
  const { thing, attribute } = partsOf(unsaid);
  const whens = flow.when.filter((when) => when.attribute === attribute);
  const isPlain = whens.every(
    ({ subject }) => subject.relations.length === 0 && things.get(subject.variable) === thing,
  );
  if (whens.length === 0 || !isPlain) return undefined;
  const [first, ...others] = whens.map(({ values }) => new Set(values));
  return others.reduce((left, values) => left.intersection(values), first!);
}

/** Every value it may have; none where they are no closed list. */
function valuesOf({ catalog, person }: Grounded, unsaid: string): readonly string[] {
  const { thing, attribute } = partsOf(unsaid);
  const known = person.things.get(thing);
  if (known === undefined) return [];
  const types: Readonly<Record<string, { readonly values?: readonly string[] }>> =
    thingTypes[known.kind].attributes;
  const values = Object.hasOwn(types, attribute)
    ? types[attribute]?.values
    : catalog.institutions.get(known.institution ?? "")?.settings.get(attribute)?.values;
  return (values ?? []).filter((value) => value !== "unknown");
}

function partsOf(unsaid: string): { readonly thing: string; readonly attribute: string } {
  const [thing = "", attribute = ""] = unsaid.split(": ");
  return { thing, attribute };
}

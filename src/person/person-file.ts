/**
 * A person as the value of a person file: read again it is the same person. What the table of things assumes where
 * nothing is said is not said. A SIM stands inside its line; one without its line cannot be written, and there is none.
 */
import { thingTypes } from "../model/index.ts";
import { type Person, sections, type Thing, type ThingId, thingsOf } from "./person.ts";

export function personFile(person: Person): Readonly<Record<string, unknown>> {
  const { id, region, currency, asOf, name, helpers } = person;
  const parts = sections.flatMap(([section, kind]) => {
    const things = thingsOf(person, kind);
    return things.length === 0
      ? []
      : [[section, Object.fromEntries(things.map((thing) => [thing.name, bodyOf(person, thing)]))] as const];
  });
  return {
    person: {
      id,
      ...(region === undefined ? {} : { region }),
      ...(currency === undefined ? {} : { currency }),
      ...(asOf === undefined ? {} : { "as-of": asOf }),
      ...(name.en === id ? {} : { name }),
    },
    ...(helpers.size === 0
      ? {}
      : { helpers: Object.fromEntries([...helpers].map(([helper, called]) => [helper, { name: called }])) }),
    ...Object.fromEntries(parts),
    ...(person.sameSecret.length === 0
      ? {}
      : { "same-secret": person.sameSecret.map((group) => group.map(secretText)) }),
    ...((person.noneAt ?? []).length === 0 ? {} : { "none-at": person.noneAt }),
    ...(person.forgotten.length === 0 ? {} : { forgotten: person.forgotten.map(({ text }) => text) }),
    ...(person.conditions.length === 0
      ? {}
      : { conditions: person.conditions.map(({ condition }) => condition.text) }),
    ...(person.losses.length === 0
      ? {}
      : {
          losses: person.losses.map(({ goal, amount, atLeast, harm, title }) => ({
            goal: goal.text,
            ...(amount === undefined ? {} : { amount: rangeOf(amount, atLeast) }),
            ...(harm === undefined ? {} : { harm }),
            ...(title === undefined ? {} : title),
          })),
        }),
  };
}

/** `alipay.payment-password`: what stands in a group is known of a thing, without its kind. */
const secretText = ({
  things,
  secret,
}: {
  readonly things: readonly string[];
  readonly secret?: string;
}): string => `${things.map(nameOf).join(", ")}.${secret ?? ""}`;

/** A sum as a file says it: the interval where it is one. */
export const rangeOf = (
  amount: number,
  atLeast: number | undefined,
): number | { readonly from: number; readonly to: number } =>
  atLeast === undefined ? amount : { from: atLeast, to: amount };

const nameOf = (id: ThingId): string => id.slice(id.indexOf(".") + 1);

function bodyOf(person: Person, thing: Thing): Readonly<Record<string, unknown>> {
  const { kind, institution, attributes, atLeast, relations, title, of } = thing;
  const { institutionKey, attributes: known } = thingTypes[kind];
  const isKnown = (name: string) => Object.hasOwn(known, name);
  const settings = [...attributes].filter(([name]) => !isKnown(name));
  return {
    ...(institution === undefined || institutionKey === undefined ? {} : { [institutionKey]: institution }),
    ...(kind === "line" ? { sim: simOf(person, thing) } : {}),
    ...Object.fromEntries(
      [...attributes].flatMap(([name, value]) =>
        isKnown(name)
          ? [
              [
                name,
                atLeast?.has(name) === true
                  ? rangeOf(Number(value), atLeast.get(name))
                  : written(value, known[name]?.type),
              ] as const,
            ]
          : [],
      ),
    ),
    ...Object.fromEntries([...relations].map(([name, to]) => [name, targetsOf(kind, name, to)])),
    ...(settings.length === 0
      ? {}
      : { settings: Object.fromEntries(settings.map(([name, value]) => [name, written(value, "flag")])) }),
    ...(title === undefined ? {} : { name: title }),
    ...(of === undefined ? {} : { of }),
  };
}

function simOf(person: Person, line: Thing): Readonly<Record<string, unknown>> | null {
  const sim = person.things.get(`sim.${line.name}`);
  if (sim === undefined) return null;
  const device = sim.relations.get("device");
  return {
    ...Object.fromEntries(sim.attributes),
    ...(device === undefined ? {} : { in: targetsOf("sim", "device", device) }),
  };
}

const written = (value: string, type: string | undefined): string | number | boolean =>
  type === "money" && value !== "unknown"
    ? Number(value)
    : type === "flag" && (value === "true" || value === "false")
      ? value === "true"
      : value;

function targetsOf(
  kind: Thing["kind"],
  name: string,
  to: readonly ThingId[] | "unknown",
): string | readonly string[] {
  if (to === "unknown") return "unknown";
  const names = to.map(nameOf);
  if (thingTypes[kind].relations[name]?.many === true) return names;
  return names[0] ?? "none";
}

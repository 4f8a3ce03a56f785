/**
 * A population: one template of everything anybody of it may have, and the shares of those who have it. Each share
 * says where it comes from, or is a range nobody has measured; then how much the answer hangs on it is told as well.
 *
 * People are drawn from a seed. Each draw is made of the seed, the person's number and what is drawn, and of nothing
 * else: another share, another order, more people change no other draw (law P6), so two catalogues and the two ends of
 * a range are asked about the same people.
 */
import { z } from "zod";
import {
  bilingualShape,
  type Catalog,
  dateShape,
  helpWith,
  idShape,
  readShape,
  type YamlText,
} from "../catalog/index.ts";
import { type Bilingual, Complaint, compareText, thingTypes } from "../model/index.ts";
import { type Person, readPerson, type ThingId } from "../person/index.ts";

const share = z.number().min(0).max(1);
const shareShape = z.union([share, z.tuple([share, share])]);
const sourceShape = {
  source: z.string().min(1).max(2_000).describe("Where it was counted; `range` where nobody has."),
  date: dateShape.optional(),
};
export const populationShape = z
  .strictObject({
    population: idShape,
    title: bilingualShape,
    template: z
      .record(z.string(), z.unknown())
      .describe("A person file with everything anybody of them may have."),
    shares: z
      .record(
        z.string().max(200),
        z.union([
          z.strictObject({ has: shareShape, ...sourceShape }),
          z.strictObject({ values: z.record(z.string().max(80), share), ...sourceShape }),
        ]),
      )
      .describe("Of a thing (account.alipay) who has it; of an attribute (sim.main.pin) its values."),
  })
  .describe("Whom a change is weighed for.");

export interface Share {
  readonly key: string;
  readonly source: string;
  readonly thing: ThingId;
  readonly draw:
    | { readonly kind: "has"; readonly from: number; readonly to: number }
    | {
        readonly kind: "value";
        readonly attribute: string;
        readonly values: readonly (readonly [string, number])[];
      };
}

export interface Population {
  readonly id: string;
  readonly title: Bilingual;
  readonly template: Person;
  readonly shares: readonly Share[];
}

export interface PopulationRead {
  readonly population: Population | undefined;
  readonly complaints: readonly Complaint[];
}

export function readPopulation(yaml: YamlText, catalog: Catalog): PopulationRead {
  const { value: text, complaints: shape } = readShape(populationShape, yaml);
  const complaints: Complaint[] = [...yaml.complaints, ...shape];
  if (text === undefined) return { population: undefined, complaints };
  const template = readPerson(
    {
      ...yaml,
      value: text.template,
      complaints: [],
      locate: (path, what) => yaml.locate(["template", ...path], what),
    },
    catalog,
  );
  complaints.push(...template.complaints);
  const { person } = template;
  if (person === undefined) return { population: undefined, complaints };
  const shares = Object.entries(text.shares).flatMap(([key, body]): readonly Share[] => {
    const say = (code: "design/unknown-word" | "shape/bad-text", message: string, help: string) => {
      complaints.push(new Complaint({ code, place: yaml.locate(["shares", key], "key"), message, help }));
      return [];
    };
    const [kind = "", name = "", attribute] = key.split(".");
    const thing = `${kind}.${name}`;
    const there = person.things.get(thing);
    if (there === undefined)
      return say(
        "design/unknown-word",
        `no thing \`${thing}\` in the template`,
        helpWith(thing, person.things.keys(), "add it to the template"),
      );
    if ("has" in body) {
      if (attribute !== undefined)
        return say("shape/bad-text", `\`${key}\` is an attribute, which is not had`, "give its `values`");
      const [from, to] = typeof body.has === "number" ? [body.has, body.has] : body.has;
      if (from > to)
        return say(
          "shape/bad-text",
          `the range of \`${key}\` ends before it begins`,
          "put the two shares in order",
        );
      return [{ key, source: body.source, thing, draw: { kind: "has", from, to } }];
    }
    const known = attribute === undefined ? undefined : thingTypes[there.kind].attributes[attribute];
    const setting = catalog.institutions.get(there.institution ?? "")?.settings.get(attribute ?? "");
    if (attribute === undefined || (known === undefined && setting === undefined))
      return say(
        "design/unknown-word",
        `\`${key}\` has no values`,
        helpWith(
          attribute ?? "",
          Object.keys(thingTypes[there.kind].attributes),
          "name an attribute behind the thing",
        ),
      );
    const values = Object.entries(body.values);
    const allowed = known?.values ?? setting?.values;
    const wrong = values.find(([value]) => allowed?.includes(value) === false);
    if (wrong !== undefined)
      return say(
        "design/unknown-word",
        `\`${key}\` has no value \`${wrong[0]}\``,
        helpWith(wrong[0], allowed ?? [], "see docs/reference/notation.md"),
      );
    const sum = values.reduce((total, [, each]) => total + each, 0);
    if (Math.abs(sum - 1) > 1e-6)
      return say(
        "shape/bad-text",
        `the shares of \`${key}\` add up to ${Number(sum.toFixed(6))}, not to 1`,
        "a share for those of whom nothing is known is `unknown`",
      );
    return [{ key, source: body.source, thing, draw: { kind: "value", attribute, values } }];
  });
  const isWrong = complaints.some(({ severity }) => severity === "error");
  return {
    population: isWrong
      ? undefined
      : {
          id: text.population,
          title: text.title,
          template: { ...person, sameSecret: [] },
          shares: [...shares].sort((a, b) => compareText(a.key, b.key)),
        },
    complaints,
  };
}

/** Where in its range each share is taken: 0 the lower end, 1 the upper. */
export type Ends = ReadonlyMap<string, number>;

export interface DrawQuestion {
  readonly population: Population;
  readonly seed: number;
  readonly index: number;
  readonly ends?: Ends;
}

/** What was drawn for one person: whether a thing is there, which value an attribute has; by the key of its share. */
export function drawn({
  population,
  seed,
  index,
  ends = new Map(),
}: DrawQuestion): ReadonlyMap<string, string | boolean> {
  return new Map(
    population.shares.map(({ key, draw }): readonly [string, string | boolean] => {
      const chance = uniform(`${seed} ${index} ${key}`);
      if (draw.kind === "has")
        return [key, chance < draw.from + (draw.to - draw.from) * (ends.get(key) ?? 0.5)];
      let left = chance;
      for (const [value, each] of draw.values) {
        if (left < each) return [key, value];
        left -= each;
      }
      return [key, draw.values.at(-1)?.[0] ?? "unknown"];
    }),
  );
}

/** The person drawn, as a value: the template without what is not had, with what was drawn. */
export function personOf(question: DrawQuestion): Person {
  const { template, shares } = question.population;
  const draws = drawn(question);
  const gone = goneOf(shares, draws);
  const things = [...template.things.values()]
    .filter(({ id }) => !gone.has(id))
    .map((thing) => ({
      ...thing,
      attributes: new Map([
        ...thing.attributes,
        ...shares.flatMap(({ key, thing: of, draw }) =>
          of === thing.id && draw.kind === "value" ? [[draw.attribute, String(draws.get(key))] as const] : [],
        ),
      ]),
      relations: new Map(
        [...thing.relations].map(([name, to]) => [
          name,
          to === "unknown" ? to : to.filter((id) => !gone.has(id)),
        ]),
      ),
    }));
  return {
    ...template,
    id: `${question.population.id}-${question.index}`,
    things: new Map(things.map((each) => [each.id, each])),
  };
}

/** With a line its SIM is not there either. */
export function goneOf(
  shares: readonly Share[],
  draws: ReadonlyMap<string, string | boolean>,
): ReadonlySet<ThingId> {
  const gone = shares.flatMap(({ key, thing }) => (draws.get(key) === false ? [thing] : []));
  return new Set(gone.flatMap((id) => (id.startsWith("line.") ? [id, `sim.${id.slice(5)}`] : [id])));
}

/** A number from 0 up to 1 made of a text: FNV-1a, then murmur's finish to spread neighbouring texts. */
export function uniform(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

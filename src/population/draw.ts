/**
 * People drawn from a population's shares. Each draw is made of the seed, the person's number and what is drawn, and of
 * nothing else: another share, another order, more people change no other draw (law P6), so two catalogues and the two
 * ends of a range are asked about the same people. A share with `given` looks at what was drawn before it; the shares
 * stand in an order in which that is there.
 */
import type { Person, ThingId } from "../person/index.ts";
import type { Drawn, Ends, Odds, Population, Share } from "./population.ts";

export interface DrawQuestion {
  readonly population: Population;
  readonly seed: number;
  readonly index: number;
  readonly ends?: Ends;
}

/** What was drawn for one person: whether a thing is there, which value an attribute or a group has; by the key of its share. */
export function drawn({ population, seed, index, ends = new Map() }: DrawQuestion): Drawn {
  const draws = new Map<string, string | boolean>();
  // The hash goes letter by letter, so what is the same for all draws of a person is read once.
  const person = hashOf(`${seed} ${index} `);
  for (const share of population.shares)
    draws.set(
      share.key,
      drawOne(oddsFor(share, draws), spread(hashOf(share.key, person)), ends.get(share.key) ?? 0.5),
    );
  return draws;
}

/** Those of the first line that speaks of this person, else those for everybody else. */
function oddsFor({ odds, given }: Share, draws: Drawn): Odds {
  const found = given.find(({ when }) =>
    [...when].every(([key, values]) => values.includes(draws.get(key) ?? "unknown")),
  );
  return found?.odds ?? odds;
}

function drawOne(odds: Odds, chance: number, end: number): string | boolean {
  const within = ({ from, to }: { readonly from: number; readonly to: number }) => from + (to - from) * end;
  if (odds.kind === "has") return chance < within(odds);
  let left = chance;
  for (const each of odds.values) {
    const share = within(each);
    if (left < share) return each.value;
    left -= share;
  }
  return odds.rest;
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
        ...shares.flatMap(({ key, of }) =>
          of.kind === "attribute" && of.thing === thing.id
            ? [[of.attribute, String(draws.get(key))] as const]
            : [],
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
export function goneOf(shares: readonly Share[], draws: Drawn): ReadonlySet<ThingId> {
  const gone = shares.flatMap(({ key, of }) =>
    of.kind === "thing" && draws.get(key) === false ? [of.thing] : [],
  );
  return new Set(gone.flatMap((id) => (id.startsWith("line.") ? [id, `sim.${id.slice(5)}`] : [id])));
}

/** A number from 0 up to 1 made of a text: FNV-1a, then murmur's finish to spread neighbouring texts. */
export const uniform = (text: string): number => spread(hashOf(text));

/** Of a text that goes on where another ended. */
function hashOf(text: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function spread(before: number): number {
  let hash = Math.imul(before ^ (before >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

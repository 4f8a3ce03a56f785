/**
 * Who of a population is exposed: for each loss the share of people for whom it is reached, with a 95 % interval of the
 * sampling (Wilson), and how far the share moves between the ends of each range nobody has measured.
 *
 * The template is grounded once with all that is drawn left unknown; what a person lacks, or a value that forbids a
 * step, takes the step's bit from that person. Person by person it is the reach of the person drawn (law P1).
 */
import type { Catalog } from "../catalog/index.ts";
import { ground, type Step } from "../ground/index.ts";
import { type ChoiceId, formatSubjectPath } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import { activeWith, openReach, type Reach, startOf } from "../reach/index.ts";
import { closureOfMany, wordsFor } from "./many.ts";
import { drawn, type Ends, goneOf, type Population, type Share } from "./population.ts";

export interface ExposedQuestion {
  readonly catalog: Catalog;
  readonly population: Population;
  readonly people: number;
  readonly seed: number;
  /** What is in the wrong hands; of whoever lacks it nothing can be lost by it. */
  readonly held: readonly string[];
  /** Measures of institutions in force, by id. */
  readonly measures?: readonly string[];
  readonly today: string;
}

export interface Exposure {
  readonly goal: string;
  readonly people: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface Sensitivity {
  readonly share: string;
  /** Of people who lose anything, with the share at its lower and at its upper end. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface ExposedAnswer {
  readonly population: string;
  readonly people: number;
  readonly seed: number;
  readonly held: readonly string[];
  /** Anything at all. */
  readonly any: Exposure;
  readonly losses: readonly Exposure[];
  readonly sensitivity: readonly Sensitivity[];
  readonly coverage: { readonly notJudged: readonly string[]; readonly cutShort: readonly string[] };
}

export function exposed(question: ExposedQuestion): ExposedAnswer {
  const { population, people, seed, held } = question;
  const reach = openTemplate(question);
  const { bits } = reachedBy(question, reach, new Map());
  const words = wordsFor(people);
  const losses = reach.world.goals.map(({ id }, i) =>
    exposureOf(id, countIn(bits, reach.goalNodes[i] ?? 0, words), people),
  );
  const anyAt = (ends: Ends) => {
    const found = ends.size === 0 ? bits : reachedBy(question, reach, ends).bits;
    return countAny(found, reach.goalNodes, words);
  };
  return {
    population: population.id,
    people,
    seed,
    held,
    any: exposureOf("any", anyAt(new Map()), people),
    losses,
    sensitivity: population.shares.flatMap(({ key, draw }) =>
      draw.kind === "has" && draw.from < draw.to
        ? [
            {
              share: key,
              atLow: anyAt(new Map([[key, 0]])) / people,
              atHigh: anyAt(new Map([[key, 1]])) / people,
            },
          ]
        : [],
    ),
    coverage: { notJudged: reach.world.coverage.notJudged, cutShort: reach.world.coverage.cutShort },
  };
}

/** Everything drawn is unknown, so that every step somebody may take is there. */
export function openTemplate({
  catalog,
  population,
  today,
}: Pick<ExposedQuestion, "catalog" | "population" | "today">): Reach {
  const { template, shares } = population;
  const person: Person = {
    ...template,
    things: new Map(
      [...template.things].map(([id, thing]) => [
        id,
        {
          ...thing,
          attributes: new Map([
            ...thing.attributes,
            ...shares.flatMap(({ thing: of, draw }) =>
              of === id && draw.kind === "value" ? [[draw.attribute, "unknown"] as const] : [],
            ),
          ]),
        },
      ]),
    ),
  };
  return openReach(ground({ catalog, person, today }));
}

/** Who reaches what, node by node; the plain twin grounds each person drawn. */
export function reachedBy(
  question: ExposedQuestion,
  reach: Reach,
  ends: Ends,
): { readonly bits: Int32Array } {
  const { people, measures = [] } = question;
  const { masks, start } = blockOf(question, reach, { first: 0, people, ends });
  const active = activeWith(reach, choicesNamed(reach, measures));
  return { bits: closureOfMany({ rules: reach.rules, people, held: start, masks, active }) };
}

/** Institutions' decisions of these names. */
export function choicesNamed({ world }: Reach, measures: readonly string[]): readonly ChoiceId[] {
  const names = new Set(measures);
  return world.choices.flatMap(({ id, by, institution, index }) => {
    if (by !== "institution") return [];
    const name = id.replace(/\(.*\)$/, "");
    const short = name.slice(name.indexOf("/") + 1);
    const called = [id, name, short, ...(institution === undefined ? [] : [`${institution}/${short}`])];
    return called.some((each) => names.has(each)) ? [index] : [];
  });
}

/** Some people that follow one another, drawn once and asked under any measures. */
export interface Block {
  readonly people: number;
  /** Rule by rule: who may use it; absent, everybody. */
  readonly masks: ReadonlyMap<number, Int32Array>;
  /** Node by node: from whom it was taken. */
  readonly start: ReadonlyMap<number, Int32Array>;
  /** Those from whom everything held was taken. */
  readonly robbed: Int32Array;
  /** Who has all of these things. */
  readonly whoHas: (things: readonly string[]) => Int32Array;
}

export interface BlockWanted {
  /** The number of its first person. */
  readonly first: number;
  readonly people: number;
  readonly ends: Ends;
}

export function blockOf(
  { population, seed, held }: Pick<ExposedQuestion, "population" | "seed" | "held">,
  reach: Reach,
  { first, people, ends }: BlockWanted,
): Block {
  const { world } = reach;
  const draws = Array.from({ length: people }, (_, i) => drawn({ population, seed, index: first + i, ends }));
  const gone = draws.map((each) => goneOf(population.shares, each));
  const words = wordsFor(people);
  const maskOf = (isIn: (index: number) => boolean): Int32Array => {
    const mask = new Int32Array(words);
    for (let index = 0; index < people; index++)
      if (isIn(index)) mask[index >> 5] = (mask[index >> 5] ?? 0) | (1 << (index & 31));
    return mask;
  };
  /** Few things and values are drawn and many steps speak of them: each mask is made once. */
  const known = new Map<string, Int32Array>();
  const kept = (key: string, isIn: (index: number) => boolean): Int32Array => {
    const mask = known.get(key) ?? maskOf(isIn);
    known.set(key, mask);
    return mask;
  };
  const removable = new Set(
    population.shares.flatMap(({ thing, draw }) =>
      draw.kind === "has" ? [thing, thing.replace(/^line\./, "sim.")] : [],
    ),
  );
  const everybody = kept("", () => true);
  const meeting = (parts: readonly Int32Array[]): Int32Array =>
    parts.reduce((all, mask) => all.map((word, i) => word & (mask[i] ?? 0)), everybody);
  const hasEach = (things: readonly string[]) =>
    things
      .filter((id) => removable.has(id))
      .map((id) => kept(`has ${id}`, (index) => gone[index]?.has(id) !== true));
  const masks = new Map<number, Int32Array>();
  for (const step of world.steps) {
    const rule = reach.ruleOfStep[step.id] ?? -1;
    if (rule < 0) continue;
    const parts = [
      ...hasEach([...step.things.values()]),
      ...wantedBy(step, population.shares).map(({ key, values }) =>
        kept(`${key} ${values.join()}`, (index) => {
          const value = draws[index]?.get(key);
          return value === "unknown" || values.includes(String(value));
        }),
      ),
    ];
    if (parts.length > 0) masks.set(rule, meeting(parts));
  }
  const taken = held.map((word) => {
    const thing = word.slice(word.indexOf("(") + 1, word.lastIndexOf(")"));
    const whose = maskOf(
      (index) => ![...(gone[index] ?? [])].some((id) => thing === id || thing.startsWith(`${id}.`)),
    );
    return { nodes: startOf(reach, [word]), whose };
  });
  return {
    people,
    masks,
    start: new Map(taken.flatMap(({ nodes, whose }) => nodes.map((node) => [node, whose] as const))),
    robbed: meeting(taken.map(({ whose }) => whose)),
    whoHas: (things) => meeting(hasEach(things)),
  };
}

/** The drawn attributes a step makes a difference by, with the values that let it be run. */
function wantedBy(
  { flow, things }: Step,
  shares: readonly Share[],
): readonly { readonly key: string; readonly values: readonly string[] }[] {
  return flow.when.flatMap(({ subject, attribute, values }) => {
    const thing = things.get(formatSubjectPath(subject));
    return shares.flatMap(({ key, thing: of, draw }) =>
      of === thing && draw.kind === "value" && draw.attribute === attribute ? [{ key, values }] : [],
    );
  });
}

function countIn(bits: Int32Array, node: number, words: number): number {
  let count = 0;
  for (let word = 0; word < words; word++) count += ones(bits[node * words + word] ?? 0);
  return count;
}

function countAny(bits: Int32Array, nodes: readonly number[], words: number): number {
  let count = 0;
  for (let word = 0; word < words; word++)
    count += ones(nodes.reduce((all, node) => all | (bits[node * words + word] ?? 0), 0));
  return count;
}

export function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Wilson's interval at 95 %: right at the ends too, where the usual one says "none, surely". */
export function exposureOf(goal: string, count: number, people: number): Exposure {
  const [share, z] = [count / people, 1.959964];
  const middle = (share + (z * z) / (2 * people)) / (1 + (z * z) / people);
  const half =
    (z / (1 + (z * z) / people)) *
    Math.sqrt((share * (1 - share)) / people + (z * z) / (4 * people * people));
  return { goal, people: count, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

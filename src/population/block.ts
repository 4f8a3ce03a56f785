/**
 * Some people that follow one another, drawn once and asked under any measures: who may use which rule, and from whom
 * what is held was taken, one bit a person.
 *
 * The template is grounded once with all that is drawn left unknown, so every step somebody may take is there. What a
 * person lacks, or a value that forbids a step, takes the step's bit from that person; a measure in force that gives the
 * value it wants gives the bit back to everybody.
 */
import type { Step } from "../ground/index.ts";
import { type ChoiceId, formatSubjectPath, splitCapability } from "../model/index.ts";
import { type Reach, startOf } from "../reach/index.ts";
import { drawn, goneOf } from "./draw.ts";
import { wordsFor } from "./many.ts";
import type { Drawn, Ends, Population, Share } from "./population.ts";

/** Rule by rule: who may use it; absent, everybody. */
export type Masks = ReadonlyMap<number, Int32Array>;

export interface Block {
  readonly people: number;
  readonly draws: readonly Drawn[];
  /** Who may use what, with these measures in force. */
  readonly masksUnder: (chosen: ReadonlySet<ChoiceId>) => Masks;
  /** Node by node: from whom it was taken. */
  readonly start: ReadonlyMap<number, Int32Array>;
  /** Those from whom everything held was taken. */
  readonly robbed: Int32Array;
  /** Who has all of these things. */
  readonly whoHas: (things: readonly string[]) => Int32Array;
}

export interface BlockWanted {
  readonly population: Population;
  readonly seed: number;
  /** What is in the wrong hands. */
  readonly held: readonly string[];
  /** What is known of everybody who has what it is about. */
  readonly leaked: readonly string[];
  /** The number of its first person. */
  readonly first: number;
  readonly people: number;
  readonly ends: Ends;
}

export function blockOf(reach: Reach, wanted: BlockWanted): Block {
  const { population, seed, held, leaked, first, people, ends } = wanted;
  const draws = Array.from({ length: people }, (_, i) => drawn({ population, seed, index: first + i, ends }));
  const gone = draws.map((each) => goneOf(population.shares, each));
  const kept = maskMaker(people);
  const removable = new Set(
    population.shares.flatMap(({ of }) =>
      of.kind === "thing" ? [of.thing, of.thing.replace(/^line\./, "sim.")] : [],
    ),
  );
  const everybody = kept("", () => true);
  const meeting = (parts: readonly Int32Array[]): Int32Array =>
    parts.reduce((all, mask) => all.map((word, i) => word & (mask[i] ?? 0)), everybody);
  const hasEach = (things: readonly string[]) =>
    things
      .filter((id) => removable.has(id))
      .map((id) => kept(`has ${id}`, (index) => gone[index]?.has(id) !== true));
  const takenOf = (word: string) => {
    const thing = splitCapability(word)?.subjects.join(", ") ?? "";
    const whose = kept(
      `held ${thing}`,
      (index) => ![...(gone[index] ?? [])].some((id) => thing === id || thing.startsWith(`${id}.`)),
    );
    return { nodes: startOf(reach, [word]), whose };
  };
  const taken = held.map(takenOf);
  /** One run may be for every card of an account: then it is run for those that are there. */
  const usersOf = ({ things, alsoFor }: Step) =>
    [...things].flatMap(([path, thing]) => {
      const each = [thing, ...(alsoFor?.get(path) ?? [])];
      if (each.length === 1) return hasEach(each);
      if (each.some((id) => !removable.has(id))) return [];
      return [kept(`one of ${each.join()}`, (index) => each.some((id) => gone[index]?.has(id) !== true))];
    });
  /** Archetypes lend to institutions that somebody has something of, a new account there too; few concern anybody else. */
  const customersOf = (institution: string) => {
    const theirs = [...population.template.things.values()].filter(
      (thing) => thing.institution === institution && thing.of === undefined,
    );
    if (theirs.length === 0 || theirs.some(({ id }) => !removable.has(id))) return [];
    const isCustomer = (index: number) => theirs.some(({ id }) => gone[index]?.has(id) !== true);
    return [kept(`customer ${institution}`, isCustomer)];
  };
  const rules = reach.world.steps.flatMap((step): readonly MaskedRule[] => {
    const rule = reach.ruleOfStep[step.id] ?? -1;
    const values = wantedBy(reach, step, population.shares).map(({ key, allowed, given }) => ({
      given,
      mask: kept(`${key} ${allowed.join()}`, (index) => {
        const value = draws[index]?.get(key);
        return value === "unknown" || allowed.includes(String(value));
      }),
    }));
    const isAnybodys = step.lent === undefined && reach.world.forAnybody.has(step.institution);
    const customers = isAnybodys ? [] : customersOf(step.institution);
    const things = [...usersOf(step), ...customers];
    return rule < 0 || things.length + values.length === 0 ? [] : [{ rule, things, values }];
  });
  return {
    people,
    draws,
    masksUnder: masksMaker(rules, meeting),
    start: new Map(
      [...taken, ...leaked.map(takenOf)].flatMap(({ nodes, whose }) =>
        nodes.map((node) => [node, whose] as const),
      ),
    ),
    robbed: meeting(taken.map(({ whose }) => whose)),
    whoHas: (things) => meeting(hasEach(things)),
  };
}

/** Few things and values are drawn and many steps speak of them: each mask is made once. */
function maskMaker(people: number): (key: string, isIn: (index: number) => boolean) => Int32Array {
  const known = new Map<string, Int32Array>();
  return (key, isIn) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const mask = new Int32Array(wordsFor(people));
    for (let index = 0; index < people; index++)
      if (isIn(index)) mask[index >> 5] = (mask[index >> 5] ?? 0) | (1 << (index & 31));
    known.set(key, mask);
    return mask;
  };
}

interface MaskedRule {
  readonly rule: number;
  readonly things: readonly Int32Array[];
  /** Of each value it wants: who has it, and the measures that would give it to everybody. */
  readonly values: readonly { readonly mask: Int32Array; readonly given: readonly ChoiceId[] }[];
}

/** Only measures that give a wanted value make a difference; the masks under each set of those are made once. */
function masksMaker(
  rules: readonly MaskedRule[],
  meeting: (parts: readonly Int32Array[]) => Int32Array,
): (chosen: ReadonlySet<ChoiceId>) => Masks {
  const felt = [...new Set(rules.flatMap(({ values }) => values.flatMap(({ given }) => given)))].sort(
    (a, b) => a - b,
  );
  const maskOf = ({ things, values }: MaskedRule, chosen: ReadonlySet<ChoiceId>) =>
    meeting([
      ...things,
      ...values.filter(({ given }) => !given.some((each) => chosen.has(each))).map(({ mask }) => mask),
    ]);
  const without = new Map(rules.map((each) => [each.rule, maskOf(each, new Set())]));
  const known = new Map<string, Masks>([["", without]]);
  return (chosen) => {
    const there = felt.filter((choice) => chosen.has(choice));
    const isFelt = ({ values }: MaskedRule) =>
      values.some(({ given }) => given.some((each) => there.includes(each)));
    const masks =
      known.get(there.join()) ??
      new Map([
        ...without,
        ...rules.filter(isFelt).map((each) => [each.rule, maskOf(each, chosen)] as const),
      ]);
    known.set(there.join(), masks);
    return masks;
  };
}

interface Wanted {
  readonly key: string;
  readonly allowed: readonly string[];
  readonly given: readonly ChoiceId[];
}

/** The drawn attributes a step makes a difference by, the values that let it be run, and the measures that give one. */
function wantedBy({ world }: Reach, { flow, things }: Step, shares: readonly Share[]): readonly Wanted[] {
  return flow.when.flatMap(({ subject, attribute, values: allowed }) => {
    const thing = things.get(formatSubjectPath(subject));
    return shares.flatMap(({ key, of }) =>
      of.kind === "attribute" && of.thing === thing && of.attribute === attribute
        ? [
            {
              key,
              allowed,
              given: world.wiring
                .changesOf(thing, attribute)
                .filter(({ value }) => value === "unknown" || allowed.includes(value))
                .map(({ choice }) => choice),
            },
          ]
        : [],
    );
  });
}

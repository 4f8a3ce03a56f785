/**
 * What a catalogue leaves to the owners: who of those drawn gets at what is their own, and who could use a service by
 * themselves, on an ordinary day and once what is held is lost.
 *
 * By what was read alone, and by the owner alone: whatever they have in the head, their face, and the things that are
 * left. What nobody has read may let more of them in; what whoever has the lost things undoes meanwhile is not counted, so
 * of *once lost* it is the most there is. Person by person it is the owner's reach (law P10).
 */
import { type Catalog, changesBetween } from "../catalog/index.ts";
import { heldIn, ownerStart } from "../ground/index.ts";
import { at, type ChoiceId } from "../model/index.ts";
import {
  activeWith,
  lentRules,
  nodesOf,
  ownerGoals,
  type Reach,
  startNodesOf,
  within,
} from "../reach/index.ts";
import { whoReaches } from "./bits.ts";
import type { Block } from "./block.ts";
import { closureOfMany, wordsFor } from "./many.ts";

export const occasions = ["ordinary-day", "once-lost"] as const;
export type Occasion = (typeof occasions)[number];

/** One bit a person. */
export interface OwnersOn {
  /** Of each thing of one's own that is needed, as ground text: who gets at it. */
  readonly gets: ReadonlyMap<string, Int32Array>;
  /** Of each service asked about, `institution/flow`: who could use it by themselves. */
  readonly uses: ReadonlyMap<string, Int32Array>;
}

export interface Owners extends Readonly<Record<Occasion, OwnersOn>> {
  /** Of each service asked about: who has what it is about. */
  readonly concerned: ReadonlyMap<string, Int32Array>;
}

export interface OwnersQuestion {
  readonly reach: Reach;
  readonly block: Block;
  readonly held: readonly string[];
  readonly chosen: readonly ChoiceId[];
  /** `institution/flow`. */
  readonly services: readonly string[];
}

/** Cost: two walks over all people. */
export function ownersUnder(question: OwnersQuestion): Owners {
  const { reach, block, held, chosen, services } = question;
  const masks = block.masksUnder(new Set(chosen));
  const active = within(activeWith(reach, chosen), lentRules(reach), 0);
  const everybody = block.whoHas([]);
  const runsOf = runsBy(reach, active, services);
  const on = (gone: readonly string[], those: Int32Array): OwnersOn => {
    const start = ownersHave({ reach, block, held: gone });
    const bits = closureOfMany({ rules: reach.rules, people: block.people, held: start, masks, active });
    const among = (who: Int32Array) => meet(those, who);
    const whoHas = (node: number) => whoReaches(bits, node, wordsFor(block.people));
    const runs = (rule: number) =>
      asksOf(reach, rule).reduce((who, node) => meet(who, whoHas(node)), masks.get(rule) ?? everybody);
    return {
      gets: new Map(
        ownerGoals(reach.world, () => true).flatMap((atom) =>
          nodesOf(reach, [atom]).map(
            (node) => [at(reach.world.atoms, atom).text, among(whoHas(node))] as const,
          ),
        ),
      ),
      uses: new Map(
        [...runsOf].map(([service, rules]) => [service, among(union(everybody, rules.map(runs)))]),
      ),
    };
  };
  return {
    "ordinary-day": on([], everybody),
    "once-lost": on(held, block.robbed),
    concerned: new Map(
      [...runsOf].map(([service, rules]) => [
        service,
        union(
          everybody,
          rules.map((rule) => masks.get(rule) ?? everybody),
        ),
      ]),
    ),
  };
}

/** Node by node what the owners have at the beginning, with this in other hands: whose it is. */
export function ownersHave({
  reach,
  block,
  held,
}: Pick<OwnersQuestion, "reach" | "block" | "held">): ReadonlyMap<number, Int32Array> {
  const { world } = reach;
  return new Map(
    ownerStart(world, heldIn(world, held)).flatMap((atom) => {
      const whose = block.whoHas(at(world.atoms, atom).things);
      return startNodesOf(reach, [atom]).map((node) => [node, whose] as const);
    }),
  );
}

/** Of each service the rules in force by which it is run; one nobody drawn could ever run has none. */
function runsBy(
  { world, ruleOfStep }: Reach,
  active: Uint8Array,
  services: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const runs = new Map(services.map((service) => [service, [] as number[]]));
  for (const { id, institution, flow, lent } of world.steps) {
    const rule = ruleOfStep[id] ?? -1;
    if (lent === undefined && rule >= 0 && active[rule] === 1)
      runs.get(`${institution}/${flow.id}`)?.push(rule);
  }
  return runs;
}

const asksOf = ({ rules: { asks, asksFrom } }: Reach, rule: number): readonly number[] =>
  Array.from(asks.subarray(asksFrom[rule], asksFrom[rule + 1]));

const meet = (one: Int32Array, other: Int32Array): Int32Array => one.map((word, i) => word & (other[i] ?? 0));
const union = (like: Int32Array, all: readonly Int32Array[]): Int32Array =>
  like.map((_, i) => all.reduce((word, each) => word | (each[i] ?? 0), 0));

interface Side {
  readonly catalog: Catalog;
  readonly measures?: readonly string[] | undefined;
}

/** Services that are otherwise under the two, `institution/flow`: changed, new, gone, or spoken of by a measure one of them has. */
export function servicesBetween(old: Side, now: Side): readonly string[] {
  const changed = changesBetween(old.catalog, now.catalog).flatMap(({ kind, institution, id, isWording }) =>
    kind === "flow" && !isWording ? [`${institution}/${id}`] : [],
  );
  const [was, is] = [new Set(old.measures), new Set(now.measures)];
  const differing = [...was.symmetricDifference(is)];
  const spokenOf = [...now.catalog.institutions.values()].flatMap(({ id: institution, flows, measures }) =>
    differing.flatMap((name) => {
      const [before = "", measure = name] = name.includes("/") ? name.split("/") : [institution, name];
      if (before !== institution) return [];
      const own = [...measures, ...now.catalog.measures].find(({ id }) => id === measure);
      return flows
        .filter((flow) => flow.measures.includes(measure) || own?.replaces.has(flow.id) === true)
        .map(({ id }) => `${institution}/${id}`);
    }),
  );
  return [...new Set([...changed, ...spokenOf])];
}

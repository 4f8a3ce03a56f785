/**
 * What was worked out when a person was grounded before, for whoever grounds the same person under catalogues that are
 * nearly the same: the drafts of each flow, and whole worlds.
 *
 * What comes of a flow depends on the flow, on what its institution says of itself, on the measures that touch it, and on
 * how the person's things hang together under the decisions there are. All of that is compared: where it is the same the
 * drafts are those of before, and a world of the same drafts under the same words is the world of before, with the
 * catalogue of now in it. So nothing an answer is made of can differ; `test/laws/diff-kept.test.ts` holds a comparison with a
 * memory to one without.
 *
 * What to know to use it: flows are the same where they are identical, so two catalogues must share what they have in
 * common (`sharing`). It grows with what is asked; keep one for a person, and let it go with them.
 */
import { type Catalog, isSameData } from "../catalog/index.ts";
import type { Flow, Institution, Vocabulary } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import type { Choices, MeasureChoices } from "./choices.ts";
import type { Draft } from "./draft.ts";
import type { Grounded } from "./grounded.ts";
import type { Wiring } from "./wiring.ts";

export interface GroundMemory {
  /** Where the same things hang together in the same way under the same decisions. */
  at(situation: Situation): Recalled;
}

export interface Situation {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly wiring: Wiring;
  readonly choices: Choices;
  readonly asOf: string;
}

/** What is known of one situation. */
export interface Recalled {
  drafts(of: DraftsOf, make: () => Drafted): Drafted;
  world(of: WorldOf, make: () => Grounded): Grounded;
}

export interface DraftsOf {
  readonly institution: Institution;
  readonly flow: Flow;
  /** Those that touch it. */
  readonly measures: readonly MeasureChoices[];
  readonly hasStandIns: boolean;
  /** Why its steps count though nobody has read them, by what they stand on; plain data. */
  readonly why: readonly unknown[];
}

/** `undefined`: it concerns more than is looked at. */
export type Drafted = readonly Draft[] | undefined;

export interface WorldOf {
  readonly catalog: Catalog;
  readonly drafts: readonly Draft[];
  /** All else a world is made of; plain data. */
  readonly rest: readonly unknown[];
}

interface KeptDrafts extends DraftsOf {
  readonly made: Drafted;
}

interface KeptWorld {
  readonly vocabulary: Vocabulary;
  readonly drafts: readonly Draft[];
  readonly rest: string;
  readonly world: Grounded;
}

export function groundMemory(): GroundMemory {
  const known = new Map<string, Recalled>();
  return {
    at(situation) {
      const text = textOf(situation);
      const recalled = known.get(text) ?? recalling();
      known.set(text, recalled);
      return recalled;
    },
  };
}

function recalling(): Recalled {
  const byFlow = new Map<Flow, KeptDrafts[]>();
  const worlds: KeptWorld[] = [];
  return {
    drafts(of, make) {
      const kept = byFlow.get(of.flow) ?? [];
      byFlow.set(of.flow, kept);
      const same = kept.find((each) => isSameRun(each, of));
      if (same !== undefined) return same.made;
      const made = make();
      kept.push({ ...of, made });
      return made;
    },
    world({ catalog, drafts, rest }, make) {
      const text = asText(rest);
      const { vocabulary } = catalog;
      const same = worlds.find(
        (each) => each.vocabulary === vocabulary && each.rest === text && isSameList(each.drafts, drafts),
      );
      if (same === undefined) {
        const world = make();
        worlds.push({ vocabulary, drafts, rest: text, world });
        return world;
      }
      if (same.world.catalog === catalog) return same.world;
      const world: Grounded = { ...same.world, catalog };
      likes.set(world, same.world);
      return world;
    },
  };
}

/** By a world, one that differs from it in nothing but the catalogue it says it is of. */
const likes = new WeakMap<Grounded, Grounded>();

/** A world of the same steps, conditions and goals that was there before this one; `undefined`: none is known. */
export const worldLike = (world: Grounded): Grounded | undefined => likes.get(world);

function isSameRun(a: DraftsOf, b: DraftsOf): boolean {
  return (
    a.hasStandIns === b.hasStandIns &&
    isSameHead(a.institution, b.institution) &&
    a.measures.length === b.measures.length &&
    a.measures.every((each, i) => isSameMeasure(each, b.measures[i])) &&
    isSameData(a.why, b.why)
  );
}

/** What an institution says of itself, its flows left out: each has drafts of its own. */
function isSameHead(a: Institution, b: Institution): boolean {
  if (a === b) return true;
  const [{ flows: _mine, ...mine }, { flows: _theirs, ...theirs }] = [a, b];
  return isSameData(mine, theirs);
}

function isSameMeasure(a: MeasureChoices, b: MeasureChoices | undefined): boolean {
  return (
    b !== undefined &&
    a.measure === b.measure &&
    a.institution === b.institution &&
    // The decisions themselves are the same in one situation.
    isSameList(
      a.choices.map(({ index }) => index),
      b.choices.map(({ index }) => index),
    )
  );
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

/** All that a binding, a guard, a goal or the telling of a way can hang on, beside the flow itself. */
function textOf({ catalog, person, wiring, choices, asOf }: Situation): string {
  const things = [...wiring.things.values()];
  const places = [...new Set(things.flatMap(({ institution }) => institution ?? []))].map((id) => {
    const { name, kind, defaults, settings } = catalog.institutions.get(id) ?? {};
    return [id, name, kind, defaults, settings];
  });
  const others = things.filter(({ id }) => !person.things.has(id));
  const { all, changes, sets } = choices;
  return asText([personText(person), others, places, all, changes, sets, asOf]);
}

const personTexts = new WeakMap<Person, string>();

function personText(person: Person): string {
  const known = personTexts.get(person) ?? asText(person);
  personTexts.set(person, known);
  return known;
}

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each instanceof Map
      ? { map: [...each] }
      : each instanceof Set
        ? { set: [...each] }
        : each === Infinity
          ? "∞"
          : each,
  );

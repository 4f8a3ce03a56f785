/**
 * A case as the page keeps it, opened. It is what the worker runs; it knows no worker, so a test can ask it too.
 *
 * A case is opened several times: as it is, with the other answer to what leaks, for what the owner could still open.
 * All of them stand in the same worlds, which are grounded once.
 */
import { type CaseAnswer, type OpenCase, openCase } from "../../../src/asking/index.ts";
import { type Grounded, ground } from "../../../src/ground/index.ts";
import { parseMoment } from "../../../src/model/index.ts";
import { type Alone, type Block, effortsFor } from "../../../src/questions/index.ts";
import type { CaseData } from "./case-data.ts";

type Around = Pick<CaseData, "catalog" | "person" | "lending">;

interface Worlds {
  readonly world: Grounded;
  /** The same with what archetypes lend. */
  readonly lent?: Grounded;
}

const known = new WeakMap<CaseData["person"], Around & Worlds>();

function worldsOf({ catalog, person, lending }: Around): Worlds {
  const before = known.get(person);
  if (before !== undefined && before.catalog === catalog && before.lending === lending) return before;
  const made = {
    catalog,
    person,
    ...(lending === undefined ? {} : { lending, lent: ground({ catalog, person, lend: lending }) }),
    world: ground({ catalog, person }),
  };
  known.set(person, made);
  return made;
}

/**
 * Whoever grounded a case's worlds before it was cut hands them on: the cut changes no step of them, and names stand in
 * none.
 */
export function keepWorlds({ catalog, person, lending }: Around, { world, lent }: Required<Worlds>): void {
  const here = (grounded: Grounded): Grounded => ({ ...grounded, catalog, person });
  const worlds = lending === undefined ? {} : { lending, lent: here(lent) };
  known.set(person, { catalog, person, world: here(world), ...worlds });
}

export function openEngine(data: CaseData): OpenCase {
  const { held, at } = data.question;
  const { world, lent } = worldsOf(data);
  return openCase({ world, lent, held, startsAt: at === undefined ? undefined : parseMoment(at) });
}

/** The beginning: nothing switched on, everything answered. */
export interface Opened {
  readonly base: CaseAnswer;
  readonly alone: readonly Alone[];
  readonly blocks: readonly Block[];
}

/** What stands on a case's first view. */
export const openedOf = (engine: OpenCase): Opened => ({
  base: engine.ask([], effortsFor("glance")),
  alone: engine.alone(),
  blocks: engine.blocks(),
});

/** The founding case as its file holds it: the same for every reader, so that the build has answered its beginning. */
export interface AnsweredCase {
  readonly data: CaseData;
  readonly opened: Opened;
}

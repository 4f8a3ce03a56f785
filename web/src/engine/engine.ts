/**
 * A case as the page keeps it, opened. It is what the worker runs; it knows no worker, so a test can ask it too.
 *
 * A case is opened several times: as it is, with the other answer to what leaks, for what the owner could still open.
 * All of them stand in the same worlds, which are grounded once.
 */
import { type OpenCase, openCase } from "../../../src/asking/index.ts";
import { type Grounded, ground } from "../../../src/ground/index.ts";
import { parseMoment } from "../../../src/model/index.ts";
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

export function openEngine(data: CaseData): OpenCase {
  const { held, at } = data.question;
  const { world, lent } = worldsOf(data);
  return openCase({ world, lent, held, startsAt: at === undefined ? undefined : parseMoment(at) });
}

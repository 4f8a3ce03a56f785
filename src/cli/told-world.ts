/** A race or an audit of somebody's own night: whose it is, where, what was held and set, when it began, all from one file laid over. */
import type { Catalog } from "../catalog/index.ts";
import { valueAt } from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import { readNight } from "../testing/index.ts";
import type { WorldOptions } from "./asked.ts";
import { findPersonFrom, peopleOf } from "./people.ts";
import { readNamed, readShipped } from "./shipped.ts";

export interface ToldWorld {
  /** With the institutions that exist in this night alone. */
  readonly catalog: Catalog;
  readonly person: Person;
  /** What the night says, as it would be typed. */
  readonly said: Pick<WorldOptions, "held" | "set" | "at" | "asOf">;
}

export type ToldWorldRead =
  | { readonly told: ToldWorld; readonly complaints: readonly Complaint[] }
  | { readonly told: undefined; readonly complaints: readonly Complaint[] };

/** What the night says, but for what is typed: who holds something else is asked about in their stead. */
export function asSaid<Options extends Partial<WorldOptions>>(
  typed: Options,
  told: ToldWorld | undefined,
): Options {
  if (told === undefined) return typed;
  const { held, set = [], ...times } = told.said;
  const isHeldTyped = [typed.held, typed.start, typed.lost].some((each) => each !== undefined);
  return {
    ...times,
    ...(isHeldTyped || held === undefined ? {} : { held }),
    ...typed,
    set: [...set, ...(typed.set ?? [])],
  };
}

/** The one night among the files laid over. */
export function readToldWorld(options: Pick<WorldOptions, "catalog" | "with">, cwd: string): ToldWorldRead {
  const wrong = (message: string, help: string): ToldWorldRead => ({
    told: undefined,
    complaints: [new Complaint({ code: "story/unknown-person", place: { file: "--person" }, message, help })],
  });
  const read = readNamed(options, cwd, { stories: true });
  const below = new Set(readShipped(cwd, { stories: true }).others.map(({ file }) => file));
  const nights = read.others.filter(({ kind, file }) => kind === "night" && !below.has(file));
  const [night] = nights;
  if (night === undefined)
    return wrong("nobody is named", "give `--person`, or lay the night of one person over with `--with`");
  if (nights.length > 1)
    return wrong(
      `${nights.length} nights are laid over, and nobody is named`,
      "lay one of them over, or give `--person`",
    );
  const found = readNight(night.yaml, night.file, read.catalog, findPersonFrom(peopleOf(read.others), cwd));
  if (found.night === undefined) return { told: undefined, complaints: found.complaints };
  const { world, held } = found.night;
  const at = valueAt(night.yaml.value, ["world", "at"]);
  const asOf = valueAt(night.yaml.value, ["world", "as-of"]);
  const conditions = valueAt(night.yaml.value, ["world", "conditions"]);
  return {
    told: {
      catalog: world.catalog,
      person: world.person,
      said: {
        held,
        ...(Array.isArray(conditions) ? { set: conditions.map(String) } : {}),
        ...(typeof at === "string" ? { at } : {}),
        ...(asOf === undefined ? {} : { asOf: String(asOf) }),
      },
    },
    complaints: found.complaints,
  };
}

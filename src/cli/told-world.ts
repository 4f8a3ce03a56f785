/** A race or an audit of somebody's own night: whose it is, where, what was held and set, when it began, all from one file laid over. */
import type { Catalog } from "../catalog/index.ts";
import { valueAt } from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";
import type { Person } from "../person/index.ts";
import { readNight } from "../testing/index.ts";
import { type AskedRead, readAsked, type WorldOptions } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { findPersonFrom, peopleOf } from "./people.ts";
import { readNamed, readShipped } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

interface ToldWorld {
  /** With the institutions that exist in this night alone. */
  readonly catalog: Catalog;
  readonly person: Person;
  /** What the night says, as it would be typed. */
  readonly said: Pick<WorldOptions, "held" | "set" | "at" | "asOf">;
}

interface ToldWorldRead {
  readonly told: ToldWorld | undefined;
  readonly complaints: readonly Complaint[];
}

/** Absent person: whose night is laid over. */
type MaybeNamed = Omit<WorldOptions, "person"> & Partial<Pick<WorldOptions, "person">>;

/**
 * What is asked of the person who is named or, where nobody is, of the one night laid over, with what that night says.
 * `undefined`: there is no such night, and it was said.
 */
export function readAskedOfWhom<Options extends MaybeNamed>(
  typed: Options,
  terminal: Terminal,
): (AskedRead & { readonly options: Options }) | undefined {
  const { cwd, today } = terminal.outside;
  if (typed.person !== undefined)
    return { options: typed, ...readAsked(typed, cwd, { needsHeld: true, today }) };
  const { told, complaints } = readToldWorld(typed, cwd);
  if (told === undefined) {
    sayComplaints(complaints, terminal);
    return undefined;
  }
  const options = asSaid(typed, told);
  return { options, ...readAsked(options, cwd, { needsHeld: true, today, found: told }) };
}

/** What the night says, but for what is typed: who holds something else is asked about in their stead. */
function asSaid<Options extends MaybeNamed>(typed: Options, told: ToldWorld): Options {
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
function readToldWorld(options: Pick<WorldOptions, "catalog" | "with">, cwd: string): ToldWorldRead {
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

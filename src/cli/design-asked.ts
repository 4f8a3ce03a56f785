/** Whom `chainbreak design diff` asks, and with what in the wrong hands: people of one's own, the shipped ones, customers of what was changed. */
import { resolve } from "node:path";
import { heldByStart } from "../asking/index.ts";
import { type Catalog, readTexts, readYaml, valueAt } from "../catalog/index.ts";
import { Complaint, compareText } from "../model/index.ts";
import { leakedOf, type Person, readGroundCapability, readPerson, thingsOf } from "../person/index.ts";
import {
  type AskedPerson,
  type Customer,
  customersOf,
  type FurtherPerson,
  type NamedStart,
} from "../questions/index.ts";
import { splitList } from "./asked.ts";
import type { BetweenOptions } from "./design-between.ts";
import type { SideRead } from "./design-sides.ts";
import { peopleOf } from "./people.ts";
import { isError, typedPath } from "./shipped.ts";

export interface AskedOptions extends BetweenOptions {
  /** A file or folder of people. */
  readonly people?: string;
}

export interface AskedWanted {
  readonly old: SideRead;
  readonly now: SideRead;
  readonly options: AskedOptions;
  readonly cwd: string;
}

export interface AskedFound {
  readonly people: readonly AskedPerson[];
  readonly complaints: readonly Complaint[];
}

/** The people of `--people`, or those that lie in the new folder and the shipped ones, each read under both sides. */
export function askedPeople({ old, now, options, cwd }: AskedWanted): AskedFound {
  const complaints: Complaint[] = [];
  const others = options.people === undefined ? now.others : peopleIn(options.people, cwd, complaints);
  const { byId } = peopleOf(others);
  if (byId.size === 0 && complaints.length === 0)
    complaints.push(
      new Complaint({
        code: "file/nothing-read",
        place: { file: options.people ?? now.name },
        message: "no person was found here",
        help: "give a person file, or a folder that holds some",
      }),
    );
  const people: AskedPerson[] = [];
  const everybody: Person[] = [];
  const heldAnywhere = new Set<string>();
  const ask = (person: Pick<Customer, "old" | "now">) => {
    everybody.push(person.now);
    const begun = beginningsOf(person.now, options, now, heldAnywhere);
    const leaked = options.notLeaked === true ? [] : leakedOf({ catalog: now.catalog, person: person.now });
    // Much is taken from people who have lost nothing: what has leaked is a beginning by itself.
    const beginnings = !isBegun(options) && leaked.length > 0 ? [...begun, []] : begun;
    if (beginnings.length > 0) people.push({ ...person, beginnings, leaked });
  };
  for (const [, yaml] of [...byId].sort(([a], [b]) => compareText(a, b))) {
    const [before, after] = [old, now].map(({ catalog }) => readPerson(yaml, catalog));
    complaints.push(...(after?.complaints ?? []).filter(isError));
    if (before?.person === undefined || after?.person === undefined) {
      if (after?.person !== undefined) complaints.push(...(before?.complaints ?? []).filter(isError));
      continue;
    }
    ask({ old: before.person, now: after.person });
  }
  // Whoever names people asks about those alone.
  if (options.people === undefined)
    for (const customer of customersOf({
      old: old.catalog,
      now: now.catalog,
      // A beginning that was named is asked about for a customer as well: those who are shipped may have little there.
      people: isBegun(options) ? [] : people.map((each) => each.now),
    }))
      ask(customer);
  const [person] = everybody;
  if (byId.size > 0 && person !== undefined)
    complaints.push(...nobodyHas({ catalog: now.catalog, person, options, heldAnywhere }));
  return { people, complaints };
}

interface NobodyAsked {
  readonly catalog: Catalog;
  /** One of those asked about, who says what is wrong with a start. */
  readonly person: Person;
  readonly options: AskedOptions;
  readonly heldAnywhere: ReadonlySet<string>;
}

/** What was said to be in the wrong hands and is in nobody's. */
function nobodyHas({ catalog, person, options, heldAnywhere }: NobodyAsked): readonly Complaint[] {
  const isLost = (word: string) => !heldAnywhere.has(word);
  const held = [...new Set((options.held ?? []).flatMap(splitList))].filter(isLost).map(
    (word) =>
      new Complaint({
        code: "question/unknown-capability",
        place: { file: "--held" },
        message: `nobody asked about can lose \`${word}\``,
        help: "say what is in the wrong hands, for example `possess(sim.main)`",
      }),
  );
  const starts = [...new Set((options.start ?? []).flatMap(splitList))].filter(isLost).flatMap((id) => {
    const read = heldByStart(id, { catalog, person, place: { file: "--start" } });
    return read instanceof Complaint ? [read] : [];
  });
  return [...held, ...starts];
}

/** Whether somebody said what is in the wrong hands. */
const isBegun = ({ held, start }: AskedOptions): boolean => held !== undefined || start !== undefined;

/** Customers of all that was changed, with what an intruder may have by name, from the least to the most. */
export function furtherPeople(
  old: SideRead,
  now: SideRead,
  { notLeaked }: AskedOptions,
): readonly FurtherPerson[] {
  const { catalog } = now;
  return customersOf({ old: old.catalog, now: catalog, people: [] }).map(
    ({ institution, old: before, now: person }) => {
      const startOf = (id: string): NamedStart => {
        const held = heldByStart(id, { catalog, person, place: { file: "--start" } });
        return held instanceof Complaint ? { id } : { id, held };
      };
      const known = [...catalog.starts.values()].filter(({ isKnown }) => !isKnown).map(({ id }) => id);
      return {
        institution,
        old: before,
        now: person,
        starts: known.map(startOf),
        leaked: notLeaked === true ? [] : leakedOf({ catalog, person }),
      };
    },
  );
}

function peopleIn(path: string, cwd: string, complaints: Complaint[]) {
  const full = resolve(cwd, path);
  const { texts, complaints: unread } = readTexts([full], { from: typedPath(full, cwd) === full ? "" : cwd });
  complaints.push(...unread);
  return texts.map(({ text, file }) => {
    const yaml = readYaml(text, file);
    complaints.push(...yaml.complaints.filter(isError));
    const isPerson = valueAt(yaml.value, ["person"]) !== undefined;
    return { kind: isPerson ? ("person" as const) : ("story" as const), yaml, file };
  });
}

/**
 * With nothing said: each SIM that can be taken out, and each phone, lost by itself. With `--held` or
 * `--start`: that, for whoever has such things.
 */
function beginningsOf(
  person: Person,
  options: AskedOptions,
  { catalog }: SideRead,
  heldAnywhere: Set<string>,
): readonly (readonly string[])[] {
  if (!isBegun(options)) {
    const own = (kind: "sim" | "device") => thingsOf(person, kind).filter(({ of }) => of === undefined);
    const sims = own("sim").filter(({ attributes }) => attributes.get("kind") !== "esim");
    const phones = own("device").filter(({ attributes }) => (attributes.get("kind") ?? "phone") === "phone");
    return [...sims, ...phones].map(({ id }) => [`possess(${id})`]);
  }
  const byName = (options.start ?? []).flatMap(splitList).flatMap((id) => {
    const held = heldByStart(id, { catalog, person, place: { file: "--start" } });
    if (held instanceof Complaint) return [];
    heldAnywhere.add(id);
    return held;
  });
  const words = (options.held ?? []).flatMap(splitList).flatMap((word) => {
    const read = readGroundCapability(word, {
      person,
      vocabulary: catalog.vocabulary,
      place: { file: "--held" },
    });
    if (!("word" in read)) return [];
    heldAnywhere.add(word);
    return [read.word.text];
  });
  const all = [...new Set([...words, ...byName])];
  return all.length === 0 ? [] : [all];
}

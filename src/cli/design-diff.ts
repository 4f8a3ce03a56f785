/** `chainbreak design diff`: what a change of the catalogue opens, closes, hastens; for whom, and by which line. */
import { resolve } from "node:path";
import { heldByStart } from "../asking/index.ts";
import { type Catalog, readTexts, readYaml, valueAt } from "../catalog/index.ts";
import { Complaint, type ComplaintPlace, compareText, formatPlace, sortComplaints } from "../model/index.ts";
import { leakedOf, type Person, readGroundCapability, readPerson, thingsOf } from "../person/index.ts";
import {
  type AskedPerson,
  allowsMore,
  type Change,
  type Customer,
  customersOf,
  type DiffAnswer,
  diff,
  type Effect,
  type FurtherPerson,
  type NamedStart,
} from "../questions/index.ts";
import {
  type ChangedLine,
  type DiffTold,
  diffMarkdown,
  diffSarif,
  renderDiff,
  sayEffect,
  sayPart,
} from "../report/index.ts";
import { splitList } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import {
  type BetweenFound,
  type BetweenOptions,
  betweenFaults,
  betweenLines,
  betweenSides,
} from "./design-between.ts";
import { findSide, type SideRead, shippedSide } from "./design-sides.ts";
import { writeStories } from "./design-stories.ts";
import { exitCodes } from "./exit-codes.ts";
import { peopleOf } from "./people.ts";
import { printableLines } from "./printable-lines.ts";
import { isError, typedPath } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DesignDiffOptions extends BetweenOptions {
  readonly people?: string;
  readonly besideShipped?: boolean;
  readonly stories?: string;
  readonly failOn?: "opened" | "more" | "locked-out";
  readonly format: "text" | "json" | "markdown" | "sarif";
}

export async function designDiff(
  names: { readonly old: string; readonly now: string },
  options: DesignDiffOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, today } = terminal.outside;
  terminal.progress(cliWords(terminal.lang).reading(`${names.old}, ${names.now}`));
  const beside = options.besideShipped === true;
  const old = findSide({ name: names.old, cwd, over: shippedSide(cwd), beside });
  // Against a broken side a patch would be complained of for no fault of its own.
  const now =
    old.side === undefined
      ? { side: undefined, complaints: [] }
      : findSide({ name: names.now, cwd, over: old.side, beside });
  const complaints = [...old.complaints, ...now.complaints];
  if (old.side === undefined || now.side === undefined) {
    sayComplaints(sortComplaints(complaints), terminal);
    return exitCodes.complaints;
  }
  const asked = askedPeople({ old: old.side, now: now.side, options, cwd });
  const faults = [...asked.complaints, ...betweenFaults(options)];
  sayComplaints(sortComplaints([...complaints, ...faults]), terminal);
  if (faults.some(isError)) return exitCodes.complaints;
  terminal.progress(cliWords(terminal.lang).searching);
  const wrong: Complaint[] = [];
  const populations = betweenSides({ old: old.side, now: now.side, options, terminal, complaints: wrong });
  sayComplaints(sortComplaints(wrong), terminal);
  if (wrong.some(isError)) return exitCodes.complaints;
  // Whoever names people or a beginning asks about those alone.
  const isOpen = [options.people, options.held, options.start].every((each) => each === undefined);
  const further = isOpen ? furtherPeople(old.side, now.side, options) : [];
  const answer = diff({ old: old.side, now: now.side, people: asked.people, further, today });
  const customers = further.map((each): AskedPerson => ({ ...each, beginnings: [] }));
  const told = { answer, people: [...customers, ...asked.people], old: old.side, now: now.side };
  say({ ...told, populations, options, terminal });
  if (options.stories !== undefined)
    writeStories({ ...told, folder: resolve(cwd, options.stories), today, terminal });
  return isToFail(answer, options.failOn) ? exitCodes.found : exitCodes.done;
}

/** What somebody's build is to stop at. */
function isToFail({ effects }: DiffAnswer, failOn: DesignDiffOptions["failOn"]): boolean {
  const kinds: readonly string[] =
    failOn === undefined
      ? []
      : failOn === "opened"
        ? ["opened"]
        : failOn === "more"
          ? allowsMore
          : [...allowsMore, "locked-out"];
  // Every flow gives something to whoever has all it asks: that alone is no reason to stop a build.
  return effects.some(({ kind, from }) => from !== "what-it-asks" && kinds.includes(kind));
}

interface AskedWanted {
  readonly old: SideRead;
  readonly now: SideRead;
  readonly options: DesignDiffOptions;
  readonly cwd: string;
}

interface AskedFound {
  readonly people: readonly AskedPerson[];
  readonly complaints: readonly Complaint[];
}

/** The people of `--people`, or those that lie in the new folder and the shipped ones, each read under both sides. */
function askedPeople({ old, now, options, cwd }: AskedWanted): AskedFound {
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
      people: people.map((each) => each.now),
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
  readonly options: DesignDiffOptions;
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
const isBegun = ({ held, start }: DesignDiffOptions): boolean => held !== undefined || start !== undefined;

/** Customers of all that was changed, with what an intruder may have by name, from the least to the most. */
function furtherPeople(
  old: SideRead,
  now: SideRead,
  { notLeaked }: DesignDiffOptions,
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
  options: DesignDiffOptions,
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

interface Answered {
  readonly answer: DiffAnswer;
  readonly people: readonly AskedPerson[];
  readonly old: SideRead;
  readonly now: SideRead;
  readonly populations: readonly BetweenFound[];
  readonly options: DesignDiffOptions;
  readonly terminal: Terminal;
}

function say({ answer, people, old, now, populations, options, terminal }: Answered): void {
  if (options.format === "json") {
    const whole =
      options.population === undefined
        ? answer
        : { ...answer, populations: populations.map(({ told }) => told) };
    terminal.say(JSON.stringify(whole, undefined, 2));
    return;
  }
  const { lang, columns, paint } = terminal;
  const told: DiffTold = {
    answer,
    speaking: new Map(people.map(({ now: person }) => [person.id, { person, catalog: now.catalog }])),
    lines: answer.changes.map((change) => linesOf(change, old, now)),
    lang,
    columns,
    colour: paint.isColorSupported && options.format === "text",
  };
  if (options.format === "sarif") {
    const placeOf = (institution: string, flow?: string) =>
      now.yamlOf(institution)?.locate(flow === undefined ? ["institution"] : ["flows", flow], "key");
    const changePlaces = answer.changes.map((change) => placesOf(change, old, now));
    const sayCause = (index: number) => {
      const change = answer.changes[index];
      return change === undefined ? "" : sayPart(change, lang);
    };
    const sayOne = (effect: Effect) => sayEffect(told, effect);
    terminal.say(
      diffSarif(
        { answer, changePlaces, sayEffect: sayOne, sayCause },
        { version: terminal.version, lang, placeOf },
      ),
    );
    return;
  }
  const isMarkdown = options.format === "markdown";
  const between = betweenLines(populations, { catalog: now.catalog, lang, columns });
  const fenced = isMarkdown && between.length > 0 ? ["", "```text", ...between.slice(1), "```"] : between;
  terminal.say(printableLines([isMarkdown ? diffMarkdown(told) : renderDiff(told), ...fenced].join("\n")));
}

/** Where the changed keys stand in the new catalogue, or in the old one where they are gone. */
function placesOf(
  { kind, institution, id, keys }: Change,
  old: SideRead,
  now: SideRead,
): readonly ComplaintPlace[] {
  if (institution === undefined || kind === "in-force") return [];
  const path = kind === "flow" ? ["flows", id ?? ""] : kind === "measure" ? ["measures", id ?? ""] : [];
  const places = (keys.length === 0 ? [path] : keys.map((key) => [...path, key])).flatMap((full) => {
    const side = valueAt(now.yamlOf(institution)?.value, full) === undefined ? old : now;
    return side.yamlOf(institution)?.locate(full, "key") ?? [];
  });
  return places;
}

/** Longer than this a value is no longer taken in at a glance; the place says where the rest is. */
const valueLengthMax = 160;

/** The changed keys of a part with what each side writes there. */
function linesOf(
  { kind, institution, id, keys, how }: Change,
  old: SideRead,
  now: SideRead,
): readonly ChangedLine[] {
  if (institution === undefined || kind === "in-force") return [];
  const path = kind === "flow" ? ["flows", id ?? ""] : kind === "measure" ? ["measures", id ?? ""] : [];
  const written = ({ yamlOf }: SideRead, key: string | undefined) => {
    const yaml = yamlOf(institution);
    const full = key === undefined ? path : [...path, key];
    const value = valueAt(yaml?.value, full);
    if (yaml === undefined || value === undefined) return undefined;
    const text = flowText(value);
    return {
      where: formatPlace(yaml.locate(full, "key")),
      text: text.length > valueLengthMax ? `${text.slice(0, valueLengthMax)} …` : text,
    };
  };
  const line = (key: string | undefined): ChangedLine => {
    const [before, after] = [written(old, key), written(now, key)];
    return {
      key: key ?? id ?? institution,
      ...(before === undefined || how === "added" ? {} : { old: before }),
      ...(after === undefined || how === "removed" ? {} : { now: after }),
    };
  };
  return how === "changed" ? keys.map(line) : kind === "institution" ? [] : [line(undefined)];
}

/** YAML as on one line. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${flowText(each)}`)
      .join(", ")} }`;
  return String(value);
}

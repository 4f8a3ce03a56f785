/** What every question about a population reads alike: the file, what is in the wrong hands, the measures in force. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { heldByStart } from "../asking/index.ts";
import { helpWith, type KnownFile, readTexts, readYaml, valueAt, type YamlText } from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";
import { leakedOf, readGroundCapability } from "../person/index.ts";
import { type Population, readPopulation } from "../population/index.ts";
import { layTable } from "../report/index.ts";
import { splitList } from "./asked.ts";
import type { SideRead } from "./design-sides.ts";
import { looksLikePath } from "./people.ts";
import { typedPath } from "./shipped.ts";

/** By the id of one that is shipped or lies in the folder, else by its path. */
export function populationIn(
  name: string,
  side: SideRead,
  cwd: string,
  complaints: Complaint[],
): Population | undefined {
  const known = side.others.filter(({ kind }) => kind === "population");
  const idOf = ({ yaml }: KnownFile) => String(valueAt(yaml.value, ["population"]));
  const read = (yaml: YamlText) => {
    const { population, complaints: wrong } = readPopulation(yaml, side.catalog);
    complaints.push(...wrong);
    return population;
  };
  const named = known.find((each) => idOf(each) === name);
  if (named !== undefined) return read(named.yaml);
  const full = resolve(cwd, name);
  if (!looksLikePath(name) && statSync(full, { throwIfNoEntry: false }) === undefined) {
    complaints.push(
      new Complaint({
        code: "design/unknown-population",
        place: { file: name },
        message: `no population \`${name}\``,
        help: helpWith(name, known.map(idOf), "give the path of a file, or the id of one that is shipped"),
      }),
    );
    return undefined;
  }
  const { texts, complaints: unread } = readTexts([full], { from: typedPath(full, cwd) === full ? "" : cwd });
  complaints.push(...unread);
  const [first] = texts;
  return first === undefined ? undefined : read(readYaml(first.text, first.file));
}

export interface BeginningOptions {
  readonly held?: readonly string[];
  readonly start?: readonly string[];
  readonly notLeaked?: boolean;
}

export interface Beginning {
  /** What was said to be in the wrong hands. */
  readonly held: readonly string[];
  /** What counts as known of everybody beside it. */
  readonly leaked: readonly string[];
}

export function beginningOf(
  { held, start, notLeaked }: BeginningOptions,
  { template: person }: Population,
  { catalog }: SideRead,
  complaints: Complaint[],
): Beginning {
  const { vocabulary } = catalog;
  const kept = (read: readonly string[] | Complaint): readonly string[] => {
    if (read instanceof Complaint) complaints.push(read);
    return read instanceof Complaint ? [] : read;
  };
  const words = (held ?? []).flatMap(splitList);
  const starts = (start ?? []).flatMap(splitList);
  if (words.length + starts.length === 0)
    complaints.push(
      new Complaint({
        code: "question/nothing-held",
        place: { file: "--held" },
        message: "nothing is held at the start, so nothing can follow from it",
        help: "say what is in the wrong hands, for example `possess(sim.main)`",
      }),
    );
  const all = [
    ...words.flatMap((word) => {
      const read = readGroundCapability(word, { person, vocabulary, place: { file: "--held" } });
      return kept("word" in read ? [read.word.text] : read.complaint);
    }),
    ...starts.flatMap((each) => kept(heldByStart(each, { catalog, person, place: { file: "--start" } }))),
  ];
  const leaked = notLeaked === true ? [] : leakedOf({ catalog, person });
  return { held: [...new Set(all)], leaked: leaked.filter((word) => !all.includes(word)) };
}

/** A measure nobody has would change nothing, and the answer would look as if it had. */
export function complainOfMeasures(
  measures: readonly string[] | undefined,
  { catalog }: SideRead,
  complaints: Complaint[],
): void {
  const known = new Set([
    ...catalog.measures.filter(({ by }) => by === "institution").map(({ id }) => id),
    ...[...catalog.institutions.values()].flatMap(({ id: institution, measures: own }) =>
      own.filter(({ by }) => by === "institution").flatMap(({ id }) => [id, `${institution}/${id}`]),
    ),
  ]);
  for (const measure of (measures ?? []).flatMap(splitList))
    if (!known.has(measure))
      complaints.push(
        new Complaint({
          code: "catalog/unknown-measure",
          place: { file: "--measures" },
          message: `no measure \`${measure}\``,
          help: helpWith(measure, known, "name a measure of an institution"),
        }),
      );
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A table whose first column gives way. */
export const tableOf = (
  width: number,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] =>
  layTable({
    columns: titles.map((title, i) => ({ title, ...(i === 0 ? { isFlexible: true } : {}) })),
    rows,
    width,
    indent: "  ",
  }).map(({ text }) => text);

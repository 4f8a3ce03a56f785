/** What every question about a population reads alike: the file, what is in the wrong hands, the measures in force. */
import { resolve } from "node:path";
import { helpWith, readTexts, readYaml } from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";
import { readGroundCapability } from "../person/index.ts";
import { type Population, readPopulation } from "../population/index.ts";
import { splitList } from "./asked.ts";
import type { SideRead } from "./design-sides.ts";
import { typedPath } from "./shipped.ts";

export function populationIn(
  file: string,
  side: SideRead,
  cwd: string,
  complaints: Complaint[],
): Population | undefined {
  const full = resolve(cwd, file);
  const { texts, complaints: unread } = readTexts([full], { from: typedPath(full, cwd) === full ? "" : cwd });
  complaints.push(...unread);
  const [first] = texts;
  if (first === undefined) return undefined;
  const read = readPopulation(readYaml(first.text, first.file), side.catalog);
  complaints.push(...read.complaints);
  return read.population;
}

export function heldOf(
  words: readonly string[] | undefined,
  { template: person }: Population,
  { catalog: { vocabulary } }: SideRead,
  complaints: Complaint[],
): readonly string[] {
  const place = { file: "--held" };
  const reads = (words ?? [])
    .flatMap(splitList)
    .map((word) => readGroundCapability(word, { person, vocabulary, place }));
  if (reads.length === 0)
    complaints.push(
      new Complaint({
        code: "question/nothing-held",
        place,
        message: "nothing is held at the start, so nothing can follow from it",
        help: "say what is in the wrong hands, for example `possess(sim.main)`",
      }),
    );
  return reads.flatMap((read) => {
    if ("word" in read) return [read.word.text];
    complaints.push(read.complaint);
    return [];
  });
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

/** `chainbreak design exposed`: for how many of a population a loss is reached, and how much hangs on what nobody has counted. */
import { resolve } from "node:path";
import { helpWith, readTexts, readYaml } from "../catalog/index.ts";
import { Complaint, sortComplaints } from "../model/index.ts";
import { readGroundCapability } from "../person/index.ts";
import { type ExposedAnswer, exposed, type Population, readPopulation } from "../population/index.ts";
import { groupDigits, layTable, sayCapabilityName } from "../report/index.ts";
import { splitList } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { findSide, type SideRead, shippedSide } from "./design-sides.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { isError, typedPath } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DesignExposedOptions {
  readonly held?: readonly string[];
  readonly measures?: readonly string[];
  readonly people: number;
  readonly seed: number;
  readonly besideShipped?: boolean;
  readonly json?: boolean;
}

export async function designExposed(
  { file, where }: { readonly file: string; readonly where: string },
  options: DesignExposedOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, today } = terminal.outside;
  const { side, complaints: wrong } = findSide({
    name: where,
    cwd,
    over: shippedSide(cwd),
    beside: options.besideShipped === true,
  });
  const complaints: Complaint[] = [...wrong];
  const population = side === undefined ? undefined : populationIn(file, side, cwd, complaints);
  const held =
    side === undefined || population === undefined ? [] : heldOf(options.held, population, side, complaints);
  if (side !== undefined) complainOfMeasures(options.measures, side, complaints);
  sayComplaints(sortComplaints(complaints), terminal);
  if (side === undefined || population === undefined || complaints.some(isError)) return exitCodes.complaints;
  const measures = [...side.measures, ...(options.measures ?? []).flatMap(splitList)];
  const { people, seed } = options;
  const answer = exposed({ catalog: side.catalog, population, people, seed, held, measures, today });
  terminal.say(
    options.json === true ? JSON.stringify(answer, undefined, 2) : textOf(answer, population, side, terminal),
  );
  return exitCodes.done;
}

function populationIn(
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

function heldOf(
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
function complainOfMeasures(
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

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function textOf(
  answer: ExposedAnswer,
  population: Population,
  side: SideRead,
  { lang, columns }: Terminal,
): string {
  const words = cliWords(lang);
  const world = { person: population.template, catalog: side.catalog };
  const say = (goal: string) => sayCapabilityName(world, goal, lang);
  const rows = answer.losses.map(({ goal, share, low, high }) => [
    say(goal),
    percent(share),
    `${percent(low)} – ${percent(high)}`,
  ]);
  const { any, people, held, sensitivity, coverage } = answer;
  return printableLines(
    [
      words.exposedBottom(percent(any.share), groupDigits(people), held.map(say).join(", ")),
      "",
      ...layTable({
        columns: [{ title: "", isFlexible: true }, { title: "" }, { title: "95 %" }],
        rows,
        width: columns,
        indent: "  ",
      }).map(({ text }) => text),
      "",
      ...sensitivity.map(({ share, atLow, atHigh }) =>
        words.exposedSensitive(share, percent(atLow), percent(atHigh)),
      ),
      ...(coverage.notJudged.length === 0 ? [] : [words.exposedNotJudged(coverage.notJudged.join(", "))]),
    ].join("\n"),
  );
}

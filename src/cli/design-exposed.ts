/** `chainbreak design exposed`: for how many of a population a loss is reached, and how much hangs on what nobody has counted. */
import { type Complaint, sortComplaints } from "../model/index.ts";
import { type ExposedAnswer, exposed, type Population } from "../population/index.ts";
import { groupDigits, layTable, sayCapabilityName } from "../report/index.ts";
import { splitList } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import { complainOfMeasures, heldOf, percent, populationIn } from "./design-population.ts";
import { findSide, type SideRead, shippedSide } from "./design-sides.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { isError } from "./shipped.ts";
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

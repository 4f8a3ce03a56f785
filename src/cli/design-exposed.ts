/** `chainbreak design exposed`: for how many of a population a loss is reached, and how much hangs on what nobody has counted. */
import { type Complaint, sortComplaints } from "../model/index.ts";
import {
  type ExposedAnswer,
  type Exposure,
  exposed,
  type Population,
  type Sensitivity,
} from "../population/index.ts";
import { groupDigits, listed, sayCapabilityName, sayMoney } from "../report/index.ts";
import { splitList } from "./asked.ts";
import { sayComplaints } from "./complaints.ts";
import {
  type BeginningOptions,
  beginningOf,
  complainOfMeasures,
  percent,
  populationIn,
  tableOf,
} from "./design-population.ts";
import { findSide, laidOver, type SideRead, shippedSide } from "./design-sides.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { isError } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DesignExposedOptions extends BeginningOptions {
  readonly measures?: readonly string[];
  readonly people: number;
  readonly seed: number;
  readonly besideShipped?: boolean;
  readonly with?: readonly string[];
  readonly json?: boolean;
}

export async function designExposed(
  { file, where }: { readonly file: string; readonly where: string },
  options: DesignExposedOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, today } = terminal.outside;
  const found = findSide({
    name: where,
    cwd,
    over: shippedSide(cwd),
    beside: options.besideShipped === true,
  });
  const { side, complaints: wrong } = laidOver(found, options.with ?? [], cwd);
  const complaints: Complaint[] = [...wrong];
  const population = side === undefined ? undefined : populationIn(file, side, cwd, complaints);
  const beginning =
    side === undefined || population === undefined
      ? undefined
      : beginningOf(options, population, side, complaints);
  if (side !== undefined) complainOfMeasures(options.measures, side, complaints);
  sayComplaints(sortComplaints(complaints), terminal);
  if (side === undefined || population === undefined || beginning === undefined || complaints.some(isError))
    return exitCodes.complaints;
  const measures = [...side.measures, ...(options.measures ?? []).flatMap(splitList)];
  const { people, seed } = options;
  const answer = exposed({ catalog: side.catalog, population, people, seed, ...beginning, measures, today });
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
  const { any, notRuledOut, money, groups, people, held, leaked, sensitivity, coverage } = answer;
  const amount = (each: number) => sayMoney(each, population.template.currency, lang);
  const interval = ({ low, high }: Exposure) => `${percent(low)} – ${percent(high)}`;
  const byLoss = answer.losses
    .filter((each) => each.notRuledOut.people > 0)
    .map((each) => [say(each.goal), percent(each.share), interval(each), percent(each.notRuledOut.share)]);
  const byGroup = groups.map(({ group, value, of, ...each }) => [
    `${group}: ${value}`,
    groupDigits(of),
    ...(each.any === null || each.notRuledOut === null || each.money === null
      ? [words.exposedNobody, "–", "–", "–"]
      : [
          percent(each.any.share),
          interval(each.any),
          percent(each.notRuledOut.share),
          amount(each.money.mean),
        ]),
  ]);
  const isFelt = (each: Sensitivity) =>
    each.atLow !== each.atHigh || each.notRuledOutAtLow !== each.notRuledOutAtHigh;
  const silent = sensitivity.filter((each) => !isFelt(each)).map(({ share }) => share);
  return printableLines(
    [
      words.exposedBottom(percent(any.share), groupDigits(people), listed(held.map(say), lang)),
      ...(leaked.length === 0 ? [] : [words.exposedLeaked]),
      words.exposedNotRuledOut(percent(notRuledOut.share)),
      words.exposedMoney(amount(money.mean), amount(money.low), amount(money.high)),
      ...(money.ofUnknownAmount === 0 ? [] : [words.exposedUnknown(percent(money.ofUnknownAmount / people))]),
      "",
      ...(byLoss.length === 0
        ? []
        : [...tableOf(columns, ["", words.exposedRead, "95 %", words.exposedPossible], byLoss), ""]),
      ...(byGroup.length === 0
        ? []
        : [
            ...tableOf(
              columns,
              ["", words.exposedPeople, words.exposedRead, "95 %", words.exposedPossible, words.exposedMean],
              byGroup,
            ),
            "",
          ]),
      ...sensitivity
        .filter(isFelt)
        .map((each) =>
          words.exposedSensitive(
            each.share,
            [each.atLow, each.atHigh].map(percent).join(" – "),
            [each.notRuledOutAtLow, each.notRuledOutAtHigh].map(percent).join(" – "),
          ),
        ),
      ...(silent.length === 0 ? [] : [words.exposedSilent(silent.join(", "))]),
      ...(coverage.notJudged.length === 0 ? [] : [words.exposedNotJudged(coverage.notJudged.join(", "))]),
    ].join("\n"),
  );
}

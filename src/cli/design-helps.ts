/** `chainbreak design helps`: which institution's change protects most people, and what to take first for a budget. */
import { type Complaint, sortComplaints } from "../model/index.ts";
import { type Gain, type HelpsAnswer, helps, type Population } from "../population/index.ts";
import {
  basisWords,
  groupDigits,
  type Lang,
  listed,
  sayCapabilityName,
  sayInstitution,
  sayMoney,
} from "../report/index.ts";
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

export interface DesignHelpsOptions extends BeginningOptions {
  readonly measures?: readonly string[];
  readonly people: number;
  readonly seed: number;
  readonly orders: number;
  readonly budget?: number;
  readonly in?: string;
  readonly besideShipped?: boolean;
  readonly with?: readonly string[];
  readonly json?: boolean;
}

/** Sets the search for the best may ask about: some seconds for a few thousand people. */
const setsMax = 2_000;

export async function designHelps(
  files: readonly string[],
  options: DesignHelpsOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, today } = terminal.outside;
  const found = findSide({
    name: options.in ?? "shipped",
    cwd,
    over: shippedSide(cwd),
    beside: options.besideShipped === true,
  });
  const { side, complaints: wrong } = laidOver(found, options.with ?? [], cwd);
  const complaints: Complaint[] = [...wrong];
  const asked =
    side === undefined
      ? []
      : files.flatMap((file) => {
          const population = populationIn(file, side, cwd, complaints);
          if (population === undefined) return [];
          return [{ population, beginning: beginningOf(options, population, side, complaints) }];
        });
  if (side !== undefined) complainOfMeasures(options.measures, side, complaints);
  sayComplaints(sortComplaints(complaints), terminal);
  if (side === undefined || complaints.some(isError)) return exitCodes.complaints;
  const measures = [...side.measures, ...(options.measures ?? []).flatMap(splitList)];
  const { people, seed, orders, budget } = options;
  terminal.progress(cliWords(terminal.lang).searching);
  const answers = asked.map(({ population, beginning }) => ({
    population,
    answer: helps({
      catalog: side.catalog,
      population,
      people,
      seed,
      ...beginning,
      measures,
      today,
      orders,
      setsMax,
      ...(budget === undefined ? {} : { budget }),
    }),
  }));
  if (options.json === true)
    terminal.say(
      JSON.stringify(
        answers.map(({ answer }) => answer),
        undefined,
        2,
      ),
    );
  else
    for (const [i, { answer, population }] of answers.entries())
      terminal.say((i === 0 ? "" : "\n") + textOf(answer, population, side, terminal));
  return exitCodes.done;
}

function textOf(
  answer: HelpsAnswer,
  population: Population,
  { catalog }: SideRead,
  { lang, columns: width, paint }: Terminal,
): string {
  const words = cliWords(lang);
  const world = { person: population.template, catalog };
  const share = (count: number) => percent(count / answer.people);
  const money = (amount: number) => sayMoney(amount / answer.people, population.template.currency, lang);
  const name = (id: string | null) => (id === null ? words.helpsEverybody : sayInstitution(world, id, lang));
  const harm = ({ lockedOut, newlyExposed }: Gain) => share(lockedOut + newlyExposed);
  const first = answer.institutions.find(({ institution }) => institution !== null);
  const held = listed(
    answer.held.map((goal) => sayCapabilityName(world, goal, lang)),
    lang,
  );
  const { best } = answer;
  const out = [
    paint.bold(population.title[lang]),
    words.exposedBottom(share(answer.exposed), groupDigits(answer.people), held),
    ...(answer.leaked.length === 0 ? [] : [words.exposedLeaked]),
    first === undefined || first.one.net <= 0
      ? words.helpsNone
      : words.helpsMost(name(first.institution), first.best, share(first.one.people)),
    words.helpsTogether(share(answer.together.people), money(answer.together.money), harm(answer.together)),
    "",
    ...tableOf(
      width,
      [
        words.helpsMeasure,
        words.helpsEffort,
        words.helpsAlone,
        words.helpsMoney,
        words.helpsLast,
        words.helpsAverage,
        words.helpsHarm,
        words.helpsBasis,
      ],
      answer.measures.map(({ measure, effort, alone, last, average, basis }) => [
        measure,
        String(effort),
        share(alone.people),
        money(alone.money),
        share(last.people),
        average === null
          ? "–"
          : `${share(average.people)} ± ${percent((1.96 * average.error) / answer.people)}`,
        harm(alone),
        basisSaid(basis, lang),
      ]),
    ),
    "",
    ...tableOf(
      width,
      [words.helpsInstitution, words.helpsOne, words.helpsAll, words.helpsHarm, words.helpsBasis],
      answer.institutions.map(({ institution, one, all, basis }) => [
        name(institution),
        share(one.people),
        share(all.people),
        harm(all),
        basisSaid(basis, lang),
      ]),
    ),
    "",
    ...(best === null
      ? []
      : [
          words.helpsBest(
            String(best.budget),
            best.measures.length === 0 ? words.helpsNothing : best.measures.join(", "),
            share(best.gain.people),
            harm(best.gain),
          ),
          best.label === "exact" ? words.helpsExact : words.helpsBounds(share(best.upper)),
          "",
        ]),
    ...(answer.withoutEffect.length === 0 ? [] : [words.helpsWithoutEffect(answer.withoutEffect.join(", "))]),
    words.helpsRead,
    ...(answer.coverage.notJudged.length === 0
      ? []
      : [words.exposedNotJudged(answer.coverage.notJudged.join(", "))]),
  ];
  return printableLines(out.join("\n"));
}

const basisSaid = (basis: HelpsAnswer["measures"][number]["basis"], lang: Lang): string =>
  basis === null ? "–" : basisWords[basis].word[lang];

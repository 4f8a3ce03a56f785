/**
 * What helps most: of every measure of an institution, how many people it protects and how much money, by itself, after
 * all the others, and on average over the orders in which they could be taken; and the best set for a budget of effort.
 *
 * The same people are asked under every set of measures, one bit a person, so differences are between the measures and
 * not between samples. A person is *protected* when something could be lost before and nothing can be after, *newly
 * exposed* the other way round, *locked out* when the owner no longer gets back to something needed. Both harms count
 * against a set as much as protecting somebody counts for it: that balance is its *net*.
 *
 * What to know to trust it: measures together are not the sum of each alone. Of two ways to the same loss closing one
 * protects nobody. Losses are those by flows somebody has read, so whoever is protected here may not be ruled out.
 * Cost: a closure of all people for every set asked, each set asked once.
 */
import { at, type BasisStatus, type ChoiceId, compareText } from "../model/index.ts";
import { choicesNamed, type Reach, weakest } from "../reach/index.ts";
import { averaged } from "./averages.ts";
import { type BestSet, bestSet } from "./best-set.ts";
import { exposureOf, openTemplate } from "./exposed.ts";
import type { Gain } from "./gain.ts";
import { type AskedPeople, type Asker, asker, gainBetween, gainOf } from "./outcomes.ts";

export interface HelpsQuestion extends AskedPeople {
  /** Over how many drawn orders what a measure adds is averaged; 0: it is not. */
  readonly orders: number;
  /** Effort there is; absent: no set is looked for. */
  readonly budget?: number;
  /** Sets the search for the best may ask about. */
  readonly setsMax: number;
}

export interface MeasureHelp {
  /** As one says it to `--measures`. */
  readonly measure: string;
  /** `null`: it binds all institutions. */
  readonly institution: string | null;
  readonly effort: number;
  readonly alone: Gain;
  /** The share alone protects, with the interval of the sampling. */
  readonly low: number;
  readonly high: number;
  /** What is lost again when it alone is left out of all. */
  readonly last: Gain;
  /** The mean over drawn orders, with its standard error; `null`: no order was drawn. */
  readonly average: { readonly people: number; readonly money: number; readonly error: number } | null;
  /** The weakest that the flows it changes rest on; `null`: it changes none here. */
  readonly basis: BasisStatus | null;
}

export interface InstitutionHelp {
  readonly institution: string | null;
  /** Its one measure that protects most. */
  readonly best: string;
  readonly one: Gain;
  /** All of its measures together. */
  readonly all: Gain;
  readonly basis: BasisStatus | null;
}

export interface HelpsAnswer {
  readonly population: string;
  readonly region: string | null;
  readonly people: number;
  readonly seed: number;
  readonly held: readonly string[];
  readonly leaked: readonly string[];
  /** Who loses anything before, and what it comes to. */
  readonly exposed: number;
  readonly money: number;
  readonly together: Gain;
  /** The one that helps most by itself first. */
  readonly measures: readonly MeasureHelp[];
  /** Measures that change nothing for anybody drawn, alone or after the others. */
  readonly withoutEffect: readonly string[];
  readonly institutions: readonly InstitutionHelp[];
  readonly best: BestSet | null;
  readonly coverage: { readonly notJudged: readonly string[]; readonly cutShort: readonly string[] };
}

export function helps(question: HelpsQuestion): HelpsAnswer {
  const { population, people, seed, held, orders, budget, setsMax } = question;
  const reach = openTemplate(question);
  const measures = measuresOf(reach, question.measures ?? []);
  const ask = asker(question, reach, measures);
  const every = measures.map((_, i) => i);
  const singles = every.map((i) => ask([i]));
  const together = ask(every);
  const without = every.map((i) => ask(every.filter((each) => each !== i)));
  const averages = averaged(measures.length, { orders, seed, ask });
  const before = ask([]);
  const helped = measures.map(({ name, institution, effort, basis }, i): MeasureHelp => {
    const alone = gainOf(at(singles, i));
    const { low, high } = exposureOf(name, alone.people, people);
    const last = gainBetween(at(without, i), together);
    return {
      measure: name,
      institution,
      effort,
      alone,
      low,
      high,
      last,
      average: averages?.[i] ?? null,
      basis,
    };
  });
  const isFelt = ({ alone, last, average }: MeasureHelp) =>
    [alone, last].some((gain) => Object.values(gain).some((count) => count !== 0)) ||
    (average !== null && (average.people !== 0 || average.money !== 0));
  return {
    population: population.id,
    region: population.template.region ?? null,
    people,
    seed,
    held,
    leaked: question.leaked ?? [],
    exposed: before.exposed,
    money: before.money,
    together: gainOf(together),
    measures: helped.filter(isFelt).sort(byNet),
    withoutEffect: helped.filter((each) => !isFelt(each)).map(({ measure }) => measure),
    institutions: leagueOf(measures, helped, ask),
    best:
      budget === undefined
        ? null
        : bestSet({
            budget,
            setsMax,
            measures: helped.flatMap((each, index) =>
              isFelt(each) && each.effort <= budget
                ? [{ index, name: each.measure, effort: each.effort }]
                : [],
            ),
            gainOf: (set) => gainOf(ask(set)),
            protectedAtMost: ask.atMost,
          }),
    coverage: { notJudged: reach.world.coverage.notJudged, cutShort: reach.world.coverage.cutShort },
  };
}

const byNet = (a: MeasureHelp, b: MeasureHelp): number =>
  b.alone.net - a.alone.net ||
  b.alone.money - a.alone.money ||
  (b.average?.people ?? 0) - (a.average?.people ?? 0) ||
  compareText(a.measure, b.measure);

interface Measure {
  readonly name: string;
  readonly institution: string | null;
  readonly effort: number;
  readonly choices: readonly ChoiceId[];
  readonly basis: BasisStatus | null;
}

/** One decision of an institution for all things it concerns; those already in force are none to take. */
function measuresOf(reach: Reach, inForce: readonly string[]): readonly Measure[] {
  const { world } = reach;
  const taken = new Set(choicesNamed(reach, inForce));
  const groups = new Map<string, Measure>();
  for (const { id, by, institution, effort, index } of world.choices) {
    if (by !== "institution" || taken.has(index)) continue;
    const plain = id.replace(/\(.*\)$/, "");
    const name = institution === undefined || plain.includes("/") ? plain : `${institution}/${plain}`;
    const known = groups.get(name);
    groups.set(name, {
      name,
      institution: institution ?? null,
      effort: Math.max(effort, known?.effort ?? 0),
      choices: [...(known?.choices ?? []), index],
      basis: null,
    });
  }
  return [...groups.values()]
    .map((measure) => ({ ...measure, basis: basisOf(reach, measure.choices) }))
    .sort((a, b) => compareText(a.name, b.name));
}

/** The weakest that the flows it takes the place of, or puts there, rest on. */
function basisOf({ world }: Reach, choices: readonly ChoiceId[]): BasisStatus | null {
  const literals = new Set(choices.map((choice) => choice + 1));
  return weakest(
    world.steps
      .filter(({ guard }) => guard.some((literal) => literals.has(Math.abs(literal))))
      .map(({ flow }) => flow.basis.status),
  );
}

/** Whose one change protects most people, most first; claims stand behind what somebody documented, of equals. */
function leagueOf(
  measures: readonly Measure[],
  helped: readonly MeasureHelp[],
  ask: Asker,
): readonly InstitutionHelp[] {
  const ids = [...new Set(measures.map(({ institution }) => institution))];
  return ids
    .map((institution): InstitutionHelp => {
      const own = helped.flatMap((each, i) => (each.institution === institution ? [i] : []));
      const [best] = own.map((i) => at(helped, i)).sort(byNet);
      if (best === undefined) throw new RangeError("an institution of no measure");
      return {
        institution,
        best: best.measure,
        one: best.alone,
        all: gainOf(ask(own)),
        basis: weakest(own.flatMap((i) => at(helped, i).basis ?? [])),
      };
    })
    .filter(({ one, all }) =>
      [one, all].some(({ people, money, lockedOut }) => people + money + lockedOut !== 0),
    )
    .sort(
      (a, b) =>
        b.one.net - a.one.net ||
        b.all.net - a.all.net ||
        b.one.money - a.one.money ||
        compareText(a.institution ?? "", b.institution ?? ""),
    );
}

/**
 * A flow as it is, and as measures would make it: every set of the measures on it gives one variant. The variants of
 * one flow exclude each other, so a selection of measures leaves exactly one of them in force (or none, when it is removed).
 *
 * What to know to trust it: what measures replace comes first, what they add or take away comes on top, so no measure
 * undoes another. Where two replace the same key, either may hold: the set then has a variant for each that comes last.
 */
import {
  type Asks,
  append,
  type CapabilityPattern,
  choicesOfSome,
  compareText,
  type Flow,
  formatPattern,
  type Institution,
  intersectWindows,
  type Measure,
} from "../model/index.ts";
import type { MeasureChoices } from "./choices.ts";

export interface Variant {
  readonly flow: Flow;
  /** The flow before measures took gives from it: it decides which things are concerned, so that taking away never widens. */
  readonly whole: Flow;
  /** What measures ask beside the flow's own asks; it never widens which things the flow concerns. */
  readonly more: readonly Asks[];
  /** Measures that are in force in this variant, and those of the rest that are not. */
  readonly on: readonly MeasureChoices[];
  readonly off: readonly MeasureChoices[];
}

export function variantsOf(
  institution: Institution,
  flow: Flow,
  measures: MeasuresByFlow,
): readonly Variant[] {
  const place: Place = { institution: institution.id, flow: flow.id };
  const touching = measures
    .about(place, flow)
    .filter((each) => touches(each, institution, flow))
    .sort(
      (a, b) =>
        compareText(a.measure.id, b.measure.id) || compareText(a.institution ?? "", b.institution ?? ""),
    );
  const variants: Variant[] = [];
  for (let set = 0; set < 2 ** touching.length; set += 1) {
    const on = touching.filter((_, i) => (set & (1 << i)) !== 0);
    const off = touching.filter((_, i) => (set & (1 << i)) === 0);
    if (on.some((each) => isNamed(each, place, each.measure.removes))) continue;
    const listed = on.filter((each) => isListed(each, institution, flow)).map(({ measure }) => measure);
    const more = listed.flatMap(({ asksMore }) => asksMore);
    for (const replaced of replacements(on, place, flow))
      variants.push({ flow: listed.reduce(limit, replaced), whole: replaced, more, on, off });
  }
  return variants;
}

interface Place {
  readonly institution: string;
  readonly flow: string;
}

/** Measures by what they speak of: of hundreds, a handful is about one flow. */
export interface MeasuresByFlow {
  /** Whatever may touch it, in their order. */
  about(place: Place, flow: Flow): readonly MeasureChoices[];
}

export function measuresByFlow(measures: readonly MeasureChoices[]): MeasuresByFlow {
  const byName = new Map<string, number[]>();
  const note = (name: string, index: number) => {
    append(byName, name, index);
  };
  for (const [index, { measure }] of measures.entries()) {
    for (const name of [...measure.replaces.keys(), ...measure.removes]) note(`flow ${name}`, index);
    note(`measure ${measure.id}`, index);
  }
  return {
    about({ institution, flow: id }, flow) {
      const names = [
        `flow ${id}`,
        `flow ${institution}/${id}`,
        ...flow.measures.map((each) => `measure ${each}`),
      ];
      const found = new Set(names.flatMap((name) => byName.get(name) ?? []));
      return [...found].sort((a, b) => a - b).flatMap((index) => measures[index] ?? []);
    },
  };
}

function touches(each: MeasureChoices, institution: Institution, flow: Flow): boolean {
  const { measure } = each;
  const place: Place = { institution: institution.id, flow: flow.id };
  return (
    isNamed(each, place, [...measure.replaces.keys(), ...measure.removes]) ||
    (isListed(each, institution, flow) && changesListed(measure))
  );
}

/** Does the flow list this measure? What its institution defines itself goes before the common one of the same name. */
function isListed(
  { measure, institution: owner }: MeasureChoices,
  institution: Institution,
  flow: Flow,
): boolean {
  if (!flow.measures.includes(measure.id)) return false;
  return (
    owner === institution.id ||
    (owner === undefined && !institution.measures.some(({ id }) => id === measure.id))
  );
}

const changesListed = (measure: Measure) =>
  measure.asksMore.length > 0 ||
  measure.givesLess.length > 0 ||
  measure.delays !== undefined ||
  measure.onlyHours !== undefined;

/** A flow of the measure's own institution goes by its id; any flow by its institution and id. */
function isNamed({ institution }: MeasureChoices, place: Place, names: readonly string[]): boolean {
  const isOwn = institution === undefined || institution === place.institution;
  return names.includes(`${place.institution}/${place.flow}`) || (isOwn && names.includes(place.flow));
}

/** The flow with the keys replaced that these measures replace; several where they disagree. */
function replacements(on: readonly MeasureChoices[], place: Place, flow: Flow): readonly Flow[] {
  const changes = on.flatMap((each) =>
    [...each.measure.replaces].filter(([name]) => isNamed(each, place, [name])).map(([, change]) => change),
  );
  if (changes.length === 0) return [flow];
  const keys = changes.flatMap((change) => Object.keys(change));
  const made: readonly Flow[] =
    new Set(keys).size === keys.length
      ? [Object.assign({}, flow, ...changes)]
      : changes.map((last) => Object.assign({}, flow, ...changes, last));
  return made.map((each) => paidAtMost(each, flow));
}

/** No measure raises what is to be taken: whoever finds a greater sum has read another flow. */
function paidAtMost(flow: Flow, { amount, atLeast }: Pick<Flow, "amount" | "atLeast">): Flow {
  if (amount === undefined || (flow.amount ?? 0) <= amount) return flow;
  return { ...flow, amount, atLeast: atLeast ?? amount };
}

/** What a measure takes from every flow that lists it. */
function limit(flow: Flow, { givesLess, delays, onlyHours }: Measure): Flow {
  const less = new Set(givesLess.map(formatPattern));
  const { min, likely, max } = flow.delay?.takes ?? { min: 0, likely: 0, max: 0 };
  const longer =
    delays === undefined ? undefined : { min: min + delays, likely: likely + delays, max: max + delays };
  return {
    ...flow,
    gives: flow.gives.filter((pattern) => !less.has(formatPattern(pattern))),
    ...(longer === undefined ? {} : { delay: { tells: [], ...flow.delay, takes: longer } }),
    ...(onlyHours === undefined
      ? {}
      : { hours: flow.hours === undefined ? onlyHours : intersectWindows(flow.hours, onlyHours) }),
  };
}

type Ways = readonly (readonly CapabilityPattern[])[];

/** A memory of what is a function of its key: the same flows are asked for in every world. */
const waysKnown = new WeakMap<Asks, Ways>();

/** Every way to meet the asks, as lists of capabilities. */
export function waysOf(asks: Asks): Ways {
  const known = waysKnown.get(asks);
  if (known !== undefined) return known;
  const ways = waysIn(asks);
  waysKnown.set(asks, ways);
  return ways;
}

/** The catalogue reader has bounded their number and the YAML reader the depth of nesting, so this may recurse. */
function waysIn(asks: Asks): Ways {
  switch (asks.kind) {
    case "capability":
      return [[asks.pattern]];
    case "some":
      return choicesOfSome(asks).flatMap(waysIn);
    case "any":
      return asks.parts.flatMap(waysIn);
    case "all": {
      let ways: readonly (readonly CapabilityPattern[])[] = [[]];
      for (const part of asks.parts) {
        const more = waysIn(part);
        ways = ways.flatMap((way) => more.map((next) => [...way, ...next]));
      }
      return ways;
    }
  }
}

/**
 * A flow as it is, and as measures would make it: every set of the measures on it gives one variant. The variants of
 * one flow exclude each other, so a selection of measures leaves exactly one of them in force (or none, when it is removed).
 */
import { type Asks, type CapabilityPattern, formatPattern, type Flow, type Institution, intersectWindows, type Measure } from "../model/index.ts";
import type { MeasureChoices } from "./choices.ts";

export interface Variant {
  readonly flow: Flow;
  /** Measures that are in force in this variant, and those of the rest that are not. */
  readonly on: readonly MeasureChoices[];
  readonly off: readonly MeasureChoices[];
}

export function variantsOf(institution: Institution, flow: Flow, measures: readonly MeasureChoices[]): readonly Variant[] {
  const touching = measures.filter(({ measure, institution: owner }) => touches(measure, owner, institution, flow));
  const variants: Variant[] = [];
  for (let set = 0; set < 2 ** touching.length; set += 1) {
    const on = touching.filter((_, i) => (set & (1 << i)) !== 0);
    const off = touching.filter((_, i) => (set & (1 << i)) === 0);
    let changed: Flow | undefined = flow;
    for (const { measure } of on) changed = changed === undefined ? undefined : apply(measure, changed, institution);
    if (changed !== undefined) variants.push({ flow: changed, on, off });
  }
  return variants;
}

function touches(measure: Measure, owner: string | undefined, institution: Institution, flow: Flow): boolean {
  if (owner !== undefined && owner !== institution.id) {
    return [...measure.replaces.keys(), ...measure.removes].includes(`${institution.id}/${flow.id}`);
  }
  if (names(measure, institution, flow)) return true;
  return flow.measures.includes(measure.id) && changesListed(measure);
}

const changesListed = (measure: Measure) => measure.asksMore.length > 0 || measure.givesLess.length > 0 || measure.delays !== undefined || measure.onlyHours !== undefined;
const names = (measure: Measure, institution: Institution, flow: Flow) =>
  [...measure.replaces.keys(), ...measure.removes].some((name) => name === flow.id || name === `${institution.id}/${flow.id}`);

/** The flow under one measure; `undefined` when the measure removes it. */
function apply(measure: Measure, flow: Flow, institution: Institution): Flow | undefined {
  const ownNames = [flow.id, `${institution.id}/${flow.id}`];
  if (measure.removes.some((name) => ownNames.includes(name))) return undefined;
  const change = ownNames.map((name) => measure.replaces.get(name)).find((found) => found !== undefined);
  let changed: Flow = change === undefined ? flow : { ...flow, ...change };
  if (!flow.measures.includes(measure.id)) return changed;
  if (measure.asksMore.length > 0) changed = { ...changed, asks: { kind: "all", parts: [changed.asks, ...measure.asksMore] } };
  if (measure.givesLess.length > 0) {
    const less = new Set(measure.givesLess.map(formatPattern));
    changed = { ...changed, gives: changed.gives.filter((pattern) => !less.has(formatPattern(pattern))) };
  }
  if (measure.delays !== undefined) {
    const { min, likely, max } = changed.delay?.takes ?? { min: 0, likely: 0, max: 0 };
    const takes = { min: min + measure.delays, likely: likely + measure.delays, max: max + measure.delays };
    changed = { ...changed, delay: { tells: [], ...changed.delay, takes } };
  }
  if (measure.onlyHours !== undefined) {
    changed = { ...changed, hours: changed.hours === undefined ? measure.onlyHours : intersectWindows(changed.hours, measure.onlyHours) };
  }
  return changed;
}

/**
 * Every way to meet the asks, as lists of capabilities. The catalogue reader has bounded their number and the YAML
 * reader the depth of nesting, so this may recurse.
 */
export function waysOf(asks: Asks): readonly (readonly CapabilityPattern[])[] {
  switch (asks.kind) {
    case "capability":
      return [[asks.pattern]];
    case "any":
      return asks.parts.flatMap(waysOf);
    case "all": {
      let ways: readonly (readonly CapabilityPattern[])[] = [[]];
      for (const part of asks.parts) {
        const more = waysOf(part);
        ways = ways.flatMap((way) => more.map((next) => [...way, ...next]));
      }
      return ways;
    }
  }
}

/**
 * A flow that is otherwise, asked about part by part, each a pure function: what changes for one who has everything, which
 * shipped rules break or hold, and the smallest person for whom it opens something; for how many, see `counting.ts`. What
 * has leaked of everybody counts as known, as on the command line.
 */
import { type Catalog, catalogueDay } from "../../../src/catalog/index.ts";
import { parseMoment } from "../../../src/model/index.ts";
import { leakedOf, type Person } from "../../../src/person/index.ts";
import { personOf, type Shift, servicesBetween } from "../../../src/population/index.ts";
import {
  type Assertion,
  type CheckAnswer,
  check,
  diff,
  type Effect,
  openedFor,
  type Reason,
  type RuleAnswer,
  type State,
} from "../../../src/questions/index.ts";
import type { Way } from "../../../src/reach/index.ts";
import {
  designWords,
  marks,
  sayCapability,
  sayCapabilityName,
  sayReason,
  sayShortDuration,
  sayThing,
} from "../../../src/report/index.ts";
import { held, type Speaking, seed } from "./counting.ts";
import { changedBy, type FlowEdit } from "./edit.ts";
import { storyText } from "./story.ts";

/** How often the smallest person is looked for before it is only said that nothing can be left out. */
const asksMax = 300;

export interface StepSaid {
  readonly institution: string;
  readonly institutionName: string;
  readonly flow: string;
  readonly at: string;
  readonly fromMinutes: number;
  readonly toMinutes: number;
  readonly gives: string;
  readonly rests: readonly number[];
  /** Its source is signed, and nobody had to assume anything. */
  readonly isSure: boolean;
  readonly isChanged: boolean;
}

function sayWay(
  { steps }: Way,
  edit: FlowEdit,
  person: Person,
  { catalog, files, lang }: Speaking,
): StepSaid[] {
  const touched = new Set(servicesBetween({ catalog }, changedBy(edit, { catalog, files })));
  return steps.map((step) => ({
    institution: step.institution,
    institutionName: step.institutionName[lang],
    flow: step.title[lang],
    at: sayShortDuration(step.atMinutes, lang),
    fromMinutes: step.beginsMinutes,
    toMinutes: step.atMinutes,
    gives: step.gives
      .map((each) => sayCapabilityName({ person, catalog }, each, lang))
      .join(marks[lang].list),
    rests: step.after,
    isSure: !step.basis.unconfirmed && step.assumed === undefined,
    isChanged: touched.has(`${step.institution}/${step.flow}`),
  }));
}

export interface EffectSaid {
  readonly kind: Effect["kind"];
  readonly goal: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly stillPossible: boolean;
  readonly way: readonly StepSaid[];
}

/** Opening hours are weighed only from a moment on. */
export const startsAt = ({ at }: FlowEdit): number | undefined =>
  at === undefined ? undefined : parseMoment(at);

/** For somebody who has all of the template. */
export function effectsOf(edit: FlowEdit, speaking: Speaking): readonly EffectSaid[] {
  const { catalog, population, lang } = speaking;
  const { template } = population;
  const { effects } = diff({
    old: { catalog, measures: [] },
    now: changedBy(edit, speaking),
    startsAt: startsAt(edit),
    people: [
      {
        old: template,
        now: template,
        beginnings: [held],
        leaked: leakedOf({ catalog, person: template }),
      },
    ],
    wantsCuts: false,
  });
  const minutes = (each: number | null) => (each === null ? null : sayShortDuration(each, lang));
  return effects.map(({ kind, goal, beforeMinutes, afterMinutes, afterVerdict, way }) => ({
    kind,
    goal,
    what: sayCapabilityName({ person: template, catalog }, goal, lang),
    before: minutes(beforeMinutes),
    after: minutes(afterMinutes),
    stillPossible: kind === "closed" && afterVerdict === "not-ruled-out",
    way: way === null ? [] : sayWay(way, edit, template, speaking),
  }));
}

export interface RuleSaid {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly before: State;
  readonly after: State;
  /** Flows that break it after the change, with why; those that did before are marked. */
  readonly broken: readonly { readonly flow: string; readonly why: string; readonly isNew: boolean }[];
  readonly isMoved: boolean;
  /** `other`: the same flows break it, by other ways. */
  readonly direction: "worse" | "better" | "other";
}

export interface RulesSaid {
  readonly rules: readonly RuleSaid[];
  /** How many stand so after the change; what is not kept is not counted as kept. */
  readonly counts: Readonly<Record<State, number>>;
}

/** The shipped packs held against the institution before and after. */
export function rulesBetween(
  edit: FlowEdit,
  assertions: readonly Assertion[],
  { catalog, files, lang }: Speaking,
): RulesSaid {
  const ask = (under: Catalog): CheckAnswer =>
    check({
      catalog: under,
      assertions,
      day: catalogueDay(catalog),
      institutions: new Set([edit.institution]),
    });
  const [was, is] = [ask(catalog), ask(changedBy(edit, { catalog, files }).catalog)];
  const before = new Map(was.rules.map((rule) => [keyOf(rule), rule]));
  const words = designWords(lang);
  const flows = catalog.institutions.get(edit.institution)?.flows ?? [];
  const titleOf = (id: string | undefined) =>
    flows.find((flow) => flow.id === id)?.title[lang] ?? id ?? words.whole;
  const sayWhy = (reason: Reason | undefined) => (reason === undefined ? "" : sayReason(reason, lang));
  const rules = is.rules.map((rule): RuleSaid => {
    const old = before.get(keyOf(rule));
    const wasBroken = new Map(brokenOf(old).map(({ flow, reason }) => [flow, sayWhy(reason)]));
    const isBroken = brokenOf(rule);
    const broken = isBroken.map(({ flow, reason }) => ({
      flow: titleOf(flow),
      why: sayWhy(reason),
      isNew: !wasBroken.has(flow),
    }));
    const state = old?.state ?? "not-bound"; // The same rules are asked twice.
    const isWorse = broken.some(({ isNew }) => isNew) || (state === "passed" && rule.state !== "passed");
    const isBetter = broken.length < wasBroken.size || (state !== "passed" && rule.state === "passed");
    const { title, source, clause, id } = rule.assertion;
    return {
      id: keyOf(rule),
      title: title[lang] || id,
      source: [source, ...(clause === undefined ? [] : [clause])].join(marks[lang].comma),
      before: state,
      after: rule.state,
      broken,
      isMoved:
        state !== rule.state ||
        broken.length !== wasBroken.size ||
        isBroken.some(({ flow, reason }) => wasBroken.get(flow) !== sayWhy(reason)),
      direction: isWorse ? "worse" : isBetter ? "better" : "other",
    };
  });
  const count = (state: State) => rules.filter(({ after }) => after === state).length;
  return {
    rules: rules.filter(({ isMoved, after }) => isMoved || after === "failed"),
    counts: {
      failed: count("failed"),
      passed: count("passed"),
      open: count("open"),
      "not-judged": count("not-judged"),
      "not-in-force": count("not-in-force"),
      "not-bound": count("not-bound"),
    },
  };
}

const keyOf = ({ assertion: { pack, id } }: RuleAnswer): string => `${pack}/${id}`;
const brokenOf = (rule: RuleAnswer | undefined) =>
  rule?.findings.filter(({ state }) => state === "failed") ?? [];

export interface SmallestSaid {
  readonly what: string;
  /** Of so many of those drawn; absent: of nobody drawn, but of one who has everything. */
  readonly openedFor?: number;
  readonly held: readonly string[];
  readonly things: readonly string[];
  readonly before: string | null;
  readonly after: string;
  readonly isProved: boolean;
  readonly way: readonly StepSaid[];
  /** The same as a file that `chainbreak test` runs. */
  readonly story: string;
}

/** `none`: nothing is opened or brought sooner. `open`: something is, and no person without an unknown was found. */
export type SmallestFound = SmallestSaid | "none" | "open";

interface Candidate {
  readonly person: Person;
  readonly goal: string;
  readonly opened?: number;
}

export function smallestOf(
  edit: FlowEdit,
  shifts: readonly Shift[],
  effects: readonly EffectSaid[],
  speaking: Speaking,
): SmallestFound {
  const { catalog, population, lang } = speaking;
  const now = changedBy(edit, speaking);
  const candidates: readonly Candidate[] = [
    ...shifts.flatMap(({ goal, opened, firstOpened: index }) =>
      index === undefined ? [] : [{ person: personOf({ population, seed, index }), goal, opened }],
    ),
    ...effects
      .filter(({ kind }) => kind === "opened" || kind === "sooner")
      .map(({ goal }) => ({ person: population.template, goal })),
  ];
  if (candidates.length === 0) return "none";
  for (const { person, goal, opened } of candidates.slice(0, candidatesMax)) {
    const found = openedFor({
      old: { catalog, measures: [] },
      now,
      startsAt: startsAt(edit),
      person,
      effect: { held, goal },
      leaks: true,
      today: catalogueDay(catalog),
      asksMax,
    });
    if (found === undefined) continue;
    const { person: small, way, minutes, beforeMinutes, isSmallest } = found;
    const world = { person: small, catalog: now.catalog };
    return {
      what: sayCapabilityName(world, goal, lang),
      ...(opened === undefined ? {} : { openedFor: opened }),
      held: held.map((each) => sayCapability(world, each, lang)),
      things: [...small.things.values()]
        .filter(({ kind }) => kind !== "person")
        .map(({ id }) => sayThing(world, id, lang)),
      before: beforeMinutes === null ? null : sayShortDuration(beforeMinutes, lang),
      after: sayShortDuration(minutes, lang),
      isProved: isSmallest,
      way: sayWay(way, edit, small, speaking),
      story: storyText(edit, found, now, speaking),
    };
  }
  return "open";
}

/** Each costs some hundred worlds at worst. */
const candidatesMax = 3;

/**
 * Rules held against every flow of every institution they bind. *Kept* is said only of a flow that was read and of which
 * every way keeps the rule; not bound, not in force and not judged are three other things and are never counted as kept.
 *
 * What to know to trust it: it is decided flow by flow and way by way, nothing is sampled. Archetypes are no places and
 * are not judged. What nobody has read of an institution is not judged, and named. A rule that a session alone might
 * keep (the second factor may lie in the sign-in) is open. Cost: some milliseconds a rule.
 */
import { aspectTeller, type Catalog, catalogueDay, type FlowAspects } from "../../catalog/index.ts";
import {
  compareText,
  type Flow,
  formatPattern,
  type Institution,
  isAlways,
  isGoodWill,
  isInForce,
  type ProofClass,
  physics,
  type Trace,
} from "../../model/index.ts";
import type { Thing } from "../../person/index.ts";
import type { Way } from "../../reach/index.ts";
import type { Assertion, FlowRule, FlowsMeant, OfferRule, ReachRule } from "./assertion.ts";
import { type NeverAnswer, never } from "./never.ts";
import { strengthOf, type WayAsked, waysOf } from "./ways.ts";

export type State = "failed" | "passed" | "open" | "not-bound" | "not-in-force" | "not-judged";

/** Why a flow or institution breaks a rule, as a value. */
export type Reason =
  | { readonly kind: "way"; readonly asks: readonly string[]; readonly classes: readonly ProofClass[] }
  | { readonly kind: "discretion" }
  | { readonly kind: "delay"; readonly minutes: number; readonly wanted: number }
  | { readonly kind: "leaves-nothing" }
  | { readonly kind: "tells-only-the-way"; readonly asks: readonly string[] }
  | { readonly kind: "gives"; readonly what: string }
  | { readonly kind: "weaker"; readonly asks: readonly string[]; readonly than: string }
  | { readonly kind: "offers-none" }
  /** Of a rule of reach: who shows it, as the smallest person that was found, and the goal. */
  | {
      readonly kind: "reached";
      readonly goal: string;
      readonly minutes: number;
      readonly held: readonly string[];
      readonly things: readonly string[];
      readonly isSmallest: boolean;
    }
  | { readonly kind: "not-settled"; readonly cutShort: readonly string[] };

export interface Finding {
  readonly rule: string;
  readonly pack: string;
  readonly state: "failed" | "passed" | "open";
  readonly institution: string;
  readonly flow?: string;
  readonly reason?: Reason;
  /** What shows it, where it takes more than one flow. */
  readonly way?: Way;
}

export interface RuleAnswer {
  readonly assertion: Assertion;
  /**
   * Of the rule as a whole: failed where one finding is; passed only where everything it binds was read and kept; open
   * where what was read is kept and something it binds nobody has read.
   */
  readonly state: State;
  readonly findings: readonly Finding[];
  /** Institutions it binds of which nobody has read such a flow. */
  readonly unread: readonly string[];
}

export interface CheckAnswer {
  readonly day: string;
  readonly rules: readonly RuleAnswer[];
  readonly coverage: { readonly institutions: number; readonly flows: number };
}

export interface CheckQuestion {
  readonly catalog: Catalog;
  readonly assertions: readonly Assertion[];
  readonly day: string;
  /** Only these; absent: all. */
  readonly institutions?: ReadonlySet<string>;
}

export function check(question: CheckQuestion): CheckAnswer {
  const { catalog, day } = question;
  const teller = aspectTeller(catalog);
  const places = [...catalog.institutions.values()]
    .filter(
      ({ isArchetype, id }) => !isArchetype && id !== physics && (question.institutions?.has(id) ?? true),
    )
    .map(
      (institution): Place => ({
        institution,
        flows: institution.flows
          .filter(({ valid }) => isInForce({ ...valid, moment: day }))
          .map((flow) => ({ flow, told: teller(institution, flow) })),
      }),
    );
  const known: KnownReach = new Map();
  return {
    day,
    rules: question.assertions.map((assertion) => judged(assertion, places, question, known)),
    coverage: {
      institutions: places.length,
      flows: places.reduce((sum, { flows }) => sum + flows.length, 0),
    },
  };
}

interface ReadFlow {
  readonly flow: Flow;
  readonly told: FlowAspects;
}
interface Place {
  readonly institution: Institution;
  readonly flows: readonly ReadFlow[];
}

/** What was found of a rule of reach in a region: two packs may demand the same. */
type KnownReach = Map<string, NeverAnswer>;

function judged(
  assertion: Assertion,
  places: readonly Place[],
  question: CheckQuestion,
  known: KnownReach,
): RuleAnswer {
  const { catalog, day } = question;
  const whole = (state: State): RuleAnswer => ({ assertion, state, findings: [], unread: [] });
  const { rule, force, from, judged: judgement } = assertion;
  if (rule === undefined || judgement === "judgement") return whole("not-judged");
  if (force === "adopted-not-applicable" || (from !== undefined && from > day)) return whole("not-in-force");
  // What everybody can be led to is no matter of some institutions alone.
  if (rule.kind === "never")
    return question.institutions === undefined
      ? everywhere(assertion, rule, question, known)
      : whole("not-judged");
  const bound = places.filter(({ institution }) => isBound(institution, assertion));
  if (bound.length === 0) return whole("not-bound");
  const findings: Finding[] = [];
  const unread: string[] = [];
  for (const place of bound) {
    const found = rule.kind === "offers" ? offered(rule, place, catalog) : flowsJudged(rule, place, catalog);
    if (found.length === 0 && mayHave(rule.on, place.institution, catalog)) unread.push(place.institution.id);
    findings.push(
      ...found.map((each) => ({
        rule: assertion.id,
        pack: assertion.pack,
        institution: place.institution.id,
        ...each,
      })),
    );
  }
  if (findings.length + unread.length === 0) return whole("not-bound");
  const has = (state: State) => findings.some((finding) => finding.state === state);
  const isOpen = has("open") || (has("passed") && unread.length > 0);
  const state = has("failed") ? "failed" : isOpen ? "open" : has("passed") ? "passed" : "not-judged";
  return { assertion, state, findings, unread: unread.sort(compareText) };
}

/** How often a smallest person may ask its world; each asking is some milliseconds once it is small. */
const asksMax = 600;

function everywhere(
  assertion: Assertion,
  rule: ReachRule,
  { catalog, day }: CheckQuestion,
  known: KnownReach,
): RuleAnswer {
  const regions = rule.regions.length > 0 ? rule.regions : regionsOf(catalog);
  const { from, reach, withinMinutes } = rule;
  const answers = regions.map((region) => {
    const key = JSON.stringify([region, from, reach, withinMinutes]);
    const answer = known.get(key) ?? never({ catalog, rule, region, day, asksMax });
    known.set(key, answer);
    return answer;
  });
  const findings = answers.flatMap(({ region, state, shown, cutShort }): readonly Finding[] => {
    const base = { rule: assertion.id, pack: assertion.pack, institution: region };
    if (state === "not-judged") return [];
    if (shown === undefined)
      return [{ ...base, state, ...(state === "open" ? { reason: { kind: "not-settled", cutShort } } : {}) }];
    const { goal, minutes, held, way, person, isSmallest } = shown;
    const last = way.steps.at(-1);
    const things = [...person.things.values()].filter(({ kind }) => kind !== "person").map(told);
    return [
      {
        ...base,
        state,
        ...(last === undefined ? {} : { institution: last.institution, flow: last.flow }),
        reason: { kind: "reached", goal, minutes, held, things, isSmallest },
        way,
      },
    ];
  });
  const has = (state: State) => findings.some((finding) => finding.state === state);
  const unread = answers.flatMap(({ region, state }) => (state === "not-judged" ? [region] : []));
  const isOpen = has("open") || (has("passed") && unread.length > 0);
  const state = has("failed") ? "failed" : isOpen ? "open" : has("passed") ? "passed" : "not-judged";
  return { assertion, state, findings, unread };
}

/** A thing in one line: `account.alipay, line: line.main, liveness: none`. */
const told = ({ id, institution, attributes, relations }: Thing): string =>
  [
    institution === undefined ? id : `${id} (${institution})`,
    ...[...relations].flatMap(([name, to]) =>
      to === "unknown" || to.length === 0 ? [] : `${name}: ${to.join(" ")}`,
    ),
    ...[...attributes].map(([name, value]) => `${name}: ${value}`),
  ].join(", ");

const regionsOf = ({ institutions }: Catalog): readonly string[] =>
  [...new Set([...institutions.values()].flatMap(({ regions }) => regions))].sort(compareText);

/** Whether an institution of this kind has such flows at all; a handset vendor lends no money. */
function mayHave(
  { aspects, gives, sets, clears }: FlowsMeant,
  { kind }: Institution,
  catalog: Catalog,
): boolean {
  return (
    gives.length + sets.length + clears.length > 0 ||
    aspects.some((id) => {
      const aspect = catalog.aspects.get(id);
      return aspect === undefined || aspect.kinds.includes(kind);
    })
  );
}

/** Where nothing is said of the institution's regions, it may be there. */
function isBound({ id, kind, regions }: Institution, { binds }: Pick<Assertion, "binds">): boolean {
  return (
    (binds.kinds.length === 0 || binds.kinds.includes(kind)) &&
    (binds.institutions.length === 0 || binds.institutions.includes(id)) &&
    (binds.regions.length === 0 ||
      regions.length === 0 ||
      regions.some((each) => binds.regions.includes(each)))
  );
}

function isMeant({ flow, told }: ReadFlow, on: FlowsMeant): boolean {
  if (flow.channel !== undefined && on.channelsNot.includes(flow.channel)) return false;
  const texts = {
    gives: flow.gives.map(formatPattern),
    sets: flow.sets.map(({ pattern }) => formatPattern(pattern)),
    clears: flow.clears.map(formatPattern),
  };
  return (
    on.aspects.some((aspect) => told.aspects.includes(aspect)) ||
    (["gives", "sets", "clears"] as const).some((key) => on[key].some((text) => texts[key].includes(text)))
  );
}

type Found = Pick<Finding, "state" | "flow" | "reason">;

/** A flow that is not there may only be unread; an aspect said to be `none`, or read whole without it, is known to lack. */
function offered({ on, hasNoneOf, alwaysOpen }: OfferRule, place: Place, catalog: Catalog): readonly Found[] {
  const isOffered = place.flows.some(
    (read) =>
      isMeant(read, on) &&
      (!alwaysOpen || read.flow.hours === undefined || isAlways(read.flow.hours)) &&
      waysOf(read.flow, catalog.vocabulary).some(
        ({ classes }) => !classes.some((each) => hasNoneOf.includes(each)),
      ),
  );
  if (isOffered) return [{ state: "passed" }];
  const isKnown =
    on.aspects.length > 0 && on.aspects.every((aspect) => place.institution.reads.get(aspect) !== undefined);
  const isRead = place.flows.some((read) => isMeant(read, on));
  return isKnown || isRead ? [{ state: "failed", reason: { kind: "offers-none" } }] : [];
}

function flowsJudged(rule: FlowRule, place: Place, catalog: Catalog): readonly Found[] {
  return place.flows
    .filter((read) => isMeant(read, rule.on))
    .map(({ flow }): Found => {
      const ways = waysOf(flow, catalog.vocabulary);
      const reason = brokenBy(rule, flow, ways) ?? weakerThan(rule, place, ways, catalog);
      if (reason !== undefined) return { state: "failed", flow: flow.id, reason };
      const open = rule.twoFactors ? ways.find(mayHaveTwo) : undefined;
      if (open !== undefined)
        return {
          state: "open",
          flow: flow.id,
          reason: { kind: "way", asks: open.asks, classes: open.classes },
        };
      return { state: "passed", flow: flow.id };
    });
}

function brokenBy(rule: FlowRule, flow: Flow, ways: readonly WayAsked[]): Reason | undefined {
  if (rule.noDiscretion && isGoodWill(flow)) return { kind: "discretion" };
  const bad = ways.find((way) => isBadWay(rule, way));
  if (bad !== undefined) return { kind: "way", asks: bad.asks, classes: bad.classes };
  const delay = flow.delay?.takes.min ?? 0;
  if (rule.delayMinutes !== undefined && delay < rule.delayMinutes)
    return { kind: "delay", minutes: delay, wanted: rule.delayMinutes };
  const given = rule.givesNone.find((what) => flow.gives.some((each) => formatPattern(each) === what));
  if (given !== undefined) return { kind: "gives", what: given };
  if (rule.leaves !== undefined && flow.leaves.length === 0) return { kind: "leaves-nothing" };
  if (rule.leaves === "elsewhere") {
    const blind = ways.find((way) => !flow.leaves.some((trace) => isElsewhere(trace, way)));
    if (blind !== undefined) return { kind: "tells-only-the-way", asks: blind.asks };
  }
  return undefined;
}

/** An agent who may be talked round, and nothing at all, are no proof beside anything. */
const noProof: ReadonlySet<ProofClass> = new Set(["agent", "nothing", "lapse"]);

function isBadWay({ neverOnly, hasOneOf, hasNoneOf, twoFactors }: FlowRule, way: WayAsked): boolean {
  const { classes } = way;
  return (
    neverOnly.some((only) => classes.every((each) => only.includes(each) || noProof.has(each))) ||
    (hasOneOf.length > 0 && !classes.some((each) => hasOneOf.includes(each))) ||
    classes.some((each) => hasNoneOf.includes(each)) ||
    (twoFactors && factorsOf(way) < 2 && !classes.includes("session"))
  );
}

/** Knowledge, possession, inherence; whoever appears in person has shown enough. */
function factorsOf({ classes }: WayAsked): number {
  if (classes.includes("presence")) return 2;
  const has = (...some: readonly ProofClass[]) => (some.some((each) => classes.includes(each)) ? 1 : 0);
  return has("secret") + has("device", "line") + has("face");
}

const mayHaveTwo = (way: WayAsked): boolean => factorsOf(way) < 2 && way.classes.includes("session");

/** Somebody sees it who did not have to be the one who ran the flow. */
function isElsewhere({ kind, subject }: Trace, { classes }: WayAsked): boolean {
  const uses = (each: ProofClass) => classes.includes(each);
  switch (kind) {
    case "letter":
      return true;
    case "mail":
      return !uses("mail");
    case "sms":
    case "call":
      return !uses("line");
    case "notice":
      return subject?.kind === "device"
        ? !uses("device")
        : subject?.kind === "line"
          ? !uses("line")
          : !uses("session");
    case "kick-off":
      return !uses("session");
    case "row":
    case "record":
      return false;
  }
}

function weakerThan(
  { notWeakerThan }: FlowRule,
  place: Place,
  ways: readonly WayAsked[],
  { vocabulary }: Catalog,
): Reason | undefined {
  const others = place.flows
    .filter(({ told }) => notWeakerThan.some((aspect) => told.aspects.includes(aspect)))
    .map(({ flow }) => ({
      id: flow.id,
      least: Math.min(...waysOf(flow, vocabulary).map(strengthOf)),
    }))
    .sort((a, b) => a.least - b.least);
  const [weakest] = others;
  const [least] = ways;
  return weakest !== undefined && least !== undefined && strengthOf(least) < weakest.least
    ? { kind: "weaker", asks: least.asks, than: weakest.id }
    : undefined;
}

/** Whether the examples of a rule come out as they must. A rule that is not judged has none to come out. */
export function examplesOf(assertion: Assertion, catalog: Catalog): readonly ("breaks" | "keeps")[] {
  const wrong: ("breaks" | "keeps")[] = [];
  // The example is judged as if the rule were in force on it, whoever it binds elsewhere.
  const { from: _, ...asRule } = assertion;
  for (const [key, wanted] of [
    ["breaks", "failed"],
    ["keeps", "passed"],
  ] as const) {
    const example = assertion[key];
    const { rule } = assertion;
    if (example === undefined || rule === undefined) continue;
    if (rule.kind === "never") {
      if (reachOfExample(rule, example, catalog) !== wanted) wrong.push(key);
      continue;
    }
    const { state } = judged(
      {
        ...asRule,
        force: "in-force",
        judged: "mechanical",
        binds: { kinds: [], regions: [], institutions: [] },
      },
      [
        {
          institution: example,
          flows: example.flows.map((flow) => ({ flow, told: aspectTeller(catalog)(example, flow) })),
        },
      ],
      { catalog, assertions: [], day: "9999" },
      new Map(),
    );
    if (state !== wanted) wrong.push(key);
  }
  return wrong;
}

/** A rule of reach is tried where the example is the only institution there is. */
function reachOfExample(rule: ReachRule, example: Institution, catalog: Catalog): State {
  const institutions = new Map(
    [...catalog.institutions].filter(([id, { isArchetype }]) => id === physics || isArchetype),
  ).set(example.id, { ...example, regions: [] });
  const [region = ""] = rule.regions;
  const day = catalogueDay(catalog);
  return never({ catalog: { ...catalog, institutions }, rule, region, day, asksMax }).state;
}

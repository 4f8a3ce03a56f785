/**
 * A measure as something somebody does: whose hands it takes, on which things, with whom, by which flows, and what they
 * ask. The cut, the to-do list and the letters are told from it.
 */
import { type Contact, type Flow, isAlways, parseHours } from "../../../src/model/index.ts";
import type { Block, MeasureAnswer } from "../../../src/questions/index.ts";
import { isStandIn } from "../../../src/report/index.ts";
import type { CaseData } from "../engine/case-data.ts";

/**
 * Who has to act. `self`: the owner alone, at home. `with`: the owner, at an institution, or about one thing of theirs
 * whose institution nobody has described. `institution`: the institution alone. `all`: all of them together.
 */
export type Who =
  | { readonly kind: "self" }
  | { readonly kind: "with"; readonly institution: string; readonly thing?: string }
  | { readonly kind: "institution"; readonly institution: string }
  | { readonly kind: "all" };

export interface Deed {
  readonly measure: MeasureAnswer;
  /** What it is done to, by id. */
  readonly things: readonly string[];
  readonly who: Who;
  /** Flows by which it is done, the handiest first; empty: the catalogue knows none. */
  readonly flows: readonly Flow[];
  readonly contacts: readonly Contact[];
}

interface DeedsOf {
  readonly data: CaseData;
  readonly measures: readonly MeasureAnswer[];
  readonly blocks: readonly Block[];
}

export const deedsOf = ({ data, measures, blocks }: DeedsOf): readonly Deed[] =>
  measures.map((measure) => deedOf({ data, measure, blocks }));

interface DeedOf {
  readonly data: CaseData;
  readonly measure: MeasureAnswer;
  /** How the owner can set each condition; without them only the catalogue's own hints are told. */
  readonly blocks?: readonly Block[];
}

export function deedOf({ data, measure, blocks = [] }: DeedOf): Deed {
  const things = thingsOfMeasure(data, measure.id);
  const who = whoOf(data, measure, things);
  const institution =
    who.kind === "with" || who.kind === "institution"
      ? data.catalog.institutions.get(who.institution)
      : undefined;
  const set = new Set(conditionsOf(data, measure, things));
  const setting = blocks.filter(({ condition }) => set.has(condition));
  const moving = movesOf(data, measure.id);
  const flows = (institution?.flows ?? []).filter(
    ({ id, leaves }) =>
      setting.some((block) => block.institution === institution?.id && block.flow === id) ||
      leaves.some(({ about }) => about !== undefined && moving.includes(about)),
  );
  return {
    measure,
    things,
    who,
    flows: measure.by === "person" ? [...flows].sort(byHandiness) : [],
    contacts: institution?.contacts ?? [],
  };
}

/** One text for each who: what groups are made by. */
export const keyOf = (who: Who): string => {
  switch (who.kind) {
    case "self":
    case "all":
      return who.kind;
    case "with":
      return `with ${who.institution} ${who.thing ?? ""}`;
    case "institution":
      return `institution ${who.institution}`;
  }
};

/** `block-card(card.a)` speaks of `card.a`; a measure of the person file says what it is about itself. */
function thingsOfMeasure({ person }: CaseData, id: string): readonly string[] {
  const named = /\((.*)\)$/.exec(id)?.[1]?.split(", ");
  if (named !== undefined) return named;
  const own = person.measures.find((measure) => measure.id === id);
  if (own === undefined) return [];
  return [
    ...new Set([
      ...own.moves.map(({ thing }) => thing),
      ...own.changes.map(({ thing }) => thing),
      ...own.sets.flatMap(({ condition }) => condition.things),
    ]),
  ];
}

function whoOf({ person }: CaseData, measure: MeasureAnswer, things: readonly string[]): Who {
  if (measure.by === "institution")
    return measure.institution === undefined
      ? { kind: "all" }
      : { kind: "institution", institution: measure.institution };
  const first = person.things.get(things[0] ?? "");
  // A phone and its SIM lie in the owner's own hands, whoever made them.
  if (first === undefined || first.kind === "device" || first.kind === "sim" || first.kind === "document")
    return { kind: "self" };
  const institution = measure.institution ?? first.institution;
  if (institution === undefined) return { kind: "self" };
  return isStandIn(institution)
    ? { kind: "with", institution, thing: first.id }
    : { kind: "with", institution };
}

/** The conditions a measure sets, on the ground: `blocked(card.a)`. */
function conditionsOf(
  { catalog, person }: CaseData,
  { id, institution }: MeasureAnswer,
  things: readonly string[],
): readonly string[] {
  const own = person.measures.find((measure) => measure.id === id);
  if (own !== undefined) return own.sets.map(({ condition }) => condition.text);
  const bare = id.replace(/\(.*\)$/, "").replace(/^.*\//, "");
  const measure = [
    ...(catalog.institutions.get(institution ?? "")?.measures ?? []),
    ...catalog.measures,
  ].find((each) => each.id === bare);
  return measure?.sets.flatMap(({ pattern }) => things.map((thing) => `${pattern.kind}(${thing})`)) ?? [];
}

/** What a flow's record says when a relation has been moved to something else, by the relation. */
const recordsOfMoves: Readonly<Record<string, string>> = {
  "reserved-line": "reserved-number-changed",
};

const movesOf = ({ person }: CaseData, id: string): readonly string[] =>
  person.measures
    .find((measure) => measure.id === id)
    ?.moves.flatMap(({ relation }) => recordsOfMoves[relation] ?? []) ?? [];

/** A call needs nothing but a borrowed phone, a counter needs a day; what lasts comes before what lapses. */
const channelsByHandiness = [
  "phone",
  "app",
  "web",
  "sms",
  "ussd",
  "chat",
  "mail",
  "branch",
  "counter",
  "hands",
];

export const byHandiness = (a: Flow, b: Flow): number =>
  rank(a) - rank(b) ||
  Number(lapses(a)) - Number(lapses(b)) ||
  a.takes.likely - b.takes.likely ||
  (a.id < b.id ? -1 : 1);

const lapses = ({ sets }: Flow): boolean => sets.some(({ expires }) => expires !== undefined);

const rank = ({ channel }: Flow): number => {
  const found = channelsByHandiness.indexOf(channel ?? "app");
  return found < 0 ? channelsByHandiness.length : found;
};

/** The hours of a contact as windows of the week; `undefined`: nobody has said. */
export const hoursOf = ({ hours }: Contact) => (hours === undefined ? undefined : parseHours(hours));

export const isOpenAlways = (contact: Contact): boolean => {
  const windows = hoursOf(contact);
  return windows !== undefined && isAlways(windows);
};

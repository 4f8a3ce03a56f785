/**
 * Taking a thing away: what else speaks of it, and the file without it. Whatever led to it leads nowhere afterwards, or,
 * for a card's number, nobody knows where. Words of the file (same secrets, measures, losses) that name it go with it;
 * they are all written with the kind in front, which file.ts sees to.
 */
import { splitCapability } from "../../../src/model/index.ts";
import {
  bodyOf,
  entriesOf,
  entryKinds,
  type PersonDocument,
  splitId,
  type ThingId,
  targetsOf,
  thingsOf,
  withEntries,
  writtenRelations,
} from "./document.ts";
import { changeBody, sameSecret, withKey } from "./edit.ts";

/** One place that speaks of a thing. */
export type Mention =
  | { readonly what: "relation"; readonly from: ThingId; readonly relation: string }
  | { readonly what: "belongs"; readonly thing: ThingId }
  | { readonly what: "same-secret" | "measure" | "loss" | "condition" | "forgotten" };

/** The thing and what is nothing without it: a number's SIM, a helper's phone and number. */
function goneWith(document: PersonDocument, id: ThingId): readonly ThingId[] {
  const { kind, name } = splitId(id);
  if (kind === "line") return [id, `sim.${name}`];
  if (kind !== "person") return [id];
  return [
    id,
    ...entryKinds
      .flatMap((each) => thingsOf(document, each, name))
      .flatMap((each) => goneWith(document, each)),
  ];
}

export function mentionsOf(document: PersonDocument, id: ThingId): readonly Mention[] {
  const gone = new Set(goneWith(document, id));
  const belongs = [...gone].filter((each) => each !== id && splitId(each).kind !== "sim");
  const counted = (what: "same-secret" | "measure" | "loss" | "condition" | "forgotten", count: number) =>
    Array.from({ length: count }, (): Mention => ({ what }));
  const names = (word: string) => speaksOf(word, gone);
  return [
    ...belongs.map((thing): Mention => ({ what: "belongs", thing })),
    ...leadingTo(document, gone).map(({ from, relation }): Mention => ({ what: "relation", from, relation })),
    ...counted("same-secret", (document["same-secret"] ?? []).filter((group) => group.some(names)).length),
    ...counted(
      "measure",
      Object.values(document.measures ?? {}).filter((each) => measureWithout(each, gone) !== each).length,
    ),
    ...counted("loss", (document.losses ?? []).filter(({ goal }) => names(goal)).length),
    ...counted("condition", (document.conditions ?? []).filter((each) => names(conditionText(each))).length),
    ...counted("forgotten", (document.forgotten ?? []).filter(names).length),
  ];
}

export function remove(document: PersonDocument, id: ThingId): PersonDocument {
  const gone = new Set(goneWith(document, id));
  let left = document;
  for (const { from, relation } of leadingTo(document, gone))
    left = withoutTarget(left, from, relation, gone);
  for (const each of gone) left = withoutEntry(left, each);
  return withoutWords(left, gone);
}

/** A number that has no SIM: it comes over the internet. Nothing can be said of a SIM that is not there. */
export function withoutSim(document: PersonDocument, line: ThingId): PersonDocument {
  const left = changeBody(document, line, (body) => ({ ...body, sim: null }));
  return withoutWords(left, new Set([line.replace(/^line/, "sim")]));
}

function leadingTo(document: PersonDocument, gone: ReadonlySet<ThingId>) {
  return entryKinds
    .flatMap((kind) =>
      Object.keys(entriesOf(document, kind)).flatMap((name) =>
        kind === "line" ? [`line.${name}`, `sim.${name}`] : [`${kind}.${name}`],
      ),
    )
    .filter((from) => !gone.has(from))
    .flatMap((from) => {
      const body = bodyOf(document, from);
      if (body === undefined) return [];
      return writtenRelations(splitId(from).kind).flatMap(({ key, to }) => {
        const targets = targetsOf(body, key, to);
        return targets !== undefined && targets !== "unknown" && targets.some((target) => gone.has(target))
          ? [{ from, relation: key }]
          : [];
      });
    });
}

function withoutTarget(
  document: PersonDocument,
  from: ThingId,
  relation: string,
  gone: ReadonlySet<ThingId>,
) {
  const known = writtenRelations(splitId(from).kind).find(({ key }) => key === relation);
  return changeBody(document, from, (body) => {
    const targets = targetsOf(body, relation, known?.to ?? "device");
    if (targets === undefined || targets === "unknown") return body;
    const left = targets.filter((target) => !gone.has(target)).map((target) => splitId(target).name);
    // A card's codes go somewhere all the same, which silence says; elsewhere silence says nowhere.
    return withKey(body, relation, left.length === 0 ? undefined : left);
  });
}

function withoutEntry(document: PersonDocument, id: ThingId): PersonDocument {
  const { kind, name } = splitId(id);
  if (kind === "person") {
    const { helpers: { [name]: _gone, ...others } = {}, ...rest } = document;
    return Object.keys(others).length === 0 ? rest : { ...rest, helpers: others };
  }
  if (kind === "sim") return document; // It stands inside its line.
  const { [name]: _gone, ...others } = entriesOf(document, kind as (typeof entryKinds)[number]); // Neither person nor SIM.
  return withEntries(document, kind as (typeof entryKinds)[number], others);
}

function withoutWords(document: PersonDocument, gone: ReadonlySet<ThingId>): PersonDocument {
  const stays = (word: string) => !speaksOf(word, gone);
  const { measures: _measures, losses, conditions, forgotten, ...rest } = document;
  const kept = Object.entries(document.measures ?? {}).flatMap(([id, measure]) => {
    const left = measureWithout(measure, gone);
    return left === undefined ? [] : [[id, left] as const];
  });
  const left = {
    ...rest,
    ...filled("forgotten", forgotten?.filter(stays)),
    ...filled(
      "conditions",
      conditions?.filter((each) => stays(conditionText(each))),
    ),
    ...filled(
      "losses",
      losses?.filter(({ goal }) => stays(goal)),
    ),
    ...(kept.length === 0 ? {} : { measures: Object.fromEntries(kept) }),
  };
  return sameSecret(
    left,
    (document["same-secret"] ?? []).map((group) => group.filter(stays)),
  );
}

type Measure = NonNullable<PersonDocument["measures"]>[string];

/** What is left of a measure; the same when it does not speak of what is gone, nothing when it speaks of nothing else. */
function measureWithout(measure: Measure, gone: ReadonlySet<ThingId>): Measure | undefined {
  const { moves = {}, changes = {}, sets, renews } = measure;
  const isPathGone = (path: string) => gone.has(path.slice(0, path.lastIndexOf(".")));
  const keptMoves = Object.entries(moves).filter(([path, to]) => !isPathGone(path) && !gone.has(to));
  const keptChanges = Object.entries(changes).filter(([path]) => !isPathGone(path));
  const set = sets === undefined ? [] : Array.isArray(sets) ? sets : [sets];
  const keptSets = set.filter((each) => !speaksOf(conditionText(each), gone));
  const renewed = renews === undefined ? [] : Array.isArray(renews) ? renews : [renews];
  const keptRenewed = renewed.filter((each) => !speaksOf(each, gone));
  const before = Object.keys(moves).length + Object.keys(changes).length + set.length + renewed.length;
  const after = keptMoves.length + keptChanges.length + keptSets.length + keptRenewed.length;
  if (after === before) return measure;
  if (after === 0) return undefined;
  const { moves: _moves, changes: _changes, sets: _sets, renews: _renews, ...rest } = measure;
  return {
    ...rest,
    ...(keptMoves.length === 0 ? {} : { moves: Object.fromEntries(keptMoves) }),
    ...(keptChanges.length === 0 ? {} : { changes: Object.fromEntries(keptChanges) }),
    ...(keptSets.length === 0 ? {} : { sets: keptSets }),
    ...(keptRenewed.length === 0 ? {} : { renews: keptRenewed }),
  };
}

type ConditionText = NonNullable<PersonDocument["conditions"]>[number];
const conditionText = (condition: ConditionText): string =>
  typeof condition === "string" ? condition : condition.condition;

const filled = (key: string, list: readonly unknown[] | undefined) =>
  list === undefined || list.length === 0 ? {} : { [key]: list };

/** Does a word of the file, a capability or a secret, speak of one of these things? */
export function speaksOf(word: string, things: ReadonlySet<ThingId>): boolean {
  const subjects = splitCapability(word)?.subjects ?? [word];
  return subjects.some((subject) => things.has(subject) || things.has(subject.split(".", 2).join(".")));
}

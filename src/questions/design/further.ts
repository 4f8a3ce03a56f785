/**
 * Changes nobody felt from the plain beginnings, or felt only as more or only as less, asked again from stronger ones: what
 * an intruder may have by name (an open phone, the mailbox, the number), then whatever the changed flow itself asks, then
 * both. A change that only shows once somebody reads the owner's mail would else look as if it did nothing.
 *
 * What to know to trust it: the beginnings are tried from the weakest to the strongest and the first that shows a loss is
 * told, with every word left out that is not needed for it. Nothing is said of beginnings after that: which were asked
 * and which not is told beside it. What nobody has read plays no part here. Cost: two closures a beginning, some sixty beginnings a change.
 */
import type { ChangedPart } from "../../catalog/index.ts";
import type { Step } from "../../ground/index.ts";
import { at, splitCapability } from "../../model/index.ts";
import type { Person } from "../../person/index.ts";
import { type Beginning, beginningsFor, type NamedStart, type Tried, toldOf } from "./beginnings.ts";
import { effectsRead, isAt, isOnWay, openPair, type Pair } from "./causes.ts";
import {
  type Effect,
  isOfNow,
  isOwners,
  isUndone,
  lossKinds,
  type RawEffect,
  withVerdicts,
} from "./effects.ts";
import { type OpenedSide, type Side, sceneOf } from "./scene.ts";
import { type Undone, undoneBy } from "./undone.ts";

/** A customer of an institution that was changed. */
export interface FurtherPerson {
  readonly institution: string;
  /** Read under each catalogue. */
  readonly old: Person;
  readonly now: Person;
  /** What an intruder may have by name, from the least to the most. */
  readonly starts: readonly NamedStart[];
  readonly leaked: readonly string[];
}

export interface FurtherQuestion {
  readonly old: Side;
  readonly now: Side;
  readonly people: readonly FurtherPerson[];
  readonly parts: readonly ChangedPart[];
  /** The parts to ask about, by index. */
  readonly silent: ReadonlyMap<number, Unfelt>;
  readonly today: string;
  /** Whether what two worlds have in common is worked out once. */
  readonly keeps: boolean;
  readonly startsAt?: number | undefined;
  readonly withinMinutes?: number | undefined;
}

/** What nobody has felt of a part: what it allows more, what it allows less, or neither. */
export interface Unfelt {
  readonly more: boolean;
  readonly less: boolean;
}

/** One customer's worlds, for whoever wants to know why a part is felt by nobody. */
export interface FurtherWorlds {
  readonly person: FurtherPerson;
  readonly pair: Pair;
}

export interface FurtherAnswer {
  readonly effects: readonly Effect[];
  /** By part. */
  readonly tried: ReadonlyMap<number, readonly Tried[]>;
  /** By part without effect: what it would do alone, and what undoes that. */
  readonly undone: ReadonlyMap<number, Undone>;
  /** By part: whom it was asked of. */
  readonly asked: ReadonlyMap<number, readonly FurtherWorlds[]>;
}

export function further(question: FurtherQuestion): FurtherAnswer {
  const { old, now, people, parts, silent, today, keeps } = question;
  const pairs = new Map<FurtherPerson, Pair>();
  const effects: Effect[] = [];
  const asked = new Map<number, readonly FurtherWorlds[]>();
  const tried = new Map<number, readonly Tried[]>();
  const undone = new Map<number, Undone>();
  for (const [index, unfelt] of silent) {
    const part = at(parts, index);
    const customers = people.filter(({ institution }) => isOf(part, institution, [old, now]));
    const worlds = customers.map((person): FurtherWorlds => {
      const pair = pairs.get(person) ?? openPair({ old, now, person, parts, today, keeps });
      pairs.set(person, pair);
      return { person, pair };
    });
    asked.set(index, worlds);
    const shown = worlds.map((each) => shownBy(question, each, { index, unfelt }));
    effects.push(...shown.flatMap((each) => each.effects));
    tried.set(
      index,
      shown.map((each) => each.tried),
    );
    const found = shown.find((each) => each.undone !== undefined)?.undone;
    if (found !== undefined && shown.every((each) => each.effects.length === 0)) undone.set(index, found);
  }
  return { effects, asked, tried, undone };
}

/** A measure in force has no institution of its own in a change; whoever defines or lists it is meant. */
function isOf(part: ChangedPart, institution: string, sides: readonly Side[]): boolean {
  if (part.institution !== undefined) return part.institution === institution;
  const id = part.id ?? "";
  if (id.includes("/")) return id.startsWith(`${institution}/`);
  return sides.some(({ catalog }) => {
    const own = catalog.institutions.get(institution);
    return (
      own?.measures.some((measure) => measure.id === id) === true ||
      own?.flows.some(({ measures }) => measures.includes(id)) === true
    );
  });
}

/** The steps of what was changed, in one world. */
export function stepsOf({ reach: { world } }: OpenedSide, part: ChangedPart): readonly Step[] {
  const isNamed = (measure: string) => {
    const plain = measure.replace(/\(.*\)$/, "");
    return plain === part.id || plain.endsWith(`/${part.id}`) || part.id?.endsWith(`/${plain}`) === true;
  };
  switch (part.kind) {
    case "flow":
      return world.steps.filter(
        ({ institution, flow, lent }) =>
          lent === undefined && institution === part.institution && flow.id === part.id,
      );
    case "institution":
      return world.steps.filter(({ institution }) => institution === part.institution);
    case "measure":
    case "common-measure":
    case "in-force": {
      const named = new Set(world.choices.filter(({ id }) => isNamed(id)).map(({ index }) => index + 1));
      return world.steps.filter(({ guard }) => guard.some((literal) => named.has(Math.abs(literal))));
    }
    case "words":
      return [];
  }
}

const rankOf = ({ kind }: RawEffect): number =>
  lossKinds.has(kind) ? 0 : kind === "within-reach" || kind === "out-of-reach" ? 2 : 1;

interface Shown {
  readonly effects: readonly Effect[];
  readonly tried: Tried;
  readonly undone?: Undone | undefined;
}

function shownBy(
  question: FurtherQuestion,
  worlds: FurtherWorlds,
  { index, unfelt }: { readonly index: number; readonly unfelt: Unfelt },
): Shown {
  const { person, pair } = worlds;
  const part = at(question.parts, index);
  const sides = [pair.before, pair.after];
  const steps = sides.map((side) => stepsOf(side, part));
  const texts = (of: (step: Step) => readonly number[]) =>
    steps.map((some, i) =>
      some.map((step) => of(step).map((atom) => at(at(sides, i).reach.world.atoms, atom).text)),
    );
  const also = [...new Set(texts(({ gives }) => gives.map(({ atom }) => atom)).flat(2))].sort();
  const ways = [
    ...new Map(
      texts(({ asks }) => asks)
        .flat()
        .map((way) => [[...way].sort().join(), way]),
    ).values(),
  ]
    .filter((way) => way.length > 0)
    .sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
  // A part that is felt is asked about again from what an intruder may have, not from all the flow itself asks.
  const isFelt = !(unfelt.more && unfelt.less);
  const { asked: beginnings, leftOut } = beginningsFor(person.starts, isFelt ? [] : ways);
  let asked = 0;
  const shown = (effects: readonly Effect[]): Shown => ({
    effects,
    tried: {
      person: person.now.id,
      asked: toldOf(beginnings.slice(0, asked)),
      notAsked: toldOf([...beginnings.slice(asked), ...leftOut]),
      notTheirs: person.starts.flatMap(({ id, held }) => (held === undefined ? [id] : [])),
    },
  });
  const asking: Asking = { question, worlds, index, also };
  const { startsAt, withinMinutes, parts } = question;
  const leaks = person.leaked.length === 0 ? [[]] : [person.leaked, []];
  // What has leaked of everybody hides what shows it once more.
  for (const leaked of leaks) {
    // What it allows more and what it allows less show from different beginnings.
    const best: Record<"more" | "less", Best> = {
      more: unfelt.more ? nothingFound : notSought,
      less: unfelt.less ? nothingFound : notSought,
    };
    for (const [place, beginning] of beginnings.entries()) {
      asked = Math.max(asked, place + 1);
      const found = effectsFrom(asking, beginning, leaked);
      for (const way of ["more", "less"] as const) {
        const own = found.filter(({ kind }) => isOfNow(kind) === (way === "more"));
        const rank = Math.min(3, ...own.map(rankOf));
        if (rank < best[way].rank)
          best[way] = { rank, effects: own.filter((effect) => rankOf(effect) === rank) };
      }
      if (best.more.rank + best.less.rank === 0) break;
    }
    const effects = [...best.more.effects, ...best.less.effects];
    if (effects.length > 0)
      return shown(
        effects.map((effect) => {
          const least = withFewest(asking, effect, leaked);
          const held = { held: [...least.held, ...leaked], startsAt, withinMinutes };
          const [was, is] = [pair.before, pair.after].map((side) => sceneOf({ ...side, ...held }));
          return withVerdicts(least, was!, is!); // One of each of the two.
        }),
      );
  }
  if (isFelt) return shown([]);
  const undone = undoneBy({
    pair,
    person: person.now.id,
    parts,
    index,
    beginnings: leaks.flatMap((leaked) =>
      beginnings.map(({ held }) => ({
        held,
        asked: { held: [...held, ...leaked], startsAt, withinMinutes, also },
      })),
    ),
  });
  return { ...shown([]), undone };
}

interface Best {
  readonly rank: number;
  readonly effects: readonly Effect[];
}
const nothingFound: Best = { rank: 3, effects: [] };
const notSought: Best = { rank: 0, effects: [] };

interface Begun extends Beginning {
  /** The beginning by name it is, or is a part of. */
  readonly start?: string | undefined;
}

interface Asking {
  readonly question: FurtherQuestion;
  readonly worlds: FurtherWorlds;
  readonly index: number;
  readonly also: readonly string[];
}

function rawFrom(
  { question, worlds: { person, pair }, also }: Asking,
  held: readonly string[],
  leaked: readonly string[],
): readonly RawEffect[] {
  const { startsAt, withinMinutes } = question;
  const asked = { held: [...held, ...leaked], startsAt, withinMinutes, also };
  const found = effectsRead(pair, asked, { held, person: person.now.id });
  return found.filter((effect) => !isOwners(effect));
}

/** Those this part alone undoes when it is put back, or on whose way it lies. */
function effectsFrom(
  asking: Asking,
  { held, from, start }: Begun,
  leaked: readonly string[],
): readonly Effect[] {
  const { question, worlds, index, also } = asking;
  const { startsAt, withinMinutes, parts } = question;
  const asked = { held: [...held, ...leaked], startsAt, withinMinutes, also };
  return rawFrom(asking, held, leaked).flatMap((raw): readonly Effect[] => {
    const isCause =
      isUndone(raw, worlds.pair.sceneWith(asked, isOfNow(raw.kind), index)) || isOnWay(raw, parts[index]);
    const isElsewhere = isAt(raw, parts[index]) === false;
    const beyond =
      from === "what-it-asks" && held.some((word) => isBeyond(word, question)) ? { isBeyond: true } : {};
    const named = start === undefined ? {} : { start };
    return isCause ? [{ ...raw, from, ...named, ...beyond, causes: [index], isElsewhere }] : [];
  });
}

/** Asking it rests on a face or on presence. */
function isBeyond(word: string, { now: { catalog } }: FurtherQuestion): boolean {
  const proof = catalog.vocabulary.proofs.get(splitCapability(word)?.kind ?? word);
  return proof === "face" || proof === "presence";
}

/** With every word left out of the beginning that is not needed for it. */
function withFewest(asking: Asking, effect: Effect, leaked: readonly string[]): Effect {
  let kept = effect;
  for (const word of effect.held) {
    const fewer = kept.held.filter((each) => each !== word);
    const { from = "a-start", start } = kept;
    const same = effectsFrom(asking, { held: fewer, from, start }, leaked).find(
      ({ kind, goal }) => kind === effect.kind && goal === effect.goal,
    );
    if (same !== undefined) kept = same;
  }
  return kept;
}

/**
 * Which changed part brings about which effect: a part is the cause when putting that part alone back undoes it; where
 * several would each do, those on the way are named. A counterfactual, not a guess from names.
 */
import { type ChangedPart, changesBetween, withPartOf } from "../../catalog/index.ts";
import { groundMemory } from "../../ground/index.ts";
import { compareText } from "../../model/index.ts";
import type { Person } from "../../person/index.ts";
import { type Effect, effectsBetween, isOfNow, isUndone, type RawEffect } from "./effects.ts";
import { type OpenedSide, openSide, type Scene, type SceneQuestion, type Side, sceneOf } from "./scene.ts";

/** Each changed part costs a world for each person with an effect; a change of more parts is told by its ways alone. */
export const partsTriedMax = 24;

/** What is written otherwise, and after it the measures in force under one of the two alone. */
export function partsBetween(old: Side, now: Side): readonly ChangedPart[] {
  const inForce = (ids: readonly string[], how: "added" | "removed") =>
    ids.map((id): ChangedPart => ({ kind: "in-force", id, how, keys: [], isWording: false }));
  return [
    ...changesBetween(old.catalog, now.catalog),
    ...inForce(without(now.measures, old.measures), "added"),
    ...inForce(without(old.measures, now.measures), "removed"),
  ];
}

/** A side with one part as the other has it. */
function withPart(side: Side, other: Side, part: ChangedPart): Side {
  const { id = "" } = part;
  if (part.kind !== "in-force") return { ...side, catalog: withPartOf(side.catalog, other.catalog, part) };
  const others = side.measures.filter((each) => each !== id);
  return { ...side, measures: other.measures.includes(id) ? [...others, id] : others };
}

const without = (from: readonly string[], what: readonly string[]): readonly string[] =>
  [...new Set(from)].filter((each) => !what.includes(each)).sort(compareText);

export interface PairQuestion {
  readonly old: Side;
  readonly now: Side;
  /** The same file read under each catalogue. */
  readonly person: { readonly old: Person; readonly now: Person };
  readonly parts: readonly ChangedPart[];
  readonly today: string;
  /** Whether what two worlds have in common is worked out once; the answer is the same. */
  readonly keeps: boolean;
}

/** What is held and wanted to know, the same under either. */
export type SceneAsked = Omit<SceneQuestion, keyof OpenedSide>;

/** One person's world under each catalogue, and under each with one part as the other has it. */
export interface Pair {
  readonly before: OpenedSide;
  readonly after: OpenedSide;
  readonly parts: readonly ChangedPart[];
  readonly sceneWith: (asked: SceneAsked, isNow: boolean, index: number) => Scene;
}

/** What comes out otherwise under the two for somebody with this in the wrong hands, by what was read alone. */
export function effectsRead(
  { before, after }: Pick<Pair, "before" | "after">,
  asked: SceneAsked,
  whose: { readonly held: readonly string[]; readonly person: string },
): readonly RawEffect[] {
  const [was, is] = [sceneOf({ ...before, ...asked }), sceneOf({ ...after, ...asked })];
  return effectsBetween({ was, is, before, after, ...whose, leavesPossibleOut: true });
}

export function openPair({ old, now, person, parts, today, keeps }: PairQuestion): Pair {
  const grounding = { today, memory: keeps ? groundMemory() : undefined };
  const hybrids = new Map<string, OpenedSide>();
  // Many effects of one beginning ask for the same scene.
  const scenes = new WeakMap<SceneAsked, Map<string, Scene>>();
  return {
    before: openSide(old, person.old, grounding),
    after: openSide(now, person.now, grounding),
    parts,
    sceneWith(asked, isNow, index) {
      const key = `${isNow} ${index}`;
      const made = scenes.get(asked) ?? new Map<string, Scene>();
      scenes.set(asked, made);
      const known = made.get(key);
      if (known !== undefined) return known;
      const part = parts[index];
      if (part === undefined) throw new RangeError(`no part ${index}`);
      const [side, other] = isNow ? [now, old] : [old, now];
      const opened =
        hybrids.get(key) ?? openSide(withPart(side, other, part), isNow ? person.now : person.old, grounding);
      hybrids.set(key, opened);
      const scene = sceneOf({ ...opened, ...asked });
      made.set(key, scene);
      return scene;
    },
  };
}

/** The effect with its causes, and whether each part was tried. */
export function withCauses(
  effect: RawEffect,
  { parts, sceneWith }: Pair,
  asked: SceneAsked,
): { readonly effect: Effect; readonly isTried: boolean } {
  const candidates = parts.flatMap(({ isWording }, index) => (isWording ? [] : [index]));
  const isNow = isOfNow(effect.kind);
  const isTried = candidates.length <= partsTriedMax;
  const deciding = isTried
    ? candidates.filter((index) => isUndone(effect, sceneWith(asked, isNow, index)))
    : [];
  const causes = deciding.length > 0 ? deciding : candidates.filter((index) => isOnWay(effect, parts[index]));
  const isElsewhere = causes.length > 0 && causes.every((index) => isAt(effect, parts[index]) === false);
  return { effect: { ...effect, causes, isElsewhere }, isTried };
}

/** Whether the part is one of the institution that bears the effect; `undefined` where no institution is known to. */
export const isAt = ({ institution }: RawEffect, part: ChangedPart | undefined): boolean | undefined =>
  institution === undefined ? undefined : part?.institution === institution;

/** Whether the part lies on the way of an effect. */
export function isOnWay({ way }: RawEffect, part: ChangedPart | undefined): boolean {
  if (way === null || part === undefined) return false;
  const isPart = (flow: string) => (part.kind === "flow" ? flow === part.id : part.kind !== "measure");
  return way.steps.some(({ institution, flow }) => institution === part.institution && isPart(flow));
}

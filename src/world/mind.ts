/**
 * What an actor believes, as bits that follow the news of the night instead of being read anew at every question.
 */
import { opensOf } from "../ground/index.ts";
import { minutesPerWeek, type StepId } from "../model/index.ts";
import { newsOf } from "./arena.ts";
import type { View } from "./night.ts";
import { type Stage, stepAt } from "./stage.ts";
import { isThere, type SmallWorld, type Source } from "./wanted.ts";

/** An agent who has refused this often in one night will refuse again. */
const refusalsMax = 4;

/** What the actor believes, as bits that follow the news. */
export interface Mind {
  /** First a bit for each source, then for each small rule: out of question, closed. */
  readonly key: Int32Array;
  /** Small rules under a limit. */
  readonly limited: readonly SmallStep[];
  /** Small rules that may be out of question or closed. */
  readonly moody: readonly number[];
  isBit(at: number): boolean;
  /** Brings the bits up to date; true when one changed, or another night has begun. */
  follow(view: View): boolean;
  save(view: View): MindSaved;
  restore(view: View, saved: MindSaved): void;
}

/** A small rule that is a step. */
interface SmallStep {
  readonly id: number;
  readonly step: StepId;
}

/** What a mind holds in the middle of a night. */
export interface MindSaved {
  readonly key: Int32Array;
  readonly read: number;
  readonly hoursUntil: number;
  /** It has not been asked in this night yet. */
  readonly isRested: boolean;
}

export const outAt = (sources: number, id: number): number => sources + 2 * id;

export const shutAt = (sources: number, id: number): number => sources + 2 * id + 1;

/** Made at minute 0, what the actor believes at every dawn is read then; made later, each night is read whole when first asked. */
export function mindOf(
  now: View,
  { sources, stepIds }: SmallWorld,
  { isDawn }: { readonly isDawn: boolean },
): Mind {
  const { stage } = now;
  const count = sources.length;
  const key = new Int32Array(Math.ceil((count + 2 * stepIds.length) / 32) || 1);
  /** The key at minute 0, the same every night. */
  const dawn = new Int32Array(key.length);
  let night = -1;
  let read = 0;
  let hoursUntil = -Infinity;
  const steps = stepIds.flatMap((step, id): SmallStep[] => (step === undefined ? [] : [{ id, step }]));
  const limited = steps.filter(({ step }) => stage.mostGroup[step]! >= 0 || stage.barsOf[step]!.length > 0);
  const withHours = steps.filter(({ step }) => opensOf(stepAt(stage.world, step)) !== undefined);
  const hangs = (step: StepId) =>
    stage.anchors.from[stage.gives.from[step + 1]!]! > stage.anchors.from[stage.gives.from[step]!]!;
  const stubborn = steps.filter(
    ({ step }) => stage.chance[step]! < 1 || stage.isSameSecret[step] === 1 || hangs(step),
  );
  const edges = [
    ...new Set(withHours.flatMap(({ step }) => (opensOf(stepAt(stage.world, step)) ?? []).flat())),
  ].sort((a, b) => a - b);
  const dependents = dependentsOf(stage, sources);
  const refusers = new Map<number, SmallStep>(stubborn.map((each) => [each.step, each]));
  const isOut = (view: View, { step }: SmallStep) =>
    (view.barredUntil(step) > view.now && !view.isRunning(step)) ||
    (stage.chance[step]! < 1 && view.timesRefused(step) >= refusalsMax) ||
    view.isInVain(step);

  function put(at: number, value: boolean): boolean {
    const word = key[at >> 5]!;
    const bit = 1 << (at & 31);
    key[at >> 5] = value ? word | bit : word & ~bit;
    return key[at >> 5] !== word;
  }
  function readAll(view: View): void {
    key.fill(0);
    for (let i = 0; i < count; i++) put(i, isThere(view, sources[i]!));
    for (const each of stubborn) put(outAt(count, each.id), isOut(view, each));
  }
  function readHours(view: View): boolean {
    if (view.startsAt === undefined || view.now < hoursUntil) return false;
    let hasChanged = false;
    for (const { id, step } of withHours)
      if (put(shutAt(count, id), view.opensIn(step) > 0)) hasChanged = true;
    hoursUntil = view.now + minutesToNext(edges, view.startsAt + view.now);
    return hasChanged;
  }

  if (isDawn) {
    readAll(now);
    dawn.set(key);
  }
  return {
    key,
    limited,
    moody: [...new Set([...limited, ...withHours, ...stubborn].map(({ id }) => id))].sort((a, b) => a - b),
    isBit: (at) => (key[at >> 5]! & (1 << (at & 31))) !== 0,
    follow(view) {
      const { news } = view;
      let hasChanged = false;
      if (night !== news.night) {
        night = news.night;
        hasChanged = true;
        hoursUntil = -Infinity;
        read = isDawn ? 0 : news.count;
        if (isDawn) key.set(dawn);
        else readAll(view);
      }
      if (news.isFull) {
        readAll(view);
        hasChanged = true;
        hoursUntil = -Infinity;
      } else {
        for (; read < news.count; read++) {
          const entry = news.entries[read]!;
          const touched = dependents[entry & 3]![entry >> 2];
          if (touched !== undefined)
            for (let i = 0; i < touched.length; i++)
              if (put(touched[i]!, isThere(view, sources[touched[i]!]!))) hasChanged = true;
          if ((entry & 3) !== newsOf.step) continue;
          const refuser = refusers.get(entry >> 2);
          if (refuser !== undefined && put(outAt(count, refuser.id), isOut(view, refuser))) hasChanged = true;
        }
      }
      if (readHours(view)) hasChanged = true;
      for (let i = 0; i < limited.length; i++)
        if (put(outAt(count, limited[i]!.id), isOut(view, limited[i]!))) hasChanged = true;
      return hasChanged;
    },
    save: ({ news }) => ({ key: key.slice(), read, hoursUntil, isRested: night !== news.night }),
    restore({ news }, saved) {
      night = saved.isRested ? -1 : news.night;
      key.set(saved.key);
      read = saved.read;
      hoursUntil = saved.hoursUntil;
    },
  };
}

/** Minutes from this minute of the week to the next opening or closing. */
function minutesToNext(edges: readonly number[], at: number): number {
  const minute = ((at % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  const next = edges.find((edge) => edge > minute + 1e-9);
  return next !== undefined
    ? next - minute
    : edges[0] === undefined
      ? Infinity
      : edges[0] + minutesPerWeek - minute;
}

/** By kind of news and id: the sources that may change with it. */
function dependentsOf(stage: Stage, sources: readonly Source[]): readonly (readonly (readonly number[])[])[] {
  const lists: number[][][] = [[], [], [], []];
  const add = (kind: number, id: number, source: number) => {
    const list = lists[kind]![id];
    if (list === undefined) lists[kind]![id] = [source];
    else if (!list.includes(source)) list.push(source);
  };
  for (const [i, source] of sources.entries()) {
    switch (source.kind) {
      case "atom":
      case "start":
        add(newsOf.atom, source.atom, i);
        break;
      case "clear":
        add(newsOf.condition, source.condition, i);
        break;
      case "done": {
        const { gives, anchors } = stage;
        add(newsOf.step, source.step, i);
        for (
          let j = anchors.from[gives.from[source.step]!]!;
          j < anchors.from[gives.from[source.step + 1]!]!;
          j++
        )
          add(newsOf.atom, anchors.values[j]!, i);
        break;
      }
      case "wanted": {
        const { wanted } = source;
        if (wanted.kind === "have") add(newsOf.atom, wanted.atom, i);
        if (wanted.kind === "set" || wanted.kind === "clear") add(newsOf.condition, wanted.condition, i);
        if (wanted.kind === "clear")
          for (const step of stage.steps)
            if (stepAt(stage.world, step).clears.includes(wanted.condition)) add(newsOf.step, step, i);
        if (wanted.kind === "take") add(newsOf.goal, wanted.goal, i);
        if (wanted.kind === "run") add(newsOf.step, wanted.step, i);
        break;
      }
      case "money": {
        const touches = stage.steps.filter((step) =>
          stage.ledger.takings
            .get(step)
            ?.some(({ pots, to }) => to === source.pot || pots.includes(source.pot)),
        );
        for (const step of touches) add(newsOf.step, step, i);
        for (const atom of source.unseenBy) add(newsOf.atom, atom, i);
        break;
      }
      case "nothing":
        break;
    }
  }
  return lists;
}

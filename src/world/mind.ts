/**
 * What an actor believes, as bits that follow the news of the night instead of being read anew at every question.
 */
import { opensOf } from "../ground/index.ts";
import { minutesPerWeek } from "../model/index.ts";
import { newsOf } from "./arena.ts";
import type { View } from "./night.ts";
import { ruleAt, type Stage } from "./stage.ts";
import { isThere, type SmallWorld, type Source } from "./wanted.ts";

/** An agent who has refused this often in one night will refuse again. */
const refusalsMax = 4;

/** What the actor believes, as bits that follow the news. */
export interface Mind {
  /** First a bit for each source, then for each small rule: out of question, closed. */
  readonly key: Int32Array;
  /** Small rules under a limit. */
  readonly limited: readonly number[];
  /** Small rules that may be out of question or closed. */
  readonly moody: readonly number[];
  isBit(at: number): boolean;
  /** Brings the bits up to date; true when one changed, or another night has begun. */
  follow(view: View): boolean;
}

export const outAt = (sources: number, id: number): number => sources + 2 * id;

export const shutAt = (sources: number, id: number): number => sources + 2 * id + 1;

export function mindOf(stage: Stage, { sources, ruleIds }: SmallWorld): Mind {
  const count = sources.length;
  const key = new Int32Array(Math.ceil((count + 2 * ruleIds.length) / 32) || 1);
  /** The key at minute 0, the same every night. */
  const dawn = new Int32Array(key.length);
  let isDawnKnown = false;
  let night = -1;
  let read = 0;
  let hoursUntil = -Infinity;
  const steps = ruleIds.flatMap((rule, id) => (rule < 0 ? [] : [id]));
  const limited = steps.filter((id) => stage.mostGroup[ruleIds[id]!]! >= 0);
  const withHours = steps.filter((id) => opensOf(ruleAt(stage.world, ruleIds[id]!)) !== undefined);
  const hangs = (rule: number) =>
    stage.anchors.from[stage.gives.from[rule + 1]!]! > stage.anchors.from[stage.gives.from[rule]!]!;
  const stubborn = steps.filter(
    (id) => stage.chance[ruleIds[id]!]! < 1 || stage.isSameSecret[ruleIds[id]!] === 1 || hangs(ruleIds[id]!),
  );
  const edges = [
    ...new Set(withHours.flatMap((id) => (opensOf(ruleAt(stage.world, ruleIds[id]!)) ?? []).flat())),
  ].sort((a, b) => a - b);
  const dependents = dependentsOf(stage, sources);
  const refusers = new Map(stubborn.map((id) => [ruleIds[id]!, id] as const));
  const isOut = (view: View, rule: number) =>
    (view.barredUntil(rule) > view.now && !view.isRunning(rule)) ||
    (stage.chance[rule]! < 1 && view.timesRefused(rule) >= refusalsMax) ||
    view.isInVain(rule);

  function put(at: number, value: boolean): boolean {
    const word = key[at >> 5]!;
    const bit = 1 << (at & 31);
    key[at >> 5] = value ? word | bit : word & ~bit;
    return key[at >> 5] !== word;
  }
  function readAll(view: View): void {
    key.fill(0);
    for (let i = 0; i < count; i++) put(i, isThere(view, sources[i]!));
    for (const id of stubborn) put(outAt(count, id), isOut(view, ruleIds[id]!));
  }
  function readHours(view: View): boolean {
    if (view.startsAt === undefined || view.now < hoursUntil) return false;
    let hasChanged = false;
    for (const id of withHours) if (put(shutAt(count, id), view.opensIn(ruleIds[id]!) > 0)) hasChanged = true;
    hoursUntil = view.now + minutesToNext(edges, view.startsAt + view.now);
    return hasChanged;
  }

  return {
    key,
    limited,
    moody: [...new Set([...limited, ...withHours, ...stubborn])].sort((a, b) => a - b),
    isBit: (at) => (key[at >> 5]! & (1 << (at & 31))) !== 0,
    follow(view) {
      const { news } = view;
      let hasChanged = false;
      if (night !== news.night) {
        night = news.night;
        hasChanged = true;
        hoursUntil = -Infinity;
        read = 0;
        // A planner asked for the first time late in a night knows no dawn yet, and looks at everything.
        if (isDawnKnown) key.set(dawn);
        else {
          readAll(view);
          isDawnKnown = view.now === 0 && news.count === 0;
          if (isDawnKnown) dawn.set(key);
          read = news.count;
        }
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
          if ((entry & 3) !== newsOf.rule) continue;
          const id = refusers.get(entry >> 2);
          if (id !== undefined && put(outAt(count, id), isOut(view, ruleIds[id]!))) hasChanged = true;
        }
      }
      if (readHours(view)) hasChanged = true;
      for (let i = 0; i < limited.length; i++)
        if (put(outAt(count, limited[i]!), isOut(view, ruleIds[limited[i]!]!))) hasChanged = true;
      return hasChanged;
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
        add(newsOf.rule, source.rule, i);
        for (
          let j = anchors.from[gives.from[source.rule]!]!;
          j < anchors.from[gives.from[source.rule + 1]!]!;
          j++
        )
          add(newsOf.atom, anchors.values[j]!, i);
        break;
      }
      case "wanted": {
        const { wanted } = source;
        if (wanted.kind === "have") add(newsOf.atom, wanted.atom, i);
        if (wanted.kind === "set") add(newsOf.condition, wanted.condition, i);
        if (wanted.kind === "take") add(newsOf.goal, wanted.goal, i);
        if (wanted.kind === "run") add(newsOf.rule, wanted.rule, i);
        break;
      }
      case "nothing":
        break;
    }
  }
  return lists;
}

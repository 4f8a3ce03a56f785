/**
 * What an owner takes in by themselves: traces that reach them, a line that falls silent, and what woke them.
 *
 * What to know to trust it: only what somebody else did counts. A line falls silent where it runs on another SIM now, or
 * where somebody else had all of it stopped; texts switched off or diverted alone are not noticed. Whoever sleeps sees it on waking.
 */
import { at, conditionsWithRole, traceText } from "../model/index.ts";
import type { Sight, View } from "./night.ts";
import { rowOf } from "./rows.ts";
import { type Hours, sleeperOf } from "./sleep.ts";

/** What one can be startled by, beside the words of a trace. */
export const plainSights = ["anything", "no-signal"] as const;

/** So many sights of any of these, within so long (absent: ever). Each is `anything`, `no-signal` (of a line), or words of a trace. */
export interface Cue {
  readonly sights: readonly string[];
  readonly times: number;
  readonly withinMinutes?: number;
}

export interface Sleep {
  readonly hours: readonly Hours[];
  /** Traces that wake them: a call. */
  readonly wokenBy: readonly string[];
}

export interface Attention {
  sees(sight: Sight): void;
  /** The minute at which the cue was met and they were awake; Infinity: not yet. */
  metAt(cue: number): number;
  /** Lines known by now to have fallen silent. */
  silentLines(): readonly string[];
  awakeAt(minute: number): number;
  fallsAsleepAfter(minute: number): number;
  save(): AttentionSaved;
  restore(saved: AttentionSaved): void;
}

/** What has come in one night. */
export interface AttentionSaved {
  readonly wakings: readonly number[];
  /** Cue by cue: when the last of its sights came, as many as it counts; when there were enough. */
  readonly came: readonly (readonly number[])[];
  readonly enoughAt: readonly number[];
  readonly silentSince: readonly (readonly [line: string, minute: number])[];
}

interface Wanted {
  readonly cues: readonly Cue[];
  readonly sleep: Sleep;
}

export function attentionOf(atDawn: View, { cues, sleep }: Wanted): Attention {
  const isSilent = silenceOf(atDawn);
  const lines = [...atDawn.stage.world.wiring.things.values()].flatMap(({ kind, id }) =>
    kind === "line" ? [id] : [],
  );
  let night = -1;
  const wakings: number[] = [];
  const came = cues.map((): number[] => []);
  const enoughAt = cues.map(() => Infinity);
  const silentSince = new Map<string, number>();
  const { awakeAt, fallsAsleepAfter } = sleeperOf(sleep.hours, atDawn.startsAt, wakings);

  /** Another night has begun: nothing has come in it yet. */
  function follow(): void {
    if (night === atDawn.news.night) return;
    night = atDawn.news.night;
    wakings.length = 0;
    for (const times of came) times.length = 0;
    enoughAt.fill(Infinity);
    silentSince.clear();
  }
  function count(isMet: (sight: string) => boolean): void {
    const { now } = atDawn;
    for (const [i, { sights, times, withinMinutes = Infinity }] of cues.entries()) {
      if (enoughAt[i]! < Infinity || !sights.some(isMet)) continue;
      const known = came[i]!;
      known.push(now);
      if (known.length > times) known.shift();
      if (known.length === times && now - known[0]! <= withinMinutes) enoughAt[i] = now;
    }
  }
  function hear(): void {
    for (const line of lines) {
      const isNow = isSilent(line);
      if (isNow && !silentSince.has(line)) {
        silentSince.set(line, atDawn.now);
        count((sight) => sight === "anything" || isOf(sight, `no-signal ${line}`));
      }
      if (!isNow) silentSince.delete(line);
    }
  }
  return {
    sees(sight) {
      follow();
      if (sight.kind === "positions") return hear();
      const text = traceText(sight.trace);
      const isMet = (words: string) => words === "anything" || isOf(words, text);
      if (sleep.wokenBy.some(isMet) && awakeAt(atDawn.now) > atDawn.now) wakings.push(atDawn.now);
      count(isMet);
    },
    metAt(cue) {
      follow();
      return awakeAt(enoughAt[cue]!);
    },
    silentLines() {
      follow();
      return [...silentSince].flatMap(([line, since]) => (awakeAt(since) <= atDawn.now ? [line] : []));
    },
    awakeAt(minute) {
      follow();
      return awakeAt(minute);
    },
    fallsAsleepAfter,
    save() {
      follow();
      return {
        wakings: [...wakings],
        came: came.map((times) => [...times]),
        enoughAt: [...enoughAt],
        silentSince: [...silentSince],
      };
    },
    restore(saved) {
      night = atDawn.news.night;
      wakings.splice(0, wakings.length, ...saved.wakings);
      for (const [i, times] of saved.came.entries()) came[i]!.splice(0, came[i]!.length, ...times);
      for (const [i, minute] of saved.enoughAt.entries()) enoughAt[i] = minute;
      silentSince.clear();
      for (const [line, since] of saved.silentSince) silentSince.set(line, since);
    },
  };
}

/** Every word of the sight stands in the text. */
function isOf(sight: string, text: string): boolean {
  const said = text.split(" ");
  return sight.split(" ").every((word) => said.includes(word));
}

/** Whether the actor knows a line of theirs to be dead, and not by their own doing. */
function silenceOf(atDawn: View): (line: string) => boolean {
  const { stage } = atDawn;
  const { world } = stage;
  const silencing = conditionsWithRole(world.catalog.vocabulary, "silences");
  const conditionsOf = (line: string) =>
    stage.conditions.filter((condition) => {
      const { kind, things } = at(world.conditions, condition).capability;
      return silencing.includes(kind) && things[0] === line;
    });
  const known = new Map(
    [...world.wiring.things.values()].flatMap(({ kind, id }) => {
      if (kind !== "line") return [];
      const had = stage.atoms.filter((atom) => {
        const { things } = at(world.atoms, atom);
        return stage.isPosition[atom] === 1 && things.length === 1 && things[0] === id && atDawn.has(atom);
      });
      const stops = conditionsOf(id).map((condition) => ({
        condition,
        setters: stage.steps.filter((step) => rowOf(stage.sets, step).includes(condition)),
      }));
      return [[id, { had, stops }] as const];
    }),
  );
  return (line) => {
    const { had = [], stops = [] } = known.get(line) ?? {};
    if (had.length === 0) return false;
    const isDead = had.some(
      (atom) =>
        !atDawn.has(atom) &&
        ![...rowOf(stage.stops, atom), ...rowOf(stage.diverts, atom)].some((condition) =>
          atDawn.isSet(condition),
        ),
    );
    const isStopped = stops.some(
      ({ condition, setters }) =>
        atDawn.isSet(condition) && setters.every((step) => atDawn.lastDoneAt(step) < 0),
    );
    return isDead || isStopped;
  };
}

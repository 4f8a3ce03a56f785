/** What somebody really did in a told night, as a list of moves that can be played in any night. */
import { z } from "zod";
import { type CatalogRead, helpWith } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { heldOrDenied, isThingKind, parseDuration, parseMoment, traceKinds } from "../model/index.ts";
import { type Cue, type Defence, type Hours, isNamedIn, moveKinds, plainSights } from "../world/index.ts";

const movesMax = 100;
const listMax = 20;
const timesMax = 100;
const lengthShape = z
  .string()
  .max(30)
  .refine((text) => parseDuration(text) !== undefined, "is no length of time: write `95m` or `2h`")
  .transform((text) => parseDuration(text) ?? 0);

const isSight = (text: string): boolean => {
  const [first = "", ...rest] = text.split(" ");
  if (first === "anything") return rest.length === 0;
  return [...plainSights, "told", ...traceKinds].includes(first);
};
const sightShape = z
  .string()
  .max(200)
  .refine(
    isSight,
    "is nothing that can be seen: write `anything`, `no-signal`, `told` (of what waits), or words of a trace, its kind first (`sms reset-code`)",
  );
const sightsShape = z.union([sightShape, z.array(sightShape).min(1).max(listMax)]);

const isAim = (text: string): boolean =>
  moveKinds.some((kind) => kind === text) || /^(?:not )?[a-z-]+\(.+\)$/.test(text);
const aimShape = z
  .string()
  .max(300)
  .refine(
    isAim,
    `is nothing to get done: write one of ${moveKinds.map((kind) => `\`${kind}\``).join(", ")}, or a condition or capability of this person's things`,
  );

const isHour = (text: string): boolean =>
  /^\d{1,2}:\d{2}$/.test(text) ? parseMoment(text) !== undefined : parseDuration(text) !== undefined;
const hourShape = z
  .string()
  .max(30)
  .refine(isHour, "is no hour: write `23:30`, or a length of time from the beginning (`2h`)");
const hoursShape = z
  .strictObject({
    from: hourShape.describe("A time of day, every day; or a length of time from the beginning, once."),
    to: hourShape.describe("When they wake; the next day where it is the earlier time of day."),
  })
  .refine(
    ({ from, to }) => !isHour(from) || !isHour(to) || from.includes(":") === to.includes(":"),
    "is half by the clock: write both as times of day, or both as lengths of time from the beginning",
  )
  .refine(
    ({ from, to }) => (parseDuration(from) ?? -1) < (parseDuration(to) ?? Infinity),
    "is over before it begins: let `to` be later",
  );

const sleepShape = z
  .strictObject({
    hours: z.union([hoursShape, z.array(hoursShape).min(1).max(listMax)]),
    "woken-by": sightsShape.optional().describe("Traces that wake them for the rest of that sleep: `call`."),
  })
  .describe("When nothing is seen or done; what came meanwhile is seen on waking.");

const moveShape = z
  .strictObject({
    after: lengthShape
      .optional()
      .describe(
        "From when on, counted from the beginning of the night; with `when-seen` from what was seen.",
      ),
    "when-seen": sightsShape
      .optional()
      .describe(
        "What has to be seen first: `no-signal`, `anything`, `told`, or words of a trace (`sms reset-code`).",
      ),
    times: z.int().min(2).max(timesMax).optional().describe("So many of them; absent: one."),
    within: lengthShape.optional().describe("All of them within so long; absent: ever."),
    get: aimShape.describe(
      "What they set out to get done: one of the words, a condition to be set (or lifted, after `not `), or something to be had.",
    ),
  })
  .refine(
    (move) => move.after !== undefined || move["when-seen"] !== undefined,
    "is begun by nothing: write `after`, `when-seen`, or both",
  )
  .refine(
    (move) => move["when-seen"] !== undefined || (move.times ?? move.within) === undefined,
    "is counted and not seen: write under `when-seen` what is counted",
  )
  .refine(
    (move) => move.within === undefined || move.times !== undefined,
    "is one thing within a time: write under `times` how many",
  );

export const defenceShape = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .describe("The name it is asked for by: `chainbreak race --owner founding`."),
    "rings-every": lengthShape
      .optional()
      .describe("How often they ring a suspended number to hear whether it is still dead; absent: never."),
    asleep: sleepShape.optional(),
    moves: z.array(moveShape).min(1).max(movesMax),
  })
  .describe("What the owner's side did, as a list that can be played.");

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

const hoursOf = ({ from, to }: z.infer<typeof hoursShape>): Hours =>
  from.includes(":")
    ? { kind: "daily", from: parseMoment(from) ?? 0, to: parseMoment(to) ?? 0 }
    : { kind: "once", from: parseDuration(from) ?? 0, to: parseDuration(to) ?? 0 };

export function defenceOf({ moves, asleep, ...told }: z.infer<typeof defenceShape>): Defence {
  return {
    moves: moves.map((move) => {
      const { after = 0, times = 1, within, get } = move;
      const sights = move["when-seen"];
      const cue: Cue | undefined =
        sights === undefined
          ? undefined
          : { sights: listOf(sights), times, ...(within === undefined ? {} : { withinMinutes: within }) };
      return {
        fromMinute: after,
        ...(cue === undefined ? {} : { cue }),
        wants: moveKinds.find((kind) => kind === get) ?? { text: get },
      };
    }),
    ...(told["rings-every"] === undefined ? {} : { ringsEveryMinutes: told["rings-every"] }),
    ...(asleep === undefined
      ? {}
      : { asleep: { hours: listOf(asleep.hours).map(hoursOf), wokenBy: listOf(asleep["woken-by"] ?? []) } }),
  };
}

/** By their names, of all nights of a catalogue that tell one. */
export function defencesIn(others: CatalogRead["others"]): ReadonlyMap<string, Defence> {
  const nights = others.filter(({ kind }) => kind === "night");
  return new Map(
    nights.flatMap(({ yaml }) => {
      const { data } = z.object({ defence: defenceShape }).safeParse(yaml.value);
      return data === undefined ? [] : [[data.defence.id, defenceOf(data.defence)] as const];
    }),
  );
}

export interface DefenceFault {
  /** Where in the list: a move, or the hours of sleep. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly help: string;
}

/** What of a list of moves means nothing in this world: it would be played as if it did not stand there. */
export function faultsOfDefence(
  { moves, asleep }: Defence,
  { world, startsAt }: { readonly world: Grounded; readonly startsAt: number | undefined },
): readonly DefenceFault[] {
  const faults: DefenceFault[] = [];
  const { things } = world.wiring;
  for (const [i, { wants, cue }] of moves.entries()) {
    if (typeof wants === "object" && !isNamedIn(world, wants.text)) {
      const { of, isHeld } = heldOrDenied(wants.text);
      const isThere = isNamedIn(world, of);
      faults.push({
        path: ["moves", i, "get"],
        message: isThere
          ? `\`${of}\` is no condition that could be lifted`
          : `nothing in this world is called \`${of}\``,
        help:
          isThere || isHeld
            ? "write a condition or a capability of this person's things"
            : "write a condition of this person's things after `not `",
      });
    }
    for (const sight of cue?.sights ?? [])
      for (const word of sight.split(" "))
        if (isThingKind(word.split(".")[0] ?? "") && word.includes(".") && !things.has(word))
          faults.push({
            path: ["moves", i, "when-seen"],
            message: `no thing \`${word}\``,
            help: helpWith(word, things.keys(), "name a thing of the person file"),
          });
  }
  const isByClock = asleep?.hours.some(({ kind }) => kind === "daily") ?? false;
  if (isByClock && startsAt === undefined)
    faults.push({
      path: ["asleep", "hours"],
      message: "they sleep by the clock, and nobody says when the night begins",
      help: "say when it begins: `--at 'fri 19:30'`",
    });
  return faults;
}

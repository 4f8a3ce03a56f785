/** What somebody really did in a told night, as a list of moves that can be played in any night. */
import { z } from "zod";
import type { CatalogRead } from "../catalog/index.ts";
import { parseDuration } from "../model/index.ts";
import { type Defence, moveKinds } from "../world/index.ts";

const movesMax = 100;
const lengthShape = z
  .string()
  .max(30)
  .refine((text) => parseDuration(text) !== undefined, "write a length of time: `95m`, `2h`")
  .transform((text) => parseDuration(text) ?? 0);

export const defenceShape = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .describe("The name it is asked for by: `chainbreak race --owner founding`."),
    "rings-every": lengthShape
      .optional()
      .describe("How often they ring a suspended number to hear whether it is still dead; absent: never."),
    moves: z
      .array(
        z.strictObject({
          after: lengthShape.describe("From when on, counted from the beginning of the night."),
          get: z.enum(moveKinds).describe("What they set out to get done."),
        }),
      )
      .min(1)
      .max(movesMax),
  })
  .describe("What the owner's side did, as a list that can be played.");

export const defenceOf = ({ moves, ...told }: z.infer<typeof defenceShape>): Defence => ({
  moves: moves.map(({ after, get }) => ({ fromMinute: after, wants: get })),
  ...(told["rings-every"] === undefined ? {} : { ringsEveryMinutes: told["rings-every"] }),
});

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

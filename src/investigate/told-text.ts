/** What somebody tells, as it is written down, and what is made of it: the words the readers of it share. */
import { z } from "zod";
import type { Meaning, Observation, Place } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { AtomId } from "../model/index.ts";
import type { ToldAct } from "./act-meant.ts";

export const toldShape = z
  .array(
    z.strictObject({
      at: z.string().max(40).describe("ISO 8601 with offset, or a day."),
      by: z.string().max(100).describe("owner, helper:<id>, or who it was."),
      says: z
        .string()
        .max(4000)
        .describe(
          "`institution/flow` for what one did oneself; `not possess(device.phone)` for what was gone; `notice alipay new-sign-in` for what came; or plain words.",
        ),
    }),
  )
  .max(10_000)
  .describe("What the owner's side tells.");
export type ToldText = z.infer<typeof toldShape>;

export interface ToldRead {
  /** Signs that came, as observations; their ids follow those of the files. */
  readonly observations: readonly Observation[];
  /** What the owner's side had no more, and since when. */
  readonly gone: ReadonlyMap<AtomId, number>;
  /** What they say they told somebody, and when: an intruder had it from then on, and they have it still. */
  readonly given: ReadonlyMap<AtomId, number>;
  /** The first of what was gone. */
  readonly goneSince?: { readonly at: number; readonly place: Place };
  /** Somebody took something of it, by what they say. */
  readonly stolenSince?: { readonly at: number; readonly place: Place };
  readonly acts: readonly ToldAct[];
  /** What they say they did not do or ask for. */
  readonly denied: readonly ToldAct[];
  /** When a line was dead in their hands. */
  readonly lineDead?: { readonly at: number; readonly place: Place };
  /** When they say they had a new phone. */
  readonly setUpSince?: number;
  /** They say that what is theirs never left them. */
  readonly isKept: boolean;
  /** They say so in so many words, and of no line that went dead: it lay beside them. */
  readonly isBeside: boolean;
  readonly anchors: readonly number[];
  /** Those of them of which nothing but the moment is known. */
  readonly unheardAt: ReadonlySet<number>;
  /** When they say they opened a link. */
  readonly linksOpened: readonly number[];
  /** When they say somebody lied to them. */
  readonly lies: readonly number[];
  /** What somebody who lied to them may have been told, though nobody says so: codes that came, and what is typed; since when. */
  readonly heard: ReadonlyMap<AtomId, number>;
  /** When somebody first lied to them, or was told what only they should know; absent: nobody says so. */
  readonly metSince?: { readonly at: number; readonly place: Place };
  /** Entries none of whose words are known here. */
  readonly notUnderstood: readonly number[];
}

export interface ToldQuestion {
  readonly told: ToldText;
  readonly world: Grounded;
  readonly meaning: Meaning;
  readonly firstId: number;
  readonly file: string;
  readonly zoneMinutes: number;
}

/** The published shape of a race's answer is the type. Real answers are held to it where races are run. */
import { expect, test } from "vitest";
import type { z } from "zod";
import type { raceAnswerShape } from "./race-schema.ts";
import type { RaceTold } from "./race-told.ts";

type Shaped = z.infer<typeof raceAnswerShape>;
/** Compiles only when each can stand for the other; a field added to one and not the other does not. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const isSame: Same<Shaped, RaceTold> = true;
const keysAreSame: Same<keyof Shaped, keyof RaceTold> = true;

test("the shape says what the type says", () => {
  expect([isSame, keysAreSame]).toEqual([true, true]);
});

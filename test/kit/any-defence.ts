/** What an owner sets out to do in a random world, made from a number: moves by the clock and by what is seen, and sleep. */
import type { Grounded } from "../../src/ground/index.ts";
import { chanceFrom } from "../../src/model/index.ts";
import { type Aim, type Cue, type Defence, isNamedIn, moveKinds } from "../../src/world/index.ts";

const sights = ["anything", "no-signal", "told", "sms", "call", "mail", "notice", "row card.a", "kick-off"];

export function anyDefence(world: Grounded, seed: number): Defence {
  const next = chanceFrom(seed ^ 0x51f15e);
  const below = (count: number) => Math.floor(next() * count);
  const oneOf = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const named = [
    ...world.conditions.flatMap(({ id }) => [id, `not ${id}`]),
    ...world.atoms.map(({ text }) => text),
  ].filter((text) => isNamedIn(world, text));
  const aim = (): Aim => (named.length > 0 && below(3) === 0 ? { text: oneOf(named) } : oneOf(moveKinds));
  const cue = (): Cue => ({
    sights: [oneOf(sights), oneOf(sights)],
    times: 1 + below(2),
    withinMinutes: oneOf([10, 60, 2_000]),
  });
  const from = below(1_440);
  const hours =
    below(2) === 0
      ? { kind: "daily" as const, from, to: (from + 60 + below(500)) % 1_440 }
      : { kind: "once" as const, from: below(100), to: 100 + below(400) };
  return {
    moves: Array.from({ length: 1 + below(4) }, () => ({
      fromMinute: below(60),
      ...(below(2) === 0 ? {} : { cue: cue() }),
      wants: aim(),
    })),
    ...(below(3) === 0 ? { ringsEveryMinutes: 20 } : {}),
    ...(below(2) === 0 ? { asleep: { hours: [hours], wokenBy: below(2) === 0 ? ["call", "sms"] : [] } } : {}),
  };
}

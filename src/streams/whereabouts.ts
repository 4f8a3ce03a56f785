/**
 * Where somebody is when not on a journey: at home, at work in another town, with parents at the weekend, out for a day,
 * and now and then where their network happens to come out. Shares are the author's.
 *
 * What to know to trust it: places are words that institutions send, towns mostly; that two people name the same town
 * means nothing here.
 */
import { type Chance, chanceOf } from "./chance.ts";
import { firstMinute } from "./event-text.ts";
import type { Somebody } from "./somebody.ts";
import { town } from "./town.ts";

const day = 1_440;

export class Whereabouts {
  readonly #who: Somebody;
  /** So that a day is the same wherever it is asked for. */
  readonly #salt: number;
  readonly #work: string | undefined;
  readonly #parents: string | undefined;

  constructor(who: Somebody, chance: Chance) {
    this.#who = who;
    this.#salt = chance.below(1_000_000_000);
    this.#work = chance.is(0.35) ? town(who.region, chance) : undefined;
    this.#parents = chance.is(0.3) ? town(who.region, chance) : undefined;
  }

  at(minute: number): string {
    const { region, home } = this.#who;
    const today = Math.floor((minute - firstMinute) / day);
    const ofDay = chanceOf("whereabouts", this.#salt, today);
    if (ofDay.is(0.03)) return town(region, ofDay);
    const ofMinute = chanceOf("whereabouts", this.#salt, Math.floor(minute));
    if (ofMinute.is(0.01)) return town(region, ofMinute);
    const isWeekend = today % 7 >= 5;
    if (isWeekend && this.#parents !== undefined && ofDay.is(0.25)) return this.#parents;
    const isAtWork = !isWeekend && ofMinute.is(0.4);
    return isAtWork && this.#work !== undefined ? this.#work : home;
  }
}

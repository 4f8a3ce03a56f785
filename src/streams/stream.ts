/**
 * A labelled stream of many people: ordinary life with chains planted in it, in order of time. The same question gives
 * the same stream, to the byte. It is offered as a public benchmark, for there is none with several institutions in it.
 */
import type { Catalog } from "../catalog/index.ts";
import { attackOf, type Start } from "./attacks.ts";
import { chanceOf } from "./chance.ts";
import { firstMinute, type StreamEvent } from "./event-text.ts";
import { inCurrencyOf } from "./in-currency.ts";
import { liveOf } from "./life.ts";
import { type Somebody, somebody } from "./somebody.ts";

export interface StreamAsked {
  /** The catalogue with unread institutions beside it (`withUnread`). */
  readonly catalog: Catalog;
  readonly people: number;
  readonly days: number;
  readonly attacks: number;
  readonly seed: number;
  /** The owner's hours and amounts, an act a day. */
  readonly mimics?: boolean;
  /** Episodes of life come so much more often. */
  readonly busy?: number;
  readonly starts?: readonly Start[];
  /** Only people of whom this is so: for leaving a shape or a life out. */
  readonly keeps?: (who: Somebody) => boolean;
  /** The day from which chains begin; the first where nothing is said, so that new people are attacked as well. */
  readonly attacksFromDay?: number;
}

export interface Stream {
  readonly events: readonly StreamEvent[];
  readonly people: readonly Somebody[];
  /** Chains that were planted; fewer than asked where the world's intruders got nowhere. */
  readonly attacks: number;
}

const strangersShare = 0.15;

/** Somebody without a life in the stream; `undefined` where nobody of the kind that is kept turns up soon. */
function strangerOf(
  { catalog, seed, people, keeps = () => true }: StreamAsked,
  number: number,
): Somebody | undefined {
  for (let i = 0; i < 40; i++) {
    const who = somebody(catalog, seed, people * 50 + number * 40 + i);
    if (keeps(who)) return who;
  }
  return undefined;
}

export function streamOf(asked: StreamAsked): Stream {
  const { catalog, days, seed, busy = 1, mimics = false, keeps = () => true, attacksFromDay = 0 } = asked;
  const people: Somebody[] = [];
  for (let number = 0; people.length < asked.people && number < asked.people * 50; number++) {
    const who = somebody(catalog, seed, number);
    if (keeps(who)) people.push(who);
  }
  const events: StreamEvent[] = [];
  for (const who of people)
    events.push(...inCurrencyOf(who, liveOf(who, days, chanceOf(seed, "life", who.id), { busy })));
  let planted = 0;
  const victims = chanceOf(seed, "victims");
  for (let number = 0; number < asked.attacks; number++) {
    const chance = chanceOf(seed, "attack", number);
    const drawn = victims.of(people);
    // Whoever is attacked may be somebody of whom no institution here has sent anything yet.
    const who = chance.is(strangersShare) ? strangerOf(asked, number) : drawn;
    if (who === undefined) continue;
    if (who !== drawn) people.push(who);
    const room = Math.max(1, days - attacksFromDay - 1);
    const night = chance.is(0.5) ? 22 + 6 * chance.next() : 24 * chance.next();
    const hour = mimics ? who.life.noon - 2 + 4 * chance.next() : night;
    const from = firstMinute + (attacksFromDay + Math.floor(room * chance.next())) * 1_440 + hour * 60;
    const found = attackOf({ who, catalog, number, from, chance, mimics, only: asked.starts });
    if (found.length > 0) planted++;
    events.push(...inCurrencyOf(who, found));
  }
  const order = new Map(events.map((event, i) => [event, i]));
  events.sort((a, b) => a.at - b.at || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { events: asTold(events), people, attacks: planted };
}

const silentShare = 0.12;

/** Some institutions do not say to whom money went, of nobody. */
function asTold(events: readonly StreamEvent[]): readonly StreamEvent[] {
  const silent = new Map<string, boolean>();
  return events.map((event) => {
    const { payee, institution, ...rest } = event;
    if (payee === undefined) return event;
    const isSilent = silent.get(institution) ?? chanceOf("names-no-payee", institution).is(silentShare);
    silent.set(institution, isSilent);
    return isSilent ? { ...rest, institution } : event;
  });
}

/**
 * What made owners do when they are asked: most give at once what they have, where they were asked and on the device it
 * was about; to a counter half of them go, within two days; the others let it be. Whoever lost the phone has nothing to
 * tap on. How many answer is the author's guess. Nobody else answers: what is asked for is what the other has not.
 *
 * A stream is made before it is judged, so answers are not in it: whoever judges it hands them in as they fall due.
 */
import { chanceOf } from "./chance.ts";
import type { StreamEvent } from "./event-text.ts";

const day = 1_440;
const answeredShare = 0.9;
const counterShare = 0.5;
/** As long as a phone that was lost is not replaced by one that can be tapped on. */
const goneMinutes = 30 * day;

const presence = "appear-in-person";
const onPhone: ReadonlySet<string> = new Set(["approval-on-known-device", "passkey"]);
const saysGone: ReadonlySet<string> = new Set(["line-suspended", "phone-reported-lost"]);

export class Answers {
  readonly #goneAt = new Map<string, number>();
  readonly #due: StreamEvent[] = [];

  /** Remembers an owner's event: whether there is still a phone to tap on. */
  note({ kind, person, at }: StreamEvent): void {
    if (saysGone.has(kind)) this.#goneAt.set(person, at);
  }

  /** An owner was asked for this proof at this event: the answer, if there is one, falls due. */
  ask(event: StreamEvent, proof: string): void {
    const { at, institution, person, truth, device, channel, place } = event;
    const isGone = at - (this.#goneAt.get(person) ?? Number.NEGATIVE_INFINITY) < goneMinutes;
    const chance = chanceOf("answer", person, at, institution, proof);
    const isThere = proof === presence;
    if (isGone && onPhone.has(proof)) return;
    if (!chance.is(isThere ? counterShare : answeredShare)) return;
    const here = {
      ...(device === undefined ? {} : { device }),
      ...(channel === undefined ? {} : { channel }),
      ...(place === undefined ? {} : { place }),
    };
    this.#due.push({
      ...{ at: at + (isThere ? 120 + 2 * day * chance.next() : 1), institution, kind: "sign-in", person },
      ...{ proofs: [proof], truth, ...(isThere ? { channel: "counter" } : here) },
    });
    this.#due.sort((a, b) => a.at - b.at);
  }

  /** The answers that fall due until then, the earliest first; each is given out once. */
  until(at: number): readonly StreamEvent[] {
    let count = 0;
    while (count < this.#due.length && this.#due[count]!.at <= at) count++; // Below its length.
    return this.#due.splice(0, count);
  }
}

/**
 * How surprising it is that somebody already holds a thing at the start, in bits: what is printed on a card or stands
 * in any leaked list costs nothing, a phone in another's hand a little, a face never happens. Set by hand from how
 * often such things are lost, not from any case; the order matters more than the sizes (leaving all of it out cost
 * half a percent of chains when it was tried).
 */

import type { Grounded } from "../ground/index.ts";
import { at, type Capability } from "../model/index.ts";

const bits: Readonly<Record<string, number>> = {
  possess: 7,
  unlock: 9,
  "receive-sms": 8,
  "receive-call": 9,
  "send-sms": 9,
  control: 10,
  "read-mail": 8,
  enter: 10,
  operate: 11,
};

const bitsOfSecret: Readonly<Record<string, number>> = {
  name: 0,
  number: 0,
  address: 0,
  "sign-in-name": 0,
  "birth-date": 1,
  "id-number": 1,
  "social-security-number": 2,
  "tax-number": 2,
  "mothers-name": 2,
  expiry: 5,
  cvv: 6,
  "id-photo": 5,
  photo: 3,
  "recent-contacts": 6,
  "recent-activity": 8,
  "security-answer": 5,
  password: 6,
  "online-password": 6,
  "service-password": 7,
  passcode: 8,
  pin: 9,
  "payment-password": 9,
};

/** `Infinity` where nobody starts with it. A card's number is no fact anybody knows, a line's is. */
export function startCostOf(
  { kind, things, secret }: Capability,
  { wiring }: Pick<Grounded, "wiring">,
): number {
  const own = things.map((id) => wiring.things.get(id));
  if (own.some((thing) => thing?.isNew === true || thing?.of !== undefined)) return Infinity;
  if (kind !== "know") return bits[kind] ?? Infinity;
  if (secret === undefined) return Infinity;
  const of = at(things, 0).split(".", 1)[0];
  if (of === "card" && secret === "number") return 5;
  return bitsOfSecret[secret] ?? Infinity;
}

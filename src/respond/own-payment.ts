/**
 * Somebody paid a swindler themselves: pressed the button, bought the cards, handed the cash over. Nobody got into anything
 * by that, so nothing is blocked for it; what counts is that the payment is called back while it lies where it went.
 *
 * What to know to trust it: which places can be asked is derived from where the money lay; terms are those the catalogue
 * counts from such a payment. How likely it is that anything comes back is told by nobody here.
 */

import type { Catalog } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { type Clock, compareText, isEmergencyNumber } from "../model/index.ts";
import type { SignWord } from "../told/index.ts";
import { type Candidate, isRescue } from "./acts.ts";
import type { Counsel } from "./counsel-kinds.ts";
import { type Incident, type PaidBy, paidBy } from "./incident.ts";
import { placesMeant } from "./meant.ts";
import { dayOf } from "./moments.ts";
import type { SignRead } from "./signs.ts";

export interface OwnPayment {
  readonly by: PaidBy;
  /** Who keeps what it was paid from, by id; several where nobody said which, none where it was paid from nowhere. */
  readonly from: readonly string[];
}

const keepers: ReadonlySet<string> = new Set(["bank", "wallet", "exchange", "lender"]);
/** What a place needs to be where something was paid from. */
const paysIn: Readonly<Record<PaidBy, ReadonlySet<string>>> = {
  transfer: keepers,
  crypto: new Set(["exchange", "wallet"]),
  "gift-cards": new Set(),
  cash: new Set(),
};

/** What was paid, each way of paying once. */
export function ownPaymentsIn(world: Grounded, signs: readonly SignRead[]): readonly OwnPayment[] {
  const found = new Map<PaidBy, Set<string>>();
  for (const { sign } of signs) {
    const by = paidBy(sign.sign);
    if (by === undefined) continue;
    const from = found.get(by) ?? new Set<string>();
    found.set(by, from);
    for (const place of placesPaidFrom(world, sign.on))
      if (paysIn[by].has(world.catalog.institutions.get(place)?.kind ?? "bank")) from.add(place);
  }
  return [...found].map(([by, from]) => ({ by, from: [...from] }));
}

/** The place a thing is at; where nobody said which, every place money is paid from, or what stands for one's bank. */
function placesPaidFrom(world: Grounded, on: string): readonly string[] {
  const { things } = world.wiring;
  const of = placesMeant(world, on);
  if (of.size > 0) return [...of];
  const all = [...things.values()].flatMap(({ institution, isNew, of: helper }) =>
    institution === undefined || isNew === true || helper !== undefined ? [] : [institution],
  );
  const kindOf = (id: string) => world.catalog.institutions.get(id)?.kind ?? "";
  const paying = [...new Set(all)].filter((id) => keepers.has(kindOf(id)));
  const named = paying.filter((id) => world.catalog.institutions.get(id)?.isArchetype !== true);
  return named.length > 0 ? named : paying.filter((id) => kindOf(id) === "bank");
}

/** Signs that go with a payment somebody was talked into, and show nobody inside. */
const goesWithIt: ReadonlySet<SignWord> = new Set(["call", "notice", "mail"]);

/** Nothing was seen but that the owner paid, and what they were told before it. */
export function isOnlyPaid(
  signs: readonly SignRead[],
  {
    isNothingGone,
    isIdle,
  }: { readonly isNothingGone: boolean; readonly isIdle: (read: SignRead) => boolean },
): boolean {
  return (
    isNothingGone &&
    signs.some(({ sign }) => paidBy(sign.sign) !== undefined) &&
    signs.every(
      (read) => isIdle(read) || goesWithIt.has(read.sign.sign) || paidBy(read.sign.sign) !== undefined,
    )
  );
}

/** What follows from a payment of the owner's own: called back at once, nothing more paid, reported. */
export function paymentCounsel({ world, payments, isHeldByPhone, isOpen }: PaymentQuestion): {
  readonly first: readonly Counsel[];
  readonly soon: readonly Counsel[];
} {
  if (payments.length === 0) return { first: [], soon: [] };
  const isCash = payments.some(({ by }) => by === "cash");
  const report: Counsel = { kind: "report-it", to: reportedTo(world, { isUrgent: isCash }), isCash };
  const calls = payments
    .filter(({ by }) => by !== "cash")
    .map(({ by, from }): Counsel => ({ kind: "call-back", by, from }));
  const stay: Counsel = { kind: "pay-no-more" };
  // Cash is with a courier who can still be met: that is for the police, and at once.
  const all = (isCash ? [report, ...calls, stay] : [...calls, stay, report]).filter(isOpen);
  const count = isHeldByPhone ? 0 : 1;
  return { first: all.slice(0, count), soon: all.slice(count) };
}

interface PaymentQuestion {
  readonly world: Grounded;
  readonly payments: readonly OwnPayment[];
  readonly isHeldByPhone: boolean;
  /** Nobody did it yet. */
  readonly isOpen: (counsel: Counsel) => boolean;
}

/** Terms that run from a payment the owner made, in force that day, the one that ends first before the others; by id. */
export function termsOfOwnPayment(
  { catalog, person }: Pick<Grounded, "catalog" | "person">,
  incident: Pick<Incident, "at" | "offset">,
): readonly string[] {
  return termsInForce(catalog, { region: person.region, today: dayOf(incident) })
    .filter(({ from }) => from === "own-payment")
    .toSorted((a, b) => a.after - b.after)
    .map(({ id }) => id);
}

/** Terms of the region, and of everywhere, that are in force on this day. */
export const termsInForce = (
  { clocks }: Pick<Catalog, "clocks">,
  { region, today }: { readonly region: string | undefined; readonly today: string },
): readonly Clock[] =>
  [...clocks.values()].filter(
    ({ regions, valid }) =>
      (regions.length === 0 || (region !== undefined && regions.includes(region))) &&
      (valid.from === undefined || valid.from <= today) &&
      (valid.until === undefined || today < valid.until),
  );

/**
 * Where such a payment is reported: with the police of the region by any number or site of theirs that is not for
 * emergencies alone; where it is urgent (cash on its way, somebody on the line), by the one that is.
 */
export function reportedTo(
  { catalog, person }: Pick<Grounded, "catalog" | "person">,
  { isUrgent }: { readonly isUrgent: boolean },
): readonly string[] {
  const there = [...catalog.institutions.values()].filter(
    ({ kind, regions, contacts }) =>
      kind === "police" &&
      person.region !== undefined &&
      regions.includes(person.region) &&
      contacts.some((contact) => isEmergencyNumber(contact) === isUrgent),
  );
  // Two that share a number are one to whoever dials it.
  const known = new Set<string>();
  return there
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap(({ id, contacts }) => {
      const tels = contacts.flatMap(({ tel }) => tel ?? []);
      if (tels.some((tel) => known.has(tel))) return [];
      for (const tel of tels) known.add(tel);
      return [id];
    });
}

/**
 * What may still have to be done for a payment: of what only helps where somebody got in, nothing but what keeps money; and
 * nobody is asked to stop a payment out of a place nothing was paid from.
 */
export function isOfNoPayment(
  world: Pick<Grounded, "catalog" | "conditions">,
  { institution, sets }: Candidate,
): { readonly isRescue: boolean; readonly keepsNoMoney: boolean } {
  const isRescued = sets.length > 0 && sets.every((each) => isRescue(world, each));
  return {
    isRescue: isRescued,
    keepsNoMoney: !isRescued && !keepers.has(world.catalog.institutions.get(institution)?.kind ?? "bank"),
  };
}

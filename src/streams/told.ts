/**
 * Chains in which the owner is talked to, or fills in a page that looks like the bank's: no phone is taken and no line
 * moved. Whoever calls has one code, or a tap, or the screen, and one or two acts do the rest. No flow of the catalogue is
 * played here, for what is told on the phone is no flow of anybody's: the ways are those that ombudsmen, police and
 * newspapers tell of most. How often each is, is the author's guess.
 */
import type { Chance } from "./chance.ts";
import type { StreamEvent } from "./event-text.ts";
import type { Somebody } from "./somebody.ts";

export interface ToldAsked {
  readonly who: Somebody;
  readonly number: number;
  /** When it begins. */
  readonly from: number;
  readonly chance: Chance;
  readonly mimics: boolean;
}

const day = 1_440;

/** What was told, and what it opens. */
const ways = ["card", "wallet", "app", "steered", "tapped"] as const;

/** The events of one such chain, in order; empty where the owner has no account of the kind. */
export function toldTo({ who, number, from, chance, mimics }: ToldAsked): readonly StreamEvent[] {
  const { at, life } = who;
  const bank = at.bank?.[0] ?? at.wallet?.[0];
  if (bank === undefined) return [];
  const events: StreamEvent[] = [];
  const device = `x-${chance.below(1_000_000_000)}`;
  const app = { device, channel: chance.is(0.7) ? "app" : "web" };
  const own = { device: `d-${who.id}-0`, channel: "app" };
  const payee = () => `mule-${number % 50}-${chance.below(3)}`;
  const amount = () => life.amount * (mimics ? chance.around(1, 0.4) : chance.around(15, 1));
  const way = chance.of(ways) ?? "card";
  const put = (minute: number, institution: string, kind: string, more: Partial<StreamEvent> = {}) =>
    events.push({
      ...{ at: from + minute, institution, kind, person: who.id, ...more },
      ...{ truth: way === "steered" ? "own-device" : "other-device", attack: number, of: "told/usual" },
    });
  const loss = (minute: number, kind: string, more: Partial<StreamEvent>) =>
    put(minute, bank, kind, { ...more, amount: amount(), isLoss: true });
  const times = 1 + chance.below(3);
  switch (way) {
    case "card":
      put(-1, bank, "code-sent");
      for (let i = 0; i < times; i++)
        loss(6 * i, "online-purchase", {
          ...(chance.is(0.7) ? {} : app),
          ...{
            payee: payee(),
            proofs: i === 0 || chance.is(0.5) ? ["card-details", "sms"] : ["card-details"],
          },
        });
      break;
    case "wallet": {
      // The card lies in a stranger's phone for days before somebody carries that phone into a shop.
      const later = chance.is(0.5) ? chance.around(40, 1) : day * (1 + 9 * chance.next());
      put(-1, bank, "code-sent");
      put(0, chance.is(0.5) ? bank : (at.vendor?.[0] ?? bank), "card-bound", {
        ...{ device, channel: "app", proofs: ["card-details", "sms"] },
      });
      for (let i = 0; i < times; i++)
        loss(later + 12 * i, chance.is(0.6) ? "shop-payment" : "card-purchase", {
          ...{ device, payee: payee() },
          ...(chance.is(0.5) ? { place: `gang-${number % 40}` } : {}),
        });
      break;
    }
    case "app": {
      const shown = chance.of([
        ["sms", "password"],
        ["sms", "passcode"],
        ["sms", "card-number"],
        ["sms", "card-pin"],
      ]);
      put(-1, bank, "code-sent");
      put(0, bank, chance.is(0.6) ? "sign-in" : "app-enrolled", { ...app, proofs: shown ?? ["sms"] });
      if (chance.is(0.3)) put(2, bank, "payee-added", { ...app, proofs: ["sms"] });
      for (let i = 0; i < times; i++) loss(5 + 4 * i, "transfer", { ...app, payee: payee() });
      break;
    }
    case "steered":
      // The owner's own phone, steered from afar: it shows the codes and takes the taps.
      if (chance.is(0.5)) put(-4, bank, "sign-in", { ...own, proofs: ["password"] });
      if (chance.is(0.6)) put(-2, bank, "payee-added", { ...own, proofs: ["sms"] });
      for (let i = 0; i < times; i++)
        loss(6 * i, "transfer", {
          ...{ ...own, payee: payee(), proofs: chance.is(0.6) ? ["sms"] : ["approval-on-known-device"] },
        });
      break;
    case "tapped": {
      const tries = chance.below(5);
      for (let i = 0; i < tries; i++) put(-9 + 2 * i, bank, "sign-in-failed", app);
      put(0, bank, "sign-in", { ...app, proofs: ["password", "approval-on-known-device"] });
      if (chance.is(0.4)) put(2, bank, "device-added", { ...app, proofs: ["password"] });
      for (let i = 0; i < times; i++) loss(6 + 5 * i, "transfer", { ...app, payee: payee() });
      break;
    }
    default:
      return way satisfies never;
  }
  return events;
}

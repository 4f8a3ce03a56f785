/**
 * Ordinary life, with what looks like an attack in it: new phones, lost phones and the new SIM at the counter, numbers
 * moved, travel, helpers, a house bought, a loan taken, forgotten passwords, second lines. Rates are the author's, per
 * day, from everyday experience and the few figures that are public; each says so beside it.
 *
 * What to know to trust it: one author wrote this and the judge's features, so figures on it are an upper bound.
 */
import type { Chance } from "./chance.ts";
import { firstMinute, type StreamEvent, type Truth } from "./event-text.ts";
import { type Extra, Household, type Teller } from "./household.ts";
import { cardByPost, movedByInstitution, newSimByCarrier, putOnAgain } from "./own-again.ts";
import type { Somebody } from "./somebody.ts";
import { Whereabouts } from "./whereabouts.ts";

const day = 1_440;

/** A life of so many days, in order of time. */
export function liveOf(
  who: Somebody,
  days: number,
  chance: Chance,
  { busy = 1 }: { readonly busy?: number } = {},
): StreamEvent[] {
  const living = new Living(who, chance);
  // Trips and phones before the days: what people do on a day, they do where they are and on the phone they have.
  const trips = who.life.kind === "traveller" ? 1 / 30 : 1 / 200;
  for (let at = chance.wait(trips); at < days - 8; at += 8 + chance.wait(trips))
    living.travel(firstMinute + at * day);
  const renewal = who.life.kind === "renewing" ? 5 * busy : busy;
  // One in ten lives where all of this is every season's; the others know it from hearsay.
  const shared = who.life.kind === "household" ? 15 : 1;
  const teller = living.teller(firstMinute + days * day);
  const home = new Household(teller);
  const episodes: readonly (readonly [number, (at: number) => void])[] = [
    [1 / 450, (at) => living.newPhone(at)], // A phone lasts two to three years; some change apps and numbers with it.
    [1 / 1_500, (at) => living.lostPhone(at)],
    [1 / 1_500, (at) => living.newSim(at)],
    [1 / 2_500, (at) => living.moveNumber(at)],
    [1 / 600, (at) => living.forgotPassword(at)],
    [1 / 900, (at) => living.bigPurchase(at)],
    [1 / 250, (at) => living.feast(at)], // A new year, a wedding, a collection among colleagues.
    [1 / 700, (at) => living.ownLoan(at)],
    [1 / 500, (at) => living.newAccount(at)],
    [1 / 700, (at) => home.borrowedDevice(at)],
    [1 / 2_500, (at) => living.secondLine(at)],
    [1 / 2_000, (at) => living.forwarding(at)],
    [who.life.kind === "helped" ? 1 / 60 : 1 / 1_500, (at) => home.helperSetsUp(at)],
    [shared / 1_200, (at) => home.tablet(at)],
    [shared / 2_000, (at) => home.partner(at)],
    [shared / 1_500, (at) => home.secondPhone(at)],
    [shared / 3_000, (at) => home.carer(at)],
    [shared / 800, (at) => home.childBuys(at)],
    [shared / 500, (at) => home.onOwnPhone(at)],
    [shared / 1_000, (at) => home.familyPlan(at)],
    [1 / 300, (at) => putOnAgain(teller, at)],
    [1 / 900, (at) => movedByInstitution(teller, at)],
    [1 / 1_500, (at) => newSimByCarrier(teller, at)], // 3G was switched off, cards were recalled: once in some years.
    [1 / 700, (at) => cardByPost(teller, at)], // A card lives three to five years, and most have more than one.
    [1 / 700, (at) => living.cleanUp(at)], // A breach in the news, a divorce, an account shared no longer.
  ];
  for (const [rate, happen] of episodes)
    for (let at = chance.wait(rate * renewal); at < days - 1; at += chance.wait(rate * renewal))
      happen(firstMinute + at * day);
  if (chance.is(0.5)) living.begin();
  for (let today = 0; today < days; today++) living.day(today);
  return living.events.sort((a, b) => a.at - b.at);
}

/** As long as a new phone is news to those who watch. */
const renewalDays = 10;

class Living {
  readonly events: StreamEvent[] = [];
  readonly #who: Somebody;
  readonly #chance: Chance;
  #phone: string;
  /** When the phone was another: from then on events go out from the new one. */
  readonly #phones: { readonly from: number; readonly device: string }[] = [];
  /** When a SIM was made anew, or the number moved. */
  readonly #sims: number[] = [];
  readonly #whereabouts: Whereabouts;
  /** Where somebody was when not at home: what they do on their phone, they do there. */
  readonly #trips: { readonly from: number; readonly to: number; readonly place: string }[] = [];
  #landlord: string;

  constructor(who: Somebody, chance: Chance) {
    this.#who = who;
    this.#chance = chance;
    this.#phone = `d-${who.id}-0`;
    this.#phones.push({ from: 0, device: this.#phone });
    this.#whereabouts = new Whereabouts(who, chance);
    this.#landlord = `landlord-${who.id}`;
  }

  /** What a life can be told with; of what comes after the last day nothing is told. */
  teller(until: number): Teller {
    return {
      who: this.#who,
      chance: this.#chance,
      put: (at, ...told) => {
        if (at < until) this.#put(at, ...told);
      },
      signInAt: (at, ...told) => {
        if (at < until) this.#signInAt(at, ...told);
      },
      oneAt: (kind) => this.#at(kind),
      phoneAt: (at) => this.#phoneAt(at),
      proved: (share) => this.#proved(share),
      sum: (times) => this.#sum(times),
      payee: () => this.#payee(),
      newPayee: () => this.#newPayee(),
    };
  }

  #at(kind: keyof Somebody["at"]): string | undefined {
    return this.#chance.of(this.#who.at[kind] ?? []);
  }

  #phoneAt(at: number): string {
    return this.#phones.reduce((held, { from, device }) => (at >= from ? device : held), this.#phone);
  }

  #put(
    at: number,
    institution: string | undefined,
    kind: string,
    extra: Extra = {},
    truth: Truth = "normal",
  ): void {
    if (institution === undefined) return;
    const trip = this.#trips.find(({ from, to }) => at >= from && at <= to);
    const place = trip?.place ?? this.#whereabouts.at(at);
    const is = truth !== "normal" ? truth : trip !== undefined ? "travelling" : this.#renewed(at);
    this.events.push({ at, institution, kind, person: this.#who.id, place, ...extra, truth: is });
  }

  /** Whatever is done in the days after a new phone or SIM is part of them, be it by card in a shop. */
  #renewed(at: number): Truth {
    const isNew = (since: number) => at >= since && at - since < renewalDays * day;
    return this.#phones.some(({ from }) => from > 0 && isNew(from)) || this.#sims.some(isNew)
      ? "renewing"
      : "normal";
  }

  /** A moment of a waking day. */
  #moment(today: number): number {
    const hour =
      this.#who.life.noon + 4 * (this.#chance.next() + this.#chance.next() + this.#chance.next() - 1.5) * 1.6;
    return firstMinute + today * day + hour * 60;
  }

  /** The first days of a customer: whoever is new anywhere opens accounts and adds cards. */
  begin(): void {
    const chance = this.#chance;
    const device = this.#phone;
    let at = this.#moment(0);
    if (chance.is(0.03))
      this.#put(
        at - 900,
        this.#at("carrier"),
        chance.of(["number-reassigned", "sim-reissued", "number-moved"]) ?? "sim-reissued",
        this.#atCounter(),
      );
    for (const institutions of Object.values(this.#who.at))
      for (const institution of institutions ?? []) {
        if (chance.is(0.6)) continue;
        at += chance.around(200, 1.2);
        const app: Extra = { device, channel: "app" };
        this.#put(at, institution, "account-opened", {
          ...app,
          proofs: chance.of([["sms"], ["sms", "id-number"], ["id-number", "live-face"], ["email"]]) ?? [],
        });
        if (chance.is(0.4))
          this.#put(
            at + 3,
            institution,
            chance.of(["card-bound", "card-added", "wallet-linked"]) ?? "card-bound",
            { ...app, proofs: chance.of([["sms"], ["card-details"], ["card-details", "sms"]]) ?? [] },
          );
        if (chance.is(0.4))
          this.#put(at + 30, institution, "payment", { ...app, amount: this.#sum(1), payee: this.#payee() });
        if (chance.is(0.2)) this.#put(at + 5, institution, "app-enrolled", { ...app, ...this.#proved(0.6) });
      }
    // Some are new because they need a loan, and it is spent at once: a student's fees, a deposit.
    if (chance.is(0.06)) this.ownLoan(at + chance.around(day, 1));
  }

  day(today: number): void {
    const chance = this.#chance;
    const count = Math.round(this.#who.life.eventsPerDay * 2 * chance.next());
    for (let i = 0; i < count; i++) this.#usual(this.#moment(today));
    if (today % 30 === 4)
      this.#put(firstMinute + today * day + 540, this.#at("bank"), "salary", {
        amount: this.#who.life.amount * 60,
      });
    if (today % 30 === 5) this.#rent(today);
    if (today % 30 === 9)
      this.#put(firstMinute + today * day + 300, this.#at("bank"), "direct-debit", {
        amount: this.#who.life.amount,
      });
    if (today % 30 === 17)
      this.#put(firstMinute + today * day + 200, this.#at("marketplace"), "subscription-charge", {
        amount: 9.9,
      });
  }

  /** Half of the people pay theirs themselves, out of the salary; one in thirty times it is another landlord. */
  #rent(today: number): void {
    const chance = this.#chance;
    if (this.#who.life.payees % 2 === 0) return;
    if (chance.is(1 / 30)) this.#landlord = this.#newPayee();
    const at = this.#moment(today);
    const device = this.#phoneAt(at);
    this.#put(at, this.#at("bank"), "transfer", {
      device,
      channel: "app",
      amount: this.#who.life.amount * 20,
      payee: this.#landlord,
      ...this.#proved(0.9),
    });
    if (chance.is(0.3))
      this.#put(at + chance.around(20, 1), this.#at("bank"), "current-to-savings", {
        device,
        channel: "app",
        amount: this.#sum(5),
      });
  }

  /** One of the things people do, mostly on their own phone. */
  #usual(at: number): void {
    const chance = this.#chance;
    const device = this.#phoneAt(at);
    const own: Extra = chance.is(0.9) ? { device, channel: "app" } : {};
    const card: Extra = { proofs: ["card-in-hand", "card-pin"] };
    const moved = chance.is(0.5) ? "savings-to-current" : "current-to-savings";
    const shown = chance.is(0.6) ? "card-shown" : "pin-viewed";
    const bank = this.#at("bank");
    const drawn = chance.next();
    let sum = 0;
    // What people do, with its share of all they do.
    const acts: readonly (readonly [number, () => void])[] = [
      [0.42, () => this.#put(at, bank ?? this.#at("wallet"), "app-open", own)],
      [0.08, () => this.signIn(at, device)],
      [0.3, () => this.#pay(at, own)],
      [0.05, () => this.#put(at, bank, "atm-withdrawal", { amount: this.#sum(3), ...card })],
      [0.05, () => this.#put(at, bank, "transfer-received", { amount: this.#sum(3) })],
      [0.03, () => this.#put(at, bank, moved, { ...own, amount: this.#sum(8) })],
      [
        0.02,
        () => this.#put(at, this.#at("wallet"), "withdrawal-to-own-card", { ...own, amount: this.#sum(3) }),
      ],
      [0.01, () => this.#put(at, bank ?? this.#at("wallet"), "sign-in-failed", own)],
      [
        0.006,
        () => this.#put(at, bank, "payee-added", { ...own, payee: this.#newPayee(), ...this.#proved(0.7) }),
      ],
      [0.006, () => this.#put(at, bank, shown, { ...own, ...this.#proved(0.6) })],
      [0.006, () => this.#put(at, this.#at("government"), "identity-shown", own)],
      [0.005, () => this.#tidy(at, own)],
      [0.003, () => this.#put(at, this.#at("messenger"), "post", own)],
      [0.003, () => this.#put(at, this.#at("exchange"), "sale", { ...own, amount: this.#sum(6) })],
      [
        0.002,
        () => this.#put(at, bank ?? this.#at("vendor"), "password-changed", { ...own, proofs: ["password"] }),
      ],
      [0.002, () => this.#put(at, bank, "limit-raised", { ...own, ...this.#proved(0.8) })],
      [
        0.002,
        () =>
          this.#put(at, this.#at("wallet"), "credit-purchase", {
            ...own,
            amount: this.#sum(2),
            payee: this.#payee(),
          }),
      ],
      [0.002, () => this.#put(at, bank, "support-call", this.#atDesk())],
      [0.003, () => this.#put(at, this.#at("wallet"), "card-bound", { ...own, ...this.#proved(0.5) })],
    ];
    for (const [share, act] of acts) {
      sum += share;
      if (drawn >= sum) continue;
      act();
      return;
    }
  }

  /** A mailbox is tidied, and now and then something is written in it. */
  #tidy(at: number, own: Extra): void {
    this.#put(at, this.#at("mail"), "mail-deleted", own);
    if (this.#chance.is(0.15)) this.#put(at + this.#chance.around(8, 1), this.#at("mail"), "post", own);
  }

  /** At a counter some institutions name their clerk as the one who did it. */
  #atDesk(): Extra {
    return this.#chance.is(0.4) ? { initiator: "agent" } : {};
  }

  /** How carriers tell of somebody who came: most say that the person was there, some only of a paper or of their shop. */
  #atCounter(): Extra {
    const chance = this.#chance;
    const drawn = chance.next();
    return {
      channel: chance.of(["counter", "shop", "store"]) ?? "counter",
      ...this.#atDesk(),
      ...(drawn < 0.75
        ? { proofs: ["appear-in-person", "document-shown"] }
        : drawn < 0.9
          ? { proofs: ["document-shown"] }
          : {}),
    };
  }

  #sum(times: number): number {
    return Math.max(1, this.#chance.around(this.#who.life.amount * times, 0.7));
  }

  #payee(): string {
    return `m-${this.#who.id}-${Math.floor(this.#who.life.payees * this.#chance.next() ** 1.5)}`;
  }

  #newPayee(): string {
    return `n-${this.#who.id}-${this.#chance.below(1_000_000)}`;
  }

  #proved(share: number): Extra {
    const strong =
      this.#chance.of([
        "approval-on-known-device",
        "live-face",
        "fingerprint",
        "payment-password",
        "passcode",
      ]) ?? "passcode";
    return { proofs: [this.#chance.is(share) ? strong : "sms"] };
  }

  #pay(at: number, own: Extra): void {
    const chance = this.#chance;
    const kind =
      chance.of(["payment", "shop-payment", "online-purchase", "card-purchase", "transfer", "top-up"]) ??
      "payment";
    const isInShop = kind === "shop-payment" || kind === "card-purchase";
    const institution = chance.is(0.5) ? this.#at("wallet") : this.#at("bank");
    // A small shop pays suppliers, half of them for the first time.
    const isNew = chance.is(this.#who.life.kind === "trader" ? 0.5 : 0.12);
    this.#put(at, institution ?? this.#at("bank"), kind, {
      ...(isInShop && chance.is(0.6) ? {} : own),
      amount: this.#sum(kind === "transfer" ? 3 : 1),
      payee: isNew ? this.#newPayee() : this.#payee(),
      ...(kind === "online-purchase" && chance.is(0.4)
        ? { proofs: chance.is(0.5) ? ["card-details", "sms"] : ["card-details"] }
        : chance.is(0.5)
          ? this.#proved(0.85)
          : {}),
    });
  }

  signIn(at: number, device: string, truth: Truth = "normal", extra: Extra = {}): void {
    const kind =
      this.#chance.of(["bank", "wallet", "vendor", "mail", "government", "marketplace"] as const) ?? "bank";
    this.#signInAt(at, this.#at(kind), device, truth, extra);
  }

  #signInAt(
    at: number,
    institution: string | undefined,
    device: string,
    truth: Truth,
    extra: Extra = {},
  ): void {
    const chance = this.#chance;
    const proofs =
      chance.of([["password"], ["sms"], ["password", "sms"], ["live-face"], ["passkey"], ["fingerprint"]]) ??
      [];
    if (proofs.includes("sms")) this.#put(at - 0.5, institution, "code-sent", {}, truth);
    this.#put(at, institution, "sign-in", { device, channel: "app", proofs, ...extra }, truth);
  }

  /** Signs in everywhere on a new phone, over some hours or days, and enrols it. */
  #moveIn(at: number, device: string, truth: Truth): number {
    const chance = this.#chance;
    let then = at;
    for (const institutions of Object.values(this.#who.at))
      for (const institution of institutions ?? []) {
        if (chance.is(0.2)) continue;
        then += chance.is(0.75) ? chance.around(8, 1) : chance.around(900, 1);
        // Most try what they remember; some know that they do not.
        if (chance.is(0.12)) {
          if (chance.is(0.6))
            this.#put(then - 2, institution, "sign-in-failed", { device, channel: "app" }, truth);
          this.#put(
            then - 1,
            institution,
            "password-reset",
            { device, channel: "app", proofs: chance.is(0.5) ? ["sms"] : ["sms", "live-face"] },
            truth,
          );
        }
        this.#signInAt(then, institution, device, truth);
        if (chance.is(0.35))
          this.#put(
            then + 1,
            institution,
            "app-enrolled",
            { device, channel: "app", ...this.#proved(0.75) },
            truth,
          );
        if (chance.is(0.15))
          this.#put(
            then + 2,
            institution,
            "device-added",
            { device, channel: "app", ...this.#proved(0.6) },
            truth,
          );
      }
    if (chance.is(0.5))
      this.#put(
        then + chance.around(600, 1),
        this.#at("wallet"),
        "card-bound",
        { device, channel: "app", ...this.#proved(0.6) },
        truth,
      );
    // The coffee beside the counter, the insurance of the phone: some pay at once.
    if (chance.is(0.2))
      this.#put(
        then + chance.around(6, 0.8),
        this.#at("wallet") ?? this.#at("bank"),
        "payment",
        {
          device,
          channel: "app",
          amount: this.#sum(chance.is(0.15) ? 6 : 0.5),
          payee: this.#newPayee(),
          ...this.#proved(0.7),
        },
        truth,
      );
    for (let i = 0; i < 1 + chance.below(4); i++)
      this.#put(
        then + chance.around(500, 1.2),
        this.#at("wallet") ?? this.#at("bank"),
        "payment",
        {
          device,
          channel: "app",
          amount: this.#sum(1),
          payee: chance.is(0.25) ? this.#newPayee() : this.#payee(),
          ...this.#proved(0.85),
        },
        truth,
      );
    return then;
  }

  #newDevice(from: number): string {
    const device = `d-${this.#who.id}-${this.#phones.length}`;
    this.#phones.push({ from, device });
    this.#phones.sort((a, b) => a.from - b.from);
    return device;
  }

  newPhone(at: number): void {
    const chance = this.#chance;
    const device = this.#newDevice(at);
    const carrier = this.#at("carrier");
    if (chance.is(0.6))
      this.#put(at - 10_000 * chance.next(), this.#at("marketplace") ?? this.#at("bank"), "online-purchase", {
        device: this.#phone,
        amount: this.#sum(25),
        payee: this.#newPayee(),
        ...this.#proved(0.9),
      });
    // Makers of phones come first on a new one, and the old one approves.
    if (chance.is(0.5))
      this.#put(
        at - 8,
        this.#at("vendor"),
        "sign-in",
        {
          device,
          channel: "app",
          proofs:
            chance.of([["password", "approval-on-known-device"], ["password", "sms"], ["passkey"]]) ?? [],
        },
        "renewing",
      );
    if (chance.is(0.3))
      this.#put(
        at - 5,
        carrier,
        "esim-transfer",
        {
          channel: "app",
          proofs: chance.of([["approval-on-known-device"], ["sms"], ["service-password"]]) ?? [],
          ...(chance.is(0.6) ? { device: chance.is(0.5) ? device : this.#phoneAt(at - 10) } : {}),
        },
        "renewing",
      );
    this.#put(at, carrier, "device-changed", {}, "renewing");
    const then = this.#moveIn(at + chance.around(20, 1), device, "renewing");
    if (chance.is(0.3))
      this.#put(then + 2_000, this.#at("vendor"), "device-erased", { device, channel: "app" }, "renewing");
    if (chance.is(0.3))
      this.#put(
        then + 9_000,
        this.#at("marketplace"),
        "transfer-received",
        { amount: this.#sum(8) },
        "renewing",
      );
  }

  lostPhone(at: number): void {
    const chance = this.#chance;
    const helper = `d-${this.#who.id}-relative`;
    const carrier = this.#at("carrier");
    if (chance.is(0.7))
      this.#put(
        at + chance.around(40, 1),
        carrier,
        "line-suspended",
        { channel: "phone", proofs: ["id-number", "recent-contacts"] },
        "renewing",
      );
    if (chance.is(0.4))
      this.#put(
        at + chance.around(60, 1),
        this.#at("bank"),
        "card-blocked",
        { channel: "phone", proofs: ["id-number"] },
        "renewing",
      );
    if (chance.is(0.4))
      this.#put(
        at + chance.around(50, 1),
        this.#at("vendor"),
        "sign-in",
        { device: helper, channel: "web", proofs: ["password"] },
        "renewing",
      );
    if (chance.is(0.3))
      this.#put(
        at + chance.around(80, 1),
        this.#at("vendor"),
        "device-erase-command",
        { device: helper, channel: "web", proofs: ["password"] },
        "renewing",
      );
    const counter = at + chance.around(900, 0.8);
    const isCounter = chance.is(0.8);
    this.#put(
      counter,
      carrier,
      "sim-reissued",
      isCounter ? this.#atCounter() : { channel: "app", proofs: ["password", "live-face"] },
      "renewing",
    );
    if (chance.is(0.6))
      this.#put(
        counter + 1,
        carrier,
        "suspension-lifted",
        isCounter
          ? { channel: "counter", proofs: ["appear-in-person"] }
          : { channel: "app", proofs: ["live-face"] },
        "renewing",
      );
    const device = this.#newDevice(counter + 30);
    this.#put(counter + 25, carrier, "device-changed", {}, "renewing");
    const then = this.#moveIn(counter + chance.around(60, 1), device, "renewing");
    if (chance.is(0.4))
      this.#put(
        then + 200,
        this.#at("bank"),
        "account-unfrozen",
        { device, channel: "app", ...this.#proved(0.8) },
        "renewing",
      );
    if (chance.is(0.4))
      this.#put(
        then + 3_000,
        this.#at("bank"),
        "card-added",
        { channel: "branch", proofs: ["appear-in-person"] },
        "renewing",
      );
  }

  newSim(at: number): void {
    const chance = this.#chance;
    this.#sims.push(at);
    const inPerson = chance.is(0.7);
    this.#put(
      at,
      this.#at("carrier"),
      chance.of(["sim-changed", "sim-reissued", "esim-transfer"]) ?? "sim-changed",
      inPerson
        ? this.#atCounter()
        : {
            channel: "app",
            proofs: [chance.of(["password", "sms", "live-face", "service-password"]) ?? "sms"],
            device: this.#phoneAt(at),
          },
      "renewing",
    );
    if (chance.is(0.4)) this.signIn(at + chance.around(200, 1), this.#phoneAt(at), "renewing");
    if (chance.is(0.3))
      this.#put(
        at + chance.around(400, 1),
        this.#at("bank"),
        "payment",
        { device: this.#phoneAt(at), amount: this.#sum(1), payee: this.#payee() },
        "renewing",
      );
  }

  moveNumber(at: number): void {
    const chance = this.#chance;
    this.#sims.push(at);
    if (chance.is(0.5))
      this.#put(at - 600, this.#at("carrier"), "support-call", { channel: "phone" }, "renewing");
    this.#put(
      at,
      this.#at("carrier"),
      "number-moved",
      chance.is(0.5)
        ? { channel: "shop", proofs: ["appear-in-person", "transfer-code"] }
        : { channel: "app", proofs: ["transfer-code", "account-pin"], device: this.#phoneAt(at) },
      "renewing",
    );
    if (chance.is(0.6)) this.signIn(at + chance.around(300, 1), this.#phoneAt(at), "renewing");
  }

  forgotPassword(at: number): void {
    const chance = this.#chance;
    const institution = this.#at(
      chance.of(["bank", "wallet", "vendor", "mail", "government", "carrier"] as const) ?? "bank",
    );
    const device = this.#phoneAt(at);
    for (let i = 0; i < 1 + chance.below(3); i++)
      this.#put(at - 3 + i, institution, "sign-in-failed", { device, channel: "app" });
    this.#put(at + 0.5, institution, "password-reset-requested", { device, channel: "app" });
    this.#put(at + 1, institution, "code-sent");
    this.#put(at + 2, institution, chance.is(0.8) ? "password-reset" : "payment-password-reset", {
      device,
      channel: "app",
      proofs: chance.of([
        ["sms"],
        ["sms", "id-number"],
        ["email"],
        ["live-face"],
        ["sms", "card-number"],
      ]) ?? ["sms"],
    });
    this.#put(at + 3, institution, "sign-in", { device, channel: "app", proofs: ["password"] });
  }

  /** Passwords changed everywhere in an evening, a mailbox or number of one's own put in, and sometimes a new home paid. */
  cleanUp(at: number): void {
    const chance = this.#chance;
    let then = at;
    for (const institutions of Object.values(this.#who.at))
      for (const institution of institutions ?? []) {
        if (chance.is(0.55)) continue;
        then += chance.around(12, 1);
        const device = this.#phoneAt(then);
        const own: Extra = { device, channel: "app" };
        const isReset = chance.is(0.1);
        this.#put(then, institution, isReset ? "password-reset" : "password-changed", {
          ...own,
          proofs: isReset
            ? (chance.of([["sms"], ["email"], ["sms", "id-number"]]) ?? [])
            : (chance.of([["password"], ["password", "approval-on-known-device"], ["fingerprint"]]) ?? []),
        });
        if (chance.is(0.25)) this.#put(then + 3, institution, "mail-added", { ...own, ...this.#proved(0.7) });
      }
    if (!chance.is(0.35)) return;
    const paid = then + chance.around(3_000, 0.8);
    const device = this.#phoneAt(paid);
    const payee = this.#newPayee();
    this.#put(paid - 4, this.#at("bank"), "payee-added", {
      device,
      channel: "app",
      payee,
      ...this.#proved(0.8),
    });
    this.#put(paid, this.#at("bank"), "transfer", {
      device,
      channel: "app",
      amount: this.#sum(30),
      payee,
      ...this.#proved(0.85),
    });
  }

  /** A house, a car, a course: far more than ever before, to somebody new, well proved. */
  bigPurchase(at: number): void {
    const chance = this.#chance;
    const device = this.#phoneAt(at);
    const bank = this.#at("bank");
    const payee = this.#newPayee();
    if (chance.is(0.5))
      this.#put(at - chance.around(600, 1), bank, "savings-to-current", {
        device,
        channel: "app",
        amount: this.#sum(200),
      });
    if (chance.is(0.5))
      this.#put(at - chance.around(60, 1), bank, "limit-raised", {
        device,
        channel: "app",
        ...this.#proved(0.9),
      });
    if (chance.is(0.7))
      this.#put(at - chance.around(20, 1), bank, "payee-added", {
        device,
        channel: "app",
        payee,
        ...this.#proved(0.9),
      });
    const isAtBranch = chance.is(0.2);
    const shown: Extra = isAtBranch
      ? { channel: "branch", proofs: ["appear-in-person", "document-shown"] }
      : { device, channel: "app", ...this.#proved(0.95) };
    // A little first, to see whether it arrives; the rest within the hour or on the next day, some in parts.
    const isTried = chance.is(0.4);
    if (isTried) this.#put(at, bank, "transfer", { ...shown, amount: this.#sum(0.3), payee });
    let then = isTried ? at + chance.around(chance.is(0.5) ? 30 : day, 0.8) : at;
    for (let i = chance.is(0.2) ? 2 : 1; i > 0; i--, then += chance.around(40, 1))
      this.#put(then, bank, "transfer", { ...shown, amount: this.#sum(150), payee });
  }

  /** A feast: presents of money to a dozen people in an evening, some of them for the first time. */
  feast(at: number): void {
    const chance = this.#chance;
    const institution = this.#at("wallet") ?? this.#at("bank");
    for (let i = 3 + chance.below(10), then = at; i > 0; i--, then += chance.around(5, 1))
      this.#put(then, institution, chance.is(0.7) ? "payment" : "transfer", {
        device: this.#phoneAt(then),
        channel: "app",
        amount: this.#sum(chance.is(0.2) ? 3 : 1),
        payee: chance.is(0.5) ? this.#newPayee() : this.#payee(),
        ...(chance.is(0.6) ? this.#proved(0.8) : {}),
      });
  }

  ownLoan(at: number): void {
    const device = this.#phoneAt(at);
    const lender = this.#at("lender") ?? this.#at("bank");
    this.#put(at, lender, "credit-opened", {
      device,
      channel: "app",
      amount: this.#sum(40),
      ...this.#proved(0.85),
    });
    this.#put(at + this.#chance.around(30, 1), lender, "loan-paid-out", {
      device,
      channel: "app",
      amount: this.#sum(40),
      ...this.#proved(0.85),
    });
    if (this.#chance.is(0.6))
      this.#put(at + this.#chance.around(500, 1), this.#at("bank"), "transfer", {
        device,
        channel: "app",
        amount: this.#sum(35),
        payee: this.#newPayee(),
        ...this.#proved(0.9),
      });
  }

  newAccount(at: number): void {
    const device = this.#phoneAt(at);
    const kind =
      this.#chance.of(["wallet", "marketplace", "exchange", "lender", "bank", "messenger"] as const) ??
      "wallet";
    const institution = this.#at(kind);
    this.#put(at, institution, "account-opened", { device, channel: "app", proofs: ["sms", "id-number"] });
    if (this.#chance.is(0.6))
      this.#put(at + 5, institution, "card-bound", { device, channel: "app", ...this.#proved(0.5) });
    // Whoever opens an account with a lender came for the loan.
    if (kind === "lender" && this.#chance.is(0.7)) {
      const loan: Extra = { device, channel: "app", amount: this.#sum(25) };
      const opened = at + this.#chance.around(30, 1);
      this.#put(opened, institution, "credit-opened", { ...loan, ...this.#proved(0.85) });
      this.#put(opened + this.#chance.around(300, 1.5), institution, "loan-paid-out", {
        ...loan,
        ...this.#proved(0.6),
      });
    }
    if (this.#chance.is(0.1))
      this.#put(at + 9_000, institution, "account-deleted", { device, channel: "app", proofs: ["password"] });
  }

  secondLine(at: number): void {
    const word = this.#chance.of(["second-line-added", "secondary-number-requested"]) ?? "second-line-added";
    const device = this.#phoneAt(at);
    this.#put(at, this.#at("carrier"), word, { device, channel: "app", proofs: ["sms"] });
    if (word !== "secondary-number-requested") return;
    this.#put(at + 5, this.#at("carrier"), "secondary-number-consented", { proofs: ["reply-from-line"] });
    this.#put(at + 6, this.#at("carrier"), "secondary-number-bound", {});
  }

  forwarding(at: number): void {
    this.#put(at, this.#at("carrier"), "call-forwarding-set", {
      device: this.#phoneAt(at),
      channel: this.#chance.is(0.5) ? "ussd" : "app",
    });
    this.#put(at + this.#chance.around(6_000, 1), this.#at("carrier"), "call-forwarding-cleared", {
      device: this.#phoneAt(at),
      channel: "ussd",
    });
  }

  travel(at: number): void {
    const chance = this.#chance;
    const place = `abroad-${chance.below(60)}`;
    const nights = 2 + chance.below(6);
    this.#trips.push({ from: at, to: at + nights * day, place });
    if (chance.is(0.8)) this.#put(at, this.#at("carrier"), "roaming-started", { place }, "travelling");
    for (let i = 0; i < nights * 2; i++) {
      const then = at + chance.next() * nights * day;
      const device = this.#phoneAt(then);
      const isPaid = chance.is(0.75);
      if (isPaid)
        this.#put(
          then,
          this.#at("bank") ?? this.#at("wallet"),
          chance.of(["card-purchase", "shop-payment", "atm-withdrawal"]) ?? "card-purchase",
          {
            place,
            amount: this.#sum(1.5),
            payee: this.#newPayee(),
            ...(chance.is(0.4) ? { device } : {}),
            ...(chance.is(0.5) ? { proofs: ["card-in-hand", "card-pin"] } : {}),
          },
          "travelling",
        );
      else this.signIn(then, device, "travelling", { place });
    }
    if (chance.is(0.1))
      this.#put(
        at + 900,
        this.#at("carrier"),
        "second-line-added",
        { place, channel: "app", device: this.#phoneAt(at) },
        "travelling",
      );
    if (chance.is(0.8)) this.#put(at + nights * day, this.#at("carrier"), "roaming-ended", {}, "travelling");
  }
}

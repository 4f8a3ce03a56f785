/**
 * Life with others in it: a relative who acts on the owner's phone or for the owner on their own, a tablet on the sofa,
 * two who share one account, a carer who pays, a child who buys, a phone plan for the whole family, a second phone
 * from the employer. Most of it is a device nobody knew, money to somebody new and a changed line, and none of it
 * somebody else's. Rates are the author's; they stand in `life.ts`.
 */
import type { Chance } from "./chance.ts";
import type { StreamEvent, Truth } from "./event-text.ts";
import type { Somebody } from "./somebody.ts";

export type Extra = Partial<Omit<StreamEvent, "at" | "institution" | "kind" | "person" | "truth">>;

/** What a life can be told with; it knows where somebody is and which phone they have. */
export interface Teller {
  readonly who: Somebody;
  readonly chance: Chance;
  readonly put: (
    at: number,
    institution: string | undefined,
    kind: string,
    extra?: Extra,
    truth?: Truth,
  ) => void;
  readonly signInAt: (
    at: number,
    institution: string | undefined,
    device: string,
    truth: Truth,
    extra?: Extra,
  ) => void;
  readonly oneAt: (kind: keyof Somebody["at"]) => string | undefined;
  readonly phoneAt: (at: number) => string;
  readonly proved: (share: number) => Extra;
  readonly sum: (times: number) => number;
  readonly payee: () => string;
  readonly newPayee: () => string;
}

const day = 1_440;

export class Household {
  readonly #life: Teller;
  /** Since when there is a tablet: a child plays on what has been there for a while. */
  #tabletFrom = Infinity;

  constructor(life: Teller) {
    this.#life = life;
  }

  /** A computer at a friend's, a tablet, a hotel's: once, with no money or little. */
  borrowedDevice(at: number): void {
    const { who, chance, put, signInAt, oneAt, sum, payee, proved } = this.#life;
    const device = `d-${who.id}-borrowed-${chance.below(100)}`;
    const kind =
      chance.of(["bank", "wallet", "vendor", "mail", "government", "marketplace"] as const) ?? "bank";
    signInAt(at, oneAt(kind), device, "normal", { channel: "web" });
    if (chance.is(0.25))
      put(at + 10, oneAt("bank"), "payment", {
        ...{ device, channel: "web", amount: sum(1), payee: payee() },
        ...proved(0.7),
      });
  }

  /** A daughter with her own phone: she signs in, adds a payee, pays a bill; and again in the weeks after. */
  helperSetsUp(at: number): void {
    const { who, chance, put, signInAt, oneAt, sum, payee, newPayee, proved } = this.#life;
    const device = `d-${who.id}-helper`;
    const initiator = chance.is(0.3) ? { initiator: "helper" } : {};
    const institution = oneAt("bank") ?? oneAt("wallet");
    signInAt(at, institution, device, "normal", initiator);
    const own = { device, channel: "app", ...initiator };
    if (chance.is(0.3)) put(at + 5, institution, "payee-added", { ...own, payee: payee(), ...proved(0.5) });
    // What she came for: a bill or two that lay on the table, most to somebody never paid from here.
    if (chance.is(0.5))
      for (let i = 0; i <= chance.below(2); i++)
        put(at + 8 + 6 * i, institution, chance.is(0.5) ? "transfer" : "payment", {
          ...{ ...own, amount: sum(chance.is(0.5) ? 2 : 8), payee: chance.is(0.3) ? payee() : newPayee() },
          ...proved(0.5),
        });
    for (let i = 0; i < 6; i++)
      put(at + 20 + i * chance.around(9_000, 0.8), institution, chance.is(0.5) ? "app-open" : "payment", {
        ...own,
        amount: sum(1),
        payee: chance.is(0.8) ? payee() : newPayee(),
        ...proved(0.5),
      });
  }

  /** Another device for good, beside the phone: its first evening, and then now and then for weeks. */
  #beside(
    at: number,
    device: string,
    { days, often }: { readonly days: number; readonly often: number },
  ): void {
    const { who, chance, put, signInAt, oneAt, sum, payee, newPayee, proved } = this.#life;
    let then = at;
    for (const institutions of Object.values(who.at))
      for (const institution of institutions ?? []) {
        if (chance.is(0.6)) continue;
        then += chance.is(0.7) ? chance.around(10, 1) : chance.around(2_000, 1);
        const approved = chance.is(0.35) ? { proofs: ["password", "approval-on-known-device"] } : {};
        signInAt(then, institution, device, "renewing", approved);
        if (chance.is(0.3))
          put(
            then + 1,
            institution,
            chance.of(["app-enrolled", "device-added"]) ?? "device-added",
            { device, channel: "app", ...proved(0.7) },
            "renewing",
          );
      }
    for (
      let next = at + chance.around(500, 1);
      next < at + days * day;
      next += chance.around(day / often, 0.8)
    ) {
      const institution = chance.is(0.5) ? (oneAt("bank") ?? oneAt("wallet")) : oneAt("wallet");
      const own: Extra = { device, channel: chance.is(0.8) ? "app" : "web" };
      const drawn = chance.next();
      if (drawn < 0.45) put(next, institution, "app-open", own);
      else if (drawn < 0.55) signInAt(next, institution, device, "normal");
      else if (drawn < 0.985)
        put(next, institution, chance.of(["payment", "online-purchase", "transfer"]) ?? "payment", {
          ...{ ...own, amount: sum(1), payee: chance.is(0.75) ? payee() : newPayee() },
          ...(chance.is(0.5) ? proved(0.7) : {}),
        });
      else put(next, oneAt("messenger") ?? oneAt("mail"), "post", own);
    }
  }

  /** A tablet for everybody on the sofa. */
  tablet(at: number): void {
    this.#tabletFrom = Math.min(this.#tabletFrom, at);
    this.#beside(at, `d-${this.#life.who.id}-tablet`, { days: 60, often: 0.4 });
  }

  /** Two who share an account, each with a phone; the other keeps other hours and shops. */
  partner(at: number): void {
    this.#beside(at, `d-${this.#life.who.id}-partner`, { days: 90, often: 1.2 });
  }

  /** A phone from the employer beside one's own: mail and chat first, the bank weeks later if at all. */
  secondPhone(at: number): void {
    const { who, chance, put, oneAt } = this.#life;
    const device = `d-${who.id}-firm`;
    const own: Extra = { device, channel: "app" };
    const tapped: Extra = { proofs: ["password", "approval-on-known-device"] };
    const mail = oneAt("mail");
    if (chance.is(0.7)) put(at, oneAt("vendor"), "device-added", { ...own, ...tapped }, "renewing");
    put(
      at + chance.around(20, 1),
      mail,
      "sign-in",
      { ...own, ...(chance.is(0.6) ? tapped : { proofs: ["password"] }) },
      "renewing",
    );
    // That something is written is told of few mailboxes, and of few things that are written.
    if (chance.is(0.1)) put(at + chance.around(60, 1), mail, "post", own, "renewing");
    if (chance.is(0.5)) this.#beside(at + chance.around(8 * day, 0.8), device, { days: 50, often: 0.5 });
  }

  /** Somebody who comes to the house: shops with the owner's card, pays bills on their own phone or at the owner's. */
  carer(at: number): void {
    const { who, chance, put, signInAt, oneAt, sum, payee, newPayee, proved, phoneAt } = this.#life;
    const device = `d-${who.id}-carer-${chance.below(100)}`;
    const isOnOwn = chance.is(0.5);
    const initiator = chance.is(0.5) ? { initiator: chance.of(["helper", "carer"]) ?? "helper" } : {};
    const bank = oneAt("bank") ?? oneAt("wallet");
    if (isOnOwn) {
      if (chance.is(0.3))
        put(at - 4, bank, "password-reset", { device, channel: "app", ...initiator, proofs: ["sms"] });
      signInAt(at, bank, device, "normal", { ...initiator, proofs: ["password", "sms"] });
    }
    const shop = newPayee();
    for (let then = at + 30, i = 0; i < 14; i++, then += chance.around(3 * day, 0.5)) {
      const own: Extra = { device: isOnOwn ? device : phoneAt(then), channel: "app", ...initiator };
      const drawn = chance.next();
      if (drawn < 0.3)
        put(then, bank, "shop-payment", {
          amount: sum(1),
          payee: shop,
          proofs: ["card-in-hand", "card-pin"],
        });
      else if (drawn < 0.45)
        put(then, bank, "atm-withdrawal", { amount: sum(3), proofs: ["card-in-hand", "card-pin"] });
      else if (drawn < 0.8)
        put(then, bank, "payment", {
          ...{ ...own, amount: sum(1), payee: chance.is(0.6) ? payee() : newPayee() },
          ...proved(0.5),
        });
      else put(then, bank, chance.is(0.5) ? "app-open" : "payee-added", { ...own, ...proved(0.5) });
    }
  }

  /** A child with the phone or the tablet: a dozen small purchases within the hour, and sometimes a row about them. */
  childBuys(at: number): void {
    const { who, chance, put, oneAt, sum, newPayee, phoneAt } = this.#life;
    const isOnTablet = at > this.#tabletFrom + day && chance.is(0.7);
    const device = isOnTablet ? `d-${who.id}-tablet` : phoneAt(at);
    const seller = oneAt("marketplace") ?? oneAt("vendor");
    const game = newPayee();
    const count = 2 + chance.below(12);
    let then = at;
    for (let i = 0; i < count; i++) {
      put(then, seller ?? oneAt("wallet"), "online-purchase", {
        ...{ device, channel: "app", amount: sum(chance.is(0.1) ? 3 : 0.3), payee: game },
        ...(chance.is(0.4)
          ? { proofs: [chance.of(["password", "passcode", "fingerprint"]) ?? "password"] }
          : {}),
      });
      then += chance.around(4, 1);
    }
    if (!chance.is(0.3)) return;
    put(then + 300, seller, "support-call", { channel: "phone" });
    put(then + 320, seller, "password-changed", {
      ...{ device: phoneAt(then), channel: "app", proofs: ["password"] },
    });
  }

  /** A husband at her phone: a bill, a ticket, something ordered, as he would from his own. */
  onOwnPhone(at: number): void {
    const { chance, put, oneAt, sum, newPayee, proved, phoneAt } = this.#life;
    const bank = oneAt("bank") ?? oneAt("wallet");
    const own = { device: phoneAt(at), channel: "app" };
    if (chance.is(0.4))
      put(at - 2, bank, "sign-in", { ...own, proofs: [chance.of(["passcode", "password"]) ?? "passcode"] });
    if (chance.is(0.3)) put(at - 1, bank, "payee-added", { ...own, ...proved(0.5) });
    put(at, bank, chance.of(["payment", "transfer", "online-purchase"]) ?? "payment", {
      ...{ ...own, amount: sum(chance.is(0.2) ? 8 : 2), payee: newPayee() },
      ...proved(0.6),
    });
  }

  /** One plan for the family: what is done to the children's lines is told of whoever signed for it. */
  familyPlan(at: number): void {
    const { chance, put, oneAt, phoneAt } = this.#life;
    const carrier = oneAt("carrier");
    const own: Extra = { device: phoneAt(at), channel: "app" };
    const counter: Extra = { channel: "shop", proofs: ["appear-in-person", "document-shown"] };
    const drawn = chance.next();
    if (drawn < 0.35) {
      put(at, carrier, "second-line-added", chance.is(0.5) ? counter : { ...own, proofs: ["password"] });
      if (chance.is(0.5)) put(at + chance.around(200, 1), carrier, "device-changed");
      return;
    }
    if (drawn < 0.6) {
      put(at, carrier, "line-suspended", { ...own, proofs: ["password"] });
      put(
        at + chance.around(2_000, 1),
        carrier,
        "suspension-lifted",
        chance.is(0.5) ? counter : { ...own, proofs: ["password"] },
      );
      return;
    }
    if (drawn < 0.8) put(at, carrier, "device-changed");
    else
      put(at, carrier, chance.of(["sim-changed", "esim-transfer", "sim-reissued"]) ?? "sim-changed", {
        ...(chance.is(0.5)
          ? counter
          : { ...own, proofs: [chance.of(["password", "service-password", "sms"]) ?? "password"] }),
      });
  }
}

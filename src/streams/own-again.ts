/**
 * What an owner does anew on a phone known of old: an app deleted and put on again, a password or a PIN that is new
 * because the institution said so, a card that came by post put in wherever it was. All of it looks like making a
 * device known, and none of it is. Rates are the author's; they stand in `life.ts`.
 */
import type { Extra, Teller } from "./household.ts";

const day = 1_440;

/** An app deleted for room, or broken by an update: signed in and made known again on the same phone. */
export function putOnAgain(life: Teller, at: number): void {
  const { chance, put, signInAt, oneAt, proved, phoneAt } = life;
  const institution = oneAt(
    chance.of(["bank", "wallet", "government", "messenger", "exchange"] as const) ?? "bank",
  );
  const device = phoneAt(at);
  const own: Extra = { device, channel: "app" };
  if (chance.is(0.25)) put(at - 2, institution, "sign-in-failed", own);
  if (chance.is(0.7)) signInAt(at, institution, device, "normal");
  const shown =
    chance.of([["card-number", "sms"], ["card-details", "sms"], ["sms"], ["password", "sms"]]) ?? [];
  put(at + 2, institution, "app-enrolled", { ...own, ...(chance.is(0.5) ? { proofs: shown } : proved(0.7)) });
  if (chance.is(0.15)) put(at + 5, institution, "password-changed", { ...own, proofs: ["password"] });
}

/** An institution moves its customers to another system over a weekend, and each of them does it all again. */
export function movedByInstitution(life: Teller, at: number): void {
  const { chance, put, oneAt, phoneAt, sum, payee } = life;
  const institution = oneAt(chance.of(["bank", "bank", "wallet", "carrier"] as const) ?? "bank");
  const initiator = chance.of(["bank", "batch", "system"]) ?? "batch";
  if (chance.is(0.6)) put(at, institution, "password-reset", { initiator });
  if (chance.is(0.4)) put(at + 5, institution, "card-added", { initiator });
  const then = at + chance.around(1.5 * day, 0.8);
  const own: Extra = { device: phoneAt(then), channel: "app" };
  const shown =
    chance.of([["temporary-password"], ["card-number", "sms"], ["id-number", "sms"], ["sms"]]) ?? [];
  put(then, institution, chance.is(0.7) ? "app-enrolled" : "device-added", { ...own, proofs: shown });
  if (chance.is(0.6))
    put(then + 3, institution, "password-changed", {
      ...own,
      proofs: [chance.of(["temporary-password", "password"]) ?? "password"],
    });
  if (chance.is(0.3)) put(then + 6, institution, "mail-added", { ...own, proofs: ["password"] });
  if (chance.is(0.4)) put(then + 40, institution, "payment", { ...own, amount: sum(1), payee: payee() });
}

/** A card that came by post: put in at a wallet and in a shop or two, within an evening or over some days. */
export function cardByPost(life: Teller, at: number): void {
  const { chance, put, oneAt, proved, phoneAt } = life;
  if (chance.is(0.4)) put(at - 2 * day, oneAt("bank"), "card-added", { initiator: "bank" });
  let then = at;
  for (const kind of ["wallet", "marketplace", "vendor"] as const) {
    if (chance.is(0.4)) continue;
    const own: Extra = { device: phoneAt(then), channel: "app" };
    put(then, oneAt(kind), chance.of(["card-bound", "card-added", "wallet-linked"]) ?? "card-added", {
      ...own,
      ...(chance.is(0.6)
        ? { proofs: chance.of([["card-details", "sms"], ["card-details"], ["sms"]]) ?? [] }
        : proved(0.6)),
    });
    then += chance.is(0.6) ? chance.around(15, 1) : chance.around(2 * day, 1);
  }
}

/** A carrier sends its customers new SIMs, all at once and of its own accord; some choose a new password because its letter says so. */
export function newSimByCarrier(life: Teller, at: number): void {
  const { chance, put, signInAt, oneAt, phoneAt } = life;
  const carrier = oneAt("carrier");
  put(at, carrier, chance.of(["sim-changed", "sim-reissued"]) ?? "sim-changed", {
    initiator: chance.of(["carrier", "batch", "system"]) ?? "carrier",
  });
  const then = at + chance.around(0.5 * day, 0.8);
  const own: Extra = { device: phoneAt(then), channel: "app" };
  if (chance.is(0.4)) signInAt(then, carrier, phoneAt(then), "normal");
  if (chance.is(0.2))
    put(then + 4, carrier, "password-changed", { ...own, proofs: [chance.is(0.5) ? "sms" : "password"] });
}

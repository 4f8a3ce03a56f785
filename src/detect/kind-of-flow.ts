/**
 * Which neutral word a flow of the catalogue amounts to, by what it asks, gives, sets and clears. An institution that
 * names its flow is judged like one that sends the word; so likelihoods need to know the words only.
 *
 * The first line that fits counts; what fits none is `app-open`, the word that says least.
 */
import { type Asks, type CapabilityPattern, type Flow, formatPattern } from "../model/index.ts";
import { type EventKind, eventKinds } from "./kinds.ts";

export function wordOfFlow(flow: Flow): string {
  const gives = flow.gives.map(formatPattern);
  const asks = askedBy(flow.asks).map(formatPattern);
  const given = (...words: readonly string[]) =>
    gives.some((text) => words.some((word) => text.startsWith(word)));
  const conditions = (list: readonly CapabilityPattern[], ...words: readonly string[]) =>
    list.some((pattern) => words.includes(pattern.kind));
  const sets = flow.sets.map(({ pattern }) => pattern);
  if (given("cash-out(")) return "loan-paid-out";
  if (given("spend-credit(")) return "credit-purchase";
  if (given("charge(", "drain(", "skim("))
    return asks.some((text) => text.startsWith("possess(card")) ? "card-purchase" : "transfer";
  if (given("borrow(")) return "credit-opened";
  if (given("control(")) return flow.channel === "counter" ? "sim-reissued" : "esim-transfer";
  if (conditions(flow.clears, "suspended")) return "suspension-lifted";
  if (conditions(flow.clears, "frozen", "blocked")) return "account-unfrozen";
  if (conditions(sets, "suspended")) return "line-suspended";
  if (conditions(sets, "blocked")) return "card-blocked";
  if (conditions(sets, "frozen")) return "account-frozen";
  if (conditions(sets, "forwarded")) return "call-forwarding-set";
  if (conditions(sets, "wiped", "erased")) return "device-erase-command";
  if (flow.ranges.some(({ variable, whose }) => variable === "account" && whose === "new"))
    return "account-opened";
  if (
    given(
      "know(line.service-password",
      "know(account.password",
      "know(card.online-password",
      "know(line.account-pin",
    )
  )
    return "password-reset";
  if (given("know(account.payment-password", "know(card.pin")) return "payment-password-reset";
  if (given("pay-with(")) return "card-bound";
  if (given("know(card.number")) return "card-shown";
  if (given("know(person.")) return given("enter(") ? "sign-in" : "identity-shown";
  if (given("authorise-payment(") && !given("manage("))
    return given("enter(") ? "app-enrolled" : "payment-password-reset";
  if (given("manage(")) return "mail-added";
  if (given("enter(", "operate(", "read-mail(")) return "sign-in";
  if (given("possess(sim", "receive-sms(", "receive-call(")) return "device-changed";
  if (given("approve-on(", "unlock(")) return "device-added";
  if (gives.length === 0 && flow.revokes.length > 0) return "mail-deleted";
  return "app-open";
}

export function kindOfFlow(flow: Flow): EventKind {
  const kind = eventKinds[wordOfFlow(flow)];
  if (kind === undefined) throw new RangeError("a flow amounts to a word that is not listed");
  return kind;
}

/** Every capability a flow may ask, whichever way is taken. */
export function askedBy(asks: Asks): readonly CapabilityPattern[] {
  const found: CapabilityPattern[] = [];
  const queue: Asks[] = [asks];
  for (const each of queue) {
    if (each.kind === "capability") found.push(each.pattern);
    else queue.push(...each.parts);
  }
  return found;
}

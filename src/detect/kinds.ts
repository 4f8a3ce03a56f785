/**
 * The neutral words for what happened: for institutions whose flow the catalogue does not have, and for those that
 * send no more than a word. Each says to which group of acts it belongs (what the likelihoods speak of) and what it
 * puts into the hands of whoever acted, in the capabilities of the catalogue.
 *
 * The list is closed and published (docs/reference/events.md): a word that is not here is complained of and counted,
 * and is still judged by its device, hour, payee and proofs.
 */

/** Groups of acts that mean alike to a judge. */
export const kindGroups = [
  "look",
  "sign-in",
  "probe",
  "recover",
  "line",
  "line-service",
  "protect",
  "lift",
  "device",
  "show",
  "bind",
  "hide",
  "pay",
  "own-move",
  "income",
  "credit",
  "other",
] as const;
export type KindGroup = (typeof kindGroups)[number];

export interface EventKind {
  readonly group: KindGroup;
  /** What whoever acted holds once it is done: `enter(account)`, of the things it concerns. */
  readonly gives: readonly string[];
  /** What whoever acts must have had, beside what was shown. */
  readonly asks?: readonly string[];
  /** Harm is done with this act itself: money goes, a debt is made, a phone is wiped, somebody speaks as the owner. */
  readonly isLoss?: true;
  /** Nobody acts in the owner's name: a sign, a statement line, the institution's own doing. */
  readonly isSign?: true;
  /** What the person had is in other hands from now on, though nobody acted in their name. */
  readonly isElsewhere?: true;
  /** The person, or whoever helps them, says so: members of an agreement may be told, wherever it was said. */
  readonly isAlert?: true;
}

const kind = (group: KindGroup, ...gives: readonly string[]): EventKind => ({ group, gives });
const loss = (group: KindGroup, ...gives: readonly string[]): EventKind => ({ group, gives, isLoss: true });
const sign = (group: KindGroup): EventKind => ({ group, gives: [], isSign: true });

const line = ["control(line)", "receive-sms(line)", "receive-call(line)", "send-sms(line)"];
const inside = ["enter(account)", "operate(card)"];

export const eventKinds: Readonly<Record<string, EventKind>> = {
  // --- at the app, at the door ---
  "app-open": kind("look"),
  "sign-in": kind("sign-in", ...inside),
  "sign-in-failed": kind("probe"),
  "code-sent": sign("probe"),
  "password-reset-requested": kind("probe"),
  "password-reset": kind(
    "recover",
    ...inside,
    "know(account.password)",
    "know(card.online-password)",
    "know(line.service-password)",
  ),
  "password-changed": kind(
    "recover",
    "know(account.password)",
    "know(card.online-password)",
    "know(line.service-password)",
  ),
  "payment-password-reset": kind("recover", "know(account.payment-password)", "know(card.pin)"),
  "temporary-password-given": kind("recover", "know(account.password)", "know(card.online-password)"),
  "support-call": kind("probe"),
  "mail-added": kind("bind", "manage(account)"),
  "mail-deleted": kind("hide"),
  "notice-sent": sign("look"),
  // --- phones ---
  "device-changed": kind("device", "possess(sim)"),
  "device-added": kind("device", "enter(account)", "approve-on(device)"),
  "app-enrolled": kind("device", ...inside, "authorise-payment(account)"),
  "phone-reported-lost": {
    ...kind("device", "possess(device)", "possess(sim)"),
    isSign: true,
    isElsewhere: true,
    isAlert: true,
  },
  "device-erase-command": loss("hide", "enter(account)"),
  "device-erased": kind("hide"),
  // --- lines ---
  "sim-changed": kind("line", ...line),
  "sim-reissued": kind("line", ...line),
  "esim-transfer": kind("line", ...line),
  "number-moved": kind("line", ...line),
  "number-reassigned": { ...kind("line", ...line), isSign: true, isElsewhere: true },
  "no-service": sign("protect"),
  "line-suspended": kind("protect"),
  "suspension-lifted": kind("lift"),
  "secondary-number-requested": kind("line-service"),
  "secondary-number-consented": kind("line-service", "receive-sms(line)"),
  "secondary-number-bound": kind("line-service", "receive-sms(line)", "receive-call(line)"),
  "second-line-added": kind("line-service"),
  "call-forwarding-set": kind("line-service", "receive-call(line)"),
  "call-forwarding-cleared": kind("protect"),
  "text-forwarding-set": kind("line-service", "receive-sms(line)"),
  "text-forwarding-cleared": kind("protect"),
  "roaming-started": sign("look"),
  "roaming-ended": sign("look"),
  // --- accounts and cards ---
  "account-opened": kind("bind", "enter(account)"),
  "account-deleted": loss("hide"),
  "account-frozen": kind("protect"),
  "account-unfrozen": kind("lift"),
  "card-blocked": kind("protect"),
  "card-added": kind("bind", "pay-with(account,card)"),
  "card-bound": kind("bind", "pay-with(account,card)"),
  "wallet-linked": kind("bind", "pay-with(account,card)"),
  "card-shown": kind("show", "know(card.number)", "know(card.expiry)", "know(card.cvv)"),
  "identity-shown": kind("show", "know(person.name)", "know(person.id-number)", "know(person.birth-date)"),
  "pin-viewed": kind("show", "know(card.pin)"),
  "limit-raised": kind("bind"),
  "payee-added": kind("bind"),
  // --- money out ---
  payment: loss("pay"),
  "online-purchase": loss("pay"),
  "card-purchase": loss("pay"),
  "shop-payment": loss("pay"),
  "credit-purchase": loss("credit"),
  transfer: loss("pay"),
  charge: loss("pay"),
  "top-up": loss("pay"),
  "account-debit": loss("pay"),
  "atm-withdrawal": loss("pay"),
  "direct-debit": sign("income"),
  "subscription-charge": sign("income"),
  // --- money in, and between one's own ---
  "transfer-received": sign("income"),
  salary: sign("income"),
  pension: sign("income"),
  "withdrawal-to-own-card": kind("own-move"),
  "savings-to-current": kind("own-move"),
  "current-to-savings": kind("own-move"),
  sale: kind("own-move"),
  // --- debt ---
  "credit-opened": kind("credit", "borrow(account)"),
  "loan-paid-out": loss("credit", "borrow(account)"),
  // --- speaking as the owner ---
  post: loss("other"),
};

/** How hard a proof is to give for somebody who is not the owner, weakest first. */
export const proofStrengths = [
  "none",
  "line-or-mail",
  "facts",
  "secret",
  "device-or-face",
  "presence",
] as const;
export type ProofStrength = (typeof proofStrengths)[number];

export interface ProofWord {
  readonly strength: ProofStrength;
  /** What whoever gave it holds, as patterns of the catalogue. */
  readonly shows: readonly string[];
  /** The word does not say which of these it was; otherwise all of them were shown. */
  readonly isEither?: true;
  /** What somebody else needs to give it, where that is not what it shows. */
  readonly needs?: readonly string[];
}

const proof = (strength: ProofStrength, ...shows: readonly string[]): ProofWord => ({ strength, shows });
const either = (strength: ProofStrength, ...shows: readonly string[]): ProofWord => ({
  strength,
  shows,
  isEither: true,
});

/** The words for what somebody showed to be let in; closed and published like the kinds. */
export const proofWords: Readonly<Record<string, ProofWord>> = {
  sms: proof("line-or-mail", "receive-sms(line)"),
  call: proof("line-or-mail", "receive-call(line)"),
  email: proof("line-or-mail", "read-mail(mailbox)"),
  "reply-from-line": proof("line-or-mail", "send-sms(line)"),
  "line-data": proof("line-or-mail", "send-sms(line)"),
  "card-number": proof("facts", "know(card.number)"),
  "card-details": proof("facts", "know(card.number)", "know(card.expiry)", "know(card.cvv)"),
  "last-four": proof("facts"),
  "id-number": proof("facts", "know(person.id-number)"),
  "birth-date": proof("facts", "know(person.birth-date)"),
  name: proof("facts", "know(person.name)"),
  address: proof("facts", "know(person.address)"),
  "recent-contacts": proof("facts", "know(line.recent-contacts)"),
  "security-answer": proof("facts", "know(account.security-answer)"),
  "recent-activity": proof("facts", "know(account.recent-activity)"),
  password: either("secret", "know(account.password)", "know(card.online-password)"),
  passcode: either("secret", "know(account.passcode)", "know(device.passcode)"),
  "payment-password": proof("secret", "know(account.payment-password)"),
  "card-pin": proof("secret", "know(card.pin)"),
  "transfer-code": proof("secret", "know(line.transfer-code)"),
  "service-password": proof("secret", "know(line.service-password)"),
  "account-pin": proof("secret", "know(line.account-pin)"),
  "temporary-password": proof("secret", "know(account.password)"),
  "backup-code": proof("secret", "know(account.recovery-code)"),
  "recovery-code": proof("secret", "know(account.recovery-code)"),
  session: proof("none", "enter(account)"),
  "authenticator-code": proof("device-or-face", "make-code(account)"),
  "live-face": either("device-or-face", "pass-face(account)", "show-face(person)"),
  // An open phone has no finger; who knows its passcode can teach it another.
  fingerprint: { ...proof("device-or-face", "unlock(device)"), needs: ["know(device.passcode)"] },
  passkey: proof("device-or-face", "use-passkey(account)"),
  "approval-on-known-device": proof("device-or-face", "approve-on(device)"),
  "card-in-hand": proof("device-or-face", "possess(card)"),
  // A paper is forged, and what is shown from afar is a picture of one: both were in half of the published cases.
  "document-shown": proof("facts", "possess(document)"),
  "appear-in-person": proof("presence", "appear-in-person(person)"),
};

/** The strongest of several proofs; a word nobody knows is no proof. */
export function strongestProof(words: readonly string[]): ProofStrength {
  let best = 0;
  for (const word of words) {
    const known = proofWords[word];
    if (known !== undefined) best = Math.max(best, proofStrengths.indexOf(known.strength));
  }
  return proofStrengths[best]!; // `best` is an index of that list.
}

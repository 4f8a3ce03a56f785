/**
 * A proof as an institution writes it: a word of the published list, another usual name of one, or a capability of the
 * catalogue (`receive-sms(line.main)`, `know(person.id-number)`).
 *
 * What to know to trust it: a name stands here only where it means no less than the word it is taken for (a one-time
 * code nobody says more of is one by text); `pin` could be several things and is none of them.
 */
import { splitCapability } from "../model/index.ts";
import { proofWords } from "./kinds.ts";

/** By the word of the list. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  sms: [
    "otp",
    "one-time-code",
    "one-time-password",
    "otp-sms",
    "sms-otp",
    "sms-code",
    "text-code",
    "text-message",
    "code-by-text",
  ],
  call: ["voice-call", "call-back", "code-by-call"],
  email: ["e-mail", "mail", "email-code", "email-otp", "email-link", "code-by-mail"],
  "card-details": ["card-data", "card-number-expiry-cvv"],
  "last-four": ["card-last-four", "last4"],
  "id-number": [
    "national-id",
    "national-id-number",
    "ssn",
    "social-security-number",
    "nric",
    "aadhaar",
    "cpf",
  ],
  "birth-date": ["date-of-birth", "dob", "birthday"],
  name: ["full-name", "account-name"],
  "security-answer": ["security-question", "security-questions", "kba"],
  password: ["login-password", "account-password"],
  "card-pin": ["atm-pin", "debit-card-pin"],
  "transfer-code": ["pac", "port-out-pin", "porting-code"],
  "authenticator-code": ["totp", "authenticator", "authenticator-app"],
  "live-face": ["face", "face-scan", "liveness", "selfie", "video-selfie", "facial-recognition"],
  fingerprint: ["biometric", "biometrics", "touch-id"],
  passkey: ["fido", "fido2", "webauthn", "security-key", "hardware-key"],
  "approval-on-known-device": ["app-approval", "in-app-approval", "push-approval", "push-on-known-device"],
  "card-in-hand": ["card-present", "chip-and-pin-card", "card-reader"],
  "document-shown": [
    "id-card",
    "id-document",
    "identity-document",
    "photo-id",
    "passport",
    "driving-licence",
  ],
  "appear-in-person": ["in-person", "presence", "in-branch", "at-the-counter", "face-to-face"],
};

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(otherNames).flatMap(([word, names]) => names.map((name) => [name, word] as const)),
);

/** The word of the list it comes to; `undefined`: none. */
export function proofSaid(text: string): string | undefined {
  if (Object.hasOwn(proofWords, text)) return text;
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  return Object.hasOwn(proofWords, plain) ? plain : (byName.get(plain) ?? byCapability(text));
}

/** A word that shows just this; where several do, the first, for they are shown alike. */
function byCapability(text: string): string | undefined {
  const said = partsOf(text);
  if (said === undefined) return undefined;
  return Object.keys(proofWords).find((word) => {
    const { shows = [], isEither } = proofWords[word] ?? {};
    const parts = shows.map(partsOf);
    const isIt = (part: Parts | undefined) =>
      part?.kind === said.kind && part.thing === said.thing && part.secret === said.secret;
    return isEither === true ? parts.some(isIt) : parts.length === 1 && parts.every(isIt);
  });
}

interface Parts {
  readonly kind: string;
  /** The kind of thing. */
  readonly thing: string;
  /** Of what is known. */
  readonly secret: string | undefined;
}

function partsOf(text: string): Parts | undefined {
  const split = splitCapability(text);
  const [subject] = split?.subjects ?? [];
  if (split === undefined || subject === undefined) return undefined;
  const parts = subject.split(".");
  return {
    kind: split.kind,
    thing: parts[0] ?? "",
    secret: split.kind === "know" ? parts.at(-1) : undefined,
  };
}

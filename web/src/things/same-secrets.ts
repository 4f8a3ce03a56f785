/** Secrets that may be the same, without ever asking for one: whose card PIN, payment password or screen code it is. */
import { bodyOf, institutionOf, type PersonDocument, type ThingId, thingsOf } from "./document.ts";
import type { Services } from "./questions.ts";

/** The secrets that are told apart here, as the vocabulary names them. */
export type SecretName = "pin" | "online-password" | "password" | "payment-password" | "passcode";

export interface Secret {
  readonly thing: ThingId;
  readonly secret: SecretName;
  /** As a file writes it. */
  readonly word: string;
}

/** Every secret of the person's own things that people set themselves. */
export function secretsOf(document: PersonDocument, services: Services): readonly Secret[] {
  const of = (thing: ThingId, ...secrets: readonly SecretName[]) =>
    secrets.map((secret) => ({ thing, secret, word: `${thing}.${secret}` }));
  return [
    ...thingsOf(document, "card").flatMap((card) => of(card, "pin", "online-password")),
    ...thingsOf(document, "account").flatMap((account) => {
      const kind = services.get(institutionOf(document, account) ?? "")?.kind;
      const pays = kind === "wallet" || kind === "marketplace" || kind === "lender";
      return of(account, "password", ...(pays ? (["payment-password"] as const) : []));
    }),
    ...thingsOf(document, "device")
      .filter((device) => bodyOf(document, device)?.["kind"] !== "security-key")
      .flatMap((device) => of(device, "passcode")),
    ...thingsOf(document, "line")
      .filter((line) => bodyOf(document, line)?.["sim"] !== null)
      .flatMap((line) => of(line.replace(/^line/, "sim"), "pin")),
  ];
}

/**
 * A passkey as a key to the vault: asked with the same input, the authenticator gives the same secret (WebAuthn's PRF
 * extension). Nobody checks a signature here; whoever cannot have the secret cannot open.
 */
import type { Bytes } from "../../../src/store/index.ts";

export interface PasskeySecret {
  readonly credential: Bytes;
  readonly input: Bytes;
  readonly secret: Bytes;
}

export type PasskeyAsked =
  | { readonly kind: "secret"; readonly passkey: PasskeySecret }
  /** The reader said no, or waited too long. */
  | { readonly kind: "declined" }
  /** This browser or this key cannot do it. */
  | { readonly kind: "unable" };

const inputBytes = 32;
const secretBytes = 32;

/** Where passkeys can work at all: over HTTPS or on localhost. A number instead of a name cannot own a passkey. */
export function canHavePasskeys(): boolean {
  return (
    globalThis.isSecureContext &&
    typeof PublicKeyCredential === "function" &&
    !/^\[|^[\d.]+$/.test(location.hostname)
  );
}

/** A new one, for this page's host. Some keys give their secret only when asked again, so the reader may be asked twice. */
export async function makePasskey(): Promise<PasskeyAsked> {
  const input = crypto.getRandomValues(new Uint8Array(inputBytes));
  return asked(async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: "chainbreak" },
        // No name: a passkey's list is seen by whoever holds the device.
        user: {
          id: crypto.getRandomValues(new Uint8Array(16)),
          name: "chainbreak",
          displayName: "chainbreak",
        },
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -8 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        extensions: { prf: { eval: { first: input } } },
      },
    });
    if (!(made instanceof PublicKeyCredential)) return { kind: "unable" };
    const { prf } = made.getClientExtensionResults();
    if (prf?.enabled !== true && prf?.results === undefined) return { kind: "unable" };
    const credential = new Uint8Array(made.rawId);
    const secret = secretIn(prf);
    return secret === undefined
      ? askPasskey([{ credential, input }])
      : { kind: "secret", passkey: { credential, input, secret } };
  });
}

/** Any of these; the browser asks for the one that is at hand. */
export async function askPasskey(
  known: readonly { readonly credential: Bytes; readonly input: Bytes }[],
): Promise<PasskeyAsked> {
  return asked(async () => {
    const got = await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: known.map(({ credential }) => ({ type: "public-key", id: credential })),
        userVerification: "required",
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              known.map(({ credential, input }) => [toBase64Url(credential), { first: input }]),
            ),
          },
        },
      },
    });
    if (!(got instanceof PublicKeyCredential)) return { kind: "unable" };
    const secret = secretIn(got.getClientExtensionResults().prf);
    const id = toBase64Url(new Uint8Array(got.rawId));
    const asked = known.find(({ credential }) => toBase64Url(credential) === id);
    return secret === undefined || asked === undefined
      ? { kind: "unable" }
      : { kind: "secret", passkey: { ...asked, secret } };
  });
}

async function asked(ask: () => Promise<PasskeyAsked>): Promise<PasskeyAsked> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return { kind: ["NotAllowedError", "AbortError"].includes(cause.name) ? "declined" : "unable" };
  }
}

function secretIn(prf: AuthenticationExtensionsPRFOutputs | undefined): Bytes | undefined {
  const first = prf?.results?.first;
  if (first === undefined) return undefined;
  const bytes =
    first instanceof ArrayBuffer
      ? new Uint8Array(first)
      : new Uint8Array(first.buffer, first.byteOffset, first.byteLength);
  return bytes.length < secretBytes ? undefined : Uint8Array.from(bytes);
}

const toBase64Url = (bytes: Bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

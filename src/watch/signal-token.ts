/**
 * Security event tokens (RFC 8417, in the profile of OpenID SSF 1.0): ours
 * signed, those of others checked. What a token says is believed only when its signature, issuer, audience and type are
 * those agreed on.
 */
import type { KeyObject } from "node:crypto";
import { errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";

export type Claims = Readonly<Record<string, unknown>>;

/** What RFC 8935 and the registry beside it call a fault. */
export type SignalFault =
  | "invalid_request"
  | "invalid_key"
  | "invalid_issuer"
  | "invalid_audience"
  | "invalid_state"
  | "authentication_failed"
  | "access_denied";

export type TokenRead =
  | { readonly kind: "read"; readonly claims: Claims }
  | { readonly kind: "refused"; readonly fault: SignalFault; readonly why: string }
  /** Its keys could not be fetched: it is neither true nor false, and is to be sent again. */
  | { readonly kind: "no-keys" };

const tokenType = "secevent+jwt";
/** Of public keys only, and none that others have broken. The interoperability profile asks for the first. */
const algorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];

export async function readToken(
  token: string,
  {
    issuer,
    audience,
    keys,
    now,
  }: {
    readonly issuer: string;
    readonly audience: string;
    readonly keys: JWTVerifyGetKey;
    readonly now: number;
  },
): Promise<TokenRead> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      typ: tokenType,
      requiredClaims: ["iat", "jti"],
      currentDate: new Date(now),
    });
    return { kind: "read", claims: payload };
  } catch (fault) {
    return refusedBy(fault);
  }
}

function refusedBy(fault: unknown): TokenRead {
  const refused = (code: SignalFault, why: string): TokenRead => ({ kind: "refused", fault: code, why });
  if (fault instanceof errors.JWTClaimValidationFailed) {
    if (fault.claim === "iss") return refused("invalid_issuer", "`iss` is not the issuer agreed on");
    if (fault.claim === "aud") return refused("invalid_audience", "`aud` is not this service");
    return refused("invalid_request", `\`${fault.claim}\` is missing or not what a SET has`);
  }
  if (fault instanceof errors.JWTExpired) return refused("invalid_request", "a SET has no `exp`");
  if (
    fault instanceof errors.JWKSNoMatchingKey ||
    fault instanceof errors.JWKSMultipleMatchingKeys ||
    fault instanceof errors.JWSSignatureVerificationFailed ||
    fault instanceof errors.JOSEAlgNotAllowed
  )
    return refused("invalid_key", "no key of its issuer has signed it so");
  if (
    fault instanceof errors.JWSInvalid ||
    fault instanceof errors.JWTInvalid ||
    fault instanceof errors.JOSENotSupported
  )
    return refused("invalid_request", "it is not a signed SET");
  return { kind: "no-keys" };
}

export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** The same claims give the same token, so that what is sent twice is the same to the byte. */
export const signToken = (claims: Claims, { kid, key }: SigningKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", typ: tokenType, kid }).sign(key);

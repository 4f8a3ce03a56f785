/** Signed signals of others: what is taken is an event, what is not is refused with its code, and nothing counts twice. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { expect, test } from "vitest";
import { emptyFolder, type Watched, watched } from "../../test/kit/watched.ts";
import { verifyFolder } from "./index.ts";

const hub = "https://hub.example";
const bank = "https://bank.example/ssf";
const risc = "https://schemas.openid.net/secevent/risc/event-type/";
const pair = await generateKeyPair("RS256");
const foreign = await generateKeyPair("RS256");
const publicKeys = async () => ({
  keys: [{ ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "RS256", use: "sig" }],
});

const claims = (jti: string, more: JWTPayload = {}): JWTPayload => ({
  iss: bank,
  aud: hub,
  iat: 1_710_063_000,
  jti,
  sub_id: { format: "opaque", id: "ann" },
  events: { [`${risc}recovery-activated`]: {} },
  ...more,
});
const signed = (payload: JWTPayload, header = {}, key = pair.privateKey) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: "RS256", typ: "secevent+jwt", kid: "k1", ...header })
    .sign(key);

const push = async (
  service: Watched,
  token: string,
  institution = "ee",
  type = "application/secevent+jwt",
) => {
  const answer = await service.ask(institution, "/v1/signals", {
    method: "POST",
    body: token,
    headers: { "Content-Type": type },
  });
  const text = await answer.text();
  return { status: answer.status, err: text === "" ? undefined : JSON.parse(text).err };
};

async function receiving(options: Parameters<typeof watched>[0] = {}): Promise<Watched> {
  const folder = emptyFolder();
  writeFileSync(join(folder, "ee.json"), JSON.stringify(await publicKeys()));
  return watched({ issuer: hub, transmits: { ee: { issuer: bank, keys: "ee.json" } }, ...options }, folder);
}

const happened = async (service: Watched) => {
  const answer = await service.ask("ee", "/v1/people/ann");
  return answer.status === 404 ? [] : (await answer.json()).happened;
};

test("a signal that holds is an event of whose transmitter it is, kept before it is acknowledged, and counts once", async () => {
  const service = await receiving();
  const token = await signed(claims("jti-1"));
  expect(await push(service, token)).toEqual({ status: 202, err: undefined });
  expect(verifyFolder(service.folder).records).toBe(1);
  expect(await push(service, token)).toEqual({ status: 202, err: undefined });
  expect(await happened(service)).toMatchObject([
    { event: "jti-1", word: "password-reset-requested", institution: "ee" },
  ]);
  // Another content under its jti is not the same signal.
  const other = await signed(claims("jti-1", { events: { [`${risc}account-enabled`]: {} } }));
  expect(await push(service, other)).toEqual({ status: 400, err: "invalid_request" });
  await service.close();
});

test("an event no standard has a type for is told by our own words, with all they say", async () => {
  const service = await receiving();
  const events = {
    "urn:chainbreak:event-type:transfer": { amount: "90.00", currency: "GBP", payee: "m", device: "d9" },
  };
  expect((await push(service, await signed(claims("t", { events })))).status).toBe(202);
  expect(await happened(service)).toMatchObject([{ word: "transfer", amount: "90.00 GBP" }]);
  await service.close();
});

test.each([
  ["signed by nobody known", "invalid_key", () => signed(claims("a"), {}, foreign.privateKey)],
  ["of a key that is not published", "invalid_key", () => signed(claims("a"), { kid: "k2" })],
  ["of another issuer", "invalid_issuer", () => signed(claims("a", { iss: "https://other.example" }))],
  [
    "meant for somebody else",
    "invalid_audience",
    () => signed(claims("a", { aud: "https://other.example" })),
  ],
  ["another kind of token", "invalid_request", () => signed(claims("a"), { typ: "JWT" })],
  ["without a jti", "invalid_request", () => signed(claims("a", { jti: "" }))],
  [
    "of two events",
    "invalid_request",
    () => signed(claims("a", { events: { [`${risc}opt-in`]: {}, [`${risc}account-enabled`]: {} } })),
  ],
  ["of nobody", "invalid_request", () => signed(claims("a", { sub_id: { format: "complex" } }))],
  ["no token at all", "invalid_request", () => Promise.resolve("x.y.z")],
  ["not signed", "invalid_key", () => Promise.resolve(`${btoa('{"alg":"none","typ":"secevent+jwt"}')}.e30.`)],
])(
  "a signal that does not hold is refused, says why, and nothing of it is kept: %s",
  async (_, err, made) => {
    const service = await receiving();
    expect(await push(service, await made())).toEqual({ status: 400, err });
    expect(verifyFolder(service.folder).records).toBe(0);
    await service.close();
  },
);

test("whoever has no transmitter, no key or sends no SET is refused", async () => {
  const service = await receiving();
  const token = await signed(claims("a"));
  expect(await push(service, token, "monzo")).toEqual({ status: 400, err: "access_denied" });
  expect((await push(service, token, "ee", "application/json")).status).toBe(415);
  const unknown = await service.ask("ee", "/v1/signals", {
    method: "POST",
    body: token,
    headers: { Authorization: "" },
  });
  expect(unknown.status).toBe(401);
  expect(verifyFolder(service.folder).records).toBe(0);
  await service.close();
});

test("a verification, or news of the stream itself, is acknowledged and is no event of anybody", async () => {
  const service = await receiving();
  const events = { "https://schemas.openid.net/secevent/ssf/event-type/verification": { state: "s" } };
  const token = await signed(claims("v", { sub_id: { format: "opaque", id: "stream-1" }, events }));
  expect((await push(service, token)).status).toBe(202);
  expect(verifyFolder(service.folder).records).toBe(0);
  await service.close();
});

test("keys that are published elsewhere are fetched; while they cannot be, nothing is refused and nothing taken", async () => {
  let isUp = false;
  const asked: string[] = [];
  const service = await receiving({
    transmits: { ee: { issuer: bank, keys: "https://bank.example/keys" } },
    send: async (url) => {
      asked.push(String(url));
      if (!isUp) throw new TypeError("fetch failed");
      return Response.json(await publicKeys());
    },
  });
  const token = await signed(claims("a"));
  expect((await push(service, token)).status).toBe(503);
  expect(verifyFolder(service.folder).records).toBe(0);
  isUp = true;
  expect((await push(service, token)).status).toBe(202);
  expect(new Set(asked)).toEqual(new Set(["https://bank.example/keys"]));
  await service.close();
});

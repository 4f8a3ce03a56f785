/** Our signals to another service of the same kind: what one decides the other takes, whatever is down in between. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { expect, test } from "vitest";
import {
  emptyFolder,
  event,
  keyOf,
  type Watched,
  type WatchedOptions,
  watched,
} from "../../test/kit/watched.ts";

const hub = "https://hub.example";
const bank = "https://bank.example";
const push = "urn:ietf:rfc:8935";
const poll = "urn:ietf:rfc:8936";
const own = "urn:chainbreak:event-type:";

/** The owner's device has never been seen: a transfer after a reset is asked about. */
const night = [
  event("n1", { kind: "password-reset", device: "odd", channel: "chat" }),
  event("n2", { kind: "payee-added", device: "odd", payee: "mule", time: "2024-03-10T09:40:00Z" }),
  event("n3", {
    kind: "transfer",
    state: "request",
    device: "odd",
    payee: "mule",
    amount: "9000.00",
    time: "2024-03-10T09:50:00Z",
  }),
];

type Send = typeof fetch;
/** Requests to an address reach the service of that name; nobody else is there. */
const wires = new Map<string, Send>();
const wired: Send = (url, init) => {
  const { host, pathname } = new URL(String(url));
  const to = wires.get(host);
  if (to === undefined) return Promise.reject(new TypeError("fetch failed"));
  return to(`http://127.0.0.1${pathname}`, init);
};
const wire = (host: string, service: Watched) =>
  wires.set(host, async (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set("Host", "127.0.0.1");
    return service.watch.app.request(String(url), { ...init, headers });
  });

const json = async (service: Watched, path: string, method: string, body?: unknown, institution = "ee") => {
  const answer = await service.ask(institution, path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, said: text === "" ? undefined : JSON.parse(text) };
};

const transmitting = (options: WatchedOptions = {}, folder = emptyFolder()) =>
  watched(
    {
      issuer: hub,
      receives: { ee: { "push-to": [`${bank}/v1/signals`], audience: bank } },
      send: wired,
      ...options,
    },
    folder,
  );
/** The bank's service takes what the hub signs, as events of an institution it calls by the hub's name. */
const receiving = (folder = emptyFolder()) =>
  watched(
    {
      issuer: bank,
      institutions: ["hub"],
      transmits: { hub: { issuer: hub, keys: `${hub}/v1/signals/jwks.json` } },
      send: wired,
    },
    folder,
  );
const pushing = {
  delivery: {
    method: push,
    endpoint_url: `${bank}/v1/signals`,
    authorization_header: `Bearer ${keyOf("hub").key}`,
  },
};
const pollAll = async (service: Watched, id: string, asked: object = {}) =>
  (await json(service, `/v1/signals/poll/${id}`, "POST", { returnImmediately: true, ...asked })).said;

test("what one service decides another takes by push, each once, though it is down and both are stopped in between", async () => {
  let now = Date.UTC(2024, 5, 1);
  const time = () => now;
  const first = transmitting({ now: time });
  expect((await json(first, "/v1/signals/streams", "POST", pushing)).status).toBe(201);
  const decided = [];
  for (const each of night) decided.push(JSON.parse((await first.send("ee", each)).text).decision);
  const touched = decided.filter((decision) => decision !== "allow").length;
  expect(touched).toBeGreaterThan(0);
  await first.watch.signals.sendDue(); // Nobody is there.
  await first.close();
  const again = transmitting({ now: time }, first.folder);
  wire("hub.example", again);
  const other = receiving();
  wire("bank.example", other);
  await again.watch.signals.sendDue();
  await again.watch.signals.sendDue();
  const { said } = await json(other, "/v1/decisions?all=yes", "GET", undefined, "hub");
  expect(said.decisions.map(({ word, person }: Record<string, string>) => [word, person])).toEqual(
    Array.from({ length: touched * 2 }, () => ["notice-sent", "ann"]),
  );
  const { text } = { text: await (await again.ask("ee", "/metrics")).text() };
  expect(text).toContain(`chainbreak_signals_out_total{kind="sent"} ${touched * 2}`);
  expect(text).toContain("chainbreak_signals_owed 0");
  now += 1;
  await again.close();
  await other.close();
});

test("a receiver that is down is left alone for longer and longer, and told all when it is back", async () => {
  let now = Date.UTC(2024, 5, 1);
  let tries = 0;
  let isUp = false;
  const heard: string[] = [];
  const service = transmitting({
    now: () => now,
    send: async (_, init) => {
      tries += 1;
      if (!isUp) return new Response(null, { status: 503 });
      heard.push(decodeJwt(String(init?.body)).jti ?? "");
      return new Response(null, { status: 202 });
    },
  });
  await json(service, "/v1/signals/streams", "POST", pushing);
  for (const each of night) await service.send("ee", each);
  for (let minute = 0; minute < 1_440; minute += 1) {
    await service.watch.signals.sendDue();
    now += 60_000;
  }
  // One at a time to a receiver that is down: ten in the first hour or so, then one an hour.
  expect([tries > 24, tries < 40]).toEqual([true, true]);
  isUp = true;
  now += 3_600_000;
  await service.watch.signals.sendDue();
  expect(heard.length).toBeGreaterThan(1);
  expect(new Set(heard).size).toBe(heard.length);
  await service.close();
});

test("a receiver that named no header is sent none", async () => {
  const headers: Headers[] = [];
  const service = transmitting({
    send: async (_, init) => {
      headers.push(new Headers(init?.headers));
      return new Response(null, { status: 202 });
    },
  });
  const delivery = { method: push, endpoint_url: `${bank}/v1/signals` };
  await json(service, "/v1/signals/streams", "POST", { delivery });
  for (const each of night) await service.send("ee", each);
  await service.watch.signals.sendDue();
  expect(headers.map((each) => [each.get("authorization"), each.get("content-type")])[0]).toEqual([
    null,
    "application/secevent+jwt",
  ]);
  await service.close();
});

test("a signal is a SET as the profile wants it, and the two about one cause bear one txn", async () => {
  const service = transmitting();
  const made = await json(service, "/v1/signals/streams", "POST", { delivery: { method: poll }, unknown: 1 });
  expect(made).toMatchObject({ status: 201, said: { iss: hub, aud: bank } });
  for (const each of night) await service.send("ee", each);
  const { sets } = await pollAll(service, made.said.stream_id);
  const keys = createLocalJWKSet(await (await service.ask("ee", "/v1/signals/jwks.json")).json());
  const read = await Promise.all(
    Object.values<string>(sets).map((token) =>
      jwtVerify(token, keys, { issuer: hub, audience: bank, typ: "secevent+jwt" }),
    ),
  );
  for (const { payload, protectedHeader } of read) {
    expect(protectedHeader.alg).toBe("RS256");
    expect([payload.exp, payload.sub, Object.keys(payload["events"] as object).length]).toEqual([
      undefined,
      undefined,
      1,
    ]);
    expect(payload["sub_id"]).toEqual({ format: "opaque", id: "ann" });
    expect(sets[payload.jti ?? ""]).toBeDefined();
  }
  const causes = new Set(read.map(({ payload }) => payload["txn"]));
  expect([read.length > 1, read.length]).toEqual([true, causes.size * 2]);
  await service.close();
});

test("what is fetched is given again until it is acknowledged; what is refused comes later, and paused nothing", async () => {
  let now = Date.UTC(2024, 5, 1);
  const service = transmitting({ now: () => now });
  const { said: stream } = await json(service, "/v1/signals/streams", "POST", {});
  const id = stream.stream_id;
  expect(stream.delivery).toEqual({ method: poll, endpoint_url: `${hub}/v1/signals/poll/${id}` });
  for (const each of night) await service.send("ee", each);
  const all = Object.keys((await pollAll(service, id)).sets);
  expect(Object.keys((await pollAll(service, id)).sets)).toEqual(all);
  const one = await pollAll(service, id, { maxEvents: 1 });
  expect([Object.keys(one.sets), one.moreAvailable]).toEqual([all.slice(0, 1), true]);
  expect(await pollAll(service, id, { maxEvents: 0, ack: all.slice(0, 1) })).toEqual({ sets: {} });
  const setErrs = { [all[1]!]: { err: "invalid_key", description: "" } };
  expect(Object.keys((await pollAll(service, id, { setErrs })).sets)).toEqual(all.slice(2));
  expect(service.said).toEqual(["signals: `ee` refused one: invalid_key"]);
  now += 600_000;
  const status = { stream_id: id, status: "paused" };
  expect((await json(service, "/v1/signals/status", "POST", status)).said).toEqual(status);
  expect(await pollAll(service, id)).toEqual({ sets: {} });
  await json(service, "/v1/signals/status", "POST", { ...status, status: "enabled" });
  expect(Object.keys((await pollAll(service, id)).sets)).toEqual(all.slice(1));
  await json(service, "/v1/signals/status", "POST", { ...status, status: "disabled" });
  await json(service, "/v1/signals/status", "POST", { ...status, status: "enabled" });
  expect(await pollAll(service, id)).toEqual({ sets: {} });
  // Another institution's key opens nothing of it.
  expect((await json(service, `/v1/signals/poll/${id}`, "POST", {}, "monzo")).status).toBe(404);
  await service.close();
});

test("a stream is made, read, changed, replaced and ended by its institution, as the standard answers", async () => {
  const service = transmitting();
  const path = "/v1/signals/streams";
  expect(await json(service, path, "GET")).toEqual({ status: 200, said: [] });
  expect((await json(service, path, "POST", {}, "monzo")).status).toBe(403);
  const wide = { ...pushing, events_requested: [`${own}decision`, "urn:other"], description: "ours" };
  const { status, said } = await json(service, path, "POST", wide);
  expect([status, said.events_delivered, said.description]).toEqual([201, [`${own}decision`], "ours"]);
  expect(JSON.stringify(said)).not.toContain(keyOf("hub").key);
  expect((await json(service, path, "POST", {})).status).toBe(409);
  const id = said.stream_id;
  expect((await json(service, `${path}?stream_id=${id}`, "GET")).said).toEqual(said);
  expect((await json(service, `${path}?stream_id=x`, "GET")).status).toBe(404);
  const foreign = { stream_id: id, delivery: { method: push, endpoint_url: "https://thief.example/" } };
  expect((await json(service, path, "PATCH", foreign)).status).toBe(400);
  expect((await json(service, path, "PATCH", { stream_id: "x" })).status).toBe(404);
  expect((await json(service, path, "PATCH", { description: "no id" })).status).toBe(400);
  const changed = await json(service, path, "PATCH", { stream_id: id, description: "other" });
  expect([changed.said.description, changed.said.delivery.method]).toEqual(["other", push]);
  const replaced = await json(service, path, "PUT", { stream_id: id });
  expect([replaced.said.description, replaced.said.delivery.method]).toEqual([undefined, poll]);
  expect((await json(service, `${path}?stream_id=${id}`, "DELETE")).status).toBe(204);
  expect((await json(service, `${path}?stream_id=${id}`, "DELETE")).status).toBe(404);
  await service.close();
});

test("a verification comes back with its state, and what the service offers is told to everybody", async () => {
  const service = transmitting();
  const { said: stream } = await json(service, "/v1/signals/streams", "POST", {});
  const id = stream.stream_id;
  expect((await json(service, "/v1/signals/verify", "POST", { stream_id: id, state: "abc" })).status).toBe(
    204,
  );
  expect((await json(service, "/v1/signals/verify", "POST", { stream_id: id })).status).toBe(429);
  const { sets } = await pollAll(service, id);
  expect(Object.values<string>(sets).map((token) => decodeJwt(token))).toMatchObject([
    {
      sub_id: { format: "opaque", id },
      events: { "https://schemas.openid.net/secevent/ssf/event-type/verification": { state: "abc" } },
    },
  ]);
  const told = await service.watch.app.request("/.well-known/ssf-configuration", {
    headers: { Host: "127.0.0.1" },
  });
  const metadata = (await told.json()) as Readonly<Record<string, unknown>>;
  expect(metadata).toMatchObject({
    issuer: hub,
    spec_version: "1_0",
    jwks_uri: `${hub}/v1/signals/jwks.json`,
  });
  const { keys } = await (await service.ask("ee", "/v1/signals/jwks.json")).json();
  expect(Object.keys(keys[0]).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  await service.close();
  const silent = watched();
  expect((await silent.ask("ee", "/.well-known/ssf-configuration")).status).toBe(404);
  await silent.close();
});

test("of somebody who was erased nothing goes out any more", async () => {
  const service = transmitting();
  const { said: stream } = await json(service, "/v1/signals/streams", "POST", {});
  for (const each of night) await service.send("ee", each);
  await service.ask("ee", "/v1/people/ann", { method: "DELETE" });
  expect(await pollAll(service, stream.stream_id)).toEqual({ sets: {} });
  expect(await (await service.ask("ee", "/metrics")).text()).toContain("chainbreak_signals_owed 0");
  await service.close();
});

test("what came of a decision is told back by a signed receipt with its txn, and stands beside the decision", async () => {
  // The bank is a service, too: it signs by its own keys what it tells back.
  const signer = watched({ issuer: bank, institutions: ["hub"], receives: { hub: { audience: hub } } });
  const keys = await (await signer.ask("hub", "/v1/signals/jwks.json")).json();
  const { importJWK, SignJWT } = await import("jose");
  const { readFileSync } = await import("node:fs");
  const [pair] = JSON.parse(readFileSync(join(signer.folder, "signing-keys.json"), "utf8")).keys;
  const folder = emptyFolder();
  writeFileSync(join(folder, "bank.json"), JSON.stringify(keys));
  const transmits = { ee: { issuer: bank, keys: "bank.json" }, monzo: { issuer: bank, keys: "bank.json" } };
  const service = transmitting({ transmits }, folder);
  const { said: stream } = await json(service, "/v1/signals/streams", "POST", {});
  for (const each of night) await service.send("ee", each);
  const [first] = Object.values<string>((await pollAll(service, stream.stream_id)).sets);
  const txn = String(decodeJwt(first!)["txn"]);
  const receipt = async (jti: string, named: string, institution = "ee") => {
    const key = await importJWK(pair, "RS256");
    const claims = {
      jti,
      txn: named,
      sub_id: { format: "opaque", id: "ann" },
      events: { [`${own}hold-applied`]: {} },
    };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", typ: "secevent+jwt", kid: pair.kid })
      .setIssuer(bank)
      .setAudience(hub)
      .setIssuedAt(1_710_000_000)
      .sign(key);
    const headers = { "Content-Type": "application/secevent+jwt" };
    return (await service.ask(institution, "/v1/signals", { method: "POST", body: token, headers })).status;
  };
  expect(await receipt("r1", txn)).toBe(202);
  expect(await receipt("r1", txn)).toBe(202);
  expect(await receipt("r2", "0".repeat(32))).toBe(400);
  expect(await receipt("r3", txn, "monzo")).toBe(400);
  const { said } = await json(service, "/v1/decisions", "GET");
  const receipts = said.decisions.flatMap((each: { receipts?: unknown[] }) => each.receipts ?? []);
  expect(receipts).toEqual([{ word: "hold-applied", at: "2024-06-01T00:00:00.000Z" }]);
  await service.close();
  await signer.close();
});

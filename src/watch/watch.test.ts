/** The service asked as institutions ask it: what it accepts, what it refuses, what it keeps. */

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import {
  event,
  keyOf,
  rulesIn,
  type Watched,
  type WatchedOptions,
  watched,
  watchVersion,
} from "../../test/kit/watched.ts";
import { looksIn, verifyFolder } from "./index.ts";

const codesOf = (text: string): readonly string[] =>
  JSON.parse(text).complaints.map(({ code }: { code: string }) => code);

test("an event is answered, and sent again with the same content it is answered the same, to the byte", async () => {
  const service = watched();
  const first = await service.send("ee", event("e1"));
  expect(first.status).toBe(200);
  expect(JSON.parse(first.text)).toMatchObject({ event: "e1", person: "ann", decision: "allow", record: 1 });
  expect(await service.send("ee", event("e1"))).toEqual(first);
  await service.close();
  const again = watched({}, service.folder);
  expect(await again.send("ee", event("e1"))).toEqual(first);
  expect(again.watch.replayed).toMatchObject({ records: 1, compared: 1, differ: 0 });
  await again.close();
});

test("the same id with other content is refused, in one request and in two", async () => {
  const service = watched();
  const other = event("e1", { device: "another" });
  const both = await service.send("ee", [event("e1"), other]);
  expect(JSON.parse(both.text).answers.map(({ status }: { status: number }) => status)).toEqual([200, 409]);
  const later = await service.send("ee", other);
  expect([later.status, codesOf(later.text)]).toEqual([409, ["watch/other-content"]]);
  // Another institution's event of that id is another event.
  expect((await service.send("monzo", event("e1", { institution: "monzo" }))).status).toBe(200);
  await service.close();
});

test.each([
  ["no object", 3, 400, "watch/not-an-event"],
  [
    "without an id",
    { time: "2024-03-10T09:30:00Z", institution: "ee", person: "a" },
    400,
    "shape/missing-key",
  ],
  ["no time", event("e", { time: "today" }), 400, "event/bad-time"],
  ["another's", event("e", { institution: "monzo" }), 403, "watch/other-institution"],
  ["too large", event("e", { payee: "x".repeat(70_000) }), 413, "event/too-large"],
  ["too large in Chinese", event("e", { payee: "收".repeat(25_000) }), 413, "event/too-large"],
])("an event that cannot be taken is refused with a reason: %s", async (_, value, status, code) => {
  const service = watched();
  const answer = await service.send("ee", value);
  expect([answer.status, codesOf(answer.text)[0]]).toEqual([status, code]);
  expect(verifyFolder(service.folder).records).toBe(0);
  await service.close();
});

test("bodies of every wrong shape are refused, and nothing of them is kept", async () => {
  const service = watched();
  const post = (body: string, type = "application/json") =>
    service.ask("ee", "/v1/events", { method: "POST", body, headers: { "Content-Type": type } });
  expect((await post("{")).status).toBe(400);
  expect((await post("{}", "text/plain")).status).toBe(415);
  expect((await post("[".repeat(50_000))).status).toBe(400);
  expect((await post(`[${"{},".repeat(1_000)}{}]`)).status).toBe(413);
  expect((await post(" ".repeat(5 * 1024 * 1024))).status).toBe(413);
  const deep = await post(`[${"[".repeat(20_000)}${"]".repeat(20_000)}]`);
  expect((await deep.json()).answers[0].status).toBe(400);
  const lines = await post(`${JSON.stringify(event("e1"))}\nnot this\n`, "application/x-ndjson");
  expect((await lines.json()).answers.map(({ status }: { status: number }) => status)).toEqual([200, 400]);
  expect(verifyFolder(service.folder).records).toBe(1);
  await service.close();
});

test("a CloudEvent is an event", async () => {
  const service = watched();
  const { id, time, institution, person, kind, ...data } = event("c1");
  const answer = await service.ask("ee", "/v1/events", {
    method: "POST",
    headers: { "Content-Type": "application/cloudevents+json" },
    body: JSON.stringify({
      specversion: "1.0",
      id,
      time,
      source: `/${institution}`,
      subject: person,
      type: kind,
      data,
    }),
  });
  expect(await answer.json()).toMatchObject({ event: "c1", person: "ann", decision: "allow" });
  await service.close();
});

test("a key that is missing, unknown, expired or for something else opens nothing", async () => {
  const service = watched();
  const status = async (headers: Record<string, string>) =>
    (await service.watch.app.request("/v1/me", { headers: { Host: "127.0.0.1", ...headers } })).status;
  expect(await status({})).toBe(401);
  expect(await status({ Authorization: "Bearer cbk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })).toBe(401);
  await service.close();
  const late = watched({ now: () => Date.UTC(2030, 0, 2) }, service.folder);
  const answer = await late.ask("ee", "/v1/me");
  expect([answer.status, codesOf(await answer.text())]).toEqual([401, ["watch/expired-key"]]);
  await late.close();
});

test("a full queue takes none of a request, and says when to come again", async () => {
  const service = watched({ waitingMax: 50 });
  const sent = Array.from({ length: 6 }, (_, n) =>
    service.ask("ee", "/v1/events", {
      method: "POST",
      body: JSON.stringify(Array.from({ length: 10 }, (_, i) => event(`${n}-${i}`))),
    }),
  );
  const answers = await Promise.all(sent);
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 429).length).toBe(1);
  expect(answers[statuses.indexOf(429)]?.headers.get("retry-after")).toBe("1");
  expect(verifyFolder(service.folder).records).toBe(50);
  await service.close();
});

test("two services on one folder are refused, and when the first is gone the second may", async () => {
  const service = watched();
  expect(() => watched({}, service.folder)).toThrow(/another service is running/);
  await service.close();
  await watched({}, service.folder).close();
});

test("a disk that refuses is said: nothing is accepted, and after it nothing is missing or twice", async () => {
  const service = watched();
  let time = Date.UTC(2024, 5, 1);
  await service.close();
  const held = watched({ now: () => time }, service.folder);
  expect((await held.send("ee", event("e1"))).status).toBe(200);
  // Another program holds the file: as a full or a read-only disk does, it refuses the commit.
  const other = new DatabaseSync(join(service.folder, "journal.sqlite"));
  other.exec("begin immediate");
  const refused = await held.send("ee", event("e2"));
  expect([refused.status, codesOf(refused.text)]).toEqual([503, ["watch/cannot-keep"]]);
  expect((await held.ask("ee", "/healthz")).status).toBe(503);
  other.exec("rollback");
  other.close();
  expect((await held.send("ee", event("e2"))).status).toBe(503); // Not asked again at once.
  time += 2_000;
  const taken = await held.send("ee", event("e2"));
  expect([taken.status, JSON.parse(taken.text).record]).toEqual([200, 2]);
  expect((await held.ask("ee", "/healthz")).status).toBe(200);
  expect(held.said.join()).toMatch(/were refused/);
  await held.close();
}, 20_000);

test("a clock that jumps back moves nothing back", async () => {
  let time = Date.UTC(2024, 5, 1);
  const service = watched({ now: () => time });
  await service.send("ee", event("e1"));
  time -= 1_000_000_000;
  await service.send("ee", event("e2"));
  const kept = await service.ask("ee", "/v1/decisions?all=yes");
  const received = (await kept.json()).decisions.map((each: { received: string }) => each.received);
  expect(new Set(received).size).toBe(1);
  await service.close();
});

test("what is changed in the journal from outside is found, without a key and with", async () => {
  const service = watched();
  for (const id of ["e1", "e2", "e3"]) await service.send("ee", event(id));
  const { head } = verifyFolder(service.folder);
  await service.close();
  const file = new DatabaseSync(join(service.folder, "journal.sqlite"));
  file.exec("update entries set decision = 3 where seq = 2");
  file.close();
  expect(verifyFolder(service.folder).broken).toEqual({ record: 2, why: "chain" });
  expect(() => watched({}, service.folder)).toThrow(/record 2 .* does not follow/);
  const cut = new DatabaseSync(join(service.folder, "journal.sqlite"));
  cut.exec("update entries set decision = 0 where seq = 2; delete from entries where seq = 3");
  cut.close();
  // Cut at its end a chain is whole; a head kept elsewhere knows.
  expect(verifyFolder(service.folder).broken).toBeUndefined();
  expect(verifyFolder(service.folder, head).holds).toBe(false);
});

test("a journal of a newer version is refused", async () => {
  const service = watched();
  await service.close();
  const file = new DatabaseSync(join(service.folder, "journal.sqlite"));
  file.exec("pragma user_version = 99");
  file.close();
  expect(() => watched({}, service.folder)).toThrow(/newer chainbreak/);
});

test("after an upgrade the journal is replayed, what differs is told, and what was answered stands", async () => {
  const service = watched();
  const first = await service.send("ee", event("e1"));
  await service.close();
  const rules = rulesIn("{ rules: r, version: 1, when: { all: { decide: block } } }");
  const later = watched({ version: { ...watchVersion, rules } }, service.folder);
  expect(later.watch.replayed).toMatchObject({
    differ: 1,
    examples: [{ record: 1, before: "allow", now: "block" }],
  });
  expect(await later.send("ee", event("e1"))).toEqual(first);
  await later.close();
});

test("an event our engine breaks on is refused alone: the others are decided as if it had not come", async () => {
  const shapeOf = (person: string, region: string | undefined) => {
    if (person === "broken") throw new Error("a fault of ours");
    return watchVersion.shapeOf(person, region);
  };
  const service = watched({ version: { ...watchVersion, shapeOf } });
  const odd = (id: string, person: string) => event(id, { kind: "password-reset", person });
  const sent = [odd("e1", "ann"), odd("e2", "broken"), odd("e3", "ann"), odd("e3", "ann")];
  const { answers } = JSON.parse((await service.send("ee", sent)).text);
  expect(answers.map(({ status, chain }: Record<string, unknown>) => [status, chain])).toEqual([
    [200, ["e1"]],
    [500, undefined],
    [200, ["e1", "e3"]],
    [200, ["e1", "e3"]],
  ]);
  expect(verifyFolder(service.folder).records).toBe(2);
  await service.close();
});

test("when it stops it answers what it took, takes nothing more, and is not called cut off", async () => {
  const service = watched();
  const under = Array.from({ length: 20 }, (_, i) => service.send("ee", event(`e${i}`)));
  await new Promise((resolve) => setImmediate(resolve));
  const closing = service.close();
  const statuses = (await Promise.all(under)).map(({ status }) => status);
  await closing;
  const taken = statuses.filter((status) => status === 200).length;
  expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
  expect(verifyFolder(service.folder).records).toBe(taken);
  const next = watched({}, service.folder);
  expect(next.watch.wasCut).toBe(false);
  await next.close();
});

test("cases are opened, noted, decided and closed, by the institution whose they are", async () => {
  const service = watched();
  await service.send("ee", event("e1"));
  const ask = async (institution: string, path: string, method: string, body?: unknown) => {
    const answer = await service.ask(institution, path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, said: await answer.json() };
  };
  expect((await ask("ee", "/v1/cases", "POST", { person: "nobody" })).status).toBe(404);
  const opened = await ask("ee", "/v1/cases", "POST", { person: "ann", record: 1, note: "called" });
  expect([opened.status, opened.said.state]).toEqual([201, "open"]);
  const changed = await ask("ee", "/v1/cases/1", "PATCH", {
    note: "it was them",
    verdict: "owner",
    state: "closed",
  });
  expect(changed.said).toMatchObject({
    state: "closed",
    verdict: "owner",
    notes: [{ text: "called" }, { text: "it was them" }],
  });
  expect((await ask("monzo", "/v1/cases/1", "PATCH", { note: "x" })).status).toBe(404);
  expect((await ask("monzo", "/v1/cases", "GET")).said.cases).toEqual([]);
  expect((await ask("ee", "/v1/cases/1", "PATCH", { verdict: "maybe" })).status).toBe(400);
  await service.close();
});

test("decisions are heard as they are made, and only by the institution whose they are", async () => {
  const service = watched();
  const live = await service.ask("monzo", "/v1/decisions/live");
  const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe("event: open\ndata: monzo\n\n");
  await service.send("ee", event("e1"));
  await service.send("monzo", event("m1", { institution: "monzo" }));
  expect((await reader.read()).value).toMatch(/^event: decision\ndata: \{"event":"m1".*\nid: 1\n\n$/);
  await reader.cancel();
  await service.close();
});

test("an event of another member has one name, in the chain and in the timeline", async () => {
  const service = watched({ sharing: { members: ["ee", "monzo"], tells: "when-and-what" } });
  await service.send("ee", event("c1", { kind: "esim-transfer", channel: "chat", device: undefined }));
  const reset = event("c2", { institution: "monzo", kind: "password-reset", device: "x" });
  const { chain } = JSON.parse((await service.send("monzo", reset)).text);
  const { happened } = await (await service.ask("monzo", "/v1/people/ann")).json();
  expect(chain).toEqual([expect.stringMatching(/^elsewhere-[0-9a-f]{12}$/), "c2"]);
  expect(happened.map((each: { event: string }) => each.event)).toEqual(chain);
  await service.close();
});

test("a timeline and a list of cases that are cut say how many they leave out", async () => {
  const service = watched();
  for (const from of [0, 260])
    await service.send(
      "ee",
      Array.from({ length: 260 }, (_, i) => event(`t${from + i}`, { kind: "app-open" })),
    );
  const { happened, leftOut } = await (await service.ask("ee", "/v1/people/ann")).json();
  expect({ told: happened.length, last: happened.at(-1).event, leftOut }).toEqual({
    told: 500,
    last: "t519",
    leftOut: 20,
  });
  expect(await (await service.ask("ee", "/v1/cases")).json()).toEqual({ cases: [], leftOut: 0 });
  await service.close();
});

test("the figures count what was answered", async () => {
  const service = watched();
  await service.send("ee", [event("e1"), event("e1"), event("e1", { device: "x" }), {}]);
  const text = await (await service.ask("ee", "/metrics")).text();
  for (const row of [
    'chainbreak_events_total{status="200"} 2',
    'chainbreak_events_total{status="409"} 1',
    'chainbreak_events_total{status="400"} 1',
    'chainbreak_decisions_total{decision="allow"} 1',
    "chainbreak_commits_total 1",
    "chainbreak_records 1",
    "chainbreak_well 1",
    'chainbreak_answer_seconds_bucket{le="+Inf"} 1',
  ])
    expect(text.split("\n")).toContain(row);
  const through = await service.ask("ee", "/metrics", { headers: { "X-Forwarded-For": "1.2.3.4" } });
  expect(through.status).toBe(404);
  await service.close();
});

test("what follows a phone reported lost to one member is asked about at another, which learns of it and not by whom", async () => {
  const hub = "https://hub.example";
  const started = (sharing: NonNullable<WatchedOptions["sharing"]>) =>
    watched({
      institutions: ["ee", "monzo", "third"],
      sharing,
      issuer: hub,
      receives: { ee: {}, monzo: {}, third: {} },
    });
  const post = async (service: Watched, who: string, path: string, body: object) =>
    (await service.ask(who, path, { method: "POST", body: JSON.stringify(body) })).json();
  const members = ["ee", "monzo", "third"];
  const told: unknown[] = [];
  const ways = [
    { sharing: { members, alerts: true as const }, isReported: true },
    { sharing: { members }, isReported: true },
    { sharing: { members, alerts: true as const }, isReported: false },
  ];
  for (const { sharing, isReported } of ways) {
    const service = started(sharing);
    const streams = new Map<string, string>();
    for (const who of members)
      streams.set(who, (await post(service, who, "/v1/signals/streams", {})).stream_id);
    const own = (id: string, time: string, more = {}) =>
      event(id, { institution: "monzo", channel: "app", time, ...more });
    for (let i = 1; i < 29; i += 1)
      await service.send("monzo", own(`life-${i}`, `2024-02-${String(i).padStart(2, "0")}T10:00:00Z`));
    const report = event("said", {
      kind: "phone-reported-lost",
      time: "2024-03-01T19:30:00Z",
      device: undefined,
    });
    if (isReported) expect(JSON.parse((await service.send("ee", report)).text).decision).toBe("allow");
    const pay = own("pay", "2024-03-01T19:50:00Z", {
      kind: "transfer",
      state: "request",
      payee: "mule",
      amount: "900.00",
    });
    const { decision } = JSON.parse((await service.send("monzo", pay)).text);
    const sets = async (who: string) => {
      const polled = await post(service, who, `/v1/signals/poll/${streams.get(who)}`, {
        returnImmediately: true,
      });
      return Object.values<string>(polled.sets).map((token) => {
        const { events, sub_id, txn } = JSON.parse(
          Buffer.from(token.split(".")[1] ?? "", "base64url").toString(),
        );
        return [Object.keys(events)[0]?.split(":").at(-1), sub_id.id, typeof txn, Object.values(events)[0]];
      });
    };
    const { happened, leftOut, names } = await (await service.ask("monzo", "/v1/people/ann")).json();
    const elsewhere = happened.filter(({ kind }: { kind: string }) => kind === "elsewhere");
    const ofAlert = (await sets("monzo")).filter(([type]) => type === "phone-reported-lost");
    told.push({ decision, ofAlert, elsewhere, leftOut, said: names["phone-reported-lost"]?.zh });
    expect(await sets("third")).toEqual([]); // It does not know her.
    expect((await sets("ee")).filter(([type]) => type === "phone-reported-lost")).toEqual([]);
    await service.close();
  }
  const word = "phone-reported-lost";
  const at = { time: "2024-03-01T19:30:00.000Z", group: "device" };
  expect(told).toEqual([
    {
      decision: "step-up",
      ofAlert: [[word, "ann", "undefined", { event_timestamp: Date.UTC(2024, 2, 1, 19, 30) / 1_000 }]],
      elsewhere: [{ kind: "elsewhere", event: expect.stringMatching(/^elsewhere-/), ...at, word }],
      leftOut: 0,
      said: "报失手机",
    },
    { decision: "step-up", ofAlert: [], elsewhere: [], leftOut: 0 },
    { decision: "allow", ofAlert: [], elsewhere: [], leftOut: 0 },
  ]);
});

test("who looked at or erased whom is kept, by which key; a row that was changed shows", async () => {
  let time = Date.UTC(2024, 5, 1);
  const service = watched({ now: () => time });
  await service.send("ee", event("e1"));
  await service.send("ee", event("e2", { person: "bob" }));
  for (const path of [
    "/v1/people/ann",
    "/v1/people/ann",
    "/v1/people/nobody",
    "/v1/people/bob",
    "/v1/decisions",
  ])
    await service.ask("ee", path);
  expect((await service.ask("monzo", "/v1/people/ann")).status).toBe(404); // Not its own: nothing was seen.
  time += 3_600_000;
  await service.ask("ee", "/v1/people/ann");
  await service.ask("ee", "/v1/cases", { method: "POST", body: JSON.stringify({ person: "bob" }) });
  await service.ask("ee", "/v1/people/ann", { method: "DELETE" });
  const looks = looksIn(service.folder);
  expect(
    looks.map(({ at, institution, what, person }) => [at.slice(11, 16), institution, what, person]),
  ).toEqual([
    ["00:00", "ee", "person", null], // Of ann, who is erased by now.
    ["00:00", "ee", "person", "bob"],
    ["00:00", "ee", "decisions", null],
    ["01:00", "ee", "person", null],
    ["01:00", "ee", "case", "bob"],
    ["01:00", "ee", "erased", null],
  ]);
  expect(new Set(looks.map(({ key }) => key))).toEqual(new Set([keyOf("ee").hash.slice(7, 15)]));
  expect(looks.every(({ fits }) => fits)).toBe(true);
  expect(await (await service.ask("ee", "/v1/me")).json()).not.toHaveProperty("by");
  await service.close();
  const file = new DatabaseSync(join(service.folder, "journal.sqlite"));
  file.exec("delete from looks where id = 4");
  file.close();
  expect(looksIn(service.folder).map(({ fits }) => fits)).toEqual([true, true, true, false, true]);
});

test("without a page that was built, whoever opens it is told how it is", async () => {
  const service = watched();
  const answer = await service.ask("ee", "/");
  expect([answer.status, await answer.json()]).toEqual([
    404,
    {
      complaints: [
        {
          code: "watch/unknown-route",
          where: "request:/",
          message: "the page was not built where this service runs",
          help: "build it with `npm run build:page`, and start the service again",
        },
      ],
    },
  ]);
  await service.close();
});

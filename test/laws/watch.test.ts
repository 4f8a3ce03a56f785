/** The service from outside: killed, overheard, and looked through after somebody was erased. */
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keepShapes, type Version } from "../../src/detect/index.ts";
import { verifyFolder } from "../../src/watch/index.ts";
import { killAndAsk } from "../kit/kill-and-ask.ts";
import {
  emptyFolder,
  event,
  type Watched,
  type WatchedOptions,
  watched,
  watchVersion,
} from "../kit/watched.ts";

/** As often as `npm test` has time for; `npm run simulate` kills by the hundred. */
const kills = Number(process.env["CHAINBREAK_KILLS"] ?? 4);

test("D3 killed again and again under load, nothing answered is lost or answered otherwise", async () => {
  const killed = await killAndAsk({ folder: emptyFolder(), kills, seed: 20_200_904 });
  expect(killed.answered).toBeGreaterThan(20 * kills);
  expect(killed.askedAgain).toBeGreaterThan(20 * kills);
  expect(killed.goneOn).toBeGreaterThan(kills / 4);
  expect(killed).toMatchObject({
    kills,
    lost: 0,
    otherwise: 0,
    replayedOtherwise: 0,
    recordsTwice: 0,
    isWhole: true,
  });
}, 600_000); // Eleven starts of a process: seconds each on a busy machine.

const members = ["first-bank", "second-bank"] as const;
const kinds = [
  "sign-in",
  "password-reset",
  "transfer",
  "device-added",
  "sim-changed",
  "app-open",
  "odd-word",
];
/** Events of two institutions about the same people, in any order. */
const streams = fc
  .array(
    fc.record({
      who: fc.constantFrom("ann", "bob"),
      institution: fc.constantFrom(...members),
      kind: fc.constantFrom(...kinds),
      device: fc.constantFrom("phone", "new"),
      minute: fc.integer({ min: 0, max: 40_000 }),
    }),
    { minLength: 4, maxLength: 30 },
  )
  .map((all) =>
    all
      .sort((a, b) => a.minute - b.minute)
      .map(({ who, minute, device, institution, kind }, i) =>
        event(`${institution}-id-${i}`, {
          institution,
          kind,
          person: who,
          time: new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString(),
          device: `${device}-at-${institution}`,
          payee: `payee-of-${institution}`,
          place: `place-of-${institution}`,
        }),
      ),
  );

/** Everything `second-bank` is ever told: answers, list, timelines, cases, live, webhooks. */
async function toldTo(
  service: Watched,
  stream: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly string[]> {
  const [, whom] = members;
  const told: string[] = [];
  const live = await service.ask(whom, "/v1/decisions/live");
  const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (const each of stream) {
    const { text } = await service.send(String(each["institution"]), each);
    if (each["institution"] === whom) told.push(text);
  }
  for (const path of ["/v1/decisions?all=yes", "/v1/people/ann", "/v1/people/bob", "/v1/cases", "/v1/me"])
    told.push(await (await service.ask(whom, path)).text());
  const own = stream.filter(({ institution }) => institution === whom).length;
  for (let heard = 0; heard <= own; heard += 1) told.push((await reader.read()).value ?? "");
  await reader.cancel();
  return told;
}

async function whatSecondBankHears(
  options: WatchedOptions,
  stream: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly string[]> {
  const sent: string[] = [];
  const service = watched({
    ...options,
    institutions: members,
    webhooks: { [members[1]]: "https://second.example/hook" },
    send: async (_, init) => {
      sent.push(`${JSON.stringify(init?.headers)} ${init?.body}`);
      return new Response();
    },
  });
  const told = await toldTo(service, stream);
  await service.watch.webhooks.sendDue();
  await service.close();
  return [...told, ...sent.sort()];
}

test("D6 with its own view an institution hears the same, to the byte, whatever others send", async () => {
  let compared = 0;
  for (const stream of fc.sample(streams, { numRuns: 12, seed: 6 })) {
    const own = stream.filter(({ institution }) => institution === members[1]);
    const among = await whatSecondBankHears({}, stream);
    expect(among).toEqual(await whatSecondBankHears({}, own));
    compared += own.length;
  }
  expect(compared).toBeGreaterThan(50);
}, 60_000);

test("D6 under an agreement decisions rest on what others sent, and nothing of it is named", async () => {
  let touched = 0;
  for (const tells of [undefined, "when-and-what"] as const)
    for (const stream of fc.sample(streams, { numRuns: 12, seed: 7 })) {
      const options = { sharing: { members, ...(tells === undefined ? {} : { tells }) } };
      const heard = (await whatSecondBankHears(options, stream)).join("\n");
      expect(heard).not.toMatch(/first-bank/);
      if (tells === undefined) expect(heard).not.toMatch(/"kind":"elsewhere"/);
      if (/elsewhere-[0-9a-f]{12}/.test(heard)) touched += 1;
    }
  expect(touched).toBeGreaterThan(4);
}, 60_000);

/** As a power cut would leave it. */
function copyOf(folder: string): string {
  const copy = emptyFolder();
  cpSync(folder, copy, { recursive: true, filter: (name) => !/service\.lock/.test(name) });
  return copy;
}

/** All bytes of all files of the folder, whatever they are. */
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

const marks = [
  "ann-whom-we-look-for",
  "device-whom-we-look-for",
  "payee-whom-we-look-for",
  "note-whom-we-look-for",
];
const about = (id: string, more = {}) =>
  event(id, { person: marks[0], device: marks[1], payee: marks[2], ...more });

test("D9 nothing of anybody can be read in any file, and of whoever is erased not even with the key", async () => {
  const service = watched({
    webhooks: { ee: "https://ee.example/hook" },
    send: async () => new Response(null, { status: 500 }),
  });
  for (const id of ["mark-id-1", "mark-id-2"]) await service.send("ee", about(id));
  await service.send("ee", event("other-1", { person: "bob", device: "phone-of-bob" }));
  await service.ask("ee", "/v1/cases", {
    method: "POST",
    body: JSON.stringify({ person: marks[0], note: marks[3] }),
  });
  const readable = () =>
    [...marks, "mark-id-1", "bob"].filter((mark) => bytesIn(service.folder).includes(mark));
  expect(readable()).toEqual([]);

  const wrapped = () => {
    const file = new DatabaseSync(join(service.folder, "people.sqlite"), { readOnly: true });
    const rows = file.prepare("select wrapped, name, number from people").all();
    file.close();
    return rows.map((row) => Object.values(row).map((cell) => Buffer.from(cell as Uint8Array)));
  };
  const before = wrapped();
  const gone = await service.ask("ee", `/v1/people/${marks[0]}`, { method: "DELETE" });
  expect([gone.status, await gone.text()]).toEqual([200, '{"erased":2}']);
  const after = wrapped();
  const destroyed = before.filter(([key]) => !after.some(([other]) => other?.equals(key!)));
  expect(destroyed.length).toBe(1);
  // Neither the wrapped key nor the name it was found by is in any file, its log or what the log was.
  const [key, name] = destroyed[0]!;
  expect([key, name].map((bytes) => bytesIn(service.folder).includes(bytes!))).toEqual([false, false]);
  expect(readable()).toEqual([]);
  expect(verifyFolder(service.folder)).toMatchObject({ records: 3, opened: 1, erased: 2 });

  const status = async (path: string) => (await service.ask("ee", path)).status;
  expect([await status(`/v1/people/${marks[0]}`), await status("/v1/people/bob")]).toEqual([404, 200]);
  expect((await (await service.ask("ee", "/v1/cases")).json()).cases).toEqual([]);
  expect((await service.send("ee", about("mark-id-1"))).status).toBe(410);
  await service.watch.webhooks.sendDue();
  expect((await (await service.ask("ee", "/metrics")).text()).split("\n")).toContain(
    "chainbreak_webhooks_owed 1", // Of whoever is not erased.
  );
  await service.close();
  const again = watched({}, service.folder);
  expect(again.watch.replayed).toMatchObject({ records: 3, compared: 1, erased: 2, differ: 0 });
  await again.close();
});

test("D9 whoever was erased is as if never met, and nobody else is met otherwise", async () => {
  const samples = fc.sample(streams, { numRuns: 10, seed: 9 });
  for (const stream of samples) {
    const own = stream.map(
      (each): Readonly<Record<string, unknown>> => ({
        ...each,
        institution: "ee",
        device: `${each["device"]}-${each["person"]}`,
      }),
    );
    const half = Math.floor(own.length / 2);
    const erasing = watched();
    for (const each of own.slice(0, half)) await erasing.send("ee", each);
    await erasing.ask("ee", "/v1/people/ann", { method: "DELETE" });
    const never = watched();
    for (const each of own.slice(0, half).filter((each) => each["person"] !== "ann"))
      await never.send("ee", each);
    for (const each of own.slice(half)) {
      const [with_, without] = [await erasing.send("ee", each), await never.send("ee", each)];
      const told = ({ text }: { readonly text: string }) => ({ ...JSON.parse(text), record: 0 });
      expect(told(with_)).toEqual(told(without));
    }
    await erasing.close();
    await never.close();
  }
}, 60_000);

test("D9 under an agreement one member's erasing leaves what the other sent, and no more", async () => {
  const sharing = { members: ["ee", "monzo"] };
  const service = watched({ sharing });
  const alone = watched({ sharing });
  const reset = { institution: "monzo", kind: "password-reset", person: "ann", device: "odd" };
  await service.send("ee", event("e1", { kind: "sim-reissued", channel: "chat", device: undefined }));
  for (const each of [service, alone]) await each.send("monzo", event("m1", reset));
  await service.ask("ee", "/v1/people/ann", { method: "DELETE" });
  const next = event("m2", { ...reset, kind: "transfer", amount: "900.00", time: "2024-03-10T10:30:00Z" });
  expect(await service.send("monzo", next)).toEqual(await alone.send("monzo", next));
  for (const each of [service, alone]) await each.close();
});

/** As another process would have it: nothing that was made for speed is at hand. */
const anew = (): Version => ({
  ...watchVersion,
  shapeOf: keepShapes({ catalog: watchVersion.catalog, people: new Map(), today: "2024-06-02" }),
});
const everySeven = { basis: "one", stateAfter: { atRest: 1, running: 7 } };

test("D20 gone on from a kept state or from the first record, the same is decided, to the byte", async () => {
  let [goneOn, compared] = [0, 0];
  for (const [i, stream] of fc.sample(streams, { numRuns: 14, seed: 20 }).entries()) {
    const sharing = i % 2 === 0 ? { members } : undefined;
    const options = { institutions: members, ...(sharing === undefined ? {} : { sharing }) };
    const stops = [Math.floor(stream.length / 3), Math.floor((stream.length * 2) / 3)];
    const told: string[][] = [];
    const folders = [emptyFolder(), emptyFolder()];
    // Another member's event is named by the folder's key.
    for (const folder of folders) writeFileSync(join(folder, "secret.key"), `${"A".repeat(43)}\n`);
    for (const [of, how] of [everySeven, {}].entries()) {
      const answers: string[] = [];
      let service = watched({ ...options, ...how }, folders[of]);
      for (const [n, each] of stream.entries()) {
        if (stops.includes(n)) {
          const { folder } = service;
          // Stopped as it should be, and cut off: then the rest since the last state is replayed.
          if (n === stops[0]) await service.close();
          const at = n === stops[0] ? folder : copyOf(folder);
          if (n !== stops[0]) await service.close();
          service = watched({ ...options, ...how, ...(how === everySeven ? { version: anew() } : {}) }, at);
          expect(service.watch.replayed.differ).toBe(0);
          if (how === everySeven) {
            expect(service.watch.noState).toBeUndefined();
            expect(service.watch.replayed.after + service.watch.replayed.records).toBe(n);
            goneOn += 1;
          } else expect([service.watch.noState, service.watch.replayed.records]).toEqual(["unkept", n]);
        }
        answers.push((await service.send(String(each["institution"]), each)).text);
      }
      for (const who of ["ann", "bob"])
        answers.push(await (await service.ask(members[1], `/v1/people/${who}`)).text());
      await service.close();
      told.push(answers);
    }
    expect(told[0]).toEqual(told[1]);
    compared += stream.length;
  }
  expect([goneOn > 20, compared > 100]).toEqual([true, true]);
}, 60_000);

test("D20 a state is not gone on from when anything it rests on is otherwise, or a byte of it, or it is another journal's", async () => {
  const options = { basis: "one", stateAfter: { atRest: 1, running: 1 } };
  const service = watched(options);
  for (const id of ["e1", "e2"]) await service.send("ee", event(id));
  const early = copyOf(service.folder);
  await service.send("ee", event("e3", { kind: "password-reset", device: "another" }));
  await service.close();
  const { folder } = service;
  const state = readFileSync(join(folder, "state.sealed"));
  const begun = async (how: WatchedOptions, at = folder) => {
    const next = watched(how, at);
    const { noState, replayed } = next.watch;
    await next.close();
    return [noState, replayed.after, replayed.records, replayed.differ];
  };
  expect(await begun(options)).toEqual([undefined, 3, 0, 0]);
  expect(await begun({ ...options, basis: "two" })).toEqual(["basis", 0, 3, 0]);
  expect(await begun({ ...options, basis: "two" })).toEqual([undefined, 3, 0, 0]);
  expect(await begun({})).toEqual(["unkept", 0, 3, 0]);
  const put = (bytes: Uint8Array) => writeFileSync(join(folder, "state.sealed"), bytes);
  const kept = readFileSync(join(folder, "state.sealed"));
  for (let at = 16; at < kept.length; at += 97) {
    put(kept.map((byte, i) => (i === at ? byte ^ 1 : byte)));
    expect((await begun({ ...options, basis: "two", stateAfter: { atRest: 99, running: 99 } }))[0]).toBe(
      "broken",
    );
  }
  put(kept.subarray(0, kept.length - 40));
  expect(await begun({ ...options, basis: "two" })).toEqual(["broken", 0, 3, 0]);
  put(state); // Its key went with the state that came after.
  expect(await begun(options)).toEqual(["erased", 0, 3, 0]);
  // A journal put back to what it was, beside the keys and the state of today.
  for (const name of ["people.sqlite", "state.sealed"]) copyFileSync(join(folder, name), join(early, name));
  for (const name of ["people.sqlite-wal", "people.sqlite-shm"]) rmSync(join(early, name), { force: true });
  expect(await begun(options, early)).toEqual(["journal", 0, 2, 0]);
});

test("D9 a kept state does not outlive anybody who is erased, and is kept again when they are gone from it", async () => {
  const options = { basis: "one", stateAfter: { atRest: 1, running: 1 } };
  const service = watched(options);
  await service.send("ee", about("mark-id-1"));
  await service.send("ee", event("other", { person: "bob", device: "phone-of-bob" }));
  const stateKeys = () => {
    const file = new DatabaseSync(join(service.folder, "people.sqlite"), { readOnly: true });
    const rows = file.prepare("select wrapped from states").all();
    file.close();
    return rows.map(({ wrapped }) => Buffer.from(wrapped as Uint8Array));
  };
  const [key] = stateKeys();
  expect([key, ...marks].map((mark) => bytesIn(service.folder).includes(mark!))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  await service.ask("ee", `/v1/people/${marks[0]}`, { method: "DELETE" });
  // What is in memory is not what replaying gives, so it is not kept.
  await service.send("ee", event("another", { person: "bob", device: "phone-of-bob" }));
  expect([stateKeys().length, bytesIn(service.folder).includes(key!)]).toEqual([0, false]);
  await service.close();
  const next = watched(options, service.folder);
  expect(next.watch).toMatchObject({
    noState: "erased",
    replayed: { after: 0, records: 3, erased: 1, differ: 0 },
  });
  expect(stateKeys().length).toBe(1);
  await next.close();
  const later = watched(options, service.folder);
  expect([later.watch.noState, later.watch.replayed.after]).toEqual([undefined, 3]);
  await later.close();
});

/** What goes by age, what stays, and that nobody else can take anything away and call it age. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { event, type Watched, type WatchedOptions, watched } from "../../test/kit/watched.ts";
import { backUpFolder, verifyFolder } from "./index.ts";

const day = 86_400_000;
const first = Date.UTC(2024, 5, 1);
const retain = "400 days";

/** Two old records, of ann and of bob, and one of bob that is not: then the service is begun when the first two are old. */
async function grownOld(more: WatchedOptions = {}, days = 410): Promise<Watched> {
  const options = { retain, ...more };
  const service = watched({ ...options, now: () => first });
  await service.send("ee", event("old-1"));
  await service.send("ee", event("old-2", { person: "bob", device: "phone-of-bob" }));
  await service.close();
  const later = watched({ ...options, now: () => first + 390 * day }, service.folder);
  await later.send("ee", event("new-1", { person: "bob", device: "phone-of-bob" }));
  await later.close();
  return watched({ ...options, now: () => first + days * day }, service.folder);
}

const passAll = ({ watch }: Watched) => {
  for (let i = 0; i < 5; i += 1) watch.retention.passDue();
};

const bytesIn = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

test("what is older goes, with the key of whoever nothing is left of; the chain and the numbers go on", async () => {
  const kept = { basis: "one", stateAfter: { atRest: 1, running: 1 } };
  const webhooks = { ee: "https://ee.example/hook" };
  const service = await grownOld({ ...kept, webhooks });
  const { folder } = service;
  const file = new DatabaseSync(join(folder, "people.sqlite"), { readOnly: true });
  const wrapped = () =>
    file
      .prepare("select wrapped from people")
      .all()
      .map((row) => Buffer.from(row["wrapped"] as Uint8Array));
  const before = wrapped();
  const { head } = verifyFolder(folder);
  passAll(service);
  expect(service.said).toEqual([
    "2 records went by age, and 1 people of whom nothing is left; 2 webhooks and signals on them had never been taken",
  ]);
  const after = wrapped();
  file.close();
  const [destroyed, ...others] = before.filter((key) => !after.some((other) => other.equals(key)));
  expect([others.length, after.length]).toEqual([0, 1]);
  expect(bytesIn(folder).includes(destroyed!)).toBe(false);
  expect(verifyFolder(folder, head)).toMatchObject({ records: 1, opened: 1, gone: 2, head, holds: true });
  expect((await service.ask("ee", "/v1/people/ann")).status).toBe(404);
  const { decisions } = await (await service.ask("ee", "/v1/decisions?all=yes")).json();
  expect(decisions.map(({ event: id, record }: Record<string, unknown>) => [id, record])).toEqual([
    ["new-1", 3],
  ]);
  expect(JSON.parse((await service.send("ee", event("new-2"))).text)).toMatchObject({
    record: 4,
    said: ["new-person"],
  });
  // An id counts once for as long as its record is kept.
  expect((await service.send("ee", event("old-2", { person: "bob" }))).status).toBe(200);
  await service.close();
  const again = watched({ retain, ...kept, now: () => first + 410 * day }, folder);
  expect(again.watch).toMatchObject({ replayed: { after: 5, records: 0 } });
  await again.close();
  const anew = watched({ retain, now: () => first + 410 * day }, folder);
  expect(anew.watch.replayed).toMatchObject({ after: 0, records: 3 });
  expect((await backUpFolder(folder, join(folder, "copy"), false)).records).toBe(3);
  await anew.close();
});

test("when all of it is old the journal is empty, and what comes next follows the last that went", async () => {
  const service = await grownOld({}, 800);
  // The service stood still for more than a month, so the clock is doubted: nothing goes that is not old by the last record.
  passAll(service);
  expect(service.said).toEqual([
    "the clock is 379 days further than a month after the last record: by age nothing goes that is not old by that record",
    "2 records went by age, and 1 people of whom nothing is left",
  ]);
  await service.send("ee", event("after"));
  await service.close();
  const next = watched({ retain, now: () => first + 1_300 * day }, service.folder);
  passAll(next);
  expect(next.said[1]).toBe("1 records went by age, and 1 people of whom nothing is left");
  await next.close();
  const last = watched({ retain, now: () => first + 1_320 * day }, service.folder);
  expect(verifyFolder(service.folder)).toMatchObject({ records: 1, gone: 3 });
  await last.close();
});

test("a person with a case that was changed since is kept, and an old record of one who is erased goes too", async () => {
  const service = await grownOld();
  const opened = await service.ask("ee", "/v1/cases", {
    method: "POST",
    body: JSON.stringify({ person: "ann" }),
  });
  expect(opened.status).toBe(201);
  await service.ask("ee", "/v1/people/bob", { method: "DELETE" });
  passAll(service);
  expect(service.said).toEqual(["2 records went by age, and 0 people of whom nothing is left"]);
  expect((await (await service.ask("ee", "/v1/cases")).json()).cases).toMatchObject([{ person: "ann" }]);
  await service.close();
});

test("whoever has the disk and not the folder's key cannot take records away and say it was age", async () => {
  const service = await grownOld();
  passAll(service);
  await service.send("ee", event("new-2"));
  await service.close();
  const file = new DatabaseSync(join(service.folder, "journal.sqlite"));
  const note = String(file.prepare("select text from notes where name = 'cut'").get()?.["text"]);
  const link = Buffer.from(
    file.prepare("select link from entries where seq = 3").get()?.["link"] as Uint8Array,
  );
  const forged = note.replace(/"seq":2,"link":"[0-9a-f]+"/, `"seq":3,"link":"${link.toString("hex")}"`);
  file.exec("delete from entries where seq = 3");
  file.prepare("update notes set text = ? where name = 'cut'").run(forged);
  file.close();
  expect(() => watched({ retain }, service.folder)).toThrow(/were taken away, and not by age/);
  const unsaid = new DatabaseSync(join(service.folder, "journal.sqlite"));
  unsaid.exec("delete from notes where name = 'cut'");
  unsaid.close();
  expect(() => watched({ retain }, service.folder)).toThrow(/record 4 .* does not follow/);
});

/** A service on a disk that fills while it runs, and one begun on a full one: says as JSON what each is answered. */
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { verifyFolder } from "../../src/watch/index.ts";
import { event, watched } from "./watched.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder");
const filler = join(folder, "filler");
const fill = () => {
  const file = openSync(filler, "a");
  for (const bytes of [64 * 1024, 1])
    try {
      for (;;) writeSync(file, new Uint8Array(bytes).fill(1));
    } catch {} // Full, which is what was wanted.
  closeSync(file);
};
const told: Record<string, unknown> = {};
let time = Date.UTC(2024, 5, 1);
const sent: string[] = [];
const options = {
  now: () => time,
  webhooks: { ee: "https://ee.example/hook" },
  send: async (_: unknown, init?: RequestInit) => {
    sent.push(String(new Headers(init?.headers).get("webhook-id")));
    return new Response();
  },
};
const numbered = (from: number) =>
  Array.from({ length: 100 }, (_, i) => event(`e${from + i}`, { person: `p${(from + i) % 40}` }));
const statuses = (text: string) => [
  ...new Set(JSON.parse(text).answers.map(({ status }: { readonly status: number }) => status)),
];
const codes = (text: string) => [
  ...new Set(
    JSON.parse(text).answers.map(
      (each: { readonly complaints: readonly { readonly code: string }[] }) => each.complaints[0]?.code,
    ),
  ),
];

const service = watched(options, folder);
told["before"] = statuses((await service.send("ee", numbered(0))).text);
fill();
const refused = await service.send("ee", numbered(100));
told["refused"] = [...statuses(refused.text), ...codes(refused.text)];
told["health"] = (await service.ask("ee", "/healthz")).status;
told["decisions"] = (await service.ask("ee", "/v1/decisions?all=yes")).status;
told["again"] = statuses((await service.send("ee", numbered(0))).text);
const note = (person: string) =>
  service.ask("ee", "/v1/cases", {
    method: "POST",
    body: JSON.stringify({ person, note: "x".repeat(2_000) }),
  });
const cases = new Set<number>();
for (let i = 0; i < 40; i += 1) cases.add((await note(`p${i}`)).status);
told["cases"] = [...cases].sort();
const rules = (version: number) => `rules: r
version: ${version}
when: { large: { all: { amount: { above: 90 } }, decide: hold } }
# ${"x".repeat(100_000)}`;
const put = async (version: number) => {
  const headers = { "Content-Type": "application/yaml" };
  const { status } = await service.ask("ee", "/v1/rules", { method: "PUT", body: rules(version), headers });
  return [status, (await (await service.ask("ee", "/v1/rules")).json()).number];
};
told["rules"] = await put(1);
told["erased"] = (await service.ask("ee", "/v1/people/p1", { method: "DELETE" })).status;
for (let i = 0; i < 3; i += 1) await service.watch.webhooks.sendDue().catch(() => {});
told["webhooks"] = { isSent: sent.length > 0, twice: sent.length - new Set(sent).size };
rmSync(filler);
time += 2_000;
told["after"] = statuses((await service.send("ee", numbered(100))).text);
told["rulesAfter"] = await put(1);
told["healthAfter"] = (await service.ask("ee", "/healthz")).status;
fill();
told["closed"] = await service.close().then(
  () => "cleanly",
  (fault: unknown) => String(fault),
);
fill(); // What the log of the journal had taken is free again.
try {
  await watched(options, folder).close();
  told["begun"] = "begun";
} catch (fault) {
  told["begun"] = String(fault).replaceAll(folder, "FOLDER");
}
rmSync(filler, { force: true });
const { records, broken, changes } = verifyFolder(folder);
const next = watched(options, folder);
told["kept"] = { records, broken, changes, replayed: next.watch.replayed.differ, wasCut: next.watch.wasCut };
await next.close();
console.log(JSON.stringify(told));

/** Whoever listens: cut off when the key no longer may, when nothing is read, and told when there are too many. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { event, keyOf, type Watched, watched } from "../../test/kit/watched.ts";
import { readConfigurationFile } from "./index.ts";

const reader = (answer: { readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null }) =>
  answer.body!.pipeThrough(new TextDecoderStream()).getReader();

/** The configuration as it is after somebody wrote `ee`'s key anew in `detect.yaml` and sent SIGHUP. */
function changed(service: Watched, key: Readonly<Record<string, unknown>>): void {
  const keys = [{ hash: keyOf("ee").hash, expires: "2030-01-01", may: ["send", "look"], ...key }];
  writeFileSync(
    join(service.folder, "detect.yaml"),
    JSON.stringify({ watch: "tried", institutions: { ee: { keys }, monzo: { keys: [] } } }),
  );
  const { configuration } = readConfigurationFile(service.folder);
  if (configuration === undefined) throw new Error("the configuration has faults");
  service.watch.configure(configuration);
}

test.each([
  ["is taken out", { hash: `sha256:${"0".repeat(64)}` }],
  ["may no longer look", { may: ["send"] }],
  ["has expired", { expires: "2024-05-31" }],
])("whoever listens hears nothing more once the key %s", async (_, key) => {
  const service = watched();
  const listening = reader(await service.ask("ee", "/v1/decisions/live"));
  await listening.read();
  await service.send("ee", event("e1"));
  expect((await listening.read()).value).toContain('"event":"e1"');
  changed(service, key);
  const { value, done } = await listening.read();
  expect([value, done]).toEqual([undefined, true]);
  await service.close();
});

test("as many listen as may: one more is told to come again, and hears when another has gone", async () => {
  const service = watched();
  const all = await Promise.all(
    Array.from({ length: 200 }, async () => service.ask("ee", "/v1/decisions/live")),
  );
  const refused = await service.ask("ee", "/v1/decisions/live");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
  await all[0]?.body?.cancel();
  expect((await service.ask("ee", "/v1/decisions/live")).status).toBe(200);
  await service.close();
});

test("a listener that does not read is let go of, and what it missed is asked for by number", async () => {
  const service = watched();
  const listening = reader(await service.ask("ee", "/v1/decisions/live"));
  for (let sent = 0; sent < 2_000; sent += 500)
    await service.send(
      "ee",
      Array.from({ length: 500 }, (_, i) => event(`e${sent + i}`)),
    );
  let heard = 0;
  for (let next = await listening.read(); !next.done; next = await listening.read()) heard += 1;
  expect(heard).toBeLessThan(2_000);
  const missed = await service.ask("ee", `/v1/decisions?all=yes&after=${heard}&limit=1`);
  expect((await missed.json()).decisions).toHaveLength(1);
  await service.close();
});

/** Decisions on their way out: signed as others check it, owed until they are taken. */
import { expect, test } from "vitest";
import { event, watched, webhookSecret } from "../../test/kit/watched.ts";
import { signed } from "./webhooks.ts";

test("a webhook is signed as the standard's own example is", () => {
  // The example of the specification and of its libraries.
  const secret = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
  const told = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330, body: '{"test": 2432232314}' };
  expect(signed(told, secret)).toEqual({
    "webhook-id": told.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("a receiver that is down for a day is told everything when it is back, and once", async () => {
  let time = Date.UTC(2024, 5, 1);
  let isUp = false;
  let tries = 0;
  const heard: { readonly id: string; readonly body: string; readonly isSigned: boolean }[] = [];
  const service = watched({
    now: () => time,
    webhook: { institution: "ee", url: "https://ee.example/hook" },
    send: async (_, init) => {
      tries += 1;
      if (!isUp) throw new TypeError("fetch failed");
      const headers = new Headers(init?.headers);
      const [id, seconds] = [headers.get("webhook-id") ?? "", Number(headers.get("webhook-timestamp"))];
      const body = String(init?.body);
      const isSigned =
        headers.get("webhook-signature") ===
        signed({ id, seconds, body }, webhookSecret)["webhook-signature"];
      heard.push({ id, body, isSigned });
      return new Response(null, { status: 204 });
    },
  });
  for (const id of ["e1", "e2", "e3"]) await service.send("ee", event(id));
  await service.send("monzo", event("m1", { institution: "monzo" })); // It has no webhook.
  const minute = 60_000;
  for (let passed = 0; passed < 1_440; passed += 1) {
    await service.watch.webhooks.sendDue();
    time += minute;
  }
  expect(heard).toEqual([]);
  // Five seconds, doubled to an hour: ten tries in the first hour or so, then one an hour.
  expect(tries / 3).toBeGreaterThan(24);
  expect(tries / 3).toBeLessThan(40);
  isUp = true;
  time += 60 * minute;
  await service.watch.webhooks.sendDue();
  await service.watch.webhooks.sendDue();
  expect(heard.map(({ id }) => id)).toEqual(["record-1", "record-2", "record-3"]);
  expect(heard.every(({ isSigned }) => isSigned)).toBe(true);
  expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({
    type: "decision.allow",
    data: { event: "e1", record: 1 },
  });
  await service.close();
});

test("what is owed is owed after a stop as well", async () => {
  const service = watched({ webhook: { institution: "ee", url: "https://ee.example/hook" } });
  await service.send("ee", event("e1"));
  await service.close();
  const heard: unknown[] = [];
  const next = watched(
    {
      webhook: { institution: "ee", url: "https://ee.example/hook" },
      send: async (url) => {
        heard.push(url);
        return new Response();
      },
    },
    service.folder,
  );
  await next.watch.webhooks.sendDue();
  expect(heard).toEqual(["https://ee.example/hook"]);
  await next.close();
});

test("a clock that is set back holds nothing up: what is owed is told as it would have been", async () => {
  let time = Date.UTC(2029, 0, 1);
  const heard: string[] = [];
  let isUp = false;
  const service = watched({
    now: () => time,
    webhook: { institution: "ee", url: "https://ee.example/hook" },
    send: async (_, init) => {
      if (!isUp) throw new TypeError("fetch failed");
      heard.push(new Headers(init?.headers).get("webhook-id") ?? "");
      return new Response();
    },
  });
  await service.send("ee", event("e1"));
  await service.watch.webhooks.sendDue();
  time = Date.UTC(2024, 5, 1);
  isUp = true;
  await service.send("ee", event("e2"));
  await service.watch.webhooks.sendDue();
  expect(heard.sort()).toEqual(["record-1", "record-2"]);
  await service.close();
});

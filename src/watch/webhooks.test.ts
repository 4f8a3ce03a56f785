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
    webhooks: { ee: "https://ee.example/hook" },
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
  // Five seconds, doubled to an hour: ten tries in the first hour or so, then one an hour, for all of them together.
  expect(tries).toBeGreaterThan(24);
  expect(tries).toBeLessThan(40);
  expect(service.said).toEqual([
    "webhooks: the receiver of `ee` cannot be reached, or points elsewhere; nothing is lost, it is tried again until it takes them",
  ]);
  isUp = true;
  time += 60 * minute;
  await service.watch.webhooks.sendDue();
  await service.watch.webhooks.sendDue();
  expect(heard.map(({ id }) => id).sort()).toEqual(["record-1", "record-2", "record-3"]);
  expect(heard.every(({ isSigned }) => isSigned)).toBe(true);
  expect(JSON.parse(heard.find(({ id }) => id === "record-1")?.body ?? "")).toMatchObject({
    type: "decision.allow",
    data: { event: "e1", record: 1 },
  });
  await service.close();
});

test("a receiver that hangs holds up no other, and is not asked again while it does", async () => {
  const asked: string[] = [];
  let answerLate: (answer: Response) => void = () => {};
  const service = watched({
    webhooks: { ee: "https://ee.example/hook", monzo: "https://monzo.example/hook" },
    send: (url) => {
      asked.push(String(url));
      return String(url).includes("ee.")
        ? new Promise((resolve) => {
            answerLate = resolve;
          })
        : Promise.resolve(new Response());
    },
  });
  await service.send("ee", event("e1"));
  const hanging = service.watch.webhooks.sendDue();
  await service.send("ee", event("e2"));
  await service.send("monzo", event("m1", { institution: "monzo" }));
  const second = service.watch.webhooks.sendDue();
  expect(asked).toEqual(["https://ee.example/hook", "https://monzo.example/hook"]);
  answerLate(new Response());
  await Promise.all([hanging, second]);
  await service.close();
});

test.each([
  ["500", () => new Response(null, { status: 500 }), "answers with 500"],
  ["too many", () => new Response(null, { status: 429 }), "answers with 429"],
  [
    "a redirection",
    () => Promise.reject(new TypeError("fetch failed")),
    "cannot be reached, or points elsewhere",
  ],
  [
    "nothing in time",
    () => Promise.reject(new DOMException("The operation was aborted", "TimeoutError")),
    "does not answer within 10 seconds",
  ],
])(
  "a receiver that is down is tried by one, then left alone for a while, and the log says why: %s",
  async (_, answer, why) => {
    let time = Date.UTC(2024, 5, 1);
    let tries = 0;
    let isUp = false;
    const service = watched({
      now: () => time,
      webhooks: { ee: "https://ee.example/hook" },
      send: async () => {
        tries += 1;
        return isUp ? new Response() : answer();
      },
    });
    const atOnce = 8;
    await service.send(
      "ee",
      Array.from({ length: 30 }, (_, i) => event(`e${i}`)),
    );
    await service.watch.webhooks.sendDue();
    await service.watch.webhooks.sendDue();
    expect(tries).toBe(atOnce);
    time += 6_000;
    await service.watch.webhooks.sendDue();
    expect(tries).toBe(atOnce + 1);
    isUp = true;
    for (let i = 0; i < 4; i += 1) {
      time += 60_000;
      await service.watch.webhooks.sendDue();
    }
    expect(tries).toBe(atOnce + 1 + 30);
    expect(service.said).toEqual([
      `webhooks: the receiver of \`ee\` ${why}; nothing is lost, it is tried again until it takes them`,
      "webhooks: the receiver of `ee` answers again",
    ]);
    await service.close();
  },
);

test("one that is refused lets the others pass, and is tried again", async () => {
  let time = Date.UTC(2024, 5, 1);
  const heard: string[] = [];
  const service = watched({
    now: () => time,
    webhooks: { ee: "https://ee.example/hook" },
    send: async (_, init) => {
      const id = new Headers(init?.headers).get("webhook-id") ?? "";
      heard.push(id);
      return new Response(null, { status: id === "record-2" ? 400 : 200 });
    },
  });
  await service.send("ee", [event("e1"), event("e2"), event("e3")]);
  await service.watch.webhooks.sendDue();
  time += 6_000;
  await service.watch.webhooks.sendDue();
  expect(heard).toEqual(["record-1", "record-2", "record-3", "record-2"]);
  expect(service.said[0]).toBe(
    "webhooks: the receiver of `ee` refuses one (400); it is tried again, and the others go on",
  );
  await service.close();
});

test("an answer whose body never ends is an answer", async () => {
  const service = watched({
    webhooks: { ee: "https://ee.example/hook" },
    send: async () => new Response(new ReadableStream({ cancel: () => new Promise(() => {}) })),
  });
  await service.send("ee", event("e1"));
  await service.watch.webhooks.sendDue();
  await service.watch.webhooks.sendDue();
  expect(await (await service.ask("ee", "/metrics")).text()).toContain("chainbreak_webhooks_owed 0");
  await service.close();
});

test("what is owed is owed after a stop as well", async () => {
  const service = watched({ webhooks: { ee: "https://ee.example/hook" } });
  await service.send("ee", event("e1"));
  await service.close();
  const heard: unknown[] = [];
  const next = watched(
    {
      webhooks: { ee: "https://ee.example/hook" },
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
    webhooks: { ee: "https://ee.example/hook" },
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

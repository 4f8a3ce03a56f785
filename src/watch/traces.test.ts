/** Traces: taken in, handed on, told to the collector that is named and to nobody else. */
import { expect, test } from "vitest";
import { event, type WatchedOptions, watched } from "../../test/kit/watched.ts";
import { parentIn } from "./traces.ts";

const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const asked = `00-${trace}-00f067aa0ba902b7-01`;
const endpoint = "https://collector.example/v1/traces";

interface Heard {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** What goes out, and how it is answered: by address. */
function outside(answers: Readonly<Record<string, () => Response>> = {}) {
  const heard: Heard[] = [];
  const send: typeof fetch = async (url, init) => {
    heard.push({ url: String(url), headers: new Headers(init?.headers), body: String(init?.body) });
    return answers[String(url)]?.() ?? new Response(null, { status: 200 });
  };
  return { heard, send };
}

const sendIn = (service: ReturnType<typeof watched>, id: string, traceparent?: string) =>
  service.ask("ee", "/v1/events", {
    method: "POST",
    body: JSON.stringify(event(id)),
    headers: traceparent === undefined ? {} : { traceparent },
  });

const spansIn = (heard: readonly Heard[]) =>
  heard
    .filter(({ url }) => url === endpoint)
    .flatMap(({ body }) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans);

test("a trace that is asked for is told as a span, and goes on with the webhook of its decision, after a start too", async () => {
  const { heard, send } = outside();
  const options: WatchedOptions = {
    traces: { endpoint },
    webhooks: { ee: "https://ee.example/hook" },
    send,
  };
  const first = watched(options);
  expect((await sendIn(first, "e1", asked)).status).toBe(200);
  await first.watch.traces.sendDue();
  const [request] = spansIn(heard);
  expect(request).toEqual({
    traceId: trace,
    spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
    parentSpanId: "00f067aa0ba902b7",
    name: "POST /v1/events",
    kind: 2,
    startTimeUnixNano: "1717200000000000000",
    endTimeUnixNano: "1717200000000000000",
    attributes: [
      { key: "http.request.method", value: { stringValue: "POST" } },
      { key: "http.route", value: { stringValue: "/v1/events" } },
      { key: "http.response.status_code", value: { intValue: "200" } },
      { key: "chainbreak.events", value: { intValue: "1" } },
    ],
    status: {},
  });
  // Nothing of whoever the event is about, or of whoever sent it.
  // The span's own id is drawn, and may have any two letters in it.
  const body = heard[0]?.body.replaceAll(request.spanId, "");
  for (const word of ["ann", 'ee"', "e1"]) expect(body).not.toContain(word);
  expect(heard[0]?.headers.get("content-type")).toBe("application/json");
  await first.close();
  heard.length = 0;
  const second = watched(options, first.folder);
  await second.watch.webhooks.sendDue();
  await second.watch.traces.sendDue();
  const [hook] = heard;
  const [told] = spansIn(heard);
  expect(told).toMatchObject({ traceId: trace, parentSpanId: request.spanId, name: "webhook", kind: 3 });
  expect(hook?.headers.get("traceparent")).toBe(`00-${trace}-${told.spanId}-01`);
  await second.close();
});

test("without a collector nothing is told, and a trace goes on all the same; one not to be kept is handed on as such", async () => {
  const { heard, send } = outside();
  const webhooks = { ee: "https://ee.example/hook" };
  const service = watched({ webhooks, send });
  await sendIn(service, "e1", asked.replace(/01$/, "00"));
  await sendIn(service, "e2");
  await service.watch.webhooks.sendDue();
  await service.watch.traces.sendDue();
  expect(heard.map(({ url }) => url)).toEqual([webhooks.ee, webhooks.ee]);
  const traceparents = heard.map(({ headers }) => headers.get("traceparent"));
  expect(traceparents).toEqual([expect.stringMatching(new RegExp(`^00-${trace}-[0-9a-f]{16}-00$`)), null]);
  await service.close();
  const refused = outside();
  const collecting = watched({ traces: { endpoint }, send: refused.send });
  await sendIn(collecting, "e1", asked.replace(/01$/, "00"));
  await sendIn(collecting, "e2");
  const stranger = {
    method: "POST",
    body: "{}",
    headers: { Authorization: "Bearer no", traceparent: asked },
  };
  expect((await collecting.ask("ee", "/v1/events", stranger)).status).toBe(401);
  await collecting.watch.traces.sendDue();
  expect(refused.heard).toEqual([]);
  await collecting.close();
});

test("all are traced where the operator wants all, and none of them is anybody's", async () => {
  const { heard, send } = outside();
  const service = watched({ traces: { endpoint, sample: 1 }, send });
  for (const id of ["e1", "e2", "e3"]) await sendIn(service, id);
  await sendIn(service, "e4", "00-no-trace-at-all");
  await service.watch.traces.sendDue();
  const spans = spansIn(heard);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(4);
  expect(spans.every((span) => span.parentSpanId === undefined)).toBe(true);
  await service.close();
});

test("a collector that is down is told later, what there is no room for is counted, and nothing waits for it", async () => {
  let time = Date.UTC(2024, 5, 1);
  let isUp = false;
  const { heard, send } = outside({ [endpoint]: () => new Response(null, { status: isUp ? 200 : 503 }) });
  const service = watched({ traces: { endpoint }, send, now: () => time });
  await sendIn(service, "e1", asked);
  for (let passed = 0; passed < 20; passed += 1) {
    await service.watch.traces.sendDue();
    time += 1_000;
  }
  expect(heard.length).toBe(3); // At once, after five seconds, after ten more.
  expect(service.said).toEqual(["traces cannot be told: it answers with 503"]);
  isUp = true;
  time += 60_000;
  heard.length = 0;
  await service.watch.traces.sendDue();
  expect(spansIn(heard)).toMatchObject([{ traceId: trace }]);
  const metrics = await (await service.ask("ee", "/metrics")).text();
  expect(metrics).toContain('chainbreak_spans_total{kind="sent"} 1');
  await service.close();
});

test("a traceparent is read by the recommendation, and anything else is none", () => {
  expect(parentIn(asked)).toEqual({ trace, span: "00f067aa0ba902b7", flags: 1 });
  expect(parentIn(`cc${asked.slice(2)}-what-comes`)).toMatchObject({ trace });
  const wrong = [
    undefined,
    "",
    `ff${asked.slice(2)}`,
    `${asked}-more`,
    asked.toUpperCase(),
    asked.replace(trace, "0".repeat(32)),
    asked.replace("00f067aa0ba902b7", "0".repeat(16)),
    asked.slice(0, -1),
  ];
  expect(wrong.map(parentIn)).toEqual(wrong.map(() => undefined));
});

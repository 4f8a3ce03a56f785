import { Hono } from "hono";
import { expect, test } from "vitest";
import { limitBody } from "./body-limit.ts";

const app = new Hono();
app.use(limitBody(10, () => new Response("large", { status: 413 })));
app.post("/", async (context) => context.text(await context.req.text()));

const asked = async (body: string | ReadableStream, headers: Readonly<Record<string, string>> = {}) => {
  const request = new Request("http://here/", { method: "POST", body, headers, duplex: "half" });
  return (await app.request(request)).text();
};
const streamOf = (...parts: readonly string[]) =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

test("a body that says it is larger than it may be is refused unread", async () => {
  const unread = new ReadableStream({ pull: () => Promise.reject(new Error("read")) });
  expect(await asked(unread, { "Content-Length": "11" })).toBe("large");
  expect(await asked("0123456789", { "Content-Length": "10" })).toBe("0123456789");
});

test("one that says no length is counted as it comes", async () => {
  expect(await asked(streamOf("01234", "56789"))).toBe("0123456789");
  expect(await asked(streamOf("01234", "56789", "x"))).toBe("large");
  expect(
    await asked(streamOf("0123456789x"), { "Content-Length": "3", "Transfer-Encoding": "chunked" }),
  ).toBe("large");
});

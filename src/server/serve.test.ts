/** The socket: where it listens, and what it says when it cannot. */
import { rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CannotServe } from "./listen.ts";
import { serve } from "./serve.ts";

const quick = { catalogFolder: "catalog/people", pageFolder: "nowhere" };

test("the server listens on this machine only and stops when told", async () => {
  const { url, close } = await serve({ ...quick, port: 0 });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect((await fetch(`${url}api/health`)).status).toBe(200);
  await close();
  await expect(fetch(`${url}api/health`)).rejects.toThrow();
});

test("a port asked for by number and taken is a sentence, not a stack", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const fault = await serve({ ...quick, port }).catch((thrown: unknown) => thrown);
  taken.close();
  expect(fault).toBeInstanceOf(CannotServe);
  expect([(fault as CannotServe).message, (fault as CannotServe).help]).toEqual([
    `port ${port} is taken by another program`,
    "stop that one, choose another port, or name none to get the next free one",
  ]);
});

test("two servers nobody gave a port stand side by side", async () => {
  const { PORT } = process.env;
  delete process.env["PORT"];
  try {
    const [first, second] = [await serve(quick), await serve(quick)];
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    await Promise.all([first.close(), second.close()]);
  } finally {
    if (PORT !== undefined) process.env["PORT"] = PORT;
  }
});

test("PORT of the environment is used, and when it is no port that is said", async () => {
  const { PORT } = process.env;
  process.env["PORT"] = "eighty";
  try {
    await expect(serve(quick)).rejects.toThrow("PORT is `eighty`, which is no port");
  } finally {
    if (PORT === undefined) delete process.env["PORT"];
    else process.env["PORT"] = PORT;
  }
});

test("a server that cannot keep anything says why, and answers all the same", async () => {
  const taken = join(tmpdir(), `chainbreak-taken-${process.pid}`);
  writeFileSync(taken, "");
  for (const dataFolder of [taken, false] as const) {
    const serving = await serve({ ...quick, port: 0, dataFolder });
    expect(serving.data).toEqual(
      dataFolder === false
        ? { kind: "none", why: "it was told to keep nothing", help: "start it without --no-data" }
        : { kind: "none", why: `\`${taken}\` is no folder`, help: "name another one with --data" },
    );
    expect(await (await fetch(`${serving.url}api/health`)).json()).toMatchObject({
      status: "ok",
      store: "none",
    });
    await serving.close();
  }
  rmSync(taken);
});

test("an address others could reach is refused with the way out, whatever it is called", async () => {
  for (const host of [
    "0.0.0.0",
    "::",
    "203.0.113.9",
    "192.168.1.7",
    "machine.example",
    "127.0.0.1.example",
    "fe80::1",
  ])
    await expect(serve({ ...quick, host, port: 0 })).rejects.toMatchObject({
      name: "CannotServe",
      message: `on \`${host}\` others could reach the server, and it has no sign-in`,
      help: expect.stringContaining("ssh -L"),
    });
  for (const host of ["127.0.0.1", "127.8.0.1", "localhost"]) {
    const serving = await serve({ ...quick, host, port: 0, dataFolder: false });
    expect((await fetch(`${serving.url}api/health`)).status).toBe(200);
    await serving.close();
  }
});

test("an address that is not this machine's is a sentence", async () => {
  await expect(serve({ ...quick, host: "127.0.0.999", port: 0 })).rejects.toThrow(
    "`127.0.0.999` is no address of this machine",
  );
});

test.each(["content-length: 900000000", "transfer-encoding: chunked"])(
  "a body that is too large ends the connection, as the answer says: %s",
  async (length) => {
    const serving = await serve({ ...quick, port: 0, dataFolder: false });
    const { port } = new URL(serving.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1");
      let text = "";
      socket.on("data", (bytes) => (text += bytes));
      socket.on("error", () => {}); // Still writing when it is closed.
      socket.on("close", () => resolve(text));
      socket.write(
        `POST /api/audit HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n${length}\r\n\r\n`,
      );
      const piece = length.startsWith("transfer")
        ? `10000\r\n${"x".repeat(0x10000)}\r\n`
        : "x".repeat(0x10000);
      for (let i = 0; i < 16; i += 1) socket.write(piece);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/^connection: close\r$/im);
    await serving.close();
  },
);

test("while a question is thought about, everything else is answered", async () => {
  const { url, close } = await serve({ pageFolder: "nowhere", port: 0, dataFolder: false });
  const accounts = Array.from({ length: 60 }, (_, i) => `  a${i}: { service: alipay, line: l, cards: [c] }`);
  const person = [
    "person: { id: p }",
    "lines: { l: { carrier: china-mobile, sim: { in: d } } }",
    "devices: { d: { kind: phone } }",
    "cards: { c: { bank: ccb, balance: 100 } }",
    "accounts:",
    ...accounts,
  ].join("\n");
  const order: string[] = [];
  const audited = fetch(`${url}api/audit`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person, held: ["possess(sim.l)"] }),
  }).then(async (response) => {
    order.push("audit");
    return [response.status, ((await response.json()) as { label?: string }).label];
  });
  for (let i = 0; i < 5; i++) {
    expect((await fetch(`${url}api/health`)).status).toBe(200);
    order.push("health");
  }
  const [status, label] = await audited;
  expect(status).toBe(200);
  expect(label).toMatch(/exact|as-read|bounded|truncated/);
  // The answer takes a second or more, and a health check waits for none of it.
  expect(order).toEqual(["health", "health", "health", "health", "health", "audit"]);
  await close();
});

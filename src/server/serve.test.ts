/** The socket: where it listens, and what it says when it cannot. */
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CannotServe, serve } from "./serve.ts";

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

test("an address that is not this machine's is a sentence", async () => {
  await expect(serve({ ...quick, host: "203.0.113.9", port: 0 })).rejects.toThrow(
    "`203.0.113.9` is no address of this machine",
  );
});

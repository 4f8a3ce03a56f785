/**
 * A NATS server with JetStream of its own for a test, of the `nats-server` on PATH; gone when it is stopped. Where there is none
 * the tests that want it are skipped and say so.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

export interface Nats {
  readonly url: string;
  /** Where its messages lie. */
  readonly store: string;
  /** Killed, as when it crashes: what it wrote is there when it comes back. */
  die(): Promise<void>;
  comeBack(): Promise<void>;
  /** What the disk has at this moment; later on, what came since is taken back, as by a power cut before a sync. */
  remember(): Promise<void>;
  powerCut(): Promise<void>;
  stop(): Promise<void>;
}

/** `undefined`: it cannot run here. */
export async function startNats(): Promise<Nats | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-nats-"));
  const port = await freePort();
  const store = join(folder, "store");
  const synced = join(folder, "synced");
  const start = () => started(port, store);
  let server: ChildProcess;
  try {
    server = await start();
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    console.log(`tests on NATS JetStream are skipped: \`nats-server\` cannot run here: ${String(cause)}`);
    return undefined;
  }
  const die = async (signal: NodeJS.Signals = "SIGKILL") => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, "exit");
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    store,
    die,
    async comeBack() {
      server = await start();
    },
    async remember() {
      await die("SIGTERM");
      rmSync(synced, { recursive: true, force: true });
      cpSync(store, synced, { recursive: true });
      server = await start();
    },
    async powerCut() {
      await die();
      rmSync(store, { recursive: true, force: true });
      cpSync(synced, store, { recursive: true });
      server = await start();
    },
    async stop() {
      await die("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function started(port: number, store: string): Promise<ChildProcess> {
  const words = ["-js", "-a", "127.0.0.1", "-p", String(port), "-sd", store];
  const child = spawn("nats-server", words, { stdio: "ignore" });
  let why: unknown;
  child.on("error", (cause) => {
    why = cause;
  });
  child.on("exit", (code) => {
    why = new Error(`it ended with ${code}`);
  });
  for (let tries = 0; tries < 200; tries += 1) {
    await new Promise((resume) => setTimeout(resume, 50));
    if (why !== undefined) throw why;
    if (await answers(port)) return child;
  }
  child.kill("SIGKILL");
  throw new Error("it does not listen");
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

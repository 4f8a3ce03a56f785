/**
 * The service, durable, with its load on the same cores: decisions a second in lists and one by one, and the time of an
 * answer at a steady rate. The service is a process of its own on the shipped catalogue; every answer is looked at, and
 * at the end the journal is held to its chain and counted against what was answered.
 *
 * Said beforehand, for one core to itself: reading 10 µs, judging 15, sealing and hashing 20, SQLite 20, HTTP a few for
 * each event of a list and 100 for one alone; so some 12,000 a second in lists and 5,000 alone, if the disk syncs in time.
 */
import { spawn } from "node:child_process";
import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { Agent, request } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { lineOf, streamOf } from "../src/streams/index.ts";
import { makeApiKey, verifyFolder } from "../src/watch/index.ts";
import { catalog } from "./detect-quality.ts";
import { say } from "./measure.ts";
import type { Scene } from "./scene.ts";

interface Sent {
  readonly institution: string;
  readonly text: string;
}

export const serviceScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      people: { type: "string", default: "400" },
      days: { type: "string", default: "60" },
      seconds: { type: "string", default: "10" },
      list: { type: "string", default: "500" },
      rate: { type: "string", default: "500" },
    },
  });
  const stream = streamOf({
    catalog,
    people: Number(values.people),
    days: Number(values.days),
    attacks: 40,
    seed: 77,
  });
  const all: readonly Sent[] = stream.events.map((event, i) => ({
    institution: event.institution,
    text: lineOf(event, i, 0),
  }));
  const institutions = [...new Set(all.map(({ institution }) => institution))];
  const folder = mkdtempSync(join(tmpdir(), "chainbreak-bench-"));
  const keys = new Map(institutions.map((each) => [each, makeApiKey()]));
  writeFileSync(
    join(folder, "detect.yaml"),
    JSON.stringify({
      watch: "bench",
      institutions: Object.fromEntries(
        [...keys].map(([id, { hash }]) => [id, { keys: [{ hash, expires: "2999-01-01", may: ["send"] }] }]),
      ),
      agreements: { all: { members: institutions } },
    }),
  );
  const service = await start(folder);
  say(
    `${all.length} events of ${institutions.length} institutions, in one shared view; ${cpus().length} cores, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  // Before the load: in a pause between its parts the service would tidy its memory, which takes a tenth of a second.
  const disk = syncedAlone(folder, { seconds: Number(values.seconds), rate: Number(values.rate) });
  say(
    `the disk alone, a kilobyte and a sync at ${values.rate} a second: p50 ${disk.p50} ms, p99 ${disk.p99} ms, most ${disk.most} ms`,
  );
  const load = new Load(service.url, keys);
  const queue = [...all].reverse();
  const lists = await inLists(load, queue, { seconds: Number(values.seconds), size: Number(values.list) });
  say(`in lists of ${values.list}: ${lists.perSecond} decisions a second (${lists.count})`);
  const single = await oneByOne(load, queue, { seconds: Number(values.seconds) });
  say(`one by one, 32 at once: ${single.perSecond} decisions a second (${single.count})`);
  const steady = await atRate(load, queue, { seconds: Number(values.seconds), rate: Number(values.rate) });
  say(
    `one by one at ${values.rate} a second: p50 ${steady.p50} ms, p99 ${steady.p99} ms, most ${steady.most} ms (${steady.count}); the load itself came late by ${steady.loadP99} ms in one of a hundred, by ${steady.loadMost} at most`,
  );
  const cpu = await service.stop();
  const { records, broken } = verifyFolder(folder);
  const bytes = readdirSync(folder)
    .filter((name) => name.endsWith(".sqlite"))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  say(
    `journal: ${records} records, ${load.answered} answered, ${broken === undefined ? "whole" : "BROKEN"}; ${Math.round(bytes / records)} bytes an event; ${cpu}`,
  );
  rmSync(folder, { recursive: true });
  return records === load.answered && broken === undefined ? 0 : 1;
};

class Load {
  answered = 0;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #url: URL;
  readonly #keys: ReadonlyMap<string, { readonly key: string }>;

  constructor(url: string, keys: ReadonlyMap<string, { readonly key: string }>) {
    this.#url = new URL("/v1/events", url);
    this.#keys = keys;
  }

  /** Events of one institution; every one of them must be decided. */
  send(events: readonly Sent[], isList: boolean): Promise<void> {
    const [first] = events;
    if (first === undefined) return Promise.resolve();
    const texts = events.map(({ text }) => text);
    const body = isList ? `[${texts.join(",")}]` : first.text;
    return new Promise((resolve, reject) => {
      const asked = request(
        this.#url,
        {
          method: "POST",
          agent: this.#agent,
          headers: {
            Authorization: `Bearer ${this.#keys.get(first.institution)?.key}`,
            "Content-Type": "application/json",
            "Content-Length": Buffer.byteLength(body),
          },
        },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (part: string) => {
            text += part;
          });
          answer.on("end", () => {
            const isGood = answer.statusCode === 200 && !/"status":[345]/.test(text);
            if (!isGood) return reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
            this.answered += events.length;
            resolve();
          });
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  }
}

/** Four lists at once, each of one institution, as they come in the stream. */
async function inLists(
  load: Load,
  queue: Sent[],
  { seconds, size }: { readonly seconds: number; readonly size: number },
) {
  const began = performance.now();
  const before = load.answered;
  const worker = async () => {
    const waiting = new Map<string, Sent[]>();
    while (performance.now() - began < seconds * 1_000) {
      const next = queue.pop();
      if (next === undefined) throw new Error("the stream ran out: ask for more people or days");
      const own = waiting.get(next.institution) ?? [];
      waiting.set(next.institution, own);
      own.push(next);
      if (own.length < size) continue;
      waiting.delete(next.institution);
      await load.send(own, true);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return counted(load.answered - before, began);
}

async function oneByOne(load: Load, queue: Sent[], { seconds }: { readonly seconds: number }) {
  const began = performance.now();
  const before = load.answered;
  const worker = async () => {
    while (performance.now() - began < seconds * 1_000) await load.send([taken(queue)], false);
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return counted(load.answered - before, began);
}

/** On time whether or not the one before is answered; an answer counts from when it should have been asked. */
async function atRate(
  load: Load,
  queue: Sent[],
  { seconds, rate }: { readonly seconds: number; readonly rate: number },
) {
  const began = performance.now();
  const times: number[] = [];
  const under: Promise<void>[] = [];
  // What the load itself does not get done in time is no wait for the service.
  const stood = monitorEventLoopDelay({ resolution: 1 });
  stood.enable();
  for (let i = 0; i < seconds * rate; i += 1) {
    const due = began + (i * 1_000) / rate;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    under.push(load.send([taken(queue)], false).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(under);
  stood.disable();
  const stoodFor = (part: number) => (stood.percentile(part) / 1e6).toFixed(1);
  return {
    count: times.length,
    ...spreadOf(times),
    loadP99: stoodFor(99),
    loadMost: stoodFor(100),
  };
}

/** What no durable answer can be faster than: nothing but a record appended and synced, counted from when it was due. */
function syncedAlone(
  folder: string,
  { seconds, rate }: { readonly seconds: number; readonly rate: number },
): Spread {
  const file = openSync(join(folder, "disk-alone"), "a");
  const record = Buffer.alloc(1_000, 1);
  const times: number[] = [];
  const began = performance.now();
  const still = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (let i = 0; i < seconds * rate; i += 1) {
    const due = began + (i * 1_000) / rate;
    const early = due - performance.now();
    if (early > 0) Atomics.wait(still, 0, 0, early);
    writeSync(file, record);
    fdatasyncSync(file);
    times.push(performance.now() - due);
  }
  closeSync(file);
  return spreadOf(times);
}

interface Spread {
  readonly p50: string;
  readonly p99: string;
  readonly most: string;
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

function taken(queue: Sent[]): Sent {
  const next = queue.pop();
  if (next === undefined) throw new Error("the stream ran out: ask for more people or days");
  return next;
}

const counted = (count: number, began: number) => ({
  count,
  perSecond: Math.round((count * 1_000) / (performance.now() - began)),
});

function start(folder: string): Promise<{ readonly url: string; stop(): Promise<string> }> {
  const words = ["bin/chainbreak.mjs", "detect", "serve", "--data", folder, "--port", "0", "--lang", "en"];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  // It is left to nobody, however the scene ends.
  process.on("exit", () => child.kill());
  return new Promise((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`the service ended with ${code}`)));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const url = /http:\S+\//.exec(text)?.[0];
      if (url === undefined) return;
      resolve({
        url,
        stop: () =>
          new Promise((done) => {
            child.removeAllListeners("exit");
            child.on("exit", () =>
              done(`the load itself took ${(process.cpuUsage().user / 1e6).toFixed(1)} s of a core`),
            );
            child.kill("SIGTERM");
          }),
      });
    });
  });
}

/**
 * A service killed again and again while events arrive, and asked afterwards. Whoever sends does what the runbook says:
 * what was not answered is sent again. Held against: whatever was answered is answered the same, to the byte; every event
 * sent is in the journal once; the chain holds; the replay at each start decided nothing otherwise. Most starts go on from
 * a kept state, some and the last replay everything.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chanceFrom } from "../../src/model/index.ts";
import { makeApiKey, verifyFolder } from "../../src/watch/index.ts";

export interface Killed {
  readonly kills: number;
  /** Events answered in all, and of these how often one was asked again after a kill. */
  readonly answered: number;
  readonly askedAgain: number;
  /** Sent and not answered when the kill came: kept or not, nobody was told. */
  readonly unanswered: number;
  readonly lost: number;
  readonly otherwise: number;
  readonly replayedOtherwise: number;
  /** Starts that went on from a kept state. */
  readonly goneOn: number;
  readonly recordsTwice: number;
  readonly isWhole: boolean;
}

const perBatch = 7;
/** Of those answered before, so many are asked again after each kill; at the end all of them. */
const againEach = 20;
/** One start in so many replays everything. */
const wholeEach = 10;

export async function killAndAsk({
  folder,
  kills,
  seed,
}: {
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
}): Promise<Killed> {
  const chance = chanceFrom(seed);
  const { key, hash } = makeApiKey();
  const right = { hash, expires: "2999-01-01", may: ["send", "look"] };
  writeFileSync(
    join(folder, "detect.yaml"),
    JSON.stringify({ watch: "killed", institutions: { bank: { keys: [right] } } }),
  );
  const answers = new Map<string, string>();
  const open = new Map<string, object>();
  const all = new Map<string, object>();
  const sums = { askedAgain: 0, unanswered: 0, lost: 0, otherwise: 0, replayedOtherwise: 0, goneOn: 0 };
  let number = 0;

  const send = async (url: string, events: readonly object[]): Promise<readonly string[]> => {
    const answer = await fetch(`${url}v1/events`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify(events),
    });
    if (answer.status !== 200) throw new Error(`answered with ${answer.status}: ${await answer.text()}`);
    const { answers: each } = (await answer.json()) as { readonly answers: readonly object[] }; // By the contract.
    return each.map((one) => JSON.stringify(one));
  };
  const note = (events: readonly object[], given: readonly string[]): void => {
    for (const [i, event] of events.entries()) {
      const { id } = event as { readonly id: string }; // Made below.
      const before = answers.get(id);
      if (before !== undefined && before !== given[i]) sums.otherwise += 1;
      answers.set(id, given[i]!);
      open.delete(id);
    }
  };
  const fresh = (): readonly object[] =>
    Array.from({ length: perBatch }, () => {
      const event = madeEvent(number++, chance);
      open.set(event.id, event);
      all.set(event.id, event);
      return event;
    });

  for (let kill = 0; kill <= kills; kill += 1) {
    const isWhole = kill === kills || kill % wholeEach === wholeEach - 1;
    const { child, url, differ, after } = await start(folder, isWhole);
    sums.replayedOtherwise += differ;
    if (after > 0) sums.goneOn += 1;
    const known = [...answers.keys()];
    const again = kill === kills ? known : known.filter(() => chance() < againEach / known.length);
    for (const part of parts([...open.values()], 500)) note(part, await send(url, part));
    for (const part of parts(
      again.map((id) => all.get(id)!),
      500,
    )) {
      sums.askedAgain += part.length;
      note(part, await send(url, part));
    }
    if (kill === kills) {
      await end(child, "SIGTERM");
      break;
    }
    const awaited = Math.floor(chance() * 4);
    for (let i = 0; i < awaited; i += 1) {
      const events = fresh();
      note(events, await send(url, events));
    }
    // Several at once under way, and the kill somewhere between their arrival and their answers.
    const under = Promise.allSettled(
      Array.from({ length: 3 }, async () => {
        const events = fresh();
        note(events, await send(url, events));
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, chance() * 8));
    await end(child, "SIGKILL");
    await under;
    sums.unanswered += open.size;
  }
  const { records, broken } = verifyFolder(folder);
  const lost = [...answers.values()].filter((text) => !text.startsWith('{"status":200,')).length;
  rmSync(folder, { recursive: true });
  return {
    kills,
    answered: answers.size,
    ...sums,
    lost: lost + (all.size - answers.size),
    recordsTwice: records - all.size,
    isWhole: broken === undefined,
  };
}

const parts = <Value>(values: readonly Value[], most: number): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / most) }, (_, i) => values.slice(i * most, (i + 1) * most));

export function madeEvent(
  number: number,
  chance: () => number,
): { readonly id: string } & Readonly<Record<string, string>> {
  const one = <Value>(values: readonly Value[]) => values[Math.floor(chance() * values.length)]!;
  const person = one(["ann", "bob", "cho", "dee"]);
  const kind = one(["sign-in", "sign-in", "transfer", "password-reset", "device-added", "app-open"]);
  return {
    id: `e${number}`,
    time: new Date(Date.UTC(2024, 0, 1) + number * 600_000).toISOString(),
    institution: "bank",
    person,
    kind,
    device: one([`phone-of-${person}`, `phone-of-${person}`, "another"]),
    ...(kind === "transfer" ? { amount: one(["10.00", "900.00"]), payee: one(["shop", "mule"]) } : {}),
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly differ: number;
  readonly after: number;
}

function start(folder: string, isWhole: boolean): Promise<Started> {
  const words = ["test/kit/watch-to-kill.ts", folder, ...(isWhole ? ["whole"] : [])];
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  return new Promise((resolve, reject) => {
    child.stderr.on("data", (text: Buffer) => {
      err += text;
    });
    child.stdout.on("data", (text: Buffer) => {
      out += text;
      if (out.endsWith("\n")) resolve({ child, ...JSON.parse(out) });
    });
    child.on("exit", () => reject(new Error(`it did not start: ${err}`)));
  });
}

function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.on("exit", () => resolve());
    child.kill(signal);
  });
}

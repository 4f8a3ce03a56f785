/** A service in a folder of its own, asked as institutions ask it, without a socket; and the events to send it. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWholeFolder, readYaml } from "../../src/catalog/index.ts";
import {
  joinRules,
  keepShapes,
  logsOf,
  madeLikelihoods,
  type RuleSet,
  readRules,
  type Version,
  withUnread,
} from "../../src/detect/index.ts";
import {
  makeApiKey,
  openWatch,
  type Right,
  readConfigurationFile,
  rights,
  type Watch,
  type WatchOptions,
} from "../../src/watch/index.ts";

const { catalog: read } = readWholeFolder({ folder: "catalog", from: "", stories: false });
const catalog = withUnread(read);
export const watchVersion: Version = {
  catalog,
  logs: logsOf(madeLikelihoods),
  likelihoods: madeLikelihoods.id,
  shapeOf: keepShapes({ catalog, people: new Map(), today: "2024-06-01" }),
  until: 0, // The service says it for each event.
};

/** Rules as they stand in a file; a fault in them fails the test. */
export function rulesIn(text: string): RuleSet {
  const { rules, complaints } = readRules(readYaml(text, "rules.yaml"));
  if (rules === undefined) throw new Error(complaints.map(({ message }) => message).join("\n"));
  return joinRules([rules]);
}

export interface WatchedOptions {
  /** What every key may; absent: everything. */
  readonly may?: readonly Right[];
  readonly institutions?: readonly string[];
  /** Members of one agreement, and what it tells. */
  readonly sharing?: {
    readonly members: readonly string[];
    readonly tells?: "when-and-what";
    readonly alerts?: true;
  };
  /** `400 days`. */
  readonly retain?: string;
  /** Where decisions are sent, by institution. */
  readonly webhooks?: Readonly<Record<string, string>>;
  /** By what address it is called; whose signals are taken, by institution. */
  readonly issuer?: string;
  readonly transmits?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Who may have a stream of its signals. */
  readonly receives?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** As it stands in `detect.yaml`. */
  readonly traces?: Readonly<Record<string, unknown>>;
  readonly send?: typeof fetch;
  readonly now?: () => number;
  readonly version?: Version;
  readonly waitingMax?: number;
  readonly comparedMax?: number;
  /** What its kept state rests on; absent: none is kept. */
  readonly basis?: string;
  readonly stateAfter?: WatchOptions["stateAfter"];
}

/** As `fetch` answers, where a test looks into it: a wrong guess about its shape fails the test. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects.
type Answered = Omit<Response, "json"> & { json(): Promise<any> };

export interface Watched {
  readonly folder: string;
  readonly watch: Watch;
  readonly said: readonly string[];
  ask(institution: string, path: string, init?: RequestInit): Promise<Answered>;
  send(institution: string, value: unknown): Promise<{ readonly status: number; readonly text: string }>;
  close(): Promise<void>;
}

/** Each institution's key is made from its name, so that a folder opened twice is asked alike. */
const keys = new Map<string, ReturnType<typeof makeApiKey>>();
export function keyOf(institution: string) {
  const key = keys.get(institution) ?? makeApiKey();
  keys.set(institution, key);
  return key;
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "chainbreak-watch-"));

export const webhookSecret: Uint8Array = new Uint8Array(32).fill(7);

export function watched(options: WatchedOptions = {}, folder: string = emptyFolder()): Watched {
  const {
    institutions = ["ee", "monzo"],
    sharing,
    webhooks = {},
    issuer,
    transmits = {},
    receives = {},
    send,
    now = () => Date.UTC(2024, 5, 1),
  } = options;
  const secret = Buffer.from(webhookSecret).toString("base64");
  writeFileSync(join(folder, "hook.secret"), `whsec_${secret}\n`);
  writeFileSync(
    join(folder, "detect.yaml"),
    JSON.stringify({
      watch: "tried",
      ...(options.retain === undefined ? {} : { retain: options.retain }),
      ...(options.traces === undefined ? {} : { traces: options.traces }),
      ...(issuer === undefined ? {} : { signals: { issuer } }),
      institutions: Object.fromEntries(
        institutions.map((id) => [
          id,
          {
            keys: [{ hash: keyOf(id).hash, expires: "2030-01-01", may: options.may ?? rights }],
            ...(transmits[id] === undefined ? {} : { transmits: transmits[id] }),
            ...(receives[id] === undefined ? {} : { receives: receives[id] }),
            ...(webhooks[id] === undefined
              ? {}
              : { webhook: { url: webhooks[id], "secret-file": "hook.secret", sends: ["allow", "hold"] } }),
          },
        ]),
      ),
      ...(sharing === undefined ? {} : { agreements: { together: sharing } }),
    }),
  );
  const { configuration, complaints } = readConfigurationFile(folder);
  if (configuration === undefined) throw new Error(complaints.map(({ message }) => message).join("\n"));
  const said: string[] = [];
  const watch = openWatch({
    folder,
    version: options.version ?? watchVersion,
    mappings: [],
    program: "tried",
    configuration,
    page: new Map(),
    hosts: [],
    now,
    clock: () => 0,
    send: send ?? (() => Promise.reject(new Error("nothing is sent here"))),
    ...(options.basis === undefined ? {} : { basis: options.basis }),
    ...(options.stateAfter === undefined ? {} : { stateAfter: options.stateAfter }),
    ...(options.comparedMax === undefined ? {} : { comparedMax: options.comparedMax }),
    ...(options.waitingMax === undefined ? {} : { waitingMax: options.waitingMax }),
    say: (line) => void said.push(line),
  });
  const ask = async (institution: string, path: string, init: RequestInit = {}): Promise<Answered> =>
    watch.app.request(path, {
      ...init,
      headers: {
        Host: "127.0.0.1",
        Authorization: `Bearer ${keyOf(institution).key}`,
        "Content-Type": "application/json",
        ...init.headers,
      },
    });
  return {
    folder,
    watch,
    said,
    ask,
    async send(institution, value) {
      const answer = await ask(institution, "/v1/events", { method: "POST", body: JSON.stringify(value) });
      return { status: answer.status, text: await answer.text() };
    },
    close: () => watch.close(),
  };
}

/** An event of somebody at an institution; each field may be said otherwise. */
export const event = (
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  id,
  time: "2024-03-10T09:30:00Z",
  institution: "ee",
  kind: "sign-in",
  person: "ann",
  device: "phone-of-ann",
  ...more,
});

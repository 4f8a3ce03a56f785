/**
 * A NATS JetStream before the shared log: one stream for each log, one exact subject for each partition. What is told here of
 * it is what version 2.9 does; `log-bus.ts` says what is put on it and taken from it.
 *
 * The traps this is built around:
 * - An acknowledged message is not yet synced: a power cut takes back what was acknowledged, and numbers are then given again.
 *   So nothing rests on an acknowledgement, and where a reader stood is known by the message, not by its number alone.
 * - A stream that has a limit and drops the oldest at it loses silently: such a one is refused.
 * - `fetch` of the client throws outside the promise it gave when the server is gone; what waits is asked for here by one plain
 *   request that does not wait, and counted, so that an answer that was lost shows.
 */

import { readFileSync } from "node:fs";
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamInfo,
} from "@nats-io/jetstream";
import {
  connect,
  createInbox,
  credsAuthenticator,
  headers,
  type Msg,
  type NatsConnection,
  nanos,
} from "@nats-io/transport-node";
import { CannotServe } from "../server/index.ts";

export interface BusOptions {
  /** `nats://…`, with name and password in it where it wants them. */
  readonly url: string;
  /** A file of credentials as `nsc` writes them. */
  readonly credentials?: string | undefined;
}

/** What is put on the bus: an id by which it counts once, words beside it, and bytes. */
export interface BusMessage {
  readonly id: string;
  readonly words: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface TakenMessage extends BusMessage {
  /** Its number in the stream. */
  readonly seq: number;
}

export type Published =
  | { readonly kind: "there"; readonly isAgain: boolean }
  /** The stream has a limit, and is full. */
  | { readonly kind: "full" }
  /** It did not say that it has it. */
  | { readonly kind: "away"; readonly why: string };

export interface BusReader {
  /** What is there, in its order, and nothing where nothing is. Throws where anything may have been lost on the way. */
  some(limit: number): Promise<readonly TakenMessage[]>;
  close(): Promise<void>;
}

export interface Bus {
  publish(partition: number, message: BusMessage): Promise<Published>;
  /** The message of this number; `undefined`: there is none. */
  at(seq: number): Promise<BusMessage | undefined>;
  reader(partition: number, after: number): Promise<BusReader>;
  /** Everything of the partition before this number goes. */
  drop(partition: number, before: number): Promise<void>;
  /** Counts how often it was gone and came back: what was asked before then is asked anew. */
  returns(): number;
  /** Tells whoever waits that something was put on it; nobody may rest on it. */
  wake(): void;
  onWake(act: () => void): void;
  close(): Promise<void>;
}

const answerMilliseconds = 5_000;
const reconnectMilliseconds = 500;
/** Whoever had no answer sends again within this time and it is one message; later on, the log knows it. */
const duplicateMilliseconds = 120_000;
/** A reader that was killed is forgotten by the bus. */
const forgottenMilliseconds = 60_000;
const statusFull = [10_047, 10_054, 10_077, 10_122, 10_023];
const notFound = [10_037, 10_043, 10_057, 10_059];

/** `name`: of the stream, and before the dot of its subjects. Made where there is none; one that is there is used as it is. */
export async function openBus({ url, credentials }: BusOptions, name: string): Promise<Bus> {
  const connection = await connected(url, credentials).catch((cause: unknown) => {
    throw cause instanceof CannotServe ? cause : noBus(cause);
  });
  try {
    const manager = await jetstreamManager(connection, { timeout: answerMilliseconds });
    const { config } = await streamOf(manager, name);
    assertKeeps(config, name);
    return overConnection(connection, manager, jetstream(connection, { timeout: answerMilliseconds }), name);
  } catch (cause) {
    await connection.close().catch(() => {});
    if (cause instanceof CannotServe) throw cause;
    throw noBus(cause);
  }
}

const said = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
const noBus = (cause: unknown): CannotServe =>
  new CannotServe(
    `the bus does not let us in: ${said(cause)}`,
    "see that it runs with JetStream (`nats-server -js`), and give its address with --bus",
  );

/** An address may carry a password, and a complaint is read by others. */
const withoutSecret = (url: string): string => url.replace(/^([^/]*\/\/)?[^@/]*@/u, "$1…@");

async function connected(url: string, credentials: string | undefined): Promise<NatsConnection> {
  const address = URL.parse(url);
  if (address === null || !["nats:", "tls:"].includes(address.protocol))
    throw new CannotServe(
      `\`${withoutSecret(url)}\` is no address of a bus`,
      "write `nats://HOST:4222`, or `tls://…`",
    );
  const { username, password, host, protocol } = address;
  let creds: Uint8Array | undefined;
  try {
    creds = credentials === undefined ? undefined : readFileSync(credentials);
  } catch (cause) {
    throw new CannotServe(
      `\`${credentials}\` cannot be read: ${said(cause)}`,
      "name a file with --bus-credentials",
    );
  }
  return connect({
    servers: host,
    maxReconnectAttempts: -1,
    reconnectTimeWait: reconnectMilliseconds,
    timeout: answerMilliseconds,
    ...(protocol === "tls:" ? { tls: {} } : {}),
    ...(username === "" ? {} : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
    ...(creds === undefined ? {} : { authenticator: credsAuthenticator(creds) }),
  });
}

async function streamOf(manager: JetStreamManager, name: string): Promise<StreamInfo> {
  try {
    return await manager.streams.info(name);
  } catch (cause) {
    if (!(cause instanceof JetStreamApiError && notFound.includes(cause.code))) throw cause;
  }
  return manager.streams.add({
    name,
    subjects: [`${name}.*`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    duplicate_window: nanos(duplicateMilliseconds),
  });
}

/** A stream that forgets before the log has it would lose what was accepted. */
function assertKeeps({ storage, retention, discard, ...limits }: StreamInfo["config"], name: string): void {
  const isLimited = [limits.max_msgs, limits.max_bytes, limits.max_msgs_per_subject].some((each) => each > 0);
  const forgets =
    storage !== StorageType.File
      ? "keeps its messages in memory alone"
      : retention !== RetentionPolicy.Limits
        ? "takes its messages away by another rule than its limits"
        : limits.max_age > 0
          ? "takes its messages away by age"
          : isLimited && discard !== DiscardPolicy.New
            ? "drops its oldest messages when it is full"
            : undefined;
  if (forgets !== undefined)
    throw new CannotServe(
      `the stream \`${name}\` on the bus ${forgets}, so what was accepted could be lost`,
      "edit it: file storage, retention by limits, no age, and `discard: new` where it has a limit",
    );
}

function overConnection(
  connection: NatsConnection,
  manager: JetStreamManager,
  client: JetStreamClient,
  name: string,
): Bus {
  let returned = 0;
  let isAway = false;
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === "reconnect") returned += 1;
      if (type === "disconnect") isAway = true;
      if (type === "reconnect") isAway = false;
    }
  })();
  /** At once, where waiting for an answer would only take time. */
  const assertThere = () => {
    if (isAway) throw new Error("the bus is not there");
  };
  // Not under the subjects of the stream: it is not kept.
  const wakeSubject = `${name}-wake`;
  return {
    async publish(partition, { id, words, bytes }) {
      const beside = headers();
      for (const [word, text] of Object.entries(words)) beside.set(word, text);
      try {
        assertThere();
        const { duplicate } = await client.publish(`${name}.${partition}`, bytes, {
          msgID: id,
          headers: beside,
        });
        return { kind: "there", isAgain: duplicate };
      } catch (cause) {
        const isFull = cause instanceof JetStreamApiError && statusFull.includes(cause.code);
        return isFull ? { kind: "full" } : { kind: "away", why: said(cause) };
      }
    },
    async at(seq) {
      assertThere();
      try {
        const found = await manager.streams.getMessage(name, { seq });
        return found === null ? undefined : messageOf(found.header, found.data);
      } catch (cause) {
        if (cause instanceof JetStreamApiError && notFound.includes(cause.code)) return undefined;
        throw cause;
      }
    },
    async reader(partition, after) {
      assertThere();
      const made = await manager.consumers.add(name, {
        ack_policy: AckPolicy.None,
        filter_subject: `${name}.${partition}`,
        ...(after === 0
          ? { deliver_policy: DeliverPolicy.All }
          : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 }),
        inactive_threshold: nanos(forgottenMilliseconds),
        mem_storage: true,
      });
      return readerOver(connection, manager, { stream: name, consumer: made.name, isAway: () => isAway });
    },
    async drop(partition, before) {
      assertThere();
      await manager.streams.purge(name, { filter: `${name}.${partition}`, seq: before });
    },
    returns: () => returned,
    wake() {
      if (!connection.isClosed()) connection.publish(wakeSubject);
    },
    onWake: (act) => void connection.subscribe(wakeSubject, { callback: act }),
    close: () => connection.close(),
  };
}

function readerOver(
  connection: NatsConnection,
  manager: JetStreamManager,
  {
    stream,
    consumer,
    isAway,
  }: { readonly stream: string; readonly consumer: string; readonly isAway: () => boolean },
): BusReader {
  let expected = 1;
  return {
    async some(limit) {
      if (isAway()) throw new Error("the bus is not there");
      const messages = await asked(connection, `$JS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`, limit);
      return messages.map((message) => {
        const { seq, place } = placeOf(message);
        // One that was sent and did not come: the bus will not send it again to this reader.
        if (place !== expected) throw new Error("a message was lost on its way from the bus");
        expected += 1;
        return { ...messageOf(message.headers, message.data), seq };
      });
    },
    async close() {
      if (!isAway()) await manager.consumers.delete(stream, consumer).catch(() => {}); // Else the bus forgets it by itself.
    },
  };
}

/** What there is at this moment, `limit` at most. */
function asked(connection: NatsConnection, subject: string, limit: number): Promise<readonly Msg[]> {
  const inbox = createInbox();
  const come: Msg[] = [];
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(patience);
      waiting.unsubscribe();
      act();
    };
    const patience = setTimeout(
      () => end(() => reject(new Error("the bus does not answer"))),
      answerMilliseconds,
    );
    const waiting = connection.subscribe(inbox, {
      callback: (fault, message) => {
        if (fault !== null) return end(() => reject(fault));
        const status = message.headers?.code ?? 0;
        if (status === 0) {
          come.push(message);
          if (come.length === limit) end(() => resolve(come));
        } else if (nothingMore.includes(status)) end(() => resolve(come));
        else end(() => reject(new Error(message.headers?.description ?? `the bus says ${status}`)));
      },
    });
    connection.publish(subject, JSON.stringify({ batch: limit, no_wait: true }), { reply: inbox });
  });
}

/** No messages; no more than those that came. */
const nothingMore = [404, 408];

/** `$JS.ACK.stream.consumer.tries.seq.place.time.left`, since 2.10 with two words more in front. */
function placeOf({ reply = "" }: Msg): { readonly seq: number; readonly place: number } {
  const words = reply.split(".");
  const from = words.length > 9 ? 7 : 5;
  const [seq, place] = [Number(words[from]), Number(words[from + 1])];
  if (!(words[0] === "$JS" && seq > 0 && place > 0)) throw new Error("the bus answers in another form");
  return { seq, place };
}

function messageOf(beside: Msg["headers"], bytes: Uint8Array): BusMessage {
  const words = Object.fromEntries([...(beside ?? [])].map(([word, [text = ""]]) => [word, text]));
  return { id: words["Nats-Msg-Id"] ?? "", words, bytes };
}

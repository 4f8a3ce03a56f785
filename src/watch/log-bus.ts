/**
 * What goes over a bus into the shared log. Whoever sends puts sealed events on it; the worker that holds their partition
 * takes them, puts them into the log, and notes in the same transaction how far it has come. From there on everything is as
 * without a bus: the log is what decisions rest on, and an id counts once, however often the bus brings it.
 *
 * An event on the bus is sealed by the key of its person, as it is in the log: what lingers in the bus's files is noise once
 * the person is erased. It is accepted when the bus says so, and kept when it is in the log: until its decision is read, the
 * sender keeps it too, for a bus can lose what it has acknowledged.
 */
import type { Bus, BusMessage, BusReader, TakenMessage } from "./bus.ts";
import { complaintsOf, type Refused } from "./desk.ts";
import type { Told } from "./judging.ts";
import {
  type Appended,
  type AppendParts,
  aboutDecided,
  answerTo,
  type InLogAlready,
  knownOf,
  type Placeable,
  placeAll,
  placeable,
  type ToPlace,
} from "./log-append.ts";
import type { Log } from "./log-database.ts";
import { keysFor, unwrap } from "./log-people.ts";
import { nameHash, type RootKeys, seal, unseal } from "./sealing.ts";

/** Accepted by the bus, and not in the log for all we know. */
export interface OnBus {
  readonly status: 202;
  readonly partition: number;
  readonly isAgain: boolean;
  readonly name: Buffer;
  readonly text: string;
}

/** What the stream of a log is called: its own for each log, for several may be on one bus. */
export const streamName = (root: RootKeys): string =>
  `chainbreak-${Buffer.from(nameHash(root.person, "stream of the log")).toString("hex").slice(0, 12)}`;

/** Where it is put and what it is called is bound to it: put elsewhere, or under another id, it does not open. */
const aboutSent = (
  { partition, view, institution, name }: Pick<Placeable, "partition" | "view" | "institution" | "name">,
  sent: number,
): string => JSON.stringify(["bus", partition, name.toString("hex"), view, institution, sent]);

/** One answer each, in their order. What the bus did not take is refused, and may be there all the same: sent again it counts once. */
export async function publish(
  { bus, ...parts }: AppendParts & { readonly bus: Bus },
  institution: string,
  values: readonly unknown[],
): Promise<readonly (Appended | OnBus)[]> {
  const { log, root, now } = parts;
  const sent = values.map((value) => placeable(parts, institution, value));
  const good = sent.filter((each): each is Placeable => "text" in each);
  const known = await knownOf(parts, good);
  const toSend = good.filter(({ name }) => !known.has(name.toString("hex")));
  const keys = await keysFor(log.database, root, toSend);
  const published = await Promise.all(
    toSend.map(async (each, i): Promise<OnBus | Refused> => {
      const { number, key } = keys[i]!; // One for each.
      const at = now();
      const { view, partition, name, text } = each;
      const words = { view, institution, person: Buffer.from(number).toString("hex"), sent: String(at) };
      const bytes = seal(key, text, aboutSent(each, at));
      const became = await bus.publish(partition, { id: name.toString("hex"), words, bytes });
      if (became.kind === "full") return { status: 429, complaints: [complaintsOf.busFull] };
      if (became.kind === "away") return { status: 503, complaints: [complaintsOf.busAway] };
      return { status: 202, partition, isAgain: became.isAgain, name, text };
    }),
  );
  bus.wake();
  const answerOf = new Map(toSend.map((each, i) => [each, published[i]!])); // One for each.
  return sent.map((each) => {
    if (!("text" in each)) return each;
    const before = known.get(each.name.toString("hex"));
    return before === undefined ? answerOf.get(each)! : answerTo(each, before);
  });
}

/** What was decided on each; `undefined`: not yet. Refused: the id had come before with other content, or its person is erased. */
export async function decidedByName(
  { log, root }: Pick<AppendParts, "log" | "root">,
  sent: readonly OnBus[],
): Promise<readonly (Told | Refused | undefined)[]> {
  const known = await knownOf({ log, root }, sent);
  const { rows } = await log.database.query(
    `select l.event, d.partition, d.seq, d.sealed, p.number, p.wrapped
     from chainbreak.log l join chainbreak.decisions d on d.partition = l.partition and d.seq = l.seq
     join chainbreak.people p on p.number = l.person where l.event = any($1::bytea[])`,
    [sent.map(({ name }) => name)],
  );
  const told = new Map<string, Told>(
    rows.map(({ event, partition, seq, sealed, number, wrapped }) => {
      const text = unseal(unwrap(root, number, wrapped), sealed, aboutDecided(partition, Number(seq)));
      return [event.toString("hex"), JSON.parse(text.toString("utf8")).told];
    }),
  );
  return sent.map((each) => {
    const name = each.name.toString("hex");
    const before: InLogAlready | undefined = known.get(name);
    if (before === undefined) return undefined;
    const answer = answerTo(each, before);
    return answer.status === 202 ? told.get(name) : answer;
  });
}

export interface Intake {
  /** Puts what waits on the bus for this partition into the log; how many. For whoever holds its lease. Throws what bus or database say. */
  take(partition: number): Promise<number>;
  /** Nothing of this partition is asked of the bus any more. */
  letGo(partition: number): Promise<void>;
  /** Messages that were none of ours, or not to be opened, and were passed over. */
  passedOver(): number;
}

/** Put into the log in one transaction. */
const atOnce = 500;
/** What is in the log is dropped from the bus after so many. */
const dropAfter = 5_000;

interface Reading {
  readonly reader: BusReader;
  readonly returns: number;
  /** Where it stands: the message that was put into the log last; 0: none. */
  seq: number;
  /** As the database has it: the same, unless the bus has lost something since. */
  kept: number;
  sinceDrop: number;
}

export function openIntake({ bus, ...parts }: AppendParts & { readonly bus: Bus }): Intake {
  const { log, root } = parts;
  const readings = new Map<number, Reading>();
  let passedOver = 0;

  const readingOf = async (partition: number): Promise<Reading> => {
    const known = readings.get(partition);
    if (known !== undefined && known.returns === bus.returns()) return known;
    await letGo(partition);
    const returns = bus.returns();
    const kept = await keptPlace(log, partition);
    // A bus that lost its end gives its numbers again: what stands at this one must be what was read there. If it is not,
    // everything it has is gone through, and what the log knows counts once.
    const there = kept.seq === 0 ? undefined : await bus.at(kept.seq);
    const seq = there?.id === kept.name ? kept.seq : 0;
    const reading = { reader: await bus.reader(partition, seq), returns, seq, kept: kept.seq, sinceDrop: 0 };
    readings.set(partition, reading);
    return reading;
  };
  const letGo = async (partition: number): Promise<void> => {
    const reading = readings.get(partition);
    readings.delete(partition);
    await reading?.reader.close();
  };

  const put = async (
    partition: number,
    reading: Reading,
    messages: readonly TakenMessage[],
  ): Promise<void> => {
    const last = messages.at(-1)!; // Asked only where there is one.
    let notOurs = 0;
    const toPlace = async () => {
      const keys = await keysOf(log, messages);
      notOurs = 0;
      return messages.flatMap((message) => {
        const read = toPlaceOf({
          root,
          partition,
          message,
          wrapped: keys.get(message.words["person"] ?? ""),
        });
        if (read === undefined) notOurs += 1;
        return read ?? [];
      });
    };
    await placeAll(parts, toPlace, async () => {
      const moved = await log.database.query(
        `insert into chainbreak.bus values ($1, $2, $3) on conflict (partition)
         do update set seq = $2, name = $3 where bus.seq = $4`,
        [partition, last.seq, last.id, reading.kept],
      );
      if (moved.rowCount !== 1)
        throw new Error(`somebody else has taken from the bus for partition ${partition}`);
    });
    passedOver += notOurs;
    reading.seq = last.seq;
    reading.kept = last.seq;
    reading.sinceDrop += messages.length;
  };

  return {
    async take(partition) {
      const reading = await readingOf(partition);
      try {
        const messages = await reading.reader.some(atOnce);
        // Gone and back while it was asked: what came is not rested on.
        if (reading.returns !== bus.returns()) {
          await letGo(partition);
          return 0;
        }
        if (messages.length > 0) await put(partition, reading, messages);
        if (reading.sinceDrop >= dropAfter || (messages.length === 0 && reading.sinceDrop > 0)) {
          // The last one stays: by it the place is known again.
          await bus.drop(partition, reading.seq);
          reading.sinceDrop = 0;
        }
        return messages.length;
      } catch (cause) {
        await letGo(partition).catch(() => {});
        throw cause;
      }
    },
    letGo,
    passedOver: () => passedOver,
  };
}

async function keptPlace({ database }: Log, partition: number) {
  const { rows } = await database.query("select seq, name from chainbreak.bus where partition = $1", [
    partition,
  ]);
  const [row] = rows;
  return { seq: Number(row?.seq ?? 0), name: String(row?.name ?? "") };
}

/** The wrapped keys of those these are about, by their numbers. */
async function keysOf(
  { database }: Log,
  messages: readonly BusMessage[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const numbers = messages
    .map(({ words }) => words["person"] ?? "")
    .filter((text) => /^[0-9a-f]{32}$/.test(text));
  const { rows } = await database.query(
    "select number, wrapped from chainbreak.people where number = any($1::bytea[])",
    [[...new Set(numbers)].map((text) => Buffer.from(text, "hex"))],
  );
  return new Map(rows.map(({ number, wrapped }) => [number.toString("hex"), wrapped]));
}

/** `undefined`: it is none of ours, or does not open as what it says it is. */
function toPlaceOf({
  root,
  partition,
  message: { id, words, bytes },
  wrapped,
}: {
  readonly root: RootKeys;
  readonly partition: number;
  readonly message: BusMessage;
  readonly wrapped: Uint8Array | undefined;
}): ToPlace | undefined {
  const { view = "", institution = "", person = "", sent = "" } = words;
  const isOurs = /^[0-9a-f]{32}$/.test(id) && /^[0-9a-f]{32}$/.test(person) && /^\d{1,15}$/.test(sent);
  if (!isOurs || view === "" || institution === "") return undefined;
  const number = Buffer.from(person, "hex");
  const placed = {
    institution,
    view,
    partition,
    name: Buffer.from(id, "hex"),
    number,
    accepted: Number(sent),
  };
  if (wrapped === undefined) return { ...placed, text: undefined, sealed: () => bytes };
  const key = unwrap(root, number, wrapped);
  try {
    const text = unseal(key, bytes, aboutSent(placed, Number(sent))).toString("utf8");
    return { ...placed, text, sealed: (about) => seal(key, text, about) };
  } catch {
    return undefined;
  }
}

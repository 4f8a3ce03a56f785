/**
 * Where events are decided. They wait in a bounded queue; all that wait are decided together, put on the disk in one
 * commit, and only then answered. A full queue refuses before it takes: nothing that was taken is dropped.
 *
 * An id is answered once: sent again with the same content it gets the same answer from the journal; with other content
 * it is refused. When the disk refuses, nobody was answered and the state in memory is ahead of the journal, so it is
 * thrown away and made again from the journal before anything else is decided.
 */
import { decisions, eventBytesMax } from "../detect/index.ts";
import type { Configuration } from "./configuration.ts";
import type { Entry, Journal, KeptEntry } from "./journal.ts";
import type { Judging, Told, ToldComplaint } from "./judging.ts";
import { openContent, sealContent } from "./keeping.ts";
import type { PeopleKeys } from "./people-keys.ts";
import { nameHash } from "./sealing.ts";

export interface DeskParts {
  readonly journal: Journal;
  readonly people: PeopleKeys;
  readonly eventNames: Uint8Array;
  readonly configuration: () => Configuration;
  /** The state made again from the journal; throws where it cannot be. */
  readonly remake: () => Judging;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many events may wait. */
  readonly waitingMax: number;
  /** Told of what was decided, once it is on the disk. */
  readonly onKept: (kept: readonly Kept[]) => void;
  /** Told of the time a commit took, and of what went wrong. */
  readonly onCommit: (told: { readonly events: number; readonly fault?: unknown }) => void;
}

export interface Kept {
  /** Its number among those of its institution. */
  readonly record: number;
  readonly institution: string;
  readonly received: number;
  readonly told: Told;
}

export type Answer =
  | { readonly status: 200; readonly told: Told; readonly record: number; readonly isAgain: boolean }
  | {
      readonly status: 400 | 403 | 409 | 410 | 413 | 503;
      readonly complaints: readonly ToldComplaint[];
    };

export type Taken =
  | { readonly kind: "taken"; readonly answers: Promise<readonly Answer[]> }
  /** The queue has no room for all of them: none was taken. */
  | { readonly kind: "full" }
  | { readonly kind: "stopping" };

export type Erased =
  /** `records`: so many can no longer be opened. */
  | { readonly kind: "erased"; readonly records: number }
  | { readonly kind: "nobody" }
  /** Destroyed and not yet gone from the disk, for another program reads the file: to be asked again. */
  | { readonly kind: "unsettled" };

export interface Desk {
  submit(institution: string, values: readonly unknown[]): Taken;
  /** Throws what the disk says. */
  erase(institution: string, person: string): Erased;
  waiting(): number;
  isWell(): boolean;
  /** Takes nothing more; done when all that was taken is answered. */
  drain(): Promise<void>;
}

/** Events that wait: at a few thousand a second, some seconds. */
export const usualWaitingMax = 10_000;
/** Decided and committed together: bounds how long the first of them waits for the last. */
const batchMax = 500;
/** After the disk refused, it is not asked again for so long. */
const pauseMilliseconds = 1_000;

interface Waiting {
  readonly institution: string;
  readonly text: string | undefined;
  readonly answer: (answer: Answer) => void;
}

/** Decided and not yet on the disk. */
interface Fresh {
  readonly entry: Entry;
  readonly told: Told;
  readonly text: string;
  readonly answers: ((answer: Answer) => void)[];
}

export function openDesk(parts: DeskParts, first: Judging): Desk {
  const { journal, people, configuration, now } = parts;
  const queue: Waiting[] = [];
  let judging: Judging | undefined = first;
  let brokenAt = 0;
  let isBusy = false;
  let isStopping = false;
  let lastReceived = 0;
  let whenEmpty: (() => void) | undefined;

  const refuse = (status: 400 | 403 | 409 | 410 | 413 | 503, complaint: ToldComplaint): Answer => ({
    status,
    complaints: [complaint],
  });

  /** The judge, made again where the disk has refused; `undefined`: it still does. */
  const judge = (): Judging | undefined => {
    if (judging !== undefined || now() - brokenAt < pauseMilliseconds) return judging;
    try {
      judging = parts.remake();
    } catch (fault) {
      brokenAt = now();
      parts.onCommit({ events: 0, fault });
    }
    return judging;
  };

  const again = (entry: KeptEntry, text: string): Answer => {
    const key = people.keyOf(entry.person);
    if (key === undefined) return refuse(410, complaints.erased);
    const content = openContent(key, entry);
    return content.event === text
      ? { status: 200, told: content.told, record: entry.number, isAgain: true }
      : refuse(409, complaints.otherContent);
  };

  const decide = (judge: Judging, batch: readonly Waiting[]): void => {
    const fresh = new Map<string, Fresh>();
    lastReceived = Math.max(lastReceived, now());
    for (const { institution, text, answer } of batch) {
      if (text === undefined) {
        answer(refuse(400, complaints.notAnEvent));
        continue;
      }
      const read = judge.read(text);
      if (read.kind === "unread") {
        answer({ status: text.length > eventBytesMax ? 413 : 400, complaints: read.complaints });
        continue;
      }
      const { event } = read;
      if (event.institution !== institution) {
        answer(refuse(403, complaints.otherInstitution));
        continue;
      }
      const name = nameHash(parts.eventNames, institution, event.id);
      const inBatch = fresh.get(Buffer.from(name).toString("latin1"));
      if (inBatch !== undefined) {
        if (inBatch.text === text) inBatch.answers.push(answer);
        else answer(refuse(409, complaints.otherContent));
        continue;
      }
      const kept = journal.find(name);
      if (kept !== undefined) {
        answer(again(kept, text));
        continue;
      }
      const view = configuration().viewOf.get(institution);
      if (view === undefined) throw new Error("an institution without a view"); // Its key was looked up in the same file.
      const sent = { view, institution, text, received: lastReceived };
      const { told, stories } = judge.judge(event, read.complaints, sent);
      const person = people.keyFor({ view, institution, person: event.person });
      fresh.set(Buffer.from(name).toString("latin1"), {
        told,
        text,
        answers: [answer],
        entry: {
          view,
          institution,
          person: person.number,
          received: lastReceived,
          decision: decisions.indexOf(told.decision),
          sealed: sealContent(person, { event: text, told, stories }, sent),
          event: name,
        },
      });
    }
    if (fresh.size > 0) keep([...fresh.values()]);
  };

  const keep = (fresh: readonly Fresh[]): void => {
    let numbers: readonly number[];
    const { webhooks } = configuration();
    try {
      people.flush();
      numbers = journal.append(
        fresh.map(({ entry }) => entry),
        ({ institution, decision }) =>
          webhooks.some(
            (hook) => hook.institution === institution && hook.sends.includes(decisions[decision]!),
          ),
      );
    } catch (fault) {
      judging = undefined;
      brokenAt = now();
      parts.onCommit({ events: fresh.length, fault });
      for (const { answers } of fresh) for (const answer of answers) answer(refuse(503, complaints.disk));
      return;
    }
    parts.onCommit({ events: fresh.length });
    const kept = fresh.map(({ entry, told, answers }, i) => {
      const record = numbers[i]!; // One for each entry.
      for (const answer of answers) answer({ status: 200, told, record, isAgain: false });
      return { record, institution: entry.institution, received: entry.received, told };
    });
    parts.onKept(kept);
  };

  const work = (): void => {
    isBusy = false;
    const batch = queue.splice(0, batchMax);
    const here = judge();
    if (here === undefined) for (const { answer } of batch) answer(refuse(503, complaints.disk));
    else {
      try {
        decide(here, batch);
      } catch (fault) {
        // A fault of ours between decision and disk: the state may be ahead, and whoever was not answered may ask again.
        judging = undefined;
        brokenAt = now();
        parts.onCommit({ events: 0, fault });
        for (const { answer } of batch) answer(refuse(503, complaints.ours));
      }
    }
    if (queue.length > 0) begin();
    else whenEmpty?.();
  };
  /** After whatever else has arrived meanwhile: they then share a commit. */
  const begin = (): void => {
    if (isBusy) return;
    isBusy = true;
    setImmediate(work);
  };

  return {
    submit(institution, values) {
      if (isStopping) return { kind: "stopping" };
      if (queue.length + values.length > parts.waitingMax) return { kind: "full" };
      const answers = values.map(
        (value) => new Promise<Answer>((answer) => queue.push({ institution, text: textOf(value), answer })),
      );
      begin();
      return { kind: "taken", answers: Promise.all(answers) };
    },
    erase(institution, person) {
      const { viewOf, institutions } = configuration();
      const view = viewOf.get(institution);
      const whose = view === undefined ? undefined : people.known({ view, institution, person });
      if (view === undefined || whose === undefined)
        return { kind: people.settle() ? "nobody" : "unsettled" };
      const records = journal.ofPerson(whose.number, Number.MAX_SAFE_INTEGER).length;
      journal.removeCases(whose.number);
      people.destroy(whose.number);
      const done: Erased = people.settle() ? { kind: "erased", records } : { kind: "unsettled" };
      const judge = judging;
      if (judge === undefined) return done; // It is made again from the journal anyway, without them.
      judge.forget(view, person);
      const others = institutions
        .filter((other) => other !== institution && viewOf.get(other) === view)
        .flatMap((other) => {
          const known = people.known({ view, institution: other, person });
          if (known === undefined) return [];
          return journal.ofPerson(known.number, Number.MAX_SAFE_INTEGER).map((entry) => ({ entry, known }));
        })
        .sort((a, b) => a.entry.seq - b.entry.seq);
      for (const { entry, known } of others) {
        const { event: text } = openContent(known.key, entry);
        const read = judge.read(text);
        if (read.kind === "read") judge.judge(read.event, read.complaints, { ...entry, text });
      }
      return done;
    },
    waiting: () => queue.length,
    isWell: () => judging !== undefined,
    drain() {
      isStopping = true;
      if (queue.length === 0 && !isBusy) return Promise.resolve();
      return new Promise((resolve) => {
        whenEmpty = resolve;
      });
    },
  };
}

/** As it is kept and compared: spaces between its parts do not count, their order does. `undefined`: no object. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  try {
    return JSON.stringify(value);
  } catch {
    return undefined; // Nested deeper than the stack goes.
  }
}

const complaints = {
  notAnEvent: {
    code: "watch/not-an-event",
    where: "event",
    message: "this is no event: a JSON object was expected",
    help: "docs/reference/events.md says what an event is",
  },
  otherInstitution: {
    code: "watch/other-institution",
    where: "event",
    message: "the event names another institution than the key",
    help: "each institution sends its own events, with its own key",
  },
  otherContent: {
    code: "watch/other-content",
    where: "event",
    message: "this id came before with other content",
    help: "the first one stands; give each event an id of its own",
  },
  erased: {
    code: "watch/erased",
    where: "event",
    message: "this id came before, for a person who was erased since",
    help: "it was answered then, and cannot be told again",
  },
  disk: {
    code: "watch/cannot-keep",
    where: "service",
    message: "nothing can be kept at the moment, so nothing was accepted",
    help: "send it again; whoever runs the service sees why at /healthz",
  },
  ours: {
    code: "watch/our-fault",
    where: "service",
    message: "this is our fault, not yours; whether it was kept is not said",
    help: "send it again: what was kept is answered as it was",
  },
} satisfies Readonly<Record<string, ToldComplaint>>;

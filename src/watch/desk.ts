/**
 * Where events are decided. They wait in a bounded queue; all that wait are decided together, put on the disk in one
 * commit, and only then answered. A full queue refuses before it takes: nothing that was taken is dropped.
 *
 * An id is answered once: sent again with the same content it gets the same answer from the journal; with other content
 * it is refused. When the disk refuses, nobody was answered and the state in memory is ahead of the journal, so it is
 * thrown away and made again from the journal before anything else is decided.
 */
import type { KeyObject } from "node:crypto";
import { type DetectEvent, decisions } from "../detect/index.ts";
import type { Configuration } from "./configuration.ts";
import type { Journal, KeptEntry, NewEntry } from "./journal.ts";
import type { Owing } from "./journal-signals.ts";
import type { Judging, Told, ToldComplaint } from "./judging.ts";
import { openContent, sealContent } from "./keeping.ts";
import type { PeopleKeys, PersonKey } from "./people-keys.ts";
import { nameHash } from "./sealing.ts";

export interface DeskParts {
  readonly journal: Journal;
  readonly people: PeopleKeys;
  readonly eventNames: KeyObject;
  readonly configuration: () => Configuration;
  /** The state made again from the journal; throws where it cannot be. */
  readonly remake: () => Judging;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many events may wait. */
  readonly waitingMax: number;
  /** The operator has rules, and it is counted how often they speak. */
  readonly hasRules: () => boolean;
  /** Who is to be told of an event by a signal. */
  readonly owing: (event: DetectEvent, institution: string, decision: number) => readonly Owing[];
  /** Told of what was decided, once it is on the disk. */
  readonly onKept: (kept: readonly Kept[]) => void;
  /** Whatever stands on lists, or stood in rules before, under the name of somebody who is erased goes too. What it was called on the disk; `undefined`: nothing did. */
  readonly unlist: (institution: string, person: string) => Uint8Array | undefined;
  /** Told that the state in memory is no longer what replaying would give: somebody was taken out of it. */
  readonly onForgot: () => void;
  /** Told of the time a commit took, and of what went wrong. */
  readonly onCommit: (told: {
    readonly events: number;
    readonly fault?: unknown;
    /** Those of the events that were asked in one. */
    readonly traces?: readonly string[];
  }) => void;
}

export interface Kept {
  /** Its number among those of its institution. */
  readonly record: number;
  readonly institution: string;
  readonly received: number;
  readonly told: Told;
  /** The event's own: when and where it happened, and what it was. */
  readonly act: Act;
}

export interface Act {
  readonly time: string;
  readonly word: string;
  readonly group: string;
  readonly institution: string;
}

export type Answer =
  | { readonly status: 200; readonly told: Told; readonly record: number; readonly isAgain: boolean }
  | {
      readonly status: 400 | 403 | 409 | 410 | 413 | 429 | 500 | 503;
      readonly complaints: readonly ToldComplaint[];
    };

export type Refused = Exclude<Answer, { readonly status: 200 }>;

export type Taken =
  | { readonly kind: "taken"; readonly answers: Promise<readonly Answer[]> }
  /** The queue has no room for all of them: none was taken. */
  | { readonly kind: "full" }
  | { readonly kind: "stopping" };

export type Erased =
  /** `records`: so many can no longer be opened. `person`: what they were called on the disk. */
  | { readonly kind: "erased"; readonly records: number; readonly person: Uint8Array }
  | { readonly kind: "nobody" }
  /** Destroyed and not yet gone from the disk, for another program reads the file: to be asked again. */
  | { readonly kind: "unsettled" };

export interface Desk {
  /** `trace`: handed on with what comes of them. */
  submit(institution: string, values: readonly unknown[], trace?: string): Taken;
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
  readonly trace: string | undefined;
  readonly answer: (answer: Answer) => void;
}

/** Decided and not yet on the disk. */
interface Fresh {
  readonly entry: NewEntry;
  readonly told: Told;
  readonly act: Act;
  readonly text: string;
  readonly trace: string | undefined;
  readonly answers: ((answer: Answer) => void)[];
}

export function openDesk(parts: DeskParts, first: Judging): Desk {
  const { journal, people, configuration, now } = parts;
  const queue: Waiting[] = [];
  let judging: Judging | undefined = first;
  let brokenAt = 0;
  let isBusy = false;
  let isStopping = false;
  let lastReceived = journal.lastReceived();
  let whenEmpty: (() => void) | undefined;

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
    if (key === undefined) return refuse(410, complaintsOf.erased);
    const content = openContent(key, entry);
    return content.event === text
      ? { status: 200, told: content.told, record: entry.number, isAgain: true }
      : refuse(409, complaintsOf.otherContent);
  };

  /** Decides all of them in memory and keeps them at once. Gives the one the judge broke on; then nothing is kept. */
  const decide = (judge: Judging, batch: readonly Waiting[]): Waiting | undefined => {
    const fresh = new Map<string, Fresh>();
    lastReceived = Math.max(lastReceived, now());
    for (const waiting of batch) {
      try {
        const answer = decideOne(judge, waiting, fresh);
        if (answer !== undefined) waiting.answer(answer);
      } catch (fault) {
        parts.onCommit({ events: 0, fault });
        return waiting;
      }
    }
    if (fresh.size > 0) keep([...fresh.values()]);
    return undefined;
  };

  /** The answer; `undefined`: it is among the fresh, and answered when they are kept. */
  const decideOne = (
    judge: Judging,
    { institution, text, trace, answer }: Waiting,
    fresh: Map<string, Fresh>,
  ): Answer | undefined => {
    const sent = sentBy(institution, text, { read: judge.read, configuration: configuration() });
    if ("status" in sent) return sent;
    const { event, view } = sent;
    const name = nameHash(parts.eventNames, institution, event.id);
    const nameText = Buffer.from(name).toString("latin1");
    const inBatch = fresh.get(nameText);
    if (inBatch !== undefined) {
      if (inBatch.text !== sent.text) return refuse(409, complaintsOf.otherContent);
      inBatch.answers.push(answer);
      return undefined;
    }
    const kept = journal.find(name);
    if (kept !== undefined) return again(kept, sent.text);
    const received = lastReceived;
    const { told, stories } = judge.judge(event, sent.complaints, { view, institution, received });
    const person = people.keyFor({ view, institution, person: event.person });
    const place = { view, institution, received };
    const decision = decisions.indexOf(told.decision);
    fresh.set(nameText, {
      told,
      act: actOf(event),
      text: sent.text,
      trace,
      answers: [answer],
      entry: {
        ...place,
        person: person.number,
        decision,
        sealed: sealContent(person, { event: sent.text, told, stories, trace }, place),
        event: name,
        hasWebhook: configuration().webhooks.some(
          (hook) => hook.institution === institution && hook.sends.includes(told.decision),
        ),
        owing: parts.owing(event, institution, decision),
        ...(parts.hasRules() ? { rules: spokenIn(told) } : {}),
      },
    });
    return undefined;
  };

  const keep = (fresh: readonly Fresh[]): void => {
    let numbers: readonly number[];
    try {
      people.flush();
      numbers = journal.append(fresh.map(({ entry }) => entry));
    } catch (fault) {
      judging = undefined;
      brokenAt = now();
      const traces = fresh.flatMap(({ trace }) => trace ?? []);
      parts.onCommit({ events: fresh.length, fault, traces });
      for (const { answers } of fresh) for (const answer of answers) answer(refuse(503, complaintsOf.disk));
      return;
    }
    parts.onCommit({ events: fresh.length });
    const kept = fresh.map(({ entry, told, act, answers }, i) => {
      const record = numbers[i]!; // One for each entry.
      for (const answer of answers) answer({ status: 200, told, record, isAgain: false });
      return { record, institution: entry.institution, received: entry.received, told, act };
    });
    parts.onKept(kept);
  };

  const work = (): void => {
    isBusy = false;
    const answered = new Set<Waiting>();
    const batch = queue.splice(0, batchMax).map((waiting) => {
      const noted: Waiting = {
        ...waiting,
        answer: (given) => {
          answered.add(noted);
          waiting.answer(given);
        },
      };
      return noted;
    });
    const here = judge();
    const broken = here === undefined ? undefined : decide(here, batch);
    if (here === undefined) for (const { answer } of batch) answer(refuse(503, complaintsOf.disk));
    else if (broken !== undefined) {
      // A fault of ours: this one is refused, the state made again without it, and the others decided after all.
      broken.answer(refuse(500, complaintsOf.ours));
      judging = undefined;
      brokenAt = Number.NEGATIVE_INFINITY;
      queue.unshift(...batch.filter((waiting) => !answered.has(waiting)));
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
    submit(institution, values, trace) {
      if (isStopping) return { kind: "stopping" };
      if (queue.length + values.length > parts.waitingMax) return { kind: "full" };
      const answers = values.map(
        (value) =>
          new Promise<Answer>((answer) => queue.push({ institution, text: textOf(value), trace, answer })),
      );
      begin();
      return { kind: "taken", answers: Promise.all(answers) };
    },
    erase(institution, person) {
      const { viewOf, institutions } = configuration();
      const view = viewOf.get(institution);
      const whose = view === undefined ? undefined : people.known({ view, institution, person });
      // They may stand on a list and have sent nothing, or stand there anew since they were erased.
      const listed = parts.unlist(institution, person);
      if (view === undefined || whose === undefined) {
        if (listed !== undefined) parts.onForgot();
        if (!people.settle()) return { kind: "unsettled" };
        return listed === undefined ? { kind: "nobody" } : { kind: "erased", records: 0, person: listed };
      }
      const erased = opened(whose, journal);
      const others = institutions
        .filter((other) => other !== institution && viewOf.get(other) === view)
        .flatMap((other) => {
          const known = people.known({ view, institution: other, person });
          return known === undefined ? [] : opened(known, journal);
        })
        .sort((a, b) => a.entry.seq - b.entry.seq);
      journal.removeCases(whose.number);
      people.destroy(whose.number);
      parts.onForgot();
      const done: Erased = people.settle()
        ? { kind: "erased", records: erased.length, person: whose.number }
        : { kind: "unsettled" };
      const judge = judging;
      if (judge === undefined) return done; // It is made again from the journal anyway, without them.
      judge.forget(view, person, [...erased, ...others]);
      for (const { entry, text } of others) {
        const read = judge.read(text);
        if (read.kind !== "read") continue;
        judge.at(entry.seq);
        judge.judge(read.event, read.complaints, entry);
      }
      judge.at(Number.POSITIVE_INFINITY);
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

const spokenIn = ({ rules, shadow = [] }: Told) => ({
  spoke: rules,
  shadow: shadow.map(({ rule }) => rule),
});

const refuse = (status: Refused["status"], complaint: ToldComplaint): Refused => ({
  status,
  complaints: [complaint],
});

/** An event somebody may send. */
export interface SentEvent {
  readonly event: DetectEvent;
  readonly complaints: readonly ToldComplaint[];
  /** As it is kept and compared. */
  readonly text: string;
  /** In which it is judged. */
  readonly view: string;
}

/** What somebody sent, as an event of theirs or of one they gather for; else why it is refused. `text`: as `textOf` gave it. */
export function sentBy(
  institution: string,
  text: string | undefined,
  {
    read,
    configuration: { viewOf, gathering },
  }: { readonly read: Judging["read"]; readonly configuration: Configuration },
): SentEvent | Refused {
  if (text === undefined) return refuse(400, complaintsOf.notAnEvent);
  const found = read(text);
  if (found.kind === "unread")
    return {
      status: found.complaints.some(({ code }) => code === "event/too-large") ? 413 : 400,
      complaints: found.complaints,
    };
  const { event, complaints } = found;
  const view = viewOf.get(institution);
  const isItsOwn = event.institution === institution || gathering.has(institution);
  if (!isItsOwn || view === undefined) return refuse(403, complaintsOf.otherInstitution);
  return { event, complaints, text, view };
}

export const actOf = ({ at, word, group, institution }: DetectEvent): Act => ({
  time: new Date(Math.round(at * millisecondsPerMinute)).toISOString(),
  word,
  group,
  institution,
});

const millisecondsPerMinute = 60_000;

/** The records of one person at one institution, with the events as they were sent. */
const opened = ({ number, key }: PersonKey, journal: Journal) =>
  journal
    .ofPerson(number, Number.MAX_SAFE_INTEGER)
    .map((entry) => ({ entry, text: openContent(key, entry).event, institution: entry.institution }));

/** As it is kept and compared: spaces between its parts do not count, their order does. `undefined`: no object. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  try {
    return JSON.stringify(value);
  } catch {
    return undefined; // Nested deeper than the stack goes.
  }
}

export const complaintsOf = {
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
    help: "each institution sends its own events, with its own key; a hub has `gathers: true` in detect.yaml",
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
  busFull: {
    code: "watch/bus-full",
    where: "bus",
    message: "the bus has no room, so it was not accepted",
    help: "send it again in a moment; whoever runs the bus sees whether workers take from it",
  },
  busAway: {
    code: "watch/bus-away",
    where: "bus",
    message: "the bus did not say that it has it, so it counts as not accepted",
    help: "send it again: it counts once, if it is there after all",
  },
  ours: {
    code: "watch/our-fault",
    where: "service",
    message: "this is our fault, not yours; the event was not accepted",
    help: "please report it, without names or numbers of anybody",
  },
} satisfies Readonly<Record<string, ToldComplaint>>;

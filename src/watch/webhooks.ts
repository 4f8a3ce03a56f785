/**
 * Decisions on their way to institutions, by Standard Webhooks: signed with a secret both sides know, sent again until
 * they are taken. What is owed was written in the same commit as the decision; what is sent is read from the journal at
 * that moment, so that nothing of a person who was erased meanwhile goes out.
 *
 * A receiver may be told twice (it took it, and its answer was lost); the id of a webhook is that of its record, and by it
 * the second is known.
 */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CannotServe } from "../server/index.ts";
import type { Configuration, Webhook } from "./configuration.ts";
import type { Journal, KeptEntry, Owed } from "./journal.ts";
import { openContent } from "./keeping.ts";
import type { Lanes } from "./lanes.ts";
import { answerMillisecondsMax, isDue, pauseAfter } from "./pauses.ts";
import type { PeopleKeys } from "./people-keys.ts";
import type { Traces } from "./traces.ts";
import { openUnnoted } from "./unnoted.ts";

export interface WebhookParts {
  readonly journal: Journal;
  readonly people: PeopleKeys;
  readonly configuration: () => Configuration;
  readonly secretOf: (webhook: Webhook) => Uint8Array;
  readonly now: () => number;
  readonly send: typeof fetch;
  readonly traces: Traces;
  readonly onTold: (isTaken: boolean) => void;
  readonly lanes: Lanes;
  readonly isStopping: () => boolean;
  /** One line for whoever runs it: a receiver does not take them. */
  readonly say: (line: string) => void;
}

export interface Webhooks {
  /**
   * Sends what is due, to each receiver a few at a time; done when each was tried once. Begun again meanwhile, it goes on for
   * the others. Throws what the disk says.
   */
  sendDue(): Promise<void>;
}

/** To one receiver at once; of one that was down the next is tried alone. */
const atOnceMax = 8;
const dueMax = 200;

export function openWebhooks(parts: WebhookParts): Webhooks {
  const { journal, people, configuration, now } = parts;
  const unnoted = openUnnoted();
  /** Receivers whose refusing was said, and that have taken nothing since. */
  const refusing = new Set<string>();
  /** Of receivers that are down: how often in a row, and until when they are left alone. */
  const down = new Map<string, { readonly tries: number; readonly until: number }>();

  const bodyOf = (
    entry: KeptEntry,
  ): { readonly body: string; readonly trace: string | undefined } | undefined => {
    const key = people.keyOf(entry.person);
    if (key === undefined) return undefined;
    const { told, trace } = openContent(key, entry);
    const body = JSON.stringify({
      type: `decision.${told.decision}`,
      timestamp: new Date(entry.received).toISOString(),
      data: { ...told, record: entry.number },
    });
    return { body, trace };
  };

  const post = async (webhook: Webhook, { body, trace, entry, tries }: ToPost): Promise<Posted> => {
    // Only as a part of the trace its event came in.
    const span = trace === undefined ? undefined : parts.traces.begin("webhook", "client", trace);
    let posted: Posted;
    try {
      const answer = await parts.send(webhook.url, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          ...(span === undefined ? {} : { traceparent: span.traceparent }),
          ...signed(
            { id: `record-${entry.number}`, seconds: Math.floor(now() / 1000), body },
            parts.secretOf(webhook),
          ),
        },
        body,
        redirect: "error",
        signal: AbortSignal.timeout(answerMillisecondsMax),
      });
      posted = postedBy(answer);
      // Its words do not count, and some never end.
      void answer.body?.cancel().catch(() => {});
    } catch (cause) {
      posted = { kind: "down", why: whyDown(cause) };
    }
    span?.end({ attributes: { "chainbreak.tries": tries + 1 }, isFault: posted.kind !== "taken" });
    return posted;
  };

  const sendOne = async (webhook: Webhook, owed: Owed): Promise<Posted["kind"]> => {
    const entry = journal.read(owed.seq);
    const found = entry === undefined ? undefined : bodyOf(entry);
    if (entry === undefined || found === undefined) {
      journal.sent(owed.id); // Erased: there is nothing to tell any more.
      return "taken";
    }
    const posted = await post(webhook, { ...found, entry, tries: owed.tries });
    parts.onTold(posted.kind === "taken");
    if (posted.kind === "taken") unnoted.note(() => journal.sent(owed.id));
    else journal.later(owed.id, now() + pauseAfter(owed.tries));
    heard(webhook.institution, posted);
    return posted.kind;
  };
  const heard = (institution: string, posted: Posted): void => {
    const before = down.get(institution);
    if (posted.kind === "taken") refusing.delete(institution);
    if (posted.kind === "refused" && !refusing.has(institution)) {
      refusing.add(institution);
      parts.say(
        `webhooks: the receiver of \`${institution}\` refuses one (${posted.status}); it is tried again, and the others go on`,
      );
    }
    if (posted.kind !== "down") {
      if (before !== undefined) parts.say(`webhooks: the receiver of \`${institution}\` answers again`);
      down.delete(institution);
      return;
    }
    // Several were under way at once: together they are one try.
    if (before !== undefined && !isDue(before.until, now())) return;
    if (before === undefined)
      parts.say(
        `webhooks: the receiver of \`${institution}\` ${posted.why}; nothing is lost, it is tried again until it takes them`,
      );
    const tries = before?.tries ?? 0;
    down.set(institution, { tries: tries + 1, until: now() + pauseAfter(tries) });
  };
  const sendAll = async (institution: string): Promise<void> => {
    const webhook = configuration().webhooks.find((each) => each.institution === institution);
    const wait = down.get(institution);
    if (webhook === undefined || (wait !== undefined && !isDue(wait.until, now()))) return;
    const due = [...journal.due(institution, now(), dueMax)];
    let isDown = false;
    const worker = async (): Promise<void> => {
      for (;;) {
        const owed = isDown || parts.isStopping() ? undefined : due.shift();
        if (owed === undefined) return;
        if ((await sendOne(webhook, owed)) === "down") isDown = true;
      }
    };
    const workers = Array.from({ length: wait === undefined ? atOnceMax : 1 }, worker);
    for (const ended of await Promise.allSettled(workers))
      if (ended.status === "rejected") throw ended.reason;
  };

  return {
    async sendDue() {
      unnoted.settle();
      await parts.lanes.run(
        configuration().webhooks.map(({ institution }) => institution),
        sendAll,
      );
    },
  };
}

interface ToPost {
  readonly body: string;
  readonly trace: string | undefined;
  readonly entry: KeptEntry;
  readonly tries: number;
}

/** What came of one. Refused: of this one the receiver will not hear, and of others it may; down: it is left alone for a while. */
type Posted =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "down"; readonly why: string };

/** Of those that say no, these say “later”: a wait that ran out, too early, too often. */
const later: readonly number[] = [408, 425, 429];

function postedBy({ ok, status }: Response): Posted {
  if (ok) return { kind: "taken" };
  const isRefused = status >= 400 && status < 500 && !later.includes(status);
  return isRefused ? { kind: "refused", status } : { kind: "down", why: `answers with ${status}` };
}

const whyDown = (cause: unknown): string =>
  cause instanceof Error && cause.name === "TimeoutError"
    ? `does not answer within ${answerMillisecondsMax / 1_000} seconds`
    : "cannot be reached, or points elsewhere";

/** The headers of https://github.com/standard-webhooks/standard-webhooks (specification 1.0.0). */
export function signed(
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
  secret: Uint8Array,
): Readonly<Record<string, string>> {
  const signature = createHmac("sha256", secret).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}

const secretBytesMin = 24;

/** `whsec_` and base64, as the standard writes it; throws where the file is missing or too weak. */
export function readWebhookSecret(folder: string, { secretFile, institution }: Webhook): Uint8Array {
  const file = join(folder, secretFile);
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    throw new CannotServe(
      `\`${file}\`, the webhook secret of \`${institution}\`, cannot be read`,
      "write one: `(printf whsec_; openssl rand -base64 32) > FILE`, readable by the service only",
    );
  }
  const secret = Buffer.from(text.replace(/^whsec_/, ""), "base64");
  if (secret.length >= secretBytesMin) return secret;
  throw new CannotServe(
    `\`${file}\` holds fewer than ${secretBytesMin} bytes in base64`,
    "write one: `(printf whsec_; openssl rand -base64 32) > FILE`, readable by the service only",
  );
}

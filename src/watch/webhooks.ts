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
import { answerMillisecondsMax, pauseAfter, pauseMillisecondsMax } from "./pauses.ts";
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
}

export interface Webhooks {
  /** Sends what is due, a few at a time; done when each was tried once. Throws what the disk says. */
  sendDue(): Promise<void>;
}

/** Tried at once: a receiver that hangs holds up so many and no more. */
const atOnceMax = 8;
const dueMax = 200;

export function openWebhooks(parts: WebhookParts): Webhooks {
  const { journal, people, configuration, now } = parts;
  const unnoted = openUnnoted();

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

  const sendOne = async (owed: Owed): Promise<void> => {
    const webhook = configuration().webhooks.find(({ institution }) => institution === owed.institution);
    if (webhook === undefined) return journal.later(owed.id, now() + pauseMillisecondsMax);
    const entry = journal.read(owed.seq);
    const found = entry === undefined ? undefined : bodyOf(entry);
    if (entry === undefined || found === undefined) return journal.sent(owed.id); // Erased: there is nothing to tell any more.
    const { body, trace } = found;
    // Only as a part of the trace its event came in.
    const span = trace === undefined ? undefined : parts.traces.begin("webhook", "client", trace);
    let isTaken = false;
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
      isTaken = answer.ok;
      await answer.body?.cancel();
    } catch {
      // Down, unreachable, too slow: tried again.
    }
    span?.end({ attributes: { "chainbreak.tries": owed.tries + 1 }, isFault: !isTaken });
    parts.onTold(isTaken);
    if (isTaken) unnoted.note(() => journal.sent(owed.id));
    else journal.later(owed.id, now() + pauseAfter(owed.tries));
  };

  return {
    async sendDue() {
      unnoted.settle();
      const due = [...journal.due(now(), dueMax)];
      const worker = async (): Promise<void> => {
        for (let owed = due.shift(); owed !== undefined; owed = due.shift()) await sendOne(owed);
      };
      await Promise.all(Array.from({ length: atOnceMax }, worker));
    },
  };
}

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

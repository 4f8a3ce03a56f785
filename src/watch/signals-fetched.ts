/**
 * Signals of others that are fetched (RFC 8936), for whoever does not push: asked for again and again, each taken as one that
 * was pushed is, and acknowledged only when its event is on the disk. What is neither taken nor refused is given again.
 */
import { z } from "zod";
import type { Configuration, Transmitter } from "./configuration.ts";
import type { Lanes } from "./lanes.ts";
import { answerMillisecondsMax, isDue, pauseAfter } from "./pauses.ts";
import type { SignalFault } from "./signal-token.ts";
import type { SignalsIn } from "./signals-in.ts";

export interface SignalsFetchedParts {
  readonly configuration: () => Configuration;
  readonly signalsIn: SignalsIn;
  /** What each is asked with: the token its transmitter gave. */
  readonly tokenOf: (institution: string) => string;
  readonly now: () => number;
  readonly send: typeof fetch;
  readonly onTaken: (kind: "taken" | "refused" | "later") => void;
  readonly lanes: Lanes;
  readonly isStopping: () => boolean;
  /** One line for whoever runs it: a transmitter cannot be asked. */
  readonly say: (line: string) => void;
}

export interface SignalsFetched {
  /** Asks whoever is due until each has no more; done when all were asked. */
  fetchDue(): Promise<void>;
}

type Fetching = Transmitter & { readonly poll: NonNullable<Transmitter["poll"]> };

/** What is to be said of those given before, with the next question. */
interface Said {
  ack: string[];
  setErrs: Record<string, { readonly err: SignalFault; readonly description: string }>;
}

const nothingSaid = (): Said => ({ ack: [], setErrs: {} });
const atOnceMax = 100;
/** So long after the last question, where there was nothing more. */
const idleMilliseconds = 5_000;
/** A transmitter that has more and more of them lets the others have their turn. */
const roundsMax = 50;

const answerShape = z.looseObject({
  sets: z.record(z.string(), z.string()),
});

export function openSignalsFetched(parts: SignalsFetchedParts): SignalsFetched {
  const { configuration, signalsIn, now, say } = parts;
  const due = new Map<string, { readonly at: number; readonly tries: number }>();
  const said = new Map<string, Said>();

  const takeAll = async (institution: string, sets: Readonly<Record<string, string>>): Promise<Said> => {
    const saying = nothingSaid();
    for (const [jti, token] of Object.entries(sets)) {
      const taken = await signalsIn.take(institution, token);
      parts.onTaken(taken.kind);
      if (taken.kind === "taken") saying.ack.push(jti);
      else if (taken.kind === "refused") saying.setErrs[jti] = { err: taken.fault, description: taken.why };
    }
    return saying;
  };
  /** Whether to ask again at once: there is something to acknowledge, and perhaps more of them. */
  const ask = async ({ institution, poll }: Fetching): Promise<boolean> => {
    const saying = said.get(institution) ?? nothingSaid();
    const answer = await parts.send(poll.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        Authorization: `Bearer ${parts.tokenOf(institution)}`,
      },
      body: JSON.stringify({ maxEvents: atOnceMax, returnImmediately: true, ...saying }),
      redirect: "error",
      signal: AbortSignal.timeout(answerMillisecondsMax),
    });
    if (!answer.ok) throw new Error(`answered with ${answer.status}`);
    const { sets } = answerShape.parse(await answer.json());
    const next = await takeAll(institution, sets);
    said.set(institution, next);
    // What could not be taken now is not asked for at once: it would be given again.
    return next.ack.length > 0 || Object.keys(next.setErrs).length > 0;
  };
  const askOne = async (transmitter: Fetching): Promise<void> => {
    const { institution } = transmitter;
    const tries = due.get(institution)?.tries ?? 0;
    try {
      for (let round = 0; round < roundsMax && !parts.isStopping(); round += 1)
        if (!(await ask(transmitter))) break;
      due.set(institution, { at: now() + idleMilliseconds, tries: 0 });
    } catch (fault) {
      due.set(institution, { at: now() + pauseAfter(tries), tries: tries + 1 });
      const why = fault instanceof z.ZodError ? "its answer is none of RFC 8936" : String(fault);
      if (tries === 0) say(`signals of \`${institution}\` cannot be fetched: ${why}`);
    }
  };
  return {
    async fetchDue() {
      const ready = [...configuration().transmitters.values()].filter(
        (each): each is Fetching =>
          each.poll !== undefined && isDue(due.get(each.institution)?.at ?? 0, now()),
      );
      const byName = new Map(ready.map((each) => [each.institution, each]));
      await parts.lanes.run([...byName.keys()], (institution) => askOne(byName.get(institution)!)); // One of those names.
    },
  };
}

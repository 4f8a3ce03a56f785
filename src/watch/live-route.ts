/**
 * Decisions as they are kept, as server-sent events. A listener that does not read is cut off and asks again by number; one
 * whose key is taken out of the configuration or expires hears nothing more.
 */
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Asker } from "./asker.ts";
import type { Right } from "./configuration.ts";
import type { Kept } from "./desk.ts";
import type { LookWord } from "./journal-looks.ts";
import type { Live } from "./live.ts";
import { unnamedIn } from "./looking.ts";
import type { Naming } from "./names.ts";
import { refusal } from "./refusal.ts";
import { says } from "./refusals.ts";

export interface LiveRouteParts {
  readonly live: Live;
  readonly naming: Naming;
  readonly isStopping: () => boolean;
  readonly asked: (context: Context, right?: Right) => Asker | Response;
  readonly onDisk: (act: () => Response) => Response;
  readonly note: (who: Asker, what: LookWord) => void;
}

/** A silent stream is cut by whatever stands between; a word now and then keeps it. */
const breathMilliseconds = 15_000;
/** Decisions a listener has not read yet. */
const unreadMax = 1_000;
/** Until others have closed their pages. */
const retrySeconds = 30;
const noted = new Response();

export function addLiveRoute(app: OpenAPIHono, parts: LiveRouteParts): void {
  const { live, asked, onDisk, note } = parts;
  app.get("/v1/decisions/live", (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    if (live.isFull()) return refusal(429, says.listeners, { "Retry-After": String(retrySeconds) });
    const unnoted = onDisk(() => {
      note(who, "live");
      return noted;
    });
    if (unnoted !== noted) return unnoted;
    // Asked without a socket there are none.
    const bindings: Partial<HttpBindings> = context.env ?? {};
    return streamSSE(context, async (stream) => {
      const waiting: (() => Promise<void>)[] = [];
      let wake: (() => void) | undefined;
      const hear = ({ record, told, act, received }: Kept) => {
        const names = parts.naming([unnamedIn({ ...told, ...act })]);
        const at = new Date(received).toISOString();
        const data = JSON.stringify({ ...told, ...act, record, received: at, names });
        // Whoever reads too slowly is cut off and asks again by number: nothing piles up here, and no connection stays open.
        if (waiting.length >= unreadMax) {
          stream.abort();
          bindings.outgoing?.destroy();
        } else waiting.push(() => stream.writeSSE({ event: "decision", id: String(record), data }));
        wake?.();
      };
      const stop = live.listen(who.institution, hear, () => wake?.());
      stream.onAbort(() => {
        stop();
        wake?.();
      });
      await stream.writeSSE({ event: "open", data: who.institution });
      while (!stream.aborted && !parts.isStopping() && who.isStill()) {
        const next = waiting.shift();
        if (next !== undefined) await next();
        else {
          const woken = new Promise<void>((resolve) => {
            wake = resolve;
          });
          await Promise.race([woken, stream.sleep(breathMilliseconds)]);
          if (waiting.length === 0 && !stream.aborted && who.isStill())
            await stream.writeSSE({ event: "breath", data: "" });
        }
      }
      stop();
    });
  });
}

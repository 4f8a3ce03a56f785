/** Comparisons of rules over HTTP: each institution its own, by a key that may `rules`. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Asker } from "./asker.ts";
import { backtestRoutes } from "./backtest-contract.ts";
import type { Backtest, Backtests } from "./backtests.ts";
import type { Configuration, Right } from "./configuration.ts";
import type { LookWord } from "./journal-looks.ts";
import type { Looking } from "./looking.ts";
import { notStored, refusal } from "./refusal.ts";
import { says } from "./refusals.ts";
import { readYamlText } from "./request-body.ts";
import { rulesBytesMax } from "./rules-contract.ts";
import { tryRules } from "./rules-tried.ts";

export interface BacktestRouteParts {
  readonly backtests: Backtests;
  readonly configuration: () => Configuration;
  readonly looking: Looking;
  readonly isStopping: () => boolean;
  readonly asked: (context: Context, right?: Right) => Asker | Response;
  readonly onDisk: (act: () => Response) => Response;
  readonly note: (who: Asker, what: LookWord) => void;
}

/** One takes some seconds for ten thousand records. */
const retrySeconds = 30;

export function addBacktestRoutes(app: OpenAPIHono, parts: BacktestRouteParts): void {
  for (const route of Object.values(backtestRoutes)) app.openAPIRegistry.registerPath(route);
  const { backtests, configuration, asked, onDisk } = parts;
  const told = (one: Backtest, { institution }: Asker) => toldOf(one, institution, parts.looking);
  /** What names anybody is noted as looked at, whoever began it. */
  const noteIn = (who: Asker, shown: readonly ReturnType<typeof told>[]) => {
    if (shown.some((each) => (each.told?.examples.length ?? 0) > 0)) parts.note(who, "backtest");
  };
  app.post("/v1/backtests", async (context) => {
    const who = asked(context, "rules");
    if (who instanceof Response) return who;
    const text = await readYamlText(context, rulesBytesMax);
    if (text instanceof Response) return text;
    const tried = tryRules(text);
    if (tried.kind === "unread") return refusal(400, ...tried.complaints);
    if (parts.isStopping()) return refusal(503, says.stopping);
    return onDisk(() => {
      const { institution } = who;
      const view = configuration().viewOf.get(institution) ?? "";
      parts.note(who, "backtest");
      const begun = backtests.start({ institution, view, tried: tried.rules });
      return begun === "busy"
        ? refusal(429, says.comparing, { "Retry-After": String(retrySeconds) })
        : context.json(told(begun, who), 202, { ...notStored, Location: `/v1/backtests/${begun.id}` });
    });
  });
  app.get("/v1/backtests", (context) => {
    const who = asked(context, "rules");
    if (who instanceof Response) return who;
    return onDisk(() => {
      const all = backtests.of(who.institution).map((one) => told(one, who));
      noteIn(who, all);
      return context.json({ backtests: all }, 200, notStored);
    });
  });
  app.get("/v1/backtests/:id", (context) => {
    const who = asked(context, "rules");
    if (who instanceof Response) return who;
    const id = Number(context.req.param("id"));
    const found = backtests.of(who.institution).find((one) => one.id === id);
    if (found === undefined) return refusal(404, says.noBacktest);
    return onDisk(() => {
      const shown = told(found, who);
      noteIn(who, [shown]);
      return context.json(shown, 200, notStored);
    });
  });
  app.delete("/v1/backtests/:id", async (context) => {
    const who = asked(context, "rules");
    if (who instanceof Response) return who;
    const ended = await backtests.end(who.institution, Number(context.req.param("id")));
    if (ended === undefined) return refusal(404, says.noBacktest);
    // What it found is forgotten with it.
    const { told: _, ...shown } = told(ended, who);
    return context.json(shown, 200, notStored);
  });
}

/** Whoever was erased since it was done stands in it no more. */
function toldOf({ told, began, ...one }: Backtest, institution: string, looking: Looking) {
  const isHere = ({ person }: { readonly person: string }) =>
    looking.numberOf(institution, person) !== undefined;
  return {
    ...one,
    began: new Date(began).toISOString(),
    ...(told === undefined ? {} : { told: { ...told, examples: told.examples.filter(isHere) } }),
  };
}

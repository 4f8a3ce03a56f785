/**
 * The operator's rules over HTTP. Whoever may look sees which there are, in which version, and how often each spoke at the
 * institution itself; what they say may name things of other institutions, and is told to keys that may `rules`.
 */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type RulesValue, rulesDiffer, rulesValue } from "../detect/index.ts";
import type { Asker } from "./asker.ts";
import type { Right } from "./configuration.ts";
import type { KeptRules } from "./journal-rules.ts";
import type { PutRules } from "./put-rules.ts";
import { notStored, refusal } from "./refusal.ts";
import { readYamlText } from "./request-body.ts";
import { rulesBytesMax, rulesRoutes } from "./rules-contract.ts";
import { tryRules } from "./rules-tried.ts";

export interface RulesRouteParts {
  readonly putRules: PutRules;
  readonly keptRules: KeptRules;
  readonly asked: (context: Context, right?: Right) => Asker | Response;
  readonly onDisk: (act: () => Response) => Response;
}

/** As many as anybody looks back over. */
const beforeMax = 20;

export function addRulesRoutes(app: OpenAPIHono, parts: RulesRouteParts): void {
  for (const route of Object.values(rulesRoutes)) app.openAPIRegistry.registerPath(route);
  const { asked, onDisk, keptRules, putRules } = parts;
  app.get("/v1/rules", (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    return onDisk(() => {
      const number = putRules.number();
      const seen = rulesSeen(rulesValue(putRules.inForce()), keptRules, who);
      // What was put here has a number of its own, by which it is told apart.
      const isSameVersion = number === 0 && seen.isSameVersion;
      return context.json({ number, ...seen, isSameVersion }, 200, notStored);
    });
  });
  app.post("/v1/rules/try", async (context) => {
    const who = asked(context, "rules");
    if (who instanceof Response) return who;
    const text = await readYamlText(context, rulesBytesMax);
    if (text instanceof Response) return text;
    const tried = tryRules(text);
    if (tried.kind === "unread") return refusal(400, ...tried.complaints);
    const { sets, rules, windows } = rulesValue(tried.rules);
    const differ = rulesDiffer(rulesValue(putRules.inForce()), rulesValue(tried.rules));
    return context.json({ sets, rules, windows, differ }, 200, notStored);
  });
}

function rulesSeen({ sets, rules, windows }: RulesValue, kept: KeptRules, { institution, may }: Asker) {
  const maySee = may.includes("rules");
  const [now, ...before] = kept.inForce(beforeMax + 1);
  const { decisions, rules: counts } = kept.counts(institution);
  return {
    sets,
    from: iso(now?.from ?? 0),
    isSameVersion: before[0] !== undefined && sets.length > 0 && before[0].sets === now?.sets,
    decisions,
    rules: rules.map(({ all, any, ...rule }) => {
      const { spoke = 0, shadow = 0 } = counts.find((each) => each.rule === rule.id) ?? {};
      return { ...rule, spoke, inShadow: shadow, ...(maySee ? { all, any } : {}) };
    }),
    ...(maySee ? { windows } : {}),
    before: before.map((each, i) => ({
      sets: JSON.parse(each.sets) as RulesValue["sets"], // As `inForceOf` wrote it.
      from: iso(each.from),
      until: iso((i === 0 ? now : before[i - 1])?.from ?? each.from),
    })),
  };
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

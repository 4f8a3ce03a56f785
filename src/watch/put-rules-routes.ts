/**
 * Rules put in force over HTTP while the service runs, by a key that may `put-rules`: they count for every institution of the
 * folder. What versions say is told to keys that may `rules`, as what is in force is.
 */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type RuleSet, rulesDiffer, rulesValue } from "../detect/index.ts";
import type { Asker } from "./asker.ts";
import type { Right } from "./configuration.ts";
import type { RulesChangeWord } from "./journal-put-rules.ts";
import { type PutRules, type RulesSaid, type RulesVersion, rulesSaidIn } from "./put-rules.ts";
import { modeChange, putRulesRoutes, restoring } from "./put-rules-contract.ts";
import { notStored, refusal, wrongShape } from "./refusal.ts";
import { says } from "./refusals.ts";
import { readShaped, readYamlText } from "./request-body.ts";
import { rulesBytesMax } from "./rules-contract.ts";
import { tryRules } from "./rules-tried.ts";

export interface PutRulesRouteParts {
  readonly putRules: PutRules;
  /** The number of the last record. */
  readonly lastRecord: () => number;
  readonly isStopping: () => boolean;
  readonly asked: (context: Context, right?: Right) => Asker | Response;
  readonly onDisk: (act: () => Response) => Response;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function addPutRulesRoutes(app: OpenAPIHono, parts: PutRulesRouteParts): void {
  for (const route of Object.values(putRulesRoutes)) app.openAPIRegistry.registerPath(route);
  const { asked, onDisk, putRules } = parts;

  app.get("/v1/rules/versions", (context) => {
    const who = asked(context, "rules");
    if (who instanceof Response) return who;
    return context.json({ versions: versionsSeen(putRules) }, 200, notStored);
  });
  app.get("/v1/rules/versions/:number", (context) => {
    const who = asked(context, "rules");
    if (who instanceof Response) return who;
    const found = versionsSeen(putRules).find(({ number }) => String(number) === context.req.param("number"));
    if (found?.isReadable !== true) return refusal(404, says.noVersion);
    const { said } = putRules.versions().find(({ number }) => number === found.number) ?? {};
    const { text, modes } = said ?? {};
    const told = { ...(text === undefined ? {} : { text }), ...(modes === undefined ? {} : { modes }) };
    return context.json({ version: found, ...told }, 200, notStored);
  });

  app.put("/v1/rules", async (context) => {
    const who = asked(context, "put-rules");
    if (who instanceof Response) return who;
    const text = await readYamlText(context, rulesBytesMax);
    if (text instanceof Response) return text;
    const tried = tryRules(text);
    if (tried.kind === "unread") return refusal(400, ...tried.complaints);
    return inForce(context, who, { what: "put", said: { text } });
  });
  app.patch("/v1/rules/:rule", async (context) => {
    const who = asked(context, "put-rules");
    if (who instanceof Response) return who;
    const body = await readShaped(context, modeChange);
    if (body instanceof Response) return body;
    const rule = context.req.param("rule");
    const rules = putRules.inForce()?.rules ?? [];
    if (rules.every(({ id }) => id !== rule)) return refusal(404, says.noRule(rules.map(({ id }) => id)));
    const { mode, percent = 100 } = body.value;
    const { text, modes } = putRules.versions().at(-1)?.said ?? {};
    const said = { ...(text === undefined ? {} : { text }), modes: { ...modes, [rule]: { mode, percent } } };
    return inForce(context, who, { what: "mode", said });
  });
  app.post("/v1/rules/restore", async (context) => {
    const who = asked(context, "put-rules");
    if (who instanceof Response) return who;
    const body = await readShaped(context, restoring);
    if (body instanceof Response) return body;
    const { number } = body.value;
    const before = putRules.versions().find((each) => each.number === number)?.said;
    if (number > 0 && before === undefined) return refusal(404, says.noVersion);
    return inForce(context, who, { what: "restored", said: { ...before, of: number } });
  });

  const inForce = (
    context: Context,
    { institution, by }: Asker,
    { what, said }: { readonly what: RulesChangeWord; readonly said: RulesSaid },
  ): Response => {
    const asks = putRulesRoutes.put.request.query.safeParse(context.req.query());
    if (!asks.success) return refusal(400, ...wrongShape(asks.error));
    const { over } = asks.data;
    if (parts.isStopping()) return refusal(503, says.stopping);
    if (over !== undefined && over !== putRules.number()) return refusal(409, says.otherRules);
    const was = putRules.inForce();
    const is = rulesSaidIn(said, putRules.base);
    if (is === "unread") return refusal(404, says.noVersion);
    const differ = rulesDiffer(rulesValue(was), rulesValue(is));
    // What is restored had its version raised when it was put.
    if (what === "put" && !differ.isVersionRaised) return refusal(409, says.sameVersion);
    const { sets } = rulesValue(is);
    if (isSame(was, is)) return context.json({ number: putRules.number(), sets, differ }, 200, notStored);
    return onDisk(() => {
      const now = parts.now();
      const number = putRules.put({ institution, by, now, after: parts.lastRecord(), what, said });
      return context.json({ number, sets, differ }, 200, notStored);
    });
  };
}

const isSame = (was: RuleSet | undefined, is: RuleSet | undefined): boolean =>
  JSON.stringify(rulesValue(was)) === JSON.stringify(rulesValue(is));

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The latest first; the file of the start last. */
function versionsSeen(putRules: PutRules) {
  const standing = putRules.number();
  const seen = ({ number, at, institution, by, what, said, sets }: RulesVersion) => ({
    ...{ number, what, at: iso(at), institution, by },
    ...(said?.of === undefined ? {} : { of: said.of }),
    ...{ sets, isInForce: number === standing, isReadable: said !== undefined },
  });
  const start = {
    ...{ number: 0, what: "start" as const, sets: rulesValue(putRules.base).sets },
    ...{ isInForce: standing === 0, isReadable: true },
  };
  return [...putRules.versions().map(seen).reverse(), start];
}

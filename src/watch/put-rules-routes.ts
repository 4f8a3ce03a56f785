/**
 * Rules put in force over HTTP while the service runs, by a key that may `put-rules`: they count for every institution of the
 * folder. What versions say is told to keys that may `rules`, as what is in force is.
 */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { rulesValue } from "../detect/index.ts";
import type { Asker } from "./asker.ts";
import { judgeRules, type RulesAsked } from "./changes-asked.ts";
import type { Right } from "./configuration.ts";
import { byFolder, type PutRules, type RulesVersion } from "./put-rules.ts";
import { modeChange, putRulesRoutes, restoring } from "./put-rules-contract.ts";
import { notStored, refusal, wrongShape } from "./refusal.ts";
import { says } from "./refusals.ts";
import { readShaped, readYamlText } from "./request-body.ts";
import { rulesBytesMax } from "./rules-contract.ts";

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
    return text instanceof Response ? text : inForce(context, who, { what: "put", text });
  });
  app.patch("/v1/rules/:rule", async (context) => {
    const who = asked(context, "put-rules");
    if (who instanceof Response) return who;
    const body = await readShaped(context, modeChange);
    if (body instanceof Response) return body;
    const { mode, percent } = body.value;
    return inForce(context, who, { what: "mode", rule: context.req.param("rule"), mode, percent });
  });
  app.post("/v1/rules/restore", async (context) => {
    const who = asked(context, "put-rules");
    if (who instanceof Response) return who;
    const body = await readShaped(context, restoring);
    if (body instanceof Response) return body;
    return inForce(context, who, { what: "restored", number: body.value.number });
  });

  const inForce = (context: Context, { institution, by }: Asker, change: RulesAsked): Response => {
    const asks = putRulesRoutes.put.request.query.safeParse(context.req.query());
    if (!asks.success) return refusal(400, ...wrongShape(asks.error));
    if (parts.isStopping()) return refusal(503, says.stopping);
    const standing = {
      ...{ base: putRules.base, inForce: putRules.inForce(), number: putRules.number() },
      versions: putRules.versions(),
    };
    const judged = judgeRules(standing, change, asks.data.over);
    if (judged.kind === "refused") return refusal(judged.status, ...judged.complaints);
    const { kind, what, said, sets, differ } = judged;
    if (kind === "same") return context.json({ number: standing.number, sets, differ }, 200, notStored);
    return onDisk(() => {
      const after = parts.lastRecord();
      const number = putRules.put({ institution, by, now: parts.now(), after, what, said });
      return context.json({ number, sets, differ }, 200, notStored);
    });
  };
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The latest first; the file of the start last. */
function versionsSeen(putRules: PutRules) {
  const standing = putRules.number();
  const seen = ({ number, at, institution, by, what, said, sets }: RulesVersion) => ({
    ...{ number, what, at: iso(at) },
    ...(institution === byFolder.institution ? {} : { institution, by }),
    ...(said?.of === undefined ? {} : { of: said.of }),
    ...{ sets, isInForce: number === standing, isReadable: said !== undefined },
  });
  const start = {
    ...{ number: 0, what: "start" as const, sets: rulesValue(putRules.base).sets },
    ...{ isInForce: standing === 0, isReadable: true },
  };
  return [...putRules.versions().map(seen).reverse(), start];
}

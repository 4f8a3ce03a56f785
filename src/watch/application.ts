/**
 * The routes of the service, put together: guard, key, desk, looking. It knows no socket and no clock but the one handed
 * in, so a test asks it as an institution would.
 */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  guard,
  limitBody,
  type PageFiles,
  refuseUnknownParameters,
  servePageFile,
  spoken,
} from "../server/index.ts";
import { hashOfKey, keyOfHeader } from "./api-key.ts";
import type { Asker } from "./asker.ts";
import { backtestRoutes } from "./backtest-contract.ts";
import { addBacktestRoutes } from "./backtest-routes.ts";
import type { Backtests } from "./backtests.ts";
import { agreementOf, type Configuration, type Right } from "./configuration.ts";
import { bodyBytesMax, caseChange, eventsMax, newCase, watchRoutes } from "./contract.ts";
import type { Answer, Desk } from "./desk.ts";
import type { Figures, GaugeName } from "./figures.ts";
import type { KeptLooks, LookWord } from "./journal-looks.ts";
import type { Lists } from "./lists.ts";
import { listsRoutes } from "./lists-contract.ts";
import { addListsRoutes } from "./lists-routes.ts";
import type { Live } from "./live.ts";
import { addLiveRoute } from "./live-route.ts";
import type { Looking } from "./looking.ts";
import type { Naming } from "./names.ts";
import { putRulesRoutes } from "./put-rules-contract.ts";
import { addPutRulesRoutes } from "./put-rules-routes.ts";
import { notStored, refusal, wrongShape } from "./refusal.ts";
import { says } from "./refusals.ts";
import { readEvents, readShaped } from "./request-body.ts";
import { rulesRoutes } from "./rules-contract.ts";
import { addRulesRoutes, type RulesRouteParts } from "./rules-routes.ts";
import { addSignalRoutes } from "./signal-routes.ts";
import type { SignalsIn } from "./signals-in.ts";
import type { SignalsOut } from "./signals-out.ts";
import type { SigningKeys } from "./signing-keys.ts";
import type { Streams } from "./streams.ts";
import type { Traces } from "./traces.ts";

export interface WatchApplicationParts extends Pick<RulesRouteParts, "putRules" | "keptRules"> {
  readonly version: string;
  readonly configuration: () => Configuration;
  readonly desk: Desk;
  readonly looking: Looking;
  readonly looks: KeptLooks;
  readonly live: Live;
  readonly backtests: Backtests;
  readonly lists: Lists;
  readonly lastRecord: () => number;
  readonly naming: Naming;
  readonly signalsIn: SignalsIn;
  readonly signalsOut: SignalsOut;
  readonly streams: Streams;
  readonly signing: () => SigningKeys;
  readonly figures: Figures;
  readonly traces: Traces;
  readonly gauges: () => Readonly<Record<GaugeName, number>>;
  readonly page: PageFiles;
  /** Names beside `localhost` the service may be called by. */
  readonly hosts: readonly string[];
  readonly isStopping: () => boolean;
  /** Milliseconds, from any beginning; only differences count. */
  readonly clock: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly say: (line: string) => void;
  /** The day it is: `2026-11-28`. */
  readonly today: () => string;
}

const unknownParameter = "watch/unknown-parameter";
const retrySeconds = 1;
const serverFault = 500;

export function watchApplication(parts: WatchApplicationParts): OpenAPIHono {
  const { desk, looking, figures, configuration, clock } = parts;
  const app = new OpenAPIHono();
  app.use(spoken());
  app.use(guard(parts.hosts));
  // Those of signals are as their standards have them; whoever looks whether it is well may ask it with anything.
  const ownRoutes = Object.values({
    ...watchRoutes,
    ...rulesRoutes,
    ...putRulesRoutes,
    ...backtestRoutes,
    ...listsRoutes,
  }).filter(({ path }) => path.startsWith("/v1/"));
  refuseUnknownParameters(app, ownRoutes, (faults) => refusal(400, ...faults), unknownParameter);
  for (const route of Object.values(watchRoutes)) app.openAPIRegistry.registerPath(route);
  app.use(
    "/v1/*",
    limitBody(bodyBytesMax, () =>
      refusal(413, {
        code: "watch/too-large",
        where: "request:body",
        message: `more than ${bodyBytesMax / 1024 / 1024} MB`,
        help: `send at most ${eventsMax} events at once`,
      }),
    ),
  );

  /** Whose key it is, if it may do this; else what it is answered. */
  const asked = (context: Context, right?: Right): Asker | Response => {
    const key = keyOfHeader(context.req.header("authorization"));
    const hash = key === undefined ? "" : hashOfKey(key);
    const known = configuration().keys.get(hash);
    if (known === undefined || known.expires < parts.today()) {
      figures.count("unknown_key");
      const answer = refusal(401, known === undefined ? says.noKey : says.expired);
      answer.headers.set("WWW-Authenticate", "Bearer");
      return answer;
    }
    if (right !== undefined && !known.may.includes(right)) return refusal(403, says.mayNot);
    const isStill = (): boolean => {
      const now = configuration().keys.get(hash);
      const isSame = now?.institution === known.institution && now.expires >= parts.today();
      return isSame && (right === undefined || now.may.includes(right));
    };
    return { ...known, by: hash.slice(hash.indexOf(":") + 1).slice(0, keyDigits), isStill };
  };
  /** Before anything is shown: what cannot be noted is not looked at. */
  const note = ({ institution, by }: Asker, what: LookWord, person?: Uint8Array): void =>
    parts.looks.note({ at: parts.now(), institution, key: by, what, person });
  /** They are erased whether it can be noted or not. */
  const noteErased = (who: Asker, person: Uint8Array): void => {
    try {
      note(who, "erased", person);
    } catch {
      parts.say("somebody was erased, and the log of looks could not note it");
    }
  };
  /** What the disk says while looking or noting is no fault of whoever asks. */
  const onDisk = (act: () => Response): Response => {
    try {
      return act();
    } catch (fault) {
      if (!(fault instanceof Error && "errcode" in fault)) throw fault;
      return refusal(503, says.disk);
    }
  };

  addSignalRoutes(app, { ...parts, asked, onDisk });
  addRulesRoutes(app, { ...parts, asked, onDisk });
  addPutRulesRoutes(app, { ...parts, asked, onDisk });
  addBacktestRoutes(app, { ...parts, asked, onDisk, note });
  addListsRoutes(app, { ...parts, asked, onDisk, note });

  app.post("/v1/events", async (context) => {
    const span = parts.traces.begin("POST /v1/events", "server", context.req.header("traceparent"));
    const { answer, events } = await answerEvents(context, span?.traceparent);
    const attributes = {
      ...{ "http.request.method": "POST", "http.route": "/v1/events" },
      ...{ "http.response.status_code": answer.status, "chainbreak.events": events },
    };
    // Whoever has no key tells the collector nothing.
    if (answer.status !== 401) span?.end({ attributes, isFault: answer.status >= serverFault });
    return answer;
  });
  const answerEvents = async (context: Context, trace: string | undefined) => {
    const began = clock();
    const who = asked(context, "send");
    if (who instanceof Response) return { answer: who, events: 0 };
    const body = await readEvents(context);
    if (body instanceof Response) return { answer: body, events: 0 };
    const events = body.values.length;
    const taken = desk.submit(who.institution, body.values, trace);
    if (taken.kind === "full") {
      figures.count("full");
      return { answer: refusal(429, says.full, { "Retry-After": String(retrySeconds) }), events };
    }
    if (taken.kind === "stopping")
      return { answer: refusal(503, says.stopping, { "Retry-After": String(retrySeconds) }), events };
    const answers = await taken.answers;
    for (const answer of answers) {
      figures.count("events", String(answer.status));
      if (answer.status !== 200) continue;
      if (answer.isAgain) figures.count("again");
    }
    figures.time("answer_seconds", (clock() - began) / 1_000);
    const [first] = answers;
    if (body.isList || first === undefined) {
      const all = { answers: answers.map((answer) => ({ status: answer.status, ...bodyOf(answer) })) };
      return { answer: context.json(all, 200, { ...notStored }), events };
    }
    return { answer: context.json(bodyOf(first), first.status, notStored), events };
  };

  app.get("/v1/decisions", (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    const read = watchRoutes.decisions.request.query.safeParse(context.req.query());
    if (!read.success) return refusal(400, ...wrongShape(read.error));
    const { before, after, all = "no", limit = 100 } = read.data;
    return onDisk(() => {
      note(who, "decisions");
      return context.json(
        looking.decisions({
          institution: who.institution,
          before,
          after,
          decisionMin: all === "yes" ? 0 : 1,
          limit,
        }),
        200,
        notStored,
      );
    });
  });

  addLiveRoute(app, { ...parts, asked, onDisk, note });

  app.get("/v1/people/:person", (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    const person = context.req.param("person");
    return onDisk(() => {
      const timeline = looking.timeline(who.institution, person);
      if (timeline !== undefined) note(who, "person", looking.numberOf(who.institution, person));
      return timeline === undefined
        ? refusal(404, says.nobody)
        : context.json({ person, ...timeline }, 200, notStored);
    });
  });
  app.delete("/v1/people/:person", (context) => {
    const who = asked(context, "erase");
    if (who instanceof Response) return who;
    try {
      const person = context.req.param("person");
      const erased = desk.erase(who.institution, person);
      const isInRules = parts.putRules.isNamed(person);
      // Whoever is named there is not unknown here, though they sent nothing.
      if (erased.kind === "nobody")
        return isInRules ? context.json({ erased: 0, isInRules }, 200, notStored) : refusal(404, says.nobody);
      if (erased.kind === "unsettled") return refusal(503, says.notErased);
      figures.count("erased");
      noteErased(who, erased.person);
      return context.json({ erased: erased.records, ...(isInRules ? { isInRules } : {}) }, 200, notStored);
    } catch {
      return refusal(503, says.notErased);
    }
  });

  app.get("/v1/cases", (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    return onDisk(() => {
      note(who, "cases");
      return context.json(looking.cases(who.institution), 200, notStored);
    });
  });
  app.post("/v1/cases", async (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    const body = await readShaped(context, newCase);
    if (body instanceof Response) return body;
    return onDisk(() => {
      const opened = looking.openCase(who.institution, body.value);
      if (opened === "no-record") return refusal(404, says.noRecord);
      if (opened !== undefined) note(who, "case", looking.numberOf(who.institution, opened.person));
      return opened === undefined ? refusal(404, says.nobody) : context.json(opened, 201, notStored);
    });
  });
  app.patch("/v1/cases/:id", async (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    const body = await readShaped(context, caseChange);
    if (body instanceof Response) return body;
    const id = Number(context.req.param("id"));
    if (!Number.isSafeInteger(id)) return refusal(404, says.noCase);
    return onDisk(() => {
      const changed = looking.changeCase(who.institution, id, body.value);
      if (changed === "too-many-notes") return refusal(409, says.manyNotes);
      if (changed !== undefined) note(who, "case", looking.numberOf(who.institution, changed.person));
      return changed === undefined ? refusal(404, says.noCase) : context.json(changed, 200, notStored);
    });
  });

  app.get("/v1/me", (context) => {
    const who = asked(context);
    if (who instanceof Response) return who;
    const view = configuration().viewOf.get(who.institution) ?? "";
    const shares = agreementOf(configuration(), view)?.id ?? "nothing";
    const { institution, may, expires } = who;
    return context.json({ institution, expires, may, shares }, 200, notStored);
  });
  app.get("/healthz", (context) => {
    const status = parts.isStopping() ? "stopping" : desk.isWell() ? "ok" : "refusing";
    return context.json({ status, version: parts.version }, status === "ok" ? 200 : 503, notStored);
  });
  // What all send together is no business of one of them: from this machine only, not through its proxy.
  app.get("/metrics", (context) => {
    const isForwarded = ["forwarded", "x-forwarded-for", "via"].some(
      (name) => context.req.header(name) !== undefined,
    );
    if (isForwarded) return refusal(404, { ...says.nothingHere, where: "request:/metrics" });
    return context.text(figures.text(parts.gauges()), 200, {
      ...notStored,
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
    });
  });
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "chainbreak detect",
      version: parts.version,
      description:
        "Events in, a decision for each, on the disk before it is answered. Every route of /v1 but those of signals takes `lang`: what it complains of is said in English (`en`) or Chinese (`zh`), else as `Accept-Language` prefers.",
    },
  });
  app.get("*", (context) => {
    const path = context.req.path === "/" ? "/watching.html" : context.req.path;
    const file = servePageFile(parts.page, path, context.req.header("if-none-match"));
    if (file === undefined && context.req.path === "/") return refusal(404, says.noPage);
    return file ?? refusal(404, { ...says.nothingHere, where: `request:${context.req.path}` });
  });
  app.notFound((context) => refusal(404, { ...says.nothingHere, where: `request:${context.req.path}` }));
  app.onError((fault) => {
    // Whoever sent it has gone in the middle of it, and hears no answer.
    if ("code" in fault && fault.code === "ECONNRESET") return refusal(400, says.cutOff);
    console.error(fault);
    return refusal(500, says.ours);
  });
  return app;
}

const keyDigits = 8;

const bodyOf = (answer: Answer) =>
  answer.status === 200 ? { ...answer.told, record: answer.record } : { complaints: answer.complaints };

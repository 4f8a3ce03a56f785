/**
 * The routes of the contract, put together: guard, answers, page. It knows no socket and no clock but the one handed
 * in, so a test asks it as a browser would, and the same application can run wherever there is `fetch`.
 */
import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { CatalogRead } from "../catalog/index.ts";
import { type Store, StoreFault } from "../store/index.ts";
import type { Answered } from "./answers.ts";
import { limitBody } from "./body-limit.ts";
import {
  bodyBytesMax,
  type ComplaintsAnswer,
  documentPath,
  type Health,
  recordBodyBytesMax,
  routes,
  storeBodyBytesMax,
} from "./contract.ts";
import { guard } from "./guard.ts";
import { type PageFiles, servePageFile } from "./page-files.ts";
import { refuseUnknownParameters } from "./parameters.ts";
import { spoken } from "./spoken.ts";
import { serveStore, storeRefusal } from "./store-routes.ts";
import { OutOfTime, type Thinking, thinkHere } from "./thinking.ts";

export interface ApplicationParts {
  readonly version: string;
  readonly catalog: CatalogRead;
  readonly page: PageFiles;
  /** Names beside `localhost` the server may be called by. */
  readonly hosts?: readonly string[];
  /** The day it is: `2026-11-28`. */
  readonly today: () => string;
  /** Who works out the answers; absent: whoever is asked, here. */
  readonly think?: Thinking;
  /** Where sealed records are kept, and how that is called; absent: this server keeps nothing. */
  readonly keeps?: { readonly store: Store; readonly kind: "sqlite" | "memory" };
}

const notStored = { "Cache-Control": "no-store" };

export function application({
  version,
  catalog,
  page,
  hosts = [],
  today,
  think = thinkHere(catalog),
  keeps,
}: ApplicationParts): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) =>
      result.success ? undefined : context.json(complaintsOf(result.error), 400, notStored),
  });
  app.use(spoken());
  app.use(guard(hosts));
  const refuse = (complaints: ComplaintsAnswer["complaints"]) =>
    Response.json({ complaints }, { status: 400, headers: notStored });
  refuseUnknownParameters(app, Object.values(routes), refuse, "server/unknown-parameter");
  for (const { path, maxSize, help } of bodyLimits) {
    app.use(
      path,
      limitBody(maxSize, () => tooLarge(maxSize, help)),
    );
  }
  // Only what says it is JSON is read as such: a form of another site can send anything else, but not that.
  app.use("/api/*", async (context, next) => {
    const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    const { method } = context.req;
    if ((method !== "POST" && method !== "PUT") || type === "application/json") return next();
    return context.json(
      complaint(
        "server/not-json",
        "request:content-type",
        "the request is not JSON",
        "send `Content-Type: application/json`",
      ),
      415,
      notStored,
    );
  });

  let founding: Promise<Answered> | undefined;

  const { institutions, flows, measures, sources } = catalog.counts;
  const health: Health = {
    status: "ok",
    version,
    catalogue: { institutions, flows, measures, sources },
    store: keeps?.kind ?? "none",
  };
  app.openapi(routes.health, (context) => context.json(health, 200, notStored));
  app.openapi(routes.founding, async (context) => {
    founding ??= think({ kind: "founding", today: today() });
    const answered = await founding.catch((fault: unknown) => {
      founding = undefined; // The next one may have more luck.
      throw fault;
    });
    if (answered.kind !== "answer") throw new Error("the founding case is refused");
    return context.json(answered.answer, 200, { "Cache-Control": "no-cache" });
  });
  app.openapi(routes.audit, async (context) => {
    const answered = await think({ kind: "audit", asked: context.req.valid("json"), today: today() });
    if (answered.kind === "refused") return context.json(answered.complaints, 400, notStored);
    if (answered.kind !== "answer") throw new Error("an audit was asked for, and something else answered");
    return context.json(answered.answer, 200, notStored);
  });
  app.openapi(routes.lockedOut, async (context) => {
    const asked = context.req.valid("json");
    const answered = await think({ kind: "locked-out", asked, today: today() });
    if (answered.kind === "refused") return context.json(answered.complaints, 400, notStored);
    if (answered.kind !== "locked-out") throw new Error("locked out was asked, and something else answered");
    return context.json(answered.answer, 200, notStored);
  });
  serveStore(app, keeps?.store);
  app.doc31(documentPath, {
    openapi: "3.1.0",
    info: {
      title: "chainbreak",
      version,
      description:
        "The HTTP door of chainbreak, on this machine only. Every route takes `lang`: what it complains of is said in English (`en`) or Chinese (`zh`), else as `Accept-Language` prefers.",
    },
  });

  app.get("*", (context) => {
    const { path } = context.req;
    const file = servePageFile(page, path, context.req.header("if-none-match"));
    if (file !== undefined) return file;
    return path.startsWith("/api/") ? nothingHere(context.req.path) : noPage(page);
  });
  app.notFound((context) => nothingHere(context.req.path));
  app.onError((error, context) => {
    if (error instanceof StoreFault) return storeRefusal(error);
    if (error instanceof OutOfTime)
      return context.json(
        complaint(
          "server/out-of-time",
          "server",
          "this machine is too slow or too busy to answer that in full; nothing of it was answered",
          "ask again when it has less to do, or ask about fewer things",
        ),
        503,
        notStored,
      );
    // A body that is not JSON, or other misuse the router found by itself, says so with its own status.
    if ("status" in error && typeof error.status === "number" && error.status < 500)
      return context.json(
        complaint("server/not-json", "request:body", "the request cannot be read as JSON", "check the body"),
        400,
        notStored,
      );
    console.error(error);
    return context.json(
      complaint("server/our-fault", "server", "this is our fault, not yours", "please report what you asked"),
      500,
      notStored,
    );
  });
  return app;
}

/** The first that fits a path is asked first, and the narrowest refuses; so each path stands in one of them. */
const bodyLimits = [
  { path: "/api/audit", maxSize: bodyBytesMax, help: "send one person file, without anything else" },
  { path: "/api/locked-out", maxSize: bodyBytesMax, help: "send one person file, without anything else" },
  { path: "/api/store", maxSize: storeBodyBytesMax, help: "this is more than a store takes" },
  { path: "/api/store/:id", maxSize: recordBodyBytesMax, help: "this is more than a record takes" },
];

function tooLarge(maxSize: number, help: string): Response {
  const answer = complaint(
    "server/too-large",
    "request:body",
    `more than ${Math.floor(maxSize / 1024)} kB`,
    help,
  );
  // The rest of the body is not read, so nothing else can be asked over this connection.
  return Response.json(answer, { status: 413, headers: { ...notStored, Connection: "close" } });
}

const complaint = (code: string, where: string, message: string, help: string): ComplaintsAnswer => ({
  complaints: [{ code, where, message, help }],
});

/** What a shape found wrong, one complaint each, with the place inside the request. */
function complaintsOf(error: z.ZodError): ComplaintsAnswer {
  return {
    complaints: error.issues.map((issue) => ({
      code: "server/wrong-shape",
      where: `request:${issue.path.join(".") || "body"}`,
      message: sentenceOf(issue),
      help: "docs/reference/http.md says what is taken",
    })),
  };
}

function sentenceOf(issue: z.ZodError["issues"][number]): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `unknown key ${issue.keys.map((key) => `\`${key}\``).join(", ")}`;
    case "too_small":
      return issue.origin === "array" ? "the list is empty" : "is too small";
    case "too_big":
      return issue.origin === "array"
        ? `more than ${issue.maximum} entries`
        : `more than ${issue.maximum} characters`;
    case "invalid_type":
      return issue.input === undefined
        ? "is missing, or no value of the kind wanted"
        : `is no ${issue.expected}`;
    case "custom":
      return "is not a moment: write `19:30` or `fri 19:30`";
    default:
      return "is not a value of the kind wanted";
  }
}

function nothingHere(path: string): Response {
  const answer = complaint(
    "server/unknown-route",
    `request:${path}`,
    "nothing is served here",
    `see ${documentPath}`,
  );
  return Response.json(answer, { status: 404, headers: notStored });
}

function noPage(page: PageFiles): Response {
  const text = page.has("/index.html")
    ? "nothing is served here; the page is at /"
    : "the page is not built: run `npm start` or `npm run build`; the API is under /api";
  return new Response(`${text}\n`, {
    status: 404,
    headers: { ...notStored, "Content-Type": "text/plain; charset=utf-8" },
  });
}

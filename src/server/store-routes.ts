/**
 * The store over HTTP: sealed records in and out, never opened here. A version travels as an entity tag, so a write says
 * with `If-Match` what it was made from and with `If-None-Match: *` that there was nothing; one that says neither is
 * refused, because it could undo somebody's work without knowing.
 */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { fromBase64, type SealedRecord, type Store, StoreFault, toBase64 } from "../store/index.ts";
import { type ComplaintsAnswer, routes } from "./contract.ts";

const notStored = { "Cache-Control": "no-store" };

/** Without a store every one of these routes says that nothing is kept here. */
export function serveStore(app: OpenAPIHono, store: Store | undefined): void {
  const kept = (): Store => {
    if (store === undefined) throw new KeepsNothing();
    return store;
  };

  app.openapi(routes.listRecords, async (context) =>
    context.json({ records: await kept().list() }, 200, notStored),
  );
  app.openapi(routes.replaceRecords, async (context) => {
    const { records, expects } = context.req.valid("json");
    await kept().replace(records.map(bytesOf), expects);
    return context.body(null, 204, notStored);
  });
  app.openapi(routes.clearRecords, async (context) => {
    await kept().clear();
    return context.body(null, 204, notStored);
  });
  app.openapi(routes.readRecord, async (context) => {
    const { id } = context.req.valid("param");
    const record = await kept().read(id);
    // No fault: who makes a record asks first, and a browser would print a 404 as one.
    if (record === undefined) return context.body(null, 204, notStored);
    const { version, sealed } = record;
    return context.json({ id, version, sealed: toBase64(sealed) }, 200, {
      ...notStored,
      ETag: tagOf(version),
    });
  });
  app.openapi(routes.writeRecord, async (context) => {
    const { id } = context.req.valid("param");
    const { "if-match": match, "if-none-match": noneMatch } = context.req.valid("header");
    if ((match === undefined) === (noneMatch === undefined))
      return context.json(
        complaint(
          "server/no-precondition",
          "request:if-match",
          "the write does not say what it was made from",
          'send `If-Match: "version"`, or `If-None-Match: *` for a new record',
        ),
        428,
        notStored,
      );
    const record = bytesOf({ id, ...context.req.valid("json") });
    const expects = match === undefined ? "absent" : versionOf(match);
    const written = await kept().write({ ...record, expects });
    return written.kind === "written"
      ? context.json(written, 200, notStored)
      : context.json(written, 412, notStored);
  });
  app.openapi(routes.removeRecord, async (context) => {
    const { id } = context.req.valid("param");
    const written = await kept().remove(id, versionOf(context.req.valid("header")["if-match"]));
    return written.kind === "written"
      ? context.json(written, 200, notStored)
      : context.json(written, 412, notStored);
  });
}

/** Why the store did not do it, as an answer. */
export function storeRefusal(fault: StoreFault): Response {
  const { status, code, message, help } = refusals[fault instanceof KeepsNothing ? "nothing" : fault.code];
  return Response.json(complaint(code, "store", message ?? fault.message, help), {
    status,
    headers: notStored,
  });
}

/** The server was started without a folder it can write to, or was told to keep nothing. */
class KeepsNothing extends StoreFault {
  constructor() {
    super("closed", "this server keeps nothing");
  }
}

const unreachable = {
  status: 503,
  code: "server/store-unreachable",
  message: "what is kept cannot be read or written now",
  help: "see whether the disk is full or the folder was moved; nothing was changed",
};
const refusals = {
  nothing: {
    status: 404,
    code: "server/keeps-nothing",
    message: "this server keeps nothing",
    help: "start it with a folder it can write to: `chainbreak serve --data folder`",
  },
  refused: {
    status: 400,
    code: "server/wrong-shape",
    message: undefined,
    help: "docs/reference/http.md says what is taken",
  },
  full: {
    status: 507,
    code: "server/store-full",
    message: undefined,
    help: "remove what is no longer needed",
  },
  busy: {
    status: 503,
    code: "server/store-busy",
    message: "another program writes there",
    help: "try again; nothing was changed",
  },
  unreachable,
  closed: unreachable,
} as const;

const complaint = (code: string, where: string, message: string, help: string): ComplaintsAnswer => ({
  complaints: [{ code, where, message, help }],
});

const tagOf = (version: number) => `"${version}"`;
/** The shape has made sure that it is one. */
const versionOf = (tag: string) => Number(tag.slice(1, -1));

function bytesOf({ id, version, sealed }: { id: string; version: number; sealed: string }): SealedRecord {
  const bytes = fromBase64(sealed);
  if (bytes === undefined) throw new StoreFault("refused", "`sealed` is no base64");
  return { id, version, sealed: bytes };
}

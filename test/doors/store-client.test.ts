/**
 * The page's own client against the application, without a socket: it keeps the contract of all stores, and every
 * request it makes and every answer it gets is what the served OpenAPI document says, judged by a reader of schemas that
 * is not ours.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, test } from "vitest";
import { readCatalog } from "../../src/catalog/index.ts";
import { application } from "../../src/server/index.ts";
import { memoryStore, type Store, StoreFault } from "../../src/store/index.ts";
import { type Fetch, httpStore } from "../../web/src/store/http-store.ts";
import { storeCases } from "../kit/store-contract.ts";

const base = "http://127.0.0.1:4020/";

const appOver = (store?: Store) =>
  application({
    version: "0",
    catalog: readCatalog([]),
    page: new Map(),
    today: () => "2026-11-28",
    ...(store === undefined ? {} : { keeps: { store, kind: "memory" } }),
  });

/** As a browser would send it from our own page. */
const fetchOf =
  (app: ReturnType<typeof appOver>): Fetch =>
  async (address, init) =>
    app.request(address, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string>),
        host: "127.0.0.1:4020",
        origin: "http://127.0.0.1:4020",
      },
    });

// --- the document -----------------------------------------------------------------------------------------------------

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: object;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: object };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
const served = await appOver().request(`${base}api/openapi.json`, { headers: { host: "127.0.0.1:4020" } });
const document = (await served.json()) as Document; // What does not fit is found by the judge.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(document, "document");

const pointer = (...keys: readonly string[]) =>
  `document#/${keys.map((key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;

function judge(place: string, value: unknown): readonly string[] {
  const valid = ajv.validate({ $ref: place }, value);
  return valid ? [] : [`${place}: ${ajv.errorsText()}`];
}

interface Found {
  readonly path: string;
  readonly operation: Operation;
  readonly values: Readonly<Record<string, string>>;
}

function operationFor(method: string, asked: string): Found | undefined {
  for (const [path, methods] of Object.entries(document.paths)) {
    const match = new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(asked);
    const operation = methods[method];
    if (match !== null && operation !== undefined) return { path, operation, values: match.groups ?? {} };
  }
  return undefined;
}

const used = new Set<string>();
const faults: string[] = [];

/** Passes on, and judges what goes out and what comes back. */
const judged =
  (fetch: Fetch): Fetch =>
  async (address, init) => {
    const { pathname } = new URL(address);
    const method = (init.method ?? "GET").toLowerCase();
    const found = operationFor(method, pathname);
    const answer = await fetch(address, init);
    if (found === undefined) {
      faults.push(`${method} ${pathname} is not in the document`);
      return answer;
    }
    const { path, operation, values } = found;
    const headers = new Headers(init.headers);
    for (const [i, parameter] of (operation.parameters ?? []).entries()) {
      const value = parameter.in === "header" ? headers.get(parameter.name) : values[parameter.name];
      if (value === null || value === undefined) {
        if (parameter.required) faults.push(`${method} ${path} wants ${parameter.name}`);
      } else faults.push(...judge(pointer("paths", path, method, "parameters", String(i), "schema"), value));
    }
    const json = ["content", "application/json", "schema"];
    if (init.body !== undefined && init.body !== null)
      faults.push(
        ...judge(pointer("paths", path, method, "requestBody", ...json), JSON.parse(String(init.body))),
      );
    else if (operation.requestBody?.required) faults.push(`${method} ${path} wants a body`);

    used.add(`${method} ${path} ${answer.status}`);
    const told = operation.responses[String(answer.status)];
    if (told === undefined)
      faults.push(`${method} ${path} answers ${answer.status}, which is not in the document`);
    else if (told.content !== undefined) {
      const place = pointer("paths", path, method, "responses", String(answer.status), ...json);
      faults.push(...judge(place, await answer.clone().json()));
    } else if ((await answer.clone().text()) !== "")
      faults.push(`${method} ${path} answers with more than nothing`);
    return answer;
  };

// --- the tests --------------------------------------------------------------------------------------------------------

describe("over HTTP", () => {
  test.each(storeCases)("$name", ({ run }) => {
    const app = appOver(memoryStore());
    return run(async () => httpStore(base, judged(fetchOf(app))));
  });
});

test("the document and the client say the same, for every route of the store", () => {
  expect(faults).toEqual([]);
  expect([...used].sort()).toMatchInlineSnapshot(`
    [
      "delete /api/store 204",
      "delete /api/store/{id} 200",
      "delete /api/store/{id} 412",
      "get /api/store 200",
      "get /api/store/{id} 200",
      "get /api/store/{id} 204",
      "put /api/store 204",
      "put /api/store 503",
      "put /api/store/{id} 200",
      "put /api/store/{id} 412",
      "put /api/store/{id} 507",
    ]
  `);
});

test("the judge finds what is wrong: it would not pass anything", () => {
  const place = pointer(
    "paths",
    "/api/store",
    "get",
    "responses",
    "200",
    "content",
    "application/json",
    "schema",
  );
  expect(judge(place, { records: [{ id: "a", version: 1 }] })).toEqual([]);
  expect(judge(place, { records: [{ id: "a", version: "1" }] })).toHaveLength(1);
  expect(judge(place, { records: [{ id: "A", version: 1 }] })).toHaveLength(1);
  expect(operationFor("get", "/api/storage")).toBeUndefined();
});

const faultOf = async (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (fault: unknown) => (fault instanceof StoreFault ? fault.code : String(fault)),
  );

test("a server that keeps nothing, is gone, or answers with something else is a fault of the store", async () => {
  const write = { id: "a", version: 1, sealed: new Uint8Array(3), expects: "absent" } as const;
  const none = httpStore(base, judged(fetchOf(appOver())));
  expect(await faultOf(none.list())).toBe("unreachable");
  expect(await faultOf(none.read("a"))).toBe("unreachable");
  expect(await faultOf(none.write(write))).toBe("unreachable");
  const gone = httpStore(base, () => Promise.reject(new TypeError("fetch failed")));
  expect(await faultOf(gone.read("a"))).toBe("unreachable");
  const odd = httpStore(base, async () => new Response("<title>Sign in to the hotel</title>"));
  expect(await faultOf(odd.list())).toBe("unreachable");
  expect(await faultOf(odd.read("a"))).toBe("unreachable");
  expect(await faultOf(odd.write(write))).toBe("unreachable");
  const lost = httpStore(base, async () => new Response("", { status: 404 }));
  expect(await faultOf(lost.read("a"))).toBe("unreachable");
  expect(faults).toEqual([]);
});

afterAll(() => ajv.removeSchema());

/** The contract against the engine's own types, the document made of it, and the reference people read. */
import { readFileSync } from "node:fs";
import type { z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { readCatalog, readTexts } from "../catalog/index.ts";
import type { AuditAnswer, LockedOutAnswer } from "../questions/index.ts";
import { answerFounding, answerLockedOut } from "./answers.ts";
import { application } from "./application.ts";
import {
  auditAnswerShape,
  documentPath,
  lockedOutAnswerShape,
  lockedOutRequestShape,
  routes,
} from "./contract.ts";

/** Every key of the one is a key of the other, all the way down; `undefined` in an optional key is no difference. */
type Same<A, B> = [Defined<A>] extends [Defined<B>]
  ? [Defined<B>] extends [Defined<A>]
    ? true
    : false
  : false;
type Defined<T> = T extends readonly (infer Item)[]
  ? readonly Defined<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Defined<T[Key]> | (undefined extends T[Key] ? undefined : never) }
    : T;

test("what is promised over HTTP is what an audit gives, key for key", () => {
  const isSame: Same<z.output<typeof auditAnswerShape>, AuditAnswer> = true;
  expect(isSame).toBe(true);
  const isSameLockedOut: Same<z.output<typeof lockedOutAnswerShape>, LockedOutAnswer> = true;
  expect(isSameLockedOut).toBe(true);
});

const catalog = readCatalog(readTexts(["catalog"]).texts);

test("a real answer has the promised shape and nothing beside it", () => {
  const answer = answerFounding(catalog, { today: "2026-11-28" });
  expect(auditAnswerShape.parse(answer)).toEqual(answer);
});

const mail = `person: { id: one, region: gb }
devices: { phone: { kind: phone, lock: passcode } }
accounts: { mail: { service: google, devices: [phone], second-factor: app, authenticator: phone, settings: { backup-codes: none } } }
`;

test("locked out? is answered in the promised shape, and a thing that is not there is named with its place", () => {
  const ask = (lost: readonly string[]) =>
    answerLockedOut(catalog, lockedOutRequestShape.parse({ person: mail, lost }), { today: "2026-11-28" });
  const answered = ask(["phone"]);
  if (answered.kind !== "locked-out") throw new Error("it was refused");
  expect(lockedOutAnswerShape.parse(answered.answer)).toEqual(answered.answer);
  expect(answered.answer.keys.map(({ key, state }) => `${key} ${state}`)).toEqual([
    "enter(account.mail) not-known",
  ]);
  expect(ask(["phone", "fone"])).toMatchObject({
    kind: "refused",
    complaints: { complaints: [{ code: "question/cannot-be-lost", where: "request:lost[1]" }] },
  });
});

interface OpenApi {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly required: string[] }>> };
}

const stated = Object.values(routes).map(({ method, path }) => `${method.toUpperCase()} ${path}`);

test("the OpenAPI document holds every route of the contract and no other", async () => {
  const app = application({
    version: "1.2.3",
    catalog,
    page: new Map(),
    today: () => "2026-11-28",
  });
  const document = (await (
    await app.request(`http://localhost${documentPath}`, { headers: { host: "localhost" } })
  ).json()) as OpenApi; // The lines below are its test.
  const found = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(found.sort()).toEqual([...stated].sort());
  expect(document.components.schemas["AuditAnswer"]?.required.sort()).toEqual(
    [
      "label",
      "person",
      "harms",
      "limits",
      "held",
      "measures",
      "coverage",
      "basis",
      "losses",
      "reachableAmount",
      "reopened",
      "questions",
      "settleAll",
      "verdicts",
      "near",
      "cuts",
      "putsOff",
      "answered",
      "answeredInPart",
      "answering",
      "alone",
      "front",
      "conditions",
      "catalogue",
    ].sort(),
  );
});

test("docs/reference/http.md has a heading for every route and for nothing else", () => {
  const headings = [
    ...readFileSync("docs/reference/http.md", "utf8").matchAll(/^## `([A-Z]+ \/\S*)`$/gm),
  ].map(([, route]) => route);
  expect(headings).toEqual([...stated, `GET ${documentPath}`, "GET /"]);
});

test("docs/reference/http.md explains every code the server itself refuses with", () => {
  const sources = ["application.ts", "guard.ts", "store-routes.ts"]
    .map((name) => readFileSync(`src/server/${name}`, "utf8"))
    .join("\n");
  const codes = [...new Set([...sources.matchAll(/"(server\/[a-z-]+)"/g)].map(([, code]) => code))].sort();
  const explained = [...readFileSync("docs/reference/http.md", "utf8").matchAll(/^\| `(server\/[a-z-]+)`/gm)]
    .map(([, code]) => code)
    .sort();
  expect(codes.length).toBeGreaterThan(5);
  expect(explained).toEqual(codes);
});

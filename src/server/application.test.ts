/** The HTTP door without a socket: what a browser, a script and a stranger's page are told. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCatalog, readTexts } from "../catalog/index.ts";
import { foundCut } from "../questions/index.ts";
import { application } from "./application.ts";
import {
  type AuditRequest,
  auditAnswerShape,
  bodyBytesMax,
  complaintsShape,
  healthShape,
} from "./contract.ts";
import { contentSecurityPolicy } from "./guard.ts";
import { readPageFiles } from "./page-files.ts";

const folder = mkdtempSync(join(tmpdir(), "chainbreak-page-"));
mkdirSync(join(folder, "page", "assets"), { recursive: true });
writeFileSync(join(folder, "page", "index.html"), "<!doctype html><title>page</title>");
writeFileSync(join(folder, "page", "assets", "main-AbCd1234.js"), "export {};");
writeFileSync(join(folder, "page", "assets", "main-AbCd1234.js.map"), "{}");
writeFileSync(join(folder, "secret.json"), '"not for the page"');
afterAll(() => rmSync(folder, { recursive: true }));

const app = application({
  version: "1.2.3",
  catalog: readCatalog(readTexts(["catalog"]).texts),
  page: readPageFiles(join(folder, "page")),
  today: () => "2026-11-28",
});

/** The only place in this file that knows how the application is asked. */
function ask(
  path: string,
  {
    method = "GET",
    body,
    ...headers
  }: { method?: string; body?: string; [header: string]: string | undefined } = {},
) {
  const said = Object.fromEntries(
    Object.entries({ host: "127.0.0.1:4020", ...headers }).filter(([, value]) => value !== undefined),
  );
  return app.request(`http://127.0.0.1:4020${path}`, {
    method,
    headers: said as Record<string, string>,
    ...(body === undefined ? {} : { body }),
  });
}

const post = (question: AuditRequest | object, headers: Record<string, string> = {}) =>
  ask("/api/audit", {
    method: "POST",
    body: JSON.stringify(question),
    "content-type": "application/json",
    ...headers,
  });

async function complaints(answer: Response | Promise<Response>): Promise<string[]> {
  const response = await answer;
  const { complaints: list } = complaintsShape.parse(await response.json());
  return list.map(
    ({ code, where, message, help }) => `${response.status} ${code} ${where}: ${message} (${help})`,
  );
}

test("the server says that it runs and what it has read", async () => {
  const answer = await ask("/api/health");
  const health = healthShape.parse(await answer.json());
  expect(health.version).toBe("1.2.3");
  expect(health.catalogue.flows).toBeGreaterThan(100);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("the founding case is answered in full: the loan and the forgotten credit card, by the locked phone alone", async () => {
  const answer = auditAnswerShape.parse(await (await ask("/api/founding")).json());
  expect(answer.held).toEqual(["possess(device.phone)"]);
  expect(answer.losses.filter(({ reachable }) => reachable).map(({ goal }) => goal)).toEqual([
    "cash-out(account.meituan)",
    "charge(card.etc-credit)",
  ]);
  expect(foundCut(answer.cuts.person)?.measures).toEqual(["set-sim-pin(sim.main)"]);
});

const smallPerson = JSON.stringify({
  person: { id: "anna", region: "cn", "as-of": "2020-09-04" },
  lines: { main: { carrier: "china-telecom-sichuan", sim: { pin: "none", kind: "physical" } } },
});

test("a sent person is judged with what is held and the measures in force", async () => {
  const answer = await post({
    person: smallPerson,
    held: ["possess(sim.main)"],
    measures: ["set-sim-pin(sim.main)"],
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { person, held, measures } = auditAnswerShape.parse(await answer.json());
  expect({ person, held, measures }).toEqual({
    person: "anna",
    held: ["possess(sim.main)"],
    measures: ["set-sim-pin(sim.main)"],
  });
});

test("every fault of a sent person is named with its place and a way out", async () => {
  const person =
    "person: { id: anna }\nlines:\n  main: { carrier: nobody, simm: {} }\ndevices: { phone: { lock: maybe } }\n";
  expect(await complaints(post({ person, held: ["possess(sim.main)"] }))).toMatchInlineSnapshot(`
    [
      "400 shape/unknown-key person.yaml:3:28: unknown key \`simm\` (did you mean \`sim\`?)",
      "400 shape/unknown-value person.yaml:4:27: unknown value \`maybe\` for \`lock\` (one of \`unknown\`, \`none\`, \`passcode\`)",
    ]
  `);
  expect(await complaints(post({ person: "institution: x", held: ["x"] }))).toMatchInlineSnapshot(`
    [
      "400 yaml/unknown-kind person.yaml: this is no person file (it must begin with \`person\`)",
    ]
  `);
  expect(
    await complaints(post({ person: smallPerson, held: ["posess(sim.main)", "possess(sim.other)"] })),
  ).toMatchInlineSnapshot(`
    [
      "400 question/unknown-capability request:held[0]: unknown capability \`posess\` (did you mean \`possess\`?)",
      "400 question/unknown-capability request:held[1]: no sim \`other\` in \`possess(sim.other)\` (one of \`main\`)",
    ]
  `);
  expect(
    await complaints(
      post({ person: smallPerson, held: ["possess(sim.main)"], measures: ["set-sim-pin", "fly"] }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "400 question/unknown-measure request:measures[1]: no measure \`fly\` in this world (one of \`binding-proves-the-card\`, \`delay-after-sim-change\`, \`delay-after-sim-moved\`, \`loans-not-at-night\`, \`mask-identity-data\`, \`no-sms-only-sign-in\`, \`number-not-enough-to-reset\`, \`one-account-per-identity\`, \`real-liveness-check\`, \`set-sim-pin(sim.main)\`, \`new-number-needs-more\`, \`payment-password-needs-more\`, \`agents-may-not-be-talked-round\`, \`harden-service-password-reset\`, \`lift-after-24h\`, \`lift-once-a-day\`, \`lift-only-at-counter\`, \`night-hold\`, \`sms-on-only-at-counter\`, \`hold-risky-first-purchases\`)",
    ]
  `);
});

test("a request of the wrong shape, size or kind is refused in words", async () => {
  expect(
    await complaints(
      post({ person: smallPerson, held: [], withinMinutes: -1, helds: [], measures: [3], at: "noon" }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "400 server/wrong-shape request:held: the list is empty (docs/reference/http.md says what is taken)",
      "400 server/wrong-shape request:measures.0: is missing, or no value of the kind wanted (docs/reference/http.md says what is taken)",
      "400 server/wrong-shape request:withinMinutes: is too small (docs/reference/http.md says what is taken)",
      "400 server/wrong-shape request:at: is not a moment: write \`19:30\` or \`fri 19:30\` (docs/reference/http.md says what is taken)",
      "400 server/wrong-shape request:body: unknown key \`helds\` (docs/reference/http.md says what is taken)",
    ]
  `);
  expect(
    await complaints(ask("/api/audit", { method: "POST", body: "{", "content-type": "application/json" })),
  ).toMatchInlineSnapshot(`
    [
      "400 server/not-json request:body: the request cannot be read as JSON (check the body)",
    ]
  `);
  expect(
    await complaints(ask("/api/audit", { method: "POST", body: "a=b", "content-type": "text/plain" })),
  ).toMatchInlineSnapshot(`
    [
      "415 server/not-json request:content-type: the request is not JSON (send \`Content-Type: application/json\`)",
    ]
  `);
  const large = "x".repeat(bodyBytesMax + 1);
  expect(
    await complaints(
      ask("/api/audit", {
        method: "POST",
        body: large,
        "content-type": "application/json",
        "content-length": String(large.length),
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "413 server/too-large request:body: more than 512 kB (send one person file, without anything else)",
    ]
  `);
  expect(await complaints(ask("/api/nothing"))).toMatchInlineSnapshot(`
    [
      "404 server/unknown-route request:/api/nothing: nothing is served here (see /api/openapi.json)",
    ]
  `);
  expect(await complaints(ask("/", { method: "POST" }))).toMatchInlineSnapshot(`
    [
      "404 server/unknown-route request:/: nothing is served here (see /api/openapi.json)",
    ]
  `);
});

test("only this machine's names open the door: a name somebody else owns may point here too", async () => {
  const statusFor = async (host: string) => (await ask("/api/health", { host })).status;
  expect(
    await Promise.all(["localhost:4020", "127.0.0.1", "[::1]:4020", "192.168.1.7:80"].map(statusFor)),
  ).toEqual([200, 200, 200, 200]);
  expect(
    await Promise.all(
      [
        "evil.example",
        "evil.example:4020",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "",
        "local host",
        "localhost:4020@evil",
      ].map(statusFor),
    ),
  ).toEqual(Array(7).fill(403));
  expect((await ask("/", { host: "evil.example" })).status).toBe(403);
});

test("another site's page gets nothing, whatever it asks", async () => {
  const from = async (origin: string) => (await ask("/api/health", { origin })).status;
  expect(await from("http://127.0.0.1:4020")).toBe(200);
  for (const origin of [
    "http://evil.example",
    "http://127.0.0.1:4021",
    "http://localhost:4020",
    "null",
    "https://127.0.0.1:4020.evil.example",
  ])
    expect(await from(origin)).toBe(403);
  expect((await ask("/api/founding", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await ask("/api/founding", { "sec-fetch-site": "same-origin" })).status).toBe(200);
  expect(
    (await post({ person: smallPerson, held: ["possess(sim.main)"] }, { origin: "http://evil.example" }))
      .status,
  ).toBe(403);
  expect((await ask("/", { "sec-fetch-site": "cross-site" })).status).toBe(200); // A link to the page is no question.
  const answer = await ask("/api/health", { origin: "http://127.0.0.1:4020" });
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
});

test("every answer carries the policy that nothing foreign and nothing inline runs", async () => {
  expect(contentSecurityPolicy).toMatchInlineSnapshot(
    `"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"`,
  );
  // Compiling WebAssembly is the one exception; text never becomes code.
  expect(contentSecurityPolicy.replace("'wasm-unsafe-eval'", "")).not.toMatch(/unsafe|https?:|data:|\*/);
  for (const path of ["/", "/api/health", "/api/nothing", "/nothing", "/api/openapi.json"]) {
    const { headers } = await ask(path);
    expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
  expect((await ask("/", { host: "evil.example" })).headers.get("content-security-policy")).toBe(
    contentSecurityPolicy,
  );
});

test("the page is asked for again each time, its hashed parts once a year", async () => {
  const page = await ask("/");
  expect(await page.text()).toContain("<title>page</title>");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const again = await ask("/", { "if-none-match": page.headers.get("etag") ?? "" });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const part = await ask("/assets/main-AbCd1234.js");
  expect(part.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(part.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
});

test("nothing outside the page's folder is served, and no source map inside it", async () => {
  const paths = [
    "/../secret.json",
    "/..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/assets/..%2f..%2fsecret.json",
    "/..\\secret.json",
    "//secret.json",
    "/secret.json",
    "/assets/main-AbCd1234.js.map",
    "/assets",
    "/%00",
  ];
  for (const path of paths) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).not.toContain("not for the page");
  }
});

test("without a built page the server says how to build one, and answers all the same", async () => {
  const bare = application({
    version: "1.2.3",
    catalog: readCatalog([]),
    page: readPageFiles(join(folder, "nowhere")),
    today: () => "2026-11-28",
  });
  const answer = await bare.request("http://localhost/", { headers: { host: "localhost" } });
  expect([answer.status, await answer.text()]).toEqual([
    404,
    "the page is not built: run `npm start` or `npm run build`; the API is under /api\n",
  ]);
});

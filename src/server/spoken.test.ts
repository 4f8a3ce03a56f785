/** In which language complaints are said, and what may stand behind the `?`: of both doors. */
import { expect, test } from "vitest";
import { event, watched } from "../../test/kit/watched.ts";
import { readCatalog } from "../catalog/index.ts";
import { application } from "./application.ts";
import { langAsked } from "./spoken.ts";

interface Complaining {
  readonly complaints: readonly { readonly message: string; readonly help: string }[];
}
const complaintsOf = async (answer: Pick<Response, "json">) =>
  ((await answer.json()) as Complaining).complaints; // Else the test fails.

test.each([
  [undefined, undefined, "en"],
  [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  [undefined, "en-GB, zh;q=0.5", "en"],
  [undefined, "fr, zh-Hant;q=0.2", "zh"],
  [undefined, "zh;q=0", "en"],
  [undefined, "*", "en"],
  [undefined, "zhx, ;;q=,,", "en"],
  ["en", "zh", "en"],
  ["zh", "en", "zh"],
  ["fr", "zh", "zh"],
])("lang=%s and Accept-Language: %s are answered in %s", (lang, accepted, spoken) => {
  expect(langAsked(lang, accepted)).toBe(spoken);
});

const chinese = { "Accept-Language": "zh-CN" };

test("the service complains in the language that is asked for, codes and places alike", async () => {
  const service = watched();
  const noRecord = (init: RequestInit) =>
    service.ask("ee", "/v1/cases", { ...init, method: "POST", body: JSON.stringify({ person: "nobody" }) });
  const [english, other] = [await noRecord({}), await noRecord({ headers: chinese })];
  expect(await english.json()).toEqual({
    complaints: [
      {
        code: "watch/nobody",
        where: "request:person",
        message: "nobody of that name here",
        help: "an institution sees people by the names it sent",
      },
    ],
  });
  expect(await other.json()).toEqual({
    complaints: [
      {
        code: "watch/nobody",
        where: "request:person",
        message: "这里没有这个人",
        help: "机构只能用自己发来的名字找人",
      },
    ],
  });
  expect([other.headers.get("content-language"), other.headers.get("vary")]).toEqual([
    "zh-Hans",
    "Accept-Language",
  ]);
  // Each of a list by itself, and what is told of an event that was taken.
  const events = [event("e1"), event("e2", { time: "today" }), event("e3", { kind: "sign-inn" })];
  const sent = await service.ask("ee", "/v1/events?lang=zh", {
    method: "POST",
    body: JSON.stringify(events),
  });
  const { answers } = await sent.json();
  expect(
    answers.map(({ complaints = [] }) => complaints.map(({ message }: { message: string }) => message)),
  ).toEqual([[], ["`today` 不是带时区的时间"], ["没有 `sign-inn` 这一种事件"]]);
  // In the journal they stand as they were, and are looked at in either language.
  const all = await service.ask("ee", "/v1/people/ann");
  expect(await all.text()).toContain("no kind of event");
  const ofKey = await service.watch.app.request("/v1/me?lang=zh", { headers: { Host: "127.0.0.1" } });
  expect((await complaintsOf(ofKey))[0]?.message).toBe("不是本服务的密钥");
  await service.close();
});

test("a stranger's host is refused in Chinese as well, with every header of the guard", async () => {
  const service = watched();
  const answer = await service.watch.app.request("/v1/me", { headers: { Host: "evil.example", ...chinese } });
  expect([answer.status, (await complaintsOf(answer))[0]?.message]).toEqual([403, "这个服务器不叫这个名字"]);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  await service.close();
});

test("what no route takes is refused, each by its name, and the names there are are said", async () => {
  const service = watched();
  const of = async (path: string, init?: RequestInit) => {
    const answer = await service.ask("ee", path, init);
    const { complaints = [] } = await answer.json();
    return [answer.status, complaints];
  };
  expect(await of("/v1/decisions?limt=3&al=yes")).toEqual([
    400,
    ["limt", "al"].map((name) => ({
      code: "watch/unknown-parameter",
      where: `request:${name}`,
      message: `unknown parameter \`${name}\``,
      help: "it takes `after`, `all`, `before`, `lang`, `limit`",
    })),
  ]);
  expect(await of("/v1/cases?state=open", { headers: chinese })).toMatchObject([
    400,
    [{ message: "没有 `state` 这个参数", help: "可以用 `lang`" }],
  ]);
  expect(await of("/v1/me?lang=fr")).toMatchObject([
    400,
    [{ where: "request:lang", help: "it takes `en`, `zh`" }],
  ]);
  expect((await of("/v1/decisions?limit=3&lang=en"))[0]).toBe(200);
  expect((await service.ask("ee", "/healthz?probe=7")).status).toBe(200);
  expect((await service.ask("ee", "/?lang=zh")).status).toBe(404); // No page is built here; the page has its own words.
  await service.close();
});

test("every route of both doors refuses what it does not take, but those of signals and of whoever looks whether it is well", async () => {
  const service = watched();
  const server = application({
    version: "1.2.3",
    catalog: readCatalog([]),
    page: new Map(),
    today: () => "2026-11-28",
  });
  const doors = [
    { app: service.watch.app, host: "127.0.0.1", document: "/openapi.json" },
    { app: server, host: "127.0.0.1:4020", document: "/api/openapi.json" },
  ];
  const [refused, taken]: [string[], string[]] = [[], []];
  for (const { app, host, document } of doors) {
    const ask = (path: string, method = "get") =>
      app.request(`http://${host}${path}`, { method: method.toUpperCase(), headers: { host } });
    const { paths } = (await (await ask(document)).json()) as { paths: Record<string, object> };
    for (const [path, methods] of Object.entries(paths))
      for (const method of Object.keys(methods)) {
        const answer = await ask(`${path.replaceAll(/\{\w+\}/g, "1")}?nobody-asks=1`, method);
        const isRefused = answer.status === 400 && (await answer.text()).includes("/unknown-parameter");
        (isRefused ? refused : taken).push(`${method} ${path}`);
      }
  }
  expect(refused.length).toBeGreaterThan(20);
  expect(taken.filter((each) => !each.includes("/signals"))).toMatchInlineSnapshot(`
    [
      "get /healthz",
      "get /metrics",
      "get /.well-known/ssf-configuration",
    ]
  `);
  await service.close();
});

test("the server does so too", async () => {
  const app = application({
    version: "1.2.3",
    catalog: readCatalog([]),
    page: new Map(),
    today: () => "2026-11-28",
  });
  const ask = (
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ) =>
    app.request(`http://127.0.0.1:4020${path}`, {
      ...init,
      headers: { host: "127.0.0.1:4020", ...init.headers },
    });
  const unknown = await ask("/api/health?verbose=1");
  expect([unknown.status, await complaintsOf(unknown)]).toEqual([
    400,
    [
      {
        code: "server/unknown-parameter",
        where: "request:verbose",
        message: "unknown parameter `verbose`",
        help: "it takes `lang`",
      },
    ],
  ]);
  const wrong = await ask("/api/audit?lang=zh", {
    method: "POST",
    body: JSON.stringify({ held: ["x"], more: 1 }),
    headers: { "content-type": "application/json" },
  });
  const complaints = await complaintsOf(wrong);
  expect(complaints.map(({ message }) => message)).toEqual(expect.arrayContaining(["没有 `more` 这个键"]));
  for (const { message, help } of complaints)
    expect(`${message}${help}`).not.toMatch(/(?<![`\w./])[a-z]{4,} /);
  const nothing = await ask("/api/nothing", { headers: chinese });
  expect((await complaintsOf(nothing))[0]).toMatchObject({ message: "这里什么也没有" });
});

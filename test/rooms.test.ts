/** rooms.json says who may look at whom; this holds src/ to it, and rooms.json to src/. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { expect, test } from "vitest";

interface Room {
  readonly "may use": readonly string[];
  readonly purpose: string;
  readonly touches?: "everything" | readonly string[];
}
const rooms: Readonly<Record<string, Room>> = JSON.parse(readFileSync("rooms.json", "utf8"));
const names = Object.keys(rooms);

const slashed = (path: string) => path.split(sep).join("/");
const isTest = (path: string) => path.endsWith(".test.ts");
const roomOf = (path: string) => path.split("/")[1]!; // Every path here starts with `src/<room>/`.

const folders = readdirSync("src").filter((name) => statSync(join("src", name)).isDirectory());
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => /[.]tsx?$/.test(path))
  .map((path) => slashed(join("src", path)));
const sources = new Map(files.map((path) => [path, readFileSync(path, "utf8")]));
const imports = files.flatMap((from) =>
  [...sources.get(from)!.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g)].map(([, to]) => ({
    from,
    to: to!.startsWith(".") ? slashed(normalize(join(dirname(from), to!))) : to!,
  })),
);

/** Whether a file may touch files, network and process: a whole room may, or a file named in rooms.json. */
function mayTouch(path: string): boolean {
  const touches = rooms[roomOf(path)]?.touches;
  return touches === "everything" || (touches?.includes(path.slice("src/".length)) ?? false);
}

function complaint({ from, to }: { from: string; to: string }): string | undefined {
  const here = roomOf(from);
  if (to.startsWith("node:")) {
    return mayTouch(from) || isTest(from)
      ? undefined
      : `${from}: ${here}/ touches nothing, yet imports ${to}`;
  }
  if (!to.startsWith("src/")) return undefined;
  const there = roomOf(to);
  if (there === here) return undefined;
  // The kit stands above the rooms it is used to test, so only their tests may see it.
  const mayUse = rooms[here]?.["may use"].includes(there) || (there === "testing" && isTest(from));
  if (!mayUse) return `${from}: ${here}/ may not use ${there}/`;
  if (to !== `src/${there}/index.ts`) return `${from}: enter ${there}/ by its index.ts, not ${to}`;
  return undefined;
}

/** Ways to touch the world without an import, and what to do instead. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b/, "take `now` as an argument"],
  [/\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/, "take `chance` as an argument"],
  [/\bfetch\(|\bprocess\.|\bconsole\.|\bset(?:Timeout|Interval)\(/, "leave it to a door: server/ or cli/"],
];

/** Comments may speak of what code may not do. Lengths stay, so that line numbers do. */
function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** The outermost room is started, not entered, and needs no front door. */
const isUsed = (room: string) => names.some((other) => rooms[other]!["may use"].includes(room));

test("every room in rooms.json is a folder of src/ with an index.ts, a purpose in one sentence and a rank", () => {
  const wrong = names.flatMap((room) => {
    const { "may use": below, purpose } = rooms[room]!; // `room` is a key of `rooms`.
    return [
      folders.includes(room) ? undefined : `${room}: has no folder src/${room}/; make it, or take it out`,
      existsSync(`src/${room}/index.ts`) || !isUsed(room)
        ? undefined
        : `${room}: has no src/${room}/index.ts to be entered by`,
      /^[A-Z][^.]*\.$/.test(purpose) ? undefined : `${room}: its purpose is not one sentence`,
      ...below.map((other) =>
        names.indexOf(other) < names.indexOf(room) && names.includes(other)
          ? undefined
          : `${room}: may use ${other}, which does not stand above it in rooms.json`,
      ),
    ];
  });
  expect(wrong.filter((found) => found !== undefined)).toEqual([]);
});

test("every folder of src/ is a room in rooms.json", () => {
  expect(folders.length).toBeGreaterThan(0); // A check that reads nothing must not pass.
  expect(folders.filter((folder) => !names.includes(folder))).toEqual([]);
  expect(files.filter((path) => path.split("/").length < 3)).toEqual([]);
});

test("every file named as an exception exists and needs to be one", () => {
  const exceptions = names.flatMap((room) => {
    const touches = rooms[room]?.touches;
    return Array.isArray(touches) ? touches.map((file: string) => `src/${file}`) : [];
  });
  const touching = new Set(imports.filter(({ to }) => to.startsWith("node:")).map(({ from }) => from));
  expect(exceptions.filter((path) => !touching.has(path))).toEqual([]);
});

test("every room keeps to its neighbours", () => {
  expect(imports.length).toBeGreaterThan(20); // A check that reads nothing must not pass.
  expect(imports.map(complaint).filter((found) => found !== undefined)).toEqual([]);
});

test("one question never calls another", () => {
  const question = (path: string) => /^src\/questions\/([^/]+)\//.exec(path)?.[1];
  const between = imports.filter(
    ({ from, to }) => question(from) && question(to) && question(from) !== question(to),
  );
  expect(between).toEqual([]);
});

test("pure rooms reach for no global that leads outside", () => {
  const pure = files.filter((path) => !mayTouch(path) && !isTest(path));
  expect(pure.length).toBeGreaterThan(0); // A check that reads nothing must not pass.
  const found = pure.flatMap((path) =>
    withoutComments(sources.get(path)!)
      .split("\n")
      .flatMap((line, i) =>
        banned.filter(([word]) => word.test(line)).map(([, instead]) => `${path}:${i + 1}: ${instead}`),
      ),
  );
  expect(found).toEqual([]);
});

test("the text of a capability is taken apart in one place", () => {
  const taking = files.filter(
    (path) => !isTest(path) && /[iI]ndexOf\("\("\)/.test(withoutComments(sources.get(path)!)),
  );
  expect(taking.filter((path) => path !== "src/model/capability.ts")).toEqual([]);
});

test("the page knows the contract and the pure rooms only", () => {
  if (!existsSync("web")) return;
  const allowed = new Set([
    "src/server/contract.ts",
    ...names.filter((room) => rooms[room]!.touches !== "everything").map((room) => `src/${room}/index.ts`),
  ]);
  const found = readdirSync("web", { recursive: true, encoding: "utf8" })
    .filter((path) => /[.]tsx?$/.test(path))
    .map((path) => slashed(join("web", path)))
    .flatMap((from) =>
      [...readFileSync(from, "utf8").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"'\n]+)["']/g)].map(
        ([, to]) => ({ from, to: slashed(normalize(join(dirname(from), to!))) }),
      ),
    )
    .filter(({ to }) => to.startsWith("src/") && !allowed.has(to))
    .filter(({ from, to }) => `${from} ${to}` !== readerOfTheTold);
  expect(found).toEqual([]);
});

/** Runs when the page is built and never in it: the kit alone reads a told night (docs/decisions/0009). */
const readerOfTheTold = "web/data-plugin.ts src/testing/index.ts";

/** The page's folders are rooms too; what crosses two of them but is in no folder of its own is named by its files. */
interface PageRoom extends Pick<Room, "may use" | "purpose"> {
  readonly files?: readonly string[];
}
const pageRooms: Readonly<Record<string, PageRoom>> = existsSync("web/rooms.json")
  ? JSON.parse(readFileSync("web/rooms.json", "utf8"))
  : {};
const pageNames = Object.keys(pageRooms);
const pageFiles = (existsSync("web/src") ? readdirSync("web/src", { recursive: true, encoding: "utf8" }) : [])
  .map(slashed)
  .filter((path) => /[.]tsx?$/.test(path));

/** A file at the top that no room names is in none. */
const pageRoomOf = (path: string): string =>
  pageNames.find((room) => pageRooms[room]?.files?.includes(path)) ??
  (path.includes("/") ? path.split("/")[0]! : "");

test("every folder of the page is a room in web/rooms.json, with a purpose, and may use only rooms above it", () => {
  const wrong = pageNames.flatMap((room, rank) => {
    const { "may use": below, purpose, files: named = [] } = pageRooms[room]!; // `room` is a key of it.
    return [
      ...(pageFiles.some((path) => pageRoomOf(path) === room) ? [] : [`${room}: holds no file`]),
      ...named.filter((path) => !pageFiles.includes(path)).map((path) => `${room}: there is no ${path}`),
      ...(/^[A-Z][^.]*\.$/.test(purpose) ? [] : [`${room}: its purpose is not one sentence`]),
      ...below
        .filter((other) => !pageNames.slice(0, rank).includes(other))
        .map((other) => `${room}: may use ${other}, which does not stand above it in web/rooms.json`),
    ];
  });
  const homeless = pageFiles
    .filter((path) => !isTest(path) && !pageNames.includes(pageRoomOf(path)))
    .map((path) => `web/src/${path}: is in no room of web/rooms.json`);
  expect(pageFiles.length > 100 || !existsSync("web")).toBe(true); // A check that reads nothing must not pass.
  expect([...wrong, ...homeless]).toEqual([]);
});

test("every room of the page keeps to its neighbours, and needs each that it may use", () => {
  const used = new Set<string>();
  const wrong: string[] = [];
  for (const path of pageFiles.filter((each) => !isTest(each)))
    for (const [, to = ""] of readFileSync(`web/src/${path}`, "utf8").matchAll(
      /(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"'\n]+)["']/g,
    )) {
      const target = slashed(normalize(join(dirname(path), to)));
      const [here, there] = [pageRoomOf(path), pageRoomOf(target)];
      if (!/[.]tsx?$/.test(target) || target.startsWith("..") || here === there) continue;
      used.add(`${here} ${there}`);
      if (pageRooms[here]?.["may use"].includes(there) !== true)
        wrong.push(`${path}: ${here} may not use ${there} (${target})`);
    }
  const idle = pageNames.flatMap((room) =>
    pageRooms[room]!["may use"].filter((other) => !used.has(`${room} ${other}`)).map(
      (other) => `${room} ${other}`,
    ),
  );
  expect(used.size > 20 || !existsSync("web")).toBe(true);
  expect({ wrong, idle }).toEqual({ wrong: [], idle: [] });
});

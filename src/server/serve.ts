/**
 * Starts the server and says where it is. On this machine only, whatever it is told; on the usual port or, when that
 * is taken and nobody asked for it by number, on the next free one.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { dayOf } from "../model/index.ts";
import { application } from "./application.ts";
import { usualDataFolder } from "./data-folder.ts";
import { assertHere, CannotServe, closeAll, listen, urlOf } from "./listen.ts";
import { readPageFiles } from "./page-files.ts";
import { readServedCatalogue } from "./served-catalogue.ts";
import { type DataFolder, openDataFolder } from "./sqlite-file.ts";
import { thinkBeside } from "./thinking.ts";

export interface ServeOptions {
  /** Absent: PORT of the environment, else the usual one or one of the next. 0: any free one. */
  readonly port?: number;
  /** An address only this machine can reach; any other is refused. Absent: 127.0.0.1. */
  readonly host?: string;
  /** Names, beside `localhost` and addresses, by which a browser may call it. */
  readonly hosts?: readonly string[];
  readonly openBrowser?: boolean;
  /** Absent: those of this checkout or package. */
  readonly pageFolder?: string;
  readonly catalogFolder?: string;
  /** Where sealed records are kept. Absent: CHAINBREAK_DATA, else where this system has it; `false`: nothing is kept. */
  readonly dataFolder?: string | false;
}

export interface Serving {
  readonly url: string;
  /** Where it keeps sealed records, or why it keeps none. */
  readonly data: Kept;
  /** Stops listening and ends what is still open. */
  close(): Promise<void>;
}

export type Kept =
  | { readonly kind: "kept"; readonly folder: string }
  | { readonly kind: "none"; readonly why: string; readonly help: string };

const usualPort = 4020;

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export async function serve({
  port,
  host = "127.0.0.1",
  hosts = [],
  openBrowser = false,
  pageFolder = folder("dist-page"),
  catalogFolder,
  dataFolder = usualDataFolder({ platform: process.platform, env: process.env, home: homedir() }),
}: ServeOptions = {}): Promise<Serving> {
  assertHere(host);
  const catalog = readServedCatalogue(catalogFolder);
  const wanted = port ?? portOfEnvironment();
  const data: DataFolder = dataFolder === false ? toldNotTo : await openDataFolder(dataFolder);
  const beside = thinkBeside({ catalogFolder });
  const app = application({
    version: versionHere(),
    catalog,
    page: readPageFiles(pageFolder),
    hosts: [host, ...hosts],
    today: () => dayOf(new Date()),
    think: beside.think,
    ...(data.kind === "kept" ? { keeps: { store: data.store, kind: "sqlite" } } : {}),
  });
  const release = async () => {
    await beside.close();
    if (data.kind === "kept") await data.store.close();
  };
  const server = await listen(app.fetch, { host, wanted, usual: usualPort }).catch(async (fault: unknown) => {
    await release();
    throw fault;
  });
  const url = urlOf(server.address());
  if (openBrowser) open(url);
  return {
    url,
    data: data.kind === "kept" ? { kind: "kept", folder: data.folder } : data,
    close: async () => {
      await closeAll(server);
      await release();
    },
  };
}

const toldNotTo: DataFolder = {
  kind: "none",
  why: "it was told to keep nothing",
  help: "start it without --no-data",
};

function portOfEnvironment(): number | undefined {
  const text = process.env["PORT"];
  if (text === undefined || text === "") return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new CannotServe(`PORT is \`${text}\`, which is no port`, "use a number from 1 to 65535");
}

function open(url: string): void {
  const [program, ...words] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  const child = spawn(program ?? "", words, { stdio: "ignore", detached: true });
  child.on("error", () => {}); // No desktop, no browser: the address was printed.
  child.unref();
}

function versionHere(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(JSON.parse(text).version);
}

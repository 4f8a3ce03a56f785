/**
 * The service on a socket of this machine, until it is told to stop: then it takes nothing more, answers what it took and
 * lets go of the folder. The signal that asks for the configuration again changes keys without a stop.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assertHere, closeAll, listen, readPageFiles, urlOf } from "../server/index.ts";
import { openFolding } from "./folding.ts";
import { complaintLine, openWatch, readConfigurationFile, type Watch, type WatchOptions } from "./open.ts";

export interface ServeWatchOptions
  extends Pick<
    WatchOptions,
    "folder" | "version" | "mappings" | "shaping" | "configuration" | "basis" | "stateAfter" | "say"
  > {
  /** Absent: the usual one or one of the next. 0: any free one. */
  readonly port?: number;
  readonly host?: string;
  /** Names a proxy on this machine calls it by. */
  readonly hosts?: readonly string[];
  /** Absent: the one of this checkout or package. */
  readonly pageFolder?: string;
}

export interface ServingWatch {
  readonly url: string;
  /** The page was built: it is served at `/`. */
  readonly hasPage: boolean;
  readonly watch: Watch;
  /** Reads the configuration again; what cannot be read is said, and the old one stays. */
  reload(): void;
  close(): Promise<void>;
}

const usualPort = 4030;
/** How often the outbox is looked at; what is owed waits no longer than this before its first try. */
const webhookMilliseconds = 500;
/** Requests under way when it is told to stop: a commit takes milliseconds, a slow disk a second or two. */
const lastAnswersMilliseconds = 5_000;

export async function serveWatch(options: ServeWatchOptions): Promise<ServingWatch> {
  const { host = "127.0.0.1", hosts = [], port, say, folder } = options;
  assertHere(host);
  const page = readPageFiles(
    options.pageFolder ?? fileURLToPath(new URL("../../dist-page", import.meta.url)),
  );
  const watch = openWatch({
    ...options,
    program: programHere(),
    page,
    hosts: [host, ...hosts],
    now: () => Date.now(),
    clock: () => performance.now(),
    send: fetch,
  });
  const server = await listen(watch.app.fetch, { host, wanted: port, usual: usualPort }).catch(
    async (fault: unknown) => {
      await watch.close();
      throw fault;
    },
  );
  const folding = openFolding({ folder, say });
  let lastFault = "";
  /** What went by age, a piece each time. */
  const pass = async (): Promise<void> => watch.retention.passDue();
  const timer = setInterval(() => {
    // Nothing waits for it, and it never throws.
    void watch.traces.sendDue();
    // Whoever is under way is not begun again, and holds up no other.
    Promise.all([pass(), watch.webhooks.sendDue(), watch.signals.sendDue(), watch.fetched.fetchDue()])
      .then(() => {
        lastFault = "";
      })
      .catch((fault: unknown) => {
        // Said once: a disk that is full is so for longer than half a second.
        const said = `webhooks and signals: ${fault instanceof Error ? fault.message : String(fault)}`;
        if (said !== lastFault) say(said);
        lastFault = said;
      });
  }, webhookMilliseconds);
  return {
    url: urlOf(server.address()),
    hasPage: page.size > 0,
    watch,
    reload() {
      try {
        const { configuration, complaints } = readConfigurationFile(folder);
        for (const complaint of complaints) say(complaintLine(complaint));
        if (configuration === undefined) say("the configuration stays as it was");
        else watch.configure(configuration);
      } catch (fault) {
        say(`the configuration stays as it was: ${fault instanceof Error ? fault.message : String(fault)}`);
      }
    },
    async close() {
      clearInterval(timer);
      // Nothing new is let in; what is under way is answered, and only then the rest is cut.
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await folding.close();
      await watch.close();
      await Promise.race([
        Promise.all([closed, watch.traces.sendDue()]),
        new Promise((resolve) => setTimeout(resolve, lastAnswersMilliseconds).unref()),
      ]);
      await closeAll(server).catch(() => {}); // It may be closed already.
    },
  };
}

function programHere(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(JSON.parse(text).version);
}

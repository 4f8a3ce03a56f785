/**
 * Where this page keeps things: with its server, if that stores; else in the browser; else nowhere. Where something is
 * kept already goes before where something could be.
 */
import { headerId, type Store } from "../../../src/store/index.ts";
import { httpStore } from "./http-store.ts";
import { canKeepInBrowser, isKeptInBrowser } from "./kept-folder.ts";
import { type NoticedStore, withNotices } from "./notices.ts";
import { openOpfsStore } from "./opfs-store.ts";

export type Place = "server" | "browser" | "nowhere";

export interface Places {
  readonly place: Place;
  /** Whether a vault lies there. */
  readonly isKept: boolean;
  /** The server that keeps it does not answer now. */
  readonly isAway: boolean;
  /** The store; for the browser it is loaded when this is first asked. Undefined: nothing can be kept after all. */
  open(): Promise<NoticedStore | undefined>;
}

/** A server on this machine says at once whether it is there; a static host says something else at once. */
const healthMillisecondsMax = 3000;

/** `base`: the address of the page's folder. */
export async function findPlaces(base: string): Promise<Places> {
  // Without WebCrypto, which a browser gives to secure pages only, nothing can be sealed.
  if (!globalThis.isSecureContext) return nowhere;
  const server = (await serverStores(base)) ? httpStore(base) : undefined;
  if (server !== undefined && (await hasVault(server)) !== false)
    return at("server", true, async () => server);
  if (server === undefined && isServerRemembered())
    return { ...at("server", true, async () => httpStore(base)), isAway: true };
  if (await isKeptInBrowser()) {
    const browser = await openOpfsStore();
    if (browser !== undefined && (await hasVault(browser)) === true)
      return at("browser", true, async () => browser);
    if (server === undefined)
      return browser === undefined ? nowhere : at("browser", false, async () => browser);
    await browser?.close();
  }
  if (server !== undefined) return at("server", false, async () => server);
  return canKeepInBrowser() ? at("browser", false, openOpfsStore) : nowhere;
}

const nowhere: Places = { place: "nowhere", isKept: false, isAway: false, open: async () => undefined };

function at(place: Place, isKept: boolean, open: () => Promise<Store | undefined>): Places {
  let opened: Promise<NoticedStore | undefined> | undefined;
  return {
    place,
    isKept,
    isAway: false,
    open: () => {
      opened ??= open().then((store) => (store === undefined ? undefined : withNotices(store)));
      return opened;
    },
  };
}

/**
 * That a server keeps something is remembered in the browser, and nothing else is: the page opens without its server, and
 * must not look then as if nothing had ever been kept.
 */
const memoryName = "chainbreak: the server keeps something";

export function rememberServer(isKeeping: boolean): void {
  try {
    if (isKeeping) localStorage.setItem(memoryName, "yes");
    else localStorage.removeItem(memoryName);
  } catch {
    // A browser that remembers nothing: the page then asks as it does the first time.
  }
}

function isServerRemembered(): boolean {
  try {
    return localStorage.getItem(memoryName) !== null;
  } catch {
    return false;
  }
}

/** Undefined: it does not say just now. Then it is not passed over, for fear of a second vault beside the first. */
async function hasVault(store: Store): Promise<boolean | undefined> {
  try {
    return (await store.read(headerId)) !== undefined;
  } catch {
    return undefined;
  }
}

async function serverStores(base: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL("api/health", base), {
      cache: "no-store",
      signal: AbortSignal.timeout(healthMillisecondsMax),
    });
    if (!answer.ok) return false;
    const health: unknown = await answer.json();
    return typeof health === "object" && health !== null && "store" in health && health.store === "sqlite";
  } catch {
    return false; // No server of ours: a static host, or no network.
  }
}

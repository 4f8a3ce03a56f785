/**
 * Tabs that stay open between walks. A new context costs four times what a page loaded anew in an open tab does, so a
 * walk that is over leaves its tab to the next of the same language, emptied: the old document and its workers are gone,
 * nothing is stored, nothing is stubbed, and what the next one hears of the page is its own.
 */
import type { BrowserContext, CDPSession, Page } from "playwright-core";

/** What a page asked for and what went wrong in it, since somebody began to listen. */
export interface Heard {
  readonly requests: readonly string[];
  readonly faults: readonly string[];
}

export interface Tab {
  readonly page: Page;
  /** From now on, for whoever opens something here. */
  listen(): Heard;
}

export interface Tabs {
  /** One left by an earlier walk, emptied, or a new one. */
  take(): Promise<Tab>;
  /** Whoever took it needs it no longer. */
  leave(tab: Tab): void;
}

interface Kept extends Tab {
  readonly debug: CDPSession;
}

/** `neutral`: an address of the page's own origin where nothing of it runs. */
export function keepTabs(makeContext: () => Promise<BrowserContext>, neutral: string): Tabs {
  const free: Kept[] = [];
  return {
    async take() {
      for (let kept = free.pop(); kept !== undefined; kept = free.pop())
        if (!kept.page.isClosed()) return emptied(kept, neutral);
      const page = await (await makeContext()).newPage();
      return { ...tabOf(page), debug: await page.context().newCDPSession(page) };
    },
    leave(tab) {
      free.push(tab as Kept);
    },
  };
}

export function tabOf(page: Page): Tab {
  let requests: string[] = [];
  let faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return {
    page,
    listen() {
      [requests, faults] = [[], []];
      return { requests, faults };
    },
  };
}

/** Not by an empty page: that one has another process, and what it saves is lost again. */
async function emptied(kept: Kept, neutral: string): Promise<Kept> {
  const { page, debug } = kept;
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto(neutral);
  await page.evaluate("sessionStorage.clear()");
  await debug.send("Storage.clearDataForOrigin", {
    origin: new URL(neutral).origin,
    storageTypes: "all",
  });
  return kept;
}

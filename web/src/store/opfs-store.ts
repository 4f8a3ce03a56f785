/** The browser's own store, as the page sees it: a worker that is begun when this is first asked for. */
import { wrap } from "comlink";
import { type Store, StoreFault } from "../../../src/store/index.ts";
import { canKeepInBrowser } from "./kept-folder.ts";
import { type StoreDoor, storeBehind } from "./store-door.ts";

/** Longer than another tab's turn may take; then something is broken, and the page must say so. */
const answerMillisecondsMax = 20_000;

/** Undefined: this browser keeps nothing. Asks the store once, so that what it gives has worked. */
export async function openOpfsStore(): Promise<Store | undefined> {
  if (!canKeepInBrowser()) return undefined;
  const worker = new Worker(new URL("./opfs-worker.ts", import.meta.url), { type: "module" });
  const store = storeBehind(inTime(worker));
  try {
    await store.list();
  } catch (fault) {
    // Another tab is only slow; its store is there.
    if (fault instanceof StoreFault && fault.code === "busy") return store;
    worker.terminate();
    return undefined;
  }
  return store;
}

/** A worker that died, or never came up, answers nothing; whoever asked is told after a while. */
function inTime(worker: Worker): StoreDoor {
  const remote = wrap<StoreDoor>(worker);
  let broken: StoreFault | undefined;
  const breaks: ((fault: StoreFault) => void)[] = [];
  const fail = () => {
    broken = new StoreFault("unreachable", "the browser's database has stopped");
    for (const tell of breaks.splice(0)) tell(broken);
  };
  worker.addEventListener("error", fail);
  return {
    ask: (method, values) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken);
        breaks.push(reject);
        const late = setTimeout(
          () => reject(new StoreFault("unreachable", "the browser's database does not answer")),
          answerMillisecondsMax,
        );
        remote
          .ask(method, values)
          .then(resolve, reject)
          .finally(() => {
            clearTimeout(late);
            breaks.splice(breaks.indexOf(reject), 1);
          });
      }),
  };
}

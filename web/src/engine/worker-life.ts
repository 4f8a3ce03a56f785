/**
 * Whether a worker is still there. One that a browser ends for want of memory says nothing and answers nothing; but a lock
 * it holds is free again. So the worker holds one for life and the page waits for the same.
 */
import { type Remote, wrap } from "comlink";

/** In the worker. Resolves when the lock is held, and gives it back only with the worker's end. */
export function holdForLife(name: string): Promise<void> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => {
      resolve();
      return new Promise<never>(() => {});
    });
  });
}

/** In the page. Fails when the worker has ended or never began; `live` has it hold the lock of that name. */
function endOf(worker: Worker, live: (name: string) => Promise<void>): Promise<never> {
  const end = new Promise<never>((_, reject) => {
    const ended = () => reject(new Error("the worker has ended"));
    worker.addEventListener("error", ended);
    worker.addEventListener("messageerror", ended);
    // Locks are there where the page came by https, or from this machine.
    if (!("locks" in navigator)) return;
    const name = `chainbreak worker ${crypto.randomUUID()}`;
    void live(name).then(() => navigator.locks.request(name, ended));
  });
  end.catch(() => {}); // Whoever asks the worker hears of it.
  return end;
}

/** Asks a worker something; fails when the worker does or has ended. */
export interface Asking<Api> {
  <Value>(question: (worker: Remote<Api>) => Promise<Value>): Promise<Value>;
  /** Ends the worker, whatever it is doing; who waits for it hears `stopped`, and the next question begins another. */
  stop(): void;
}

/** What is heard from a worker that was ended on purpose. */
export const stopped: unique symbol = Symbol("stopped");

/** One worker, begun when it is first asked for something; after its end another. */
export function askOnDemand<Api extends { live: typeof holdForLife }>(begin: () => Worker): Asking<Api> {
  let begun: { readonly remote: Remote<Api>; readonly end: Promise<never>; stop(): void } | undefined;
  const here = () => {
    if (begun !== undefined) return begun;
    const worker = begin();
    const remote = wrap<Api>(worker);
    // `Remote` cannot see through a type that is still open: `live` is there, and asked it gives a promise.
    const { live } = remote as unknown as { live: (name: string) => Promise<void> };
    let stop = () => {};
    const stopping = new Promise<never>((_, reject) => {
      stop = () => {
        worker.terminate();
        reject(stopped);
      };
    });
    const end = Promise.race([stopping, endOf(worker, live)]);
    const now = { remote, end, stop };
    end.catch(() => {
      if (begun === now) begun = undefined;
    });
    begun = now;
    return begun;
  };
  const ask = <Value>(question: (worker: Remote<Api>) => Promise<Value>): Promise<Value> => {
    const { remote, end } = here();
    return Promise.race([question(remote), end]);
  };
  return Object.assign(ask, { stop: () => begun?.stop() });
}

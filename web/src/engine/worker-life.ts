/**
 * Whether a worker is still there. One that a browser ends for want of memory says nothing and answers nothing; but a lock
 * it holds is free again. So the worker holds one for life and the page waits for the same.
 */

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
export function endOf(worker: Worker, live: (name: string) => Promise<void>): Promise<never> {
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

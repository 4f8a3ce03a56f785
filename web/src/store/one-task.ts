/** A worker for one task, ended after it: what it was told is secret, and what it took was much. */
import { type Remote, wrap } from "comlink";

export async function oneTask<Door, Result>(
  worker: Worker,
  task: (door: Remote<Door>) => Promise<Result>,
): Promise<Result> {
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("a worker of the page does not start")));
  });
  try {
    return await Promise.race([task(wrap<Door>(worker)), broken]);
  } finally {
    worker.terminate();
  }
}

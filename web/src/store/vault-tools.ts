/** What the page hands a vault: the browser's chance, and Argon2 in a worker. */
import type { VaultTools } from "../../../src/store/index.ts";
import type { Argon2Door } from "./argon2-worker.ts";
import { oneTask } from "./one-task.ts";

export const vaultTools: VaultTools = {
  chance: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  argon2: (asked) =>
    oneTask<Argon2Door, Uint8Array<ArrayBuffer>>(
      new Worker(new URL("./argon2-worker.ts", import.meta.url), { type: "module" }),
      (door) => door.derive(asked),
    ),
};

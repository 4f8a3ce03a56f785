/** What the page hands a vault: the browser's chance, and Argon2 in a worker. */
import { wrap } from "comlink";
import type { VaultTools } from "../../../src/store/index.ts";
import type { Argon2Door } from "./argon2-worker.ts";

export const vaultTools: VaultTools = {
  chance: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  async argon2(asked) {
    const worker = new Worker(new URL("./argon2-worker.ts", import.meta.url), { type: "module" });
    try {
      const broken = new Promise<never>((_, reject) => {
        worker.addEventListener("error", () =>
          reject(new Error("the worker for passphrases does not start")),
        );
      });
      return await Promise.race([wrap<Argon2Door>(worker).derive(asked), broken]);
    } finally {
      // It has held the passphrase, and tens of megabytes.
      worker.terminate();
    }
  },
};

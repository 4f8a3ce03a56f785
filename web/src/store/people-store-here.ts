/** The one people store of this page, over what the browser has. Loaded when somebody first asks whose things are kept. */

import { draftIn } from "./draft.ts";
import { oneTask } from "./one-task.ts";
import { findPlaces, rememberServer } from "./open-store.ts";
import { askPasskey, makePasskey } from "./passkey.ts";
import { PeopleStore } from "./people-store.ts";
import type { SealedDoor } from "./sealed-worker.ts";
import { vaultTools } from "./vault-tools.ts";

const sealedWorker = () => new Worker(new URL("./sealed-worker.ts", import.meta.url), { type: "module" });

export const peopleStore: PeopleStore = new PeopleStore({
  findPlaces: () => findPlaces(new URL("./", location.href.replace(/#.*$/, "")).href),
  tools: vaultTools,
  passkeys: { make: makePasskey, ask: askPasskey },
  sealedFiles: {
    seal: (people, passphrase) =>
      oneTask<SealedDoor, string>(sealedWorker(), (door) => door.seal(people, passphrase)),
    open: (bytes, passphrase) =>
      oneTask<SealedDoor, Awaited<ReturnType<SealedDoor["open"]>>>(sealedWorker(), (door) =>
        door.open(bytes, passphrase),
      ),
  },
  draft: draftIn(() => sessionStorage),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  persist: async () => {
    await navigator.storage.persist().catch(() => false);
  },
  rememberServer,
});

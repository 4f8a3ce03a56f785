/**
 * Where a night is kept in this browser while it lasts: one record, written whole, and told as saved only when the
 * browser has put it on its disk. It is not sealed, for nobody should be kept from it by a passphrase at midnight; so no
 * secret has a field here, and it is erased with one touch.
 */
import type { Kept } from "./incident.ts";

const databaseName = "chainbreak-now";
const storeName = "incidents";

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(storeName, { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("the store is held by another tab"));
  }).catch((fault: unknown) => {
    opened = undefined;
    throw fault;
  });
  return opened;
}

async function inStore<Value>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await open();
  return new Promise((resolve, reject) => {
    // Strict: complete when it is on the disk, not when it is on its way.
    const transaction = database.transaction(storeName, mode, { durability: "strict" });
    const asked = act(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Resolves when it is on the disk. */
export const keep = async (kept: Kept): Promise<void> => {
  await inStore("readwrite", (store) => store.put(kept));
};

export const erase = async (id: string): Promise<void> => {
  await inStore("readwrite", (store) => store.delete(id));
};

/** All of them, the one begun last first. */
export async function readKept(): Promise<readonly Kept[]> {
  const found = await inStore("readonly", (store) => store.getAll() as IDBRequest<Kept[]>);
  return found.sort((a, b) => b.begunAt - a.begunAt);
}

/** In a page that came neither by https nor from this machine the browser makes no marks; then they are empty. */
export async function digestHere(text: string): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return "";
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

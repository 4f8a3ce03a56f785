/** What the page and the store's worker say to each other; faults travel as values, because errors lose their codes. */
import { type Store, StoreFault, type StoreFaultCode } from "../../../src/store/index.ts";

export type StoreMethod = keyof Store;

export interface StoreDoor {
  ask(method: StoreMethod, values: readonly unknown[]): Promise<DoorReply>;
}

export type DoorReply =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "fault"; readonly code: StoreFaultCode; readonly message: string };

/** A store on this side of the door; `open` is asked once, with the first question. */
export function doorOf(open: () => Promise<Store>): StoreDoor {
  let opened: Promise<Store> | undefined;
  return {
    async ask(method, values) {
      try {
        opened ??= open();
        const store = await opened;
        // The other side is storeBehind below, whose types are those of Store.
        const work = store[method] as (...values: readonly unknown[]) => Promise<unknown>;
        return { kind: "value", value: await work(...values) };
      } catch (fault) {
        // Another question may find it opens after all.
        if (opened !== undefined && (await opened.then(() => false).catch(() => true))) opened = undefined;
        return fault instanceof StoreFault
          ? { kind: "fault", code: fault.code, message: fault.message }
          : { kind: "fault", code: "unreachable", message: String(fault) };
      }
    },
  };
}

/** The store behind a door, wherever that is. */
export function storeBehind(door: StoreDoor): Store {
  const ask = async (method: StoreMethod, ...values: readonly unknown[]) => {
    const reply = await door.ask(method, values);
    if (reply.kind === "fault") throw new StoreFault(reply.code, reply.message);
    return reply.value;
  };
  return {
    list: async () => (await ask("list")) as Awaited<ReturnType<Store["list"]>>,
    read: async (id) => (await ask("read", id)) as Awaited<ReturnType<Store["read"]>>,
    write: async (writing) => (await ask("write", writing)) as Awaited<ReturnType<Store["write"]>>,
    remove: async (id, expects) => (await ask("remove", id, expects)) as Awaited<ReturnType<Store["remove"]>>,
    replace: async (records, expects) => void (await ask("replace", records, expects)),
    clear: async () => void (await ask("clear")),
    close: async () => void (await ask("close")),
  };
}

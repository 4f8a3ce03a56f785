/**
 * Tells the other tabs of this browser what was written, so that they show it. A notice carries an id and nothing else,
 * and is a hint: whoever missed one still loses no work, because a write made from an older version is refused.
 */
import type { Store } from "../../../src/store/index.ts";

/** An id, or everything. */
export type Notice = { readonly kind: "record"; readonly id: string } | { readonly kind: "all" };

export interface NoticedStore extends Store {
  /** Calls `listener` for what other tabs wrote; what it gives ends that. */
  onNotice(listener: (notice: Notice) => void): () => void;
}

const channelName = "chainbreak store";

export function withNotices(store: Store): NoticedStore {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(channelName) : undefined;
  const tell = (notice: Notice) => channel?.postMessage(notice);
  return {
    ...store,
    async write(writing) {
      const written = await store.write(writing);
      if (written.kind === "written") tell({ kind: "record", id: writing.id });
      return written;
    },
    async remove(id, expects) {
      const written = await store.remove(id, expects);
      if (written.kind === "written") tell({ kind: "record", id });
      return written;
    },
    async replace(records, expects) {
      await store.replace(records, expects);
      tell({ kind: "all" });
    },
    async clear() {
      await store.clear();
      tell({ kind: "all" });
    },
    async close() {
      channel?.close();
      await store.close();
    },
    onNotice(listener) {
      const hear = ({ data }: MessageEvent<Notice>) => listener(data);
      channel?.addEventListener("message", hear);
      return () => channel?.removeEventListener("message", hear);
    },
  };
}

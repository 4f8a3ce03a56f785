/** A store that forgets: for tests, for trying a backup before it is taken, and where a browser keeps nothing. */
import {
  assertId,
  assertReplaceable,
  assertRoom,
  assertUnchanged,
  assertWritable,
  type SealedRecord,
  type Store,
  StoreFault,
  type Written,
} from "./contract.ts";

export function memoryStore(): Store {
  let records = new Map<string, SealedRecord>();
  let isClosed = false;
  const assertOpen = () => {
    if (isClosed) throw new StoreFault("closed", "the store is closed");
  };
  const currentOf = (id: string) => records.get(id)?.version ?? "absent";
  const conflict = (id: string): Written => ({ kind: "conflict", current: currentOf(id) });

  return {
    async list() {
      assertOpen();
      return [...records.values()]
        .map(({ id, version }) => ({ id, version }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async read(id) {
      assertOpen();
      assertId(id);
      const record = records.get(id);
      return record === undefined ? undefined : copyOf(record);
    },
    async write(writing) {
      assertOpen();
      assertWritable(writing);
      const { id, version, sealed, expects } = writing;
      if (currentOf(id) !== expects) return conflict(id);
      const others = [...records.values()].filter((record) => record.id !== id);
      assertRoom(others.length + 1, bytesOf(others) + sealed.byteLength);
      records.set(id, copyOf({ id, version, sealed }));
      return { kind: "written", version };
    },
    async remove(id, expects) {
      assertOpen();
      assertId(id);
      if (currentOf(id) !== expects) return conflict(id);
      records.delete(id);
      return { kind: "written", version: expects };
    },
    async replace(replacement, expects) {
      assertOpen();
      assertReplaceable(replacement);
      assertUnchanged([...records.values()], expects);
      records = new Map(replacement.map((record) => [record.id, copyOf(record)]));
    },
    async clear() {
      assertOpen();
      records = new Map();
    },
    async close() {
      isClosed = true;
    },
  };
}

const bytesOf = (records: readonly SealedRecord[]) =>
  records.reduce((sum, { sealed }) => sum + sealed.byteLength, 0);

/** Whoever handed the bytes in, or got them, may change theirs. */
const copyOf = ({ id, version, sealed }: SealedRecord): SealedRecord => ({
  id,
  version,
  sealed: sealed.slice(),
});

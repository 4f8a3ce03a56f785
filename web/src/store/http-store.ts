/**
 * The store of the server this page came from. What is sent is sealed already; what comes is as it was sent.
 *
 * A lost answer to a write is a fault and no promise that nothing was written; the vault above finds out by reading.
 */
import type { z } from "zod";
import type {
  ComplaintsAnswer,
  conflictShape,
  recordHeadsShape,
  sealedRecordShape,
  writtenShape,
} from "../../../src/server/contract.ts";
import {
  assertReplaceable,
  assertWritable,
  fromBase64,
  recordIdPattern,
  type Store,
  StoreFault,
  type StoreFaultCode,
  toBase64,
  type Written,
} from "../../../src/store/index.ts";

/** As the browser's own; a test hands in the application without a socket. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** The server is on this machine; one that needs longer is not going to answer. */
const answerMillisecondsMax = 10_000;
/** Everything at once, on a slow disk. */
const replacingMillisecondsMax = 60_000;

/** `base`: the address the API hangs under, ending in a slash; as a rule the page's own. */
export function httpStore(
  base: string,
  fetch: Fetch = (address, init) => globalThis.fetch(address, init),
): Store {
  let isClosed = false;
  const ask = async (asked: Asked): Promise<Response> => {
    if (isClosed) throw new StoreFault("closed", "the store is closed");
    const { method, path, headers = {}, body, millisecondsMax = answerMillisecondsMax } = asked;
    try {
      return await fetch(new URL(path, base).href, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        cache: "no-store",
        credentials: "same-origin",
        signal: AbortSignal.timeout(millisecondsMax),
      });
    } catch (cause) {
      throw new StoreFault("unreachable", "the server does not answer", { cause });
    }
  };
  const written = async (answer: Response): Promise<Written> => {
    if (answer.status === 412) return gotten<z.output<typeof conflictShape>>(answer);
    return gotten<z.output<typeof writtenShape>>(await good(answer));
  };

  return {
    async list() {
      const answer = await good(await ask({ method: "GET", path: "api/store" }));
      return (await gotten<z.output<typeof recordHeadsShape>>(answer)).records;
    },
    async read(id) {
      const answer = await ask({ method: "GET", path: pathOf(id) });
      if (answer.status === 204) return undefined;
      const { version, sealed } = await gotten<z.output<typeof sealedRecordShape>>(await good(answer));
      const bytes = fromBase64(sealed);
      if (bytes === undefined) throw new StoreFault("unreachable", "the server's answer cannot be read");
      return { id, version, sealed: bytes };
    },
    async write(writing) {
      assertWritable(writing);
      const { id, version, sealed, expects } = writing;
      const headers: Record<string, string> =
        expects === "absent" ? { "If-None-Match": "*" } : { "If-Match": `"${expects}"` };
      const body = { version, sealed: toBase64(sealed) };
      return written(await ask({ method: "PUT", path: pathOf(id), headers, body }));
    },
    async remove(id, expects) {
      const headers = { "If-Match": `"${expects}"` };
      return written(await ask({ method: "DELETE", path: pathOf(id), headers }));
    },
    async replace(records, expects) {
      assertReplaceable(records);
      const sealed = records.map((record) => ({ ...record, sealed: toBase64(record.sealed) }));
      const body = { records: sealed, ...(expects === undefined ? {} : { expects }) };
      const millisecondsMax = replacingMillisecondsMax;
      await good(await ask({ method: "PUT", path: "api/store", body, millisecondsMax }));
    },
    async clear() {
      await good(await ask({ method: "DELETE", path: "api/store" }));
    },
    async close() {
      isClosed = true;
    },
  };
}

interface Asked {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly millisecondsMax?: number;
}

/** An id that is none must not become part of an address. */
function pathOf(id: string): string {
  if (!recordIdPattern.test(id)) throw new StoreFault("refused", "this is no id of a record");
  return `api/store/${id}`;
}

async function good(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const code = await codeOf(answer);
  throw new StoreFault(
    faults[code ?? ""] ?? "unreachable",
    `the server refuses: ${answer.status} ${code ?? ""}`,
  );
}

const faults: Readonly<Record<string, StoreFaultCode>> = {
  "server/wrong-shape": "refused",
  "server/store-full": "full",
  "server/too-large": "full",
  "server/store-busy": "busy",
};

async function codeOf(answer: Response): Promise<string | undefined> {
  try {
    const { complaints } = (await answer.json()) as Partial<ComplaintsAnswer>; // Looked at with care below.
    return complaints?.[0]?.code;
  } catch {
    return undefined; // No answer of our server's; its status is told.
  }
}

/** The server is held to its shapes by src/server/store-routes.test.ts; what is sealed proves itself when it is opened. */
async function gotten<Shape>(answer: Response): Promise<Shape> {
  try {
    return (await answer.json()) as Shape;
  } catch (cause) {
    throw new StoreFault("unreachable", "the server's answer cannot be read", { cause });
  }
}

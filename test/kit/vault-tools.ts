/** What a vault is handed in tests: chance from a seed, and an Argon2 that costs next to nothing; and what it says when it refuses. */
import { argon2id } from "@noble/hashes/argon2.js";
import { Complaint } from "../../src/model/index.ts";
import { type Argon2Asked, type Bytes, StoreFault, type VaultTools } from "../../src/store/index.ts";

/** Cheap; what it really costs is measured in the page. */
const cost = { memoryKiB: 64, passes: 1 };

export function toolsFrom(seed: number): VaultTools {
  let state = seed >>> 0;
  const byte = () => {
    // xorshift32: enough for bytes that differ, and the same ones each time.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 255;
  };
  state ||= 1;
  return { chance: (bytes) => Uint8Array.from({ length: bytes }, byte), argon2, cost };
}

export async function argon2({ passphrase, salt, memoryKiB, passes }: Argon2Asked): Promise<Bytes> {
  return Uint8Array.from(argon2id(passphrase, salt, { m: memoryKiB, t: passes, p: 1, dkLen: 32 }));
}

/** What this complains of, or the fault of the store; `none` when it is done. */
export async function complaintOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Complaint) return `${thrown.code} ${thrown.where}`;
    if (thrown instanceof StoreFault) return thrown.code;
    throw thrown;
  }
  return "none";
}

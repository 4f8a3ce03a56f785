/** Argon2id beside the page, which must not stand still while a passphrase is tried. */
import { argon2id } from "@noble/hashes/argon2.js";
import { expose } from "comlink";
import type { Argon2Asked, Bytes } from "../../../src/store/index.ts";

const keyBytes = 32;

const door = {
  derive: ({ passphrase, salt, memoryKiB, passes }: Argon2Asked): Bytes =>
    Uint8Array.from(argon2id(passphrase, salt, { m: memoryKiB, t: passes, p: 1, dkLen: keyBytes })),
};
export type Argon2Door = typeof door;

expose(door);

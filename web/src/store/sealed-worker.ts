/** Sealing and opening beside the page; scrypt takes a second or two. */
import { expose } from "comlink";
import type { ComplaintCode } from "../../../src/model/index.ts";
import { openSealedPeople, sealPeople } from "./sealed-file.ts";

const door = {
  seal: sealPeople,
  /** A complaint crosses as its code: the page has words of its own for it. */
  async open(bytes: Uint8Array, passphrase: string): Promise<SealedReply> {
    const read = await openSealedPeople(bytes, { passphrase, file: "sealed file" });
    return read.kind === "people" ? read : { kind: "refused", code: read.complaint.code };
  },
};
export type SealedDoor = typeof door;

export type SealedReply =
  | { readonly kind: "people"; readonly people: readonly unknown[] }
  | { readonly kind: "refused"; readonly code: ComplaintCode };

expose(door);

/**
 * A vault over a store: what goes in is sealed before it reaches the store, and what comes out was sealed here.
 *
 * One data key, drawn by chance, seals every record, and each record is bound to the vault, its id and its version: one
 * put in another's place, or an older one under a newer number, does not open. An older record under its own number is
 * noticed by whoever has seen the newer one, and by nobody else; see docs/decisions/0007-the-store.md.
 *
 * The data key is wrapped once for each way to open the vault (keys.ts), so a new passphrase seals nothing anew. The
 * other side of that: who has an old backup and the old passphrase has the key.
 */
import { Complaint } from "../model/index.ts";
import { type Bytes, bytesOf, isSame, jsonOf, textOf } from "./bytes.ts";
import { type RecordHead, type SealedRecord, type Store, StoreFault } from "./contract.ts";
import { type Header, headerId, printHeader, readHeader, type Slot, slotsMax, usualCost } from "./header.ts";
import {
  dataKeyBytes,
  idFrom,
  passphraseSecret,
  unwrap,
  type VaultTools,
  type Way,
  type WayRefusal,
  wrap,
} from "./keys.ts";
import { judgePassphrase, type PassphraseRefusal } from "./passphrase.ts";
import { drawRecoveryCode } from "./recovery-code.ts";
import { type Chance, seal, sealingKey, unseal } from "./seal.ts";

/** What is kept: anything JSON can say. Whoever reads it checks its shape. */
export type Kept = unknown;

export interface KeptRecord {
  readonly value: Kept;
  readonly version: number;
}

/** A way to open the vault, without its secrets. */
export interface WayThere {
  readonly id: string;
  readonly kind: "passphrase" | "recovery" | "passkey";
}

export interface Vault {
  /** Ids of all records, sorted; what they are about stands inside them. */
  ids(): Promise<readonly string[]>;
  /** The same with their versions, so that whoever knows one need not read it again. */
  heads(): Promise<readonly RecordHead[]>;
  newId(): string;
  /** Undefined when there is none. Throws a `Complaint` when it is not what was sealed here. */
  read(id: string): Promise<KeptRecord | undefined>;
  /**
   * Puts `change` of what is there in its place; `undefined` removes it. When somebody else was faster, `change` is asked
   * again with what they left, so it must be pure; one that gives back the very object it got writes nothing. Gives what
   * is there in the end.
   */
  update(id: string, change: (before: Kept | undefined) => Kept | undefined): Promise<Kept | undefined>;
  ways(): Promise<readonly WayThere[]>;
  /** Costs two Argon2. */
  changePassphrase(asked: { readonly current: string; readonly next: string }): Promise<PassphraseChanged>;
  /** Without the current one: for whoever came in by a recovery code. */
  setPassphrase(next: string): Promise<PassphraseChanged>;
  /** The old code opens nothing any more. Show the new one once. */
  newRecoveryCode(): Promise<string>;
  addPasskey(passkey: {
    readonly credential: Bytes;
    readonly input: Bytes;
    readonly secret: Bytes;
  }): Promise<void>;
  /** The passphrase stays, so nobody locks themselves out by it. */
  removePasskey(id: string): Promise<void>;
  /** Whether this opens the vault; costs one Argon2. */
  proves(passphrase: string): Promise<boolean>;
  /**
   * Puts all that is here in the place of all that is kept in another store, sealed anew under new versions, at once or
   * not at all. Every record that does not open is complained of, and then nothing is moved.
   */
  moveTo(store: Store): Promise<Moved>;
  /** Forgets the key; everything above is refused from then on. */
  lock(): void;
}

export type Moved =
  | { readonly kind: "moved"; readonly vault: Vault }
  | { readonly kind: "complaints"; readonly complaints: readonly Complaint[] };

export type PassphraseChanged =
  | { readonly kind: "changed" }
  | { readonly kind: "wrong-passphrase" }
  | { readonly kind: "refused"; readonly why: PassphraseRefusal };

export type Created =
  | { readonly kind: "created"; readonly vault: Vault; readonly recoveryCode: string }
  | { readonly kind: "refused"; readonly why: PassphraseRefusal }
  /** Another tab made one meanwhile. */
  | { readonly kind: "there-is-one" };

export type Opened =
  | { readonly kind: "opened"; readonly vault: Vault }
  | { readonly kind: "refused"; readonly why: WayRefusal }
  | { readonly kind: "there-is-none" };

export interface VaultParts {
  readonly store: Store;
  readonly tools: VaultTools;
}

export interface Creating extends VaultParts {
  readonly passphrase: string;
}

export async function createVault({ store, tools, passphrase }: Creating): Promise<Created> {
  const judged = judgePassphrase(passphrase);
  if (judged.kind === "refused") return judged;
  if ((await store.read(headerId)) !== undefined) return { kind: "there-is-one" };
  const dataKey = tools.chance(dataKeyBytes);
  const vault = idFrom(tools.chance);
  const { secret, text: recoveryCode } = await drawRecoveryCode(tools.chance);
  const slots = [
    await wrap(dataKey, { vault, kind: passphraseKind(tools), secret: passphraseSecret(passphrase) }, tools),
    await wrap(dataKey, { vault, kind: { kind: "recovery" }, secret }, tools),
  ];
  const version = firstVersion(tools.chance);
  const sealed = await printHeader({ vault, slots });
  const written = await store.write({ id: headerId, version, sealed, expects: "absent" });
  if (written.kind === "conflict") return { kind: "there-is-one" };
  return { kind: "created", vault: await vaultOver({ store, tools, vault, dataKey }), recoveryCode };
}

/** Throws a `Complaint` when the way to the key is damaged. */
export async function openVault({ store, tools }: VaultParts, way: Way): Promise<Opened> {
  const record = await store.read(headerId);
  if (record === undefined) return { kind: "there-is-none" };
  const header = await readHeader(record.sealed, storeName);
  const unwrapped = await unwrap(header, way, tools);
  if (unwrapped.kind === "refused") return unwrapped;
  const { dataKey } = unwrapped;
  return { kind: "opened", vault: await vaultOver({ store, tools, vault: header.vault, dataKey }) };
}

/** Which passkeys open what is kept there, and what to ask them; empty when nothing is. */
export async function passkeysOf(
  store: Store,
): Promise<readonly { readonly id: string; readonly credential: Bytes; readonly input: Bytes }[]> {
  const record = await store.read(headerId);
  if (record === undefined) return [];
  const { slots } = await readHeader(record.sealed, storeName);
  return slots.flatMap((slot) =>
    slot.kind === "passkey" ? [{ id: slot.id, credential: slot.credential, input: slot.input }] : [],
  );
}

const passphraseKind = ({ cost = usualCost }: VaultTools) => ({ kind: "passphrase", ...cost }) as const;

/** How a record is named in complaints: `store:vault`. */
const storeName = "store";

/** So that a record removed and made again has a number nobody has seen. */
function firstVersion(chance: Chance): number {
  return chance(5).reduce((number, byte) => number * 256 + byte, 0) + 1;
}

/** Somebody who loses this often against others is not losing by chance. */
const triesMax = 50;
/** Lengths are told to the store in steps of this, so that a word more or less does not show. */
const stepBytes = 1024;

interface VaultInside extends VaultParts {
  readonly vault: string;
  readonly dataKey: Bytes;
}

async function vaultOver({ store, tools, vault, dataKey }: VaultInside): Promise<Vault> {
  const key = await sealingKey(dataKey);
  const seen = new Map<string, number>();
  /** Writes whose answer got lost: they may have been done. */
  const unsure = new Map<
    string,
    { readonly sealed: Bytes; readonly change: unknown; readonly value: Kept }
  >();
  let isLocked = false;
  const assertOpen = () => {
    if (isLocked) throw new StoreFault("closed", "the vault is locked");
  };

  const readRecord = async (id: string): Promise<(KeptRecord & { readonly sealed: Bytes }) | undefined> => {
    assertOpen();
    const record = await store.read(id);
    if (record === undefined) return undefined;
    if (record.version < (seen.get(id) ?? 0)) throw older(id);
    const plain = await unseal(record.sealed, { key, binding: bindingOf(vault, record) });
    const text = plain === undefined ? undefined : textOf(plain);
    if (text === undefined) throw damaged(id);
    seen.set(id, record.version);
    return { value: jsonOf(text), version: record.version, sealed: record.sealed };
  };

  const sealed = (value: Kept, head: RecordHead) =>
    seal(padded(value), { key, binding: bindingOf(vault, head) }, tools.chance);

  const update: Vault["update"] = async (id, change) => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const before = await readRecord(id);
      const lost = unsure.get(id);
      if (lost !== undefined) {
        unsure.delete(id);
        const isDone = before !== undefined && isSame(lost.sealed, before.sealed);
        if (isDone && lost.change === change) return lost.value;
      }
      const value = change(before?.value);
      if (value === undefined) {
        if (before === undefined) return undefined;
        if ((await store.remove(id, before.version)).kind === "written") return undefined;
        continue;
      }
      if (before !== undefined && value === before.value) return value;
      // What is gone may have been erased with its vault; nothing of it comes back into another.
      if (before === undefined) await headerNow();
      const version = before === undefined ? firstVersion(tools.chance) : before.version + 1;
      const bytes = await sealed(value, { id, version });
      try {
        const expects = before?.version ?? "absent";
        if ((await store.write({ id, version, sealed: bytes, expects })).kind === "conflict") continue;
      } catch (cause) {
        unsure.set(id, { sealed: bytes, change, value });
        throw cause;
      }
      seen.set(id, version);
      return value;
    }
    throw new StoreFault("busy", "others write here without a pause");
  };

  /** What is asked of the header is asked again when somebody else changed it meanwhile. */
  const changeSlots = async (change: (slots: readonly Slot[]) => readonly Slot[]): Promise<void> => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const { header, version } = await headerNow();
      const slots = change(header.slots);
      if (slots.length > slotsMax) throw new StoreFault("full", `more than ${slotsMax} ways to open it`);
      const written = await store.write({
        id: headerId,
        version: version + 1,
        sealed: await printHeader({ vault, slots }),
        expects: version,
      });
      if (written.kind === "written") return;
    }
    throw new StoreFault("busy", "others write here without a pause");
  };
  const headerNow = async (): Promise<{ readonly header: Header; readonly version: number }> => {
    assertOpen();
    const record = await store.read(headerId);
    // Erased, or another vault was made here meanwhile: this one is no more.
    if (record === undefined) throw new StoreFault("closed", "what was kept here is gone");
    const header = await readHeader(record.sealed, storeName);
    if (header.vault !== vault) throw new StoreFault("closed", "something else is kept here now");
    return { header, version: record.version };
  };

  const setPassphrase = async (next: string): Promise<PassphraseChanged> => {
    const judged = judgePassphrase(next);
    if (judged.kind === "refused") return judged;
    const kind = passphraseKind(tools);
    const slot = await wrap(dataKey, { vault, kind, secret: passphraseSecret(next) }, tools);
    await changeSlots((slots) => [slot, ...slots.filter((other) => other.kind !== "passphrase")]);
    return { kind: "changed" };
  };
  const proves = async (passphrase: string): Promise<boolean> => {
    const { header } = await headerNow();
    return (await unwrap(header, { kind: "passphrase", passphrase }, tools)).kind === "key";
  };

  const heads = async () => {
    assertOpen();
    return (await store.list()).filter(({ id }) => id !== headerId);
  };

  return {
    ids: async () => (await heads()).map(({ id }) => id),
    heads,
    newId: () => idFrom(tools.chance),
    async read(id) {
      const record = await readRecord(id);
      return record === undefined ? undefined : { value: record.value, version: record.version };
    },
    update,
    async ways() {
      const { header } = await headerNow();
      return header.slots.map(({ id, kind }) => ({ id, kind }));
    },
    async changePassphrase({ current, next }) {
      const judged = judgePassphrase(next);
      if (judged.kind === "refused") return judged;
      return (await proves(current)) ? setPassphrase(next) : { kind: "wrong-passphrase" };
    },
    setPassphrase,
    async newRecoveryCode() {
      assertOpen();
      const { secret, text } = await drawRecoveryCode(tools.chance);
      const slot = await wrap(dataKey, { vault, kind: { kind: "recovery" }, secret }, tools);
      await changeSlots((slots) => [...slots.filter(({ kind }) => kind !== "recovery"), slot]);
      return text;
    },
    async addPasskey({ credential, input, secret }) {
      assertOpen();
      const slot = await wrap(
        dataKey,
        { vault, kind: { kind: "passkey", credential, input }, secret },
        tools,
      );
      await changeSlots((slots) => [...slots, slot]);
    },
    removePasskey: (id) =>
      changeSlots((slots) => slots.filter((slot) => slot.id !== id || slot.kind !== "passkey")),
    proves,
    async moveTo(other) {
      const { header } = await headerNow();
      const complaints: Complaint[] = [];
      const records: SealedRecord[] = [
        { id: headerId, version: firstVersion(tools.chance), sealed: await printHeader(header) },
      ];
      for (const { id } of await store.list()) {
        if (id === headerId) continue;
        try {
          const record = await readRecord(id);
          if (record === undefined) continue;
          const version = firstVersion(tools.chance);
          records.push({ id, version, sealed: await sealed(record.value, { id, version }) });
        } catch (cause) {
          if (!(cause instanceof Complaint)) throw cause;
          complaints.push(cause);
        }
      }
      if (complaints.length > 0) return { kind: "complaints", complaints };
      await other.replace(records);
      // The key is copied, because this vault's own copy is wiped when it is locked.
      return {
        kind: "moved",
        vault: await vaultOver({ store: other, tools, vault, dataKey: dataKey.slice() }),
      };
    },
    lock() {
      isLocked = true;
      dataKey.fill(0);
    },
  };
}

const bindingOf = (vault: string, { id, version }: RecordHead) =>
  ["chainbreak record", vault, id, version].join("\n");

function padded(value: Kept): Bytes {
  const bytes = bytesOf(JSON.stringify(value));
  const whole = new Uint8Array(Math.ceil(bytes.length / stepBytes) * stepBytes).fill(0x20);
  whole.set(bytes);
  return whole;
}

const damaged = (id: string) =>
  new Complaint({
    code: "store/damaged-record",
    place: { file: `${storeName}:${id}` },
    message: "this record is damaged, or was not sealed here",
    help: "restore a backup; the other records are not touched by it",
  });

const older = (id: string) =>
  new Complaint({
    code: "store/older-record",
    place: { file: `${storeName}:${id}` },
    message: "this record is older than one that was here before",
    help: "if you have just restored a backup, load the page again; if not, somebody changed the store",
  });

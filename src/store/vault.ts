/**
 * A vault over a store: what goes in is sealed before it reaches the store, and what comes out was sealed here.
 *
 * One data key, drawn by chance, seals every record, and each record is bound to the vault, its id and its version: one
 * put in another's place, or an older one under a newer number, does not open. The header is proved under the same key.
 * An older record or header under its own number is noticed by whoever has seen the newer one (versions.ts), and by
 * nobody else; see docs/decisions/0015-nothing-left-behind.md.
 *
 * The data key is wrapped once for each way to open the vault (keys.ts), so a new passphrase seals nothing anew. The
 * other side of that: who has an old backup and the old passphrase has the key, until it is renewed.
 */
import { Complaint } from "../model/index.ts";
import { type Bytes, bytesOf, isSame, jsonOf, textOf } from "./bytes.ts";
import { type RecordHead, type SealedRecord, type Store, StoreFault } from "./contract.ts";
import {
  assertProved,
  type Header,
  headerId,
  printHeader,
  provedVaultPrefix,
  readHeader,
  type Slot,
  slotsMax,
  usualCost,
} from "./header.ts";
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
import { provingKey, type SealingKey, seal, sealingKey, unseal } from "./seal.ts";
import { above, type SeenVersions, seenVersions, storeName } from "./versions.ts";

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
   * A new data key, under this passphrase: every record is sealed anew, all at once or none, so that who had the old key
   * (an old backup and its passphrase) opens nothing that is kept from now on. The other ways end with it: there is a new
   * recovery code, to be shown once, and passkeys are added again. This vault is locked; go on with the one it gives.
   * Costs an Argon2.
   */
  renewKey(passphrase: string): Promise<Renewed>;
  /**
   * Puts all that is here in the place of all that is kept in another store, sealed anew under new versions, at once or
   * not at all. Every record that does not open is complained of, and then nothing is moved.
   */
  moveTo(there: VaultParts): Promise<Moved>;
  /** Forgets the key; everything above is refused from then on. */
  lock(): void;
}

export type Moved =
  | { readonly kind: "moved"; readonly vault: Vault }
  | { readonly kind: "complaints"; readonly complaints: readonly Complaint[] };

export type Renewed =
  | { readonly kind: "renewed"; readonly vault: Vault; readonly recoveryCode: string }
  | { readonly kind: "refused"; readonly why: PassphraseRefusal }
  /** Records that do not open; nothing was changed. */
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
  const judged = await judgePassphrase(passphrase);
  if (judged.kind === "refused") return judged;
  if ((await store.read(headerId)) !== undefined) return { kind: "there-is-one" };
  const { inside, slots, recoveryCode } = await newKey({ store, tools, passphrase });
  const version = above(0, tools.chance);
  const sealed = await printHeader(
    { vault: inside.vault, slots, highest: 0 },
    { version, key: inside.proving },
  );
  const written = await store.write({ id: headerId, version, sealed, expects: "absent" });
  if (written.kind === "conflict") return { kind: "there-is-one" };
  return { kind: "created", vault: vaultOver(inside), recoveryCode };
}

/** Throws a `Complaint` when the way to the key is damaged, or was put together by somebody without the key. */
export async function openVault({ store, tools }: VaultParts, way: Way): Promise<Opened> {
  const record = await store.read(headerId);
  if (record === undefined) return { kind: "there-is-none" };
  const read = await readHeader(record.sealed, storeName);
  const unwrapped = await unwrap(read.header, way, tools);
  if (unwrapped.kind === "refused") return unwrapped;
  const inside = await insideOf({ store, tools, vault: read.header.vault, dataKey: unwrapped.dataKey });
  await assertProved(read, { version: record.version, key: inside.proving, file: storeName });
  await inside.seen.asking(headerId).found(record.version);
  return { kind: "opened", vault: vaultOver(inside) };
}

/** Which passkeys open what is kept there, and what to ask them; empty when nothing is. */
export async function passkeysOf(
  store: Store,
): Promise<readonly { readonly id: string; readonly credential: Bytes; readonly input: Bytes }[]> {
  const record = await store.read(headerId);
  if (record === undefined) return [];
  const { header } = await readHeader(record.sealed, storeName);
  return header.slots.flatMap((slot) =>
    slot.kind === "passkey" ? [{ id: slot.id, credential: slot.credential, input: slot.input }] : [],
  );
}

const passphraseKind = ({ cost = usualCost }: VaultTools) => ({ kind: "passphrase", ...cost }) as const;

/** Somebody who loses this often against others is not losing by chance. */
const triesMax = 50;
/** Lengths are told to the store in steps of this, so that a word more or less does not show. */
const stepBytes = 1024;

/** A vault that is open: its keys, and what was seen of it. */
interface VaultInside extends VaultParts {
  readonly vault: string;
  readonly dataKey: Bytes;
  readonly sealing: SealingKey;
  readonly proving: SealingKey;
  readonly seen: SeenVersions;
}

async function insideOf(
  opened: VaultParts & { readonly vault: string; readonly dataKey: Bytes },
): Promise<VaultInside> {
  const { vault, dataKey, tools } = opened;
  return {
    ...opened,
    sealing: await sealingKey(dataKey),
    proving: await provingKey(dataKey, `chainbreak header ${vault}`),
    seen: await seenVersions(vault, tools.memory),
  };
}

/** A data key nobody has seen, and the two ways every vault has. */
async function newKey({ store, tools, passphrase }: Creating) {
  const dataKey = tools.chance(dataKeyBytes);
  const vault = `${provedVaultPrefix}${idFrom(tools.chance)}`;
  const { secret, text: recoveryCode } = await drawRecoveryCode(tools.chance);
  const slots = [
    await wrap(dataKey, { vault, kind: passphraseKind(tools), secret: passphraseSecret(passphrase) }, tools),
    await wrap(dataKey, { vault, kind: { kind: "recovery" }, secret }, tools),
  ];
  return { inside: await insideOf({ store, tools, vault, dataKey }), slots, recoveryCode };
}

function vaultOver(inside: VaultInside): Vault {
  const { store, tools, vault, dataKey, seen } = inside;
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
    const asking = seen.asking(id);
    const record = await store.read(id);
    if (record === undefined) {
      await asking.foundNone();
      return undefined;
    }
    const value = await opened(record, inside);
    await asking.found(record.version);
    return { value, version: record.version, sealed: record.sealed };
  };

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
        await noteRemoval(before.version);
        if ((await store.remove(id, before.version)).kind === "conflict") continue;
        await seen.removed(id, before.version);
        return undefined;
      }
      if (before !== undefined && value === before.value) return value;
      const version = before === undefined ? await firstVersion() : before.version + 1;
      const bytes = await sealed(value, { id, version }, inside);
      try {
        const expects = before?.version ?? "absent";
        if ((await store.write({ id, version, sealed: bytes, expects })).kind === "conflict") continue;
      } catch (cause) {
        unsure.set(id, { sealed: bytes, change, value });
        throw cause;
      }
      await seen.wrote(id, version);
      return value;
    }
    throw new StoreFault("busy", "others write here without a pause");
  };

  const headerNow = async (): Promise<{ readonly header: Header; readonly version: number }> => {
    assertOpen();
    const asking = seen.asking(headerId);
    const record = await store.read(headerId);
    // Erased, or another vault was made here meanwhile: this one is no more.
    if (record === undefined) throw new StoreFault("closed", "what was kept here is gone");
    const read = await readHeader(record.sealed, storeName);
    if (read.header.vault !== vault) throw new StoreFault("closed", "something else is kept here now");
    await assertProved(read, { version: record.version, key: inside.proving, file: storeName });
    await asking.found(record.version);
    return { header: read.header, version: record.version };
  };
  /** What is asked of the header is asked again when somebody else changed it meanwhile. */
  const changeHeader = async (change: (header: Header) => Header): Promise<void> => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const { header, version: before } = await headerNow();
      const changed = change(header);
      if (changed === header) return;
      if (changed.slots.length > slotsMax)
        throw new StoreFault("full", `more than ${slotsMax} ways to open it`);
      const version = before + 1;
      const printed = await printHeader(changed, { version, key: inside.proving });
      const written = await store.write({ id: headerId, version, sealed: printed, expects: before });
      if (written.kind === "written") return seen.wrote(headerId, version);
    }
    throw new StoreFault("busy", "others write here without a pause");
  };
  const changeSlots = (change: (slots: readonly Slot[]) => readonly Slot[]) =>
    changeHeader((header) => ({ ...header, slots: change(header.slots) }));
  /** Noted before it is removed, so that at no moment something could be made below it. */
  const noteRemoval = (version: number) =>
    changeHeader((header) => (header.highest >= version ? header : { ...header, highest: version }));
  /** What is gone may have been erased with its vault; nothing of it comes back into another: hence the header. */
  const firstVersion = async () => above((await headerNow()).header.highest, tools.chance);

  const setPassphrase = async (next: string): Promise<PassphraseChanged> => {
    const judged = await judgePassphrase(next);
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
  const lock = () => {
    isLocked = true;
    dataKey.fill(0);
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
      const judged = await judgePassphrase(next);
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
    async renewKey(passphrase) {
      const judged = await judgePassphrase(passphrase);
      if (judged.kind === "refused") return judged;
      for (let tries = 0; tries < renewalsMax; tries += 1) {
        const { header } = await headerNow();
        const made = await newKey({ store, tools, passphrase });
        const expects = await store.list();
        const next = { ...header, vault: made.inside.vault, slots: made.slots };
        const records = await sealedAnew({ from: inside, to: made.inside, header: next, there: expects });
        if (records.kind === "complaints") return records;
        try {
          await store.replace(records.records, expects);
        } catch (fault) {
          if (fault instanceof StoreFault && fault.code === "busy") continue;
          throw fault;
        }
        lock();
        return { kind: "renewed", vault: vaultOver(made.inside), recoveryCode: made.recoveryCode };
      }
      throw new StoreFault("busy", "others write here without a pause");
    },
    async moveTo({ store: other, tools: there }) {
      const { header } = await headerNow();
      // The key is copied, because this vault's own copy is wiped when it is locked.
      const moved = await insideOf({ store: other, tools: there, vault, dataKey: dataKey.slice() });
      const kept = await other.list();
      const records = await sealedAnew({ from: inside, to: moved, header, there: kept });
      if (records.kind === "complaints") return records;
      await other.replace(records.records);
      return { kind: "moved", vault: vaultOver(moved) };
    },
    lock,
  };
}

/** Renewing costs an Argon2 each time somebody else writes meanwhile. */
const renewalsMax = 5;

/** What is in a record that was sealed here. Throws a `Complaint` when it was not. */
async function opened(record: SealedRecord, { vault, sealing }: VaultInside): Promise<Kept> {
  const plain = await unseal(record.sealed, { key: sealing, binding: bindingOf(vault, record) });
  const text = plain === undefined ? undefined : textOf(plain);
  if (text === undefined) throw damaged(record.id);
  return jsonOf(text);
}

const sealed = (value: Kept, head: RecordHead, { vault, sealing, tools }: VaultInside) =>
  seal(padded(value), { key: sealing, binding: bindingOf(vault, head) }, tools.chance);

interface SealingAnew {
  readonly from: VaultInside;
  readonly to: VaultInside;
  /** As it will stand in the other place. */
  readonly header: Header;
  /** What is there now; the new versions go on above it. */
  readonly there: readonly RecordHead[];
}

/** Every record of one vault as a record of another, or the complaints of all that do not open. */
async function sealedAnew({
  from,
  to,
  header,
  there,
}: SealingAnew): Promise<
  | { readonly kind: "records"; readonly records: readonly SealedRecord[] }
  | { readonly kind: "complaints"; readonly complaints: readonly Complaint[] }
> {
  const complaints: Complaint[] = [];
  const versions = there.map(({ version }) => version);
  // Whoever has seen what was there before takes none of these for an older one.
  const highest = Math.max(header.highest, from.seen.highest, to.seen.highest, ...versions);
  const version = above(highest, to.tools.chance);
  const printed = await printHeader({ ...header, highest }, { version, key: to.proving });
  const records: SealedRecord[] = [{ id: headerId, version, sealed: printed }];
  for (const { id } of await from.store.list()) {
    if (id === headerId) continue;
    try {
      const asking = from.seen.asking(id);
      const record = await from.store.read(id);
      if (record === undefined) continue;
      const value = await opened(record, from);
      await asking.found(record.version);
      records.push({ id, version, sealed: await sealed(value, { id, version }, to) });
    } catch (cause) {
      if (!(cause instanceof Complaint)) throw cause;
      complaints.push(cause);
    }
  }
  return complaints.length > 0 ? { kind: "complaints", complaints } : { kind: "records", records };
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

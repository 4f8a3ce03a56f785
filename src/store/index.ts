export { type BackupRead, backup, type Restored, type Restoring, readBackup, restore } from "./backup.ts";
export { type Bytes, fromBase64, toBase64 } from "./bytes.ts";
export {
  assertReplaceable,
  assertWritable,
  type RecordHead,
  recordBytesMax,
  recordIdPattern,
  recordsMax,
  type SealedRecord,
  type Store,
  StoreFault,
  type StoreFaultCode,
  storeBytesMax,
  type Writing,
  type Written,
} from "./contract.ts";
export { headerId, type PassphraseCost, usualCost } from "./header.ts";
export type { Argon2Asked, VaultTools, Way, WayRefusal } from "./keys.ts";
export { memoryStore } from "./memory-store.ts";
export {
  judgePassphrase,
  normalPassphrase,
  type PassphraseJudgement,
  type PassphraseRefusal,
  passphraseCharactersMin,
} from "./passphrase.ts";
export { readRecoveryCode } from "./recovery-code.ts";
export { openSqlStore, type SqlStoreParts } from "./sql-store.ts";
export {
  type Created,
  type Creating,
  createVault,
  type Kept,
  type KeptRecord,
  type Moved,
  type Opened,
  openVault,
  type PassphraseChanged,
  passkeysOf,
  type Renewed,
  type Vault,
  type VaultParts,
  type WayThere,
} from "./vault.ts";
export type { VersionMemory } from "./versions.ts";

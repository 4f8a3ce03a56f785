export { makeApiKey } from "./api-key.ts";
export { type BackedUp, backUpFolder, replayFolder, restoreFolder } from "./backing.ts";
export { type Right, rights, watchShape } from "./configuration.ts";
export { beginFolder } from "./init.ts";
export type { LookWord } from "./journal-looks.ts";
export type { InLog } from "./log-append.ts";
export type { PartitionVerified } from "./log-chain.ts";
export type { LogDesk } from "./log-desk.ts";
export { looksIn } from "./looked.ts";
export { openWatch, readConfigurationFile, type Watch, type WatchOptions } from "./open.ts";
export type { Replayed } from "./replay.ts";
export { rotateFolder, rotateShared } from "./rotate.ts";
export { rulesFileName } from "./rules-tried.ts";
export { type ServingWatch, serveWatch } from "./serve.ts";
export {
  type Feeder,
  openChanging,
  openFeeder,
  openWorking,
  type SharedLogOptions,
  type TakenIn,
  verifyLog,
  verifyLogChanges,
  type Working,
} from "./shared-log.ts";
export { addSigningKey } from "./signing-keys.ts";
export { type ChangesVerified, type Verified, verifyFolder } from "./verify.ts";

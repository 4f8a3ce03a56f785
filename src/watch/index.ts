export { makeApiKey } from "./api-key.ts";
export { watchShape } from "./configuration.ts";
export { beginFolder } from "./init.ts";
export { openWatch, readConfigurationFile, type Watch, type WatchOptions } from "./open.ts";
export type { Replayed } from "./replay.ts";
export { type ServingWatch, serveWatch } from "./serve.ts";
export { type Verified, verifyFolder } from "./verify.ts";

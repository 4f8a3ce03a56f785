/** Whoever asks: whose key it is, and by what it is known in the log of looks. */
import type { ConfiguredKey } from "./configuration.ts";

export interface Asker extends ConfiguredKey {
  readonly by: string;
  /** The key may still do what was asked: it was not taken out of the configuration meanwhile, and has not expired. */
  isStill(): boolean;
}

/** Towns, as institutions name where something was done. */
import type { Chance } from "./chance.ts";

/** A town of a region; there are so few that people meet. */
export const town = (region: string, chance: Chance): string => `${region}-${chance.below(60)}`;

/** Every layout known, in one list. */
import type { Layout } from "./layout.ts";
import { abroadLayouts } from "./layouts-abroad.ts";
import { accountLayouts } from "./layouts-accounts.ts";
import { asiaLayouts } from "./layouts-asia.ts";
import { carrierLayouts } from "./layouts-carriers.ts";
import { chinaLayouts } from "./layouts-china.ts";

export const layouts: readonly Layout[] = [
  ...chinaLayouts,
  ...carrierLayouts,
  ...abroadLayouts,
  ...asiaLayouts,
  ...accountLayouts,
];

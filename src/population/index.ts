export { type BestSet, bestSet } from "./best-set.ts";
export {
  type BetweenAnswer,
  type BetweenQuestion,
  between,
  type MoneyMoved,
  type Moved,
  type OwnersMoved,
  ownersBetween,
  type SoonMoved,
  soonBetween,
  tellingMoments,
} from "./between.ts";
export { countOf, isIn, whoReaches } from "./bits.ts";
export { type Block, blockOf } from "./block.ts";
export { type DrawQuestion, drawn, personOf } from "./draw.ts";
export {
  type EachExposed,
  type ExposedAnswer,
  type ExposedQuestion,
  type Exposure,
  exposed,
  exposedAndWho,
  exposedUnderEach,
  type GroupExposure,
  type MoneyExposed,
  openTemplate,
  reachedBy,
  type Sensitivity,
} from "./exposed.ts";
export type { Gain } from "./gain.ts";
export {
  type HelpsAnswer,
  type HelpsQuestion,
  helps,
  type InstitutionHelp,
  type MeasureHelp,
} from "./helps.ts";
export { closureOfMany, wordsFor } from "./many.ts";
export { type Occasion, servicesBetween } from "./owners.ts";
export { type Population, populationShape } from "./population.ts";
export { type PopulationRead, readPopulation } from "./read-population.ts";
export { type Shift, shiftsBetween } from "./shifts.ts";

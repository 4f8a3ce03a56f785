export {
  type Chain,
  type ChainNode,
  type Need,
  type OtherWay as ChainWay,
  type RunStates,
  type StepState,
  stateOf,
} from "./chain.ts";
export { type ChainModel, type ChainQuestion, openChain } from "./open-chain.ts";

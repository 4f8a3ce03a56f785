export { type Block, type BlocksQuestion, blocksOf, whileStanding } from "./blocks.ts";

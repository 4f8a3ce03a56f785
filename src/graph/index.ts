export type { Choice } from "./choices.ts";
export * from "./engine.ts";
export type { Goal } from "./goals.ts";
export { type Coverage, type Grounded, type GroundCondition, type GroundQuestion, type GroundRule, ground } from "./ground.ts";
export type { Edge, Guard, Wiring } from "./wiring.ts";

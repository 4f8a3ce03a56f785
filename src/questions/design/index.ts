export {
  type AskedPerson,
  type Change,
  type CutChange,
  type DiffAnswer,
  type DiffQuestion,
  type DiffVerdict,
  diff,
  type Effect,
  type EffectKind,
  type Word,
  withoutEffect,
} from "./diff.ts";
export type { CutFound, Side } from "./scene.ts";

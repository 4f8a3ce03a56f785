export {
  type KeyAnswer,
  type KeyState,
  keyStates,
  type LockedOutAnswer,
  type Preparation,
  type Unsure,
  type WorthKnowing,
} from "./answer.ts";
export { type LockedOutQuestion, lockedOut } from "./locked-out.ts";

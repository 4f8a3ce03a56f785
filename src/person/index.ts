export {
  type GroundRead,
  type GroundSubject,
  readGroundCapability,
  readGroundCondition,
  readGroundLoss,
} from "./ground-words.ts";
export { harmIn } from "./harm-of.ts";
export { leakedOf } from "./leaked.ts";
export {
  barePerson,
  namesOf,
  type Person,
  type PersonLoss,
  type Thing,
  type ThingId,
  thingsOf,
} from "./person.ts";
export { personFile, rangeOf } from "./person-file.ts";
export { type PersonRead, readPerson } from "./read-person.ts";
export { secretKindOf, secretKinds } from "./secrets.ts";
export { personShape } from "./shapes.ts";
export { withSitesOf } from "./sites-of-person.ts";

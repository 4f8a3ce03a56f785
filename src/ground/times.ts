/** When a step can be begun, and the least it takes. */
import { minutesPerWeek, type Windows } from "../model/index.ts";
import type { Step } from "./grounded.ts";

/** The hours of the week at which it can be begun; `undefined`: at any. */
export function opensOf({ flow: { hours } }: Pick<Step, "flow">): Windows | undefined {
  const isAlways = hours?.length === 1 && hours[0]?.[0] === 0 && hours[0][1] >= minutesPerWeek;
  return isAlways ? undefined : hours;
}

/** The least minutes from its beginning to what it gives, its wait included. */
export const leastMinutes = ({ flow: { takes, delay } }: Pick<Step, "flow">): number =>
  takes.min + (delay?.takes.min ?? 0);

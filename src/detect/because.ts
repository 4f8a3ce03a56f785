/** The reasons beside a chain. */
import type { DetectEvent } from "./event.ts";
import type { Looked } from "./features.ts";
import { lineHow, newDevice, place, type Row } from "./habits.ts";
import { isWornOut } from "./proven.ts";
import type { Act } from "./trail.ts";

const minutesPerDay = 1_440;

/** In words a reader can look up (docs/reference/detect.md): what was unusual about this act. */
export function reasons(
  { isOdd, deviceClass, isNewPayee, amountClass, isAgainstOwn, isAct }: Looked,
  event: DetectEvent,
  { values, from }: Row,
  acts: readonly Act[],
): readonly string[] {
  if (!isAct) return nobodyActs;
  const since = event.at - values[from + place.lineAt]!;
  const found: string[] = [];
  if (isOdd) found.push("sensitive");
  if (deviceClass === newDevice) found.push("new-device");
  if (event.group === "pay" || event.group === "credit") {
    if (isNewPayee) found.push("new-payee");
    if (amountClass === 1 || amountClass === 2)
      found.push(!isAgainstOwn ? "large-amount" : amountClass === 1 ? "high-amount" : "extreme-amount");
  }
  const how = values[from + place.lineHow];
  if (how === lineHow.elsewhere || (how === lineHow.remote && since < 14 * minutesPerDay))
    found.push("line-changed-from-afar");
  if (event.proofs.some((word) => isWornOut(acts, word, event))) found.push("tap-worn-out");
  return found;
}

const nobodyActs: readonly string[] = ["nobody-acts"];

/** What is remembered after a decision: habits, the line, a journey, the odd act itself; and what a proof clears. */
import { learnAnew } from "./answer.ts";
import { away, clearStories, type Odds, reportedGone } from "./belief.ts";
import type { Chained } from "./chained.ts";
import { type DetectEvent, isAtDesk } from "./event.ts";
import { type Looked, tellGap, tellLine, tellSitting } from "./features.ts";
import {
  binOfHour,
  learnAmountOf,
  learnDevice,
  learnHour,
  learnInstitution,
  learnPayee,
  learnPlace,
  lineHow,
  numberOfName,
  place,
  type Row,
} from "./habits.ts";
import { strongestProof } from "./kinds.ts";
import type { State } from "./state.ts";
import { noTrail, remember } from "./trail.ts";
import { everydaySum } from "./worth.ts";

const minutesPerDay = 1_440;

/** The owner was there, on this device. */
export function clear(state: State, row: Row, event: DetectEvent, device: number): void {
  const { values, from } = row;
  const isOddDevice = device !== 0 && values[from + place.oddDevice] === device;
  clearStories(row, { isOddDevice });
  if (device !== 0) values[from + place.provenDevice] = device;
  if (!isOddDevice) return;
  state.trails.delete(event.person);
  values[from + place.oddAt] = 0;
}

export function keep(
  state: State,
  event: DetectEvent,
  {
    looked: { device, deviceClass, isAnswer, isFirstThere },
    chained: { nodes, given, tapped },
    row: { values, from },
    isLate,
    odds,
  }: {
    readonly looked: Looked;
    readonly chained: Chained;
    readonly row: Row;
    readonly isLate: boolean;
    readonly odds: Odds;
  },
): void {
  const trail = state.trails.get(event.person) ?? noTrail();
  state.trails.set(event.person, trail);
  const { id, at, group, word, institution, count = 1 } = event;
  const act = { event: id, at, group, word, count, device, deviceClass, institution };
  const put = group === "bind" && event.wallet !== undefined ? { wallet: numberOfName(event.wallet) } : {};
  remember(trail, { ...act, ...put, nodes, given, tapped, odds, isAnswer, isFirstThere });
  if (isLate) return;
  values[from + place.oddAt] = event.at;
  if (device !== 0) values[from + place.oddDevice] = device;
  values[from + place.oddInstitution] = numberOfName(event.institution);
}

/** Habits, from whatever somebody did; what an institution does is no habit of anybody's. */
export function learn(row: Row, event: DetectEvent, looked: Looked): void {
  const { device, deviceClass, payee, isNewPayee, isAct, isOdd, sum } = looked;
  const { values, from } = row;
  values[from + place.last] = Math.max(values[from + place.last]!, event.at);
  values[from + place.events]! += 1;
  learnLine(row, event, looked.deviceClass);
  learnJourney(row, event);
  learnAnew(row, event);
  // What an institution sends to whoever is at its door says nothing of who is inside.
  if (!(event.kind?.isSign === true && event.group === "probe")) learnInstitution(row, event.institution);
  if (event.kind?.isAlert === true) reportedGone(row);
  if (!isAct) return;
  tellLine(row, event.group, device);
  tellGap(row, looked);
  tellSitting(row, event, looked);
  learnDevice(row, device, event.at);
  learnHour(row, binOfHour(event.at, event.offset));
  if (event.group === "pay" || event.group === "credit") {
    learnPayee(row, payee, event.at);
    if (sum !== undefined) learnAmountOf(row, sum, isNewPayee);
    const everyday = event.currency === undefined ? undefined : everydaySum(event.currency);
    // What is spent on a journey is not what one is paid in: the first currency stays.
    if (everyday !== undefined && values[from + place.everyday] === 0)
      values[from + place.everyday] = everyday;
  }
  if (event.place !== undefined) {
    const here = numberOfName(event.place);
    // Where somebody was seen once is no home, and an odd act far away makes none of it.
    if (values[from + place.home] === 0 && !isOdd && values[from + place.lastPlace] === here)
      values[from + place.home] = here;
    values[from + place.lastPlace] = here;
    if (!isOdd && deviceClass !== 3) learnPlace(row, here);
  }
}

/** So long, and a number that came to somebody new is theirs. */
const newHolderMinutes = 60 * minutesPerDay;

/**
 * Of somebody first heard of when their number was given to another nobody knows whether it went or came. Whoever opens
 * accounts afterwards, or lives on with it, is its new holder.
 */
export function settleLine({ values, from }: Row, { word, at }: DetectEvent): void {
  const since = values[from + place.lineAt]!;
  if (values[from + place.lineHow] !== lineHow.elsewhere || since !== values[from + place.birth]) return;
  if (word === "account-opened" || at - since > newHolderMinutes)
    values[from + place.lineHow] = lineHow.byCarrier;
}

/**
 * The carrier saw the phone abroad, or back: that is a sign of where the owner is, and nobody's act. A line that went
 * elsewhere a short while ago roams with whoever has it, and says nothing of the owner.
 */
function learnJourney({ values, from }: Row, { word, place: where, at }: DetectEvent): void {
  if (word !== "roaming-started" && word !== "roaming-ended") return;
  const how = values[from + place.lineHow]!;
  const isElsewhere = how === lineHow.elsewhere || how === lineHow.remote || how === lineHow.atDesk;
  if (isElsewhere && at - values[from + place.lineAt]! < 14 * minutesPerDay) return;
  away({ values, from }, word === "roaming-started");
  if (word === "roaming-started" && where !== undefined) values[from + place.lastPlace] = numberOfName(where);
}

/** Calls or texts go elsewhere from now on; set on a phone that is named, it is weighed by that phone. */
const forwarded: ReadonlySet<string> = new Set(["call-forwarding-set", "text-forwarding-set"]);

function learnLine({ values, from }: Row, event: DetectEvent, deviceClass: number): void {
  const { group, word, kind, at, proofs, initiator, device } = event;
  const set = (how: number) => {
    values[from + place.lineAt] = at;
    values[from + place.lineHow] = how;
    values[from + place.lineTold] = 0;
    if (how === lineHow.lost || how === lineHow.inPerson || how === lineHow.atDesk)
      values[from + place.goneAt] = at;
  };
  if (group === "line") {
    set(
      kind?.isElsewhere === true
        ? lineHow.elsewhere
        : initiator === "institution"
          ? lineHow.byCarrier
          : proofs.includes("appear-in-person")
            ? lineHow.inPerson
            : isAtDesk(event)
              ? lineHow.atDesk
              : deviceClass === 1 || strongestProof(proofs) === "device-or-face"
                ? lineHow.remoteKnown
                : lineHow.remote,
    );
  } else if (word === "secondary-number-bound" || (forwarded.has(word) && device === undefined)) {
    set(lineHow.remote);
  } else if (word === "line-suspended" || word === "no-service" || kind?.isAlert === true) {
    const isRecent = at - values[from + place.lineAt]! < minutesPerDay;
    if (!isRecent) set(lineHow.lost);
  }
}

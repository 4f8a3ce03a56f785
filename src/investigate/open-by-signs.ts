/**
 * What is left open by what a message or record says was done, where the owner's side did not do it: calls sent elsewhere, a second
 * number, a number or mail address replaced, a protection switched off, a limit raised, a password changed. Which sign leaves what
 * open, and which ends it, is the catalogue's data. What a step of the story left open is told by the story already.
 */
import { isNotDone, type Meaning, type Observation, placeKey } from "../evidence/index.ts";
import type { StillOpen } from "./answer.ts";
import { open, type StillOpenQuestion } from "./open-asked.ts";

export function leftBySigns(
  question: StillOpenQuestion,
  bySteps: readonly StillOpen[],
): readonly StillOpen[] {
  const { world, stray, doubtful, own, meaning, isSomebody } = question;
  const { signs } = world.catalog;
  const told = new Set(
    bySteps.flatMap(({ kind, because }) => because.rows.map((row) => `${kind} ${placeKey(row)}`)),
  );
  return [...new Set([...stray, ...doubtful])].flatMap((observation) => {
    const { kind: trace, sign = "", named, institutions, things, place } = observation;
    const left = signs.get(sign)?.leavesOpen;
    const [what] = [...named, ...institutions, ...things];
    if (
      left === undefined ||
      what === undefined ||
      trace === "row" ||
      // Whoever forgets a password sets another.
      (left.kind === "secret-changed" && !isSomebody) ||
      !isSaidDone(observation.text, sign, meaning)
    )
      return [];
    if (told.has(`${left.kind} ${placeKey(place)}`)) return [];
    const isAfter = (other: Observation) => other.from > observation.from && isAlike(other, observation);
    const isEnded =
      own.some((other) => other.sign === sign && isAfter(other)) ||
      question.observations.some((other) => left.until.includes(other.sign ?? "") && isAfter(other));
    if (isEnded) return [];
    return [open({ kind: left.kind, what, things, code: "record-says", words: [], rows: [place] })];
  });
}

/**
 * Is it said to be done, in a sentence that tells of it? `If you did not request this, call us` behind one that does takes nothing
 * back.
 */
function isSaidDone(text: string, sign: string, meaning: Meaning): boolean {
  const telling = text.split(/[.!?](?=\s|$)|[。！？\n]/u).filter((each) => meaning.signIn(each)?.id === sign);
  return (telling.length === 0 ? [text] : telling).some((each) => !isNotDone(each) && !runIntoIt.test(each));
}

/** `You have reached your daily limit` says that one was met, and not that it was raised. */
const runIntoIt = /\breached\b|\bexceed|超过|超出|已达|达到/i;

/** Do both speak of the same institution or thing? */
const isAlike = (one: Observation, other: Observation): boolean =>
  [...one.institutions, ...one.named, ...one.things].some((each) =>
    [...other.institutions, ...other.named, ...other.things].includes(each),
  );

/**
 * A statement as the sentences it is told in, and the moment each of them names. A family writes one text: `19:30手机被偷，20:10
 * 建行被转走两万`, or `On Saturday at 8:16 pm somebody sent 2,000. I never made it.` Each sentence is heard by itself, at its own moment.
 * Sentences are those of the Unicode rules (UAX 29, by `Intl.Segmenter`), joined again behind an abbreviation.
 */
import { dayOfEntry, type EntryMoment, type MomentNamed, momentsIn, momentTold } from "./told-moments.ts";

export interface SentenceTold {
  readonly says: string;
  readonly from: number;
  readonly to: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const abbreviated =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|nr|inc|ltd|co|vs|approx|ca|z\.b|a\.m|p\.m|sr|sra)\.\s*$/iu;

/** In order, nothing left out; one where it is one. `isMonthFirst`: how the person's country writes 3/10. */
export function sentencesIn(
  says: string,
  entry: EntryMoment,
  { isMonthFirst }: { readonly isMonthFirst: boolean },
): readonly SentenceTold[] {
  const sentences: string[] = [];
  for (const line of says.split(/\n+/))
    for (const { segment } of segmenter.segment(line)) {
      const last = sentences.at(-1);
      if (last !== undefined && abbreviated.test(last)) sentences[sentences.length - 1] = last + segment;
      else if (segment.trim() !== "") sentences.push(segment);
    }
  const today = dayOfEntry(entry);
  let day: number | undefined;
  return sentences
    .flatMap((sentence) => byMoment(sentence.trim(), momentsIn(sentence.trim(), { today, isMonthFirst })))
    .map(({ says: part, moment }) => {
      const told = momentTold(moment, day, entry);
      day = told.day;
      return { says: part, from: told.from, to: told.to };
    });
}

interface Part {
  readonly says: string;
  /** Where it begins in its sentence. */
  readonly at: number;
  readonly moment?: MomentNamed;
}

/** A sentence that names several moments, in the parts that each name one. */
function byMoment(sentence: string, moments: readonly MomentNamed[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const clause of sentence.split(/(?<=[，；;]|,(?!\d))/u)) {
    const [moment] = moments.filter((each) => each.at >= at - 1 && each.at < at + clause.length);
    at += clause.length;
    const last = parts.at(-1);
    if (last === undefined || (moment !== undefined && last.moment !== undefined))
      parts.push({ says: clause, at: at - clause.length, ...(moment === undefined ? {} : { moment }) });
    else {
      const either = moment ?? last.moment;
      parts[parts.length - 1] = {
        ...last,
        says: last.says + clause,
        ...(either === undefined ? {} : { moment: either }),
      };
    }
  }
  return parts.map((part) => ({
    ...part,
    says: withoutOpening(part)
      .replace(/[，；;,\s]+$/u, "")
      .trim(),
  }));
}

/** When it was stands first, and after it who did it: `On Monday I went to the store` is told as `I went to the store`. */
function withoutOpening({ says, at, moment }: Part): string {
  if (moment === undefined || moment.at < at || !opening.test(says.slice(0, moment.at - at))) return says;
  const rest = says.slice(moment.end - at).replace(opened, "");
  return rest.trim() === "" ? says : rest;
}
const opening =
  /^[\s,，]*(?:(?:and|then|on|at|about|around|by|in|the|um|am|gegen|le|à|vers|el|la|a las|no dia|às|il|alle|pada|然后|后来|接着|大约|大概|约|就在|在|到了?|于)[\s,，]*)*$/iu;
const opened = /^(?:\s*(?:[,，、:：]|左右|多|许|前后|ish\b|o'clock\b|uhr\b|的时候|时|，))+\s*/iu;

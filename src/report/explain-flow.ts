/** One flow in full: what it asks, gives, takes and leaves, who may change it, and how we know. */
import {
  type AtMost,
  everMinutes,
  type Flow,
  formatPattern,
  formatSubjectPath,
  type SubjectPath,
  type Takes,
  type WhoseYes,
} from "../model/index.ts";
import { channelWords } from "./basis-words.ts";
import { traceWords } from "./explain-words.ts";
import { type Explaining, type FlowAt, facts, heading, sayBasis, sayValid } from "./explaining.ts";
import { inBrackets, marks } from "./marks.ts";
import { sayKind } from "./say.ts";
import { sayDuration } from "./say-amounts.ts";
import { asksLines, sayHours, sayPath, sayPattern } from "./say-pattern.ts";
import { groupDigits } from "./words.ts";

export function explainFlow(explaining: Explaining, { institution, flow }: FlowAt): readonly string[] {
  const { words, lang, catalog } = explaining;
  const { vocabulary } = catalog;
  const say = (pattern: Flow["gives"][number]) =>
    `${sayPattern(pattern, vocabulary, lang)}  [${formatPattern(pattern)}]`;
  const asks = asksLines(flow.asks, say, words);
  const { basis, discretion, delay, atMost } = flow;
  return [
    ...heading(explaining, words.flow, `${institution.id}/${flow.id}`, flow.title[lang]),
    ...facts(explaining, [
      [words.at, [institution.name[lang]]],
      [words.channel, flow.channel === undefined ? [] : [channelWords[flow.channel][lang]]],
      [words.hours, flow.hours === undefined ? [] : [sayHours(flow.hours, lang)]],
      [
        words.when,
        flow.when.map(
          ({ subject, attribute, values }) =>
            `${formatSubjectPath(subject)}.${attribute}: ${values.join(words.orValue)}`,
        ),
      ],
      [words.asks, asks.length === 0 ? [words.asksNothing] : asks],
      [words.while, (flow.while ?? []).map(say)],
      [words.unless, flow.unless.map(say)],
      [words.gives, flow.gives.map(say)],
      [
        words.sets,
        flow.sets.map(
          ({ pattern, expires }) =>
            `${say(pattern)}${expires === undefined ? "" : ` (${sayDuration(expires, lang)})`}`,
        ),
      ],
      [words.clears, flow.clears.map(say)],
      [words.revokes, flow.revokes.map(say)],
      [words.takes, [sayTakes(flow.takes, explaining)]],
      [
        words.delay,
        delay === undefined
          ? []
          : [
              sayTakes(delay.takes, explaining) +
                (delay.late === undefined ? "" : words.comesLate(sayDuration(delay.late, lang))),
              ...(delay.note === undefined ? [] : [delay.note[lang]]),
            ],
      ],
      [words.atMost, (atMost ?? []).flatMap((limit) => sayAtMost(limit, explaining))],
      [
        words[whoseWord(discretion?.whose)],
        discretion === undefined
          ? []
          : [
              words[yesWord(discretion.whose)],
              ...(discretion.chance === undefined
                ? []
                : [words.chance(`${Math.round(discretion.chance * 100)} %`)]),
              ...(discretion.note === undefined ? [] : [discretion.note[lang]]),
            ],
      ],
      [words.each, flow.each === undefined ? [] : [sayBetween(flow.each, flow.eachAtLeast)]],
      [words.amount, flow.amount === undefined ? [] : [groupDigits(flow.amount)]],
      [words.leaves, flow.leaves.map((trace) => sayTrace(explaining, trace))],
      [words.changedBy, flow.measures],
      [words.valid, sayValid(explaining, flow.valid)],
      [words.f3, flow.f3],
      [words.attack, flow.attack],
      [words.basis, sayBasis(explaining, basis)],
      [words.contest, [`chainbreak explain ${institution.id}/${flow.id} --contest`]],
    ]),
  ];
}

function sayTakes({ min, likely, max }: Takes, { lang, words }: Explaining): string {
  if (min === max) return sayDuration(min, lang);
  const [least, usual, most] = [min, likely, max].map((minutes) => sayDuration(minutes, lang));
  return words.span({ least, usual, most });
}

function sayTrace(
  { lang, catalog, words }: Explaining,
  { kind, subject, from, about, late }: Flow["leaves"][number],
): string {
  const to = (path: SubjectPath) => inBrackets(sayPath(path, catalog.vocabulary, lang), lang);
  return [
    traceWords[kind][lang],
    subject === undefined ? "" : to(subject),
    from === undefined ? "" : words.sentFrom(from),
    about === undefined ? "" : marks[lang].colon + about,
    late === undefined ? "" : words.comesLate(sayDuration(late, lang)),
  ].join("");
}

const whoseWord = (whose: WhoseYes = "agent") =>
  (({ agent: "discretion", owner: "consent", insider: "insider" }) as const)[whose];

const yesWord = (whose: WhoseYes) =>
  (({ agent: "talkedInto", owner: "ownerSaysYes", insider: "insiderDoesIt" }) as const)[whose];

/** `4 times in 24 h`, `2,000 in 24 h, all flows of the account together`. */
/** A sum, or between which two it lies. */
const sayBetween = (amount: number, atLeast = amount): string =>
  atLeast < amount ? `${groupDigits(atLeast)}–${groupDigits(amount)}` : groupDigits(amount);

function sayAtMost(
  { times, perMinutes, amount, atLeast, of }: AtMost,
  { words, lang }: Explaining,
): readonly string[] {
  const isEver = perMinutes >= everMinutes;
  const per = sayDuration(perMinutes, lang);
  const sum =
    amount === undefined
      ? undefined
      : isEver
        ? words.sumEver(sayBetween(amount, atLeast))
        : words.sumIn(sayBetween(amount, atLeast), per);
  return [
    ...(times === undefined ? [] : [isEver ? words.timesEver(times) : words.times(times, per)]),
    ...(sum === undefined ? [] : [of === undefined ? sum : words.togetherOf(sum, sayKind(of, lang))]),
  ];
}

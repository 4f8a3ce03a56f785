/**
 * What is right to do and is no flow of anybody's: read no code out, find out why a phone has no network, have a move of
 * the number stopped by the carrier one knows, look oneself where somebody tries. Each follows from what was seen.
 *
 * Why it goes before what is played: a code that comes shows that somebody tries and has not got in, and as long as nobody
 * reads it out they do not; a dead phone is most often nobody's work. A call made on either is made too soon.
 */
import type { SignWord } from "../told/index.ts";
import { type Counsel, counselId } from "./counsel-kinds.ts";
import {
  type CounselQuestion,
  keeps,
  linesOf,
  linesOfPerson,
  lostPlaces,
  mailInDanger,
  movingLines,
  onlyThereIn,
  placesOf,
  silentPlaces,
} from "./counsel-places.ts";
import { creditCounsel } from "./credit-in-name.ts";
import { moneyGoes } from "./incident.ts";
import { isOnlyPaid, paymentCounsel, reportedTo } from "./own-payment.ts";
import { isGone } from "./sign-meaning.ts";
import type { SignRead } from "./signs.ts";

export interface Counselled {
  /** Before any call. */
  readonly first: readonly Counsel[];
  /** Once the first call is made. */
  readonly soon: readonly Counsel[];
  /** When the rest is done. */
  readonly last: readonly Counsel[];
  /** Everything that was seen is somebody who tries and has not got in. */
  readonly isOnlyTried: boolean;
  /** Nothing was seen but that the owner paid somebody who lied. */
  readonly isOnlyPaid: boolean;
  /** Chat apps and sites somebody is in, where nothing was seen anywhere else; empty: something was, or nobody is in. */
  readonly onlyThere: ReadonlySet<string>;
  /** Lines that are dead without anything showing that somebody has them. */
  readonly unexplained: ReadonlySet<string>;
}

/** Signs of somebody who tries. */
const tries: ReadonlySet<SignWord> = new Set(["code", "call", "prompt", "led"]);
/** Signs that say nothing of an attack. */
const idle: ReadonlySet<SignWord> = new Set(["quiet", "money-there", "still-blocked", "phone-online"]);
/** Whoever tells it is led themselves, and has understood. */
const isOfTeller =
  /\b(?:me|myself)\b|\bmy (?:\w+ )?(?:screen|phone|computer|laptop|tablet)\b|(?:让|叫|要|催|教|逼)我(?![妈爸老家奶爷外儿女姐哥弟妹])/iu;
/** More places are looked at by nobody in such a night. */
const looksMax = 4;

export function counselOf(question: CounselQuestion): Counselled {
  const { world, incident, signs, belief, held, unread } = question;
  // As long as they talk, whatever is stopped is opened again by whoever is talked into it; a phone that is cut off talks no
  // more, but nobody cuts it off who believes them.
  const isLed = signs.some(
    ({ sign }) => sign.sign === "led" && !(incident.isSteered && isOfTeller.test(sign.note ?? "")),
  );
  // Whoever talks somebody into a payment says to be of any house: it is nothing about that house, nor about a number.
  const isOfLiar = ({ sign }: SignRead) => isLed && sign.sign === "call";
  const moving = new Set(signs.flatMap((read) => (isOfLiar(read) ? [] : movingLines(question, read))));
  const isWork = ({ sign }: SignRead) => !idle.has(sign.sign);
  const dead = new Set(
    signs.flatMap(({ sign }) =>
      sign.sign === "no-service" || sign.sign === "number-off" ? linesOf(world, sign) : [],
    ),
  );
  const gone = (line: string) => isGone(world, new Set([line]), held);
  const others = signs.filter(
    (read) => isWork(read) && read.sign.sign !== "no-service" && read.sign.sign !== "number-off",
  );
  const isNothingGone = held.length === 0 && !incident.isSteered && (incident.leaked ?? []).length === 0;
  const unexplained = new Set(
    [...dead].filter((line) => !gone(line) && isNothingGone && others.length === 0 && moving.size === 0),
  );
  const isOnlyTried =
    isNothingGone &&
    others.length > 0 &&
    dead.size === 0 &&
    others.every((read) => tries.has(read.sign.sign) || movingLines(question, read).length > 0);
  const onlyPaid = isOnlyPaid(signs, { isNothingGone, isIdle: (read) => !isWork(read) });
  const isDone = (counsel: Counsel) => incident.done.some(({ action }) => action === counselId(counsel));
  const isOpen = (counsel: Counsel) => !isDone(counsel);
  const paid = paymentCounsel({ ...question, isOpen });
  const carrierOf = (line: string) => world.wiring.things.get(line)?.institution;
  const perLine = (lines: Iterable<string>, counsel: (line: string, institution: string) => Counsel) =>
    [...lines].flatMap((line) => {
      const institution = carrierOf(line);
      return institution === undefined ? [] : [counsel(line, institution)];
    });
  const taken = (line: string) =>
    1 -
    Math.max(
      0,
      ...belief.signs.flatMap(({ read, otherwise }) =>
        linesOf(world, read.sign).includes(line) ? [otherwise] : [],
      ),
    );
  const isMoneySeen = signs.some(({ sign }) => moneyGoes.has(sign.sign));
  const stopped = perLine(
    [...moving].filter((line) => !gone(line) && !dead.has(line)),
    (line, institution) => ({ kind: "stop-the-move", line, institution }),
  );
  const tried = others.filter(({ sign }) => tries.has(sign.sign));
  const ended: readonly Counsel[] = isLed
    ? [
        {
          kind: "end-the-call",
          to: reportedTo(world, { isUrgent: true }),
          isPaid: question.payments.length > 0 || isMoneySeen,
        },
      ]
    : [];
  const first: readonly Counsel[] = [
    // Money that is seen to go is stopped before a number that is only going to be moved.
    ...(isMoneySeen ? [] : stopped),
    ...(isOnlyTried && tried.length > 0 && !isLed ? [{ kind: "give-nothing" } as const] : []),
    ...perLine(unexplained, (line, institution) => ({
      kind: "find-out",
      line,
      institution,
      taken: taken(line),
    })),
  ];
  const moved = [...linesOfPerson(world)].filter(
    (line) => held.includes(`control(${line})`) || (dead.has(line) && !gone(line) && !unexplained.has(line)),
  );
  const senders = new Set(tried.flatMap((read) => (isOfLiar(read) ? [] : placesOf(world, read.sign))));
  const lost = lostPlaces(question);
  const takenFrom = new Set(
    signs.flatMap(({ sign }) => (moneyGoes.has(sign.sign) ? placesOf(world, sign) : [])),
  );
  const silent = isOnlyTried || onlyPaid ? [] : silentPlaces(question, takenFrom);
  // A bank is rung by the number on its card; where a lender of no known number is rung nobody knows, and what can be done goes first.
  const isReached = (place: string) => {
    const institution = world.catalog.institutions.get(place);
    return keeps.has(institution?.kind ?? "") || (institution?.contacts ?? []).length > 0;
  };
  const askThere = (institution: string): Counsel => ({ kind: "ask-there", institution });
  // Money that is seen to go is stopped first, and a number that is taken is the way back into all the rest.
  const isUrgent =
    moved.length === 0 &&
    !incident.isSteered &&
    !isMoneySeen &&
    !held.some((text) => /^(possess|unlock|control)\(/.test(text));
  const keepsMoney = (place: string) => keeps.has(world.catalog.institutions.get(place)?.kind ?? "");
  const backIn = (places: readonly string[]): readonly Counsel[] =>
    places.map((institution) => ({ kind: "get-back-in", institution }));
  // Friends who are asked for money lose it while the owner gets back in.
  const warned: readonly Counsel[] = signs.some(({ sign }) => sign.sign === "in-my-name")
    ? [{ kind: "warn-others" }]
    : [];
  // Where money lies it is stopped first, and got back into after that.
  const atOnce = isUrgent ? lost.filter((place) => !keepsMoney(place)) : [];
  const back = backIn(lost.filter((place) => !atOnce.includes(place)));
  const isNumberGone =
    moved.length > 0 || held.some((text) => /^(possess\(sim|unlock\(|receive-sms\()/.test(text));
  // A secret that was told opens the place it is of, whatever else was stopped: where nobody has read how, its owner looks.
  const given = isOnlyTried
    ? []
    : [
        ...new Set(
          signs.flatMap(({ sign }) => (sign.sign === "given" && sign.on !== "" ? placesOf(world, sign) : [])),
        ),
      ].filter(
        (place) =>
          !lost.includes(place) &&
          !question.candidates.some(
            ({ institution, kind }) => institution === place && (kind === "block" || kind === "throw-out"),
          ) &&
          world.catalog.institutions.get(place)?.isArchetype !== true,
      );
  const mail = isOnlyTried || onlyPaid ? [] : mailInDanger(question, { isNumberGone, lost });
  const { denied, closed } = creditCounsel(question);
  // What was opened goes on costing tomorrow; whoever is in an account takes it tonight.
  const isOnlyOpened = isUrgent && dead.size === 0 && others.every(({ sign }) => sign.sign === "new-account");
  const soon: readonly Counsel[] = [
    ...paid.soon,
    ...(isOnlyOpened ? [] : denied),
    ...closed,
    ...warned,
    ...(isMoneySeen ? stopped : []),
    ...perLine(moved, (line, institution) => ({ kind: "take-back", line, institution })),
    ...back,
    ...given.slice(0, looksMax).map((institution): Counsel => ({ kind: "look-there", institution })),
    ...mail.map((institution): Counsel => ({ kind: "secure-mail", institution })),
    ...(isOnlyTried
      ? [...senders].slice(0, looksMax).map((institution) => ({ kind: "look-there", institution }) as const)
      : []),
  ];
  const seenAt = (name: string) =>
    signs.some((read) => isWork(read) && (read.sign.on.includes(name) || read.sign.from === name));
  const ask = (name: string): Counsel => ({ kind: "ask-unread", name });
  const diverted = new Set(
    signs.flatMap(({ sign }) => (sign.sign === "diverted" ? linesOf(world, sign) : [])),
  );
  const now = [
    ...ended,
    // A minute, and until it is done whoever calls back, with a code or without, calls the other side.
    ...perLine(diverted, (line, institution) => ({ kind: "end-forwarding", line, institution })),
    ...paid.first,
    ...unread.filter((name) => seenAt(name) && !isOnlyTried && !onlyPaid).map(ask),
    // Whoever keeps the money that is seen to go is rung at once, whatever has been read of them.
    ...silent.filter((place) => takenFrom.has(place) && isReached(place)).map(askThere),
    ...first,
    ...(isOnlyOpened ? denied : []),
    ...backIn(atOnce),
  ].filter(isOpen);
  const next = soon.filter(isOpen);
  // Whom nobody reaches is called when somebody is there again.
  const isLater = (each: Counsel) => question.putOff.ofCounsel(each) !== undefined;
  const reached = now.filter((each) => !isLater(each));
  const later = [...now, ...next].filter(isLater);
  // Where a payment cannot be called back just now, whoever else may hold it is asked.
  const report = next.filter(({ kind }) => kind === "report-it" && onlyPaid && reached.length < now.length);
  const ahead = reached.length > 0 ? reached : report;
  const rest = next.filter((each) => !isLater(each) && !ahead.includes(each));
  // Once no code is given away, what follows is to look, and still no call.
  const looks = isOnlyTried && ahead.length === 0 ? 1 : 0;
  return {
    first: [...ahead, ...rest.slice(0, looks)],
    soon: onlyPaid ? [...later, ...rest.slice(looks)] : [...rest.slice(looks), ...later],
    last: [
      ...silent
        .filter((place) => !(takenFrom.has(place) && isReached(place)) && !lost.includes(place))
        .map(askThere),
      ...unread.filter((name) => !seenAt(name) || isOnlyTried || onlyPaid).map(ask),
    ].filter(isOpen),
    isOnlyTried,
    isOnlyPaid: onlyPaid,
    onlyThere: onlyThereIn(
      question,
      isNothingGone && dead.size + moving.size === 0 ? others.filter(({ sign }) => sign.sign !== "call") : [],
    ),
    unexplained,
  };
}

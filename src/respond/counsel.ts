/**
 * What is right to do and is no flow of anybody's: read no code out, find out why a phone has no network, have a move of
 * the number stopped by the carrier one knows, look oneself where somebody tries. Each follows from what was seen.
 *
 * Why it goes before what is played: a code that comes shows that somebody tries and has not got in, and as long as nobody
 * reads it out they do not; a dead phone is most often nobody's work. A call made on either is made too soon.
 */
import { institutionsCalled } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { at } from "../model/index.ts";
import { type Candidate, isRescue } from "./acts.ts";
import type { Belief } from "./belief.ts";
import { type Counsel, counselId } from "./counsel-kinds.ts";
import { creditCounsel } from "./credit-in-name.ts";
import { type Incident, moneyGoes, type Sign, type SignWord } from "./incident.ts";
import { institutionNamed, meantBy } from "./meant.ts";
import { isOnlyPaid, type OwnPayment, paymentCounsel, reportedTo } from "./own-payment.ts";
import type { PutOff } from "./put-off.ts";
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

export interface CounselQuestion {
  readonly world: Grounded;
  readonly incident: Incident;
  readonly signs: readonly SignRead[];
  readonly belief: Belief;
  readonly held: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly payments: readonly OwnPayment[];
  /** Somebody on the telephone can hold what was paid where it went; that goes before one's own bank. */
  readonly isHeldByPhone: boolean;
  /** Names in `uses` that say nothing to us. */
  readonly unread: readonly string[];
  readonly putOff: Pick<PutOff, "ofCounsel">;
}

/** Signs of somebody who tries. */
const tries: ReadonlySet<SignWord> = new Set(["code", "call", "prompt", "led"]);
/** Signs that say nothing of an attack. */
const idle: ReadonlySet<SignWord> = new Set(["quiet", "money-there", "still-blocked", "phone-online"]);
/** More places are looked at by nobody in such a night. */
const looksMax = 4;

export function counselOf(question: CounselQuestion): Counselled {
  const { world, incident, signs, belief, held, unread } = question;
  const moving = new Set(signs.flatMap((read) => movingLines(question, read)));
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
  // As long as they talk, whatever is stopped is opened again by whoever is talked into it; a phone that is cut off talks no more.
  const isLed = !incident.isSteered && others.some(({ sign }) => sign.sign === "led");
  const ended: readonly Counsel[] = isLed
    ? [{ kind: "end-the-call", to: reportedTo(world, { isUrgent: true }) }]
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
  const senders = new Set(tried.flatMap(({ sign }) => placesOf(world, sign)));
  const lost = lostPlaces(question);
  const takenFrom = new Set(
    signs.flatMap(({ sign }) => (moneyGoes.has(sign.sign) ? placesOf(world, sign) : [])),
  );
  const silent = isOnlyTried || onlyPaid ? [] : silentPlaces(question, takenFrom);
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
    ...silent.filter((place) => takenFrom.has(place)).map(askThere),
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
      ...silent.filter((place) => !takenFrom.has(place) && !lost.includes(place)).map(askThere),
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

/** Places that keep no money and open nothing else: whoever is in one is in no bank by that. */
const keepsNothing: ReadonlySet<string> = new Set(["messenger", "site"]);
const isAside: ReadonlySet<SignWord> = new Set([
  "somebody-in",
  "in-my-name",
  "kicked-off",
  "not-mine",
  "refused",
  "given",
  "notice",
]);

function onlyThereIn({ world }: CounselQuestion, signs: readonly SignRead[]): ReadonlySet<string> {
  const places = signs.map(({ sign }) => (isAside.has(sign.sign) ? placesOf(world, sign) : []));
  const isOnly = places.every(
    (some) =>
      some.length > 0 &&
      some.every((place) => keepsNothing.has(world.catalog.institutions.get(place)?.kind ?? "")),
  );
  return new Set(isOnly ? places.flat() : []);
}

/** Signs that somebody else is in, and the owner out. */
const locksOwnerOut: ReadonlySet<SignWord> = new Set([
  "kicked-off",
  "refused",
  "not-mine",
  "somebody-in",
  "in-my-name",
]);

/** Places somebody else is in, and where nobody has read how they are thrown out. */
function lostPlaces({ world, signs, held, candidates }: CounselQuestion): readonly string[] {
  const { things } = world.wiring;
  const taken = new Set([
    ...signs.flatMap(({ sign }) => (locksOwnerOut.has(sign.sign) ? accountsMeant(world, sign.on) : [])),
    ...[...things.values()].flatMap(({ id, kind }) =>
      (kind === "account" || kind === "mailbox") && held.some((text) => text.endsWith(`(${id})`)) ? [id] : [],
    ),
  ]);
  const places = new Set(
    [...taken].flatMap((id) => {
      const { institution } = things.get(id) ?? {};
      const account = world.wiring.follow(id, "account")[0]?.to;
      return institution ?? (account === undefined ? [] : (things.get(account)?.institution ?? []));
    }),
  );
  return [...places].filter(
    (place) => !candidates.some(({ kind, institution }) => kind === "throw-out" && institution === place),
  );
}

const accountsMeant = (world: Grounded, on: string): readonly string[] => {
  const [kind, name] = on.split(".");
  const things = meantBy(world, name === undefined ? on : `${kind}.${name}`);
  return [...things].filter((id) => {
    const thing = world.wiring.things.get(id);
    return thing?.isNew !== true && (thing?.kind === "account" || thing?.kind === "mailbox");
  });
};

/** What keeps money or a number, was named, and of which nobody has read what its owner could ask for. */
function silentPlaces(
  { world, candidates, incident }: CounselQuestion,
  takenFrom: ReadonlySet<string>,
): readonly string[] {
  const { institutions } = world.catalog;
  const named = new Set(
    [...world.wiring.things.values()].flatMap(({ institution, isNew, of }) =>
      institution === undefined || isNew === true || of !== undefined ? [] : [institution],
    ),
  );
  const { things } = world.wiring;
  // One number may stop what several places keep.
  const isOn = ({ sets }: Candidate, place: string) =>
    sets.some(
      (each) =>
        // What holds the money where it went stops nothing where it came from.
        !isRescue(world, each) &&
        at(world.conditions, each).capability.things.some((id) => things.get(id)?.institution === place),
    );
  const isTried = (place: string) => incident.done.some(({ action }) => action.includes(place));
  return [...named].filter((place) => {
    const institution = institutions.get(place);
    return (
      institution !== undefined &&
      !institution.isArchetype &&
      (keeps.has(institution.kind) || (takenFrom.has(place) && lends.has(institution.kind))) &&
      !isTried(place) &&
      !candidates.some((candidate) => candidate.institution === place || isOn(candidate, place))
    );
  });
}

const keeps: ReadonlySet<string> = new Set(["bank", "wallet", "carrier", "exchange"]);
/** Where money goes by credit, or by a card that is kept there: whoever runs it can stop it there and then. */
const lends: ReadonlySet<string> = new Set(["lender", "marketplace"]);

const linesOfPerson = ({ wiring }: Grounded): readonly string[] =>
  [...wiring.things.values()].flatMap(({ id, kind, of, isNew }) =>
    kind === "line" && of === undefined && isNew !== true ? [id] : [],
  );

const linesOf = (world: Grounded, { on }: Sign): readonly string[] =>
  [...meantBy(world, on)].filter((id) => world.wiring.things.get(id)?.kind === "line");

/** The lines that a sign says are to be moved: by its word, by who sent it, or by what was noted of it. */
function movingLines(
  { world, held }: Pick<CounselQuestion, "world" | "held">,
  { sign }: SignRead,
): readonly string[] {
  const own = linesOfPerson(world).filter((line) => !isGone(world, new Set([line]), held));
  const named = linesOf(world, sign).filter((line) => own.includes(line));
  const one = named.length > 0 ? named : own.slice(0, 1);
  if (sign.sign === "moving") return one;
  if (!["notice", "call", "code", "mail"].includes(sign.sign)) return [];
  if (isNotedAsMoving(world, sign.note)) return one;
  // Whatever a carrier tells in such a night is about the number.
  const sender = sign.from === undefined ? undefined : institutionNamed(world, sign.from);
  return own.filter((line) => sender !== undefined && world.wiring.things.get(line)?.institution === sender);
}

/** The signs of the catalogue that speak of a card or a number that changes hands. */
const ofTheNumber: readonly string[] = ["number-moved", "sim-changed"];

/** Whether what was noted has a word of those that the catalogue knows such messages by. */
function isNotedAsMoving({ catalog }: Grounded, note: string | undefined): boolean {
  if (note === undefined) return false;
  const said = note.toLowerCase();
  return ofTheNumber.some((id) => catalog.signs.get(id)?.words.some((word) => said.includes(word)) === true);
}

/** Who sent it, or who runs what it is about; a line's own carrier is none that somebody tries to get into. */
function placesOf(world: Grounded, { from, on }: Sign): readonly string[] {
  const sender = from === undefined ? undefined : institutionNamed(world, from);
  if (sender !== undefined) return [sender];
  if (from !== undefined)
    return institutionsCalled(world.catalog, from)
      .slice(0, 1)
      .map(({ id }) => id);
  return [...meantBy(world, on)].flatMap((id) => {
    const thing = world.wiring.things.get(id);
    return thing === undefined || thing.kind === "line" ? [] : (thing.institution ?? []);
  });
}

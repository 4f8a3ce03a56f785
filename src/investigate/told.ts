/**
 * What somebody tells: when, who says so, and what. It is evidence of its own trust: a flow somebody says they ran
 * is theirs, a thing that was gone was gone from then, a sign that came on a screen is an observation. What none of this
 * world's words are in is complained of and kept as words.
 */
import { type Meaning, minuteOf, type Observation, sumsIn } from "../evidence/index.ts";
import {
  type AtomId,
  at,
  heldOrDenied,
  kindsWithRole,
  minutesPerDay,
  type Sign,
  type TraceKind,
  traceKinds,
} from "../model/index.ts";
import type { ToldAct } from "./act-meant.ts";
import { ownInstitutions } from "./strange.ts";
import { areOnlyLost, cardsTakenIn } from "./told-cards.ts";
import { besideIn, lockedOut, ofKindNamed, signsNamed } from "./told-deeds.ts";
import { givenUpIn, heardBy, isRobbed, takenIn, toldToSomebody } from "./told-facts.ts";
import { handOf } from "./told-hands.ts";
import type { ToldQuestion, ToldRead } from "./told-text.ts";
import {
  isDenial,
  isDeniedCode,
  isDeniedMoney,
  isLinkOpened,
  isNothingTold,
  isOwnVoice,
  isPaid,
  isPaidToThem,
  isStrangersHand,
  namedIn,
  namedShortly,
  sumsSaidIn,
} from "./told-voices.ts";
import { namesTold, wordsTold } from "./words-told.ts";

/** What was paid in the day after somebody lied was paid to them. */
const isDeceivedIn = ({ isMoney, from, to }: ToldAct, lies: readonly number[]): boolean =>
  isMoney === true && lies.some((lie) => lie <= to && from - lie <= minutesPerDay);

/** As whoever wrote to them would say it. */
const asWritten = (says: string): string => says.replace(/\bmy\b/giu, "your").replaceAll("我", "您");

/** `changed my phone number` is what the service writes as `changed your phone number`. */
const signWritten = (says: string, meaning: Meaning): Sign | undefined =>
  meaning.signIn(says) ?? meaning.signIn(asWritten(says));

/** Minutes for which a code that came can be told to somebody. */
const codeLasts = 10;

export function readTold({ told, world, meaning, firstId, file, zoneMinutes }: ToldQuestion): ToldRead {
  const observations: Observation[] = [];
  const gone = new Map<AtomId, number>();
  const given = new Map<AtomId, number>();
  let goneSince: ToldRead["goneSince"];
  let stolenSince: ToldRead["stolenSince"];
  const acts: ToldAct[] = [];
  const denied: ToldAct[] = [];
  let lineDead: ToldRead["lineDead"];
  let setUpSince: number | undefined;
  let isKept = false;
  let metSince: ToldRead["metSince"];
  let isInHand = false;
  const anchors: number[] = [];
  const linksOpened: number[] = [];
  const notUnderstood: number[] = [];
  const own = ownInstitutions(world);
  const texts = new Set(kindsWithRole(world.catalog.vocabulary, "texts"));
  const lies: number[] = [];
  for (const [i, { at: when, by, says }] of told.entries()) {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(when);
    const minute = minuteOf(isDay ? `${when}T00:00:00Z` : when);
    if (minute === undefined) {
      notUnderstood.push(i);
      continue;
    }
    const from = isDay ? minute - zoneMinutes : minute;
    const to = isDay ? from + minutesPerDay : from;
    const place = { file, row: i + 1 };
    const isMetNow = () => {
      if (metSince === undefined || from < metSince.at) metSince = { at: from, place };
    };
    // It may stand beside what is denied, in one sentence.
    if (meaning.isSaid(says, "kept")) isKept = true;
    // Whoever is lied to on a phone has it in the hand.
    if (meaning.isSaid(says, "deceived")) {
      lies.push(from);
      isInHand = true;
      isMetNow();
    }
    const { of: bare, isHeld } = heldOrDenied(says);
    const atom = world.atomOf.get(bare);
    const isGone = (those: readonly AtomId[]) => {
      if (goneSince === undefined || from < goneSince.at) goneSince = { at: from, place };
      for (const each of those) gone.set(each, Math.min(from, gone.get(each) ?? Number.POSITIVE_INFINITY));
      anchors.push(from);
    };
    if (!isHeld && atom !== undefined) {
      isGone([atom]);
      continue;
    }
    if (world.steps.some((step) => `${step.institution}/${step.flow.id}` === says)) {
      acts.push({ from, to, by, flow: says, institutions: [], sums: [], place });
      anchors.push(from);
      continue;
    }
    const [kind = "", institution = "", about = ""] = says.split(" ");
    const isTrace = (traceKinds as readonly string[]).includes(kind);
    const spoken = isTrace ? meaning.signAbout(about) : meaning.signToldIn(says);
    const isSetUp = spoken?.told === "set-up" && isOwnVoice(says);
    if (isSetUp) setUpSince = Math.min(from, setUpSince ?? from);
    // A new phone is told beside what was done about the old one.
    const isNotOfThem = spoken?.told === "set-up" || (spoken?.told === "given-up" && isStrangersHand(says));
    const sign = (isNotOfThem ? undefined : spoken) ?? signWritten(says, meaning);
    const hand = handOf(says, (part) => sign !== undefined && signWritten(part, meaning)?.id === sign.id);
    const inWords = namedIn(says, { meaning, own, world });
    const named =
      isTrace && world.catalog.institutions.has(institution)
        ? [institution]
        : inWords.length > 0
          ? inWords
          : namedShortly(says, meaning, own);
    const denyMoney = (text: string) =>
      denied.push({
        from,
        to,
        by,
        institutions: named,
        sums: sumsSaidIn(text),
        words: namesTold(text, meaning),
        place,
        isMoney: true,
        // Of a loan it is the sum that came in as well.
        ...(sign?.direction === "in" && isDenial(text) ? { signs: new Set([sign.id]) } : {}),
      });
    const beside = sign?.told === undefined ? "" : besideIn(says, meaning);
    if (isDeniedMoney(beside) && (sumsIn(beside).length > 0 || isDenial(beside))) denyMoney(beside);
    if (sign?.told === "taken" && !isDenial(says)) {
      const those = takenIn(says, world);
      const cards = cardsTakenIn(says, named, world);
      const isTaken = isRobbed(says, meaning);
      // What was only left somewhere, or is not to be found, may lie there still.
      const isStolen = (those.length > 0 && isTaken) || (cards.length > 0 && (isTaken || !areOnlyLost(says)));
      if (isStolen && (stolenSince === undefined || from < stolenSince.at)) stolenSince = { at: from, place };
      if (those.length > 0) isGone(those);
      // A card that is gone is no line that was lost.
      for (const each of cards) gone.set(each, Math.min(from, gone.get(each) ?? Number.POSITIVE_INFINITY));
      if (cards.length > 0) anchors.push(from);
      if (those.length + cards.length === 0) notUnderstood.push(i);
      continue;
    }
    if (sign?.told === "given-up") {
      const those = givenUpIn(named, world);
      // Since when somebody else has it nobody says.
      for (const each of those) given.set(each, Number.NEGATIVE_INFINITY);
      if (those.length === 0) notUnderstood.push(i);
      // To give a number up is no incident; what is found out with it is.
      else if (beside !== "" && beside !== says) anchors.push(from);
      continue;
    }
    anchors.push(from);
    if (sign?.told === "locked-out") {
      const those = named.length > 0 ? named : ofKindNamed(says, own, { world, meaning });
      const found = lockedOut(those, { says, rest: beside }, { world, meaning });
      if (found.denied !== undefined) denied.push({ ...found.denied, from, to, by, place });
      if (found.act !== undefined) acts.push({ ...found.act, from, to, by, place });
      continue;
    }
    const isOfGiving = sign?.told === "given" || sign?.told === "shared";
    const toThem = isTrace ? undefined : toldToSomebody(says, { named, world, meaning });
    // A shared screen is told beside a line that went dead; what was typed, beside a wrong password, is no gift.
    if (toThem !== undefined && (isOfGiving || toThem.isShared)) {
      // A code is read out after it came.
      const since = (atom: AtomId) => (texts.has(at(world.atoms, atom).kind) ? from - codeLasts : from);
      for (const each of toThem.atoms)
        given.set(each, Math.min(since(each), given.get(each) ?? Number.POSITIVE_INFINITY));
      if (isLinkOpened(says)) linksOpened.push(from);
      isMetNow();
      // A link that was opened says when it began, and not what was told.
      if (by === "owner") isInHand = true;
      if (isOfGiving) continue;
    }
    const isOfAnything = isTrace || sign?.told !== undefined;
    if (!isOfAnything && isDeniedMoney(says)) {
      denyMoney(says);
      continue;
    }
    if (!isOfAnything && isDeniedCode(says)) {
      denied.push({ from, to, by, institutions: named, sums: [], place, isMessage: true });
      continue;
    }
    const payer = !isOfAnything && isPaid(says) ? handOf(says, isPaid) : "nobody";
    if (payer === "stranger" && sumsSaidIn(says).length > 0 && !isPaidToThem(says)) {
      denyMoney(says);
      continue;
    }
    if (payer === "own" && !isDenial(says)) {
      acts.push({
        from,
        to,
        by,
        institutions: [],
        sums: sumsSaidIn(says),
        words: wordsTold(says, meaning),
        place,
        isMoney: true,
      });
      continue;
    }
    // Whoever is only named did nothing that is told.
    if (sign === undefined && (isSetUp || lies.at(-1) === from)) continue;
    if (sign === undefined && !(isTrace && named.length > 0)) {
      notUnderstood.push(i);
      continue;
    }
    if (sign?.told === "kept") {
      isKept = true;
      continue;
    }
    // Whoever sees that it has no signal has it in the hand.
    if (sign?.told === "line-gone" && by === "owner") isInHand = true;
    if (sign?.told === "line-gone" && (lineDead === undefined || from < lineDead.at))
      lineDead = { at: from, place };
    if (
      !isTrace &&
      sign !== undefined &&
      sign.told === undefined &&
      (isDenial(says) || hand === "stranger")
    ) {
      const those = named.length > 0 ? named : ofKindNamed(says, own, { world, meaning });
      for (const each of signsNamed(says, sign, meaning))
        denied.push({
          ...{ from, to, by, sign: each.id, institutions: those, sums: sumsSaidIn(says), place },
          ...(each.direction === "out" ? { isMoney: true, words: namesTold(says, meaning) } : {}),
        });
      continue;
    }
    if (!isTrace && sign !== undefined && sign.told === undefined && hand === "own") {
      acts.push({
        ...{ from, to, by, sign: sign.id, institutions: named, sums: sumsSaidIn(says), place },
        ...(sign.direction === "out" ? { isMoney: true, words: wordsTold(says, meaning) } : {}),
      });
      continue;
    }
    observations.push({
      id: firstId + observations.length,
      place,
      // The word is one of the list just looked in.
      kind: isTrace ? (kind as TraceKind) : "notice",
      from,
      to,
      institutions: named,
      named: [],
      things: [],
      ...(sign === undefined ? {} : { sign: sign.id }),
      counterparty: "",
      text: says,
      trust: "told",
      by,
    });
  }
  return {
    observations,
    gone,
    given,
    acts: acts.map((act) => (isDeceivedIn(act, lies) ? { ...act, isDeceived: true } : act)),
    denied,
    isKept: isKept || (isInHand && gone.size === 0),
    isBeside: isKept && gone.size === 0 && lineDead === undefined,
    // Who says what they told has told that, or nothing.
    heard:
      lies.length === 0 || told.some(({ says }) => meaning.isSaid(says, "given") || isNothingTold(says))
        ? new Map()
        : heardBy(Math.min(...lies), world),
    anchors,
    linksOpened,
    lies,
    notUnderstood,
    ...(goneSince === undefined ? {} : { goneSince }),
    ...(stolenSince === undefined ? {} : { stolenSince }),
    ...(lineDead === undefined ? {} : { lineDead }),
    ...(metSince === undefined ? {} : { metSince }),
    ...(setUpSince === undefined ? {} : { setUpSince }),
  };
}

/** What an entry says of things and secrets: what was gone, taken, given up, locked, or told to somebody. */
import { sumsIn } from "../evidence/index.ts";
import { type AtomId, at, heldOrDenied } from "../model/index.ts";
import { areOnlyLost, cardsTakenIn } from "./told-cards.ts";
import { lockedOut, ofKindNamed } from "./told-deeds.ts";
import { givenUpIn, isRobbed, takenIn, toldToSomebody } from "./told-facts.ts";
import { type Heard, keepEarliest, lose, meet, type ToldLine, type ToldMeant, wordOf } from "./told-heard.ts";
import { denyMoney } from "./told-hearing-acts.ts";
import { isDenial, isDeniedMoney, isLinkOpened } from "./told-voices.ts";

/** Of the two tongues whose sentences are read as such; of others there are phrases alone. */
const isOfReadTongue = (says: string): boolean =>
  /\p{sc=Han}/u.test(says)
    ? !/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(says)
    : /\b(?:my|i|the|we|she|he|our|her|his|they|was|were|from)\b/iu.test(says);

/** Minutes for which a code that came can be told to somebody. */
const codeLasts = 10;

/** It may stand beside what is denied, in one sentence. */
export function hearLiesAndKept(heard: Heard, line: ToldLine): void {
  if (heard.meaning.isSaid(line.says, "kept")) heard.isKept = true;
  if (!heard.meaning.isSaid(line.says, "deceived")) return;
  heard.lies.push(line.from);
  // Whoever is lied to on a phone has it in the hand.
  heard.isInHand = true;
  meet(heard, line);
}

/** `not possess(device.phone)`. */
export function hearThingGone(heard: Heard, line: ToldLine): boolean {
  const { of: bare, isHeld } = heldOrDenied(line.says);
  const atom = heard.world.atomOf.get(bare);
  if (isHeld || atom === undefined) return false;
  lose(heard, line, [atom]);
  return true;
}

/** `institution/flow`. */
export function hearFlow(heard: Heard, line: ToldLine): boolean {
  const { says, from } = line;
  if (!heard.world.steps.some((step) => `${step.institution}/${step.flow.id}` === says)) return false;
  heard.acts.push({ ...wordOf(line), flow: says, institutions: [], sums: [] });
  heard.anchors.push(from);
  return true;
}

/** Money that is denied beside what became of a thing; the rest of the entry is heard all the same. */
export function hearMoneyBeside(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  const { beside } = meant;
  if (isDeniedMoney(beside) && (sumsIn(beside).length > 0 || isDenial(beside)))
    denyMoney(heard, line, { ...meant, text: beside });
  return false;
}

export function hearTaken(heard: Heard, line: ToldLine, { sign, named, said }: ToldMeant): boolean {
  const { says, from, place } = line;
  const { world, meaning } = heard;
  if (sign?.told !== "taken" || isDenial(says)) return false;
  // `My husband took my phone to the repair shop` has the words, and says nothing of the kind.
  if (isOfReadTongue(says) && !said.some(({ gone }) => gone !== undefined)) return false;
  const those = takenIn(says, world);
  const cards = cardsTakenIn(says, named, world);
  const isTaken = isRobbed(says, meaning);
  // What was only left somewhere, or is not to be found, may lie there still.
  const isStolen = (those.length > 0 && isTaken) || (cards.length > 0 && (isTaken || !areOnlyLost(says)));
  if (isStolen && (heard.stolenSince === undefined || from < heard.stolenSince.at))
    heard.stolenSince = { at: from, place };
  if (those.length > 0) lose(heard, line, those);
  // A card that is gone is no line that was lost.
  for (const each of cards) keepEarliest(heard.gone, each, from);
  if (cards.length > 0) heard.anchors.push(from);
  if (those.length + cards.length === 0) heard.notUnderstood.push(line.index);
  return true;
}

export function hearGivenUp(heard: Heard, line: ToldLine, { sign, named, beside }: ToldMeant): boolean {
  if (sign?.told !== "given-up") {
    heard.anchors.push(line.from);
    return false;
  }
  const those = givenUpIn(named, heard.world);
  // Since when somebody else has it nobody says.
  for (const each of those) heard.given.set(each, Number.NEGATIVE_INFINITY);
  if (those.length === 0) heard.notUnderstood.push(line.index);
  // To give a number up is no incident; what is found out with it is.
  else if (beside !== "" && beside !== line.says) heard.anchors.push(line.from);
  return true;
}

export function hearLockedOut(heard: Heard, line: ToldLine, { sign, named, beside }: ToldMeant): boolean {
  if (sign?.told !== "locked-out") return false;
  const { says } = line;
  const { own, world, meaning } = heard;
  const those = named.length > 0 ? named : ofKindNamed(says, own, { world, meaning });
  const found = lockedOut(those, { says, rest: beside }, { world, meaning });
  if (found.denied !== undefined) heard.denied.push({ ...found.denied, ...wordOf(line) });
  if (found.act !== undefined) heard.acts.push({ ...found.act, ...wordOf(line) });
  return true;
}

export function hearToldToThem(
  heard: Heard,
  line: ToldLine,
  { sign, isTrace, named, said }: ToldMeant,
): boolean {
  const { says } = line;
  const { world, meaning } = heard;
  const isOfGiving = sign?.told === "given" || sign?.told === "shared";
  const toThem = isTrace ? undefined : toldToSomebody(says, { named, world, meaning });
  // A shared screen is told beside a line that went dead; what was typed, beside a wrong password, is no gift.
  if (toThem === undefined || !(isOfGiving || toThem.isShared)) return false;
  // `I use AnyDesk at work` has the words as well.
  if (!said.some((each) => each.sign === "given" || each.isSteered === true)) return false;
  giveToThem(heard, line, toThem.atoms);
  return isOfGiving;
}

/** They had it from then on. */
export function giveToThem(heard: Heard, line: ToldLine, atoms: readonly AtomId[]): void {
  const { says, from, by } = line;
  // A code is read out after it came.
  const since = (atom: AtomId) =>
    heard.texts.has(at(heard.world.atoms, atom).kind) ? from - codeLasts : from;
  for (const each of atoms) keepEarliest(heard.given, each, since(each));
  // A link that was opened says when it began, and not what was told.
  if (isLinkOpened(says)) heard.linksOpened.push(from);
  meet(heard, line);
  if (by === "owner") heard.isInHand = true;
}

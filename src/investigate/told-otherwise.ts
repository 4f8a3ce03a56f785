/**
 * What an entry says in words that no sign of the catalogue has, by the reader of whole sentences that every question shares
 * (`told`): `手机和钱包在地铁上都被偷了` stands in no list of phrases. It says what is gone, that a line is dead, what somebody had
 * from them, that money went which was none of theirs or went by their own hand to whoever lied; of the rest nothing is made here.
 */
import { kindsWithRole } from "../model/index.ts";
import type { Thing } from "../person/index.ts";
import type { SignWord } from "../told/index.ts";
import { cardsTakenIn } from "./told-cards.ts";
import { isRobbed, takenIn, theyHad } from "./told-facts.ts";
import { type Heard, keepEarliest, lose, meet, type ToldLine, type ToldMeant, wordOf } from "./told-heard.ts";
import { giveToThem } from "./told-hearing.ts";
import { denyMoney } from "./told-hearing-acts.ts";
import { sumsSaidIn } from "./told-voices.ts";
import { wordsTold } from "./words-told.ts";

type Signs = ReadonlySet<SignWord | undefined>;
const goneMoney: Signs = new Set<SignWord>(["row", "money-gone", "new-account"]);
const ownPayments: Signs = new Set<SignWord>([
  "paid",
  "paid-in-cash",
  "paid-in-gift-cards",
  "paid-in-crypto",
]);

/** Beside whatever else it says; where a phrase of the catalogue said what was taken, nothing is looked for a second time. */
export function hearGoneOtherwise(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  if (!meant.isTrace && meant.sign?.told !== "taken") hearGone(heard, line, meant);
  return false;
}

/** Where no phrase of the catalogue is in it. */
export function hearOtherwise(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  if (meant.isTrace || meant.sign !== undefined) return false;
  const { said } = meant;
  const isGone = hearGone(heard, line, meant);
  const has = (signs: Signs): boolean => said.some(({ sign }) => signs.has(sign));
  const isShared = said.some(({ isSteered }) => isSteered === true);
  const hearings: readonly (readonly [boolean, () => void])[] = [
    [has(new Set(["no-service"])), () => hearNoService(heard, line)],
    [
      isShared || has(new Set(["given"])),
      () => giveToThem(heard, line, theyHad(line.says, isShared, { ...meant, world: heard.world })),
    ],
    [has(ownPayments), () => hearOwnPayment(heard, line)],
    [has(goneMoney), () => denyMoney(heard, line, { ...meant, text: line.says })],
  ];
  const spoken = hearings.filter(([isSaid]) => isSaid);
  for (const [, hear] of spoken) hear();
  return isGone || spoken.length > 0;
}

/** Whether anything it says is gone is one of theirs; of several of a kind it may be any, and then none is. */
function hearGone(heard: Heard, line: ToldLine, { named, said }: ToldMeant): boolean {
  const gone = new Set(said.flatMap((each) => (each.gone === undefined ? [] : [each.gone])));
  if (gone.size === 0) return false;
  const { world, meaning } = heard;
  const { says, from, place } = line;
  const [inHand = ""] = kindsWithRole(world.catalog.vocabulary, "in-hand");
  const cards = new Set(cardsTakenIn(says, named, world));
  const others = new Set(
    [...gone].flatMap((id) => {
      const kind = id.split(".")[0];
      if (kind === "device") return takenIn(says, world);
      if (kind === "card") return [];
      const ofKind = [...world.person.things.values()].filter((thing) => isOwnOf(thing, kind));
      const those = ofKind.some((thing) => thing.id === id)
        ? ofKind.filter((thing) => thing.id === id)
        : ofKind;
      return those.length > 1
        ? []
        : those.flatMap((thing) => world.atomOf.get(`${inHand}(${thing.id})`) ?? []);
    }),
  );
  if (others.size + cards.size === 0) return false;
  if (isRobbed(says, meaning) && (heard.stolenSince === undefined || from < heard.stolenSince.at))
    heard.stolenSince = { at: from, place };
  if (others.size > 0) lose(heard, line, [...others]);
  for (const each of cards) keepEarliest(heard.gone, each, from);
  if (cards.size > 0) heard.anchors.push(from);
  return true;
}

const isOwnOf = ({ kind, of }: Thing, wanted: string | undefined): boolean =>
  kind === wanted && of === undefined;

function hearNoService(heard: Heard, { from, by, place }: ToldLine): void {
  // Whoever sees that it has no signal has it in the hand.
  if (by === "owner") heard.isInHand = true;
  if (heard.lineDead === undefined || from < heard.lineDead.at) heard.lineDead = { at: from, place };
}

/** By their own hand, to somebody who lied. */
function hearOwnPayment(heard: Heard, line: ToldLine): void {
  heard.lies.push(line.from);
  heard.isInHand = true;
  meet(heard, line);
  heard.acts.push({
    ...wordOf(line),
    institutions: [],
    sums: sumsSaidIn(line.says),
    words: wordsTold(line.says, heard.meaning),
    isMoney: true,
  });
}

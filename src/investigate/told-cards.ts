/**
 * Which cards somebody says are in other hands. `My phone was stolen, my wallet is at home` speaks of cards as well, and of none that is
 * gone; a SIM card, a bus card, a card number are no card of a bank. These are words of grammar and of the house, no signs of a record.
 */
import type { Grounded } from "../ground/index.ts";
import { type AtomId, kindsWithRole } from "../model/index.ts";
import { clausesOf } from "./told-voices.ts";

const aCard =
  /\bcards?\b|\bwallet\b|\bpurse\b|银行卡|卡被|我的卡|把卡|钱包|cart(?:ão|eira)|tarjeta|cartera|karte|portemonnaie|geldb(?:örse|eutel)|brieftasche|\bcarte\b|portefeuille|\bcarta\b|portafoglio|カード|財布|카드|지갑/u;
const aPhone =
  /phone|mobile|handset|\bbag\b|handbag|backpack|手机|手機|(?<![钱錢面红紅])包|celular|móvil|telefone|teléfono|handy|téléphone|telefono|スマホ|携帯|휴대폰|핸드폰/u;
const severalCards =
  /\bcards\b|\bwallet\b|\bpurse\b|钱包|carteira|cartera|portemonnaie|geldb(?:örse|eutel)|brieftasche|portefeuille|portafoglio|財布|지갑/u;

/** Cards that pay nothing of a bank's, what is only printed on one, and what a telephone lies in or is spoken through. */
const noCard =
  /\b(?:e?sim|id|identity|oyster|travel|bus|library|insurance|health|gift|birthday|christmas|business|loyalty|membership|student|staff|residence|green|report) cards?\b|\bcards? (?:numbers?|details|data|info(?:rmation)?|pins?|reader|holder)\b|\bwallet (?:case|app)\b|\b(?:over|on|by) the (?:tele)?phone\b|(?:公交|交通|会员|手机|电话|饭|社保|门禁|学生|电话|sim\s?)卡|钱包壳|卡号|(?:sim-?|fahr|gesundheits|kunden|visiten|monats)karten?|tarjeta (?:sim|de transporte)|carte (?:sim|vitale|grise|d['’]identité)|carta (?:sim|d['’]identità)|cartão (?:sim|de cidadão)|simカード|유심\s?카드/gu;

/** It is still theirs, was only given to one of them, or was taken off an app. */
const isStillTheirs =
  /^(?:not|except)\b|\bstill (?:have|had|got|here|with me)\b|\b(?:i|we) (?:have|kept)\b|\bat home\b|\bwith me\b|\btaken (?:out of|off)\b|\b(?:gave|handed|lent)\b.*\bmy (?:wife|husband|partner|son|daughter|mother|mum|mom|father|dad|brother|sister|carer)\b|^my (?:wife|husband|partner|son|daughter|mother|mum|mom|father|dad|brother|sister|carer) (?:took|borrowed|has)\b|^(?:i|we) took\b|还在|在家|在身边|在我这|没丢|[给給](?:了)?(?:我)?(?:老婆|老公|妻子|丈夫|女儿|儿子|妈|爸|家人)|\btengo\b|\btenho\b|em casa|en casa|a casa|à la maison|zu hause|habe ich noch|noch da|j['’]ai (?:encore|toujours)|ho ancora|手元|家にあ|집에 있/u;

/** The parts that say of nothing that it is still theirs, in small letters. */
const partsOfGone = (says: string): readonly string[] =>
  clausesOf(says.toLowerCase().replaceAll(noCard, " ")).filter((part) => !isStillTheirs.test(part));

const partsOfCards = (says: string): readonly string[] =>
  partsOfGone(says).filter((part) => aCard.test(part));

/** It speaks of cards, whether they are gone or not, and of nothing gone that a telephone would be gone with. */
export const isOfCardsAlone = (says: string): boolean =>
  aCard.test(says.toLowerCase()) && !partsOfGone(says).some((part) => aPhone.test(part));

/** It is not to be found, and nobody is said to have it. */
export const areOnlyLost = (says: string): boolean => partsOfCards(says).every((part) => lost.test(part));
const lost =
  /\b(?:lost|mislaid|misplaced|missing)\b|丢|掉了|不见了|perdi|perd[íu]|perdu|verloren|\bpers[oa]\b|なくし|紛失|잃어|분실/iu;

/**
 * The cards somebody says were taken, lost or handed over: those of whom is named, all where a wallet is, else the only one; empty: it
 * speaks of none, or of one of several.
 */
export function cardsTakenIn(
  says: string,
  institutions: readonly string[],
  { person, atomOf, catalog }: Grounded,
): readonly AtomId[] {
  const parts = partsOfCards(says);
  if (parts.length === 0) return [];
  const cards = [...person.things.values()].filter(({ kind, of }) => kind === "card" && of === undefined);
  const named = cards.filter(({ institution }) => institutions.includes(institution ?? ""));
  const areSeveral = parts.some((part) => severalCards.test(part));
  const those = areSeveral || named.length === 0 ? cards : named;
  if (those.length > 1 && !areSeveral) return [];
  const [inHand = ""] = kindsWithRole(catalog.vocabulary, "in-hand");
  return those.flatMap(({ id }) => atomOf.get(`${inHand}(${id})`) ?? []);
}

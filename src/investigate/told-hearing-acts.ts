/** What an entry says of acts: what was paid or done by one's own hand, what was not, and what came as a sign. */
import type { Meaning } from "../evidence/index.ts";
import type { Sign, TraceKind } from "../model/index.ts";
import { ofKindNamed, signsNamed } from "./told-deeds.ts";
import { handOf } from "./told-hands.ts";
import { type Heard, type ToldLine, type ToldMeant, wordOf } from "./told-heard.ts";
import {
  clausesOf,
  isDenial,
  isDeniedCode,
  isDeniedMoney,
  isOwnVoice,
  isPaid,
  isPaidToThem,
  isUnknownName,
  sumsSaidIn,
} from "./told-voices.ts";
import { namesTold, wordsTold } from "./words-told.ts";

/** Money they say was none of theirs. */
export function denyMoney(
  { denied, meaning }: Heard,
  line: ToldLine,
  { text, sign, named }: Pick<ToldMeant, "sign" | "named"> & { readonly text: string },
): void {
  denied.push({
    ...wordOf(line),
    institutions: named,
    sums: sumsSaidIn(text),
    words: namesTold(text, meaning),
    isMoney: true,
    // Of a loan it is the sum that came in as well.
    ...(sign?.direction === "in" && isDenial(text) ? { signs: new Set([sign.id]) } : {}),
  });
}

/** Nothing but money, codes and whose hand it was is left to be said. */
const isOfAnything = ({ isTrace, sign }: ToldMeant): boolean => isTrace || sign?.told !== undefined;

export function hearDeniedMoney(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  if (isOfAnything(meant) || !isDeniedMoney(line.says)) return false;
  denyMoney(heard, line, { ...meant, text: line.says });
  return true;
}

/** `I don't know Rakesh Kumar`: what went to whoever has that name was none of theirs; of nothing else it says anything. */
export function hearUnknownName({ denied, meaning }: Heard, line: ToldLine, meant: ToldMeant): boolean {
  const those = clausesOf(line.says).filter(isUnknownName);
  const words = those.flatMap((part) => namesTold(part, meaning));
  if (isOfAnything(meant) || words.length === 0) return false;
  denied.push({ ...wordOf(line), institutions: [], sums: [], words, isMoney: true, isByName: true });
  return true;
}

export function hearDeniedCode(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  if (isOfAnything(meant) || !isDeniedCode(line.says)) return false;
  heard.denied.push({ ...wordOf(line), institutions: meant.named, sums: [], isMessage: true });
  return true;
}

export function hearPayment(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  const { says } = line;
  const payer = !isOfAnything(meant) && isPaid(says) ? handOf(says, isPaid) : "nobody";
  const isNamed =
    sumsSaidIn(says).length > 0 || (isDenial(says) && namesTold(says, heard.meaning).length > 0);
  if (payer === "stranger" && isNamed && !isPaidToThem(says)) {
    denyMoney(heard, line, { ...meant, text: says });
    return true;
  }
  if (payer !== "own" || isDenial(says)) return false;
  heard.acts.push({
    ...wordOf(line),
    institutions: [],
    sums: sumsSaidIn(says),
    words: wordsTold(says, heard.meaning),
    isMoney: true,
  });
  return true;
}

export function hearNothingKnown(
  heard: Heard,
  { index, from }: ToldLine,
  { sign, isSetUp, isTrace, named }: ToldMeant,
): boolean {
  // Whoever is only named did nothing that is told.
  if (sign === undefined && (isSetUp || heard.lies.at(-1) === from)) return true;
  if (sign !== undefined || (isTrace && named.length > 0)) return false;
  heard.notUnderstood.push(index);
  heard.unheardAt.push(from);
  return true;
}

export function hearDeadLine(heard: Heard, { from, by, place }: ToldLine, { sign }: ToldMeant): boolean {
  if (sign?.told === "kept") {
    heard.isKept = true;
    return true;
  }
  if (sign?.told !== "line-gone") return false;
  // Whoever sees that it has no signal has it in the hand.
  if (by === "owner") heard.isInHand = true;
  if (heard.lineDead === undefined || from < heard.lineDead.at) heard.lineDead = { at: from, place };
  return false;
}

export function hearDeniedAct(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  const { says } = line;
  const { sign, named, hand } = meant;
  const { own, world, meaning } = heard;
  if (isOfAnything(meant) || sign === undefined || !(isDenial(says) || hand === "stranger")) return false;
  const those = named.length > 0 ? named : ofKindNamed(says, own, { world, meaning });
  const { denied, done } = apartIn(says, meaning);
  for (const each of done) heard.acts.push({ ...wordOf(line), sign: each.id, institutions: named, sums: [] });
  const isMeant = (each: Sign) => denied.length === 0 || denied.some(({ id }) => id === each.id);
  for (const each of signsNamed(says, denied[0] ?? sign, meaning).filter(isMeant))
    heard.denied.push({
      ...wordOf(line),
      sign: each.id,
      institutions: those,
      sums: sumsSaidIn(says),
      ...(each.direction === "out" ? { isMoney: true, words: namesTold(says, meaning) } : {}),
    });
  return true;
}

/**
 * `I got a new SIM and then saw a text of a loan I never applied for`: of a sentence in whose denial a sign stands, that one is
 * denied, and what stands before it in one's own voice was done. Both empty: the denial is of all of it.
 */
function apartIn(
  says: string,
  meaning: Meaning,
): { readonly denied: readonly Sign[]; readonly done: readonly Sign[] } {
  const parts = clausesOf(says);
  const signsIn = (those: readonly string[]) =>
    those.flatMap((part) => meaning.signIn(part) ?? []).filter(({ told }) => told === undefined);
  const denied = signsIn(parts.filter(isDenial));
  return denied.length === 0
    ? { denied, done: [] }
    : { denied, done: signsIn(parts.filter((part) => !isDenial(part) && isOwnVoice(part))) };
}

export function hearOwnAct(heard: Heard, line: ToldLine, meant: ToldMeant): boolean {
  const { says } = line;
  const { sign, named, hand } = meant;
  if (isOfAnything(meant) || sign === undefined || hand !== "own") return false;
  heard.acts.push({
    ...wordOf(line),
    sign: sign.id,
    institutions: named,
    sums: sumsSaidIn(says),
    ...(sign.direction === "out" ? { isMoney: true, words: wordsTold(says, heard.meaning) } : {}),
  });
  return true;
}

/** It came on a screen, by what they say. */
export function observe(heard: Heard, line: ToldLine, { sign, isTrace, kind, named }: ToldMeant): boolean {
  const { from, to, by, place, says } = line;
  heard.observations.push({
    id: heard.firstId + heard.observations.length,
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
  return true;
}

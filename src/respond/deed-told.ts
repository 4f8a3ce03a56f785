/**
 * An act in `done` as somebody would say it: `told the bank to block my card`, 让移动停了号码. What was stopped tells which
 * condition is meant, by its role in the vocabulary: a number falls silent, a card is blocked, an account is frozen.
 *
 * What to know to trust it: it must say that something was stopped, and name what. Else nothing is taken for done.
 */
import type { Catalog } from "../catalog/index.ts";
import { conditionsWithRole } from "../model/index.ts";
import type { DeedResult } from "./incident.ts";

export interface DeedTold {
  /** `blocked(card.icbc)`. */
  readonly action: string;
  /** That it was refused, where the words say so. */
  readonly result?: DeedResult;
}

export interface DeedQuestion {
  readonly catalog: Pick<Catalog, "vocabulary">;
  readonly text: string;
  /** Of the places somebody named, the first is meant. */
  readonly places: readonly string[];
  /** Whether a place keeps cards; the rest keep accounts. */
  readonly hasCards: (place: string) => boolean;
}

const stopped =
  /\b(?:block(?:ed|ing)?|fr[eo]ez(?:e|ing)|froze(?:n)?|suspend(?:ed|ing)?|stop(?:ped|ping)?|cancel(?:l?ed|l?ing)?|disabl(?:e|ed|ing)|deactivat(?:e|ed|ing)|lock(?:ed|ing)?|report(?:ed|ing)? (?:\w+ ){0,3}(?:lost|stolen))\b|挂失|掛失|冻结|凍結|停机|停機|停用|止付|锁定|鎖定|停了|停掉|封了/iu;
const ofLine =
  /\b(?:number|sim(?:[- ]card)?|line)\b|号码|號碼|手机卡|手機卡|电话卡|電話卡|手机号|手機號|停机|停機|sim卡/iu;
const ofCard = /\bcards?\b|银行卡|銀行卡|信用卡|储蓄卡|提款卡|金融卡|(?<!手机|手機|电话|電話|sim)卡/iu;
const ofAccount =
  /\b(?:accounts?|apps?|wallet|online banking|net banking)\b|账户|帳戶|账号|帳號|钱包|錢包|网银|網銀/iu;
const refused =
  /\b(?:refus\w+|said no|would not|wouldn't|won't|declined|could not|couldn't|can't|cannot)\b|拒绝|拒絕|不给办|不給辦|办不了|辦不了|不肯|要本人|没给|沒給/iu;

/** `undefined`: it does not say that something was stopped, or not what. */
export function deedTold({ catalog, text, places, hasCards }: DeedQuestion): DeedTold | undefined {
  if (!stopped.test(text)) return undefined;
  const [place] = places;
  const said = (role: "silences" | "blocks" | "freezes", on: string): DeedTold | undefined => {
    const [kind] = conditionsWithRole(catalog.vocabulary, role);
    if (kind === undefined) return undefined;
    return { action: `${kind}(${on})`, ...(refused.test(text) ? { result: "refused" } : {}) };
  };
  if (ofLine.test(text)) return said("silences", "line.main");
  if (ofCard.test(text)) return said("blocks", place === undefined ? "card.bank" : `card.${place}`);
  if (place === undefined) return ofAccount.test(text) ? said("freezes", "account.bank") : undefined;
  return hasCards(place) && !ofAccount.test(text)
    ? said("blocks", `card.${place}`)
    : said("freezes", `account.${place}`);
}

/** Whom one turns to: who runs it by name, and of a place nobody named what it is to the person (`your carrier`). */
import type { InstitutionKind } from "../model/index.ts";
import { type Speaking, sayInstitution } from "./say.ts";
import { type Both, both, type Lang } from "./words.ts";

const yours: Readonly<Partial<Record<InstitutionKind, Both<string>>>> = {
  carrier: both("your carrier", "你的运营商"),
  bank: both("your bank", "你的银行"),
  wallet: both("your payment app", "你用的支付应用"),
  exchange: both("your exchange", "你用的交易平台"),
  lender: both("your lender", "你用的借贷平台"),
  mail: both("your email provider", "你的邮箱服务商"),
  vendor: both("the maker of your phone", "手机厂商"),
  messenger: both("your chat app", "你用的聊天应用"),
  government: both("your government account", "政务服务账户"),
  marketplace: both("the shop", "购物平台"),
  site: both("the site", "这个网站"),
};

/** What a place of this kind is to the person who turns to it; `undefined`: there is no word for it. */
export const sayOfKind = (kind: InstitutionKind, lang: Lang): string | undefined => yours[kind]?.[lang];

/** Who runs it; of a place nobody named, what it is to the person who calls. */
export function sayPlace({ catalog }: Pick<Speaking, "catalog">, id: string, lang: Lang): string {
  const institution = catalog.institutions.get(id);
  const own = institution?.isArchetype === true ? sayOfKind(institution.kind, lang) : undefined;
  return own ?? sayInstitution({ catalog }, id, lang);
}

/** What a thing is called on its line: what the person calls it, else who runs it and what it is. */
import { type Both, both, type Lang, spaced } from "../../../src/report/index.ts";
import {
  bodyOf,
  type EntryKind,
  helperName,
  institutionOf,
  isEntryKind,
  type PersonDocument,
  splitId,
  type ThingId,
  thingsOf,
  titleOf,
} from "./document.ts";
import type { Services } from "./questions.ts";
import { sayValue } from "./value-words.ts";

const plainWords: Readonly<Record<string, Both<string>>> = {
  line: both("number", "手机号"),
  sim: both("SIM card", "手机卡"),
  account: both("account", "账户"),
  mailbox: both("email", "邮箱"),
};

/** How kinds of services are called when no one of them is meant. */
export const serviceKinds: Readonly<Record<string, Both<string>>> = {
  carrier: both("Phone companies", "运营商"),
  bank: both("Banks", "银行"),
  wallet: both("Wallets and payment", "钱包与支付"),
  lender: both("Loans", "贷款"),
  vendor: both("Phone makers and clouds", "手机厂商与云账户"),
  mail: both("Email", "邮箱"),
  government: both("Government", "政务"),
  marketplace: both("Shops", "购物"),
  "password-manager": both("Password managers", "密码管理器"),
  exchange: both("Crypto exchanges", "加密货币交易所"),
  messenger: both("Messengers", "聊天"),
  site: both("Other websites", "其他网站"),
  police: both("Police", "公安"),
  clearing: both("Across institutions", "跨机构"),
  rescue: both("Emergency help", "救急机构"),
  other: both("Not in our list", "不在名单里"),
};

/** What stands for any service of its kind, as the name of one thing. */
const standIns: Readonly<Record<string, Both<string>>> = {
  "any-bank": both("Another bank", "另一家银行"),
  "any-carrier": both("Another carrier", "另一家运营商"),
  "any-exchange": both("A crypto exchange", "一家加密货币交易所"),
  "any-government-app": both("A government app", "一个政务应用"),
  "any-lender": both("A lender", "一个贷款平台"),
  "any-mail": both("A mail provider", "一个邮箱"),
  "any-marketplace": both("A shop", "一个购物平台"),
  "any-messenger": both("A messenger", "一个聊天软件"),
  "any-password-manager": both("A password manager", "一个密码管理器"),
  "any-site": both("Another website", "另一个网站"),
  "any-wallet": both("A payment wallet", "一个支付钱包"),
};

export interface Labelling {
  readonly document: PersonDocument;
  readonly services: Services;
  readonly lang: Lang;
}

export function serviceName({ services, lang }: Pick<Labelling, "services" | "lang">, id: string): string {
  return standIns[id]?.[lang] ?? services.get(id)?.name[lang] ?? id;
}

/** Gives each thing's label; what two would share is numbered. For one document: each label is made once. */
export function labeller(labelling: Labelling): (id: ThingId) => string {
  const { document, lang } = labelling;
  const made = new Map<ThingId, string>();
  const numbered = new Map<string, ReadonlyMap<ThingId, string>>();
  const numbers = (kind: EntryKind, of: string | undefined): ReadonlyMap<ThingId, string> => {
    const key = `${kind} ${of ?? ""}`;
    const known = numbered.get(key);
    if (known !== undefined) return known;
    const helper = of === undefined ? undefined : helperName(document, of, lang);
    const ofHelper = (own: string) =>
      helper === undefined ? own : lang === "zh" ? spaced(helper, "的", own) : `${helper}: ${own}`;
    const alike = Map.groupBy(thingsOf(document, kind, of), (each) => ownLabel(labelling, each, label));
    const labels = new Map(
      [...alike].flatMap(([own, those]) =>
        those.map((each, i) => [each, ofHelper(those.length > 1 ? `${own} ${i + 1}` : own)] as const),
      ),
    );
    numbered.set(key, labels);
    return labels;
  };
  const label = (id: ThingId): string => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const { kind, name } = splitId(id);
    const said =
      kind === "person"
        ? helperName(document, name, lang)
        : kind === "sim"
          ? joined(label(`line.${name}`), plainWords["sim"]?.[lang] ?? "", lang)
          : isEntryKind(kind)
            ? (numbers(kind, bodyOf(document, id)?.["of"] as string | undefined).get(id) ?? name)
            : name;
    made.set(id, said);
    return said;
  };
  return label;
}

function ownLabel(labelling: Labelling, id: ThingId, label: (id: ThingId) => string): string {
  const { document, lang } = labelling;
  const { kind, name } = splitId(id);
  const body = bodyOf(document, id);
  const title = titleOf(body, lang);
  const ending = body?.["last4"] === undefined ? "" : ` ${String(body["last4"])}`;
  if (title !== undefined) return title + ending;
  const institution = institutionOf(document, id);
  const runs = institution === undefined ? "" : serviceName(labelling, institution);
  if (kind === "account") return runs === "" ? name : runs;
  if (kind === "mailbox") {
    const account = body?.["account"];
    if (typeof account !== "string" || account === "unknown" || account === "none") return name;
    const of = label(`account.${account.replace(/^account\./, "")}`);
    return /mail|邮/i.test(of) ? of : joined(of, plainWords["mailbox"]?.[lang] ?? "", lang);
  }
  if (kind === "line") return joined(runs, plainWords["line"]?.[lang] ?? "", lang);
  const stated = String(
    body?.["kind"] ?? (kind === "card" ? "debit" : kind === "device" ? "phone" : "id-card"),
  );
  const word =
    stated === "unknown" && kind === "card"
      ? both("card", "银行卡")[lang]
      : sayValue({ kind, key: "kind", from: "attribute" }, stated, lang);
  if (runs === "") return word;
  // `vivo phones` makes a vivo phone.
  const maker = kind === "device" ? runs.replace(/ (phones|手机)$/u, "") : runs;
  return joined(maker, lang === "en" ? word.toLowerCase() : word, lang) + ending;
}

/** Chinese words follow one another; beside Latin letters, and in English, a space stands between. */
export function joined(before: string, after: string, lang: Lang): string {
  if (before === "" || after === "") return before + after;
  const isLatin = /[A-Za-z0-9]$/.test(before) || /^[A-Za-z0-9]/.test(after);
  return lang === "zh" && !isLatin ? before + after : `${before} ${after}`;
}

/** How a flow is run, and how we know of it, in both languages. Apart from other words, because the page wants only these. */
import type { BasisStatus, Channel } from "../model/index.ts";
import { type Both, both } from "./words.ts";

/** How a flow is run. */
export const channelWords: Readonly<Record<Channel, Both<string>>> = {
  phone: both("by phone", "打电话"),
  app: both("in the app", "在应用里"),
  web: both("on the web", "在网页上"),
  counter: both("at the counter", "在柜台"),
  sms: both("by text message", "发短信"),
  ussd: both("by dialled code", "拨号指令"),
  branch: both("at a branch", "在网点"),
  chat: both("by chat", "找在线客服"),
  mail: both("by email", "发邮件"),
  hands: both("no institution involved", "不经过任何机构"),
};

/** A status in one word, and what it means. */
export const basisWords: Readonly<
  Record<BasisStatus, { readonly word: Both<string>; readonly meaning: Both<string> }>
> = {
  tested: {
    word: both("tested", "有人实测"),
    meaning: both("somebody did it and says so", "有人亲手做过，并写明了"),
  },
  documented: {
    word: both("official", "官方写明"),
    meaning: both("the institution's own text or a law says so", "机构自己的说明或法规这样写"),
  },
  reported: {
    word: both("reported", "有报道"),
    meaning: both("news, police, a court or a victim says so", "新闻、警方、法院或受害人这样说"),
  },
  claimed: {
    word: both("unconfirmed", "网上说法，未证实"),
    meaning: both("only unsigned pages say so", "只有来源不明的网页这样说"),
  },
  disputed: {
    word: both("disputed", "说法不一"),
    meaning: both("sources contradict one another", "几个来源互相矛盾"),
  },
  assumed: {
    word: both("nobody has read it", "没人查过"),
    meaning: both(
      "nobody has read it here; services of this kind do it elsewhere",
      "这里还没人查过，同类服务在别处有这样做的",
    ),
  },
};

/** How a flow is run, and how we know of it, in both languages. Apart from other words, because the page wants only these. */
import type { BasisStatus, Channel } from "../model/index.ts";
import { type Both, both } from "./words.ts";

/** How a flow is run. */
export const channelWords: Readonly<Record<Channel, Both<string>>> = {
  phone: both("by phone", "电话"),
  app: both("in the app", "应用"),
  web: both("on the web", "网页"),
  counter: both("at the counter", "柜台"),
  sms: both("by text message", "短信"),
  ussd: both("by dialled code", "拨号指令"),
  branch: both("at a branch", "网点"),
  chat: both("by chat", "在线客服"),
  mail: both("by mail", "邮件"),
  hands: both("by hand", "动手"),
};

/** A status in one word, and what it means. */
export const basisWords: Readonly<
  Record<BasisStatus, { readonly word: Both<string>; readonly meaning: Both<string> }>
> = {
  tested: {
    word: both("tested", "试过"),
    meaning: both("somebody did it and says so", "有人亲手做过并说明了"),
  },
  documented: {
    word: both("documented", "有文件"),
    meaning: both("the institution's own text or a statute says so", "机构自己的文字或法规这样写"),
  },
  reported: {
    word: both("reported", "有报道"),
    meaning: both("news, police, a court or a victim says so", "新闻、警方、法院或受害人这样说"),
  },
  claimed: {
    word: both("claimed", "有人声称"),
    meaning: both("only unsigned pages say so; unconfirmed", "只有来源不明的网页这样说，未证实"),
  },
  disputed: {
    word: both("disputed", "有争议"),
    meaning: both("sources contradict one another", "来源互相矛盾"),
  },
  assumed: {
    word: both("nobody has read it", "没人查过"),
    meaning: both(
      "nobody has read it here; services of this kind do it elsewhere",
      "这里还没人查过，同类服务在别处有这样做的",
    ),
  },
};

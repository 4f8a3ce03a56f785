/**
 * What people write in a whole sentence when they tell what they saw. Only wordings that mean one thing wherever they
 * stand: several words, or three characters of Chinese and more. What the catalogue knows a message by counts as well.
 *
 * Nobody's list is whole. What is not found here is said not to be judged, and never guessed from half a word.
 */
import type { Catalog } from "../catalog/index.ts";
import type { SignWord } from "./incident.ts";
import { plainWordsOf } from "./plain-words.ts";

/** A sign, or a thing that is in other hands. */
export type Tells = { readonly sign: SignWord } | { readonly gone: string };

export interface Wording {
  /** In lower case. */
  readonly words: string;
  readonly tells: Tells;
}

const wordings: Readonly<Partial<Record<SignWord, readonly string[]>>> = {
  "no-service": [
    "line stopped working",
    "number stopped working",
    "line is not working",
    "line was not working",
    "line not working",
    "network disappeared",
    "signal disappeared",
    "network vanished",
    "signal vanished",
    "no signal",
    "without signal",
    "without service",
    "sos only",
    "sos mode",
    "no bars",
    "没信号",
    "信号没了",
    "没有网络",
    "手机没网",
    "手机断网",
    "变成无服务",
    "显示无服务",
    "没有信号",
    "只能打紧急电话",
  ],
  "number-rings": ["my number rings", "号码打得通", "号码还能打通", "手机打得通"],
  "number-off": ["number is off", "number is switched off", "号码关机", "号码已关机", "打过去关机"],
  "stranger-answers": [
    "stranger answered",
    "stranger picked up",
    "somebody else answered",
    "someone else answered",
    "somebody else picks up",
    "someone else picks up",
    "陌生人接了",
    "接电话的是陌生人",
    "接的是陌生人",
    "别人接了我的",
  ],
  code: [
    "a code came",
    "codes came",
    "code came in",
    "codes keep coming",
    "got a code",
    "got codes",
    "getting codes",
    "received a code",
    "received codes",
    "one-time code",
    "one time code",
    "security code",
    "one-time password",
    "one time password",
    "otp",
    "otps",
  ],
  call: [
    "called me",
    "phoned me",
    "rang me",
    "got a call",
    "had a call",
    "received a call",
    "phone call from",
    "a call from",
    "caller",
    "接到电话",
    "接到一个电话",
    "接了个电话",
    "来了个电话",
    "打来电话",
    "打电话来",
    "打电话给我",
    "给我打电话",
  ],
  prompt: [
    "asked to approve",
    "asked me to approve",
    "approval request",
    "sign-in request",
    "login request",
    "approve a login",
    "approve a sign-in",
    "让我确认登录",
    "要我确认登录",
    "确认登录",
  ],
  moving: [
    "number will be suspended",
    "number will be stopped",
    "line will be suspended",
    "line will be stopped",
    "line will be disconnected",
    "sim will be blocked",
    "sim will be stopped",
    "sim swap request",
    "sim swapped",
    "swapped my sim",
    "ported my number",
    "moved my number",
    "号码要停机",
    "号码将停机",
    "手机号要停机",
    "要给我停机",
    "补办了我的卡",
    "补了我的卡",
    "换卡短信",
    "补卡申请",
    "换卡申请",
    "携转申请",
  ],
  notice: [
    "got a text",
    "received a text",
    "text message",
    "got a message",
    "received a message",
    "got a notification",
    "received an alert",
    "收到短信",
    "来了短信",
    "来了条短信",
    "收到通知",
    "收到提醒",
    "收到一条短信",
  ],
  mail: ["got an email", "received an email", "email came", "email from", "收到邮件", "收到一封邮件"],
  row: [
    "debit alert",
    "payment i did not make",
    "payments i did not make",
    "payment i didn't make",
    "payments i didn't make",
    "purchase i did not make",
    "purchase i didn't make",
    "transaction i did not make",
    "transaction i didn't make",
    "unauthorised payment",
    "unauthorized payment",
    "unauthorised transaction",
    "unauthorized transaction",
    "unauthorised transfer",
    "unauthorized transfer",
    "unauthorised charge",
    "unauthorized charge",
    "unknown transaction",
    "unknown payment",
    "不是我消费",
    "不是我付的",
    "不是我刷的",
    "扣款短信",
    "银行扣款",
    "陌生扣款",
    "被扣款",
    "被扣了",
    "被消费",
    "被刷了",
    "卡被刷",
  ],
  "money-gone": [
    "money is gone",
    "money was gone",
    "money's gone",
    "money has gone",
    "money disappeared",
    "money is missing",
    "money was missing",
    "money was taken",
    "money has been taken",
    "money was stolen",
    "took my money",
    "took all my money",
    "took the money",
    "stole my money",
    "stole all my money",
    "account is empty",
    "account was emptied",
    "account was empty",
    "emptied my account",
    "account was drained",
    "drained my account",
    "balance is zero",
    "transferred out of",
    "withdrawn from my",
    "was debited",
    "been debited",
    "被转走",
    "转走了",
    "划走了",
    "扣走了",
    "钱少了",
    "少了钱",
    "余额没了",
    "余额为零",
    "钱全没",
    "钱都没了",
  ],
  "money-there": ["money is still there", "money is all there", "钱都还在", "余额还在"],
  "kicked-off": [
    "logged me out",
    "signed me out",
    "kicked me out",
    "kicked out",
    "kicked off",
    "locked me out",
    "locked out of",
    "got logged out",
    "被强制下线",
    "顶下线",
    "挤下线",
    "踢下线",
    "顶下来了",
    "挤下来了",
    "踢出来了",
    "被顶下线",
    "被顶下来",
    "被挤掉",
    "登不上去",
    "登不进去",
    "登录不上",
    "登录不了",
  ],
  refused: [
    "password is wrong",
    "password no longer works",
    "password does not work",
    "password doesn't work",
    "password was refused",
    "pin no longer works",
    "密码不对",
    "密码被改",
    "提示密码错误",
  ],
  given: [
    "gave him the code",
    "gave her the code",
    "gave them the code",
    "gave the code",
    "gave the otp",
    "told the code",
    "i read the code",
    "shared my password",
    "gave my password",
    "gave them my password",
    "installed the app",
    "installed an app",
    "installed an apk",
    "告诉了客服",
    "验证码告诉",
    "验证码给了",
    "验证码发给",
    "验证码报给",
    "密码告诉",
    "密码给了",
    "下载了那个",
    "装了个软件",
    "安装了一个",
  ],
  "new-account": [
    "account opened in my name",
    "account was opened in my name",
    "loan in my name",
    "冒名开户",
    "用我的名字开",
    "以我的名义开",
    "名下多了",
    "名下多出",
  ],
  unbound: ["手机被解绑", "phone was removed from my account"],
};

const gonePhone: readonly string[] = [
  "phone was snatched",
  "phone got snatched",
  "phone was lost",
  "手机被人抢",
  "手机被人偷",
  "手机掉了",
  "手机找不到了",
];

/** What the catalogue knows messages by, and what somebody has seen who tells of such a one. */
const ofCatalogue: Readonly<Record<string, SignWord>> = {
  "line-dead": "no-service",
  "sim-changed": "moving",
  "number-moved": "moving",
  "password-changed": "notice",
  "sign-in-data-changed": "notice",
  "second-step-off": "notice",
  "new-device": "notice",
  "limit-raised": "notice",
  binding: "notice",
  forwarded: "notice",
  "thrown-out": "kicked-off",
  loan: "row",
  given: "given",
};
const codeSigns: ReadonlySet<string> = new Set(["reset", "sign-in", "paying"]);
const isOfCode = /\bcode\b|\botp\b|验证码|校验码|código/;
/** Of what is told to be taken, what is a phone. */
const isOfPhone = /phone|mobile|handy|celular|móvil|teléfono|téléphone|手机|スマホ/;

/** Said alone they mean one thing, and in a sentence another: `a charge that is not mine`, `客服电话打得通`. */
const meansMore: ReadonlySet<string> = new Set([
  "not mine",
  "new account",
  "still blocked",
  "active again",
  "line active",
  "phone online",
  "number off",
  "number on",
  "money there",
  "phone call",
  "sim card",
  "new sim",
  "被下线",
  "打得通",
  "能打通",
  "手机上线",
  "被解绑",
  "又恢复了",
  "被解除",
  "不是我的账户",
  "不是我的账号",
  "填写了",
  "输入了",
  "typed my",
  "typed the",
  "typed in my",
  "typed it into",
  "entered my",
  "filled in my",
  "gave out my",
  "i gave him",
  "i gave her",
  "i gave them",
  "把验证码",
  "upgrade sim",
]);

/** Whether a wording is taken in the middle of a sentence: one word of letters, or two characters, stand in too many. */
const isDistinctive = (words: string): boolean => {
  const han = words.match(/\p{sc=Han}/gu)?.length ?? 0;
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)) return [...words].length >= 4;
  return han > 0 ? han >= 3 : /[^\s-][\s-]+[^\s-]/.test(words);
};

const spaced = (word: string): string => word.replaceAll("-", " ");

/** All wordings a catalogue gives, the longest first. Cost: some hundred texts, once for a catalogue. */
export function wordingsOf({ signs }: Pick<Catalog, "signs">): readonly Wording[] {
  const plain = plainWordsOf().map(([word, sign]) => [spaced(word), sign] as const);
  const own = Object.entries(wordings).flatMap(([sign, list]) =>
    list.map((words) => ({ words, tells: { sign: sign as SignWord } })),
  );
  const lost = gonePhone.map((words) => ({ words, tells: { gone: "device.phone" } }));
  const read = [...signs.values()].flatMap(({ id, words }) =>
    words.flatMap((text): readonly Wording[] => {
      if (id === "taken")
        return isOfPhone.test(text) ? [{ words: text, tells: { gone: "device.phone" } }] : [];
      const sign = codeSigns.has(id) && isOfCode.test(text) ? "code" : ofCatalogue[id];
      return sign === undefined ? [] : [{ words: text, tells: { sign } }];
    }),
  );
  const known = new Map<string, Wording>();
  for (const each of [...plain.map(([words, sign]) => ({ words, tells: { sign } })), ...read])
    if (isDistinctive(each.words) && !meansMore.has(each.words)) known.set(each.words, each);
  // What is written here goes before what a catalogue means by it.
  for (const each of [...own, ...lost]) known.set(each.words, each);
  return [...known.values()].sort((a, b) => b.words.length - a.words.length);
}

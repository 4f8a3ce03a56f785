/**
 * What people write in a whole sentence when they tell what they saw. Only wordings that mean one thing wherever they
 * stand: several words, or three characters of Chinese and more. What the catalogue knows a message by counts as well.
 *
 * Nobody's list is whole. What is not found here is said not to be judged, and never guessed from half a word.
 */
import type { Catalog } from "../catalog/index.ts";
import type { SignWord } from "./incident.ts";
import { plainWordsOf } from "./plain-words.ts";

/** A sign (`isDone`: of something done in an account; `ifDeceived`: only where the text says that somebody lied), a thing that is in other hands (`ifTaken`: only where the text says that what it was in was taken; `isGiven`: the owner gave it to whoever asked, which is no claim of theirs), a phone that was open when it went (`isCodeSeen`: whoever has it saw how it is opened) or locked, or a phone that somebody sees or steers from afar. */
export type Tells =
  | { readonly sign: SignWord; readonly isDone?: true; readonly ifDeceived?: true }
  | {
      readonly gone: string;
      readonly ifTaken?: true;
      readonly ifDeceived?: true;
      readonly isGiven?: true;
    }
  | { readonly isSteered: true; readonly ifDeceived?: true }
  | { readonly isOpen: true; readonly isCodeSeen?: true }
  | { readonly isLocked: true };

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
    "没了信号",
    "没有了信号",
    "没有网络",
    "手机没网",
    "手机断网",
    "变成无服务",
    "显示无服务",
    "没有信号",
    "手机用不了",
    "号码用不了",
    "打不了电话",
    "电话打不出去",
    "不能打电话",
    "只能打紧急电话",
  ],
  "no-codes": [
    "texts stopped",
    "texts have stopped",
    "texts no longer arrive",
    "texts no longer come",
    "messages stopped coming",
    "codes stopped coming",
    "codes no longer arrive",
    "codes no longer come",
    "stopped getting texts",
    "stopped getting codes",
    "stopped receiving texts",
    "stopped receiving codes",
    "not getting any texts",
    "not getting any codes",
    "短信收不到",
    "验证码收不到",
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
    "got a code",
    "received a code",
    "one-time code",
    "one time code",
    "security code",
    "code is required",
    "your code is",
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
    "i called that number",
    "i called the number",
    "on the phone with",
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
    "号码解约",
    "号码被注销",
    "号码被转走",
    "号码转到",
    "number was cancelled",
    "line was cancelled",
    "cancelled my number",
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
    "unauthorised payment",
    "unauthorized payment",
    "unauthorised transaction",
    "unauthorized transaction",
    "unauthorised transfer",
    "unauthorized transfer",
    "unauthorised charge",
    "unauthorized charge",
    "不是我消费",
    "不是我付的",
    "不是我刷的",
    "扣款短信",
    "银行扣款",
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
    "account was empty",
    "emptied my account",
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
    "被强制下线",
    "顶下线",
    "被顶号",
    "挤下线",
    "踢下线",
    "顶下来了",
    "挤下来了",
    "踢出来了",
    "被顶下线",
    "被顶下来",
    "被挤掉",
  ],
  refused: [
    "password is wrong",
    "passcode is wrong",
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
    "shared my password",
    "gave my password",
    "gave them my password",
    "told them the pin",
    "told him the pin",
    "gave them the pin",
    "told them my pin",
    "gave my pin",
    "entered the code",
    "entered my code",
    "entered the digits",
    "entered the 8 digit code",
    "entered the 6 digit code",
    "告诉了客服",
    "验证码告诉",
    "验证码给了",
    "验证码发给",
    "验证码报给",
    "密码告诉",
    "密码给了",
    "输入了验证码",
    "输了验证码",
    "填了验证码",
    "念了验证码",
    "告诉了密码",
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
  "in-my-name": [
    "money in my name",
    "messages i did not send",
    "messages i didn't send",
    "messages in my name",
    "message in my name",
    "pretending to be me",
    "asking my friends for money",
    "asked my friends for money",
    "asking my contacts for money",
    "asking my family for money",
    "asking her for money",
    "asking him for money",
    "用我的微信借钱",
    "冒充我借钱",
    "有人冒充我",
    "用我的名义借钱",
    "以我的名义借钱",
    "以我的名义发",
    "用我的号发",
    "用我的账号发",
  ],
  unbound: ["手机被解绑", "phone was removed from my account"],
};

const gonePhone: readonly string[] = [
  "phone was lost",
  "手机被人抢",
  "手机被人偷",
  "手机掉了",
  "手机找不到了",
];

const goneCard: readonly string[] = [
  "collected my card",
  "collected her card",
  "collected his card",
  "collected the card",
  "collected my bank card",
  "handed over my card",
  "handed over the card",
  "took my card",
  "took her card",
  "银行卡丢了",
  "银行卡不见了",
  "银行卡被偷",
  "银行卡给了",
];
const steering: readonly string[] = [
  "shared my screen",
  "shared the screen",
  "sharing my screen",
  "screen sharing",
  "remote control",
  "remote access",
  "controlling my phone",
  "anydesk",
  "teamviewer",
  "quicksupport",
  "installed an app",
  "installed the app they",
  "installed an apk",
  "installed the apk",
  "installed a file",
  "共享屏幕",
  "屏幕共享",
  "共享了屏幕",
  "开了屏幕共享",
  "远程控制",
  "远程操控",
  "远程协助",
  "安装了对方",
  "下载了对方",
];

/** What the catalogue knows messages by, and what somebody has seen who tells of such a one. */
const ofCatalogue: Readonly<Record<string, SignWord>> = {
  "money-went": "row",
  rang: "call",
  "line-dead": "no-service",
  "sim-changed": "moving",
  "number-moved": "moving",
  "password-changed": "notice",
  "sign-in-data-changed": "notice",
  "second-step-off": "notice",
  "new-device": "notice",
  "limit-raised": "notice",
  binding: "notice",
  forwarded: "diverted",
  "thrown-out": "kicked-off",
  loan: "row",
  given: "given",
};
const codeSigns: ReadonlySet<string> = new Set(["reset", "sign-in", "paying", "payee-added"]);
const isOfCode = /\bcode\b|\botp\b|验证码|校验码|código/;
/** Of what is told to be taken, what is a phone. */
const isOfPhone =
  /phone|mobile|handy|smartphone|celular|móvil|teléfono|telefono|cellulare|téléphone|portable|手机|スマホ|携帯|휴대|핸드폰|\bhp\b|ponsel/;
/** Told in other languages than the two that have frames of their own here. */
const ofOtherTongues: Readonly<Record<string, Tells>> = {
  "phone-open": { isOpen: true },
  steered: { isSteered: true },
  installed: { isSteered: true },
};

/** Said alone they mean one thing, and in a sentence another: `a charge that is not mine`, `客服电话打得通`. */
const meansMore: ReadonlySet<string> = new Set([
  "not mine",
  "somebody in",
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
  "gift cards",
  "crypto sent",
  "cash handed over",
  "买礼品卡",
  "转虚拟币",
  "交出现金",
]);

/** Every word that is written here: a name made of nothing else is a name only where it is written like one. */
export const usualWords: ReadonlySet<string> = new Set(
  [...Object.values(wordings).flat(), ...gonePhone, ...goneCard, ...steering]
    // Carriers' names: `play with the phone`, `it is true`.
    .concat("play", "plus", "true", "skinny", "wind")
    .concat(plainWordsOf().map(([word]) => spaced(word)))
    .flatMap((words) => words.split(" "))
    // Of these somebody is called too: `three digits`, `a smart phone`.
    .concat(
      "three",
      "smart",
      "bell",
      "globe",
      "bolt",
      "base",
      "salt",
      "rocket",
      "george",
      "liv",
      "spark",
      "alpha",
    )
    .concat("nova", "octopus", "one", "little", "branch", "drei", "erste", "mach")
    .concat("tre", "cake", "fusion", "security")
    // By it money goes from any bank, and whose app it was nobody says.
    .concat("upi"),
);

/** Whether a wording is taken in the middle of a sentence: one word of letters, or two characters, stand in too many. */
const isDistinctive = (words: string): boolean => {
  const han = words.match(/\p{sc=Han}/gu)?.length ?? 0;
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)) return [...words].length >= 4;
  if (/\p{sc=Hangul}/u.test(words)) return [...words].length >= 3;
  return han > 0 ? han >= 3 : /[^\s-][\s-]+[^\s-]/.test(words);
};

function spaced(word: string): string {
  return word.replaceAll("-", " ");
}

/** All wordings a catalogue gives, the longest first. Cost: some hundred texts, once for a catalogue. */
export function wordingsOf({ signs }: Pick<Catalog, "signs">): readonly Wording[] {
  const plain = plainWordsOf().map(([word, sign]) => [spaced(word), sign] as const);
  const own = Object.entries(wordings).flatMap(([sign, list]) =>
    list.map((words) => ({ words, tells: { sign: sign as SignWord } })),
  );
  const lost = [
    ...gonePhone.map((words) => ({ words, tells: { gone: "device.phone" } })),
    ...goneCard.map((words) => ({ words, tells: { gone: "card.bank" } })),
    ...steering.map((words) => ({ words, tells: { isSteered: true as const } })),
  ];
  const read = [...signs.values()].flatMap(({ id, words }) =>
    words.flatMap((text): readonly Wording[] => {
      if (text.includes("…")) return []; // A sentence has shapes of its own for what is left out.
      if (id === "taken")
        return isOfPhone.test(text) ? [{ words: text, tells: { gone: "device.phone" } }] : [];
      const tells = ofOtherTongues[id];
      if (tells !== undefined) return [{ words: text, tells }];
      const sign = codeSigns.has(id) && isOfCode.test(text) ? "code" : ofCatalogue[id];
      if (sign === undefined) return [];
      return [{ words: text, tells: sign === "notice" ? { sign, isDone: true } : { sign } }];
    }),
  );
  const known = new Map<string, Wording>();
  for (const each of [...plain.map(([words, sign]) => ({ words, tells: { sign } })), ...read])
    if ((isDistinctive(each.words) || "isOpen" in each.tells) && !meansMore.has(each.words))
      known.set(each.words, each);
  // What is written here goes before what a catalogue means by it.
  for (const each of [...own, ...lost]) known.set(each.words, each);
  return [...known.values()].sort((a, b) => b.words.length - a.words.length);
}

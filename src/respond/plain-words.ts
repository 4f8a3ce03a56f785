/**
 * The words people have for what is gone and what they saw, in both languages, as the ids of an incident file. Only words
 * that mean one thing: what may mean two is complained of, and the file's own words are offered.
 */
import { type SignWord, signWords } from "./incident.ts";

/** What people call the things that nearly everybody has one of. */
const plainThings: Readonly<Record<string, string>> = {
  phone: "device.phone",
  mobile: "device.phone",
  "cell phone": "device.phone",
  手机: "device.phone",
  sim: "sim.main",
  "sim card": "sim.main",
  手机卡: "sim.main",
  电话卡: "sim.main",
  sim卡: "sim.main",
  number: "line.main",
  "phone number": "line.main",
  手机号: "line.main",
  手机号码: "line.main",
  电话号码: "line.main",
  号码: "line.main",
  "bank card": "card.bank",
  银行卡: "card.bank",
  "id card": "document.id-card",
  身份证: "document.id-card",
  mailbox: "mailbox.main",
  email: "mailbox.main",
  邮箱: "mailbox.main",
};

export const thingMeant = (text: string): string => plainThings[text.trim().toLowerCase()] ?? text;

/** Words people use for the same sign. */
const sameSign: Readonly<Record<string, SignWord>> = {
  rings: "number-rings",
  "number-on": "number-rings",
  打得通: "number-rings",
  能打通: "number-rings",
  off: "number-off",
  关机: "number-off",
  dead: "no-service",
  "no-signal": "no-service",
  "no-network": "no-service",
  sos: "no-service",
  "sos-only": "no-service",
  没信号: "no-service",
  没有信号: "no-service",
  无信号: "no-service",
  没服务: "no-service",
  没有服务: "no-service",
  无服务: "no-service",
  "no-code": "no-codes",
  收不到验证码: "no-codes",
  收不到短信: "no-codes",
  别人接的: "stranger-answers",
  陌生人接的: "stranger-answers",
  text: "notice",
  message: "notice",
  notification: "notice",
  短信: "notice",
  通知: "notice",
  "code-received": "code",
  sms: "code",
  otp: "code",
  "verification-code": "code",
  验证码: "code",
  短信验证码: "code",
  "push-prompt": "prompt",
  "approval-request": "prompt",
  "sign-in-request": "prompt",
  "login-request": "prompt",
  登录确认: "prompt",
  登录请求: "prompt",
  "sim-swap": "moving",
  "sim-swap-warning": "moving",
  "sim-change": "moving",
  "sim-will-be-stopped": "moving",
  "sim-being-moved": "moving",
  "number-moving": "moving",
  "porting-code": "moving",
  "port-out": "moving",
  porting: "moving",
  pac: "moving",
  "pac-code": "moving",
  携号转网: "moving",
  补卡短信: "moving",
  补换卡: "moving",
  要停机: "moving",
  email: "mail",
  邮件: "mail",
  "phone-call": "call",
  "missed-call": "call",
  电话: "call",
  来电: "call",
  charge: "row",
  payment: "row",
  transaction: "row",
  流水: "row",
  扣款: "row",
  消费: "row",
  盗刷: "row",
  被盗刷: "row",
  "thrown-out": "kicked-off",
  "signed-out": "kicked-off",
  "logged-out": "kicked-off",
  "kick-off": "kicked-off",
  被踢下线: "kicked-off",
  被挤下线: "kicked-off",
  被下线: "kicked-off",
  "password-refused": "refused",
  密码不对: "refused",
  密码错误: "refused",
  active: "active-again",
  "line-active": "active-again",
  lifted: "active-again",
  又恢复了: "active-again",
  被解除: "active-again",
  "not-my-account": "not-mine",
  不是我的账户: "not-mine",
  不是我的账号: "not-mine",
  冒名开户: "new-account",
  "find-my-phone-online": "phone-online",
  手机上线: "phone-online",
  "phone-unbound": "unbound",
  被解绑: "unbound",
  "money-missing": "money-gone",
  钱没了: "money-gone",
  钱不见了: "money-gone",
  钱被转走: "money-gone",
  被转账: "money-gone",
  钱还在: "money-there",
  没动静: "quiet",
  "paid-a-scammer": "paid",
  "paid-scammer": "paid",
  被骗转账: "paid",
  给骗子转账: "paid",
  转给骗子: "paid",
  "gift-cards": "paid-in-gift-cards",
  买礼品卡: "paid-in-gift-cards",
  "crypto-sent": "paid-in-crypto",
  转虚拟币: "paid-in-crypto",
  "cash-handed-over": "paid-in-cash",
  交出现金: "paid-in-cash",
  "code-given": "given",
  "gave-code": "given",
  "read-out": "given",
  给了验证码: "given",
  告诉了验证码: "given",
};

/** Every word there is for a sign, as it is written here, with the sign. */
export const plainWordsOf = (): readonly (readonly [string, SignWord])[] => [
  ...Object.keys(signWords).map((word) => [word, word as SignWord] as const),
  ...Object.entries(sameSign),
];

export const isSign = (text: string): boolean => signMeant(text) !== undefined;

/** The sign a word means, one or several of it; `undefined`: none that is known. */
export function signMeant(text: string): SignWord | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  const one = plain.replace(/s$/, "");
  // The keys of the table are the words.
  for (const each of [plain, one])
    if (Object.hasOwn(signWords, each)) return each as SignWord;
    else if (Object.hasOwn(sameSign, each)) return sameSign[each];
  return undefined;
}

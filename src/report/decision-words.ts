/** How a decision on an event is told, in both languages: at a desk, in a terminal, in the page of operators. */
import { both } from "./words.ts";

export const decisionWords = {
  decided: both(
    (word: string) => ({ "step-up": "STEP UP", hold: "HOLD", block: "BLOCK" })[word] ?? word,
    (word) => ({ "step-up": "补验", hold: "暂缓", block: "拒绝" })[word] ?? word,
  ),
  reason: both(
    (word: string) => reasonsEn[word] ?? word,
    (word) => reasonsZh[word] ?? word,
  ),
  stageTold: both(
    (loss: string, time: string, steps: number) =>
      `${loss} could follow in ${time}, ${steps} ${steps === 1 ? "step" : "steps"} away`,
    (loss, time, steps) => `最快 ${time}、${steps} 步后可能得手：${loss}`,
  ),
  askFor: both(
    (proof: string, why: string, at?: string) =>
      `ask for ${at === undefined ? (proofsEn[proof] ?? proof) : (countersEn[at] ?? at)}: ${why}`,
    (proof, why, at) =>
      `请对方出示：${at === undefined ? (proofsZh[proof] ?? proof) : (countersZh[at] ?? at)}（${why}）`,
  ),
  whyProof: both(
    (why: string): string =>
      why === "only-presence-left"
        ? "everything else could be in the wrong hands by now"
        : "somebody who did these acts cannot give it, and the owner can",
    (why) =>
      why === "only-presence-left"
        ? "别的证明此时都可能已落到对方手里"
        : "做了这些事的人拿不出来，本人拿得出来",
  ),
};

/** What was unusual about an act, by the words of the answer. */
const reasonsEn: Readonly<Record<string, string>> = {
  sensitive: "an act that opens something",
  "new-device": "a device never or hardly seen before",
  "new-payee": "somebody never paid before",
  "high-amount": "more than usual",
  "extreme-amount": "far more than ever",
  "large-amount": "a large sum, and what this person usually pays is not known yet",
  "line-changed-from-afar": "the line was changed from afar a short while ago",
  "tap-worn-out": "a yes on the known phone came only after one try upon another had failed",
  "nobody-acts": "nobody acts in the owner's name here",
};
const reasonsZh: Readonly<Record<string, string>> = {
  sensitive: "这一步会打开别的门",
  "new-device": "设备没见过，或刚刚出现",
  "new-payee": "收款方从未付过",
  "high-amount": "金额比平常大",
  "extreme-amount": "金额远超以往",
  "large-amount": "数目不小，而这个人平常付多少还不知道",
  "line-changed-from-afar": "手机号不久前被远程换卡或转走",
  "tap-worn-out": "接连几次登录失败之后，原来的手机上才点了同意",
  "nobody-acts": "这里没有人以本人名义操作",
};

/** Where somebody appears in person if the institution itself has no counter, by kind of institution. */
const countersEn: Readonly<Record<string, string>> = {
  bank: "the person at the counter of their bank, with an ID card (there is no counter here)",
  carrier: "the person at a shop of their carrier, with an ID card (there is no counter here)",
  government: "the person at a public office, with an ID card (there is no counter here)",
};
const countersZh: Readonly<Record<string, string>> = {
  bank: "本人带身份证到自己的银行柜台（这里没有柜台）",
  carrier: "本人带身份证到自己的运营商营业厅（这里没有柜台）",
  government: "本人带身份证到政务大厅（这里没有柜台）",
};

/** The proofs that are asked for. */
const proofsEn: Readonly<Record<string, string>> = {
  "approval-on-known-device": "a tap on a phone known before",
  passkey: "the passkey",
  "live-face": "the live face",
  "payment-password": "the payment password",
  "card-pin": "the card PIN",
  "card-in-hand": "the card itself, held to the phone or read by a reader",
  password: "the password",
  "appear-in-person": "the person at the counter, with an ID card",
};
const proofsZh: Readonly<Record<string, string>> = {
  "approval-on-known-device": "在早就用着的手机上点“是我本人”",
  passkey: "通行密钥",
  "live-face": "本人刷脸",
  "payment-password": "支付密码",
  "card-pin": "取款密码",
  "card-in-hand": "银行卡本身，贴到手机上或插进读卡器",
  password: "登录密码",
  "appear-in-person": "本人带身份证到柜台",
};

/** What a block is worth and what it costs, in both languages, for text and page: what lifting it takes, what one does without. */
import type { ProofClass } from "../model/index.ts";
import { listed } from "./marks.ts";
import { type Speaking, sayUse } from "./say.ts";
import { type Both, both, type Lang } from "./words.ts";

const proofs: Readonly<Record<ProofClass, Both<string>>> = {
  presence: both("being there in person with the ID card", "本人带身份证到场"),
  face: both("the face", "刷脸"),
  device: both("a phone, card or paper in the hand", "拿着手机、银行卡或证件"),
  secret: both("a password or PIN", "密码"),
  line: both("the phone number: texts and calls", "手机号（短信、电话）"),
  mail: both("the mailbox", "邮箱"),
  session: both("being signed in", "已经登录"),
  facts: both("data that leak, such as name and ID number", "容易泄露的资料（如姓名、身份证号）"),
  agent: both("an agent who gives way", "客服通融"),
  lapse: both("waiting", "等着就行"),
  nothing: both("nothing at all", "什么都不用"),
};

/** What the easiest way to lift a block rests on; where nothing that was read lifts it, that. */
export const sayProof = (proof: ProofClass | null, lang: Lang): string =>
  proof === null ? nothingRead[lang] : proofs[proof][lang];

const nothingRead = both("no way read", "没查到办法");

/** `paying with the debit card; answering calls to the number`. */
export const sayUses = (world: Speaking, uses: readonly string[], lang: Lang): string =>
  listed(
    uses.map((use) => sayUse(world, use, lang)),
    lang,
  );

export const blockWords = {
  weakestLift: both("the easiest way read to undo it", "查到的最省事的解法"),
  doesWithout: both("while it is set you do without", "停用期间你用不了"),
} as const;

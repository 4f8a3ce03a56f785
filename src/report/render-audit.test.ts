/** The report of an audit, read as a user reads it. */

import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { smallPerson, smallWorld } from "../../test/doors/small-world.ts";
import { type AuditQuestion, audit } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { displayWidth } from "./columns.ts";
import { type RenderOptions, renderAudit } from "./render-audit.ts";

interface Asked extends Partial<Omit<AuditQuestion, "world">>, Partial<RenderOptions> {
  readonly person?: string;
}

/** The only place in this file that knows how a report is made. */
function report({
  person = smallPerson,
  held = ["possess(sim.main)"],
  lang = "en",
  columns = 80,
  colour = false,
  ...asked
}: Asked = {}): string {
  const world = smallWorld(person);
  const answer = audit({ reach: openReach(world), held, ...asked });
  return renderAudit(answer, world, { lang, colour, columns, ...asked });
}

test("the bottom line, the fastest way, what stops it, what it rests on", () => {
  expect(report({ waysMax: 3 })).toMatchInlineSnapshot(`
    "A small life  small · 4 September 2020

    Whoever has the SIM card in hand could take CN¥6,329.50 in 4 places, the first
    after 7 minutes at the earliest, in 4 steps.

    The fastest way in: spends from the credit card (union) (CN¥5,000)
       0:02 1 ● Put the SIM card into another phone · by hand
              │ has the SIM card in hand (0)
              │ → knows the phone number of the line; receives the text messages of
              │   the line
       0:03 2 ● Sign in by text code · Paywell, in the app
              │ knows the phone number of the line (1); receives the text messages
              │ of the line (1)
              │ → is signed in to the Paywell account
       0:06 3 ● Add a card without typing its number
              │ · Paywell, in the app · unconfirmed
              │ is signed in to the Paywell account (2); receives the text messages
              │ of the line (1)
              │ → has the credit card (union) bound in the Paywell account
       0:07 4 ● Pay with a bound card · Paywell, in the app
                is signed in to the Paywell account (2); has the credit card (union)
                bound in the Paywell account (3)
                → spends from the credit card (union)
      → what the step gives; (3) comes from step 3, (0) was there from the start;
      times are the earliest possible; unconfirmed: only unsigned or contradicting
      pages say so

    Everything that can be lost
      loss                             amount  earliest  steps   work  weakest basis
      spends from the credit card    CN¥5,000     7 min      4  7 min  claimed
      (union)
      spends from the Example Bank   CN¥1,200     7 min      4  7 min  claimed
      debit card (salary, ending
      0042)
      spends from the Example Bank      CN¥30     7 min      4  7 min  claimed
      debit card (spare)
      takes the balance of the       CN¥99.50       1 d      3  4 min  reported
      Paywell account

    What stops all of it, cheapest first
      You               Set a PIN on the SIM card · effort 1 (low)
                          In the phone's settings, under security.
      The institutions  A text code alone opens nothing · effort 10 (high)
      Both together     the same as: You

    Each of these alone stops all of it
      measures                                                    effort
      Set a PIN on the SIM card        you                        1 (low)
      A text code alone opens nothing  all institutions together  10 (high)

    How long a block holds
      condition              at once  later  again  lifted by
      the line is suspended  7 min    7 min  5 min  Lift the loss report (Example
                                                    Telecom)
      At once: set before the intruder has done anything. Later: set afterwards,
      counted from the start, once they have all they need. Again: each further
      lifting.
      Holds, as far as the catalogue knows:
        the Paywell account is frozen

    What this rests on
      reading   an upper bound on an intruder: what they could ever reach, and not
                before when; a time is the least each flow takes
      label     exact: every figure is proved
      basis     claimed: only unsigned pages say so; unconfirmed; 1 step of the
                fastest way unconfirmed
      coverage  4 judged; NOT judged, and never to be read as safe: the credit card
                (union)
      assumed   the reserved line of the Example Bank debit card (spare) is not
                known; every possibility is allowed
      as of     the flows in force on 4 September 2020
      sources   A case told by the victim (9 September 2020)
                A page nobody signed (1 October 2020)"
  `);
});

test("in Chinese", () => {
  expect(report({ lang: "zh", waysMax: 3 })).toMatchInlineSnapshot(`
    "小小的生活  small · 2020 年 9 月 4 日

    任何人只要手里有 SIM 卡，就可能造成 ¥6,329.50 的损失（共 4 处），最快 7 分钟、4
    步就能得手第一笔。

    最快的一条路：花掉信用卡（union）里的钱（¥5,000）
       0:02 1 ● 把 SIM 卡插进另一部手机 · 动手
              │ 手里有 SIM 卡（0）
              │ → 知道手机号码；能收到手机号码的短信
       0:03 2 ● 短信验证码登录 · 好付，应用
              │ 知道手机号码（1）；能收到手机号码的短信（1）
              │ → 已登录好付账户
       0:06 3 ● 免输卡号绑卡 · 好付，应用 · 未证实
              │ 已登录好付账户（2）；能收到手机号码的短信（1）
              │ → 已在好付账户里绑定信用卡（union）
       0:07 4 ● 用绑定的卡付款 · 好付，应用
                已登录好付账户（2）；已在好付账户里绑定信用卡（union）（3）
                → 花掉信用卡（union）里的钱
      → 后面是这一步得到的；（3）表示来自第 3 步，（0）表示一开始就有；时间都是最早
      可能；未证实：只有来源不明或互相矛盾的说法

    可能损失的全部
      损失                                      金额  最早  步数  动手时间  最弱依据
      花掉信用卡（union）里的钱               ¥5,000  7 分     4      7 分  有人声称
      花掉示例银行储蓄卡（salary，尾号        ¥1,200  7 分     4      7 分  有人声称
      0042）里的钱
      花掉示例银行储蓄卡（spare）里的钱          ¥30  7 分     4      7 分  有人声称
      转走好付账户的余额                      ¥99.50  1 天     3      4 分  有报道

    怎样全部切断（各方投入最小的办法）
      你自己    给 SIM 卡设密码 · 投入 1（小）
                  在手机设置的“安全”里。
      机构      只凭短信验证码什么也打不开 · 投入 10（大）
      双方一起  与“你自己”相同

    下面每一项单独就能全部切断
      措施                                      投入
      给 SIM 卡设密码             你自己        1（小）
      只凭短信验证码什么也打不开  所有机构一起  10（大）

    各种停用、冻结能撑多久
      状态            马上设  晚些设  再解  怎么被解除
      手机号码已停机  7 分    7 分    5 分  解除挂失（示例电信）
      马上设：对方还什么都没做。晚些设：从一开始算起，对方已把要用的都拿到手。再解：
      每再解除一次要多久。
      就流程库所知，撑得住：
        好付账户已冻结

    以上依据什么
      读法      这是对入侵者的上限估计：最多能到哪里、最早什么时候；时间按每个流程
                最短的算
      结论性质  精确：每个数字都有证明
      依据      有人声称：只有来源不明的网页这样说，未证实；最快那条路里有 1 步未
                证实
      覆盖      判断过 4 样；没有判断、绝不能当作安全的：信用卡（union）
      假定      示例银行储蓄卡（spare）的“预留手机号码”不清楚，按各种可能都成立
      时间      2020 年 9 月 4 日有效的流程
      来源      受害人自述（2020 年 9 月 9 日）
                来源不明的网页（2020 年 10 月 1 日）"
  `);
});

test("by the clock, with opening hours waited for", () => {
  expect(
    report({ startsAt: 4 * 1440 + 19 * 60 + 30, sides: [] })
      .split("\n\n")
      .slice(0, 3)
      .join("\n\n"),
  ).toMatchInlineSnapshot(`
    "A small life  small · 4 September 2020 · Fri 19:30

    Whoever has the SIM card in hand could take CN¥6,329.50 in 4 places, the first
    after 1 day at the earliest, in 3 steps.

    The fastest way in: takes the balance of the Paywell account (CN¥99.50)
      Fri 19:32 1 ● Put the SIM card into another phone · by hand
                  │ has the SIM card in hand (0)
                  │ → knows the phone number of the line; receives the text messages
                  │   of the line
      Fri 19:33 2 ● Sign in by text code · Paywell, in the app
                  │ knows the phone number of the line (1); receives the text
                  │ messages of the line (1)
                  │ → is signed in to the Paywell account
      Sat 19:34 3 ● Send the balance away · Paywell, in the app
                    is signed in to the Paywell account (2)
                    → takes the balance of the Paywell account
                    ! takes effect 1 day after being asked for
      → what the step gives; (3) comes from step 3, (0) was there from the start;
      times are the earliest possible"
  `);
});

test("what is not reached is never called safe", () => {
  const text = report({ held: ["possess(card.salary)"], withinMinutes: 60 });
  expect(text).toMatchInlineSnapshot(`
    "A small life  small · 4 September 2020

    Whoever has the Example Bank debit card (salary, ending 0042) in hand reaches
    none of the 4 losses we know of within 1 hour.
    That is true of what the catalogue has read, and of nothing else.

    What this rests on
      reading   an upper bound on an intruder: what they could ever reach, and not
                before when; a time is the least each flow takes
      label     exact: every figure is proved
      coverage  4 judged; NOT judged, and never to be read as safe: the credit card
                (union)
      as of     the flows in force on 4 September 2020"
  `);
  expect(text).not.toMatch(/\bis safe\b/i);
});

test("one side's measures alone", () => {
  const text = report({ sides: ["person"] });
  expect(text).toContain("You  Set a PIN on the SIM card");
  expect(text).not.toMatch(/The institutions|Both together|all institutions/);
});

test("no line is wider than the terminal, in either language, at any width", () => {
  for (const lang of ["en", "zh"] as const) {
    for (const columns of [60, 80, 100, 120]) {
      for (const line of report({ lang, columns, waysMax: 3 }).split("\n"))
        expect(displayWidth(line), line).toBeLessThanOrEqual(columns + 2);
    }
  }
});

test("colour changes no word", () => {
  const options = { waysMax: 3 } as const;
  expect(stripVTControlCharacters(report({ ...options, colour: true }))).toBe(report(options));
  expect(report({ ...options, colour: true })).not.toBe(report(options));
});

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

    Somebody who has the SIM card in hand could take up to CN¥6,329.50 in 4 places,
    the first after 7 minutes at the earliest, in 4 steps.

    What to do first
      Today: Set a PIN on the SIM card.
        In the phone's settings, under security.

    Can be taken: each step has been read somewhere
      loss                             amount  earliest  steps   work  weakest basis
      Spends from the credit card    CN¥5,000     7 min      4  7 min  unconfirmed
      (union)
      Spends from the Example Bank   CN¥1,200     7 min      4  7 min  unconfirmed
      debit card (salary, ending
      0042)
      Spends from the Example Bank      CN¥30     7 min      4  7 min  unconfirmed
      debit card (spare)
      Takes the balance of the       CN¥99.50       1 d      3  4 min  reported
      Paywell account

    The fastest way: Spends from the credit card (union) (CN¥5,000)
      2 min 1 ● Put the SIM card into another phone · no institution involved
              │ has the SIM card in hand (0)
              │ → knows the phone number; receives the text messages of the number
      3 min 2 ● Sign in by text code · Paywell, in the app
              │ knows the phone number (1); receives the text messages of the number
              │ (1)
              │ → is signed in to the Paywell account
      6 min 3 ● Add a card without typing its number
              │ · Paywell, in the app · unconfirmed
              │ is signed in to the Paywell account (2); receives the text messages
              │ of the number (1)
              │ → has the credit card (union) bound in the Paywell account
      7 min 4 ● Pay with a bound card · Paywell, in the app
                is signed in to the Paywell account (2); has the credit card (union)
                bound in the Paywell account (3)
                → spends from the credit card (union)
      → what the step gives; (3) comes from step 3, (0) was there from the start;
      times are the earliest possible; unconfirmed: only unsigned or contradicting
      pages say so

    What stops all that can be taken, least effort first
      You               Set a PIN on the SIM card · effort 1 (low)
                          In the phone's settings, under security.
      The institutions  A text code alone opens nothing · effort 10 (high)
      Both together     the same as: You

    Each of these alone stops all that can be taken
      measures                                                    effort
      Set a PIN on the SIM card        you                        1 (low)
      A text code alone opens nothing  all institutions together  10 (high)

    How long a block lasts
      block                   set at once  set later  again  undone by
      the number is           7 min        7 min      5 min  Example Telecom: Lift
      suspended                                              the loss report (an
                                                             agent who gives way)
      Set at once: before the intruder has done anything. Set later: from this long
      after it began they can undo it, once they have all they need. Again: each
      further time.
      In the services checked, we found no way for them to undo:
        the Paywell account is frozen (the easiest way read to undo it: being
          signed in)

    What this rests on
      meaning      the worst and fastest case: the most an intruder could ever do,
                   and the soonest; every step takes its shortest time
      counted      everything, however late: somebody who waits weeks still counts;
                   \`--within 13h\` asks of one night
      calculation  the figures of what can be taken are exact by what was read; what
                   nobody has read is not in them
      based on     unconfirmed: only unsigned pages say so; 1 step of the fastest
                   way unconfirmed
      checked      4 checked; not checked (which does not mean there is no risk):
                   the credit card (union)
      assumed      the Example Bank debit card (spare): “registered number” is not
                   known; every possibility was counted
      as of        the flows in force on 4 September 2020
      sources      A case told by the victim (9 September 2020)
                   A page nobody signed (1 October 2020)"
  `);
});

test("in Chinese", () => {
  expect(report({ lang: "zh", waysMax: 3 })).toMatchInlineSnapshot(`
    "小小的生活  small · 2020 年 9 月 4 日

    对方手里有手机卡，最多可能造成 ¥6,329.50 的损失（共 4 处），最快 7 分钟、4 步就
    能得手第一笔。

    先做什么
      今天就做：给 SIM 卡设密码。
        在手机设置的“安全”里。

    能被拿走：每一步都有据可查
      损失                              金额  最早  步数  动手时间  最弱依据
      花掉信用卡（union）里的钱       ¥5,000  7 分     4      7 分  网上说法，未证实
      花掉示例银行储蓄卡（salary，尾  ¥1,200  7 分     4      7 分  网上说法，未证实
      号 0042）里的钱
      花掉示例银行储蓄卡（spare）里      ¥30  7 分     4      7 分  网上说法，未证实
      的钱
      转走好付账户的余额              ¥99.50  1 天     3      4 分  有报道

    最快的一条路：花掉信用卡（union）里的钱（¥5,000）
       2 分 1 ● 把 SIM 卡插进另一部手机 · 不经过任何机构
              │ 手里有手机卡（0）
              │ → 知道手机号；能收到手机号的短信
       3 分 2 ● 短信验证码登录 · 好付，在应用里
              │ 知道手机号（1）；能收到手机号的短信（1）
              │ → 已登录好付账户
       6 分 3 ● 免输卡号绑卡 · 好付，在应用里 · 未证实
              │ 已登录好付账户（2）；能收到手机号的短信（1）
              │ → 已在好付账户里绑定信用卡（union）
       7 分 4 ● 用绑定的卡付款 · 好付，在应用里
                已登录好付账户（2）；已在好付账户里绑定信用卡（union）（3）
                → 花掉信用卡（union）里的钱
      → 后面是这一步得到的；（3）表示来自第 3 步，（0）表示一开始就有；时间都是最早
      可能；未证实：只有来源不明或互相矛盾的说法

    能被拿走的，怎样全部切断（各方最省工夫的办法）
      你自己    给 SIM 卡设密码 · 工夫 1（小）
                  在手机设置的“安全”里。
      机构      只凭短信验证码什么也打不开 · 工夫 10（大）
      双方一起  与“你自己”相同

    下面每一项单独就能切断能被拿走的全部
      办法                                      工夫
      给 SIM 卡设密码             你自己        1（小）
      只凭短信验证码什么也打不开  所有机构一起  10（大）

    各种停用能管多久
      停用          马上办  晚办  再解  怎么被解开
      手机号已停机  7 分    7 分  5 分  示例电信：解除挂失（客服通融）
      马上办：对方还什么都没做。晚办：出事这么久以后，对方已拿到要用的，就能解开。再
      解：之后每解一次要多久。
      查过的业务里，没查到别人能解开的：
        好付账户已冻结（查到的最省事的解法：已经登录）

    以上依据什么
      意思      按最坏、最快的情况算：对方最多能得手什么、最早什么时候；每一步都用
                最短时间
      算多久    不管多晚都算：等上几个星期再下手的也算；只看一夜用 \`--within 13h\`
      计算      能被拿走的数字按查到的业务算得完整；没人查过的不在里面
      依据      网上说法，未证实：只有来源不明的网页这样说；最快那条路里有 1 步未
                证实
      查了多少  查过 4 项；没查过的（不代表没有风险）：信用卡（union）
      假定      示例银行储蓄卡（spare）的“预留手机号”不清楚，各种可能都算进去了
      日期      2020 年 9 月 4 日有效的流程
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

    Somebody who has the SIM card in hand could take up to CN¥6,329.50 in 4 places,
    the first after 1 day at the earliest, in 3 steps.

    Can be taken: each step has been read somewhere
      loss                             amount  earliest  steps   work  weakest basis
      Takes the balance of the       CN¥99.50       1 d      3  4 min  reported
      Paywell account
      Spends from the credit card    CN¥5,000  2 d 13 h      4  7 min  unconfirmed
      (union)
      Spends from the Example Bank   CN¥1,200  2 d 13 h      4  7 min  unconfirmed
      debit card (salary, ending
      0042)
      Spends from the Example Bank      CN¥30  2 d 13 h      4  7 min  unconfirmed
      debit card (spare)"
  `);
});

test("what is not reached is never called safe", () => {
  const text = report({ held: ["possess(card.salary)"], withinMinutes: 60 });
  expect(text).toMatchInlineSnapshot(`
    "A small life  small · 4 September 2020

    Somebody who has the Example Bank debit card (salary, ending 0042) in hand could
    take none of the 4 losses we know of within 1 hour, by the services the
    catalogue has checked.
    That says something about the services the catalogue has checked, and about
    nothing else.

    What this rests on
      meaning  the worst and fastest case: the most an intruder could ever do, and
               the soonest; every step takes its shortest time
      counted  only what comes within 1 hour
      checked  4 checked; not checked (which does not mean there is no risk): the
               credit card (union)
      as of    the flows in force on 4 September 2020"
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

test("a loss that is no sum is told by what it is, never as an amount", () => {
  const feared = `${smallPerson}losses: [{ goal: receive-sms(line.main), harm: number, en: the number gone, zh: 号码没了 }, { goal: enter(account.pay), harm: speaking }]\n`;
  const text = report({ person: feared, held: ["possess(sim.main)", "receive-sms(line.main)"] });
  expect(text.replace(/\s+/g, " ")).toContain(
    "in 4 places, could speak to others as the owner and could take over the number,",
  );
  expect(text).toMatch(/the number gone +number lost +0 min/);
  expect(text).not.toMatch(/not entered|CN¥0\b/);
});

test("where nothing but harm without a sum is lost, no money is spoken of", () => {
  const feared = smallPerson.replace(/balance: [\d.]+|credit: [\d.]+/g, (sum) => sum.replace(/[\d.]+$/, "0"));
  const text = report({
    person: `${feared}losses: [{ goal: enter(account.pay), harm: speaking }]\n`,
    lang: "zh",
  });
  expect(text).toContain("可能冒机主之名跟别人说话");
  expect(text).not.toMatch(/¥|数目不明/);
});

/**
 * Three folders of records after which something stays open that no money shows: of our own, as such nights are told, with the
 * tools of `stranger-files.ts`. Names, numbers and sums are made up.
 */
import { encoded } from "./encoded.ts";
import {
  chaseHead,
  chaseRow,
  cmbHead,
  cmbRow,
  dayOf,
  flagged,
  listOf,
  mail,
  type StrangersFolder,
  type Text,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * China: his number is made the second number of a stranger's phone in the evening, and switched off from there; what is texted to it
 * arrives there. By the morning money has left his card over a shop's credit, and nothing on his own phone says how.
 */
export function secondNumber(): StrangersFolder {
  const shops = ["滴滴出行", "便利蜂", "海底捞", "盒马鲜生", "美团外卖"];
  const bank = cmbRow(21_000);
  const statement = listOf(
    "CMB_6214830211117788_20170110_20170210.csv",
    cmbHead("6214****7788", ["20170110", "20170210"], "2017-02-10 10:02:11"),
    [
      ...Array.from({ length: 26 }, (_, i) =>
        bank(
          dayOf("2017-01-10", i),
          `${two(8 + ((i * 5) % 13))}:${two((i * 17) % 60)}:05`,
          { out: (12 + ((i * 41) % 230)).toFixed(2) },
          ["消费", shops[i % 5]!],
          i,
        ),
      ),
      bank("2017-01-15", "10:00:01", { into: "9400.00" }, ["代发工资", "工资"], 40),
      bank("2017-02-06", "02:11:40", { out: "5000.00" }, ["快捷支付", "京东支付-网银在线"], 50, true),
      bank("2017-02-06", "02:19:02", { out: "5000.00" }, ["快捷支付", "京东支付-网银在线"], 51, true),
    ],
    9,
  );
  const texts = textsOf("sms-20170210.xml", [
    ...Array.from(
      { length: 8 },
      (_, i): Text => ({
        at: `${dayOf("2017-01-12", i * 3)}T${two(9 + i)}:05:00+08:00`,
        with: "10086",
        says: "【中国移动】您本月剩余流量320MB。",
      }),
    ),
    {
      at: "2017-02-05T22:41:00+08:00",
      with: "10086",
      says: "【中国移动】您的号码已成为尾号0021号码的副号。如非本人办理，请致电10086。",
      isIntruders: true,
    },
    {
      at: "2017-02-06T02:21:00+08:00",
      with: "95555",
      says: "【招商银行】您尾号7788的一卡通今日已达日限额。",
      isIntruders: true,
    },
  ]);
  return {
    files: {
      "CMB_6214830211117788_20170110_20170210.csv": encoded(statement.text, "gb18030"),
      "sms-20170210.xml": texts.text,
    },
    person: `
person: { id: second-number, region: cn, currency: CNY, as-of: 2017-02-05 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { cmb: { bank: cmb, kind: debit, last4: "7788", reserved-line: main, balance: 21000 } }
accounts: { jd: { service: jd, line: main, cards: [cmb] } }
`,
    told: [
      {
        at: "2017-02-06T08:30:00+08:00",
        by: "owner",
        says: "银行卡里少了一万块，不是我操作的，手机一直在身边",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * United States: through the mailbox into the bank. The recovery phone of the mailbox is replaced, the second step of the exchange
 * switched off, all mail sent on, the bank's limit raised. Of the four she
 * puts back the limit alone.
 */
export function leftInTheMailbox(): StrangersFolder {
  const shops = ["KROGER #441", "SHELL OIL", "CHIPOTLE 2214", "WALGREENS #4402", "NETFLIX.COM"];
  const chase = chaseRow(8100);
  const statement = listOf(
    "Chase2207_Activity_20250301.CSV",
    chaseHead,
    [
      ...Array.from({ length: 26 }, (_, i) =>
        chase(
          dayOf("2025-01-20", i),
          `${shops[i % 5]} COLUMBUS OH`,
          -(7.5 + ((i * 41) % 88)),
          "DEBIT_CARD",
          i,
        ),
      ),
      chase("2025-01-31", "OHIO CLINIC DES:PAYROLL ID:XXXXX", 2310.22, "ACH_CREDIT", 40),
      chase("2025-02-18", "Zelle payment to Karl V JPM999d1", -3500, "QUICKPAY_DEBIT", 50, true),
    ],
    2,
  );
  const me = "dw@mail.example";
  const mails: readonly (readonly [string, string, string, string])[] = [
    [
      "Google <no-reply@accounts.google.com>",
      "2025-02-18T03:12:00-05:00",
      "Security alert",
      "New sign-in on Windows. We noticed a new sign-in to your Google Account on a Windows device.",
    ],
    [
      "Google <no-reply@accounts.google.com>",
      "2025-02-18T03:15:00-05:00",
      "Recovery phone was changed",
      "The recovery phone for your Google Account was changed.",
    ],
    [
      "Coinbase <no-reply@coinbase.com>",
      "2025-02-18T03:26:00-05:00",
      "2-step verification was turned off",
      "2-step verification was turned off for your Coinbase account. If you did not request this, lock your account.",
    ],
    [
      "Gmail Team <forwarding-noreply@google.com>",
      "2025-02-18T03:31:00-05:00",
      "Gmail forwarding confirmation",
      "A forwarding address was added: a copy of your mail goes to dw.inbox77@mail.example.",
    ],
    [
      "Chase <no.reply.alerts@chase.com>",
      "2025-02-18T03:40:00-05:00",
      "Your transfer limit was changed",
      "Your daily limit has been increased. If you did not do this, call us.",
    ],
    [
      "Chase <no.reply.alerts@chase.com>",
      "2025-02-19T10:05:00-05:00",
      "Your transfer limit was changed",
      "Your daily limit was changed as you asked us on the phone today.",
    ],
  ];
  return {
    files: {
      "Chase2207_Activity_20250301.CSV": statement.text,
      ...Object.fromEntries(
        mails.map(([from, at, subject, body], i) => [`mail/${i + 1}.eml`, mail(from, me, at, subject, body)]),
      ),
    },
    person: `
person: { id: left-in-the-mailbox, region: us, currency: USD, as-of: 2025-02-17 }
lines: { main: { carrier: att, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode } }
mailboxes: { post: { account: google } }
cards: { debit: { bank: chase, kind: debit, last4: "2207", reserved-line: main, balance: 8100 } }
accounts:
  google: { service: google, line: main, devices: [phone] }
  chase: { service: chase, line: main, mailbox: post, cards: [debit], devices: [phone], balance: 8100 }
  coinbase: { service: coinbase, line: main, mailbox: post, second-factor: app }
`,
    told: [
      {
        at: "2025-02-18T08:30:00-05:00",
        by: "owner",
        says: "3500 dollars went by Zelle in the night, it was not me",
      },
      {
        at: "2025-02-19T10:00:00-05:00",
        by: "owner",
        says: "I called Chase and had the transfer limit lowered",
      },
    ],
    intruders: [...statement.intruders, ...[1, 2, 3, 4, 5].map((i) => `mail/${i}.eml 1`)],
  };
}

/**
 * China: a caller has her mother share the screen; a code, a new device, a higher limit, two transfers and a loan within half an hour.
 * Nothing but the bank's texts is there, and the file she wrote names no SIM.
 */
export function screenOfHerMother(): StrangersFolder {
  const says = (at: string, says_: string, isIntruders?: true): Text => ({
    at: `${at}+08:00`,
    with: "95588",
    says: `【工商银行】${says_}`,
    ...flagged(isIntruders),
  });
  const texts = textsOf("sms-20240326.xml", [
    ...Array.from({ length: 12 }, (_, i) =>
      says(
        `${dayOf("2024-03-01", i * 2)}T${two(9 + (i % 8))}:12:00`,
        `您尾号4455卡${Number(dayOf("2024-03-01", i * 2).slice(5, 7))}月${Number(dayOf("2024-03-01", i * 2).slice(8))}日支出(消费)${12 + i * 9}.00元。`,
      ),
    ),
    says("2024-03-25T15:20:00", "您正在修改手机银行登录密码，验证码 882913，切勿告知他人。", true),
    says("2024-03-25T15:24:00", "您的手机银行已在新设备上登录。", true),
    says("2024-03-25T15:31:00", "您的转账限额已调整为500,000.00元。", true),
    says("2024-03-25T15:36:00", "您尾号4455卡3月25日15:35支出(跨行转账)49,800.00元。", true),
    says("2024-03-25T15:41:00", "您尾号4455卡3月25日15:40收入(贷款发放)30,000.00元。", true),
    says("2024-03-25T15:44:00", "您尾号4455卡3月25日15:43支出(跨行转账)30,000.00元。", true),
    says("2024-03-25T16:30:00", "您尾号4455卡已办理口头挂失，有效期5天。"),
  ]);
  return {
    files: { "sms-20240326.xml": texts.text },
    person: `
person: { id: screen-of-her-mother, region: cn, currency: CNY, as-of: 2024-03-25 }
lines: { main: { carrier: china-mobile } }
devices: { phone: { kind: phone, os: android, lock: passcode } }
cards: { icbc: { bank: icbc, kind: debit, last4: "4455", reserved-line: main } }
`,
    told: [
      {
        at: "2024-03-25T15:00:00+08:00",
        by: "owner",
        says: "有人冒充客服打电话说我开了会员要扣费，让我下载会议软件共享屏幕，我就照做了",
      },
      {
        at: "2024-03-25T16:20:00+08:00",
        by: "helper",
        says: "女儿发现妈妈卡里少了将近八万，其中三万是贷款，都不是她自己转的",
      },
      { at: "2024-03-25T16:30:00+08:00", by: "helper", says: "我打95588挂失了卡" },
    ],
    intruders: texts.intruders,
  };
}

/**
 * Folders of what was done with somebody's own things while they slept or looked elsewhere, and of ordinary days that look alike;
 * with the tools of `stranger-files.ts`. What happened, when and to what sum is as it was told; names, numbers and ordinary days
 * are made up.
 */
import { encoded } from "./encoded.ts";
import {
  chaseHead,
  chaseRow,
  cmbHead,
  cmbRow,
  dayOf,
  flagged,
  type Line,
  listOf,
  mail,
  type StrangersFolder,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * China, told by the court of Zengdu in Suizhou (2024): a friend stays the night and holds the sleeper's phone before his face. With
 * codes that come to it he sets the payment password of WeChat anew and sends himself 4,000; at eleven the next night he borrows
 * 6,000 at an app for everyday services and sends it to himself too. `isOwn`: the same loan and payment, and nobody denies any.
 */
export function friendWhoStayed({ isOwn = false } = {}): StrangersFolder {
  const shops = ["美团外卖", "滴滴出行", "永辉超市", "中百仓储", "肯德基"];
  const theirs = isOwn ? undefined : true;
  const bank = cmbRow(18_000);
  const month = Array.from({ length: 30 }, (_, i) => dayOf("2023-10-29", i));
  const clock = (i: number) => `${two(8 + ((i * 5) % 13))}:${two((i * 17) % 60)}:05`;
  const paid = (i: number) => (12 + ((i * 41) % 90)).toFixed(2);
  const statement = listOf(
    "CMB_6214830233447788_20231029_20231129.csv",
    cmbHead("6214****7788", ["20231029", "20231129"], "2023-11-29 10:02:11"),
    [
      ...month.map((day, i) => {
        const shop = shops[i % 5]!;
        const over = shop === "美团外卖" ? "美团支付-美团外卖" : `财付通-微信支付-${shop}`;
        return bank(day, clock(i), { out: paid(i) }, ["快捷支付", over], i);
      }),
      bank("2023-11-10", "10:00:01", { into: "6400.00" }, ["代发工资", "工资"], 40),
      bank("2023-11-20", "19:12:40", { into: "38.00" }, ["退款", "美团支付-美团外卖退款"], 41),
      ...(isOwn
        ? []
        : [bank("2023-11-27", "02:41:10", { out: "4000.00" }, ["快捷支付", "财付通-微信转账"], 42, theirs)]),
      bank("2023-11-27", "23:05:30", { into: "6000.00" }, ["网络贷款", "美团借钱放款"], 43, theirs),
      bank("2023-11-27", "23:14:02", { out: "6000.00" }, ["快捷支付", "财付通-微信转账"], 44, theirs),
    ],
    9,
  );
  const bought = month.flatMap((day, i): readonly Line[] =>
    i % 5 === 0
      ? [
          {
            at: `${day}T${clock(i)}`,
            cells: `${day} ${clock(i)},${day} ${clock(i)},支付,盖浇饭一份,支出,招商银行储蓄卡(7788),¥${paid(i)},¥${paid(i)},"23${i}00110","44${i}00",/`,
          },
        ]
      : [],
  );
  const bill = listOf(
    "meituan.csv",
    [
      "美团交易账单明细",
      "美团用户名：[SJT700000001]",
      "起始时间：[2023-10-29] 终止时间：[2023-11-29]",
      "导出交易类型：[全部]",
      "导出时间：[2023-11-29 17:43:31]",
      '""',
      `共：${bought.length + 1}笔记录`,
      '""',
      "【美团交易账单明细列表】",
      "交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注",
    ],
    [
      ...bought,
      {
        at: "2023-11-20T19:12:40",
        cells:
          '2023-11-20 19:12:38,2023-11-20 19:12:40,退款,盖浇饭一份,收入,招商银行储蓄卡(7788),¥38.00,¥38.00,"2399","4499",/',
      },
    ],
    11,
  );
  const texts = textsOf("sms-20231128.xml", [
    ...month.slice(0, 28).map((day, i) => ({
      at: `${day}T${clock(i)}+08:00`,
      with: "95555",
      says: `【招商银行】您账户7788于${Number(day.slice(5, 7))}月${Number(day.slice(8))}日在【${shops[i % 5]}】快捷支付${paid(i)}元。`,
    })),
    ...(isOwn
      ? []
      : [
          {
            at: "2023-11-27T02:36:00+08:00",
            with: "10690095017",
            says: "【财付通】验证码 448120，您正在重置微信支付密码，切勿告知他人。",
            ...flagged(theirs),
          },
        ]),
    {
      at: "2023-11-27T23:01:00+08:00",
      with: "10107888",
      says: "【美团】验证码 771204，您正在申请借款，切勿告知他人。",
      ...flagged(theirs),
    },
  ]);
  return {
    files: {
      "CMB_6214830233447788_20231029_20231129.csv": encoded(statement.text, "gb18030"),
      "meituan.csv": bill.text,
      "sms-20231128.xml": texts.text,
    },
    person: `
person: { id: friend-who-stayed, region: cn, currency: CNY, as-of: 2023-11-27 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { cmb: { bank: cmb, kind: debit, last4: "7788", reserved-line: main, balance: 18000 } }
accounts:
  wechat: { service: wechat-tenpay, line: main, cards: [cmb], trusted: [phone] }
  meituan: { service: meituan, line: main, cards: [cmb], trusted: [phone] }
`,
    told: isOwn
      ? []
      : [
          {
            at: "2023-11-28T08:10:00+08:00",
            by: "owner",
            says: "卡里少了一万元，不是我转的，手机一直在身边",
          },
          { at: "2023-11-28T08:12:00+08:00", by: "owner", says: "美团借的六千不是我借的" },
        ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * United States, told by the woman herself (August 2022): at a quarter to one at night her small bank writes that the forgotten
 * password was asked for; in the afternoon it was again, where codes go is changed and a stranger added to the account. At five
 * somebody of its “fraud department” calls from its own number, and is told the code that comes. No money had gone by then.
 */
export function fraudDepartment({
  says = "a man said he was from the fraud department of my bank, and I told him the code",
} = {}): StrangersFolder {
  const shops = ["KROGER #441", "CVS PHARMACY", "PETSMART 0612", "SHELL OIL", "NETFLIX.COM"];
  const chase = chaseRow(5200);
  const statement = listOf(
    "Chase4410_Activity_20220903.CSV",
    chaseHead,
    [
      ...Array.from({ length: 30 }, (_, i) =>
        chase(
          dayOf("2022-08-01", i),
          `${shops[i % 5]} RICHMOND VA`,
          -(6.5 + ((i * 37) % 80)),
          "DEBIT_CARD",
          i,
        ),
      ),
      chase("2022-08-15", "SOCIAL SECURITY DES:PAYMENT", 1890.4, "ACH_CREDIT", 40),
    ],
    2,
  );
  const alert = (at: string, subject: string, body: string) =>
    mail("Chase <no.reply.alerts@chase.com>", "karen@mail.example", `2022-08-28T${at}-04:00`, subject, body);
  const alerts = [
    alert("00:46:00", "Security alert", "A password reset was requested for your login ID."),
    alert("16:50:00", "Security alert", "A password reset was requested for your login ID."),
    alert("16:51:00", "Security alert", "Your phone number for verification codes was changed."),
    alert("16:53:00", "Security alert", "An external account was added to your profile."),
  ];
  const texts = textsOf("sms-20220903.xml", [
    ...Array.from({ length: 10 }, (_, i) => ({
      at: `${dayOf("2022-08-03", i * 2)}T${two(9 + i)}:10:00-04:00`,
      with: "+18045550143",
      says: "coffee on thursday?",
    })),
    {
      at: "2022-08-28T17:06:00-04:00",
      with: "24273",
      says: "Chase: your one-time code is 481120. Do not share it with anyone.",
      isIntruders: true,
    },
  ]);
  const calls = [
    "Date,Time,Number,Direction,Duration",
    "2022-08-10,10:02:00,+18045550143,outgoing,120",
    "2022-08-28,17:00:00,+18005550177,incoming,900",
    "2022-08-29,08:05:00,+18009359935,outgoing,1300",
  ].join("\r\n");
  return {
    files: {
      "Chase4410_Activity_20220903.CSV": statement.text,
      "sms-20220903.xml": texts.text,
      "calls.csv": calls,
      ...Object.fromEntries(alerts.map((text, i) => [`mail/${i + 1}.eml`, text])),
    },
    person: `
person: { id: fraud-department, region: us, currency: USD, as-of: 2022-08-27 }
lines: { main: { carrier: verizon, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode } }
mailboxes: { post: { account: google } }
cards: { debit: { bank: chase, kind: debit, last4: "4410", reserved-line: main, balance: 5200 } }
accounts:
  google: { service: google, line: main, devices: [phone] }
  chase: { service: chase, line: main, mailbox: post, cards: [debit], devices: [phone], balance: 5200 }
`,
    told: [
      { at: "2022-08-28T17:05:00-04:00", by: "owner", says },
      { at: "2022-08-29T08:05:00-04:00", by: "owner", says: "I called Chase and had the account blocked" },
    ],
    intruders: [...alerts.map((_, i) => `mail/${i + 1}.eml 1`), "calls.csv 3", ...texts.intruders],
  };
}

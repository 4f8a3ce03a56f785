/**
 * Three folders of strangers' records from Asia; see `stranger-files.ts`, whose tools these use. What was done in which order
 * is as the report named above each says; names, numbers and everyday sums are made up.
 */
import { encoded } from "./encoded.ts";
import {
  british,
  cmbHead,
  cmbRow,
  dayOf,
  flagged,
  type Line,
  listOf,
  mail,
  quoted,
  type StrangersFolder,
  type Text,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * Japan, told by himself and in papers (Yao near Osaka, 30 April 2024): his phone has no signal in the afternoon; in Nagoya a
 * shop of SoftBank put his number on a new phone for a forged identity card it looked at and did not read. ¥50,000 are
 * charged to PayPay and spent, ¥130,000 to a card of SoftBank's, and a watch of ¥2,250,000 is bought on a loan.
 */
export function forgedIdentityCard(): StrangersFolder {
  const shops = ["セブン-イレブン", "ライフ 八尾店", "スギ薬局", "すき家", "ファミリーマート"];
  const pay = (
    at: string,
    { out = "-", into = "-" }: { readonly out?: string; readonly into?: string },
    [what, peer, by]: readonly [string, string, string],
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${9_999_999_999_999 - Date.parse(`${at.replace(" ", "T")}Z`)}`,
    cells: `${at.replaceAll("-", "/")},${out},${into},-,-,-,-,${what},${peer},${by},-,-,0460${8_314_245_900 + i}`,
    ...flagged(isIntruders),
  });
  const paypay = listOf(
    "Transactions_20240402-20240501.csv",
    [
      "\ufeff取引日,出金金額（円）,入金金額（円）,海外出金金額,通貨,変換レート（円）,利用国,取引内容,取引先,取引方法,支払い区分,利用者,取引番号",
    ],
    [
      ...Array.from({ length: 28 }, (_, i) =>
        pay(
          `${dayOf("2024-04-02", i)} ${two(8 + ((i * 5) % 13))}:${two((i * 17) % 60)}:28`,
          { out: `${140 + ((i * 337) % 1900)}` },
          ["支払い", shops[i % 5]!, "PayPay残高"],
          i,
        ),
      ),
      pay("2024-04-10 20:10:02", { into: '"5,000"' }, ["チャージ", "三井住友銀行", "三井住友銀行"], 40),
      pay(
        "2024-04-30 15:41:20",
        { into: '"50,000"' },
        ["チャージ", "ソフトバンク・ワイモバイルまとめて支払い", "ソフトバンクまとめて支払い"],
        50,
        true,
      ),
      pay(
        "2024-04-30 16:02:44",
        { out: '"24,800"' },
        ["支払い", "ビックカメラ 名古屋駅西店", "PayPay残高"],
        51,
        true,
      ),
      pay(
        "2024-04-30 16:31:09",
        { out: '"19,900"' },
        ["支払い", "ファミリーマート 名駅南店", "PayPay残高"],
        52,
        true,
      ),
      pay("2024-04-30 16:55:31", { out: '"5,120"' }, ["支払い", "名鉄タクシー", "PayPay残高"], 53, true),
    ],
    2,
  );
  const row = (
    day: string,
    words: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${day.replaceAll("-", "/")},${out ?? ""},${into ?? ""},"${words}",${380_000 - i * 2100},"",""`,
  });
  const bank = listOf(
    "meisai.csv",
    ["年月日,お引出し,お預入れ,お取り扱い内容,残高,メモ,ラベル"],
    [
      row("2024-04-05", "ソフトバンク（ＳＢ）", { out: 8420 }, 1),
      row("2024-04-10", "ＰａｙＰａｙ", { out: 5000 }, 2),
      row("2024-04-12", "カード", { out: 30_000 }, 3),
      row("2024-04-25", "給料振込 ヤオシ", { into: 412_300 }, 4),
      row("2024-04-26", "ヤチン ダイワリビング", { out: 78_000 }, 5),
      row("2024-04-28", "ＳＭＢＣデビット ライフ", { out: 4210 }, 6),
    ],
    2,
  );
  const me = "nm@mail.example";
  return {
    files: {
      "Transactions_20240402-20240501.csv": paypay.text,
      "meisai.csv": encoded(bank.text, "shift_jis"),
      "mail/1.eml": mail(
        "PayPay <info@mail.paypay.ne.jp>",
        me,
        "2024-04-30T15:31:00+09:00",
        "【PayPay】新しい端末でログインされました",
        "新しい端末からPayPayへのログインがありました。お心当たりがない場合はお問い合わせください。",
      ),
      "mail/2.eml": mail(
        "PayPay <info@mail.paypay.ne.jp>",
        me,
        "2024-04-30T15:41:30+09:00",
        "【PayPay】チャージ完了のお知らせ",
        "50,000円のチャージが完了しました。",
      ),
      "mail/3.eml": mail(
        "ソフトバンク <noreply@mb.softbank.jp>",
        me,
        "2024-04-30T15:04:00+09:00",
        "機種変更お申し込み内容のご確認",
        "本日、機種変更のお手続きを承りました。店舗:名古屋市",
      ),
      "mail/4.eml": mail(
        "ショッピングローン <info@shinpan.example>",
        me,
        "2024-05-01T13:20:00+09:00",
        "ショッピングローンお申し込み完了のお知らせ",
        "腕時計 2,250,000円のショッピングローンのお申し込みを受け付けました。",
      ),
      "mail/5.eml": mail(
        "八尾市図書館 <lib@lib.example>",
        me,
        "2024-04-20T10:00:00+09:00",
        "予約資料のご用意",
        "ご予約の資料がご用意できました。",
      ),
    },
    person: `
person: { id: forged-identity-card, region: jp, currency: JPY, as-of: 2024-04-30 }
lines: { main: { carrier: softbank-jp, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: hides-codes } }
cards: { smbc: { bank: smbc, kind: debit, balance: 380000 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone] }
  paypay: { service: paypay, line: main, mailbox: post, cards: [smbc], devices: [phone], balance: 3200 }
  bank: { service: smbc, line: main, cards: [smbc], balance: 380000 }
`,
    told: [
      { at: "2024-04-30T15:00:00+09:00", by: "owner", says: "携帯の電波が急になくなりました" },
      {
        at: "2024-04-30T18:30:00+09:00",
        by: "owner",
        says: "ショップで名古屋の店で機種変更されていると言われました。私はしていません",
      },
      {
        at: "2024-05-01T15:00:00+09:00",
        by: "owner",
        says: "身に覚えのないローンの申し込みのメールが来ました",
      },
    ],
    intruders: [...paypay.intruders, "mail/1.eml 1", "mail/2.eml 1", "mail/3.eml 1", "mail/4.eml 1"],
  };
}

/**
 * Singapore, told by herself and in a paper (28 December 2021): a text in the thread of her bank says the account will be
 * suspended; at two she opens its link and types what it asks. The limit goes to S$100,000, a token is set up on another
 * phone, and almost everything leaves in minutes.
 */
export function accountWillBeSuspended(): StrangersFolder {
  const shops = ["NTUC FAIRPRICE", "GRAB RIDES", "SHENG SIONG", "KOUFU PTE LTD", "POPULAR BOOK"];
  // Each row of the bank's list stands in two lines: the second holds what it was for.
  const intruders: string[] = [];
  const file = "TransactionHistory_20220103.csv";
  const lines: string[] = [
    "Account details for:,360 Account 5*****-001",
    'Available Balance,"42.10"',
    'Ledger Balance,"42.10"',
    "",
    "Transaction History",
    "Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)",
  ];
  const entry = (
    day: string,
    [what, more]: readonly [string, string],
    { out = "", into = "" }: { readonly out?: string; readonly into?: string },
    isIntruders?: true,
  ) => {
    if (isIntruders === true) intruders.push(`${file} ${lines.length + 1}`);
    lines.push(`${british(day)},${british(day)},${what},${quoted(out)},${quoted(into)}`, `,,${more}`);
  };
  const stolen = ["19,900.00", "18,500.00", "15,718.00", "9,800.00", "4,950.00"] as const;
  for (const [i, sum] of stolen.entries())
    entry(
      "2021-12-28",
      ["FAST PAYMENT", `OTHR - via PayNow-Mobile to ${i % 2 ? "TAN W K" : "LIM J H"}`],
      { out: sum },
      true,
    );
  entry("2021-12-24", ["IBG GIRO", "SALARY MINISTRY OF EDUCATION"], { into: "5,120.00" });
  for (let i = 0; i < 30; i++)
    entry(dayOf("2021-11-24", 29 - i), ["DEBIT PURCHASE", `xx-1767 ${shops[i % 5]}`], {
      out: (4.2 + ((i * 37) % 90)).toFixed(2),
    });
  entry("2021-12-01", ["GIRO", "SINGTEL"], { out: "62.00" });
  const texts = textsOf("sms-20220103.xml", [
    ...Array.from(
      { length: 9 },
      (_, i): Text => ({
        at: `${dayOf("2021-11-25", i * 3)}T${two(9 + i)}:05:00+08:00`,
        with: i % 3 ? "OCBC" : "+6581234567",
        says:
          i % 3
            ? `OCBC: You spent SGD ${(4.2 + ((i * 37) % 90)).toFixed(2)} at ${shops[i % 5]} on your card ending 1767.`
            : "can fetch the kids at 2?",
      }),
    ),
    {
      at: "2021-12-28T11:47:00+08:00",
      with: "OCBC",
      says: "The transaction function of your OCBC account will be suspended. To prevent the account from being locked out, update it on December 28. Access bit.example/3q",
      isIntruders: true,
    },
    {
      at: "2021-12-28T14:04:00+08:00",
      with: "OCBC",
      says: "OCBC: OTP 204811 to set up OneToken on a new device. Do not share it with anyone.",
      isIntruders: true,
    },
    {
      at: "2021-12-28T14:06:00+08:00",
      with: "OCBC",
      says: "OCBC: Your OneToken has been activated on iPhone. Not you? Call 6363 3333.",
      isIntruders: true,
    },
    {
      at: "2021-12-28T14:09:00+08:00",
      with: "OCBC",
      says: "OCBC: Your daily transfer limit has been changed from SGD 5,000 to SGD 100,000.",
      isIntruders: true,
    },
    {
      at: "2021-12-28T14:13:00+08:00",
      with: "OCBC",
      says: "OCBC: SGD 19,900.00 was transferred via PayNow to LIM J H on 28 Dec.",
      isIntruders: true,
    },
    { at: "2021-12-29T10:00:00+08:00", with: "Singtel", says: "Your Singtel bill of $62.00 is ready." },
  ]);
  return {
    files: { [file]: `${lines.join("\r\n")}\r\n`, "sms-20220103.xml": texts.text },
    person: `
person: { id: account-will-be-suspended, region: sg, currency: SGD, as-of: 2021-12-28 }
lines: { main: { carrier: singtel, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: ocbc, kind: debit, last4: "1767", reserved-line: main, balance: 69000 } }
accounts:
  ocbc: { service: ocbc, line: main, cards: [debit], devices: [phone], trusted: [phone], balance: 69000 }
`,
    told: [
      {
        at: "2021-12-28T14:00:00+08:00",
        by: "owner",
        says: "I clicked the link and typed my user name, password and the code",
      },
      { at: "2021-12-28T14:10:00+08:00", by: "owner", says: "I called the OCBC hotline and was on hold" },
      { at: "2021-12-28T14:40:00+08:00", by: "owner", says: "OCBC blocked my account" },
    ],
    intruders: [...intruders, ...texts.intruders],
  };
}

/**
 * China, told by the police (Hangjinhouqi, Inner Mongolia, November 2019): whoever found the phone saw that it had no lock, and a
 * picture of the identity card in it; with its number and a code he set a new password for Alipay, and spent from Huabei
 * and WeChat in several goes, some 6,000 yuan.
 */
export function phoneWithoutLock(): StrangersFolder {
  const shops = ["陕坝镇百姓超市", "美团外卖", "中国石油巴彦淖尔", "拼多多平台商户", "沙县小吃"];
  const alipay = (
    at: string,
    peer: string,
    what: string,
    sum: number,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${9_999_999_999_999 - Date.parse(`${at.replace(" ", "T")}Z`)}`,
    cells: `20191100${two(i)}22001\t,T200P${i}\t,${at} ,${at} ,${at} ,其他（包括阿里巴巴和外部商家）,即时到账交易,${peer} ,${what} ,${sum.toFixed(2)} ,支出 ,交易成功 ,0.00 ,0.00 , ,已支出 ,`,
    ...flagged(isIntruders),
  });
  const ofAlipay = listOf(
    "alipay_record_20191121_1010_1.csv",
    [
      "支付宝交易记录明细查询",
      "账号:[138****2277]",
      "起始日期:[2019-10-20 00:00:00]    终止日期:[2019-11-21 00:00:00]",
      "---------------------------------交易记录明细列表------------------------------------",
      "交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态,",
    ],
    [
      ...Array.from({ length: 24 }, (_, i) =>
        alipay(
          `${dayOf("2019-10-21", i)} ${two(7 + ((i * 5) % 14))}:${two((i * 23) % 60)}:10`,
          shops[i % 5]!,
          "消费",
          6 + ((i * 31) % 95),
          i,
        ),
      ),
      alipay("2019-11-16 21:35:02", "临河区某通讯店", "花呗付款-手机", 1899, 50, true),
      alipay("2019-11-16 22:10:44", "临河区某烟酒店", "花呗付款-中华烟", 1300, 51, true),
      alipay("2019-11-17 09:20:31", "临河区某烟酒店", "花呗付款-中华烟", 1240, 52, true),
    ],
    6,
    "------------------------------------------------------------------------------------\r\n导出时间:[2019-11-21 10:10:12]    用户:杨某\r\n",
  );
  const wechat = (
    at: string,
    kind: string,
    peer: string,
    sum: number,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${9_999_999_999_999 - Date.parse(`${at.replace(" ", "T")}Z`)}`,
    cells: `${at},${kind},"${peer}","/","支出",¥${sum.toFixed(2)},零钱,支付成功,"42000${i}"\t,"1000${i}"\t,"/"`,
    ...flagged(isIntruders),
  });
  const ofWechat = listOf(
    "微信支付账单(20191020-20191121).csv",
    [
      "微信支付账单明细,,,,,,,,,,",
      "微信昵称：[杨某],,,,,,,,,,",
      "起始时间：[2019-10-20 00:00:00] 终止时间：[2019-11-21 23:59:59],,,,,,,,,,",
      "导出类型：[全部],,,,,,,,,,",
      "导出时间：[2019-11-22 08:05:22],,,,,,,,,,",
      ",,,,,,,,,,",
      "----------------------微信支付账单明细列表--------------------,,,,,,,,,,",
      "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
    ],
    [
      ...Array.from({ length: 20 }, (_, i) =>
        wechat(
          `${dayOf("2019-10-21", i)} ${two(8 + ((i * 7) % 12))}:${two((i * 13) % 60)}:41`,
          "商户消费",
          shops[(i + 2) % 5]!,
          4 + ((i * 17) % 60),
          i,
        ),
      ),
      wechat("2019-11-16 20:58:10", "转账", "卢某", 800, 60, true),
      wechat("2019-11-16 23:05:10", "扫二维码付款", "某网吧", 600, 61, true),
    ],
    9,
  );
  const call = (at: string, way: string, peer: string, seconds: string): Line => ({
    at,
    cells: `${at},巴彦淖尔,${way},${peer},${seconds},本地,,0.00`,
  });
  const calls = listOf(
    "通话详单201911.csv",
    ["起始时间,通信地点,通信方式,对方号码,通信时长,通信类型,套餐优惠,实收通信费(元)"],
    [
      ...Array.from({ length: 16 }, (_, i) =>
        call(
          `${dayOf("2019-11-01", i)} ${two(8 + (i % 11))}:21:05`,
          i % 2 ? "主叫" : "被叫",
          `1514780${1100 + i}`,
          `${i + 1}分10秒`,
        ),
      ),
      call("2019-11-16 19:40:12", "被叫", "15147809001", "0秒"),
    ],
    2,
  );
  const text = (at: string, peer: string, isIntruders?: true): Line => ({
    at,
    cells: `${at},巴彦淖尔,${peer},短信,接收,,0.00`,
    ...flagged(isIntruders),
  });
  const texts = listOf(
    "短信详单201911.csv",
    ["起始时间,通信地点,对方号码,信息类型,通信方式,套餐,通信费(元)"],
    [
      ...Array.from({ length: 8 }, (_, i) =>
        text(`${dayOf("2019-11-01", i * 2)} ${two(9 + i)}:05:01`, i % 2 ? "10086" : "95588"),
      ),
      text("2019-11-16 21:12:33", "95188", true),
      text("2019-11-16 21:14:02", "95188", true),
    ],
    2,
  );
  return {
    files: {
      "alipay_record_20191121_1010_1.csv": encoded(ofAlipay.text, "gb18030"),
      "微信支付账单(20191020-20191121).csv": ofWechat.text,
      "通话详单201911.csv": encoded(calls.text, "gb18030"),
      "短信详单201911.csv": encoded(texts.text, "gb18030"),
    },
    person: `
person: { id: phone-without-lock, region: cn, currency: CNY, as-of: 2019-11-16 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: none, lock-screen: shows-codes } }
cards: { icbc: { bank: icbc, kind: debit, last4: "3307", reserved-line: main, balance: 2100 } }
accounts:
  alipay: { service: alipay, line: main, cards: [icbc], devices: [phone], balance: 300, credit: 6000 }
  wechat: { service: wechat-tenpay, line: main, cards: [icbc], devices: [phone], balance: 1500 }
`,
    told: [
      { at: "2019-11-16T19:30:00+08:00", by: "owner", says: "手机丢了,没有设锁屏密码" },
      { at: "2019-11-17T10:30:00+08:00", by: "owner", says: "到营业厅补了卡,发现微信和花呗被人用了六千多" },
      { at: "2019-11-17T11:00:00+08:00", by: "owner", says: "这些消费不是我做的,我报了警" },
    ],
    intruders: [...ofAlipay.intruders, ...ofWechat.intruders, ...texts.intruders],
  };
}

/**
 * China, told by the police in a paper: he had given his number up; whoever got it next opened Alipay by it, found his name
 * and his card of China Merchants Bank, and in seven goes took 18,500 yuan from the card. Nothing of his was in other hands
 * but the number he no longer had.
 */
export function numberGivenUp(): StrangersFolder {
  const shops = ["沃尔玛", "中国石化", "肯德基", "大润发", "中国移动充值"];
  const bank = cmbRow(26_000);
  const stolen = [
    ["2014-06-20", "22:10:11", "500.00"],
    ["2014-06-20", "22:31:40", "2000.00"],
    ["2014-06-21", "09:02:25", "3000.00"],
    ["2014-06-21", "20:44:19", "3000.00"],
    ["2014-06-22", "08:15:33", "3000.00"],
    ["2014-06-22", "08:40:02", "3500.00"],
    ["2014-06-22", "09:12:57", "3500.00"],
  ] as const;
  const statement = listOf(
    "CMB_6214830211112222_20140520_20140627.csv",
    cmbHead("6214****2222", ["20140520", "20140627"], "2014-06-27 10:02:11"),
    [
      ...Array.from({ length: 30 }, (_, i) =>
        bank(
          dayOf("2014-05-20", i),
          `${two(8 + ((i * 5) % 13))}:${two((i * 17) % 60)}:05`,
          { out: (12 + ((i * 41) % 230)).toFixed(2) },
          ["消费", shops[i % 5]!],
          i,
        ),
      ),
      bank("2014-06-10", "10:00:01", { into: "7200.00" }, ["代发工资", "工资"], 40),
      bank("2014-06-01", "19:20:00", { out: "1500.00" }, ["转账汇款", "房租 李某"], 41),
      bank("2014-06-05", "21:00:00", { out: "88.00" }, ["快捷支付", "支付宝-淘宝网"], 42),
      ...stolen.map(([day, clock, sum], i) =>
        bank(day, clock, { out: sum }, ["快捷支付", "支付宝-充值"], 50 + i, true),
      ),
    ],
    9,
    '"# 收入合计: 1 笔，共 7200.00 元"\r\n"# 支出合计: 39 笔"\r\n',
  );
  const texts = textsOf("sms-20140627.xml", [
    ...Array.from(
      { length: 10 },
      (_, i): Text => ({
        at: `${dayOf("2014-05-22", i * 3)}T${two(9 + i)}:05:00+08:00`,
        with: i % 2 ? "10010" : "95555",
        says:
          i % 2
            ? "【中国联通】您本月剩余流量320MB。"
            : `您账户2222于${dayOf("2014-05-22", i * 3)
                .slice(5)
                .replace(
                  "-",
                  "月",
                )}日在【${shops[i % 5]}】消费人民币${(12 + ((i * 3 * 41) % 230)).toFixed(2)}[招商银行]`,
      }),
    ),
    ...stolen.slice(4).map(
      ([day, clock, sum]): Text => ({
        at: `${day}T${clock.slice(0, 5)}:40+08:00`,
        with: "95555",
        says: `您账户2222于06月22日${clock.slice(0, 5)}在【支付宝】快捷支付人民币${sum}[招商银行]`,
        isIntruders: true,
      }),
    ),
  ]);
  return {
    files: {
      "CMB_6214830211112222_20140520_20140627.csv": encoded(statement.text, "gb18030"),
      "sms-20140627.xml": texts.text,
    },
    person: `
person: { id: number-given-up, region: cn, currency: CNY, as-of: 2014-06-20 }
lines:
  main: { carrier: china-unicom, sim: { in: phone, kind: physical, pin: none } }
  old: { carrier: china-telecom }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { cmb: { bank: cmb, kind: debit, last4: "2222", reserved-line: main, balance: 26000 } }
accounts:
  alipay: { service: alipay, line: old, cards: [cmb] }
`,
    told: [
      {
        at: "2014-06-22T09:30:00+08:00",
        by: "owner",
        says: "收到银行短信，卡里的钱被转走了一万八千多，不是我操作的",
      },
      {
        at: "2014-06-22T10:00:00+08:00",
        by: "owner",
        says: "致电招商银行，对方说是从支付宝转走的，绑的是我上个月注销的电信号码",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

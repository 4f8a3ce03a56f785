/**
 * Five more folders of strangers' records, as far from each other as they come; see `stranger-files.ts`, whose tools these use.
 * What was done in which order is as the report named above each says; names, numbers and everyday sums are made up.
 */
import { encoded } from "./encoded.ts";
import {
  dayOf,
  flagged,
  type Line,
  listOf,
  mail,
  type StrangersFolder,
  type Text,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * Japan, told by the victim on television (Sendai, 1 September 2020): within two minutes four sums leave her account to
 * a wallet of a carrier she is no customer of, which somebody opened in her name with the number of her account and its PIN.
 * She sees it in the night of the second and has the account stopped in the morning. Her line, her phone, her mail are untouched.
 */
export function walletOfAnotherCarrier(): StrangersFolder {
  const shops = ["ヨークベニマル", "デンリヨク", "ＰａｙＰａｙ", "ガスリヨウキン", "イオン"];
  const wide = (sum: number) => sum.toLocaleString("en-US");
  const row = (
    day: string,
    words: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${day.replaceAll("-", "/")},${out === undefined ? "" : `"${wide(out)}"`},${into === undefined ? "" : `"${wide(into)}"`},${words},"${wide(420_000 - i * 1370)}"`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "nyushukkin.csv",
    ["口座番号,普通　****312", "", "お取引日,お支払金額（円）,お預り金額（円）,お取引内容,差引残高（円）"],
    [
      ...Array.from({ length: 24 }, (_, i) =>
        row(dayOf("2020-08-04", i), `デビツト　${shops[i % 5]}`, { out: 480 + ((i * 733) % 6200) }, i),
      ),
      row("2020-08-25", "キユウヨ　カ）アオバシヨウジ", { into: 198_400 }, 40),
      row("2020-08-27", "口座振替　ニホンガクセイシエンキコウ", { out: 14_200 }, 41),
      row("2020-08-28", "ＡＴＭ", { out: 30_000 }, 42),
      row("2020-09-01", "口座振替　ドコモコウザ", { out: 100_000 }, 50, true),
      row("2020-09-01", "口座振替　ドコモコウザ", { out: 90_000 }, 51, true),
      row("2020-09-01", "口座振替　ドコモコウザ", { out: 90_000 }, 52, true),
      row("2020-09-01", "口座振替　ドコモコウザ", { out: 20_000 }, 53, true),
      row("2020-09-02", `デビツト　${shops[0]}`, { out: 1840 }, 54),
    ],
    4,
  );
  const texts = textsOf("sms-20200905.xml", [
    ...Array.from(
      { length: 9 },
      (_, i): Text => ({
        at: `${dayOf("2020-08-05", i * 3)}T${two(9 + i)}:10:00+09:00`,
        with: i % 2 ? "au" : "+818012345678",
        says: i % 2 ? "[au] 今月のデータ残量は2.1GBです" : "今夜カレーでいい?",
      }),
    ),
  ]);
  return {
    files: { "nyushukkin.csv": encoded(statement.text, "shift_jis"), "sms-20200905.xml": texts.text },
    person: `
person: { id: wallet-of-another-carrier, region: jp, currency: JPY, as-of: 2020-09-01 }
lines: { main: { carrier: au-kddi, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: hides-codes } }
cards: { cash: { bank: 七十七銀行, kind: debit, balance: 420000 } }
accounts:
  bank: { service: 七十七銀行, line: main, cards: [cash], balance: 420000 }
`,
    told: [
      {
        at: "2020-09-03T00:10:00+09:00",
        by: "owner",
        says: "アプリで残高を見たら知らない引き落としがありました",
      },
      { at: "2020-09-03T09:05:00+09:00", by: "owner", says: "銀行に電話して口座を止めてもらいました" },
    ],
    intruders: [...statement.intruders],
  };
}

/**
 * Germany, from a judgment (Regional Court of Cologne, 22 O 43/22, 8 January 2024): in September 2022 a caller with the bank's
 * own number on the display says the account is blocked; an order named "Registrierung Karte" is released in the app. It puts
 * a digital copy of the card on somebody else's phone, which in a few days pays some €14,000 in shops.
 */
export function registrationOfACard(): StrangersFolder {
  const shops = [
    "REWE SAGT DANKE 4411",
    "DB VERTRIEB GMBH",
    "ROSSMANN 2210",
    "ARAL AG",
    "LIDL DIENSTLEISTUNG",
  ];
  const entries: {
    readonly day: string;
    readonly xml: (n: number) => string;
    readonly isIntruders?: true;
  }[] = [];
  const entry = (
    day: string,
    sum: string,
    way: "DBIT" | "CRDT",
    { name, says, code }: { readonly name: string; readonly says: string; readonly code: string },
    isIntruders?: true,
  ) =>
    entries.push({
      day,
      ...flagged(isIntruders),
      xml: (n) =>
        `<Ntry><NtryRef>${n}</NtryRef><Amt Ccy="EUR">${sum}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>NONREF-${n}</AcctSvcrRef><BkTxCd><Prtry><Cd>${code}</Cd><Issr>DK</Issr></Prtry></BkTxCd><NtryDtls><TxDtls><RltdPties>${way === "DBIT" ? `<Cdtr><Nm>${name}</Nm></Cdtr>` : `<Dbtr><Nm>${name}</Nm></Dbtr>`}</RltdPties><RmtInf><Ustrd>${says}</Ustrd></RmtInf></TxDtls></NtryDtls><AddtlNtryInf>${code.includes("106") ? "KARTENZAHLUNG" : "FOLGELASTSCHRIFT"}</AddtlNtryInf></Ntry>`,
    });
  const card = "NDDT+106+9210";
  for (let i = 0; i < 26; i++)
    entry(dayOf("2022-08-22", i), (6.2 + ((i * 37) % 70)).toFixed(2), "DBIT", {
      name: shops[i % 5]!,
      says: `${dayOf("2022-08-22", i)}T1${i % 10}:14 Debitk.2 2025-12`,
      code: card,
    });
  entry("2022-08-31", "2710.44", "CRDT", {
    name: "Muster Maschinenbau GmbH",
    says: "LOHN/GEHALT 08/22",
    code: "NTRF+153+9210",
  });
  entry("2022-09-01", "780.00", "DBIT", {
    name: "Hausverwaltung Rhein",
    says: "Miete September",
    code: "NTRF+117+9210",
  });
  entry("2022-09-05", "49.99", "DBIT", {
    name: "Telekom Deutschland GmbH",
    says: "Festnetz Vertragskonto 4711",
    code: "NDDT+105+9210",
  });
  for (const [day, name, sum] of [
    ["2022-09-23", "MEDIAMARKT KOELN", "2199.00"],
    ["2022-09-23", "SATURN KOELN", "1998.00"],
    ["2022-09-24", "MEDIAMARKT BONN", "2499.00"],
    ["2022-09-24", "GALERIA KARSTADT", "1450.00"],
    ["2022-09-26", "APPLE STORE R493", "2998.00"],
    ["2022-09-26", "SATURN HUERTH", "2856.00"],
  ] as const)
    entry(day, sum, "DBIT", { name, says: `${day}T15:02 Debitk.9 2025-12 APPLE PAY`, code: card }, true);
  const sorted = entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const file = "2022-09-30_camt053.xml";
  const camt = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2022-09-30T20:00:00.0+02:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><FrToDt><FrDtTm>2022-08-22T00:00:00+02:00</FrDtTm><ToDtTm>2022-09-30T23:59:59+02:00</ToDtTm></FrToDt><Acct><Id><IBAN>DE02370501980001802057</IBAN></Id><Ccy>EUR</Ccy></Acct>
${sorted.map(({ xml }, i) => xml(i + 1)).join("\n")}
</Stmt></BkToCstmrStmt></Document>
`;
  const me = "mk@mail.example";
  return {
    files: {
      [file]: camt,
      // Saved twice.
      "Kontoauszug/2022-09-30_camt053 (1).xml": camt,
      "mail/1.eml": mail(
        "Sparkasse <info@sparkasse-koelnbonn.de>",
        me,
        "2022-08-29T09:00:00+02:00",
        "Ihr Kontoauszug",
        "Ihr elektronischer Kontoauszug liegt im Postfach.",
      ),
      "mail/2.eml": mail(
        "Sparkasse <info@sparkasse-koelnbonn.de>",
        me,
        "2022-09-22T17:41:00+02:00",
        "Ihre digitale Karte",
        "Ihre Sparkassen-Card wurde zu Apple Pay hinzugefügt. Falls Sie das nicht waren, rufen Sie uns an.",
      ),
      "mail/3.eml": mail(
        "DHL <noreply@dhl.de>",
        me,
        "2022-09-12T08:00:00+02:00",
        "Ihr Paket kommt heute",
        "Ihre Sendung wird heute zugestellt.",
      ),
    },
    person: `
person: { id: registration-of-a-card, region: de, currency: EUR, as-of: 2022-09-22 }
lines: { main: { carrier: telekom-de, sim: { in: phone, kind: physical, pin: set } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { girocard: { bank: sparkasse, kind: debit, reserved-line: main, balance: 16000 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone] }
  bank: { service: sparkasse, line: main, mailbox: post, cards: [girocard], trusted: [phone], balance: 16000 }
`,
    told: [
      {
        at: "2022-09-22T17:35:00+02:00",
        by: "owner",
        says: "Ein Mann von der Sparkasse rief an, ich habe den Auftrag in der pushTAN-App freigegeben",
      },
      { at: "2022-09-27T09:10:00+02:00", by: "owner", says: "Ich habe die Karte sperren lassen" },
    ],
    intruders: [
      ...sorted.flatMap(({ isIntruders }, i) =>
        isIntruders === true ? [`${file} ${i + 1}`, `Kontoauszug/2022-09-30_camt053 (1).xml ${i + 1}`] : [],
      ),
      "mail/2.eml 1",
    ],
    repeated: sorted.length,
  };
}

/**
 * Korea, told in the press (Busan, 22 April 2025): the phone is dead; the shop says that his contract was ended and the number
 * is at another carrier's reseller. On the same day five times ten million won leave his account.
 */
export function numberAtAnotherCarrier(): StrangersFolder {
  const shops = ["GS25 남천점", "스타벅스", "이마트24", "부산교통공사", "쿠팡"];
  const row = (
    at: string,
    what: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${at} ${two(i)}`,
    cells: `${at.replaceAll("-", ".")},${what},"${(out ?? 0).toLocaleString("en-US")}","${(into ?? 0).toLocaleString("en-US")}","${(61_000_000 - i * 13_700).toLocaleString("en-US")}",부산남천,`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "거래내역조회_20250423.csv",
    [
      "계좌번호 : ******-04-***312",
      "조회기간 : 2025.03.20 ~ 2025.04.23",
      "",
      "거래일시,적요/보낸분/받는분,출금액(원),입금액(원),잔액(원),거래점,메모",
    ],
    [
      ...Array.from({ length: 28 }, (_, i) =>
        row(
          `${dayOf("2025-03-20", i)} ${two(8 + (i % 12))}:${two((i * 17) % 60)}:11`,
          `체크카드 ${shops[i % 5]}`,
          { out: 1500 + ((i * 3310) % 42_000) },
          i,
        ),
      ),
      row("2025-03-25 09:00:03", "급여 (주)남해상사", { into: 3_120_000 }, 40),
      row("2025-04-01 10:11:40", "인터넷 박영희", { out: 600_000 }, 41),
      row("2025-04-10 08:00:00", "자동이체 SK텔레콤", { out: 58_000 }, 42),
      ...[0, 1, 2, 3, 4].map((i) =>
        row(`2025-04-22 12:${two(31 + i * 2)}:20`, "인터넷 김도윤", { out: 10_000_000 }, 50 + i, true),
      ),
    ],
    5,
  );
  const texts = textsOf("sms-20250424.xml", [
    ...Array.from(
      { length: 12 },
      (_, i): Text => ({
        at: `${dayOf("2025-03-21", i * 2)}T${two(9 + (i % 9))}:20:00+09:00`,
        with: i % 3 ? "15889999" : "01012345678",
        says:
          i % 3
            ? `[KB]${dayOf("2025-03-21", i * 2)
                .slice(5)
                .replace("-", "/")} ${shops[i % 5]} 체크카드출금 ${1500 + ((i * 3310) % 42_000)}원`
            : "저녁 먹고 들어갑니다",
      }),
    ),
    { at: "2025-04-05T14:00:00+09:00", with: "114", says: "[SKT] 4월 요금 안내 58,000원" },
    {
      at: "2025-04-22T11:02:00+09:00",
      with: "0269881114",
      says: "[번호이동] 고객님의 번호이동 신청이 접수되었습니다. 본인이 신청하지 않은 경우 연락 바랍니다.",
      isIntruders: true,
    },
    {
      at: "2025-04-22T11:20:00+09:00",
      with: "114",
      says: "[SKT] 번호이동으로 고객님의 회선이 해지되었습니다.",
      isIntruders: true,
    },
  ]);
  return {
    files: { "거래내역조회_20250423.csv": encoded(statement.text, "euc-kr"), "sms-20250424.xml": texts.text },
    person: `
person: { id: number-at-another-carrier, region: kr, currency: KRW, as-of: 2025-04-22 }
lines: { main: { carrier: skt, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { check: { bank: kb-kookmin, kind: debit, reserved-line: main, balance: 61000000 } }
accounts:
  bank: { service: kb-kookmin, line: main, cards: [check], trusted: [phone], balance: 61000000 }
`,
    told: [
      { at: "2025-04-22T12:00:00+09:00", by: "owner", says: "휴대폰이 갑자기 먹통이 되었다" },
      {
        at: "2025-04-22T15:00:00+09:00",
        by: "owner",
        says: "대리점에 가니 SKT 회선이 해지되고 다른 통신사로 개통되었다고 했다",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * China, told by the police of Yinchuan in a paper (27 May 2025): a caller says an insurance of a million was switched on and will
 * cost every month; she installs a meeting app and shares her screen. What is paid and borrowed then is done by somebody else
 * on her own phone; ¥39,082 are gone.
 */
export function insuranceOfAMillion(): StrangersFolder {
  const shops = ["美团", "永辉超市", "中石化银川第三加油站", "新百连超", "拼多多商家", "滴滴出行"];
  const head = [
    "------------------------------------------------------------------------------------",
    "导出信息：",
    "姓名：杨某",
    "支付宝账户：139****0101",
    "起始时间：[2025-05-01 00:00:00]    终止时间：[2025-05-31 23:59:59]",
    "导出交易类型：[全部]",
    "导出时间：[2025-06-01 09:12:44]",
    "共34笔记录",
    "收入：1笔 5000.00元",
    "支出：32笔 9000.00元",
    "不计收支：1笔 0.00元",
    "",
    "特别提示：",
    "1.本回单内容可表明支付宝受理了相应支付交易申请，不代表支付宝对交易的担保。",
    "",
    "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------",
    "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,",
  ];
  const pay = (
    at: string,
    kind: string,
    peer: string,
    what: string,
    way: string,
    sum: number,
    by: string,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at,
    cells: `${at},${kind},${peer},/,${what},${way},${sum.toFixed(2)},${by},交易成功,20250${500000 + i}2200\t,T200P${i}\t,,`,
    ...flagged(isIntruders),
  });
  const alipay = listOf(
    "支付宝交易明细(20250501-20250531).csv",
    head,
    [
      ...Array.from({ length: 30 }, (_, i) =>
        pay(
          `${dayOf("2025-05-01", i)} ${two(8 + (i % 13))}:${two((i * 19) % 60)}:31`,
          "餐饮美食",
          shops[i % 6]!,
          "消费",
          "支出",
          9 + ((i * 41) % 160),
          i % 3 ? "花呗" : "工商银行储蓄卡(7788)",
          i,
        ),
      ),
      pay(
        "2025-05-27 15:41:10",
        "信用借还",
        "借呗",
        "借呗放款至工商银行(7788)",
        "不计收支",
        20_000,
        "",
        60,
        true,
      ),
      pay("2025-05-27 15:52:44", "转账红包", "周**", "转账", "支出", 4982, "余额", 61, true),
      pay("2025-05-27 15:50:02", "转账红包", "余额宝", "转出到余额", "收入", 5000, "余额宝", 62, true),
      pay("2025-05-27 16:02:10", "转账红包", "周**", "转账", "支出", 4100, "工商银行储蓄卡(7788)", 63, true),
    ],
    18,
  );
  // Opened and saved again by a spreadsheet: days without noughts, sums without their second place.
  const loose = (day: string) => `${day.slice(0, 4)}/${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
  const bank = (
    day: string,
    what: string,
    place: string,
    into: string,
    out: string,
    peer: string,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${loose(day)},${what},${place},CHN,钞,${into},${out},人民币,${into},${out},人民币,30000,${peer}`,
    ...flagged(isIntruders),
  });
  const icbc = listOf(
    "hisdetail1748740000.csv",
    [
      "明细查询文件下载,,,,,,,,,,,,",
      "卡号: 6222****7788,,,,,,,,,,,,",
      ",,,,,,,,,,,,",
      "交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名",
    ],
    [
      ...Array.from({ length: 10 }, (_, j) => {
        const i = j * 3;
        return bank(
          dayOf("2025-05-01", i),
          "消费",
          `支付宝-${shops[i % 6]}`,
          "",
          `${9 + ((i * 41) % 160)}`,
          shops[i % 6]!,
          j,
        );
      }),
      bank("2025-05-10", "工资", "", "6100", "", "宁夏某某有限公司", 20),
      bank("2025-05-15", "跨行转账", "手机银行", "", "1500", "杨某母", 21),
      bank("2025-05-27", "跨行汇款", "支付宝", "20000", "", "重庆市蚂蚁小微小额贷款有限公司", 30, true),
      bank("2025-05-27", "跨行转账", "手机银行", "", "30000", "吴某某", 31, true),
      bank("2025-05-27", "消费", "支付宝-转账", "", "4100", "周**", 32, true),
    ],
    5,
  );
  const texts = textsOf("sms-20250601.xml", [
    ...Array.from(
      { length: 12 },
      (_, i): Text => ({
        at: `${dayOf("2025-05-01", i * 2)}T${two(10 + (i % 9))}:20:00+08:00`,
        with: i % 2 ? "95588" : "10086",
        says:
          i % 2
            ? `【工商银行】您尾号7788卡${Number(dayOf("2025-05-01", i * 2).slice(8))}日支出(消费支付宝)${9 + ((i * 41) % 160)}元。`
            : "【中国移动】尊敬的客户，您本月剩余流量8.1GB。",
      }),
    ),
    {
      at: "2025-05-27T15:39:20+08:00",
      with: "95188",
      says: "【支付宝】验证码 510224，您正在申请借呗，请勿泄露给他人。",
      isIntruders: true,
    },
    {
      at: "2025-05-27T15:41:40+08:00",
      with: "95588",
      says: "【工商银行】您尾号7788卡5月27日15:41收入(跨行汇款)20,000.00元。",
      isIntruders: true,
    },
    {
      at: "2025-05-27T15:45:02+08:00",
      with: "95588",
      says: "【工商银行】您正在通过手机银行转账，验证码 992014，任何索要验证码的都是骗子。",
      isIntruders: true,
    },
    {
      at: "2025-05-27T15:46:31+08:00",
      with: "95588",
      says: "【工商银行】您尾号7788卡5月27日15:46支出(跨行转账)30,000.00元。",
      isIntruders: true,
    },
  ]);
  const calls = listOf(
    "语音详单202505.csv",
    ["通信起始时间,通信地点,通信方式,对方号码,通信时长,通信类型,套餐优惠,实收通信费"],
    [
      ...Array.from({ length: 14 }, (_, i): Line => {
        const at = `${dayOf("2025-05-02", i * 2)} ${two(9 + (i % 10))}:11:05`;
        return {
          at,
          cells: `${at},银川,${i % 2 ? "主叫" : "被叫"},1390951${1000 + i},${i + 1}分12秒,本地,,0`,
        };
      }),
      {
        at: "2025-05-27 14:58:10",
        cells: "2025-05-27 14:58:10,银川,被叫,0085265810042,1小时12分3秒,国际漫游,,0",
        isIntruders: true,
      },
      { at: "2025-05-27 16:31:00", cells: "2025-05-27 16:31:00,银川,主叫,110,4分1秒,本地,,0" },
    ],
    2,
  );
  return {
    files: {
      "支付宝交易明细(20250501-20250531).csv": encoded(alipay.text, "gb18030"),
      "hisdetail1748740000.csv": encoded(icbc.text, "gb18030"),
      "sms-20250601.xml": texts.text,
      "语音详单202505.csv": encoded(calls.text, "gb18030"),
    },
    person: `
person: { id: insurance-of-a-million, region: cn, currency: CNY, as-of: 2025-05-27 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { icbc: { bank: icbc, kind: debit, last4: "7788", reserved-line: main, balance: 16000 } }
accounts:
  alipay: { service: alipay, line: main, cards: [icbc], devices: [phone], balance: 5000 }
  bank: { service: icbc, line: main, cards: [icbc], devices: [phone], balance: 16000 }
`,
    told: [
      { at: "2025-05-27T15:00:00+08:00", by: "owner", says: "对方自称保险客服，让我下载会议软件共享屏幕" },
      { at: "2025-05-27T16:31:00+08:00", by: "owner", says: "我报了警" },
    ],
    intruders: [...alipay.intruders, ...icbc.intruders, ...texts.intruders, ...calls.intruders],
  };
}

/**
 * India, told in the press (Andheri, Mumbai, March 2023): a text says the power will be cut at night; whoever is called has her
 * install an app that shows her screen. Three sums leave her account. She brings her phone's texts and no statement.
 */
export function powerCutTonight(): StrangersFolder {
  const shops = ["SWIGGY", "ZEPTO", "IRCTC", "BIG BAZAAR"];
  const texts: Text[] = Array.from({ length: 30 }, (_, i): Text => {
    const day = dayOf("2023-02-08", i);
    return {
      at: `${day}T${two(9 + (i % 11))}:${two((i * 7) % 60)}:00+05:30`,
      with: i % 2 ? "VM-SBIUPI" : "AX-SBIUPI",
      says: `Dear UPI user A/C X4471 debited by ${90 + ((i * 137) % 1400)}.0 on date ${day.slice(8)}Feb23 trf to ${shops[i % 4]} Refno 3254${1000 + i}. If not u? call 1800111109. -SBI`,
    };
  });
  const debit = (at: string, sum: string): Text => ({
    at,
    with: "VM-SBIINB",
    says: `Your a/c no. XXXXXXXX4471 is debited for Rs.${sum} on 10-03-23 and a/c XXXXXXX901 credited (IMPS Ref no 3281${at.slice(14, 16)}). If not done by you call 1800111109 -SBI`,
    isIntruders: true,
  });
  const list = textsOf("sms.xml", [
    ...texts,
    {
      at: "2023-03-01T10:00:00+05:30",
      with: "JZ-SBIINB",
      says: "Dear Customer, your a/c no. XX4471 is credited by Rs.65,000.00 on 01-03-23 by NEFT PENSION -SBI",
    },
    {
      at: "2023-03-04T11:00:00+05:30",
      with: "AD-AIRTEL",
      says: "Your Airtel pack expires in 2 days. Recharge now",
    },
    {
      at: "2023-03-10T17:40:00+05:30",
      with: "+919812345670",
      says: "Dear consumer your electricity power will be disconnected tonight at 9.30pm because your previous month bill was not update. contact 9812345670",
      isIntruders: true,
    },
    {
      at: "2023-03-10T18:05:00+05:30",
      with: "VM-SBIOTP",
      says: "OTP for adding beneficiary RAMESH K in OnlineSBI is 448812. Do not share with anyone. -SBI",
      isIntruders: true,
    },
    debit("2023-03-10T18:12:30+05:30", "462959.00"),
    debit("2023-03-10T18:20:10+05:30", "139900.00"),
    debit("2023-03-10T18:23:40+05:30", "89000.00"),
  ]);
  return {
    // A phone's own backup counts milliseconds; which clock hung on the wall it does not say.
    files: { "sms.xml": list.text.replaceAll(/ readable_date="[^"]*"/g, "") },
    person: `
person: { id: power-cut-tonight, region: in, currency: INR, as-of: 2023-03-10 }
lines: { main: { carrier: airtel, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: sbi, kind: debit, reserved-line: main, balance: 800000 } }
accounts:
  bank: { service: sbi, line: main, cards: [debit], trusted: [phone], balance: 800000 }
`,
    told: [
      {
        at: "2023-03-10T17:55:00+05:30",
        by: "owner",
        says: "I called the number and he had me install TeamViewer QuickSupport",
      },
      { at: "2023-03-10T18:40:00+05:30", by: "owner", says: "three debits I did not make" },
    ],
    intruders: list.intruders,
  };
}

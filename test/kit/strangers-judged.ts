/**
 * Folders of records as cases that courts and the press told would have left them, with the truth of every row; with the tools of
 * `stranger-files.ts`. What happened, when and to what sum is as it was told; names, numbers and ordinary days are made up.
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
  type StrangersFolder,
  type Text,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * France, Cour de cassation, 23 October 2024: a false adviser, with the bank's own number on the display, has him put five payees
 * on his list anew with his own code. Two days later he finds that €54,500 went to them. Who sent it, his records do not say.
 */
export function falseAdviser({
  says = "une fausse conseillère de la BNP m'a appelé, le numéro était celui de ma banque",
} = {}): StrangersFolder {
  const shops = ["CARREFOUR VERSAILLES", "SNCF INTERNET", "BOULANGERIE PAUL", "TOTAL ACCESS", "FNAC"];
  const row = (day: string, label: string, amount: number, i: number, isIntruders?: true): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${british(day)};${label};${amount.toFixed(2).replace(".", ",")}`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "releve.csv",
    ["Date;Libellé;Montant(EUROS)"],
    [
      ...Array.from({ length: 30 }, (_, i) => {
        const day = dayOf("2019-05-01", i);
        return row(day, `FACTURE CARTE ${shops[i % 5]}`, -(8 + ((i * 37) % 120)), i);
      }),
      row("2019-05-03", "VIR SEPA RECU SOCIETE DURAND SALAIRE", 4100, 40),
      row("2019-05-29", "VIR SEPA EMIS VERS M LEROUX", -14_500, 50, true),
      row("2019-05-29", "VIR SEPA EMIS VERS MME PETIT", -20_000, 51, true),
      row("2019-05-30", "VIR SEPA EMIS VERS M LEROUX", -20_000, 52, true),
    ],
    2,
  );
  const texts = textsOf("sms-2019.xml", [
    ...Array.from(
      { length: 10 },
      (_, i): Text => ({
        at: `${dayOf("2019-05-02", i * 2)}T${two(9 + i)}:10:00+02:00`,
        with: i % 2 ? "BNP PARIBAS" : "+33611223344",
        says: i % 2 ? "BNP Paribas : votre relevé de compte est disponible." : "on mange ensemble ce soir ?",
      }),
    ),
    ...[4, 9, 14].map(
      (minute): Text => ({
        at: `2019-05-29T15:${two(minute)}:00+02:00`,
        with: "BNP PARIBAS",
        says: "BNP Paribas : ajout de bénéficiaire à valider avec votre clé digitale. Code 448812.",
      }),
    ),
    {
      at: "2019-05-31T09:40:00+02:00",
      with: "+33611223344",
      says: "appelle moi",
    },
  ]);
  const calls = [
    "Date,Time,Number,Direction,Duration",
    "2019-05-20,10:02:00,+33611223344,outgoing,120",
    "2019-05-24,18:31:00,+33611223344,incoming,60",
    "2019-05-29,15:20:00,+33644556677,outgoing,45",
    "2019-05-29,18:05:00,+33611223344,outgoing,300",
  ].join("\r\n");
  return {
    files: { "releve.csv": statement.text, "sms-2019.xml": texts.text, "calls.csv": calls },
    person: `
person: { id: false-adviser, region: fr, currency: EUR, as-of: 2019-05-29 }
lines: { main: { carrier: orange-fr, sim: { in: phone, kind: physical, pin: set } } }
devices: { phone: { kind: phone, os: android, lock: passcode } }
cards: { debit: { bank: bnp-paribas, kind: debit, reserved-line: main, balance: 60000 } }
accounts:
  bank: { service: bnp-paribas, line: main, cards: [debit], trusted: [phone], balance: 60000 }
`,
    told: [
      { at: "2019-05-29T15:00:00+02:00", by: "owner", says },
      {
        at: "2019-05-31T10:00:00+02:00",
        by: "owner",
        says: "54500 euros ont été virés, ce n'était pas moi",
      },
    ],
    intruders: [...statement.intruders],
  };
}

/**
 * China, told by the court of Xiamen among its cases of 2016: a number is reported lost and opened again, then put on another SIM at a
 * counter with a false card; within three minutes of the afternoon three transfers leave over web banking.
 */
export function liftedAndReissued(): StrangersFolder {
  const shops = ["滴滴出行", "沃尔玛", "永辉超市", "肯德基", "中国石化"];
  const bank = cmbRow(130_000);
  const statement = listOf(
    "CMB_6214830233445566_20151120_20151222.csv",
    cmbHead("6214****5566", ["20151120", "20151222"], "2015-12-22 10:02:11"),
    [
      ...Array.from({ length: 30 }, (_, i) =>
        bank(
          dayOf("2015-11-20", i),
          `${two(8 + ((i * 5) % 13))}:${two((i * 17) % 60)}:05`,
          { out: (12 + ((i * 41) % 330)).toFixed(2) },
          ["消费", shops[i % 5]!],
          i,
        ),
      ),
      bank("2015-12-05", "10:00:01", { into: "8400.00" }, ["代发工资", "工资"], 40),
      bank("2015-12-20", "11:05:20", { out: "86.00" }, ["消费", "永辉超市"], 41),
      ...[50_000, 49_000, 11_722].map((sum, i) =>
        bank("2015-12-20", `16:3${2 + i}:10`, { out: sum.toFixed(2) }, ["网银转账", "田某"], 50 + i, true),
      ),
    ],
    9,
  );
  const texts = textsOf("sms-20151222.xml", [
    ...Array.from(
      { length: 12 },
      (_, i): Text => ({
        at: `${dayOf("2015-11-22", i * 2)}T${two(9 + (i % 9))}:05:00+08:00`,
        with: i % 2 ? "95555" : "10086",
        says:
          i % 2
            ? `【招商银行】您尾号5566的账户消费${12 + i * 7}.00元。`
            : "【中国移动】您本月剩余流量320MB。",
      }),
    ),
    {
      at: "2015-12-20T15:41:00+08:00",
      with: "10086",
      says: "【中国移动】您的号码已办理停机保号。",
      isIntruders: true,
    },
    {
      at: "2015-12-20T15:52:00+08:00",
      with: "10086",
      says: "【中国移动】您的号码已复机成功。",
      isIntruders: true,
    },
    {
      at: "2015-12-20T16:08:00+08:00",
      with: "10086",
      says: "【中国移动】您已成功办理补卡，新卡已生效。",
      isIntruders: true,
    },
    { at: "2015-12-21T10:30:00+08:00", with: "10086", says: "【中国移动】您已成功办理补卡，新卡已生效。" },
  ]);
  return {
    files: {
      "CMB_6214830233445566_20151120_20151222.csv": encoded(statement.text, "gb18030"),
      "sms-20151222.xml": texts.text,
    },
    person: `
person: { id: lifted-and-reissued, region: cn, currency: CNY, as-of: 2015-12-20 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { cmb: { bank: cmb, kind: debit, last4: "5566", reserved-line: main, balance: 130000 } }
`,
    told: [
      { at: "2015-12-20T16:15:00+08:00", by: "owner", says: "手机突然没有信号" },
      { at: "2015-12-20T20:30:00+08:00", by: "owner", says: "客服说号码办过停机、复机和补卡，都不是我办的" },
      { at: "2015-12-21T10:20:00+08:00", by: "owner", says: "我到营业厅补了卡" },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * China, told by the court of Yangpu in 2017: before he is up the bank's texts come, one after another. A strange device has signed
 * in to his mobile bank; two transfers within two minutes, then a loan of 15,000 that he is in time to stop. Phone, SIM and
 * card lie beside him: the codes came to him and to a second device at once.
 */
export function copiedTexts(): StrangersFolder {
  const text = (at: string, says: string, isIntruders?: true): Text => ({
    at: `${at}+08:00`,
    with: "95588",
    says: `【工商银行】${says}`,
    ...flagged(isIntruders),
  });
  const texts = textsOf("sms-20170301.xml", [
    ...Array.from({ length: 14 }, (_, i) =>
      text(
        `${dayOf("2017-01-28", i * 2)}T${two(9 + (i % 9))}:12:00`,
        `您尾号3321卡${Number(dayOf("2017-01-28", i * 2).slice(5, 7))}月${Number(dayOf("2017-01-28", i * 2).slice(8))}日支出(消费)${15 + i * 9}.00元。`,
      ),
    ),
    { at: "2017-02-14T20:00:00+08:00", with: "+8613800138000", says: "明天加班吗" },
    text("2017-02-27T06:12:00", "您正在新设备上登录手机银行，验证码 551920，切勿告知他人。", true),
    text("2017-02-27T06:13:00", "您的手机银行已在新设备上登录。", true),
    text("2017-02-27T06:16:00", "您尾号3321卡2月27日06:16支出(跨行转账)19,800.00元。", true),
    text("2017-02-27T06:17:00", "您尾号3321卡2月27日06:17支出(跨行转账)9,900.00元。", true),
    text("2017-02-27T06:19:00", "您申请的贷款15,000.00元已审批通过，等待放款。", true),
    text("2017-02-27T06:31:00", "您尾号3321卡已办理口头挂失。"),
  ]);
  const calls = [
    "通话时间,对方号码,呼叫类型,通话时长",
    "2017-02-10 10:02:00,13800138000,主叫,120",
    "2017-02-15 18:31:00,13800138000,被叫,60",
    "2017-02-20 12:11:00,13800138000,主叫,80",
    "2017-02-27 06:15:00,13800138000,被叫,20",
    "2017-02-27 06:28:00,95588,主叫,180",
    "2017-02-27 06:40:00,110,主叫,95",
  ].join("\r\n");
  return {
    files: { "sms-20170301.xml": texts.text, "calls.csv": calls },
    person: `
person: { id: copied-texts, region: cn, currency: CNY, as-of: 2017-02-27 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode } }
cards: { icbc: { bank: icbc, kind: debit, last4: "3321", reserved-line: main, balance: 31000 } }
accounts: { icbc: { service: icbc, line: main, cards: [icbc], trusted: [phone] } }
`,
    told: [
      {
        at: "2017-02-27T06:25:00+08:00",
        by: "owner",
        says: "卡里少了将近三万，不是我转的，手机、身份证和银行卡都在身边",
      },
      { at: "2017-02-27T06:28:00+08:00", by: "owner", says: "我打95588挂失了卡" },
    ],
    intruders: texts.intruders,
  };
}

/**
 * Japan, told in the press (Kobe, July 2022): a man with a forged licence ends his contract at the shop and takes the number to another
 * carrier; five millions and 4,980,000 leave the bank that afternoon.
 */
export function movedInKobe(): StrangersFolder {
  const shops = ["セブンイレブン", "コープこうべ", "ENEOS", "ユニクロ", "阪急電鉄"];
  const row = (
    day: string,
    says: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${day.replaceAll("-", "/")},${out ?? ""},${into ?? ""},${says},${11_000_000 - i * 2000}`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "meisai.csv",
    ["年月日,お引出し,お預入れ,お取り扱い内容,残高"],
    [
      ...Array.from({ length: 30 }, (_, i) =>
        row(dayOf("2022-06-28", i), `デビット　${shops[i % 5]}`, { out: 320 + ((i * 731) % 9000) }, i),
      ),
      row("2022-07-25", "給料振込　カ）ミナト", { into: 620_000 }, 40),
      row("2022-07-28", "振込　ｸﾞｴﾝ ﾊﾞﾝ", { out: 5_000_000 }, 50, true),
      row("2022-07-28", "振込　ｻﾄｳ ｹﾝ", { out: 4_980_000 }, 51, true),
    ],
    2,
  );
  const texts = textsOf("sms-20220729.xml", [
    ...Array.from(
      { length: 12 },
      (_, i): Text => ({
        at: `${dayOf("2022-06-30", i * 2)}T${two(9 + (i % 9))}:10:00+09:00`,
        with: i % 2 ? "au" : "+818012345678",
        says: i % 2 ? "[au] 今月のデータ残量は2.1GBです" : "今夜カレーでいい?",
      }),
    ),
    {
      at: "2022-07-28T12:20:00+09:00",
      with: "au",
      says: "[au] MNP予約番号が発行されました。お心当たりのない場合はご連絡ください。",
      isIntruders: true,
    },
  ]);
  return {
    files: { "meisai.csv": encoded(statement.text, "shift_jis"), "sms-20220729.xml": texts.text },
    person: `
person: { id: moved-in-kobe, region: jp, currency: JPY, as-of: 2022-07-28 }
lines: { main: { carrier: au-kddi, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: smbc, kind: debit, reserved-line: main, balance: 11000000 } }
accounts: { bank: { service: smbc, line: main, cards: [debit], trusted: [phone], balance: 11000000 } }
`,
    told: [
      { at: "2022-07-28T13:30:00+09:00", by: "owner", says: "電話が圏外になった" },
      {
        at: "2022-07-28T17:30:00+09:00",
        by: "owner",
        says: "auショップで、解約されて他社に乗り換えられたと言われた",
      },
      { at: "2022-07-28T18:30:00+09:00", by: "owner", says: "銀行から998万円が振り込まれていた。私ではない" },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * India, told in the press (Hyderabad, February 2022): a text says that his SIM papers are pending, a caller has him pay ten rupees
 * and install an app that works his phone. Sixteen payments over UPI, more than ₹14 lakh, until the bank blocks the account at half past three.
 */
export function worksHisPhone(): StrangersFolder {
  const shops = ["KIRANA", "APOLLO PHARMACY", "MORE SUPERMARKET", "HYD METRO", "RATNADEEP"];
  const row = (
    day: string,
    says: string,
    { out, into }: { readonly out?: number; readonly into?: number },
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${two(i)}`,
    cells: `${british(day)},${british(day)},${says},,${(out ?? 0) === 0 ? "" : out!.toFixed(2)},${(into ?? 0) === 0 ? "" : into!.toFixed(2)},${(1_600_000 - i * 900).toFixed(2)}`,
    ...flagged(isIntruders),
  });
  const sums = [
    99_000, 95_000, 90_000, 98_500, 99_500, 85_000, 80_000, 92_000, 88_000, 86_000, 84_000, 91_000, 89_500,
    76_500, 74_000, 83_000,
  ];
  const statement = listOf(
    "sbi-statement.csv",
    ["Txn Date,Value Date,Description,Ref No./Cheque No.,Debit,Credit,Balance"],
    [
      ...Array.from({ length: 32 }, (_, i) =>
        row(
          dayOf("2022-01-12", i),
          `TO TRANSFER-UPI/DR/2005${10_000_000 + i * 7919}/${shops[i % 5]}/YESB/q${i % 5}@ybl/UPI`,
          { out: 60 + ((i * 173) % 900) },
          i,
        ),
      ),
      row("2022-01-31", "BY TRANSFER-NEFT*PENSION TREASURY", { into: 48_000 }, 50),
      ...sums.map((sum, i) =>
        row(
          "2022-02-13",
          `TO TRANSFER-UPI/DR/2044${30_000_000 + i}/MANOJ KU/FINO/mk${i % 3}77@okaxis/UPI`,
          { out: sum },
          60 + i,
          true,
        ),
      ),
    ],
    2,
  );
  const texts = textsOf("sms-20220214.xml", [
    ...Array.from(
      { length: 14 },
      (_, i): Text => ({
        at: `${dayOf("2022-01-13", i * 2)}T${two(9 + (i % 9))}:12:00+05:30`,
        with: i % 2 ? "VM-SBIUPI" : "+919848012345",
        says:
          i % 2
            ? `Dear UPI user A/C X4410 debited by ${60 + i * 31}.0 trf to ${shops[i % 5]}. If not u? call 1800111109. -SBI`
            : "bringing the kids on sunday",
      }),
    ),
    {
      at: "2022-02-13T12:05:00+05:30",
      with: "+918100223344",
      says: "Dear customer your SIM document verification is pending. Your number will be blocked in 24 hours. Call 8100223344",
      isIntruders: true,
    },
    ...sums.slice(0, 6).map(
      (sum, i): Text => ({
        at: `2022-02-13T13:${two(10 + i * 3)}:00+05:30`,
        with: "VM-SBIUPI",
        says: `Dear UPI user A/C X4410 debited by ${sum}.0 trf to MANOJ KU. If not u? call 1800111109. -SBI`,
        isIntruders: true,
      }),
    ),
  ]);
  return {
    files: { "sbi-statement.csv": statement.text, "sms-20220214.xml": texts.text },
    person: `
person: { id: works-his-phone, region: in, currency: INR, as-of: 2022-02-13 }
lines: { main: { carrier: airtel, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode } }
cards: { debit: { bank: sbi, kind: debit, last4: "4410", reserved-line: main, balance: 1600000 } }
accounts:
  bank: { service: sbi, line: main, cards: [debit], trusted: [phone], balance: 1600000 }
  upi: { service: phonepe, line: main, cards: [debit], trusted: [phone] }
`,
    told: [
      {
        at: "2022-02-13T12:20:00+05:30",
        by: "owner",
        says: "a caller said my SIM would be blocked, I installed an app and shared my screen",
      },
      {
        at: "2022-02-13T15:00:00+05:30",
        by: "owner",
        says: "many payments went out of SBI, I did not make them, I called the bank to block the account",
      },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

/**
 * Three more folders of strangers' records; see `stranger-files.ts`, whose tools these use. What was done in which order is as
 * the report named above each says; names, numbers and most sums are made up.
 */
import {
  cmbHead,
  cmbRow,
  dayOf,
  flagged,
  type Line,
  listOf,
  type StrangersFolder,
  textsOf,
  two,
} from "./stranger-files.ts";

/**
 * Britain, told in the press (London, a December): a phone stolen outside a pub; savings are sent to another customer of the
 * same app, and next day a taxi and a department store are paid with it.
 */
export function stolenAtThePub(): StrangersFolder {
  const shops = ["Tesco", "Pret A Manger", "TfL", "Boots", "Amazon", "Dishoom"];
  const row = (at: string, type: string, description: string, sum: number, isIntruders?: true): Line => ({
    at,
    cells: `${type},Current,${at},${at},${description},${sum.toFixed(2)},0.00,GBP,COMPLETED,${(3000 + sum).toFixed(2)}`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "account-statement.csv",
    ["Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance"],
    [
      ...Array.from({ length: 40 }, (_, i) =>
        row(
          `${dayOf("2023-11-14", i % 31)} ${two(8 + (i % 12))}:${two((i * 7) % 60)}:10`,
          "CARD_PAYMENT",
          shops[i % 6] ?? "",
          -(2.8 + ((i * 37) % 42)),
        ),
      ),
      row("2023-11-30 08:00:00", "TOPUP", "Payment from Harbour Press Ltd", 2450),
      row("2023-12-01 09:10:00", "TRANSFER", "To Landlord", -900),
      row("2023-12-15 23:21:40", "TRANSFER", "To Jordan B", -2050, true),
      row("2023-12-16 13:02:11", "CARD_PAYMENT", "Uber", -14.2, true),
      row("2023-12-16 13:48:30", "CARD_PAYMENT", "Selfridges", -480, true),
      row("2023-12-19 08:31:00", "CARD_PAYMENT", "Tesco", -11.4),
    ],
    2,
  );
  return {
    files: { "account-statement.csv": statement.text },
    person: `
person: { id: stolen-at-the-pub, region: gb, currency: GBP, as-of: 2023-12-15 }
lines: { main: { carrier: vodafone-uk, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: ios, lock: passcode, lock-screen: shows-codes } }
cards: { debit: { bank: revolut, kind: debit, reserved-line: main, balance: 3000 } }
accounts:
  bank: { service: revolut, line: main, cards: [debit], trusted: [phone], devices: [phone], balance: 3000 }
`,
    told: [
      { at: "2023-12-15T23:00:00+00:00", by: "owner", says: "my phone was stolen outside a pub" },
      {
        at: "2023-12-18T17:00:00+00:00",
        by: "owner",
        says: "somebody paid Uber and Selfridges from my account, it was not me",
      },
      { at: "2023-12-18T18:00:00+00:00", by: "owner", says: "I got a new phone and a new SIM today" },
    ],
    intruders: statement.intruders,
  };
}

/**
 * Germany, told by the police (Itzehoe, January 2026): false staff of the wallet ring about payments nobody made, are told the
 * login, and two payments of more than 900 euros each go out while they talk.
 */
export function voiceOfTheWallet(): StrangersFolder {
  const shops = ["Buchladen Nord", "Spotify AB", "Deutsche Bahn", "Etsy Ireland"];
  const row = (
    day: string,
    clock: string,
    name: string,
    type: string,
    sum: string,
    i: number,
    isIntruders?: true,
  ): Line => ({
    at: `${day} ${clock}`,
    cells: `"${day.split("-").toReversed().join(".")}","${clock}","Europe/Berlin","${name}","${type}","Abgeschlossen","EUR","${sum}","0,00","${sum}","","","${String(1000 + i)}X"`,
    ...flagged(isIntruders),
  });
  const statement = listOf(
    "Download.csv",
    [
      '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode"',
    ],
    [
      ...Array.from({ length: 22 }, (_, i) =>
        row(
          dayOf("2025-11-20", (i * 5) % 56),
          `${two(9 + (i % 11))}:${two((i * 13) % 60)}:05`,
          shops[i % 4] ?? "",
          "Zahlung",
          `-${9 + ((i * 17) % 40)},90`,
          i,
        ),
      ),
      row("2026-01-16", "10:58:31", "M. Kowal", "Zahlung an Freunde", "-949,00", 40, true),
      row("2026-01-16", "11:06:12", "M. Kowal", "Zahlung an Freunde", "-981,50", 41, true),
    ],
    2,
  );
  return {
    files: { "Download.csv": statement.text },
    person: `
person: { id: voice-of-the-wallet, region: de, currency: EUR, as-of: 2026-01-16 }
lines: { main: { carrier: telekom-de, sim: { in: phone, kind: physical, pin: set } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
accounts:
  wallet: { service: paypal, line: main, devices: [phone], trusted: [phone], balance: 2500 }
`,
    told: [
      {
        at: "2026-01-16T10:30:00+01:00",
        by: "owner",
        says: "a man who said he was from PayPal called, and I gave him my password and told him the code",
      },
      { at: "2026-01-16T11:30:00+01:00", by: "owner", says: "I did not make the two payments to M. Kowal" },
    ],
    intruders: statement.intruders,
  };
}

/**
 * China, told in the press (Xiamen, 20 December 2015): over tea the phone has no signal; the number was reported lost, restored
 * and put on a new card at a counter; three transfers by the bank's page leave the account within four minutes.
 */
export function noSignalOverTea(): StrangersFolder {
  const row = cmbRow(118_000);
  const statement = listOf(
    "cmb.csv",
    cmbHead("621483********7552", ["20151120", "20151222"], "2015-12-22 10:00:00"),
    [
      ...Array.from({ length: 30 }, (_, i) =>
        row(
          dayOf("2015-11-20", i % 30),
          `${two(9 + (i % 11))}:${two((i * 11) % 60)}:20`,
          { out: (12 + ((i * 29) % 160)).toFixed(2) },
          ["消费", ["永辉超市", "中山路茶叶店", "沙茶面馆"][i % 3] ?? ""],
          i,
        ),
      ),
      row("2015-12-10", "09:00:00", { into: "7800.00" }, ["代发工资", "厦门某公司"], 31),
      row("2015-12-20", "16:32:10", { out: "50000.00" }, ["网银转账", "田某"], 40, true),
      row("2015-12-20", "16:33:41", { out: "49000.00" }, ["网银转账", "田某"], 41, true),
      row("2015-12-20", "16:35:02", { out: "11722.00" }, ["网银转账", "田某"], 42, true),
    ],
    9,
  );
  const texts = textsOf("sms.xml", [
    ...Array.from({ length: 12 }, (_, i) => ({
      at: `${dayOf("2015-11-22", i * 2)}T${two(10 + (i % 8))}:20:00+08:00`,
      with: i % 2 === 0 ? "95555" : "13900000001",
      says:
        i % 2 === 0
          ? `您账户7552于${10 + (i % 8)}:19消费人民币${12 + i}.00，余额略[招商银行]`
          : "晚上回来吃饭吗",
    })),
    {
      at: "2015-12-20T15:41:00+08:00",
      with: "10086",
      says: "尊敬的客户，您的手机号码已办理停机报停业务。中国移动",
      isIntruders: true,
    },
  ]);
  return {
    files: { "cmb.csv": statement.text, "sms.xml": texts.text },
    person: `
person: { id: no-signal-over-tea, region: cn, currency: CNY, as-of: 2015-12-20 }
lines: { main: { carrier: china-mobile, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { debit: { bank: cmb, kind: debit, last4: "7552", reserved-line: main, balance: 118000 } }
`,
    told: [
      {
        at: "2015-12-20T15:50:00+08:00",
        by: "owner",
        says: "跟朋友喝茶，手机突然没有信号，手机一直在我手里",
      },
      {
        at: "2015-12-20T20:30:00+08:00",
        by: "owner",
        says: "10086说我的号今天报停又复机，还在营业厅补了卡，我没去办过",
      },
      { at: "2015-12-20T20:40:00+08:00", by: "owner", says: "三笔转账一共110722元，都不是我转的" },
    ],
    intruders: [...statement.intruders, ...texts.intruders],
  };
}

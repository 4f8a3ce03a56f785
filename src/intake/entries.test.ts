/** Formats that are no table: OFX 1 and 2, CAMT, MT940, the backup of a phone. Contents are invented. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecords } from "./index.ts";

const read = (text: string) => readRecords({ file: "f", bytes: new TextEncoder().encode(text) });

function check(
  text: string,
  expected: { readonly rows: readonly string[]; readonly complaints?: readonly string[] },
) {
  const { source, rows, complaints } = read(text);
  const told = rows.map((row) =>
    [
      source,
      row.at.row,
      row.time ?? row.date,
      row.kind === "service" ? "" : row.direction,
      row.kind === "money" ? `${row.amount} ${row.currency} ${row.card ?? ""}` : row.kind,
      `${row.counterparty ?? ""}|${row.description ?? ""}|${row.kind === "money" ? (row.orderId ?? "") : ""}|${row.channel ?? ""}|${row.status ?? ""}`,
    ].join(" "),
  );
  expect(told).toEqual(expected.rows);
  expect(complaints.map(({ at, code }) => `${at.row} ${code}`)).toEqual(expected.complaints ?? []);
}

const ofx1 = [
  "OFXHEADER:100",
  "DATA:OFXSGML",
  "CHARSET:1252",
  "<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>",
  "<CURDEF>BRL",
  "<CCACCTFROM><ACCTID>5100000000001234</CCACCTFROM>",
  "<BANKTRANLIST>",
  "<DTSTART>20240301000000[-3:BRT]",
  "<DTEND>20240331000000[-3:BRT]",
  "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240323221500[-3:BRT]<TRNAMT>-13,50<FITID>a-1<NAME>Loja &amp; Filhos<MEMO>compra</STMTTRN>",
  "<STMTTRN>",
  "<TRNTYPE>CREDIT",
  "<DTPOSTED>20240324",
  "<TRNAMT>100.00",
  "<FITID>a-2",
  "<MEMO>pagamento",
  "</STMTTRN>",
  "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240399<TRNAMT>-1<FITID>a-3</STMTTRN>",
  "</BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>",
];

test("OFX of SGML, whose values are not closed", () => {
  check(ofx1.join("\n"), {
    rows: [
      "ofx 1 2024-03-23T22:15:00-03:00 out 13.50 BRL 1234 Loja & Filhos|compra|a-1|DEBIT|",
      "ofx 2 2024-03-24 in 100.00 BRL 1234 |pagamento|a-2|CREDIT|",
    ],
    complaints: ["3 record/unreadable-row"],
  });
});

test("OFX of XML", () => {
  const xml = `<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>
    <BANKACCTFROM><ACCTID>DE123 4567</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>POS</TRNTYPE>
    <DTPOSTED>20240105120000.000[5.5:IST]</DTPOSTED><TRNAMT>-1234.5</TRNAMT><FITID>x</FITID><PAYEE><NAME>Shop</NAME></PAYEE>
    </STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  check(xml, { rows: ["ofx 1 2024-01-05T12:00:00+05:30 out 1234.5 EUR 4567 Shop|Shop|x|POS|"] });
});

const entry = (inside: string) =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
   <FrToDt><FrDtTm>2024-01-01T00:00:00</FrDtTm><ToDtTm>2024-07-31T23:59:59</ToDtTm></FrToDt>
   <Acct><Id><IBAN>DE00000000000000005678</IBAN></Id></Acct>
   <TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries></TtlNtries></TxsSummry>${inside}</Stmt></BkToCstmrStmt></Document>`;
const camt = `<Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
   <BookgDt><DtTm>2024-07-05T10:00:00</DtTm></BookgDt><ValDt><Dt>2024-07-06</Dt></ValDt><AcctSvcrRef>r-1</AcctSvcrRef>
   <BkTxCd><Prtry><Cd>166</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Me</Nm></Dbtr>
   <Cdtr><Pty><Nm>Shop</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>line one</Ustrd><Ustrd>line two</Ustrd></RmtInf>
   </TxDtls></NtryDtls></Ntry>`;

test("CAMT, with the zone of the account's country where a time has none", () => {
  check(entry(camt), {
    rows: ["camt.053 1 2024-07-05T10:00:00+02:00 out 12.50 EUR 5678 Shop|line one line two|r-1|166|BOOK"],
  });
  check(entry(camt.replaceAll("<", "<n:").replaceAll("<n:/", "</n:")), {
    rows: ["camt.053 1 2024-07-05T10:00:00+02:00 out 12.50 EUR 5678 Shop|line one line two|r-1|166|BOOK"],
  });
});

test("MT940 as German, Dutch and other banks write it", () => {
  const text = [
    ":20:STARTUMS",
    ":25:10000000/0000001234",
    ":28C:1/1",
    ":60F:C240101EUR100,00",
    ":61:2401050105DR12,5NMSCNONREF//BANK1",
    ":86:105?00FOLGELASTSCHRIFT?20EREF+1?21SVWZ+Rechnung 7?32Strom?33 GmbH",
    ":61:2402300301RC3,NTRFREF9",
    ":86:/TRTP/SEPA/NAME/J. Doe/REMI/back again/EREF/x",
    ":61:240105C,03NTRF",
    ":86: as it",
    "comes",
    ":62F:C240131EUR84,53",
    "-",
  ];
  check(text.join("\r\n"), {
    rows: [
      "mt940 5 2024-01-05 out 12.5 EUR 1234 Strom GmbH|EREF+1SVWZ+Rechnung 7|BANK1|NMSC|",
      "mt940 7 2024-03-01 out 3 EUR 1234 J. Doe|back again|REF9|NTRF|",
      "mt940 9 2024-01-05 in 0.03 EUR 1234 |as it comes||NTRF|",
    ],
  });
  check(text.slice(0, 6).join("\n"), {
    rows: ["mt940 5 2024-01-05 out 12.5 EUR 1234 Strom GmbH|EREF+1SVWZ+Rechnung 7|BANK1|NMSC|"],
    complaints: ["6 record/cut-short"],
  });
});

const backup = [
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>`,
  `<smses count="3">`,
  `<sms protocol="0" address="106980095533" date="1599225420000" type="1" subject="null" body="【银行】验证码 6217001234567890123 &#128512;" sub_id="1" readable_date="2020年9月4日 21:17:00" contact_name="(Unknown)" />`,
  `<mms date="1599225480000" msg_box="2" address="+8613900000001" sub_id="-1"><parts><part ct="image/png" data="AA"/><part ct="text/plain" text="hello"/></parts></mms>`,
  `<sms address="10000" date="x" type="1" body="b" />`,
  `</smses>`,
];

test("a phone's backup, in the zone its readable dates show", () => {
  check(backup.join("\n"), {
    rows: [
      "sms-backup 1 2020-09-04T21:17:00+08:00 in text 106980095533|【银行】验证码 ****0123 😀||SIM 1|",
      "sms-backup 2 2020-09-04T13:18:00+00:00 out text +8613900000001|hello|||",
    ],
    complaints: ["3 record/unreadable-row"],
  });
  check(
    `<calls count="1"><call number="10086" duration="75" date="1599225420000" type="3" readable_date="Sep 4, 2020 3:17:00 PM" subscription_id="89860000000000000012"/></calls>`,
    { rows: ["call-backup 1 2020-09-04T15:17:00+02:00 in call 10086|||SIM 0012|missed"] },
  );
});

test("entities and document types are refused before an entry is read", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`;
  check(bomb + backup.slice(1).join("\n"), { rows: [], complaints: ["1 record/refused-markup"] });
  check(bomb + entry(camt).slice(21), { rows: [], complaints: ["1 record/refused-markup"] });
});

test("I2 a format of entries cut anywhere says so, and what came before is read", () => {
  const texts = [ofx1.join("\n"), entry(camt + camt + camt), backup.join("\n")];
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
      const first = text.search(/<(?:STMTTRN|Ntry|sms )/) + 10;
      const end = first + Math.floor(part * (text.trimEnd().length - 1 - first));
      const { rows, complaints } = read(text.slice(0, end));
      expect(rows.length).toBeLessThanOrEqual(read(text).rows.length);
      expect(complaints.map(({ code }) => code)).toContain("record/cut-short");
    }),
  );
});

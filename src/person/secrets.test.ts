/** Numbers that open something are known by their form and check digits; numbers that do not are left alone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readTexts, readYaml } from "../catalog/index.ts";
import { isCardNumber, secretKindOf, secretKinds, secretsUnder } from "./secrets.ts";

test("a card number is one by Luhn's check, with blanks and hyphens too", () => {
  expect(
    [
      "4111111111111111",
      "4111 1111 1111 1111",
      "6225-8802-1234-5673",
      "5555555555554444",
      "371449635398431",
      "36148900647913",
      "4222222222222",
    ].map(isCardNumber),
  ).toEqual([true, true, true, true, true, true, true]);
});

test("a phone number, a date, four digits and a wrong check digit are no card numbers", () => {
  expect(
    ["13800138000", "2020-09-04", "5670", "4111111111111112", "0".repeat(20), "0".repeat(16), ""].some(
      isCardNumber,
    ),
  ).toBe(false);
});

const numbers: readonly (readonly [string, readonly string[]])[] = [
  [
    "card number",
    [
      "4111111111111111",
      "my amex 378282246310005",
      "3782 822463 10005",
      "my visa 4111 1111 1111 1111",
      "4111.1111.1111.1111",
      "4111_1111_1111_1111",
      "4111–1111–1111–1111",
      "4111\u00a01111\u00a01111\u00a01111",
      "41\u200b11111111111111",
      "４１１１１１１１１１１１１１１１",
      "４１１１　１１１１　１１１１　１１１１",
      "٤١١١١١١١١١١١١١١١",
      "४१११ ११११ ११११ ११११",
      "卡号4111111111111111，请保密",
      "visa4111111111111111",
      "6222021234567890128",
    ],
  ],
  [
    "Chinese resident identity number",
    [
      "11010519491231002X",
      "11010519491231002x ",
      "我的身份证是11010519491231002X，别外传",
      "110105 19491231 002X",
    ],
  ],
  ["Chinese resident identity number of fifteen digits", ["身份证 110105491231002"]],
  ["Hong Kong identity card number", ["A123456(3)", "HKID A1234563"]],
  ["Taiwanese identity card number", ["A123456789"]],
  ["Korean resident registration number", ["971013-1019902", "주민등록번호 9710131019901"]],
  ["My Number of Japan", ["マイナンバー 1234 5678 9018", "my number is 123456789018"]],
  ["Aadhaar number", ["2345 6789 0124", "aadhaar 234567890124", "2345-6789-0124"]],
  ["PAN of India", ["ABCDE1234F", "PAN: ABCPE1234F."]],
  ["Singapore NRIC number", ["S1234567D", "nric s1234567d", "F1234567N"]],
  ["MyKad number", ["880101-14-5678", "MyKad 880101145678"]],
  ["NIK of Indonesia", ["NIK 3171014101900001"]],
  ["Philippine identity number", ["PhilSys 1234-5678-9012-3456", "UMID CRN 0111-2345678-9"]],
  ["Thai identity number", ["1-1017-00230-70-8"]],
  ["CPF", ["123.456.789-09", "meu CPF 12345678909"]],
  ["CUIT of Argentina", ["20-12345678-6", "CUIL 20123456786"]],
  ["DNI of Argentina", ["DNI 12.345.678"]],
  ["CURP", ["GODE561231HDFRRN04"]],
  ["US social security number", ["078-05-1120", "078 05 1120", "SSN 078051120"]],
  ["US taxpayer number", ["912-70-1234"]],
  ["Canadian social insurance number", ["SIN 046 454 286"]],
  ["UK national insurance number", ["QQ123456C", "AB 12 34 56 C"]],
  ["NHS number", ["NHS 943 476 5919"]],
  ["German tax identification number", ["86 095 742 719", "Steuer-ID 86095742719"]],
  ["French social security number", ["1 84 12 76 451 089 46", "184127645108946"]],
  ["Spanish DNI or NIE", ["12345678Z", "X1234567L", "12345678-z"]],
  ["codice fiscale", ["RSSMRA85T10A562S", "rssmra85t10a562s"]],
  ["Australian tax file number", ["TFN 123 456 782"]],
  ["Medicare number of Australia", ["Medicare 2123 45670 1"]],
  ["South African identity number", ["8001015009087"]],
  ["NIN of Nigeria", ["NIN 12345678901"]],
  ["BVN of Nigeria", ["BVN: 22123456789"]],
  ["KRA PIN of Kenya", ["A123456789Z"]],
  ["Kenyan identity number", ["kitambulisho 12345678"]],
  ["ID number", ["passport number: E12345678", "护照号 G12345678", "her ID number is 1234567"]],
  ["card security code", ["cvv 123", "CVC2: 4321", "安全码：123"]],
  ["PIN", ["PIN 1234", "the pin is 483920", "锁屏密码是 4839"]],
  ["password", ["password: hunter22", "密码：zhang1990", "senha: abc12345"]],
];

test.each(numbers.flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
  "%s: %s",
  (kind, text) => {
    expect(secretKindOf(text)).toBe(kind);
  },
);

test("every kind there is has been shown, and is said in both languages", () => {
  expect(new Set(numbers.map(([kind]) => kind))).toEqual(new Set(secretKinds.map(({ en }) => en)));
  for (const { zh } of secretKinds) expect(zh).toMatch(/\p{Script=Han}/u);
});

const harmless: readonly string[] = [
  "hello",
  "",
  "order 4111111111112 of 2020",
  "call 13800138000",
  "https://example.org/4111111111111112",
  // Phones, as each country writes them.
  "+86 138 0013 8000",
  "+8613800138000",
  "008613800138000",
  "010-62345678",
  "400-820-8788",
  "+1 (555) 010-9999",
  "555-010-9999",
  "1-800-432-1000",
  "+44 7700 900123",
  "+44 20 7946 0958",
  "+91 98765 43210",
  "+919876543210",
  "919876543210",
  "+55 11 91234-5678",
  "(11) 91234-5678",
  "5511912345678",
  "+65 6123 4567",
  "+49 30 901820",
  "+33 1 23 45 67 89",
  "612 345 678",
  "+852 2345 6789",
  "+81 3-1234-5678",
  "090-1234-5678",
  "010-1234-5678",
  "+27 11 978 5313",
  "+234 803 123 4567",
  "+254 722 000000",
  "+62 812-3456-7890",
  "95588",
  "10086",
  // Days, times, amounts.
  "2020-09-04",
  "2020-09-04T19:30:00.000+08:00",
  "20200904193000",
  "1599219000000",
  "04/09/2020 19:30",
  "RMB 12,345,678.90",
  "¥1 234 567.89",
  "1.234.567,89 EUR",
  "R$ 123.456.789,09",
  "in 2020, 2021 and 2022",
  // What is on receipts, parcels and devices.
  "order 202009041234567890",
  "SF1234567890123",
  "1Z999AA10123456784",
  "tracking 9400 1000 0000 0000 0000 00",
  "IMEI 356938035643809",
  "861234567890123",
  "ICCID 89860012345678901230",
  "ISBN 978-3-16-148410-0",
  "EAN 4006381333931",
  "MAC 00:1A:2B:3C:4D:5E",
  "550e8400-e29b-41d4-a716-446655440000",
  "d41d8cd98f00b204e9800998ecf8427e",
  "v24.21.0",
  "192.168.100.200",
  "30.572815, 104.066801",
  "Pixel 9 Pro, model GA05843",
  "flight CA4102, seat 32A",
  // Accounts by their IBAN.
  "DE89370400440532013000",
  "DE89 3704 0044 0532 0130 00",
  "GB29 NWBK 6016 1331 9268 19",
  "FR1420041010050500013M02606",
  "BR1800360305000010009795493C1",
  // Talk of secrets without any.
  "PIN: 4 to 6 digits",
  "the PIN has six digits, the password twelve",
  "密码是6位数字",
  "取款密码 6 位",
  "password: none",
  "password since 2020",
  "they ask the ID number and 3 numbers called last month",
  "last four 5670",
  "尾号 5670",
  "know(person.id-number)",
  "account-12345678",
];

test.each(harmless.map((text) => [text]))("is let through: %s", (text) => {
  expect(secretKindOf(text)).toBeUndefined();
});

test("what is shipped holds no secret: nobody's life, no story, no institution's numbers", () => {
  const { texts } = readTexts(["catalog"]);
  expect(texts.length).toBeGreaterThan(100); // A check that reads nothing must not pass.
  // The address of a public page may hold any number; one in sixteen of sixteen digits looks like a card's.
  const isAddress = (path: readonly unknown[]) => path[0] === "sources" && path.at(-1) === "url";
  const found = texts.flatMap(({ text, file }) =>
    secretsUnder(readYaml(text, file).value)
      .filter(({ path }) => !isAddress(path))
      .map(({ path, kind }) => `${file} ${path.join(".")}: ${kind.en}`),
  );
  expect(found).toEqual([]);
});

test("a whole number one digit off is no card, wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.nat(15),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom("", " ", "-", "."),
      (at, by, sign) => {
        const right = "4111111111111111";
        const typed = (digits: string) => `card ${(digits.match(/\d{4}/g) ?? []).join(sign)} of mine`;
        const off = right.slice(0, at) + String((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect(secretKindOf(typed(right))).toBe("card number");
        expect(secretKindOf(typed(off))).not.toBe("card number");
      },
    ),
  );
});

test("every secret below a value is found with its way, in keys, values and lists, once, in a value that holds itself", () => {
  const value: Record<string, unknown> = {
    a: ["x", 4111111111111111],
    b: { c: "11010519491231002X", "4111111111111111": 1 },
  };
  value["self"] = value;
  expect(secretsUnder(value).map(({ path, kind, what }) => [path, kind.en, what])).toEqual([
    [["b", "4111111111111111"], "card number", "key"],
    [["a", 1], "card number", "value"],
    [["b", "c"], "Chinese resident identity number", "value"],
  ]);
});

test("a field named after a secret holds none of it; what it may say instead is let through", () => {
  const kinds = (value: unknown) => secretsUnder(value).map(({ kind }) => kind.en);
  expect([
    kinds({ sim: { pin: 1234 } }),
    kinds({ pin: "0000" }),
    kinds({ cvv: 123 }),
    kinds({ cvc2: "123" }),
    kinds({ password: "hunter2" }),
    kinds({ settings: { "payment-password": "zh1990" } }),
    kinds({ lock: 483920 }),
    kinds({ changes: { "sim.main.pin": 1234 } }),
    kinds({ ssn: 123456789 }),
    kinds({ cpf: "12345678909" }),
  ]).toEqual([
    ["PIN"],
    ["PIN"],
    ["card security code"],
    ["card security code"],
    ["password"],
    ["password"],
    ["PIN"],
    ["PIN"],
    ["US social security number"],
    ["CPF"],
  ]);
  expect(
    kinds({
      sim: { pin: "set" },
      lock: "passcode",
      password: "unknown",
      "voicemail-pin": "default",
      balance: 123456789,
    }),
  ).toEqual([]);
});

test("no text makes the search slow", () => {
  const long = 200_000;
  for (const piece of [
    "1",
    "4111 ",
    "password:",
    "pin ",
    "ID number ",
    "A1",
    "GB29 ",
    "+1 ",
    "1.",
    "２",
    "密码是",
  ]) {
    // Work is counted by what a slow search would never finish: the test's own limit of time.
    secretKindOf(piece.repeat(Math.ceil(long / piece.length)));
    secretKindOf(`pin${" ".repeat(long)}x`);
  }
});

/** Our check digits against another's reading of the same rules: both say the same of every number tried. */
import fc from "fast-check";
import { stdnum } from "stdnum";
import { expect, test } from "vitest";
import * as own from "./check-digits.ts";

const digits = (length: number, beginning = "") =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), {
      minLength: length - beginning.length,
      maxLength: length - beginning.length,
    })
    .map((all) => beginning + all.join(""));
const letters = (all: string, length = 1) =>
  fc.array(fc.constantFrom(...all), { minLength: length, maxLength: length }).map((each) => each.join(""));
const joined = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((each) => each.join(""));
const date = fc
  .date({ min: new Date("1930-01-01"), max: new Date("2019-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll("-", ""));
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

interface Judged {
  readonly ours: (id: string) => boolean;
  readonly theirs: { validate: (id: string) => { isValid: boolean } } | undefined;
  /** The number without its last sign, and the signs that may stand there: one of them, or none, is right. */
  readonly body: fc.Arbitrary<string>;
  readonly last: string;
}
const ten = "0123456789";

const judged: Readonly<Record<string, Judged>> = {
  Aadhaar: {
    ours: own.passesVerhoeff,
    theirs: stdnum["IN"]?.["aadhaar"],
    body: joined(letters("23456789"), digits(10)),
    last: ten,
  },
  China: {
    ours: own.passesChina,
    theirs: stdnum["CN"]?.["ric"],
    body: joined(fc.constantFrom("110105", "510104", "440305"), date, digits(3)),
    last: `${ten}X`,
  },
  "Hong Kong": {
    ours: own.passesHongKong,
    theirs: stdnum["HK"]?.["hkid"],
    body: joined(letters("AGKPRVYZ"), digits(6)),
    last: `${ten}A`,
  },
  Korea: {
    ours: own.passesKorea,
    theirs: stdnum["KR"]?.["rrn"],
    body: joined(
      date.map((each) => each.slice(2)),
      letters("12"),
      fc.constantFrom("00", "12", "50", "95"),
      digits(3),
    ),
    last: ten,
  },
  Brazil: {
    ours: own.passesBrazil,
    theirs: stdnum["BR"]?.["cpf"],
    body: digits(9).map((nine) => `${nine}${ten[tenth(nine)]}`),
    last: ten,
  },
  Argentina: {
    ours: own.passesArgentina,
    theirs: stdnum["AR"]?.["cuit"],
    body: joined(fc.constantFrom("20", "23", "27", "30"), digits(8)),
    last: ten,
  },
  France: {
    ours: own.passesFrance,
    theirs: stdnum["FR"]?.["nir"],
    body: joined(
      letters("12"),
      digits(2),
      fc.constantFrom("01", "12"),
      fc.constantFrom("75", "2A", "2B", "13"),
      digits(7),
    ),
    last: ten,
  },
  Spain: { ours: own.passesSpain, theirs: stdnum["ES"]?.["dni"], body: digits(8), last: alphabet },
  "Spain, foreigners": {
    ours: own.passesSpain,
    theirs: stdnum["ES"]?.["nie"],
    body: joined(letters("XYZ"), digits(7)),
    last: alphabet,
  },
  Germany: {
    ours: own.passesGermany,
    theirs: stdnum["DE"]?.["idnr"],
    // One digit stands twice among ten, as the rule wants.
    body: fc
      .shuffledSubarray([...ten], { minLength: 9, maxLength: 9 })
      .map((nine) => `${nine.join("")}${nine[3]}`)
      .filter((id) => !id.startsWith("0")),
    last: ten,
  },
  Italy: {
    ours: own.passesItaly,
    theirs: stdnum["IT"]?.["codicefiscale"],
    body: joined(
      fc.constantFrom("RSSMRA", "BNCLRD"),
      digits(2),
      letters("ABCDEHLMPRST"),
      fc.constantFrom("01", "28", "41", "68"),
      letters("ABCDEFGHIL"),
      digits(3),
    ),
    last: alphabet,
  },
  Australia: { ours: own.passesAustralia, theirs: stdnum["AU"]?.["tfn"], body: digits(8, "1"), last: ten },
  "South Africa": {
    ours: own.passesLuhn,
    theirs: stdnum["ZA"]?.["idnr"],
    body: joined(
      date.map((each) => each.slice(2)),
      digits(4),
      letters("01"),
      letters("89"),
    ),
    last: ten,
  },
  Thailand: {
    ours: own.passesThailand,
    theirs: stdnum["TH"]?.["idnr"],
    body: joined(letters("12345678"), digits(11)),
    last: ten,
  },
  Taiwan: {
    ours: own.passesTaiwan,
    theirs: stdnum["TW"]?.["natid"],
    body: joined(letters(alphabet), letters("12"), digits(7)),
    last: ten,
  },
  Canada: { ours: own.passesLuhn, theirs: stdnum["CA"]?.["sin"], body: digits(8, "1"), last: ten },
};

/** The first check digit of a CPF, so that the second has something right to stand on. */
function tenth(nine: string): number {
  const left = [...nine].reduce((sum, digit, i) => sum + Number(digit) * (10 - i), 0) % 11;
  return left < 2 ? 0 : 11 - left;
}

test.each(Object.entries(judged))(
  "%s: ours and theirs say the same of every number",
  (name, { ours, theirs, body, last }) => {
    if (theirs === undefined) throw new Error(`${name}: nobody judges it`);
    let right = 0;
    fc.assert(
      fc.property(body, (beginning) => {
        for (const sign of last) {
          const isOurs = ours(beginning + sign);
          expect([beginning + sign, isOurs]).toEqual([
            beginning + sign,
            theirs.validate(beginning + sign).isValid,
          ]);
          if (isOurs) right += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(right).toBeGreaterThan(20); // A judge who refuses everything judges nothing.
  },
);

test.each<readonly [(id: string) => boolean, readonly string[]]>([
  // As the authorities print them in their examples.
  [own.passesSingapore, ["S1234567D", "T1234567J", "F1234567N", "G1234567X", "M1234567K"]],
  [own.passesJapan, ["123456789018"]],
  [own.passesNhs, ["9434765919"]],
  [own.passesMedicare, ["2123456701"]],
  [own.passesLuhn, ["4111111111111111", "378282246310005"]],
  [own.passesIban, ["DE89370400440532013000", "GB29NWBK60161331926819"]],
])(
  "what nobody here judges holds of the published examples, and of none with a digit changed",
  (passes, examples) => {
    for (const id of examples) {
      expect([id, passes(id)]).toEqual([id, true]);
      for (let at = 1; at < 8; at += 1) {
        const changed =
          id.slice(0, at) + String((Number.parseInt(id[at] ?? "0", 36) + 1) % 10) + id.slice(at + 1);
        expect([changed, passes(changed)]).toEqual([changed, false]);
      }
    }
  },
);

test("a German number repeats exactly one digit, three times at most", () => {
  const canBeWhole = (first: string) => [...ten].some((last) => own.passesGermany(first + last));
  expect(["8609574271", "1123456789", "1112345678"].map(canBeWhole)).toEqual([true, true, true]);
  expect(["1234567890", "1122345678", "1111234567"].map(canBeWhole)).toEqual([false, false, false]);
});

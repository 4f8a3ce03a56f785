/**
 * The check digits of cards and of identity numbers: each says whether a number of its kind is whole. The tests hold
 * them to other people's readings of the same rules.
 */

const digitsOf = (text: string): number[] => [...text].map(Number);

const weighted = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(text[i] ?? 0), 0);

/** ISO/IEC 7812-1, annex B: cards, and identity numbers of Canada and South Africa. */
export function passesLuhn(digits: string): boolean {
  const sum = digitsOf(digits)
    .reverse()
    .reduce((total, digit, i) => {
      const twice = i % 2 === 1 ? digit * 2 : digit;
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}

/** Multiplication of the dihedral group of order ten; Verhoeff 1969. */
const times = (a: number, b: number): number =>
  a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b - 5) % 5)) : b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Aadhaar. */
export function passesVerhoeff(digits: string): boolean {
  const check = digitsOf(digits)
    .reverse()
    .reduce((sum, digit, i) => {
      let turned = digit;
      for (let turns = i % 8; turns > 0; turns -= 1) turned = turn[turned] ?? 0;
      return times(sum, turned);
    }, 0);
  return check === 0;
}

/** GB 11643-1999, ISO 7064 MOD 11-2. */
export const passesChina = (id: string): boolean =>
  "10X98765432"[weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === id[17];

/** Letters count from ten; a missing first letter as thirty-six. */
export function passesHongKong(id: string): boolean {
  const values = [...id.padStart(9, " ")].map((each) => (each === " " ? 36 : Number.parseInt(each, 36)));
  return values.reduce((sum, value, i) => sum + value * (9 - i), 0) % 11 === 0;
}

const taiwanRegions = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

export function passesTaiwan(id: string): boolean {
  const region = taiwanRegions.indexOf(id[0] ?? "") + 10;
  return weighted(`${region}${id.slice(1)}`, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

export const passesKorea = (id: string): boolean =>
  (11 - (weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(id[12]);

export function passesJapan(id: string): boolean {
  const left = weighted(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (left <= 1 ? 0 : 11 - left) === Number(id[11]);
}

export function passesSingapore(id: string): boolean {
  const kind = id[0] ?? "";
  const sum =
    weighted(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (kind === "S" || kind === "F" ? 0 : kind === "M" ? 3 : 4);
  const letters = {
    S: "JZIHGFEDCBA",
    T: "JZIHGFEDCBA",
    F: "XWUTRQPNMLK",
    G: "XWUTRQPNMLK",
    M: "XWUTRQPNJLK",
  }[kind];
  return letters?.[sum % 11] === id[8];
}

export const passesThailand = (id: string): boolean =>
  (11 - (weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[12]);

/** CPF: two check digits, the second over the first; eleven times the same digit passes and is nobody's. */
export function passesBrazil(id: string): boolean {
  const check = (count: number) => {
    const left =
      (weighted(
        id,
        Array.from({ length: count }, (_, i) => count + 1 - i),
      ) *
        10) %
      11;
    return left % 10 === Number(id[count]);
  };
  return !/^(\d)\1*$/.test(id) && check(9) && check(10);
}

export function passesArgentina(id: string): boolean {
  const check = 11 - (weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (check === 11 ? 0 : check === 10 ? 9 : check) === Number(id[10]);
}

/** ISO 7064 MOD 11,10, and of the first ten digits exactly one stands two or three times. */
export function passesGermany(id: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of id.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false;
  let product = 10;
  for (const digit of digitsOf(id.slice(0, 10))) product = (((digit + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === Number(id[10]);
}

/** The two departments of Corsica count as 19 and 18. */
export const passesFrance = (id: string): boolean =>
  97 - Number(BigInt(id.slice(0, 13).replace("2A", "19").replace("2B", "18")) % 97n) === Number(id.slice(13));

/** DNI, and NIE with its first letter as a digit. */
export const passesSpain = (id: string): boolean =>
  "TRWAGMYFPDXBNJZSQVHLCKE"[
    Number(id.slice(0, 8).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)))) % 23
  ] === id[8];

const oddItaly = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

export function passesItaly(code: string): boolean {
  const value = (each: string) => (/\d/.test(each) ? Number(each) : each.charCodeAt(0) - 65);
  const sum = [...code.slice(0, 15)].reduce(
    (total, each, i) => total + (i % 2 === 0 ? (oddItaly[value(each)] ?? 0) : value(each)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === code[15];
}

/** Tax file number. */
export const passesAustralia = (id: string): boolean => weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;
export const passesMedicare = (id: string): boolean =>
  weighted(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(id[8]);
export const passesNhs = (id: string): boolean =>
  (11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[9]);

/** ISO 13616: the first four go to the end, letters count from ten. */
export function passesIban(iban: string): boolean {
  const turned = `${iban.slice(4)}${iban.slice(0, 4)}`.toUpperCase();
  const number = [...turned].map((each) => Number.parseInt(each, 36)).join("");
  return BigInt(number) % 97n === 1n;
}

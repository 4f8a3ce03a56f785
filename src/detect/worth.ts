/**
 * What a sum is worth, in everyday sums of its own currency: a yen is not a yuan, and of somebody of whom no payment
 * was seen yet a sum can still be large. An everyday sum is a third of what a head earns a day where the currency is
 * used (gross national income a head in the own currency, World Bank, 2023), to two figures: it says in which order of
 * magnitude people pay, which is all a judge may rest on it.
 *
 * Currencies whose prices double within a year are not among them, nor coins: a table of them would be wrong before it
 * is read. A sum in one of those is compared with sums in the same one, and the decision says `unknown-currency`.
 */
import { currencyIn } from "../model/index.ts";

const everydaySums: Readonly<Record<string, number>> = {
  AED: 180,
  AUD: 88,
  BDT: 280,
  BRL: 45,
  CAD: 66,
  CHF: 80,
  CLP: 12_000,
  CNY: 83,
  COP: 27_000,
  CZK: 620,
  DKK: 450,
  EUR: 37,
  GBP: 35,
  GHS: 25,
  HKD: 390,
  HUF: 6_700,
  IDR: 68_000,
  ILS: 180,
  INR: 190,
  JPY: 4_200,
  KES: 265,
  KRW: 42_000,
  LKR: 1_050,
  MXN: 200,
  MYR: 48,
  NGN: 900,
  NOK: 980,
  NZD: 71,
  PEN: 23,
  PHP: 215,
  PKR: 380,
  PLN: 78,
  RON: 75,
  RUB: 1_050,
  SAR: 98,
  SEK: 600,
  SGD: 87,
  THB: 220,
  TWD: 900,
  TZS: 2_700,
  UGX: 3_300,
  USD: 73,
  USDC: 73,
  USDT: 73,
  VND: 93_000,
  ZAR: 105,
};

/** An everyday sum of this currency; `undefined` where the table does not have it. */
export const everydaySum = (currency: string): number | undefined =>
  Object.hasOwn(everydaySums, currency) ? everydaySums[currency] : undefined;

/** A sum as it can be compared. */
export interface Sum {
  /** In everyday sums where the currency is known, else as it was written. */
  readonly size: number;
  /** 1: everyday sums; else a number made from the currency, and only sums of the same one compare. */
  readonly unit: number;
}

export const everydayUnit = 1;

/** A sum whose currency nobody said and nothing tells: it compares with others like it. */
const unsaidUnit = 2;

interface SumAsked {
  readonly amount: number;
  readonly currency: string | undefined;
  /** An everyday sum of the currency this person was last seen to pay in; 0: none was seen. */
  readonly everyday: number;
  readonly region: string | undefined;
  /** A stable number for a name, above the units here. */
  readonly numberOf: (name: string) => number;
}

/** The sum as it can be compared: a currency that is not said is the person's own, else the region's. */
export function sumOf({ amount, currency, everyday, region, numberOf }: SumAsked): Sum {
  if (currency !== undefined) {
    const own = everydaySum(currency);
    return own === undefined
      ? { size: amount, unit: numberOf(currency) }
      : { size: amount / own, unit: everydayUnit };
  }
  const usual = currencyIn(region);
  const own = everyday > 0 ? everyday : usual === undefined ? undefined : everydaySum(usual);
  return own === undefined ? { size: amount, unit: unsaidUnit } : { size: amount / own, unit: everydayUnit };
}

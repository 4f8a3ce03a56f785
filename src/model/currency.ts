/** What is paid with where: the one table every room asks, whether it knows the country or the money. */
const currencyOf: Readonly<Record<string, string>> = {
  ar: "ARS",
  au: "AUD",
  br: "BRL",
  ca: "CAD",
  cn: "CNY",
  de: "EUR",
  es: "EUR",
  fr: "EUR",
  gb: "GBP",
  hk: "HKD",
  id: "IDR",
  in: "INR",
  it: "EUR",
  jp: "JPY",
  ke: "KES",
  kr: "KRW",
  mx: "MXN",
  my: "MYR",
  ng: "NGN",
  ph: "PHP",
  sg: "SGD",
  us: "USD",
  za: "ZAR",
};

/** The currency of a region, `ca` → `CAD`; `undefined` where the table does not have it. */
export const currencyIn = (region: string | undefined): string | undefined =>
  region !== undefined && Object.hasOwn(currencyOf, region) ? currencyOf[region] : undefined;

/** The one region that pays with this, `CAD` → `ca`; `undefined` where several do, or none is known. */
export function regionOfCurrency(currency: string | undefined): string | undefined {
  const regions = Object.keys(currencyOf).filter((region) => currencyOf[region] === currency);
  return regions.length === 1 ? regions[0] : undefined;
}

/** Names and shares as a desk reads them. */
import { type Lang, sayMoney } from "../../../src/report/index.ts";
import type { Decision, Names } from "./asking.ts";

/** Its name, or the id itself where it has none. */
export const called = (names: Names, id: string, lang: Lang): string => names[id]?.[lang] ?? id;

/** What was done, as a person says it; absent: neither a flow nor a kind anybody knows. */
export const actCalled = (
  names: Names,
  { institution, word }: Pick<Decision, "institution" | "word">,
  lang: Lang,
): string | undefined => names[`${institution}/${word}`]?.[lang];

/** As money is written in the reader's language; `amount` is digits and, where one was said, a currency. */
export function amountSaid(amount: string, lang: Lang): string {
  const [digits = "", currency] = amount.split(" ");
  return sayMoney(Number(digits), currency, lang);
}

/** Of a hundred; never all and never none, for no count of what was seen proves either. */
export function sharePercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent >= 100) return "> 99";
  return percent <= 0 ? "< 1" : String(percent);
}

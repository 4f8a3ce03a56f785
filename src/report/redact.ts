/**
 * What may be handed to somebody who need not know everything: sums, times and places stay; whom money went to, what texts
 * say and long numbers do not. The full version keeps the originals; a reader of this one can ask for them by their place.
 */
import type { Row } from "../evidence/index.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";

/** Phone, card and ID numbers, whatever they are; a day written in one (20200904) stays. */
const longNumber = /\d{5,}/g;
const isDay = (digits: string): boolean => /^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits);
const mailAddress = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;

export const redactText = (text: string): string =>
  text
    .replace(mailAddress, "•••@•••")
    .replace(longNumber, (digits) => (isDay(digits) ? digits : `•••${digits.slice(-2)}`));

export const redactRows = (rows: readonly Row[]): readonly Row[] =>
  rows.map(
    ({ counterparty: _c, description: _d, orderId: _o, channel: _n, status: _s, card, file, ...row }) => ({
      ...row,
      file: redactText(file),
      ...(card === undefined ? {} : { card: redactText(card) }),
    }),
  );

export const redactAnswer = (answer: InvestigateAnswer): InvestigateAnswer =>
  // Texts become texts and nothing else changes, so the shape is kept.
  mapped(answer) as InvestigateAnswer;

function mapped(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (Array.isArray(value)) return value.map(mapped);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each)]));
}

/** What of a file's words is not kept. */

/**
 * Card and identity numbers are kept as their last four, together or in groups of four; whatever is as long goes with them.
 * An order's number has its own column, or letters in it.
 */
export function withoutNumbers(text: string): string {
  return text.replace(
    /(?<![\dA-Za-z])(?:\d{4}(?:[ -]\d{4}){2,4}(?:[ -]\d{1,3})?|\d{12,})[Xx]?(?![\dA-Za-z])/g,
    (all) => `****${all.replace(/[ -]/g, "").slice(-4)}`,
  );
}

/** Who sent a text is known by the whole number: a service's own begins with 106, a country's with its code. */
export const isSender = (text: string): boolean =>
  /^(?:106\d{5,17}|(?:\+|00)?86[- ]?1\d{10}|\+\d{7,15})$/.test(text);

/** Words of an entry as a row keeps them; nothing where there are none. */
export function kept(text: string | undefined): string | undefined {
  const told = withoutNumbers((text ?? "").replace(/[\u00a0\s]+/g, " ").trim());
  return told === "" ? undefined : told;
}

/** Only what is there: a row has no key for what its source does not say. */
export const present = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });

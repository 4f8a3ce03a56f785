/** Sums as people type them. */

/** `12,000`, `１２０００`, `1.2万`; undefined where there is no amount in it. */
export function amountOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").replaceAll(/[\s,，_']/g, "");
  const match = /^\D{0,3}(\d+(?:\.\d+)?)(万|k|w)?/i.exec(plain);
  if (match === null) return undefined;
  const unit = { 万: 10_000, w: 10_000, k: 1000 }[(match[2] ?? "").toLowerCase()] ?? 1;
  return Math.min(Math.round(Number(match[1]) * unit * 100) / 100, 1e12);
}

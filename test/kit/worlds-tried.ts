/**
 * How many random worlds a law is tried on. `npm test` tries a part of them, the same each time; `npm run simulate -- --laws`
 * tries them all, and `WORLDS=…` as many as somebody says.
 */
export const worldsTried = (all: number): number => {
  const { WORLDS: said, LAWS: laws } = process.env;
  return said === undefined ? Math.ceil(all * (laws === "whole" ? 1 : partInTests)) : Number(said);
};
const partInTests = 0.4;

/**
 * `npm run likelihoods`: counts how often each cell of each feature is seen under each story, in streams made by
 * simulation, and writes `src/detect/made-likelihoods.ts`. The same catalogue and seeds give the same file.
 */
import "./pinned-node.ts";
import { writeFileSync } from "node:fs";
import { countLikelihoods, likelihoodsAsked, shortOf } from "../bench/detect-quality.ts";
import type { Likelihoods } from "../src/detect/index.ts";

const counted = countLikelihoods(likelihoodsAsked);
// A test makes the short form anew, and says when this file is no longer what would be made.
const likelihoods: Likelihoods = { ...counted, made: { ...counted.made, short: shortOf() } };
const text = [
  "/** Made by `npm run likelihoods`; counts of cells by story, see `likelihood.ts`. Not edited by hand. */",
  'import type { Likelihoods } from "./likelihood.ts";',
  "",
  `export const madeLikelihoods: Likelihoods = ${compact(likelihoods)};`,
  "",
].join("\n");

writeFileSync("src/detect/made-likelihoods.ts", text);
process.stdout.write(`${String(likelihoods.made["events"])} events counted\n`);

/** Indented, but each list of counts on its line. */
function compact(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(/\[[\d,\s]+\]/g, (list) => list.replace(/\s+/g, " "));
}

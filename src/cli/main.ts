/** The command-line door. */
import { readFileSync } from "node:fs";

export async function main(argv: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  console.log(`chainbreak ${version}${argv.length > 0 ? `: \`${argv[0]}\` is not there yet` : ""}`);
  return argv.length > 0 ? 1 : 0;
}

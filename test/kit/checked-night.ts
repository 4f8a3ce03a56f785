/** A told night in one file, read and replayed: what is complained of, and that each way out is known in both languages. */
import { expect } from "vitest";
import { type Catalog, readYaml } from "../../src/catalog/index.ts";
import { helpZh, isHelpKnown } from "../../src/report/index.ts";
import { readNight, runNight } from "../../src/testing/index.ts";
import { catalogOf } from "./small-world.ts";

/** Each as `sentence | help`, in the order in which they are found. */
export function checkNight(text: string, ...expected: readonly string[]): void {
  const found = faultsOfNight(text);
  expect(found.map(({ sentence, help = "" }) => `${sentence} | ${help}`)).toEqual(expected);
}

export function faultsOfNight(text: string, catalog: Catalog = catalogOf()) {
  const file = "n.yaml";
  const { night, complaints } = readNight(readYaml(text, file), file, catalog, () => undefined);
  const found = [...complaints, ...(night === undefined ? [] : runNight(night).complaints)];
  for (const { help = "" } of found)
    expect([isHelpKnown(help), helpZh(help)]).toEqual([true, expect.stringMatching(/[一-鿿]/)]);
  return found;
}

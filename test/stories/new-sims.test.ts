/** Of the shipped catalogue: whoever gets a number on a SIM of their own ends the SIM it was on. */
import { expect, test } from "vitest";
import { kindsWithRole } from "../../src/model/index.ts";
import { readShipped } from "../kit/shipped.ts";

test("every new SIM and every move of a number ends what the old SIM had: texts, calls, data", () => {
  const { institutions, vocabulary } = readShipped().catalog;
  const [ownLine] = kindsWithRole(vocabulary, "own-line");
  // What hangs on having the line on one's own SIM is what a SIM has.
  const ofSim = [...vocabulary.capabilities.values()]
    .filter((word) => word.while.includes(ownLine ?? ""))
    .map(({ kind }) => kind);
  let compared = 0;
  const left: string[] = [];
  for (const { id, flows } of institutions.values())
    for (const flow of flows) {
      // A number that is opened anew was on no SIM.
      const isNew = flow.ranges.some(({ whose }) => whose === "new");
      if (isNew || !flow.gives.some(({ kind }) => kind === ownLine)) continue;
      compared++;
      const ended = flow.revokes.map(({ kind }) => kind);
      if (ofSim.some((kind) => !ended.includes(kind))) left.push(`${id}/${flow.id}`);
    }
  expect(left).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});

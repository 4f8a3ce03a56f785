import { expect, test } from "vitest";
import { readWholeFolder } from "../catalog/index.ts";
import { withUnread } from "../detect/index.ts";
import { streamOf } from "./stream.ts";

const { catalog } = readWholeFolder({ folder: "catalog", from: "", stories: false });

test("a chain that is told on the phone is short, ends in a loss, and moves no line", () => {
  const asked = {
    catalog: withUnread(catalog),
    people: 6,
    days: 20,
    attacks: 60,
    seed: 5,
    starts: ["told"] as const,
  };
  const { events, attacks } = streamOf(asked);
  const chains = Map.groupBy(
    events.filter(({ attack }) => attack !== undefined),
    ({ attack }) => attack,
  );
  expect(chains.size).toBe(attacks);
  expect(attacks).toBeGreaterThan(40);
  const before = new Set<number>();
  for (const chain of chains.values()) {
    expect(chain.some(({ isLoss }) => isLoss === true)).toBe(true);
    expect(chain.every(({ of }) => of === "told/usual")).toBe(true);
    const acts = chain.filter(({ kind }) => kind !== "code-sent" && kind !== "sign-in-failed");
    before.add(acts.findIndex(({ isLoss }) => isLoss === true));
    expect(acts.filter(({ kind }) => /^(sim|line|esim|number)/.test(kind))).toEqual([]);
  }
  // One payment and nothing before it; a sign-in or a card first; a payee or a device as well.
  expect([...before].sort()).toEqual([0, 1, 2]);
});

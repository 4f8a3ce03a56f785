/** A service the reader described goes by the reader's own name for it, in every step and measure; others keep theirs. */
import { expect, test } from "vitest";
import { readWhole } from "../../data-plugin.ts";
import { openEngine } from "./engine.ts";
import { readOwnCase } from "./own-case.ts";

const whole = readWhole();

/** The names of whoever runs the steps and the measures, for these wallets by their names (none: not named). */
function check(wallets: readonly (string | undefined)[], expected: { en: string; zh: string }): void {
  const accounts = Object.fromEntries(
    wallets.map((name, i) => [
      `wallet${i}`,
      {
        service: "any-wallet",
        line: "main",
        balance: 300,
        settings: { reset: "sms", "payment-reset": "sms", "text-sign-in": "on" },
        ...(name === undefined ? {} : { name: { en: name, zh: `${name}包` } }),
      },
    ]),
  );
  const { data, faults } = readOwnCase(whole, {
    document: {
      person: { id: "me", region: "cn", currency: "CNY" },
      lines: { main: { carrier: "china-mobile" } },
      accounts,
    },
    held: ["possess(sim.main)"],
  });
  if (data === undefined) throw new Error(JSON.stringify(faults));
  expect(data.catalog.institutions.get("any-wallet")?.name).toEqual(expected);
  const steps = openEngine(data)
    .ask([])
    .audit.losses.flatMap(({ way }) => way?.steps ?? [])
    .filter(({ institution }) => institution === "any-wallet");
  expect(steps.length).toBeGreaterThan(0);
  for (const { institutionName } of steps) expect(institutionName).toEqual(expected);
  expect(data.catalog.institutions.get("china-mobile")?.name).toEqual(
    whole.catalog.institutions.get("china-mobile")?.name,
  );
}

const general = { en: "Any payment wallet", zh: "任意支付钱包" };

test("one goes by its name, two stand side by side", () => {
  check(["Village"], { en: "Village", zh: "Village包" });
  check(["Village", "Town"], { en: "Village, Town", zh: "Village包、Town包" });
});

test("one without a name, or too many, are no name", () => {
  check([undefined], general);
  check(["Village", undefined], general);
  check(["A", "B", "C"], general);
});

test("the whole catalogue, read once for every person, keeps its own names", () => {
  expect(whole.catalog.institutions.get("any-wallet")?.name).toEqual(general);
});

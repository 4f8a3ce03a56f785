/** A measure on which its sources contradict each other is told as such, and no answer rests on it. */
import { expect, test } from "vitest";
import { worldOf } from "../../../test/kit/small-world.ts";
import { openReach } from "../../reach/index.ts";
import { audit } from "./audit.ts";

const bank = (status: string) => `
institution: bank
provides: account
flows:
  send: { asks: know(account.password), gives: [drain(account)], takes: 5m, measures: [said-to-help] }
measures:
  said-to-help: { title: { en: Said to help, zh: 据说有用 }, by: person, effort: low, removes: [send], basis: { status: ${status}, seen: 2026-11, source: example } }
`;

function check(status: string) {
  const world = worldOf(
    [bank(status)],
    "person: { id: p }\naccounts: { a: { service: bank, balance: 100 } }",
  );
  const { cuts, alone, putsOff, catalogue } = audit({
    reach: openReach(world),
    held: ["know(account.a.password)"],
    wantsCheapest: false,
  });
  const measure = catalogue.find(({ id }) => id.startsWith("said-to-help"));
  return { cut: cuts.person.kind, alone, putsOff: putsOff.person.kind, isUnproven: measure?.isUnproven };
}

test("a disputed measure is part of no cut and stops nothing alone; one somebody vouches for does", () => {
  expect(check("disputed")).toEqual({ cut: "none", alone: [], putsOff: "none", isUnproven: true });
  expect(check("reported")).toEqual({
    cut: "found",
    alone: ["said-to-help"],
    putsOff: "not-asked",
    isUnproven: undefined,
  });
});

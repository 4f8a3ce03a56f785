/** What does not stop a loss and puts it off: told where nothing stops everything, and nowhere else. */
import { expect, test } from "vitest";
import { worldOf } from "../../../test/kit/small-world.ts";
import { openReach } from "../../reach/index.ts";
import { audit } from "./audit.ts";

const wallet = (more: string) => `
institution: wallet
provides: account
flows:
  pay-out: { asks: know(account.password), gives: [drain(account)], takes: 5m, measures: [wait-a-day, wait-a-week, wait-a-minute] }
measures:
  wait-a-day: { title: { en: Wait a day, zh: 等一天 }, by: institution, effort: low, delays: 24h }
  wait-a-week: { title: { en: Wait a week, zh: 等一周 }, by: institution, effort: medium, delays: 7d }
  wait-a-minute: { title: { en: Wait a minute, zh: 等一分钟 }, by: person, effort: low, delays: 1m }
${more}`;

function check(more = "", held = ["know(account.one.password)"]) {
  const world = worldOf(
    [wallet(more)],
    "person: { id: p }\naccounts: { one: { service: wallet, balance: 100 } }",
  );
  const { cuts, putsOff } = audit({ reach: openReach(world), held, wantsCheapest: false });
  return { cut: cuts.institution.kind, person: putsOff.person, institution: putsOff.institution };
}

test("what only delays is an answer where nothing stops it, with no more measures than it takes", () => {
  const { cut, person, institution } = check();
  expect(cut).toBe("none");
  expect(person).toEqual({ kind: "none" }); // A minute is no time in which anything could be done.
  expect(institution).toMatchObject({ kind: "found" });
  if (institution.kind !== "found") return;
  expect(institution.measures).toContain("wait-a-week");
  expect(institution.firstLossMinutes).toBeGreaterThan(7 * 24 * 60);
});

test("where something stops it, or nothing is reached, nothing is put off", () => {
  const stop =
    "  ask-in-person: { title: { en: In person, zh: 本人 }, by: institution, effort: low, removes: [pay-out] }\n";
  expect(check(stop)).toMatchObject({ cut: "found", institution: { kind: "not-asked" } });
  expect(check("", [])).toMatchObject({ cut: "found", institution: { kind: "not-asked" } });
});

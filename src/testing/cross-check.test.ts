/** The checks nobody writes down find an answer that was tampered with. */

import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";
import { type AuditAnswer, audit, foundCut } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import type { Asked } from "./asked.ts";
import { crossCheck } from "./cross-check.ts";

const wallet = `
institution: wallet
provides: account
flows:
  sign-in: { asks: receive-sms(line), gives: [enter(account)] }
  face: { asks: show-face(person), gives: [enter(account)] }
  pay: { asks: enter(account), gives: [drain(account)] }
  borrow: { asks: know(person.name), gives: [cash-out(account)] }
measures:
  strict: { by: institution, effort: low, removes: [sign-in] }
  open: { by: institution, effort: low, replaces: { borrow: { asks: [] } } }
  shut: { by: institution, effort: low, removes: [sign-in, face] }
`;
const reach = openReach(
  worldOf(
    [wallet],
    "person: { id: p }\nlines: { l: { carrier: t } }\naccounts: { a: { service: wallet, line: l, balance: 5 } }",
  ),
);
const held = ["receive-sms(line.l)"];
const answer = audit({ reach, held, wantsCheapest: false });
const asked: Asked = {
  reach,
  lent: () => reach.world,
  held,
  inForce: [],
  withinMinutes: undefined,
  startsAt: undefined,
  question: {},
  answer,
};
const failures = (tampered: Partial<AuditAnswer>) =>
  crossCheck({ ...asked, answer: { ...answer, ...tampered } }).failures;
const cut = (measures: readonly string[]) => ({
  cuts: {
    ...answer.cuts,
    both: { ...foundCut(answer.cuts.both)!, measures: [...measures], remaining: [] },
  },
});

test("an honest answer passes, and every check is counted", () => {
  expect(crossCheck(asked)).toMatchObject({ failures: [] });
  expect(crossCheck(asked).count).toBeGreaterThan(4);
});

test("a way with a step left out asks for something nobody held or gave", () => {
  const losses = answer.losses.map((loss) =>
    loss.way === null ? loss : { ...loss, way: { ...loss.way, steps: loss.way.steps.slice(1) } },
  );
  expect(failures({ losses })).toEqual([
    "cross-check: the way to `drain(account.a)` asks something nobody held or gave",
  ]);
});

test("a cut that cuts nothing is found by asking again", () => {
  expect(failures(cut([]))).toEqual([
    "cross-check: the cut by both applied and asked again still reaches drain(account.a)",
  ]);
});

test("a cut that opens another loss is found, though that loss was out of reach before", () => {
  expect(failures(cut(["strict", "open"]))).toEqual([
    "cross-check: the cut by both applied and asked again still reaches cash-out(account.a)",
  ]);
});

test("a cut that locks the owner out is found", () => {
  expect(failures(cut(["shut"]))).toEqual([
    "cross-check: the cut by both locks the owner out of enter(account.a)",
  ]);
});

test("crossed bounds are found", () => {
  const losses = answer.losses.map((loss) => ({ ...loss, cheapest: { lower: 9, upper: 3, proved: false } }));
  expect(failures({ losses })).toContain("cross-check: the bounds of `drain(account.a)` are crossed");
});

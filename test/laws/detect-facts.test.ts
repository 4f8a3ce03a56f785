/** One fact is weighed once, and by the hand that did it: laws of what an event is compared by. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWholeFolder } from "../../src/catalog/index.ts";
import {
  type Decision,
  features,
  keepShapes,
  logsOf,
  madeLikelihoods,
  noState,
  readEvent,
  step,
  type Version,
  withUnread,
} from "../../src/detect/index.ts";

const { catalog: read } = readWholeFolder({ folder: "catalog", from: "", stories: false });
const catalog = withUnread(read);
const version: Version = {
  catalog,
  logs: logsOf(madeLikelihoods),
  likelihoods: madeLikelihoods.id,
  shapeOf: keepShapes({ catalog, people: new Map(), today: "2024-01-01" }),
  until: Date.UTC(2026, 0, 1) / 60_000,
};
/** Asks whatever it is told. */
const wary: Version = { ...version, costs: { stepUp: 0, hold: 10, block: 10 } };

interface Told extends Pick<Decision, "decision" | "risk" | "stepUp"> {
  /** The features that spoke. */
  readonly spoke: readonly string[];
}

/** Two months of an own phone at `monzo`, then these: what is told of each of them. */
function told(acts: readonly object[], asked: Version = version): readonly Told[] {
  const life = Array.from({ length: 60 }, (_, i) => ({
    ...{ id: `h${i}`, institution: "monzo", kind: i % 3 === 0 ? "payment" : "app-open", device: "own" },
    ...(i % 3 === 0 ? { amount: "20.00", payee: `shop-${i % 4}` } : {}),
    minute: (i - 60) * 1_440 + 600,
  }));
  const state = noState();
  const all = [...life, ...acts.map((act, i) => ({ id: `e${i}`, minute: 600 + 5 * i, ...act }))];
  const found = all.map(({ minute, ...event }) => {
    const time = new Date(Date.UTC(2024, 2, 1) + minute * 60_000).toISOString();
    const text = JSON.stringify({ person: "ann", time, ...event });
    const { event: made } = readEvent(text, { catalog, place: { file: "facts" } });
    if (made === undefined) throw new Error("the event cannot be read");
    let spoke: string[] = [];
    const onCells = (cells: Int16Array) => {
      spoke = features.flatMap(({ name }, i) => (cells[i]! >= 0 ? [name] : []));
    };
    const { decision, risk, stepUp } = step(state, made, { ...asked, onCells });
    return { decision, risk, spoke, ...(stepUp === undefined ? {} : { stepUp }) };
  });
  return found.slice(life.length);
}

const places = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 12 });
const words = fc.constantFrom("password-changed", "password-reset", "device-added", "app-enrolled");

test("D23 the same done everywhere on one known phone says no more the twelfth time than the second", () => {
  fc.assert(
    fc.property(places, words, (institutions, kind) => {
      const acts = institutions.map((i) => ({
        ...{ institution: `a-site-${i}`, kind, device: "own" },
        ...{ channel: "web", proofs: ["email"] },
      }));
      const all = told(acts);
      for (const { spoke } of all.slice(1)) expect(spoke.filter((name) => name !== "gap")).toEqual([]);
      expect(all.at(-1)?.risk).toBeLessThanOrEqual((all[1]?.risk ?? 0) + 0.001);
      expect(all.map(({ decision }) => decision)).not.toContain("step-up");
    }),
    { numRuns: 40 },
  );
});

test("D24 what an institution changed itself is done again by everybody, and weighed by neither what nor where", () => {
  const initiators = fc.constantFrom("bank", "batch", "system");
  const by = fc.constantFrom("password-reset", "card-added", "app-enrolled");
  fc.assert(
    fc.property(initiators, by, words, (initiator, changed, kind) => {
      const own = { institution: "monzo", kind, device: "own", proofs: ["temporary-password"] };
      const [, answer] = told([{ institution: "monzo", kind: changed, initiator }, own]);
      const [, alone] = told([{ institution: "ee", kind: changed, initiator }, own]);
      for (const name of ["kind-and-device", "same-hand", "initiator", "unseen"])
        expect(answer?.spoke).not.toContain(name);
      expect(alone?.spoke).toContain("kind-and-device");
      // On a phone never seen it is a stranger's as well as ever.
      const [, strange] = told([
        { institution: "monzo", kind: changed, initiator },
        { ...own, device: "x" },
      ]);
      expect(strange?.spoke).toContain("kind-and-device");
    }),
    { numRuns: 40 },
  );
  const card = { institution: "amazon", kind: "card-added", device: "own", proofs: ["card-details"] };
  const post = { institution: "monzo", kind: "card-added", initiator: "bank" };
  expect(told([post, card])[1]?.spoke).not.toContain("kind-and-device");
});

test("D25 what a phone never seen did is no way in for the hand on the one known of old", () => {
  const stranger = [
    { institution: "ee", kind: "sim-changed" },
    { institution: "monzo", kind: "password-reset", device: "x", proofs: ["sms"] },
    { institution: "monzo", kind: "app-enrolled", device: "x", proofs: ["sms"] },
  ];
  const pay = { institution: "monzo", kind: "payment", amount: "20.00", payee: "shop-0" };
  const owner = told([...stranger, { ...pay, device: "own" }]).at(-1);
  const theirs = told([...stranger, { ...pay, device: "x" }]).at(-1);
  expect(owner?.decision).toBe("allow");
  expect(theirs?.decision).not.toBe("allow");
});

test("D26 whoever acts on the phone itself is not asked to tap on it, whoever else is about", () => {
  const kinds = fc.constantFrom("password-changed", "limit-raised", "payee-added", "transfer", "payment");
  const strangers = fc.constantFrom("password-reset", "app-enrolled", "sign-in", "payee-added", "transfer");
  fc.assert(
    fc.property(
      fc.array(strangers, { maxLength: 6 }),
      fc.array(kinds, { minLength: 1, maxLength: 4 }),
      (before, acts) => {
        const actsOn = (device: string) => (kind: string, i: number) => ({
          ...{ institution: "monzo", kind, device, channel: "app" },
          ...(kind === "transfer" || kind === "payment" ? { amount: "900.00", payee: `m${i}` } : {}),
        });
        const all = told([...before.map(actsOn("x")), ...acts.map(actsOn("own"))], wary);
        const asked = all.slice(before.length).map(({ stepUp }) => stepUp?.proof);
        for (const proof of ["approval-on-known-device", "passkey"]) expect(asked).not.toContain(proof);
      },
    ),
    { numRuns: 60 },
  );
});

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
  proofStrengths,
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
  /** Which cell of them. */
  readonly cell: Readonly<Record<string, number>>;
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
    let cell: Readonly<Record<string, number>> = {};
    const onCells = (found: Int16Array) => {
      cell = Object.fromEntries(
        features.flatMap(({ name, cells }, i) => (found[i]! >= 0 ? [[name, found[i]! % cells]] : [])),
      );
    };
    const { decision, risk, stepUp } = step(state, made, { ...asked, onCells });
    return { decision, risk, spoke: Object.keys(cell), cell, ...(stepUp === undefined ? {} : { stepUp }) };
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

const strengthOf = (act: Told | undefined): string | undefined => proofStrengths[act?.cell["proof"] ?? -1];

test("D27 whom somebody first paid within the chain is no payee of the owner's", () => {
  const enter = { institution: "monzo", kind: "password-reset", device: "x", proofs: ["sms"] };
  // Small, usual and large beside the owner's twenty: what one cell weighs is counted, and for large ones by few acts.
  const amounts = fc.tuple(
    fc.integer({ min: 5, max: 25 }),
    fc.integer({ min: 50, max: 90 }),
    fc.integer({ min: 110, max: 900 }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), amounts, (times, sums) => {
      const risks = sums.map((amount) => {
        const pay = (payee: string) => ({
          ...{ institution: "monzo", kind: "payment", device: "x", amount: `${amount}.00`, payee },
        });
        const mule = [enter, ...Array.from({ length: times }, () => pay("mule"))];
        const again = told([...mule, pay("mule")]).at(-1);
        const known = told([...mule, pay("shop-0")]).at(-1);
        expect(again?.cell["money"]).not.toBe(known?.cell["money"]);
        return (again?.risk ?? 0) - (known?.risk ?? 1);
      });
      expect(risks.reduce((all, risk) => all + risk, 0)).toBeGreaterThan(0);
    }),
    { numRuns: 12 },
  );
});

test("D28 a secret shown where nobody changed it is the old one, and proves something", () => {
  const enter = { institution: "monzo", kind: "sign-in", device: "own", proofs: ["password"] };
  const first = (kind: string) => ({ institution: "monzo", kind, device: "own", proofs: ["sms"] });
  expect(strengthOf(told([first("app-enrolled"), enter])[1])).toBe("secret");
  expect(strengthOf(told([first("payee-added"), enter])[1])).toBe("secret");
  expect(strengthOf(told([first("password-reset"), enter])[1])).toBe("none");
});

test("D29 setting up a first account there, opened on this device, is no way in, and weighed by neither what nor when", () => {
  const here = { institution: "a-shop", device: "own", channel: "app" };
  fc.assert(
    fc.property(words, (kind) => {
      const set = { ...here, kind, proofs: ["sms"] };
      const pay = { ...here, kind: "payment", amount: "900.00", payee: "somebody" };
      const [, own, paid] = told([{ ...here, kind: "account-opened", proofs: ["email"] }, set, pay]);
      const [, alone] = told([{ ...here, institution: "another", kind: "account-opened" }, set]);
      for (const name of ["kind-and-device", "gap", "same-hand", "unseen"])
        expect(own?.spoke).not.toContain(name);
      expect(alone?.spoke).toContain("kind-and-device");
      const [, without] = told([{ ...here, kind: "account-opened", proofs: ["email"] }, pay]);
      expect(paid?.cell["way-in"]).toBe(without?.cell["way-in"]);
      // Where the person was before, nobody says which account this is: the opening makes nothing safer.
      const bank = { ...set, institution: "monzo", device: "x" };
      const opened = { ...bank, kind: "account-opened" };
      const [, there] = told([opened, bank]);
      expect(there?.spoke).toContain("kind-and-device");
      expect(there?.risk).toBeGreaterThanOrEqual(told([bank])[0]?.risk ?? 1);
    }),
    { numRuns: 20 },
  );
});

test("D30 what the owner did on the own phone makes its tap for another device no weaker", () => {
  const tapped = { institution: "google", device: "x", proofs: ["password", "approval-on-known-device"] };
  fc.assert(
    fc.property(fc.constantFrom("payee-added", "limit-raised", "card-bound", "mail-added"), (kind) => {
      const own = { institution: "monzo", kind, device: "own", proofs: ["passcode"] };
      const [, after] = told([own, { ...tapped, kind: "sign-in" }]);
      expect(strengthOf(after)).toBe("device-or-face");
    }),
    { numRuns: 10 },
  );
});

test("D31 what was forgotten on the own phone is forgotten once; to try on one never seen excuses nothing", () => {
  const tried = (device: string) => ({ institution: "monzo", kind: "sign-in-failed", device });
  const anew = { institution: "monzo", kind: "password-reset", device: "own", proofs: ["sms"] };
  expect(told([tried("own"), anew])[1]?.spoke).not.toContain("kind-and-device");
  expect(told([tried("x"), anew])[1]?.spoke).toContain("kind-and-device");
  expect(told([{ ...tried("own"), institution: "starling" }, anew])[1]?.spoke).toContain("kind-and-device");
  // On a phone never seen, to try first never lowers the risk.
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.subarray(["sms", "email", "card-number", "birth-date"], { minLength: 1 }),
      fc.constantFrom("password-reset", "password-changed", "temporary-password-given"),
      (tries, proofs, kind) => {
        const theirs = { institution: "monzo", kind, device: "x", proofs };
        const all = told([...Array.from({ length: tries }, () => tried("x")), theirs]);
        expect(all.at(-1)?.risk).toBeGreaterThanOrEqual(told([theirs])[0]?.risk ?? 1);
      },
    ),
    { numRuns: 30 },
  );
});

test("D32 half a year of signing in on the one known phone, with whatever is asked there, is never asked about", () => {
  const proofs = ["sms", "email", "password", "passcode", "fingerprint", "payment-password"];
  fc.assert(
    fc.property(fc.constantFrom(...proofs), fc.constantFrom("alipay", "monzo"), (proof, institution) => {
      const days = Array.from({ length: 180 }, (_, day) => {
        const minute = 1_440 * (day + 1) + 480 + ((day * 97) % 600);
        const own = { institution, device: "own", channel: "app" };
        return [
          { ...own, kind: "sign-in", proofs: [proof], minute },
          {
            ...own,
            kind: "payment",
            amount: `${10 + (day % 7)}.00`,
            payee: `shop-${day % 4}`,
            minute: minute + 3,
          },
        ];
      }).flat();
      expect(new Set(told(days).map(({ decision }) => decision))).toEqual(new Set(["allow"]));
    }),
    { numRuns: 6 },
  );
});

test("D33 a secret shown on a phone never seen acquits nobody", () => {
  const enter = (proofs: readonly string[], kind = "sign-in") => ({
    ...{ institution: "monzo", kind, device: "x", channel: "app", proofs },
  });
  const pay = { institution: "monzo", kind: "transfer", device: "x", amount: "900.00", payee: "mule" };
  for (const secret of ["password", "passcode"]) {
    const after = told([enter([secret]), enter(["sms"], "app-enrolled"), pay]);
    expect(after.at(-1)?.decision).not.toBe("allow");
  }
});

test("D35 a finger laid on a phone never seen may be anybody's: it is weighed as if nothing had been shown", () => {
  const kinds = fc.constantFrom("sign-in", "app-enrolled", "transfer", "password-reset");
  const others = fc.subarray(["sms", "password"]);
  fc.assert(
    fc.property(kinds, kinds, others, (first, second, proofs) => {
      const act = (kind: string, more: readonly string[]) => ({
        ...{ institution: "monzo", kind, device: "x", channel: "app", proofs: [...proofs, ...more] },
        ...(kind === "transfer" ? { amount: "900.00", payee: "mule" } : {}),
      });
      const with_ = told([act(first, ["fingerprint"]), act(second, ["fingerprint"])]);
      expect(with_).toEqual(told([act(first, []), act(second, [])]));
    }),
    { numRuns: 12 },
  );
  // On the owner's own phone it is the owner's.
  const own = { institution: "monzo", kind: "password-changed", device: "own", channel: "app" };
  const [bare, shown] = [told([own])[0], told([{ ...own, proofs: ["fingerprint"] }])[0]];
  expect(shown!.risk).toBeLessThan(bare!.risk);
});

test("D36 a door tried six times says the same in one event as in six, on a phone never seen", () => {
  const tried = { institution: "monzo", kind: "sign-in-failed", device: "x", channel: "web" };
  const then = {
    institution: "monzo",
    kind: "sign-in",
    device: "x",
    channel: "web",
    proofs: ["password"],
    minute: 640,
  };
  const once = told([{ ...tried, minute: 601 }, then]).at(-1)!;
  const inOne = told([{ ...tried, count: 6, minute: 606 }, then]).at(-1)!;
  const inSix = told([...Array.from({ length: 6 }, (_, i) => ({ ...tried, minute: 601 + i })), then]).at(-1)!;
  expect(inOne.decision).toBe(inSix.decision);
  expect(inOne.risk).toBeGreaterThan(2 * once.risk);
  expect(Math.abs(Math.log(inOne.risk / inSix.risk))).toBeLessThan(0.5);
  // On the own phone that the door was tried is one fact, however it is told.
  const own = (count: number) =>
    told([
      { ...tried, device: "own", count },
      { ...then, device: "own" },
    ]).at(-1)?.risk;
  expect(own(6)).toBe(own(1));
  // More than anybody counts is no more than many.
  expect(told([{ ...tried, count: 1e9 }, then]).at(-1)?.risk).toBe(
    told([{ ...tried, count: 10 }, then]).at(-1)?.risk,
  );
});

test("texts sent on to another number open what a text opens, and stopping it is a protection", () => {
  const reset = {
    institution: "monzo",
    kind: "password-reset",
    device: "x",
    channel: "app",
    proofs: ["sms"],
  };
  const line = { institution: "ee", channel: "web", proofs: ["password"] };
  const alone = told([reset]).at(-1)!;
  const after = told([{ ...line, kind: "text-forwarding-set" }, reset]).at(-1)!;
  expect(after.risk).toBeGreaterThan(alone.risk);
  expect(told([{ ...line, kind: "text-forwarding-cleared" }])[0]?.decision).toBe("allow");
});

test("D37 whoever gives what was asked for, there and on that device, is not asked again for having given it", () => {
  const acts = fc.constantFrom(
    "password-reset",
    "account-unfrozen",
    "payee-added",
    "limit-raised",
    "card-bound",
    "transfer",
  );
  const devices = fc.constantFrom("x", "own", undefined);
  let answered = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(acts, devices), { minLength: 1, maxLength: 4 }), (kinds) => {
      const all = kinds.map(([kind, device], i) => ({
        ...{ institution: "monzo", kind, proofs: ["birth-date"] },
        ...(device === undefined ? { channel: "phone" } : { device, channel: "app" }),
        ...(kind === "transfer" ? { amount: "900.00", payee: `m${i}` } : {}),
      }));
      const last = told(all).at(-1);
      if (last?.decision !== "step-up" || last.stepUp === undefined) return;
      answered++;
      const { amount: _, payee: __, ...act } = { amount: "", payee: "", ...all.at(-1) };
      const again = told([...all, { ...act, kind: "sign-in", proofs: [last.stepUp.proof] }]).at(-1);
      expect(again?.decision).toBe("allow");
    }),
    { numRuns: 150 },
  );
  expect(answered).toBeGreaterThan(20);
});

test("D38 what is paid with a wallet is paid on the device on which the card was put into it", () => {
  const put = (device: string) => ({
    institution: "monzo",
    kind: "wallet-linked",
    channel: "app",
    device,
    proofs: ["card-details", "sms"],
    wallet: "w",
  });
  const paid = (more: object) =>
    told([
      { ...put("x"), ...more },
      { institution: "monzo", kind: "shop-payment", wallet: "w", payee: "phones", amount: "899.00" },
    ]).at(-1)!;
  const named = told([
    put("x"),
    { institution: "monzo", kind: "shop-payment", device: "x", payee: "phones", amount: "899.00" },
  ]).at(-1)!;
  expect(paid({}).cell).toEqual(named.cell);
  expect(paid({}).risk).toBeGreaterThan(20 * paid({ device: "own" }).risk);
  expect(paid({}).decision).not.toBe("allow");
  expect(paid({ device: "own" }).decision).toBe("allow");
  // Of another wallet nobody says who put anything into it.
  expect(paid({ wallet: "other" }).cell).not.toHaveProperty("haste");
});

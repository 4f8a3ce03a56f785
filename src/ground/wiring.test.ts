/** How things hang together: each relation from both ends, defaults, what nobody said, and what measures would move. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";

const bank =
  "institution: bank\nprovides: card\ndefaults: { card: { kind: credit } }\nsettings: { release: { of: card, values: [counter, sms], en: a, zh: a } }\n";

/** Where the relation leads from the thing: `target`, `target?` where it is only assumed, `target if m` under measures. */
function lead(person: string, thing: string, relation: string): string {
  const { wiring, choices } = worldOf([bank], `person: { id: p }\n${person}\n`);
  const named = (literal: number) => `${literal < 0 ? "not " : ""}${choices[Math.abs(literal) - 1]?.id}`;
  return wiring
    .follow(thing, relation)
    .map(
      ({ to, guard, assumed }) =>
        `${to}${assumed === undefined ? "" : "?"}${guard.length === 0 ? "" : ` if ${guard.map(named).join(" and ")}`}`,
    )
    .join(", ");
}

const family = `
lines: { l: { carrier: t, sim: { in: d } }, m: { carrier: t, sim: { in: e } }, n: { carrier: t, sim: null } }
devices: { d: { account: v }, e: {} }
cards: { c: { bank: bank, reserved-line: l }, k: { bank: bank } }
mailboxes: { p: { account: a, domain: v } }
accounts: { a: { service: s, line: l, mailbox: p, cards: [c, k], devices: [e], kept-in: v, via: v, recovery: v }, v: { service: s } }
documents: { id: { device: d } }`;

test.each([
  ["card.c", "reserved-line", "line.l"],
  ["line.l", "cards", "card.c, card.k?"],
  ["line.m", "cards", "card.k?"],
  ["line.l", "sim", "sim.l"],
  ["line.n", "sim", ""],
  ["line.l", "device", "device.d"],
  ["line.n", "device", ""],
  ["device.d", "sims", "sim.l"],
  ["device.d", "lines", "line.l"],
  ["device.d", "documents", "document.id"],
  ["line.l", "accounts", "account.a"],
  ["account.a", "cards", "card.c, card.k"],
  ["card.k", "accounts", "account.a"],
  ["mailbox.p", "accounts", "account.a"],
  ["account.a", "mailboxes", "mailbox.p"],
  ["account.v", "domains", "mailbox.p"],
  ["account.v", "mailboxes", ""],
  ["account.v", "kept", "account.a"],
  ["account.v", "opens", "account.a"],
  ["account.v", "recovers", "account.a"],
  // A device is signed in to its vendor's account, whichever end says so.
  ["account.v", "devices", "device.d"],
  ["device.d", "accounts", "account.v"],
  ["device.e", "accounts", "account.a"],
  ["person", "sims", "sim.l, sim.m"],
  ["person", "lines", "line.l, line.m, line.n"],
  ["card.c", "no-such-relation", ""],
  ["card.gone", "accounts", ""],
])("%s.%s leads to %s", (thing, relation, expected) => {
  expect(lead(family, thing, relation)).toBe(expected);
});

test("what is unknown may be any of that kind, and is said to be assumed", () => {
  expect(
    lead(`${family.replace("reserved-line: l", "reserved-line: unknown")}`, "card.c", "reserved-line"),
  ).toBe("line.l?, line.m?, line.n?");
  expect(lead(family.replace("d: { account: v }", "d: { account: unknown }"), "account.a", "devices")).toBe(
    "device.e, device.d?",
  );
});

const moving = (what: string) => `${family}\nmeasures: { move: { effort: low, moves: { ${what} } } }`;

test("a measure that moves a relation takes it from where it was, seen from both ends", () => {
  expect(lead(moving("card.c.reserved-line: m"), "card.c", "reserved-line")).toBe(
    "line.l if not move, line.m if move",
  );
  expect(lead(moving("card.c.reserved-line: m"), "line.l", "cards")).toBe("card.c if not move, card.k?");
  expect(lead(moving("card.c.reserved-line: m"), "line.m", "cards")).toBe("card.c if move, card.k?");
});

test("a sign-in that a measure would add is there anyway where the device's vendor account is", () => {
  expect(lead(moving("account.v.devices: d"), "account.v", "devices")).toBe("device.d if move, device.d");
});

test("an attribute is what the file says, else the institution's default, else the first of the table or of its setting", () => {
  const { wiring } = worldOf(
    [bank],
    "person: { id: p }\ncards: { c: { bank: bank, kind: prepaid }, d: { bank: bank }, e: { bank: nowhere }, f: { bank: bank, kind: unknown } }\nlines: { l: { carrier: t } }\n",
  );
  expect(["card.c", "card.d", "card.e", "card.f"].map((card) => wiring.valueOf(card, "kind"))).toEqual([
    "prepaid",
    "credit",
    "debit",
    // Written down it says more than silence: it may be otherwise with this person.
    "unknown",
  ]);
  expect([
    wiring.valueOf("card.d", "release"),
    wiring.valueOf("card.e", "release"),
    wiring.valueOf("sim.l", "pin"),
    wiring.valueOf("card.d", "balance"),
    wiring.valueOf("card.gone", "kind"),
  ]).toEqual(["counter", "unknown", "unknown", "unknown", "unknown"]);
});

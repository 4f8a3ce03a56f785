/** So many of several are so many different things, whichever words name them. */
import { expect, test } from "vitest";
import { worldOf } from "../../test/kit/small-world.ts";

const messenger = (of: string) => `
institution: messenger
provides: account
flows:
  friends: { asks: { at-least: 2, of: ${of} }, gives: [enter(account)], takes: 5m }
`;
const person = (said: string) => `
person: { id: p }
devices: { ann: { kind: phone }, bob: { kind: phone }, cem: { kind: phone } }
accounts: { chat: { service: messenger, ${said} } }
losses: [{ goal: enter(account.chat) }]
`;

/** What each way of running it asks. */
function ways(of: string, said: string): readonly string[] {
  const { steps, atoms } = worldOf([messenger(of)], person(said));
  return steps
    .filter(({ flow }) => flow.id === "friends")
    .map(({ asks }) =>
      asks
        .map((atom) => atoms[atom]?.text ?? "")
        .sort()
        .join(" "),
    )
    .sort();
}

const two = (one: string, other: string) => `unlock(device.${one}) unlock(device.${other})`;

test("two of what one word names are each pair once", () => {
  for (const of of ["unlock(account.trusted)", "[unlock(account.trusted)]"])
    expect(ways(of, "trusted: [ann, bob, cem]")).toEqual([
      two("ann", "bob"),
      two("ann", "cem"),
      two("bob", "cem"),
    ]);
});

test("of fewer than are asked there is no way", () => {
  expect(ways("unlock(account.trusted)", "trusted: [ann]")).toEqual([]);
  expect(ways("unlock(account.trusted)", "trusted: none")).toEqual([]);
});

test("what two words name is one where it is the same", () => {
  const of = "[unlock(account.trusted), unlock(account.passkeys)]";
  expect(ways(of, "trusted: [ann], passkeys: [ann]")).toEqual([]);
  expect(ways(of, "trusted: [ann], passkeys: [ann, bob]")).toEqual([two("ann", "bob"), two("ann", "bob")]);
});

test("who the friends are may be unknown, and each pair is then assumed", () => {
  expect(ways("unlock(account.trusted)", "trusted: unknown")).toHaveLength(3);
});

test("a friend whose phone and code are both wanted is one choice", () => {
  const of = "[[unlock(account.trusted), know(account.trusted.passcode)]]";
  expect(ways(of, "trusted: [ann, bob]")).toEqual([
    "know(device.ann.passcode) know(device.bob.passcode) unlock(device.ann) unlock(device.bob)",
  ]);
});

test("two lists are of different things each: whose phones are open need not be whose codes are known", () => {
  const of =
    "[{ at-least: 2, of: unlock(account.trusted) }, { at-least: 2, of: know(account.trusted.passcode) }]";
  const text = messenger("unlock(account.trusted)").replace(
    "{ at-least: 2, of: unlock(account.trusted) }",
    of,
  );
  const { steps } = worldOf([text], person("trusted: [ann, bob, cem]"));
  expect(steps.filter(({ flow }) => flow.id === "friends")).toHaveLength(9);
});

/** Every name comes to a word of the published list, and what could be several things to none. */
import { expect, test } from "vitest";
import { proofWords } from "./kinds.ts";
import { otherNames, proofSaid } from "./proof-said.ts";

test("each other name comes to its word, however it is spelt, and to one alone", () => {
  const names = Object.entries(otherNames).flatMap(([word, all]) => all.map((name) => [name, word] as const));
  expect(names.length).toBeGreaterThan(50);
  expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
  for (const [name, word] of names) {
    expect([name, Object.hasOwn(proofWords, word), Object.hasOwn(proofWords, name)]).toEqual([
      name,
      true,
      false,
    ]);
    expect(proofSaid(name)).toBe(word);
    expect(proofSaid(name.toUpperCase().replaceAll("-", "_"))).toBe(word);
  }
  for (const word of Object.keys(proofWords)) expect(proofSaid(word)).toBe(word);
});

test("a capability comes to the word that shows it, whichever thing of the kind it is of", () => {
  expect(proofSaid("receive-sms(line.main)")).toBe("sms");
  expect(proofSaid("know(person.id-number)")).toBe("id-number");
  expect(proofSaid("know(line.second.service-password)")).toBe("service-password");
  expect(proofSaid("show-face(person)")).toBe("live-face");
  expect(proofSaid("appear-in-person(person)")).toBe("appear-in-person");
  expect(proofSaid("know(card.debit.number)")).toBe("card-number");
});

test("what could be several things, or is none, is none", () => {
  for (const text of ["pin", "know(account.main)", "drain(account.main)", "nothing-such", "", "constructor"])
    expect([text, proofSaid(text)]).toEqual([text, undefined]);
});

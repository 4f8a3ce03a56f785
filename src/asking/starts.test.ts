/** What a start by name comes to over one person's things. */
import { expect, test } from "vitest";
import { readCatalog, readTexts, readYaml } from "../catalog/index.ts";
import { readPerson } from "../person/index.ts";
import { readQuestion } from "./read-question.ts";

const { catalog } = readCatalog(readTexts(["catalog"]).texts);

const two = `person: { id: two, region: cn, currency: CNY, name: { en: Two phones, zh: 两部手机 } }
helpers: { mother: { name: { en: Her mother, zh: 母亲 } } }
lines:
  main: { carrier: china-mobile, sim: { in: phone, kind: physical } }
  hers: { of: mother, carrier: china-mobile, sim: { in: hers, kind: physical } }
devices:
  phone: { kind: phone, lock: passcode }
  work: { kind: phone, lock: passcode }
  desk: { kind: computer, lock: passcode }
  hers: { of: mother, kind: phone, lock: passcode }
`;

/** The only place in this file that knows how a question is read. */
function heldBy(...starts: readonly string[]) {
  return heldOf(two, starts);
}

function heldOf(text: string, starts: readonly string[]) {
  const { person } = readPerson(readYaml(text, "two.yaml"), catalog);
  if (person === undefined) throw new Error("the person was not read");
  const placeOf = () => ({ file: "--start" });
  const { asked, complaints } = readQuestion({ catalog, person, text: { starts }, placeOf, needsHeld: true });
  return {
    held: asked?.held,
    leaked: asked?.leaked,
    complaints: complaints.map(({ sentence, help }) => [sentence, help]),
  };
}

test("a start is all of the owner's things of its kind, and no helper's", () => {
  expect(heldBy("locked-phone").held).toEqual(["possess(device.phone)", "possess(device.work)"]);
});

test("a start may name one of them, and starts are held together", () => {
  expect(heldBy("open-phone:work", "sim-only").held).toEqual([
    "possess(device.work)",
    "unlock(device.work)",
    "possess(sim.main)",
  ]);
});

test("what counts as known of everybody is told apart, and once held no longer counts", () => {
  const leaked = ["name", "id-number", "birth-date", "address"].map((each) => `know(person.${each})`);
  expect(heldBy("locked-phone").leaked).toEqual([...leaked, "know(line.main.number)"]);
  expect(heldBy("leaked").leaked).toEqual([]);
});

test("a start nobody knows, one of a thing that is not there, and one that finds nothing are named at once", () => {
  expect(heldBy("locked-fone", "open-phone:wrok", "mailbox").complaints).toEqual([
    ["no start `locked-fone`", "did you mean `locked-phone`?"],
    ["no thing `wrok` for the start `open-phone`", "did you mean `work`?"],
    [
      "the start `mailbox` finds nothing in this person file",
      "choose another start, or write down the thing",
    ],
  ]);
});

test("a start that finds nothing beside one that does is said, and the question is asked", () => {
  const { held, complaints } = heldBy("mailbox", "sim-only");
  expect(held).toEqual(["possess(sim.main)"]);
  expect(complaints).toEqual([
    [
      "the start `mailbox` finds nothing in this person file",
      "choose another start, or write down the thing",
    ],
  ]);
  expect(heldBy("mailbox", "found-document").held).toBeUndefined();
});

test("what lies together is taken together, through a purse in the bag as well, and nothing else is", () => {
  const bag = `${two}cards: { wages: { bank: icbc, kind: debit }, spare: { bank: icbc, kind: debit } }
documents: { id-card: { kind: id-card } }
carried: { bag: [work, wages], purse: [card.wages, id-card] }
`;
  const together = ["possess(device.work)", "possess(card.wages)", "possess(document.id-card)"];
  expect(heldOf(bag, ["locked-phone:work"]).held).toEqual(together);
  expect(heldOf(bag, ["locked-phone:phone"]).held).toEqual(["possess(device.phone)"]);
});

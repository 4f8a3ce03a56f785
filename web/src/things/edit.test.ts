/** Whatever is clicked in whatever order, what comes out is a file that is read without a fault. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readTexts, readYaml } from "../../../src/catalog/index.ts";
import { type Person, readPerson } from "../../../src/person/index.ts";
import { readServices, readWhole } from "../../data-plugin.ts";
import { readOwnPerson } from "../engine/own-case.ts";
import { addAccount, addCard, addDevice, addDocument, addHelper, addLine, addMailbox } from "./adding.ts";
import {
  bodyOf,
  entryKinds,
  helpersOf,
  isThere,
  ownThings,
  type PersonDocument,
  thingsOf,
} from "./document.ts";
import { documentOf } from "./document-of.ts";
import { callIt, describePerson, runBy, sameSecret } from "./edit.ts";
import {
  bagOf,
  heldAfter,
  readHeld,
  type Scenario,
  thingsFor,
  usualHeld,
  walletOf,
  writeHeld,
} from "./held.ts";
import { canHelp, cannotHelp, helperAs } from "./helping.ts";
import { slug } from "./ids.ts";
import { changed, keptFrom, newPerson } from "./kept.ts";
import { answered, answerTo, moneyOf, noSim, questionsOf, takesCards } from "./questions.ts";
import { mentionsOf, remove, speaksOf } from "./removing.ts";
import { secretsOf } from "./same-secrets.ts";

const { catalog } = readWhole();
const list = readServices();
const services = new Map(list.map((service) => [service.id, service]));

const people = readTexts([fileURLToPath(new URL("../../../catalog/people", import.meta.url))]).texts;
const readPeople = (name: string): Person => {
  const { file, text } = people.find((each) => each.file.endsWith(`/${name}.yaml`))!;
  return readPerson(readYaml(text, file), catalog).person!;
};

const faultsIn = (document: PersonDocument) =>
  readOwnPerson(catalog, document).faults.filter(({ severity }) => severity === "error");

/** One click: what it does is drawn from the document as it is then, so that it speaks of what is there. */
type Click = (document: PersonDocument) => PersonDocument;

const names = fc.oneof(
  fc.constantFrom(
    "",
    "main",
    "none",
    "unknown",
    "constructor",
    "name",
    "new-alipay",
    "奶奶的卡",
    "Ünïcode ✓",
    "person",
  ),
  fc.string({ maxLength: 20 }),
);
const providing = (kind: "line" | "card" | "account") =>
  list.filter((service) => service.provides.includes(kind)).map(({ id }) => id);
const one = <Value>(values: readonly Value[], at: number): Value | undefined =>
  values[at % Math.max(1, values.length)];

const clicks: fc.Arbitrary<Click> = fc
  .record({ what: fc.nat(14), which: fc.nat(), more: fc.nat(), name: names, amount: fc.nat(1_000_000) })
  .map(
    ({ what, which, more, name, amount }): Click =>
      (document) => {
        const every = [
          ...entryKinds.flatMap((kind) => thingsOf(document, kind)),
          ...helpersOf(document).flatMap((helper) =>
            entryKinds.flatMap((kind) => thingsOf(document, kind, helper)),
          ),
        ];
        const thing = one(every, which) ?? "device.nothing";
        const helper = one(helpersOf(document), which);
        switch (what) {
          case 0:
            return addDevice(document, {
              kind: one(["phone", "tablet", "computer", "security-key"] as const, more)!,
              vendor: one([undefined, "apple", "huawei"], which),
              called: name,
              of: more % 3 === 0 ? helper : undefined,
            }).document;
          case 1:
            return addLine(document, {
              carrier: one(providing("line"), which)!,
              called: name,
              of: more % 3 === 0 ? helper : undefined,
            }).document;
          case 2:
            return addCard(document, {
              bank: one(providing("card"), which)!,
              kind: one(["debit", "credit", "prepaid"] as const, more)!,
              called: name,
            }).document;
          case 3: {
            const service = one([...providing("account"), "not-in-the-catalogue"], which)!;
            const kind = services.get(service)?.kind;
            return addAccount(document, {
              service,
              called: name,
              facts: { takesCards: takesCards(kind), money: moneyOf[kind ?? ""] ?? [] },
            }).document;
          }
          case 4: {
            const account = one(thingsOf(document, "account"), which);
            return account === undefined
              ? document
              : addMailbox(document, { account, called: name }).document;
          }
          case 5:
            return addDocument(document, {
              kind: one(["id-card", "passport", "other"] as const, which)!,
              called: name,
            }).document;
          case 6:
            return addHelper(document, { called: name }).document;
          case 7:
            return remove(document, helper !== undefined && more % 4 === 0 ? `person.${helper}` : thing);
          case 8:
            return callIt(document, thing, name);
          case 9:
            return runBy(document, thing, one([...services.keys()], more));
          case 10:
            return sameSecret(document, [
              ...(document["same-secret"] ?? []),
              secretsOf(document, services)
                .slice(which % 5, (which % 5) + 3)
                .map(({ word }) => word),
            ]);
          case 11:
            return describePerson(document, { name, region: one(["cn", "", "br"], which)! });
          default: {
            const question = one(questionsOf(document, thing, services), more);
            if (question === undefined) return document;
            const among = question.kind === "hangs" ? question.among : [];
            const answer =
              question.kind === "choice"
                ? one(
                    [...question.values, "unknown", ...(question.usual === undefined ? [] : ["usual"])],
                    which,
                  )!
                : question.kind === "money"
                  ? one<string | number>([amount, "unknown"], which)!
                  : question.kind === "text"
                    ? question.key === "last4"
                      ? "1234"
                      : name
                    : one<string | readonly string[]>(
                        ["none", "unknown", ...(question.many ? [among.slice(0, 1 + (which % 3))] : among)],
                        which,
                      )!;
            return answered(document, question, answer);
          }
        }
      },
  );

const clicked = fc
  .array(clicks, { maxLength: 40, size: "max" })
  .map((each) => each.reduce((document, click) => click(document), newPerson("x", "cn").document));

test("any sequence of clicks gives a file that is read without a fault", () => {
  let things = 0;
  fc.assert(
    fc.property(clicked, (document) => {
      expect(faultsIn(document)).toEqual([]);
      things += ownThings(document).length;
    }),
    { numRuns: 300 },
  );
  expect(things).toBeGreaterThan(600); // Otherwise little was clicked.
});

test("what is answered is what is shown as the answer", () => {
  fc.assert(
    fc.property(clicked, fc.nat(), fc.nat(), (document, which, more) => {
      const thing = one(ownThings(document), which);
      const question = thing === undefined ? undefined : one(questionsOf(document, thing, services), more);
      if (question?.kind !== "choice") return;
      for (const answer of [...question.values, "unknown"])
        expect(String(answerTo(answered(document, question, answer), question))).toBe(answer);
    }),
  );
});

test("what is removed is spoken of nowhere any more, and what speaks of it was said before", () => {
  fc.assert(
    fc.property(clicked, fc.nat(), (document, which) => {
      const thing = one(
        [...ownThings(document), ...helpersOf(document).map((helper) => `person.${helper}`)],
        which,
      );
      if (thing === undefined) return;
      const left = remove(document, thing);
      expect(isThere(left, thing)).toBe(false);
      expect(mentionsOf(left, thing)).toEqual([]);
      expect((left["same-secret"] ?? []).flat().some((word) => speaksOf(word, new Set([thing])))).toBe(false);
      const others = mentionsOf(document, thing);
      if (others.length === 0) {
        const without = ownThings(document).filter((each) => each !== thing);
        expect(without.map((each) => bodyOf(left, each))).toEqual(
          without.map((each) => bodyOf(document, each)),
        );
      }
    }),
  );
});

test("ids are ASCII, one of a kind, no word that means something else, and do not change with the name", () => {
  fc.assert(
    fc.property(fc.array(names, { maxLength: 12 }), (called) => {
      let document: PersonDocument = { person: { id: "x" } };
      const ids = called.map((name) => {
        const added = addCard(document, { bank: "icbc", kind: "debit", called: name });
        document = callIt(added.document, added.id, "anything else");
        return added.id;
      });
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^card\.[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(thingsOf(document, "card")).toEqual(ids);
    }),
  );
  expect(slug("Bank of Chengdu")).toBe("bank-of-chengdu");
});

test("no helper gets the name of something one knows of a person", () => {
  for (const secret of catalog.vocabulary.secrets.get("person")?.keys() ?? []) {
    const { document } = addHelper(newPerson("x", "cn").document, { called: secret });
    expect([secret, faultsIn(document)]).toEqual([secret, []]);
  }
});

const scenarios: readonly Scenario[] = ["sim", "locked", "unlocked", "bag", "wallet", "number", "mailbox"];

test("whoever has no phone and no number begins with the cards and papers, and without those with the mailbox", () => {
  const nobody = newPerson("x", "cn").document;
  expect(usualHeld(nobody)).toEqual([]);
  const mail = { ...nobody, accounts: { qq: { service: "qq-mail" } } };
  expect(usualHeld(mail)).toEqual([]);
  const mailbox = addMailbox(mail, { account: "account.qq" });
  expect(usualHeld(mailbox.document)).toEqual([`read-mail(${mailbox.id})`]);
  const papers = addDocument(mailbox.document, { kind: "id-card" });
  const card = addCard(papers.document, { bank: "icbc", kind: "debit", called: "ICBC" });
  const held = usualHeld(card.document);
  expect(held).toEqual([`possess(${papers.id})`, `possess(${card.id})`]);
  expect(walletOf(card.document)).toEqual([papers.id, card.id]);
  expect(readHeld(held)?.scenario).toBe("wallet");
  // A phone that is added becomes what is lost, as long as nobody has chosen otherwise.
  const phone = addDevice(card.document, { kind: "phone" }).document;
  expect(heldAfter(held, card.document, phone)).toEqual(["possess(device.phone)"]);
  const chosen = [`read-mail(${mailbox.id})`];
  expect(heldAfter(chosen, card.document, phone)).toEqual(chosen);
});

test("what somebody would have in hand is there, whatever was added and removed", () => {
  fc.assert(
    fc.property(fc.array(clicks, { maxLength: 30, size: "max" }), (each) => {
      let person = newPerson("x", "cn");
      for (const click of each) person = changed(person, click);
      const { document, held } = person;
      if (scenarios.some((scenario) => thingsFor(document, scenario).length > 0))
        expect(held.length).toBeGreaterThan(0);
      const read = readHeld(held);
      if (read === undefined) expect(held).toEqual([]);
      else expect(isThere(document, read.thing)).toBe(true);
    }),
  );
});

test("every scenario is read back as it was written", () => {
  let document = newPerson("x", "cn").document;
  document = addDevice(document, { kind: "phone" }).document;
  document = addLine(document, { carrier: "china-mobile" }).document;
  document = addDocument(document, { kind: "id-card" }).document;
  const held = [
    { scenario: "sim", thing: "line.main", also: [] },
    { scenario: "locked", thing: "device.phone", also: [] },
    { scenario: "unlocked", thing: "device.phone", also: [] },
    { scenario: "bag", thing: "device.phone", also: bagOf(document, "device.phone") },
    { scenario: "wallet", thing: "document.id-card", also: [] },
    { scenario: "number", thing: "line.main", also: [] },
    { scenario: "mailbox", thing: "mailbox.main", also: [] },
  ] as const;
  for (const each of held) expect(readHeld(writeHeld(each))).toEqual(each);
  expect(readHeld(["possess(card.x)"])).toEqual({ scenario: "wallet", thing: "card.x", also: [] });
  expect(readHeld(["possess(card.x)", "read-mail(mailbox.x)"])).toBeUndefined();
  expect(readHeld(["know(person.id-number)"])).toBeUndefined();
});

test("whoever helps stands in the other's file with phone and number, and leaves it whole", () => {
  fc.assert(
    fc.property(clicked, clicked, (mine, theirs) => {
      const helper = describePerson(theirs, { name: "Somebody" });
      if (helperAs(mine, helper) !== undefined) return;
      const helped = canHelp(mine, helper);
      expect(faultsIn(helped)).toEqual([]);
      const id = helperAs(helped, helper)!;
      for (const kind of ["device", "line"] as const)
        expect(thingsOf(helped, kind, id).length).toBe(thingsOf(helper, kind).length);
      expect(canHelp(helped, helper)).toBe(helped);
      expect(cannotHelp(helped, helper)).toEqual(mine);
    }),
  );
});

test("a number without a SIM says so, and gets one again", () => {
  const { document, id } = addLine(newPerson("x", "cn").document, { carrier: "china-mobile" });
  const kindOf = (known: PersonDocument) =>
    questionsOf(known, id, services).find((each) => each.of === "sim.main" && each.key === "kind")!;
  const without = answered(document, kindOf(document), noSim);
  expect(bodyOf(without, id)?.["sim"]).toBeNull();
  expect(answerTo(without, kindOf(without))).toBe(noSim);
  const again = answered(without, kindOf(without), "physical");
  expect(bodyOf(again, "sim.main")).toEqual({ kind: "physical" });
});

test("a name in both languages changes in the one it is read in", () => {
  const document = documentOf(readPeople("chengdu-2020"));
  const called = callIt(document, "card.social", "社保卡", "zh");
  expect(bodyOf(called, "card.social")?.["name"]).toEqual({
    en: "bank account inside the social security card",
    zh: "社保卡",
  });
  expect(bodyOf(callIt(called, "card.social", "", "zh"), "card.social")).not.toHaveProperty("name");
});

test("a person who was read is written down so that the same person is read", () => {
  for (const name of ["chengdu-2020", "chengdu-2020-before", "elder", "engineer", "trader", "abroad"]) {
    const person = readPeople(name);
    const again = readOwnPerson(catalog, documentOf(person));
    expect(again.person).toEqual(person);
    expect(keptFrom(documentOf(person)).held.length).toBeGreaterThan(0);
  }
});

/**
 * The people of the catalogue, told again by clicking: every answer the page can take is given through its questions, and
 * the world that comes out is the world of the file, rule for rule. What the page does not ask (a person's own measures,
 * losses, conditions) is taken over as an import would.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readTexts } from "../../../src/catalog/index.ts";
import { ground } from "../../../src/ground/index.ts";
import { readServices, readWhole } from "../../data-plugin.ts";
import { readOwnPerson } from "../engine/own-case.ts";
import {
  type Added,
  addAccount,
  addCard,
  addDevice,
  addDocument,
  addHelper,
  addLine,
  addMailbox,
} from "./adding.ts";
import {
  bodyOf,
  type EntryKind,
  entriesOf,
  entryKinds,
  isThere,
  type PersonDocument,
  simOf,
  targetsOf,
} from "./document.ts";
import { callIt, describePerson, runBy, sameSecret, withKey } from "./edit.ts";
import { readFile, writeFile } from "./file.ts";
import { newPerson } from "./kept.ts";
import { answered, noSim, type Question, questionsOf } from "./questions.ts";

const { catalog } = readWhole();
const services = new Map(readServices().map((service) => [service.id, service]));
const folder = fileURLToPath(new URL("../../../catalog/people", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const texts = new Map(readTexts([folder]).texts.map(({ file, text }) => [file.split("/").at(-1), text]));

/** As it was written, its words in full. */
function written(file: string): PersonDocument {
  const { document, faults } = readFile(texts.get(file) ?? "", file, catalog);
  expect(faults.filter(({ severity }) => severity === "error")).toEqual([]);
  return document!;
}

/** Adds the thing under its own name, as somebody would who calls it so. */
function added(
  document: PersonDocument,
  kind: EntryKind,
  name: string,
  // biome-ignore lint/suspicious/noExplicitAny: what a checked file says, in the words of its shape
  body: Readonly<Record<string, any>>,
): Added {
  const common = { called: name, of: body["of"] };
  const facts = { takesCards: false, money: [] };
  switch (kind) {
    case "device":
      return addDevice(document, { ...common, kind: body["kind"] ?? "phone", vendor: body["vendor"] });
    case "line":
      return addLine(document, { ...common, carrier: body["carrier"] });
    case "card":
      return addCard(document, { ...common, bank: body["bank"], kind: body["kind"] });
    case "account":
      return addAccount(document, { ...common, service: body["service"], facts });
    case "mailbox":
      return addMailbox(document, { ...common, account: `account.${body["account"]}` });
    case "document":
      return addDocument(document, { ...common, kind: body["kind"] });
  }
}

/** Answers the question as the file does; whatever the file leaves unsaid is said to be so. */
function answeredAs(
  document: PersonDocument,
  question: Question,
  // biome-ignore lint/suspicious/noExplicitAny: what a checked file says, in the words of its shape
  body: Readonly<Record<string, any>> | undefined,
): PersonDocument {
  if (body === undefined) return question.key === "kind" ? answered(document, question, noSim) : document;
  if (question.kind === "hangs") {
    const targets = targetsOf(body, question.key, question.to) ?? question.silent;
    const many = Array.isArray(targets) && targets.length === 0 ? "none" : targets;
    return answered(document, question, question.many || !Array.isArray(many) ? many : many[0]!);
  }
  const from = question.kind === "choice" && question.from === "setting" ? (body["settings"] ?? {}) : body;
  const value = from[question.key];
  if (question.kind === "text") return document;
  if (question.kind === "money") return value === undefined ? document : answered(document, question, value);
  return answered(
    document,
    question,
    String(value ?? (question.usual === undefined ? question.silent : "usual")),
  );
}

function retold(told: PersonDocument): PersonDocument {
  const name = told.person.name!.en;
  let document = newPerson(name, told.person.region).document;
  document = describePerson(document, { currency: told.person.currency ?? "" });
  for (const [helper, { name: called }] of Object.entries(told.helpers ?? {})) {
    document = addHelper(document, { called: helper }).document;
    document = callIt(document, `person.${helper}`, called?.en ?? "");
  }
  for (const kind of entryKinds) {
    for (const [key, body] of Object.entries(entriesOf(told, kind))) {
      const { document: next, id } = added(document, kind, key, body);
      expect(id).toBe(`${kind}.${key}`);
      document = callIt(next, id, "");
    }
  }
  for (const kind of entryKinds) {
    for (const [key, body] of Object.entries(entriesOf(told, kind))) {
      const id = `${kind}.${key}`;
      // An answer may lead to another question (an app for codes: on which device?).
      for (let round = 0; round < 2; round += 1)
        for (const question of questionsOf(document, id, services))
          document = answeredAs(document, question, question.of.startsWith("sim.") ? simOf(body) : body);
    }
  }
  const { "as-of": asOf } = told.person;
  return {
    ...sameSecret(document, told["same-secret"] ?? []),
    person: { ...document.person, id: told.person.id, ...(asOf === undefined ? {} : { "as-of": asOf }) },
    ...Object.fromEntries(
      (["forgotten", "conditions", "losses", "measures"] as const).flatMap((key) =>
        told[key] === undefined ? [] : [[key, told[key]]],
      ),
    ),
  };
}

const worldOf = (document: PersonDocument) => {
  const { person, faults } = readOwnPerson(catalog, document);
  expect(faults.filter(({ severity }) => severity === "error")).toEqual([]);
  const { steps, atoms, goals, choices } = ground({ catalog, person: person! });
  return { steps, atoms, goals: goals.map(({ title: _title, ...goal }) => goal), choices };
};

describe.each(files)("%s", (file) => {
  test("told again by clicking, it is the same world", () => {
    const told = written(file);
    const world = worldOf(told);
    expect(world.steps.length).toBeGreaterThan(50);
    expect(worldOf(retold(told))).toEqual(world);
  });

  test("read and written, it says what it said", () => {
    const told = written(file);
    const text = writeFile(told);
    expect(readFile(text, file, catalog).document).toEqual(told);
    expect(worldOf(told)).toEqual(worldOf(parse(texts.get(file) ?? "")));
    expect(text).not.toContain("&a1"); // Nothing is written once and pointed to.
  });
});

test("what the page never asks about survives being read, changed and written", () => {
  const told = written("chengdu-2020.yaml");
  const noted: PersonDocument = {
    ...told,
    person: { ...told.person, note: "kept" },
    cards: {
      ...told.cards,
      social: withKey(bodyOf(told, "card.social")!, "note", { en: "blue", zh: "蓝色" }),
    },
    forgotten: ["know(account.jd.password)"],
    losses: [{ goal: "enter(account.baidu)", harm: "money", amount: 3, en: "photos", zh: "照片" }],
  };
  const read = readFile(writeFile(noted), "x.yaml", catalog).document!;
  const changed = callIt(runBy(read, "card.icbc-debit", "cmb"), "card.icbc-debit", "another bank");
  const again = readFile(writeFile(changed), "x.yaml", catalog).document!;
  expect(again.measures).toEqual(noted.measures);
  expect(again.losses).toEqual(noted.losses);
  expect(again.conditions).toEqual(noted.conditions);
  expect(again.forgotten).toEqual(noted.forgotten);
  expect(again.person).toEqual(noted.person);
  expect(bodyOf(again, "card.social")).toEqual(bodyOf(noted, "card.social"));
  expect(bodyOf(again, "card.icbc-debit")?.["name"]).toBe("another bank");
});

test("a file with several faults has all of them named, with their places, and nothing of it is read", () => {
  const text =
    "person: { id: x }\nlines:\n  main: { carrier: china-mobile, sim: { in: nowhere } }\ncards:\n  a: { bank: icbc, kind: gold, last4: 12345 }\n  b: { bank: icbc, name: 4111 1111 1111 1111 }\n";
  const { document, faults } = readFile(text, "x.yaml", catalog);
  expect(document).toBeUndefined();
  expect(faults.map(({ where, code }) => `${where} ${code}`)).toMatchInlineSnapshot(`
    [
      "x.yaml:3:45 person/unknown-thing",
      "x.yaml:5:26 shape/unknown-value",
      "x.yaml:5:39 person/secret-stored",
      "x.yaml:6:26 person/secret-stored",
    ]
  `);
  expect(JSON.stringify(faults)).not.toMatch(/4111/);
  for (const { help } of faults) expect(help).toBeDefined();
});

test("what is no person file is refused, whatever it is", () => {
  for (const text of [
    "",
    "[]",
    "{}",
    "\u0000",
    "institution: x",
    "person: 1",
    "{".repeat(100),
    " ".repeat(1_000_001),
    '{"person":{"id":"__proto__"}}',
  ])
    expect(readFile(text, "x", catalog).document).toBeUndefined();
  expect(readFile('{"person":{"id":"json"},"devices":{"phone":{}}}', "x.json", catalog).document).toEqual({
    person: { id: "json" },
    devices: { phone: {} },
  });
  expect(isThere({ person: { id: "x" } }, "card.constructor")).toBe(false);
});

/**
 * Eight cases as the press, police or an ombudsman told them, written down by whoever knows the page of the notation alone:
 * as a night, which is replayed; and as a person of the shipped catalogue, of whom what went is never ruled out.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readQuestion } from "../../src/asking/index.ts";
import { readYaml } from "../../src/catalog/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { type AuditAnswer, audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { readNight, runNight } from "../../src/testing/index.ts";
import { intruderPolicies, ownerPolicies, prepare, simulatePrepared } from "../../src/world/index.ts";
import { readShipped } from "../kit/shipped.ts";
import { faultsOf, namedIn } from "../kit/taken-and-named.ts";

const { catalog } = readShipped();
const folder = "test/nights/cases";
const files = readdirSync(folder).map((name) => `${folder}/${name}`);

function nightIn(file: string) {
  const { night, complaints } = readNight(
    readYaml(readFileSync(file, "utf8"), file),
    file,
    catalog,
    () => undefined,
  );
  expect(complaints.map(String)).toEqual([]);
  if (night === undefined) throw new Error(`${file} was not read`);
  const { world, held, startsAt, endsAt } = night;
  return { night, asked: { world, held, inForce: [], startsAt, horizonMinutes: endsAt } };
}

test.each(files)("%s is possible line by line, and ends as it was told", (file) => {
  const { night, asked } = nightIn(file);
  const { complaints, replay } = runNight(night);
  expect(complaints.map(String)).toEqual([]);
  // What was told an audit of the same beginning names, as early and as much.
  expect(faultsOf(asked, replay.night)).toEqual([]);
  const named = namedIn(asked).losses.filter(({ reachable }) => reachable);
  expect(named.map(({ goal }) => goal)).toEqual(
    expect.arrayContaining(night.ends.losses.map(({ goal }) => goal)),
  );
});

test.each(files)("%s raced takes no more than an audit names, and is lost where nobody acts", (file) => {
  const { night, asked } = nightIn(file);
  for (const owner of ["nothing", "answers"] as const) {
    const prepared = prepare({
      ...asked,
      intruder: intruderPolicies.get("gang")!(),
      owner: ownerPolicies.get(owner)!(),
      unstatedChance: 1,
    });
    const raced = simulatePrepared(prepared, { seed: 1 });
    expect(faultsOf(asked, raced)).toEqual([]);
    if (owner === "nothing" && night.ends.losses.length > 0) expect(raced.lossByGoal.size).toBeGreaterThan(0);
  }
});

interface Told {
  readonly person: string;
  /** The same person with a SIM PIN, a lock, hidden codes, nothing stored, a key as second step. */
  readonly careful?: (person: string) => string;
  readonly starts: readonly string[];
  readonly held?: readonly string[];
  readonly lost: readonly string[];
}

function answerTo({ person: text, starts, held = [] }: Told): AuditAnswer {
  const { person } = readPerson(readYaml(text, "person.yaml"), catalog);
  const { asked, complaints } = readQuestion({
    catalog,
    person: person!,
    text: { starts, held },
    placeOf: (part) => ({ file: part }),
    needsHeld: true,
  });
  expect(complaints.map(({ message }) => message)).toEqual([]);
  return audit({
    reach: openReach(asked!.world),
    lent: openReach(asked!.lent()),
    held: [...asked!.held, ...asked!.leaked],
    sides: [],
    wantsCheapest: false,
    wantsFront: false,
  });
}

const locked = (text: string) =>
  text
    .replace("sim: { in: phone }", "sim: { in: phone, pin: set }")
    .replace("lock: none", "lock: passcode, lock-screen: hides-codes")
    .replace(", device: phone } }", " } }");

const people: Readonly<Record<string, Told>> = {
  jingzhou: {
    person:
      "person: { id: p, region: cn, currency: CNY }\nlines: { main: { carrier: 中国移动, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: none } }\ncards: { debit: { bank: 农业银行, kind: debit, reserved-line: main, balance: 3000 } }\naccounts: { alipay: { service: 支付宝, line: main, cards: [debit], devices: [phone], balance: 9000 } }",
    careful: locked,
    starts: ["locked-phone"],
    lost: ["drain(account.alipay)"],
  },
  wuhan: {
    person:
      "person: { id: p, region: cn, currency: CNY }\nlines: { main: { carrier: 中国移动, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: none } }\naccounts: { alipay: { service: alipay, line: main, devices: [phone], balance: 100000 } }\ndocuments: { id-photo: { kind: id-card, device: phone } }",
    careful: locked,
    starts: ["locked-phone"],
    lost: ["drain(account.alipay)"],
  },
  rugao: {
    person:
      "person: { id: p, region: cn, currency: CNY }\nlines: { main: { carrier: 中国电信, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\ncards: { debit: { bank: 建设银行, kind: debit, reserved-line: main, balance: 2000 } }\naccounts: { bank: { service: 江苏银行, line: main, cards: [debit], devices: [phone], loan-offer: 300000 } }",
    starts: ["texts"],
    lost: ["cash-out(account.bank)"],
  },
  korea: {
    person:
      "person: { id: p, region: kr, currency: KRW }\nlines: { main: { carrier: SKT, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts: { bank: { service: 국민은행, line: main, devices: [phone], balance: 50000000 } }",
    starts: ["forged-document"],
    lost: ["drain(account.bank)"],
  },
  finland: {
    person:
      "person: { id: p, region: fi, currency: EUR }\nlines: { main: { carrier: Elisa, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\ncards: { visa: { bank: Nordea, kind: debit, reserved-line: main, balance: 100 } }\naccounts: { bank: { service: Nordea, line: main, cards: [visa], devices: [phone], balance: 4000 } }",
    starts: ["leaked"],
    held: ["know(account.bank.password)", "know(account.bank.passcode)"],
    lost: ["drain(account.bank)", "charge(card.visa)"],
  },
  argentina: {
    person:
      "person: { id: p, region: ar, currency: ARS }\nlines: { main: { carrier: Personal, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts: { bank: { service: Banco Galicia, line: main, devices: [phone], balance: 3000000, loan-offer: 3700000 } }",
    starts: ["open-phone"],
    lost: ["drain(account.bank)", "cash-out(account.bank)"],
  },
  "united-states": {
    person:
      "person: { id: p, region: us, currency: USD }\nlines: { main: { carrier: T-Mobile, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\nmailboxes: { post: { account: gmail } }\naccounts: { coinbase: { service: Coinbase, line: main, mailbox: post, devices: [phone], second-factor: sms, balance: 75000 }, gmail: { service: Gmail, line: main, devices: [phone], second-factor: sms } }",
    careful: (text) => text.replaceAll("second-factor: sms", "second-factor: key"),
    starts: ["number"],
    held: ["know(account.coinbase.password)"],
    lost: ["drain(account.coinbase)"],
  },
  kenya: {
    person:
      "person: { id: p, region: ke, currency: KES }\nlines: { main: { carrier: Safaricom, sim: { in: phone } } }\ndevices: { phone: { kind: phone, lock: passcode } }\naccounts: { absa: { service: Absa, line: main, devices: [phone], balance: 2635000 } }",
    starts: ["number"],
    lost: ["drain(account.absa)"],
  },
};

/** The nearer it is the smaller: reached 0, then the distance; ruled out beyond all. */
const farness = (answer: AuditAnswer, goal: string): number => {
  const loss = answer.losses.find((each) => each.goal === goal);
  if (loss?.verdict === "reached") return 0;
  return loss?.verdict === "not-ruled-out" ? (loss.distance?.level ?? 0) : Infinity;
};

test.each(Object.entries(people))("%s: what went is never ruled out, and near", (_, told) => {
  const answer = answerTo(told);
  for (const goal of told.lost) expect([goal, farness(answer, goal) <= 2]).toEqual([goal, true]);
});

test.each(Object.entries(people).filter(([, { careful }]) => careful !== undefined))(
  "%s: who protected themselves is told something else",
  (_, told) => {
    const careful = answerTo({ ...told, person: told.careful!(told.person) });
    const [goal = ""] = told.lost;
    expect(farness(careful, goal)).toBeGreaterThan(farness(answerTo(told), goal));
  },
);

/** Nights of other countries, told from public reports with names and sums changed: found from rows alone, nobody wrongly accused. */
import { expect, test } from "vitest";
import { readWholeFolder, readYaml } from "../../src/catalog/index.ts";
import type { Row } from "../../src/evidence/index.ts";
import { ground } from "../../src/ground/index.ts";
import { investigate } from "../../src/investigate/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { highsProgram } from "../../src/solver/index.ts";

const solve = await highsProgram({ workMax: 1_800_000_000 });
const { catalog } = readWholeFolder({ folder: "catalog", stories: false });
const patience = 300_000;

type Draft = Omit<Row, "at" | "file" | "source"> & { readonly whose?: "intruder" };

interface Told {
  readonly person: string;
  readonly files: Readonly<Record<string, { readonly source: string; readonly rows: readonly Draft[] }>>;
  readonly told?: readonly { readonly at: string; readonly by: string; readonly says: string }[];
}

/** The answer, and how rows of each side were called. */
function check({ person: text, files, told = [] }: Told) {
  const { person } = readPerson(readYaml(text, "person.yaml"), catalog);
  const truth = new Map<string, string>();
  const rows = Object.entries(files).flatMap(([file, { source, rows: drafts }]) =>
    drafts.map(({ whose = "owner", ...row }, i): Row => {
      truth.set(`${file} ${i + 2}`, whose);
      return { ...row, file, source, at: { row: i + 2 } };
    }),
  );
  const answer = investigate({
    world: ground({ catalog, person: person! }),
    rows,
    files: Object.entries(files).map(([file, { source, rows: own }]) => ({
      file,
      source,
      rows: own.length,
      complaints: 0,
    })),
    told: [...told],
    toldFile: "told.json",
    solve,
    zoneMinutes: 0,
    wantsRows: true,
    storiesMax: 1,
  });
  const counts = new Map<string, number>();
  for (const { file, row, actor } of answer.rows ?? []) {
    const key = `${truth.get(`${file} ${row}`)} → ${actor}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { answer, counts };
}

/** A month of small payments by day. */
const month = (first: string, days: number, row: Draft): readonly Draft[] =>
  Array.from({ length: days }, (_, i) => ({
    ...row,
    date: new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10),
    amount: (4 + ((i * 37) % 90)).toFixed(2),
  }));

const swapped: Told = {
  person: `
person: { id: swapped, region: us, currency: USD, as-of: 2022-03-08 }
lines: { main: { carrier: t-mobile-us, sim: { in: phone, kind: physical, pin: none } } }
devices: { phone: { kind: phone, os: android, lock: passcode, lock-screen: hides-codes } }
cards: { checking: { bank: chase, kind: debit, reserved-line: main, balance: 9000 } }
mailboxes: { post: { account: google } }
accounts:
  google: { service: google, line: main, devices: [phone], trusted: [phone], second-factor: none, sign-in-name: mail }
  coinbase: { service: coinbase, line: main, mailbox: post, devices: [phone], second-factor: sms, balance: 80000 }
  chase: { service: chase, line: main, mailbox: post, cards: [checking], trusted: [phone], balance: 9000 }
`,
  files: {
    "service.csv": {
      source: "carrier-service-records",
      rows: [
        {
          time: "2022-03-08T20:16:00-08:00",
          description: "SIM change, new ICCID activated",
          whose: "intruder",
        },
        { time: "2022-03-09T08:40:00-08:00", description: "replacement SIM activated in store" },
      ],
    },
    "sms.xml": {
      source: "android-sms",
      rows: [
        {
          time: "2022-02-20T12:00:00-08:00",
          counterparty: "+14155550123",
          direction: "in",
          description: "see you",
        },
        {
          time: "2022-03-08T20:14:00-08:00",
          counterparty: "T-Mobile",
          direction: "in",
          description: "a SIM change was requested for your number",
          whose: "intruder",
        },
      ],
    },
    "mail.mbox": {
      source: "mail",
      rows: [
        { time: "2022-03-01T09:00:00-08:00", counterparty: "shop", description: "your parcel has left" },
        {
          time: "2022-03-08T20:31:00-08:00",
          counterparty: "Google",
          description: "your password was changed",
          whose: "intruder",
        },
        {
          time: "2022-03-08T20:39:00-08:00",
          counterparty: "Coinbase",
          description: "reset your password",
          whose: "intruder",
        },
        {
          time: "2022-03-08T20:43:00-08:00",
          counterparty: "Coinbase",
          description: "new sign-in",
          whose: "intruder",
        },
        {
          time: "2022-03-08T20:51:00-08:00",
          counterparty: "Coinbase",
          description: "you sent 1.94 BTC",
          whose: "intruder",
        },
        {
          time: "2022-03-08T21:10:00-08:00",
          counterparty: "Chase",
          description: "you sent money with Zelle",
          whose: "intruder",
        },
        { time: "2022-03-09T10:00:00-08:00", counterparty: "shop", description: "new this week" },
      ],
    },
    "chase.csv": {
      source: "chase",
      rows: [
        ...month("2022-02-07", 34, { direction: "out", counterparty: "grocer", description: "POS DEBIT" }),
        {
          date: "2022-03-08",
          amount: "2000.00",
          direction: "out",
          counterparty: "Zelle to J S",
          description: "Zelle payment",
          whose: "intruder",
        },
      ],
    },
  },
  told: [{ at: "2022-03-09T08:40:00-08:00", by: "owner", says: "t-mobile-us/new-sim-in-shop" }],
};

test("I1 a swapped SIM is found from a carrier's log and mails: where it began, what followed, and none of it is the owner's", {
  timeout: patience,
}, () => {
  const { answer, counts } = check(swapped);
  expect(counts.get("owner → intruder") ?? 0).toBe(0);
  expect(counts.get("intruder → owner") ?? 0).toBe(0);
  expect(counts.get("intruder → intruder") ?? 0).toBeGreaterThanOrEqual(5);
  expect(answer.explanations[0]?.replays).toBe(true);
  const line = answer.questions.find(({ id }) => id === "when-line-was-lost");
  expect([line?.status, line?.answer[0]]).toEqual(["answered", "2022-03-08T20:14:00-08:00"]);
  expect(answer.questions.find(({ id }) => id === "which-institution-failed")?.answer).toContain(
    "t-mobile-us/new-sim-by-agent",
  );
  const lost = answer.losses.map(({ amount }) => amount);
  expect(lost).toContain(2000);
});

test("a day that is remembered otherwise than it is recorded is said, and so is what nobody understood", {
  timeout: patience,
}, () => {
  const told = [
    { at: "2022-03-07", by: "owner", says: "I had a new SIM from T-Mobile" },
    { at: "2022-03-08T20:20:00-08:00", by: "owner", says: "it felt odd" },
  ];
  const { answer } = check({ ...swapped, told });
  expect(answer.contradictions.flat().join("\n")).toContain("told.json:1 says 2022-03-07");
  expect(answer.coverage.gaps).toContainEqual({ what: "told.json:2", kind: "told-not-understood" });
});

test("an ordinary month accuses nobody, though she forgot a password and bought a phone", {
  timeout: patience,
}, () => {
  const { counts } = check({
    ...swapped,
    told: [],
    files: {
      "mail.mbox": {
        source: "mail",
        rows: [
          {
            time: "2022-02-20T15:10:00-08:00",
            counterparty: "Google",
            description: "new sign-in on a new device",
          },
          { time: "2022-02-20T15:30:00-08:00", counterparty: "Coinbase", description: "new sign-in" },
          { time: "2022-03-02T18:00:00-08:00", counterparty: "Chase", description: "reset your password" },
        ],
      },
      "chase.csv": {
        source: "chase",
        rows: month("2022-02-07", 34, { direction: "out", counterparty: "grocer", description: "POS DEBIT" }),
      },
    },
  });
  expect([...counts.keys()].filter((key) => key.endsWith("intruder"))).toEqual([]);
});

/** Locked out? Small lives with one way back each, as the catalogue reads them. */
import { expect, test } from "vitest";
import { readCatalog, readTexts, readYaml } from "../catalog/index.ts";
import { readPerson } from "../person/index.ts";
import { openCase } from "./case.ts";
import { readQuestion } from "./read-question.ts";

const { catalog } = readCatalog(readTexts(["catalog"]).texts);

/** The only place in this file that knows how it is asked: each key with its state, and what would open more. */
function check(text: string, lost: readonly string[], measures: readonly string[] = []) {
  const { person } = readPerson(
    readYaml(
      `person: { id: one, region: gb, currency: GBP, name: { en: One, zh: 一 } }\n${text}`,
      "one.yaml",
    ),
    catalog,
  );
  if (person === undefined) throw new Error("the person was not read");
  const { asked, complaints } = readQuestion({
    catalog,
    person,
    text: { lost },
    placeOf: () => ({ file: "--lost" }),
    today: "2026-11-28",
  });
  if (asked === undefined) return { complaints: complaints.map(({ sentence, help }) => [sentence, help]) };
  const { world, held, leaked } = asked;
  const answer = openCase({ world, lent: asked.lent(), held: [...held, ...leaked] }).lockedOut(measures);
  return {
    keys: Object.fromEntries(answer.keys.map(({ key, state }) => [key, state])),
    today: answer.today.map(({ measure, opens }) => `${measure}: ${opens.join(" ")}`),
  };
}

const mailAlone = (codes: string, more = "") => `
devices: { phone: { kind: phone, lock: passcode }${more} }
mailboxes: { post: { account: mail } }
accounts: { mail: { service: google, devices: [phone], second-factor: app, authenticator: phone, trusted: [phone], settings: { backup-codes: ${codes} } } }
`;

test("backup codes nobody made are not known, and making them is what to do today", () => {
  const none = check(mailAlone("none"), ["phone"]);
  expect(none.keys?.["enter(account.mail)"]).not.toBe("open");
  expect(none.today?.[0]).toMatch(/^print-backup-codes\(account\.mail\): .*enter\(account\.mail\)/);
});

test("codes that are kept open the account; what the file leaves open is not counted on", () => {
  expect(check(mailAlone("kept"), ["phone"]).keys?.["enter(account.mail)"]).toBe("open");
  expect(check(mailAlone("unknown"), ["phone"]).keys?.["enter(account.mail)"]).toBe("not-known");
  expect(
    check(mailAlone("unknown"), ["phone"], ["print-backup-codes(account.mail)"]).keys?.[
      "enter(account.mail)"
    ],
  ).toBe("open");
});

test("a second device that is trusted opens it as well", () => {
  const laptop = mailAlone("none", ", laptop: { kind: computer, lock: passcode }").replace(
    "devices: [phone], second",
    "devices: [phone, laptop], second",
  );
  expect(check(laptop, ["phone"]).keys?.["enter(account.mail)"]).toBe("open");
  expect(check(laptop, ["phone", "laptop"]).keys?.["enter(account.mail)"]).not.toBe("open");
});

test("what cannot be lost is said, with a way out", () => {
  expect(check(mailAlone("none"), ["phon", "account.mail"])).toEqual({
    complaints: [
      [
        "`account.mail` is nothing one holds in the hand",
        "name what was lost: a sim, a device, a card, a document",
      ],
      ["no thing `phon` that could be lost", "did you mean `phone`?"],
    ],
  });
});

test("who lost every document they named is asked for one at the counter, and is told so", () => {
  const life = (more: string) => `
lines: { main: { carrier: o2-uk, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
documents: { licence: { kind: driving-licence }, codes: { kind: recovery-codes }${more} }
`;
  const stateOf = (more: string, ...lost: readonly string[]) =>
    check(life(more), lost).keys?.["receive-sms(line.main)"];
  expect(stateOf("", "device.phone")).toBe("open");
  expect(stateOf("", "device.phone", "document.licence")).toBe("not-known");
  expect(stateOf(", passport: { kind: passport }", "device.phone", "document.licence")).toBe("open");
});

test("what is known of a kind alone is no way back to the bank and carrier somebody really has", () => {
  const life = (settings: string) => `
lines: { main: { carrier: any-carrier, sim: { in: phone } } }
devices: { phone: { kind: phone, lock: passcode } }
documents: { id: { kind: id-card } }
cards: { card: { bank: any-bank${settings} } }
`;
  const nothingSaid = check(life(""), ["phone"]).keys;
  expect(nothingSaid).toEqual({ "operate(card.card)": "not-known", "receive-sms(line.main)": "not-known" });
  // The counter of a carrier somebody has read is one, and what the owner says of their own bank is said.
  const read = life("").replace("any-carrier", "o2-uk");
  expect(check(read, ["phone"]).keys?.["receive-sms(line.main)"]).toBe("open");
  const told = life(", settings: { online-reset: counter, new-device: password }");
  expect(check(told, ["phone"]).keys?.["operate(card.card)"]).toBe("open");
  // What lies in the hand works as ever: a SIM gets its texts, until somebody changes it, whoever runs it.
  expect(check(life(""), []).keys?.["receive-sms(line.main)"]).toBe("unless-changed");
});

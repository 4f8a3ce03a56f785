/** A trace that came hours late is read for what it tells: the step was run before it came, and what followed followed from it. */
import { expect, test } from "vitest";
import { readInstitution, readYaml } from "../../src/catalog/index.ts";
import { ground } from "../../src/ground/index.ts";
import { investigate } from "../../src/investigate/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { highsProgram } from "../../src/solver/index.ts";
import { recordsOf } from "../../src/testing/index.ts";
import { readShipped } from "../kit/shipped.ts";

const solve = await highsProgram({ workMax: 600_000_000 });

const bank = (late: string) => `
institution: the-bank
name: { en: The Bank, zh: 那家银行 }
kind: bank
regions: [xx]
provides: account
contacts: [{ tel: "95599000" }]
basis: { status: reported, seen: 2026-11, source: example }
flows:
  new-password: { title: { en: Set a new password, zh: 设新密码 }, asks: know(person.id-number), gives: [know(account.password)], revokes: [know(account.password)], takes: 5m, leaves: [{ sms: { to: account.line, from: "95599000", about: password-changed${late} } }] }
  new-device: { title: { en: Sign in on a new device, zh: 在新设备上登录 }, asks: know(account.password), gives: [enter(account)], takes: 5m, leaves: [{ sms: { to: account.line, from: "95599000", about: new-device } }] }
`;
const somebody = `
person: { id: late, region: xx, currency: EUR, as-of: 2026-11-20 }
lines: { main: { carrier: nobody-read } }
accounts: { current: { service: the-bank, line: main, balance: 9000 } }
`;

function joined(late: string) {
  const shipped = readShipped().catalog;
  const { institution } = readInstitution(readYaml(bank(late), "the-bank.yaml"), shipped.vocabulary);
  if (institution === undefined) throw new Error("the bank was not read");
  const catalog = { ...shipped, institutions: new Map([...shipped.institutions, ["the-bank", institution]]) };
  const { person } = readPerson(readYaml(somebody, "late.yaml"), catalog);
  if (person === undefined) throw new Error("the person was not read");
  return { catalog, person };
}

function found(late: string) {
  const { catalog, person } = joined(late);
  const world = ground({ catalog, person });
  const step = (flow: string) => {
    const known = world.steps.find((each) => each.institution === "the-bank" && each.flow.id === flow);
    if (known === undefined) throw new Error(`no step ${flow}`);
    return known;
  };
  const { rows, files } = recordsOf({
    world,
    runs: [
      { step: step("new-password"), actor: "intruder", from: 60, to: 65 },
      { step: step("new-device"), actor: "intruder", from: 120, to: 125 },
    ],
    beginsAt: "2026-11-20T00:00:00+00:00",
    zoneMinutes: 0,
    seed: 1,
    daysBefore: 0,
    daysAfter: 0,
    dropped: 0,
  });
  const answer = investigate({
    world,
    rows: rows.flatMap(({ row, actor }) => (actor === "intruder" ? [row] : [])),
    files,
    solve,
    zoneMinutes: 0,
    wantsRows: true,
    storiesMax: 1,
  });
  const links = answer.missingLinks.flatMap(({ gives }) => gives);
  return [
    ...(answer.explanations[0]?.steps ?? [])
      .filter(({ flow }) => flow.startsWith("the-bank/"))
      .map(({ flow, from, unseen }) => `${flow} ${unseen ? "unseen" : from.slice(11, 16)}`),
    ...(links.includes("know(account.current.password)") ? ["who knew the password?"] : []),
  ];
}

test("I1 a text that hung for hours was left by the step before it, and what came of that is no other step's", () => {
  const planted = ["the-bank/new-password 01:02", "the-bank/new-device 02:02"];
  expect(found("")).toEqual(planted);
  expect(found(", late: 4h")).toEqual(planted);
});

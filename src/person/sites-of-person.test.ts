/** Sites a person names by their domains, as a list of second steps tells them. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { readSecondFactors, readYaml } from "../catalog/index.ts";
import { readPerson } from "./read-person.ts";
import { withSitesOf } from "./sites-of-person.ts";

const { catalog } = readShipped();
const directory = readSecondFactors(
  JSON.stringify({
    Example: {
      domain: "example.com",
      tfa: ["totp"],
      recovery: "https://example.com/lost",
      categories: ["social"],
    },
    Plain: { domain: "plain.org", contact: {}, categories: ["retail"] },
    PayPal: { domain: "paypal.com", tfa: ["sms"], categories: ["payments"] },
    "Card Bank": { domain: "card-bank.com", tfa: ["sms"], categories: ["other"] },
  }),
  "all.json",
)?.directory;

const people = `person: { id: me, region: us }
lines: { main: { carrier: verizon } }
cards: { debit: { bank: card-bank.com } }
mailboxes: { post: { provider: example.com, account: a } }
accounts:
  a: { service: https://www.example.com/in, second-factor: sms }
  b: { service: plain.org, second-factor: passkey }
  c: { service: paypal.com, second-factor: sms }
  d: { service: unheard-of.net }
  e: { service: card-bank.com }
  f: { service: paypal }
`;
const yaml = readYaml(people, "me.yaml");
const read = () =>
  withSitesOf({ catalog, directories: directory === undefined ? [] : [directory], yaml, day: "2026-11-28" });

test("each becomes an institution of its kind, under an id that can be typed", () => {
  const sites = read();
  const { person } = readPerson(sites.yaml, sites.catalog);
  const services = [...(person?.things.values() ?? [])].flatMap(({ id, institution }) => {
    const kind = sites.catalog.institutions.get(institution ?? "")?.kind;
    return institution === undefined ? [] : [`${id} ${institution} ${kind}`];
  });
  expect(services).toEqual([
    "line.main verizon carrier",
    "card.debit card-bank-com bank",
    "account.a example-com mail",
    "account.b plain-org marketplace",
    "account.c paypal-com wallet",
    "account.d unheard-of.net undefined",
    "account.e card-bank-com bank",
    "account.f paypal wallet",
    "mailbox.post example-com mail",
  ]);
});

test("what the list says is what the institution says, and it counts in nobody else's figures", () => {
  const { institutions } = read().catalog;
  const site = institutions.get("example-com");
  expect(site?.isListed).toBe(true);
  expect(site?.flows.map(({ id, basis }) => `${id} ${basis.status} ${basis.seen}`)).toEqual([
    "sign-in-with-password claimed 2026-11-28",
    "sign-in-with-app claimed 2026-11-28",
    "sign-in-with-passkey claimed 2026-11-28",
  ]);
  expect(site?.measures.map(({ id }) => id)).toEqual(["second-step-by-app"]);
  expect(site?.contacts.map(({ url }) => url)).toEqual(["https://example.com/lost"]);
  expect(institutions.get("plain-org")?.defaults.get("account")?.get("second-factor")).toBe("none");
});

test("a step the list does not know there, and a service the catalogue knows better", () => {
  expect(
    read().complaints.map(({ where, code, sentence, help }) => `${where} ${code}: ${sentence} | ${help}`),
  ).toEqual([
    "me.yaml:6:60 directory/not-offered: the list knows no second step `sms` at `https://www.example.com/in`; it counts as if there were none | look at the site's own page; where the list is wrong, write an institution file of your own",
    "me.yaml:7:43 directory/not-offered: the list knows no second step `passkey` at `plain.org`; it counts as if there were none | look at the site's own page; where the list is wrong, write an institution file of your own",
    "me.yaml:8:17 directory/read-already: `paypal.com` counts here by the list alone, while the catalogue knows more of `paypal` | write `paypal`",
  ]);
});

test("without a list nothing changes, and a file that is no person is left as it is", () => {
  expect(withSitesOf({ catalog, directories: [], yaml, day: "2026-11-28" })).toEqual({
    catalog,
    yaml,
    complaints: [],
  });
  for (const text of ["", "a", "- a", "accounts: 7", "accounts: { a: 7, b: { service: [x] } }"]) {
    const odd = readYaml(text, "odd.yaml");
    const directories = directory === undefined ? [] : [directory];
    expect(withSitesOf({ catalog, directories, yaml: odd, day: "2026-11-28" }).yaml.value).toEqual(odd.value);
  }
});

test("more sites than a household has are refused", () => {
  const many = readSecondFactors(
    JSON.stringify(
      Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`s${i}.com`, { methods: [] }])),
    ),
    "all.json",
  )?.directory;
  const text = `person: { id: me }\naccounts:\n${Array.from({ length: 1001 }, (_, i) => `  a${i}: { service: s${i}.com }`).join("\n")}\n`;
  const sites = withSitesOf({
    catalog,
    directories: many === undefined ? [] : [many],
    yaml: readYaml(text, "me.yaml"),
    day: "2026-11-28",
  });
  expect(sites.catalog).toBe(catalog);
  expect(
    sites.complaints.map(({ where, code, sentence, help }) => `${where} ${code}: ${sentence} | ${help}`),
  ).toEqual([
    "me.yaml:2:1 file/too-large: more than 1000 sites of the list are named; none of them was read | ask about a part of them",
  ]);
});

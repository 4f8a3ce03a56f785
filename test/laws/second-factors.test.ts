/**
 * C5: a list of second steps narrows what is unread and makes nothing safe. A site as the list tells it is held to the
 * same site of which nothing is read: whatever is reached or lent there is reached here, no later.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuestion } from "../../src/asking/index.ts";
import { type Catalog, readSecondFactors, readYaml, type SecondFactors } from "../../src/catalog/index.ts";
import { earliest } from "../../src/graph/index.ts";
import type { Institution } from "../../src/model/index.ts";
import { type Person, readPerson, withSitesOf } from "../../src/person/index.ts";
import { activeWith, openReach, startOf } from "../../src/reach/index.ts";
import { readShipped } from "../kit/shipped.ts";

const shipped = readShipped().catalog;
/** What lends, and what hands can do: other institutions would only be read again and again. */
const catalog: Catalog = {
  ...shipped,
  institutions: new Map(
    [...shipped.institutions].filter(([, { isArchetype, provides }]) => isArchetype || provides.length === 0),
  ),
};
const day = "2026-11-28";

const steps = ["unknown", "none", "sms", "app", "passkey", "key"] as const;
const holdable = [
  "know(account.it.password)",
  "receive-sms(line.main)",
  "read-mail(mailbox.post)",
  "make-code(account.it)",
  "use-passkey(account.it)",
  "unlock(device.phone)",
  "know(person.name)",
  "know(person.id-number)",
];

interface Situation {
  readonly domain: string;
  readonly step: (typeof steps)[number] | undefined;
  readonly isCard: boolean;
  readonly held: readonly string[];
}

const situation = (domains: readonly string[]): fc.Arbitrary<Situation> =>
  fc.record({
    domain: fc.constantFrom(...domains),
    step: fc.constantFrom(undefined, ...steps),
    isCard: fc.boolean(),
    held: fc.subarray(holdable),
  });

const personText = ({ domain, step, isCard }: Situation) => `
person: { id: somebody, region: us, currency: USD }
lines: { main: { carrier: nobody, sim: { in: phone, pin: unknown } } }
devices: { phone: { vendor: nobody, kind: phone } }
mailboxes: { post: { account: mail } }
${isCard ? `cards: { debit: { bank: ${domain}, reserved-line: main, balance: 10 } }` : ""}
accounts:
  mail: { service: nobody }
  it: { service: ${domain}, line: main, mailbox: post, authenticator: phone, passkeys: [phone], devices: [phone], balance: 5${step === undefined ? "" : `, second-factor: ${step}`}${isCard ? ", cards: [debit]" : ""} }
`;

/** Of whom it is asked, by the list and by the kind alone. */
function sides(directory: SecondFactors, asked: Situation) {
  const yaml = readYaml(personText(asked), "somebody.yaml");
  const sites = withSitesOf({ catalog, directories: [directory], yaml, day });
  const unread = (institution: Institution): Institution => ({
    ...institution,
    flows: [],
    measures: [],
    reads: new Map(),
    defaults: new Map(),
  });
  const kindOnly = new Map(
    [...sites.catalog.institutions].map(([id, each]) => [id, each.isListed === true ? unread(each) : each]),
  );
  return [sites.catalog, { ...sites.catalog, institutions: kindOnly }].map((side) => {
    const { person, complaints } = readPerson(sites.yaml, side);
    if (person === undefined) throw new Error(complaints.map(String).join("\n"));
    return timesOf(side, person, asked.held);
  });
}

/** Earliest minute of every atom, with what is lent. */
function timesOf(side: Catalog, person: Person, text: readonly string[]): ReadonlyMap<string, number> {
  const { asked, complaints } = readQuestion({
    catalog: side,
    person,
    text: { held: text },
    placeOf: () => ({ file: "" }),
    today: day,
  });
  if (asked === undefined) throw new Error(complaints.map(String).join("\n"));
  const reach = openReach(asked.lent());
  const { time } = earliest(reach.rules, startOf(reach, asked.held), { active: activeWith(reach, []) });
  return new Map(
    [...reach.world.atomOf].flatMap(([text, atom]) => {
      const node = reach.nodeOfAtom.get(atom);
      const minutes = node === undefined ? undefined : time[node];
      return minutes === undefined || minutes === Infinity ? [] : [[text, minutes] as const];
    }),
  );
}

const judge = (directory: SecondFactors, asked: Situation): number => {
  const [listed = new Map(), kindOnly = new Map()] = sides(directory, asked);
  const safer = [...kindOnly].filter(([atom, minutes]) => (listed.get(atom) ?? Infinity) > minutes);
  expect(safer).toEqual([]);
  return kindOnly.size;
};

const read = (text: string): SecondFactors => {
  const directory = readSecondFactors(text, "all.json")?.directory;
  if (directory === undefined) throw new Error("no list");
  return directory;
};

const categories = [
  "banking",
  "payments",
  "cryptocurrencies",
  "email",
  "identity",
  "retail",
  "social",
  "government",
];
const methods = ["sms", "call", "totp", "email", "u2f", "custom-software", "custom-hardware"];

test("C5 whatever a list says, nothing at a site is safer than at its kind with nothing read", () => {
  let compared = 0;
  const entry = fc.record(
    {
      domain: fc.constant("site.example"),
      tfa: fc.subarray(methods),
      contact: fc.constant({ email: "x" }),
      categories: fc.subarray(categories, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["domain", "categories"] },
  );
  fc.assert(
    fc.property(entry, situation(["site.example"]), (one, asked) => {
      compared += judge(read(JSON.stringify({ Site: one })), asked);
    }),
    { numRuns: 40 },
  );
  expect(compared).toBeGreaterThan(100); // A law that compares nothing must not pass.
});

const fixture = join(process.env["CHAINBREAK_FIXTURES"] ?? "../shared/fixtures", "2fa-directory.json");

test("C5 nor at the sites of the list itself", ({ skip }) => {
  if (!existsSync(fixture))
    skip(`no 2fa-directory.json in CHAINBREAK_FIXTURES (${fixture}): nothing compared`);
  const directory = read(readFileSync(fixture, "utf8"));
  const domains = [...directory.sites.keys()];
  let compared = 0;
  fc.assert(
    fc.property(situation(domains), (asked) => {
      compared += judge(directory, asked);
    }),
    { numRuns: 20 },
  );
  expect(compared).toBeGreaterThan(50);
});

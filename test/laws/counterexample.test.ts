/** P4 and P5, over random worlds: what is shown is so and smallest; what is called proved nobody refutes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Catalog, readYaml } from "../../src/catalog/index.ts";
import { ground } from "../../src/ground/index.ts";
import { barePerson, type Person, type Thing } from "../../src/person/index.ts";
import { check, type Finding, reachOf, readAssertions } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { catalogOf } from "../kit/small-world.ts";

const asks = [
  "receive-sms(line)",
  "know(person.id-number)",
  "[enter(account), receive-sms(line)]",
  "[enter(account), know(person.id-number)]",
  "pass-face(account)",
  "unlock(device)",
];
const gives = [
  "enter(account)",
  "drain(account)",
  "know(person.id-number)",
  "pass-face(account)",
  "unlock(device)",
];
const whens = [
  "",
  "when: { account.liveness: none }, ",
  "when: { account.liveness: strong }, ",
  "when: { account.second-factor: [none, sms] }, ",
  "when: { account.strict: true }, ",
  "when: { account.strict: false }, ",
  "when: { device.os: old }, ",
];
const flow = fc.record({
  asks: fc.constantFrom(...asks),
  gives: fc.constantFrom(...gives),
  when: fc.constantFrom(...whens),
});
type FlowText = { readonly asks: string; readonly gives: string; readonly when: string };

const wallet = (id: string, flows: readonly FlowText[]) =>
  `institution: ${id}\nprovides: account\nregions: [xx]\nsettings: { strict: { of: account, values: [true, false], en: strict, zh: 严 } }\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\nflows:\n${flows
    .map(
      ({ asks: asked, gives: given, when }, i) =>
        `  f${i}: { ${when}${asked.includes("device") || when.includes("device") ? "for: { device: account.devices }, " : ""}asks: ${asked.startsWith("[") ? asked : `["${asked}"]`}, gives: ["${given}"], takes: 1m }\n`,
    )
    .join("")}`;
const telco =
  'institution: telco\nprovides: line\nregions: [xx]\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\nflows: { puk: { asks: show-face(person), gives: [know(line.puk)], takes: 1m } }\n';
const rule =
  "assertion: r\ntitle: { en: r, zh: 规则 }\nnever: { from: [receive-sms(line)], reach: [drain(account)], regions: [xx] }\n";
const day = "2026-01-01";

/** The only place in this file that knows how a rule is checked. */
function judge(catalog: Catalog): Finding | undefined {
  const { assertions, complaints } = readAssertions(readYaml(rule, "r.yaml"), catalog);
  expect(complaints).toEqual([]);
  return check({ catalog, assertions, day }).rules[0]?.findings[0];
}

const thing = (id: string, more: Partial<Thing> = {}): Thing => ({
  id,
  kind: id.slice(0, id.indexOf(".")) as Thing["kind"],
  name: id.slice(id.indexOf(".") + 1),
  attributes: new Map(),
  relations: new Map(),
  ...more,
});

interface Made {
  readonly accounts: readonly {
    readonly service: string;
    readonly values: readonly string[];
    readonly hasLine: boolean;
    readonly hasDevice: boolean;
  }[];
  readonly hasLine: boolean;
  readonly os: string;
}
const attributes = ["liveness", "second-factor", "strict"];
function personOf({ accounts, hasLine, os }: Made): Person {
  const things = [
    {
      ...thing("person.x"),
      id: "person",
      kind: "person" as const,
      name: "person",
      attributes: new Map([["region", "xx"]]),
    },
    ...(hasLine ? [thing("line.l", { institution: "telco" })] : []),
    thing("device.d", { attributes: new Map([["os", os]]) }),
    ...accounts.map(({ service, values, hasLine: isTied, hasDevice }) =>
      thing(`account.${service}`, {
        institution: service,
        attributes: new Map(attributes.map((name, i) => [name, values[i] ?? "none"])),
        relations: new Map([
          ["line", isTied && hasLine ? ["line.l"] : []],
          ["devices", hasDevice ? ["device.d"] : []],
        ]),
      }),
    ),
  ];
  return barePerson({ id: "made", name: { en: "made", zh: "某人" }, region: "xx" }, things);
}

/** Whether this person is led there, asked as audit asks. */
function isLed(catalog: Catalog, person: Person): boolean {
  if (!person.things.has("line.l")) return false;
  const reach = openReach(ground({ catalog, person, asOf: day }));
  const goals = [...person.things.keys()]
    .filter((id) => id.startsWith("account."))
    .map((id) => `drain(${id})`);
  return goals.some((goal) => reachOf({ reach, held: ["receive-sms(line.l)"] }, goal).minutes !== null);
}

const every = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (all, list) => list.flatMap((each) => all.map((some) => [...some, each])),
    [[]],
  );
const accountsOf = (service: string) => [
  undefined,
  ...every<string>([
    ["none", "strong", "photo-beatable"],
    ["none", "sms", "app"],
    ["true", "false"],
  ]).flatMap((values) =>
    [true, false].map((isTied) => ({ service, values, hasLine: isTied, hasDevice: true })),
  ),
];

const anyFlows = fc.array(flow, { minLength: 1, maxLength: 4 });
const isThere = <T>(each: T | undefined): each is T => each !== undefined;

test("P5 nobody refutes what is called proved: all small persons, and many more sampled", () => {
  const seen = { passed: 0, failed: 0, open: 0 };
  fc.assert(
    fc.property(anyFlows, anyFlows, fc.infiniteStream(fc.nat()), (one, two, chance) => {
      const catalog = catalogOf(telco, wallet("a", one), wallet("b", two));
      const found = judge(catalog);
      if (found === undefined) return; // No flow gives it: nothing is called proved.
      seen[found.state] += 1;
      if (found.state !== "passed") return;
      const [as, bs] = [accountsOf("a"), accountsOf("b")];
      const pick = <T>(list: readonly T[]): T => list[chance.next().value % list.length] as T; // Lists above are never empty.
      const alone = [...as, ...bs].filter(isThere).map((account) => [account]);
      const both = Array.from({ length: 25 }, () => [pick(as), pick(bs)].filter(isThere));
      for (const accounts of [...alone.filter((_, i) => i % 4 === 0), ...both])
        for (const os of ["old", "new"])
          expect(isLed(catalog, personOf({ accounts, hasLine: true, os }))).toBe(false);
    }),
    { numRuns: 60 },
  );
  expect(seen.passed).toBeGreaterThan(5); // A law over nothing must not pass.
  expect(seen.failed).toBeGreaterThan(5);
});

test("P4 what is shown is so of the person shown, and of nobody with fewer things", () => {
  let shown = 0;
  fc.assert(
    fc.property(anyFlows, anyFlows, (one, two) => {
      const catalog = catalogOf(telco, wallet("a", one), wallet("b", two));
      const found = judge(catalog);
      if (found?.reason?.kind !== "reached") return;
      shown += 1;
      expect(found.reason.isSmallest).toBe(true);
      expect(found.way?.steps.at(-1)?.gives).toContain(found.reason.goal);
      const text = found.reason.things.join("\n");
      expect(text).not.toContain("unknown");
      const size = found.reason.things.length;
      // Brute force over the kinds of smaller persons: a line and one account is two things, a device makes three.
      if (size <= 2) return;
      const small = [...accountsOf("a"), ...accountsOf("b")].filter(isThere).filter((_, i) => i % 2 === 0);
      for (const account of small) {
        const person = personOf({ accounts: [{ ...account, hasDevice: false }], hasLine: true, os: "old" });
        expect([size, isLed(catalog, person)]).toEqual([size, false]);
      }
    }),
    { numRuns: 60 },
  );
  expect(shown).toBeGreaterThan(5);
});

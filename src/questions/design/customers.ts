/**
 * A customer of each institution that was changed and that nobody asked about has anything of: a change that was asked of
 * nobody it concerns would look as if it did nothing.
 *
 * It is somebody plain and careful, for whom little is open before: what a change opens for them it opens for most.
 * Whoever keeps something has a customer with that alone. A carrier, a vendor or a mailbox only opens what others keep, so
 * its customer has one thing at each bank, wallet, lender and exchange of the region. Of institutions known by name alone,
 * and alike in all else, one is asked about for all of them: nothing an answer reads differs between them.
 */
import { type Catalog, changesBetween, isInRegion } from "../../catalog/index.ts";
import { compareText, type Institution, type ThingKind } from "../../model/index.ts";
import { barePerson, type Person, type Thing } from "../../person/index.ts";
import { likenessOf } from "./everybody.ts";
import { waysOf } from "./ways.ts";

export interface Customer {
  /** That was changed. */
  readonly institution: string;
  /** Read under each catalogue. */
  readonly old: Person;
  readonly now: Person;
}

export interface CustomersQuestion {
  readonly old: Catalog;
  readonly now: Catalog;
  /** Those who are asked about anyway. */
  readonly people: readonly Person[];
}

/** Of institutions that came or went and of which only the name is known: the first that is alike in all but the name, by the others' ids. */
export function alikeBetween(old: Catalog, now: Catalog): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const alike = new Map<string, string>();
  for (const id of [...new Set([...old.institutions.keys(), ...now.institutions.keys()])].sort(compareText)) {
    const [before, after] = [old, now].map(({ institutions }) => institutions.get(id));
    const only = before === undefined ? after : after === undefined ? before : undefined;
    const like = only === undefined ? undefined : likenessOf(only);
    if (like === undefined) continue;
    const key = `${before === undefined} ${like}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, id);
    else alike.set(id, known);
  }
  return alike;
}

/** Where an institution says nothing of its regions: any would do; that with the most institutions says most. */
function regionOf(catalog: Catalog, { regions }: Institution): string {
  const [first] = regions ?? [];
  if (first !== undefined) return first;
  const counted = new Map<string, number>();
  for (const { regions: some = [] } of catalog.institutions.values())
    for (const region of some) counted.set(region, (counted.get(region) ?? 0) + 1);
  const [most] = [...counted].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return most?.[0] ?? "";
}

export function customersOf({ old, now, people }: CustomersQuestion): readonly Customer[] {
  const used = new Set(
    people.flatMap(({ things }) => [...things.values()].flatMap(({ institution }) => institution ?? [])),
  );
  const changed = changesBetween(old, now).flatMap(({ institution, isWording }) =>
    institution === undefined || isWording || used.has(institution) ? [] : [institution],
  );
  const alike = alikeBetween(old, now);
  return [...new Set(changed)].flatMap((id) => {
    if (alike.has(id)) return [];
    const [before, after] = [old, now].map((catalog) => customerOf(catalog, id));
    const [mine, theirs] = [before ?? after, after ?? before];
    if (mine === undefined || theirs === undefined) return [];
    const things = thingsOfBoth(mine, theirs);
    return [{ institution: id, old: { ...mine, things }, now: { ...theirs, things } }];
  });
}

/**
 * One customer with one set of things, as a person file read under both would be: where only one side has an institution,
 * or only one says that it gives cards, what lies there is this customer's under either.
 */
function thingsOfBoth(old: Person, now: Person): Person["things"] {
  const both = new Map(old.things);
  for (const [id, thing] of now.things) {
    const had = both.get(id);
    both.set(id, had === undefined ? thing : { ...thing, relations: joined(had.relations, thing.relations) });
  }
  return new Map([...both].sort(([a], [b]) => compareText(a, b)));
}

function joined(some: Thing["relations"], more: Thing["relations"]): Thing["relations"] {
  const to = (name: string) => {
    const [mine, theirs] = [some.get(name) ?? [], more.get(name) ?? []];
    if (mine === "unknown" || theirs === "unknown") return "unknown";
    return [...new Set([...mine, ...theirs])].sort(compareText);
  };
  return new Map([...new Set([...some.keys(), ...more.keys()])].map((name) => [name, to(name)]));
}

/** Attributes of somebody careful who has set no SIM PIN; whatever is not named is as its institution has it. */
const plainly: Readonly<Partial<Record<ThingKind, Readonly<Record<string, string>>>>> = {
  sim: { pin: "none" },
  device: { kind: "phone", lock: "passcode", "lock-screen": "hides-codes" },
  account: { liveness: "strong" },
};

function customerOf(catalog: Catalog, id: string): Person | undefined {
  const institution = catalog.institutions.get(id);
  if (institution === undefined || institution.isArchetype || institution.provides.length === 0)
    return undefined;
  const region = regionOf(catalog, institution);
  const [runsLine, isVendor, isMail] = (["line", "device", "mailbox"] as const).map((kind) =>
    institution.provides.includes(kind),
  );
  const others =
    runsLine || isVendor || isMail
      ? [...catalog.institutions.values()].filter(
          (each) =>
            each.id !== id && keepers.has(each.kind) && !each.isArchetype && isInRegion(each, { region }),
        )
      : [];
  const speaksOf = (kind: ThingKind) =>
    institution.flows.some((flow) =>
      [flow.gives, ...waysOf(flow, catalog.vocabulary).map(({ patterns }) => patterns)].some((patterns) =>
        patterns.some(({ subjects }) => subjects.some((subject) => subject.kind === kind)),
      ),
    );
  const mailbox = isMail || speaksOf("mailbox") ? ["mailbox.post"] : [];
  const account = institution.provides.includes("account") ? [`account.${id}`] : [];
  // A wallet pays with cards of others: with none of them nothing of that would be asked about.
  const boundCard = !institution.provides.includes("card") && speaksOf("card") ? ["card.bound"] : [];
  const things = [
    thingWith("person", undefined, {}, { region }),
    thingWith("line.main", runsLine ? id : undefined, {}),
    thingWith("sim.main", undefined, { line: ["line.main"], device: ["device.phone"] }),
    thingWith("device.phone", isVendor ? id : undefined, { account: isVendor ? account : [] }),
    ...mailbox.map((each) => thingWith(each, isMail ? id : undefined, { account: isMail ? account : [] })),
    ...(speaksOf("document") ? [thingWith("document.id-card", undefined, {}, { kind: "id-card" })] : []),
    ...boundCard.map((each) => thingWith(each, undefined, { "reserved-line": ["line.main"] })),
    ...[institution, ...others]
      .sort((a, b) => compareText(a.id, b.id))
      .flatMap((each) => thingsAt(each, mailbox, each === institution ? boundCard : [])),
  ];
  return barePerson(
    {
      id: `customer-of-${id}`,
      name: {
        en: `a customer of ${institution.name.en}: a locked phone that hides codes, no SIM PIN, nothing anywhere else but what that opens`,
        zh: `${institution.name.zh}的一位客户：手机有锁屏且不显示验证码，没设 SIM 卡 PIN，此外只有它能打开的东西`,
      },
      region,
    },
    things,
  );
}

/** Kinds of institutions that keep what others open. */
const keepers: ReadonlySet<string> = new Set(["bank", "wallet", "lender", "exchange"]);

function thingsAt(
  { id, provides }: Institution,
  mailbox: readonly string[],
  boundCard: readonly string[],
): readonly Thing[] {
  const card = provides.includes("card") ? [`card.${id}`] : [];
  return [
    ...card.map((each) => thingWith(each, id, { "reserved-line": ["line.main"] })),
    ...(provides.includes("account")
      ? [
          thingWith(`account.${id}`, id, {
            line: ["line.main"],
            mailbox,
            cards: [...card, ...boundCard],
            devices: ["device.phone"],
            trusted: ["device.phone"],
          }),
        ]
      : []),
  ];
}

function thingWith(
  id: string,
  institution: string | undefined,
  relations: Readonly<Record<string, readonly string[]>>,
  attributes: Readonly<Record<string, string>> = {},
): Thing {
  const kind = (id === "person" ? id : id.slice(0, id.indexOf("."))) as ThingKind; // Every id above begins with a kind.
  return {
    id,
    kind,
    name: id.slice(id.indexOf(".") + 1),
    ...(institution === undefined ? {} : { institution }),
    attributes: new Map(Object.entries({ ...plainly[kind], ...attributes })),
    relations: new Map(Object.entries(relations)),
  };
}

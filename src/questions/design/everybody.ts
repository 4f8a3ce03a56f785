/**
 * Somebody who stands for everybody of a region: one line, one thing of each institution there, joined in every way they
 * can be, and every attribute and setting `unknown`, which stands for each of its values.
 *
 * Reach only grows with what one has, and what is unknown may be anything; so what is not reached here is reached for
 * nobody of this shape. What is reached here need not be for anybody: two steps may want the same attribute to differ.
 * The shape: one line and SIM, one mailbox where nobody provides any, no more than one account or card at each institution, no helpers, no secret used twice.
 */
import { type Catalog, isInRegion } from "../../catalog/index.ts";
import { compareText, type Institution, type ThingKind, thingTypes } from "../../model/index.ts";
import { barePerson, type Person, type Thing } from "../../person/index.ts";

export interface Everybody {
  readonly person: Person;
  /** Who runs the line; each is asked by itself. */
  readonly carrier: string | undefined;
}

/**
 * One for each carrier of the region, and one for all of which nothing was read but the name, for between those nothing
 * differs; one without, where none is known.
 */
export function everybodyOf(catalog: Catalog, region: string): readonly Everybody[] {
  const spoken = new Set(spokenValues(catalog).keys());
  const there = [...catalog.institutions.values()]
    .filter((institution) => isInRegion(institution, { region }) && !institution.isArchetype)
    .sort((a, b) => compareText(a.id, b.id))
    .filter(firstOfAlike());
  const lines = there.filter(({ provides }) => provides.includes("line"));
  const firstByName = lines.find(isNameAlone);
  const carriers = lines
    .filter((carrier) => carrier === firstByName || !isNameAlone(carrier))
    .map(({ id }) => id);
  return (carriers.length === 0 ? [undefined] : carriers).map((carrier) => ({
    carrier,
    person: personWith({ there, region, carrier, spoken }),
  }));
}

/**
 * Of institutions known by name alone the first of each likeness: whatever is reached with things at several of them is
 * reached with things at one, for a way that goes from one to another alike goes from the first of them as well.
 */
function firstOfAlike(): (institution: Institution) => boolean {
  const seen = new Set<string>();
  return (institution) => {
    const like = likenessOf(institution);
    if (like === undefined) return true;
    const isFirst = !seen.has(like);
    seen.add(like);
    return isFirst;
  };
}

/** The same for institutions of which both nothing but the name is known and between which nothing an answer reads differs. */
export function likenessOf(institution: Institution): string | undefined {
  if (!isNameAlone(institution) || institution.measures.length > 0) return undefined;
  const { id, name, also, contacts, reads, ...rest } = institution;
  return JSON.stringify([[...reads], rest]);
}

/** Its lines are as anybody's whose carrier is unknown: it has no flow, and says nothing of how its things are. */
const isNameAlone = ({ flows, settings, defaults }: Institution): boolean =>
  flows.length + settings.size + defaults.size === 0;

/** By `kind.attribute`: the values some flow makes a difference by. Of a free text no others matter. */
export function spokenValues({ institutions }: Catalog): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { flows } of institutions.values())
    for (const { when } of flows)
      for (const { subject, attribute, values } of when) {
        const key = `${subject.kind}.${attribute}`;
        const known = found.get(key) ?? new Set();
        for (const value of values) known.add(value);
        found.set(key, known);
      }
  return found;
}

interface PersonWanted {
  readonly there: readonly Institution[];
  readonly region: string;
  readonly carrier: string | undefined;
  readonly spoken: ReadonlySet<string>;
}

function personWith({ there, region, carrier, spoken }: PersonWanted): Person {
  const having = (kind: ThingKind) => there.filter(({ provides }) => provides.includes(kind));
  const accounts = having("account");
  const idOf = (kind: ThingKind) => (institution: Institution) => `${kind}.${institution.id}`;
  const [cards, devices] = [having("card").map(idOf("card")), having("device").map(idOf("device"))];
  const phones = devices.length === 0 ? ["device.phone"] : devices;
  // Of a mailbox whose provider nobody has read as one: whichever account opens it.
  const mailboxes = having("mailbox");
  const post = mailboxes.length === 0 ? [thing("mailbox.post", undefined, [["account", "unknown"]])] : [];
  const hasAccount = (id: string) => accounts.some((institution) => institution.id === id);
  const things: Thing[] = [
    {
      id: "person",
      kind: "person",
      name: "person",
      attributes: new Map([["region", region]]),
      relations: new Map(),
    },
    thing("line.main", carrier, []),
    thing("sim.main", undefined, [
      ["line", ["line.main"]],
      ["device", "unknown"],
    ]),
    ...phones.map((id) => {
      const vendor = id.slice("device.".length);
      return thing(id, devices.length === 0 ? undefined : vendor, [
        ["account", hasAccount(vendor) ? [`account.${vendor}`] : []],
      ]);
    }),
    ...cards.map((id) => thing(id, id.slice("card.".length), [["reserved-line", ["line.main"]]])),
    ...accounts.map(({ id }) =>
      thing(`account.${id}`, id, [
        ["line", ["line.main"]],
        ["mailbox", "unknown"],
        ["cards", cards],
        ["devices", phones],
        ["trusted", phones],
        ["passkeys", phones],
        ["authenticator", "unknown"],
        ["recovery", "unknown"],
        ["via", "unknown"],
      ]),
    ),
    ...mailboxes.map(({ id }) =>
      thing(`mailbox.${id}`, id, [["account", hasAccount(id) ? [`account.${id}`] : []]]),
    ),
    ...post,
    thing("document.paper", undefined, [["device", "unknown"]]),
  ];
  const settings = new Map(there.map((institution) => [institution.id, institution.settings]));
  return barePerson(
    {
      id: `everybody-${region}`,
      name: { en: `everybody in ${region}`, zh: `${region} 的任何人` },
      region,
    },
    things.map((each) => withSettings(withTexts(each, spoken), settings)),
  );
}

function thing(
  id: string,
  institution: string | undefined,
  relations: readonly (readonly [string, readonly string[] | "unknown"])[],
): Thing {
  const kind = id.slice(0, id.indexOf(".")) as ThingKind; // Every id above begins with a kind.
  const words = Object.entries(thingTypes[kind].attributes).filter(([, { values }]) => values !== undefined);
  return {
    id,
    kind,
    name: id.slice(id.indexOf(".") + 1),
    ...(institution === undefined ? {} : { institution }),
    attributes: new Map(words.map(([name]) => [name, "unknown"])),
    relations: new Map(relations),
  };
}

/** A free text is unknown too where a flow speaks of it; the region is what is asked about. */
function withTexts(each: Thing, spoken: ReadonlySet<string>): Thing {
  if (each.kind === "person") return each;
  const texts = Object.entries(thingTypes[each.kind].attributes)
    .filter(([name, { type }]) => type === "text" && spoken.has(`${each.kind}.${name}`))
    .map(([name]) => [name, "unknown"] as const);
  return { ...each, attributes: new Map([...each.attributes, ...texts]) };
}

function withSettings(each: Thing, settings: ReadonlyMap<string, Institution["settings"]>): Thing {
  const own = [...(settings.get(each.institution ?? "") ?? [])].filter(([, { of }]) => of === each.kind);
  return {
    ...each,
    attributes: new Map([...each.attributes, ...own.map(([name]) => [name, "unknown"] as const)]),
  };
}

/**
 * The catalogue with the sites of one person that a list of second steps knows (`second-factors.ts`): a person file may
 * name a service by its domain, as it stands in the browser. What the catalogue has stays as it is; what neither knows
 * is not judged, as before. Cost: some milliseconds a site.
 */
import {
  type Catalog,
  institutionOfSite,
  type SecondFactors,
  type Site,
  siteAt,
  valueAt,
  type YamlText,
} from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";

export interface SitesRead {
  readonly catalog: Catalog;
  /** The person file with ids where it had domains; its places are those of the file. */
  readonly yaml: YamlText;
  readonly complaints: readonly Complaint[];
}

export interface SitesQuestion {
  readonly catalog: Catalog;
  /** The first that knows a site counts. */
  readonly directories: readonly SecondFactors[];
  /** The person file. */
  readonly yaml: YamlText;
  /** The day the list is read. */
  readonly day: string;
  /** Where the person stands in the file. */
  readonly under?: readonly PropertyKey[];
}

/** A household has some hundreds of accounts. */
const sitesMax = 1000;

/** Where a person file names an institution, and what that runs beside an account. */
const named = [
  ["accounts", "service", undefined],
  ["mailboxes", "provider", "mailbox"],
  ["cards", "bank", "card"],
] as const;

interface Found {
  readonly site: Site;
  readonly directory: SecondFactors;
  readonly path: readonly PropertyKey[];
  readonly runs: "card" | "mailbox" | undefined;
}

export function withSitesOf(question: SitesQuestion): SitesRead {
  const { catalog, directories, yaml, day, under = [] } = question;
  if (directories.length === 0) return { catalog, yaml, complaints: [] };
  /** By domain: an address may be written in many ways. */
  const found = new Map<string, Found>();
  const domains = new Map<string, string>();
  const complaints: Complaint[] = [];
  for (const [section, key, runs] of named)
    for (const name of Object.keys(mapAt(yaml, [...under, section]))) {
      const path = [...under, section, name, key];
      const typed = valueAt(yaml.value, path);
      if (typeof typed !== "string" || catalog.institutions.has(typed)) continue;
      const at = foundIn(directories, typed, path, runs);
      if (at === undefined) continue;
      const { domain } = at.site;
      const known = found.get(domain);
      domains.set(typed, domain);
      // Whoever issues a card is a bank, whatever else it is.
      found.set(domain, { ...at, runs: known?.runs === "card" ? "card" : (runs ?? known?.runs) });
      if (known === undefined) complaints.push(...readAlready(catalog, yaml, at, typed));
      if (section === "accounts")
        complaints.push(...notOffered(yaml, [...under, section, name], typed, at.site));
    }
  if (found.size > sitesMax)
    return {
      catalog,
      yaml,
      complaints: [
        new Complaint({
          code: "file/too-large",
          place: yaml.locate([...under, "accounts"], "key"),
          message: `more than ${sitesMax} sites of the list are named; none of them was read`,
          help: "ask about a part of them",
        }),
      ],
    };
  const institutions = new Map(catalog.institutions);
  const files = new Map(catalog.files);
  for (const { site, directory, runs } of found.values()) {
    const id = idOf(site, catalog);
    institutions.set(id, institutionOfSite({ site, id, vocabulary: catalog.vocabulary, day, runs }));
    files.set(id, directory.file);
  }
  const ids = new Map(
    [...domains].flatMap(([typed, domain]) => {
      const at = found.get(domain);
      return at === undefined ? [] : [[typed, idOf(at.site, catalog)] as const];
    }),
  );
  return {
    catalog: { ...catalog, institutions, files },
    yaml: { ...yaml, value: renamed(yaml.value, under, ids) },
    complaints,
  };
}

/** `example.co.uk` is `example-co-uk`: a dot and a slash mean something in our words. */
function idOf({ domain }: Site, { institutions }: Catalog): string {
  const id = domain
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "")
    .join("-");
  return institutions.has(id) ? `${id}-site` : id;
}

/** A copy in which every place that names an institution by a domain names it by its id. */
function renamed(value: unknown, under: readonly PropertyKey[], ids: ReadonlyMap<string, string>): unknown {
  const [step, ...deeper] = under;
  if (!isMap(value)) return value;
  if (step !== undefined) return { ...value, [step]: renamed(value[String(step)], deeper, ids) };
  const sections = named.flatMap(([section, key]) => {
    const things = value[section];
    if (!isMap(things)) return [];
    const entries = Object.entries(things).map(([name, thing]): readonly [string, unknown] => {
      const id = isMap(thing) && typeof thing[key] === "string" ? ids.get(thing[key]) : undefined;
      return [name, id === undefined || !isMap(thing) ? thing : { ...thing, [key]: id }];
    });
    return [[section, Object.fromEntries(entries)] as const];
  });
  return { ...value, ...Object.fromEntries(sections) };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mapAt = (yaml: YamlText, path: readonly PropertyKey[]): Readonly<Record<string, unknown>> => {
  const value = valueAt(yaml.value, path);
  return isMap(value) ? value : {};
};

function foundIn(
  directories: readonly SecondFactors[],
  id: string,
  path: readonly PropertyKey[],
  runs: Found["runs"],
): Found | undefined {
  for (const directory of directories) {
    const site = siteAt(directory, id);
    if (site !== undefined) return { site, directory, path, runs };
  }
  return undefined;
}

/** A second step that the list does not know there counts as none: the owner should hear of it. */
function notOffered(
  yaml: YamlText,
  path: readonly PropertyKey[],
  id: string,
  { offers }: Site,
): readonly Complaint[] {
  const said = valueAt(yaml.value, [...path, "second-factor"]);
  const isKnown = said === "sms" || said === "app" || said === "key" || said === "passkey";
  // The list has no passkeys: it can only say that there is no second step at all.
  if (offers === undefined || !isKnown || (said === "passkey" ? offers.size > 0 : offers.has(said)))
    return [];
  return [
    new Complaint({
      code: "directory/not-offered",
      place: yaml.locate([...path, "second-factor"]),
      message: `the list knows no second step \`${said}\` at \`${id}\`; it counts as if there were none`,
      help: "look at the site's own page; where the list is wrong, write an institution file of your own",
      severity: "warning",
    }),
  ];
}

function readAlready(
  { institutions }: Catalog,
  yaml: YamlText,
  { path, site: { name, domain } }: Found,
  typed: string,
): readonly Complaint[] {
  const wanted = [name.toLowerCase(), domain];
  const known = [...institutions.values()].find(
    (each) =>
      !each.isArchetype &&
      each.isListed !== true &&
      [each.id, each.name.en, each.name.zh, ...each.also].some((word) => wanted.includes(word.toLowerCase())),
  );
  if (known === undefined) return [];
  return [
    new Complaint({
      code: "directory/read-already",
      place: yaml.locate(path),
      message: `\`${typed}\` counts here by the list alone, while the catalogue knows more of \`${known.id}\``,
      help: `write \`${known.id}\``,
      severity: "warning",
    }),
  ];
}

/**
 * Which second steps websites offer, from the JSON of 2fa.directory: the user brings the file, nothing of it is shipped.
 *
 * What to know to trust it: what cannot be read is named and counts as nothing, never as protection; where two entries
 * are of one domain, what only one of them offers does not count. Three layouts are known: by name (the entries of the repository, or pairs, as version 3
 * of the interface gives them) and by domain (version 4).
 */
import { Complaint, type InstitutionKind } from "../model/index.ts";

/** The list has some 2,600 sites; more than this is another file. */
const entriesMax = 20_000;
/** Faulty entries told one by one; the rest are counted. */
const faultsTold = 20;
const nameMax = 200;
/** Longest name DNS allows. */
const domainMax = 253;
const addressMax = 2000;

/** A second step as a person file says it; `mail` has no word there, so a site that offers only that counts as none. */
export type SecondStep = "sms" | "app" | "key";

export interface Site {
  readonly name: string;
  readonly domain: string;
  readonly kind: InstitutionKind;
  /** Absent: the list says nothing of it. Empty: none that counts. */
  readonly offers?: ReadonlySet<SecondStep>;
  /** Texts, calls, or either. */
  readonly codes: readonly ("receive-sms" | "receive-call")[];
  /** Where the site tells how to turn it on. */
  readonly documentation?: string;
  /** Where the site tells how one gets back in. */
  readonly recovery?: string;
}

export interface SecondFactors {
  /** Every domain and additional domain, in lower case. */
  readonly sites: ReadonlyMap<string, Site>;
  /** The file, for complaints and for `explain`. */
  readonly file: string;
}

export interface SecondFactorsRead {
  /** Absent where the file is damaged. */
  readonly directory?: SecondFactors;
  readonly complaints: readonly Complaint[];
}

/** How the list calls second steps, in all its versions. Codes by mail are none of ours. */
const stepOf: Readonly<Record<string, SecondStep | "mail">> = {
  sms: "sms",
  call: "sms",
  totp: "app",
  "custom-software": "app",
  u2f: "key",
  "custom-hardware": "key",
  email: "mail",
};

/** The first of a site's categories that stands here decides; of any other kind it is a website. */
const kindOfCategory: readonly (readonly [string, InstitutionKind])[] = [
  ["banking", "bank"],
  ["payments", "wallet"],
  ["cryptocurrencies", "exchange"],
  ["investing", "bank"],
  ["email", "mail"],
  ["government", "government"],
  ["identity", "password-manager"],
  ["retail", "marketplace"],
  ["food", "marketplace"],
  ["travel", "marketplace"],
  ["tickets", "marketplace"],
  ["transport", "marketplace"],
  ["gaming", "marketplace"],
  ["betting", "marketplace"],
  ["crowdfunding", "marketplace"],
  ["entertainment", "marketplace"],
];

/** `undefined`: it is some other file. Never throws; one pass over the text. */
export function readSecondFactors(text: string, file: string): SecondFactorsRead | undefined {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (!/^[[{]/.test(start)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(start);
  } catch {
    if (!/"(?:tfa|methods|contact|categories)"\s*:/.test(start.slice(0, 5000))) return undefined;
    return {
      complaints: [
        new Complaint({
          code: "directory/damaged",
          place: { file },
          message: "this list of second steps is no whole JSON: it is cut short or damaged",
          help: "fetch it again",
        }),
      ],
    };
  }
  const entries = entriesOf(value);
  if (entries === undefined) return undefined;
  if (entries.length > entriesMax)
    return {
      complaints: [
        new Complaint({
          code: "file/too-large",
          place: { file },
          message: `more than ${entriesMax} sites; nothing was read`,
          help: "give the list of 2fa.directory",
        }),
      ],
    };
  return read(entries, file);
}

type Fields = Readonly<Record<string, unknown>>;
type Entry = readonly [name: string, fields: unknown];

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A map or pairs, of which at least half look like entries of the list: else it is something else. */
function entriesOf(value: unknown): readonly Entry[] | undefined {
  const entries: readonly Entry[] = Array.isArray(value)
    ? value.flatMap((each): readonly Entry[] =>
        Array.isArray(each) && each.length === 2 && typeof each[0] === "string" ? [[each[0], each[1]]] : [],
      )
    : isFields(value)
      ? Object.entries(value)
      : [];
  if (Array.isArray(value) && entries.length < value.length) return undefined;
  const alike = entries.filter(
    ([, fields]) =>
      isFields(fields) && ["domain", "tfa", "methods", "contact"].some((key) => Object.hasOwn(fields, key)),
  );
  return entries.length > 0 && alike.length * 2 >= entries.length ? entries : undefined;
}

function read(entries: readonly Entry[], file: string): SecondFactorsRead {
  const sites = new Map<string, Site>();
  const faults: string[] = [];
  for (const [name, fields] of entries) {
    const said = name.slice(0, nameMax);
    if (!isFields(fields)) {
      faults.push(`the entry \`${said}\` is left out: it says nothing of a site`);
      continue;
    }
    const domain = domainIn(fields["domain"] ?? name);
    if (domain === undefined) {
      faults.push(`the entry \`${said}\` is left out: it names no domain`);
      continue;
    }
    // A site of no name goes by its domain.
    const site = siteIn(said.trim() === "" ? domain : said, domain, fields, faults);
    for (const each of [
      domain,
      ...textsIn(fields["additional-domains"]).flatMap((more) => domainIn(more) ?? []),
    ])
      sites.set(each, weaker(sites.get(each), site));
  }
  const told = faults.slice(0, faultsTold);
  const more = faults.length - told.length;
  if (more > 0) told.push(`${more} more entries have faults`);
  return {
    directory: { sites, file },
    complaints: told.map(
      (message) =>
        new Complaint({
          code: "directory/bad-entry",
          place: { file },
          message,
          help: "the other sites of the list are read",
          severity: "warning",
        }),
    ),
  };
}

function siteIn(name: string, domain: string, fields: Fields, faults: string[]): Site {
  const listed = fields["tfa"] ?? fields["methods"];
  // The list gives whom to ask for it where a site offers none.
  const isSaid = listed !== undefined || fields["contact"] !== undefined;
  const offers = new Set<SecondStep>();
  for (const method of textsIn(listed)) {
    const step = Object.hasOwn(stepOf, method) ? stepOf[method] : undefined;
    if (step === undefined)
      faults.push(
        `the entry \`${name}\` lists \`${method.slice(0, nameMax)}\`, which is no second step we know; it counts as none`,
      );
    else if (step !== "mail") offers.add(step);
  }
  const address = (key: string): Readonly<Record<string, string>> => {
    const value = fields[key];
    if (value === undefined || value === null || value === "") return {};
    if (typeof value === "string" && value.length <= addressMax && /^https?:\/\/[^\s]+$/.test(value))
      return { [key]: value };
    faults.push(`the entry \`${name}\` has no web address as \`${key}\`; that is left out`);
    return {};
  };
  const methods = textsIn(listed);
  return {
    name,
    domain,
    kind: kindIn([...textsIn(fields["categories"]), ...textsIn(fields["keywords"])]),
    ...(isSaid ? { offers } : {}),
    codes: [
      ...(methods.includes("sms") ? (["receive-sms"] as const) : []),
      ...(methods.includes("call") ? (["receive-call"] as const) : []),
    ],
    ...address("documentation"),
    ...address("recovery"),
  };
}

/** Two entries of one domain: what only one of them offers may be for other people than this one. */
function weaker(known: Site | undefined, site: Site): Site {
  if (known === undefined) return site;
  const { offers, ...rest } = known;
  if (offers === undefined || site.offers === undefined) return rest;
  return { ...known, offers: offers.intersection(site.offers) };
}

const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string");

const kindIn = (categories: readonly string[]): InstitutionKind =>
  kindOfCategory.find(([category]) => categories.includes(category))?.[1] ?? "site";

/** `https://www.Example.com/sign-in` is `example.com`; `undefined` where it is no domain. */
function domainIn(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > addressMax) return undefined;
  const domain = value
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/?#:].*$/s, "")
    .replace(/^www\./, "")
    .replace(/\.$/, "");
  return domain.length <= domainMax && /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(domain)
    ? domain
    : undefined;
}

/** The site of an address as somebody types it, or of the domain above it: `accounts.example.com` is `example.com`. */
export function siteAt({ sites }: SecondFactors, typed: string): Site | undefined {
  const domain = domainIn(typed);
  if (domain === undefined) return undefined;
  const labels = domain.split(".");
  for (let from = 0; from <= labels.length - 2; from += 1) {
    const site = sites.get(labels.slice(from).join("."));
    if (site !== undefined) return site;
  }
  return undefined;
}

/** Whom to call for an act: the numbers of the place, what each is for, whether anybody is there now; else who knows them. */
import type { Grounded, Step } from "../ground/index.ts";
import {
  at,
  type Contact,
  conditionsWithRole,
  type Institution,
  isAlways,
  minuteOfWeek,
  parseHours,
} from "../model/index.ts";
import type { Incident } from "../respond/index.ts";
import { marks } from "./marks.ts";
import { respondWords } from "./respond-words.ts";
import { sayHours } from "./say-pattern.ts";
import type { Lang } from "./words.ts";

export interface ContactTold {
  readonly tel?: string;
  readonly url?: string;
  readonly hours?: string;
  /** The hours as they are said; absent: at any hour, or nobody wrote them down. */
  readonly opens?: string;
  /** Whether somebody is there now; absent: nobody wrote down when. */
  readonly isOpen?: boolean;
  /** Which of several it is: from abroad, prepaid. */
  readonly note?: string;
  /** Whose it is, where it is not of the place that is to be called: one of several it may be, or who connects to it. */
  readonly of?: string;
}

/** A list of more names than this is no help to somebody who looks for a number. */
const othersMax = 8;

/**
 * The contacts of a place, those that are open now first. Of a place nobody has named: the numbers of those it may be,
 * where they are few. Without any number: who connects to it, stops the same or keeps the money back, where the region has such.
 */
export function contactsOf(
  { catalog, person, conditions }: Pick<Grounded, "catalog" | "person" | "conditions">,
  { institution: id, sets = [] }: Pick<Step, "institution"> & Partial<Pick<Step, "sets">>,
  incident: Pick<Incident, "at" | "offset">,
  lang: Lang,
): readonly ContactTold[] {
  const minute = minuteOfWeek(incident.at.to, incident.offset);
  const tell = (contact: Contact, of?: Institution) => contactTold(contact, { minute, lang, of });
  const here = catalog.institutions.get(id);
  const own = (here?.contacts ?? [])
    .filter((contact) => isReachedFrom(contact, here, person.region))
    .map((contact) => tell(contact));
  if (here === undefined || own.some(({ tel }) => tel !== undefined)) return openFirst(own);
  const near = [...catalog.institutions.values()].filter(
    ({ regions }) => person.region !== undefined && regions.includes(person.region),
  );
  const firstTel = (institution: Institution) =>
    institution.contacts
      .flatMap((contact) => (contact.tel === undefined ? [] : [tell(contact, institution)]))
      .slice(0, 1);
  const ofKind = here.isArchetype
    ? near.filter(({ kind, isArchetype }) => kind === here.kind && !isArchetype)
    : [];
  const known = ofKind.flatMap(firstTel);
  // One number of many banks looks as if it were the one to call.
  const alike = 2 * known.length >= ofKind.length ? known : [];
  const asked = sets.map(({ condition }) => at(conditions, condition).capability.kind);
  const rescues = keepsMoney.has(here.kind)
    ? rescuesFor({ catalog, person }, { place: here, asked }).flatMap(firstTel)
    : [];
  const others = [...(alike.length > othersMax ? [] : alike), ...rescues];
  return [...own, ...new Map(others.map((each) => [each.tel, each])).values()];
}

/**
 * A number without the code of its country is dialled in it alone: in Tanzania `234` is nobody's, or somebody else's. Where
 * nobody said in which country it is, every number is told.
 */
const isReachedFrom = ({ tel }: Contact, of: Institution | undefined, region: string | undefined): boolean =>
  tel === undefined ||
  tel.trim().startsWith("+") ||
  region === undefined ||
  region === "" ||
  of === undefined ||
  of.regions.length === 0 ||
  of.regions.includes(region);

/**
 * Who in the region can be called in the place of one whose number nobody wrote down: who stops what is asked for, or holds
 * money back, and for a bank a switchboard of banks. A credit bureau stops no card, and one that only takes reports nothing.
 */
export function rescuesFor(
  { catalog, person }: Pick<Grounded, "catalog" | "person">,
  { place, asked }: { readonly place: Institution; readonly asked: readonly string[] },
): readonly Institution[] {
  const stopping = new Set([...asked, ...conditionsWithRole(catalog.vocabulary, "rescue")]);
  return [...catalog.institutions.values()].filter(({ kind, regions, flows, contacts }) => {
    if (kind !== "rescue" || person.region === undefined || !regions.includes(person.region)) return false;
    if (flows.some(({ sets }) => sets.some(({ pattern }) => stopping.has(pattern.kind)))) return true;
    const [contact] = contacts.filter(({ tel }) => tel !== undefined);
    return flows.length === 0 && contact?.note !== undefined && place.kind === "bank";
  });
}

export const keepsMoney: ReadonlySet<Institution["kind"]> = new Set(["bank", "wallet", "lender", "exchange"]);

const openFirst = (contacts: readonly ContactTold[]): readonly ContactTold[] =>
  [...contacts].sort((a, b) => Number(a.isOpen === false) - Number(b.isOpen === false));

interface ContactOptions {
  readonly lang: Lang;
  /** Of the week; absent: whether somebody is there is not asked. */
  readonly minute?: number;
  readonly of?: Institution | undefined;
}

export function contactTold(
  { tel, url, hours, note }: Contact,
  { minute, lang, of }: ContactOptions,
): ContactTold {
  const windows = hours === undefined ? undefined : parseHours(hours);
  return {
    ...(tel === undefined ? {} : { tel }),
    ...(url === undefined ? {} : { url }),
    ...(hours === undefined ? {} : { hours }),
    ...(windows === undefined || isAlways(windows) ? {} : { opens: sayHours(windows, lang) }),
    ...(windows === undefined || minute === undefined
      ? {}
      : { isOpen: windows.some(([from, to]) => from <= minute && minute < to) }),
    ...(note === undefined ? {} : { note: note[lang] }),
    ...(of === undefined ? {} : { of: of.name[lang] }),
  };
}

/** What is said beside a number: whose it is, what it is for, when somebody is there. */
export const aboutContact = ({ of, note, opens, isOpen }: ContactTold, lang: Lang): string =>
  [of, note, opens, ...(isOpen === false ? [respondWords(lang).closed] : [])]
    .filter((part) => part !== undefined)
    .join(marks[lang].comma);

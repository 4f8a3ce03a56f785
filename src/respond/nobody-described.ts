/**
 * Somebody who described nothing beforehand: one of each thing that the catalogue's archetypes of the region stand for,
 * on one line in one phone. What nobody said is taken as is usual: neither the weakest of what there is, with which no
 * act would help and all would look alike, nor a strong one. No portrait; each answer sharpens it.
 */
import { type Catalog, institutionHelp, type YamlText } from "../catalog/index.ts";
import {
  type Bilingual,
  Complaint,
  type ComplaintPlace,
  compareText,
  type Institution,
  type InstitutionKind,
  thingTypes,
} from "../model/index.ts";
import type { Incident } from "./incident.ts";
import { isKindAlone, type KindsTold, type PlaceNamed, placesNamed, unreadId } from "./places-named.ts";

const undescribedId = "somebody";

/** What nearly everybody has, and what they would call it. */
const usualNames: Readonly<Partial<Record<InstitutionKind, Bilingual>>> = {
  carrier: { en: "the carrier's online account", zh: "运营商网上营业厅账户" },
  bank: { en: "the bank card", zh: "银行卡" },
  wallet: { en: "the payment app", zh: "支付应用" },
  mail: { en: "the email account", zh: "邮箱账户" },
  vendor: { en: "the phone maker's account", zh: "手机厂商账户" },
  messenger: { en: "the chat app", zh: "聊天应用" },
  government: { en: "the government app", zh: "政务应用" },
};

/** Kinds that keep money of one's own in the account itself. */
const keepsBalance: ReadonlySet<InstitutionKind> = new Set(["bank", "wallet", "exchange"]);

/** Some phone makers keep mailboxes as well, and are then named by them (`Gmail`). */
const isMailName = /mail|邮箱|郵件|メール|메일|почт/iu;

type Section = Record<string, Record<string, unknown>>;

/** What somebody who described nothing could still say in the first minute. */
export interface FewWords {
  /** Institutions they are a customer of, by any of their names; each takes the place of the archetype of its kind. */
  readonly uses?: readonly string[];
  /** What those are that nobody has read, by what was told of them. */
  readonly kinds?: KindsTold;
  /** The SIM is in their own hand, not in the phone that is gone. */
  readonly hasSim?: boolean;
}

export const fewWordsOf = ({ uses, kinds, has }: Pick<Incident, "uses" | "kinds" | "has">): FewWords => ({
  uses,
  kinds,
  hasSim: has.some((each) => each === "sim.main" || each === "possess(sim.main)"),
});

/** The person as a file would say it, to be read like any other. A name in `uses` that is nobody's is complained of. */
export function nobodyDescribed(
  catalog: Catalog,
  region: string,
  file: string,
  { uses = [], kinds, hasSim = false }: FewWords = {},
): YamlText {
  const place: ComplaintPlace = { file };
  const meant = placesNamed(catalog, uses, region, kinds);
  const unread = meant.flatMap((each) => unreadPlace(catalog, region, each));
  const named = [...new Set(meant.flatMap(({ institution }) => institution ?? [])), ...unread];
  const unknown = meant.flatMap(({ name, institution, kind }) =>
    institution === undefined && kind === undefined ? [name] : [],
  );
  const archetypes = [...catalog.institutions.values()]
    .filter(
      ({ isArchetype, kind, regions, provides }) =>
        isArchetype &&
        usualNames[kind] !== undefined &&
        provides.length > 0 &&
        (regions.length === 0 || regions.includes(region)),
    )
    .sort((a, b) => compareText(a.id, b.id));
  const lines: Section = {};
  const cards: Section = {};
  const accounts: Section = {};
  const mailAtVendor = meant.find(
    ({ name, institution }) => institution?.kind === "vendor" && isMailName.test(name),
  )?.institution;
  const nearest = withNamed(nearestOfEachKind(archetypes), named).filter(
    ({ kind, isArchetype }) => kind !== "mail" || !isArchetype || mailAtVendor === undefined,
  );
  const isMail = ({ kind }: Institution) => kind === "mail";
  const mailbox = nearest.find(isMail) ?? mailAtVendor;
  const hasMail = mailbox !== undefined;
  for (const each of nearest) {
    const { id, kind, provides } = each;
    // The first of its kind is known by the kind, so that an answer before the name and after it speak of one thing.
    const isFirst = nearest.find((other) => other.kind === kind) === each;
    const key = isFirst ? kind : unread.includes(each) ? `unread-${unread.indexOf(each) + 1}` : id;
    const name = named.includes(each) ? each.name : usualNames[kind];
    if (provides.includes("line"))
      lines[isFirst ? "main" : key] = {
        ...(isFirst ? {} : { name: numberOf(each) }),
        carrier: id,
        sim: { in: hasSim ? "none" : "phone", pin: "none", kind: "physical" },
        ...usual(each, "line"),
      };
    if (provides.includes("card"))
      cards[key] = {
        name: named.includes(each) ? cardOf(each) : name,
        bank: id,
        kind: "debit",
        balance: "unknown",
        "reserved-line": "main",
        ...usual(each, "card"),
      };
    if (!provides.includes("account")) continue;
    accounts[key] = {
      name,
      service: id,
      ...usual(each, "account"),
      // There may be something, however little is read of the place: what can go nowhere is not weighed.
      ...(keepsBalance.has(kind) && !provides.includes("card") ? { balance: "unknown" } : {}),
      line: "main",
      devices: ["phone"],
      ...(hasMail && each !== mailbox ? { mailbox: "main" } : {}),
      ...(provides.includes("card") ? { cards: [key] } : {}),
      ...(kind === "wallet" && nearest.some((other) => other.provides.includes("card"))
        ? { cards: ["bank"] }
        : {}),
    };
  }
  const vendor = nearest.find(({ kind }) => kind === "vendor");
  return {
    value: {
      person: {
        id: undescribedId,
        region,
        name: { en: "somebody of whom nothing is known yet", zh: "还什么都不知道的人" },
      },
      lines,
      devices: {
        phone: {
          kind: "phone",
          lock: "passcode",
          "lock-screen": "shows-codes",
          ...(vendor === undefined ? {} : { vendor: vendor.id, account: "vendor" }),
        },
      },
      cards,
      accounts,
      ...(hasMail
        ? { mailboxes: { main: { name: { en: "the mailbox", zh: "邮箱" }, account: mailbox.kind } } }
        : {}),
      documents: { "id-card": { kind: "id-card" } },
    },
    complaints: unknown.map(
      (id) =>
        new Complaint({
          code: "person/unknown-institution",
          place,
          message: `nobody has read \`${id}\`, and its name does not say what it is; what is asked there is not judged`,
          help: institutionHelp(catalog, id, {
            region,
            elsewhere: "say what it is (`Cosmote carrier`), or take a name of the catalogue",
          }),
          severity: "warning",
        }),
    ),
    locate: () => place,
  };
}

/** The account has the name of the place; its card and its number are called otherwise. */
const cardOf = ({ name }: Institution): Bilingual => ({
  en: `the ${name.en} card`,
  zh: /行$/.test(name.zh) ? `${name.zh}卡` : `${zhOf(name)}的卡`,
});
/** A name in other letters has a blank after it. */
const zhOf = ({ zh }: Bilingual): string => (/[A-Za-z0-9]$/.test(zh) ? `${zh} ` : zh);
const numberOf = ({ name }: Institution): Bilingual => ({
  en: `the ${name.en} number`,
  zh: `${zhOf(name)}的号码`,
});

/** What stands for its kind, under the name somebody wrote; a kind that was named alone is what stands for it anyway. */
function unreadPlace(
  catalog: Catalog,
  region: string,
  { name, kind, institution }: PlaceNamed,
): readonly Institution[] {
  if (institution !== undefined || kind === undefined || isKindAlone(catalog, name)) return [];
  const standIn = nearestOfEachKind(
    [...catalog.institutions.values()].filter(
      (each) =>
        each.isArchetype &&
        each.kind === kind &&
        each.provides.length > 0 &&
        (each.regions.length === 0 || each.regions.includes(region)),
    ),
  )[0];
  if (standIn === undefined) return [];
  const called = { en: name, zh: name };
  return [
    {
      ...standIn,
      id: unreadId(catalog, name, kind),
      name: called,
      also: [],
      isArchetype: false,
      settings: new Map(),
      flows: [],
    },
  ];
}

/** Of the values there are, the one after the weakest; files list them from weak to strong. */
const middling = (values: readonly string[]): string | undefined => {
  const known = values.filter((value) => value !== "unknown");
  return known[0] === "none" ? (known[1] ?? known[0]) : known[0];
};

function usual({ settings }: Institution, kind: "line" | "card" | "account"): Record<string, unknown> {
  const attributes = Object.entries(thingTypes[kind].attributes).flatMap(([attribute, { type, values }]) => {
    const value = type === "word" && values !== undefined ? middling(values) : undefined;
    return value === undefined || attribute === "kind" ? [] : [[attribute, value] as const];
  });
  const own = [...settings].flatMap(([setting, { of, values }]) => {
    const value = of === kind ? middling(values) : undefined;
    return value === undefined ? [] : [[setting, value] as const];
  });
  return {
    ...Object.fromEntries(attributes),
    ...(own.length === 0 ? {} : { settings: Object.fromEntries(own) }),
  };
}

/** What is named comes instead of what stands for its kind; two of a kind are two. */
function withNamed(usual: readonly Institution[], named: readonly Institution[]): readonly Institution[] {
  const known = named.filter(({ provides }) => provides.length > 0);
  return [...usual.filter(({ kind }) => known.every((each) => each.kind !== kind)), ...new Set(known)];
}

/** Of each kind the archetype of the region itself, else the one for everywhere. */
function nearestOfEachKind(archetypes: readonly Institution[]): readonly Institution[] {
  const found = new Map<string, Institution>();
  for (const each of archetypes) {
    const known = found.get(each.kind);
    if (known === undefined || (known.regions.length === 0 && each.regions.length > 0))
      found.set(each.kind, each);
  }
  return [...found.values()];
}

/**
 * What to do first, of an audit: the one habit that changes most, and whom to call if it happens, in this order. Never
 * nothing: where no habit helps and nobody has read how a block holds, whoever keeps the money and the number can still
 * be called, and the numbers written down today.
 *
 * What to know to trust it: a call is made for what the owner has and could lose here, never for an account nobody has
 * opened yet. Where the phone is open, the number is in other hands already or a password was told, the money goes first; else
 * the number, unless its block is lifted faster than a call takes. How long a block holds is said where it was read.
 */
import {
  type ConditionRole,
  capability,
  conditionsWithRole,
  hasAttribute,
  kindsWithRole,
  parseCapability,
  secretsWithRole,
  splitCapability,
  type ThingKind,
} from "../model/index.ts";
import type { Thing } from "../person/index.ts";
import type { AuditAnswer, HoldingPower } from "../questions/index.ts";
import { foundCut } from "../questions/index.ts";
import { blockWords, sayProof } from "./block-words.ts";
import { inBrackets, marks } from "./marks.ts";
import { aboutContact, type ContactTold, contactTold, keepsMoney, rescuesFor } from "./respond-contacts.ts";
import { capitalised, isStandIn, type Speaking, sayConditionAct, sayInstitution, sayThing } from "./say.ts";
import { sayDuration } from "./say-amounts.ts";
import { isOpen } from "./say-verdicts.ts";
import type { Telling } from "./telling.ts";
import { verdictWords } from "./verdict-words.ts";
import type { Lang } from "./words.ts";

/** Whom to call for what. */
export interface FirstCall {
  /** Whoever runs the things; absent: nobody said who does. */
  readonly institution?: string;
  /** What is asked for, as conditions: one call asks for all that is at one place. */
  readonly conditions: readonly string[];
  /** What is in other hands already and is to be taken back there: a mailbox, an account. */
  readonly back?: readonly string[];
  /** The shortest of the blocks that were read; absent: nobody has read how long any of them holds. */
  readonly power?: HoldingPower;
}

/** The habit that changes most: of what is taken and near, else the first of what stops all of it. */
export function firstMeasure({ cuts, near }: AuditAnswer): string | undefined {
  const cut = foundCut(cuts.person);
  const stops = cut?.remaining.length === 0 ? cut.measures[0] : undefined;
  // Where no habit helps by itself, some may together.
  return near?.helps[0]?.measure ?? stops ?? near?.cut?.measures[0];
}

/** A list of more calls is made in no night. */
export const callsMax = 5;

/** A block that is lifted faster than this does not come before the money. */
const holdsMinutesMin = 30;

/** A phone that opens again sooner is not worth the time it takes to lock it. */
const lockMinutesMin = 5;

/** Whom to call, the first first; empty: nothing that was entered has anybody to be called. */
export const firstCalls = (answer: AuditAnswer, world: Speaking): readonly FirstCall[] =>
  callsInOrder(answer, world).slice(0, callsMax);

/** All of them; nobody makes more than `callsMax` in a night. */
export function callsInOrder(answer: AuditAnswer, world: Speaking): readonly FirstCall[] {
  const money = moneyCalls(answer, world);
  const lines = callsFor(answer, world, "line", () => true);
  const isHeld = (role: "in-hand" | "own-line", thing: string) =>
    kindsWithRole(world.catalog.vocabulary, role).some((kind) =>
      answer.held.includes(capability({ kind, things: [thing] }).text),
    );
  // What has no lock is locked by nobody.
  const isTaken = (thing: Thing) => isHeld("in-hand", thing.id) && hasAttribute(thing, "lock");
  const devices = callsFor(answer, world, "device", isTaken).filter(
    ({ power }) => (power?.heldIfSetAtOnceMinutes ?? lockMinutesMin) >= lockMinutesMin,
  );
  const isOpen = answer.held.some((word) => word.startsWith("unlock("));
  const isMoved = [...world.person.things.values()].some(
    ({ id, kind }) => kind === "line" && isHeld("own-line", id),
  );
  const isShort = lines.every(
    ({ power }) => (power?.heldIfSetAtOnceMinutes ?? holdsMinutesMin) < holdsMinutesMin,
  );
  const back = takenBack(answer, world);
  // Where a mailbox or an account was taken, or its secret told, the number is not what is in danger first.
  const isElsewhere = (back.length > 0 || isSecretOut(answer, world)) && !isNearLine(answer, world);
  return isOpen || isMoved || isShort || isElsewhere
    ? [...back, ...money, ...devices, ...lines]
    : [...lines, ...back, ...money, ...devices];
}

/** Is what is held, beyond what leaks of everybody, of a line, its SIM or a phone? */
const isNearLine = ({ held }: AuditAnswer, { catalog, person }: Speaking): boolean => {
  const known = new Set(kindsWithRole(catalog.vocabulary, "secret"));
  return held.some((word) => {
    const split = splitCapability(word);
    if (split === undefined || known.has(split.kind)) return false;
    return split.subjects.some((id) => nearLine.has(person.things.get(id)?.kind ?? "person"));
  });
};
const nearLine: ReadonlySet<ThingKind> = new Set<ThingKind>(["line", "sim", "device"]);

/** Is a secret of a card or an account held that does not leak of everybody? */
function isSecretOut({ held }: AuditAnswer, { catalog, person }: Speaking): boolean {
  const known = new Set(kindsWithRole(catalog.vocabulary, "secret"));
  const leaks = secretsWithRole(catalog.vocabulary, "leaks").map(([kind, secret]) => `${kind} ${secret}`);
  return held.some((word) => {
    const read = parseCapability(word, (id) => person.things.has(id));
    const thing = person.things.get(read?.things[0] ?? "");
    if (read?.secret === undefined || thing === undefined || !known.has(read.kind)) return false;
    const isOfMoney = thing.kind === "account" || thing.kind === "card";
    return isOfMoney && !leaks.includes(`${thing.kind} ${read.secret}`);
  });
}

/** Of a phone that is open in their hands and has no lock by the file: what a lock would change, and what not; absent: none is. */
export function sayNoLock({ held }: AuditAnswer, world: Speaking, lang: Lang): string | undefined {
  const open = [...world.person.things.values()].find(
    ({ id, of, attributes }) =>
      of === undefined && attributes.get("lock") === "none" && held.includes(`unlock(${id})`),
  );
  return open === undefined
    ? undefined
    : capitalised(verdictWords(lang).noLock(sayThing(world, open.id, lang)));
}

/** Mailboxes and accounts that were taken over before it began: whoever runs them, and what. */
function takenBack({ held }: AuditAnswer, { catalog, person }: Speaking): readonly FirstCall[] {
  const places = new Map<string, readonly string[]>();
  for (const kind of kindsWithRole(catalog.vocabulary, "takeover"))
    for (const { id, kind: what, institution, relations } of person.things.values()) {
      if (what !== "mailbox" && what !== "account") continue;
      if (!held.includes(capability({ kind, things: [id] }).text)) continue;
      const account = relations.get("account");
      const [keeper] = account === undefined || account === "unknown" ? [] : account;
      const at = institution ?? person.things.get(keeper ?? "")?.institution ?? id;
      places.set(at, [...(places.get(at) ?? []), id]);
    }
  return [...places].map(([at, back]) => ({
    ...(person.things.has(at) ? {} : { institution: at }),
    conditions: [],
    back,
  }));
}

/** Whoever keeps what is taken or not ruled out, the largest sums first; a sum nobody stated after those, and last a card in other hands. */
function moneyCalls(answer: AuditAnswer, world: Speaking): readonly FirstCall[] {
  const places = new Map<string, { readonly conditions: Set<string>; readonly amount: number }>();
  const addTo = (key: string, condition: string, amount: number) => {
    const place = places.get(key) ?? { conditions: new Set<string>(), amount: 0 };
    place.conditions.add(condition);
    places.set(key, { ...place, amount: place.amount + amount });
  };
  for (const loss of answer.losses) {
    if (!isOpen(loss)) continue;
    for (const id of splitCapability(loss.goal)?.subjects ?? []) {
      const thing = world.person.things.get(id);
      const condition = thing === undefined ? undefined : stopFor(world, thing.kind, id);
      if (thing === undefined || condition === undefined || thing.kind === "device" || thing.kind === "line")
        continue;
      addTo(keeperOf(thing, world), condition, loss.amount ?? 0);
    }
  }
  for (const card of lostCards(answer, world)) {
    const condition = stopFor(world, card.kind, card.id);
    if (condition !== undefined) addTo(keeperOf(card, world), condition, 0);
  }
  return [...places]
    .sort(([, a], [, b]) => b.amount - a.amount)
    .map(([key, { conditions }]) => callOf(answer, world, key, [...conditions]));
}

/**
 * Whoever runs it; the thing itself where nobody said who does, or somebody who runs no such things: a carrier in another
 * country that has the name of a bank is not to be called about a card.
 */
function keeperOf({ id, kind, institution }: Thing, { catalog }: Speaking): string {
  const provides = catalog.institutions.get(institution ?? "")?.provides;
  const isOther = provides !== undefined && provides.length > 0 && !provides.includes(kind);
  return institution === undefined || isOther ? id : institution;
}

/** A card in other hands is blocked whatever was read of it: no bank asks first what a thief could do with it. */
const lostCards = ({ held }: AuditAnswer, { catalog, person }: Speaking): readonly Thing[] =>
  [...person.things.values()].filter(
    ({ id, kind, of }) =>
      kind === "card" &&
      of === undefined &&
      kindsWithRole(catalog.vocabulary, "in-hand").some((word) =>
        held.includes(capability({ kind: word, things: [id] }).text),
      ),
  );

function callsFor(
  answer: AuditAnswer,
  world: Speaking,
  kind: ThingKind,
  isMeant: (thing: Thing) => boolean,
): readonly FirstCall[] {
  return [...world.person.things.values()].flatMap((thing) => {
    const condition = stopFor(world, kind, thing.id);
    if (thing.kind !== kind || thing.of !== undefined || condition === undefined || !isMeant(thing))
      return [];
    return [
      callOf(
        answer,
        world,
        thing.kind === "device" ? (thing.institution ?? thing.id) : keeperOf(thing, world),
        [condition],
      ),
    ];
  });
}

function callOf(
  answer: AuditAnswer,
  { catalog, person }: Speaking,
  key: string,
  conditions: readonly string[],
): FirstCall {
  const powers = answer.conditions.filter(({ condition }) => conditions.includes(condition));
  const power = powers.sort((a, b) => lasting(a) - lasting(b))[0];
  const isNamed = catalog.institutions.has(key) || !person.things.has(key);
  return {
    ...(isNamed ? { institution: key } : {}),
    conditions,
    ...(power === undefined ? {} : { power }),
  };
}

/** Longer than any other where nobody was found to undo it. */
const lasting = ({ heldIfSetAtOnceMinutes }: HoldingPower): number =>
  heldIfSetAtOnceMinutes ?? Number.MAX_VALUE;

/** What is asked for where a thing of this kind is in danger, by the roles of conditions. */
const stopRole: Readonly<Partial<Record<ThingKind, ConditionRole>>> = {
  account: "freezes",
  card: "blocks",
  line: "silences",
  device: "locks",
};

function stopFor({ catalog }: Speaking, kind: ThingKind, thing: string): string | undefined {
  const role = stopRole[kind];
  const [condition] = role === undefined ? [] : conditionsWithRole(catalog.vocabulary, role);
  return condition === undefined ? undefined : capability({ kind: condition, things: [thing] }).text;
}

/** The ways to a place; where none is known, of whoever in the region stops the same or connects to such places. */
export function contactsToCall(
  { catalog, person }: Speaking,
  {
    institution,
    conditions,
  }: { readonly institution: string | undefined; readonly conditions: readonly string[] },
  lang: Lang,
): readonly ContactTold[] {
  const place = catalog.institutions.get(institution ?? "");
  const own = place?.contacts ?? [];
  const tels = own.filter(({ tel }) => tel !== undefined);
  const best = tels.length > 0 ? tels : own.filter(({ url }) => url !== undefined);
  if (best.length > 0) return best.slice(0, numbersMax).map((contact) => contactTold(contact, { lang }));
  if (place === undefined || !keepsMoney.has(place.kind)) return [];
  const asked = conditions.flatMap((condition) => splitCapability(condition)?.kind ?? []);
  return rescuesFor({ catalog, person }, { place, asked })
    .flatMap((rescue) =>
      rescue.contacts
        .filter(({ tel }) => tel !== undefined)
        .slice(0, 1)
        // What is noted of a switchboard says what it is for; of the others their name does.
        .map((contact) => contactTold(contact, { lang, of: rescue.flows.length === 0 ? undefined : rescue })),
    )
    .slice(0, 1);
}

/** Of a place with many numbers these are tried. */
const numbersMax = 2;

function sayContact(contact: ContactTold, lang: Lang): string {
  const about = aboutContact(contact, lang);
  const said = contact.tel ?? contact.url ?? "";
  return about === "" ? said : said + inBrackets(about, lang);
}

/** A call in its parts, for whoever shows more than a line. */
export interface CallTold {
  readonly whom: string;
  /** The numbers, else the addresses; empty: nobody has written any down. */
  readonly contacts: readonly ContactTold[];
  /** Where the number is found; absent: there are contacts. */
  readonly find?: string;
  /** What to ask for. */
  readonly acts: string;
  /** A whole sentence: how long that holds. */
  readonly holds: string;
}

export function tellCall(
  { world, lang }: Pick<Telling, "world" | "lang">,
  { institution, conditions, power, back = [] }: FirstCall,
): CallTold {
  const words = verdictWords(lang);
  if (back.length > 0) return tellTakenBack(world, { institution, back }, lang);
  const isDevice = conditions.every((condition) => /\(device\./.test(condition));
  // Nobody can call any bank: where a kind stands in for a name, it is whoever it is.
  // A name is written as its bearer, or the owner, writes it.
  const whom =
    institution !== undefined && !isStandIn(institution)
      ? sayInstitution(world, institution, lang)
      : capitalised(isDevice ? words.phoneMaker : words.whoRunsIt);
  const contacts = contactsToCall(world, { institution, conditions }, lang);
  return {
    whom,
    contacts,
    ...(contacts.length > 0 ? {} : { find: isDevice ? words.findPhone : words.findNumber }),
    acts: conditions.map((condition) => sayConditionAct(world, condition, lang)).join(marks[lang].list),
    holds: sayHold(power, lang),
  };
}

/** How long it holds, and what anybody needs at the least to lift it, where that was read. */
function sayHold(power: HoldingPower | undefined, lang: Lang): string {
  const words = verdictWords(lang);
  const minutes = power?.heldIfSetAtOnceMinutes;
  if (power === undefined || minutes === undefined) return words.holdsUnread;
  const { weakestLift, heldMinutes, liftedBy } = power;
  if (minutes === null && heldMinutes === null && weakestLift === null) return words.holdsOn;
  const lasts =
    minutes === null
      ? heldMinutes === null
        ? words.holdsHere
        : words.holdsAtOnce(sayDuration(heldMinutes, lang))
      : (liftedBy === "lapses" ? words.holdsLapse : words.holdsFor)(sayDuration(minutes, lang));
  if (weakestLift === null || weakestLift.proof === "lapse") return lasts;
  const takes =
    capitalised(blockWords.weakestLift[lang]) + marks[lang].colon + sayProof(weakestLift.proof, lang);
  return lasts + marks[lang].gap + takes + marks[lang].stop;
}

/** `China Mobile, 10086: suspend the number. That lasts 3 minutes at worst; ask again when it is undone.` */
export function sayCall(speaking: Pick<Telling, "world" | "lang">, call: FirstCall): string {
  const words = verdictWords(speaking.lang);
  const { whom, contacts, find, acts, holds } = tellCall(speaking, call);
  const numbers = find ?? contacts.map((each) => sayContact(each, speaking.lang)).join(words.orNumber);
  return words.callFor({ whom, numbers, acts, holds });
}

function tellTakenBack(
  world: Speaking,
  { institution, back }: { readonly institution: string | undefined; readonly back: readonly string[] },
  lang: Lang,
): CallTold {
  const words = verdictWords(lang);
  const contacts = (world.catalog.institutions.get(institution ?? "")?.contacts ?? [])
    .filter((each) => each.for !== "device")
    .slice(0, numbersMax);
  return {
    whom: capitalised(institution === undefined ? words.whoRunsIt : sayInstitution(world, institution, lang)),
    contacts: contacts.map((contact) => contactTold(contact, { lang })),
    ...(contacts.length > 0 ? {} : { find: words.ownSite }),
    acts: words.takeBack(back.map((id) => sayThing(world, id, lang)).join(marks[lang].list)),
    holds: words.takeBackElse,
  };
}

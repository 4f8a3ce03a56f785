/**
 * Which institution a name means: its id, its name in either language, whatever else people call it, in any script.
 * Capitals, spaces, accents and signs do not matter. Of several so named the one in the person's region is meant, then
 * one that is everywhere, then one that is in several countries or is used from any; where that still leaves several, none
 * is guessed and all are told. An id elsewhere gives way to somebody here or everywhere who is called so (`chase` in
 * Britain is not the American bank, `vivo` in China not the Brazilian carrier).
 *
 * A name that only a namesake elsewhere has means nobody, and tells the namesake: `My Bank` in Poland is not China's
 * MYbank. Whoever means that one writes its id, or says the country: `ICBC (China)`, `icbc-cn`, `Vodafone UK`.
 *
 * Where nobody is called so, what every firm may add to its name counts no more (`NCBA Bank` is NCBA, and so is `NCBA Bank
 * Kenya PLC`), and one of two names joined by "and" does, if that leaves one in the person's region or everywhere.
 *
 * Cost: one pass over all names of a catalogue, the first time a name is asked that is no id.
 */
import {
  append,
  compareText,
  countryCode,
  type Institution,
  type InstitutionKind,
  type ThingKind,
} from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { didYouMean, listedMax } from "./did-you-mean.ts";

export interface NameQuestion {
  readonly region?: string | undefined;
  /** What it must run; absent: anything. */
  readonly runs?: ThingKind;
}

export interface Named {
  readonly institution?: Institution;
  /** As many as the name may mean, namesakes elsewhere too; empty where nobody is called so. */
  readonly all: readonly Institution[];
}

/** Longer is no name, and comparing it with all others would take its time. */
const nameLengthMax = 80;

export function institutionNamed(catalog: Catalog, name: string, { region, runs }: NameQuestion = {}): Named {
  if (isLeftOut(catalog, name)) return { all: [] };
  const known = catalog.institutions.get(name);
  const isHere = ({ regions }: Institution) => region !== undefined && regions.includes(region);
  const isAnywhere = ({ regions }: Institution) => regions.length === 0;
  const runsIt = (each: Institution) => runs === undefined || canRun(each, runs);
  const isMeant = known !== undefined && runsIt(known);
  const isElsewhere =
    region !== undefined && known !== undefined && !isHere(known) && !isAnywhere(known) && !known.isArchetype;
  if (isMeant && !isElsewhere) return only(known);
  const called = institutionsCalled(catalog, name).filter(({ isArchetype }) => !isArchetype);
  const there = known === undefined && !called.some(isHere) ? withCountry(name) : undefined;
  if (there !== undefined && there.region !== region) {
    const { institution, all } = institutionNamed(catalog, there.name, {
      region: there.region,
      ...(runs === undefined ? {} : { runs }),
    });
    if (institution?.regions.includes(there.region) === true) return { institution, all };
  }
  if (isMeant && !called.some((each) => (isHere(each) || isAnywhere(each)) && runsIt(each)))
    return only(known);
  if (known === undefined && called.length === 0)
    return plainlyCalled(catalog, name, (each) => (isHere(each) || isAnywhere(each)) && runsIt(each));
  // Somebody of that name here who runs no such thing is complained of; a namesake elsewhere is not taken for them.
  const nearest = [
    called.filter((each) => isHere(each) && runsIt(each)),
    called.filter((each) => isAnywhere(each) && runsIt(each)),
    known === undefined ? called.filter(isHere) : [known],
    called.filter(runsIt),
    called,
  ].find((found) => found.length > 0);
  if (nearest === undefined) return { all: [] };
  const isAbroad = (each: Institution) =>
    region !== undefined &&
    each.regions.length === 1 &&
    !isHere(each) &&
    !overBorders.has(each.kind) &&
    !saysCountry(name, each);
  // A name of one's own goes before what others are called besides.
  const own = nearest.filter((each) => ownNames(each).some((text) => bareName(text) === bareName(name)));
  const all = nearest.length > 1 && own.length === 1 ? own : nearest;
  const [one, ...others] = all;
  if (known === undefined && all.every(isAbroad)) return { all };
  return one !== undefined && others.length === 0 ? only(one) : { all };
}

/** What people have an account at from any country; no number of one country is told for them. */
const overBorders: ReadonlySet<InstitutionKind> = new Set(["mail", "messenger", "vendor"]);

/** Its own name may tell where it is: `Vodafone UK`, `Bank of America`, `中国移动`. */
function saysCountry(name: string, { regions }: Institution): boolean {
  const words = name.split(/[^\p{L}\p{N}.]+/u);
  const spoken = words.flatMap((_, from) =>
    [1, 2, 3].map((size) => words.slice(from, from + size).join(" ")),
  );
  const han = /^\p{sc=Han}{3,}$/u.test(name) ? [2, 3].map((size) => name.slice(0, size)) : [];
  // `my` and `is` are countries too, where they are written like one.
  const isSaid = (text: string) => text.length > 2 || /^\p{Lu}{2}$/u.test(text) || /\p{sc=Han}/u.test(text);
  return [...spoken, ...han].some((text) => isSaid(text) && regions.includes(countryCode(text)));
}

/** `ICBC (China)`, `ICBC（cn）` and `icbc-cn` as the name and the country it is said with. */
function withCountry(text: string): { readonly name: string; readonly region: string } | undefined {
  if (text.length > nameLengthMax) return undefined;
  const [, name, country] =
    /^(.+?)\s*[（(]\s*([^（()）]+?)\s*[)）]$/u.exec(text) ?? /^([^-].*)-([a-z]{2})$/u.exec(text) ?? [];
  if (name === undefined || country === undefined) return undefined;
  const region = countryCode(country);
  return /^[a-z]{2}$/.test(region) ? { name, region } : undefined;
}

/** The one who is called so when what any firm may add is left out on both sides; nobody where that may be several. */
function plainlyCalled(
  { institutions }: Catalog,
  name: string,
  isMeant: (each: Institution) => boolean,
): Named {
  const wanted = plainName(name);
  if (name.length > nameLengthMax || [...wanted].length < (/\p{sc=Latin}/u.test(wanted) ? 3 : 2))
    return { all: [] };
  const found = [...institutions.values()].filter(
    (each) =>
      !each.isArchetype &&
      isMeant(each) &&
      spellings(each)
        .flatMap(halves)
        .some((text) => plainName(text) === wanted),
  );
  const [one, ...others] = found;
  return one !== undefined && others.length === 0 ? only(one) : { all: [] };
}

/** What says nothing of which firm it is: its trade, its legal form. */
const addedToNames =
  /\b(?:bank|banks|banco|banca|banque|plc|ltd|limited|inc|corp|corporation|llc|s\.?a\.?u?|s\.?p\.?a|ag|n\.?v|berhad|bhd|tbk|pt|pty|co|company|account|app|mobile app)\b\.?|股份有限公司|有限责任公司|有限公司|株式会社|주식회사|账户|账号/giu;
const plainName = (text: string): string => bareName(text.normalize("NFKD").replaceAll(addedToNames, " "));

/** `QQ and QQ Mail` runs what is called `QQ Mail` as well. */
const halves = (text: string): readonly string[] => [text, ...text.split(/\s+and\s+|\s*[与、]\s*/u)];

const only = (institution: Institution): Named => ({ institution, all: [institution] });

/** Whether somebody's own file tells of one called so and could not be read. */
export const isLeftOut = ({ leftOut = new Set() }: Catalog, name: string): boolean =>
  [...leftOut].some((each) => isSameName(each, name));

/** Everybody who is called so, wherever they are. */
export function institutionsCalled({ institutions }: Catalog, name: string): readonly Institution[] {
  if (name.length > nameLengthMax) return [];
  return namesOf(institutions).get(bareName(name)) ?? [];
}

type Institutions = Catalog["institutions"];

/** Of a catalogue that never changes: read once, and forgotten with it. */
const kept = new WeakMap<Institutions, ReadonlyMap<string, readonly Institution[]>>();

function namesOf(institutions: Institutions): ReadonlyMap<string, readonly Institution[]> {
  const known = kept.get(institutions);
  if (known !== undefined) return known;
  const names = new Map<string, Institution[]>();
  for (const institution of institutions.values())
    for (const name of new Set(spellings(institution).map(bareName))) {
      append(names, name, institution);
    }
  names.delete("");
  kept.set(institutions, names);
  return names;
}

/** Whose name has this in it, or begins it; for who does not know the whole name. */
export function institutionsLike({ institutions }: Catalog, name: string): readonly Institution[] {
  const wanted = bareName(name);
  if (name.length > nameLengthMax || [...wanted].length < (/\p{sc=Latin}/u.test(wanted) ? 3 : 2)) return [];
  return [...institutions.values()].filter((each) =>
    spellings(each).some((text) => bareName(text).includes(wanted)),
  );
}

/** The way out where a name means nobody, or several: those who share it; else the name that may have been meant. */
export function institutionHelp(
  catalog: Catalog,
  name: string,
  { elsewhere, ...question }: NameQuestion & { readonly elsewhere: string },
): string {
  const { runs } = question;
  const all = institutionNamed(catalog, name, question).all.filter(
    (each) => runs === undefined || canRun(each, runs),
  );
  const [one, ...others] = all;
  if (one !== undefined && others.length === 0)
    return `did you mean the one of \`${one.regions.join(", ")}\`? write its id: \`${one.id}\``;
  if (all.length > 0) return `one of ${all.map(({ id }) => `\`${id}\``).join(", ")}`;
  const meant = nameMeant(catalog, name, question);
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  const there = nearby(catalog, question);
  return there.length > 0 && there.length <= listedMax
    ? `one of ${there.map(({ id }) => `\`${id}\``).join(", ")}`
    : elsewhere;
}

/** Here or everywhere, and running such a thing. */
const nearby = ({ institutions }: Catalog, { region, runs }: NameQuestion): readonly Institution[] =>
  [...institutions.values()].filter(
    (each) =>
      (region === undefined || each.regions.length === 0 || each.regions.includes(region)) &&
      (runs === undefined || canRun(each, runs)),
  );

/**
 * What may have been meant by a name nobody has: a mistyped one of somebody who is here or everywhere and runs such a
 * thing. Most firms of the world stand in no catalogue, and a short name is one letter from many others: one of four
 * letters is taken for that of somebody here, or for the same letters in another order, and for nobody else's.
 */
export function nameMeant(catalog: Catalog, name: string, question: NameQuestion): string | undefined {
  const { region } = question;
  const isHere = ({ regions }: Institution) => region !== undefined && regions.includes(region);
  const near = nearby(catalog, question);
  const isShort = /^\p{sc=Latin}{1,4}$/u.test(name);
  const mistyped = (called: (each: Institution) => readonly string[]) =>
    didYouMean(
      name,
      near.flatMap((each) =>
        called(each).filter(
          (text) => !isShort || isHere(each) || sortedLetters(text) === sortedLetters(name),
        ),
      ),
    );
  return (
    mistyped(({ id }) => [id]) ??
    wholeWithin(name, near.filter(({ isArchetype }) => !isArchetype).flatMap(spellings)) ??
    mistyped(spellings)
  );
}

const sortedLetters = (text: string): string => [...text.toLowerCase()].sort().join("");

/** Words with a space before and after each, so that one text holds another only as whole words. */
const spaced = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** The longest name that stands in it as whole words: `Sparkasse` in `Förde Sparkasse`. */
function wholeWithin(name: string, known: readonly string[]): string | undefined {
  const within = spaced(name.slice(0, nameLengthMax));
  return known
    .filter((text) => text.length >= partLengthMin && within.includes(spaced(text)))
    .sort((a, b) => b.length - a.length || compareText(a, b))[0];
}

/** A shorter part of a name may stand in any. */
const partLengthMin = 4;

/**
 * What an institution nobody has described is by its name alone: `Förde Sparkasse` is a bank. An archetype is called what
 * its kind is called in any tongue; of several that stand in a name the longest counts.
 */
export function kindToldBy({ institutions }: Catalog, name: string): InstitutionKind | undefined {
  const within = name.slice(0, nameLengthMax);
  const stands = (word: string) =>
    /\p{sc=Latin}/u.test(word) ? spaced(within).includes(spaced(word)) : within.includes(word);
  const told = [...institutions.values()]
    .filter(({ isArchetype }) => isArchetype)
    .flatMap(({ kind, also }) => also.filter(stands).map((word) => ({ kind, word })));
  return told.sort((a, b) => b.word.length - a.word.length || compareText(a.word, b.word))[0]?.kind;
}

/** An account's institution also keeps its mailbox, and the maker of a phone may be known by its account alone. */
function canRun({ provides, kind: what }: Institution, kind: ThingKind): boolean {
  if (provides.includes(kind)) return true;
  return provides.includes("account") && (kind === "mailbox" || (kind === "device" && what === "vendor"));
}

const ownNames = ({ id, name }: Institution): readonly string[] =>
  [id, name.en, name.zh].flatMap(withoutBrackets);
const spellings = (each: Institution): readonly string[] => [
  ...ownNames(each),
  ...each.also.flatMap(withoutBrackets),
];

/** `KT (Korea)` and `KT`: what stands in brackets tells two of one name apart. */
function withoutBrackets(text: string): readonly string[] {
  const plain = text.replace(/\s*[（(].*?[)）]\s*/g, "");
  return plain === text || plain === "" ? [text] : [text, plain];
}

/** Whether two texts are one name, written another way. */
export const isSameName = (one: string, other: string): boolean => bareName(one) === bareName(other);

/** Letters and digits alone, small, of usual width, without accents. */
const bareName = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

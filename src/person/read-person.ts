/**
 * A person file to a `Person`. Faults are all named in one go: a line that is not there, a bank that issues no cards,
 * a secret somebody wrote down. With a catalogue at hand it also checks the institutions' settings.
 */
import {
  attributeValues,
  type Catalog,
  helpWith,
  institutionHelp,
  institutionNamed,
  isLeftOut,
  moneyRange,
  readShape,
  salvage,
  saysNothing,
  valueAt,
  type YamlText,
} from "../catalog/index.ts";
import {
  type Capability,
  Complaint,
  type ComplaintCode,
  effortOf,
  isSum,
  moneySaid,
  nameOfUnread,
  type PersonMeasure,
  parseDuration,
  type Setting,
  splitCapability,
  statedRelations,
  type ThingKind,
  thingKinds,
  thingTypes,
} from "../model/index.ts";
import { groundOf, readGroundCapability, readGroundCondition, readGroundSubject } from "./ground-words.ts";
import { harmIn } from "./harm-of.ts";
import { barePerson, namesOf, type Person, sections, type Thing, type ThingId } from "./person.ts";
import { type SecretFound, secretsUnder } from "./secrets.ts";
import { mayHaveNoRunner, type PersonText, personShape } from "./shapes.ts";

export interface PersonRead {
  readonly person: Person | undefined;
  readonly complaints: readonly Complaint[];
}

type Path = readonly PropertyKey[];
/** `cards.debit.kind`: a value of a thing; above it stand the things themselves. */
const depthOfValues = 3;
type Complain = (
  code: ComplaintCode,
  path: Path,
  message: string,
  help?: string,
  options?: { what?: "key" | "value"; severity?: "error" | "warning" },
) => void;

export function readPerson(yaml: YamlText, catalog: Catalog, under: Path = []): PersonRead {
  // What is no document has been complained of already.
  if (yaml.value === undefined) return { person: undefined, complaints: [] };
  const complaints: Complaint[] = [];
  const complain: Complain = (code, path, message, help, { what = "value", severity = "error" } = {}) => {
    complaints.push(
      new Complaint({
        code,
        place: yaml.locate([...under, ...path], what),
        message,
        ...(help === undefined ? {} : { help }),
        severity,
      }),
    );
  };
  const secrets = secretsUnder(valueAt(yaml.value, under));
  for (const { path, kind, what } of secrets) {
    const isNumber = kind.instead === "last4";
    complain(
      "person/secret-stored",
      path,
      `this looks like a ${isNumber ? "full " : ""}${kind.en}; it is not read and must not be stored`,
      isNumber
        ? `write only the last four digits of the ${kind.en}, as \`last4\``
        : `write that there is one, and leave the ${kind.en} out`,
      { what },
    );
  }
  const { value, complaints: shapeComplaints } = readShape(personShape, yaml, under);
  complaints.push(...shapeComplaints);
  // A fault in one value of one thing does not keep the words elsewhere from being judged.
  const text = value ?? salvage(personShape, valueAt(yaml.value, under), depthOfValues);
  if (text === undefined) return { person: undefined, complaints: withoutSecrets(complaints, secrets) };

  const things = new Map<ThingId, Thing>([["person", personThing(text)]]);
  for (const helper of Object.keys(text.helpers ?? {})) {
    const id = `person.${helper}`;
    if (catalog.vocabulary.secrets.get("person")?.has(helper) === true) {
      complain(
        "catalog/duplicate-id",
        ["helpers", helper],
        `\`${id}\` is something one knows of a person`,
        "give the helper another id",
        { what: "key" },
      );
    }
    things.set(id, {
      id,
      kind: "person",
      name: helper,
      attributes: new Map(),
      relations: new Map(),
      of: helper,
    });
  }
  for (const [section, kind] of sections) {
    const entries = Object.entries((valueAt(text, [section]) ?? {}) as Readonly<Record<string, ThingText>>); // The shape has checked every section.
    for (const [name, body] of entries) {
      if (kind === "line") addSim(things, name, body);
      const thing = readThing(kind, name, body, text, [section, name], complain);
      things.set(thing.id, withInstitution(thing, catalog, text.person.region));
    }
  }
  const person: Person = {
    ...barePerson({
      id: text.person.id,
      name: text.person.name ?? { en: text.person.id, zh: text.person.id },
      ...(text.person.region === undefined ? {} : { region: text.person.region }),
    }),
    ...(text.person.currency === undefined ? {} : { currency: text.person.currency }),
    ...(text.person["as-of"] === undefined ? {} : { asOf: String(text.person["as-of"]) }),
    things,
    helpers: new Map(
      Object.entries(text.helpers ?? {}).map(([id, helper]) => [id, helper.name ?? { en: id, zh: id }]),
    ),
  };
  checkRelations(person, complain);
  checkInstitutions(person, catalog, complain);
  const complete: Person = {
    ...person,
    ...readNoneAt(text, catalog, complain),
    carried: readCarried(person, text, complain),
    ...readWords(person, text, catalog, complain),
  };
  const isBroken = [...yaml.complaints, ...complaints].some(({ severity }) => severity === "error");
  return { person: isBroken ? undefined : complete, complaints: withoutSecrets(complaints, secrets) };
}

/** A complaint repeats the words it complains of; where these are a secret, its own complaint is enough. */
function withoutSecrets(
  complaints: readonly Complaint[],
  secrets: readonly SecretFound[],
): readonly Complaint[] {
  if (secrets.length === 0) return complaints;
  return complaints.filter(
    ({ code, sentence, help = "" }) =>
      code === "person/secret-stored" || !secrets.some(({ text }) => `${sentence} ${help}`.includes(text)),
  );
}

type ThingText = Readonly<Record<string, unknown>>;

function personThing(text: PersonText): Thing {
  const attributes = new Map<string, string>();
  if (text.person.region !== undefined) attributes.set("region", text.person.region);
  if (text.person.currency !== undefined) attributes.set("currency", text.person.currency);
  return { id: "person", kind: "person", name: "person", attributes, relations: new Map() };
}

/** A SIM is written inside its line and has its name; a line without one (a virtual number, a landline) says `sim: none`. */
function addSim(things: Map<ThingId, Thing>, name: string, line: ThingText): void {
  const sim = line["sim"];
  if (sim === null || sim === "none") return;
  const body: ThingText =
    typeof sim === "string" ? { kind: sim } : typeof sim === "object" ? (sim as ThingText) : {};
  const attributes = new Map<string, string>();
  for (const key of ["pin", "kind"]) if (body[key] !== undefined) attributes.set(key, String(body[key]));
  const relations = new Map<string, readonly ThingId[] | "unknown">([["line", [`line.${name}`]]]);
  const device = readTargets(body["in"], "device");
  if (device !== undefined) relations.set("device", device);
  const owner = line["of"];
  things.set(`sim.${name}`, {
    id: `sim.${name}`,
    kind: "sim",
    name,
    attributes,
    relations,
    ...(typeof owner === "string" ? { of: owner } : {}),
  });
}

function readThing(
  kind: ThingKind,
  name: string,
  body: ThingText,
  text: PersonText,
  path: Path,
  complain: Complain,
): Thing {
  const type = thingTypes[kind];
  const attributes = new Map<string, string>();
  const atLeast = new Map<string, number>();
  for (const [attribute, { type: means }] of Object.entries(type.attributes)) {
    const value = body[attribute];
    if (value === undefined) continue;
    if (means !== "money" || value === "unknown") attributes.set(attribute, String(value));
    else {
      // The shape lets nothing else through.
      const said = moneyRange(value as Parameters<typeof moneyRange>[0]);
      attributes.set(attribute, String(said.amount));
      if (said.atLeast !== undefined) atLeast.set(attribute, said.atLeast);
    }
  }
  for (const [setting, value] of Object.entries((body["settings"] as ThingText | undefined) ?? {})) {
    if (Object.hasOwn(type.attributes, setting))
      complain(
        "catalog/unknown-attribute",
        [...path, "settings", setting],
        `\`${setting}\` is an attribute of every ${kind}, no setting`,
        `write it beside \`settings\`: \`${setting}: ${String(value)}\``,
        { what: "key" },
      );
    attributes.set(setting, String(value));
  }
  const last4 = attributes.get("last4");
  if (last4 !== undefined && !/^\d{1,4}$/.test(last4))
    complain(
      "person/secret-stored",
      [...path, "last4"],
      "`last4` holds more than four digits",
      "write only the last four",
    );

  const relations = new Map<string, readonly ThingId[] | "unknown">();
  for (const [relation, { to }] of statedRelations(kind)) {
    const targets = readTargets(body[relation], to);
    if (targets !== undefined) relations.set(relation, targets);
  }
  const owner = body["of"];
  if (typeof owner === "string" && text.helpers?.[owner] === undefined) {
    complain(
      "person/unknown-thing",
      [...path, "of"],
      `no helper \`${owner}\``,
      helpWith(owner, Object.keys(text.helpers ?? {}), "add it under `helpers:`"),
    );
  }
  const institution = type.institutionKey === undefined ? undefined : body[type.institutionKey];
  return {
    id: `${kind}.${name}`,
    kind,
    name,
    ...titleOf(body["name"]),
    ...(typeof institution === "string" ? { institution } : {}),
    attributes,
    ...(atLeast.size === 0 ? {} : { atLeast }),
    relations,
    ...(typeof owner === "string" ? { of: owner } : {}),
  };
}

/** People write the name they know; whoever is meant by it alone is written down by its id. */
function withInstitution(thing: Thing, catalog: Catalog, region: string | undefined): Thing {
  if (thing.institution === undefined) return thing;
  const { institution } = institutionNamed(catalog, thing.institution, { region, runs: thing.kind });
  return institution === undefined ? thing : { ...thing, institution: institution.id };
}

/** A name in one language stands for both. */
function titleOf(name: unknown): Pick<Thing, "title"> {
  if (name === undefined) return {};
  return { title: typeof name === "string" ? { en: name, zh: name } : (name as NonNullable<Thing["title"]>) }; // The shape allows only these two.
}

/** A name, a list of names, `none` or nothing, `unknown`; absent where the file is silent. */
function readTargets(value: unknown, to: ThingKind): readonly ThingId[] | "unknown" | undefined {
  if (value === undefined || value === "unknown") return value;
  if (value === null || value === "none") return [];
  const names = Array.isArray(value) ? value.map(String) : [String(value)];
  return names.map((each) => (each.startsWith(`${to}.`) ? each : `${to}.${each}`));
}

function pathOf(thing: Thing, key: string): Path {
  if (thing.kind === "sim") return ["lines", thing.name, "sim", key === "device" ? "in" : key];
  return [thingTypes[thing.kind].section, thing.name, key];
}

function checkRelations(person: Person, complain: Complain): void {
  for (const thing of person.things.values()) {
    for (const [relation, targets] of thing.relations) {
      if (targets === "unknown") continue;
      for (const [i, target] of targets.entries()) {
        if (person.things.has(target)) continue;
        const [kind = "", name = ""] = target.split(".", 2);
        const known = thingKinds.find((each) => each === kind);
        const path = pathOf(thing, relation);
        complain(
          "person/unknown-thing",
          targets.length > 1 ? [...path, i] : path,
          `no ${kind} \`${name}\``,
          saysNothing(name)
            ? `leave it out where there is none: \`${relation}: none\``
            : helpWith(
                name,
                known === undefined ? [] : namesOf(person, known),
                `add it under \`${known === undefined ? kind : thingTypes[known].section}:\`, or write \`unknown\``,
              ),
        );
      }
    }
  }
}

/** A namesake elsewhere is in the catalogue, and is not whom the name means here. */
function whoIsNobody(catalog: Catalog, name: string, region: string | undefined): string {
  const { all } = institutionNamed(catalog, name, { region });
  const isElsewhere =
    region !== undefined && all.length > 0 && all.every(({ regions }) => !regions.includes(region));
  return isElsewhere
    ? `nobody in \`${region}\` is called \`${name}\``
    : `\`${name}\` is not in the catalogue`;
}

function checkInstitutions(person: Person, catalog: Catalog, complain: Complain): void {
  for (const thing of person.things.values()) {
    if (thing.institution === undefined) continue;
    const { institutionKey = "" } = thingTypes[thing.kind];
    const institution = catalog.institutions.get(thing.institution);
    if (institution === undefined) {
      // Of one whose file could not be read that is said already, once, beside its faults.
      if (saysNothing(thing.institution)) {
        complain(
          "person/unknown-institution",
          pathOf(thing, institutionKey),
          `\`${thing.institution}\` is nobody's name; nothing about \`${thing.id}\` has been read`,
          `leave \`${mayHaveNoRunner(thing.kind) ? institutionKey : thing.name}\` out where there is none, or write \`unknown\` where nobody knows whose it is`,
          { severity: "warning" },
        );
      } else if (!isLeftOut(catalog, thing.institution))
        complain(
          "person/unknown-institution",
          pathOf(thing, institutionKey),
          `${whoIsNobody(catalog, nameOfUnread(thing.institution), person.region)}; nothing about \`${thing.id}\` has been read`,
          institutionHelp(catalog, nameOfUnread(thing.institution), {
            region: person.region,
            runs: thing.kind,
            elsewhere: "describe it with one of the archetypes in catalog/common",
          }),
          { severity: "warning" },
        );
      checkSettings(thing, undefined, complain);
      continue;
    }
    const provides = institution.provides;
    if (
      provides.length > 0 &&
      !provides.includes(thing.kind) &&
      !(thing.kind === "mailbox" && provides.includes("account")) &&
      !(thing.kind === "device" && provides.includes("account"))
    ) {
      complain(
        "person/wrong-institution",
        pathOf(thing, institutionKey),
        `\`${thing.institution}\` runs no ${thing.kind}s`,
        `it provides ${provides.join(", ")}${placeFor(provides, thing.institution)}`,
        { severity: "warning" },
      );
    }
    checkSettings(thing, institution.settings, complain);
  }
}

/** Where in the file a thing this institution does run is written, and how. */
function placeFor(provides: readonly string[], institution: string): string {
  const kind = thingKinds.find((each) => provides.includes(each));
  if (kind === undefined) return "";
  const { section, institutionKey } = thingTypes[kind];
  return institutionKey === undefined
    ? ""
    : `: write it under \`${section}:\`, as \`${institutionKey}: ${institution}\``;
}

function checkSettings(
  thing: Thing,
  settings: ReadonlyMap<string, Setting> | undefined,
  complain: Complain,
): void {
  if (settings === undefined) return;
  const builtIn = thingTypes[thing.kind].attributes;
  for (const [attribute, value] of thing.attributes) {
    if (Object.hasOwn(builtIn, attribute)) continue;
    const setting = settings.get(attribute);
    const own = [...settings].filter(([, { of }]) => of === thing.kind).map(([id]) => id);
    const path = [...pathOf(thing, "settings"), attribute];
    if (setting === undefined || setting.of !== thing.kind) {
      complain(
        "catalog/unknown-attribute",
        path,
        `\`${thing.institution ?? thing.id}\` has no setting \`${attribute}\` for a ${thing.kind}`,
        helpWith(attribute, own, "see `chainbreak explain` for its settings"),
        { what: "key" },
      );
    } else if (value !== "unknown" && !setting.values.includes(value)) {
      complain(
        "shape/unknown-value",
        path,
        `unknown value \`${value}\` for \`${attribute}\``,
        helpWith(value, [...setting.values, "unknown"], "see the institution's file"),
      );
    }
  }
}

/** The kinds of thing that can lie in a bag; a SIM lies there with its phone. */
const carriedKinds: readonly ThingKind[] = ["device", "card", "document"];

function readCarried(
  { things }: Person,
  { carried = {} }: PersonText,
  complain: Complain,
): ReadonlyMap<string, readonly ThingId[]> {
  const all = [...things.values()].filter(({ kind }) => carriedKinds.includes(kind));
  const find = (written: string, path: Path): readonly ThingId[] => {
    const found = all.filter(({ id, name }) => id === written || name === written);
    const [thing] = found;
    if (thing !== undefined && found.length === 1) return [thing.id];
    if (thing === undefined)
      complain(
        "person/unknown-thing",
        path,
        `no thing \`${written}\` that could lie in a bag`,
        helpWith(
          written,
          all.flatMap(({ id, name }) => [id, name]),
          "name a device, a card or a document",
        ),
      );
    else
      complain(
        "person/unknown-thing",
        path,
        `\`${written}\` may be several things`,
        `write ${found.map(({ id }) => `\`${id}\``).join(" or ")}`,
      );
    return [];
  };
  return new Map(
    Object.entries(carried).map(([bag, names]) => [
      bag,
      [...new Set(names.flatMap((each, i) => find(each, ["carried", bag, i])))],
    ]),
  );
}

/** One that is not in the catalogue can be named by no row, and is told. */
function readNoneAt(text: PersonText, catalog: Catalog, complain: Complain): Pick<Person, "noneAt"> {
  const { region } = text.person;
  const noneAt = text["none-at"]?.map((name, i) => {
    const { institution } = institutionNamed(catalog, name, { region });
    if (institution === undefined)
      complain(
        "person/unknown-institution",
        ["none-at", i],
        `${whoIsNobody(catalog, name, region)}; no row will be known as one of it`,
        saysNothing(name)
          ? "leave `none-at` out where there is none"
          : institutionHelp(catalog, name, { region, elsewhere: "see `chainbreak explain`" }),
        { severity: "warning" },
      );
    return institution?.id ?? name;
  });
  return noneAt === undefined ? {} : { noneAt: [...new Set(noneAt)] };
}

type WordsRead = Pick<Person, "sameSecret" | "forgotten" | "conditions" | "losses" | "measures">;

function readWords(person: Person, text: PersonText, catalog: Catalog, complain: Complain): WordsRead {
  const { vocabulary } = catalog;
  // A condition may be set on an account somebody else opened in the person's name, a loss may be feared of it.
  const moreThings = new Map(
    [...catalog.institutions.keys()].map((id) => [
      `account.new-${id}`,
      { kind: "account" as const, name: `new-${id}` },
    ]),
  );
  const context = { person, vocabulary, place: { file: "" }, moreThings };
  const ground = (role: "capability" | "condition", word: string, path: Path): Capability | undefined => {
    const read =
      role === "capability" ? readGroundCapability(word, context) : readGroundCondition(word, context);
    if ("word" in read) return read.word;
    complain(read.complaint.code, path, read.complaint.sentence, read.complaint.help);
    return undefined;
  };
  const setsOf = (value: unknown, path: Path) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap(
      (item: string | { condition: string; expires?: string }, i) => {
        const condition = ground(
          "condition",
          typeof item === "string" ? item : item.condition,
          Array.isArray(value) ? [...path, i] : path,
        );
        const expires =
          typeof item === "string" || item.expires === undefined ? undefined : parseDuration(item.expires);
        return condition === undefined ? [] : [{ condition, ...(expires === undefined ? {} : { expires }) }];
      },
    );

  /** What can be changed so that the old one is worth nothing: what somebody knows, and nothing else. */
  const secretsOf = (value: string | string[] | undefined, path: Path) =>
    [value ?? []].flat().flatMap((word, i) => {
      const at = Array.isArray(value) ? [...path, i] : path;
      const read = ground("capability", word, at);
      if (read === undefined || read.secret !== undefined) return read ?? [];
      complain(
        "catalog/wrong-subject",
        at,
        `\`${word}\` is nothing somebody knows, so it cannot be changed`,
        "write a secret: `know(account.mail.password)`",
      );
      return [];
    });

  const secretKinds = thingKinds.filter((kind) => (vocabulary.secrets.get(kind)?.size ?? 0) > 0);
  const sameSecret = (text["same-secret"] ?? []).map((group, i) =>
    group.flatMap((word, j) => {
      const read = readGroundSubject(word, secretKinds, true, context);
      if (!("fault" in read)) return [groundOf("know", [read])];
      complain("person/unknown-thing", ["same-secret", i, j], `${read.fault} in \`${word}\``, read.help);
      return [];
    }),
  );
  return {
    sameSecret,
    forgotten: (text.forgotten ?? []).flatMap(
      (word, i) => ground("capability", word, ["forgotten", i]) ?? [],
    ),
    conditions: setsOf(text.conditions, ["conditions"]),
    losses: (text.losses ?? []).flatMap(({ goal, amount, harm, en, zh }, i) => {
      // A block in the wrong hands is a loss as well: the laptop erased from afar.
      const isCondition = vocabulary.conditions.has(splitCapability(goal)?.kind ?? "");
      const read = ground(isCondition ? "condition" : "capability", goal, ["losses", i, "goal"]);
      const title =
        en === undefined && zh === undefined ? undefined : { en: en ?? zh ?? "", zh: zh ?? en ?? "" };
      if (read === undefined) return [];
      const kind = harm ?? harmIn(read, { catalog, wiring: person });
      if (amount !== undefined && !isSum(kind))
        complain(
          "person/no-sum",
          ["losses", i, "amount"],
          `\`${goal}\` is harm of the kind \`${kind}\`, which is no sum: its amount counts nowhere`,
          "leave `amount` out, or say `harm: money` where it is money that is lost by it, `harm: debt` where it is a debt",
          { severity: "warning" },
        );
      return [
        {
          goal: read,
          ...(amount === undefined || !isSum(kind) ? {} : moneyRange(amount)),
          ...(harm === undefined ? {} : { harm }),
          ...(title === undefined ? {} : { title }),
        },
      ];
    }),
    measures: Object.entries(text.measures ?? {}).map(([id, measure]) =>
      readPersonMeasure({ person, catalog, complain }, id, measure, {
        sets: setsOf(measure.sets, ["measures", id, "sets"]),
        renews: secretsOf(measure.renews, ["measures", id, "renews"]),
      }),
    ),
  };
}

type MeasureText = NonNullable<PersonText["measures"]>[string];

interface Reading {
  readonly person: Person;
  readonly catalog: Catalog;
  readonly complain: Complain;
}

function readPersonMeasure(
  reading: Reading,
  id: string,
  text: MeasureText,
  { sets, renews }: Pick<PersonMeasure, "sets" | "renews">,
): PersonMeasure {
  const { person, catalog, complain } = reading;
  const used = [...person.things.values()].flatMap(
    ({ institution }) => catalog.institutions.get(institution ?? "")?.measures ?? [],
  );
  if ([...catalog.measures, ...used].some((measure) => measure.id === id)) {
    complain(
      "catalog/duplicate-id",
      ["measures", id],
      `the catalogue has a measure \`${id}\` already`,
      "give this one a name of its own",
      { what: "key" },
    );
  }
  const split = (path: string, section: "moves" | "changes"): { thing: Thing; key: string } | undefined => {
    const words = path.split(".");
    const thing = person.things.get(words.slice(0, -1).join("."));
    if (thing !== undefined) return { thing, key: words.at(-1) ?? "" };
    complain(
      "person/unknown-thing",
      ["measures", id, section, path],
      `no thing \`${words.slice(0, -1).join(".")}\``,
      helpWith(
        words.slice(0, -1).join("."),
        person.things.keys(),
        "name a thing of this person, such as `card.main`",
      ),
      { what: "key" },
    );
    return undefined;
  };
  const moves = Object.entries(text.moves ?? {}).flatMap(([path, target]) => {
    const at = split(path, "moves");
    if (at === undefined) return [];
    const relations = new Map(statedRelations(at.thing.kind));
    const relation = relations.get(at.key);
    if (relation === undefined) {
      complain(
        "catalog/unknown-relation",
        ["measures", id, "moves", path],
        `a ${at.thing.kind} has no relation \`${at.key}\` to move`,
        helpWith(at.key, relations.keys(), "see docs/reference/notation.md"),
        { what: "key" },
      );
      return [];
    }
    if (target === "none") return [{ thing: at.thing.id, relation: at.key }];
    const to = target.startsWith(`${relation.to}.`) ? target : `${relation.to}.${target}`;
    if (!person.things.has(to)) {
      complain(
        "person/unknown-thing",
        ["measures", id, "moves", path],
        `no thing \`${to}\``,
        helpWith(target, namesOf(person, relation.to), "name a thing of this person"),
      );
      return [];
    }
    return [{ thing: at.thing.id, relation: at.key, to }];
  });
  const changes = Object.entries(text.changes ?? {}).flatMap(([path, value]) => {
    const at = split(path, "changes");
    if (at === undefined || !isChange(reading, ["measures", id, "changes", path], at, String(value)))
      return [];
    return [{ thing: at.thing.id, attribute: at.key, value: String(value) }];
  });
  return {
    id,
    title: text.title ?? { en: id.replaceAll("-", " "), zh: id.replaceAll("-", " ") },
    ...(text.how === undefined ? {} : { how: text.how }),
    by: text.by ?? "person",
    effort: typeof text.effort === "number" ? text.effort : (effortOf[text.effort] ?? 1),
    moves,
    changes,
    sets,
    renews,
  };
}

/** Is this an attribute of the thing, or a setting of whoever runs it, and the value one it can have? */
function isChange(
  { catalog, complain }: Reading,
  path: Path,
  { thing, key }: { readonly thing: Thing; readonly key: string },
  value: string,
): boolean {
  const settings = catalog.institutions.get(thing.institution ?? "")?.settings ?? new Map<string, Setting>();
  const values = attributeValues({ settings }, thing.kind, key);
  if (values === undefined) {
    const known = [
      ...Object.keys(thingTypes[thing.kind].attributes),
      ...[...settings].flatMap(([name, { of }]) => (of === thing.kind ? [name] : [])),
    ];
    complain(
      "catalog/unknown-attribute",
      path,
      `\`${thing.id}\` has no attribute \`${key}\``,
      helpWith(key, known, "see docs/reference/notation.md"),
      { what: "key" },
    );
  } else if (thingTypes[thing.kind].attributes[key]?.type === "money") {
    if (moneySaid(value) !== undefined) return true;
    complain(
      "catalog/unknown-attribute",
      path,
      `\`${key}\` is an amount, and \`${value}\` is none`,
      "write what it is once the measure is taken, as a number: `500`",
      { what: "key" },
    );
  } else if (values !== "free" && !values.includes(value)) {
    complain(
      "shape/unknown-value",
      path,
      `unknown value \`${value}\` for \`${key}\``,
      helpWith(value, values, "see docs/reference/notation.md"),
    );
  } else return true;
  return false;
}

/**
 * Files of assertions (`assertion:` for one, `pack:` for several with a source in common) to rules. A rule with a word
 * that does not exist could bind nothing and look kept, so it is left out whole, with a complaint.
 */
import { z } from "zod";
import {
  bilingualShape,
  type Catalog,
  capabilityShape,
  checkCrossings,
  dateShape,
  durationShape,
  helpWith,
  idShape,
  readInstitution,
  readPatternText,
  readShape,
  regionShape,
  valueAt,
  type YamlText,
} from "../../catalog/index.ts";
import {
  type CapabilityPattern,
  Complaint,
  channels,
  formatPattern,
  formatPlace,
  type Institution,
  institutionKinds,
  parseDuration,
  proofClasses,
  splitCapability,
} from "../../model/index.ts";
import { type Assertion, type FlowsMeant, forces, judgements } from "./assertion.ts";

/** A pack of regulations has some dozens of rules. */
const listMax = 200;
const words = z.array(capabilityShape).max(listMax);
const classes = z.array(z.enum(proofClasses)).max(proofClasses.length);
const line = z.string().min(1).max(2_000);

const flowsShape = z
  .union([
    idShape,
    z.array(idShape).min(1).max(listMax),
    z.strictObject({
      aspects: z.array(idShape).max(listMax).optional(),
      gives: words.optional(),
      sets: words.optional(),
      clears: words.optional(),
      "channel-not": z.array(z.enum(channels)).max(channels.length).optional(),
    }),
  ])
  .describe("Which flows: aspects by id, or what they give, set or clear (one is enough).");

const bodyShape = {
  title: bilingualShape,
  source: line.optional().describe("The text it stands in."),
  clause: line.optional(),
  date: dateShape.optional(),
  url: line.optional(),
  force: z.enum(forces).optional().describe("`own`: nobody's law. Absent: in-force, or as the pack says."),
  from: dateShape.optional().describe("In force from this day."),
  judged: z
    .enum(judgements)
    .optional()
    .describe("mechanical; partly: the catalogue approximates it; judgement: flows cannot tell."),
  note: bilingualShape.optional(),
  binds: z
    .strictObject({
      kinds: z.array(z.enum(institutionKinds)).max(institutionKinds.length).optional(),
      regions: z.array(regionShape).max(listMax).optional(),
      institutions: z.array(idShape).max(listMax).optional(),
    })
    .optional()
    .describe("Whom it binds; to all others it says nothing."),
  on: flowsShape.optional(),
  "every-way": z
    .strictObject({
      "never-only": z.array(classes.min(1)).min(1).max(listMax).optional(),
      "has-one-of": classes.min(1).optional(),
      "has-none-of": classes.min(1).optional(),
      "two-factors": z.literal(true).optional(),
    })
    .optional()
    .describe("Of every minimal way through what these flows ask."),
  "no-discretion": z.literal(true).optional(),
  delay: durationShape.optional().describe("It waits at least so long."),
  leaves: z.enum(["some", "elsewhere"]).optional().describe("A trace; one that the way did not use."),
  "gives-none": words.optional(),
  "not-weaker-than": z.array(idShape).min(1).max(listMax).optional(),
  offers: z
    .strictObject({ "has-none-of": classes.optional(), hours: z.literal("always").optional() })
    .optional()
    .describe("Each institution bound has such a flow, with one way that is so."),
  never: z
    .strictObject({
      from: words.min(1),
      reach: words.min(1),
      within: durationShape.optional(),
      regions: z.array(regionShape).max(listMax).optional(),
    })
    .optional()
    .describe("Whoever holds `from` never gets to one of `reach`, for any person of these regions."),
  breaks: z.record(z.string(), z.unknown()).optional().describe("An institution that breaks it."),
  keeps: z.record(z.string(), z.unknown()).optional().describe("An institution that keeps it."),
};
export const assertionShape = z
  .strictObject({ assertion: idShape, ...bodyShape })
  .describe("One rule over flows.");
const inPack = z.strictObject(bodyShape);
export const packShape = z
  .strictObject({
    pack: idShape,
    title: bilingualShape,
    source: line.optional(),
    date: dateShape.optional(),
    url: line.optional(),
    force: z.enum(forces).optional(),
    binds: bodyShape.binds,
    assertions: z.record(idShape, inPack),
  })
  .describe("Rules with a source in common.");
type Body = z.infer<typeof inPack>;
type Head = Partial<Pick<z.infer<typeof packShape>, "source" | "date" | "url" | "force" | "binds">>;

export interface AssertionsRead {
  readonly assertions: readonly Assertion[];
  readonly complaints: readonly Complaint[];
}

export function readAssertions(yaml: YamlText, catalog: Catalog): AssertionsRead {
  const pack = valueAt(yaml.value, ["pack"]);
  if (pack === undefined) {
    const { value, complaints } = readShape(assertionShape, yaml);
    if (value === undefined) return { assertions: [], complaints: [...yaml.complaints, ...complaints] };
    const { assertion: id, ...body } = value;
    const read = readOne({ yaml, catalog, id, pack: id, head: {}, under: [] }, body);
    return {
      assertions: read.assertion === undefined ? [] : [read.assertion],
      complaints: [...yaml.complaints, ...read.complaints],
    };
  }
  const { value, complaints } = readShape(packShape, yaml);
  if (value === undefined) {
    const others = otherFaults(yaml, catalog);
    return { assertions: [], complaints: [...yaml.complaints, ...complaints, ...others] };
  }
  const reads = Object.entries(value.assertions).map(([id, body]) =>
    readOne({ yaml, catalog, id, pack: value.pack, head: value, under: ["assertions", id] }, body),
  );
  return {
    assertions: reads.flatMap(({ assertion }) => assertion ?? []),
    complaints: [...yaml.complaints, ...reads.flatMap((read) => read.complaints)],
  };
}

/** A fault in one rule of a pack hides none in another: those written as they should be are read for their words. */
function otherFaults(yaml: YamlText, catalog: Catalog): readonly Complaint[] {
  const bodies = valueAt(yaml.value, ["assertions"]);
  if (typeof bodies !== "object" || bodies === null) return [];
  return Object.entries(bodies).flatMap(([id, body]) => {
    const under = ["assertions", id];
    const own: YamlText = {
      ...yaml,
      value: body,
      complaints: [],
      locate: (path, what) => yaml.locate([...under, ...path], what),
    };
    const { value } = readShape(inPack, own);
    return value === undefined
      ? []
      : readOne({ yaml, catalog, id, pack: "", head: {}, under }, value).complaints;
  });
}

interface Reading {
  readonly yaml: YamlText;
  readonly catalog: Catalog;
  readonly id: string;
  readonly pack: string;
  readonly head: Head;
  readonly under: readonly PropertyKey[];
}

function readOne(
  reading: Reading,
  body: Body,
): { readonly assertion: Assertion | undefined; readonly complaints: readonly Complaint[] } {
  const { yaml, catalog, id, pack, head, under } = reading;
  const complaints: Complaint[] = [];
  const unknown = (path: readonly PropertyKey[], what: string, word: string, known: Iterable<string>) =>
    complaints.push(
      new Complaint({
        code: "design/unknown-word",
        place: yaml.locate([...under, ...path]),
        message: `unknown ${what} \`${word}\``,
        help: helpWith(word, known, "see docs/reference/design.md"),
      }),
    );
  const binds = body.binds ?? head.binds ?? {};
  for (const [i, institution] of (binds.institutions ?? []).entries())
    if (!catalog.institutions.has(institution))
      unknown(["binds", "institutions", i], "institution", institution, catalog.institutions.keys());
  // A rule may bind a region nobody has read; of a rule of reach that would leave nobody to hold it against.
  const regions = new Set([...catalog.institutions.values()].flatMap((each) => each.regions));
  for (const [i, region] of (body.never?.regions ?? []).entries())
    if (!regions.has(region)) unknown(["never", "regions", i], "region", region, regions);
  const rule = ruleOf(reading, body, complaints, unknown);
  const nothing = asksNothing(body, rule);
  if (nothing !== undefined)
    complaints.push(
      new Complaint({
        code: "design/asks-nothing",
        place: yaml.locate(under.length === 0 ? ["assertion"] : under, "key"),
        message: `the rule \`${id}\` ${nothing.message}`,
        help: nothing.help,
      }),
    );
  const example = (key: "breaks" | "keeps") => exampleOf(reading, body, key, complaints);
  const [breaks, keeps] = [example("breaks"), example("keeps")];
  const place = yaml.locate(under.length === 0 ? ["assertion"] : under, "key");
  const text = { ...head, ...body };
  if (complaints.some(({ severity }) => severity === "error")) return { assertion: undefined, complaints };
  return {
    complaints,
    assertion: {
      id,
      pack,
      title: body.title,
      source: text.source ?? "unsourced",
      ...(body.clause === undefined ? {} : { clause: body.clause }),
      ...(text.date === undefined ? {} : { date: String(text.date) }),
      ...(text.url === undefined ? {} : { url: text.url }),
      force: text.force ?? "in-force",
      ...(body.from === undefined ? {} : { from: String(body.from) }),
      judged: body.judged ?? "mechanical",
      ...(body.note === undefined ? {} : { note: body.note }),
      binds: {
        kinds: binds.kinds ?? [],
        regions: binds.regions ?? [],
        institutions: binds.institutions ?? [],
      },
      ...(rule === undefined ? {} : { rule }),
      ...(breaks === undefined ? {} : { breaks }),
      ...(keeps === undefined ? {} : { keeps }),
      file: place.file,
      where: formatPlace(place),
    },
  };
}

interface Nothing {
  readonly message: string;
  readonly help: string;
}

/** Of a rule that asks nothing every flow would be called kept. */
function asksNothing(body: Body, rule: Assertion["rule"]): Nothing | undefined {
  const demands = [
    "every-way",
    "no-discretion",
    "delay",
    "leaves",
    "gives-none",
    "not-weaker-than",
    "offers",
  ] as const;
  const asked = demands.filter((key) => body[key] !== undefined);
  if (rule === undefined)
    return asked.length === 0
      ? undefined
      : { message: "does not say which flows it is about", help: "name them under `on`" };
  if (rule.kind === "offers") return undefined;
  if (rule.kind === "never") {
    const held = rule.reach.find((text) => rule.from.some((pattern) => formatPattern(pattern) === text));
    if (held !== undefined)
      return {
        message: `begins with \`${held}\`, so that is reached`,
        help: "leave it out of `from` or of `reach`",
      };
    const joined = rule.from.find(
      ({ subjects }) => subjects.length !== 1 || (subjects[0]?.relations.length ?? 0) > 0,
    );
    return joined === undefined
      ? undefined
      : {
          message: `begins with \`${formatPattern(joined)}\`, which is no word about one thing`,
          help: "write words such as `possess(sim)` or `know(account.password)`",
        };
  }
  const isSo =
    rule.neverOnly.length + rule.hasOneOf.length + rule.hasNoneOf.length + rule.givesNone.length > 0 ||
    rule.twoFactors ||
    rule.noDiscretion ||
    (rule.delayMinutes ?? 0) > 0 ||
    rule.leaves !== undefined ||
    rule.notWeakerThan.length > 0;
  return isSo
    ? undefined
    : {
        message: "asks nothing of these flows, so each would keep it",
        help: "say what must be so: `every-way`, `delay`, `leaves`, `gives-none`, `not-weaker-than` or `offers`",
      };
}

type Unknown = (path: readonly PropertyKey[], what: string, word: string, known: Iterable<string>) => void;

function ruleOf(reading: Reading, body: Body, complaints: Complaint[], unknown: Unknown): Assertion["rule"] {
  const { yaml, catalog, under } = reading;
  const pattern = (text: string, path: readonly PropertyKey[]): CapabilityPattern | undefined =>
    readPatternText({ yaml, vocabulary: catalog.vocabulary, complaints }, text, [...under, ...path]);
  const patterns = (texts: readonly string[], path: readonly PropertyKey[]) =>
    texts.flatMap((text, i) => pattern(text, [...path, i]) ?? []);
  const { never } = body;
  if (never !== undefined) {
    patterns(never.reach, ["never", "reach"]);
    const within = never.within === undefined ? undefined : parseDuration(never.within);
    return {
      kind: "never",
      from: patterns(never.from, ["never", "from"]),
      reach: never.reach,
      ...(within === undefined ? {} : { withinMinutes: within }),
      regions: never.regions ?? body.binds?.regions ?? [],
    };
  }
  if (body.on === undefined) return undefined;
  const on = flowsMeant(body.on);
  for (const [key, aspects] of [
    ["on", on.aspects],
    ["not-weaker-than", body["not-weaker-than"] ?? []],
  ] as const)
    for (const aspect of aspects)
      if (!catalog.aspects.has(aspect)) unknown([key], "kind of flow", aspect, catalog.aspects.keys());
  patterns(body["gives-none"] ?? [], ["gives-none"]);
  patterns(on.gives, ["on", "gives"]);
  for (const key of ["sets", "clears"] as const)
    for (const [i, text] of on[key].entries()) {
      const kind = splitCapability(text)?.kind ?? text;
      if (!catalog.vocabulary.conditions.has(kind))
        unknown(["on", key, i], "condition", kind, catalog.vocabulary.conditions.keys());
    }
  if (body.offers !== undefined)
    return {
      kind: "offers",
      on,
      hasNoneOf: body.offers["has-none-of"] ?? [],
      alwaysOpen: body.offers.hours === "always",
    };
  const every = body["every-way"] ?? {};
  const delay = body.delay === undefined ? undefined : parseDuration(body.delay);
  return {
    kind: "flows",
    on,
    neverOnly: every["never-only"] ?? [],
    hasOneOf: every["has-one-of"] ?? [],
    hasNoneOf: every["has-none-of"] ?? [],
    twoFactors: every["two-factors"] ?? false,
    noDiscretion: body["no-discretion"] ?? false,
    ...(delay === undefined ? {} : { delayMinutes: delay }),
    ...(body.leaves === undefined ? {} : { leaves: body.leaves }),
    givesNone: body["gives-none"] ?? [],
    notWeakerThan: body["not-weaker-than"] ?? [],
  };
}

function flowsMeant(on: NonNullable<Body["on"]>): FlowsMeant {
  const none = { aspects: [], gives: [], sets: [], clears: [], channelsNot: [] };
  if (typeof on === "string") return { ...none, aspects: [on] };
  if (Array.isArray(on)) return { ...none, aspects: on };
  return {
    aspects: on.aspects ?? [],
    gives: on.gives ?? [],
    sets: on.sets ?? [],
    clears: on.clears ?? [],
    channelsNot: on["channel-not"] ?? [],
  };
}

/** The institution of an example; its basis is the rule itself. */
function exampleOf(
  { yaml, catalog, id, under }: Reading,
  body: Body,
  key: "breaks" | "keeps",
  complaints: Complaint[],
): Institution | undefined {
  const text = body[key];
  if (text === undefined) return undefined;
  const path = [...under, key];
  const located: YamlText = {
    complaints: [],
    value: {
      basis: { status: "claimed", seen: "2026", source: id },
      regions: body.binds?.regions ?? [],
      ...text,
    },
    locate: (inner, what) => yaml.locate([...path, ...inner], what),
  };
  const read = readInstitution(located, catalog.vocabulary, [], "example");
  complaints.push(...read.complaints);
  const { institution } = read;
  if (institution === undefined) return undefined;
  const crossings = checkCrossings({
    catalog: { ...catalog, institutions: new Map([...catalog.institutions, ["example", institution]]) },
    yamls: new Map([["example", located]]),
  });
  complaints.push(...crossings.complaints.filter(({ severity }) => severity === "error"));
  return institution;
}

/** One institution's YAML to an `Institution`; every flow and measure that can be read is, even beside broken ones. */
import {
  type AtMost,
  type Basis,
  type Bilingual,
  type CapabilityPattern,
  type Complaint,
  type Delay,
  type Discretion,
  effortOf,
  everMinutes,
  type Flow,
  type FlowChange,
  type Institution,
  isMoney,
  type Measure,
  moneySaid,
  parseDuration,
  parseHours,
  type Setting,
  type Takes,
  type ThingKind,
  type Trace,
  thingTypes,
  traceKinds,
  type Vocabulary,
  type WhoseYes,
} from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import {
  complain,
  readAsks,
  readAttribute,
  readCapability,
  readCondition,
  readEach,
  readRanges,
  readSets,
  readSubject,
  readThingPath,
  readWhen,
  type Words,
} from "./read-words.ts";
import { readShape, salvage, valueAt } from "./shape-complaints.ts";
import {
  type AtMostText,
  type ExtensionText,
  type FlowChangeText,
  type FlowText,
  flowShape,
  type InstitutionText,
  institutionShape,
  type MeasureText,
  measureShape,
  moneyRange,
} from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

/** Where nothing is said of time, a flow takes none: "not before" stays true. */
const noTime: Takes = { min: 0, likely: 0, max: 0 };
/** What stands for the source where nothing is said of it; the flow is then somebody's word. */
export const unsourced = "unsourced";
const noBasis: Basis = { status: "claimed", seen: "unknown", source: unsourced };

export interface InstitutionRead {
  /** Absent when anything in the file is wrong: nothing is half-loaded. */
  readonly institution: Institution | undefined;
  /** The id it claims, known even when the rest is broken. */
  readonly id: string | undefined;
  readonly complaints: readonly Complaint[];
}

export function readInstitution(
  yaml: YamlText,
  vocabulary: Vocabulary,
  under: readonly PropertyKey[] = [],
  givenId?: string,
): InstitutionRead {
  const body = withId(valueAt(yaml.value, under), givenId);
  const located: YamlText = {
    ...yaml,
    value: body,
    locate: (path, what) => yaml.locate([...under, ...path], what),
  };
  const whole = readShape(institutionShape, located);
  const complaints: Complaint[] = [...whole.complaints];
  const claimed = valueAt(body, ["institution"]);
  const id = typeof claimed === "string" ? claimed : undefined;

  // A broken file is read part by part, so that a fault in one flow does not hide those in the next.
  const head =
    whole.value ??
    readShape(institutionShape, { ...located, value: withoutBroken(body, whole.complaints.length > 0) })
      .value;
  const settings = settingsOf(head?.settings);
  const words: Words = { yaml: located, vocabulary, settings, complaints };
  const { flows, measures } = readParts(words, whole.value, head?.basis);
  const defaults = new Map<ThingKind, ReadonlyMap<string, string>>();
  for (const [kind, values] of Object.entries(head?.defaults ?? {})) {
    const read = Object.entries(values ?? {}).map(
      ([name, value]) =>
        [
          name,
          readAttribute(words, `${kind}.${name}`, [value], ["defaults", kind, name])?.values[0],
        ] as const,
    );
    defaults.set(
      kind as ThingKind,
      new Map(read.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)),
    );
  }
  checkSettings(words, settings);
  checkNames(words, flows, measures);
  if (
    whole.value === undefined ||
    [...yaml.complaints, ...complaints].some(({ severity }) => severity === "error")
  )
    return { institution: undefined, id, complaints };

  const text = whole.value;
  const provides =
    text.provides === undefined ? [] : typeof text.provides === "string" ? [text.provides] : text.provides;
  const institution: Institution = {
    id: text.institution,
    name: text.name ?? { en: titleOf(text.institution), zh: titleOf(text.institution) },
    also: (text.also ?? []).map(String),
    kind: text.kind ?? "other",
    isArchetype: text.archetype ?? false,
    regions: text.regions ?? [],
    ...noCounterOf(text),
    reads: readsOf(text),
    contacts: contactsOf(text),
    provides,
    settings,
    defaults,
    flows,
    measures,
  };
  return { institution, id, complaints };
}

/** What an institution's file and an extension of one have alike. */
export type PartsText = Omit<ExtensionText, "extends">;

/** Flows and measures, each that can be read, even beside broken ones. */
export function readParts(
  words: Words,
  whole: PartsText | undefined,
  basis: BasisText | undefined,
): { readonly flows: readonly Flow[]; readonly measures: readonly Measure[] } {
  const body = words.yaml.value;
  const flows: Flow[] = [];
  for (const [id, value] of entriesOf(valueAt(body, ["flows"]))) {
    const text = whole?.flows?.[id] ?? salvage(flowShape, value, 1);
    if (text !== undefined) flows.push(readFlow(words, id, text, basis));
  }
  const measures: Measure[] = [];
  for (const [id, value] of entriesOf(valueAt(body, ["measures"]))) {
    const text = whole?.measures?.[id] ?? salvage(measureShape, value, 1);
    if (text !== undefined) measures.push(readMeasure(words, id, text, ["measures", id]));
  }
  return { flows, measures };
}

export function settingsOf(text: PartsText["settings"]): Map<string, Setting> {
  return new Map(
    Object.entries(text ?? {}).map(([name, { of, values, en, zh }]) => [
      name,
      { of, values: values.map(String), title: { en, zh } },
    ]),
  );
}

export function checkSettings(words: Words, settings: ReadonlyMap<string, Setting>): void {
  for (const [name, { of }] of settings) {
    if (Object.hasOwn(thingTypes[of].attributes, name))
      complain(
        words,
        "catalog/duplicate-id",
        ["settings", name],
        `every ${of} has an attribute \`${name}\` already`,
        "give the setting another name, or use `defaults` and the attribute itself",
        "key",
      );
  }
}

export const readsOf = ({ reads, basis: whole }: PartsText): Institution["reads"] =>
  new Map(
    Object.entries(reads ?? {}).map(([aspect, read]) => {
      const { is, basis } = typeof read === "string" ? { is: read, basis: undefined } : read;
      return [aspect, { kind: is, basis: basisOf(basis ?? whole) }] as const;
    }),
  );

const noCounterOf = ({ counter, basis: whole }: InstitutionText): Pick<Institution, "noCounter"> => {
  if (counter === undefined) return {};
  return { noCounter: basisOf((counter === "none" ? undefined : counter.basis) ?? whole) };
};

export const contactsOf = ({ contacts }: PartsText): Institution["contacts"] =>
  (contacts ?? []).map(({ tel, url, hours, note, source, seen, for: what }) => ({
    ...(tel === undefined ? {} : { tel: String(tel) }),
    ...(url === undefined ? {} : { url }),
    ...(hours === undefined ? {} : { hours }),
    ...(note === undefined ? {} : { note }),
    ...(what === undefined ? {} : { for: what }),
    ...(source === undefined ? {} : { source }),
    ...(seen === undefined ? {} : { seen: String(seen) }),
  }));

function withId(body: unknown, givenId: string | undefined): unknown {
  return givenId === undefined || typeof body !== "object" || body === null
    ? body
    : { institution: givenId, ...body };
}

/** The file's head alone, for reading flows of a file whose other parts are broken. */
function withoutBroken(body: unknown, isBroken: boolean): unknown {
  if (!isBroken || typeof body !== "object" || body === null) return body;
  const keep = ["institution", "settings", "basis", "defaults"].map(
    (key) => [key, valueAt(body, [key])] as const,
  );
  return Object.fromEntries(
    keep.filter(
      ([key, value]) =>
        value !== undefined && institutionShape.shape[key as "basis"].safeParse(value).success,
    ),
  );
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
const titleOf = (id: string) => id.slice(0, 1).toUpperCase() + id.slice(1).replaceAll("-", " ");

function readFlow(words: Words, id: string, text: FlowText, institutionBasis: BasisText | undefined): Flow {
  const at = ["flows", id];
  const {
    when = [],
    ranges = [],
    asks,
    unless = [],
    gives = [],
    sets = [],
    clears = [],
    takes,
    ...rest
  } = readFlowChange(words, text, at);
  return {
    id,
    title: text.title ?? { en: titleOf(id), zh: titleOf(id) },
    when,
    ranges,
    asks: asks ?? { kind: "all", parts: [] },
    unless,
    gives,
    sets,
    clears,
    takes: takes ?? noTime,
    ...rest,
    revokes: readEach(text.revokes, [...at, "revokes"], (each, path) => readCapability(words, each, path)),
    ...(text.while === undefined
      ? {}
      : {
          while: readEach(text.while, [...at, "while"], (each, path) => readCondition(words, each, path)),
        }),
    leaves: (text.leaves ?? []).flatMap((trace, i) => readTrace(words, trace, [...at, "leaves", i])),
    measures: text.measures ?? [],
    f3: text.f3 ?? [],
    attack: text.attack ?? [],
    valid: validOf(text.valid),
    basis: basisOf(text.basis ?? institutionBasis),
    ...(text.aspect === undefined
      ? {}
      : { aspects: typeof text.aspect === "string" ? [text.aspect] : text.aspect }),
  };
}

export function validOf(text: FlowText["valid"]): Flow["valid"] {
  return {
    ...(text?.from === undefined ? {} : { from: String(text.from) }),
    ...(text?.until === undefined ? {} : { until: String(text.until) }),
  };
}

type BasisText = NonNullable<FlowText["basis"]>;
export const basisOf = (text: BasisText | undefined): Basis =>
  text === undefined
    ? noBasis
    : {
        status: text.status,
        seen: String(text.seen),
        source: text.source,
        ...(text.note === undefined ? {} : { note: text.note }),
      };

/** The keys a measure may replace are read alike in a flow and in a measure. */
function readFlowChange(words: Words, text: FlowChangeText, at: readonly PropertyKey[]): FlowChange {
  const capability = (each: string, path: readonly PropertyKey[]) => readCapability(words, each, path);
  const condition = (each: string, path: readonly PropertyKey[]) => readCondition(words, each, path);
  const hours = text.hours === undefined ? undefined : parseHours(text.hours);
  return {
    ...(text.channel === undefined ? {} : { channel: text.channel }),
    ...(hours === undefined ? {} : { hours }),
    ...(text.when === undefined ? {} : { when: readWhen(words, text.when, [...at, "when"]) }),
    ...(text.for === undefined ? {} : { ranges: readRanges(words, text.for, [...at, "for"]) }),
    ...(text.asks === undefined ? {} : { asks: readAsks(words, text.asks, [...at, "asks"]) }),
    ...(text.unless === undefined ? {} : { unless: readEach(text.unless, [...at, "unless"], condition) }),
    ...(text.gives === undefined ? {} : { gives: readEach(text.gives, [...at, "gives"], capability) }),
    ...(text.sets === undefined ? {} : { sets: readSets(words, text.sets, [...at, "sets"]) }),
    ...(text.clears === undefined ? {} : { clears: readEach(text.clears, [...at, "clears"], condition) }),
    ...(text.takes === undefined ? {} : { takes: readTakes(words, text.takes, [...at, "takes"]) }),
    ...(text.delay === undefined ? {} : { delay: readDelay(words, text.delay, [...at, "delay"]) }),
    ...(text["at-most"] === undefined ? {} : { atMost: [text["at-most"]].flat().map(readAtMost) }),
    ...(text.amount === undefined ? {} : readAmount(text.amount)),
    ...(text.each === undefined ? {} : readEachSum(text.each)),
    ...readYes(words, text, at),
  };
}

/** What one run takes at the most; a later reading of the same flow leaves no least of an earlier one. */
function readEachSum(said: NonNullable<FlowText["each"]>): Pick<Flow, "each" | "eachAtLeast"> {
  const { amount, atLeast = amount } = moneyRange(said);
  return { each: amount, eachAtLeast: atLeast };
}

/** What a loss is worth; here too a later reading leaves no least of an earlier one. */
function readAmount(said: NonNullable<FlowText["amount"]>): Pick<Flow, "amount" | "atLeast"> {
  const { amount, atLeast = amount } = moneyRange(said);
  return { amount, atLeast };
}

const readAtMost = ({ times, amount, per, of }: AtMostText): AtMost => ({
  ...(times === undefined ? {} : { times }),
  perMinutes: per === "ever" ? everMinutes : (parseDuration(per) ?? 0),
  ...(amount === undefined ? {} : moneyRange(amount)),
  ...(of === undefined ? {} : { of }),
});

function readTakes(words: Words, text: NonNullable<FlowText["takes"]>, at: readonly PropertyKey[]): Takes {
  if (typeof text === "string") {
    const minutes = parseDuration(text) ?? 0;
    return { min: minutes, likely: minutes, max: minutes };
  }
  const min = parseDuration(text.min) ?? 0;
  const likely = text.likely === undefined ? undefined : parseDuration(text.likely);
  const max = text.max === undefined ? undefined : parseDuration(text.max);
  const takes = {
    min,
    likely: likely ?? Math.max(min, Math.min(max ?? min, min)),
    max: max ?? likely ?? min,
  };
  if (takes.min > takes.likely || takes.likely > takes.max)
    complain(
      words,
      "shape/bad-text",
      at,
      "`takes` must have min ≤ likely ≤ max",
      "put the three durations in order",
    );
  return takes;
}

function readDelay(words: Words, text: NonNullable<FlowText["delay"]>, at: readonly PropertyKey[]): Delay {
  if (typeof text === "string") return { takes: readTakes(words, text, at), tells: [] };
  const tells = readEach(text.tells, [...at, "tells"], (each, path) => readThingPath(words, each, path));
  const note = bilingual(text.en, text.zh);
  return {
    takes: readTakes(
      words,
      {
        min: text.min,
        ...(text.likely === undefined ? {} : { likely: text.likely }),
        ...(text.max === undefined ? {} : { max: text.max }),
      },
      at,
    ),
    tells,
    ...(text.late === undefined ? {} : { late: parseDuration(text.late) ?? 0 }),
    ...(text["cancelled-by"] === undefined ? {} : { cancelledBy: text["cancelled-by"] }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The key by which a flow says whose yes it hangs on. */
const yesKeys: readonly (readonly ["discretion" | "consent" | "insider", WhoseYes])[] = [
  ["discretion", "agent"],
  ["consent", "owner"],
  ["insider", "insider"],
];

function readYes(
  words: Words,
  text: FlowChangeText,
  at: readonly PropertyKey[],
): { readonly discretion?: Discretion } {
  const said = yesKeys.flatMap(([key, whose]) => (text[key] === undefined ? [] : [{ key, whose }]));
  const [first, second] = said;
  if (first === undefined) return {};
  if (second !== undefined)
    complain(
      words,
      "shape/bad-text",
      [...at, second.key],
      `a flow hangs on one yes; it says \`${first.key}\` and \`${second.key}\``,
      "keep one of them, or make two flows of it",
      "key",
    );
  return { discretion: readDiscretion(text[first.key] ?? true, first.whose) };
}

function readDiscretion(text: NonNullable<FlowText["discretion"]>, whose: WhoseYes): Discretion {
  if (text === true) return { whose };
  const note = bilingual(text.en, text.zh);
  return {
    whose,
    ...(text.chance === undefined ? {} : { chance: text.chance }),
    ...(note === undefined ? {} : { note }),
  };
}

const bilingual = (en: string | undefined, zh: string | undefined): Bilingual | undefined =>
  en === undefined && zh === undefined ? undefined : { en: en ?? zh ?? "", zh: zh ?? en ?? "" };

function readTrace(
  words: Words,
  text: NonNullable<FlowText["leaves"]>[number],
  at: readonly PropertyKey[],
): Trace[] {
  for (const kind of traceKinds) {
    const body: Readonly<Record<string, string | number | undefined>> | undefined = text[kind];
    if (body === undefined) continue;
    const subjectKey = ["to", "in", "of"].find((key) => typeof body[key] === "string");
    const subjectText = subjectKey === undefined ? undefined : String(body[subjectKey]);
    // A call may go to a number and not to a thing of the person.
    const subject =
      subjectText === undefined || !/^[a-z]/.test(subjectText)
        ? undefined
        : readSubject(words, subjectText, [...at, kind, subjectKey ?? kind]);
    const from = body["from"] ?? (kind === "call" && subject === undefined ? body["to"] : undefined);
    return [
      {
        kind,
        ...(subject === undefined ? {} : { subject }),
        ...(from === undefined ? {} : { from: String(from) }),
        ...(body["about"] === undefined ? {} : { about: String(body["about"]) }),
        ...(body["late"] === undefined ? {} : { late: parseDuration(String(body["late"])) ?? 0 }),
      },
    ];
  }
  return [];
}

export function readMeasure(
  words: Words,
  id: string,
  text: MeasureText,
  at: readonly PropertyKey[],
): Measure {
  const replaces = new Map(
    Object.entries(text.replaces ?? {}).map(
      ([flow, change]) => [flow, readFlowChange(words, change, [...at, "replaces", flow])] as const,
    ),
  );
  const changes = Object.entries(text.changes ?? {}).flatMap(([path, value]) => {
    const read = readAttribute(words, path, [value], [...at, "changes", path]);
    if (
      read !== undefined &&
      isMoney(read.subject.kind, read.attribute) &&
      moneySaid(String(value)) === undefined
    ) {
      complain(
        words,
        "catalog/unknown-attribute",
        [...at, "changes", path],
        `\`${path}\` is an amount, and \`${String(value)}\` is none`,
        "write what it is once the measure is taken, as a number: `500`",
        "key",
      );
    }
    return read === undefined
      ? []
      : [{ subject: read.subject, attribute: read.attribute, value: String(value) }];
  });
  const delays = text.delays === undefined ? undefined : parseDuration(text.delays);
  const onlyHours = text["only-hours"] === undefined ? undefined : parseHours(text["only-hours"]);
  const asksMore =
    text["asks-more"] === undefined ? [] : [readAsks(words, text["asks-more"], [...at, "asks-more"])];
  return {
    id,
    title: text.title ?? { en: titleOf(id), zh: titleOf(id) },
    ...(text.how === undefined ? {} : { how: text.how }),
    by: text.by,
    effort: typeof text.effort === "number" ? text.effort : (effortOf[text.effort] ?? 1),
    perWorld: text.per === "world",
    replaces,
    removes: text.removes ?? [],
    asksMore,
    givesLess: readEach(text["gives-less"], [...at, "gives-less"], (each, path) =>
      readCapability(words, each, path),
    ),
    ...(delays === undefined ? {} : { delays }),
    ...(onlyHours === undefined ? {} : { onlyHours }),
    changes,
    sets: readSets(words, text.sets, [...at, "sets"]),
    renews: readEach(text.renews, [...at, "renews"], (each, path) => readSecret(words, each, path)),
    ...(text.basis === undefined ? {} : { basis: basisOf(text.basis) }),
    valid: validOf(text.valid),
  };
}

function readSecret(words: Words, text: string, path: readonly PropertyKey[]): CapabilityPattern | undefined {
  const read = readCapability(words, text, path);
  if (read === undefined || read.subjects.some(({ secret }) => secret !== undefined)) return read;
  complain(
    words,
    "catalog/wrong-subject",
    path,
    `\`${text}\` is nothing somebody knows, so it cannot be changed`,
    "write a secret: `know(account.mail.password)`",
  );
  return undefined;
}

/** What names another part of the same file: a measure's flows, a delay's way to cancel. */
export function checkNames(
  words: Words,
  flows: readonly Flow[],
  measures: readonly Measure[],
  moreFlows: readonly string[] = [],
): void {
  const allFlows = [...moreFlows, ...entriesOf(valueAt(words.yaml.value, ["flows"])).map(([id]) => id)];
  for (const { id, replaces, removes } of measures) {
    for (const flow of replaces.keys()) {
      if (!flow.includes("/") && !allFlows.includes(flow))
        complain(
          words,
          "catalog/unknown-flow",
          ["measures", id, "replaces", flow],
          `no flow \`${flow}\` here`,
          helpWith(flow, allFlows, "name a flow of this file"),
          "key",
        );
    }
    for (const [i, flow] of removes.entries()) {
      if (!flow.includes("/") && !allFlows.includes(flow))
        complain(
          words,
          "catalog/unknown-flow",
          ["measures", id, "removes", i],
          `no flow \`${flow}\` here`,
          helpWith(flow, allFlows, "name a flow of this file"),
        );
    }
  }
  for (const { id, delay } of flows) {
    if (delay?.cancelledBy !== undefined && !allFlows.includes(delay.cancelledBy)) {
      complain(
        words,
        "catalog/unknown-flow",
        ["flows", id, "delay", "cancelled-by"],
        `no flow \`${delay.cancelledBy}\` here`,
        helpWith(delay.cancelledBy, allFlows, "name a flow of this file"),
      );
    }
  }
}

/**
 * What no single file can know: measures, flows and sources named across files, conditions nothing clears, flows that
 * would ground to more rules than anybody meant. An institution with such an error is left out whole, as any broken file.
 */
import {
  type Asks,
  type CapabilityPattern,
  Complaint,
  type ComplaintCode,
  choicesOfSome,
  type Flow,
  type Institution,
  type Measure,
  type ThingKind,
} from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { helpWith } from "./did-you-mean.ts";
import { unsourced } from "./read-institution.ts";
import { valueAt } from "./shape-complaints.ts";
import { waysMax } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

/** Every set of measures on one flow is a rule of its own: 2^6 are enough. */
const measuresOnFlowMax = 6;

export interface CrossingsQuestion {
  readonly catalog: Catalog;
  /** The files of the institutions to check, by id. */
  readonly yamls: ReadonlyMap<string, YamlText>;
  readonly vocabularies?: readonly YamlText[];
  /** The file each common measure stands in, by its id. */
  readonly measureYamls?: ReadonlyMap<string, YamlText>;
  /** Known by name only: what refers to them is not complained of. */
  readonly broken?: { readonly institutions: ReadonlySet<string>; readonly measures: ReadonlySet<string> };
  /** A file of sources is broken, so a source that is not found says nothing. */
  readonly isSourceMissing?: boolean;
}

export interface Crossings {
  readonly complaints: readonly Complaint[];
  /** Institutions that cannot be used. */
  readonly wrong: ReadonlySet<string>;
}

const nobody: NonNullable<CrossingsQuestion["broken"]> = { institutions: new Set(), measures: new Set() };

export function checkCrossings(question: CrossingsQuestion): Crossings {
  const { catalog, yamls, vocabularies = [], measureYamls = new Map(), broken = nobody } = question;
  const complaints: Complaint[] = [];
  const wrong = new Set<string>();
  const known: Known = {
    cleared: clearedKinds(catalog, broken.institutions),
    fromElsewhere: countFromElsewhere(catalog),
  };
  for (const [id, yaml] of yamls) {
    const institution = catalog.institutions.get(id);
    if (institution === undefined) continue;
    const complain: Complain = (code, path, message, help, severity = "error") => {
      if (severity === "error") wrong.add(id);
      complaints.push(new Complaint({ code, place: yaml.locate(path), message, help, severity }));
    };
    const unfounded = institution.flows.filter(({ basis }) => basis.source === unsourced);
    if (unfounded[0] !== undefined)
      complain(
        "catalog/unknown-source",
        ["flows", unfounded[0].id],
        `nothing says where \`${unfounded[0].id}\`${unfounded.length > 1 ? ` and ${unfounded.length - 1} more` : ""} comes from`,
        "add `basis: { status, seen, source }` to the flow, or to the institution for all its flows",
        "warning",
      );
    if (question.isSourceMissing !== true)
      for (const [i, { source }] of institution.contacts.entries())
        if (source !== undefined) checkSource(catalog, source, ["contacts", i, "source"], complain);
    for (const flow of institution.flows)
      checkFlow({ ...question, broken }, institution, flow, known, complain);
    for (const measure of institution.measures)
      checkMeasure(catalog, institution, measure, broken.institutions, complain);
  }
  for (const measure of catalog.measures) {
    const yaml = measureYamls.get(measure.id);
    if (yaml === undefined || broken.institutions.size > 0) continue;
    const complain: Complain = (code, path, message, help) =>
      complaints.push(new Complaint({ code, place: yaml.locate(path), message, help }));
    for (const { name, path } of namedFlows(measure)) {
      const isThere = name.includes("/")
        ? hasFlow(catalog, name)
        : [...catalog.institutions.values()].some(({ flows }) => flows.some(({ id }) => id === name));
      if (!isThere)
        complain(
          "catalog/unknown-flow",
          path,
          `no institution has a flow \`${name}\``,
          "name a flow, or an institution and its flow: `bank/transfer`",
        );
    }
  }
  for (const yaml of vocabularies) checkWords(catalog, yaml, complaints);
  return { complaints, wrong };
}

type Complain = (
  code: ComplaintCode,
  path: readonly PropertyKey[],
  message: string,
  help: string,
  severity?: "error" | "warning",
) => void;

function checkFlow(
  { catalog, broken, isSourceMissing }: CrossingsQuestion & { broken: typeof nobody },
  institution: Institution,
  flow: Flow,
  { cleared, fromElsewhere }: Known,
  complain: Complain,
): void {
  const at = ["flows", flow.id];
  const measures = new Set([...institution.measures, ...catalog.measures].map(({ id }) => id));
  for (const [i, measure] of flow.measures.entries()) {
    if (!measures.has(measure) && !broken.measures.has(measure))
      complain(
        "catalog/unknown-measure",
        [...at, "measures", i],
        `no measure \`${measure}\``,
        helpWith(measure, measures, "define it under `measures:` here or in catalog/common/measures.yaml"),
      );
  }
  const limits = flow.atMost ?? [];
  for (const [i, { of: whose }] of limits.entries()) {
    if (whose === undefined || speaksOf(flow, whose)) continue;
    complain(
      "catalog/unknown-thing",
      // A limit by itself stands in no list.
      [...at, "at-most", ...(limits.length > 1 ? [i] : []), "of"],
      `\`${flow.id}\` has a limit of \`${whose}\` and speaks of none`,
      "name a kind of thing this flow concerns, or add it under `for`",
      // The limit is then the flow's own.
      "warning",
    );
  }
  if (flow.amount !== undefined && movesAlone(catalog, flow))
    complain(
      "catalog/idle-amount",
      [...at, "amount"],
      `the \`amount\` of \`${flow.id}\` counts nowhere: it only moves what lies there`,
      "for a limit of what is moved write `each` or `at-most`; for a loan paid out say `borrow(account)`, and `cash-out(account)` where it is taken",
    );
  const lists = listsOf(flow.asks).map(({ parts }) => JSON.stringify(parts));
  if (new Set(lists).size < lists.length)
    complain(
      "catalog/said-twice",
      [...at, "asks"],
      `\`${flow.id}\` asks twice for so many of the same list, and the greater number is all it asks`,
      "say once how many different ones it asks: `{ at-least: 4, of: … }`",
      "warning",
    );
  const ways = countWays(flow.asks);
  if (ways > waysMax)
    complain(
      "catalog/too-many-ways",
      [...at, "asks"],
      `\`${flow.id}\` can be asked in ${ways} ways, more than ${waysMax}`,
      "split the flow into several",
    );
  const count =
    measuresOn(catalog, institution, flow) + (fromElsewhere.get(`${institution.id}/${flow.id}`) ?? 0);
  if (count > measuresOnFlowMax)
    complain(
      "catalog/too-many-measures",
      at,
      `${count} measures change \`${flow.id}\`, more than ${measuresOnFlowMax}`,
      "join measures that are taken together",
    );
  for (const [i, { pattern, expires }] of flow.sets.entries()) {
    if (cleared !== undefined && expires === undefined && !cleared.has(pattern.kind))
      complain(
        "catalog/condition-without-way-out",
        [...at, "sets", i],
        `nothing clears \`${pattern.kind}\``,
        "add the flow that clears it, or `expires`; a block is only as strong as the weakest flow that lifts it",
        "warning",
      );
  }
  if (isSourceMissing !== true) checkSource(catalog, flow.basis.source, [...at, "basis"], complain);
}

/** It gives money moved between the owner's own places, and nothing that is worth a sum of its own. */
function movesAlone({ vocabulary: { capabilities } }: Catalog, { gives }: Flow): boolean {
  const words = gives.flatMap(({ kind }) => capabilities.get(kind) ?? []);
  return (
    words.some(({ roles }) => roles.includes("moves")) &&
    !words.some(({ roles, isLoss }) => isLoss || roles.includes("lends"))
  );
}

/** An address needs no entry of the table; a word that is in it nowhere is most likely mistyped. */
function checkSource(
  { sources }: Catalog,
  source: string,
  at: readonly (string | number)[],
  complain: Complain,
): void {
  if (!/^[a-z0-9-]+$/.test(source) || source === unsourced || sources.has(source)) return;
  complain(
    "catalog/unknown-source",
    at,
    `no source \`${source}\``,
    helpWith(source, sources.keys(), "add it to sources.yaml, or give an address"),
    "warning",
  );
}

function checkMeasure(
  catalog: Catalog,
  institution: Institution,
  measure: Measure,
  broken: ReadonlySet<string>,
  complain: Complain,
): void {
  for (const { name, path } of namedFlows(measure)) {
    const [owner = ""] = name.split("/", 1);
    if (!name.includes("/") || broken.has(owner) || hasFlow(catalog, name)) continue;
    const there = catalog.institutions.get(owner)?.flows.map(({ id }) => `${owner}/${id}`);
    complain(
      "catalog/unknown-flow",
      path,
      `no flow \`${name}\``,
      there === undefined
        ? helpWith(
            owner,
            catalog.institutions.keys(),
            "name an institution of the catalogue and its flow: `bank/transfer`",
          )
        : helpWith(name, there, "name a flow of that institution"),
    );
  }
  const does =
    measure.replaces.size + [measure.removes, measure.changes, measure.sets, measure.renews].flat().length;
  const isListed = institution.flows.some((flow) => flow.measures.includes(measure.id));
  if (does === 0 && !isListed)
    complain(
      "catalog/idle-measure",
      ["measures", measure.id],
      `the measure \`${measure.id}\` changes nothing`,
      "list it in the flows it changes, or say what it replaces, removes, changes, sets or renews",
      "warning",
    );
}

/** Kinds of condition that some flow clears; `undefined` where a broken file may hold the flow. */
function clearedKinds(
  { institutions }: Catalog,
  broken: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  if (broken.size > 0) return undefined;
  return new Set(
    [...institutions.values()].flatMap(({ flows }) =>
      flows.flatMap(({ clears }) => clears.map(({ kind }) => kind)),
    ),
  );
}

const namedFlows = ({ id, replaces, removes }: Measure) => [
  ...[...replaces.keys()].map((name) => ({
    name,
    path: ["measures", id, "replaces", name] as readonly PropertyKey[],
  })),
  ...removes.map((name, i) => ({ name, path: ["measures", id, "removes", i] as readonly PropertyKey[] })),
];

function hasFlow(catalog: Catalog, name: string): boolean {
  const [owner = "", flow = ""] = name.split("/", 2);
  return catalog.institutions.get(owner)?.flows.some(({ id }) => id === flow) === true;
}

/** What is found once for the whole catalogue. */
interface Known {
  readonly cleared: ReadonlySet<string> | undefined;
  /** How many measures of other institutions make a flow (`bank/transfer`) another. */
  readonly fromElsewhere: ReadonlyMap<string, number>;
}

function countFromElsewhere({ institutions }: Catalog): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [id, { measures }] of institutions) {
    for (const { replaces, removes } of measures) {
      for (const name of new Set([...replaces.keys(), ...removes]))
        if (name.includes("/") && !name.startsWith(`${id}/`)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** How many measures of its own institution and of the common file make this flow another. */
function measuresOn(catalog: Catalog, institution: Institution, flow: Flow): number {
  const names = [flow.id, `${institution.id}/${flow.id}`];
  return [...institution.measures, ...catalog.measures].filter(
    ({ id, replaces, removes }) =>
      flow.measures.includes(id) || [...replaces.keys(), ...removes].some((name) => names.includes(name)),
  ).length;
}

/** A word of the vocabulary that speaks of another. */
function checkWords({ vocabulary }: Catalog, yaml: YamlText, complaints: Complaint[]): void {
  const known = vocabulary.capabilities;
  const check = (word: string, path: readonly PropertyKey[], message: string) => {
    if (known.has(word)) return;
    complaints.push(
      new Complaint({
        code: "catalog/unknown-capability",
        place: yaml.locate(path),
        message,
        help: helpWith(word, known.keys(), "every word stands in catalog/capabilities.yaml"),
      }),
    );
  };
  for (const kind of keysOf(yaml, "conditions")) {
    const { stops = [], diverts = [] } = vocabulary.conditions.get(kind) ?? {};
    for (const [i, diverted] of diverts.entries())
      check(
        diverted,
        ["conditions", kind, "diverts", i],
        `\`${kind}\` diverts \`${diverted}\`, which is not a capability`,
      );
    for (const [i, stopped] of stops.entries())
      check(
        stopped,
        ["conditions", kind, "stops", i],
        `\`${kind}\` stops \`${stopped}\`, which is not a capability`,
      );
  }
  for (const kind of keysOf(yaml, "capabilities")) {
    const wholes = known.get(kind)?.partOf ?? [];
    for (const [i, whole] of wholes.entries())
      check(
        whole,
        ["capabilities", kind, "part-of", i],
        `\`${kind}\` is part of \`${whole}\`, which is not a capability`,
      );
    for (const [i, anchor] of (known.get(kind)?.while ?? []).entries())
      if (!vocabulary.conditions.has(anchor))
        check(
          anchor,
          ["capabilities", kind, "while", i],
          `\`${kind}\` is had while \`${anchor}\`, which is not a capability`,
        );
  }
}

const keysOf = ({ value }: YamlText, section: string) => Object.keys(valueAt(value, [section]) ?? {});

/** Whether a flow concerns a thing of this kind by name, and does not only lead to one. */
function speaksOf(
  { asks, gives, sets, clears, unless, while: wanted, ranges }: Flow,
  kind: ThingKind,
): boolean {
  const patterns = [
    ...asked(asks),
    ...gives,
    ...sets.map(({ pattern }) => pattern),
    ...clears,
    ...unless,
    ...(wanted ?? []),
  ];
  return (
    ranges.some(({ variable }) => variable === kind) ||
    patterns.some(({ subjects }) => subjects.some(({ variable }) => variable === kind))
  );
}

const asked = (asks: Asks): readonly CapabilityPattern[] =>
  asks.kind === "capability" ? [asks.pattern] : asks.parts.flatMap(asked);

/** Lists of which so many are asked whatever else is; the YAML reader has bounded the depth. */
function listsOf(asks: Asks): readonly Extract<Asks, { readonly kind: "some" }>[] {
  if (asks.kind === "all") return asks.parts.flatMap(listsOf);
  return asks.kind === "some" ? [asks] : [];
}

/**
 * In how many ways these asks can be met: a sum over `any`, a product over `all`. What stands in many choices of a list is
 * counted once: a list in a list in a list would be counted as often as it can be met.
 */
function countWays(asks: Asks, counted = new Map<Asks, number>()): number {
  const known = counted.get(asks);
  if (known !== undefined) return known;
  const sum = (parts: readonly Asks[]) => parts.reduce((all, part) => all + countWays(part, counted), 0);
  const ways =
    asks.kind === "capability"
      ? 1
      : asks.kind === "some"
        ? sum(choicesOfSome(asks))
        : asks.kind === "any"
          ? sum(asks.parts)
          : asks.parts.reduce((product, part) => product * countWays(part, counted), 1);
  counted.set(asks, ways);
  return ways;
}

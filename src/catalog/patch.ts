/**
 * A change of a catalogue written down as a file: flows replaced key by key, flows added and removed, institutions
 * added, measures of institutions put in force. What comes of it is a catalogue like any other, read and checked by the
 * same readers, so that a patch can say nothing a catalogue could not.
 *
 * What to know to trust it: nothing is half applied. A patch with a fault, or one that makes an institution unreadable,
 * gives no catalogue at all; every fault has its place in the patch, or in the file that the patch leaves as it is.
 */
import { z } from "zod";
import { Complaint, type Measure } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { checkAspects } from "./check-aspects.ts";
import { checkCrossings } from "./check-crossings.ts";
import { helpWith } from "./did-you-mean.ts";
import { readInstitution } from "./read-institution.ts";
import { readShape, valueAt } from "./shape-complaints.ts";
import { bilingualShape, idShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

/** A patch of more parts is a catalogue of its own. */
const partsMax = 500;

const capped = <T>(shape: z.ZodType<Record<string, T>>) =>
  shape.refine((parts) => Object.keys(parts).length <= partsMax, {
    error: `has more than ${partsMax} parts`,
  });

/** Of a flow that is there: the keys it gets instead, `null` for a key it loses. */
const changedFlow = z.record(z.string(), z.unknown());

export const patchShape = z
  .strictObject({
    patch: idShape,
    title: bilingualShape.optional(),
    note: bilingualShape.optional(),
    flows: capped(z.record(z.string(), z.union([changedFlow, z.null()])))
      .optional()
      .describe(
        "By institution/flow: of a flow that is there the keys that are otherwise (null takes a key away), of a new one all of it; null removes the flow.",
      ),
    institutions: capped(z.record(idShape, z.record(z.string(), z.unknown())))
      .optional()
      .describe("Institutions that are added, each as in a file of its own."),
    measures: z
      .array(z.string().max(200))
      .max(partsMax)
      .optional()
      .describe("Measures of institutions that are put in force, by id or institution/id."),
  })
  .describe("A change of a catalogue.");

export interface PatchQuestion {
  readonly catalog: Catalog;
  /** The file an institution stands in, as it was read; `undefined` where there is none. */
  readonly yamlOf: (institution: string) => YamlText | undefined;
  readonly patch: YamlText;
}

export interface PatchApplied {
  /** Absent when anything is wrong. */
  readonly catalog: Catalog | undefined;
  /** What is put in force beside it. */
  readonly measures: readonly string[];
  /** The institutions it touches, with places in the patch where it speaks and in their own file where it does not. */
  readonly yamls: ReadonlyMap<string, YamlText>;
  readonly complaints: readonly Complaint[];
}

export function applyPatch({ catalog, yamlOf, patch }: PatchQuestion): PatchApplied {
  const read = readShape(patchShape, patch);
  const complaints: Complaint[] = [...patch.complaints, ...read.complaints];
  const text = read.value;
  if (text === undefined) return { catalog: undefined, measures: [], yamls: new Map(), complaints };
  const say = (path: readonly PropertyKey[], message: string, help: string) =>
    complaints.push(
      new Complaint({ code: "design/patch-fits-nothing", place: patch.locate(path, "key"), message, help }),
    );
  const { flows = {}, institutions = {}, measures = [] } = text;
  if (Object.keys(flows).length + Object.keys(institutions).length + measures.length === 0)
    say(["patch"], "the patch changes nothing", "give `flows`, `institutions` or `measures`");

  const yamls = new Map<string, YamlText>();
  for (const [id, body] of Object.entries(institutions)) {
    if (catalog.institutions.has(id))
      say(
        ["institutions", id],
        `the institution \`${id}\` is there already`,
        "change its flows under `flows`",
      );
    else yamls.set(id, addedYaml(patch, id, body));
  }
  for (const [name, change] of Object.entries(flows)) {
    const [institution = "", flow = "", ...rest] = name.split("/");
    const base = yamls.get(institution) ?? yamlOf(institution);
    if (rest.length > 0 || flow === "" || base === undefined) {
      const known = [...catalog.institutions.keys()];
      say(
        ["flows", name],
        flow === "" || rest.length > 0
          ? `\`${name}\` is not an institution and its flow`
          : `no institution \`${institution}\``,
        flow === "" || rest.length > 0
          ? "write `institution/flow`"
          : helpWith(institution, known, "add it under `institutions`"),
      );
      continue;
    }
    const there = valueAt(base.value, ["flows", flow]);
    if (change === null && there === undefined)
      say(["flows", name], `no flow \`${name}\` to remove`, helpWith(flow, flowIds(base), "remove the line"));
    else if (change !== null && there === undefined && !does.some((key) => Object.hasOwn(change, key)))
      say(
        ["flows", name],
        `no flow \`${name}\` to change, and a new one that does nothing`,
        helpWith(flow, flowIds(base), "a new flow gives, sets, clears or leaves something"),
      );
    else if (!yamls.has(institution) && isExtended(catalog, institution, base))
      say(
        ["flows", name],
        `\`${institution}\` is extended by another file, which the patch would lose`,
        "write the change into the file that extends it",
      );
    else yamls.set(institution, withFlow(base, { patch, name, flow, change }));
  }
  for (const [i, measure] of measures.entries()) complainOfMeasure(catalog, measure, i, patch, complaints);

  const gone = new Set(Object.entries(flows).flatMap(([name, change]) => (change === null ? [name] : [])));
  // Reading a file costs more than all else here, so only those are read whose measures speak of what is gone.
  if (gone.size > 0)
    for (const [id, { measures: own }] of catalog.institutions) {
      if (!own.some((measure) => speaksOf(measure, id, gone))) continue;
      const base = yamls.get(id) ?? yamlOf(id);
      const without = base === undefined ? undefined : withoutMentions(base, id, gone);
      if (without !== undefined) yamls.set(id, without);
    }
  const made = withInstitutions(catalog, yamls);
  complaints.push(...made.complaints);
  const isWrong = complaints.some(({ severity }) => severity === "error");
  return { catalog: isWrong ? undefined : made.catalog, measures, yamls, complaints };
}

/**
 * A catalogue with these institutions in place of those of the same id, or beside the others; what no single file can
 * know is checked again.
 */
export function withInstitutions(
  catalog: Catalog,
  yamls: ReadonlyMap<string, YamlText>,
): { readonly catalog: Catalog; readonly complaints: readonly Complaint[] } {
  const reads = [...yamls].map(([id, yaml]) => readInstitution(yaml, catalog.vocabulary, [], id));
  const institutions = new Map(catalog.institutions);
  for (const { institution } of reads)
    if (institution !== undefined) institutions.set(institution.id, institution);
  const made = { ...catalog, institutions };
  const complaints = [
    ...reads.flatMap((read) => read.complaints),
    ...checkCrossings({ catalog: made, yamls }).complaints.filter(({ severity }) => severity === "error"),
    ...checkAspects(made, yamls).complaints,
  ];
  return { catalog: made, complaints };
}

function complainOfMeasure(
  catalog: Catalog,
  measure: string,
  index: number,
  patch: YamlText,
  complaints: Complaint[],
): void {
  const all = [
    ...catalog.measures.map((each) => ({
      each,
      names: [each.id, ...whoseDecision(catalog, each).map((institution) => `${institution}/${each.id}`)],
    })),
    ...[...catalog.institutions.values()].flatMap((institution) =>
      institution.measures.map((each) => ({ each, names: [each.id, `${institution.id}/${each.id}`] })),
    ),
  ];
  const found = all.filter(({ names }) => names.includes(measure));
  const say = (message: string, help: string) =>
    complaints.push(
      new Complaint({
        code: "catalog/unknown-measure",
        place: patch.locate(["measures", index]),
        message,
        help,
      }),
    );
  const together = catalog.measures.find(({ id, perWorld }) => perWorld && measure.endsWith(`/${id}`));
  if (found.length === 0 && together !== undefined)
    say(
      `\`${together.id}\` is one decision for all institutions together, and no institution's own`,
      `write \`${together.id}\` to have it everywhere, or change the flows it is about under \`flows\``,
    );
  else if (found.length === 0)
    say(
      `no measure \`${measure}\``,
      helpWith(
        measure,
        all.flatMap(({ names }) => names),
        "name a measure of an institution",
      ),
    );
  else if (found.every(({ each }) => each.by !== "institution"))
    say(
      `\`${measure}\` is a measure of the person, not of an institution`,
      "leave it out: whoever is asked about decides",
    );
}

/** A common measure of institutions is each one's own decision, unless it is one for all of them. */
function whoseDecision({ institutions }: Catalog, { id, by, perWorld }: Measure): readonly string[] {
  if (by !== "institution" || perWorld) return [];
  return [...institutions.values()].flatMap(({ id: institution, flows }) =>
    flows.some(({ measures }) => measures.includes(id)) ? [institution] : [],
  );
}

/** What a flow may do at all. */
const does = ["gives", "sets", "clears", "revokes", "leaves"];

/** Flows of it stand elsewhere than in its own file. */
function isExtended(catalog: Catalog, institution: string, base: YamlText): boolean {
  const own = new Set(flowIds(base));
  return catalog.institutions.get(institution)?.flows.some(({ id }) => !own.has(id)) ?? false;
}

const flowIds = (yaml: YamlText): readonly string[] => {
  const flows = valueAt(yaml.value, ["flows"]);
  return typeof flows === "object" && flows !== null ? Object.keys(flows) : [];
};

/** An institution of the patch as if it were a file of its own. */
function addedYaml(patch: YamlText, id: string, body: Readonly<Record<string, unknown>>): YamlText {
  return {
    value: { institution: id, ...body },
    complaints: [],
    locate: (path, what) =>
      path.length === 1 && path[0] === "institution"
        ? patch.locate(["institutions", id], "key")
        : patch.locate(["institutions", id, ...path], what),
  };
}

interface FlowPatch {
  readonly patch: YamlText;
  /** As the patch writes it: `institution/flow`. */
  readonly name: string;
  readonly flow: string;
  readonly change: Readonly<Record<string, unknown>> | null;
}

/** The file with one flow otherwise: what the patch says has its place in the patch, all else in the file. */
function withFlow(base: YamlText, { patch, name, flow, change }: FlowPatch): YamlText {
  const head = recordOf(base.value);
  const { [flow]: before, ...others } = recordOf(valueAt(base.value, ["flows"]));
  const merged = { ...recordOf(before), ...change };
  for (const [key, value] of Object.entries(merged)) if (value === null) delete merged[key];
  const flows = change === null ? others : { ...recordOf(valueAt(base.value, ["flows"])), [flow]: merged };
  const isNew = before === undefined;
  return {
    value: { ...head, flows },
    complaints: base.complaints,
    locate: (path, what) => {
      const [first, second, key, ...rest] = path;
      if (first !== "flows" || second !== flow) return base.locate(path, what);
      if (key === undefined) return isNew ? patch.locate(["flows", name], what) : base.locate(path, what);
      return isNew || (change !== null && Object.hasOwn(change, key))
        ? patch.locate(["flows", name, key, ...rest], what)
        : base.locate(path, what);
    },
  };
}

/** Of a flow of its own a measure may speak by its id alone. */
const isAmong = (flow: string, institution: string, gone: ReadonlySet<string>): boolean =>
  gone.has(flow.includes("/") ? flow : `${institution}/${flow}`);

const speaksOf = ({ replaces, removes }: Measure, institution: string, gone: ReadonlySet<string>): boolean =>
  [...replaces.keys(), ...removes].some((flow) => isAmong(flow, institution, gone));

/**
 * The file without what its measures say of flows that are gone: whoever takes a flow away cannot be asked to mend the
 * measures of a catalogue that is not theirs. `undefined`: they say nothing of them.
 */
function withoutMentions(base: YamlText, id: string, gone: ReadonlySet<string>): YamlText | undefined {
  const isGone = (flow: string) => isAmong(flow, id, gone);
  let isChanged = false;
  const kept = (measure: unknown): unknown => {
    const { replaces, removes, ...rest } = recordOf(measure);
    const left = Object.entries(recordOf(replaces)).filter(([flow]) => !isGone(flow));
    const still = Array.isArray(removes) ? removes.filter((flow) => !isGone(String(flow))) : [];
    const some = Object.keys(recordOf(replaces)).length + (Array.isArray(removes) ? removes.length : 0);
    if (left.length + still.length === some) return measure;
    isChanged = true;
    const has = {
      ...(left.length === 0 ? {} : { replaces: Object.fromEntries(left) }),
      ...(still.length === 0 ? {} : { removes: still }),
    };
    // A measure that only spoke of what is gone has nothing left to do.
    const does = ["asks-more", "gives-less", "delays", "only-hours", "changes", "sets", "renews"].some(
      (key) => key in rest,
    );
    return Object.keys(has).length === 0 && !does ? undefined : { ...rest, ...has };
  };
  const measures = Object.entries(recordOf(valueAt(base.value, ["measures"])))
    .map(([name, measure]) => [name, kept(measure)] as const)
    .filter(([, measure]) => measure !== undefined);
  if (!isChanged) return undefined;
  const { flows, ...head } = recordOf(base.value);
  const names = new Set(measures.map(([name]) => name));
  const before = Object.keys(recordOf(valueAt(base.value, ["measures"])));
  const lost = new Set(before.filter((name) => !names.has(name)));
  const listed = (flow: unknown): unknown => {
    const { measures: own, ...rest } = recordOf(flow);
    if (!Array.isArray(own) || !own.some((name) => lost.has(String(name)))) return flow;
    const left = own.filter((name) => !lost.has(String(name)));
    return left.length === 0 ? rest : { ...rest, measures: left };
  };
  return {
    ...base,
    value: {
      ...head,
      flows: Object.fromEntries(Object.entries(recordOf(flows)).map(([name, flow]) => [name, listed(flow)])),
      measures: Object.fromEntries(measures),
    },
  };
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>) // An object that is no list has text keys.
    : {};

/** Whether a file is a patch, told by its first telling key. */
export const isPatch = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "patch" in value;

/**
 * One institution in a form: what a flow of it asks, gives and takes, when it is open, whether it is there at all, and
 * which measures are in force. Whatever is chosen stays in the catalogue's own words.
 *
 * A change of the form is the patch file it is saved as: what the page asks about is what the catalogue's reader makes of
 * that file, so that the two cannot come to differ.
 */
import { stringify } from "yaml";
import { applyPatch, type Catalog, readYaml, type YamlText } from "../../../src/catalog/index.ts";
import {
  type Asks,
  type Delay,
  type Flow,
  formatDuration,
  formatPattern,
  formatSubjectPath,
  type Institution,
  type Takes,
} from "../../../src/model/index.ts";
import { givableIn } from "./givable.ts";

/** By id: institutions as their files write them. */
export type InstitutionFiles = Readonly<Record<string, unknown>>;

/** The catalogue as it is today, and its files, which a patch is laid over. */
export interface Shipped {
  readonly catalog: Catalog;
  readonly files: InstitutionFiles;
}

/** A catalogue with measures in force. */
export interface Changed {
  readonly catalog: Catalog;
  readonly measures: readonly string[];
  /** The files the change has touched, as they are with it. */
  readonly yamls: ReadonlyMap<string, YamlText>;
}

export interface FlowEdit {
  readonly institution: string;
  readonly flow: string;
  readonly isGone: boolean;
  /** Parts by their text; all of them are asked. */
  readonly asks: readonly string[];
  /** Likewise. */
  readonly gives: readonly string[];
  readonly minutes: number;
  /** Between what is asked and what is given; 0: none. */
  readonly delayMinutes: number;
  /** As a file writes them; absent: as they are. */
  readonly hours?: string;
  /** Measures of institutions, by the name a patch gives them. */
  readonly inForce: readonly string[];
  /** When it happens, as a file writes it; absent: opening hours are not weighed. It is no part of the patch. */
  readonly at?: string;
}

export interface Part<Value = Asks> {
  readonly text: string;
  readonly value: Value;
}

type AsksValue =
  | string
  | { readonly [kind: string]: readonly AsksValue[] }
  | { readonly "at-least": number; readonly of: readonly AsksValue[] };

/** As a file writes it. */
function asksValue(asks: Asks): AsksValue {
  switch (asks.kind) {
    case "capability":
      return formatPattern(asks.pattern);
    case "some":
      return { "at-least": asks.atLeast, of: asks.parts.map(asksValue) };
    case "any":
    case "all":
      return { [asks.kind]: asks.parts.map(asksValue) };
  }
}

function asksPart(asks: Asks): Part {
  const value = asksValue(asks);
  return { text: typeof value === "string" ? value : JSON.stringify(value), value: asks };
}

/** What must all be given for the flow to run. */
export const partsOf = ({ asks }: Flow): readonly Part[] =>
  (asks.kind === "all" ? asks.parts : [asks]).map(asksPart);

/** What may be asked beside: each capability some flow of the institution asks. */
export function offeredBy({ flows }: Institution): readonly Part[] {
  const found = new Map<string, Part>();
  const queue = flows.map(({ asks }) => asks);
  for (const asks of queue) {
    if (asks.kind !== "capability") queue.push(...asks.parts);
    else found.set(asksPart(asks).text, asksPart(asks));
  }
  return [...found.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

export const editOf = (institution: string, flow: Flow): FlowEdit => ({
  institution,
  flow: flow.id,
  isGone: false,
  asks: partsOf(flow).map(({ text }) => text),
  gives: flow.gives.map(formatPattern),
  minutes: flow.takes.min,
  delayMinutes: flow.delay?.takes.min ?? 0,
  inForce: [],
});

function editedIn(catalog: Catalog, { institution: id, flow: flowId }: FlowEdit) {
  const institution = catalog.institutions.get(id);
  const flow = institution?.flows.find((each) => each.id === flowId);
  if (institution === undefined || flow === undefined) throw new RangeError(`no flow ${id}/${flowId}`);
  return { institution, flow };
}

/** The keys of the flow that are otherwise; `null`: it is gone. */
function flowChange(catalog: Catalog, edit: FlowEdit): Readonly<Record<string, unknown>> | null {
  if (edit.isGone) return null;
  const { institution, flow } = editedIn(catalog, edit);
  const today = editOf(institution.id, flow);
  const parts = new Map(
    [...offeredBy(institution), ...partsOf(flow)].map(({ text, value }) => [text, value]),
  );
  const givable = new Set([...today.gives, ...givableIn(catalog, flow).map(({ text }) => text)]);
  return {
    // Nothing is left to ask: that is a flow anybody can run, and no part would be offered by mistake.
    ...(isSame(edit.asks, today.asks)
      ? {}
      : { asks: edit.asks.flatMap((text) => parts.get(text) ?? []).map(asksValue) }),
    ...(isSame(edit.gives, today.gives) ? {} : { gives: edit.gives.filter((text) => givable.has(text)) }),
    ...(edit.minutes === today.minutes ? {} : { takes: takesValue(longer(flow.takes, edit.minutes)) }),
    ...(edit.delayMinutes === today.delayMinutes ? {} : { delay: delayValue(flow.delay, edit.delayMinutes) }),
    ...(edit.hours === undefined ? {} : { hours: edit.hours }),
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

/** What was slower stays slower by as much; what is quicker may still take as long as it did. */
function longer({ min, likely, max }: Takes, minutes: number): Takes {
  const by = Math.max(0, minutes - min);
  return { min: minutes, likely: Math.max(minutes, likely + by), max: Math.max(minutes, max + by) };
}

const takesValue = ({ min, likely, max }: Takes) => ({
  min: formatDuration(min),
  likely: formatDuration(likely),
  max: formatDuration(max),
});

/** Who is told and who may cancel stays as it is. */
function delayValue(delay: Delay | undefined, minutes: number): unknown {
  if (minutes === 0) return null;
  if (delay === undefined) return formatDuration(minutes);
  return {
    ...takesValue(longer(delay.takes, minutes)),
    ...(delay.tells.length === 0 ? {} : { tells: delay.tells.map(formatSubjectPath) }),
    ...(delay.cancelledBy === undefined ? {} : { "cancelled-by": delay.cancelledBy }),
    ...delay.note,
  };
}

/** The change as a patch file, for `chainbreak design diff shipped FILE`. */
export function patchText(catalog: Catalog, edit: FlowEdit): string {
  const name = `${edit.institution}/${edit.flow}`;
  const change = flowChange(catalog, edit);
  const isOnlyMeasures = edit.inForce.length > 0 && change !== null && Object.keys(change).length === 0;
  const patch = {
    patch: "what-if",
    title: { en: `What if: ${name}`, zh: `假如改动：${name}` },
    ...(isOnlyMeasures ? {} : { flows: { [name]: change } }),
    ...(edit.inForce.length === 0 ? {} : { measures: edit.inForce }),
  };
  return stringify(patch, { lineWidth: 0 });
}

/** What the patch makes of the catalogue. Whatever the form offers fits; a patch that does not is our fault. */
export function changedBy(edit: FlowEdit, { catalog, files }: Shipped): Changed {
  const applied = applyPatch({
    catalog,
    yamlOf: (id) => yamlOf(files, id),
    patch: readYaml(patchText(catalog, edit), "what-if.yaml"),
  });
  if (applied.catalog === undefined)
    throw new Error(`the form's change does not fit: ${applied.complaints.map(String).join("; ")}`);
  return { catalog: applied.catalog, measures: applied.measures, yamls: applied.yamls };
}

/** Of a file nobody can point into any more. */
export const yamlOf = (files: InstitutionFiles, id: string): YamlText | undefined =>
  files[id] === undefined
    ? undefined
    : { value: files[id], complaints: [], locate: () => ({ file: id, line: 1, column: 1 }) };

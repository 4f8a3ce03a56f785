/**
 * A flow as a form shows it: what it asks, part by part, and how long it takes. Whatever is chosen stays in the
 * catalogue's own words: a part is one the flow has today, or a capability some flow of the same institution asks.
 */
import type { Catalog } from "../../../src/catalog/index.ts";
import { type Asks, type Flow, formatPattern, type Institution } from "../../../src/model/index.ts";

export interface FlowEdit {
  readonly institution: string;
  readonly flow: string;
  readonly isGone: boolean;
  /** Parts by their text; all of them are asked. */
  readonly asks: readonly string[];
  readonly minutes: number;
}

export interface Part {
  readonly text: string;
  readonly asks: Asks;
}

/** As a file writes it. */
function asksText(asks: Asks): string {
  switch (asks.kind) {
    case "capability": {
      const text = formatPattern(asks.pattern);
      return text.includes(",") ? `"${text}"` : text;
    }
    case "any":
    case "all":
      return `{ ${asks.kind}: [${asks.parts.map(asksText).join(", ")}] }`;
  }
}

/** What must all be given for the flow to run. */
export const partsOf = ({ asks }: Flow): readonly Part[] =>
  (asks.kind === "all" ? asks.parts : [asks]).map((part) => ({ text: asksText(part), asks: part }));

/** What may be asked beside: each capability some flow of the institution asks. */
export function offeredBy({ flows }: Institution): readonly Part[] {
  const found = new Map<string, Part>();
  const queue = flows.map(({ asks }) => asks);
  for (const asks of queue) {
    if (asks.kind !== "capability") queue.push(...asks.parts);
    else found.set(asksText(asks), { text: asksText(asks), asks });
  }
  return [...found.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

export const editOf = (institution: string, flow: Flow): FlowEdit => ({
  institution,
  flow: flow.id,
  isGone: false,
  asks: partsOf(flow).map(({ text }) => text),
  minutes: flow.takes.min,
});

function editedIn(catalog: Catalog, { institution: id, flow: flowId }: FlowEdit) {
  const institution = catalog.institutions.get(id);
  const flow = institution?.flows.find((each) => each.id === flowId);
  if (institution === undefined || flow === undefined) throw new RangeError(`no flow ${id}/${flowId}`);
  return { institution, flow };
}

/** Nothing is left to ask: that is a flow anybody can run, and no part would be offered by mistake. */
export function withEdit(catalog: Catalog, edit: FlowEdit): Catalog {
  const { institution, flow } = editedIn(catalog, edit);
  const parts = new Map([...offeredBy(institution), ...partsOf(flow)].map(({ text, asks }) => [text, asks]));
  const asked = edit.asks.flatMap((text) => parts.get(text) ?? []);
  const longer = Math.max(0, edit.minutes - flow.takes.min);
  const changed: Flow = {
    ...flow,
    asks: { kind: "all", parts: asked },
    takes: {
      ...flow.takes,
      min: edit.minutes,
      likely: flow.takes.likely + longer,
      max: flow.takes.max + longer,
    },
  };
  const flows = edit.isGone
    ? institution.flows.filter(({ id }) => id !== flow.id)
    : institution.flows.map((each) => (each.id === flow.id ? changed : each));
  return {
    ...catalog,
    institutions: new Map([...catalog.institutions, [institution.id, { ...institution, flows }]]),
  };
}

/** The same as a patch file, for `chainbreak design diff shipped FILE`. */
export function patchText(catalog: Catalog, edit: FlowEdit): string {
  const { flow } = editedIn(catalog, edit);
  const name = `${edit.institution}/${edit.flow}`;
  const keys = [
    `asks: [${edit.asks.join(", ")}]`,
    ...(edit.minutes === flow.takes.min ? [] : [`takes: ${durationText(edit.minutes)}`]),
  ];
  return `patch: what-if
title: { en: "What if: ${name}", zh: "假如改动：${name}" }
flows:
  ${name}: ${edit.isGone ? "null" : `{ ${keys.join(", ")} }`}
`;
}

/** Whole seconds, as the notation has durations. */
function durationText(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

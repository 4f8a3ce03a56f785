/**
 * An intruder's steps as an Attack Flow 2.0 (a STIX 2.1 extension of the Center for Threat-Informed Defense), one action a
 * step: of what happened each leading to the next in time, with assets for the things it was done with; of a way that
 * could be taken each leading to the steps that rest on it, and no time of day, for nothing happened.
 *
 * Identifiers are made of what they name by the hash handed in, so the same answer gives the same bundle; they have the form
 * of a name-based UUID.
 */
import type { Grounded } from "../ground/index.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";
import type { Way } from "../reach/index.ts";

export interface AttackFlowQuestion {
  readonly answer: InvestigateAnswer;
  readonly world: Grounded;
  /** ISO 8601: when the bundle is made. */
  readonly madeAt: string;
  readonly hash: (text: string) => string;
}

const extension = "extension-definition--fb9c968a-745b-4ade-9b25-c324172197f4";
const centre = "identity--d673f8cb-c168-42da-8ed4-0cb26725f86c";
const extensionMade = "2022-08-02T19:34:35.143Z";

/** `undefined`: nobody acted, and a flow of nothing is none. */
export function attackFlow({ answer, world, madeAt, hash }: AttackFlowQuestion): unknown {
  const steps = (answer.explanations[0]?.steps ?? []).filter(({ actor }) => actor === "intruder");
  return bundleOf({
    madeAt,
    hash,
    seed: JSON.stringify(steps),
    name: "Account takeover, reconstructed from records",
    description: `Label: ${answer.label}. Order is time; what no record shows is marked.`,
    scope: "incident",
    actions: steps.map((step, i) => {
      const [institution = "", id = ""] = step.flow.split("/");
      const found = world.catalog.institutions.get(institution);
      const flow = found?.flows.find((each) => each.id === id);
      const cited = step.evidence.map(({ file, row }) => `${file}:${row}`).join(", ");
      return {
        name: `${found?.name.en ?? institution}: ${flow?.title.en ?? step.flow}`,
        description: step.unseen ? "No record shows it; the rest wants it." : `Recorded: ${cited}`,
        techniques: flow?.attack ?? [],
        times: { execution_start: stamp(step.from), execution_end: stamp(step.to) },
        things: step.things,
        leadsTo: i + 1 < steps.length ? [i + 1] : [],
      };
    }),
  });
}

export interface WayAsFlowQuestion extends Pick<AttackFlowQuestion, "madeAt" | "hash"> {
  readonly way: Way;
  /** What is lost by it, in English as the rest of the bundle. */
  readonly loss: string;
  /** ATT&CK techniques of a step's flow. */
  techniquesOf(step: Way["steps"][number]): readonly string[];
}

/** A way of an audit; `undefined`: it has no step. */
export const wayAsAttackFlow = ({ way, loss, techniquesOf, madeAt, hash }: WayAsFlowQuestion): unknown =>
  bundleOf({
    madeAt,
    hash,
    seed: JSON.stringify([loss, way]),
    name: loss,
    description: `What could be done, by flows somebody has read, in ${way.minutes} minutes at the earliest; nothing of it was seen.`,
    scope: "other",
    actions: way.steps.map((step, i) => ({
      name: `${step.institutionName.en}: ${step.title.en}`,
      description: `Done after ${step.atMinutes} minutes at the earliest. Basis: ${step.basis.status}, ${step.basis.seen}.`,
      techniques: techniquesOf(step),
      times: {},
      things: [],
      leadsTo: way.steps.flatMap(({ after }, later) => (after.includes(i) ? [later] : [])),
    })),
  });

interface FlowAction {
  readonly name: string;
  readonly description: string;
  readonly techniques: readonly string[];
  readonly times: { readonly execution_start?: string; readonly execution_end?: string };
  readonly things: readonly string[];
  /** Indexes of the actions that follow. */
  readonly leadsTo: readonly number[];
}

interface BundleQuestion extends Pick<AttackFlowQuestion, "madeAt" | "hash"> {
  readonly seed: string;
  readonly name: string;
  readonly description: string;
  readonly scope: "incident" | "other";
  readonly actions: readonly FlowAction[];
}

function bundleOf({ madeAt, hash, seed, name, description, scope, actions: steps }: BundleQuestion): unknown {
  if (steps.length === 0) return undefined;
  const made = stamp(madeAt);
  const idOf = (type: string, named: string) => `${type}--${uuidOf(hash(`${seed}\n${type}\n${named}`))}`;
  const author = idOf("identity", "chainbreak");
  const base = {
    spec_version: "2.1",
    created: made,
    modified: made,
    created_by_ref: author,
  };
  const own = { ...base, extensions: { [extension]: { extension_type: "new-sdo" } } };
  const things = [...new Set(steps.flatMap((step) => step.things))];
  const actionId = (i: number) => idOf("attack-action", `${i}`);
  const actions = steps.map((step, i) => ({
    type: "attack-action",
    id: actionId(i),
    ...own,
    name: step.name,
    description: step.description,
    ...(step.techniques[0] === undefined ? {} : { technique_id: step.techniques[0] }),
    ...step.times,
    ...(step.things.length === 0
      ? {}
      : { asset_refs: step.things.map((thing) => idOf("attack-asset", thing)) }),
    ...(step.leadsTo.length === 0 ? {} : { effect_refs: step.leadsTo.map(actionId) }),
  }));
  const isLedTo = new Set(steps.flatMap(({ leadsTo }) => leadsTo));
  const starts = actions.flatMap(({ id }, i) => (isLedTo.has(i) ? [] : [id]));
  return {
    type: "bundle",
    id: idOf("bundle", "all"),
    objects: [
      {
        type: "extension-definition",
        id: extension,
        spec_version: "2.1",
        name: "Attack Flow",
        description: "Extends STIX 2.1 with features to create Attack Flows.",
        created: extensionMade,
        modified: extensionMade,
        created_by_ref: centre,
        schema:
          "https://center-for-threat-informed-defense.github.io/attack-flow/stix/attack-flow-schema-2.0.0.json",
        version: "2.0.0",
        extension_types: ["new-sdo"],
      },
      {
        type: "identity",
        id: centre,
        spec_version: "2.1",
        created: extensionMade,
        modified: extensionMade,
        created_by_ref: centre,
        name: "MITRE Center for Threat-Informed Defense",
        identity_class: "organization",
      },
      { type: "identity", id: author, ...base, name: "chainbreak", identity_class: "system" },
      {
        type: "attack-flow",
        id: idOf("attack-flow", "all"),
        ...own,
        name,
        description,
        scope,
        start_refs: starts,
      },
      ...actions,
      ...things.map((thing) => ({
        type: "attack-asset",
        id: idOf("attack-asset", thing),
        ...own,
        name: thing,
      })),
    ],
  };
}

/** STIX wants UTC with milliseconds. */
const stamp = (at: string): string => new Date(Date.parse(at)).toISOString();

/** 32 of its digits in the form of a name-based UUID. */
function uuidOf(hash: string): string {
  const digits = hash.slice(0, 32);
  const variant = "89ab"[Number.parseInt(digits[16] ?? "0", 16) % 4];
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}

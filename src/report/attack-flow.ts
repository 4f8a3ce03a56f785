/**
 * The intruder's steps as an Attack Flow 2.0 (a STIX 2.1 extension of the Center for Threat-Informed Defense): one action a
 * step, each leading to the next in time, assets for the things it was done with.
 *
 * Identifiers are made of what they name by the hash handed in, so the same answer gives the same bundle; they have the form
 * of a name-based UUID. Which step rests on which is in the answer itself; here only the order is told.
 */
import type { Grounded } from "../ground/index.ts";
import type { InvestigateAnswer } from "../investigate/index.ts";

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
  if (steps.length === 0) return undefined;
  const made = stamp(madeAt);
  const seed = JSON.stringify(steps);
  const idOf = (type: string, name: string) => `${type}--${uuidOf(hash(`${seed}\n${type}\n${name}`))}`;
  const author = idOf("identity", "chainbreak");
  const base = {
    spec_version: "2.1",
    created: made,
    modified: made,
    created_by_ref: author,
  };
  const own = { ...base, extensions: { [extension]: { extension_type: "new-sdo" } } };
  const things = [...new Set(steps.flatMap((step) => step.things))];
  const actions = steps.map((step, i) => {
    const [institution = "", id = ""] = step.flow.split("/");
    const found = world.catalog.institutions.get(institution);
    const flow = found?.flows.find((each) => each.id === id);
    const cited = step.evidence.map(({ file, row }) => `${file}:${row}`).join(", ");
    const [technique] = flow?.attack ?? [];
    return {
      type: "attack-action",
      id: idOf("attack-action", `${i}`),
      ...own,
      name: `${found?.name.en ?? institution}: ${flow?.title.en ?? step.flow}`,
      description: step.unseen ? "No record shows it; the rest wants it." : `Recorded: ${cited}`,
      ...(technique === undefined ? {} : { technique_id: technique }),
      execution_start: stamp(step.from),
      execution_end: stamp(step.to),
      ...(step.things.length === 0
        ? {}
        : { asset_refs: step.things.map((thing) => idOf("attack-asset", thing)) }),
      ...(i + 1 < steps.length ? { effect_refs: [idOf("attack-action", `${i + 1}`)] } : {}),
    };
  });
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
        name: "Account takeover, reconstructed from records",
        description: `Label: ${answer.label}. Order is time; what no record shows is marked.`,
        scope: "incident",
        start_refs: [actions[0]!.id],
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

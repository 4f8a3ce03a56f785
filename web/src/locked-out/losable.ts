/** What of the owner's can be lost, and what is taken for lost at first: the phone, or else the first of it. */
import { kindsWithRole, type ThingKind } from "../../../src/model/index.ts";
import type { Thing } from "../../../src/person/index.ts";
import type { CaseData } from "../engine/case-data.ts";

/** In the order of the person file; helpers keep theirs. */
export function losable({
  catalog: { vocabulary },
  person,
}: Pick<CaseData, "catalog" | "person">): readonly Thing[] {
  const [inHand] = kindsWithRole(vocabulary, "in-hand");
  const kinds: readonly ThingKind[] = vocabulary.capabilities.get(inHand ?? "")?.of[0] ?? [];
  return [...person.things.values()].filter(({ kind, of }) => kinds.includes(kind) && of === undefined);
}

export function lostAtFirst(things: readonly Thing[]): readonly string[] {
  const first = things.find(
    ({ kind, attributes }) => kind === "device" && attributes.get("kind") === "phone",
  );
  return [first ?? things[0]].flatMap((thing) => thing?.id ?? []);
}

/** What kind of harm it is to have something: by its word, and where that says so by the institution the thing is at. */
import type { Catalog } from "../catalog/index.ts";
import { type Capability, type HarmKind, type HarmWord, harmAt } from "../model/index.ts";
import type { Person } from "./person.ts";

/** What harm having this is: what its word says, a loss being money where it says nothing. */
export function harmIn(
  { kind, things }: Pick<Capability, "kind" | "things">,
  {
    catalog: { vocabulary, institutions },
    wiring,
  }: { readonly catalog: Catalog; readonly wiring: Pick<Person, "things"> },
): HarmKind {
  const word = vocabulary.capabilities.get(kind);
  const said: HarmWord | undefined = (word ?? vocabulary.conditions.get(kind))?.harm;
  const thing = wiring.things.get(things[0] ?? "");
  const at = institutions.get(thing?.institution ?? "")?.kind;
  return harmAt(said, at) ?? (word?.isLoss === true ? "money" : "other");
}

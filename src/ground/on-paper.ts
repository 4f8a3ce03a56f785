/** Secrets nobody has in the head (recovery codes), and whether the owner still has the paper they are written on. */
import { type AtomId, at, atomId, type Capability, kindsWithRole, secretsWithRole } from "../model/index.ts";
import type { Grounded } from "./grounded.ts";

/** Knowing one of these takes the paper. */
export function secretsOnPaper({ catalog, atoms }: Grounded): ReadonlySet<AtomId> {
  const [know] = kindsWithRole(catalog.vocabulary, "secret");
  const named = new Set(secretsWithRole(catalog.vocabulary, "on-paper").map((each) => each.join(".")));
  const isOnPaper = ({ kind, things, secret }: Capability) =>
    kind === know && named.has(`${things[0]?.split(".")[0] ?? ""}.${secret ?? ""}`);
  return new Set(atoms.flatMap((capability, index) => (isOnPaper(capability) ? [atomId(index)] : [])));
}

/** What a document is that such secrets are written on. */
const paperKind = "recovery-codes";

/** Of what the owner has. */
export function hasPaper(world: Grounded, owner: readonly AtomId[]): boolean {
  const inHand = kindsWithRole(world.catalog.vocabulary, "in-hand");
  return owner.some((atom) => {
    const { kind, things } = at(world.atoms, atom);
    const document = world.person.things.get(things[0] ?? "");
    return inHand.includes(kind) && document?.attributes.get("kind") === paperKind;
  });
}

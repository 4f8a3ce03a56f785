/** Secrets nobody has in the head (recovery codes), and whether the owner still has the paper they are written on. */
import {
  type AtomId,
  at,
  atomId,
  type Capability,
  capability,
  kindsWithRole,
  secretsWithRole,
} from "../model/index.ts";
import type { Grounded } from "./grounded.ts";

/** Knowing one of these takes the paper. */
export function secretsOnPaper({ catalog, atoms }: Grounded): ReadonlySet<AtomId> {
  const [know] = kindsWithRole(catalog.vocabulary, "secret");
  const named = new Set(secretsWithRole(catalog.vocabulary, "on-paper").map((each) => each.join(".")));
  const isOnPaper = ({ kind, things, secret }: Capability) =>
    kind === know && named.has(`${things[0]?.split(".")[0] ?? ""}.${secret ?? ""}`);
  return new Set(atoms.flatMap((capability, index) => (isOnPaper(capability) ? [atomId(index)] : [])));
}

/**
 * What wants the owner there with a document, where every one they have is in other hands: a counter sends them for
 * another one first. Of whoever has named no document nothing is said, most people have one.
 */
export function presenceWithoutPapers(
  { person, catalog: { vocabulary }, atoms }: Grounded,
  held: readonly string[],
): ReadonlySet<AtomId> {
  const papers = [...person.things.values()].filter(
    ({ kind, of, attributes }) =>
      kind === "document" && of === undefined && !noIdentity.has(attributes.get("kind") ?? ""),
  );
  const inHand = kindsWithRole(vocabulary, "in-hand");
  const isGone = (thing: string) =>
    inHand.some((kind) => held.includes(capability({ kind, things: [thing] }).text));
  if (papers.length === 0 || !papers.every(({ id }) => isGone(id))) return new Set();
  return new Set(
    atoms.flatMap(({ kind, things }, index) =>
      vocabulary.proofs.get(kind) === "presence" && things[0] === "person" ? [atomId(index)] : [],
    ),
  );
}

/** Documents that show nobody who somebody is. */
const noIdentity: ReadonlySet<string> = new Set(["recovery-codes", "other"]);

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

/** What the owner's side can still show, say or hear: the belief, less what a dead card or a cut-off phone takes away. */
import { type Grounded, hasPaper, secretsOnPaper } from "../ground/index.ts";
import { type AtomId, at, atomId, capability, kindsWithRole } from "../model/index.ts";
import type { Belief } from "./belief.ts";
import type { Incident } from "./incident.ts";
import { meantBy } from "./meant.ts";
import { lostWith } from "./start.ts";

/** What the owner's side more probably has than not; of what is only on paper, only with the paper. */
export function ownerHasIn(
  world: Grounded,
  { ownerHolds }: Belief,
  incident: Pick<Incident, "signs" | "isSteered">,
): (atom: AtomId) => boolean {
  const dead = new Set(deadIn(world, incident));
  const texts = kindsWithRole(world.catalog.vocabulary, "texts");
  // Whoever steers the phone reads along; once it is cut off, no code comes to it either.
  const isCutOff = (atom: AtomId) => incident.isSteered && texts.includes(at(world.atoms, atom).kind);
  const has = (atom: AtomId) => (ownerHolds.get(atom) ?? 0) >= 0.5 && !dead.has(atom) && !isCutOff(atom);
  const onPaper = secretsOnPaper(world);
  const isPaperThere = hasPaper(
    world,
    world.atoms.map((_, atom) => atomId(atom)).filter((atom) => has(atom)),
  );
  return (atom) => has(atom) && (isPaperThere || !onPaper.has(atom));
}

/** What hangs on a number whose card has no network, whoever has it: no text comes, and no call. */
export function deadIn(world: Grounded, { signs }: Pick<Incident, "signs">): readonly AtomId[] {
  const { things } = world.wiring;
  const lines = signs.flatMap(({ sign, on }) =>
    sign === "no-service" || sign === "no-codes"
      ? [...meantBy(world, on)].filter((id) => things.get(id)?.kind === "line")
      : [],
  );
  const ownLines = kindsWithRole(world.catalog.vocabulary, "own-line");
  const controlled = lines.flatMap((line) =>
    ownLines.map((kind) => capability({ kind, things: [line] }).text),
  );
  return lostWith(world, controlled);
}

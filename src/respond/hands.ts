/** Who does what: the first errand for each free pair of hands, and what is left for later. */
import type { Grounded } from "../ground/index.ts";
import { at, type ProofClass } from "../model/index.ts";
import { canDo } from "./helper-can.ts";
import type { Helper } from "./incident.ts";
import { isWiping } from "./order.ts";
import { askedOfAll, type Errand } from "./ways.ts";

export const owner: Helper = { id: "owner" };

const ownersOwn: ReadonlySet<ProofClass> = new Set(["presence", "face", "device", "line"]);

/** Only the person can be there, show their face, hold their things or read their codes; for the rest a helper can call. */
export function shared(world: Grounded, order: readonly Errand[], people: readonly Helper[]) {
  const left = [...order];
  const first: { readonly errand: Errand; readonly helper: string }[] = [];
  const { proofs } = world.catalog.vocabulary;
  const isOnlyOwners = ({ ways }: Errand) =>
    askedOfAll(world, ways).some((atom) => {
      const proof = proofs.get(at(world.atoms, atom).kind);
      return proof !== undefined && ownersOwn.has(proof);
    });
  const canTake = (helper: Helper, errand: Errand) =>
    !isOnlyOwners(errand) &&
    errand.ways.flat().every((step) => canDo(helper, at(world.steps, step).flow.channel));
  // What erases the phone is nobody's errand meanwhile: it comes once the rest is done.
  const isErasing = ({ candidate }: Errand) => isWiping(world, candidate);
  const isOther = (errand: Errand) => !isErasing(errand);
  for (const person of people) {
    const index = left.findIndex(
      (errand) =>
        (person === owner || canTake(person, errand)) && !(isErasing(errand) && order.some(isOther)),
    );
    const [errand] = index < 0 ? [] : left.splice(index, 1);
    if (errand !== undefined) first.push({ errand, helper: person.id });
  }
  return { first, rest: left };
}

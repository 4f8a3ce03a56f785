/**
 * A catalogue in which whatever says the same as in another *is* the other's: the institution, and of one that differs
 * each flow, measure and key. Nothing in it is otherwise; but whoever keeps what was worked out by flow or by institution
 * (aspects, drafts, readings) finds it again, and what differs is told by identity. Cost: some 30 ms for two readings of
 * the shipped catalogue, nothing where the two share already.
 */
import type { Institution } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { isSameData } from "./same-data.ts";

/** A memory of what is a function of its keys: several parts of one command ask. */
const sharedBefore = new WeakMap<Catalog, WeakMap<Catalog, Catalog>>();

export function sharing(catalog: Catalog, other: Catalog): Catalog {
  if (catalog === other) return catalog;
  const made = sharedBefore.get(catalog) ?? new WeakMap<Catalog, Catalog>();
  sharedBefore.set(catalog, made);
  const shared = made.get(other) ?? sharedWith(catalog, other);
  made.set(other, shared);
  // Asked again of the two that share, nothing is left to be done.
  sharedBefore.set(shared, (sharedBefore.get(shared) ?? new WeakMap<Catalog, Catalog>()).set(other, shared));
  return shared;
}

function sharedWith(catalog: Catalog, other: Catalog): Catalog {
  const institutions = new Map(
    [...catalog.institutions].map(([id, own]) => [id, institutionLike(own, other.institutions.get(id))]),
  );
  const measures = listLike(catalog.measures, other.measures);
  return { ...likeIn(catalog, other, ["institutions", "measures"]), institutions, measures };
}

function institutionLike(own: Institution, theirs: Institution | undefined): Institution {
  if (theirs === undefined || own === theirs) return own;
  if (isSameData(own, theirs)) return theirs;
  return {
    ...likeIn(own, theirs, ["flows", "measures"]),
    flows: listLike(own.flows, theirs.flows),
    measures: listLike(own.measures, theirs.measures),
  };
}

/** Each value that is the same as the other's under this key is the other's, but for what is compared piece by piece. */
function likeIn<T extends object>(own: T, theirs: T, byPiece: readonly (keyof T)[]): T {
  const like = { ...own };
  // The keys of a `T` are keys of a `T`.
  for (const key of Object.keys(own) as (keyof T)[])
    if (own[key] !== theirs[key] && !byPiece.includes(key) && isSameData(own[key], theirs[key]))
      like[key] = theirs[key];
  return like;
}

/** The list with those of the other in it that say the same; the other's itself where all of them do, in this order. */
function listLike<T extends { readonly id: string }>(own: readonly T[], theirs: readonly T[]): readonly T[] {
  const byId = new Map(theirs.map((each) => [each.id, each]));
  const list = own.map((each) => {
    const like = byId.get(each.id);
    return like !== undefined && isSameData(each, like) ? like : each;
  });
  return list.length === theirs.length && list.every((each, i) => each === theirs[i]) ? theirs : list;
}

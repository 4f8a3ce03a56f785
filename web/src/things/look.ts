/** What can be said of somebody's things while they are still being entered: what is judged, and what could be lost. */
import { ground } from "../../../src/ground/index.ts";
import { parseMoment } from "../../../src/model/index.ts";
import { type AuditAnswer, audit } from "../../../src/questions/index.ts";
import { openReach } from "../../../src/reach/index.ts";
import type { WholeCatalogue } from "../engine/case-data.ts";
import { type Fault, type OwnCase, readOwnPerson } from "../engine/own-case.ts";

export interface Looked {
  readonly faults: readonly Fault[];
  /** Absent when anything is wrong. */
  readonly coverage?: AuditAnswer["coverage"];
  readonly reachableAmount: number;
  /** How many losses are reached, those of unknown size too. */
  readonly reached: number;
  readonly currency?: string;
}

/** Without cuts, fronts and other ways: what takes its time waits until it is asked for. */
export function look({ catalog }: WholeCatalogue, { document, held, at }: OwnCase): Looked {
  const { person, faults } = readOwnPerson(catalog, document);
  if (person === undefined) return { faults, reachableAmount: 0, reached: 0 };
  const { coverage, losses, reachableAmount, currency } = audit({
    reach: openReach(ground({ catalog, person })),
    held,
    startsAt: at === undefined ? undefined : parseMoment(at),
    sides: [],
    waysMax: 0,
    wantsCheapest: false,
    wantsFront: false,
  });
  return {
    faults,
    coverage,
    reachableAmount,
    reached: losses.filter(({ reachable }) => reachable).length,
    ...(currency === undefined ? {} : { currency }),
  };
}

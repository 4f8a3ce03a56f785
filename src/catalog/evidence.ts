/**
 * What the catalogue rests on: of every source what rests on it, and whether an outsider can look it up. A claim about an
 * institution is worth what somebody else can check: the address of a page or a document, or something anyone can try. The
 * address of a whole site says where to begin to search, and is told as what it is.
 */
import { type Basis, type BasisStatus, type Bilingual, compareText, isInForce } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { unsourced } from "./read-institution.ts";
import { isSeenNear } from "./what-is-read.ts";

/** A page or document; something anyone can try at home; a whole site and no page of it; no address at all. */
export const addressKinds = ["page", "try", "site", "none"] as const;
export type AddressKind = (typeof addressKinds)[number];

export interface Resting {
  readonly what: "flow" | "measure" | "reading" | "clock";
  /** `icbc/unblock-in-app`, `icbc/recover`, `cn-emergency-stop-lapses`. */
  readonly id: string;
  readonly status: BasisStatus;
  readonly seen: string;
  /** Over by the day asked about. */
  readonly isOver: boolean;
  /** Seen more than two years from that day, and nothing says since or until when it holds. */
  readonly isOld: boolean;
}

export interface SourceEvidence {
  readonly id: string;
  /** Absent where a basis gives an address and no entry of the table. */
  readonly title?: Bilingual;
  readonly url?: string;
  readonly published?: string;
  readonly seen?: string;
  readonly grade?: string;
  readonly address: AddressKind;
  readonly rests: readonly Resting[];
}

export interface Evidence {
  /** By what rests on them, the most first. */
  readonly sources: readonly SourceEvidence[];
  /** Ids of measures, as `institution/measure`, of which nobody says that they are to be had. */
  readonly undatedMeasures: readonly string[];
  readonly unsourced: readonly string[];
  /** Every number to call, with the page it stands on; by institution, then as they stand there. */
  readonly numbers: readonly NumberEvidence[];
}

export interface NumberEvidence {
  readonly institution: string;
  readonly tel: string;
  /** An id of the table of sources, or an address; absent where nobody says where the number stands. */
  readonly source?: string;
  readonly url?: string;
  readonly seen?: string;
  readonly address: AddressKind;
}

/** `day`: what is old is old on this day. */
export function evidenceOf(catalog: Catalog, day: string): Evidence {
  const rests = new Map<string, Resting[]>();
  const add = (what: Resting["what"], id: string, basis: Basis, valid: Valid = {}) => {
    const { status, seen, source } = basis;
    const isDated = valid.from !== undefined || valid.until !== undefined;
    const list = rests.get(source) ?? [];
    rests.set(source, list);
    list.push({
      what,
      id,
      status,
      seen,
      isOver: !isInForce({ until: valid.until, moment: day }),
      isOld: !isDated && !isSeenNear(seen, day),
    });
  };
  const undatedMeasures: string[] = [];
  for (const { id, isArchetype, flows, measures, reads } of catalog.institutions.values()) {
    for (const flow of flows) add("flow", `${id}/${flow.id}`, flow.basis, flow.valid);
    for (const [aspect, { basis }] of reads) add("reading", `${id}/${aspect}`, basis);
    for (const measure of measures)
      if (measure.basis !== undefined) add("measure", `${id}/${measure.id}`, measure.basis, measure.valid);
      // What an archetype proposes is no claim about anybody.
      else if (!isArchetype && measure.by === "person" && measure.valid.from === undefined)
        undatedMeasures.push(`${id}/${measure.id}`);
  }
  for (const { id, basis, valid } of catalog.clocks.values()) add("clock", id, basis, valid);
  const ids = new Set([...catalog.sources.keys(), ...rests.keys()]);
  ids.delete(unsourced);
  return {
    sources: [...ids]
      .map((id) => sourceOf(catalog, id, rests.get(id) ?? []))
      .sort((a, b) => b.rests.length - a.rests.length || compareText(a.id, b.id)),
    undatedMeasures: undatedMeasures.sort(compareText),
    unsourced: (rests.get(unsourced) ?? []).map(({ id }) => id).sort(compareText),
    numbers: numbersOf(catalog),
  };
}

const numbersOf = (catalog: Catalog): readonly NumberEvidence[] =>
  [...catalog.institutions.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap(({ id, contacts }) =>
      contacts.flatMap(({ tel, source, seen }) => {
        if (tel === undefined) return [];
        const known = source === undefined ? undefined : sourceOf(catalog, source, []);
        const read = seen ?? known?.seen;
        return {
          institution: id,
          tel,
          ...(source === undefined ? {} : { source }),
          ...(known?.url === undefined ? {} : { url: known.url }),
          ...(read === undefined ? {} : { seen: read }),
          address: known?.address ?? "none",
        };
      }),
    );

type Valid = { readonly from?: string; readonly until?: string };

function sourceOf({ sources }: Catalog, id: string, rests: readonly Resting[]): SourceEvidence {
  const known = sources.get(id);
  const url = known?.url ?? (/^https?:/.test(id) ? id : undefined);
  return {
    id,
    ...(known === undefined ? {} : { title: known.title }),
    ...(url === undefined ? {} : { url }),
    ...(known?.published === undefined ? {} : { published: known.published }),
    ...(known?.seen === undefined ? {} : { seen: known.seen }),
    ...(known?.grade === undefined ? {} : { grade: known.grade }),
    address: url === undefined ? (known?.grade === anyone ? "try" : "none") : isSite(url) ? "site" : "page",
    rests: [...rests].sort((a, b) => compareText(a.id, b.id)),
  };
}

/** The grade of what anyone can try on things of their own. */
const anyone = "anyone";

/** A front page, the front page of a help section, or that of a repository: somewhere to begin to search. */
function isSite(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { hostname, pathname, search, hash } = new URL(url);
  if (search !== "" || hash.length > 1) return false;
  const isFront =
    /^\/?(?:(?:[a-z]{2,5}(?:_[a-z]{2,3})?|[a-z]{2,3}-[a-z]{2,3})\/)?(?:(?:support|help)\/?)?$/.test(pathname);
  return isFront || (/^(?:github|gitlab)\.com$/.test(hostname) && /^\/[^/]+\/[^/]+\/?$/.test(pathname));
}

/** What rests on a source nobody can look up and says more than that somebody claims it. */
export const unfounded = ({ address, rests }: SourceEvidence): readonly Resting[] =>
  address === "page" || address === "try"
    ? []
    : rests.filter(({ status }) => status !== "claimed" && status !== "disputed");

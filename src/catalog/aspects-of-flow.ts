/** Which aspects a flow belongs to: those it names, or those it is told to have by what it gives and asks. */
import {
  type Asks,
  type Aspect,
  type AspectMatch,
  type CapabilityPattern,
  type Flow,
  formatPattern,
  type Institution,
  type InstitutionKind,
  type ProofClass,
} from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { proofsOf } from "./proof-of-flow.ts";

export interface FlowAspects {
  readonly aspects: readonly string[];
  /** What its ways rest on, the hardest first. */
  readonly proofs: readonly ProofClass[];
}

/** In the order of the file of aspects. Ask for many flows through one call of this: it prepares the patterns once. */
export function aspectTeller(
  catalog: Pick<Catalog, "aspects" | "vocabulary">,
): (institution: Institution, flow: Flow) => FlowAspects {
  const tests = [...catalog.aspects.values()].map((aspect) => ({
    aspect,
    matches: aspect.matches.map(asText),
  }));
  return ({ kind }, flow) => {
    const proofs = proofsOf(flow, catalog.vocabulary);
    if (flow.aspects !== undefined) return { aspects: flow.aspects, proofs };
    const seen = told(flow);
    const aspects = tests
      .filter(
        ({ aspect, matches }) => isAbout(aspect, kind) && matches.some((match) => isMet(match, seen, proofs)),
      )
      .map(({ aspect }) => aspect.id);
    return { aspects, proofs };
  };
}

/** What hangs on an amount may be met anywhere: a messenger that holds a balance pays. */
const isAbout = ({ kinds, pots }: Aspect, kind: InstitutionKind) => pots.size > 0 || kinds.includes(kind);

/** The same, with each list as the texts to look for. */
type MatchText = { readonly [Key in Exclude<keyof AspectMatch, "opensAccount">]: ReadonlySet<string> } & {
  readonly opensAccount: boolean;
};
const texts = (patterns: readonly CapabilityPattern[]) => new Set(patterns.map(formatPattern));

function asText(match: AspectMatch): MatchText {
  return {
    gives: texts(match.gives),
    sets: texts(match.sets),
    clears: texts(match.clears),
    revokes: texts(match.revokes),
    revokesNot: texts(match.revokesNot),
    asks: texts(match.asks),
    asksNot: texts(match.asksNot),
    channels: new Set(match.channels),
    proofs: new Set(match.proofs),
    opensAccount: match.opensAccount,
  };
}

const told = (flow: Flow) => ({
  gives: texts(flow.gives),
  sets: texts(flow.sets.map(({ pattern }) => pattern)),
  clears: texts(flow.clears),
  revokes: texts(flow.revokes),
  asks: texts(mentioned(flow.asks)),
  channels: new Set(flow.channel === undefined ? [] : [flow.channel]),
  opensAccount: flow.ranges.some(({ whose }) => whose === "new"),
});

/** Everything asked anywhere; the reader has bounded the depth of nesting, so this may recurse. */
function mentioned(asks: Asks): readonly CapabilityPattern[] {
  return asks.kind === "capability" ? [asks.pattern] : asks.parts.flatMap(mentioned);
}

function isMet(match: MatchText, flow: ReturnType<typeof told>, proofs: readonly ProofClass[]): boolean {
  const meets = (wanted: ReadonlySet<string>, there: ReadonlySet<string>) =>
    wanted.size === 0 || !wanted.isDisjointFrom(there);
  return (
    match.opensAccount === flow.opensAccount &&
    meets(match.gives, flow.gives) &&
    meets(match.sets, flow.sets) &&
    meets(match.clears, flow.clears) &&
    meets(match.revokes, flow.revokes) &&
    match.revokesNot.isDisjointFrom(flow.revokes) &&
    meets(match.asks, flow.asks) &&
    match.asksNot.isDisjointFrom(flow.asks) &&
    meets(match.channels, flow.channels) &&
    (match.proofs.size === 0
      ? proofs.some((proof) => proof !== "presence")
      : proofs.some((proof) => match.proofs.has(proof)))
  );
}

/**
 * The stronger beginnings a change is asked from that nobody has felt: what an intruder may have by name, what the changed
 * flow itself asks, both together; and which of them were asked, as a value.
 */
/** A beginning by its name in `catalog/starts.yaml`. */
export interface NamedStart {
  readonly id: string;
  /** Absent: this person has not what it begins with. */
  readonly held?: readonly string[];
}

/** Of one customer: from which stronger beginnings a part was asked, and from which it was not. */
export interface Tried {
  readonly person: string;
  readonly asked: BeginningsTold;
  /** Those after the first that showed all there is to show, and those beyond the bound. */
  readonly notAsked: BeginningsTold;
  /** Beginnings by name with what this customer has not. */
  readonly notTheirs: readonly string[];
}

export interface BeginningsTold {
  /** By name. */
  readonly starts: readonly string[];
  /** What the flow itself asks, way by way. */
  readonly ways: readonly (readonly string[])[];
  /** How many of such a way together with a beginning by name. */
  readonly joined: number;
}

export interface Beginning {
  readonly from: "a-start" | "what-it-asks";
  readonly held: readonly string[];
}

/** The fewest asked first; a flow of more ways is tried by these. */
const waysMax = 6;
const waysJoinedMax = 4;

export interface Beginnings {
  readonly asked: readonly Named[];
  readonly leftOut: readonly Named[];
}

/** A beginning, and by what it is told. */
export type Named = Beginning &
  (
    | { readonly by: "start"; readonly start: string }
    | { readonly by: "way"; readonly way: readonly string[] }
    | { readonly by: "joined" }
  );

export function beginningsFor(
  starts: readonly NamedStart[],
  ways: readonly (readonly string[])[],
): Beginnings {
  const byName = starts.flatMap(({ id, held }): Named[] =>
    held === undefined ? [] : [{ from: "a-start", held, by: "start", start: id }],
  );
  const own = ways.map((way): Named => ({ from: "what-it-asks", held: way, by: "way", way }));
  const joined = ways.map((way) =>
    byName.map(
      ({ held }): Named => ({ from: "what-it-asks", held: [...new Set([...way, ...held])], by: "joined" }),
    ),
  );
  return {
    asked: [...byName, ...own.slice(0, waysMax), ...joined.slice(0, waysJoinedMax).flat()],
    leftOut: [...own.slice(waysMax), ...joined.slice(waysJoinedMax).flat()],
  };
}

export const toldOf = (some: readonly Named[]): BeginningsTold => ({
  starts: some.flatMap((each) => (each.by === "start" ? [each.start] : [])),
  ways: some.flatMap((each) => (each.by === "way" ? [each.way] : [])),
  joined: some.filter(({ by }) => by === "joined").length,
});

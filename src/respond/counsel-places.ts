/**
 * Which places a counsel is about: where somebody else is in, where money lies and nobody has read what its owner could ask
 * for, which numbers are said to move.
 */

import { institutionsCalled } from "../catalog/index.ts";
import type { Grounded } from "../ground/index.ts";
import { at } from "../model/index.ts";
import type { SignWord } from "../told/index.ts";
import { type Candidate, isRescue } from "./acts.ts";
import type { Belief } from "./belief.ts";
import type { Incident, Sign } from "./incident.ts";
import { institutionNamed, meantBy } from "./meant.ts";
import type { OwnPayment } from "./own-payment.ts";
import type { PutOff } from "./put-off.ts";
import { isGone } from "./sign-meaning.ts";
import type { SignRead } from "./signs.ts";

export interface CounselQuestion {
  readonly world: Grounded;
  readonly incident: Incident;
  readonly signs: readonly SignRead[];
  readonly belief: Belief;
  readonly held: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Those of them that the nights played show to be of use, in order. */
  readonly planned: readonly Candidate[];
  readonly payments: readonly OwnPayment[];
  /** Somebody on the telephone can hold what was paid where it went; that goes before one's own bank. */
  readonly isHeldByPhone: boolean;
  /** Names in `uses` that say nothing to us. */
  readonly unread: readonly string[];
  readonly putOff: Pick<PutOff, "ofCounsel">;
}

/** Places that keep no money and open nothing else: whoever is in one is in no bank by that. */
const keepsNothing: ReadonlySet<string> = new Set(["messenger", "site"]);
const isAside: ReadonlySet<SignWord> = new Set([
  "somebody-in",
  "in-my-name",
  "kicked-off",
  "not-mine",
  "refused",
  "given",
  "notice",
]);

export function onlyThereIn({ world }: CounselQuestion, signs: readonly SignRead[]): ReadonlySet<string> {
  const places = signs.map(({ sign }) => (isAside.has(sign.sign) ? placesOf(world, sign) : []));
  const isOnly = places.every(
    (some) =>
      some.length > 0 &&
      some.every((place) => keepsNothing.has(world.catalog.institutions.get(place)?.kind ?? "")),
  );
  return new Set(isOnly ? places.flat() : []);
}

/** Signs that somebody else is in, and the owner out. */
const locksOwnerOut: ReadonlySet<SignWord> = new Set([
  "kicked-off",
  "refused",
  "not-mine",
  "somebody-in",
  "in-my-name",
]);

/** Places somebody else is in, and where nobody has read how they are thrown out. */
export function lostPlaces({ world, signs, held, candidates }: CounselQuestion): readonly string[] {
  const { things } = world.wiring;
  const taken = new Set([
    ...signs.flatMap(({ sign }) => (locksOwnerOut.has(sign.sign) ? accountsMeant(world, sign.on) : [])),
    ...[...things.values()].flatMap(({ id, kind }) =>
      (kind === "account" || kind === "mailbox") && held.some((text) => text.endsWith(`(${id})`)) ? [id] : [],
    ),
  ]);
  const places = new Set(
    [...taken].flatMap((id) => {
      const { institution } = things.get(id) ?? {};
      const account = world.wiring.follow(id, "account")[0]?.to;
      return institution ?? (account === undefined ? [] : (things.get(account)?.institution ?? []));
    }),
  );
  return [...places].filter(
    (place) => !candidates.some(({ kind, institution }) => kind === "throw-out" && institution === place),
  );
}

/** From this share of the nights on the other side is taken to read what comes to a mailbox. */
const probably = 0.5;

/**
 * Who keeps a mailbox that others read by now, or get at by the number they have, where the plan does not throw them out of
 * it anyway: what a mailbox opens is more than anybody has described. Whoever is out of it already gets back into it first.
 */
export function mailInDanger(
  { world, belief, planned }: CounselQuestion,
  { isNumberGone, lost }: { readonly isNumberGone: boolean; readonly lost: readonly string[] },
): readonly string[] {
  const read = new Set(
    [...belief.holds].flatMap(([atom, share]) => {
      const { kind, things } = at(world.atoms, atom);
      return kind === "read-mail" && share >= probably ? things : [];
    }),
  );
  const places = [...world.wiring.things.values()].flatMap(({ id, kind, of, isNew }) => {
    if (kind !== "mailbox" || of !== undefined || isNew === true || !(isNumberGone || read.has(id)))
      return [];
    const account = world.wiring.follow(id, "account")[0]?.to;
    return account === undefined ? [] : (world.wiring.things.get(account)?.institution ?? []);
  });
  return [...new Set(places)].filter(
    (place) =>
      !lost.includes(place) &&
      !planned.some(({ kind, institution }) => kind === "throw-out" && institution === place),
  );
}

const accountsMeant = (world: Grounded, on: string): readonly string[] => {
  const [kind, name] = on.split(".");
  const things = meantBy(world, name === undefined ? on : `${kind}.${name}`);
  return [...things].filter((id) => {
    const thing = world.wiring.things.get(id);
    return thing?.isNew !== true && (thing?.kind === "account" || thing?.kind === "mailbox");
  });
};

/** What keeps money or a number, was named, and of which nobody has read what its owner could ask for. */
export function silentPlaces(
  { world, candidates, incident }: CounselQuestion,
  takenFrom: ReadonlySet<string>,
): readonly string[] {
  const { institutions } = world.catalog;
  const named = new Set(
    [...world.wiring.things.values()].flatMap(({ institution, isNew, of }) =>
      institution === undefined || isNew === true || of !== undefined ? [] : [institution],
    ),
  );
  const { things } = world.wiring;
  // One number may stop what several places keep.
  const isOn = ({ sets }: Candidate, place: string) =>
    sets.some(
      (each) =>
        // What holds the money where it went stops nothing where it came from.
        !isRescue(world, each) &&
        at(world.conditions, each).capability.things.some((id) => things.get(id)?.institution === place),
    );
  const isTried = (place: string) => incident.done.some(({ action }) => action.includes(place));
  return [...named].filter((place) => {
    const institution = institutions.get(place);
    return (
      institution !== undefined &&
      !institution.isArchetype &&
      (keeps.has(institution.kind) || (takenFrom.has(place) && lends.has(institution.kind))) &&
      !isTried(place) &&
      !candidates.some((candidate) => candidate.institution === place || isOn(candidate, place))
    );
  });
}

export const keeps: ReadonlySet<string> = new Set(["bank", "wallet", "carrier", "exchange"]);
/** Where money goes by credit, or by a card that is kept there: whoever runs it can stop it there and then. */
const lends: ReadonlySet<string> = new Set(["lender", "marketplace"]);

export const linesOfPerson = ({ wiring }: Grounded): readonly string[] =>
  [...wiring.things.values()].flatMap(({ id, kind, of, isNew }) =>
    kind === "line" && of === undefined && isNew !== true ? [id] : [],
  );

export const linesOf = (world: Grounded, { on }: Sign): readonly string[] =>
  [...meantBy(world, on)].filter((id) => world.wiring.things.get(id)?.kind === "line");

/** The lines that a sign says are to be moved: by its word, by who sent it, or by what was noted of it. */
export function movingLines(
  { world, held }: Pick<CounselQuestion, "world" | "held">,
  { sign }: SignRead,
): readonly string[] {
  const own = linesOfPerson(world).filter((line) => !isGone(world, new Set([line]), held));
  const named = linesOf(world, sign).filter((line) => own.includes(line));
  const one = named.length > 0 ? named : own.slice(0, 1);
  if (sign.sign === "moving") return one;
  if (!["notice", "call", "code", "mail"].includes(sign.sign)) return [];
  if (isNotedAsMoving(world, sign.note)) return one;
  // Whatever a carrier tells in such a night is about the number.
  const sender = sign.from === undefined ? undefined : institutionNamed(world, sign.from);
  return own.filter((line) => sender !== undefined && world.wiring.things.get(line)?.institution === sender);
}

/** The signs of the catalogue that speak of a card or a number that changes hands. */
const ofTheNumber: readonly string[] = ["number-moved", "sim-changed"];

/** Whether what was noted has a word of those that the catalogue knows such messages by. */
function isNotedAsMoving({ catalog }: Grounded, note: string | undefined): boolean {
  if (note === undefined) return false;
  const said = note.toLowerCase();
  return ofTheNumber.some((id) => catalog.signs.get(id)?.words.some((word) => said.includes(word)) === true);
}

/** Who sent it, or who runs what it is about; a line's own carrier is none that somebody tries to get into. */
export function placesOf(world: Grounded, { from, on }: Sign): readonly string[] {
  const sender = from === undefined ? undefined : institutionNamed(world, from);
  if (sender !== undefined) return [sender];
  if (from !== undefined)
    return institutionsCalled(world.catalog, from)
      .slice(0, 1)
      .map(({ id }) => id);
  return [...meantBy(world, on)].flatMap((id) => {
    const thing = world.wiring.things.get(id);
    return thing === undefined || thing.kind === "line" ? [] : (thing.institution ?? []);
  });
}
